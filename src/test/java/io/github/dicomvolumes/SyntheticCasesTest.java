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

package io.github.dicomvolumes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Element;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.VR;
import io.github.dicomvolumes.io.header.DicomFile;
import io.github.dicomvolumes.io.header.HeaderReaders;
import io.github.dicomvolumes.io.scan.LocalPlace;
import io.github.dicomvolumes.io.scan.PlaceScan;
import io.github.dicomvolumes.io.source.OpenSources;
import io.github.dicomvolumes.work.Progress;
import io.github.dicomvolumes.io.scan.Scan;
import io.github.dicomvolumes.io.scan.Skipped;

/**
 * Every case can be written and scanned, and reads the same as the files of that name in data/synth, where these lie
 * beside the checkout.
 */
class SyntheticCasesTest {

	private static final Path SYNTH = Path.of("../shared/data/synth");

	/**
	 * UIDs are not the same as those of the files. What matters of them is which slices share one, so each is replaced
	 * by the number of the first file that has it.
	 */
	private static final Set<Integer> UIDS = Set.of(Tag.STUDY_INSTANCE_UID, Tag.SERIES_INSTANCE_UID,
		Tag.SOP_INSTANCE_UID, Tag.FRAME_OF_REFERENCE_UID);

	static List<String> names() {
		return SyntheticCases.names();
	}

	@ParameterizedTest
	@MethodSource("names")
	void everyCaseIsWrittenAndScanned(final String name, @TempDir final Path folder) throws IOException {
		final Scan scan = scan(write(name, folder));
		if (name.equals("only_junk") || name.equals("no_rows")) assertEquals(0, scan.files().size());
		else assertFalse(scan.files().isEmpty(), () -> scan.skipped().toString());
	}

	@ParameterizedTest
	@MethodSource("names")
	void caseReadsLikeTheFilesOfThatName(final String name, @TempDir final Path folder) throws IOException {
		final Path place = SYNTH.resolve(name.equals("zipped") ? "zipped.zip" : name);
		assumeTrue(Files.exists(place), () -> place + " is not there");
		final Scan expected = scan(place), actual = scan(write(name, folder));
		assertEquals(relative(expected, expected.files().stream().map(f -> f.source().name()).toList()),
			relative(actual, actual.files().stream().map(f -> f.source().name()).toList()), "files");
		assertEquals(skipped(expected), skipped(actual), "skipped files");
		final Map<String, String> expectedUids = new HashMap<>(), actualUids = new HashMap<>();
		for (int i = 0; i < expected.files().size(); i++) {
			final DicomFile e = expected.files().get(i), a = actual.files().get(i);
			final String file = e.source().name();
			assertEquals(describe(e.attributes(), i, expectedUids), describe(a.attributes(), i, actualUids), file);
			assertEquals(e.transferSyntax(), a.transferSyntax(), file);
			assertEquals(e.metaInformation().size() == 0, a.metaInformation().size() == 0, file + ": group 0002");
			assertEquals(e.pixelData().length(), a.pixelData().length(), file + ": length of pixel data");
			assertArrayEquals(pixels(e), pixels(a), file);
		}
	}

	@Test
	void everyFolderIsACase() throws IOException {
		assumeTrue(Files.isDirectory(SYNTH), () -> SYNTH + " is not there");
		final Set<String> missing = new TreeSet<>();
		try (var children = Files.list(SYNTH)) {
			children.forEach(child -> missing.add(child.getFileName().toString().replace(".zip", "")));
		}
		missing.removeAll(names());
		assertEquals(Set.of(), missing);
	}

	@Test
	void linksThatLoopAreFollowedOnce(@TempDir final Path folder) throws IOException {
		assertEquals(5, scan(write("symlink_loop", folder)).examined());
	}

	@Test
	void unreadableFileIsSkipped(@TempDir final Path folder) throws IOException {
		final Path place = write("unreadable_file", folder);
		assumeFalse(Files.isReadable(place.resolve("IM003")), "running as root");
		final Scan scan = scan(place);
		assertEquals(4, scan.files().size());
		assertEquals(List.of("IM003 unreadable"), skipped(scan));
	}

	@Test
	void objectsWithoutImageAreSkippedByContent(@TempDir final Path folder) throws IOException {
		final Scan scan = scan(write("non_images", folder));
		assertEquals(5, scan.files().size());
		assertEquals(3, scan.skipped().size());
		assertTrue(scan.skipped().stream().allMatch(s -> s.reason() == Skipped.Reason.NOT_AN_IMAGE));
		assertEquals(3, scan.skipped().stream().map(Skipped::text).distinct().count());
	}

	@Test
	void directoryFileStandsForTheFilesItLists(@TempDir final Path folder) throws IOException {
		final Scan scan = scan(write("dicomdir", folder));
		assertEquals(5, scan.files().size());
		assertEquals(List.of(Skipped.Reason.MISSING), scan.skipped().stream().map(Skipped::reason).toList());
	}

