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

import io.github.dicomvolumes.command.host.Phase;
import io.github.dicomvolumes.command.input.RoisInput;
import io.github.dicomvolumes.data.InputException;
import io.github.dicomvolumes.view.imagej.Log;
import io.github.dicomvolumes.view.imagej.RoiGroup;
import io.github.dicomvolumes.view.imagej.RoiLabels;

import ij.ImagePlus;
import ij.gui.Roi;

import org.scijava.ItemIO;
import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/**
 * Plugins &gt; DICOM Volumes &gt; DICOM Labels from ROIs: fills the areas that were drawn on the slices of the active
 * image, a label for each group or name, with a channel for each where they overlap.
 */
@Plugin(type = Command.class, menuPath = "Plugins>DICOM Volumes>DICOM Labels from ROIs")
public class DicomLabelsFromRois extends ImageCommand {

	@Parameter(choices = { RoisInput.ANY, RoisInput.MANAGER, RoisInput.OVERLAY }, required = false,
		visibility = ItemVisibility.INVISIBLE, persist = false, description = RoisInput.DESCRIPTION)
	private String rois = RoisInput.ANY;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus labels;

	@Override
	protected List<Phase> phases() {
		return List.of(new Phase(RoiLabels.PHASE, 1));
	}

	@Override
	protected void execute() {
		final List<Roi> drawn = RoiContours.drawn(RoisInput.of(rois), image());
		final List<Roi> areas = drawn.stream().filter(Roi::isArea).toList();
		if (areas.isEmpty()) throw new InputException("The ROIs are lines and points; labels are made of areas.");
		if (areas.size() < drawn.size())
			Log.add("\"" + image().getTitle() + "\": lines and points left out: " + (drawn.size() - areas.size()));
		labels = RoiLabels.of(image(), RoiGroup.of(areas, image()), progress());
	}
}
