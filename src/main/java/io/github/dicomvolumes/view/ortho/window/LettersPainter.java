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

import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;

import io.github.dicomvolumes.view.ortho.Plane;
import io.github.dicomvolumes.view.ortho.PlaneColors;

/** Draws the anatomical directions in the middle of the sides, and the plane's name in its colour. */
final class LettersPainter implements CanvasPainter {

	private static final int SPACE = 5;

	@Override
	public void paint(final Graphics2D graphics, final PlaneCanvas canvas) {
		if (!canvas.model().isLettersVisible()) return;
		final Plane.Sides sides = canvas.how().sides();
		final FontMetrics metrics = graphics.getFontMetrics();
		final int width = canvas.getWidth(), height = canvas.getHeight(), middle = (height + metrics.getAscent()) / 2;
		final int first = metrics.getAscent() + SPACE / 2;
		graphics.setColor(Color.WHITE);
		CanvasPainter.text(graphics, sides.left(), SPACE, middle);
		CanvasPainter.text(graphics, sides.right(), width - SPACE - metrics.stringWidth(sides.right()), middle);
		CanvasPainter.text(graphics, sides.top(), (width - metrics.stringWidth(sides.top())) / 2, first);
		CanvasPainter.text(graphics, sides.bottom(), (width - metrics.stringWidth(sides.bottom())) / 2, height - SPACE);
		graphics.setColor(PlaneColors.of(canvas.how().plane()));
		final String name = canvas.how().label();
		CanvasPainter.text(graphics, name, width - SPACE - metrics.stringWidth(name), height - SPACE);
	}
}
