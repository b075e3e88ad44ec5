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

package io.github.dicomvolumes.view.picker;

import io.github.dicomvolumes.view.imagej.GuiScale;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import javax.swing.BorderFactory;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.UIManager;

/** The preview of a volume, as large as there is room, and below it what there is to say about it. */
final class PreviewPanel extends JPanel {

	private static final long serialVersionUID = 1L;

	/** Pixels of the picture's sides at least and at first, at 100 %. */
	private static final int LEAST_SIDE = 150, SIDE = 280;
	/** Lines of text that are seen at once. */
	private static final int LINES = 6;

	private final Picture picture = new Picture();
	private final JTextArea text = new WrappedText();
	private transient Preview preview = Preview.NOTHING;
	private String details = "";

	PreviewPanel() {
		super(new BorderLayout(0, GuiScale.pixels(4)));
		text.setRows(LINES);
		text.setColumns(1); // it takes the width that the picture has
		final JScrollPane scroll = new JScrollPane(text);
		scroll.setBorder(BorderFactory.createEmptyBorder());
		scroll.setFocusable(false);
		scroll.getViewport().setOpaque(false);
		scroll.setOpaque(false);
		setBorder(BorderFactory.createEmptyBorder(0, GuiScale.pixels(6), 0, GuiScale.pixels(2)));
		add(picture);
		add(scroll, BorderLayout.SOUTH);
	}

	/** Shows a preview, or the text in place of it. */
	void show(final Preview shown) {
		preview = shown;
		picture.repaint();
		update();
	}

	/** Shows what there is to say about the volume. */
	void describe(final String lines) {
		details = lines;
		update();
	}

	/** What is shown now. */
	Preview preview() {
		return preview;
	}

	/** Makes it as wide as there is room, within bounds. */
	void fit(final int room) {
		final int edges = getInsets().left + getInsets().right;
		final int side = Math.max(GuiScale.pixels(LEAST_SIDE), Math.min(GuiScale.pixels(SIDE), room - edges));
		picture.setPreferredSize(new Dimension(side, side));
	}

	private void update() {
		final boolean hasPicture = preview.picture().isPresent();
		picture.reason.setText(hasPicture ? "" : preview.text());
		final String below = hasPicture ? preview.text() : "";
		final String all = below + (below.isEmpty() || details.isEmpty() ? "" : "\n") + details;
		if (all.equals(text.getText())) return;
		text.setText(all);
		text.setCaretPosition(0);
	}

	/** The picture, or the reason why there is none. */
	private final class Picture extends JPanel {

		private static final long serialVersionUID = 1L;

		private final WrappedText reason = new WrappedText();

		Picture() {
			super(new BorderLayout());
			final int edge = GuiScale.pixels(8);
			reason.setBorder(BorderFactory.createEmptyBorder(edge, edge, edge, edge));
			reason.setForeground(UIManager.getColor("Table.foreground"));
			add(reason);
		}

		@Override
		protected void paintComponent(final Graphics g) {
			g.setColor(UIManager.getColor("Table.background"));
			g.fillRect(0, 0, getWidth(), getHeight());
			preview.picture().ifPresent(image -> paint((Graphics2D) g, image));
		}

		private void paint(final Graphics2D g, final BufferedImage image) {
			final double scale = Math.min((double) getWidth() / image.getWidth(),
				(double) getHeight() / image.getHeight());
			final int width = (int) Math.max(1, Math.round(image.getWidth() * scale));
			final int height = (int) Math.max(1, Math.round(image.getHeight() * scale));
			g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
			g.drawImage(image, (getWidth() - width) / 2, (getHeight() - height) / 2, width, height, null);
		}
	}
}
