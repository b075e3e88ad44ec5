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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import io.github.dicomvolumes.io.header.HeaderReaders;
import io.github.dicomvolumes.io.scan.LocalPlace;
import io.github.dicomvolumes.io.scan.PlaceScan;
import io.github.dicomvolumes.work.Progress;
import io.github.dicomvolumes.io.scan.Scan;
import io.github.dicomvolumes.series.catalog.SeriesCatalog;
import io.github.dicomvolumes.volume.DicomVolume;

/**
 * How do time and memory of a scan and an import grow with the number of files? Prints, for folders of small CT slices
 * with full headers ({@link CtSlices}), the microseconds per file of the scan, the grouping and the whole import, best
 * of several rounds, and the heap per file that the scan keeps and the catalog adds.
 */
public final class ScanGrowth {

	private static final int ROUNDS = 7;

	private ScanGrowth() {}

	/** @param args numbers of files; none are 100, 1,000 and 10,000 */
	public static void main(final String... args) throws IOException {
		final String[] counts = args.length > 0 ? args : new String[] { "100", "1000", "10000" };
		warmUp();
		for (final String count : counts)
			measure(Integer.parseInt(count));
	}

	private static void warmUp() throws IOException {
		final Path folder = Files.createTempDirectory("scan-growth");
		CtSlices.write(folder, 500, 8, 8);
		for (int i = 0; i < 100; i++)
			DicomVolumes.open(folder);
		CtSlices.delete(folder);
	}

	private static void measure(final int files) throws IOException {
		final Path folder = Files.createTempDirectory("scan-growth");
		CtSlices.write(folder, files, 8, 8);
		double scan = Double.POSITIVE_INFINITY, group = scan, whole = scan;
		final int rounds = Math.max(ROUNDS, 20_000 / files);
		for (int i = 0; i < rounds; i++) {
			final long start = System.nanoTime();
			final Scan scanned = scan(folder);
			final long middle = System.nanoTime();
			group(scanned);
			group = Math.min(group, System.nanoTime() - middle);
			scan = Math.min(scan, middle - start);
			final long before = System.nanoTime();
			final DicomVolume volume = DicomVolumes.open(folder);
			whole = Math.min(whole, System.nanoTime() - before);
			if (volume.stack().slices() != files) throw new IllegalStateException(volume.stack().slices() + " slices");
		}
		final long empty = usedHeap();
		final Scan scanned = scan(folder);
		final long ofScan = usedHeap() - empty;
		final SeriesCatalog catalog = group(scanned);
		final long ofCatalog = usedHeap() - empty - ofScan;
		System.out.printf(
			"%d files: us per file: scan %.1f, grouping %.1f, import %.1f; heap per file: %d + %d bytes (%d)%n", files,
			scan / files / 1e3, group / files / 1e3, whole / files / 1e3, ofScan / files, ofCatalog / files,
			catalog.stacks().size());
		CtSlices.delete(folder);
	}

	private static Scan scan(final Path folder) throws IOException {
		return new PlaceScan(HeaderReaders.BUILT_IN, Progress.NONE).scan(new LocalPlace(folder));
	}

	private static SeriesCatalog group(final Scan scan) throws IOException {
		return SeriesCatalog.of(scan, Progress.NONE, stack -> Optional.empty());
	}

	private static long usedHeap() {
		for (int i = 0; i < 3; i++)
			System.gc();
		return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
	}
}
