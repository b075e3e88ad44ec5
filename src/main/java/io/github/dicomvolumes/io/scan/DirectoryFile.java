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

package io.github.dicomvolumes.io.scan;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.io.header.DicomFile;
import io.github.dicomvolumes.io.source.DiskSources;
import io.github.dicomvolumes.io.source.Source;

/**
 * The files that a DICOMDIR lists (PS3.10 8.6). File IDs are in upper case; disks and copies change that, so that case
 * does not count.
 */
final class DirectoryFile {

	private static final String DIRECTORY_STORAGE = "1.2.840.10008.1.3.10";

	private final DicomFile file;
	private final Path folder;
	/** Names in lower case, per folder, so that each folder is listed once. */
	private final Map<Path, Map<String, Path>> children = new HashMap<>();

	/** @param path of the file */
	DirectoryFile(final DicomFile file, final Path path) {
		this.file = file;
		folder = path.toAbsolutePath().getParent();
	}

	/** Whether a file is a DICOMDIR, whatever its name. */
	static boolean is(final DicomFile file) {
		return DIRECTORY_STORAGE.equals(file.metaInformation().orElse(Tag.MEDIA_STORAGE_SOP_CLASS_UID, ""));
	}

	/** The listed files that are there, sorted by path, each once; adds the others to a list. */
	List<Source> sources(final List<Skipped> missing) {
		final TreeSet<Path> found = new TreeSet<>();
		for (final Attributes entry : file.attributes().items(Tag.DIRECTORY_RECORD_SEQUENCE)) {
			final List<String> names = entry.strings(Tag.REFERENCED_FILE_ID);
			if (names.isEmpty()) continue;
			final Path path = resolve(names);
			if (path != null) found.add(path);
			else missing.add(new Skipped(String.join("/", names), Skipped.Reason.MISSING,
				"listed in " + file.source().name() + " but not there"));
		}
		return found.stream().<Source> map(DiskSources::plain).toList();
	}

	/** Follows the components of a file ID; null if there is no such file. */
	private Path resolve(final List<String> names) {
		Path path = folder;
		for (final String name : names) {
			if (name.isEmpty() || name.equals("..") || name.contains("/")) return null;
			path = child(path, name);
			if (path == null) return null;
		}
		return Files.isRegularFile(path) ? path : null;
	}

	private Path child(final Path parent, final String name) {
		try {
			final Path exact = parent.resolve(name);
			if (!parent.equals(exact.getParent())) return null; // on Windows, a drive
			if (Files.exists(exact)) return exact;
		}
		catch (final InvalidPathException exc) {
			return null;
		}
		return children.computeIfAbsent(parent, DirectoryFile::list).get(name.toLowerCase(Locale.ROOT));
	}

	private static Map<String, Path> list(final Path folder) {
		final Map<String, Path> byName = new HashMap<>();
		try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
			for (final Path child : stream)
				byName.merge(child.getFileName().toString().toLowerCase(Locale.ROOT), child,
					(a, b) -> a.compareTo(b) < 0 ? a : b);
		}
		catch (final IOException | DirectoryIteratorException exc) {
			return Map.of(); // its files count as missing
		}
		return byName;
	}
}
