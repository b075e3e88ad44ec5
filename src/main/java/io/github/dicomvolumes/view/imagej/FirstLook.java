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

package io.github.dicomvolumes.view.imagej;

import io.github.dicomvolumes.series.StackShape;

import ij.ImagePlus;
import ij.gui.ImageCanvas;
import ij.gui.ImageWindow;

/** What a person sees of a volume that was just opened: its middle, and not as small as a stamp. */
public final class FirstLook {

	/** Pixels of the screen. */
	private static final int LEAST = 384;

	private FirstLook() {}

	/**
	 * Goes to the middle slice of a stack that is shown, and zooms small images in. Its person may close it meanwhile.
	 */
	public static void at(final ImagePlus image) {
		final ImageWindow window = image.getWindow();
		if (window == null) return;
		if (image.getNSlices() > 1) image.setPosition(1, StackShape.middle(image.getNSlices()) + 1, 1);
		final ImageCanvas canvas = window.getCanvas();
		final double before = canvas.getMagnification();
		double zoom = before;
		while (Math.max(image.getWidth(), image.getHeight()) * zoom < LEAST &&
			ImageCanvas.getHigherZoomLevel(zoom) > zoom)
			zoom = ImageCanvas.getHigherZoomLevel(zoom);
		if (zoom > before) {
			canvas.setMagnification(zoom);
			canvas.setSize((int) (image.getWidth() * zoom), (int) (image.getHeight() * zoom));
			window.pack();
		}
		window.repaint(); // or else ImageJ paints the line above the slice over that of the first one
	}
}
