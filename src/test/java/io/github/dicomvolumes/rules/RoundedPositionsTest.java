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

import static io.github.dicomvolumes.rules.Volumes.assertSize;
import static io.github.dicomvolumes.rules.Volumes.data;
import static io.github.dicomvolumes.rules.Volumes.finding;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.series.Finding.Code;
import io.github.dicomvolumes.volume.DicomVolume;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** R68(d): positions written with few decimals. */
class RoundedPositionsTest {

	static LongStream seeds() {
		return LongStream.range(0, 20);
	}

	@ParameterizedTest
	@CsvSource({ "0.625, 1", "1.25, 0" })
	void axialSlicesAreOneVolume(final double spacing, final int decimals, @TempDir final Path folder)
		throws IOException
	{
		write(folder, new Vector3(1, 0, 0), new Vector3(0, 1, 0), spacing, decimals, 24);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertSize(volume, 16, 12, 24);
		assertEquals(spacing, volume.geometry().spacing()[2], 1e-9, "as Slice Thickness has it, which fits");
		assertEquals(0, volume.geometry().tilt(), 1e-9);
		assertTrue(finding(volume, Code.POSITIONS_ROUNDED).text().contains("few decimals"));
	}

	/** In any orientation, if neighbours are farther apart than the rounding. */
	@ParameterizedTest
	@MethodSource("seeds")
	void obliqueSlicesAreOneVolume(final long seed, @TempDir final Path folder) throws IOException {
		final Random random = new Random(seed);
		final Vector3 x = new Vector3(random.nextGaussian(), random.nextGaussian(), random.nextGaussian()).unit();
		final Vector3 y = x.cross(new Vector3(random.nextGaussian(), random.nextGaussian(), random.nextGaussian()))
			.unit();
		final int decimals = random.nextInt(3), n = 8 + random.nextInt(20);
		final double unit = Math.pow(10, -decimals), spacing = unit * (3 + 4 * random.nextDouble());
		write(folder, x, y, spacing, decimals, n);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertSize(volume, 16, 12, n);
		assertEquals(spacing, volume.geometry().spacing()[2], 2 * unit / (n - 1));
		for (int k = 0; k < n; k++)
			assertEquals(k, volume.stack().frame(k, 0, 0).get().instanceNumber());
	}

	private static void write(final Path folder, final Vector3 x, final Vector3 y, final double spacing,
		final int decimals, final int n) throws IOException
	{
		final Vector3 step = x.cross(y).times(spacing), origin = new Vector3(-10, -20, 30.3);
		new SyntheticSeries().slices(n)
			.orientation(x.x(), x.y(), x.z(), y.x(), y.y(), y.z())
			.instanceNumbers(k -> k)
			.with(Tag.SLICE_THICKNESS, spacing)
			.positions(k -> Arrays.stream(origin.plus(step.times(k)).toArray())
				.map(v -> new BigDecimal(v).setScale(decimals, RoundingMode.HALF_EVEN).doubleValue())
				.toArray())
			.write(folder);
	}

	@Test
	void givenCaseIsOneVolume() throws IOException {
		final DicomVolume volume = DicomVolumes.open(data("scanners/rounded_positions"));
		assertSize(volume, 16, 12, 24);
		assertEquals(0.625, volume.geometry().spacing()[2], 1e-9);
	}
}
