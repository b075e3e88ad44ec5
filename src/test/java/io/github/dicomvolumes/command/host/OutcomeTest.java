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
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CancellationException;

import io.github.dicomvolumes.data.InputException;

import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.app.event.StatusEvent;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandModule;
import org.scijava.event.EventService;
import org.scijava.module.ModuleService;

/** What the status line says in the end, and that a command ends whatever its inputs are. */
class OutcomeTest {

	@Test
	void aCancelledCommandSaysSo() throws Exception {
		assertEquals("1000 Cancelled", last(Cancelled.class));
	}

	@Test
	void ofAFailureItsMessageTells() throws Exception {
		assertEquals("1000 ", last(Failing.class));
	}

	/** A bad input was told, and then thrown once more by the phases that it has none. */
	@Test
	void anInputOfWhichPhasesCannotBeMadeFailsOnce() throws Exception {
		assertEquals("1000 ", last(Odd.class));
	}

	private static String last(final Class<? extends DicomCommand> type) throws Exception {
		try (Context context = new Context()) {
			final ProgressLawTest.Told told = new ProgressLawTest.Told();
			context.service(EventService.class).subscribe(told);
			final CommandInfo command = new CommandInfo(type);
			context.inject(command);
			final CommandModule module = new CommandModule(command);
			context.service(ModuleService.class).run(module, true).get();
			assertTrue(module.isCanceled());
			final List<StatusEvent> all = told.ofCommand();
			final StatusEvent last = all.get(all.size() - 1);
			return last.getProgressValue() + " " + last.getStatusMessage();
		}
	}

	/** As by Escape. */
	public static class Cancelled extends DicomCommand {

		@Override
		protected void execute() {
			progress().update("Working", 1, 3);
			setOutcome("all of it");
			throw new CancellationException();
		}
	}

	public static class Failing extends DicomCommand {

		@Override
		protected void execute() {
			progress().update("Working", 1, 3);
			setOutcome("all of it");
			throw new InputException("size=0 is not allowed.");
		}
	}

	public static class Odd extends DicomCommand {

		@Override
		protected List<Phase> phases() {
			throw new InputException("plane=Foo is not allowed.");
		}

		@Override
		protected void execute() {
			progress();
		}
	}
}
