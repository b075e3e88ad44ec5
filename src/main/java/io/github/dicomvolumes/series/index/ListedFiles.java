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

package io.github.dicomvolumes.series.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.dicomvolumes.data.NoPlaceException;
import io.github.dicomvolumes.io.header.HeaderReader;
import io.github.dicomvolumes.io.scan.Place;
import io.github.dicomvolumes.io.scan.SourceList;
import io.github.dicomvolumes.io.source.DiskSource;
import io.github.dicomvolumes.io.source.DiskSources;
import io.github.dicomvolumes.io.source.Source;
import io.github.dicomvolumes.work.Progress;

/**
 * Some files of an archive.
 *
 * @param name of the place, for people
 * @param title what volumes without a description are called
 * @param files their names, as {@link Source#name} has them
 */
record ListedFiles(String name, String title, List<String> files) implements Place {

	private static final String PHASE = "Looking for the files of a volume";

	@Override
	public SourceList list(final HeaderReader reader, final Progress progress) throws IOException {
		final List<Source> sources = new ArrayList<>();
		final Map<Path, Set<String>> ofArchives = new HashMap<>();
		int done = 0;
		for (final String file : files) {
			progress.checkCanceled(PHASE);
			progress.update(PHASE, done++, files.size());
			final Path path = path(file), archive = archive(file, path);
			if (archive != null) ofArchives.computeIfAbsent(archive, a -> new HashSet<>()).add(file);
			else if (Files.isRegularFile(path)) sources.addAll(in(path));
			else throw gone(file);
		}
		for (final Map.Entry<Path, Set<String>> archive : ofArchives.entrySet()) {
			progress.checkCanceled(PHASE);
			for (final Source source : in(archive.getKey()))
				if (archive.getValue().remove(source.name())) sources.add(source);
		}
		for (final Set<String> left : ofArchives.values())
			if (!left.isEmpty()) throw gone(left.iterator().next());
		return new SourceList(sources, List.of());
	}

	private static List<? extends DiskSource> in(final Path path) throws IOException {
		return DiskSources.in(path, Files.readAttributes(path, BasicFileAttributes.class));
	}

	private static Path path(final String file) throws NoPlaceException {
		if (file.matches("[A-Za-z][A-Za-z0-9+.-]+://.*")) throw new NoPlaceException(file +
			" is not on a disk of this " +
			"machine; convert its volume on Spark (convert INDEX --where SQL --to nifti|dicom --out DIR), or copy it.");
		try {
			return Path.of(file);
		}
		catch (final InvalidPathException exc) {
			throw gone(file);
		}
	}

	/** The archive that a file is in; null if it is in none. */
	private static Path archive(final String file, final Path path) {
		if (Files.exists(path)) return null;
		for (int mark = file.indexOf('!'); mark > 0; mark = file.indexOf('!', mark + 1)) {
			final Path archive = Path.of(file.substring(0, mark));
			if (DiskSources.isArchive(archive) && Files.isRegularFile(archive)) return archive;
		}
		return null;
	}

	private static NoPlaceException gone(final String file) {
		return new NoPlaceException("There is no file " + file +
			" any more, of which the index tells; make it again, or mount the archive where it was then.");
	}
}
