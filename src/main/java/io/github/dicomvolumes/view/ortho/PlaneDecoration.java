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
import java.awt.Graphics2D;
import java.awt.geom.Line2D;

import io.github.dicomvolumes.data.NumberText;
import io.github.dicomvolumes.geometry.AnatomicalPlane;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.view.plane.Section;

/**
 * Draws crosshair, letters and scale bar over a plane, in a figure or on the screen. Sizes go by those of the graphics'
 * font.
 */
public final class PlaneDecoration {

	private final Graphics2D graphics;
	private final Section plane;
	private final int width;
	private final int height;
	private final int size;
	private final int stroke;

	/**
	 * @param graphics its origin is the left top corner of what is seen of the plane
	 * @param width of what is seen, and height, in units of the graphics
	 */
	public PlaneDecoration(final Graphics2D graphics, final Section plane, final int width, final int height) {
		this.graphics = graphics;
		this.plane = plane;
		this.width = width;
		this.height = height;
		size = graphics.getFont().getSize();
		stroke = Math.max(1, size / 14);
	}

	/**
	 * The lines where the other planes cut this one, each in that plane's colour, with a gap where they cross.
	 *
	 * @param x where they cross, and y, in units of the graphics; the middle of a voxel
	 */
	public void crosshair(final OrthoModel model, final double x, final double y) {
		for (final AnatomicalPlane other : AnatomicalPlane.values()) {
			if (other == plane.plane()) continue;
			graphics.setColor(PlaneColors.of(other));
			final Vector3 along = plane.lineOf(model.section(other)).unit();
			if (along.x() != 0 && along.y() != 0) slanting(along, x, y);
			else straight(along.y() != 0, (int) Math.floor(x) - stroke / 2, (int) Math.floor(y) - stroke / 2);
		}
	}

	private void straight(final boolean isUpright, final int left, final int top) {
		if (isUpright) {
			graphics.fillRect(left, 0, stroke, top - size);
			graphics.fillRect(left, top + stroke + size, stroke, height);
		}
		else {
			graphics.fillRect(0, top, left - size, stroke);
			graphics.fillRect(left + stroke + size, top, width, stroke);
		}
	}

	private void slanting(final Vector3 along, final double x, final double y) {
		final double end = Math.abs(x) + Math.abs(y) + width + height;
		graphics.setStroke(new BasicStroke(stroke));
		for (final int side : new int[] { -1, 1 })
			graphics.draw(new Line2D.Double(x + side * size * along.x(), y + side * size * along.y(),
				x + side * end * along.x(), y + side * end * along.y()));
	}

	/** The anatomical directions, in the middle of the sides; as many of them as there is room for. */
	public void letters() {
		final FontMetrics metrics = graphics.getFontMetrics();
		final int space = space(), middle = (height + metrics.getAscent()) / 2;
		final Section.Sides sides = plane.sides();
		if (height >= metrics.getAscent()) {
			text(sides.left(), space, middle, Color.WHITE);
			text(sides.right(), width - space - metrics.stringWidth(sides.right()), middle, Color.WHITE);
		}
		if (!hasThreeLines()) return;
		text(sides.top(), (width - metrics.stringWidth(sides.top())) / 2, metrics.getAscent(), Color.WHITE);
		text(sides.bottom(), (width - metrics.stringWidth(sides.bottom())) / 2, height - space, Color.WHITE);
	}

	/**
	 * What the plane is called, in its colour, at the right top, unless there is no room beside the letters. At the
	 * right bottom ImageJ puts a scale bar.
	 */
	public void name() {
		final FontMetrics metrics = graphics.getFontMetrics();
		final int left = width - space() - metrics.stringWidth(plane.label());
		if (!hasThreeLines() || left < (width + metrics.stringWidth(plane.sides().top())) / 2 + space()) return;
		text(plane.label(), left, metrics.getAscent(), PlaneColors.of(plane.plane()));
	}

	private boolean hasThreeLines() {
		return height >= 3 * graphics.getFontMetrics().getAscent() + 2 * space();
	}

	/** A bar at the right bottom, of a round length that is at most a third of the width. */
	void scaleBar() {
		if (plane.unit().equals("pixel")) return;
		final double length = round(width * plane.pixelWidth() / 3);
		final int pixels = (int) Math.round(length / plane.pixelWidth()), space = size / 2;
		final int thick = Math.max(2, size / 5);
		final String label = NumberText.of(length) + " " + plane.unit();
		final int right = width - space, bottom = height - space;
		final int labelWidth = graphics.getFontMetrics().stringWidth(label);
		text(label, Math.min(right - pixels / 2 - labelWidth / 2, right - labelWidth), bottom - thick - space / 2,
			Color.WHITE);
		graphics.setColor(Color.BLACK);
		graphics.fillRect(right - pixels + 1, bottom - thick + 1, pixels, thick);
		graphics.setColor(Color.WHITE);
		graphics.fillRect(right - pixels, bottom - thick, pixels, thick);
	}

	private int space() {
		return size / 3;
	}

	/** With a shadow, to be read on black and white. */
	private void text(final String text, final int x, final int y, final Color color) {
		graphics.setColor(Color.BLACK);
		graphics.drawString(text, x + stroke, y + stroke);
		graphics.setColor(color);
		graphics.drawString(text, x, y);
	}

	/** The greatest of 1, 2, 5, 10, ... that is not greater than a length. */
	static double round(final double length) {
		final double power = Math.pow(10, Math.floor(Math.log10(length)));
		return length >= 5 * power ? 5 * power : length >= 2 * power ? 2 * power : power;
	}
}
