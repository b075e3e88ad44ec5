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

package io.github.dicomvolumes.io.web;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.AttributesBuilder;
import io.github.dicomvolumes.data.CharacterSet;
import io.github.dicomvolumes.data.Dictionary;
import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.VR;
import io.github.dicomvolumes.io.source.Limits;

/**
 * Data sets from DICOM JSON (PS3.18 F.2), one after the other:
 *
 * <pre>
 * [ { "00280010": { "vr": "US", "Value": [ 512 ] }, "7FE00010": { "vr": "OW", "BulkDataURI": "..." } }, ... ]
 * </pre>
 *
 * The values become the bytes that a file has, little endian, of even length, so that what comes after sees no
 * difference. Text takes the character set that the data set names, or UTF-8 where that has not all characters.
 */
final class DicomJson {

	/** Of JSON for each level of sequences: items, item, attribute, values. */
	private static final int LEVELS = 3;

	private final JsonInput json;
	private final URI base;
	private final Limits limits;
	private final List<BulkReference> bulk = new ArrayList<>();
	private int elements;

	/**
	 * @param base against which relative references are resolved
	 * @param limits of one data set
	 */
	DicomJson(final InputStream in, final URI base, final Limits limits) {
		this.base = base;
		this.limits = limits;
		json = new JsonInput(in, LEVELS * limits.nesting(), limits.headerBytes());
	}

	/**
	 * All data sets of an answer, at most one more than wanted.
	 *
	 * @param most that are wanted
	 * @param memory bytes that may be held, from which those of the data sets are taken; shared by all answers that are
	 *        held at the same time
	 * @throws DicomException if it is no DICOM JSON, or takes too much memory
	 */
	static List<JsonDataSet> all(final Answer answer, final Limits limits, final int most, final AtomicLong memory)
		throws IOException
	{
		if (answer.isEmpty()) return List.of();
		if (!answer.type().isJson()) throw answer.ofAnotherType("DICOM JSON");
		final DicomJson json = new DicomJson(answer.body(), answer.uri(), limits);
		final List<JsonDataSet> all = new ArrayList<>();
		for (JsonDataSet next = json.next(); next != null && all.size() <= most; next = json.next()) {
			if (memory.addAndGet(-next.bytes()) < 0)
				throw new DicomException("its data sets take more than " + (limits.allHeaderBytes() >> 20) +
					" MiB of memory, with those that came before (Limits.allHeaderBytes)");
			all.add(next);
		}
		return all;
	}

	/**
	 * The next data set.
	 *
	 * @return null if there is none any more
	 * @throws DicomException if it is no DICOM JSON; the message names the attribute
	 */
	JsonDataSet next() throws IOException {
		final JsonValue value = json.next();
		if (value == null) return null;
		if (!(value instanceof JsonValue.Group group))
			throw new DicomException("the JSON has no data set in its array");
		try {
			return dataSet(group.members(), charset(group.members()));
		}
		catch (final UnmappableText exc) {
			return dataSet(group.members(), JsonBytes.UTF_8);
		}
	}

	/** The character set that a data set names. */
	private static CharacterSet charset(final Map<String, JsonValue> members) {
		final JsonValue element = members.get("00080005");
		return element instanceof JsonValue.Group group ? CharacterSet.of(strings(group.members()))
			: CharacterSet.DEFAULT;
	}

	private JsonDataSet dataSet(final Map<String, JsonValue> members, final CharacterSet charset)
		throws DicomException
	{
		bulk.clear();
		elements = 0;
		final AttributesBuilder meta = Attributes.builder();
		final Attributes attributes = attributes(members, meta, charset, 0);
		return new JsonDataSet(meta.build(), attributes, bulk);
	}

