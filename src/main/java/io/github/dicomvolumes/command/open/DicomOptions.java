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

import io.github.dicomvolumes.command.host.CommandCall;
import io.github.dicomvolumes.command.host.DicomCommand;
import io.github.dicomvolumes.command.input.Choices;

import ij.plugin.frame.Recorder;

import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/**
 * Plugins &gt; DICOM Volumes &gt; DICOM Options...: who opens DICOM files and folders that a person drops on ImageJ's
 * window. A macro changes nothing of that; in plain ImageJ it lets the window accept drops in this session.
 */
@Plugin(type = Command.class, menuPath = "Plugins>DICOM Volumes>DICOM Options...", attrs = @Attr(name = "no-record"))
public class DicomOptions extends DicomCommand {

	private static final String PLAIN = String.join("\n",
		"Who opens DICOM files and folders that are dropped on ImageJ's window? Folders and archives",
		"without DICOM files are always ImageJ's, and macros and scripts open everything as before.", " ",
		"Plain ImageJ tells no plugin when it starts: the choice holds from the first DICOM Volumes",
		"command of a session on, or at once with  run(\"DICOM Options...\");  in Edit > Options > Startup.",
		"File > Open... asks no plugin about DICOM files and stays ImageJ's: use File > Import > DICOM Folder...");

	/** Unwrapped: SciJava's dialogs are as high as the text would be with a word in each line. */
	static final String FIJI = String.join("<br>",
		"<html><body style='white-space: nowrap'>Who opens DICOM files and folders that are dropped on Fiji's window,",
		"or opened with File &gt; Open... and Open Recent? Folders and archives without",
		"DICOM files are always Fiji's, and macros and scripts open everything as before.");

	@Parameter(visibility = ItemVisibility.MESSAGE, required = false, persist = false)
	private String about;

	@Parameter(label = "Opened by", choices = { OpenedBy.RIGHT_LABEL, OpenedBy.OURS_LABEL, OpenedBy.IMAGEJ_LABEL },
		persist = false, initializer = "explain",
		description = "ImageJ reads single uncompressed slices right, but no compressed files, and not where slices lie")
	private String opened = OpenedBy.RIGHT_LABEL;

	/** For dialogs, which come later. */
	protected void explain() {
		about = CommandCall.isPlainImageJ(context()) ? PLAIN : FIJI;
		opened = OpenedBy.chosen(context()).label();
	}

	@Override
	protected void execute() {
		remember(OpenedBy.class, OpenedBy.KEY, Choices.of(OpenedBy.class, OpenedBy.KEY, opened).label());
		if (isPersonThere()) Recorder.disableCommandRecording();
		WindowDrop.install(context());
	}
}
