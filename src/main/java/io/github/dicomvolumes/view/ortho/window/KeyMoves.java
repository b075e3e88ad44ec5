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

import java.awt.event.KeyEvent;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.gui.TextRoi;

import io.github.dicomvolumes.geometry.AnatomicalPlane;
import io.github.dicomvolumes.view.ortho.OrthoModel;

/**
 * What keys do in a plane, besides ImageJ's own: arrows, Page Up and Down, Home and End choose the slice, digits a
 * window. While there is a selection the arrows move that, as they do in ImageJ.
 */
final class KeyMoves {

	/** Slices that Page Up and Page Down pass. */
	private static final int PAGE = 10;

	private final OrthoModel model;
	private final AnatomicalPlane plane;
	private final PaneActions actions;

	KeyMoves(final OrthoModel model, final AnatomicalPlane plane, final PaneActions actions) {
		this.model = model;
		this.plane = plane;
		this.actions = actions;
	}

	/** Returns whether the key meant something here, so that ImageJ must not see it. */
	boolean handled(final KeyEvent e, final ImagePlus image) {
		final Roi roi = image.getRoi();
		if (e.getID() != KeyEvent.KEY_PRESSED || e.isControlDown() || e.isAltDown() || e.isMetaDown() ||
			roi instanceof TextRoi) return false;
		final int slice = model.slice(plane), last = model.section(plane).slices() - 1;
		switch (e.getKeyCode()) {
			case KeyEvent.VK_UP, KeyEvent.VK_RIGHT, KeyEvent.VK_DOWN, KeyEvent.VK_LEFT -> {
				if (roi != null) return false;
				final boolean isForward = e.getKeyCode() == KeyEvent.VK_UP || e.getKeyCode() == KeyEvent.VK_RIGHT;
				model.moveToSlice(plane, slice + (isForward ? 1 : -1));
			}
			case KeyEvent.VK_PAGE_UP -> model.moveToSlice(plane, slice + PAGE);
			case KeyEvent.VK_PAGE_DOWN -> model.moveToSlice(plane, slice - PAGE);
			case KeyEvent.VK_HOME -> model.moveToSlice(plane, 0);
			case KeyEvent.VK_END -> model.moveToSlice(plane, last);
			case KeyEvent.VK_R -> {
				if (!model.isTurned()) return false;
				model.turnBack();
			}
			default -> {
				return actions.preset(e.getKeyChar()).map(preset -> {
					model.setWindow(preset.range());
					return true;
				}).orElse(false);
			}
		}
		return true;
	}
}
