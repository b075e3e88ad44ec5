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
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.data.Dictionary;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.VR;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.work.Progress;
import io.github.dicomvolumes.measure.segment.MeasuredImage;
import io.github.dicomvolumes.measure.segment.Segments;
import io.github.dicomvolumes.pixels.PlaneType;
import io.github.dicomvolumes.volume.DicomVolume;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Padding and filled slices belong to a segment, but are no measurements. The volume has 16 x 12 x 5 voxels of 0.5 x 2
 * x 3 mm; those whose column is less than 4 are padding.
 */
class UnmeasuredTest {

	private static final int PADDED = 4 * 12 * 5, ALL = 16 * 12 * 5;

	@TempDir
	private Path folder;

	/** How padding is held. */
	enum Padded {

		UNSIGNED(PlaneType.UINT16, 1), BYTES(PlaneType.UINT8, 1), SIGNED(PlaneType.INT16, 1),
		INVERTED(PlaneType.UINT16, -1), REAL(PlaneType.FLOAT32, 1);

		final PlaneType type;
		final int slope;

		Padded(final PlaneType type, final int slope) {
			this.type = type;
			this.slope = slope;
		}

		/** Of columns less than 4 it is 2 to 5, else 10 to 21, or 2000 less. */
		SyntheticSeries series() {
			final int shift = this == SIGNED ? -2000 : 0;
			final SyntheticSeries series = new SyntheticSeries("x").bits(this == BYTES ? 8 : 16)
				.values((k, r, c) -> shift + (c < 4 ? 2 + c : 6 + c))
				.rescale(k -> slope * (this == REAL && k == 1 ? 1.001 : 1), 0);
			final VR vr = this == SIGNED ? VR.SS : VR.US;
			series.each((k, a) -> a.put(Tag.PIXEL_PADDING_VALUE, vr, shift + 5.0)
				.put(Tag.PIXEL_PADDING_RANGE_LIMIT, vr, shift + 1.0));
			return this == SIGNED ? series.signed() : series;
		}
	}

	@ParameterizedTest
	@EnumSource
	void paddingIsLeftOut(final Padded padded) throws IOException {
		padded.series().write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertEquals(padded.type, volume.plan().type());
		final SegmentStatistics all = all(volume, StatisticsOptions.DEFAULT);
		assertEquals(ALL, all.voxels());
		assertEquals(ALL * 0.003, all.millilitres(), 1e-9, "the segment is there");
		assertEquals(ALL - PADDED, all.intensity().count());
		final int shift = padded == Padded.SIGNED ? -2000 : 0;
		assertEquals(padded.slope * (15.5 + shift), all.intensity().mean(), 0.004);
		assertEquals(padded.slope > 0 ? 10 + shift : -21, all.intensity().minimum(), 1e-5);
		assertTrue(
			all.notes().contains(PADDED + " voxels are padding or in missing slices, and left out of the values"),
			"" + all.notes());
	}

	/** Padding has no value, and so none in the range. */
	@ParameterizedTest
	@EnumSource
	void paddingIsInNoRange(final Padded padded) throws IOException {
		padded.series().write(folder);
		final SegmentStatistics all = all(DicomVolumes.open(folder), StatisticsOptions.DEFAULT.withRange(-3000, 3000));
		assertEquals(ALL - PADDED, all.voxels());
		assertEquals(8 + 4 - 0.5, all.shape().orElseThrow().centroidIndex().x() + 2, 1e-9);
	}

	@Test
	void filledSlicesAreLeftOut() throws IOException {
		new SyntheticSeries("x").omit(2).values((k, r, c) -> 100 * k + 7).write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertEquals(5, volume.dimensions()[2]);
		final SegmentStatistics all = all(volume, StatisticsOptions.DEFAULT);
		assertEquals(ALL, all.voxels());
		assertEquals(ALL * 4 / 5, all.intensity().count());
		assertEquals(207, all.intensity().mean());
		assertTrue(all.notes().get(0).startsWith("192 voxels are padding or in missing slices"), "" + all.notes());
	}

	/** A segment of nothing but a filled slice has a volume and a note, but no values. */
	@Test
	void nothingMeasuredAtAll() throws IOException {
		new SyntheticSeries("x").omit(2).write(folder);
		final MeasuredImage image = MeasuredImage.of(DicomVolumes.open(folder));
		final MeasuredImage labels = Made.image(PlaneType.UINT8, Made.cubes(1, 16, 12, 5), image.line(),
			(x, y, z) -> z == 2 ? 3 : 0);
		final MeasuredImage same = new MeasuredImage("labels", 16, 12, labels.shape(), labels.type(), labels.line(),
			labels.planes(), image.indexToSpace(), true, true, "", List.of(), Optional.empty());
		final List<SegmentStatistics> all = SegmentStatistics.of(image, Segments.of(same, image, false, Progress.NONE),
			StatisticsOptions.DEFAULT);
		assertEquals(1, all.size());
		assertEquals(192, all.get(0).voxels());
		assertTrue(Double.isNaN(all.get(0).intensity().mean()));
		assertEquals(List.of("192 voxels are padding or in missing slices, and left out of the values",
			"reaches the border of the image"), all.get(0).notes());
	}

	/** 5 x 5 x 5 cubes of 4 mm of SUV 1 and one of SUV 20: 19 are within the sphere, of which five are padding. */
	@Test
	void spheresLeavePaddingOut() throws IOException {
		new SyntheticSeries("x").modality("PT")
			.size(5, 5)
			.pixelSpacing(4, 4)
			.gap(4)
			.values((k, r, c) -> c == 1 ? 0 : k == 2 && r == 2 && c == 2 ? 20 : 1)
			.with(Tag.PIXEL_PADDING_VALUE, 0)
			.with(Dictionary.tag("Units"), "GML")
			.rescale(1, 0)
			.write(folder);
		final SegmentStatistics all = all(DicomVolumes.open(folder), StatisticsOptions.DEFAULT);
		assertEquals((13 + 20) / 14.0, all.uptake().orElseThrow().peakAtMaximum(), 1e-9);
		assertEquals(new Vector3(2, 2, 2), all.maximumIndex().orElseThrow());
	}

	private static SegmentStatistics all(final DicomVolume volume, final StatisticsOptions options) throws IOException {
		return SegmentStatistics.of(MeasuredImage.of(volume), Segments.whole("all"), options).get(0);
	}
}
