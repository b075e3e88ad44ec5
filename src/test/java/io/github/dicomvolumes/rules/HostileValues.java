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

package io.github.dicomvolumes.rules;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.AttributesBuilder;
import io.github.dicomvolumes.data.Element;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.VR;

/**
 * Data sets with one value that no scanner would write, at each place of a data set and of its items: wrong numbers,
 * too few and too many values, no value, no element, items that are missing, empty or too many.
 */
final class HostileValues {

	/** A data set, and what was done to it. */
	record Spoilt(String what, Attributes attributes) {}

	private static final double[] NUMBERS = { 0, -1, 1, 2, 3, 7, 17, 64, 65535, 2147483648.0, 1e-300, 1e308, 1e12 };
	private static final String[] NO_NUMBERS = { "NaN", "Infinity", "1e999", "-", "1\\\\1", "x" };
	private static final int LARGE = 64;

	private HostileValues() {}

	/** All variants. */
	static List<Spoilt> of(final Attributes attributes) {
		final List<Spoilt> all = new ArrayList<>();
		for (final Element element : attributes.elements())
			add(attributes, element, all);
		for (final int tag : new int[] { Tag.PLANAR_CONFIGURATION, Tag.NUMBER_OF_FRAMES, Tag.PIXEL_PADDING_RANGE_LIMIT,
			Tag.RESCALE_SLOPE, Tag.SLICE_THICKNESS, Tag.SPACING_BETWEEN_SLICES, Tag.PIXEL_SPACING,
			Tag.GANTRY_DETECTOR_TILT, Tag.MAXIMUM_FRACTIONAL_VALUE, Tag.DOSE_GRID_SCALING })
			if (!attributes.contains(tag)) for (final double number : NUMBERS)
				all.add(new Spoilt(Tag.describe(tag) + " added, " + number, with(attributes, b -> b.put(tag, number))));
		return all;
	}

	private interface Change {

		void apply(AttributesBuilder builder);
	}

	/** The same with other elements, which win. */
	private static Attributes with(final Attributes attributes, final Change change) {
		final AttributesBuilder builder = Attributes.builder();
		change.apply(builder);
		return builder.putAll(attributes).build();
	}

	private static Attributes without(final Attributes attributes, final int tag) {
		final AttributesBuilder builder = Attributes.builder();
		for (final Element element : attributes.elements())
			if (element.tag() != tag) builder.putAll(
				element.vr() == VR.SQ ? Attributes.builder().put(element.tag(), attributes.items(element.tag())).build()
					: Attributes.builder().put(element.tag(), element.vr(), element.bytes()).build());
		return builder.build();
	}

	private static void add(final Attributes attributes, final Element element, final List<Spoilt> all) {
		final int tag = element.tag();
		final String name = Tag.describe(tag);
		all.add(new Spoilt(name + " removed", without(attributes, tag)));
		if (element.vr() == VR.SQ) addItems(attributes, tag, all);
		else for (final byte[] bytes : values(element))
			all.add(new Spoilt(name + " " + text(element.vr(), bytes),
				with(attributes, b -> b.put(tag, element.vr(), bytes))));
	}

	private static String text(final VR vr, final byte[] bytes) {
		return vr.isText() ? new String(bytes, StandardCharsets.ISO_8859_1)
			: bytes.length > LARGE ? bytes.length + " bytes" : Arrays.toString(bytes);
	}

	private static void addItems(final Attributes attributes, final int tag, final List<Spoilt> all) {
		final String name = Tag.describe(tag);
		final List<Attributes> items = attributes.items(tag);
		all.add(new Spoilt(name + " without items", with(attributes, b -> b.put(tag, List.of()))));
		final List<Attributes> twice = new ArrayList<>(items);
		twice.addAll(items);
		all.add(new Spoilt(name + " twice", with(attributes, b -> b.put(tag, twice))));
		all.add(new Spoilt(name + " first only", with(attributes, b -> b.put(tag, items.subList(0, 1)))));
		for (final int i : new int[] { 0, items.size() - 1 }) {
			final List<Attributes> changed = new ArrayList<>(items);
			changed.set(i, Attributes.EMPTY);
			all.add(new Spoilt(name + " item " + i + " empty", with(attributes, b -> b.put(tag, changed))));
			for (final Spoilt inner : of(items.get(i)).stream().filter(s -> !s.what.contains("added")).toList()) {
				final List<Attributes> spoilt = new ArrayList<>(items);
				spoilt.set(i, inner.attributes);
				all.add(new Spoilt(name + "[" + i + "] " + inner.what, with(attributes, b -> b.put(tag, spoilt))));
			}
		}
	}

	/** Other values for an element. */
	private static List<byte[]> values(final Element element) {
		final byte[] bytes = element.bytes();
		final List<byte[]> values = new ArrayList<>(List.of(new byte[0], Arrays.copyOf(bytes, bytes.length / 2 / 2 * 2),
			Arrays.copyOf(bytes, bytes.length + 2)));
		final double[] numbers = element.vr().isText() && element.vr() != VR.DS && element.vr() != VR.IS ? new double[0]
			: bytes.length > LARGE ? new double[0] : element.doubles();
		if (element.vr() == VR.CS) for (final String term : List.of("X", "YBR_FULL", "RGB", "PALETTE COLOR",
			"MONOCHROME1", "YBR_PARTIAL_420", "YBR_FULL_422", "BINARY", "LABELMAP", "TILED_FULL"))
			values.add(term.getBytes(StandardCharsets.US_ASCII));
		for (int i = 0; i < numbers.length; i++) {
			final int at = i;
			for (final double number : NUMBERS) {
				final double[] changed = numbers.clone();
				changed[i] = number;
				values.add(bytes(element.vr(), changed));
			}
			if (element.vr().isText()) for (final String text : NO_NUMBERS) {
				final String[] changed = DoubleStream.of(numbers).mapToObj(Double::toString).toArray(String[]::new);
				changed[at] = text;
				values.add(String.join("\\", changed).getBytes(StandardCharsets.US_ASCII));
			}
			else if (element.vr() == VR.FD || element.vr() == VR.FL)
				for (final double odd : new double[] { Double.NaN, Double.POSITIVE_INFINITY })
				{
					final double[] changed = numbers.clone();
					changed[i] = odd;
					values.add(bytes(element.vr(), changed));
				}
		}
		if (numbers.length > 1) {
			values.add(bytes(element.vr(), new double[numbers.length]));
			values.add(bytes(element.vr(), DoubleStream.generate(() -> 1).limit(numbers.length).toArray()));
			values.add(bytes(element.vr(), DoubleStream.generate(() -> 65535).limit(numbers.length).toArray()));
		}
		return values;
	}

	private static byte[] bytes(final VR vr, final double[] numbers) {
		if (vr.isText()) return Stream.of(DoubleStream.of(numbers).boxed().toArray(Double[]::new))
			.map(n -> n == Math.rint(n) && Math.abs(n) < 1e15 ? Long.toString(n.longValue()) : Double.toString(n))
			.reduce((a, b) -> a + "\\" + b)
			.orElse("")
			.getBytes(StandardCharsets.US_ASCII);
		return Attributes.builder().put(Tag.ROWS, vr, numbers).build().optional(Tag.ROWS).orElseThrow().bytes();
	}
}
