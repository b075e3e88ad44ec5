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

import io.github.dicomvolumes.command.host.NeutralFailure;
import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.view.imagej.Log;
import io.github.dicomvolumes.view.imagej.PatientSpace;
import io.github.dicomvolumes.view.imagej.VolumeImagePlus;
import io.github.dicomvolumes.view.plane.OrthoImage;

import ij.ImagePlus;

/** Whether two images lie in the same patient coordinates, so that a place in one is a place in the other. */
public final class SameFrame {

	private SameFrame() {}

	/**
	 * Refuses images of two frames of reference. If one of them has none, the log says what is assumed.
	 *
	 * @throws DicomException that names both
	 */
	public static void require(final OrthoImage image, final OrthoImage other) throws DicomException {
		final String mine = image.frameOfReference().orElse(""), theirs = other.frameOfReference().orElse("");
		if (image.space().isEmpty() || other.space().isEmpty()) return; // which is refused elsewhere
		final PatientSpace a = image.space().get(), b = other.space().get();
		if (!mine.isEmpty() && !theirs.isEmpty()) {
			if (!a.sharesFrameWith(b)) throw differ(image.image(), mine, other.image(), theirs);
		}
		else if (a.isMetric() && b.isMetric()) Log.add("\"" + image.image().getTitle() + "\" on the grid of \"" +
			other.image().getTitle() + "\": " + (mine.isEmpty() && theirs.isEmpty() ? "neither has a" : "one has no") +
			" (0020,0052) Frame of Reference UID; their coordinates are taken to be the same.");
	}

	private static DicomException differ(final ImagePlus image, final String mine, final ImagePlus other,
		final String theirs)
	{
		final boolean isShown = VolumeImagePlus.disclosure(image).isFull() &&
			VolumeImagePlus.disclosure(other).isFull();
		final String message = "\"" + image.getTitle() + "\"" + (isShown ? " (" + mine + ")" : "") + " and \"" +
			other.getTitle() + "\"" + (isShown ? " (" + theirs + ")" : "") +
			" have different (0020,0052) Frame of Reference UIDs, so their coordinates have nothing to do with each " +
			"other; register them first, or use spacing instead of to.";
		return isShown ? new DicomException(message) : new NeutralFailure(message);
	}
}
