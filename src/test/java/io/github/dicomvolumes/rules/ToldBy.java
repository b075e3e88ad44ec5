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

import static io.github.dicomvolumes.data.Dictionary.tag;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.AttributesBuilder;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.VR;

/** What tells the channels or the times of a described series apart. Values ascend with the index. */
enum ToldBy {

	TEMPORAL_POSITION(Kind.VALUE, 0, "TemporalPositionIndex") {

		@Override
		void put(final FrameTags tags, final int slice, final int t) {
			tags.single().put(Tag.TEMPORAL_POSITION_IDENTIFIER, t + 1);
			tags.group(FrameTags.CONTENT).put(tag("TemporalPositionIndex"), t + 1);
		}
	},
	TRIGGER_TIME(Kind.VALUE, 0.05, "NominalCardiacTriggerDelayTime") {

		@Override
		void put(final FrameTags tags, final int slice, final int t) {
			trigger(tags, 50 * t);
		}
	},
	/** R55 (d): as scanners of moving hearts write it. */
	TRIGGER_TIME_OVER_SLICES(Kind.RANK, 0.1, "") {

		@Override
		void put(final FrameTags tags, final int slice, final int t) {
			trigger(tags, 100 * t + 7 * slice);
		}
	},
	ACQUISITION_TIME(Kind.VALUE, 2, "") {

		@Override
		void put(final FrameTags tags, final int slice, final int t) {
			moment(tags, 2 * t);
		}
	},
	/** Each slice has its own, of all times. */
	ACQUISITION_TIME_OF_SLICE(Kind.RANK, 2, "") {

		@Override
		void put(final FrameTags tags, final int slice, final int t) {
			moment(tags, 2 * t + 0.1 * slice);
		}
	},
	ACQUISITION_NUMBER(Kind.VALUE, 0, "") {

		@Override
		void put(final FrameTags tags, final int slice, final int t) {
			tags.single().put(Tag.ACQUISITION_NUMBER, t + 1);
			tags.group(FrameTags.CONTENT).put(tag("FrameAcquisitionNumber"), t + 1);
		}
	},
	/** R55 (h): (0021,105E) of GEMS_RELA_01, s; no object with several frames has it. */
	GE_TIMER(Kind.RANK, 5, "") {

		@Override
		void put(final FrameTags tags, final int slice, final int t) {
			tags.single()
				.put(0x00210010, VR.LO, "GEMS_RELA_01".getBytes(StandardCharsets.US_ASCII))
				.put(0x0021105E, VR.DS, 5 * t + 0.25 * slice);
		}

		@Override
		boolean isOnlyInSingleFiles() {
			return true;
		}
	},
	NUMBER(Kind.NUMBER, 0, "") {

		@Override
		void put(final FrameTags tags, final int slice, final int t) {}
	},
	/** The first has neither b-value nor direction: absent is a value (R55 a). */
	B_VALUES(Kind.VALUE, 0, "DiffusionBValue") {

		@Override
		void put(final FrameTags tags, final int slice, final int c) {
			if (c > 0) diffusion(tags, 500 * c, c);
		}
	},
	/** As {@link #B_VALUES}, with one b-value, so that numbers tell the order of the directions. */
	DIRECTIONS(Kind.VALUE, 0, "") {

		@Override
		void put(final FrameTags tags, final int slice, final int c) {
			if (c > 0) diffusion(tags, 1000, c);
		}

		@Override
		boolean needsNumbers() {
			return true;
		}
	},
	ECHO_TIME(Kind.VALUE, 0, "EffectiveEchoTime") {

		@Override
		void put(final FrameTags tags, final int slice, final int c) {
			tags.single().put(Tag.ECHO_TIME, 4.6 * (c + 1));
			tags.group(tag("MREchoSequence")).put(tag("EffectiveEchoTime"), 4.6 * (c + 1));
		}
	},
	/** All but the first have one b-value without direction. */
	WEIGHTINGS_BY_NUMBER(Kind.NUMBER, 0, "") {

		@Override
		void put(final FrameTags tags, final int slice, final int c) {
			tags.single().put(Tag.DIFFUSION_B_VALUE, c == 0 ? 0 : 1000);
			tags.group(tag("MRDiffusionSequence")).put(Tag.DIFFUSION_B_VALUE, c == 0 ? 0 : 1000);
		}
	},
	/** R67. */
	INVERSION_TIME(Kind.VALUE, 0, "InversionTimes") {

		@Override
		void put(final FrameTags tags, final int slice, final int c) {
			tags.single().put(tag("InversionTime"), 100 + 250 * c);
			tags.group(tag("MRModifierSequence")).put(tag("InversionTimes"), 100 + 250 * c);
		}
	};

	/** How it tells. */
	enum Kind {
		/** The same values at every position. */
		VALUE,
		/** Values that ascend at every position, but are others at each. */
		RANK,
		/** Nothing but the numbers of the instances, or of the frames in a file. */
		NUMBER
	}

	private final Kind kind;
	private final double interval;
	private final String dimension;

	/**
	 * @param interval seconds from a time to the next; 0 if nothing says it
	 * @param dimension keyword of what a dimension of a multi-frame file may point to, empty if to nothing
	 */
	ToldBy(final Kind kind, final double interval, final String dimension) {
		this.kind = kind;
		this.interval = interval;
		this.dimension = dimension;
	}

	/** Puts what the frames of a channel or time have; the slice is 0-based. */
	abstract void put(FrameTags tags, int slice, int index);

	/** Whether it tells channels; otherwise it tells times. */
	boolean areChannels() {
		return ordinal() >= B_VALUES.ordinal();
	}

	Kind kind() {
		return kind;
	}

	double interval() {
		return interval;
	}

	String dimension() {
		return dimension;
	}

	/** Whether the order depends on the numbers of the instances, or of the frames in a file. */
	boolean needsNumbers() {
		return kind == Kind.NUMBER;
	}

	boolean isOnlyInSingleFiles() {
		return false;
	}

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT).replace('_', ' ');
	}

	private static void trigger(final FrameTags tags, final double ms) {
		tags.single().put(Tag.TRIGGER_TIME, ms);
		tags.group(tag("CardiacSynchronizationSequence")).put(Tag.NOMINAL_CARDIAC_TRIGGER_DELAY_TIME, ms);
	}

	/** @param seconds since noon, less than a minute; a tenth is the smallest part */
	private static void moment(final FrameTags tags, final double seconds) {
		final String time = "%04d%02d.%d00000".formatted(1200, (int) seconds, Math.round(10 * seconds) % 10);
		tags.single().put(Tag.ACQUISITION_TIME, time);
		tags.group(FrameTags.CONTENT).put(Tag.FRAME_ACQUISITION_DATE_TIME, "20200101" + time);
	}

	/** @param direction number of it, from 1; they lie in a plane, an eighth of a half turn apart */
	private static void diffusion(final FrameTags tags, final double b, final int direction) {
		final double angle = direction * Math.PI / 8;
		final double[] xyz = { Math.cos(angle), Math.sin(angle), 0 };
		tags.single().put(Tag.DIFFUSION_B_VALUE, b).put(Tag.DIFFUSION_GRADIENT_ORIENTATION, xyz);
		final AttributesBuilder group = tags.group(tag("MRDiffusionSequence")).put(Tag.DIFFUSION_B_VALUE, b);
		group.put(tag("DiffusionDirectionality"), "DIRECTIONAL");
		group.put(Tag.DIFFUSION_GRADIENT_DIRECTION_SEQUENCE,
			List.of(Attributes.builder().put(Tag.DIFFUSION_GRADIENT_ORIENTATION, xyz).build()));
	}
}
