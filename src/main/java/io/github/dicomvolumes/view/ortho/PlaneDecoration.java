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

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.math.BigDecimal;

import io.github.dicomvolumes.geometry.AnatomicalPlane;
import io.github.dicomvolumes.geometry.Vector3;

/** Draws crosshair, letters and scale bar over a plane whose pixels are those of the graphics. */
final class PlaneDecoration {

	private final Graphics2D graphics;
	private final Plane plane;
	private final int width;
	private final int height;
	private final float stroke;

	/** @param graphics its origin is the plane's left top corner; disposed of by {@link #dispose} */
	PlaneDecoration(final Graphics graphics, final Plane plane) {
		this.graphics = (Graphics2D) graphics;
		this.plane = plane;
		width = plane.width();
		height = plane.height();
		stroke = Math.max(1, graphics.getFont().getSize() / 14f);
	}

	/** The lines where the other planes cut this one, each in that plane's colour, with a gap where they cross. */
	void crosshair(final OrthoModel model) {
		final Vector3 at = plane.toPixel(model.cursor());
		final double x = at.x() + 0.5, y = at.y() + 0.5, gap = Math.min(width, height) / 16.0;
		graphics.setStroke(new BasicStroke(stroke));
		graphics.setColor(PlaneColors.of(across(model, plane.right())));
		graphics.draw(new Line2D.Double(x, 0, x, y - gap));
		graphics.draw(new Line2D.Double(x, y + gap, x, height));
		graphics.setColor(PlaneColors.of(across(model, plane.down())));
		graphics.draw(new Line2D.Double(0, y, x - gap, y));
		graphics.draw(new Line2D.Double(x + gap, y, width, y));
	}

	/** The plane that an axis goes through. */
	private static AnatomicalPlane across(final OrthoModel model, final PlaneAxis axis) {
		for (final AnatomicalPlane plane : AnatomicalPlane.values())
			if (model.plane(plane).through().axis() == axis.axis()) return plane;
		throw new AssertionError(axis);
	}

	/** The anatomical directions, in the middle of the sides. */
	void letters() {
		final FontMetrics metrics = graphics.getFontMetrics();
		final int space = metrics.getFont().getSize() / 3, middle = (height + metrics.getAscent()) / 2;
		final Plane.Sides sides = plane.sides();
		text(sides.left(), space, middle);
		text(sides.right(), width - space - metrics.stringWidth(sides.right()), middle);
		text(sides.top(), (width - metrics.stringWidth(sides.top())) / 2, metrics.getAscent());
		text(sides.bottom(), (width - metrics.stringWidth(sides.bottom())) / 2, height - space);
	}

	/** A bar at the right bottom, of a round length that is at most a third of the width. */
	void scaleBar() {
		final PlaneAxis axis = plane.right();
		if (axis.unit().equals("pixel")) return;
		final double length = round(width * axis.pixel() / 3);
		final int pixels = (int) Math.round(length / axis.pixel()), space = graphics.getFont().getSize() / 2;
		final int thick = Math.max(2, graphics.getFont().getSize() / 5);
		final String label = BigDecimal.valueOf(length).stripTrailingZeros().toPlainString() + " " + axis.unit();
		final int right = width - space, bottom = height - space;
		final int labelWidth = graphics.getFontMetrics().stringWidth(label);
		text(label, Math.min(right - pixels / 2 - labelWidth / 2, right - labelWidth), bottom - thick - space / 2);
		graphics.setColor(Color.BLACK);
		graphics.fillRect(right - pixels + 1, bottom - thick + 1, pixels, thick);
		graphics.setColor(Color.WHITE);
		graphics.fillRect(right - pixels, bottom - thick, pixels, thick);
	}

	void dispose() {
		graphics.dispose();
	}

	/** White with a shadow, to be read on black and white. */
	private void text(final String text, final int x, final int y) {
		final int shadow = Math.max(1, Math.round(stroke));
		graphics.setColor(Color.BLACK);
		graphics.drawString(text, x + shadow, y + shadow);
		graphics.setColor(Color.WHITE);
		graphics.drawString(text, x, y);
	}

	/** The greatest of 1, 2, 5, 10, ... that is not greater than a length. */
	static double round(final double length) {
		final double power = Math.pow(10, Math.floor(Math.log10(length)));
		return length >= 5 * power ? 5 * power : length >= 2 * power ? 2 * power : power;
	}
}
