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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.DataFormatException;
import java.util.zip.ZipException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReasonsTest {

	static Stream<Throwable> failuresWithoutText() {
		return Stream.of(new IOException(), new IOException((String) null), new IOException("null"),
			new IOException((Throwable) null), new EOFException(), new ZipException(), new DataFormatException(),
			new InternalError(), new ClosedChannelException(), new UncheckedIOException(new EOFException()),
			new DirectoryIteratorException(new IOException()), new FileNotFoundException(), new DicomException(null),
			new FileSystemException("/a/Doe"), new FileSystemException("/a/Doe", null, null),
			new FileSystemLoopException("/a/Doe"), new NoSuchFileException("/a/Doe"),
			new AccessDeniedException("/a/Doe"), new NullPointerException(), new OutOfMemoryError());
	}

	@ParameterizedTest
	@MethodSource("failuresWithoutText")
	void withoutTextIsTold(final Throwable failure) {
		final String text = Reasons.of(failure);
		assertFalse(text.isBlank() || text.toLowerCase(Locale.ROOT).matches(".*\\bnull\\b.*") || text.contains("Doe"),
			text);
	}

	@Test
	void ownMessagesStay() {
		assertEquals("(0028,0010) Rows is 0", Reasons.of(new DicomException("(0028,0010) Rows is 0")));
		assertEquals("The file ends at byte 7", Reasons.of(new EOFException("The file ends at byte 7")));
		assertEquals("Not in GZIP format", Reasons.of(new ZipException("Not in GZIP format")));
	}

	@Test
	void bracketsOfNamesAreNoReasons() {
		final String none = "There is no file or folder /nowhere/CT (copy)";
		assertEquals(none, Reasons.of(new NoPlaceException(none)));
		assertEquals("/nowhere/CT (2)", Reasons.of(new FileNotFoundException("/nowhere/CT (2)")));
		assertEquals("No such file or directory",
			Reasons.of(new FileNotFoundException("/nowhere/CT (2) (No such file or directory)")));
	}

	@Test
	void systemsReasonsHaveAWayOut() {
		final String handles = "Too many open files; close other programs, or raise the limit (ulimit -n) before ImageJ " +
			"starts";
		assertEquals(handles, Reasons.of(new FileSystemException("/a/Doe", null, "Too many open files")));
		assertEquals(handles, Reasons.of(new FileNotFoundException("/a/Doe (Too many open files)")));
		assertEquals("No space left on device; make room there",
			Reasons.of(new IOException("No space left on device")));
		assertEquals("permission denied", Reasons.of(new FileNotFoundException("/a/Doe (Permission denied)")));
	}

	@Test
	void compressedDataAreToldApart() {
		assertEquals("the compressed data end too early; the file was probably cut when copied: copy it again",
			Reasons.of(new EOFException("Unexpected end of ZLIB input stream")));
		assertEquals("the compressed data are damaged (invalid block type); copy the file again",
			Reasons.of(new ZipException("invalid block type")));
	}
}
