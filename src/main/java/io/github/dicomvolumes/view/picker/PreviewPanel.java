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

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.UIManager;

/** The preview of a volume, as large as there is room, and below it what there is to say about it. */
final class PreviewPanel extends JPanel {

	private static final long serialVersionUID = 1L;

	/** Pixels of the picture's sides and lines of text at first, at 100 %. */
	private static final int SIDE = 280, LINES = 6;

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

	private void update() {
		final String all = preview.text() + (preview.text().isEmpty() || details.isEmpty() ? "" : "\n") + details;
		if (all.equals(text.getText())) return;
		text.setText(all);
		text.setCaretPosition(0);
	}

	private final class Picture extends JComponent {

		private static final long serialVersionUID = 1L;

		Picture() {
			setPreferredSize(new Dimension(GuiScale.pixels(SIDE), GuiScale.pixels(SIDE)));
			setBorder(UIManager.getBorder("Table.scrollPaneBorder"));
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
