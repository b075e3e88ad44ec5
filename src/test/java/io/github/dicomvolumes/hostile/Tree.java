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

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A file that is to be damaged, as elements that can be changed. */
final class Tree {

	static final String IMPLICIT = "1.2.840.10008.1.2", EXPLICIT = "1.2.840.10008.1.2.1",
		DEFLATED = "1.2.840.10008.1.2.1.99", BIG_ENDIAN = "1.2.840.10008.1.2.2";

	boolean hasPreamble = true;
	/** Group 2, always explicit and little endian. */
	List<Node> meta = new ArrayList<>();
	List<Node> dataSet = new ArrayList<>();
	/** What follows and is no element. */
	byte[] tail = {};
	/** How the data set is written, whatever the meta information says. */
	Encoding encoding = Encoding.EXPLICIT;

	/** How elements are written. */
	enum Encoding {

		IMPLICIT(false, false, false), EXPLICIT(true, false, false), BIG_ENDIAN(true, true, false),
		DEFLATED(true, false, true);

		final boolean isExplicit;
		final boolean isBigEndian;
		final boolean isDeflated;

		Encoding(final boolean isExplicit, final boolean isBigEndian, final boolean isDeflated) {
			this.isExplicit = isExplicit;
			this.isBigEndian = isBigEndian;
			this.isDeflated = isDeflated;
		}

		static Encoding of(final String syntax) {
			return switch (syntax) {
				case Tree.IMPLICIT -> IMPLICIT;
				case Tree.BIG_ENDIAN -> BIG_ENDIAN;
				case Tree.DEFLATED -> DEFLATED;
				default -> EXPLICIT;
			};
		}

		String syntax() {
			return switch (this) {
				case IMPLICIT -> Tree.IMPLICIT;
				case EXPLICIT -> Tree.EXPLICIT;
				case BIG_ENDIAN -> Tree.BIG_ENDIAN;
				case DEFLATED -> Tree.DEFLATED;
			};
		}
	}

	Tree copy() {
		final Tree copy = new Tree();
		copy.hasPreamble = hasPreamble;
		copy.meta = Node.copy(meta);
		copy.dataSet = Node.copy(dataSet);
		copy.tail = tail;
		copy.encoding = encoding;
		return copy;
	}

	/** The first element of the data set with a tag, not of its items. */
	Optional<Node> find(final int tag) {
		return dataSet.stream().filter(node -> node.tag == tag).findFirst();
	}

	/** Puts an element in place of one of its tag, or where it belongs. */
	void put(final Node node) {
		put(dataSet, node);
	}

	void setSyntax(final String uid) {
		put(meta, Node.of(Tags.SYNTAX, "UI", Values.text(uid)));
	}

	private static void put(final List<Node> nodes, final Node node) {
		int at = 0;
		while (at < nodes.size() && Integer.compareUnsigned(nodes.get(at).tag, node.tag) < 0)
			at++;
		if (at < nodes.size() && nodes.get(at).tag == node.tag) nodes.set(at, node);
		else nodes.add(at, node);
	}

	/** All lists of elements: the data set and the items at all depths. */
	List<List<Node>> lists() {
		final List<List<Node>> lists = new ArrayList<>();
		Node.visit(dataSet, lists::add);
		return lists;
	}
}
