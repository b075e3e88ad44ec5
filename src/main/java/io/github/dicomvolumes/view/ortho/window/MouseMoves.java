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
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

import javax.swing.SwingUtilities;

import ij.IJ;
import ij.gui.Roi;
import ij.gui.Toolbar;

import io.github.dicomvolumes.data.InputException;
import io.github.dicomvolumes.geometry.AnatomicalPlane;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.view.ortho.OrthoModel;

/**
 * What the mouse does in a plane, besides what ImageJ does: with the hand tool a click or drag moves the crosshair, on
 * one of its lines only that line, and at the end of a line turns the other planes; with a tool that draws selections
 * by dragging, a click moves it and a drag draws; with Shift it follows the mouse without a click. As long as no plane
 * is turned the position is the centre of a voxel.
 */
final class MouseMoves {

	/** Tools with which a click alone does nothing but remove a selection. */
	private static final Set<Integer> DRAWN_BY_DRAGGING = Set.of(Toolbar.RECTANGLE, Toolbar.OVAL, Toolbar.FREEROI,
		Toolbar.LINE, Toolbar.FREELINE);

	/** How far from a line it is still hit, and how little a click may move, in screen pixels. */
	private static final int NEAR = 4;

	/** Turns by Shift end at multiples of so many degrees. */
	private static final int SNAP = 15;

	/** What the mouse does while a button is down. */
	@FunctionalInterface
	private interface Drag {

		void to(MouseEvent e);
	}

	private final PlaneCanvas canvas;
	private final PaneActions actions;
	/** Null if nothing is dragged. */
	private Drag drag;
	private Point pressed;

	MouseMoves(final PlaneCanvas canvas, final PaneActions actions) {
		this.canvas = canvas;
		this.actions = actions;
	}

	/** Whether the crosshair is being dragged. */
	boolean isDragging() {
		return drag != null;
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
		final Optional<TurnHandle> handle = TurnHandle.at(canvas, e.getPoint());
		final Set<AnatomicalPlane> lines = linesAt(e);
		drag = handle.isPresent() ? new Turning(handle.get().line(), e) : to -> move(lines, to);
		drag.to(e);
		return true;
	}

	boolean dragged(final MouseEvent e) {
		if (isDragging()) drag.to(e);
		return isDragging();
	}

	void released(final MouseEvent e) {
		drag.to(e);
		drag = null;
	}

	/** After ImageJ has seen the button go up: moves the crosshair if nothing was drawn. */
	void clickedWithTool(final MouseEvent e) {
		if (pressed == null || pressed.distance(e.getPoint()) > NEAR ||
			!DRAWN_BY_DRAGGING.contains(Toolbar.getToolId()) || isOnSelection(e)) return;
		move(lines(), e);
	}

	void moved(final MouseEvent e) {
		if (e.isShiftDown() && !e.isControlDown() && !e.isAltDown()) move(lines(), e);
		else if (Toolbar.getToolId() == Toolbar.HAND && !IJ.spaceBarDown())
			canvas.setCursor(Cursor.getPredefinedCursor(cursorAt(e)));
	}

	private int cursorAt(final MouseEvent e) {
		if (TurnHandle.at(canvas, e.getPoint()).isPresent()) return Cursor.HAND_CURSOR;
		final Set<AnatomicalPlane> lines = linesAt(e);
		if (lines.size() > 1) return Cursor.CROSSHAIR_CURSOR;
		final Vector3 along = along(lines.iterator().next());
		return Math.abs(along.y()) >= Math.abs(along.x()) ? Cursor.E_RESIZE_CURSOR : Cursor.S_RESIZE_CURSOR;
	}

	boolean doubleClicked(final MouseEvent e) {
		final int tool = Toolbar.getToolId();
		final boolean isOurs = e.getClickCount() == 2 && isPlain(e) && !isOnBadge(e) && !isOnSelection(e) &&
			(tool == Toolbar.HAND || DRAWN_BY_DRAGGING.contains(tool));
		if (isOurs) actions.toggleMaximized();
		return isOurs;
	}

	/** The planes that are seen as lines. */
	private Set<AnatomicalPlane> lines() {
		final Set<AnatomicalPlane> lines = EnumSet.allOf(AnatomicalPlane.class);
		lines.remove(canvas.how().plane());
		return lines;
	}

	/** Those of the lines that are dragged at a point: one of them, or both. */
	private Set<AnatomicalPlane> linesAt(final MouseEvent e) {
		if (!canvas.model().isCrosshairVisible()) return lines();
		final Point2D crossing = canvas.cursor();
		final Vector3 from = new Vector3(e.getX() - crossing.getX(), e.getY() - crossing.getY(), 0);
		final Set<AnatomicalPlane> near = lines();
		near.removeIf(line -> from.cross(along(line)).norm() > NEAR);
		return near.size() == 1 ? near : lines();
	}

	/** The direction of a line on the screen. */
	private Vector3 along(final AnatomicalPlane line) {
		return canvas.how().lineOf(canvas.model().section(line)).unit();
	}

	private void move(final Set<AnatomicalPlane> lines, final MouseEvent e) {
		canvas.model().moveLines(lines, voxel(e));
	}

	private Vector3 voxel(final MouseEvent e) {
		return canvas.voxel(e.getX() + 0.5, e.getY() + 0.5);
	}

	/** Turns the other planes with a line of one of them, from where they were when the mouse was pressed. */
	private final class Turning implements Drag {

		private final OrthoModel model = canvas.model();
		private final AnatomicalPlane plane = canvas.how().plane();
		/** Where the line was, and the mouse, in degrees. */
		private final double line;
		private final double start;
		private double turned;

		Turning(final AnatomicalPlane line, final MouseEvent e) {
			this.line = model.angle(plane, line);
			start = model.angle(plane, voxel(e));
		}

		@Override
		public void to(final MouseEvent e) {
			if (e.getPoint().distance(canvas.cursor()) <= NEAR) return; // its direction says nothing
			double wanted = model.angle(plane, voxel(e)) - start;
			if (e.isShiftDown()) wanted = Math.rint((line + wanted) / SNAP) * SNAP - line;
			try {
				model.turn(plane, wanted - turned);
				turned = wanted;
			}
			catch (final InputException exc) {
				IJ.showStatus(exc.getMessage());
			}
		}
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
