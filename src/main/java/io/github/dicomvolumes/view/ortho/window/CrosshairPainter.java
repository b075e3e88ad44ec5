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

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;

import io.github.dicomvolumes.geometry.AnatomicalPlane;
import io.github.dicomvolumes.view.ortho.OrthoModel;
import io.github.dicomvolumes.view.ortho.PlaneAxis;
import io.github.dicomvolumes.view.ortho.PlaneColors;

/** Draws where the other two planes cut this one, each as a line of that plane's colour, with a gap where they cross. */
final class CrosshairPainter implements CanvasPainter {

	/** Half of the gap, in screen pixels. */
	private static final double GAP = 14;

	@Override
	public void paint(final Graphics2D graphics, final PlaneCanvas canvas) {
		final OrthoModel model = canvas.model();
		if (!model.isCrosshairVisible()) return;
		final Point2D at = canvas.cursor();
		final double x = at.getX(), y = at.getY(), width = canvas.getWidth(), height = canvas.getHeight();
		graphics.setStroke(new BasicStroke(1));
		graphics.setColor(color(canvas, canvas.how().right()));
		graphics.draw(new Line2D.Double(x, 0, x, y - GAP));
		graphics.draw(new Line2D.Double(x, y + GAP, x, height));
		graphics.setColor(color(canvas, canvas.how().down()));
		graphics.draw(new Line2D.Double(0, y, x - GAP, y));
		graphics.draw(new Line2D.Double(x + GAP, y, width, y));
	}

	/** The colour of the plane that an axis goes through. */
	private static Color color(final PlaneCanvas canvas, final PlaneAxis axis) {
		for (final AnatomicalPlane plane : AnatomicalPlane.values())
			if (canvas.model().plane(plane).through().axis() == axis.axis()) return PlaneColors.of(plane);
		throw new AssertionError(axis);
	}
}