	/** @param meta takes group 0002; null in items, which have none */
	private Attributes attributes(final Map<String, JsonValue> members, final AttributesBuilder meta,
		final CharacterSet charset, final int depth) throws DicomException
	{
		final AttributesBuilder builder = Attributes.builder(ByteOrder.LITTLE_ENDIAN, charset);
		for (final Map.Entry<String, JsonValue> member : members.entrySet()) {
			final int tag = tag(member.getKey());
			if (Tag.element(tag) == 0 && Tag.group(tag) != 0 || Tag.group(tag) == 0) continue; // lengths, commands
			if (++elements > limits.elements())
				throw new DicomException("more than " + limits.elements() + " elements in one data set");
			if (!(member.getValue() instanceof JsonValue.Group element))
				throw new DicomException(Tag.describe(tag) + " is no group of vr and value in the JSON");
			final boolean isMeta = Tag.group(tag) == 2;
			if (!isMeta) put(builder, tag, element.members(), charset, depth);
			else if (meta != null) put(meta, tag, element.members(), CharacterSet.DEFAULT, depth);
		}
		return builder.build();
	}

	private static int tag(final String key) throws DicomException {
		if (key.length() != 8 || !key.chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 0x80))
			throw new DicomException("the JSON has a name that is no tag of eight digits");
		return Integer.parseUnsignedInt(key, 16);
	}

	private void put(final AttributesBuilder builder, final int tag, final Map<String, JsonValue> element,
		final CharacterSet charset, final int depth) throws DicomException
	{
		final VR vr = vr(tag, element);
		if (tag == Tag.SPECIFIC_CHARACTER_SET) {
			if (charset.terms().isEmpty()) return;
			builder.put(tag, VR.CS, JsonBytes.padded(VR.CS, JsonBytes.ascii(String.join("\\", charset.terms()))));
			return;
		}
		if (element.get("BulkDataURI") instanceof JsonValue.Text text) {
			reference(builder, tag, vr, text.value(), depth);
			return;
		}
		if (element.get("InlineBinary") instanceof JsonValue.Text text) {
			builder.put(tag, vr, JsonBytes.padded(vr, JsonBytes.inline(tag, text.value())));
			return;
		}
		final List<JsonValue> values = values(element);
		if (vr == VR.SQ) builder.put(tag, items(tag, values, charset, depth + 1));
		else builder.put(tag, vr, JsonBytes.padded(vr, JsonBytes.of(tag, vr, values, charset)));
	}

	private void reference(final AttributesBuilder builder, final int tag, final VR vr, final String uri,
		final int depth)
	{
		builder.putLeftInFile(tag, vr, Integer.MAX_VALUE);
		if (depth > 0) return;
		try {
			bulk.add(new BulkReference(tag, vr, base.resolve(uri.strip())));
		}
		catch (final IllegalArgumentException exc) {
			return; // no address: then the value is nowhere
		}
	}

	private List<Attributes> items(final int tag, final List<JsonValue> values, final CharacterSet charset,
		final int depth) throws DicomException
	{
		if (depth > limits.nesting())
			throw new DicomException("sequences within each other exceed " + limits.nesting() + " levels");
		final List<Attributes> items = new ArrayList<>(values.size());
		for (final JsonValue value : values)
			if (value instanceof JsonValue.Group item) items.add(attributes(item.members(), null, charset, depth));
			else if (value instanceof JsonValue.Nothing) items.add(Attributes.EMPTY);
			else throw new DicomException(Tag.describe(tag) + " has an item in the JSON that is none");
		return items;
	}

	/** What is said, or what the dictionary says where that is nothing. */
	private static VR vr(final int tag, final Map<String, JsonValue> element) {
		final String name = element.getOrDefault("vr", JsonValue.Nothing.NULL).text();
		final VR vr = name.length() == 2 ? VR.of(name.charAt(0), name.charAt(1)) : null;
		return vr == null ? Dictionary.vr(tag) : vr;
	}

	private static List<JsonValue> values(final Map<String, JsonValue> element) {
		final JsonValue value = element.getOrDefault("Value", JsonValue.Nothing.NULL);
		if (value instanceof JsonValue.Array array) return array.values();
		return value instanceof JsonValue.Nothing ? List.of() : List.of(value); // some write a single one so
	}

	private static List<String> strings(final Map<String, JsonValue> element) {
		return values(element).stream().map(value -> value.text().strip()).toList();
	}
}
