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
import java.util.function.Consumer;

/**
 * An element of a file that is to be damaged: a value, items or fragments. Unlike an element of the library it may say
 * what is not so: any VR, a length that is not that of its value, items in an element that is no sequence.
 */
final class Node {

	/** The element is as long as it says. */
	static final long TRUE_LENGTH = -1;

	int tag;
	/** Two letters; as the dictionary has it if the file is implicit. */
	String vr;
	/** Little endian; not null if there are neither items nor fragments. */
	byte[] value;
	/** Null if it is no sequence. */
	List<List<Node>> items;
	/** Null if it is not encapsulated; the first is the offset table. */
	List<byte[]> fragments;
	/** What the file says in place of the true length. */
	long length = TRUE_LENGTH;
	/** Whether a sequence and its items end with delimiters. */
	boolean isUndefined;

	private Node(final int tag, final String vr) {
		this.tag = tag;
		this.vr = vr;
	}

	static Node of(final int tag, final String vr, final byte[] value) {
		final Node node = new Node(tag, vr);
		node.value = value;
		return node;
	}

	static Node sequence(final int tag, final List<List<Node>> items) {
		final Node node = new Node(tag, "SQ");
		node.items = items;
		return node;
	}

	static Node encapsulated(final List<byte[]> fragments) {
		final Node node = new Node(Tags.PIXEL_DATA, "OB");
		node.fragments = fragments;
		return node;
	}

	/** Another one that can be changed by itself; arrays are shared, as nobody writes into them. */
	Node copy() {
		final Node copy = new Node(tag, vr);
		copy.value = value;
		copy.fragments = fragments == null ? null : new ArrayList<>(fragments);
		copy.length = length;
		copy.isUndefined = isUndefined;
		if (items != null) {
			copy.items = new ArrayList<>();
			items.forEach(item -> copy.items.add(copy(item)));
		}
		return copy;
	}

	static List<Node> copy(final List<Node> nodes) {
		final List<Node> copies = new ArrayList<>();
		nodes.forEach(node -> copies.add(node.copy()));
		return copies;
	}

	/** Visits lists of elements, these and those of all items. */
	static void visit(final List<Node> nodes, final Consumer<List<Node>> visitor) {
		visitor.accept(nodes);
		for (final Node node : nodes)
			if (node.items != null) node.items.forEach(item -> visit(item, visitor));
	}

	boolean isText() {
		return Tags.TEXT.contains(vr);
	}

	@Override
	public String toString() {
		final String kind = items != null ? items.size() + " items"
			: fragments != null ? fragments.size() + " fragments" : value.length + " bytes";
		return String.format("(%04X,%04X) %s %s", tag >>> 16, tag & 0xFFFF, vr, kind);
	}
}
