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

import static io.github.dicomvolumes.rules.Volumes.assertBase;
import static io.github.dicomvolumes.rules.Volumes.assertStored;
import static io.github.dicomvolumes.rules.Volumes.data;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.lang.reflect.Array;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.Encapsulated;
import io.github.dicomvolumes.SparseSeries;
import io.github.dicomvolumes.SyntheticObjects;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.data.TransferSyntax;
import io.github.dicomvolumes.series.Finding.Code;
import io.github.dicomvolumes.series.catalog.SeriesCatalog;
import io.github.dicomvolumes.series.catalog.Stack;
import io.github.dicomvolumes.volume.DicomVolume;
import io.github.dicomvolumes.volume.ImportOptions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Virtual volumes: the same as in memory, but read when asked for. */
class VirtualVolumesTest {

	private static final ImportOptions VIRTUAL = ImportOptions.DEFAULT.withVirtual(true);

	@TempDir
	private Path folder;

	// -- The same as in memory --

	@Test
	void baseCase() throws IOException {
		new SyntheticSeries().write(folder);
		final DicomVolume volume = DicomVolumes.open(folder, VIRTUAL);
		assertTrue(volume.isVirtual());
		assertFalse(DicomVolumes.open(folder).isVirtual());
		assertBase(volume);
		assertEquals("", volume.report().note());
	}

	@ParameterizedTest
	@ValueSource(strings = { "synth", "pydicom", "pydicom-data", "nih" })
	void everyVolumeOfTheSampleData(final String collection) throws IOException {
		final SeriesCatalog catalog = DicomVolumes.scan(data(collection));
		int compared = 0;
		for (final Stack stack : catalog.stacks()) {
			if (stack.unsupported().isPresent()) continue;
			final DicomVolume memory;
			try {
				memory = DicomVolumes.load(catalog, List.of(stack), ImportOptions.DEFAULT).volumes().get(0);
			}
			catch (final DicomException exc) {
				continue; // nothing of it can be decoded
			}
			assertSamePixels(memory, DicomVolumes.load(catalog, List.of(stack), VIRTUAL).volumes().get(0));
			compared++;
		}
		assertTrue(compared >= 8, compared + " volumes of " + collection);
	}

	@Test
	void everyKindOfFrame() throws IOException {
		final List<SyntheticSeries> kinds = List.of(new SyntheticSeries("gz").omit(2),
			new SyntheticSeries("signed").signed().bits(16, 12, 11).values((k, r, c) -> 10 * r + c - 300),
			new SyntheticSeries("big").syntax(TransferSyntax.EXPLICIT_BIG_ENDIAN),
			new SyntheticSeries("deflated").syntax(TransferSyntax.DEFLATED_LITTLE_ENDIAN),
			new SyntheticSeries("colour").rgb(0), new SyntheticSeries("planes").rgb(1),
			SyntheticObjects.cine("cine", 7),
			SyntheticObjects.mosaic("mosaic", 6, SyntheticObjects.mosaicCsa(2, 6, 0, 0, 1)),
			SyntheticObjects.segmentation("segments", "BINARY", "NO", List.of("liver", "spleen"),
				new SyntheticObjects.SegmentFrame(1, 0), new SyntheticObjects.SegmentFrame(2, 3)),
			SyntheticObjects.dose("dose", 0, 3, 6));
		for (final SyntheticSeries kind : kinds) {
			final Path place = Files.createTempDirectory(folder, "kind");
			kind.write(place);
			assertSamePixels(DicomVolumes.open(place), DicomVolumes.open(place, VIRTUAL));
		}
	}

	@Test
	void archive() throws IOException {
		final Path zip = folder.resolve("all.zip");
		new SyntheticSeries().writeZip(zip);
		assertBase(DicomVolumes.open(zip, VIRTUAL));
	}

