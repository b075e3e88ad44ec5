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

package io.github.dicomvolumes.export.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.Machine;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.data.Dictionary;
import io.github.dicomvolumes.export.ChestPhantom;
import io.github.dicomvolumes.export.VolumeExport;
import io.github.dicomvolumes.volume.DicomVolume;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What other programs find in the series that are written. Skipped where they are not installed. */
class SeriesJudgesTest {

	private static final String PYTHON = "/usr/bin/python3";
	private static final Path NIH = Path.of("../shared/data/nih/20180918Si");

	@TempDir
	private Path folder;

	/** A source, and how it is written. */
	private record Case(String name, Writer source, SeriesOptions options) {

		@Override
		public String toString() {
			return name;
		}
	}

	@FunctionalInterface
	private interface Writer {

		void write(Path folder) throws IOException;
	}

	static Stream<Case> cases() {
		final SeriesOptions rle = SeriesOptions.DEFAULT.withRle(true),
			secondary = SeriesOptions.DEFAULT.withKind(SeriesKind.SECONDARY_CAPTURE),
			map = SeriesOptions.DEFAULT.withKind(SeriesKind.PARAMETRIC_MAP);
		return Stream.of(new Case("phantom", ChestPhantom::write, SeriesOptions.DEFAULT),
			new Case("phantom, RLE", ChestPhantom::write, rle),
			new Case("oblique CT", folder -> oblique().write(folder), SeriesOptions.DEFAULT),
			new Case("oblique CT, signed, RLE",
				folder -> oblique().signed().values((k, r, c) -> k * 9 - r * c).write(folder), rle),
			new Case("CT as secondary capture", folder -> oblique().write(folder), secondary),
			new Case("MR", folder -> oblique().modality("MR").write(folder), SeriesOptions.DEFAULT),
			new Case("map of an oblique CT", folder -> oblique().write(folder), map),
			new Case("map of a PET", folder -> pet().write(folder), map),
			new Case("PET of slopes that differ", folder -> pet().write(folder), SeriesOptions.DEFAULT),
			new Case("colour",
				folder -> new SyntheticSeries("colour").modality("OT")
					.rgb(0)
					.values((k, r, c) -> k * 0x050607 + r * 0x0800 + c)
					.write(folder),
				rle),
			new Case("bytes",
				folder -> new SyntheticSeries("bytes").modality("OT")
					.bits(8)
					.values((k, r, c) -> k * 10 + r + c)
					.write(folder),
				SeriesOptions.DEFAULT));
	}

	private static SyntheticSeries oblique() {
		return new SyntheticSeries("oblique").orientation(0, 0.8, -0.6, 0, 0.6, 0.8)
			.positions(k -> new double[] { 4 + 2.5 * k, -3, 7 })
			.rescale(2, -1024)
			.with(Dictionary.tag("PatientBirthDate"), "19700412");
	}

	private static SyntheticSeries pet() {
		return new SyntheticSeries("pet").modality("PT")
			.rescale(k -> 0.5 + 0.125 * k, 0)
			.with(Dictionary.tag("Units"), "BQML");
	}

	private List<Path> export(final Case one) throws IOException {
		final Path source = Files.createDirectory(folder.resolve("source"));
		one.source.write(source);
		return VolumeExport.dicom(DicomVolumes.open(source), folder.resolve("copy"), one.options).files();
	}

	/** Errors of the source's own attributes are inherited; there are no others. */
	@ParameterizedTest
	@MethodSource("cases")
	void dciodvfyFindsNoNewErrors(final Case one) throws IOException {
		assumeTrue(Files.isExecutable(Path.of("/usr/bin/dciodvfy")), "dicom3tools are not installed");
		final List<Path> files = export(one);
		final List<String> inherited = errors(firstOf(folder.resolve("source")));
		for (final Path file : List.of(files.get(0), files.get(files.size() - 1))) {
			final List<String> now = errors(file);
			now.removeAll(inherited);
			assertEquals(List.of(), now, one + " " + file.getFileName());
		}
	}

