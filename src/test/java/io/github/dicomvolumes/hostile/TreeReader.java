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

package io.github.dicomvolumes.hostile;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Takes a seed to pieces. Knows nothing of the library's reader, so that both have no errors in common; what it does
 * not understand becomes the tail.
 */
final class TreeReader {

	private static final int ITEM = 0xFFFEE000, ITEM_END = 0xFFFEE00D, SEQUENCE_END = 0xFFFEE0DD;
	private static final int UNDEFINED = -1;

	private final ByteBuffer in;
	private final boolean isExplicit;

	private TreeReader(final byte[] bytes, final int from, final boolean isExplicit, final boolean isBigEndian) {
		in = ByteBuffer.wrap(bytes).order(isBigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
		in.position(from);
		this.isExplicit = isExplicit;
	}

	static Tree read(final byte[] bytes) {
		final Tree tree = new Tree();
		tree.hasPreamble = bytes.length > 132 && bytes[128] == 'D' && bytes[129] == 'I' && bytes[130] == 'C';
		final TreeReader meta = new TreeReader(bytes, tree.hasPreamble ? 132 : 0, true, false);
		String syntax = null;
		while (meta.in.remaining() > 8 && meta.in.getShort(meta.in.position()) == 2) {
			final Node node = meta.element();
			tree.meta.add(node);
			if (node.tag == Tags.SYNTAX) syntax = new String(node.value, StandardCharsets.US_ASCII).trim();
		}
		byte[] rest = Arrays.copyOfRange(bytes, meta.in.position(), bytes.length);
		tree.encoding = syntax == null ? guess(rest) : Tree.Encoding.of(syntax);
		if (tree.encoding.isDeflated) rest = inflate(rest);
		final TreeReader reader = new TreeReader(rest, 0, tree.encoding.isExplicit, tree.encoding.isBigEndian);
		tree.tail = reader.all(tree.dataSet);
		return tree;
	}

	private static Tree.Encoding guess(final byte[] bytes) {
		final boolean isExplicit = bytes.length > 5 && Character.isUpperCase(bytes[4]) &&
			Character.isUpperCase(bytes[5]);
		if (!isExplicit) return Tree.Encoding.IMPLICIT;
		return bytes[0] == 0 ? Tree.Encoding.BIG_ENDIAN : Tree.Encoding.EXPLICIT;
	}

	private static byte[] inflate(final byte[] bytes) {
		final Inflater inflater = new Inflater(true);
		inflater.setInput(bytes);
		final byte[] out = new byte[1 << 20];
		try {
			return Arrays.copyOf(out, inflater.inflate(out));
		}
		catch (final DataFormatException exc) {
			return new byte[0];
		}
		finally {
			inflater.end();
		}
	}

	/** @return what is left over because it is no element */
	private byte[] all(final List<Node> nodes) {
		int good = 0;
		try {
			while (in.remaining() >= 8) {
				good = in.position();
				nodes.add(element());
			}
			good = in.position();
		}
		catch (final RuntimeException exc) {
			in.position(good);
		}
		final byte[] tail = new byte[in.limit() - good];
		in.position(good);
		in.get(tail);
		return tail;
	}

	private int tag() {
		final int group = in.getShort() & 0xFFFF;
		return group << 16 | in.getShort() & 0xFFFF;
	}

	private Node element() {
		final int tag = tag();
		final String vr = isExplicit ? new String(take(2), StandardCharsets.ISO_8859_1) : Tags.vr(tag);
		final int length = length(vr);
		if (tag == Tags.PIXEL_DATA && length == UNDEFINED) return Node.encapsulated(fragments());
		final boolean isSequence = vr.equals("SQ") || length == UNDEFINED;
		if (!isSequence) return Node.of(tag, vr, words(vr, take(length)));
		final Node node = Node.sequence(tag, length == UNDEFINED ? items(Integer.MAX_VALUE) : items(length));
		node.isUndefined = length == UNDEFINED;
		return node;
	}

	private int length(final String vr) {
		if (!isExplicit) return in.getInt();
		if (!Tags.LONG.contains(vr)) return in.getShort() & 0xFFFF;
		in.getShort();
		return in.getInt();
	}

	private List<List<Node>> items(final int length) {
		final List<List<Node>> items = new ArrayList<>();
		final long end = in.position() + (long) length;
		while (in.position() < end) {
			final int tag = tag(), bytes = in.getInt();
			if (tag == SEQUENCE_END) break;
			if (tag != ITEM) throw new IllegalStateException("no item");
			items.add(item(bytes));
		}
		return items;
	}

	private List<Node> item(final int length) {
		final List<Node> nodes = new ArrayList<>();
		final long end = length == UNDEFINED ? Long.MAX_VALUE : in.position() + (long) length;
		while (in.position() < end) {
			if (isItemEnd()) {
				in.position(in.position() + 8);
				break;
			}
			nodes.add(element());
		}
		return nodes;
	}

	private boolean isItemEnd() {
		final int at = in.position();
		final boolean isEnd = tag() == ITEM_END;
		in.position(at);
		return isEnd;
	}

	private List<byte[]> fragments() {
		final List<byte[]> fragments = new ArrayList<>();
		while (in.remaining() >= 8) {
			final int tag = tag(), length = in.getInt();
			if (tag == SEQUENCE_END) break;
			fragments.add(take(Math.min(length, in.remaining())));
		}
		return fragments;
	}

	private byte[] take(final int length) {
		if (length < 0 || length > in.remaining()) throw new IllegalStateException("length " + length);
		final byte[] bytes = new byte[length];
		in.get(bytes);
		return bytes;
	}

	private byte[] words(final String vr, final byte[] bytes) {
		return in.order() == ByteOrder.LITTLE_ENDIAN ? bytes : Values.swapped(bytes, Tags.wordSize(vr));
	}
}
