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
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Dictionary;
import io.github.dicomvolumes.data.Element;
import io.github.dicomvolumes.data.NumberText;
import io.github.dicomvolumes.data.OwnAttributes;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.series.object.DimensionIndex;
import io.github.dicomvolumes.series.object.Frame;
import io.github.dicomvolumes.series.object.NuclearMedicine;
import io.github.dicomvolumes.series.repeat.DistinguishingAttribute.Role;
import io.github.dicomvolumes.series.repeat.DistinguishingAttribute.Value;

/** What may tell frames at the same position apart, the most telling first (R14, R55, R67). */
public final class DistinguishingAttributes {

	/** The number of the acquisition. */
	static final DistinguishingAttribute ACQUISITION = of(Role.COUNT, Tag.ACQUISITION_NUMBER, "", "");

	/** The number of a file with several frames: it tells volumes apart where each is one, and no more. */
	static final DistinguishingAttribute FILE_NUMBER = new DistinguishingAttribute("Instance Number of the file",
		Role.COUNT, f -> isOfSeveral(f) ? value(f.attributes().number(Tag.INSTANCE_NUMBER)) : Value.ABSENT, "", "");

	private static final String B = "b = ", B_UNIT = " s/mm2";

	private static final String PHILIPS = "Philips Imaging DD 001", PHILIPS_GRADIENTS = "Philips MR Imaging DD 005";

	/** A phase in percent of a cycle, such as 0% or TP70%. */
	private static final Pattern PERCENT = Pattern.compile(".*?(\\d+(?:\\.\\d+)?) ?%.*");

	private DistinguishingAttributes() {}

	/** What to try for a group of frames like this one; Dimension Index Values last. */
	public static List<DistinguishingAttribute> of(final Frame frame) {
		final List<DistinguishingAttribute> all = new ArrayList<>();
		addOwn(all);
		addTimes(all);
		addDiffusion(all);
		all.add(time(Tag.TRIGGER_TIME));
		all.add(time(Tag.NOMINAL_CARDIAC_TRIGGER_DELAY_TIME));
		addSorts(all);
		addManufacturers(all);
		addLaterTimes(all);
		addDimensions(all, frame);
		addCounts(all);
		return all;
	}

	/** What this program has written. */
	private static void addOwn(final List<DistinguishingAttribute> all) {
		all.add(new DistinguishingAttribute("channel", Role.MEANING, DistinguishingAttributes::ownChannel, null, ""));
		all.add(new DistinguishingAttribute("time", Role.TIME,
			f -> value(number(f.attributes(), OwnAttributes.CREATOR, OwnAttributes.GROUP, OwnAttributes.TIME)), "",
			""));
	}

	private static Value ownChannel(final Frame frame) {
		final OptionalDouble channel = number(frame.attributes(), OwnAttributes.CREATOR, OwnAttributes.GROUP,
			OwnAttributes.CHANNEL);
		if (channel.isEmpty()) return Value.ABSENT;
		return new Value(channel.getAsDouble(),
			frame.attributes()
				.optional(OwnAttributes.CREATOR, OwnAttributes.GROUP, OwnAttributes.CHANNEL_LABEL)
				.map(Element::text)
				.orElseGet(() -> "channel " + NumberText.of(channel.getAsDouble())));
	}

	private static void addTimes(final List<DistinguishingAttribute> all) {
		all.add(time(Tag.TEMPORAL_POSITION_IDENTIFIER));
		all.add(time("TemporalPositionIndex"));
	}

	private static void addDiffusion(final List<DistinguishingAttribute> all) {
		// the tiles of a mosaic share one header
		final Map<Attributes, DiffusionWeighting> known = new IdentityHashMap<>();
		final Function<Frame, DiffusionWeighting> weighting = f -> known.computeIfAbsent(f.attributes(),
			DiffusionWeighting::of);
		all.add(new DistinguishingAttribute("b-value", Role.DIFFUSION, f -> value(weighting.apply(f).b()), B, B_UNIT));
		all.add(new DistinguishingAttribute("b-value and gradient direction", Role.DIFFUSION,
			f -> weighted(weighting.apply(f)), B, B_UNIT));
		all.add(new DistinguishingAttribute("Philips gradient number", Role.MEANING,
			f -> value(number(f.attributes(), PHILIPS_GRADIENTS, 0x2005, 0x13)), "gradient ", ""));
	}

	private static Value weighted(final DiffusionWeighting weighting) {
		if (weighting.b().isEmpty() && weighting.direction().isEmpty()) return Value.ABSENT;
		final String separator = weighting.direction().isEmpty() ? "" : ", ";
		return new Value(weighting.b().orElse(0), separator + weighting.direction());
	}

	private static void addSorts(final List<DistinguishingAttribute> all) {
		all.add(of(Role.MEANING, Tag.ECHO_TIME, "EchoTime ", " ms"));
		all.add(of(Role.MEANING, "EffectiveEchoTime", "EchoTime ", " ms"));
		all.add(of(Role.MEANING, "EchoNumbers", "echo ", ""));
		all.add(of(Role.MEANING, "InversionTime", "InversionTime ", " ms"));
		all.add(of(Role.MEANING, "InversionTimes", "InversionTime ", " ms"));
		all.add(of(Role.MEANING, "KVP", "", " kV"));
		all.add(of(Role.MEANING, "NominalPercentageOfCardiacPhase", "", " % of the cardiac cycle"));
		all.add(of(Role.MEANING, "NominalPercentageOfRespiratoryPhase", "", " % of the respiratory cycle"));
		all.add(new DistinguishingAttribute("phase in Scan Options", Role.MEANING,
			f -> percent(f.attributes().orElse(Tag.SCAN_OPTIONS, "")), "", " %"));
		all.add(text("ASL Context", Role.MEANING, f -> f.attributes().orElse(ASL_CONTEXT, "")));
	}

