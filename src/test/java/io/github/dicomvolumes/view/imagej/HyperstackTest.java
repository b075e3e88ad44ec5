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

package io.github.dicomvolumes.view.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ij.ImagePlus;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.SyntheticObjects;
import io.github.dicomvolumes.SyntheticObjects.SegmentFrame;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.data.Tag;

/** Channels, times and segments as ImageJ shows them. */
class HyperstackTest {

	@TempDir
	Path folder;

	@Test
	void channelsAndTimesAreAHyperstack() throws IOException {
		final ImagePlus image = open(new SyntheticSeries().modality("MR")
			.slices(12)
			.positions(k -> new double[] { -10, -20, 30 + 3 * (k % 2) })
			.each((k, a) -> a.put(Tag.ECHO_TIME, 4.6 * (1 + k / 2 % 2)).put(Tag.TRIGGER_TIME, 500 * (k / 4))));
		assertArrayEquals(new int[] { 16, 12, 2, 2, 3 }, image.getDimensions());
		assertTrue(image.isHyperStack());
		assertEquals(0.5, image.getCalibration().frameInterval);
		assertEquals("s", image.getCalibration().getTimeUnit());
		for (int k = 0; k < 12; k++) {
			final int n = image.getStackIndex(k / 2 % 2 + 1, k % 2 + 1, k / 4 + 1);
			assertEquals(1000 * k, image.getStack().getVoxel(0, 0, n - 1));
		}
		assertEquals("IM008, EchoTime 9.2 ms, t = 0.5 s", firstLine(image, image.getStackIndex(2, 2, 2)));
		assertTrue(VolumeImagePlus.volume(image).isPresent());
	}

	@Test
	void timesOfWhichNothingIsKnownAreCounted() throws IOException {
		final ImagePlus image = open(
			new SyntheticSeries().modality("MR").slices(6).positions(k -> new double[] { -10, -20, 30 + 3 * (k % 2) }));
		assertArrayEquals(new int[] { 16, 12, 1, 2, 3 }, image.getDimensions());
		assertEquals("IM006, time 3", firstLine(image, 6));
	}

	@Test
	void framesOfAFileHaveTheirNumbers() throws IOException {
		final ImagePlus image = open(SyntheticObjects.cine("us", 3).with(Tag.FRAME_TIME, 40));
		assertEquals("IM001 frame 3, t = 0.08 s", firstLine(image, 3));
		assertEquals(0.04, image.getCalibration().frameInterval);
	}

	@Test
	void segmentsHaveTheirColours() throws IOException {
		final ImagePlus image = open(SyntheticObjects.segmentation("s", "BINARY", "NO", List.of("Liver", "Spleen"),
			new SegmentFrame(1, 30), new SegmentFrame(2, 36), new SegmentFrame(1, 39)));
		final var table = (IndexColorModel) image.getProcessor().getColorModel();
		assertEquals(0xFF000000, table.getRGB(0));
		assertEquals(DicomVolumes.open(folder).stack().segments().get(0).rgb(), table.getRGB(1) & 0xFFFFFF);
		assertEquals(0, image.getDisplayRangeMin());
		assertEquals(255, image.getDisplayRangeMax());
		assertEquals("no segment", firstLine(image, 2));
		assertEquals("IM001 frame 2", firstLine(image, 3));
		assertSame(VolumeImagePlus.volume(image).get().plane(2, 0, 0), image.getStack().getPixels(3));
	}

	private ImagePlus open(final SyntheticSeries series) throws IOException {
		series.write(folder);
		return VolumeImagePlus.of(DicomVolumes.open(folder));
	}

	private static String firstLine(final ImagePlus image, final int n) {
		return image.getStack().getSliceLabel(n).lines().findFirst().orElse("");
	}
}
