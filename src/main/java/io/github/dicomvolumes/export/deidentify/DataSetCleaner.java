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
package io.github.dicomvolumes.export.deidentify;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.AttributesBuilder;
import io.github.dicomvolumes.data.CharacterSet;
import io.github.dicomvolumes.data.Element;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.VR;

/** Makes a data set, and the items in it at any depth, into one that identifies nobody. */
final class DataSetCleaner {

	private static final Set<Integer> PIXELS = Set.of(Tag.PIXEL_DATA, Tag.FLOAT_PIXEL_DATA,
		Tag.DOUBLE_FLOAT_PIXEL_DATA);

	private final ElementRules rules;
	private final ValueCleaner values;

	DataSetCleaner(final ElementRules rules, final ValueCleaner values) {
		this.rules = rules;
		this.values = values;
	}

	/**
	 * A data set without its pixels.
	 *
	 * @param claimed what the copy says of itself, which stands in place of what the data set says
	 * @throws TooLargeException if a value that would stay was left in its file
	 */
	Attributes clean(final Attributes dataSet, final Attributes claimed) throws TooLargeException {
		final var builder = Attributes.builder(dataSet.order(), CharacterSet.DEFAULT, dataSet.size());
		claimed.elements().forEach(element -> putClaim(element, claimed, builder));
		clean(dataSet, builder);
		return builder.build();
	}

	/** Claims are text, so that the byte order does not count. */
	private static void putClaim(final Element element, final Attributes holder, final AttributesBuilder builder) {
		if (element.vr() == VR.SQ) builder.put(element.tag(), holder.items(element.tag()));
		else builder.put(element.tag(), element.vr(), element.bytes());
	}

	private Attributes cleanItem(final Attributes item) throws TooLargeException {
		final var builder = Attributes.builder(item.order(), item.charset());
		clean(item, builder);
		return builder.build();
	}

	private void clean(final Attributes holder, final AttributesBuilder builder) throws TooLargeException {
		final Set<Integer> blocks = new HashSet<>(0);
		for (final Element element : holder.elements()) {
			if (PIXELS.contains(element.tag()) || Tag.isPrivateCreator(element.tag())) continue;
			final ElementRules.Treatment treatment = rules.of(element.tag(), element.vr(), holder);
			if (treatment == ElementRules.Treatment.REMOVE) continue;
			put(element, treatment, holder, builder);
			if (Tag.isPrivate(element.tag())) blocks.add(creatorOf(element.tag()));
		}
		for (final int creator : blocks)
			holder.optional(creator).ifPresent(e -> builder.put(creator, VR.LO, e.bytes()));
	}

	private static int creatorOf(final int tag) {
		return Tag.of(Tag.group(tag), Tag.element(tag) >>> 8);
	}

	private void put(final Element element, final ElementRules.Treatment treatment, final Attributes holder,
		final AttributesBuilder builder) throws TooLargeException
	{
		final int tag = element.tag();
		if (element.vr() == VR.SQ) {
			final boolean isEmpty = treatment == ElementRules.Treatment.EMPTY;
			builder.put(tag, isEmpty ? List.of() : cleanItems(holder.items(tag)));
			return;
		}
		if (element.isLeftInFile()) throw new TooLargeException(element);
		final Optional<byte[]> value = switch (treatment) {
			case EMPTY -> Optional.of(new byte[0]);
			case DUMMY -> Optional.of(element.isEmpty() ? new byte[0] : values.dummy(element.vr()));
			case DATE -> Optional.of(values.shifted(element));
			default -> values.clean(element, holder.charset());
		};
		value.ifPresent(bytes -> builder.put(tag, element.vr(), bytes));
	}

	private List<Attributes> cleanItems(final List<Attributes> items) throws TooLargeException {
		final List<Attributes> cleaned = new ArrayList<>(items.size());
		for (final Attributes item : items)
			cleaned.add(cleanItem(item));
		return cleaned;
	}
}
