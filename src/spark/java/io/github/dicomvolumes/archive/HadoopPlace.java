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

package io.github.dicomvolumes.archive;

import java.io.IOException;
import java.util.List;

import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

import io.github.dicomvolumes.data.NoPlaceException;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.io.header.DicomFile;
import io.github.dicomvolumes.io.header.HeaderReader;
import io.github.dicomvolumes.io.scan.Place;
import io.github.dicomvolumes.io.scan.SourceList;
import io.github.dicomvolumes.io.source.Source;
import io.github.dicomvolumes.work.Progress;

/**
 * A folder of one of Hadoop's file systems, which is listed at any depth, or one file.
 *
 * @param path with scheme and host
 */
record HadoopPlace(Path path, Configuration configuration) implements Place {

	private static final String DIRECTORY_STORAGE = "1.2.840.10008.1.3.10";

	@Override
	public String name() {
		return path.toString();
	}

	@Override
	public String title() {
		return path.getName().isEmpty() ? path.toString() : path.getName();
	}

	@Override
	public SourceList list(final HeaderReader reader, final Progress progress) throws IOException {
		final var files = path.getFileSystem(configuration);
		if (!files.exists(path)) throw new NoPlaceException("There is no file or folder " + path);
		final HadoopWalk walk = new HadoopWalk(configuration);
		walk.enter(List.of(path));
		final SourceList found = walk.found();
		if (files.getFileStatus(path).isFile() && found.sources().size() == 1 &&
			isDirectory(found.sources().get(0), reader))
			throw new NoPlaceException(path + " is a DICOMDIR; give its folder instead, all files below are read");
		return found;
	}

	private static boolean isDirectory(final Source source, final HeaderReader reader) {
		try {
			final DicomFile file = reader.read(source);
			return DIRECTORY_STORAGE.equals(file.metaInformation().orElse(Tag.MEDIA_STORAGE_SOP_CLASS_UID, ""));
		}
		catch (final IOException | RuntimeException exc) {
			return false; // read again, and reported then
		}
	}
}
