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

package io.github.dicomvolumes.volume.sample;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.view.Views;

/** The planes of an image as ImgLib2 views: nothing is copied, and what is written to them is written to the image. */
public final class Planes {

	private Planes() {}

	/**
	 * All slices of a plane.
	 *
	 * @param image x, y, z, and any more dimensions, from 0
	 * @return (right, down, slice) and the other dimensions as they are, from 0
	 */
	public static <T> RandomAccessibleInterval<T> of(final RandomAccessibleInterval<T> image, final PlaneAxes axes) {
		RandomAccessibleInterval<T> view = image;
		if (axes.rightReversed()) view = Views.zeroMin(Views.invertAxis(view, axes.right()));
		if (axes.downReversed()) view = Views.zeroMin(Views.invertAxis(view, axes.down()));
		view = Views.permute(view, axes.right(), 0);
		return Views.permute(view, axes.down() == 0 ? axes.right() : axes.down(), 1);
	}

	/** One slice of a plane, 0-based: (right, down) and the dimensions after z. */
	public static <T> RandomAccessibleInterval<T> slice(final RandomAccessibleInterval<T> image, final PlaneAxes axes,
		final long slice)
	{
		return Views.hyperSlice(of(image, axes), 2, slice);
	}
}
