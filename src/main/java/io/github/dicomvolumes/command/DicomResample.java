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

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import io.github.dicomvolumes.command.host.Phase;
import io.github.dicomvolumes.command.input.InputMemory;
import io.github.dicomvolumes.command.input.InputNumbers;
import io.github.dicomvolumes.command.input.Choices;
import io.github.dicomvolumes.command.input.Loading;
import io.github.dicomvolumes.command.input.OpenImage;
import io.github.dicomvolumes.command.input.PlaneChoice;
import io.github.dicomvolumes.command.input.SameFrame;
import io.github.dicomvolumes.data.InputException;
import io.github.dicomvolumes.geometry.AnatomicalPlane;
import io.github.dicomvolumes.view.over.Fusion;
import io.github.dicomvolumes.view.plane.OrthoImage;
import io.github.dicomvolumes.view.resample.Resample;
import io.github.dicomvolumes.view.resample.SampledGrid;
import io.github.dicomvolumes.volume.sample.Interpolation;
import io.github.dicomvolumes.volume.sample.Resampling;

import ij.ImagePlus;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/**
 * Plugins &gt; DICOM Volumes &gt; DICOM Resample...: the active image on the grid of another one, in voxels of another
 * size, or in axial, coronal or sagittal slices whatever its directions. With all inputs left out it gets cubes of its
 * smallest voxel.
 */
@Plugin(type = Command.class, menuPath = "Plugins>DICOM Volumes>DICOM Resample...")
public class DicomResample extends ImageCommand {

	@Parameter(label = "Onto the grid of (title, or empty)", required = false, persist = false,
		description = "The title of an open image of the same patient, whose grid is taken")
	private String to = "";

	@Parameter(label = "Spacing (mm, or empty)", required = false, persist = false, description = "The size of " +
		"voxels: one number, or three for columns, rows and slices; empty: that of 'to', or else cubes of the smallest " +
		"voxel")
	private String spacing = "";

	@Parameter(label = "Plane",
		choices = { PlaneChoice.AS_ACQUIRED_LABEL, PlaneChoice.AXIAL_LABEL, PlaneChoice.CORONAL_LABEL,
			PlaneChoice.SAGITTAL_LABEL },
		persist = false,
		description = "The slices of the image, or slices along the axes of the patient that cover all of it")
	private String plane = PlaneChoice.AS_ACQUIRED_LABEL;

	/** Null: as the image needs it. */
	@Parameter(label = "Interpolation", choices = { "Linear", "Nearest" }, required = false, persist = false,
		initializer = "suggestInterpolation", description = "Linear between voxels, or the value of the nearest one: " +
			"the default for label images, whose numbers are names")
	private String interpolation;

	@Parameter(label = "Load", choices = { Loading.IN_MEMORY_LABEL, Loading.VIRTUAL_LABEL }, persist = false,
		attrs = @Attr(name = InputMemory.REMEMBERED),
		description = "All slices now, or each when it is looked at: changes to such slices are lost")
	private String load = Loading.IN_MEMORY_LABEL;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus resampled;

	/** For dialogs, which come later. */
	protected void suggestInterpolation() {
		if (interpolation == null && image() != null) interpolation = suggested(OrthoImage.of(image())).toString();
	}

	@Override
	public List<String> suggestions(final String input) {
		if (!input.equals("to") || image() == null) return List.of();
		final OrthoImage source = OrthoImage.of(image());
		return OpenImage.titles(open -> Fusion.mayFit(source, open));
	}

	@Override
	protected List<Phase> phases() {
		return List.of(new Phase(Resampling.PHASE, 1));
	}

	@Override
	protected void execute() throws IOException {
		final OrthoImage source = OrthoImage.of(image());
		final Interpolation between = interpolation == null ? suggested(source)
			: Choices.of(Interpolation.class, "interpolation", interpolation);
		final SampledGrid grid = grid(source);
		resampled = reading(() -> Loading.isVirtual(load) ? Resample.virtual(source, grid, between)
			: Resample.of(source, grid, between, progress()));
	}

	private static Interpolation suggested(final OrthoImage source) {
		return source.isLabels() ? Interpolation.NEAREST : Interpolation.LINEAR;
	}

	private SampledGrid grid(final OrthoImage source) throws IOException {
		final double[] sizes = InputNumbers.spacing("spacing", spacing);
		final Optional<AnatomicalPlane> along = PlaneChoice.of(plane, PlaneChoice.AS_ACQUIRED).anatomical();
		if (to == null || to.isEmpty()) return along.isEmpty() ? SampledGrid.spaced(source, sizes)
			: SampledGrid.anatomical(source, along.get(), sizes);
		if (along.isPresent()) throw new InputException("plane=" + plane + " does not go with to=" + to +
			", whose grid has its own directions; leave one of them out.");
		final OrthoImage other = OrthoImage.of(OpenImage.titled("to", to));
		SameFrame.require(source, other);
		return SampledGrid.of(source, other, sizes);
	}
}
