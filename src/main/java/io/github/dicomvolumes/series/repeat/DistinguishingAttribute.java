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

import java.util.function.Function;

import io.github.dicomvolumes.data.NumberText;
import io.github.dicomvolumes.series.object.Frame;

/**
 * Something that may tell the frames at one position apart. That a frame lacks it is a value, too: the volume without
 * diffusion weighting often has no b-value.
 *
 * @param name for people
 * @param role what its values are
 * @param reader of the value of a frame, {@link Value#ABSENT} if it has none
 * @param before what stands before the number of a value, for people; null if the number only orders, and the detail
 *        says all
 * @param after what stands after it
 */
public record DistinguishingAttribute(String name, Role role, Function<Frame, Value> reader, String before,
	String after)
{

	/** What values are. */
	public enum Role {
		/** Times. */
		TIME,
		/** Times too, but also where they only count images of other sorts: numbers of acquisitions, moments. */
		COUNT,
		/** Diffusion weightings, which are sorts of image. */
		DIFFUSION,
		/** Other sorts of image: echoes, energies. */
		MEANING,
		/** Settings that are sorts of image only where nothing else tells: exposure, flip angle. */
		SETTING;

		/** Whether values are times; otherwise they are sorts of image. */
		boolean isTime() {
			return this == TIME || this == COUNT;
		}
	}

	/**
	 * @param number by which values are ordered
	 * @param detail what else it is, empty for most
	 */
	public record Value(double number, String detail) {

		/** Of a frame without the attribute; before all others. */
		public static final Value ABSENT = new Value(Double.NEGATIVE_INFINITY, "");

		/** Where only text tells values apart, and their order is that of the text. */
		static final double TEXT = Double.NaN;
	}

	/** A value for people, such as "EchoTime 4.6 ms". */
	public String label(final Value value) {
		if (value.equals(Value.ABSENT)) return "no " + name;
		return Double.isNaN(value.number) || before == null ? value.detail
			: before + NumberText.of(value.number) + after + value.detail;
	}

	/**
	 * What a value is for people, such as "Trigger Time 40"; of moments, which may tell who the patient is, the rank
	 * alone: "time 3 by Acquisition Time".
	 *
	 * @param rank among all values, from 1
	 */
	String text(final Value value, final int rank) {
		if (Moment.CLOCKS.stream().anyMatch(m -> m.name().equals(name))) return "time " + rank + " by " + name;
		if (value.equals(Value.ABSENT)) return "no " + name;
		return name + " " + (Double.isNaN(value.number) ? value.detail : NumberText.of(value.number) + value.detail);
	}
}
