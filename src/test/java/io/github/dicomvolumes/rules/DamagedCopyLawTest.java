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

import static io.github.dicomvolumes.SyntheticObjects.frameAt;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.Encapsulated;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.AttributesBuilder;
import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.data.Element;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.TransferSyntax;
import io.github.dicomvolumes.data.VR;
import io.github.dicomvolumes.export.file.DicomWriter;
import io.github.dicomvolumes.volume.DicomVolume;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A damaged copy of a slice, put beside the intact series under any name, never changes the volume of the intact files
 * (R7). Seeded; {@code -Dmutants=100000} tries more.
 */
class DamagedCopyLawTest {

	private static final int MUTANTS = Integer.getInteger("mutants", 600);

	/** Whose file the copy says that it is. */
	private enum Identity {
		KEPT, OTHER_INSTANCE, OTHER_SERIES
	}

	@TempDir
	Path temp;

	/** A copy, and whether what was changed are only pixels or times, which no one can know to be wrong. */
	private record Mutant(byte[] bytes, String change, boolean isPlausible) {}

	@Test
	void truncatedAtEveryElement() throws IOException {
		final var series = new SyntheticSeries();
		final byte[] whole = series.toBytes(2);
		final var before = Attributes.builder();
		final List<Integer> cuts = new ArrayList<>();
		for (final Element element : series.attributes(2).elements()) {
			copy(element, series.attributes(2), before);
			final boolean hasUids = element.tag() >= Tag.SOP_INSTANCE_UID; // of which the meta information is made
			if (hasUids && element.tag() != Tag.PIXEL_DATA) cuts.add(new DicomWriter().toBytes(before.build()).length);
		}
		final int header = cuts.get(cuts.size() - 1);
		for (int i = 1; i < 6; i++)
			cuts.add(header + i * (whole.length - header) / 6);
		final List<String> failures = new ArrayList<>();
		for (final int cut : cuts)
			for (final String name : List.of("A", "Z"))
				check(series, 2, new Mutant(Arrays.copyOf(whole, cut), "cut at " + cut, false), name, failures);
		assertEquals(List.of(), failures);
	}

	@Test
	void changed() throws IOException {
		final List<String> failures = new ArrayList<>();
		for (int seed = 0; seed < MUTANTS; seed++) {
			final Random random = new Random(seed);
			final var series = new SyntheticSeries("law").slices(5 + random.nextInt(4));
			if (random.nextBoolean()) series.shuffledInstanceNumbers(seed);
			if (random.nextInt(4) == 0) series.step(0.3, 1, 3);
			final int k = random.nextInt(5);
			check(series, k, mutant(series, k, random, "seed " + seed), random.nextBoolean() ? "A" : "Z", failures);
		}
		assertEquals(List.of(), failures, () -> failures.size() + " of " + MUTANTS);
	}

	/**
	 * Frames that a copy says but does not hold, wherever it places them, whatever else it holds, compressed or not, in
	 * an archive or not.
	 */
	@Test
	void framesWithoutPixels() throws IOException {
		final List<String> failures = new ArrayList<>();
		final int tries = Math.max(150, MUTANTS / 4);
		for (int seed = 0; seed < tries; seed++) {
			final Random random = new Random(seed);
			final var series = new SyntheticSeries("frames").slices(3 + random.nextInt(5));
			final int k = random.nextInt(3);
			final Mutant claim = claimOfFrames(series, k, random, "seed " + seed);
			final String name = random.nextBoolean() ? "A" : "Z";
			if (random.nextInt(3) > 0) check(series, k, claim, name, failures);
			else check(series, k, new Mutant(zip(claim.bytes), claim.change + " in a zip", false), name + ".zip",
				failures);
		}
		assertEquals(List.of(), failures, () -> failures.size() + " of " + tries);
	}

