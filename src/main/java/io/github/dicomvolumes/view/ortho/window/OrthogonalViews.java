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

package io.github.dicomvolumes.view.ortho.window;

import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import io.github.dicomvolumes.geometry.AnatomicalPlane;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.pixels.DisplayRange;
import io.github.dicomvolumes.view.imagej.VolumeImagePlus;
import io.github.dicomvolumes.view.ortho.OrthoModel;
import io.github.dicomvolumes.view.ortho.Snapshots;
import io.github.dicomvolumes.view.over.Fusion;
import io.github.dicomvolumes.view.over.PlaneLines;
import io.github.dicomvolumes.view.over.StructureLines;
import io.github.dicomvolumes.view.plane.OrthoImage;
import io.github.dicomvolumes.view.plane.Pixels;
import io.github.dicomvolumes.view.plane.PlaneRenderer;
import io.github.dicomvolumes.view.plane.PlaneRequest;
import io.github.dicomvolumes.view.plane.Slab;
import io.github.dicomvolumes.volume.DicomVolume;
import io.github.dicomvolumes.volume.sample.PlaneBlocks;

import ij.IJ;
import ij.ImagePlus;

/**
 * The axial, coronal and sagittal plane of an image in three windows that move together, as a script sees them. Methods
 * may be called by any thread; they return when everything is drawn, so that what a script measures next is true.
 */
public final class OrthogonalViews {

	private final ViewSet set;

	private OrthogonalViews(final ViewSet set) {
		this.set = set;
	}

	/** Opens the views of a volume. */
	public static OrthogonalViews show(final DicomVolume volume) {
		return show(VolumeImagePlus.of(volume));
	}

	/** Opens the views of an image, in its middle. */
	public static OrthogonalViews show(final ImagePlus image) {
		return show(image, model -> {});
	}

	/**
	 * Opens the views of an image, or brings them to the front if they are open. The image need not be visible; closing
	 * it does not close the views. Called in the event thread, it returns before the planes of a virtual image are
	 * read.
	 *
	 * @param image of any type, or a plane of open views
	 * @param first changes what is seen before the windows open; if it throws, nothing opens
	 * @throws IllegalStateException if there is no display; {@link Snapshots#of(OrthoModel)} needs none
	 */
	public static OrthogonalViews show(final ImagePlus image, final Consumer<OrthoModel> first) {
		if (GraphicsEnvironment.isHeadless()) throw new IllegalStateException(
			"Orthogonal views need a display; without one, take snapshots of the planes.");
		final boolean isMacro = IJ.isMacro();
		final ViewSet open = EventThread.get(() -> LinkedSets.of(image).orElse(null));
		final OrthogonalViews views = new OrthogonalViews(open != null ? open : open(image, first, isMacro));
		if (open != null) {
			views.change(first);
			EventThread.run(open::activate);
		}
		if (!EventQueue.isDispatchThread()) views.set.draw(); // virtual images are read, after the windows have opened
		// or else a window that opens late becomes the active image of the next line
		if (isMacro && !EventQueue.isDispatchThread()) views.image(AnatomicalPlane.AXIAL).waitTillActivated();
		return views;
	}

	private static ViewSet open(final ImagePlus image, final Consumer<OrthoModel> first, final boolean isMacro) {
		final OrthoModel model = new OrthoModel(OrthoImage.of(image), Pixels.ISOTROPIC);
		EventThread.run(() -> LinkedSets.join(model));
		final Vector3 joined = model.cursor();
		first.accept(model);
		final PlaneBlocks blocks = model.image().blocks();
		// ImageJ, and macros with it, see what an image in memory holds at that moment
		final PlaneRenderer renderer = image.getStack().isVirtual() ? new PlaneRenderer(model.image(), blocks)
			: new PlaneRenderer(model.image());
		final List<PlaneView> planes = Arrays.stream(AnatomicalPlane.values())
			.map(plane -> new PlaneView(model, plane, renderer))
			.toList();
		return EventThread.get(() -> {
			final ViewSet set = new ViewSet(model, blocks, planes, !isMacro);
			if (!model.cursor().equals(joined)) LinkedSets.moved(set);
			return set;
		});
	}

