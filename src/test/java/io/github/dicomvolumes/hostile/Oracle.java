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

package io.github.dicomvolumes.hostile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.github.dicomvolumes.data.Disclosure;

/**
 * Says whether what a mutant did was allowed: an {@link IOException} with a reason, also within an
 * {@link UncheckedIOException}, and no other; and texts for people that do not speak of the program's own failures.
 */
final class Oracle {

	private static final String PROJECT = "io.github.dicomvolumes.", OWN = "io.github.dicomvolumes.hostile.";
	private static final int FRAMES = 14;

	/** What no text for people contains: a missing reason, or a failure that only the last net has caught. */
	private static final Pattern BAD = Pattern
		.compile("\\bnull\\b|please report|Internal error|could not be grouped|could not be placed|" +
			"\\bjava\\.\\w+\\.|\\b\\w+(Exception|Error)\\b");

	/** One of these is in each bad text. */
	private static final List<String> SUSPECT = List.of("null", "please", "Internal", "could not be", "java.",
		"Exception", "Error");

	private final Findings findings;
	private Mutant mutant;

	Oracle(final Findings findings) {
		this.findings = findings;
	}

	void next(final Mutant now) {
		mutant = now;
	}

	/** Some work that may fail. */
	@FunctionalInterface
	interface Work<T> {

		T get() throws Exception;
	}

	/** What work gives; empty if it failed, which is noted unless it may. */
	<T> Optional<T> of(final String what, final Work<T> work) {
		try {
			return Optional.ofNullable(work.get());
		}
		catch (final UncheckedIOException exc) {
			expected(what, exc.getCause());
		}
		catch (final IOException exc) {
			expected(what, exc);
		}
		catch (final CancellationException exc) {
			if (!Watchdog.isCanceled()) unexpected(what, exc);
		}
		catch (final Throwable exc) {
			unexpected(what, exc);
		}
		return Optional.empty();
	}

	/** The same, of work whose selector may name nothing, which is told by an IllegalArgumentException. */
	<T> Optional<T> selected(final String what, final Work<T> work) {
		return of(what, () -> {
			try {
				return work.get();
			}
			catch (final IllegalArgumentException exc) {
				text(what, exc.getMessage());
				return null;
			}
		});
	}

	private void expected(final String what, final IOException exc) {
		if (exc.getMessage() == null) found("no message: " + key(exc), what, stack(exc));
		else text(what, exc.getMessage());
	}

	private void unexpected(final String what, final Throwable exc) {
		final boolean isStackKnown = exc.getStackTrace().length > 0; // Java has some errors ready without one
		found(isStackKnown ? key(exc) : exc.getClass().getSimpleName() + " in " + what, what, stack(exc));
	}

	/** Notes what reached the end of a thread that nobody waits for, such as that of events. */
	void uncaught(final Thread thread, final Throwable exc) {
		found("in a thread: " + key(exc), thread.getName(), stack(exc));
	}

	/** Checks a text for people that may hide who the patient is. */
	void text(final String what, final String text, final Disclosure disclosure) {
		text(what, text);
		if (!disclosure.isFull() && mutant.isReadable() && Seeds.NAMES.stream().anyMatch(text::contains))
			found("hidden text shows a name", what, text.substring(0, Math.min(text.length(), 600)));
	}

	/** Checks a text for people. */
	void text(final String what, final String text) {
		if (SUSPECT.stream().noneMatch(text::contains)) return; // most texts, and faster
		final Matcher matcher = BAD.matcher(text);
		if (!matcher.find()) return;
		final int from = Math.max(0, matcher.start() - 60), to = Math.min(text.length(), matcher.end() + 80);
		final String around = text.substring(from, to).replace(mutant.name(), "FILE");
		found("text: " + around.replaceAll("[0-9]+", "#").replaceAll("\\s+", " "), what,
			text.substring(0, Math.min(text.length(), 600)));
	}

	void found(final String kind, final String what, final String details) {
		findings.add(kind, mutant.number(), "in " + what + " of " + mutant + "\n" + details);
	}

	/** Class and the first frame of the project. */
	private static String key(final Throwable exc) {
		return exc.getClass().getSimpleName() + " at " +
			Arrays.stream(exc.getStackTrace())
				.filter(Oracle::isOfProject)
				.findFirst()
				.map(StackTraceElement::toString)
				.map(frame -> frame.substring(frame.lastIndexOf('/') + 1).replace(PROJECT, ""))
				.orElse("?");
	}

	private static boolean isOfProject(final StackTraceElement frame) {
		return frame.getClassName().startsWith(PROJECT) && !frame.getClassName().startsWith(OWN);
	}

	static String stack(final Throwable exc) {
		return exc + "\n" + stack(exc.getStackTrace());
	}

	/** The frames of the project, and the one on top. */
	static String stack(final StackTraceElement[] frames) {
		return Arrays.stream(frames)
			.filter(frame -> frame == frames[0] || isOfProject(frame))
			.limit(FRAMES)
			.map(frame -> "  " + frame.toString().replace(PROJECT, ""))
			.collect(Collectors.joining("\n"));
	}
}
