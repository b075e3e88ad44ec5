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

import static io.github.dicomvolumes.rules.Volumes.BASE;
import static io.github.dicomvolumes.rules.Volumes.assertBase;
import static io.github.dicomvolumes.rules.Volumes.assertBaseGrid;
import static io.github.dicomvolumes.rules.Volumes.assertStored;
import static io.github.dicomvolumes.rules.Volumes.finding;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.VR;
import io.github.dicomvolumes.series.Finding.Code;
import io.github.dicomvolumes.series.catalog.SeriesCatalog;
import io.github.dicomvolumes.series.catalog.Stack;
import io.github.dicomvolumes.volume.DicomVolume;
import io.github.dicomvolumes.volume.ImportOptions;
import io.github.dicomvolumes.volume.ImportResult;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Bad input, section 5 of the rules: a clear message with the path, everything else imported, and no memory for what
 * the files do not hold. Damaged headers are in {@link FindingFilesTest}, cut pixels in {@link PixelLengthTest}.
 */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BadInputTest {

	private static final com.sun.management.ThreadMXBean THREADS = (com.sun.management.ThreadMXBean) ManagementFactory
		.getThreadMXBean();

	// -- Nothing there --

	@Test
	void emptyFolder(@TempDir final Path folder) {
		assertNothing(folder, "0 files examined");
	}

	@RuleCases("only_junk")
	void onlyJunk(final RuleCase files) throws IOException {
		final String message = assertNothing(files.place(), "1 file examined");
		assertTrue(message.contains(files.place().resolve("a.txt") + ": not DICOM"), message);
	}

	@RuleCases("no_rows")
	void onlyFilesWithoutRows(final RuleCase files) throws IOException {
		final String message = assertNothing(files.place(), "5 files examined");
		assertTrue(message.contains("(0028,0010) Rows"), message);
	}

	/** However many there are, the message can be read. */
	@Test
	void muchJunk(@TempDir final Path folder) throws IOException {
		for (int i = 0; i < 300; i++)
			Files.writeString(folder.resolve("junk" + i), "x".repeat(i));
		final String message = assertNothing(folder, "300 files examined");
		assertTrue(message.lines().count() < 20, message);
		assertTrue(message.contains("300 not DICOM"), message);
	}

	@Test
	void noFolder(@TempDir final Path folder) {
		final Path nowhere = folder.resolve("nowhere");
		final var failure = assertThrows(FileNotFoundException.class, () -> DicomVolumes.open(nowhere));
		assertTrue(failure.getMessage().contains(nowhere.toString()), failure.getMessage());
	}

	@Test
	void brokenArchive(@TempDir final Path folder) throws IOException {
		final Path archive = folder.resolve("broken.zip");
		Files.writeString(archive, "PK but no more");
		assertTrue(assertNothing(archive, "1 file examined").contains("no readable archive"));
	}

	/** Junk of every length is junk. */
	@Test
	void randomBytes(@TempDir final Path folder) throws IOException {
		final var random = new Random(7);
		for (int i = 0; i < 200; i++) {
			final byte[] bytes = new byte[random.nextInt(2000)];
			random.nextBytes(bytes);
			if (i % 2 == 0 && bytes.length > 132) System.arraycopy("DICM".getBytes(), 0, bytes, 128, 4);
			Files.write(folder.resolve("random" + i), bytes);
		}
		new SyntheticSeries().write(folder);
		final SeriesCatalog catalog = DicomVolumes.scan(folder);
		assertEquals(205, catalog.scan().examined());
		assertEquals(200, catalog.skipped().size());
		assertBase(DicomVolumes.open(folder));
	}

	// -- Files that say what is not so --

	/** @param columns, rows of a file with 384 bytes of pixels */
	@ParameterizedTest
	@CsvSource({ "65535, 65535", "65535, 32767", "20000, 20000", "1000, 1000", "16, 25" })
	void hugeSizes(final int columns, final int rows, @TempDir final Path folder) throws IOException {
		new SyntheticSeries("good").write(folder);
		new SyntheticSeries("huge").slices(2)
			.fileNames("HUGE%d")
			.with(Tag.COLUMNS, columns)
			.with(Tag.ROWS, rows)
			.write(folder);
		final long before = allocated();
		final SeriesCatalog catalog = DicomVolumes.scan(folder);
		final ImportResult all = DicomVolumes.load(catalog, ImportOptions.DEFAULT.withSeries("all"));
		assertAllocated(before, 4);
		assertEquals(1, all.volumes().size());
		assertBase(all.volumes().get(0));
		assertEquals(1, all.failures().size());
		final String message = all.failures().get(0);
		final String found = rows > 32767 ? "Rows is " : "Rows ";
		assertTrue(message.contains(folder.resolve("HUGE1").toString()) && message.contains(found + rows), message);
		if (rows <= 32767) assertTrue(message.contains("the files hold 768"), message);
	}

	/** Of a volume of which the files hold more than half, the rest is filled. */
	@Test
	void halfOfTheSizeIsHeld(@TempDir final Path folder) throws IOException {
		new SyntheticSeries().with(Tag.ROWS, 20).write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		Volumes.assertSize(volume, 16, 20, 5);
		assertStored(volume, (k, r, c) -> r < 12 ? BASE.at(k, r, c) : 0);
		assertEquals(5, finding(volume, Code.TRUNCATED).files().size());
	}

	@ParameterizedTest
	@ValueSource(ints = { 0x7FFFFFFE, 0x10000000, 0xFFFFFFFE })
	void wrongPixelLength(final int length, @TempDir final Path folder) throws IOException {
		new SyntheticSeries().damage(2, bytes -> {
			for (int i = 0; i < 4; i++)
				bytes[bytes.length - 388 + i] = (byte) (length >> 8 * i);
			return bytes;
		}).write(folder);
		final long before = allocated();
		final DicomVolume volume = DicomVolumes.open(folder);
		assertAllocated(before, 4);
		assertBase(volume);
	}

	/** A length anywhere in the header: the file is read, or skipped with the reason; the others are read. */
	@Test
	void wrongLengthsAnywhereInTheHeader(@TempDir final Path folder) throws IOException {
		final var series = new SyntheticSeries();
		series.write(folder);
		final byte[] good = series.toBytes(2);
		final long before = allocated();
		for (int at = 132; at < good.length - 384; at += 3) {
			final byte[] bad = good.clone();
			bad[at] = (byte) 0xFF;
			bad[at + 1] = 0x7F;
			Files.write(folder.resolve("IM003"), bad);
			final ImportResult all = DicomVolumes.load(DicomVolumes.scan(folder),
				ImportOptions.DEFAULT.withSeries("all"));
			final long first = all.volumes().stream().filter(v -> Volumes.files(v).contains("IM001")).count();
			assertEquals(1, first, "byte " + at);
		}
		assertAllocated(before, 400);
	}

	/** A header cut anywhere. */
	@Test
	void headerCutAnywhere(@TempDir final Path folder) throws IOException {
		final var series = new SyntheticSeries();
		series.write(folder);
		final byte[] good = series.toBytes(2);
		for (int length = 0; length < good.length - 384; length += 7) {
			Files.write(folder.resolve("IM003"), Arrays.copyOf(good, length));
			final SeriesCatalog catalog = DicomVolumes.scan(folder);
			assertEquals(1, catalog.skipped().size(), "cut at " + length);
			assertTrue(catalog.skipped().get(0).file().endsWith("IM003"));
			final DicomVolume volume = DicomVolumes.load(catalog, ImportOptions.DEFAULT).volumes().get(0);
			assertBaseGrid(volume);
			assertStored(volume, k -> k != 2, BASE);
		}
	}

	/** Pixels cut anywhere, also within a word. */
	@Test
	void pixelsCutAnywhere(@TempDir final Path folder) throws IOException {
		final var series = new SyntheticSeries();
		series.write(folder);
		final byte[] good = series.toBytes(2);
		for (int cut = 1; cut < 384; cut += 11) {
			final int pixels = (384 - cut) / 2;
			Files.write(folder.resolve("IM003"), Arrays.copyOf(good, good.length - cut));
			assertStored(DicomVolumes.open(folder), (k, r, c) -> k == 2 && 16 * r + c >= pixels ? 0 : BASE.at(k, r, c));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "1e999\\0\\0", "\\\\", "NaN\\0\\0", "0\\0", "1,5\\x\\2", "--5\\0\\0" })
	void garbageInPosition(final String position, @TempDir final Path folder) throws IOException {
		new SyntheticSeries().slice(4, a -> a.put(Tag.IMAGE_POSITION_PATIENT, position)).write(folder);
		final List<DicomVolume> volumes = DicomVolumes.openAll(folder);
		assertEquals(2, volumes.size());
		final DicomVolume rest = volumes.get(volumes.get(0).dimensions()[2] == 4 ? 0 : 1);
		assertStored(rest, BASE);
		assertEquals(4, rest.dimensions()[2]);
		final DicomVolume lost = volumes.get(rest == volumes.get(0) ? 1 : 0);
		assertTrue(finding(lost, Code.NO_POSITION).files().get(0).endsWith("IM005"));
	}

	/** One far slice must not make a grid of millions of empty ones. */
	@ParameterizedTest
	@ValueSource(strings = { "1e6", "3e9", "9e11" })
	void wildPosition(final String z, @TempDir final Path folder) throws IOException {
		new SyntheticSeries().slice(4, a -> a.put(Tag.IMAGE_POSITION_PATIENT, "-10", "-20", z)).write(folder);
		final long before = allocated();
		final List<DicomVolume> volumes = DicomVolumes.openAll(folder);
		assertAllocated(before, 4);
		assertEquals(List.of(4L, 1L), Volumes.slices(volumes));
		assertStored(volumes.get(0), BASE);
	}

	/** The file is gone between the scan and the load: a blank slice, a message, the others are there. */
	@RuleCases("axial_asc")
	void unreadablePixels(final RuleCase files, @TempDir final Path folder) throws IOException {
		for (int k = 1; k <= 5; k++)
			Files.copy(files.place().resolve("IM00" + k), folder.resolve("IM00" + k));
		final SeriesCatalog catalog = DicomVolumes.scan(folder);
		Files.delete(folder.resolve("IM003"));
		final DicomVolume volume = DicomVolumes.load(catalog, ImportOptions.DEFAULT).volumes().get(0);
		assertBaseGrid(volume);
		assertStored(volume, k -> k != 2, BASE);
		assertStored(volume, k -> k == 2, (k, r, c) -> 0);
		assertEquals(List.of(folder.resolve("IM003") + ": no such file any more"),
			finding(volume, Code.UNREADABLE_SLICE).files());
		for (int k = 1; k <= 5; k++)
			Files.deleteIfExists(folder.resolve("IM00" + k));
		final var failure = assertThrows(DicomException.class, () -> DicomVolumes.load(catalog, ImportOptions.DEFAULT));
		assertTrue(failure.getMessage().contains("no slice can be read"), failure.getMessage());
	}

	/** What cannot be described makes no plane: a message that names the tag. */
	@ParameterizedTest
	@CsvSource({ "BITS_ALLOCATED, 0, Bits Allocated", "BITS_ALLOCATED, 13, Bits Allocated",
		"SAMPLES_PER_PIXEL, 3, Samples per Pixel" })
	void unusableDescription(final String tag, final int value, final String name, @TempDir final Path folder)
		throws IOException
	{
		final int number = tag.startsWith("BITS") ? Tag.BITS_ALLOCATED : Tag.SAMPLES_PER_PIXEL;
		new SyntheticSeries("bad").with(number, value).fileNames("BAD%d").write(folder);
		new SyntheticSeries("good").write(folder);
		final ImportResult all = DicomVolumes.load(DicomVolumes.scan(folder), ImportOptions.DEFAULT.withSeries("all"));
		assertEquals(1, all.volumes().size());
		assertBase(all.volumes().get(0));
		assertTrue(all.failures().get(0).startsWith("bad (" + folder.resolve("BAD1")), all.failures().get(0));
		assertTrue(all.failures().get(0).contains(name), all.failures().get(0));
		assertBase(DicomVolumes.open(folder)); // the largest that can be loaded
	}

	/** One slice of a volume that cannot be described is blank. */
	@Test
	void unusableDescriptionOfOneSlice(@TempDir final Path folder) throws IOException {
		new SyntheticSeries().slice(2, a -> a.put(Tag.BITS_ALLOCATED, VR.US, 13)).write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertBaseGrid(volume);
		assertStored(volume, k -> k != 2, BASE);
		assertTrue(finding(volume, Code.UNREADABLE_SLICE).files().get(0).contains("IM003"));
	}

	/** Every file of the collections: a volume, or a reason; no other failure. */
	@ParameterizedTest
	@ValueSource(strings = { "pydicom", "pydicom-data", "pydicom-charsets" })
	void everyRealFileIsReadOrExplained(final String folder) throws IOException {
		final SeriesCatalog catalog = DicomVolumes.scan(Volumes.data(folder));
		int loaded = 0;
		for (final Stack stack : catalog.stacks()) {
			if (stack.unsupported().isPresent()) continue;
			final DicomVolume volume = DicomVolumes.load(catalog, List.of(stack), ImportOptions.DEFAULT)
				.volumes()
				.get(0);
			volume.displayRange();
			loaded++;
		}
		assertTrue(loaded > (folder.equals("pydicom") ? 45 : folder.equals("pydicom-data") ? 8 : -1),
			loaded + " loaded");
		assertTrue(catalog.skipped().stream().noneMatch(s -> s.text().isBlank()));
		final long files = catalog.stacks()
			.stream()
			.flatMap(s -> s.files().stream())
			.map(f -> f.source().name())
			.distinct()
			.count();
		assertEquals(catalog.scan().examined(), files + catalog.skipped().size(), "no file is forgotten");
	}

	private static String assertNothing(final Path place, final String examined) {
		final var failure = assertThrows(DicomException.class, () -> DicomVolumes.open(place));
		assertTrue(failure.getMessage().startsWith("No DICOM images in " + place + " (" + examined),
			failure.getMessage());
		return failure.getMessage();
	}

	/** Bytes that all threads of now have allocated so far; those that ended do not count. */
	private static long allocated() {
		return THREADS.getCurrentThreadAllocatedBytes();
	}

	/** With one slice or none for other threads, what counts is allocated here; planes of other threads do not fit. */
	private static void assertAllocated(final long before, final int megabytes) {
		final long allocated = allocated() - before;
		assertTrue(allocated < (long) megabytes << 20, () -> (allocated >> 20) + " MB allocated");
	}
}
