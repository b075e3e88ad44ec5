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

package io.github.dicomvolumes.view.help;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import java.awt.Panel;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.ScrollPane;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;

import javax.swing.SwingUtilities;

import ij.gui.GenericDialog;

/** The fields of one of ImageJ's dialogs, between scroll bars; the field that has the keys is in sight. */
final class ScrolledFields extends ScrollPane {

	private static final long serialVersionUID = 1L;

	private final Panel fields = new Panel(new GridBagLayout());

	private ScrolledFields() {
		super(SCROLLBARS_AS_NEEDED);
		add(fields);
		getVAdjustable().setUnitIncrement(20);
	}

	/**
	 * Puts all but the buttons, which were added last, between scroll bars: the dialog then is no larger than it may
	 * be, and has its buttons.
	 *
	 * @param most pixels that the dialog may have
	 */
	static void in(final GenericDialog dialog, final Dimension most) {
		final GridBagLayout layout = (GridBagLayout) dialog.getLayout();
		final Component[] all = dialog.getComponents();
		final Component buttons = all[all.length - 1];
		final ScrolledFields scrolled = new ScrolledFields();
		for (final Component field : all) {
			if (field == buttons) break;
			final GridBagConstraints place = layout.getConstraints(field);
			scrolled.fields.add(field, place);
			scrolled.follow(field);
		}
		dialog.setLayout(new BorderLayout(0, 10));
		dialog.add(scrolled);
		dialog.add(buttons, BorderLayout.SOUTH);
		final Insets edges = dialog.getInsets();
		final Dimension wanted = scrolled.fields.getPreferredSize();
		final int height = most.height - edges.top - edges.bottom - buttons.getPreferredSize().height - 10;
		scrolled.setPreferredSize(
			new Dimension(Math.min(most.width - edges.left - edges.right, wanted.width + 2 * scrolled.bar()),
				Math.min(height, wanted.height + 2 * scrolled.bar())));
	}

	private int bar() {
		return Math.max(getVScrollbarWidth(), 8);
	}

	private void follow(final Component component) {
		if (component instanceof Container container) for (final Component inner : container.getComponents())
			follow(inner);
		component.addFocusListener(new FocusAdapter() {

			@Override
			public void focusGained(final FocusEvent e) {
				reveal(component);
			}
		});
	}

	private void reveal(final Component component) {
		final Rectangle place = SwingUtilities.convertRectangle(component.getParent(), component.getBounds(), fields);
		final Dimension seen = getViewportSize();
		final Point now = getScrollPosition();
		setScrollPosition(nearest(now.x, place.x, place.width, seen.width),
			nearest(now.y, place.y, place.height, seen.height));
	}

	/** Where to begin so that something is seen whole, as near to where it is as can be. */
	private static int nearest(final int now, final int start, final int length, final int seen) {
		return Math.max(0, Math.min(start, Math.max(now, start + length - seen)));
	}
}
