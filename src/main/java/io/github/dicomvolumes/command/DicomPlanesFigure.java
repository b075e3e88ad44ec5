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

import io.github.dicomvolumes.command.input.FuseInput;
import io.github.dicomvolumes.command.input.InputMemory;
import io.github.dicomvolumes.command.input.LinesInput;
import io.github.dicomvolumes.command.input.OpenImage;
import io.github.dicomvolumes.geometry.AnatomicalPlane;
import io.github.dicomvolumes.view.ortho.OrthoModel;
import io.github.dicomvolumes.view.ortho.PlanesFigure;
import io.github.dicomvolumes.view.ortho.window.FigureSliders;
import io.github.dicomvolumes.view.over.Fusion;
import io.github.dicomvolumes.view.plane.OrthoImage;
import io.github.dicomvolumes.view.plane.Pixels;

import ij.ImagePlus;

import org.scijava.ItemIO;
import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/**
 * Plugins &gt; DICOM Volumes &gt; DICOM Planes Figure...: one picture of an axial, a coronal and a sagittal slice of
 * the active image, or of that behind it if it is such a figure or a plane of orthogonal views. In a window it has
 * sliders that draw other slices.
 */
@Plugin(type = Command.class, menuPath = "Plugins>DICOM Volumes>DICOM Planes Figure...")
public class DicomPlanesFigure extends ImageCommand {

	// slices are not remembered: another image has others

	@Parameter(label = "Axial slice (-1: middle)", min = "-1", persist = false,
		description = "Counted from 0; -1 is the middle")
	private int axial = -1;

	@Parameter(label = "Coronal slice (-1: middle)", min = "-1", persist = false,
		description = "Counted from 0; -1 is the middle")
	private int coronal = -1;

	@Parameter(label = "Sagittal slice (-1: middle)", min = "-1", persist = false,
		description = "Counted from 0; -1 is the middle")
	private int sagittal = -1;

	@Parameter(label = "Aspect", persist = false, attrs = @Attr(name = InputMemory.REMEMBERED),
		description = "As long and wide as in the patient; otherwise each voxel is a square")
	private boolean aspect = true;

	@Parameter(label = "Window (0: as shown)", min = "0", persist = false, attrs = @Attr(name = InputMemory.REMEMBERED),
		description = "Width in real values such as HU, around the level; 0 is the window of the image")
	private double window = 0;

	@Parameter(label = "Level (centre)", persist = false, attrs = @Attr(name = InputMemory.REMEMBERED),
		description = "The real value in the middle of the window")
	private double level = 0;

	@Parameter(label = "Smooth", persist = false, attrs = @Attr(name = InputMemory.REMEMBERED),
		description = "Interpolate between voxels")
	private boolean smooth = false;

	@Parameter(label = "Crosshair", persist = false, attrs = @Attr(name = InputMemory.REMEMBERED),
		description = "Lines where the planes cut each other")
	private boolean crosshair = false;

	@Parameter(label = "Letters", persist = false, attrs = @Attr(name = InputMemory.REMEMBERED),
		description = "The anatomical directions, if they are known")
	private boolean letters = true;

	@Parameter(label = "Scale bar", persist = false, attrs = @Attr(name = InputMemory.REMEMBERED),
		description = "A bar of known length in each plane")
	private boolean scalebar = false;

	@Parameter(label = "Fuse with (title, or empty)", required = false, persist = false,
		description = "Title of a second image that is drawn over the first; empty for none")
	private String fuse = "";

	@Parameter(label = "Opacity (%)", min = "0", max = "100", persist = false,
		attrs = @Attr(name = InputMemory.REMEMBERED), description = "Of the second image")
	private double opacity = 50;

	@Parameter(label = "LUT of the fused image", persist = false, attrs = @Attr(name = InputMemory.REMEMBERED),
		description = "Lookup table of the second image; empty for its own, or Fire")
	private String lut = "";

	@Parameter(label = "Threshold (or empty)", required = false, persist = false,
		description = "Real value of the second image below which nothing is drawn; empty for the low end of its window")
	private String threshold = "";

	@Parameter(label = "Labels", choices = { FuseInput.FILL, FuseInput.OUTLINE }, persist = false,
		attrs = @Attr(name = InputMemory.REMEMBERED), description = "How a second image of labels is drawn")
	private String labels = FuseInput.FILL;

	@Parameter(label = "Structures", choices = { "None", "Outline", "Fill" }, persist = false,
		attrs = @Attr(name = InputMemory.REMEMBERED),
		description = "How the structures of DICOM Structure Set... are drawn")
	private String structures = "Outline";

	@Parameter(label = "Isodoses (Gy or %)", required = false, persist = false,
		description = "Lines of equal dose: 20 45.5 in the unit of the dose, 50 95% of the prescription; empty for none")
	private String isodoses = "";

	@Parameter(label = "Dose", required = false, persist = false,
		description = "Title of the dose of the isodoses; empty if the image is one, or only one is open")
	private String dose = "";

	/** What 100 percent is, in the unit of the dose; 0 for the greatest dose. */
	@Parameter(min = "0", visibility = ItemVisibility.INVISIBLE, persist = false)
	private double prescription;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus figure;

	private PlanesFigure drawing;

	@Override
	public List<String> suggestions(final String input) {
		if (!input.equals("fuse") || image() == null) return List.of();
		takeImageBehind();
		final OrthoImage shown = OrthoImage.of(image());
		return OpenImage.titles(open -> Fusion.isPossible(shown, open));
	}

	@Override
	protected void execute() throws IOException {
		takeImageBehind(); // the next figure is of the same volume, not of the figure
		final OrthoModel model = new OrthoModel(OrthoImage.of(image()), aspect ? Pixels.ISOTROPIC : Pixels.RAW);
		show(model, AnatomicalPlane.AXIAL, "axial", axial);
		show(model, AnatomicalPlane.CORONAL, "coronal", coronal);
		show(model, AnatomicalPlane.SAGITTAL, "sagittal", sagittal);
		if (window > 0) model.window(level, window);
		model.setSmooth(smooth);
		model.setCrosshairVisible(crosshair);
		new FuseInput(fuse, opacity, lut, threshold, labels).fuse(model);
		LinesInput.structures(model, structures);
		LinesInput.isodoses(model, isodoses, dose, prescription);
		figure = reading(() -> {
			drawing = new PlanesFigure(model, letters, scalebar);
			return drawing.draw();
		});
	}

	@Override
	protected void shown(final ImagePlus shown) {
		if (shown.getWindow() != null) FigureSliders.add(shown, drawing);
		drawing = null; // it holds the voxels
	}

	private static void show(final OrthoModel model, final AnatomicalPlane plane, final String key, final int slice) {
		model.moveToSlice(plane, DicomOrthogonalViews.index(key, slice, model.plane(plane).through().axis(), model));
	}
}
