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

package io.github.dicomvolumes.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.data.Dictionary;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.measure.segment.MeasuredImage;
import io.github.dicomvolumes.measure.segment.Segments;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Curves of PET with frames of 1, 1, 2 and 4 s one after the other, whose middles are at 0.5, 1.5, 3 and 6 s. */
class TimeCurveTest {

	private static final int DURATION = Dictionary.tag("ActualFrameDuration");
	private static final double[] STARTS = { 0, 1, 2, 4 }, SECONDS = { 1, 1, 2, 4 };

	@TempDir
	private Path folder;

	private static SyntheticSeries series() {
		return new SyntheticSeries("pet").modality("PT")
			.slices(8)
			.positions(k -> new double[] { 0, 0, 3 * (k % 2) })
			.values((k, row, column) -> new int[] { 10, 40, 30, 20 }[k / 2] + row % 2)
			.each((k, a) -> a.put(DURATION, 1000 * SECONDS[k / 2]));
	}

	private TimeCurve curve(final SyntheticSeries series) throws IOException {
		series.write(folder);
		final MeasuredImage pet = MeasuredImage.of(DicomVolumes.open(folder));
		return TimeCurve.of(pet, SegmentStatistics.of(pet, Segments.whole("all"), StatisticsOptions.DEFAULT)).get(0);
	}

	@Test
	void middlesFromTheBeginningsOfFrames() throws IOException {
		final TimeCurve curve = curve(
			series().each((k, a) -> a.put(Tag.ACQUISITION_TIME, "12000" + (int) STARTS[k / 2])));
		assertTrue(curve.isTimed());
		assertEquals(List.of(0.5, 1.5, 3.0, 6.0), curve.seconds());
		assertEquals(List.of(10.5, 40.5, 30.5, 20.5), curve.means());
		assertEquals(0.5, curve.deviations().get(0), 1e-12);
		assertEquals(List.of(11.0, 41.0, 31.0, 21.0), curve.maxima());
		assertEquals(1.5, curve.timeToPeak());
		assertEquals(25.5 + 1.5 * 35.5 + 3 * 25.5, curve.area(), 1e-9);
	}

	/** Frame Reference Time lies in the middle already. */
	@Test
	void middlesAsTheyAreSaid() throws IOException {
		final TimeCurve curve = curve(
			series().each((k, a) -> a.put(Tag.FRAME_REFERENCE_TIME, 1000 * (7 + STARTS[k / 2] + SECONDS[k / 2] / 2))));
		assertEquals(List.of(0.5, 1.5, 3.0, 6.0), curve.seconds());
	}

	@Test
	void withoutTimesTheyAreCounted() throws IOException {
		final TimeCurve curve = curve(series().without(Tag.ACQUISITION_TIME).without(DURATION));
		assertFalse(curve.isTimed());
		assertEquals(List.of(0.0, 1.0, 2.0, 3.0), curve.seconds());
	}
}