	@Test
	void cutFilesAreKnownBeforeTheyAreRead() throws IOException {
		new SyntheticSeries().slices(5).write(folder);
		try (RandomAccessFile file = new RandomAccessFile(folder.resolve("IM002").toFile(), "rw")) {
			file.setLength(file.length() - 100);
		}
		final DicomVolume volume = DicomVolumes.open(folder, VIRTUAL);
		assertTrue(volume.report().has(Code.TRUNCATED));
		assertEquals(DicomVolumes.open(folder).report().note(), volume.report().note());
		assertStored(volume, k -> k != 1, Volumes.BASE);
		assertEquals(1000, Volumes.stored(volume, 0, 0, 1));
		assertEquals(2000, Volumes.stored(volume, 15, 11, 1), "the least value of the middle slice");
	}

	@Test
	void damageIsReportedWhenItIsRead() throws IOException {
		new SyntheticSeries().only(0, 1, 3, 4).write(folder);
		final Attributes attributes = new SyntheticSeries().attributes(2);
		Files.write(folder.resolve("IM003"),
			Encapsulated.file(attributes, Encapsulated.RLE, Encapsulated.NO_TABLE, List.of(new byte[200])));
		final DicomVolume volume = DicomVolumes.open(folder, VIRTUAL);
		assertEquals("", volume.report().note());
		assertEquals("", volume.problem(2, 0, 0));
		assertStored(volume, k -> k != 2, Volumes.BASE);
		assertStored(volume, k -> k == 2, (k, r, c) -> 1000); // the least of a slice beside it
		assertEquals("1 slice could not be read and was left blank", volume.report().note());
		assertEquals(DicomVolumes.open(folder).report().toString(), volume.report().toString());
		assertTrue(volume.problem(2, 0, 0).contains("IM003"), volume.problem(2, 0, 0));
		assertSame(volume.plane(2, 0, 0), volume.plane(2, 0, 0), "decoded once");
	}

	@Test
	void sliceThatCannotBeInflatedToTheEndKeepsWhatItHas() throws IOException {
		final int columns = 128, pixels = columns * columns;
		for (final Path file : new SyntheticSeries().size(columns, columns)
			.values((k, r, c) -> (k + 1) * (r * columns + c) * 7919L % 60_000)
			.write(folder))
			gzip(file, file.endsWith("IM002"));
		final DicomVolume memory = DicomVolumes.open(folder), volume = DicomVolumes.open(folder, VIRTUAL);
		final short[] plane = (short[]) volume.plane(1, 0, 0);
		for (int i = 0; i < pixels / 2; i++)
			assertEquals(2 * i * 7919L % 60_000, plane[i] & 0xFFFF);
		assertArrayEquals((short[]) memory.plane(1, 0, 0), plane);
		assertEquals(memory.report().toString(), volume.report().toString());
		assertTrue(memory.report().has(Code.TRUNCATED), memory.report().toString());
		final short[] rows = new short[2 * columns];
		volume.rows(1, 0, 0, 10, 2, rows, 0);
		assertArrayEquals(Arrays.copyOfRange(plane, 10 * columns, 12 * columns), rows);
	}

	private static void gzip(final Path file, final boolean isCut) throws IOException {
		final var bytes = new java.io.ByteArrayOutputStream();
		try (var out = new java.util.zip.GZIPOutputStream(bytes)) {
			out.write(Files.readAllBytes(file));
		}
		Files.write(file.resolveSibling(file.getFileName() + ".gz"),
			isCut ? Arrays.copyOf(bytes.toByteArray(), bytes.size() - 100) : bytes.toByteArray());
		Files.delete(file);
	}

	@Test
	void whatIsMissingIsTheLeastOfAWholeSlice() throws IOException {
		final List<Path> files = new SyntheticSeries().slices(7)
			.omit(5)
			.values((k, r, c) -> 100 * (k + 1) + r + c)
			.write(folder);
		for (int k = 0; k < 5; k++)
			try (RandomAccessFile file = new RandomAccessFile(files.get(k).toFile(), "rw")) {
				file.setLength(file.length() - 100);
			}
		assertEquals(700, Volumes.stored(DicomVolumes.open(folder), 0, 0, 5));
		final DicomVolume volume = DicomVolumes.open(folder, VIRTUAL);
		Thread.currentThread().interrupt();
		assertThrows(java.util.concurrent.CancellationException.class, () -> volume.plane(5, 0, 0));
		assertTrue(Thread.interrupted());
		assertEquals(700, Volumes.stored(volume, 0, 0, 5));
	}

