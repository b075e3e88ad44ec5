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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ij.ImagePlus;
import ij.process.ImageProcessor;
import ij.process.StackConverter;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.volume.DicomVolume;

/** A volume whose image was edited in ImageJ. */
class ShownVolumeTest {

	private DicomVolume volume;
	private ImagePlus image;

	@BeforeEach
	void open(@TempDir final Path folder) throws IOException {
		new SyntheticSeries().slices(12)
			.positions(k -> new double[] { -10, -20, 30 + 3 * (k % 4) })
			.rescale(1, -1024)
			.each((k, a) -> a.put(Tag.TEMPORAL_POSITION_IDENTIFIER, k / 4 + 1))
			.write(folder);
		volume = DicomVolumes.open(folder);
		image = VolumeImagePlus.of(volume);
	}

	@Test
	void isTheVolumeItselfWithoutEdits() {
		assertSame(volume, ShownVolume.of(image).orElseThrow());
	}

	@Test
	void hasTheArraysThatReplacedOthers() {
		image.setPosition(1, 3, 2); // slice 3 of time 2
		final ImageProcessor doubled = image.getProcessor().duplicate();
		doubled.set(3, 2, 77);
		image.getStack().setProcessor(doubled, image.getCurrentSlice());
		final DicomVolume shown = ShownVolume.of(image).orElseThrow();
		assertEquals(77 - 1024, shown.values().getAt(3, 2, 2, 0, 1).get());
		assertEquals(6023 - 1024, volume.values().getAt(3, 2, 2, 0, 1).get());
		assertEquals(7023 - 1024, shown.values().getAt(3, 2, 3, 0, 1).get());
	}

	@Test
	void isNoneIfThePixelsHaveAnotherType() {
		new StackConverter(image).convertToGray8();
		assertTrue(ShownVolume.of(image).isEmpty());
	}

	@Test
	void isNoneOfAnotherImage() {
		assertTrue(ShownVolume.of(image.duplicate()).isEmpty());
	}
}
