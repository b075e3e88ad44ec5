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

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.function.Consumer;

import ij.ImagePlus;
import ij.WindowManager;
import ij.process.LUT;

import io.github.dicomvolumes.geometry.AnatomicalPlane;
import io.github.dicomvolumes.view.ortho.OrthoModel;
import io.github.dicomvolumes.view.ortho.Snapshots;
import io.github.dicomvolumes.view.over.PlaneShape;
import io.github.dicomvolumes.view.plane.PlaneImages;
import io.github.dicomvolumes.view.plane.PlaneRenderer;
import io.github.dicomvolumes.view.plane.PlaneRequest;
import io.github.dicomvolumes.view.plane.Section;

/**
 * Keeps the ImagePlus of a plane and the model at the same slice, whoever of them moves: the model by {@link #show},
 * ImageJ by {@link #adoptSlice}.
 */
final class PlaneView {

	private final OrthoModel model;
	private final AnatomicalPlane plane;
	private final PlaneRenderer renderer;
	private final ImagePlus image;
	private ShownStack stack;
	/** What the image shows; null if that is not known. */
	private PlaneRequest shown;
	private int edits;
	/** The slice that we know the image to show, 1-based. */
	private int slice;
	/** Whose table of colours it has. */
	private int channel;
	/** Takes what lies over the plane, or null. */
	private Consumer<BufferedImage> over = image -> {};
	/** Takes the lines over the plane. */
	private Consumer<List<PlaneShape>> lines = shapes -> {};

	/** @param renderer of slices that ImageJ asks for, as the image is then */
	PlaneView(final OrthoModel model, final AnatomicalPlane plane, final PlaneRenderer renderer) {
		this.model = model;
		this.plane = plane;
		this.renderer = renderer;
		stack = ShownStack.live(model, renderer, model.section(plane));
		stack.setBlank(true);
		image = Snapshots.live(model, stack);
		stack.setBlank(false);
		image.setTitle(WindowManager.makeUniqueName(image.getTitle()));
		slice = image.getCurrentSlice();
		channel = model.channel();
		showIfInMemory();
	}

	/** Files are not read here, nor is anything laid over it, but by whoever draws what is behind. */
	private void showIfInMemory() {
		shown = null;
		if (model.image().isVirtual() || model.fusion().isPresent() || !model.lines().isEmpty()) return;
		show(wanted(), renderer.render(wanted()), null, List.of());
	}

	/** @param newOver draws what lies over the plane, or nothing if it is given null */
	void showOver(final Consumer<BufferedImage> newOver) {
		over = newOver;
	}

	/** @param newLines draws lines over the plane */
	void showLines(final Consumer<List<PlaneShape>> newLines) {
		lines = newLines;
	}

	AnatomicalPlane plane() {
		return plane;
	}

	ImagePlus image() {
		return image;
	}

	/** What should be seen. */
	PlaneRequest wanted() {
		return model.request(plane);
	}

	/** Whether something else is seen, and may be replaced: while a filter works on it, it is locked. */
	boolean isBehind() {
		return !wanted().equals(shown) && !image.isLocked();
	}

	/** Has to be drawn again. */
	void forget() {
		shown = null;
		edits++;
	}

	/** How often it had to be drawn again; pixels that were made before the last time are old. */
	int edits() {
		return edits;
	}

	/** Must be called after every change of the model, before others look at the image. */
	void follow() {
		stack.follow(wanted());
	}

	/**
	 * Shows pixels, unless something else should be seen by now.
	 *
	 * @param fused lies over them; null if nothing does
	 * @param shapes are drawn over both
	 */
	void show(final PlaneRequest request, final Object pixels, final BufferedImage fused,
		final List<PlaneShape> shapes)
	{
		adoptSlice();
		if (!request.equals(wanted())) return;
		over.accept(fused);
		lines.accept(shapes);
		if (channel != request.channel()) recolour(request);
		slice = request.slice() + 1;
		shown = request;
		if (image.getCurrentSlice() == slice) {
			image.getProcessor().setPixels(pixels);
			image.getProcessor().setSnapshotPixels(null);
			image.updateAndRepaintWindow();
			return;
		}
		stack.prepare(request, pixels);
		image.setSlice(slice);
	}

	private void recolour(final PlaneRequest request) {
		channel = request.channel();
		final double min = image.getDisplayRangeMin(), max = image.getDisplayRangeMax();
		final LUT lut = PlaneImages.lut(model.image(), channel);
		if (lut != null) image.getProcessor().setColorModel(lut);
		image.setDisplayRange(min, max);
	}

	/** Moves the model to the slice that ImageJ has chosen, if it has. */
	void adoptSlice() {
		final int now = image.getCurrentSlice();
		if (now == slice) return;
		slice = now;
		forget(); // what ImageJ has drawn may be older than the model
		model.moveToSlice(plane, now - 1);
	}

	/** Whether the image has other pixels or slices than the model's plane. */
	boolean isOtherSize() {
		final Section section = model.section(plane);
		return stack.getWidth() != section.width() || stack.getHeight() != section.height() ||
			stack.size() != section.slices();
	}

	/** Tells the image where the model's plane lies, if it has its size. */
	void place() {
		PlaneImages.place(image, model.image(), model.section(plane));
	}

	/** Changes the image's pixels and slices to those of the model's plane. */
	void resize() {
		stack = ShownStack.live(model, renderer, model.section(plane));
		image.deleteRoi();
		stack.setBlank(true);
		image.setStack(stack);
		stack.setBlank(false);
		over.accept(null); // until it is drawn for the new pixels
		lines.accept(List.of());
		place();
		slice = image.getCurrentSlice();
		showIfInMemory();
	}
}
