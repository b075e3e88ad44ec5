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

package io.github.dicomvolumes.volume;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.io.Parallel;
import io.github.dicomvolumes.io.Progress;
import io.github.dicomvolumes.io.Source;

/**
 * What files were like when a virtual volume was opened: where pixels lie is known from then, and means nothing in files
 * that were changed since.
 */
final class FileStates {

	private final Map<Path, State> states = new HashMap<>();

	private record State(long size, FileTime modified) {

		static State of(final Path file) throws IOException {
			final BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
			return new State(attributes.size(), attributes.lastModifiedTime());
		}

		@Override
		public String toString() {
			return size + " bytes of " + modified;
		}
	}

	/** Looks at the files of some sources. */
	FileStates(final List<Source> sources, final Progress progress) throws IOException {
		final List<Path> files = sources.stream().map(Source::path).distinct().toList();
		final State[] all = new State[files.size()];
		Parallel.forEach(all.length, "Examining files", progress, i -> all[i] = now(files.get(i)));
		for (int i = 0; i < all.length; i++)
			states.put(files.get(i), all[i]);
	}

	/** Null if there is no telling: who reads it will say why. */
	private static State now(final Path file) {
		try {
			return State.of(file);
		}
		catch (final IOException exc) {
			return null;
		}
	}

	/**
	 * Looks whether a file is what it was.
	 *
	 * @throws DicomException if it is not
	 * @throws IOException if it is gone
	 */
	void check(final Source source) throws IOException {
		final State then = states.get(source.path()), now = State.of(source.path());
		if (then != null && !then.equals(now)) throw new DicomException("changed since the volume was opened, from " + then +
			" to " + now);
	}
}
