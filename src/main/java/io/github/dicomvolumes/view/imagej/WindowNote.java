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

import java.util.List;

import io.github.dicomvolumes.data.Disclosure;
import io.github.dicomvolumes.data.NumberText;
import io.github.dicomvolumes.data.ShownText;
import io.github.dicomvolumes.series.Finding;
import io.github.dicomvolumes.volume.DicomVolume;
import io.github.dicomvolumes.volume.FirstWindow;

import ij.ImagePlus;

/** Puts the window with which an image opens down in it, by its name: "Soft tissue: -160 to 240 HU". */
final class WindowNote {

	/** Property of the image, which Image &gt; Show Info... and macros read. */
	static final String KEY = "DICOM First Window";

	private static final int DIGITS = 6;
	private static final String SOURCE = "window";

	private WindowNote() {}

	/** Says also in the report that it was chosen, if the files have none. */
	static void put(final ImagePlus image, final DicomVolume volume, final FirstWindow first,
		final Disclosure disclosure)
	{
		final boolean isOfFile = first.reason() == FirstWindow.Reason.FILE;
		// a file explains its window in words of its own
		final String name = isOfFile && !disclosure.isFull() ? FirstWindow.OF_FILE : ShownText.line(first.name());
		final String text = (name + ": " + NumberText.significant(first.range().low(), DIGITS) + " to " +
			NumberText.significant(first.range().high(), DIGITS) + " " + volume.unit()).strip() +
			(first.isInverted() ? ", inverted" : "");
		image.setProp(KEY, text);
		if (!isOfFile) LaterFindings.put(image, SOURCE,
			List.of(new Finding(Finding.Code.WINDOW_CHOSEN, "the files have no window; the image opens with " + text)));
	}
}
