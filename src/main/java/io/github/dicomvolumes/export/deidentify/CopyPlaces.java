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
package io.github.dicomvolumes.export.deidentify;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

import io.github.dicomvolumes.data.InputException;
import io.github.dicomvolumes.data.NoPlaceException;

/** Looks, before anything is made, whether what a user gave can be read and written, and does not mix. */
final class CopyPlaces {

	private CopyPlaces() {}

	/**
	 * @param from a folder or a file
	 * @param to the folder of the copy
	 * @throws InputException if one lies in the other, or something is where there must be nothing
	 */
	static void check(final Path from, final Path to, final DeidentifyOptions options) throws IOException {
		if (!Files.exists(from)) throw new NoPlaceException("There is no file or folder " + from.toAbsolutePath());
		final Path source = from.toRealPath(), target = real(to);
		if (target.startsWith(source) || source.startsWith(target)) throw new InputException(
			"to= is in the folder that is copied, or around it; it must be another one, new or empty.");
		if (Files.exists(to, LinkOption.NOFOLLOW_LINKS) && !isEmptyFolder(to))
			throw new InputException("to= is there already; it must be a new folder or an empty one.");
		final Path folder = Files.isDirectory(source) ? source : source.getParent();
		checkBeside("secret", options.secret(), folder, target);
		checkBeside("save", options.table(), folder, target);
		if (options.table().isPresent()) checkNew(options.table().get());
	}

	/** Secrets and old names are neither with the copy nor with the source, which stays as it is. */
	private static void checkBeside(final String key, final Optional<Path> file, final Path source, final Path target)
		throws IOException
	{
		if (file.isEmpty()) return;
		final Path place = real(file.get());
		if (place.startsWith(target)) throw new InputException(
			key + "= is in the folder of the copy, which others get; it must be somewhere else.");
		if (place.startsWith(source) && !Files.exists(place))
			throw new InputException(key + "= is in the folder that is copied, which stays as it is.");
		if (!Files.isDirectory(place.getParent()))
			throw new InputException(key + "= is in a folder that does not exist.");
	}

	private static void checkNew(final Path table) {
		if (Files.exists(table, LinkOption.NOFOLLOW_LINKS)) throw new InputException(
			"save= is there already, and stays as it is: without it nobody could trace another copy back.");
		if (!Files.isWritable(table.toAbsolutePath().getParent()))
			throw new InputException("save= is in a folder into which you must not write.");
	}

	private static boolean isEmptyFolder(final Path folder) throws IOException {
		if (!Files.isDirectory(folder)) return false;
		try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
			return !children.iterator().hasNext();
		}
	}

	/** The path without links, as far as it exists. */
	private static Path real(final Path path) throws IOException {
		final Path absolute = path.toAbsolutePath().normalize();
		if (Files.exists(absolute) || absolute.getParent() == null) return absolute.toRealPath();
		return real(absolute.getParent()).resolve(absolute.getFileName());
	}
}
