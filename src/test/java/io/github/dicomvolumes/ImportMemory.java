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
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.github.dicomvolumes.volume.DicomVolume;

/**
 * How much heap does an import take beside the volume? Prints the peak of all heap pools during one import, less what
 * was used before, and its ratio to the bytes of the voxels; the first import loads classes too. Run with
 * {@code -XX:+UseParallelGC -Xms1g -Xmn800m}, so that nothing is collected meanwhile and everything allocated counts,
 * and with {@code -XX:TLABSize=128k -XX:-ResizeTLAB}, as the room that each thread has for itself, used or not, counts
 * too.
 */
public final class ImportMemory {

	private ImportMemory() {}

	public static void main(final String... args) throws IOException {
		for (final int slices : new int[] { 99, 99, 500 }) {
			final Path folder = Files.createTempDirectory("import-memory");
			ImportBenchmark.series(slices).write(folder);
			DicomVolumes.scan(folder); // classes and dictionary are loaded
			System.gc();
			final List<MemoryPoolMXBean> pools = ManagementFactory.getMemoryPoolMXBeans()
				.stream()
				.filter(pool -> pool.getType() == MemoryType.HEAP)
				.toList();
			pools.forEach(MemoryPoolMXBean::resetPeakUsage);
			final long before = pools.stream().mapToLong(pool -> pool.getUsage().getUsed()).sum();
			final DicomVolume volume = DicomVolumes.open(folder);
			final long peak = pools.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() - before;
			final double voxels = 2.0 * 512 * 512 * volume.stack().slices();
			System.out.printf("%d slices: peak heap %.1f MB, voxels %.1f MB, ratio %.3f%n", slices, peak / 1e6,
				voxels / 1e6, peak / voxels);
			try (var files = Files.list(folder)) {
				for (final Path file : files.toList())
					Files.delete(file);
			}
			Files.delete(folder);
		}
	}
}
