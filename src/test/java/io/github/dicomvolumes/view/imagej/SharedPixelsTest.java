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

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ij.ImagePlus;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.pixels.PlaneType;
import io.github.dicomvolumes.volume.DicomVolume;
import io.github.dicomvolumes.volume.ImportOptions;

/** The ImagePlus and the ImgLib2 images of a volume are the same arrays. */
class SharedPixelsTest {

	@TempDir
	Path folder;

	private DicomVolume volume;
	private ImagePlus image;

	@Test
	void unsigned8() throws IOException {
		open(new SyntheticSeries().bits(8).values((k, r, c) -> k + 10 * r + c).rescale(2, -5));
		assertSharesArrays(PlaneType.UINT8);
		((byte[]) image.getStack().getPixels(3))[3 + 16 * 2] = (byte) 200;
		assertSeen(200, 395);
	}

	@Test
	void unsigned16() throws IOException {
		open(new SyntheticSeries().rescale(1, -1024));
		assertSharesArrays(PlaneType.UINT16);
		((short[]) image.getStack().getPixels(3))[3 + 16 * 2] = (short) 60_000;
		assertSeen(60_000, 58_976);
	}

	@Test
	void signed16() throws IOException {
		open(new SyntheticSeries().bits(16, 12, 11).signed().values((k, r, c) -> 10 * r + c - 200).rescale(2, 1));
		assertSharesArrays(PlaneType.INT16);
		((short[]) image.getStack().getPixels(3))[3 + 16 * 2] = (short) (-1500 + 32_768);
		assertSeen(-1500, -2999);
	}

	@Test
	void real32() throws IOException {
		open(new SyntheticSeries().modality("PT").rescale(k -> 0.5 * (k + 1), 0));
		assertSharesArrays(PlaneType.FLOAT32);
		((float[]) image.getStack().getPixels(3))[3 + 16 * 2] = 30;
		assertSeen(20, 30);
	}

	@Test
	void realValuesTakeWritesFromImgLib2() throws IOException {
		open(new SyntheticSeries().modality("PT").rescale(k -> 0.5 * (k + 1), 0));
		volume.values().randomAccess().setPositionAndGet(3, 2, 2).set(45);
		image.setSlice(3);
		assertEquals(45, image.getProcessor().getf(3, 2));
		assertSeen(30, 45);
	}

	@Test
	void colour() throws IOException {
		open(new SyntheticSeries().rgb(1));
		assertSharesArrays(PlaneType.RGB);
		((int[]) image.getStack().getPixels(3))[3 + 16 * 2] = 0xFF010203;
		assertEquals(0xFF010203, volume.colours().getAt(3, 2, 2).get());
		assertEquals(2, volume.stored().getAt(3, 2, 2, 1).getRealDouble());
		assertEquals(3, volume.values().getAt(3, 2, 2, 2).get());
		volume.colours().randomAccess().setPositionAndGet(3, 2, 2).set(0xFF040506);
		assertEquals(0x040506, image.getStack().getProcessor(3).get(3, 2) & 0xFFFFFF);
	}

	@Test
	void realValuesOnRequest() throws IOException {
		new SyntheticSeries().bits(16, 12, 11)
			.signed()
			.values((k, r, c) -> 10 * r + c - 200)
			.rescale(2, 1)
			.write(folder);
		show(DicomVolumes.open(folder, ImportOptions.DEFAULT.withRealValues(true)));
		assertSharesArrays(PlaneType.FLOAT32);
		assertSeen(-177, -353);
	}

	/** Changing the display changes no pixel, not even in 8 bits. */
	@Test
	void displayRangeLeavesPixelsAlone() throws IOException {
		open(new SyntheticSeries().bits(8).values((k, r, c) -> k + 10 * r + c));
		image.setDisplayRange(20, 30);
		image.setSlice(2);
		image.setDisplayRange(50, 60);
		image.setSlice(3);
		assertSeen(25, 25);
	}

	private void open(final SyntheticSeries series) throws IOException {
		series.write(folder);
		show(DicomVolumes.open(folder));
	}

	private void show(final DicomVolume opened) {
		volume = opened;
		image = VolumeImagePlus.of(opened);
	}

	private void assertSharesArrays(final PlaneType type) {
		assertEquals(type, volume.plan().type());
		final long[] size = volume.dimensions();
		for (int t = 0; t < size[4]; t++)
			for (int c = 0; c < size[3]; c++)
				for (int z = 0; z < size[2]; z++) {
					final int n = image.getStackIndex(c + 1, z + 1, t + 1);
					assertSame(volume.plane(z, c, t), image.getStack().getPixels(n));
					assertSame(volume.plane(z, c, t), image.getStack().getProcessor(n).getPixels());
				}
		image.setSlice(1);
		assertSame(volume.plane(0, 0, 0), image.getProcessor().getPixels());
	}

	/** The values at column 3, row 2, slice 2 (0-based), in the volume and as ImageJ shows them. */
	private void assertSeen(final double stored, final double real) {
		assertEquals(stored, volume.stored().getAt(3, 2, 2).getRealDouble());
		assertEquals(real, volume.values().getAt(3, 2, 2).get());
		image.setSlice(3);
		assertEquals(real, image.getProcessor().getPixelValue(3, 2));
	}
}
