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
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.Rectangle;

/** Draws a warning sign in the left bottom corner if the geometry is not to be trusted; a click tells why. */
final class BadgePainter implements CanvasPainter {

	private static final int SIZE = 20;
	private static final int SPACE = 6;

	@Override
	public void paint(final Graphics2D graphics, final PlaneCanvas canvas) {
		if (canvas.model().image().warnings().isEmpty()) return;
		final Rectangle at = bounds(canvas);
		final int middle = at.x + SIZE / 2, bottom = at.y + SIZE - 1;
		final Polygon triangle = new Polygon(new int[] { middle, at.x + SIZE, at.x },
			new int[] { at.y, bottom, bottom }, 3);
		graphics.setColor(new Color(0xFFB000));
		graphics.fill(triangle);
		graphics.setColor(Color.BLACK);
		graphics.draw(triangle);
		graphics.fillRect(middle - 1, at.y + 7, 2, 6);
		graphics.fillRect(middle - 1, at.y + 15, 2, 2);
	}

	/** Where it is drawn. */
	static Rectangle bounds(final PlaneCanvas canvas) {
		return new Rectangle(SPACE, canvas.getHeight() - SIZE - SPACE, SIZE + 1, SIZE);
	}
}
