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

package io.github.dicomvolumes;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What tests look at to see that nothing is left open. */
public final class OpenFiles {

	private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

	private OpenFiles() {}

	/** Whether this system lists the open files of a process, as Linux does; else {@link #below} finds none. */
	public static boolean areListed() {
		return Files.isDirectory(DESCRIPTORS);
	}

	/** The files at a place or below that this process has open, as often as it has. */
	public static List<Path> below(final Path place) throws IOException {
		if (!areListed()) return List.of();
		final Path real = place.toRealPath();
		try (Stream<Path> open = Files.list(DESCRIPTORS)) {
			return open.map(OpenFiles::target).filter(file -> file.startsWith(real)).toList();
		}
	}

	private static Path target(final Path link) {
		try {
			return Files.readSymbolicLink(link);
		}
		catch (final IOException exc) {
			return link; // closed in the meantime
		}
	}

	/** The same channel, which tells when it is closed first. */
	public static ReadableByteChannel watched(final ReadableByteChannel channel, final Runnable closed) {
		return new ReadableByteChannel() {

			private boolean isClosed;

			@Override
			public int read(final ByteBuffer into) throws IOException {
				return channel.read(into);
			}

			@Override
			public boolean isOpen() {
				return channel.isOpen();
			}

			@Override
			public void close() throws IOException {
				if (!isClosed) closed.run(); // Java may have closed the channel, when the thread was interrupted
				isClosed = true;
				channel.close();
			}
		};
	}
}
