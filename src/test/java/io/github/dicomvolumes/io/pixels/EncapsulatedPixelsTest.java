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

package io.github.dicomvolumes.io.pixels;

import static io.github.dicomvolumes.Encapsulated.JPEG_BASELINE;
import static io.github.dicomvolumes.Encapsulated.NO_TABLE;
import static io.github.dicomvolumes.Encapsulated.RLE;
import static io.github.dicomvolumes.Encapsulated.items;
import static io.github.dicomvolumes.Encapsulated.table;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.zip.GZIPOutputStream;

import io.github.dicomvolumes.Encapsulated;
import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.VR;
import io.github.dicomvolumes.io.header.DicomFile;
import io.github.dicomvolumes.io.header.HeaderReaders;
import io.github.dicomvolumes.io.source.DiskSources;
import io.github.dicomvolumes.io.source.OpenSources;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which fragments make which frame (PS3.5 A.4, R48). */
class EncapsulatedPixelsTest {

	/** Streams with the markers of JPEG, three fragments of one, one of the next, two of the third. */
	private static final byte[] A1 = { -1, (byte) 0xD8, -1, 10 }, A2 = { 11, 12 }, A3 = { 13, 14, -1, (byte) 0xD9 };
	private static final byte[] B = { -1, (byte) 0xD8, -1, 20, -1, (byte) 0xD9 };
	private static final byte[] C1 = { -1, (byte) 0xD8, -1, 30 }, C2 = { 31, 32 };
	private static final List<byte[]> SIX = List.of(A1, A2, A3, B, C1, C2);

	@TempDir
	private Path folder;

	@Test
	void oneFrameIsAllFragments() throws IOException {
		assertFrames(file(JPEG_BASELINE, NO_TABLE, List.of(A1, A2, A3)), join(A1, A2, A3));
		assertFrames(file(JPEG_BASELINE, table(0), List.of(A1, A2, A3)), join(A1, A2, A3));
	}

	@Test
	void basicOffsetTableTellsFrames() throws IOException {
		assertFrames(file(JPEG_BASELINE, table(0, 34, 48), SIX), join(A1, A2, A3), B, join(C1, C2));
		// even where the markers would say otherwise
		assertFrames(file(JPEG_BASELINE, table(0, 12), List.of(A1, A2, A3)), A1, join(A2, A3));
	}