	private static final int ASL_CONTEXT = Dictionary.tag("ASLContext");

	private static Value percent(final String options) {
		final Matcher matcher = PERCENT.matcher(options);
		return matcher.matches() ? new Value(Double.parseDouble(matcher.group(1)), "") : Value.ABSENT;
	}

	private static void addManufacturers(final List<DistinguishingAttribute> all) {
		all.add(text("label type of Philips", Role.MEANING,
			f -> f.attributes().optional(PHILIPS_GRADIENTS, 0x2005, 0x29).map(Element::text).orElse("")));
	}

	private static void addLaterTimes(final List<DistinguishingAttribute> all) {
		all.add(time(Tag.FRAME_REFERENCE_TIME));
		all.add(time("ActualFrameDuration"));
		all.add(new DistinguishingAttribute("Philips phase number", Role.TIME,
			f -> value(number(f.attributes(), PHILIPS, 0x2001, 0x08)), "", ""));
		all.add(time("CardiacNumberOfImages"));
		for (final int tag : NuclearMedicine.CHANNELS)
			all.add(of(Role.MEANING, tag, name(tag).replace("Vector", ""), ""));
		for (final int tag : NuclearMedicine.TIMES)
			all.add(time(tag));
	}

	private static void addCounts(final List<DistinguishingAttribute> all) {
		all.add(ACQUISITION);
		all.add(of(Role.COUNT, "FrameAcquisitionNumber", "", ""));
		for (final Moment moment : Moment.CLOCKS)
			all.add(new DistinguishingAttribute(moment.name(), Role.COUNT, f -> value(moment.seconds(f)), "", ""));
		all.add(of(Role.SETTING, "FlipAngle", "", " degrees"));
		all.add(of(Role.SETTING, "Exposure", "", " mAs"));
		all.add(FILE_NUMBER);
	}

	private static boolean isOfSeveral(final Frame frame) {
		return frame.framesInFile() > 1 && frame.object().concatenationPart() == 0;
	}

	/** The dimensions of an enhanced image but those that say where in the stack a frame lies. */
	private static void addDimensions(final List<DistinguishingAttribute> all, final Frame frame) {
		final List<DimensionIndex> dimensions = DimensionIndex.of(frame);
		for (int i = 0; i < dimensions.size(); i++) {
			final int column = i;
			final int pointer = dimensions.get(i).pointer();
			if (pointer == Tag.STACK_ID || pointer == Tag.IN_STACK_POSITION_NUMBER ||
				pointer == Tag.IMAGE_POSITION_PATIENT) continue;
			final boolean isPrivate = dimensions.get(i).isPrivate();
			final String name = isPrivate ? dimensions.get(i).label() : name(pointer);
			final Role role = name.contains("Time") || name.contains("Temporal") ? Role.TIME : Role.MEANING;
			all.add(new DistinguishingAttribute(name, role, f -> value(DimensionIndex.of(f), column), name + " ", ""));
		}
	}

	/** What a manufacturer's dimension says counts, else its index. */
	private static Value value(final List<DimensionIndex> dimensions, final int column) {
		if (column >= dimensions.size()) return Value.ABSENT;
		final DimensionIndex dimension = dimensions.get(column);
		final boolean hasText = dimension.isPrivate() && !dimension.text().isEmpty();
		return hasText ? new Value(Value.TEXT, dimension.text()) : new Value(dimension.index(), "");
	}

	// -- Ways to read --

	private static DistinguishingAttribute time(final String keyword) {
		return time(Dictionary.tag(keyword));
	}

	private static DistinguishingAttribute time(final int tag) {
		return of(Role.TIME, tag, "", "");
	}

	private static DistinguishingAttribute of(final Role role, final String keyword, final String before,
		final String after)
	{
		return of(role, Dictionary.tag(keyword), before, after);
	}

	private static DistinguishingAttribute of(final Role role, final int tag, final String before, final String after) {
		return new DistinguishingAttribute(name(tag), role, f -> value(f.attributes().number(tag)), before, after);
	}

	private static DistinguishingAttribute text(final String name, final Role role,
		final Function<Frame, String> reader)
	{
		return new DistinguishingAttribute(name, role, f -> {
			final String text = reader.apply(f);
			return text.isEmpty() ? Value.ABSENT : new Value(Value.TEXT, text);
		}, "", "");
	}

	private static String name(final int tag) {
		return Dictionary.find(tag).map(Dictionary.Entry::name).orElse(Tag.describe(tag));
	}

	private static OptionalDouble number(final Attributes attributes, final String creator, final int group,
		final int element)
	{
		return attributes.optional(creator, group, element).map(Element::number).orElse(OptionalDouble.empty());
	}

	private static Value value(final OptionalDouble number) {
		return number.isEmpty() ? Value.ABSENT : new Value(number.getAsDouble(), "");
	}
}
