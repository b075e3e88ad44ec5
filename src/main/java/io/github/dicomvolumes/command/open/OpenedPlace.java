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

package io.github.dicomvolumes.command.open;

import java.io.File;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.dicomvolumes.command.host.CommandCall;
import io.github.dicomvolumes.command.input.Loading;

import ij.ImagePlus;
import ij.plugin.frame.Recorder;

import org.scijava.Context;

/** A place that a person opens by hand but without the import dialog: by dropping it, or from a list. */
final class OpenedPlace {

	private static final String COMMAND = "DICOM Folder...";

	private OpenedPlace() {}

	/**
	 * Imports it as DICOM Folder... does, with the defaults of macros. A person is asked which series, and the macro
	 * recorder notes that command.
	 *
	 * @return the images that were opened and shown; none if the person cancelled, or after a message
	 */
	static List<ImagePlus> open(final Context context, final File place, final boolean isVirtual) {
		final Map<String, Object> answers = new HashMap<>(Map.of("folder", place));
		if (isVirtual) answers.put(Loading.KEY, Loading.VIRTUAL_LABEL);
		Recorder.setCommand(COMMAND); // in Fiji the command does that, too
		final Object images = CommandCall.run(context, COMMAND, answers).getOutput("images");
		Recorder.saveCommand();
		return images instanceof List<?> list ? list.stream().map(ImagePlus.class::cast).toList() : List.of();
	}
}
