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

package io.github.dicomvolumes.archive;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

import com.sun.management.OperatingSystemMXBean;

import org.apache.spark.sql.SparkSession;

import io.github.dicomvolumes.DicomVolumes;

/**
 * How long do the scan of one machine, the first run of an index and a second one without changes take? Prints seconds
 * and microseconds per file for archives that it writes below a folder, on two processors, the best of five rounds; and
 * whether the index has the volumes of the scan.
 */
public final class ArchiveMeasurement {

	private static final int ROUNDS = 5;

	private ArchiveMeasurement() {}

	/** @param args a folder for the archives, which are kept, and numbers of files */
	public static void main(final String... args) throws IOException {
		final SparkSession spark = LocalSpark.session();
		final Path warm = archive(Path.of(args[0]), 2000);
		for (int i = 0; i < 3; i++) {
			DicomVolumes.scan(warm);
			index(spark, warm, Path.of(args[0]).resolve("index-warm" + i));
		}
		for (int i = 1; i < args.length; i++)
			measure(spark, archive(Path.of(args[0]), Integer.parseInt(args[i])));
		spark.stop();
	}

	private static Path archive(final Path folder, final int files) throws IOException {
		final Path place = folder.resolve("files-" + files);
		if (!Files.exists(place)) ManyFiles.write(place, files);
		return place;
	}

	/** Seconds of the clock and of the processors. */
	private record Cost(double clock, double processors) {

		static final Cost NONE = new Cost(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);

		/** The best of this and one more. */
		Cost or(final Work work) throws IOException {
			final long start = System.nanoTime();
			final double before = processorSeconds();
			work.run();
			return new Cost(Math.min(clock, (System.nanoTime() - start) / 1e9),
				Math.min(processors, processorSeconds() - before));
		}

		String of(final long files) {
			return "%.2f s, %.2f of processors, %.1f and %.1f us a file".formatted(clock, processors,
				1e6 * clock / files, 1e6 * processors / files);
		}
	}

	private interface Work {

		void run() throws IOException;
	}

	private static void measure(final SparkSession spark, final Path place) throws IOException {
		Cost scan = Cost.NONE, first = Cost.NONE, second = Cost.NONE;
		final Path out = place.resolveSibling(place.getFileName() + "-index");
		for (int round = 0; round < ROUNDS; round++) {
			final String index = out.toString() + round;
			scan = scan.or(() -> DicomVolumes.scan(place));
			first = first.or(() -> index(spark, place, Path.of(index)));
			second = second.or(() -> index(spark, place, Path.of(index)));
		}
		final long files = index(spark, place, Path.of(out + "0")).files();
		System.out.println(files + " files\n  scan  " + scan.of(files) + "\n  index " + first.of(files) + "\n  again " +
			second.of(files));
		System.out.printf("  index / scan %.2f (processors %.2f), again / index %.3f%n", first.clock / scan.clock,
			first.processors / scan.processors, second.clock / first.clock);
		final boolean isSame = Expected.rows(place).equals(Expected.indexed(spark, Path.of(out + "0")));
		System.out.println(isSame ? "  the same volumes" : "  DIFFERENT volumes");
	}

	private static Index.Outcome index(final SparkSession spark, final Path place, final Path out) throws IOException {
		return Index.of(spark, place.toString(), out.toString(), IndexOptions.DEFAULT);
	}

	/** Seconds of all processors: on a machine that does other things too they tell more than those of the clock. */
	private static double processorSeconds() {
		return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e9;
	}
}
