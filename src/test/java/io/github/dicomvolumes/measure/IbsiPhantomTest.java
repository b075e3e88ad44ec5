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

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.measure.shape.SegmentShape;
import io.github.dicomvolumes.measure.value.Intensity;
import io.github.dicomvolumes.volume.DicomVolume;
import io.github.dicomvolumes.volume.ImportOptions;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The digital phantom of the Image Biomarker Standardisation Initiative: 5 x 4 x 4 voxels of 2 mm, of which 74 belong
 * to the segment. Consensus values have three significant digits.
 */
class IbsiPhantomTest {

	private static final String[] VALUES = { "14411 14611 41641 44641", "14411 11611 11311 44611",
		"14411 11111 11911 11611", "14411 11111 11111 11611" };
	private static final String[] MASK = { "11111 11111 11111 11111", "11111 11111 01111 11111",
		"11100 11111 11011 11111", "11100 11111 11111 11111" };

	@TempDir
	private Path folder;
	private SyntheticSeries image, labels;

	@BeforeEach
	void describe() {
		image = series("image", VALUES).rescale(1, 0);
		labels = series("labels", MASK).bits(8);
	}

	static SyntheticSeries series(final String name, final String... slices) {
		return new SyntheticSeries(name).size(5, 4)
			.slices(4)
			.pixelSpacing(2, 2)
			.gap(2)
			.with(Tag.FRAME_OF_REFERENCE_UID, "1.2.3")
			.values((k, row, column) -> slices[k].charAt(6 * row + column) - '0');
	}

	@Test
	void intensityOf16Bits() throws IOException {
		assertIntensity(measure(ImportOptions.DEFAULT).intensity());
	}

	@Test
	void intensityOfVirtualVolumes() throws IOException {
		assertIntensity(measure(ImportOptions.DEFAULT.withVirtual(true)).intensity());
		assertIntensity(measure(ImportOptions.DEFAULT.withVirtual(true).withRealValues(true)).intensity());
	}

	@Test
	void intensityOf8Bits() throws IOException {
		image.bits(8);
		assertIntensity(measure(ImportOptions.DEFAULT).intensity());
	}

	@Test
	void intensityOf32Bits() throws IOException {
		assertIntensity(measure(ImportOptions.DEFAULT.withRealValues(true)).intensity());
	}

	/** Stored as 10 - value, with a slope of -1. */
	@Test
	void intensityOfDescendingValues() throws IOException {
		image = series("image", VALUES).values((k, row, column) -> 10 - (VALUES[k].charAt(6 * row + column) - '0'))
			.rescale(-1, 10);
		assertIntensity(measure(ImportOptions.DEFAULT).intensity());
	}

	/** In bins of the numbers themselves; IBSI's are of the discretised phantom, which is the phantom. */
	private static void assertIntensity(final Intensity all) {
		assertDigits("2.15", all.mean());
		assertDigits("3.05", all.variance());
		assertDigits("1.08", all.skewness());
		assertDigits("-0.355", all.kurtosis());
		assertDigits("1", all.median());
		assertDigits("1", all.minimum());
		assertDigits("1", all.p10());
		assertDigits("4", all.p90());
		assertDigits("6", all.maximum());
		assertDigits("3", all.interquartileRange());
		assertDigits("5", all.range());
		assertDigits("1.55", all.meanAbsoluteDeviation());
		assertDigits("0.812", all.coefficientOfVariation());
		assertDigits("0.6", all.quartileDispersion());
		assertDigits("567", all.energy());
		assertDigits("2.77", all.rootMeanSquare());
		assertDigits("1.27", all.entropy());
		assertEquals(74, all.count());
		assertEquals(159, all.sum(), 1e-9);
	}

	@Test
	void shape() throws IOException {
		final SegmentStatistics all = measure(ImportOptions.DEFAULT);
		final SegmentShape shape = all.shape().orElseThrow();
		assertEquals(74, shape.voxels());
		assertEquals(592, shape.volume(), 1e-9);
		assertEquals(0.592, all.millilitres(), 1e-12);
		assertDigits("556", shape.meshVolume());
		assertDigits("388", shape.area());
		assertDigits("13.1", shape.diameter());
		assertEquals(1, shape.parts());
		assertTrue(shape.isOnBorder());
	}

	/** IBSI's local and global intensity peak. */
	@Test
	void peaks() throws IOException {
		image.modality("PT").with(Tag.UNITS, "GML");
		final Uptake uptake = measure(ImportOptions.DEFAULT).uptake().orElseThrow();
		assertDigits("2.6", uptake.peakAtMaximum());
		assertDigits("3.1", uptake.peak());
	}

	private SegmentStatistics measure(final ImportOptions options) throws IOException {
		image.write(folder.resolve("image"));
		labels.write(folder.resolve("labels"));
		final DicomVolume volume = DicomVolumes.open(folder.resolve("image"), options);
		final List<SegmentStatistics> all = SegmentStatistics.of(volume, DicomVolumes.open(folder.resolve("labels")),
			StatisticsOptions.DEFAULT.withBins(6));
		assertEquals(1, all.size());
		return all.get(0);
	}

	/** @param consensus as published */
	private static void assertDigits(final String consensus, final double value) {
		final int point = consensus.indexOf('.');
		final double step = point < 0 ? 1 : Math.pow(10, point + 1 - consensus.length());
		assertEquals(Double.parseDouble(consensus), value, step / 2, consensus + " " + value);
	}
}
