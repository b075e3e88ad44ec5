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
import java.util.Locale;

import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

import io.github.dicomvolumes.io.source.NamedSource;
import io.github.dicomvolumes.io.source.NamedSources;
import io.github.dicomvolumes.io.source.SourceState;

/**
 * Files of Hadoop's file systems by their names, URIs in which nothing is escaped.
 *
 * @param ahead see {@link HadoopFile}
 */
record HadoopSources(Configuration configuration, int ahead) implements NamedSources {

	/** For who reads headers only. */
	static final int OF_HEADERS = 0;
	/** For who reads frames: a store that is asked for each 64 KB of them is slow. */
	static final int OF_PIXELS = 1 << 20;

	@Override
	public NamedSource of(final String name, final SourceState state) throws IOException {
		final Path path = new Path(name);
		return of(path.getFileSystem(configuration), path, state, ahead);
	}

	/** One that was listed. */
	static NamedSource of(final FileSystem files, final Path path, final SourceState state) {
		return of(files, path, state, OF_HEADERS);
	}

	/** A file; one whose name ends with .gz is what is inside. */
	private static NamedSource of(final FileSystem files, final Path path, final SourceState state, final int ahead) {
		final HadoopFile file = new HadoopFile(files, path, state, ahead);
		return endsWith(path, ".gz") ? new HadoopGzip(file) : file;
	}

	static boolean isArchive(final Path path) {
		return endsWith(path, ".zip");
	}

	private static boolean endsWith(final Path path, final String ending) {
		return path.getName().toLowerCase(Locale.ROOT).endsWith(ending);
	}
}
