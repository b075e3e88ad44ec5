/*-
 * #%L
 * DICOM Volumes: DICOM folders as calibrated volumes in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 DICOM Volumes developers
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 * 
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 * 
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */

package io.github.dicomvolumes.rules;

import static io.github.dicomvolumes.data.Dictionary.tag;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.github.dicomvolumes.SyntheticObjects;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.geometry.Affine;
import io.github.dicomvolumes.geometry.Vector3;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * dcm2niix as a judge: it and this project make the same of the same files, in size, place, order, values and interval.
 * Where they differ each case says why. Skipped where the program is not installed. The reasons hold for version
 * v1.0.20220720 of Debian 12; a newer one may agree more often, which is no failure.
 */
class Dcm2niixTest {

	/** In what the two may differ. */
	enum Aspect {
		/** Which frames are volumes. If this differs nothing else is compared. */
		VOLUMES,
		/** Voxels along x, y, z, whatever the direction of the axes. */
		SIZE, SPACING,
		/** Where voxels lie in the patient, and what values they have. */
		PLACE,
		/** The order of channels and times. */
		ORDER,
		/** Seconds from a time to the next. */
		INTERVAL
	}

	/** Writes the files of a case. */
	private interface Writer {

		void write(Path folder) throws IOException;
	}

	/**
	 * @param differences why the two differ
	 */
	private record Case(String name, Writer writer, Map<Aspect, String> differences) {

		Case differs(final Aspect aspect, final String why) {
			final Map<Aspect, String> all = new EnumMap<>(Aspect.class);
			all.putAll(differences);
			all.put(aspect, why);
			return new Case(name, writer, all);
		}

		@Override
		public String toString() {
			return name;
		}
	}

	private static final SliceGrid OBLIQUE = SliceGrid.random(4, Seeds.random(3));
	private static final String SIEMENS = "SIEMENS", GE = "GE MEDICAL SYSTEMS", PHILIPS = "Philips Medical Systems",
		CANON = "CANON_MEC";
	private static final String NO_TIMES = "dcm2niix takes Repetition Time for the interval, whatever the times say",
		NEEDS_VENDOR = "dcm2niix divides the frames of one file by their dimensions only for some manufacturers; " +
			"for this one all are slices";

	static Stream<Case> cases() {
		return Stream.concat(described(), special());
	}

	private static Case of(final String name, final DescribedSeries series, final Packaging packaging,
		final Attributes more)
	{
		return new Case(name, folder -> {
			final List<Attributes> all = new SeriesFiles(series, packaging).dataSets();
			SeriesFiles.write(all.stream().map(a -> Attributes.builder().putAll(more).putAll(a).build()).toList(),
				folder, 0);
		}, Map.of());
	}

	private static Case of(final String name, final DescribedSeries series, final Packaging.Files files,
		final String manufacturer)
	{
		final Packaging plain = Packaging.of(files), stacked = new Packaging(files, Packaging.Stacks.ONE,
			Packaging.Scope.SERIES, Packaging.Scope.SERIES, false, true, 0);
		return of(name, series, files == Packaging.Files.SINGLE ? plain : stacked, by(manufacturer));
	}

	private static Attributes by(final String manufacturer) {
		return Attributes.builder().put(tag("Manufacturer"), manufacturer).build();
	}

	private static DescribedSeries times(final ToldBy by) {
		return DescribedSeries.ofTimes("times", OBLIQUE, 5, by).withRepetitionTime(2000);
	}

	private static DescribedSeries channels(final ToldBy by) {
		return DescribedSeries.ofChannels("channels", OBLIQUE, 3, by);
	}

	private static Stream<Case> described() {
		final List<Case> cases = new ArrayList<>();
		for (final ToldBy way : ToldBy.values()) {
			final boolean areTimes = !way.areChannels();
			final Case single = of(way + ", single files", areTimes ? times(way) : channels(way),
				Packaging.Files.SINGLE, way == ToldBy.GE_TIMER ? GE : SIEMENS);
			cases.add(way.interval() == 0 || way.interval() == 2 ? single : single.differs(Aspect.INTERVAL, NO_TIMES));
		}
		for (final ToldBy way : List.of(ToldBy.TEMPORAL_POSITION, ToldBy.ACQUISITION_TIME, ToldBy.NUMBER))
			cases.add(of(way + ", file per time", times(way), Packaging.Files.PER_TIME, SIEMENS));
		cases.add(of("b values, file per volume", channels(ToldBy.B_VALUES), Packaging.Files.PER_VOLUME, SIEMENS));
		for (final String vendor : List.of(PHILIPS, CANON, SIEMENS))
			for (final ToldBy way : List.of(ToldBy.TEMPORAL_POSITION, ToldBy.TRIGGER_TIME, ToldBy.ECHO_TIME,
				ToldBy.B_VALUES))
			{
				final boolean areTimes = !way.areChannels();
				final Case one = of(way + ", one file of " + vendor, areTimes ? times(way) : channels(way),
					Packaging.Files.ONE, vendor);
				final Case timed = way.interval() == 0 ? one : one.differs(Aspect.INTERVAL, NO_TIMES);
				cases.add(vendor.equals(SIEMENS) ? timed.differs(Aspect.VOLUMES, NEEDS_VENDOR) : timed);
			}
		cases.add(of("echoes of times, single files",
			channels(ToldBy.ECHO_TIME).withTimes(3, ToldBy.TEMPORAL_POSITION).withRepetitionTime(2000),
			Packaging.Files.SINGLE, SIEMENS));
		cases.add(of("numbers over times first, single files", times(ToldBy.NUMBER).withNumbers(true, false),
			Packaging.Files.SINGLE, GE));
		cases.add(of("descending numbers, single files", times(ToldBy.NUMBER).withNumbers(false, true),
			Packaging.Files.SINGLE, GE));
		return cases.stream();
	}

