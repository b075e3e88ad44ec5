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

package io.github.dicomvolumes.io.source;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import io.github.dicomvolumes.data.Reasons;

/**
 * Writes a file as a whole or not at all: beside it, under another name, which becomes its own when everything is
 * written. Whatever fails, a full disk, a cancel, leaves a file that was there before as it was, and nothing else.
 * Every file that a user asked for is written this way.
 */
public final class AllOrNothing {

	private AllOrNothing() {}

	/** What writes. */
	@FunctionalInterface
	public interface Writing {

		void to(OutputStream out) throws IOException;
	}

	/**
	 * Writes a file. One that is there already is replaced and gives the new one its permissions; through a link the
	 * file is replaced to which it leads. What is no regular file, such as a pipe, is written directly.
	 *
	 * @param writing gets a buffered stream, which it need not close; cancels by an exception, not by an interrupt
	 * @throws NoSuchFileException if the folder does not exist
	 * @throws FileSystemException if the file cannot be written; the message names it and says why
	 */
	public static void write(final Path file, final Writing writing) throws IOException {
		writeWith(file, writing);
	}

	/** The same; what is new can be read by its owner only, from its first byte on, where the system knows owners. */
	public static void writePrivate(final Path file, final Writing writing) throws IOException {
		writeWith(file, writing, TemporaryFile.ownersOnly());
	}

	private static void writeWith(final Path file, final Writing writing, final FileAttribute<?>... attributes)
		throws IOException
	{
		final Path folder = file.toAbsolutePath().getParent();
		if (folder == null || !Files.isDirectory(folder)) throw new NoSuchFileException(String.valueOf(folder));
		try {
			if (!Files.exists(file)) writeBeside(target(file), writing, attributes);
			else if (Files.isRegularFile(file)) replace(file.toRealPath(), writing);
			else write(writing, file);
		}
		catch (final IOException exc) {
			throw failure(file, exc);
		}
	}

	/** Where a link leads that leads to nothing yet. */
	private static Path target(final Path file) throws IOException {
		return Files.isSymbolicLink(file) ? file.resolveSibling(Files.readSymbolicLink(file)) : file;
	}

	private static void replace(final Path file, final Writing writing) throws IOException {
		if (!Files.isWritable(file)) throw new AccessDeniedException(file.toString());
		writeBeside(file, writing);
	}

	private static void writeBeside(final Path file, final Writing writing, final FileAttribute<?>... attributes)
		throws IOException
	{
		final Path beside = beside(file);
		try {
			create(beside, attributes);
			if (Files.exists(file)) copyPermissions(file, beside);
			write(writing, beside);
			move(beside, file);
		}
		finally {
			Files.deleteIfExists(beside);
		}
	}

	private static void create(final Path beside, final FileAttribute<?>... attributes) throws IOException {
		try {
			Files.createFile(beside, attributes);
		}
		catch (final AccessDeniedException | NoSuchFileException exc) {
			final String why = "nothing can be made in its folder: save it elsewhere, or allow writing there";
			throw (IOException) new FileSystemException(beside.getParent().toString(), null, why).initCause(exc);
		}
	}

	/** A name of its own, short enough for every system. */
	private static Path beside(final Path file) {
		return file.toAbsolutePath().resolveSibling("." + TemporaryFile.PREFIX + UUID.randomUUID() + ".tmp");
	}

	/**
	 * Before anything is written: what it will hold is no less private than what it replaces. A folder of another
	 * system can refuse permissions; that matters only if more people could read the file.
	 */
	private static void copyPermissions(final Path from, final Path to) throws IOException {
		final var source = Files.getFileAttributeView(from, PosixFileAttributeView.class);
		final var target = Files.getFileAttributeView(to, PosixFileAttributeView.class);
		if (source == null || target == null) return;
		final Set<PosixFilePermission> old = source.readAttributes().permissions();
		if (old.equals(target.readAttributes().permissions())) return;
		try {
			target.setPermissions(old);
		}
		catch (final IOException | UnsupportedOperationException exc) {
			if (isMoreReadable(target.readAttributes().permissions(), old))
				throw new IOException("more people could read the new file than the old one, and its folder takes no " +
					"permissions: save it elsewhere, or delete the old file first", exc);
		}
	}

	static boolean isMoreReadable(final Set<PosixFilePermission> permissions, final Set<PosixFilePermission> than) {
		return Stream.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ)
			.anyMatch(permission -> permissions.contains(permission) && !than.contains(permission));
	}

	private static void write(final Writing writing, final Path file) throws IOException {
		try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file, StandardOpenOption.WRITE))) {
			writing.to(out);
		}
	}

	private static void move(final Path from, final Path to) throws IOException {
		try {
			Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (final AtomicMoveNotSupportedException exc) {
			Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
		}
	}

	private static FileSystemException failure(final Path file, final IOException exc) {
		final String after = Files.exists(file) && !Files.isRegularFile(file) ? "it is no file, and may have got a part"
			: "what was there is as it was";
		final FileSystemException failure = new FileSystemException(file.toString(), null,
			"cannot be written (" + why(exc) + "); " + after);
		failure.initCause(exc);
		return failure;
	}

	private static String why(final IOException exc) {
		return exc instanceof AccessDeniedException ? "no permission to write it, or into its folder" : Reasons.of(exc);
	}
}
