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

import java.util.Map;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.command.host.CommandCall;
import io.github.dicomvolumes.command.open.WindowDrop;

import ij.plugin.PlugIn;

import org.scijava.Context;

/**
 * The way into our commands for ImageJ 1.x: {@code plugins.config} names this class with the label of a command as its
 * argument. Plain ImageJ knows commands no other way; Fiji comes here after Help &gt; Refresh Menus.
 */
public class ImageJCommand implements PlugIn {

	/**
	 * Runs a command in this thread and returns when it is done.
	 *
	 * @param label the last element of the command's menu path
	 */
	@Override
	public void run(final String label) {
		DicomVolumes.prepare(); // while SciJava's context is made, which takes as long
		final Context context = CommandCall.context();
		WindowDrop.installForPerson(context);
		CommandCall.run(context, label, Map.of());
	}
}