	/** What no described series is: other modalities and other ways to hold pixels. */
	private static Stream<Case> special() {
		return Stream.of(new Case("mosaics", Dcm2niixTest::writeMosaics, Map.of()),
			new Case("gantry tilt", folder -> new SyntheticSeries("tilt").slices(5).step(0, 1, 3).write(folder),
				Map.of()),
			new Case("magnitude and phase", Dcm2niixTest::writeMagnitudeAndPhase, Map.of()),
			new Case("dynamic PET", Dcm2niixTest::writePet, Map.of()));
	}

	/** Three times of five tiles. */
	private static void writeMosaics(final Path folder) throws IOException {
		for (int time = 0; time < 3; time++) {
			final int t = time;
			SyntheticObjects.mosaic("mosaic", 5, SyntheticObjects.mosaicCsa(2, 5, 0, 0, 1))
				.with(tag("Manufacturer"), "SIEMENS")
				.with(tag("RepetitionTime"), 2000)
				.with(Tag.INSTANCE_NUMBER, t + 1)
				.with(Tag.ACQUISITION_NUMBER, t + 1)
				.with(Tag.SOP_INSTANCE_UID, "1.2.3." + (t + 1))
				.with(Tag.ACQUISITION_TIME, "12000%d.500000".formatted(2 * t))
				.values((k, r, c) -> 5000L * t + 1000 * (r / 12 * 3 + c / 16) + 20 * (r % 12) + c % 16)
				.fileNames("IM" + t)
				.write(folder);
		}
	}

	private static void writeMagnitudeAndPhase(final Path folder) throws IOException {
		new SyntheticSeries("parts").modality("MR")
			.slices(8)
			.positions(k -> new double[] { -10, -20, 30 + 3 * (k % 4) })
			.with(tag("Manufacturer"), "SIEMENS")
			.with(Tag.ECHO_TIME, 5)
			.each((k, a) -> a.put(Tag.IMAGE_TYPE, "ORIGINAL", "PRIMARY", k < 4 ? "M" : "P", "ND"))
			.write(folder);
	}

