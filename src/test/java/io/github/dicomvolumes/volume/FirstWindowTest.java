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

package io.github.dicomvolumes.volume;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.pixels.DisplayRange;
import io.github.dicomvolumes.volume.FirstWindow.Reason;
import io.github.dicomvolumes.view.imagej.VolumeImagePlus;

import ij.ImagePlus;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is black and white at first. */
class FirstWindowTest {

	@TempDir
	Path folder;

	@Test
	void thatOfTheFilesFirst() throws IOException {
		final FirstWindow window = window(new SyntheticSeries().modality("PT")
			.with(Tag.UNITS, "GML")
			.with(Tag.WINDOW_CENTER, 100)
			.with(Tag.WINDOW_WIDTH, 51)
			.with(Tag.WINDOW_CENTER_WIDTH_EXPLANATION, "LIVER"));
		assertEquals(new FirstWindow("File: LIVER", Reason.FILE, new DisplayRange(74.5, 124.5), false), window);
	}

	@Test
	void softTissueForCt() throws IOException {
		assertEquals(new FirstWindow("Soft tissue", Reason.MODALITY, new DisplayRange(-160, 240), false),
			window(new SyntheticSeries().rescale(1, -1024)));
	}

	@Test
	void uptakeFromNoneToFiveInDarkGrey() throws IOException {
		assertEquals(new FirstWindow("SUV", Reason.MODALITY, new DisplayRange(0, 5), true),
			window(new SyntheticSeries().modality("PT").rescale(0.01, 0).with(Tag.UNITS, "GML")));
		assertDarkIsMuch(true);
	}

	/** 960 voxels of 1 to 960, so that 99.5 % are not above 956. */
	@Test
	void petToThePercentileOfItsValues() throws IOException {
		assertEquals(new FirstWindow("PET", Reason.MODALITY, new DisplayRange(0, 2 * 956), true),
			window(new SyntheticSeries().modality("PT")
				.rescale(2, 0)
				.with(Tag.UNITS, "BQML")
				.values((k, r, c) -> 1 + (k * 12 + r) * 16L + c)));
		assertDarkIsMuch(true);
	}

	@Test
	void petOfNothingIsAllValues() throws IOException {
		final FirstWindow window = window(new SyntheticSeries().modality("PT").values((k, r, c) -> 0));
		assertEquals(Reason.VALUES, window.reason());
		assertEquals(new DisplayRange(0, 0), window.range());
	}

	@Test
	void nearlyAllValuesForOthers() throws IOException {
		final FirstWindow window = window(new SyntheticSeries().modality("MR")
			.values((k, r, c) -> k == 0 ? -1 : c + 3)
			.with(Tag.PIXEL_REPRESENTATION, 1)
			.with(Tag.PIXEL_PADDING_VALUE, -1));
		assertEquals(new FirstWindow("Nearly all values", Reason.VALUES, new DisplayRange(3, 18), false), window);
		assertDarkIsMuch(false);
	}

	private FirstWindow window(final SyntheticSeries series) throws IOException {
		series.write(folder);
		return DicomVolumes.open(folder).firstWindow();
	}

	private void assertDarkIsMuch(final boolean expected) throws IOException {
		final ImagePlus image = VolumeImagePlus.of(DicomVolumes.open(folder));
		assertEquals(expected, image.getProcessor().isInvertedLut());
		assertEquals(expected, image.getStack().getProcessor(2).isInvertedLut());
		assertTrue(image.getDisplayRangeMin() < image.getDisplayRangeMax());
	}
}