	/** The same bytes, of which a copy says that they are compressed, or another kind of number. */
	@Test
	void sameBytesReadOtherwise() throws IOException {
		final List<String> failures = new ArrayList<>();
		final var series = new SyntheticSeries("bytes").slices(3);
		final Attributes intact = series.attributes(1);
		final byte[] pixels = intact.optional(Tag.PIXEL_DATA).orElseThrow().bytes();
		for (final int tag : new int[] { Tag.PIXEL_DATA, Tag.FLOAT_PIXEL_DATA, Tag.DOUBLE_FLOAT_PIXEL_DATA })
			for (final String syntax : List.of("1.2.840.10008.1.2.1", Encapsulated.RLE, Encapsulated.JPEG_BASELINE,
				"1.2.840.10008.1.2.4.57", "1.2.840.10008.1.2.4.80", "1.2.840.10008.1.2.4.90"))
			{
				final var builder = Attributes.builder();
				for (final Element element : intact.elements())
					if (element.tag() != Tag.PIXEL_DATA) copy(element, intact, builder);
				builder.put(tag, tag == Tag.PIXEL_DATA ? VR.OW : tag == Tag.FLOAT_PIXEL_DATA ? VR.OF : VR.OD, pixels);
				final byte[] bytes = new DicomWriter(TransferSyntax.of(syntax), true, false).toBytes(builder.build());
				check(series, 1, new Mutant(bytes, Tag.describe(tag) + " as " + syntax, false), "A", failures);
			}
		assertEquals(List.of(), failures);
	}

	private static Mutant claimOfFrames(final SyntheticSeries series, final int k, final Random random,
		final String seed)
	{
		final Attributes intact = series.attributes(k);
		final int frames = 2 + random.nextInt(4), bits = random.nextInt(4) == 0 ? 8 : 16;
		final var builder = Attributes.builder();
		if (random.nextBoolean()) builder.put(Tag.SOP_INSTANCE_UID, "1.2.3." + random.nextInt(1000));
		builder.put(Tag.NUMBER_OF_FRAMES, frames);
		final boolean areGroups = random.nextInt(4) > 0, arePlaced = random.nextInt(4) > 0;
		if (random.nextInt(4) == 0) builder.put(Tag.BITS_ALLOCATED, bits).put(Tag.BITS_STORED, bits);
		final String places = areGroups ? arePlaced ? "placed" : "not placed" : "no groups";
		if (areGroups) builder.put(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE,
			IntStream.range(0, frames)
				.mapToObj(
					n -> arePlaced ? frameAt(-10, -20, 30 + 3 * random.nextInt(3), Attributes.EMPTY) : Attributes.EMPTY)
				.toList());
		for (final Element element : intact.elements())
			if (random.nextInt(20) > 0 || element.tag() == Tag.PIXEL_DATA) copy(element, intact, builder);
		final byte[] pixels = intact.optional(Tag.PIXEL_DATA).orElseThrow().bytes();
		final int way = random.nextInt(3);
		final Attributes claim = builder.build();
		final byte[] bytes = way == 0 ? new DicomWriter().toBytes(claim)
			: way == 1 ? Encapsulated.file(claim, Encapsulated.RLE, pixels.length, pixels)
				: Encapsulated.file(claim, Encapsulated.RLE, Encapsulated.NO_TABLE,
					List.of(Encapsulated.rle(pixels, 1, 2)));
		return new Mutant(bytes,
			seed + ": " + frames + " frames " + places + List.of("", ", RLE by name", ", RLE").get(way), false);
	}

	private static byte[] zip(final byte[] file) throws IOException {
		final var out = new ByteArrayOutputStream();
		try (var zip = new ZipOutputStream(out)) {
			zip.putNextEntry(new ZipEntry("a"));
			zip.write(file);
		}
		return out.toByteArray();
	}

	private void check(final SyntheticSeries series, final int k, final Mutant mutant, final String name,
		final List<String> failures) throws IOException
	{
		final Path folder = Files.createTempDirectory(temp, "law");
		series.write(folder);
		final DicomVolume intact = DicomVolumes.open(folder);
		Files.write(folder.resolve(name), mutant.bytes);
		final List<String> seen = new ArrayList<>();
		try {
			final List<DicomVolume> volumes = DicomVolumes.openAll(folder);
			if (volumes.stream().noneMatch(v -> isSame(intact, v, mutant.isPlausible ? k : -1)))
				volumes.forEach(v -> seen.add(Arrays.toString(v.dimensions()) + " " + v.report().toString()));
			else seen.add("");
		}
		catch (final DicomException exc) {
			seen.add(exc.toString());
		}
		if (!seen.get(0).isEmpty()) failures.add(name + " of slice " + k + ", " + mutant.change + ": " +
			seen.toString().lines().findFirst().orElse("") + " x" + seen.size() + "\n");
		try (Stream<Path> files = Files.list(folder)) {
			for (final Path file : (Iterable<Path>) files::iterator)
				Files.delete(file);
		}
	}

