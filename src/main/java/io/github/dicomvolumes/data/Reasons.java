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

package io.github.dicomvolumes.data;

import java.io.EOFException;
import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.ZipException;

/**
 * Why something failed, in words for people. Java's own exceptions often have no message, or one that says no more than
 * the path; those of this software say enough and stay as they are.
 */
public final class Reasons {

	private static final String CUT = "end too early; the file was probably cut when copied: copy it again";

	/** A system's reason is a sentence; "CT (2)" is a name. */
	private static final Pattern JAVA_IO = Pattern.compile("(?s).* \\((\\p{L}[^()]*)\\)");

	private Reasons() {}

	/** The reason of a failure; never empty, without the path where Java's message has nothing but that. */
	public static String of(final Throwable failure) {
		if (failure instanceof UncheckedIOException || failure instanceof DirectoryIteratorException)
			return of(failure.getCause());
		if ((failure instanceof DicomException || failure instanceof NoPlaceException) && hasMessage(failure))
			return failure.getMessage();
		if (failure instanceof FileSystemException exc) return ofFileSystem(exc);
		if (failure instanceof FileNotFoundException && hasMessage(failure)) return ofJavaIo(failure.getMessage());
		if (failure instanceof EOFException) return ofEnd(failure);
		if (failure instanceof ZipException || failure instanceof DataFormatException) return ofCompressed(failure);
		if (failure instanceof ClosedChannelException) return "the file was closed while it was read; try again";
		if (failure instanceof OutOfMemoryError)
			return "not enough memory; give Java more in Edit > Options > Memory & Threads";
		if (failure instanceof IOException) return ofSystem(failure);
		return "this software fails (" + describe(failure) + "); please report it with the file";
	}

	/** What kind of failure it is, without any path or value: for people who are not to see these. */
	public static String kind(final Throwable failure) {
		if (failure instanceof UncheckedIOException || failure instanceof DirectoryIteratorException)
			return kind(failure.getCause());
		if (failure instanceof FileSystemException exc) return ofFileSystem(exc);
		if (failure instanceof FileNotFoundException) return "no such file or folder";
		if (failure instanceof OutOfMemoryError) return of(failure);
		if (failure instanceof InvalidPathException exc) return "the path cannot be used (" + exc.getReason() + ")";
		return failure instanceof ZipException || failure instanceof EOFException
			? "the data are damaged or end too early"
			: "what was read cannot be used";
	}

	private static String ofFileSystem(final FileSystemException exc) {
		if (exc instanceof AccessDeniedException) return "permission denied";
		if (exc instanceof NoSuchFileException) return "no such file or folder";
		return exc.getReason() == null ? "the file system refuses it (" + exc.getClass().getSimpleName() + ")"
			: withWayOut(exc.getReason());
	}

	/** The classes of java.io write the system's reason, if there is one, in brackets behind the path. */
	private static String ofJavaIo(final String message) {
		final Matcher matcher = JAVA_IO.matcher(message);
		return matcher.matches() && !new File(message).exists() ? withWayOut(matcher.group(1)) : message;
	}

	/** Ends that this software found say at which byte. */
	private static String ofEnd(final Throwable failure) {
		if (!hasMessage(failure)) return "the data " + CUT;
		final String message = failure.getMessage();
		return message.contains("ZLIB") ? "the compressed data " + CUT : message;
	}

	private static String ofCompressed(final Throwable failure) {
		if (!hasMessage(failure)) return "the compressed data are damaged; copy the file again";
		final String message = failure.getMessage();
		return isAboutFormat(message) ? message
			: "the compressed data are damaged (" + message + "); copy the file again";
	}

	/** Whether the file was never compressed, or in another way; a copy would not help. */
	private static boolean isAboutFormat(final String message) {
		return message.equals("Not in GZIP format") || message.endsWith("no such entry in the archive");
	}

	private static String ofSystem(final Throwable failure) {
		return hasMessage(failure) ? withWayOut(failure.getMessage())
			: "reading fails without a reason (" + failure.getClass().getSimpleName() + "); copy the file again";
	}

	/** What the system says, and what to do about it where that is known. */
	private static String withWayOut(final String reason) {
		final String lower = reason.toLowerCase(Locale.ROOT);
		if (lower.contains("(ulimit -n)")) return reason;
		if (lower.contains("too many open files"))
			return reason + "; close other programs, or raise the limit (ulimit -n) before ImageJ starts";
		if (lower.contains("no space left")) return reason + "; make room there";
		if (lower.contains("input/output error"))
			return reason + "; the disk or the network fails: copy the file again";
		return reason.equals("Permission denied") ? "permission denied" : reason;
	}

	private static String describe(final Throwable failure) {
		final String name = failure.getClass().getSimpleName();
		return hasMessage(failure) ? name + ": " + failure.getMessage() : name;
	}

	private static boolean hasMessage(final Throwable failure) {
		final String message = failure.getMessage();
		return message != null && !message.isBlank() && !message.equals("null");
	}
}
