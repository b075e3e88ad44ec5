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
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Point2D;

import io.github.dicomvolumes.view.ortho.OrthoModel;
import io.github.dicomvolumes.view.ortho.PlaneColors;
import io.github.dicomvolumes.view.ortho.PlaneDecoration;

/** Draws crosshair, the handles that turn it, letters and the plane's name, as far as they are wanted. */
final class DecorationPainter implements CanvasPainter {

	@Override
	public void paint(final Graphics2D graphics, final PlaneCanvas canvas) {
		final OrthoModel model = canvas.model();
		final var decoration = new PlaneDecoration(graphics, canvas.how(), canvas.getWidth(), canvas.getHeight());
		final Point2D cursor = canvas.cursor();
		if (model.isCrosshairVisible()) decoration.crosshair(model, cursor.getX(), cursor.getY());
		TurnHandle.of(canvas).forEach(handle -> knob(graphics, handle));
		if (!model.isLettersVisible()) return;
		decoration.letters();
		decoration.name();
	}

	private static void knob(final Graphics2D graphics, final TurnHandle handle) {
		final int radius = TurnHandle.RADIUS;
		final Shape knob = new Ellipse2D.Double(handle.x() - radius, handle.y() - radius, 2 * radius, 2 * radius);
		graphics.setColor(PlaneColors.of(handle.line()));
		graphics.fill(knob);
		graphics.setColor(Color.BLACK);
		graphics.draw(knob);
	}
}
