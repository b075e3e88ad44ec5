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
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Dictionary;
import io.github.dicomvolumes.data.Element;
import io.github.dicomvolumes.data.OwnAttributes;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.series.object.Frame;

/**
 * Something that says when a frame was taken.
 *
 * @param name for people
 * @param reader of the seconds since a moment that is the same for all frames of a series; empty if a frame does not
 *        say
 */
record Moment(String name, Function<Attributes, OptionalDouble> reader) {

	/** Points in time of a clock or since a start, the most exact first. */
	static final List<Moment> CLOCKS = MomentTags.ALL.stream().map(Moment::of).toList();

	/**
	 * The scanner's own timer of GE, in seconds, before about 2010 in 1e-4 seconds; 0 throughout where it is not used.
	 */
	static final Moment GE_TIMER = new Moment("the timer of GE (0021,105E)",
		a -> a.optional("GEMS_RELA_01", 0x0021, 0x5E).map(Element::number).orElse(OptionalDouble.empty()));

	/** What this program has written. */
	private static final Moment OWN = new Moment("seconds of DICOM Volumes",
		a -> a.optional(OwnAttributes.CREATOR, OwnAttributes.GROUP, OwnAttributes.SECONDS)
			.map(Element::number)
			.orElse(OptionalDouble.empty()));

	/** Milliseconds since a trigger, which may be declared for all alike. */
	static final Moment TRIGGER = of(Tag.TRIGGER_TIME);

	/** All, in the order in which they are asked when the times of a volume are; the time of content is the last. */
	static final List<Moment> ALL = all();

	private static List<Moment> all() {
		final int last = CLOCKS.size() - 1;
		final List<Moment> all = new ArrayList<>(List.of(OWN, of(Tag.TEMPORAL_POSITION_TIME_OFFSET), TRIGGER,
			of(Tag.NOMINAL_CARDIAC_TRIGGER_DELAY_TIME), of(Tag.FRAME_REFERENCE_TIME)));
		all.addAll(CLOCKS.subList(1, last));
		all.add(GE_TIMER);
		all.add(CLOCKS.get(last));
		return List.copyOf(all);
	}

	private static Moment of(final int tag) {
		return new Moment(Dictionary.find(tag).orElseThrow().name(), a -> MomentTags.seconds(a, tag));
	}

	OptionalDouble seconds(final Frame frame) {
		return reader.apply(frame.attributes());
	}
}
