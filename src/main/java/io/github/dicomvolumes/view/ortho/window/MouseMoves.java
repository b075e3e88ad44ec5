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

import java.awt.Cursor;
import java.awt.Point;
import java.awt.event.MouseEvent;
import java.awt.geom.Point2D;
import java.util.Set;

import javax.swing.SwingUtilities;

import ij.IJ;
import ij.gui.Roi;
import ij.gui.Toolbar;

import io.github.dicomvolumes.geometry.Vector3;

/**
 * What the mouse does in a plane, besides what ImageJ does: with the hand tool a click or drag moves the crosshair, on
 * one of its lines only that line; with a tool that draws selections by dragging, a click moves it and a drag draws;
 * with Shift it follows the mouse without a click. The position is always the centre of a voxel.
 */
final class MouseMoves {

	/** Tools with which a click alone does nothing but remove a selection. */
	private static final Set<Integer> DRAWN_BY_DRAGGING = Set.of(Toolbar.RECTANGLE, Toolbar.OVAL, Toolbar.FREEROI,
		Toolbar.LINE, Toolbar.FREELINE);

	/** How far from a line it is still hit, and how little a click may move, in screen pixels. */
	private static final int NEAR = 4;

	/** Which coordinates in the plane a drag changes. */
	private enum Grab {
		NONE, RIGHT, DOWN, BOTH
	}

	private final PlaneCanvas canvas;
	private final PaneActions actions;
	private Grab grab = Grab.NONE;
	private Point pressed;

	MouseMoves(final PlaneCanvas canvas, final PaneActions actions) {
		this.canvas = canvas;
		this.actions = actions;
	}

	/** Whether the crosshair is being dragged. */
	boolean isDragging() {
		return grab != Grab.NONE;
	}

	/** Returns whether it was for the crosshair, so that ImageJ must not see it. */
	boolean pressed(final MouseEvent e) {
		pressed = null;
		if (!isPlain(e)) return false;
		if (isOnBadge(e)) {
			actions.explainWarnings();
			return true;
		}
		pressed = e.getPoint();
		if (Toolbar.getToolId() != Toolbar.HAND) return false;
		grab = grabAt(e);
		move(e);
		return true;
	}

	boolean dragged(final MouseEvent e) {
		if (isDragging()) move(e);
		return isDragging();
	}

	void released(final MouseEvent e) {
		move(e);
		grab = Grab.NONE;
	}

	/** After ImageJ has seen the button go up: moves the crosshair if nothing was drawn. */
	void clickedWithTool(final MouseEvent e) {
		if (pressed == null || pressed.distance(e.getPoint()) > NEAR ||
			!DRAWN_BY_DRAGGING.contains(Toolbar.getToolId()) || isOnSelection(e)) return;
		grab = Grab.BOTH;
		released(e);
	}

	void moved(final MouseEvent e) {
		if (e.isShiftDown() && !e.isControlDown() && !e.isAltDown()) {
			grab = Grab.BOTH;
			released(e);
		}
		else if (Toolbar.getToolId() == Toolbar.HAND && !IJ.spaceBarDown())
			canvas.setCursor(Cursor.getPredefinedCursor(switch (grabAt(e)) {
				case RIGHT -> Cursor.E_RESIZE_CURSOR;
				case DOWN -> Cursor.S_RESIZE_CURSOR;
				default -> Cursor.CROSSHAIR_CURSOR;
			}));
	}

	boolean doubleClicked(final MouseEvent e) {
		final int tool = Toolbar.getToolId();
		final boolean isOurs = e.getClickCount() == 2 && isPlain(e) && !isOnBadge(e) && !isOnSelection(e) &&
			(tool == Toolbar.HAND || DRAWN_BY_DRAGGING.contains(tool));
		if (isOurs) actions.toggleMaximized();
		return isOurs;
	}

	private Grab grabAt(final MouseEvent e) {
		if (!canvas.model().isCrosshairVisible()) return Grab.BOTH;
		final Point2D at = canvas.cursor();
		final boolean right = Math.abs(e.getX() - at.getX()) <= NEAR, down = Math.abs(e.getY() - at.getY()) <= NEAR;
		return right == down ? Grab.BOTH : right ? Grab.RIGHT : Grab.DOWN;
	}

	private void move(final MouseEvent e) {
		final double[] to = canvas.voxel(e.getX() + 0.5, e.getY() + 0.5).toArray();
		final double[] from = canvas.model().cursor().toArray();
		final int right = canvas.how().right().axis(), down = canvas.how().down().axis();
		final double[] at = from.clone();
		if (grab != Grab.DOWN) at[right] = Math.rint(to[right]);
		if (grab != Grab.RIGHT) at[down] = Math.rint(to[down]);
		for (int axis = 0; axis < 3; axis++)
			at[axis] = Math.max(0, Math.min(canvas.model().image().size(axis) - 1.0, at[axis]));
		canvas.model().moveTo(Vector3.of(at));
	}

	private static boolean isPlain(final MouseEvent e) {
		return SwingUtilities.isLeftMouseButton(e) && !e.isPopupTrigger() && !e.isShiftDown() && !e.isControlDown() &&
			!e.isAltDown() && !e.isMetaDown() && !IJ.spaceBarDown();
	}

	private boolean isOnBadge(final MouseEvent e) {
		return !canvas.model().image().warnings().isEmpty() && BadgePainter.bounds(canvas).contains(e.getPoint());
	}

	private boolean isOnSelection(final MouseEvent e) {
		final Roi roi = canvas.getImage().getRoi();
		return roi != null && (roi.isHandle(e.getX(), e.getY()) >= 0 ||
			roi.contains(canvas.offScreenX(e.getX()), canvas.offScreenY(e.getY())));
	}
}
