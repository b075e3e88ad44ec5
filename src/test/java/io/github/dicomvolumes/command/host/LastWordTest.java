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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.awt.GraphicsEnvironment;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import io.github.dicomvolumes.command.Dialogs;

import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.app.event.StatusEvent;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandModule;
import org.scijava.event.EventHandler;
import org.scijava.event.EventService;
import org.scijava.module.ModuleService;
import org.scijava.ui.UIService;
import org.scijava.ui.UserInterface;

class LastWordTest {

	private static final String NAME = "command:" + Finishing.class.getName();
	private static final String DONE = "2 volumes", OUTCOME = "2 volumes in 0.0 s";

	/** SciJava itself says that a command has finished, after all that the command can say. */
	@Test
	void theStatusLineEndsWithWhatCameOfIt() throws Exception {
		assumeFalse(GraphicsEnvironment.isHeadless(), "needs a display: without one no person is there to be told");
		try (Context context = new Context()) {
			context.service(UIService.class)
				.setDefaultUI((UserInterface) Proxy.newProxyInstance(LastWordTest.class.getClassLoader(),
					new Class<?>[] { UserInterface.class },
					(proxy, method, args) -> method.getName().equals("isVisible") ? true : null));
			final Texts said = new Texts();
			context.service(EventService.class).subscribe(said);
			final CommandInfo command = new CommandInfo(Finishing.class);
			context.inject(command);
			context.service(ModuleService.class).run(new CommandModule(command), true).get();
			Dialogs.await(
				() -> said.texts.lastIndexOf(OUTCOME) > said.texts.indexOf("Command finished: " + NAME) ? said : null);
			assertEquals(List.of("Command finished: " + NAME, OUTCOME),
				said.texts.subList(said.texts.size() - 2, said.texts.size()));
		}
	}

	public static class Finishing extends DicomCommand {

		@Override
		protected void execute() {
			setOutcome(DONE);
		}
	}

	/** What SciJava's status line shows. */
	public static final class Texts {

		private final List<String> texts = Collections.synchronizedList(new ArrayList<>());

		@EventHandler
		public void onEvent(final StatusEvent event) {
			if (event.getStatusMessage() != null) texts.add(event.getStatusMessage());
		}
	}
}
