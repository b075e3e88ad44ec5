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

package io.github.dicomvolumes.command.input;

import io.github.dicomvolumes.data.InputException;
import io.github.dicomvolumes.view.imagej.ShownVolume;
import io.github.dicomvolumes.view.imagej.VolumeImagePlus;
import io.github.dicomvolumes.volume.DicomVolume;

import ij.ImagePlus;

/** The volume of an image, for commands that need its DICOM files. */
public final class ImportedVolume {

	private ImportedVolume() {}

	/**
	 * The volume that an image shows.
	 *
	 * @throws IllegalArgumentException if it shows none
	 */
	public static DicomVolume of(final ImagePlus image) {
		return VolumeImagePlus.volume(image)
			.orElseThrow(() -> new InputException("\"" + image.getTitle() +
				"\" was not opened by File > Import > DICOM Folder..., or is a copy or a plane: its DICOM files are not " +
				"known. Select the image that was opened so."));
	}

	/**
	 * The volume that an image shows, with its pixels as they are now.
	 *
	 * @throws IllegalArgumentException if it shows none, or its pixels have another type
	 */
	public static DicomVolume shown(final ImagePlus image) {
		of(image);
		return ShownVolume.of(image)
			.orElseThrow(() -> new InputException("\"" + image.getTitle() +
				"\" has got pixels of another type since it was opened: the files say nothing about their values."));
	}
}
