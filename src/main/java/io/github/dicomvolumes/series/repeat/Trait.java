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

package io.github.dicomvolumes.series.repeat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Dictionary;
import io.github.dicomvolumes.data.Element;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.series.Numbers;
import io.github.dicomvolumes.series.object.Frame;
import io.github.dicomvolumes.series.object.NuclearMedicine;

/**
 * Something that may tell the frames at one position apart.
 *
 * @param name for people
 * @param kind what its values are
 * @param value null if a frame has none
 * @param before what stands before the number of a value, for people
 * @param after what stands after it
 */
record Trait(String name, Kind kind, Function<Frame, Value> value, String before, String after) {

	/** What values are. */
	enum Kind {
		TIME,
		/** Times too, but also where they only count images of other sorts: numbers of acquisitions, moments. */
		COUNT,
		/** Diffusion weightings, which are sorts of image. */
		DIFFUSION,
		/** Other sorts of image: echoes, energies. */
		SORT
	}

	/**
	 * @param number by which values are ordered
	 * @param detail what else it is, empty for most
	 */
	record Value(double number, String detail) {}

	/** Whether its values are times; otherwise they are sorts of image. */
	boolean isTime() {
		return kind == Kind.TIME || kind == Kind.COUNT;
	}

	/** A value for people, such as "EchoTime 4.6 ms". */
	String label(final Value of) {
		return before + Numbers.text(of.number) + after + of.detail;
	}

	/**
	 * What a value is for people, such as "Trigger Time 40"; of moments, which may tell who the patient is, the rank
	 * alone: "time 3 by Acquisition Time".
	 *
	 * @param rank among all values, from 1
	 */
	String text(final Value of, final int rank) {
		return MOMENTS.contains(name) ? "time " + rank + " by " + name
			: name + " " + Numbers.text(of.number) + of.detail;
	}

	private static final Set<String> MOMENTS = MomentTags.ALL.stream()
		.map(tag -> Dictionary.find(tag).orElseThrow().name())
		.collect(Collectors.toUnmodifiableSet());

	private static final String B = "b = ", B_UNIT = " s/mm2";

	/** The number of the acquisition. */
	static final Trait ACQUISITION = of(Kind.COUNT, Tag.ACQUISITION_NUMBER, "", "");

	/** What to try for a frame's group, the most telling first; Dimension Index Values last. */
	static List<Trait> of(final Frame frame) {
		final List<Trait> traits = attributes();
		traits.addAll(dimensionIndices(frame.attributes()));
		return traits;
	}

	private static List<Trait> attributes() {
		final List<Trait> traits = new ArrayList<>();
		traits.add(time(Tag.TEMPORAL_POSITION_IDENTIFIER));
		traits.add(time("TemporalPositionIndex"));
		traits.add(of(Kind.DIFFUSION, Tag.DIFFUSION_B_VALUE, B, B_UNIT));
		traits.add(new Trait("Diffusion b-value and Diffusion Gradient Orientation", Kind.DIFFUSION,
			f -> gradient(f.attributes().number(Tag.DIFFUSION_B_VALUE),
				f.attributes().doubles(Tag.DIFFUSION_GRADIENT_ORIENTATION)),
			B, B_UNIT));
		traits.add(time(Tag.TRIGGER_TIME));
		traits.add(time(Tag.NOMINAL_CARDIAC_TRIGGER_DELAY_TIME));
		traits.add(channel(Tag.ECHO_TIME, "EchoTime ", " ms"));
		traits.add(channel(Dictionary.tag("EffectiveEchoTime"), "EchoTime ", " ms"));
		traits.add(channel(Dictionary.tag("EchoNumbers"), "echo ", ""));
		traits.add(privateB("Philips Imaging DD 001", 0x2001, 0x03));
		final SiemensDiffusion siemens = new SiemensDiffusion();
		traits.add(new Trait("b-value of Siemens", Kind.DIFFUSION, f -> number(siemens.of(f).b()), B, B_UNIT));
		traits.add(new Trait("b-value and gradient direction of Siemens", Kind.DIFFUSION,
			f -> gradient(siemens.of(f).b(), siemens.of(f).direction()), B, B_UNIT));
		traits.add(privateB("GEMS_PARM_01", 0x0043, 0x39));
		traits.add(time(Tag.FRAME_REFERENCE_TIME));
		traits.add(time("ActualFrameDuration"));
		traits.add(new Trait("Philips phase number", Kind.TIME,
			f -> number(f.attributes()
				.optional("Philips Imaging DD 001", 0x2001, 0x08)
				.map(Element::number)
				.orElse(OptionalDouble.empty())),
			"", ""));
		traits.add(time("CardiacNumberOfImages"));
		for (final int tag : NuclearMedicine.CHANNELS)
			traits.add(channel(tag, Dictionary.find(tag).orElseThrow().name().replace("Vector", ""), ""));
		for (final int tag : NuclearMedicine.TIMES)
			traits.add(time(tag));
		traits.add(ACQUISITION);
		traits.add(of(Kind.COUNT, Dictionary.tag("FrameAcquisitionNumber"), "", ""));
		for (final int tag : MomentTags.ALL)
			traits.add(new Trait(Dictionary.find(tag).orElseThrow().name(), Kind.COUNT,
				f -> number(MomentTags.seconds(f.attributes(), tag)), "", ""));
		return traits;
	}

