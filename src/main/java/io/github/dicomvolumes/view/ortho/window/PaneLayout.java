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

import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.Insets;
import java.awt.LayoutManager;
import java.awt.Rectangle;

import ij.gui.ImageWindow;

/**
 * Lays a plane's window out: the slider at the bottom, the canvas in the middle of what is left. ImageJ's own layout
 * would make the window follow the zoom.
 */
final class PaneLayout implements LayoutManager {

	private final ImageWindow window;
	private final PlaneCanvas canvas;

	PaneLayout(final ImageWindow window, final PlaneCanvas canvas) {
		this.window = window;
		this.canvas = canvas;
	}

	@Override
	public void layoutContainer(final Container parent) {
		final Insets insets = window.getInsets(false);
		final Dimension other = other();
		final int width = Math.max(1, parent.getWidth() - other.width);
		final int height = Math.max(1, parent.getHeight() - other.height);
		final int left = insets.left + ImageWindow.HGAP;
		canvas.place(new Rectangle(left, insets.top + ImageWindow.VGAP, width, height));
		int y = insets.top + height + 2 * ImageWindow.VGAP;
		for (final Component slider : parent.getComponents()) {
			if (slider == canvas) continue;
			final int sliderHeight = slider.getPreferredSize().height;
			slider.setBounds(left, y, width, sliderHeight);
			y += sliderHeight + ImageWindow.VGAP;
		}
	}

	/** What a window needs besides the canvas. */
	Dimension other() {
		final Insets insets = window.getInsets(false);
		int height = insets.top + insets.bottom + 2 * ImageWindow.VGAP;
		for (final Component slider : window.getComponents())
			if (slider != canvas) height += slider.getPreferredSize().height + ImageWindow.VGAP;
		return new Dimension(insets.left + insets.right + 2 * ImageWindow.HGAP, height);
	}

	/** The size it has, so that whatever packs the window leaves it alone. */
	@Override
	public Dimension preferredLayoutSize(final Container parent) {
		return parent.getSize();
	}

	@Override
	public Dimension minimumLayoutSize(final Container parent) {
		return new Dimension(ImageWindow.MIN_WIDTH, ImageWindow.MIN_WIDTH);
	}

	@Override
	public void addLayoutComponent(final String name, final Component component) {}

	@Override
	public void removeLayoutComponent(final Component component) {}
}
