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

package io.github.dicomvolumes.view.table;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Dictionary;
import io.github.dicomvolumes.data.Element;
import io.github.dicomvolumes.data.Disclosure;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.VR;
import io.github.dicomvolumes.io.header.DicomFile;
import io.github.dicomvolumes.series.catalog.Stack;
import io.github.dicomvolumes.series.object.Frame;

/**
 * A row for each attribute of a file, those inside sequences too, under the path that leads there:
 * {@code 0008,1140[1]>0008,1150} is in the first item. For a volume, {@code Varies} says how many values an attribute
 * has among its files. Hidden patient data keep their row, without the value.
 */
public final class MetadataTable {

	private MetadataTable() {}

	/** The attributes of one file. */
	public static DataTable of(final DicomFile file, final Disclosure disclosure) {
		return table(file.metaInformation(), file.attributes(), Map.of(), disclosure);
	}

	/** The attributes of one frame of a stack, and which of them vary within it. */
	public static DataTable of(final Stack stack, final Frame frame, final Disclosure disclosure) {
		return table(frame.file().metaInformation(), frame.attributes(), variations(stack), disclosure);
	}

	private static DataTable table(final Attributes meta, final Attributes attributes,
		final Map<String, Integer> variations, final Disclosure disclosure)
	{
		final DataTable table = new DataTable("DICOM Metadata", "Tag", "Keyword", "Name", "VR", "VM", "Value",
			"Varies");
		final Visitor row = (path, owner, element, shown) -> {
			final Optional<Dictionary.Entry> entry = owner.entry(element.tag());
			table.add(path, entry.map(Dictionary.Entry::keyword).orElse(""),
				entry.map(Dictionary.Entry::name).orElse("Private"), element.vr(), element.multiplicity(),
				shown.value(element.tag(), element.display()), variations.get(path));
		};
		walk("", meta, disclosure, row);
		walk("", attributes, disclosure, row);
		return table;
	}

	/** How many values each attribute has, for those that have several; absent counts as one. */
	private static Map<String, Integer> variations(final Stack stack) {
		final List<Frame> frames = stack.frames();
		final Map<String, Object> values = new HashMap<>();
		final Map<String, Integer> counts = new HashMap<>();
		for (final Frame frame : frames) {
			final Visitor count = (path, owner, element, shown) -> {
				counts.merge(path, 1, Integer::sum);
				collect(values, path, element);
			};
			walk("", frame.file().metaInformation(), Disclosure.SHOW, count);
			walk("", frame.attributes(), Disclosure.SHOW, count);
		}
		final Map<String, Integer> variations = new HashMap<>();
		values.forEach((path, value) -> {
			final int distinct = (value instanceof Set<?> several ? several.size() : 1) +
				(counts.get(path) < frames.size() ? 1 : 0);
			if (distinct > 1) variations.put(path, distinct);
		});
		return variations;
	}

	/** Keeps one value as it is and makes a set only when a second comes: most never vary. */
	private static void collect(final Map<String, Object> values, final String path, final Element element) {
		final Object value = element.vr() == VR.SQ ? "items" : element; // they have rows of their own
		final Object known = values.putIfAbsent(path, value);
		if (known == null || known.equals(value)) return;
		@SuppressWarnings("unchecked")
		final Set<Object> several = known instanceof Set ? (Set<Object>) known : new HashSet<>(List.of(known));
		several.add(value);
		values.put(path, several);
	}

	/** Sees every element with its path, the attributes that it stands among and what may be seen of them. */
	@FunctionalInterface
	private interface Visitor {

		void visit(String path, Attributes owner, Element element, Disclosure shown);
	}

	private static void walk(final String prefix, final Attributes attributes, final Disclosure shown,
		final Visitor visitor)
	{
		for (final Element element : attributes.elements()) {
			final String path = prefix + Tag.format(element.tag());
			visitor.visit(path, attributes, element, shown);
			final List<Attributes> items = attributes.items(element.tag());
			for (int item = 0; item < items.size(); item++)
				walk(path + "[" + (item + 1) + "]>", items.get(item), shown.within(element.tag()), visitor);
		}
	}
}
