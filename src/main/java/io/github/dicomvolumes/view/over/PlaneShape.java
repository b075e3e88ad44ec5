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

package io.github.dicomvolumes.view.over;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;

import ij.gui.Roi;
import ij.gui.ShapeRoi;

/**
 * A line or an area over a plane.
 *
 * @param name of what it shows: a structure, a level
 * @param path in ImageJ's coordinates of the plane: the first pixel reaches from (0, 0) to (1, 1). Nobody changes it
 * @param isFilled whether the area within is shown, so that pixels are seen through it, rather than the line
 */
public record PlaneShape(String name, Color colour, Path2D path, boolean isFilled) {

	/** Of areas, 0 to 255. */
	private static final int OPACITY = 70;

	/** Of lines, in pixels of the screen. */
	private static final float THICKNESS = 1.5f;

	/**
	 * Draws it.
	 *
	 * @param toScreen from ImageJ's coordinates of the plane to those of the graphics
	 */
	public void draw(final Graphics2D graphics, final AffineTransform toScreen) {
		final Shape onScreen = toScreen.createTransformedShape(path);
		graphics.setColor(isFilled ? translucent() : colour);
		graphics.setStroke(new BasicStroke(THICKNESS, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
		if (isFilled) graphics.fill(onScreen);
		else graphics.draw(onScreen);
	}

	/** As a selection of ImageJ's for an image of the plane. */
	public Roi toRoi() {
		final Roi roi = new ShapeRoi(path);
		roi.setName(name);
		roi.setStrokeColor(colour);
		if (isFilled) roi.setFillColor(translucent());
		return roi;
	}

	private Color translucent() {
		return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), OPACITY);
	}
}