	@Test
	void extendedOffsetTableTellsFrames() throws IOException {
		final ByteBuffer offsets = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN).putLong(0).putLong(12);
		final Attributes attributes = Attributes.builder()
			.put(Tag.EXTENDED_OFFSET_TABLE, VR.OV, offsets.array())
			.build();
		assertFrames(parse(Encapsulated.file(attributes, JPEG_BASELINE, NO_TABLE, List.of(A1, A2, A3))), A1,
			join(A2, A3));
	}

	@Test
	void wrongTableIsIgnoredAndNoted() throws IOException {
		for (final byte[] table : List.of(table(0, 35, 48), table(8, 34, 48), table(0, 34), table(0, 48, 34),
			table(0, 0, 0), table(0, 34, 0x7FFFFFF0)))
		{
			final EncapsulatedPixels pixels = EncapsulatedPixels.of(file(JPEG_BASELINE, table, SIX), OpenSources.NONE,
				3);
			assertArrayEquals(B, pixels.read(1));
			assertEquals(1, pixels.notes().size());
			assertTrue(pixels.notes().get(0).startsWith("The Basic Offset Table does not fit 3 frames in 6 fragments"),
				pixels.notes().get(0));
		}
	}

	@Test
	void wrongExtendedTableIsIgnoredAndNoted() throws IOException {
		final ByteBuffer offsets = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN).putLong(0).putLong(13);
		final Attributes attributes = Attributes.builder()
			.put(Tag.EXTENDED_OFFSET_TABLE, VR.OV, offsets.array())
			.build();
		final EncapsulatedPixels pixels = EncapsulatedPixels.of(
			parse(Encapsulated.file(attributes, JPEG_BASELINE, table(0, 12), List.of(A1, A2, A3))), OpenSources.NONE,
			2);
		assertArrayEquals(join(A2, A3), pixels.read(1));
		assertEquals(
			List.of("The Extended Offset Table does not fit 2 frames in 3 fragments (PS3.5 A.4); it is ignored."),
			pixels.notes());
	}

	@Test
	void withoutTableEachFragmentIsAFrame() throws IOException {
		assertFrames(file(RLE, NO_TABLE, List.of(A1, A2)), A1, A2);
		assertTrue(EncapsulatedPixels.of(file(RLE, NO_TABLE, List.of(A1, A2)), OpenSources.NONE, 2).notes().isEmpty());
	}

	@Test
	void withoutTableStreamsBeginWithTheirMarkers() throws IOException {
		assertFrames(file(JPEG_BASELINE, NO_TABLE, SIX), join(A1, A2, A3), B, join(C1, C2));
	}

	/** PS3.5 A.4.2 wants one fragment for each frame of RLE, but dcmcrle cuts them where it is told to. */
	@Test
	void withoutTableFramesOfRleBeginWithTheirHeaders() throws IOException {
		final byte[] head = new byte[66], rest = { 1, 2, 3, 4 };
		head[0] = 2;
		head[4] = 64;
		assertFrames(file(RLE, NO_TABLE, List.of(head, rest, rest, head, rest)), join(head, rest, rest),
			join(head, rest));
	}

	@Test
	void severalFramesInOneFragmentAreToldByTheirEnds() throws IOException {
		final byte[] padded = join(A1, A3, new byte[1]), odd = join(B, new byte[1]);
		assertFrames(file(JPEG_BASELINE, NO_TABLE, List.of(join(padded, odd), C1)), padded, odd, C1);
	}

	@Test
	void severalFramesInOneFragmentMayLackTheirEnds() throws IOException {
		assertFrames(file(JPEG_BASELINE, NO_TABLE, List.of(join(A1, A2, B, C1, C2))), join(A1, A2), B, join(C1, C2));
		assertFrames(file(JPEG_BASELINE, NO_TABLE, List.of(join(C1, C2, A1, A2), B)), join(C1, C2), join(A1, A2), B);
	}

	@Test
	void saysWhichFramesCannotBeTold() throws IOException {
		final String message = assertThrows(DicomException.class,
			() -> EncapsulatedPixels.of(file(JPEG_BASELINE, NO_TABLE, SIX), OpenSources.NONE, 4)).getMessage();
		assertTrue(message.startsWith("(0028,0008) Number of Frames is 4, but 6 fragments hold 3 streams"), message);
		assertThrows(DicomException.class,
			() -> EncapsulatedPixels.of(file(JPEG_BASELINE, NO_TABLE, List.of(A2)), OpenSources.NONE, 1 << 30));
	}

	/** The index of the fragments must not fill the memory, even where a small archive inflates to millions of them. */
	@Test
	void moreFragmentsThanFramesNeedAreRefused() throws IOException {
		final List<byte[]> empty = Collections.nCopies((1 << 16) + 64, new byte[0]);
		assertEquals(0, EncapsulatedPixels.of(file(RLE, NO_TABLE, empty), OpenSources.NONE, 1).frameBytes(0));
		final DicomFile more = file(RLE, NO_TABLE, Collections.nCopies((1 << 16) + 65, new byte[0]));
		final String message = assertThrows(DicomException.class,
			() -> EncapsulatedPixels.of(more, OpenSources.NONE, 1)).getMessage();
		assertEquals(
			"(7FE0,0010) Pixel Data has more than 65600 fragments, too many for (0028,0008) Number of Frames 1; " +
				"another program may write the file anew with fewer.",
			message);
	}

	@Test
	void moreStreamsThanFramesAreNotCounted() throws IOException {
		final byte[] streams = new byte[1 << 16];
		for (int i = 0; i < streams.length; i++)
			streams[i] = B[i % B.length];
		final DicomFile file = file(JPEG_BASELINE, NO_TABLE, List.of(streams));
		final String message = assertThrows(DicomException.class,
			() -> EncapsulatedPixels.of(file, OpenSources.NONE, 3)).getMessage();
		assertTrue(message.startsWith("(0028,0008) Number of Frames is 3, but 1 fragments hold more streams"), message);
	}

	@Test
	void framesThatNoIndexHoldsAreRefused() throws IOException {
		final String message = assertThrows(DicomException.class,
			() -> EncapsulatedPixels.of(file(JPEG_BASELINE, NO_TABLE, List.of(A2)), OpenSources.NONE, 1 << 30))
			.getMessage();
		assertTrue(message.startsWith("(0028,0008) Number of Frames is 1073741824; at most 1048576"), message);
	}

	@Test
	void bytesThatLookLikeADelimiterBelongToTheirFragment() throws IOException {
		final byte[] delimiter = { (byte) 0xFE, -1, (byte) 0xDD, (byte) 0xE0, 0, 0, 0, 0 };
		assertFrames(file(JPEG_BASELINE, NO_TABLE, List.of(join(A1, delimiter, A3), C2)), join(A1, delimiter, A3), C2);
	}

	@Test
	void delimiterMayBeMissing() throws IOException {
		final byte[] bytes = Encapsulated.file(Attributes.EMPTY, JPEG_BASELINE, NO_TABLE, List.of(A1, A2));
		assertFrames(parse(Arrays.copyOf(bytes, bytes.length - 8)), A1, A2);
	}

	@Test
	void cutFragmentKeepsWhatIsThere() throws IOException {
		final byte[] bytes = Encapsulated.file(Attributes.EMPTY, JPEG_BASELINE, NO_TABLE, List.of(A1, A3));
		final EncapsulatedPixels pixels = EncapsulatedPixels.of(parse(Arrays.copyOf(bytes, bytes.length - 10)),
			OpenSources.NONE, 1);
		assertArrayEquals(join(A1, Arrays.copyOf(A3, 2)), pixels.read(0));
		assertEquals(8, pixels.frameBytes(0));
		assertThrows(DicomException.class,
			() -> EncapsulatedPixels.of(parse(Arrays.copyOf(bytes, bytes.length - 32)), OpenSources.NONE, 1));
	}

	@Test
	void lengthThatLiesAllocatesNothing() throws IOException {
		final byte[] value = items(NO_TABLE, List.of(A1));
		ByteBuffer.wrap(value).order(ByteOrder.LITTLE_ENDIAN).putInt(12, 0xFFFFFFF0); // 4 GB
		assertArrayEquals(Arrays.copyOf(A1, 4),
			Arrays.copyOf(EncapsulatedPixels
				.of(parse(Encapsulated.file(Attributes.EMPTY, JPEG_BASELINE, -1, value)), OpenSources.NONE, 1)
				.read(0), 4));
		ByteBuffer.wrap(value).order(ByteOrder.LITTLE_ENDIAN).putInt(4, 0x7FFFFFF0); // the offset table
		assertThrows(DicomException.class, () -> EncapsulatedPixels
			.of(parse(Encapsulated.file(Attributes.EMPTY, JPEG_BASELINE, -1, value)), OpenSources.NONE, 1));
	}

	@Test
	void compressedFileInAnArchiveIsReadAlike() throws IOException {
		final var zipped = new ByteArrayOutputStream();
		try (var gzip = new GZIPOutputStream(zipped)) {
			gzip.write(Encapsulated.file(Attributes.EMPTY, JPEG_BASELINE, table(0, 34, 48), SIX));
		}
		final Path file = Files.write(folder.resolve("zipped.gz"), zipped.toByteArray());
		assertFrames(HeaderReaders.BUILT_IN.read(DiskSources.of(file)), join(A1, A2, A3), B, join(C1, C2));
	}

	@Test
	void itemsWithADefinedLengthAreFragments() throws IOException {
		final byte[] value = items(NO_TABLE, List.of(A1, A2));
		final DicomFile file = parse(Encapsulated.file(Attributes.EMPTY, JPEG_BASELINE, value.length, value));
		assertTrue(EncapsulatedPixels.isEncapsulated(file, OpenSources.NONE));
		assertFrames(file, A1, A2);
	}

	@Test
	void streamWithoutItemsIsOneFrame() throws IOException {
		final DicomFile file = parse(Encapsulated.file(Attributes.EMPTY, JPEG_BASELINE, B.length, B));
		assertFalse(EncapsulatedPixels.isEncapsulated(file, OpenSources.NONE));
		assertFrames(file, B);
	}

	@Test
	void severalFramesWithoutItemsAreNoStream() throws IOException {
		final DicomFile file = parse(Encapsulated.file(Attributes.EMPTY, JPEG_BASELINE, B.length, B));
		final String message = assertThrows(DicomException.class,
			() -> EncapsulatedPixels.of(file, OpenSources.NONE, 3)).getMessage();
		assertEquals(
			"(7FE0,0010) Pixel Data has 6 bytes without items (PS3.5 A.4), which cannot be told apart as 3 " +
				"compressed frames, and are fewer than uncompressed ones have; the file was probably cut when copied.",
			message);
	}

	private void assertFrames(final DicomFile file, final byte[]... frames) throws IOException {
		final EncapsulatedPixels pixels = EncapsulatedPixels.of(file, OpenSources.NONE, frames.length);
		for (int i = frames.length - 1; i >= 0; i--)
			assertArrayEquals(frames[i], pixels.read(i), "frame " + i);
		assertArrayEquals(Arrays.copyOf(frames[0], 2), pixels.head(0, 2));
	}

	private DicomFile file(final String syntax, final byte[] table, final List<byte[]> fragments) throws IOException {
		return parse(Encapsulated.file(Attributes.EMPTY, syntax, table, fragments));
	}

	private DicomFile parse(final byte[] bytes) throws IOException {
		return HeaderReaders.BUILT_IN.read(DiskSources.of(Files.write(folder.resolve("file.dcm"), bytes)));
	}

	private static byte[] join(final byte[]... parts) {
		final var out = new ByteArrayOutputStream();
		for (final byte[] part : parts)
			out.writeBytes(part);
		return out.toByteArray();
	}
}