	@Test
	void otherFormsOfFilesAreTheBaseCase(@TempDir final Path folder) throws IOException {
		final var base = new SyntheticSeries("base");
		for (final String name : List.of("hidden_folders", "gzipped", "deflated", "symlink_loop")) {
			final Scan scan = scan(write(name, Files.createDirectory(folder.resolve(name))));
			assertEquals(5, scan.files().size(), name);
			for (int k = 0; k < 5; k++)
				assertArrayEquals(base.pixels(k), pixels(scan.files().get(k)), name);
		}
	}

	// -- The builder, where no case uses it --

	@Test
	void laterCallsCount() {
		final var s = new SyntheticSeries().with(Tag.SLICE_THICKNESS, 5)
			.without(Tag.PIXEL_SPACING)
			.with(Tag.SLICE_THICKNESS, 7)
			.slice(2, a -> a.put(Tag.SLICE_THICKNESS, 9))
			.pixelSpacing(1, 4)
			.without(Tag.PATIENT_ID, 2);
		assertEquals("7", s.attributes(0).orElse(Tag.SLICE_THICKNESS, ""));
		assertEquals("9", s.attributes(2).orElse(Tag.SLICE_THICKNESS, ""));
		assertEquals("1\\4", s.attributes(0).orElse(Tag.PIXEL_SPACING, ""));
		assertTrue(s.attributes(1).contains(Tag.PATIENT_ID));
		assertFalse(s.attributes(2).contains(Tag.PATIENT_ID));
	}

	@Test
	void bitsArePackedAcrossFrames() {
		final byte[] packed = new SyntheticSeries().size(3, 1)
			.frames(2)
			.bits(1)
			.values((k, r, c) -> k == 0 ? 1 : c)
			.pixels(0);
		assertArrayEquals(new byte[] { 0b010_111 }, packed);
	}

	@Test
	void framesCountThroughTheSeries() {
		final var s = new SyntheticSeries().size(1, 1).frames(2).bits(8).values((k, r, c) -> k);
		assertArrayEquals(new byte[] { 2, 3 }, s.pixels(1));
		assertArrayEquals(new byte[] { 0, 5, 6, 1, 5, 6 }, s.rgb(1).values((k, r, c) -> k << 16 | 0x0506).pixels(0));
	}

	@Test
	void shuffledNumbersAreAPermutation(@TempDir final Path folder) throws IOException {
		final List<Path> files = new SyntheticSeries().slices(9).shuffledInstanceNumbers(1).write(folder);
		assertEquals(9, Set.copyOf(files).size());
		assertFalse(files.equals(files.stream().sorted().toList()));
		assertTrue(files.contains(folder.resolve("IM009")));
	}

	private static Path write(final String name, final Path folder) throws IOException {
		try {
			return SyntheticCases.write(name, folder);
		}
		catch (final UnsupportedOperationException exc) {
			assumeTrue(false, () -> "not possible on this file system: " + name);
			throw exc;
		}
	}

	private static Scan scan(final Path place) throws IOException {
		return new PlaceScan(HeaderReaders.BUILT_IN, Progress.NONE).scan(new LocalPlace(place));
	}

	private static List<String> relative(final Scan scan, final List<String> files) {
		return files.stream()
			.map(file -> file.replace(scan.place().toString(), "").replace('\\', '/'))
			.map(file -> file.replaceFirst("^[!/]", ""))
			.toList();
	}

	/** Without the texts, which say at which byte a file is damaged: that depends on the lengths of UIDs. */
	private static List<String> skipped(final Scan scan) {
		final List<String> files = relative(scan, scan.skipped().stream().map(Skipped::file).toList());
		final List<String> lines = new ArrayList<>();
		for (int i = 0; i < files.size(); i++)
			lines.add(files.get(i) + " " + scan.skipped().get(i).reason());
		return lines;
	}

	/**
	 * All attributes and those of items by tag, VR and value: geometry, pixel description and the rest.
	 *
	 * @param file its number
	 * @param uids those of the files before, and the file that has them
	 */
	private static String describe(final Attributes attributes, final int file, final Map<String, String> uids) {
		final StringBuilder lines = new StringBuilder();
		for (final Element e : attributes.elements()) {
			lines.append(Tag.describe(e.tag())).append(' ').append(e.vr()).append(' ');
			if (e.vr() == VR.SQ) for (final Attributes item : attributes.items(e.tag()))
				lines.append('{').append(describe(item, file, uids)).append('}');
			else if (UIDS.contains(e.tag()))
				lines.append(uids.computeIfAbsent(Tag.format(e.tag()) + e.text(), uid -> "as in file " + file));
			else lines.append(value(e));
			lines.append('\n');
		}
		return lines.toString();
	}

	/** Decimal text as numbers of 10 digits, as there are several ways to write one. */
	private static String value(final Element e) {
		if (!e.vr().isText() && e.vr().wordSize() == 1) return HexFormat.of().formatHex(e.bytes());
		if (e.vr() != VR.DS) return e.text();
		final List<String> numbers = new ArrayList<>();
		for (final double number : e.doubles())
			numbers.add(Double.isNaN(number) ? e.text() : "%.9e".formatted(number + 0.0));
		return numbers.toString();
	}

	private static byte[] pixels(final DicomFile file) throws IOException {
		try (var in = Channels.newInputStream(file.openPixels(OpenSources.NONE, 0))) {
			return in.readNBytes((int) file.pixelBytes());
		}
	}
}
