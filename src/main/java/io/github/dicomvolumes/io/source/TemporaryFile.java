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

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;

/**
 * Makes files in the temporary folder that only this user may read and that never survive this process, however it
 * ends: they have no name from the moment on at which they are opened, where the system can do so (as Linux and macOS
 * can), else the system deletes them when it closes them.
 */
public final class TemporaryFile {

	/** What the name begins with, by which a person knows whose it is. */
	static final String PREFIX = "dicom-volumes-";

	private static final Set<OpenOption> OPTIONS = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.READ,
		StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);

	private TemporaryFile() {}

	static Path folder() {
		return Path.of(System.getProperty("java.io.tmpdir"));
	}

	/** Bytes that are free where these files are; very many if nobody knows. */
	public static long free() {
		final long free = folder().toFile().getUsableSpace();
		return free > 0 ? free : Long.MAX_VALUE;
	}

	/** Opens a new empty file. */
	public static FileChannel open() throws IOException {
		return open(folder());
	}

	static FileChannel open(final Path folder) throws IOException {
		while (true) {
			try {
				return FileChannel.open(folder.resolve(PREFIX + UUID.randomUUID() + ".tmp"), OPTIONS, ownersOnly());
			}
			catch (final FileAlreadyExistsException exc) {
				continue; // another name
			}
		}
	}

	/** What makes a new file its owner's; nothing on Windows, where folders of users are their own. */
	static FileAttribute<?>[] ownersOnly() {
		if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) return new FileAttribute<?>[0];
		return new FileAttribute<?>[] {
			PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")) };
	}
}
