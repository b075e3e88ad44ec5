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
import java.awt.Button;
import java.awt.Dimension;
import java.awt.Rectangle;
import java.awt.event.ActionEvent;

import ij.gui.GUI;
import ij.gui.GenericDialog;

/**
 * ImageJ's dialog with a Help button that opens a page of the guide, whose links work without the web, too. It has
 * scroll bars where it would be larger than the screen: ImageJ's has its buttons below the edge then.
 */
public final class GuideDialog extends GenericDialog {

	private static final long serialVersionUID = 1L;

	private static final String HELP = "Help";

	private final transient GuidePlace place;

	/** @param command of which the page is shown */
	public GuideDialog(final String title, final String command) {
		this(title, GuidePlace.of(Guide.page(command)));
	}

	public GuideDialog(final String title, final GuidePlace place) {
		super(title);
		this.place = place;
		addHelp(Guide.web(place)); // adds the button
		setHelpLabel(HELP);
	}

	@Override
	public void pack() {
		super.pack();
		final Rectangle screen = GUI.getMaxWindowBounds(this);
		if (getWidth() <= screen.width && getHeight() <= screen.height || getLayout() instanceof BorderLayout) return;
		ScrolledFields.in(this, new Dimension(screen.width * 95 / 100, screen.height * 95 / 100));
		super.pack();
	}

	@Override
	public void actionPerformed(final ActionEvent e) {
		if (e.getSource() instanceof Button button && HELP.equals(button.getLabel().strip())) Guide.show(place, this);
		else super.actionPerformed(e);
	}
}
