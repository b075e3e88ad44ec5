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

package io.github.dicomvolumes.series.object;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Dictionary;
import io.github.dicomvolumes.data.Element;
import io.github.dicomvolumes.data.Tag;

/**
 * Where a frame is in one of the dimensions that its enhanced image declares (PS3.3 C.7.6.17).
 *
 * @param pointer the attribute that the dimension is about, which may be a manufacturer's
 * @param label Dimension Description Label, else the name of the attribute, else its tag
 * @param index of Dimension Index Values, which has an order but no meaning
 * @param text what the attribute itself says for this frame; empty if the file does not have it
 */
public record DimensionIndex(int pointer, String label, long index, String text) {

	private static final int FUNCTIONAL_GROUP_POINTER = Dictionary.tag("FunctionalGroupPointer");
	private static final int PRIVATE_CREATOR = Dictionary.tag("DimensionIndexPrivateCreator");
	private static final int GROUP_PRIVATE_CREATOR = Dictionary.tag("FunctionalGroupPrivateCreator");
	private static final int LABEL = Dictionary.tag("DimensionDescriptionLabel");

	/** Those of a frame, in the order of Dimension Index Sequence; none if it has no value for each of them. */
	public static List<DimensionIndex> of(final Frame frame) {
		final Attributes attributes = frame.attributes();
		final List<Attributes> dimensions = attributes.items(Tag.DIMENSION_INDEX_SEQUENCE);
		final double[] values = attributes.doubles(Tag.DIMENSION_INDEX_VALUES);
		if (dimensions.isEmpty() || values.length != dimensions.size()) return List.of();
		final List<DimensionIndex> indices = new ArrayList<>();
		for (int d = 0; d < values.length; d++) {
			final Attributes dimension = dimensions.get(d);
			final int pointer = tag(dimension, Tag.DIMENSION_INDEX_POINTER);
			final String name = Dictionary.find(pointer).map(Dictionary.Entry::name).orElse(Tag.describe(pointer));
			indices.add(new DimensionIndex(pointer, dimension.orElse(LABEL, name), (long) values[d],
				value(attributes, dimension, pointer).map(Element::text).orElse("")));
		}
		return List.copyOf(indices);
	}

	/** Whether only a manufacturer knows what the dimension means. */
	public boolean isPrivate() {
		return Tag.isPrivate(pointer);
	}

	/** What the dimension points to: in the group of the frame, of all frames, or where standard attributes are. */
	private static Optional<Element> value(final Attributes attributes, final Attributes dimension, final int pointer) {
		final String creator = dimension.orElse(PRIVATE_CREATOR, "");
		final int group = tag(dimension, FUNCTIONAL_GROUP_POINTER);
		final String groupCreator = dimension.orElse(GROUP_PRIVATE_CREATOR, creator);
		return Stream.of(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE, Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE)
			.flatMap(tag -> attributes.items(tag).stream().limit(1))
			.flatMap(item -> find(item, group, groupCreator).stream()
				.flatMap(found -> item.items(found.tag()).stream().limit(1)))
			.flatMap(item -> find(item, pointer, creator).stream())
			.findFirst()
			.or(() -> find(attributes, pointer, creator));
	}

	/** An element where its creator has put it, else under its tag. */
	private static Optional<Element> find(final Attributes attributes, final int tag, final String creator) {
		final Optional<Element> ofCreator = Tag.isInPrivateBlock(tag) && !creator.isEmpty()
			? attributes.optional(creator, Tag.group(tag), Tag.element(tag) & 0xFF)
			: Optional.empty();
		return ofCreator.or(() -> attributes.optional(tag));
	}

	/** The value of an attribute that is a tag; 0 if there is none. */
	private static int tag(final Attributes attributes, final int pointer) {
		final List<String> tags = attributes.strings(pointer);
		return tags.isEmpty() || tags.get(0).isEmpty() ? 0 : Tag.parse(tags.get(0));
	}
}
