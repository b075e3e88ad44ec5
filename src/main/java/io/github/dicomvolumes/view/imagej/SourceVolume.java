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
import java.util.stream.Stream;

import ij.ImagePlus;

import io.github.dicomvolumes.data.Disclosure;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.Uids;
import io.github.dicomvolumes.series.object.Frame;
import io.github.dicomvolumes.volume.DicomVolume;

/**
 * Of which volume an image was made. It is kept as text among the image's properties, which ImageJ copies with Image
 * &gt; Duplicate and writes into TIFF files; the text names nobody.
 */
public final class SourceVolume {

	/** The name of the image property. */
	private static final String PROPERTY = "DICOM Source";

	private SourceVolume() {}

	/** Puts down in the image of a volume, or in one made of it, which it is. */
	static void mark(final ImagePlus image, final DicomVolume volume) {
		image.setProp(PROPERTY, name(volume));
	}

	/** Puts down in an image of which volume the one was made from which it was made. */
	public static void pass(final ImagePlus from, final ImagePlus to) {
		final String name = from.getProp(PROPERTY);
		if (name != null) to.setProp(PROPERTY, name);
	}

	/** The volume of an image itself, however it was changed, or else that of an open image of which it was made. */
	public static Optional<DicomVolume> of(final ImagePlus image) {
		return imageOf(image).flatMap(VolumeImagePlus::original);
	}

	/** HIDE if the image, or that of which it was made, was imported without what may identify the patient. */
	public static Disclosure disclosure(final ImagePlus image) {
		final boolean isHidden = Stream.concat(Stream.of(image), imageOf(image).stream())
			.anyMatch(one -> !VolumeImagePlus.disclosure(one).isFull());
		return isHidden ? Disclosure.HIDE : Disclosure.SHOW;
	}

	private static Optional<ImagePlus> imageOf(final ImagePlus image) {
		if (VolumeImagePlus.original(image).isPresent()) return Optional.of(image);
		final String name = image.getProp(PROPERTY);
		if (name == null) return Optional.empty();
		return OpenImages.all()
			.filter(open -> VolumeImagePlus.original(open).filter(volume -> name(volume).equals(name)).isPresent())
			.findFirst();
	}

	/** The same for the same first frame; nothing about the patient can be told from it. */
	private static String name(final DicomVolume volume) {
		final Frame first = volume.stack().first();
		return Uids.ofName(String.join(" ", volume.attributes().orElse(Tag.SERIES_INSTANCE_UID, ""),
			volume.attributes().orElse(Tag.SOP_INSTANCE_UID, ""), Integer.toString(first.index())));
	}
}
