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

import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import io.github.dicomvolumes.data.InputException;
import io.github.dicomvolumes.data.Disclosure;
import io.github.dicomvolumes.data.Reasons;
import io.github.dicomvolumes.data.ShownText;
import io.github.dicomvolumes.io.web.WebException;
import io.github.dicomvolumes.view.help.Guide;
import io.github.dicomvolumes.view.help.GuideDialog;
import io.github.dicomvolumes.view.help.GuidePlace;
import io.github.dicomvolumes.view.imagej.RunningMacro;

import ij.IJ;
import ij.Macro;

import org.scijava.Context;
import org.scijava.log.LogService;

/**
 * Tells a failure: to a macro or script the one way that also stops it in every mode, {@link IJ#error(String, String)};
 * to a person with a button that opens the guide.
 */
public final class Failure {

	private static final String TITLE = "DICOM Volumes";

	private Failure() {}

	/**
	 * Shows one message and stops the macro, if there is one; returns normally.
	 *
	 * @param help what a person may ask for then, if the message names no finding; empty if no person is there
	 */
	public static void report(final String message, final Optional<GuidePlace> help, final Context context) {
		if (help.isPresent()) {
			show(message, help.get());
			return;
		}
		// a macro that still has options answers all dialogs itself, in Fiji ImageJ's message about the macro, too
		CallingThreads.of(context).forEach(thread -> Macro.setOptions(thread, null));
		final String shown = ShownText.lines(message);
		final String text = IJ.isMacro() ? shown : wrapped(shown);
		RunningMacro.quietly(() -> IJ.error(TITLE, text));
	}

	/** Shows one message to a person, with a button that opens the guide, and returns when it is closed. */
	private static void show(final String message, final GuidePlace help) {
		final GuideDialog dialog = new GuideDialog(TITLE, GuidePlace.in(message).orElse(help));
		dialog.addMessage(wrapped(ShownText.lines(message)));
		dialog.hideCancelButton();
		dialog.showDialog();
	}

	/** ImageJ's dialogs are as wide as the longest line. */
	private static String wrapped(final String text) {
		return text.replaceAll("(.{80}\\S*)\\s+", "$1\n");
	}

	/**
	 * Shows what went wrong and stops the macro.
	 *
	 * @param disclosure if hidden, the message has no path but those that the user gave, and no value but those of keys
	 * @param given paths that the user gave
	 * @param help what a person may ask for then; empty if no person is there
	 */
	static void report(final Throwable failure, final Disclosure disclosure, final List<File> given,
		final Optional<GuidePlace> help, final Context context)
	{
		if (disclosure.isFull()) {
			report(failure, help, context);
			return;
		}
		if (!isExpectedOfFiles(failure)) context.getService(LogService.class).error(withoutMessage(failure));
		report(neutral(failure, given), help, context);
	}

	static String neutral(final Throwable failure, final List<File> given) {
		if (failure instanceof UncheckedIOException) return neutral(failure.getCause(), given);
		if (failure instanceof WebException web) return web.neutralMessage();
		if (failure instanceof NeutralFailure || failure instanceof InputException) return failure.getMessage();
		if (!isExpectedOfFiles(failure)) return "Internal error: " + failure.getClass().getSimpleName() +
			"\nPlease report it at " + Guide.REPOSITORY + "/issues";
		final String kind = Reasons.kind(failure);
		return given.stream()
			.filter(file -> isAbout(failure, file))
			.findFirst()
			.map(file -> file.getPath() + ": " + kind)
			.orElse("A file cannot be read: " + kind + "; patient=Show names it.");
	}

	/** Whether a failure is about a path that the user gave, or about the folder that a file is to be saved in. */
	private static boolean isAbout(final Throwable failure, final File given) {
		if (!(failure instanceof FileSystemException exc))
			return failure instanceof FileNotFoundException && !given.exists();
		final File named = exc.getFile() == null ? null : new File(exc.getFile()).getAbsoluteFile();
		return given.getAbsoluteFile().equals(named) || Objects.equals(given.getAbsoluteFile().getParentFile(), named);
	}

	/** The place in our code; the text of an exception can have anything. */
	private static Throwable withoutMessage(final Throwable failure) {
		final Throwable place = new IllegalStateException(failure.getClass().getName());
		place.setStackTrace(failure.getStackTrace());
		return place;
	}

	/**
	 * Shows what went wrong and stops the macro. The stack trace is logged for developers: in debug mode if the failure
	 * is to be expected (a bad file, a bad value), always if it is a bug of ours.
	 */
	static void report(final Throwable failure, final Optional<GuidePlace> help, final Context context) {
		final LogService log = context.getService(LogService.class);
		if (isExpected(failure)) log.debug(failure);
		else log.error(failure);
		report(message(failure), help, context);
	}

	private static boolean isExpected(final Throwable failure) {
		return failure instanceof IOException || failure instanceof UncheckedIOException ||
			failure instanceof IllegalArgumentException || failure instanceof OutOfMemoryError;
	}

	/** Other arguments than a person's are bad by a bug of ours, and their messages have values of files. */
	private static boolean isExpectedOfFiles(final Throwable failure) {
		return failure instanceof InputException || failure instanceof InvalidPathException ||
			isExpected(failure) && !(failure instanceof IllegalArgumentException);
	}

	static String message(final Throwable failure) {
		if (failure instanceof UncheckedIOException) return message(failure.getCause());
		if (failure instanceof NoSuchFileException) return "No such file or folder: " + failure.getMessage();
		if (failure instanceof AccessDeniedException) return "No permission to read " + failure.getMessage();
		if (failure instanceof OutOfMemoryError) return "Not enough memory: see Edit > Options > Memory & Threads.";
		if (!isExpected(failure))
			return "Internal error: " + failure + "\nPlease report it at " + Guide.REPOSITORY + "/issues";
		if (failure instanceof IllegalArgumentException && failure.getMessage() != null) return failure.getMessage();
		if (failure instanceof FileSystemException exc && exc.getFile() != null)
			return exc.getFile() + ": " + Reasons.of(exc);
		return Reasons.of(failure);
	}
}
