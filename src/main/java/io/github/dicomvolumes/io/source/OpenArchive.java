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

import io.github.dicomvolumes.data.DicomException;

import java.io.File;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** A zip archive whose index is read once for all its entries, when the first is opened. */
final class OpenArchive extends SharedFile {

	private final Path path;
	private final Charset names;
	private ZipFile zip;

	/** @param names see {@link ZipSource#names} */
	OpenArchive(final Path path, final Charset names) {
		this.path = path;
		this.names = names;
	}

	/** Opens an archive for one who closes it. */
	static ZipFile open(final Path archive, final Charset names) throws IOException {
		final File file = archive.toFile();
		if (!archive.equals(file.toPath())) throw new DicomException(
			"its name is not in the character set of this system, in which Java opens archives; rename it");
		try {
			return new ZipFile(file, names);
		}
		catch (final IOException exc) {
			throw FileHandles.explained(exc);
		}
	}

	/** Opens an entry of it. */
	ReadableByteChannel open(final String entry, final long position) throws IOException {
		enter();
		try {
			final ZipFile archive = zip();
			final InputStream in = archive.getInputStream(find(archive, entry));
			skip(in, position);
			return Channels.newChannel(new FilterInputStream(in) {

				private boolean isOpen = true;

				@Override
				public void close() throws IOException {
					if (!isOpen) return;
					isOpen = false;
					try {
						super.close();
					}
					finally {
						leave();
					}
				}
			});
		}
		catch (final IOException | RuntimeException exc) {
			leave();
			throw exc;
		}
	}

	private static void skip(final InputStream in, final long bytes) throws IOException {
		try {
			in.skipNBytes(bytes);
		}
		catch (final IOException exc) {
			in.close();
			throw exc;
		}
	}

	private ZipEntry find(final ZipFile archive, final String entry) throws IOException {
		final ZipEntry found = archive.getEntry(entry);
		if (found == null) throw new ZipException(path + "!" + entry + ": no such entry in the archive");
		return found;
	}

	private ZipFile zip() throws IOException {
		lock();
		try {
			if (zip == null) zip = open(path, names);
			return zip;
		}
		finally {
			unlock();
		}
	}

	@Override
	void close() throws IOException {
		if (zip != null) zip.close();
	}
}
