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

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

import io.github.dicomvolumes.data.Reasons;
import io.github.dicomvolumes.io.scan.Skipped;
import io.github.dicomvolumes.io.scan.SourceList;
import io.github.dicomvolumes.io.source.DiskFile;
import io.github.dicomvolumes.io.source.Source;
import io.github.dicomvolumes.io.source.StoredSource;

/**
 * Lists files of Hadoop's file systems, folders at any depth, many at a time because each is waited for. Hidden folders
 * are left out, as on a disk.
 */
final class HadoopWalk {

	private static final int THREADS = 32;
	/** Folders whose lists are in memory at a time. */
	private static final int FOLDERS = 1000;
	private static final String ARCHIVE = "a zip archive that is on no disk of this machine; unpack it there, or copy " +
		"it to a disk and index that";

	/** What a folder holds, or why nobody knows. */
	private record Answer(Path path, FileStatus[] children, Exception failure) {}

	private final Configuration configuration;
	private final List<Source> sources = new ArrayList<>();
	private final List<Skipped> skipped = new ArrayList<>();

	HadoopWalk(final Configuration configuration) {
		this.configuration = configuration;
	}

	/** What was found, sorted as a scan lists files. */
	SourceList found() {
		sources.sort((a, b) -> Arrays.compareUnsigned(StoredSource.order(a, false), StoredSource.order(b, false)));
		return new SourceList(sources, skipped);
	}

	/** Adds a source that is known already. */
	void add(final Source source) {
		sources.add(source);
	}

	/** Adds what is left out. */
	void add(final Skipped file) {
		skipped.add(file);
	}

	/** Adds files, and all that is in folders. */
	void enter(final List<Path> places) {
		final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
		try {
			List<Path> level = listed(threads, places, (files, path) -> new FileStatus[] { files.getFileStatus(path) });
			while (!level.isEmpty())
				level = listed(threads, level, FileSystem::listStatus);
		}
		finally {
			threads.shutdownNow();
		}
	}

	private interface Question {

		FileStatus[] of(FileSystem files, Path path) throws IOException;
	}

	/** Adds the files among the answers, and returns the folders. */
	private List<Path> listed(final ExecutorService threads, final List<Path> paths, final Question question) {
		final List<Path> folders = new ArrayList<>();
		for (int from = 0; from < paths.size(); from += FOLDERS) {
			final List<Callable<Answer>> some = new ArrayList<>();
			for (final Path path : paths.subList(from, Math.min(paths.size(), from + FOLDERS)))
				some.add(() -> answer(path, question));
			try {
				for (final Future<Answer> answer : threads.invokeAll(some))
					add(answer.get(), folders);
			}
			catch (final InterruptedException exc) {
				throw new CancellationException("Listing files interrupted");
			}
			catch (final ExecutionException exc) {
				throw new IllegalStateException(exc.getCause());
			}
		}
		return folders;
	}

	private Answer answer(final Path path, final Question question) {
		try {
			final FileSystem files = path.getFileSystem(configuration);
			return new Answer(path, Outage.of(files).ask(() -> question.of(files, path)), null);
		}
		catch (final IOException | RuntimeException exc) { // Hadoop refuses some names, such as those with a colon
			return new Answer(path, new FileStatus[0], exc);
		}
	}

	private void add(final Answer answer, final List<Path> folders) throws ExecutionException {
		if (answer.failure instanceof FileNotFoundException)
			skipped.add(new Skipped(answer.path.toString(), Skipped.Reason.MISSING, "no such file or folder"));
		else if (answer.failure != null)
			skipped.add(new Skipped(answer.path.toString(), Skipped.Reason.UNREADABLE, Reasons.of(answer.failure)));
		for (final FileStatus child : answer.children)
			add(child, folders);
	}

	private void add(final FileStatus child, final List<Path> folders) {
		final Path path = child.getPath();
		if (child.isDirectory()) {
			if (!DiskFile.isHidden(path.getName())) folders.add(path);
		}
		else if (HadoopSources.isArchive(path))
			skipped.add(new Skipped(path.toString(), Skipped.Reason.UNREADABLE, ARCHIVE));
		else sources.add(HadoopSources.of(files(path), path, HadoopFile.state(child)));
	}

	private FileSystem files(final Path path) {
		try {
			return path.getFileSystem(configuration);
		}
		catch (final IOException exc) {
			throw new IllegalStateException(path + " has just been listed", exc);
		}
	}
}
