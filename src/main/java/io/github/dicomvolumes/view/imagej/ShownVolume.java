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

import java.util.Optional;

import ij.ImagePlus;
import ij.ImageStack;

import io.github.dicomvolumes.series.StackShape;
import io.github.dicomvolumes.volume.DicomVolume;

/**
 * The volume of an ImagePlus as it is now: with the arrays that ImageJ put in place of others when slices were edited.
 */
public final class ShownVolume {

	private ShownVolume() {}

	/** Empty if the image shows no volume, see {@link VolumeImagePlus#volume}, or has got another type since. */
	public static Optional<DicomVolume> of(final ImagePlus image) {
		return VolumeImagePlus.volume(image).flatMap(volume -> asShown(volume, image.getStack()));
	}

	private static Optional<DicomVolume> asShown(final DicomVolume volume, final ImageStack shown) {
		if (shown.isVirtual()) return Optional.of(volume); // which keeps no edits
		final StackShape shape = volume.stack().shape();
		final Object[] planes = new Object[shape.planes()];
		boolean edited = false;
		for (int i = 0; i < planes.length; i++) {
			final StackShape.Place place = shape.place(i);
			final Object own = volume.plane(place.slice(), place.channel(), place.time());
			planes[i] = shown.getPixels(shape.stackIndex(place.slice(), place.channel(), place.time()));
			if (planes[i].getClass() != own.getClass()) return Optional.empty();
			edited |= planes[i] != own;
		}
		return Optional.of(edited ? volume.withPlanes(planes) : volume);
	}
}
