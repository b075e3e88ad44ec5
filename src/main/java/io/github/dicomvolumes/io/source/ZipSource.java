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
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

import io.github.dicomvolumes.data.DicomException;

/**
 * One entry of a zip archive.
 *
 * @param names the character set of the archive's names; with a wrong one the JDK reads the whole index before it
 *        refuses
 * @param length bytes of the entry, as the archive's index says; -1 if it does not
 * @param state of the archive when it was found
 */
record ZipSource(Path path, Charset names, String entry, long length, SourceState state) implements DiskSource {

	/**
	 * The entries of an archive that are files outside of hidden folders, sorted by name.
	 *
	 * @throws DicomException if entries share their bytes, as only those of archives do that are made to inflate to a
	 *         multiple of what they are
	 */
	static List<ZipSource> list(final Path archive, final SourceState state) throws IOException {
		try {
			return list(archive, state, StandardCharsets.UTF_8);
		}
		catch (final ZipException exc) { // the names of old archives are in the IBM PC's set
			if (!Charset.isSupported("IBM437")) throw exc;
			return list(archive, state, Charset.forName("IBM437"));
		}
	}

	private static List<ZipSource> list(final Path archive, final SourceState state, final Charset names)
		throws IOException
	{
		try (ZipFile zip = OpenArchive.open(archive, names)) {
			final double stated = zip.stream().mapToDouble(ZipEntry::getCompressedSize).sum();
			if (stated > Files.size(archive)) throw new DicomException(String.format(
				"its %d entries overlap: they state %.0f compressed bytes, the " +
					"archive has %d. It was made to do harm, or damaged; unpack it with another program if you trust it.",
				zip.size(), stated, Files.size(archive)));
			return zip.stream()
				.filter(e -> !e.isDirectory())
				.map(ZipEntry::getName)
				.distinct()
				.filter(name -> !isHidden(name))
				.sorted()
				.map(name -> new ZipSource(archive, names, name, size(zip, name), state))
				.toList();
		}
	}

	private static long size(final ZipFile zip, final String name) {
		final ZipEntry entry = zip.getEntry(name); // null if the bytes of the name are not those of its characters
		return entry == null ? -1 : entry.getSize();
	}

	private static boolean isHidden(final String entry) {
		final String[] parts = entry.split("/");
		return Arrays.stream(parts, 0, Math.max(0, parts.length - 1)).anyMatch(DiskFile::isHidden);
	}

	@Override
	public String name() {
		return path + "!" + entry;
	}

	@Override
	public ReadableByteChannel open(final long position) throws IOException {
		final OpenArchive alone = new OpenArchive(path, names);
		try {
			return alone.open(entry, position);
		}
		finally {
			alone.end();
		}
	}
}
