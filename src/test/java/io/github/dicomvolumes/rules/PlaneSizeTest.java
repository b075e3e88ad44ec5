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
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.Encapsulated;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.io.source.Limits;
import io.github.dicomvolumes.volume.DicomVolume;
import io.github.dicomvolumes.volume.ImportOptions;
import io.github.dicomvolumes.volume.ImportResult;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** R64: planes that are larger than a part of Java's memory are refused once, before one is allocated. */
class PlaneSizeTest {

	private static final int ROWS = 32767, COLUMNS = 65535;

	@TempDir
	Path folder;

	/** What a compressed file claims cannot be compared with its bytes. */
	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void compressedFilesThatClaimGigabytes(final boolean isVirtual) throws IOException {
		new SyntheticSeries("good").write(folder);
		final var huge = new SyntheticSeries("huge").slices(3).with(Tag.ROWS, ROWS).with(Tag.COLUMNS, COLUMNS);
		for (int k = 0; k < 3; k++)
			Files.write(folder.resolve("huge" + k),
				Encapsulated.file(huge.attributes(k), Encapsulated.RLE, Encapsulated.NO_TABLE, List.of(new byte[64])));
		final ImportResult all = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> DicomVolumes
			.load(DicomVolumes.scan(folder), ImportOptions.DEFAULT.withSeries("all").withVirtual(isVirtual)));
		assertEquals(1, all.volumes().size());
		assertBase(all.volumes().get(0));
		final String message = all.failures().get(0);
		assertTrue(
			message.contains("huge0") && message.contains("(0028,0011) Columns 65535 x (0028,0010) Rows 32767") &&
				message.contains("MB for one plane") && message.contains("Give Java more memory"),
			message);
	}

	/** The limit is the volume's plane, whatever the bits in the file, and can be raised. */
	@Test
	void theLimitHoldsForThePlaneAndCanBeRaised() throws IOException {
		new SyntheticSeries().write(folder);
		final int bytes = 16 * 12 * 2;
		for (final boolean isVirtual : new boolean[] { false, true }) {
			final ImportOptions options = ImportOptions.DEFAULT.withVirtual(isVirtual);
			final DicomException refused = assertThrows(DicomException.class,
				() -> DicomVolumes.open(folder, options.withLimits(planes(bytes - 1))));
			assertTrue(refused.getMessage().contains("Limits.planeBytes"), refused.getMessage());
			assertBase(DicomVolumes.open(folder, options.withLimits(planes(bytes))));
			assertThrows(DicomException.class,
				() -> DicomVolumes.open(folder, options.withRealValues(true).withLimits(planes(bytes))));
			DicomVolumes.open(folder, options.withRealValues(true).withLimits(planes(2 * bytes))).close();
		}
	}

	/** A frame that cannot be decoded is tried once, however often it is looked at, also for the fill value. */
	@Test
	void aVirtualFrameThatFailsIsNotTriedAgain() throws IOException {
		final var series = new SyntheticSeries().slices(300);
		for (int k = 0; k < 300; k++)
			Files.write(folder.resolve("s%03d".formatted(k)), Encapsulated.file(series.attributes(k), Encapsulated.RLE,
				Encapsulated.NO_TABLE, List.of(new byte[64])));
		final DicomVolume volume = DicomVolumes.open(folder, ImportOptions.DEFAULT.withVirtual(true).withCacheBytes(1));
		final AtomicInteger looked = new AtomicInteger();
		for (int round = 0; round < 2; round++) {
			for (int k = 0; k < 300; k++)
				if (volume.stored().getAt(3, 3, k).getRealDouble() == 0) looked.incrementAndGet();
			for (final Path file : Files.list(folder).toList())
				Files.delete(file); // in the second round nothing is read any more
			new SyntheticSeries().write(folder);
		}
		assertEquals(600, looked.get());
		volume.close();
	}

	private static Limits planes(final long bytes) {
		final Limits usual = Limits.DEFAULT;
		return new Limits(usual.nesting(), usual.elements(), usual.headerBytes(), usual.allHeaderBytes(),
			usual.inflatedBytes(), usual.inflation(), usual.unpackedBytes(), usual.frames(), usual.allFrames(), bytes);
	}
}
