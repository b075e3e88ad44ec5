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

package io.github.dicomvolumes.command.host;

import org.scijava.Context;
import org.scijava.app.StatusService;
import org.scijava.app.event.StatusEvent;
import org.scijava.event.EventHandler;
import org.scijava.event.EventService;
import org.scijava.ui.UIService;

/**
 * Says in the status line what came of a command after SciJava's own "Command finished", which would replace it where
 * SciJava has a user interface, as in Fiji.
 */
public final class LastWord {

	private static final String FINISHED = "Command finished";

	/** The event service holds on to nobody. */
	private static volatile LastWord latest;

	private final StatusService status;
	private final String text;

	private LastWord(final StatusService status, final String text) {
		this.status = status;
		this.text = text;
	}

	/** Waits for the end of the command that runs. */
	static void say(final String text, final Context context) {
		final UIService ui = context.getService(UIService.class);
		if (ui == null || !ui.isVisible()) return;
		latest = new LastWord(context.service(StatusService.class), text);
		context.service(EventService.class).subscribe(latest);
	}

	/** Is called by SciJava, which shows one text after the other. */
	@EventHandler
	public void onEvent(final StatusEvent event) {
		final String message = event.getStatusMessage();
		if (latest != this || message == null || !message.startsWith(FINISHED)) return;
		latest = null;
		status.showStatus(text);
	}
}
