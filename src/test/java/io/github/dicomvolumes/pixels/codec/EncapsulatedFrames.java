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

package io.github.dicomvolumes.pixels.codec;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.io.header.DicomFile;
import io.github.dicomvolumes.io.header.HeaderReaders;
import io.github.dicomvolumes.io.pixels.EncapsulatedPixels;
import io.github.dicomvolumes.io.source.DiskSources;
import io.github.dicomvolumes.io.source.OpenSources;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The compressed frames of a DICOM file, for tests. */
public record EncapsulatedFrames(Path path, Attributes attributes, FrameShape shape, List<byte[]> frames) {

	private static final Path DATA = Path.of("../shared/data");

	/** The files of pydicom in one of the transfer syntaxes; none where the shared data are not. */
	public static List<Path> files(final Set<String> syntaxes) throws IOException {
		final List<Path> found = new ArrayList<>();
		for (final String folder : List.of("pydicom", "pydicom-data")) {
			if (!Files.isDirectory(DATA.resolve(folder))) continue;
			try (Stream<Path> walk = Files.walk(DATA.resolve(folder))) {
				for (final Path file : walk.filter(Files::isRegularFile).sorted().toList())
					if (hasPixels(file, syntaxes)) found.add(file);
			}
		}
		return found;
	}

	private static boolean hasPixels(final Path file, final Set<String> syntaxes) {
		try {
			final DicomFile dicom = HeaderReaders.BUILT_IN.read(DiskSources.of(file));
			return dicom.pixelData() != null && dicom.transferSyntax().encapsulated() &&
				syntaxes.contains(dicom.transferSyntax().uid());
		}
		catch (final IOException exc) {
			return false; // another test's matter
		}
	}

	public static EncapsulatedFrames read(final Path path) throws IOException {
		return of(HeaderReaders.BUILT_IN.read(DiskSources.of(path)));
	}

	/** The frames of a file whose header was read. */
	public static EncapsulatedFrames of(final DicomFile file) throws IOException {
		final int count = file.attributes().orElse(Tag.NUMBER_OF_FRAMES, 1);
		final EncapsulatedPixels pixels = EncapsulatedPixels.of(file, OpenSources.NONE, count);
		final List<byte[]> frames = new ArrayList<>();
		for (int i = 0; i < count; i++)
			frames.add(pixels.read(i));
		return new EncapsulatedFrames(Path.of(file.source().container()), file.attributes(), shape(file.attributes()),
			frames);
	}

	/** The size of a frame that a data set says. */
	public static FrameShape shape(final Attributes a) {
		final int allocated = a.orElse(Tag.BITS_ALLOCATED, 16);
		return new FrameShape(a.orElse(Tag.COLUMNS, 0), a.orElse(Tag.ROWS, 0), a.orElse(Tag.SAMPLES_PER_PIXEL, 1),
			allocated, a.orElse(Tag.BITS_STORED, allocated));
	}

	@Override
	public String toString() {
		return path.getFileName().toString();
	}
}
