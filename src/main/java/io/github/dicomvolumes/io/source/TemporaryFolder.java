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

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.time.Instant;

/**
 * A folder in the temporary one for files that need names, which only this user may read. It is deleted when this is
 * closed; if the process is killed before, by the next one that {@linkplain #sweep() sweeps}. A lock, which no process
 * holds after its end, tells those in use from those left behind.
 */
public final class TemporaryFolder implements Closeable {

	private static final String PREFIX = TemporaryFile.PREFIX + "folder-", LOCK = ".lock";
	/** As long as a folder may not be locked yet, because it is just being made. */
	private static final Duration NEW = Duration.ofMinutes(1);

	private final Path folder;
	private final FileChannel lock;

	private TemporaryFolder(final Path folder, final FileChannel lock) {
		this.folder = folder;
		this.lock = lock;
	}

	/** Makes an empty one. */
	public static TemporaryFolder create() throws IOException {
		final Path folder = Files.createTempDirectory(PREFIX);
		final FileChannel lock = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE_NEW,
			StandardOpenOption.WRITE);
		lock.lock();
		return new TemporaryFolder(folder, lock);
	}

	/** A folder in it for files, empty at first. */
	public Path path() throws IOException {
		return Files.createDirectories(folder.resolve("files"));
	}

	@Override
	public void close() throws IOException {
		lock.close();
		delete(folder);
	}

	/** Deletes the folders of processes that were killed, as far as this user may. */
	public static void sweep() {
		sweep(TemporaryFile.folder(), Instant.now().minus(NEW));
	}

	/** @param begun folders that were changed since then stay */
	static void sweep(final Path temporary, final Instant begun) {
		try (DirectoryStream<Path> folders = Files.newDirectoryStream(temporary, PREFIX + "*")) {
			for (final Path one : folders)
				if (isLeftBehind(one, begun)) deleteIfPossible(one);
		}
		catch (final IOException | RuntimeException exc) {
			return; // nothing can be done about it
		}
	}

	private static void deleteIfPossible(final Path folder) {
		try {
			delete(folder);
		}
		catch (final IOException exc) {
			return; // the next one may be deleted all the same
		}
	}

	private static boolean isLeftBehind(final Path folder, final Instant begun) {
		try {
			if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS) || !isOurs(folder)) return false;
			if (!Files.getLastModifiedTime(folder).toInstant().isBefore(begun)) return false;
			final Path lock = folder.resolve(LOCK);
			if (!Files.exists(lock)) return true;
			try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
				FileLock free = channel.tryLock())
			{
				return free != null;
			}
		}
		catch (final IOException | OverlappingFileLockException exc) { // the latter: of this process
			return false;
		}
	}

	/** On Windows the temporary folder is the user's own. */
	private static boolean isOurs(final Path folder) throws IOException {
		if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) return true;
		final UserPrincipal user = folder.getFileSystem()
			.getUserPrincipalLookupService()
			.lookupPrincipalByName(System.getProperty("user.name"));
		return user.equals(Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS));
	}

	private static void delete(final Path folder) throws IOException {
		Files.walkFileTree(folder, new SimpleFileVisitor<>() {

			@Override
			public FileVisitResult visitFile(final Path file, final BasicFileAttributes attributes) throws IOException {
				Files.delete(file);
				return FileVisitResult.CONTINUE;
			}

			@Override
			public FileVisitResult postVisitDirectory(final Path visited, final IOException exc) throws IOException {
				Files.delete(visited);
				return FileVisitResult.CONTINUE;
			}
		});
	}
}
