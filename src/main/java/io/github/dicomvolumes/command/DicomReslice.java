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

import io.github.dicomvolumes.command.host.Phase;
import io.github.dicomvolumes.command.input.InputMemory;
import io.github.dicomvolumes.command.input.InputNumbers;
import io.github.dicomvolumes.command.input.Choices;
import io.github.dicomvolumes.command.input.Loading;
import io.github.dicomvolumes.command.input.PlaneChoice;
import io.github.dicomvolumes.data.InputException;
import io.github.dicomvolumes.geometry.AnatomicalPlane;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.view.plane.OrthoImage;
import io.github.dicomvolumes.view.plane.Pixels;
import io.github.dicomvolumes.view.plane.Reslice;
import io.github.dicomvolumes.view.resample.Resample;
import io.github.dicomvolumes.view.resample.SampledGrid;
import io.github.dicomvolumes.volume.sample.Interpolation;
import io.github.dicomvolumes.volume.sample.PlaneCopier;
import io.github.dicomvolumes.volume.sample.Resampling;

import ij.ImagePlus;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/**
 * Plugins &gt; DICOM Volumes &gt; DICOM Reslice...: the active image cut into axial, coronal or sagittal slices, or
 * slices of any direction. For an image without a place in the patient the former are XY, XZ and YZ.
 */
@Plugin(type = Command.class, menuPath = "Plugins>DICOM Volumes>DICOM Reslice...")
public class DicomReslice extends ImageCommand {

	@Parameter(label = "Plane",
		choices = { PlaneChoice.AXIAL_LABEL, PlaneChoice.CORONAL_LABEL, PlaneChoice.SAGITTAL_LABEL,
			PlaneChoice.OBLIQUE_LABEL },
		persist = false, attrs = @Attr(name = InputMemory.REMEMBERED),
		description = "Without a place in the patient: XY, XZ, YZ. Oblique: slices along a normal of any direction")
	private String plane = PlaneChoice.AXIAL_LABEL;

	@Parameter(label = "Pixels", choices = { "Raw", "Isotropic" }, persist = false,
		attrs = @Attr(name = InputMemory.REMEMBERED),
		description = "One pixel for each voxel, or square pixels; those of oblique slices are always square")
	private String pixels = "Raw";

	@Parameter(label = "Smooth", persist = false, attrs = @Attr(name = InputMemory.REMEMBERED),
		description = "Interpolate square pixels between voxels")
	private boolean smooth = false;

	@Parameter(label = "Normal (x y z, of oblique slices)", required = false, persist = false, description = "The " +
		"direction in which oblique slices are counted, away from the viewer: x to the left, y to the back, z to the head")
	private String normal = "";

	@Parameter(label = "Up (x y z, or empty)", required = false, persist = false,
		description = "What is at the top of " +
			"oblique slices; empty: the head, or the front where the normal is closer to the axis of the body than 45 degrees")
	private String up = "";

	@Parameter(label = "Load", choices = { Loading.IN_MEMORY_LABEL, Loading.VIRTUAL_LABEL }, persist = false,
		attrs = @Attr(name = InputMemory.REMEMBERED),
		description = "All slices now, or each when it is looked at: changes to such slices are lost")
	private String load = Loading.IN_MEMORY_LABEL;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus resliced;

	@Override
	protected List<Phase> phases() {
		return List.of(new Phase(isOblique() ? Resampling.PHASE : PlaneCopier.PHASE, 1));
	}

	@Override
	protected void execute() throws IOException {
		final OrthoImage source = OrthoImage.of(image());
		resliced = reading(() -> isOblique() ? oblique(source) : orthogonal(source));
	}

	private ImagePlus orthogonal(final OrthoImage source) throws IOException {
		if (InputNumbers.direction("normal", normal).or(() -> InputNumbers.direction("up", up)).isPresent())
			throw new InputException("normal and up are for plane=Oblique, not for plane=" + plane + ".");
		final AnatomicalPlane which = choice().anatomical().orElseThrow();
		return isVirtual() ? Reslice.virtual(source, which, pixels(pixels), smooth)
			: Reslice.of(source, which, pixels(pixels), smooth, progress());
	}

	private ImagePlus oblique(final OrthoImage source) throws IOException {
		final Vector3 through = InputNumbers.direction("normal", normal)
			.orElseThrow(() -> new InputException(
				"plane=Oblique needs normal=[x y z], the direction through the slices, such as normal=[0 1 1]."));
		final SampledGrid grid = SampledGrid.oblique(source, through, InputNumbers.direction("up", up));
		final Interpolation between = smooth ? Interpolation.LINEAR : Interpolation.NEAREST;
		return isVirtual() ? Resample.virtual(source, grid, between) : Resample.of(source, grid, between, progress());
	}

	private PlaneChoice choice() {
		return PlaneChoice.of(plane, PlaneChoice.OBLIQUE);
	}

	private boolean isOblique() {
		return choice() == PlaneChoice.OBLIQUE;
	}

	private boolean isVirtual() {
		return Loading.isVirtual(load);
	}

	/** The choice of a dialog or macro. */
	static Pixels pixels(final String choice) {
		return Choices.of(Pixels.class, "pixels", choice);
	}
}