	/** Goes to voxel coordinates (x, y, z), 0-based, or to the closest ones within the image. */
	public void moveTo(final double x, final double y, final double z) {
		change(model -> model.moveTo(x, y, z));
	}

	/**
	 * Goes to a point in the patient, LPS in mm, or to the closest one within the image.
	 *
	 * @throws IllegalStateException if the image has no place in the patient
	 */
	public void moveToPatient(final double x, final double y, final double z) {
		change(model -> model.moveToPatient(new Vector3(x, y, z)));
	}

	/**
	 * Turns the other two planes about the position, within one that stays as it is.
	 *
	 * @param degrees clockwise, as that plane is seen
	 * @throws IllegalArgumentException if the axes of the image have several units of length
	 */
	public void turn(final AnatomicalPlane within, final double degrees) {
		change(model -> model.turn(within, degrees));
	}

	/** Lets all planes lie along the axes of the image again. */
	public void turnBack() {
		change(OrthoModel::turnBack);
	}

	/** Shows the values around a centre, in real values such as HU. */
	public void window(final double center, final double width) {
		change(model -> model.window(center, width));
	}

	/** Shows several slices as one; see {@link Slab}. */
	public void slab(final Slab.Mode kind, final double mm) {
		change(model -> model.setSlab(new Slab(kind, mm)));
	}

	/**
	 * Changes what is seen in any way.
	 *
	 * @throws IllegalStateException if the views are closed
	 */
	public void change(final Consumer<OrthoModel> change) {
		EventThread.run(() -> {
			if (set.isClosed()) throw new IllegalStateException("The orthogonal views are closed.");
			set.forgetCopies();
			change.accept(set.model());
		});
		set.draw();
	}

	/** The image in the window of a plane; it changes as the views do. */
	public ImagePlus image(final AnatomicalPlane plane) {
		return set.image(plane);
	}

	/** The planes as they are now, axial, coronal and sagittal, of one slice each; copies that stay as they are. */
	public List<ImagePlus> snapshot() {
		final OrthoImage image = set.model().image();
		final List<PlaneRequest> requests = EventThread
			.get(() -> Arrays.stream(AnatomicalPlane.values()).map(set.model()::request).toList());
		final DisplayRange window = EventThread.get(set.model()::window);
		final Optional<Fusion> fusion = EventThread.get(set.model()::fusion);
		final PlaneLines lines = EventThread.get(set.model()::lines);
		return requests.stream().map(request -> Snapshots.of(image, request, window, fusion, lines)).toList();
	}

	/**
	 * The image that views look at, or of which a figure with sliders was drawn.
	 *
	 * @param plane one of the planes of views, the figure, or the image itself if views look at it
	 * @return empty if it is none of these, or if the image of the figure was closed
	 */
	public static Optional<ImagePlus> imageBehind(final ImagePlus plane) {
		if (GraphicsEnvironment.isHeadless()) return Optional.empty();
		return EventThread.get(() -> LinkedSets.of(plane)
			.map(open -> open.model().image().image())
			.or(() -> FigureSliders.imageBehind(plane)));
	}

	/** Shows the structures that were drawn into an image, in its views if they are open. */
	public static void showStructures(final ImagePlus image) {
		if (GraphicsEnvironment.isHeadless()) return;
		EventThread.run(() -> LinkedSets.of(image).map(ViewSet::model).ifPresent(model -> {
			final StructureLines.Style style = model.lines().style();
			model.setLines(model.lines()
				.withStructuresOf(model.image(),
					style == StructureLines.Style.NONE ? StructureLines.Style.OUTLINE : style));
		}));
	}

	/** Closes the windows. */
	public void close() {
		EventThread.run(set::close);
	}

	/** Whether the windows are closed, by whomever. */
	public boolean isClosed() {
		return EventThread.get(set::isClosed);
	}

	ViewSet set() {
		return set;
	}
}
