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

import io.github.dicomvolumes.data.PatientData;
import io.github.dicomvolumes.geometry.AnatomicalPlane;
import io.github.dicomvolumes.view.imagej.VolumeImagePlus;
import io.github.dicomvolumes.view.ortho.OrthoImage;
import io.github.dicomvolumes.view.ortho.Pixels;
import io.github.dicomvolumes.view.ortho.Reslice;

import ij.ImagePlus;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/**
 * Plugins &gt; DICOM Volumes &gt; DICOM Reslice...: the active image cut into axial, coronal or sagittal slices. For an
 * image without a place in the patient these are XY, XZ and YZ.
 */
@Plugin(type = Command.class, menuPath = "Plugins>DICOM Volumes>DICOM Reslice...")
public class DicomReslice extends DicomCommand {

	@Parameter
	private ImagePlus image;

	@Parameter(label = "Plane", choices = { "Axial", "Coronal", "Sagittal" },
		description = "Without a place in the patient: XY, XZ, YZ")
	private String plane = "Axial";

	@Parameter(label = "Pixels", choices = { "Raw", "Isotropic" },
		description = "One pixel for each voxel, or square pixels")
	private String pixels = "Raw";

	@Parameter(label = "Smooth", description = "Interpolate square pixels between voxels")
	private boolean smooth = false;

	@Parameter(label = "Load", choices = { DicomFolder.IN_MEMORY, DicomFolder.VIRTUAL },
		description = "All slices now, or each when it is looked at: changes to such slices are lost")
	private String load = DicomFolder.IN_MEMORY;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus resliced;

	@Override
	PatientData patientData() {
		return image == null ? PatientData.SHOW : VolumeImagePlus.patientData(image);
	}

	@Override
	protected void execute() throws IOException {
		final OrthoImage source = OrthoImage.of(image);
		final AnatomicalPlane which = InputText.constant(AnatomicalPlane.class, "plane", plane);
		resliced = PatientInput.reading(image,
			() -> load.equals(DicomFolder.VIRTUAL) ? Reslice.virtual(source, which, pixels(pixels), smooth)
				: Reslice.of(source, which, pixels(pixels), smooth, progress()));
	}

	/** The choice of a dialog or macro. */
	static Pixels pixels(final String choice) {
		return InputText.constant(Pixels.class, "pixels", choice);
	}
}
