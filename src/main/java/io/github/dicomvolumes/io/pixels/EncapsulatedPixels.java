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

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ReadableByteChannel;
import java.util.Arrays;
import java.util.List;

import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.io.header.DicomFile;
import io.github.dicomvolumes.io.header.PixelData;
import io.github.dicomvolumes.io.pixels.FragmentIndex.Fragment;
import io.github.dicomvolumes.io.source.OpenSources;

/**
 * Which bytes of a file hold which compressed frame (PS3.5 A.4):
 *
 * <pre>
 * item FFFE,E000 length  Basic Offset Table: empty, or where the first fragment of each frame begins
 * item FFFE,E000 length  fragment
 * ...
 * FFFE,E0DD 0            Sequence Delimitation Item, may be missing
 * </pre>
 *
 * Offset tables are believed only where they point to items; without them frames are recognised by one fragment for
 * each, or by the markers at which streams begin. Immutable; threads may read frames at the same time.
 */
public final class EncapsulatedPixels {

	/** A frame is put together in one array. */
	private static final long MAX_FRAME_BYTES = Integer.MAX_VALUE - 8;
	/** What is allocated at a time where only reading tells how much there is. */
	private static final int BLOCK = 1 << 20;

	private final DicomFile file;
	private final OpenSources open;
	private final List<List<Fragment>> frames;
	private final List<String> notes;

	private EncapsulatedPixels(final DicomFile file, final OpenSources open, final List<List<Fragment>> frames,
		final List<String> notes)
	{
		this.file = file;
		this.open = open;
		this.frames = frames;
		this.notes = List.copyOf(notes);
	}

	/**
	 * Reads where the frames are. Pixel data without items are taken as the stream of one frame.
	 *
	 * @param open by which the file is opened, now and for each frame
	 * @param frameCount Number of Frames, 1 or more
	 * @throws DicomException if the fragments cannot be told apart as that many frames
	 */
	public static EncapsulatedPixels of(final DicomFile file, final OpenSources open, final int frameCount)
		throws IOException
	{
		if (isEncapsulated(file, open)) {
			final FragmentIndex index = new FragmentIndex(file, open, frameCount);
			return new EncapsulatedPixels(file, open, index.frames(), index.notes());
		}
		if (frameCount > 1) throw new DicomException(Tag.describe(Tag.PIXEL_DATA) + " has " + file.pixelBytes() +
			" bytes without items (PS3.5 A.4), which cannot be told apart as " + frameCount +
			" compressed frames, and are" +
			" fewer than uncompressed ones have; the file was probably cut when copied.");
		return new EncapsulatedPixels(file, open, List.of(List.of(new Fragment(0, file.pixelBytes()))), List.of());
	}

	/**
	 * Whether the pixel data of a file are encapsulated: by their length, or because they begin with an item although a
	 * length is given.
	 */
	public static boolean isEncapsulated(final DicomFile file, final OpenSources open) throws IOException {
		final PixelData pixels = file.pixelData();
		if (pixels.length() == PixelData.UNDEFINED) return true;
		if (!file.transferSyntax().encapsulated() || pixels.length() < FragmentIndex.HEADER) return false;
		try (ReadableByteChannel channel = file.openPixels(open, 0)) {
			final ByteBuffer header = ByteBuffer.allocate(FragmentIndex.HEADER).order(ByteOrder.LITTLE_ENDIAN);
			return FragmentIndex.fill(channel, header) && FragmentIndex.tag(header) == Tag.ITEM &&
				(header.getInt(4) & 0xFFFFFFFFL) <= pixels.length() - FragmentIndex.HEADER;
		}
	}

	/** What was wrong with the file's tables, one sentence each; often nothing. */
	public List<String> notes() {
		return notes;
	}

	/** Compressed bytes of a frame as its fragments say; the file may hold fewer. */
	public long frameBytes(final int frame) {
		return frames.get(frame).stream().mapToLong(Fragment::length).sum();
	}

	/**
	 * The bytes of a frame, its fragments put together; what lies beyond the end of a cut file is left out.
	 *
	 * @param frame 0-based
	 * @throws DicomException if nothing of it is in the file
	 */
	public byte[] read(final int frame) throws IOException {
		return read(frame, Long.MAX_VALUE);
	}

	/**
	 * The first bytes of a frame.
	 *
	 * @param maxBytes to read, fewer if the frame has fewer
	 */
	public byte[] head(final int frame, final int maxBytes) throws IOException {
		return read(frame, maxBytes);
	}

	private byte[] read(final int frame, final long maxBytes) throws IOException {
		final List<Fragment> fragments = frames.get(frame);
		final long contained = file.pixelBytes(), first = fragments.get(0).offset();
		final long wanted = Math.min(maxBytes, Math.min(frameBytes(frame), Math.max(0, contained - first)));
		if (wanted > MAX_FRAME_BYTES) throw new DicomException(Tag.describe(Tag.PIXEL_DATA) + " has " + wanted +
			" bytes in frame " + (frame + 1) + "; at most " + MAX_FRAME_BYTES + " can be decoded.");
		byte[] bytes = new byte[(int) (contained == Long.MAX_VALUE ? Math.min(wanted, BLOCK) : wanted)];
		int length = 0;
		try (ReadableByteChannel channel = file.openPixels(open, first)) {
			long at = first;
			for (final Fragment fragment : fragments) {
				if (!FragmentIndex.skip(channel, fragment.offset() - at)) break;
				at = fragment.offset();
				while (at < fragment.offset() + fragment.length() && length < wanted) {
					if (length == bytes.length) bytes = Arrays.copyOf(bytes, (int) Math.min(wanted, 2L * length));
					final int n = (int) Math.min(fragment.offset() + fragment.length() - at, bytes.length - length);
					final int read = FragmentIndex.readFully(channel, ByteBuffer.wrap(bytes, length, n));
					length += read;
					at += read;
					if (read < n) break;
				}
			}
		}
		if (length == 0) throw new DicomException(Tag.describe(Tag.PIXEL_DATA) + " has no bytes of frame " +
			(frame + 1) + "; the file was probably cut when copied.");
		return length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
	}
}