	/** The columns of Dimension Index Values but those that say where in the stack a frame lies. */
	private static List<Trait> dimensionIndices(final Attributes attributes) {
		final List<Attributes> dimensions = attributes.items(Tag.DIMENSION_INDEX_SEQUENCE);
		final List<Trait> traits = new ArrayList<>();
		for (int i = 0; i < dimensions.size(); i++) {
			final int column = i;
			final int pointer = pointer(dimensions.get(i));
			if (pointer == Tag.STACK_ID || pointer == Tag.IN_STACK_POSITION_NUMBER ||
				pointer == Tag.IMAGE_POSITION_PATIENT) continue;
			final String name = Dictionary.find(pointer).map(Dictionary.Entry::name).orElse("dimension " + (i + 1));
			traits.add(
				new Trait(name, name.contains("Time") || name.contains("Temporal") ? Kind.TIME : Kind.SORT, frame -> {
					final double[] values = frame.attributes().doubles(Tag.DIMENSION_INDEX_VALUES);
					return column < values.length ? new Value(values[column], "") : null;
				}, name + " ", ""));
		}
		return traits;
	}

	/** The tag that a dimension's index is of (AT: two words). */
	private static int pointer(final Attributes dimension) {
		final String text = dimension.orElse(Tag.DIMENSION_INDEX_POINTER, "");
		return text.matches("\\(\\p{XDigit}{4},\\p{XDigit}{4}\\)") ? Tag.parse(text) : 0;
	}

	private static Trait time(final String keyword) {
		return time(Dictionary.tag(keyword));
	}

	private static Trait time(final int tag) {
		return of(Kind.TIME, tag, "", "");
	}

	private static Trait channel(final int tag, final String before, final String after) {
		return of(Kind.SORT, tag, before, after);
	}

	private static Trait of(final Kind kind, final int tag, final String before, final String after) {
		return new Trait(Dictionary.find(tag).orElseThrow().name(), kind,
			frame -> number(frame.attributes().number(tag)), before, after);
	}

	/** GE adds flags above 100000. */
	private static Trait privateB(final String creator, final int group, final int element) {
		return new Trait("b-value of " + creator, Kind.DIFFUSION, frame -> {
			final OptionalDouble b = frame.attributes()
				.optional(creator, group, element)
				.map(Element::number)
				.orElse(OptionalDouble.empty());
			return number(b.isPresent() ? OptionalDouble.of(b.getAsDouble() % 100_000) : b);
		}, B, B_UNIT);
	}

	private static Value gradient(final OptionalDouble b, final double[] direction) {
		if (b.isEmpty()) return null;
		return new Value(b.getAsDouble(), direction.length == 0 ? ""
			: ", direction " + String.join(" ", Arrays.stream(direction).mapToObj(Numbers::text).toList()));
	}

	private static Value number(final OptionalDouble number) {
		return number.isEmpty() ? null : new Value(number.getAsDouble(), "");
	}
}
