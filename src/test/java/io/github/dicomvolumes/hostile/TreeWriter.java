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

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.Deflater;

/** Writes a tree as it is, with all its lies. */
final class TreeWriter {

	private static final long UNDEFINED = 0xFFFFFFFFL;
	private static final int ITEM = 0xFFFEE000, ITEM_END = 0xFFFEE00D, SEQUENCE_END = 0xFFFEE0DD;

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();
	private final boolean isExplicit;
	private final boolean isBigEndian;

	private TreeWriter(final boolean isExplicit, final boolean isBigEndian) {
		this.isExplicit = isExplicit;
		this.isBigEndian = isBigEndian;
	}

	static byte[] write(final Tree tree) {
		final TreeWriter file = new TreeWriter(true, false);
		if (tree.hasPreamble) {
			file.out.writeBytes(new byte[128]);
			file.out.writeBytes(new byte[] { 'D', 'I', 'C', 'M' });
		}
		file.write(tree.meta);
		final TreeWriter body = new TreeWriter(tree.encoding.isExplicit, tree.encoding.isBigEndian);
		body.write(tree.dataSet);
		body.out.writeBytes(tree.tail);
		final byte[] bytes = body.out.toByteArray();
		file.out.writeBytes(tree.encoding.isDeflated ? deflate(bytes) : bytes);
		return file.out.toByteArray();
	}

	static byte[] deflate(final byte[] bytes) {
		final Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
		deflater.setInput(bytes);
		deflater.finish();
		final var out = new ByteArrayOutputStream();
		final byte[] block = new byte[8192];
		while (!deflater.finished())
			out.write(block, 0, deflater.deflate(block));
		deflater.end();
		return out.toByteArray();
	}

	private void write(final List<Node> nodes) {
		for (final Node node : nodes)
			write(node);
	}

	private void write(final Node node) {
		final byte[] value = value(node);
		final boolean isUndefined = node.fragments != null || node.items != null && node.isUndefined;
		final long length = isUndefined ? UNDEFINED : value.length;
		tag(node.tag);
		if (!isExplicit) number(node.length == Node.TRUE_LENGTH ? length : node.length, 4);
		else explicitLength(node.vr, node.length == Node.TRUE_LENGTH ? length : node.length);
		out.writeBytes(value);
	}

	private void explicitLength(final String vr, final long length) {
		out.writeBytes(vr.getBytes(StandardCharsets.ISO_8859_1));
		if (Tags.LONG.contains(vr)) {
			number(0, 2);
			number(length, 4);
		}
		else number(length, 2);
	}

	private byte[] value(final Node node) {
		final TreeWriter inner = new TreeWriter(isExplicit, isBigEndian);
		if (node.fragments != null) {
			for (final byte[] fragment : node.fragments) {
				inner.header(ITEM, fragment.length);
				inner.out.writeBytes(fragment);
			}
			inner.header(SEQUENCE_END, 0);
		}
		else if (node.items != null) inner.items(node);
		else {
			final int word = isBigEndian ? Tags.wordSize(node.vr) : 1;
			inner.out.writeBytes(word == 1 ? node.value : Values.swapped(node.value, word));
		}
		return inner.out.toByteArray();
	}

	private void items(final Node node) {
		for (final List<Node> item : node.items) {
			final TreeWriter inner = new TreeWriter(isExplicit, isBigEndian);
			inner.write(item);
			header(ITEM, node.isUndefined ? UNDEFINED : inner.out.size());
			out.writeBytes(inner.out.toByteArray());
			if (node.isUndefined) header(ITEM_END, 0);
		}
		if (node.isUndefined) header(SEQUENCE_END, 0);
	}

	private void header(final int tag, final long length) {
		tag(tag);
		number(length, 4);
	}

	private void tag(final int tag) {
		number(tag >>> 16, 2);
		number(tag & 0xFFFF, 2);
	}

	private void number(final long number, final int bytes) {
		for (int i = 0; i < bytes; i++)
			out.write((int) (number >>> 8 * (isBigEndian ? bytes - 1 - i : i)));
	}
}
