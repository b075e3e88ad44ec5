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

package io.github.dicomvolumes.export.file;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import io.github.dicomvolumes.data.Reasons;

/**
 * Writes the files of a folder as a whole or not at all: beside it, in a folder of another name, from which they are
 * moved when all are written. Whatever fails, a full disk, a cancel, leaves what was there before, and nothing else.
 */
public final class WholeFolder {

	private WholeFolder() {}

	/** What writes files into a folder. */
	@FunctionalInterface
	public interface Writing {

		void into(Path folder) throws IOException;
	}

	/**
	 * Writes files into a folder, which is made if it is not there.
	 *
	 * @param overwriting whether files of the same names that are in the folder already are replaced; others stay
	 * @return the files, in the order of their names
	 * @throws NoSuchFileException if the folder around is not there
	 * @throws FileAlreadyExistsException if a file is there and is not to be replaced
	 * @throws FileSystemException if files cannot be written; the message names the folder and says why
	 */
	public static List<Path> write(final Path folder, final Overwriting overwriting, final Writing writing)
		throws IOException
	{
		final Path target = folder.toAbsolutePath().normalize(), parent = target.getParent();
		if (parent == null || !Files.isDirectory(parent)) throw new NoSuchFileException(String.valueOf(parent));
		if (Files.exists(target) && !Files.isDirectory(target))
			throw new FileSystemException(folder.toString(), null, "is a file; it must be a folder, or a new name");
		final Path beside = target.resolveSibling(".dicom-volumes-" + UUID.randomUUID() + ".tmp");
		try {
			Files.createDirectory(beside);
			writing.into(beside);
			return move(beside, target, overwriting);
		}
		catch (final FileAlreadyExistsException exc) {
			throw exc;
		}
		catch (final IOException exc) {
			final FileSystemException failure = new FileSystemException(folder.toString(), null,
				"cannot be written (" + Reasons.of(exc) + "); what was there is as it was");
			failure.initCause(exc);
			throw failure;
		}
		finally {
			delete(beside);
		}
	}

	private static List<Path> move(final Path from, final Path to, final Overwriting overwriting) throws IOException {
		final List<Path> names = names(from);
		if (!Files.exists(to)) {
			moveFile(from, to);
			return names.stream().map(to::resolve).toList();
		}
		for (final Path name : names)
			overwriting.check(to.resolve(name));
		final List<Path> moved = new ArrayList<>();
		try {
			for (final Path name : names) {
				moveFile(from.resolve(name), to.resolve(name));
				moved.add(to.resolve(name));
			}
			return moved;
		}
		catch (final IOException exc) {
			if (overwriting == Overwriting.REFUSED) for (final Path file : moved)
				Files.deleteIfExists(file);
			throw exc;
		}
	}

	private static List<Path> names(final Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.map(Path::getFileName).sorted().toList();
		}
	}

	private static void moveFile(final Path from, final Path to) throws IOException {
		try {
			Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (final AtomicMoveNotSupportedException exc) {
			Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
		}
	}

	/** Best effort: the reason why something failed is more important than what is left then. */
	private static void delete(final Path folder) throws IOException {
		if (!Files.exists(folder)) return;
		for (final Path name : names(folder))
			Files.deleteIfExists(folder.resolve(name));
		try {
			Files.deleteIfExists(folder);
		}
		catch (final DirectoryNotEmptyException exc) {
			// somebody else has put something there
		}
	}
}
