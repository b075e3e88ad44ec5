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

package io.github.dicomvolumes.io;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;

/** Where the bytes of one DICOM file come from: a file, an entry of a zip archive, or a gzipped file. */
public interface Source {

	/** Its name in messages: the path, in archives {@code archive.zip!entry}. */
	String name();

	/** The file on disk: for an entry, its archive. */
	Path path();

	/** Bytes from the first to the last when it was found, -1 if that is not known before reading them. */
	long length() throws IOException;

	/**
	 * Opens the bytes from a position on. A plain file gives a {@link java.nio.channels.SeekableByteChannel}; others
	 * are read from their start, so that positions should ascend.
	 *
	 * @param position 0-based
	 */
	ReadableByteChannel open(long position) throws IOException;

	/** What its file was like when it was found; null if that is not known. */
	default FileState state() {
		return null;
	}

	/**
	 * Looks whether its file is still what it was when it was found, as far as that is known.
	 *
	 * @throws io.github.dicomvolumes.data.DicomException if it is not
	 * @throws IOException if it is gone
	 */
	default void checkUnchanged() throws IOException {
		if (state() != null) state().check(path());
	}

	/** Whether it can be opened at any position at the same cost. */
	default boolean isSeekable() {
		return false;
	}

	/** A file on disk; one whose name ends with .gz is what is inside. */
	static Source of(final Path file) {
		final boolean zipped = file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".gz");
		return zipped ? new GzipSource(file, null) : new FileSource(file);
	}

	/**
	 * Prepares for reading pixels of some sources: keeps their archives open, see {@link ZipSource#hold}, and inflates
	 * files with many frames once, see {@link DicomFile#openPixels}.
	 *
	 * @param limits of what they may inflate to
	 */
	static Closeable hold(final Collection<? extends Source> sources, final Limits limits) {
		final Set<Source> sourcesInUse = UnpackedFile.hold(sources, limits.unpackedBytes());
		final Closeable archives = ZipSource.hold(sources);
		return () -> {
			UnpackedFile.release(sourcesInUse);
			archives.close();
		};
	}
}
