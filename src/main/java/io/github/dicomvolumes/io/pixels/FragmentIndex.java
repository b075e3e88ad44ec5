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

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.List;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.data.Element;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.io.header.DicomFile;
import io.github.dicomvolumes.io.header.StreamMarkers;
import io.github.dicomvolumes.io.source.OpenSources;

/** The fragments of a file, and how they are shared out among its frames (PS3.5 A.4). */
final class FragmentIndex {

	/** Bytes of an item's tag and length. */
	static final int HEADER = 8;
	/** Bounds the index, which must not fill the memory: of fragments, offsets, and frames. */
	private static final int MAX_FRAGMENTS = 1 << 20;
	/** Files have one fragment for each frame, or cut frames in pieces of some kilobytes. */
	private static final int MAX_FRAGMENTS_PER_FRAME = 64, MAX_FRAGMENTS_MORE = 1 << 16;

	/** @param offset of the first byte, counted as {@link PixelData#offset} */
	record Fragment(long offset, long length) {}

	private final DicomFile file;
	private final OpenSources open;
	private final int count;
	private final List<Fragment> fragments = new ArrayList<>();
	private final List<String> notes = new ArrayList<>();
	private long[] basicOffsets = {};
	/** Where the first byte after the Basic Offset Table is: offsets count from there. */
	private long base;

	/** @param count Number of Frames, 1 or more */
	FragmentIndex(final DicomFile file, final OpenSources open, final int count) throws IOException {
		this.file = file;
		this.open = open;
		this.count = count;
		if (count > MAX_FRAGMENTS) throw new DicomException(Tag.describe(Tag.NUMBER_OF_FRAMES) + " is " + count +
			"; at most " + MAX_FRAGMENTS + " compressed frames can be told apart.");
		final long max = Math.min(MAX_FRAGMENTS, MAX_FRAGMENTS_MORE + MAX_FRAGMENTS_PER_FRAME * (long) count);
		final long end = file.pixelBytes();
		try (ReadableByteChannel channel = file.openPixels(open, 0)) {
			final ByteBuffer header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
			long at = 0;
			boolean table = true;
			while (at < end && fill(channel, header)) {
				final int tag = tag(header);
				final long length = header.getInt(4) & 0xFFFFFFFFL;
				if (tag == Tag.SEQUENCE_DELIMITATION_ITEM) break;
				if (tag != Tag.ITEM || length == 0xFFFFFFFFL) {
					notes.add(Tag.describe(Tag.PIXEL_DATA) + " has (" + Tag.format(tag) + ") at byte " + at +
						" where a fragment (FFFE,E000) must stand (PS3.5 A.4); what follows is ignored.");
					break;
				}
				at += HEADER;
				if (table) {
					readTable(channel, length, end - at);
					base = at + length;
				}
				else {
					if (fragments.size() == max) throw new DicomException(Tag.describe(Tag.PIXEL_DATA) +
						" has more than " + max + " fragments, too many for " + Tag.describe(Tag.NUMBER_OF_FRAMES) +
						" " + count + "; another program may write the file anew with fewer.");
					fragments.add(new Fragment(at, length));
					if (at + length > end || !skip(channel, length)) break;
				}
				table = false;
				at += length;
			}
		}
		if (fragments.isEmpty()) throw new DicomException(
			Tag.describe(Tag.PIXEL_DATA) + " has no fragments (PS3.5 A.4); the file was probably cut when copied.");
	}

	private void readTable(final ReadableByteChannel channel, final long length, final long left) throws IOException {
		if (length > left || length > 4L * MAX_FRAGMENTS) throw new DicomException(Tag.describe(Tag.PIXEL_DATA) +
			" has a Basic Offset Table of " + length + " bytes, but " + left + " are left in the file (PS3.5 A.4).");
		final ByteBuffer table = ByteBuffer.allocate((int) length).order(ByteOrder.LITTLE_ENDIAN);
		if (!fill(channel, table)) throw new EOFException("The file ends within the Basic Offset Table.");
		basicOffsets = new long[(int) length / 4];
		for (int i = 0; i < basicOffsets.length; i++)
			basicOffsets[i] = table.getInt(4 * i) & 0xFFFFFFFFL;
	}

	/** What is wrong with the tables, one sentence each. */
	List<String> notes() {
		return notes;
	}

	/** The fragments of each frame; adds to the notes. */
	List<List<Fragment>> frames() throws IOException {
		if (count == 1) return List.of(List.copyOf(fragments));
		final List<List<Fragment>> byExtended = byTable("Extended", extendedOffsets());
		if (byExtended != null) return byExtended;
		final List<List<Fragment>> byBasic = byTable("Basic", basicOffsets);
		if (byBasic != null) return byBasic;
		if (fragments.size() == count) return fragments.stream().map(List::of).toList();
		List<List<Fragment>> byMarkers = fragments.size() > count ? byFirstBytes() : byStarts(true);
		if (byMarkers.size() != count && fragments.size() < count) byMarkers = byStarts(false);
		if (byMarkers.size() == count) return byMarkers;
		throw new DicomException(Tag.describe(Tag.NUMBER_OF_FRAMES) + " is " + count + ", but " + fragments.size() +
			" fragments hold " + (byMarkers.size() > count ? "more" : byMarkers.size()) +
			" streams, and no offset table tells which belong to which frame (PS3.5 A.4).");
	}

