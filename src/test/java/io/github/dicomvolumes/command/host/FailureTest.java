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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

import io.github.dicomvolumes.command.input.PatientInput;
import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.data.InputException;
import io.github.dicomvolumes.data.Disclosure;
import io.github.dicomvolumes.io.source.AllOrNothing;

import ij.IJ;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.log.LogService;

class FailureTest {

	@TempDir
	Path folder;

	@Test
	void aFileThatCannotBeWrittenIsNamed() {
		final Path file = folder.resolve("a.csv");
		final var failure = assertThrows(FileSystemException.class, () -> AllOrNothing.write(file, out -> {
			throw new IOException("it failed");
		}));
		final String why = ": cannot be written (it failed); what was there is as it was";
		assertEquals(file + why, Failure.message(failure));
		assertEquals(file + why, Failure.neutral(failure, List.of(file.toFile())));
		assertFalse(Failure.neutral(failure, List.of(new File("/other/b.csv"))).contains("a.csv"));
	}

	@Test
	void hiddenFailuresTellOnlyWhatWasGiven() {
		assertEquals("slice=9 is not allowed.",
			Failure.neutral(new InputException("slice=9 is not allowed."), List.of()));
		assertEquals(
			"A file cannot be read: the path cannot be used (Nul character not allowed); patient=Show names it.",
			Failure.neutral(new InvalidPathException("/a/Doe", "Nul character not allowed"), List.of()));
		final File file = folder.resolve("a").toFile();
		assertEquals(file + ": no such file or folder",
			Failure.neutral(new UncheckedIOException(new NoSuchFileException(file.toString())), List.of(file)));
		for (final Exception bug : new Exception[] { new NumberFormatException("For input string: \"Doe\""),
			new IllegalArgumentException("Position Doe is out of range") })
		{
			final String message = Failure.neutral(bug, List.of());
			assertTrue(message.startsWith("Internal error: " + bug.getClass().getSimpleName()), message);
			assertFalse(message.contains("Doe"), message);
		}
	}

	@Test
	void whatCannotBeAskedCountsAsHidden() {
		final var printed = new ByteArrayOutputStream();
		final PrintStream system = System.out;
		System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
		IJ.redirectErrorMessages(true);
		try (var context = new Context(LogService.class)) {
			final var command = new Unasked();
			command.setContext(context);
			command.run();
			assertTrue(command.isCanceled());
		}
		finally {
			IJ.redirectErrorMessages(false);
			System.setOut(system);
		}
		final String said = printed.toString(StandardCharsets.UTF_8);
		assertTrue(said.contains("what was read cannot be used; patient=Show names it."), said);
		assertFalse(said.contains("Doe"), said);
	}

	private static final class Unasked extends DicomCommand {

		@Override
		protected Disclosure disclosure() {
			return PatientInput.of("Maybe");
		}

		@Override
		protected void execute() throws IOException {
			throw new DicomException("Doe");
		}
	}

	@Test
	void aChoiceThatIsNoneIsTold() {
		final var failure = assertThrows(InputException.class, () -> PatientInput.of("Maybe"));
		assertEquals("patient=Maybe is not allowed; it must be one of Show, Hide.", failure.getMessage());
		assertEquals(Disclosure.HIDE, PatientInput.of("Hide"));
	}
}
