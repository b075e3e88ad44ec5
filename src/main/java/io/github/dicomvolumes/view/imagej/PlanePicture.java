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

import io.github.dicomvolumes.volume.DicomVolume;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;

/** One plane of a volume as people see it when the volume is opened: a picture without values, for previews. */
public final class PlanePicture {

	private PlanePicture() {}

	/**
	 * The picture of a plane with the window, palette or colours that the volume is opened with; without a window in
	 * the file the values of this plane tell. Its pixels are those of the plane. Of a virtual volume no other plane is
	 * read.
	 *
	 * @param slice 0-based, as channel and time
	 * @throws java.io.UncheckedIOException if the volume is virtual and the plane cannot be read any more
	 */
	public static ImageProcessor of(final DicomVolume volume, final int slice, final int channel, final int time) {
		final long[] size = volume.dimensions();
		final boolean isDeep = VolumeDisplay.isDeepColour(volume);
		final ImageStack planes = new ImageStack((int) size[0], (int) size[1]);
		for (int c = isDeep ? 0 : channel; c <= (isDeep ? 2 : channel); c++)
			planes.addSlice("", volume.plane(slice, c, time));
		final ImagePlus plain = new ImagePlus("", planes);
		final ImagePlus image = isDeep ? new CompositeImage(plain, CompositeImage.COMPOSITE) : plain;
		VolumeDisplay.show(image, volume, () -> volume.firstWindow(slice, channel, time));
		return new ColorProcessor(image.getImage());
	}

	/**
	 * A picture with square pixels that is at most so large, shrunk by averages.
	 *
	 * @param width of a pixel, in any unit
	 * @param height of a pixel, in the same
	 * @param most pixels of either side
	 */
	public static ImageProcessor fitted(final ImageProcessor picture, final double width, final double height,
		final int most)
	{
		final double unit = Math.min(width, height);
		final double columns = picture.getWidth() * width / unit, rows = picture.getHeight() * height / unit;
		final double scale = Math.min(1, most / Math.max(columns, rows));
		picture.setInterpolationMethod(ImageProcessor.BILINEAR);
		return picture.resize(pixels(columns * scale, most), pixels(rows * scale, most), true);
	}

	private static int pixels(final double length, final int most) {
		return Math.max(1, Math.min(most, (int) Math.round(length)));
	}
}
