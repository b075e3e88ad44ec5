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

import java.awt.Point;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.github.dicomvolumes.geometry.AnatomicalPlane;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.view.ortho.OrthoModel;

/**
 * An end of a crosshair line on the screen, which turns planes if it is dragged.
 *
 * @param line the plane whose line it is
 * @param x of its middle, in pixels of the canvas
 */
record TurnHandle(AnatomicalPlane line, double x, double y) {

	/** Of what is drawn, in pixels of the screen. */
	static final int RADIUS = 4;
	/** How far from its middle a handle is hit. */
	private static final int NEAR = 7;
	/** From the border of the canvas, where the letters are, to the middle of a handle. */
	private static final int BORDER = 20;
	/** A handle is not closer to the crossing of the lines, where the crosshair itself is dragged. */
	private static final int LEAST = 32;

	/** Those of a plane as it is seen now; none if lines are not drawn, or planes cannot be turned. */
	static List<TurnHandle> of(final PlaneCanvas canvas) {
		final OrthoModel model = canvas.model();
		final List<TurnHandle> handles = new ArrayList<>();
		if (!model.isCrosshairVisible() || !model.canTurn()) return handles;
		final Point2D from = canvas.cursor();
		for (final AnatomicalPlane line : AnatomicalPlane.values()) {
			if (line == canvas.how().plane()) continue;
			final Vector3 along = canvas.how().lineOf(model.section(line)).unit();
			final double[] ends = { Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY };
			clip(ends, from.getX(), along.x(), canvas.getWidth());
			clip(ends, from.getY(), along.y(), canvas.getHeight());
			if (!(ends[0] < ends[1])) continue;
			for (final double end : ends)
				if (Math.abs(end) >= LEAST)
					handles.add(new TurnHandle(line, from.getX() + end * along.x(), from.getY() + end * along.y()));
		}
		return handles;
	}

	/** Shortens a line, from one multiple of its direction to another, to what lies on the canvas. */
	private static void clip(final double[] ends, final double from, final double along, final int size) {
		final double first = (BORDER - from) / along, last = (size - BORDER - from) / along;
		if (along == 0) {
			if (from < 0 || from > size) ends[1] = Double.NEGATIVE_INFINITY;
			return;
		}
		ends[0] = Math.max(ends[0], Math.min(first, last));
		ends[1] = Math.min(ends[1], Math.max(first, last));
	}

	/** The one at a point of the canvas. */
	static Optional<TurnHandle> at(final PlaneCanvas canvas, final Point point) {
		return of(canvas).stream().filter(handle -> point.distance(handle.x, handle.y) <= NEAR).findFirst();
	}
}
