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

import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.event.AdjustmentEvent;
import java.awt.event.KeyEvent;
import java.awt.event.MouseWheelEvent;

import javax.swing.SwingUtilities;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.StackWindow;

import io.github.dicomvolumes.view.ortho.OrthoModel;

/** The window of a plane: ImageJ's stack window, whose slider and wheel move the model, which moves the image. */
final class PlaneWindow extends StackWindow {

	private static final long serialVersionUID = 1L;

	private final transient OrthoModel model;
	private final PlaneCanvas canvas;
	private final transient PaneLayout layout;
	private final transient Runnable closing;
	/** ImageJ's constructor shows windows at a place of its own choice; this one waits. */
	private boolean isReady;

	/** @param closing is called when the window has been closed, by whomever */
	PlaneWindow(final ImagePlus image, final PlaneCanvas canvas, final Runnable closing) {
		super(image, canvas);
		WindowManager.setTempCurrentImage(null); // in macros ImageJ leaves it to the event thread for good
		model = canvas.model();
		this.canvas = canvas;
		this.closing = closing;
		layout = new PaneLayout(this, canvas);
		setLayout(layout);
	}

	PlaneCanvas canvas() {
		return canvas;
	}

	/** Shows the window, at this place. */
	void open(final Rectangle place, final boolean isFocused) {
		setBounds(place);
		isReady = true;
		setAutoRequestFocus(isFocused);
		setVisible(true);
		setAutoRequestFocus(true);
		updateSliceSelector();
	}

	/** What the window needs besides the canvas. */
	Dimension frame() {
		return layout.other();
	}

	/** The zoom that shows all of the plane. */
	double fittingZoom() {
		final Dimension other = layout.other();
		return canvas
			.fittingZoom(new Dimension(Math.max(1, getWidth() - other.width), Math.max(1, getHeight() - other.height)));
	}

	/** Does something to the image after which ImageJ would choose another size for the window. */
	void keepingSize(final Runnable change) {
		final Rectangle bounds = getBounds();
		change.run();
		setBounds(bounds);
		invalidate();
		validate();
	}

	@Override
	@SuppressWarnings("deprecation")
	public void show() {
		if (isReady) super.show();
	}

	@Override
	public void adjustmentValueChanged(final AdjustmentEvent e) {
		model.moveToSlice(canvas.how().plane(), zSelector.getValue() - 1);
	}

	/** Moves the slider to where the image is going, not to where it is. */
	@Override
	public void updateSliceSelector() {
		if (zSelector == null || model == null) return;
		EventQueue.invokeLater(() -> {
			if (zSelector == null) return; // meanwhile the plane was turned back to its only slice
			zSelector.setValue(model.slice(canvas.how().plane()) + 1);
		});
	}

	@Override
	public void mouseWheelMoved(final MouseWheelEvent e) {
		final int turn = e.getWheelRotation();
		if (turn == 0) return;
		if (e.isControlDown() || e.isShiftDown()) {
			final Point at = SwingUtilities.convertPoint(this, e.getPoint(), canvas);
			if (turn < 0) canvas.zoomIn(at.x, at.y);
			else canvas.zoomOut(at.x, at.y);
		}
		else model.moveToSlice(canvas.how().plane(), model.slice(canvas.how().plane()) + turn);
	}

	/** Shows in ImageJ's status bar what is under the mouse. */
	@Override
	public void mouseMoved(final int x, final int y) {
		IJ.showStatus(canvas.readout(x, y).toString());
	}

	@Override
	protected void processKeyEvent(final KeyEvent e) {
		if (!canvas.handled(e)) super.processKeyEvent(e);
	}

	@Override
	public boolean close() {
		if (imp != null) imp.changes = false; // to the pixels of a virtual stack; they are lost anyway
		if (!super.close()) return false;
		closing.run();
		return true;
	}
}
