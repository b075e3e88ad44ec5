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
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;

import io.github.dicomvolumes.CtSlices;
import io.github.dicomvolumes.SyntheticObjects;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.data.Tag;

/**
 * An archive of any number of files with tiny pixels: for each patient a CT with full headers, a CT that is spread over
 * folders, a 4D series, multi-frame files, damaged files, duplicates in another folder, and texts.
 */
final class ManyFiles {

	/** Files of one patient. */
	static final int OF_A_PATIENT = 1000;

	private static final int CT = 600, SPREAD = 100, TIMES = 200, CINE = 10, COPIES = 60, CUT = 10, TEXTS = 20;

	private ManyFiles() {}

	/** @param files a multiple of {@link #OF_A_PATIENT} */
	static void write(final Path folder, final int files) throws IOException {
		try {
			IntStream.range(0, files / OF_A_PATIENT).parallel().forEach(patient -> {
				try {
					writePatient(folder.resolve("P%05d".formatted(patient)), patient);
				}
				catch (final IOException exc) {
					throw new UncheckedIOException(exc);
				}
			});
		}
		catch (final UncheckedIOException exc) {
			throw exc.getCause();
		}
	}

	private static void writePatient(final Path folder, final int patient) throws IOException {
		final String date = "20%02d%02d%02d".formatted(patient % 20, 1 + patient % 12, 1 + patient % 28);
		final Path ct = Files.createDirectories(folder.resolve("ct"));
		CtSlices.write(ct, CT, 8, 8, "1.2.826.0.1.3680043.2.1125.1." + (1_000_000 + patient) + ".", date);
		small("spread", patient, date).slices(SPREAD).fileNames(k -> "disk" + k % 4 + "/IM" + k).write(folder);
		small("times", patient, date).slices(TIMES)
			.positions(k -> new double[] { 0, 0, 3 * (k % 20) })
			.each((k, a) -> a.put(Tag.TEMPORAL_POSITION_IDENTIFIER, k / 20 + 1.0))
			.fileNames(k -> "4d/t" + k / 20 + "/IM" + k)
			.write(folder);
		for (int n = 0; n < CINE; n++) {
			final String name = "cine" + n;
			SyntheticObjects.cine(patient + name, 5).size(8, 8).fileNames(k -> "us/" + name).write(folder);
		}
		final var twice = small("spread", patient, date).slices(SPREAD);
		twice.only(IntStream.range(0, COPIES).toArray()).write(folder.resolve("again"));
		for (int k = 0; k < CUT; k++)
			Files.write(folder.resolve("again/cut" + k),
				Arrays.copyOf(small("cut", patient, date).slices(CUT).toBytes(k), 300));
		for (int n = 0; n < TEXTS; n++)
			Files.writeString(folder.resolve("note" + n + ".txt"), "no image");
	}

	private static SyntheticSeries small(final String name, final int patient, final String date) {
		return new SyntheticSeries(name + patient).size(8, 8).with(Tag.STUDY_DATE, date);
	}
}
