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
import io.github.dicomvolumes.io.DicomFile;
import io.github.dicomvolumes.io.HeaderReader;
import io.github.dicomvolumes.io.Source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The compressed frames of a DICOM file, for tests. Fragments are put together by the Basic Offset Table, else one
 * fragment is one frame, else a frame begins where a fragment begins with a start-of-image marker (PS3.5 A.4).
 */
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
			final DicomFile dicom = HeaderReader.BUILT_IN.read(Source.of(file));
			return dicom.pixelData() != null && dicom.transferSyntax().encapsulated() && syntaxes.contains(dicom
				.transferSyntax().uid());
		}
		catch (final IOException exc) {
			return false; // another test's matter
		}
	}

	public static EncapsulatedFrames read(final Path path) throws IOException {
		final DicomFile file = HeaderReader.BUILT_IN.read(Source.of(path));
		final Attributes a = file.attributes();
		final int allocated = a.orElse(Tag.BITS_ALLOCATED, 16);
		final var shape = new FrameShape(a.orElse(Tag.COLUMNS, 0), a.orElse(Tag.ROWS, 0), a.orElse(Tag.SAMPLES_PER_PIXEL,
			1), allocated, a.orElse(Tag.BITS_STORED, allocated));
		final byte[] all = Files.readAllBytes(path);
		final int offset = (int) file.pixelData().offset();
		final var items = ByteBuffer.wrap(all, offset, all.length - offset).order(ByteOrder.LITTLE_ENDIAN);
		return new EncapsulatedFrames(path, a, shape, frames(items, a.orElse(Tag.NUMBER_OF_FRAMES, 1)));
	}

	/** Items of a tag and a length, 4 bytes each, the first of them the Basic Offset Table, up to another tag. */
	private static List<byte[]> frames(final ByteBuffer in, final int count) {
		final List<byte[]> fragments = new ArrayList<>();
		final List<Integer> offsets = new ArrayList<>();
		while (in.remaining() >= 8 && in.getInt() == 0xE000FFFE) {
			final byte[] item = new byte[Math.min(in.getInt(), in.remaining())];
			offsets.add(in.position() - 8);
			in.get(item);
			fragments.add(item);
		}
		final var table = ByteBuffer.wrap(fragments.remove(0)).order(ByteOrder.LITTLE_ENDIAN);
		offsets.remove(0);
		final List<Integer> starts = new ArrayList<>();
		while (table.remaining() >= 4)
			starts.add(offsets.get(0) + table.getInt());
		final List<ByteArrayOutputStream> frames = new ArrayList<>();
		for (int i = 0; i < fragments.size(); i++) {
			final byte[] fragment = fragments.get(i);
			final boolean begins = count == 1 ? i == 0 : !starts.isEmpty() ? starts.contains(offsets.get(i))
				: fragments.size() == count || beginsImage(fragment);
			if (begins) frames.add(new ByteArrayOutputStream());
			frames.get(frames.size() - 1).writeBytes(fragment);
		}
		return frames.stream().map(ByteArrayOutputStream::toByteArray).toList();
	}

	/** SOI of JPEG and JPEG-LS, SOC of JPEG 2000. */
	private static boolean beginsImage(final byte[] fragment) {
		return fragment.length > 3 && fragment[0] == (byte) 0xFF && (fragment[1] == (byte) 0xD8 || fragment[1] == 0x4F) &&
			fragment[2] == (byte) 0xFF;
	}

	@Override
	public String toString() {
		return path.getFileName().toString();
	}
}
