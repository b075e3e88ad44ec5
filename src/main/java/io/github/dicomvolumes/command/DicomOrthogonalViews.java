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
import java.io.IOException;
import java.util.List;

import io.github.dicomvolumes.command.input.Choices;
import io.github.dicomvolumes.command.input.FuseInput;
import io.github.dicomvolumes.command.input.LinesInput;
import io.github.dicomvolumes.command.input.TurnInput;
import io.github.dicomvolumes.data.InputException;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.view.ortho.OrthoModel;
import io.github.dicomvolumes.view.ortho.Snapshots;
import io.github.dicomvolumes.view.ortho.window.OrthogonalViews;
import io.github.dicomvolumes.view.over.StructureLines;
import io.github.dicomvolumes.view.plane.OrthoImage;
import io.github.dicomvolumes.view.plane.Pixels;
import io.github.dicomvolumes.view.plane.Slab;

import ij.IJ;
import ij.ImagePlus;
import ij.macro.Interpreter;

import org.scijava.ItemIO;
import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/**
 * Plugins &gt; DICOM Volumes &gt; DICOM Orthogonal Views: the axial, coronal and sagittal plane through a voxel of the
 * active image, in windows that move together; without windows and in batch mode, as three images.
 */
@Plugin(type = Command.class, menuPath = "Plugins>DICOM Volumes>DICOM Orthogonal Views")
public class DicomOrthogonalViews extends ImageCommand {

	/** Voxel to show, 0-based; -1 is the middle. */
	@Parameter(min = "-1", visibility = ItemVisibility.INVISIBLE, persist = false)
	private int x = -1;

	@Parameter(min = "-1", visibility = ItemVisibility.INVISIBLE, persist = false)
	private int y = -1;

	@Parameter(min = "-1", visibility = ItemVisibility.INVISIBLE, persist = false)
	private int z = -1;

	/** Planes and degrees: what is turned within which of them; see {@link TurnInput}. */
	@Parameter(visibility = ItemVisibility.INVISIBLE, persist = false)
	private String turn = "";

	@Parameter(choices = { "Isotropic", "Raw" }, visibility = ItemVisibility.INVISIBLE, persist = false)
	private String pixels = "Isotropic";

	/** Whether planes are interpolated between voxels. */
	@Parameter(visibility = ItemVisibility.INVISIBLE, persist = false)
	private boolean smooth;

	/** Which value of several slices is shown. */
	@Parameter(choices = { "None", "Maximum", "Minimum", "Mean" }, visibility = ItemVisibility.INVISIBLE,
		persist = false)
	private String slab = "None";

	/** Of the slab, in mm. */
	@Parameter(min = "0", visibility = ItemVisibility.INVISIBLE, persist = false)
	private double thickness = 10;

	/** From black to white, in real values; 0 leaves the window as it is. */
	@Parameter(min = "0", visibility = ItemVisibility.INVISIBLE, persist = false)
	private double width;

	/** The middle of the window, in real values; counts if there is a width. */
	@Parameter(visibility = ItemVisibility.INVISIBLE, persist = false)
	private double center;

	/** Title of a second image over the planes. */
	@Parameter(visibility = ItemVisibility.INVISIBLE, persist = false)
	private String fuse = "";

	/** Of the second image, in percent. */
	@Parameter(min = "0", max = "100", visibility = ItemVisibility.INVISIBLE, persist = false)
	private double opacity = 50;

	/** Name of the lookup table of the second image; empty for its own, or Fire. */
	@Parameter(visibility = ItemVisibility.INVISIBLE, persist = false)
	private String lut = "";

	/** Real value of the second image below which nothing is drawn; empty for the low end of its window. */
	@Parameter(visibility = ItemVisibility.INVISIBLE, required = false, persist = false)
	private String threshold = "";

	/** How a second image of labels is drawn. */
	@Parameter(choices = { FuseInput.FILL, FuseInput.OUTLINE }, visibility = ItemVisibility.INVISIBLE, persist = false)
	private String labels = FuseInput.FILL;

	/** How the structures of DICOM Structure Set... are drawn. */
	@Parameter(choices = { "None", "Outline", "Fill" }, visibility = ItemVisibility.INVISIBLE, persist = false)
	private String structures = "Outline";

	/** Where isodose lines are: "20 45.5" in the unit of the dose, "50 95%" of the prescription; empty for none. */
	@Parameter(visibility = ItemVisibility.INVISIBLE, persist = false)
	private String isodoses = "";

	/** Title of the dose; empty if the image is one, or only one is open. */
	@Parameter(visibility = ItemVisibility.INVISIBLE, persist = false)
	private String dose = "";

	/** What 100 percent is, in the unit of the dose; 0 for the greatest dose. */
	@Parameter(min = "0", visibility = ItemVisibility.INVISIBLE, persist = false)
	private double prescription;

	@Parameter(type = ItemIO.OUTPUT)
	private List<ImagePlus> planes;

	@Override
	protected void execute() throws IOException {
		if (IJ.getInstance() != null && !GraphicsEnvironment.isHeadless() && !Interpreter.isBatchMode()) {
			OrthogonalViews.show(image(), isPersonThere() && isAllDefault() ? model -> {} : this::prepare);
			return;
		}
		final OrthoModel model = new OrthoModel(OrthoImage.of(image()), DicomReslice.pixels(pixels));
		prepare(model);
		planes = reading(() -> Snapshots.of(model));
	}

	/** The axial plane, as with windows. */
	@Override
	protected boolean isFirstActive() {
		return true;
	}

	/** Whether nothing was asked for: a person who chooses the command finds open views as they were. */
	private boolean isAllDefault() {
		return x < 0 && y < 0 && z < 0 && DicomReslice.pixels(pixels) == Pixels.ISOTROPIC && !smooth &&
			slab() == Slab.Mode.NONE && width == 0 && fuse.isEmpty() && turn.isEmpty() &&
			LinesInput.style(structures) == StructureLines.Style.OUTLINE && isodoses.isEmpty();
	}

	private Slab.Mode slab() {
		return Choices.of(Slab.Mode.class, "slab", slab);
	}

	/** Shows what the keys say; what is left out stays where it is, or takes its default. */
	private void prepare(final OrthoModel model) {
		final String[] keys = { "x", "y", "z" };
		final int[] voxel = { x, y, z };
		final double[] to = model.cursor().toArray(); // as exact as linked views have it
		for (int axis = 0; axis < 3; axis++)
			if (voxel[axis] >= 0) to[axis] = index(keys[axis], voxel[axis], axis, model);
		model.moveTo(Vector3.of(to));
		TurnInput.turn(model, turn);
		model.setPixels(DicomReslice.pixels(pixels));
		model.setSmooth(smooth);
		final Slab.Mode mode = slab();
		model.setSlab(mode == Slab.Mode.NONE ? Slab.NONE : new Slab(mode, thickness));
		if (width > 0) model.window(center, width);
		new FuseInput(fuse, opacity, lut, threshold, labels).fuse(model);
		LinesInput.structures(model, structures);
		LinesInput.isodoses(model, isodoses, dose, prescription);
	}

	/**
	 * The index that a key gives for an axis of the image.
	 *
	 * @throws IllegalArgumentException if there is no such voxel
	 */
	static int index(final String key, final int value, final int axis, final OrthoModel model) {
		if (value < 0) return model.voxel(axis);
		final int last = model.image().size(axis) - 1;
		if (value > last) throw new InputException(
			key + "=" + value + " is not allowed; it must be -1 (the middle) or 0 to " + last + ".");
		return value;
	}
}