	/** Three times of four slices, of which each has its own slope. */
	private static void writePet(final Path folder) throws IOException {
		new SyntheticSeries("pet").modality("PT")
			.slices(12)
			.positions(k -> new double[] { -10, -20, 30 + 3 * (k % 4) })
			.rescale(k -> 0.5 * (k + 1), 0)
			.with(Tag.UNITS, "BQML")
			.with(tag("SeriesType"), "DYNAMIC", "IMAGE")
			.with(tag("NumberOfTimeSlices"), 3)
			.with(tag("NumberOfSlices"), 4)
			.each((k, a) -> a.put(Tag.FRAME_REFERENCE_TIME, 30_000 + 60_000 * (k / 4))
				.put(Tag.ACQUISITION_TIME, "120%d00".formatted(k / 4))
				.put(tag("ActualFrameDuration"), 60_000)
				.put(tag("ImageIndex"), k + 1))
			.write(folder);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("cases")
	void agrees(final Case of, @TempDir final Path folder) throws Throwable {
		assumeTrue(isInstalled(), "dcm2niix is not installed: this test compares nothing");
		NamedCase.run(of.name, () -> compare(of, folder));
	}

	private static void compare(final Case of, final Path folder) throws IOException, InterruptedException {
		final Path in = folder.resolve("in"), out = Files.createDirectories(folder.resolve("out"));
		of.writer.write(in);
		final Map<Aspect, String> found = differences(Opened.all(in), convert(in, out));
		found.keySet().removeAll(of.differences.keySet());
		assertEquals(Map.of(), found, () -> "differences that nothing explains");
	}

	// -- The judge --

	private static boolean isInstalled() {
		return Stream.of(System.getenv("PATH").split(File.pathSeparator))
			.anyMatch(path -> Files.isExecutable(Path.of(path, "dcm2niix")));
	}

	/** What dcm2niix makes of a folder. */
	private static List<NiftiFile> convert(final Path in, final Path out) throws IOException, InterruptedException {
		final Process process = new ProcessBuilder("dcm2niix", "-f", "%s_%d", "-z", "n", "-b", "y", "-o",
			out.toString(), in.toString()).redirectErrorStream(true)
			.redirectOutput(out.resolve("log").toFile())
			.start();
		assertTrue(process.waitFor(60, TimeUnit.SECONDS), "dcm2niix does not end");
		final List<NiftiFile> files = new ArrayList<>();
		try (var paths = Files.list(out)) {
			for (final Path path : paths.filter(p -> p.toString().endsWith(".nii")).sorted().toList())
				files.add(NiftiFile.read(path));
		}
		return files;
	}

	// -- The comparison --

	/** A 3D volume: one channel and time of ours, or one of a NIfTI file. */
	private record Theirs(NiftiFile file, int volume) {}

	private static Map<Aspect, String> differences(final Opened.Result ours, final List<NiftiFile> files) {
		final Map<Aspect, String> found = new EnumMap<>(Aspect.class);
		if (!ours.messages().isEmpty()) throw new AssertionError(ours.toString());
		final List<Theirs> unmatched = new ArrayList<>();
		for (final NiftiFile file : files)
			for (int v = 0; v < file.volumes(); v++)
				unmatched.add(new Theirs(file, v));
		final int all = ours.volumes().stream().mapToInt(v -> v.channels() * v.times()).sum();
		if (all != unmatched.size()) found.put(Aspect.VOLUMES,
			"dcm2niix has " + unmatched.size() + " in " + files + ", we have " + all + ": " + ours);
		else ours.volumes().forEach(volume -> differences(volume, unmatched, found));
		return found;
	}

	private static void differences(final Opened volume, final List<Theirs> unmatched,
		final Map<Aspect, String> found)
	{
		final List<Theirs> matched = new ArrayList<>();
		for (int t = 0; t < volume.times(); t++)
			for (int c = 0; c < volume.channels(); c++) {
				final double first = volume.real(0, 0, 0, c, t);
				final var same = unmatched.stream().filter(theirs -> holds(theirs, first)).findFirst();
				if (same.isEmpty()) {
					found.put(Aspect.VOLUMES, "none has the value " + first + " of " + volume);
					return;
				}
				unmatched.remove(same.get());
				matched.add(same.get());
				compare(volume, c, t, same.get(), found);
			}
		for (int i = 1; i < matched.size(); i++) {
			final Theirs before = matched.get(i - 1), after = matched.get(i);
			if (before.file == after.file && before.volume > after.volume)
				found.put(Aspect.ORDER, "volume " + before.volume + " comes before " + after.volume);
		}
		final double interval = volume.interval().orElse(0);
		if (volume.times() > 1 && Math.abs(matched.get(0).file.spacing(3) - interval) > 1e-3)
			found.put(Aspect.INTERVAL, "dcm2niix says " + matched.get(0).file.spacing(3) + " s, we say " + interval);
	}

	private static boolean holds(final Theirs theirs, final double value) {
		for (int z = 0; z < theirs.file.size(2); z++)
			for (int y = 0; y < theirs.file.size(1); y++)
				for (int x = 0; x < theirs.file.size(0); x++)
					if (isSame(theirs.file.value(x, y, z, theirs.volume), value)) return true;
		return false;
	}

	private static void compare(final Opened volume, final int channel, final int time, final Theirs theirs,
		final Map<Aspect, String> found)
	{
		final NiftiFile file = theirs.file;
		final long[] sizes = volume.sizes();
		for (int axis = 0; axis < 3; axis++) {
			if (file.size(axis) != sizes[axis]) found.put(Aspect.SIZE, file + " against " + volume);
			if (Math.abs(file.spacing(axis) - volume.spacing()[axis]) > 1e-4) found.put(Aspect.SPACING,
				file.spacing(axis) + " against " + volume.spacing()[axis] + " on axis " + axis);
		}
		if (found.containsKey(Aspect.SIZE)) return;
		final Affine toPatient = file.toPatient();
		for (int z = 0; z < file.size(2); z++)
			for (int y = 0; y < file.size(1); y++)
				for (int x = 0; x < file.size(0); x++) {
					final Vector3 at = volume.toIndex(toPatient.apply(x, y, z));
					final long i = Math.round(at.x()), j = Math.round(at.y()), k = Math.round(at.z());
					final boolean isInside = i >= 0 && j >= 0 && k >= 0 && i < sizes[0] && j < sizes[1] && k < sizes[2];
					final double off = at.minus(new Vector3(i, j, k)).norm();
					if (!isInside || off > 0.01) {
						found.put(Aspect.PLACE, "voxel " + x + " " + y + " " + z + " of " + file + " is at " + at);
						return;
					}
					final double value = file.value(x, y, z, theirs.volume), own = volume.real(i, j, k, channel, time);
					if (!isSame(value, own)) found.put(Aspect.PLACE,
						"voxel " + x + " " + y + " " + z + " of " + file + " has " + value + ", ours " + own);
				}
	}

	private static boolean isSame(final double a, final double b) {
		return Math.abs(a - b) <= 1e-5 * Math.max(1, Math.abs(b));
	}
}
