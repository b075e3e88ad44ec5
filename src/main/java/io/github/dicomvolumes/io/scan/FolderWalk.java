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

import io.github.dicomvolumes.io.source.DiskFile;
import io.github.dicomvolumes.io.source.DiskSources;
import io.github.dicomvolumes.io.source.FileHandles;
import io.github.dicomvolumes.io.source.Source;
import io.github.dicomvolumes.work.Parallel;
import io.github.dicomvolumes.work.Progress;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/**
 * Lists the files below a folder at any depth, sorted by path. Follows links but enters no real folder twice; leaves
 * hidden folders out, and looks into zip archives.
 */
final class FolderWalk {

	static final String PHASE = "Listing files";
	/** Fewer files are looked at before other threads have started. */
	private static final int MANY = 100;

	/** What is in a folder. */
	private sealed interface Child {}

	private record Found(Path path, BasicFileAttributes attributes) implements Child {}

	/** A link to nowhere, or one that loops. */
	private record Unreachable(Path path, IOException failure) implements Child {}

	/**
	 * A folder that was entered.
	 *
	 * @param real its path without links; asking the system for it in each folder would cost the square of the depth
	 * @param rest what is still to be visited
	 */
	private record Entered(Path real, Iterator<Child> rest) {}

	private final Progress progress;
	private final Set<Path> realFolders = new HashSet<>();
	/** From the outermost folder, which is the last, to the one that is being visited. */
	private final Deque<Entered> folders = new ArrayDeque<>();
	private final List<Source> sources = new ArrayList<>();
	private final List<Skipped> skipped = new ArrayList<>();

	FolderWalk(final Progress progress) {
		this.progress = progress;
	}

	List<Source> sources() {
		return sources;
	}

	/** Folders and archives that could not be entered, and what is neither file nor folder. */
	List<Skipped> skipped() {
		return skipped;
	}

	/** Visits a folder and all below. */
	void enter(final Path folder) throws IOException {
		open(folder, null);
		while (!folders.isEmpty()) {
			final Entered innermost = folders.peek();
			if (!innermost.rest.hasNext()) folders.pop();
			else {
				progress.checkCanceled(PHASE);
				visit(innermost.rest.next(), innermost.real);
			}
		}
	}

	/** @param parent real path of the folder that it is in; null if that is not known */
	private void open(final Path folder, final Path parent) throws IOException {
		final List<Path> children = new ArrayList<>();
		final Path real;
		try {
			real = parent == null || isLink(folder) ? folder.toRealPath() : parent.resolve(folder.getFileName());
			if (!realFolders.add(real)) return;
			try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
				for (final Path child : stream) {
					progress.checkCanceled(PHASE);
					children.add(child);
				}
			}
		}
		catch (final IOException exc) {
			skipped.add(Skipped.unreadable(folder.toString(), FileHandles.explained(exc)));
			return;
		}
		catch (final DirectoryIteratorException exc) {
			skipped.add(Skipped.unreadable(folder.toString(), exc));
			return;
		}
		children.sort(null);
		folders.push(new Entered(real, Arrays.asList(looked(children)).iterator()));
	}

	/** Whether a folder is a link, or a junction of Windows, which Java calls something else. */
	private static boolean isLink(final Path folder) throws IOException {
		final BasicFileAttributes itself = Files.readAttributes(folder, BasicFileAttributes.class,
			LinkOption.NOFOLLOW_LINKS);
		return itself.isSymbolicLink() || itself.isOther();
	}

	private Child[] looked(final List<Path> paths) throws IOException {
		final Child[] children = new Child[paths.size()];
		if (children.length >= MANY)
			Parallel.forEach(children.length, PHASE, progress.silent(), i -> children[i] = look(paths.get(i)));
		else for (int i = 0; i < children.length; i++) {
			progress.checkCanceled(PHASE);
			children[i] = look(paths.get(i));
		}
		return children;
	}

	private static Child look(final Path path) {
		try {
			return new Found(path, Files.readAttributes(path, BasicFileAttributes.class));
		}
		catch (final IOException exc) {
			return new Unreachable(path, exc);
		}
	}

	/** Adds a file, or the entries of an archive. */
	void add(final Path file) throws IOException {
		add(file, Files.readAttributes(file, BasicFileAttributes.class));
	}

	private void add(final Path file, final BasicFileAttributes attributes) throws IOException {
		if (DiskSources.isArchive(file)) addArchive(file, attributes);
		else sources.addAll(DiskSources.in(file, attributes));
	}

	private void addArchive(final Path archive, final BasicFileAttributes attributes) throws IOException {
		final List<Source> entries = new ArrayList<>();
		final List<Skipped> unreadable = new ArrayList<>();
		Parallel.run(PHASE, progress, i -> {
			try {
				entries.addAll(DiskSources.in(archive, attributes));
			}
			catch (final IOException exc) {
				unreadable.add(Skipped.unreadable(archive.toString(), exc));
			}
		});
		sources.addAll(entries);
		skipped.addAll(unreadable);
	}

	private void visit(final Child child, final Path folder) throws IOException {
		if (child instanceof Found found) visit(found, folder);
		else if (child instanceof Unreachable none) skipped.add(Skipped.unreadable(none.path.toString(), none.failure));
	}

	private void visit(final Found found, final Path folder) throws IOException {
		if (found.attributes.isRegularFile()) add(found.path, found.attributes);
		else if (!found.attributes.isDirectory())
			skipped.add(new Skipped(found.path.toString(), Skipped.Reason.NOT_DICOM, DiskFile.NO_FILE));
		else if (!DiskFile.isHidden(found.path.getFileName().toString())) open(found.path, folder);
	}
}
