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

package io.github.dicomvolumes.view.over;

import java.util.List;
import java.util.stream.Stream;

import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.view.imagej.OpenImages;
import io.github.dicomvolumes.view.imagej.VolumeImagePlus;
import io.github.dicomvolumes.view.plane.OrthoImage;
import io.github.dicomvolumes.view.plane.PlaneStack;

import ij.ImagePlus;

/** The open images that are radiotherapy doses. */
public final class DoseImages {

	private static final String GRAY = "Gy", MODALITY = "RTDOSE";

	private DoseImages() {}

	/** Those in the same patient coordinates as an image, itself first if it is one; planes of views do not count. */
	public static List<ImagePlus> of(final OrthoImage base) {
		final ImagePlus own = base.image();
		final List<ImagePlus> others = OpenImages.all()
			.filter(image -> image != own && isVolume(image) && isDose(image) && Fusion.shareSpace(base, image))
			.toList();
		if (!isDose(own) || !Fusion.shareSpace(base, own)) return others;
		return Stream.concat(Stream.of(own), others.stream()).toList();
	}

	private static boolean isVolume(final ImagePlus image) {
		return image.getNSlices() > 1 && !(image.getStack() instanceof PlaneStack);
	}

	private static boolean isDose(final ImagePlus image) {
		if (image.getBitDepth() == 24) return false;
		return GRAY.equalsIgnoreCase(image.getCalibration().getValueUnit()) || VolumeImagePlus.volume(image)
			.map(volume -> volume.attributes().orElse(Tag.MODALITY, ""))
			.filter(MODALITY::equals)
			.isPresent();
	}
}
