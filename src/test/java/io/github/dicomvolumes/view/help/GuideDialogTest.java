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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.awt.Button;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dialog;
import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.ScrollPane;
import java.awt.TextField;
import java.awt.event.FocusEvent;
import java.util.List;

import javax.swing.SwingUtilities;

import ij.gui.GUI;

import org.junit.jupiter.api.Test;

import io.github.dicomvolumes.command.Dialogs;

/** ImageJ's dialogs with more fields than the screen has room for, as at 200 % on the screen of a laptop. */
class GuideDialogTest {

	@Test
	void theButtonsOfAHighDialogAreOnTheScreenAndItsFieldsCanBeReached() throws Exception {
		final Dialog dialog = shown("High", 80);
		try {
			final Rectangle screen = GUI.getMaxWindowBounds(dialog);
			assertTrue(screen.height >= dialog.getHeight(), dialog.getBounds() + " on " + screen);
			final Rectangle inside = new Rectangle(dialog.getSize());
			assertEquals(List.of("Cancel", "Help", "OK"),
				Dialogs.find(dialog, Button.class)
					.stream()
					.filter(button -> inside.contains(place(button, dialog)))
					.map(button -> button.getLabel().strip())
					.sorted()
					.toList());
			final List<TextField> fields = Dialogs.find(dialog, TextField.class);
			for (final int n : new int[] { 79, 0, 40 })
				EventQueue.invokeAndWait(() -> {
					final TextField field = fields.get(n);
					for (final var listener : field.getFocusListeners())
						listener.focusGained(new FocusEvent(field, FocusEvent.FOCUS_GAINED));
					final ScrollPane pane = Dialogs.find(dialog, ScrollPane.class).get(0);
					final Container all = (Container) pane.getComponent(0);
					final Point at = pane.getScrollPosition();
					assertTrue(new Rectangle(at, pane.getViewportSize()).contains(place(field, all)),
						"field " + n + " at " + place(field, all) + ", seen from " + at);
				});
		}
		finally {
			EventQueue.invokeAndWait(dialog::dispose);
		}
	}

	/** They are as ImageJ makes them. */
	@Test
	void dialogsWithRoomHaveNoScrollBars() throws Exception {
		final Dialog dialog = shown("Low", 3);
		try {
			assertEquals(0, Dialogs.find(dialog, ScrollPane.class).size());
			assertInstanceOf(java.awt.GridBagLayout.class, dialog.getLayout());
		}
		finally {
			EventQueue.invokeAndWait(dialog::dispose);
		}
	}

	private static Dialog shown(final String title, final int fields) throws Exception {
		assumeFalse(GraphicsEnvironment.isHeadless(), "needs a display");
		new Thread(() -> {
			final GuideDialog dialog = new GuideDialog(title, "DICOM Folder...");
			for (int n = 0; n < fields; n++)
				dialog.addStringField("Field " + n, "");
			dialog.showDialog();
		}).start();
		return Dialogs.await(title);
	}

	private static Rectangle place(final Component component, final Container in) {
		return SwingUtilities.convertRectangle(component.getParent(), component.getBounds(), in);
	}
}
