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

package io.github.dicomvolumes.view.plane;

import java.io.IOException;
import java.nio.file.Path;

import ij.IJ;
import ij.ImagePlus;
import ij.process.ImageProcessor;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.SyntheticCases;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.volume.DicomVolume;

/** Images to look at in tests. */
public final class Scenes {

	private Scenes() {}

	/** A case of the specification: voxel (x, y, z) holds 1000 z + 10 y + x. */
	public static DicomVolume volume(final String name, final Path folder) throws IOException {
		return DicomVolumes.open(SyntheticCases.write(name, folder));
	}

	public static DicomVolume volume(final SyntheticSeries series, final Path folder) throws IOException {
		series.write(folder);
		return DicomVolumes.open(folder);
	}

	/** An image of ImageJ's, where voxel (x, y, z, c, t) holds x + 7 y + 31 z + 101 c + 203 t. */
	public static ImagePlus image(final String type, final int width, final int height, final int channels,
		final int slices, final int times)
	{
		final ImagePlus image = IJ.createHyperStack("stack", width, height, channels, slices, times, switch (type) {
			case "8-bit" -> 8;
			case "16-bit" -> 16;
			case "RGB" -> 24;
			default -> 32;
		});
		for (int t = 0; t < times; t++)
			for (int z = 0; z < slices; z++)
				for (int c = 0; c < channels; c++) {
					final ImageProcessor ip = image.getStack().getProcessor(image.getStackIndex(c + 1, z + 1, t + 1));
					for (int y = 0; y < height; y++)
						for (int x = 0; x < width; x++)
							ip.setf(x, y, x + 7 * y + 31 * z + 101 * c + 203 * t);
				}
		return image;
	}

	/** A number that an array of pixels holds. */
	public static double at(final Object pixels, final int index) {
		if (pixels instanceof byte[] bytes) return bytes[index] & 0xFF;
		if (pixels instanceof short[] shorts) return shorts[index] & 0xFFFF;
		if (pixels instanceof float[] floats) return floats[index];
		return ((int[]) pixels)[index] & 0xFFFFFF;
	}
}
