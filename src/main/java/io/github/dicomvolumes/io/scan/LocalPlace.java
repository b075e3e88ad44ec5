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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.github.dicomvolumes.data.NoPlaceException;
import io.github.dicomvolumes.io.header.DicomFile;
import io.github.dicomvolumes.io.header.HeaderReader;
import io.github.dicomvolumes.io.source.DiskSources;
import io.github.dicomvolumes.io.source.Source;
import io.github.dicomvolumes.work.Parallel;
import io.github.dicomvolumes.work.Progress;

/**
 * A folder, which is searched at any depth; a zip archive; a DICOMDIR, which stands for the files it lists; or one
 * other file, which stands for itself.
 */
public record LocalPlace(Path path) implements Place {

	@Override
	public String name() {
		return path.toString();
	}

	/** That of the folder or archive; of a file that of the folder that it is in. */
	@Override
	public String title() {
		final Path full = path.toAbsolutePath().normalize();
		final Path named = Files.isDirectory(full) || DiskSources.isArchive(full) ? full : full.getParent();
		return String.valueOf(named.getFileName() == null ? named : named.getFileName());
	}

	@Override
	public SourceList list(final HeaderReader reader, final Progress progress) throws IOException {
		if (!Files.exists(path)) throw new NoPlaceException("There is no file or folder " + path.toAbsolutePath());
		final var walk = new FolderWalk(progress);
		progress.update(FolderWalk.PHASE, 0, 1);
		if (Files.isDirectory(path)) walk.enter(path);
		else if (Files.isRegularFile(path)) walk.add(path);
		else throw new NoPlaceException(path.toAbsolutePath() +
			" is neither a file nor a folder but a device, a pipe or a socket; give a folder, a zip archive, a DICOMDIR or one file.");
		final List<Skipped> skipped = new ArrayList<>(walk.skipped());
		final List<Source> found = walk.sources();
		final boolean isOneFile = found.size() == 1 && !Files.isDirectory(path) && found.get(0).isSeekable();
		return new SourceList(isOneFile ? resolved(found.get(0), reader, progress, skipped) : found, skipped);
	}

	/** The files that a DICOMDIR lists; any other source is itself. */
	private List<Source> resolved(final Source source, final HeaderReader reader, final Progress progress,
		final List<Skipped> skipped) throws IOException
	{
		final List<Source> listed = new ArrayList<>();
		final List<Skipped> missing = new ArrayList<>();
		Parallel.run(FolderWalk.PHASE, progress, i -> {
			try {
				final DicomFile file = reader.read(source);
				if (DirectoryFile.is(file)) listed.addAll(new DirectoryFile(file, path).sources(missing));
				else listed.add(source);
			}
			catch (final IOException | RuntimeException exc) {
				listed.add(source); // examined again, and reported then
			}
		});
		skipped.addAll(missing);
		return listed;
	}
}
