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
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/** What files on disk stand for, by their names. */
public final class DiskSources {

	private DiskSources() {}

	/** A file; one whose name ends with .gz is what is inside. */
	public static DiskSource of(final Path file) {
		return of(file, null);
	}

	private static DiskSource of(final Path file, final SourceState state) {
		return endsWith(file, ".gz") ? new GzipSource(file, state) : new FileSource(file, state);
	}

	/** A file as it is, whatever its name. */
	public static DiskSource plain(final Path file) {
		try {
			return new FileSource(file, SourceState.of(Files.readAttributes(file, BasicFileAttributes.class)));
		}
		catch (final IOException exc) {
			return new FileSource(file); // opening it will say why
		}
	}

	/** Whether a file is an archive, with sources of its own. */
	public static boolean isArchive(final Path file) {
		return endsWith(file, ".zip");
	}

	/**
	 * The entries of an archive, or the file itself.
	 *
	 * @param attributes that it has just now
	 * @throws io.github.dicomvolumes.data.DicomException if the archive was made to inflate to a multiple of what it is
	 * @throws IOException if it cannot be read
	 */
	public static List<? extends DiskSource> in(final Path file, final BasicFileAttributes attributes)
		throws IOException
	{
		final SourceState state = SourceState.of(attributes);
		return isArchive(file) ? ZipSource.list(file, state) : List.of(of(file, state));
	}

	/**
	 * Whatever the case. The path as a text is kept by Java, a new one for its last part would cost as much as to list
	 * it.
	 */
	private static boolean endsWith(final Path file, final String ending) {
		final String path = file.toString();
		return path.regionMatches(true, path.length() - ending.length(), ending, 0, ending.length());
	}
}
