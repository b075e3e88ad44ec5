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

package io.github.dicomvolumes.pixels.codec.jpeg2000;

import io.github.dicomvolumes.data.DicomException;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads a packet: its header, which says what of which blocks its body holds, and the body (T.800 B.9, B.10). SOP
 * before and EPH after the header are passed over; nothing else can look like them.
 */
final class PacketHeader {

	/** What the body has of a segment of a block. */
	private record Contribution(CodeBlock block, int segment, int passes, int bytes) {}

	private final Packets packets;
	private final List<Contribution> contributions = new ArrayList<>();

	PacketHeader(final Packets packets) {
		this.packets = packets;
	}

	/**
	 * Reads the next packet, which is of a precinct's next layer.
	 *
	 * @throws DicomException if it is cut or damaged; what it has before that is taken in
	 */
	void read(final Precinct precinct, final CodingStyle style) throws DicomException {
		contributions.clear();
		if (MarkerSegment.u16(packets.data, packets.at) == Marker.SOP) packets.at += 6;
		final boolean apart = packets.headers != null;
		final byte[] data = apart ? packets.headers : packets.data;
		final PacketBits bits = new PacketBits(data, apart ? packets.headerAt : packets.at,
			apart ? data.length : packets.end);
		if (bits.bit() == 1) for (final Precinct.Blocks blocks : precinct.open())
			for (int row = 0; row < blocks.down; row++)
				for (int column = 0; column < blocks.across; column++)
					block(blocks, column, row, precinct.layers, style, bits);
		precinct.layers++;
		int end = bits.end();
		if (MarkerSegment.u16(data, end) == Marker.EPH) end += 2;
		if (apart) packets.headerAt = end;
		else packets.at = end;
		body();
	}

	private void block(final Precinct.Blocks blocks, final int column, final int row, final int layer,
		final CodingStyle style, final PacketBits bits) throws DicomException
	{
		final CodeBlock known = blocks.blocks[row * blocks.across + column];
		if (known == null ? !blocks.inclusion.isLess(column, row, layer + 1, bits) : bits.bit() == 0) return;
		final CodeBlock block = known == null ? blocks.include(column, row, bits) : known;
		final int passes = passes(bits);
		while (bits.bit() == 1)
			block.lengthBits++;
		if (style.has(CodingStyle.HIGH_THROUGHPUT)) highThroughput(block, passes, bits);
		else segments(block, passes, style, bits);
	}

	/** Table B.4. */
	private static int passes(final PacketBits bits) throws DicomException {
		if (bits.bit() == 0) return 1;
		if (bits.bit() == 0) return 2;
		final int few = bits.bits(2);
		if (few < 3) return 3 + few;
		final int some = bits.bits(5);
		return some < 31 ? 6 + some : 37 + bits.bits(7);
	}

	private void segments(final CodeBlock block, final int passes, final CodingStyle style, final PacketBits bits)
		throws DicomException
	{
		int left = passes;
		while (left > 0) {
			if (block.segments == 0 || block.segmentPasses == capacity(block.segments - 1, style)) {
				block.segments++;
				block.segmentPasses = 0;
			}
			final int count = Math.min(left, capacity(block.segments - 1, style) - block.segmentPasses);
			contribute(block, count, length(block, count, bits));
			left -= count;
		}
	}

	/** Passes of a segment at most (T.800 D.4, Table D.9): all, unless each or the bypassed ones end one. */
	private static int capacity(final int segment, final CodingStyle style) {
		if (style.has(CodingStyle.TERMALL)) return 1;
		if (!style.has(CodingStyle.BYPASS)) return Integer.MAX_VALUE;
		return segment == 0 ? 10 : segment % 2 == 1 ? 2 : 1;
	}

	/**
	 * Segments of T.814 Annex B: a cleanup pass, which triples of empty passes may precede as if there were bit-planes
	 * above, then one for the passes that refine.
	 */
	private void highThroughput(final CodeBlock block, final int passes, final PacketBits bits) throws DicomException {
		int left = passes;
		if (block.segments == 0) {
			final int empty = (passes - 1) / 3 * 3;
			block.zeroPlanes += empty / 3;
			block.segments = 1;
			contribute(block, 1, length(block, empty + 1, bits));
			left -= empty + 1;
		}
		if (left > 0) {
			block.segments = 2;
			contribute(block, left, length(block, left, bits));
		}
	}

	private void contribute(final CodeBlock block, final int passes, final int bytes) {
		block.segmentPasses += passes;
		contributions.add(new Contribution(block, block.segments - 1, passes, bytes));
	}

	/** A length (B.10.7.1). */
	private static int length(final CodeBlock block, final int passes, final PacketBits bits) throws DicomException {
		final int count = block.lengthBits + 31 - Integer.numberOfLeadingZeros(passes);
		if (count > 31) throw new DicomException("a packet's header says that a length has " + count + " bits");
		return bits.bits(count);
	}

	private void body() throws DicomException {
		for (final Contribution part : contributions) {
			if (part.bytes > packets.end - packets.at) throw new DicomException("a packet is cut: it has " +
				part.bytes + " bytes of a code-block, and " + Math.max(0, packets.end - packets.at) + " are left");
			part.block.add(part.segment, part.passes, packets.at, part.bytes);
			packets.at += part.bytes;
		}
	}
}