	/** Offsets of 64 bits, each frame in one fragment (PS3.3 C.7.6.3.1.8). */
	private long[] extendedOffsets() {
		final Attributes attributes = file.attributes();
		final byte[] bytes = attributes.optional(Tag.EXTENDED_OFFSET_TABLE).map(Element::bytes).orElse(new byte[0]);
		final long[] offsets = new long[bytes.length / 8];
		ByteBuffer.wrap(bytes).order(attributes.order()).asLongBuffer().get(offsets);
		return offsets;
	}

	private List<List<Fragment>> byTable(final String name, final long[] offsets) {
		final List<List<Fragment>> frames = byOffsets(offsets);
		if (frames == null && offsets.length > 0) notes.add("The " + name + " Offset Table does not fit " + count +
			" frames in " + fragments.size() + " fragments (PS3.5 A.4); it is ignored.");
		return frames;
	}

	/** The fragments between one offset and the next; null unless each offset is that of an item. */
	private List<List<Fragment>> byOffsets(final long[] offsets) {
		if (offsets.length != count || offsets[0] != 0) return null;
		final List<List<Fragment>> frames = new ArrayList<>(count);
		int next = 0;
		for (int i = 0; i < count; i++) {
			final long end = i + 1 < count ? base + offsets[i + 1] + HEADER : Long.MAX_VALUE;
			final int first = next;
			while (next < fragments.size() && fragments.get(next).offset < end)
				next++;
			if (next == first || i + 1 < count && (next == fragments.size() || fragments.get(next).offset != end))
				return null;
			frames.add(List.copyOf(fragments.subList(first, next)));
		}
		return frames;
	}

	/** Frames that begin where a fragment begins with the marker that starts a stream. */
	private List<List<Fragment>> byFirstBytes() throws IOException {
		final List<List<Fragment>> frames = new ArrayList<>();
		for (final Fragment fragment : fragments) {
			if (frames.isEmpty() || StreamMarkers.isStart(head(fragment))) frames.add(new ArrayList<>());
			frames.get(frames.size() - 1).add(fragment);
		}
		return frames;
	}

	private byte[] head(final Fragment fragment) throws IOException {
		final ByteBuffer head = ByteBuffer.allocate((int) Math.min(fragment.length, StreamMarkers.HEAD_BYTES));
		try (ReadableByteChannel channel = file.openPixels(open, fragment.offset)) {
			readFully(channel, head);
		}
		return head.array();
	}

	/**
	 * Frames that end where the next stream begins, within fragments; of too many only the first.
	 *
	 * @param behindEnds whether a stream must have ended before; if not, its end may be missing
	 */
	private List<List<Fragment>> byStarts(final boolean behindEnds) throws IOException {
		final List<List<Fragment>> frames = new ArrayList<>();
		for (final Fragment fragment : fragments) {
			long from = 0;
			for (final long start : starts(fragment, behindEnds, count + 1 - frames.size())) {
				frames.add(List.of(new Fragment(fragment.offset + from, start - from)));
				from = start;
			}
			frames.add(List.of(new Fragment(fragment.offset + from, fragment.length - from)));
		}
		return frames;
	}

	/** Where the first of the further streams in a fragment begin, in bytes from its first. */
	private List<Long> starts(final Fragment fragment, final boolean behindEnds, final int max) throws IOException {
		final List<Long> starts = new ArrayList<>();
		final StreamMarkers markers = new StreamMarkers(behindEnds);
		final ByteBuffer block = ByteBuffer.allocate(1 << 16);
		try (ReadableByteChannel channel = file.openPixels(open, fragment.offset)) {
			for (long at = 0; at < fragment.length && starts.size() < max;) {
				block.clear().limit((int) Math.min(block.capacity(), fragment.length - at));
				final int n = readFully(channel, block);
				for (int i = 0; i < n; i++)
					if (markers.isNextStart(block.get(i))) starts.add(at + i + 1 - StreamMarkers.START_BYTES);
				if (n < block.limit()) break;
				at += n;
			}
		}
		return starts;
	}

	static int tag(final ByteBuffer header) {
		return Tag.of(header.getShort(0) & 0xFFFF, header.getShort(2) & 0xFFFF);
	}

	static boolean fill(final ReadableByteChannel channel, final ByteBuffer buffer) throws IOException {
		buffer.clear();
		return readFully(channel, buffer) == buffer.capacity();
	}

	static int readFully(final ReadableByteChannel channel, final ByteBuffer buffer) throws IOException {
		final int start = buffer.position();
		while (buffer.hasRemaining())
			if (channel.read(buffer) < 0) break;
		return buffer.position() - start;
	}

	/** @return false if the file ends before */
	static boolean skip(final ReadableByteChannel channel, final long bytes) throws IOException {
		if (bytes == 0) return true;
		if (channel instanceof SeekableByteChannel seekable) {
			seekable.position(seekable.position() + bytes);
			return true;
		}
		final ByteBuffer waste = ByteBuffer.allocate((int) Math.min(bytes, 1 << 16));
		for (long left = bytes; left > 0;) {
			waste.clear().limit((int) Math.min(left, waste.capacity()));
			final int read = channel.read(waste);
			if (read < 0) return false;
			left -= read;
		}
		return true;
	}
}
