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

package io.github.dicomvolumes.io.source;

import java.io.IOException;
import java.nio.channels.ReadableByteChannel;

import io.github.dicomvolumes.data.DicomException;

/**
 * Where the bytes of one DICOM file come from: a file, an entry of a zip archive, a gzipped file, an instance on a
 * server. Equal ones are the same place.
 */
public interface Source {

	/** Its name in messages: the path, in archives {@code archive.zip!entry}. */
	String name();

	/** Bytes from the first to the last when it was found, -1 if that is not known before reading them. */
	long length() throws IOException;

	/**
	 * Opens the bytes from a position on. A plain file gives a {@link java.nio.channels.SeekableByteChannel}; others
	 * are read from their start, so that positions should ascend. See {@link OpenSources} for many sources or
	 * positions.
	 *
	 * @param position 0-based
	 */
	ReadableByteChannel open(long position) throws IOException;

	/** Whether it can be opened at any position at the same cost. */
	default boolean isSeekable() {
		return false;
	}

	/** The name of what its bytes lie in, which may hold those of others too: of an entry the archive. */
	default String container() {
		return name();
	}

	/** Bytes that the container takes where it lies. */
	default long storedLength() throws IOException {
		return length();
	}

	/** What its container was like when it was found; null if that is not known. */
	default SourceState state() {
		return null;
	}

	/**
	 * What its container is like now; null if that cannot be known.
	 *
	 * @throws IOException if it is gone
	 */
	default SourceState now() throws IOException {
		return null;
	}

	/**
	 * Looks whether it is still what it was when it was found, as far as that is known.
	 *
	 * @throws DicomException if it is not
	 * @throws IOException if it is gone
	 */
	default void checkUnchanged() throws IOException {
		if (state() == null) return;
		final SourceState now = now();
		if (now != null && !state().equals(now))
			throw new DicomException("changed since it was found, from " + state() + " to " + now);
	}
}
