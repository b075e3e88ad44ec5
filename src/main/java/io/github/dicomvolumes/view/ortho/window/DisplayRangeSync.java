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

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import ij.ImagePlus;

import io.github.dicomvolumes.pixels.DisplayRange;
import io.github.dicomvolumes.view.ortho.OrthoModel;
import io.github.dicomvolumes.view.plane.OrthoImage;
import io.github.dicomvolumes.view.plane.PlaneImages;

/**
 * Keeps the display ranges of the planes the same as the model's window, whoever changes them: a preset by
 * {@link #push}, ImageJ's dialogs by {@link #adopt}. Colour images have none.
 */
final class DisplayRangeSync {

	/** In numbers that the pixels hold. */
	private record Held(double min, double max) {

		static Held of(final ImagePlus image) {
			return new Held(image.getDisplayRangeMin(), image.getDisplayRangeMax());
		}

		/** Equal but for the rounding of the way through real values and back. */
		boolean isClose(final Held other) {
			final double tolerance = 1e-9 * Math.max(1, Math.max(Math.abs(min), Math.abs(max)));
			return Math.abs(min - other.min) <= tolerance && Math.abs(max - other.max) <= tolerance;
		}
	}

	private final OrthoModel model;
	private final List<ImagePlus> planes;
	private final Map<ImagePlus, Held> known = new HashMap<>();

	DisplayRangeSync(final OrthoModel model, final List<ImagePlus> planes) {
		this.model = model;
		this.planes = planes;
		push();
	}

	/** Shows all planes with the model's window. */
	void push() {
		if (model.image().isColour()) return;
		for (final ImagePlus plane : planes) {
			if (!Held.of(plane).isClose(wanted())) {
				PlaneImages.display(plane, model.image(), model.window());
				plane.updateAndDraw();
			}
			known.put(plane, Held.of(plane));
		}
	}

	/** Gives the model the range of a plane, if ImageJ has changed it. */
	void adopt(final ImagePlus plane) {
		final Held now = Held.of(plane);
		if (model.image().isColour() || now.equals(known.get(plane))) return;
		known.put(plane, now);
		final OrthoImage image = model.image();
		final double a = image.calibrated(now.min), b = image.calibrated(now.max);
		if (Double.isNaN(a) || Double.isNaN(b)) return;
		model.setWindow(new DisplayRange(Math.min(a, b), Math.max(a, b)));
	}

	private Held wanted() {
		final double a = model.image().held(model.window().low()), b = model.image().held(model.window().high());
		return new Held(Math.min(a, b), Math.max(a, b));
	}
}
