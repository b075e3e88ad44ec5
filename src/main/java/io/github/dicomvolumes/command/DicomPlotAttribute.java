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

import java.util.List;

import io.github.dicomvolumes.command.input.ImportedVolume;
import io.github.dicomvolumes.command.input.InputMemory;
import io.github.dicomvolumes.data.Disclosure;
import io.github.dicomvolumes.view.imagej.VolumeImagePlus;
import io.github.dicomvolumes.view.table.SlicePlot;
import io.github.dicomvolumes.view.table.SliceValues;

import ij.ImagePlus;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/**
 * Plugins &gt; DICOM Volumes &gt; DICOM Plot Attribute...: draws a number that each slice of the active image has, such
 * as the gap or the tube current.
 */
@Plugin(type = Command.class, menuPath = "Plugins>DICOM Volumes>DICOM Plot Attribute...")
public class DicomPlotAttribute extends ReportCommand {

	@Parameter(label = "Keyword", persist = false, attrs = @Attr(name = InputMemory.REMEMBERED),
		description = "A DICOM keyword such as RescaleSlope, " +
			"AcquisitionTime or XRayTubeCurrent; or a column of the DICOM Slices table such as Gap")
	private String keyword = "Gap";

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus plot;

	@Override
	public List<String> examples(final String input) {
		return input.equals("keyword")
			? VolumeImagePlus.volume(image())
				.map(volume -> SliceValues.keywords(volume, disclosure()))
				.orElse(List.of())
			: List.of();
	}

	@Override
	protected void execute() {
		final Disclosure shown = recorded();
		plot = SlicePlot.of(SliceValues.of(ImportedVolume.of(image()), keyword, shown), image().getTitle());
	}
}