	@Test
	void closedVolumeStillReads() throws IOException {
		final Path zip = folder.resolve("all.zip");
		new SyntheticSeries().writeZip(zip);
		try (DicomVolume volume = DicomVolumes.open(zip, VIRTUAL)) {
			volume.close();
			assertBase(volume);
		}
	}

	// -- Files that do not stay --

	@Test
	void fileThatIsGone() throws IOException {
		final List<Path> files = new SyntheticSeries().write(folder);
		final DicomVolume volume = DicomVolumes.open(folder, VIRTUAL);
		Files.delete(files.get(1));
		assertFails(volume, "IM002", "no such file any more", "load=[In memory]");
		assertStored(volume, k -> k != 1, Volumes.BASE);
	}

	@Test
	void fileThatWasCut() throws IOException {
		final List<Path> files = new SyntheticSeries().write(folder);
		final DicomVolume volume = DicomVolumes.open(folder, VIRTUAL);
		try (RandomAccessFile file = new RandomAccessFile(files.get(1).toFile(), "rw")) {
			file.setLength(100);
		}
		assertFails(volume, "IM002", "changed since it was found", "to 100 bytes");
		assertStored(volume, k -> k != 1, Volumes.BASE);
	}

	@Test
	void fileThatWasReplacedByOneOfTheSameLength() throws IOException {
		final List<Path> files = new SyntheticSeries().write(folder);
		final DicomVolume volume = DicomVolumes.open(folder, VIRTUAL);
		Files.copy(files.get(2), files.get(1), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
		Files.setLastModifiedTime(files.get(1), FileTime.fromMillis(1_000_000));
		assertFails(volume, "IM002", "changed since it was found");
	}

	private static void assertFails(final DicomVolume volume, final String... texts) {
		final String whole = assertThrows(UncheckedIOException.class, () -> volume.plane(1, 0, 0)).getCause()
			.getMessage();
		final String rows = assertThrows(UncheckedIOException.class, () -> volume.rows(1, 0, 0, 3, 2, new short[32], 0))
			.getCause()
			.getMessage();
		for (final String text : texts)
			assertTrue(whole.contains(text) && rows.contains(text), whole + "; " + rows);
	}

	// -- What is kept --

	@Test
	void asManyPlanesAreKeptAsFitTheCache() throws IOException {
		final List<Path> files = new SyntheticSeries().write(folder);
		final DicomVolume volume = DicomVolumes.open(folder, VIRTUAL.withCacheBytes(2 * 2 * 16 * 12));
		final Object first = volume.plane(0, 0, 0), third = volume.plane(2, 0, 0);
		assertSame(third, volume.plane(2, 0, 0));
		assertSame(first, volume.plane(0, 0, 0));
		volume.plane(4, 0, 0); // the least recently used one, the third, has to go
		assertSame(first, volume.plane(0, 0, 0));
		Files.delete(files.get(2));
		Files.delete(files.get(0));
		assertSame(first, volume.plane(0, 0, 0));
		assertThrows(UncheckedIOException.class, () -> volume.plane(2, 0, 0));
	}

	@Test
	void cacheSmallerThanAPlaneStillReads() throws IOException {
		new SyntheticSeries().write(folder);
		assertBase(DicomVolumes.open(folder, VIRTUAL.withCacheBytes(1)));
	}

	@Test
	void severalThreadsReadTheSame() throws IOException {
		new SyntheticSeries().slices(40).write(folder);
		final DicomVolume memory = DicomVolumes.open(folder);
		final DicomVolume volume = DicomVolumes.open(folder, VIRTUAL.withCacheBytes(5 * 2 * 16 * 12));
		final List<Integer> order = new ArrayList<>();
		for (int n = 0; n < 50; n++)
			order.addAll(IntStream.range(0, 40).boxed().toList());
		Collections.shuffle(order, new Random(7));
		order.parallelStream()
			.forEach(k -> assertArrayEquals((short[]) memory.plane(k, 0, 0), (short[]) volume.plane(k, 0, 0)));
	}

	// -- More than fits an array, or a short --

	@Test
	void moreSlicesThanAShortCanCount() throws IOException {
		final int slices = 70_000;
		new SyntheticSeries().slices(1)
			.frames(slices)
			.size(2, 2)
			.values((k, r, c) -> k % 60_000 + 2 * r + c)
			.write(folder);
		for (final ImportOptions options : List.of(VIRTUAL, ImportOptions.DEFAULT)) {
			final DicomVolume volume = DicomVolumes.open(folder, options);
			assertEquals(slices, volume.dimensions()[2] * volume.dimensions()[4]);
			for (final int k : new int[] { 0, 32_768, 65_536, slices - 1 }) {
				final boolean isTime = volume.dimensions()[4] > 1;
				final short[] plane = (short[]) volume.plane(isTime ? 0 : k, 0, isTime ? k : 0);
				assertEquals(k % 60_000 + 3, plane[3] & 0xFFFF);
			}
		}
	}

	/** Sparse files: 2.2 GB of zeros that the disk does not hold, but for the last pixel of each file. */
	@Test
	void moreVoxelsThanAnArrayCanHave() throws IOException {
		SparseSeries.write(folder, 4096, 130);
		assertLastPixels(DicomVolumes.open(folder, VIRTUAL));
		if (Runtime.getRuntime().maxMemory() > 3L << 30) assertLastPixels(DicomVolumes.open(folder));
	}

	/** 20 planes of 4 MB, of which some are looked at for the range of values, with 40 MB. */
	@Test
	void planesLookedAtForTheRangeAreNotHeldTogether() throws IOException, InterruptedException {
		SparseSeries.write(folder, 2048, 20);
		final Process java = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
			"-Xmx40m", "-cp", System.getProperty("java.class.path"), Range.class.getName(), folder.toString())
			.redirectErrorStream(true)
			.start();
		final String said = new String(java.getInputStream().readAllBytes());
		assertEquals(0, java.waitFor(), said);
		assertEquals("DisplayRange[low=0.0, high=0.0]", said.strip());
	}