	/**
	 * The same of real series. What a source says of itself that is wrong, a UID of nobody's root or frames in a class
	 * of one frame, is wrong in references to it, too.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "nih/20180918Si", "nih/20180918GE", "scanners", "pydicom", "pydicom-data" })
	void dciodvfyFindsNoNewErrorsInRealSeries(final String collection) throws IOException {
		assumeTrue(Files.isExecutable(Path.of("/usr/bin/dciodvfy")), "dicom3tools are not installed");
		final Path place = Path.of("../shared/data").resolve(collection);
		assumeTrue(Files.isDirectory(place), () -> place + " is not there");
		int n = 0;
		for (final DicomVolume volume : DicomVolumes.openAll(place)) {
			final List<String> now = errors(
				VolumeExport.dicom(volume, folder.resolve("copy" + n++), SeriesOptions.DEFAULT).files().get(0));
			now.removeAll(errors(Path.of(volume.stack().files().get(0).source().container())));
			now.removeIf(error -> error.contains("Illegal root for UID") || error.contains("ReferencedFrameNumber"));
			assertEquals(List.of(), now, volume.toString());
		}
		assertTrue(n > 0, collection);
	}

	private static Path firstOf(final Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.sorted().findFirst().orElseThrow();
		}
	}

	private static List<String> errors(final Path file) throws IOException {
		final List<String> errors = new ArrayList<>();
		for (final String line : Machine.run("dciodvfy", file.toString()).output().split("\\R"))
			if (line.startsWith("Error")) errors.add(line.replaceAll("Module=<\\w+>", ""));
		return errors;
	}

	@ParameterizedTest
	@MethodSource("cases")
	void dcmdumpAndPydicomReadTheSameValues(final Case one) throws Exception {
		assumeTrue(Files.isExecutable(Path.of("/usr/bin/dcmdump")), "dcmtk is not installed");
		assumeTrue(
			Files.isExecutable(Path.of(PYTHON)) &&
				new ProcessBuilder(PYTHON, "-c", "import pydicom, numpy").start().waitFor() == 0,
			"pydicom is not installed");
		final List<Path> files = export(one);
		final List<String> command = new ArrayList<>(Arrays.asList(PYTHON, "-c",
			"""
			import sys, pydicom, numpy
			for file in sys.argv[1:]:
				d = pydicom.dcmread(file)
				if "FloatPixelData" in d:
					for v in numpy.frombuffer(d.FloatPixelData, "<f4").astype(float).reshape(-1, d.Rows, d.Columns):
						print(v.shape, repr(v.sum()), repr(v[0, 0]), repr(v[-1, -1]))
					continue
				v = d.pixel_array.astype(float) * float(d.get("RescaleSlope", 1)) + float(d.get("RescaleIntercept", 0))
				if v.ndim == 3 and v.shape[2] == 3: v = v[:, :, 0] * 65536.0 + v[:, :, 1] * 256 + v[:, :, 2]
				print(v.shape, repr(v.sum()), repr(v[0, 0]), repr(v[-1, -1]))
			"""));
		for (final Path file : files) {
			assertEquals(0, Machine.run("dcmdump", "-q", file.toString()).code(), file.toString());
			command.add(file.toString());
		}
		final var ended = Machine.run(command.toArray(String[]::new));
		assertEquals(0, ended.code(), ended::toString);
		final String[] lines = ended.output().strip().split("\\R");
		final DicomVolume volume = DicomVolumes.open(folder.resolve("source"));
		assertEquals(volume.stack().slices(), lines.length, ended::toString);
		for (int slice = 0; slice < lines.length; slice++)
			assertValues(volume, slice, lines[slice]);
	}

	private static void assertValues(final DicomVolume volume, final int slice, final String line) {
		final String[] said = line.substring(line.indexOf(')') + 1).strip().split(" ");
		final int pixels = (int) (volume.geometry().columns() * volume.geometry().rows());
		final double[] values = new double[pixels];
		Arrays.setAll(values, pixel -> value(volume, slice, pixel));
		final double error = volume.plan().isReal() ? 0.1 : 1e-9; // PET: half a step
		assertEquals(Arrays.stream(values).sum(), Double.parseDouble(said[0]), error * pixels + 1e-6, line);
		assertEquals(values[0], Double.parseDouble(said[1]), error, line);
		assertEquals(values[pixels - 1], Double.parseDouble(said[2]), error, line);
	}

	private static double value(final DicomVolume volume, final int slice, final int pixel) {
		final double held = volume.plan().type().value(volume.plane(slice, 0, 0), pixel);
		return volume.isColour() ? (long) held & 0xFFFFFF : volume.plan().line().real(held);
	}

	/** Each of the real series, and an oblique one: the same affine and values before and after. */
	@ParameterizedTest
	@MethodSource("cases")
	void dcm2niixMakesTheSameOfIt(final Case one) throws Exception {
		assumeTrue(
			one.options.kind() == SeriesKind.AS_SOURCE && !one.name.contains("bytes") && !one.name.contains("colour"));
		final Path source = folder.resolve("source"), copy = folder.resolve("copy");
		export(one);
		assertSameNifti(source, copy, one.name);
	}

	@Test
	void dcm2niixMakesTheSameOfRealSeries() throws Exception {
		assumeTrue(Files.isDirectory(NIH), () -> NIH + " is not there");
		int n = 0;
		for (final DicomVolume volume : DicomVolumes.openAll(NIH)) {
			final Path source = Files.createDirectories(folder.resolve("source" + n)),
				copy = folder.resolve("copy" + n);
			for (final var file : volume.stack().files()) {
				final Path original = Path.of(file.source().container());
				Files.copy(original, source.resolve(original.getFileName()));
			}
			VolumeExport.dicom(volume, copy, SeriesOptions.DEFAULT);
			assertSameNifti(source, copy, volume.toString());
			n++;
		}
		assertTrue(n >= 4, n + " series");
	}

	private void assertSameNifti(final Path source, final Path copy, final String name) throws Exception {
		assumeTrue(Files.isExecutable(Path.of("/usr/bin/dcm2niix")), "dcm2niix is not installed");
		assumeTrue(new ProcessBuilder(PYTHON, "-c", "import nibabel").start().waitFor() == 0,
			"nibabel is not installed");
		for (final Path place : List.of(source, copy))
			assertEquals(0,
				Machine.run("dcm2niix", "-z", "n", "-b", "n", "-f", "all_%s", "-o", place.toString(), place.toString())
					.code(),
				name);
		final var ended = Machine.run(PYTHON, "-c",
			"""
			import sys, glob, nibabel, numpy
			a, b = [sorted(glob.glob(folder + "/*.nii")) for folder in sys.argv[1:]]
			assert len(a) == len(b) == 1, (a, b)
			a, b = nibabel.load(a[0]), nibabel.load(b[0])
			assert a.shape == b.shape, (a.shape, b.shape)
			assert numpy.allclose(a.affine, b.affine, atol=1e-4), (a.affine, b.affine)
			error = numpy.abs(a.get_fdata() - b.get_fdata()).max()
			assert error <= 1e-6 + 1e-5 * numpy.abs(a.get_fdata()).max(), error
			print("same")
			""", source.toString(), copy.toString());
		assertTrue(ended.output().contains("same"), () -> name + ": " + ended);
	}
}