	/** @param except the slice that may hold other pixels, as in either of two files that are as plausible; or -1 */
	private static boolean isSame(final DicomVolume expected, final DicomVolume actual, final int except) {
		if (!expected.geometry().equals(actual.geometry()) ||
			!Arrays.equals(expected.dimensions(), actual.dimensions())) return false;
		final var left = expected.values().randomAccess();
		final var right = actual.values().randomAccess();
		for (int z = 0; z < expected.dimensions()[2]; z++)
			for (int y = 0; y < expected.dimensions()[1]; y++)
				for (int x = 0; x < expected.dimensions()[0]; x++)
					if (z != except && left.setPositionAndGet(x, y, z)
						.getRealDouble() != right.setPositionAndGet(x, y, z).getRealDouble()) return false;
		return true;
	}

	private static Mutant mutant(final SyntheticSeries series, final int k, final Random random, final String seed) {
		final Attributes intact = series.attributes(k);
		final Identity identity = Identity.values()[random.nextInt(Identity.values().length)];
		final var builder = Attributes.builder();
		if (identity == Identity.OTHER_INSTANCE) builder.put(Tag.SOP_INSTANCE_UID, "1.2.3." + random.nextInt(1000));
		if (identity == Identity.OTHER_SERIES) builder.put(Tag.SERIES_INSTANCE_UID, "1.2.3." + random.nextInt(1000));
		final List<Element> elements = intact.elements();
		final int way = random.nextInt(4);
		final Element changed = elements.get(random.nextInt(elements.size()));
		String what = seed + " " + identity + " ";
		boolean plausible = false;
		if (way == 0) {
			what += "changed " + changed;
			plausible = changed.tag() == Tag.PIXEL_DATA;
			change(changed, builder, random);
		}
		else if (way == 1) what += "lacks " + changed;
		for (final Element element : elements)
			if (way != 1 || element.tag() != changed.tag()) copy(element, intact, builder);
		byte[] bytes = new DicomWriter().toBytes(builder.build());
		if (way == 2) {
			bytes = Arrays.copyOf(bytes, 132 + random.nextInt(bytes.length - 132));
			what += "cut to " + bytes.length;
		}
		if (way == 3) {
			final int n = 1 + random.nextInt(4), pixels = bytes.length - 2 * 16 * 12;
			for (int i = 0; i < n; i++) {
				final int at = random.nextInt(bytes.length);
				bytes[at] = (byte) random.nextInt(256);
				plausible |= at >= pixels;
				what += "byte " + at + ", ";
			}
		}
		return new Mutant(bytes, what, plausible);
	}

	private static void change(final Element element, final AttributesBuilder builder, final Random random) {
		final byte[] bytes = element.bytes();
		if (!element.vr().isText()) bytes[random.nextInt(bytes.length)] ^= (byte) (1 + random.nextInt(255));
		else if (element.vr() == VR.DS || element.vr() == VR.IS) {
			final List<String> values = new ArrayList<>(element.strings());
			values.set(random.nextInt(values.size()), Integer.toString(random.nextInt(200) - 50));
			builder.put(element.tag(), values.toArray(String[]::new));
			return;
		}
		else bytes[random.nextInt(bytes.length)] = (byte) ('A' + random.nextInt(26));
		builder.put(element.tag(), element.vr(), bytes);
	}

	private static void copy(final Element element, final Attributes from, final AttributesBuilder builder) {
		if (element.vr() == VR.SQ) builder.put(element.tag(), from.items(element.tag()));
		else builder.put(element.tag(), element.vr(), element.bytes());
	}
}
