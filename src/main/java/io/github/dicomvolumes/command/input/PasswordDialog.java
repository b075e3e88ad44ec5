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

package io.github.dicomvolumes.command.input;

import java.awt.BorderLayout;
import java.awt.FlowLayout;
import java.awt.event.KeyEvent;
import java.lang.reflect.InvocationTargetException;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JPasswordField;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;

import io.github.dicomvolumes.view.help.Guide;
import io.github.dicomvolumes.view.imagej.GuiScale;

import ij.IJ;

/** Asks a person for a password, which nothing records or remembers. */
final class PasswordDialog {

	static final String TITLE = "DICOM Server: Password";

	private static final int COLUMNS = 24, EDGE = 10;

	private final JDialog dialog = new JDialog(IJ.getInstance(), TITLE, true);
	private final JPasswordField field = new JPasswordField(COLUMNS);
	private boolean accepted;

	private PasswordDialog(final String server, final boolean isOpen, final String what) {
		final JLabel label = new JLabel(what + ":");
		label.putClientProperty("html.disable", true);
		label.setLabelFor(field);
		final JLabel where = new JLabel("For " + server + ".");
		where.putClientProperty("html.disable", true);
		final JLabel kept = new JLabel(
			isOpen ? "It is not kept. Others on the network can read it." : "It is not kept.");
		final JPanel top = new JPanel(new BorderLayout(0, EDGE / 2));
		top.add(where, BorderLayout.NORTH);
		top.add(kept);
		final JButton ok = new JButton("OK"), cancel = new JButton("Cancel"), help = new JButton("Help");
		help.setMnemonic('H');
		help.addActionListener(e -> Guide.show(Guide.SERVER, dialog));
		ok.addActionListener(e -> close(true));
		cancel.addActionListener(e -> close(false));
		final JPanel line = new JPanel(new BorderLayout(EDGE, 0));
		line.add(label, BorderLayout.WEST);
		line.add(field);
		final JPanel buttons = new JPanel(new FlowLayout(FlowLayout.RIGHT, EDGE / 2, 0));
		buttons.add(help);
		buttons.add(cancel);
		buttons.add(ok);
		final JPanel content = new JPanel(new BorderLayout(0, EDGE));
		content.setBorder(BorderFactory.createEmptyBorder(EDGE, EDGE, EDGE, EDGE));
		content.add(top, BorderLayout.NORTH);
		content.add(line);
		content.add(buttons, BorderLayout.SOUTH);
		GuiScale.scale(content);
		dialog.add(content);
		dialog.getRootPane().setDefaultButton(ok);
		dialog.getRootPane()
			.registerKeyboardAction(e -> close(false), KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0),
				JComponent.WHEN_IN_FOCUSED_WINDOW);
		dialog.pack();
		dialog.setLocationRelativeTo(IJ.getInstance());
	}

	/**
	 * Waits for an answer. Not on the event thread.
	 *
	 * @param server for which it is
	 * @param isOpen whether others on the network can read it
	 * @param what is asked for
	 * @return empty if the person cancels
	 */
	static Optional<char[]> ask(final String server, final boolean isOpen, final String what) {
		final AtomicReference<char[]> answer = new AtomicReference<>();
		final Runnable ask = () -> {
			final var asking = new PasswordDialog(server, isOpen, what);
			asking.dialog.setVisible(true); // until it is closed
			if (asking.accepted) answer.set(asking.field.getPassword());
			asking.field.setText("");
			asking.dialog.dispose();
		};
		try {
			if (SwingUtilities.isEventDispatchThread()) ask.run();
			else SwingUtilities.invokeAndWait(ask);
		}
		catch (final InterruptedException exc) {
			Thread.currentThread().interrupt();
			throw new CancellationException("Interrupted while waiting for a password");
		}
		catch (final InvocationTargetException exc) {
			throw new IllegalStateException(exc.getCause());
		}
		return Optional.ofNullable(answer.get());
	}

	private void close(final boolean accept) {
		accepted = accept;
		dialog.setVisible(false);
	}
}
