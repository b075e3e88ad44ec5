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
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;

import io.github.dicomvolumes.io.source.AllOrNothing;
import io.github.dicomvolumes.io.source.AllOrNothing.Writing;

/** The files and folders that a run makes, so that it can remove them, and nothing else, if it fails. Thread-safe. */
final class MadeFiles {

	/** Guarded by this object, the last made first. */
	private final Deque<Path> folders = new ArrayDeque<>();
	private final List<Path> files = new ArrayList<>();
	private volatile boolean isOver;

	/** Whether what was made is being removed, and nothing else is to be made. */
	boolean isOver() {
		return isOver;
	}

	/** Makes a folder and those around it, if they are not there. */
	synchronized void makeFolder(final Path folder) throws IOException {
		if (Files.isDirectory(folder)) return;
		if (folder.getParent() != null) makeFolder(folder.getParent());
		checkWanted();
		Files.createDirectory(folder);
		folders.push(folder);
	}

	/** Writes a new file, as a whole or not at all. */
	void write(final Path file, final Writing writing) throws IOException {
		AllOrNothing.write(file, wanted(writing));
		add(file);
	}

	/** Writes a new file that only its owner can read, where the system knows owners. */
	void writePrivate(final Path file, final Writing writing) throws IOException {
		AllOrNothing.writePrivate(file, wanted(writing));
		add(file);
	}

	private Writing wanted(final Writing writing) {
		return out -> {
			writing.to(out);
			checkWanted();
		};
	}

	/** Removes a file that came too late, too. */
	private synchronized void add(final Path file) throws IOException {
		if (isOver) Files.deleteIfExists(file);
		else files.add(file);
	}

	private void checkWanted() {
		if (isOver) throw new CancellationException("The copy is not wanted any more");
	}

	/** Removes folders that stayed empty. */
	synchronized void removeEmptyFolders() throws IOException {
		for (final Path folder : folders) {
			try {
				Files.deleteIfExists(folder);
			}
			catch (final DirectoryNotEmptyException exc) {
				continue;
			}
		}
	}

	/** Removes all that was made; what cannot be removed is told with the failure that was the reason. */
	synchronized void removeAll(final Throwable reason) {
		isOver = true;
		final List<Path> all = new ArrayList<>(files);
		all.addAll(folders);
		for (final Path path : all) {
			try {
				Files.deleteIfExists(path);
			}
			catch (final IOException exc) {
				reason.addSuppressed(exc);
			}
		}
	}
}
