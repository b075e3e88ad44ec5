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

package io.github.dicomvolumes.view.ortho;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import io.github.dicomvolumes.geometry.AnatomicalPlane;
import io.github.dicomvolumes.pixels.DisplayRange;
import io.github.dicomvolumes.view.over.Fusion;
import io.github.dicomvolumes.view.over.PlaneLines;
import io.github.dicomvolumes.view.plane.OrthoImage;
import io.github.dicomvolumes.view.plane.PlaneImages;
import io.github.dicomvolumes.view.plane.PlaneRenderer;
import io.github.dicomvolumes.view.plane.PlaneRequest;
import io.github.dicomvolumes.view.plane.PlaneStack;
import io.github.dicomvolumes.view.plane.Section;

import ij.ImagePlus;
import ij.gui.ImageRoi;
import ij.gui.Overlay;

/** What a model shows, as images of ImageJ's. */
public final class Snapshots {

	private Snapshots() {}

	/** The three planes at the model's position as they are now, of one slice each: "CT [Axial]". Not shown. */
	public static List<ImagePlus> of(final OrthoModel model) {
		return Arrays.stream(AnatomicalPlane.values()).map(plane -> of(model, plane)).toList();
	}

	/** One of them. */
	public static ImagePlus of(final OrthoModel model, final AnatomicalPlane plane) {
		return of(model.image(), model.request(plane), model.window(), model.fusion(), model.lines());
	}

	/** What is to be seen in a plane and over it, as an image of one slice with an overlay. Not shown. */
	public static ImagePlus of(final OrthoImage image, final PlaneRequest request, final DisplayRange window,
		final Optional<Fusion> fusion, final PlaneLines lines)
	{
		final ImagePlus snapshot = PlaneImages.snapshot(image, request, window);
		final Overlay overlay = new Overlay();
		fusion.ifPresent(second -> overlay.add(fused(second.over(image, request))));
		lines.over(image, request).forEach(shape -> overlay.add(shape.toRoi()));
		if (overlay.size() > 0) snapshot.setOverlay(overlay);
		return snapshot;
	}

	/** What lies over a plane as ImageJ has it: pixels, and measurements, stay those of the plane. */
	private static ImageRoi fused(final BufferedImage over) {
		final ImageRoi roi = new ImageRoi(0, 0, over);
		roi.setName("Fused");
		return roi;
	}

	/**
	 * All slices of a plane as the model shows them, rendered when they are looked at; at the model's slice and window.
	 * Not shown. After a change of the size of pixels the image needs another stack.
	 */
	public static ImagePlus live(final OrthoModel model, final PlaneStack stack) {
		final ImagePlus live = PlaneImages.image(model.image(), stack.plane(), stack, model.channel());
		live.setSlice(model.slice(stack.plane().plane()) + 1);
		PlaneImages.display(live, model.image(), model.window());
		PlaneImages.space(model.image(), stack.plane(), 0).ifPresent(space -> space.attachTo(live));
		return live;
	}

	/** The stack of what a model shows in a plane, at its present size of pixels. */
	public static PlaneStack stack(final OrthoModel model, final Section plane) {
		return new PlaneStack(model.image(), new PlaneRenderer(model.image()), plane, plane.slices(),
			slice -> model.request(plane.plane(), slice));
	}
}
