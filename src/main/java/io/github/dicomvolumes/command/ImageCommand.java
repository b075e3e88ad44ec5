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

package io.github.dicomvolumes.command;

import java.io.IOException;

import io.github.dicomvolumes.command.host.DicomCommand;
import io.github.dicomvolumes.command.input.PatientInput;
import io.github.dicomvolumes.data.Disclosure;
import io.github.dicomvolumes.view.imagej.SourceVolume;
import io.github.dicomvolumes.view.ortho.window.OrthogonalViews;

import ij.ImagePlus;

import org.scijava.plugin.Parameter;

/** A command on the active image. It tells no more of the patient than the image does. */
abstract class ImageCommand extends DicomCommand {

	@Parameter(persist = false)
	private ImagePlus image;

	/** Null before the inputs are given. */
	final ImagePlus image() {
		return image;
	}

	/**
	 * From now on the image is that behind orthogonal views or a figure, if a plane of theirs or the figure is active.
	 */
	final void takeImageBehind() {
		if (image != null) image = OrthogonalViews.imageBehind(image).orElse(image);
	}

	@Override
	protected Disclosure disclosure() {
		return image == null ? Disclosure.SHOW : SourceVolume.disclosure(image);
	}

	/** Works on the image, whose slices may be in files: if they cannot be read, names are told as the image does. */
	final <T> T reading(final PatientInput.Work<T> work) throws IOException {
		return PatientInput.reading(image, work);
	}
}
