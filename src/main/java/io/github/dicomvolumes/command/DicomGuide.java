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

import java.awt.GraphicsEnvironment;

import io.github.dicomvolumes.command.host.DicomCommand;
import io.github.dicomvolumes.data.InputException;
import io.github.dicomvolumes.view.help.Guide;
import io.github.dicomvolumes.view.help.GuidePlace;
import io.github.dicomvolumes.view.imagej.Log;

import ij.IJ;
import ij.macro.Interpreter;

import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/**
 * Plugins &gt; DICOM Volumes &gt; DICOM Guide: the user guide. A macro may say where it is to open. Without windows,
 * and in batch mode, the log says where it is.
 */
@Plugin(type = Command.class, menuPath = "Plugins>DICOM Volumes>DICOM Guide")
public class DicomGuide extends DicomCommand {

	@Parameter(required = false, visibility = ItemVisibility.INVISIBLE, persist = false,
		description = "Where it opens: a finding code such as GANTRY_TILT, the label of a command, or a page " +
			"such as pet or geometry#verdicts; empty is the index")
	private String page = "";

	@Override
	protected void execute() {
		final GuidePlace place = page == null || page.isBlank() ? GuidePlace.of(Guide.INDEX)
			: Guide.find(page)
				.orElseThrow(() -> new InputException(
					"page=" + page + " is no finding code, no command and no page of the guide; pages are " +
						String.join(", ", Guide.pages()) + "."));
		if (isSeen()) Guide.show(place);
		else Log.add("The guide: " + Guide.web(place));
	}

	private boolean isSeen() {
		final boolean isMacroWithWindows = IJ.isMacro() && IJ.getInstance() != null && !Interpreter.isBatchMode();
		return !GraphicsEnvironment.isHeadless() && (isPersonThere() || isMacroWithWindows);
	}
}
