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

import ij.plugin.frame.Recorder;

import java.io.File;
import java.util.Map;
import java.util.Objects;

import org.scijava.module.ModuleItem;

/**
 * Corrects what ImageJ's recorder noted of a dialog. SciJava's recorder notes the inputs after the command and needs no
 * help.
 */
public final class Recording {

	private Recording() {}

	/** Notes an input that no dialog asked for, unless it is what a macro has without it. */
	static void add(final ModuleItem<?> item, final Object value) {
		if (value == null || Objects.equals(value, item.getDefaultValue())) return;
		if (value instanceof File file) Recorder.recordPath(InputText.key(item), file.getPath());
		else Recorder.recordOption(InputText.key(item), value.toString());
	}

	/** Replaces the value of an option that was decided only after the dialog. */
	public static void replace(final String key, final String value) {
		final String noted = Recorder.record ? Recorder.getCommandOptions() : null;
		if (noted == null) return;
		final Map<String, String> options = MacroOptions.parse(noted);
		options.put(key, value);
		Recorder.resetCommandOptions();
		options.forEach(Recorder::recordOption);
	}
}