	/** Prints the range of values of a virtual volume. */
	static final class Range {

		private Range() {}

		public static void main(final String... folder) throws IOException {
			System.out.println(DicomVolumes.open(Path.of(folder[0]), VIRTUAL).displayRange());
		}
	}

	private static void assertLastPixels(final DicomVolume volume) {
		assertEquals("", volume.report().note());
		assertTrue(Arrays.stream(volume.dimensions()).reduce(1, (a, b) -> a * b) > Integer.MAX_VALUE);
		final var access = volume.stored().randomAccess();
		for (final int k : new int[] { 0, 77, 129 }) {
			access.setPosition(new long[] { 4095, 4095, k });
			assertEquals(k, access.get().getRealDouble());
		}
	}

	private static void assertSamePixels(final DicomVolume memory, final DicomVolume virtual) {
		assertArrayEquals(memory.dimensions(), virtual.dimensions());
		assertEquals(memory.plan(), virtual.plan());
		final long[] size = memory.dimensions();
		for (int t = 0; t < size[4]; t++)
			for (int c = 0; c < size[3]; c++)
				for (int z = 0; z < size[2]; z++) {
					if (memory.report().has(Code.TRUNCATED) || memory.stack().frame(z, c, t).isEmpty()) continue; // filled
					final Object expected = memory.plane(z, c, t);
					final int columns = (int) size[0], rows = Math.min(2, (int) size[1]), from = (int) size[1] - rows;
					final Object whole = Array.newInstance(expected.getClass().getComponentType(), rows * columns + 1),
						some = Array.newInstance(expected.getClass().getComponentType(), rows * columns + 1);
					System.arraycopy(expected, from * columns, whole, 1, rows * columns);
					virtual.rows(z, c, t, from, rows, some, 1);
					assertTrue(Arrays.deepEquals(new Object[] { whole }, new Object[] { some }),
						() -> memory.name() + " differs");
					assertTrue(Arrays.deepEquals(new Object[] { expected }, new Object[] { virtual.plane(z, c, t) }),
						() -> memory.name() + " differs");
				}
	}
}
