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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Exchanger;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.dicomvolumes.CountedFiles;
import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.Encapsulated;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.export.VolumeExport;
import io.github.dicomvolumes.export.nifti.NiftiOptions;
import io.github.dicomvolumes.export.series.SeriesKind;
import io.github.dicomvolumes.export.series.SeriesOptions;
import io.github.dicomvolumes.geometry.AnatomicalPlane;
import io.github.dicomvolumes.measure.SegmentStatistics;
import io.github.dicomvolumes.series.catalog.SeriesCatalog;
import io.github.dicomvolumes.volume.DicomVolume;
import io.github.dicomvolumes.volume.ImportOptions;

/** How often files are opened, and how much of them is read: a volume would be as right if that were ten times more. */
class FilesReadTest {

	private static final int SLICES = 20, COLUMNS = 128, ROWS = 96, PLANE = 2 * COLUMNS * ROWS;
	private static final ImportOptions VIRTUAL = ImportOptions.DEFAULT.withVirtual(true);
	/** It keeps one plane, and so has none read ahead. */
	private static final ImportOptions WITHOUT_CACHE = VIRTUAL.withCacheBytes(1);

	@TempDir
	Path folder;

	private CountedFiles files;

	@BeforeEach
	void write() throws IOException {
		new SyntheticSeries().slices(SLICES).size(COLUMNS, ROWS).write(Files.createDirectory(folder.resolve("in")));
		files = new CountedFiles(folder.resolve("in"));
	}

	private DicomVolume open(final ImportOptions options) throws IOException {
		final SeriesCatalog catalog = DicomVolumes.scan(files, options);
		files.opened();
		files.bytes();
		return DicomVolumes.load(catalog, options).volumes().get(0);
	}

	private void assertOpened(final int count, final int times) {
		final Map<String, Integer> opened = files.opened();
		assertEquals(count, opened.size(), "files");
		assertEquals(times == 0 ? Set.of() : Set.of(times), Set.copyOf(opened.values()), opened.toString());
	}

	@Test
	void aScanReadsTheBeginningOfEachFile() throws IOException {
		DicomVolumes.scan(files, ImportOptions.DEFAULT);
		assertOpened(SLICES, 1);
		final long bytes = files.bytes();
		assertTrue(bytes <= 8192L * SLICES, bytes + " bytes");
	}

	@Test
	void aVolumeInMemoryReadsThePixels() throws IOException {
		open(ImportOptions.DEFAULT);
		assertOpened(SLICES, 1);
		assertEquals(SLICES * PLANE, files.bytes());
	}

	@Test
	void aVirtualVolumeReadsNothingToBeOpenedAndThenEachSliceOnce() throws IOException {
		final DicomVolume volume = open(VIRTUAL);
		assertOpened(0, 0);
		volume.firstWindow(); // looks at some slices, which are kept
		for (int n = 0; n < 3 * SLICES; n++)
			volume.plane(7 * n % SLICES, 0, 0);
		assertOpened(SLICES, 1);
		assertEquals(SLICES * PLANE, files.bytes());
	}

	@Test
	void viewsOfAVirtualVolumeReadNothingBeforeTheyAreLookedAt() throws IOException {
		final DicomVolume volume = open(VIRTUAL);
		volume.stored();
		final var values = volume.values();
		final var plane = volume.plane(AnatomicalPlane.AXIAL, 3);
		assertOpened(0, 0);
		plane.getAt(1, 2);
		assertOpened(1, 1);
		values.getAt(1, 2, 7);
		assertOpened(1, 1);
	}

	@Test
	void rowsAcrossSlicesAreReadWithoutTheOthers() throws IOException {
		final DicomVolume volume = open(VIRTUAL);
		final short[] rows = new short[3 * COLUMNS];
		for (int slice = 0; slice < SLICES; slice++)
			volume.rows(slice, 0, 0, 40, 3, rows, 0);
		assertOpened(SLICES, 1);
		assertEquals(SLICES * 2 * rows.length, files.bytes());
	}

	@Test
	void threadsThatWantTheSameSliceReadItOnce() throws Exception {
		final List<Thread> threads = new ArrayList<>();
		final AtomicInteger reading = new AtomicInteger();
		files = new CountedFiles(folder.resolve("in"), file -> {
			if (threads.isEmpty()) return; // the scan
			reading.incrementAndGet();
			while (reading.get() < 2 && threads.stream().noneMatch(FilesReadTest::isWaiting))
				Thread.onSpinWait();
		});
		final DicomVolume volume = open(WITHOUT_CACHE);
		for (int n = 0; n < 2; n++)
			threads.add(new Thread(() -> volume.plane(5, 0, 0)));
		for (final Thread thread : threads)
			thread.start();
		for (final Thread thread : threads)
			thread.join();
		assertOpened(1, 1);
	}

