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

import io.github.dicomvolumes.command.host.DicomCommand;
import io.github.dicomvolumes.command.input.InputMemory;

import ij.IJ;
import ij.ImagePlus;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Has every kind of input, writes down what it got, and fails on demand. */
@Plugin(type = Command.class, menuPath = "Plugins>DICOM Volumes>" + EveryInput.LABEL)
public class EveryInput extends DicomCommand {

	static final String LABEL = "DICOM Test Inputs...";
	/** Class loaders share system properties, but not our classes. */
	static final String RECEIVED = "dicomvolumes.test.received";

	@Parameter(label = "Folder to read", style = "directory", required = false, persist = false,
		attrs = @Attr(name = InputMemory.REMEMBERED))
	private File folder;

	@Parameter(persist = false)
	private String series = "";

	@Parameter(choices = { "In memory", "Virtual" }, persist = false, attrs = @Attr(name = InputMemory.REMEMBERED))
	private String load = "In memory";

	@Parameter(persist = false)
	private boolean aspect = true;

	@Parameter(min = "0", max = "5", persist = false)
	private int images = 1;

	@Parameter(persist = false)
	private double angle = 0.5;

	@Parameter(choices = { "nothing", "IOException", "bug", "cancel" }, persist = false)
	private String fail = "nothing";

	@Parameter(type = ItemIO.OUTPUT)
	private List<ImagePlus> results;

	@Override
	protected void execute() throws Exception {
		System.setProperty(RECEIVED,
			String.join("|", String.valueOf(folder), series, load, "" + aspect, "" + images, "" + angle));
		progress().update("Testing", 1, 2);
		switch (fail) {
			case "IOException" -> throw new IOException("IM_1 is broken.");
			case "bug" -> throw new NullPointerException("oops");
			case "cancel" -> throw new CancellationException();
			default -> results = new ArrayList<>();
		}
		for (int i = 1; i <= images; i++)
			results.add(IJ.createImage("result " + i, "8-bit black", 4, 3, 2));
	}
}