	private static boolean isWaiting(final Thread thread) {
		return thread.getState() == Thread.State.BLOCKED || thread.getState() == Thread.State.WAITING;
	}

	/** Where the frames begin in compressed pixels is found once, not for each of them. */
	@Test
	void framesOfAFileAreFoundOnce() throws IOException {
		final Path many = Files.createDirectory(folder.resolve("many"));
		final SyntheticSeries series = new SyntheticSeries();
		final byte[] frame = Encapsulated.rle(series.pixels(0), 1, 2);
		final List<byte[]> frames = new ArrayList<>();
		for (int n = 0; n < SLICES; n++)
			frames.add(frame);
		final Attributes attributes = Attributes.builder()
			.putAll(series.attributes(0))
			.put(Tag.NUMBER_OF_FRAMES, SLICES)
			.build();
		Files.write(many.resolve("a"), Encapsulated.file(attributes, Encapsulated.RLE, Encapsulated.NO_TABLE, frames));
		files = new CountedFiles(many);
		final DicomVolume volume = open(WITHOUT_CACHE);
		for (int slice = 0; slice < SLICES; slice++)
			volume.plane(slice, 0, 0);
		final int opened = files.opened().get("a");
		assertTrue(opened <= SLICES + 3, opened + " times for " + SLICES + " frames");
		final long bytes = files.bytes(), all = Files.size(many.resolve("a"));
		assertTrue(bytes <= 2 * all, bytes + " bytes of " + all);
	}

	// -- What goes through whole volumes --

	@Test
	void whatIsSavedIsReadOnce() throws IOException {
		final DicomVolume volume = open(WITHOUT_CACHE);
		volume.firstWindow(); // which the files tell, and which looks at some slices
		files.opened();
		VolumeExport.dicom(volume, folder.resolve("series"), SeriesOptions.DEFAULT);
		assertOpened(SLICES, 1);
		VolumeExport.dicom(volume, folder.resolve("map"), SeriesOptions.DEFAULT.withKind(SeriesKind.PARAMETRIC_MAP));
		assertOpened(SLICES, 1);
		VolumeExport.nifti(volume, folder.resolve("a.nii"), NiftiOptions.DEFAULT);
		assertOpened(SLICES, 1);
	}

	@Test
	void whatIsMeasuredIsReadOnce() throws IOException {
		final DicomVolume volume = open(WITHOUT_CACHE);
		final Path of = Files.createDirectory(folder.resolve("labels"));
		final SyntheticSeries series = new SyntheticSeries().slices(SLICES).size(COLUMNS, ROWS);
		series.values((k, r, c) -> k >= SLICES / 2 && r > 9 && c > 9 ? 1 : 0).write(of);
		SegmentStatistics.of(volume, DicomVolumes.open(of));
		assertOpened(SLICES / 2, 1); // those with segments
	}

	// -- Several threads --

	@Test
	void headersAndPixelsAreReadBySeveralThreads() throws IOException {
		assumeTrue(Runtime.getRuntime().availableProcessors() > 1);
		final Meeting[] now = { new Meeting() };
		files = new CountedFiles(folder.resolve("in"), file -> now[0].come());
		final SeriesCatalog catalog = DicomVolumes.scan(files, ImportOptions.DEFAULT);
		assertTrue(now[0].wereTwo, "headers are read one after the other");
		now[0] = new Meeting();
		DicomVolumes.load(catalog, ImportOptions.DEFAULT);
		assertTrue(now[0].wereTwo, "pixels are read one after the other");
	}

	/** Finds out whether two threads are at a place at the same time: the first to come waits for the other. */
	private static final class Meeting {

		private final Exchanger<String> place = new Exchanger<>();
		private volatile boolean wereTwo, isOver;

		void come() {
			if (isOver) return;
			try {
				place.exchange("", 10, TimeUnit.SECONDS);
				wereTwo = true;
			}
			catch (final InterruptedException | TimeoutException exc) {
				return;
			}
			finally {
				isOver = true;
			}
		}
	}

	@Test
	void theNextSlicesAreReadAheadByAnotherThread() throws Exception {
		final Map<String, String> threads = new ConcurrentHashMap<>();
		final Semaphore sixth = new Semaphore(0);
		files = new CountedFiles(folder.resolve("in"), file -> {
			threads.put(file, Thread.currentThread().getName());
			if (file.equals("IM006")) sixth.release();
		});
		final DicomVolume volume = open(VIRTUAL);
		sixth.drainPermits(); // of the scan
		volume.plane(2, 0, 0);
		volume.plane(3, 0, 0);
		assertTrue(sixth.tryAcquire(20, TimeUnit.SECONDS), "nothing is read ahead: " + threads);
		assertEquals("DICOM Volumes read-ahead", threads.get("IM006"));
		assertEquals(Thread.currentThread().getName(), threads.get("IM004"));
	}
}
