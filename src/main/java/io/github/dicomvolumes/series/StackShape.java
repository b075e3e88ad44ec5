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

package io.github.dicomvolumes.series;

import java.util.Objects;

/**
 * How many slices, channels and times a volume has, and the two orders of its planes: ours has the slice fastest, then
 * the channel, then the time, counted from 0; ImageJ's has the channel fastest, then the slice, then the time, counted
 * from 1. The only place where one index is made of three.
 *
 * @param slices at least 1
 * @param channels at least 1
 * @param times at least 1
 */
public record StackShape(int slices, int channels, int times) {

	/**
	 * The index of the middle one of some slices, or of two the one behind the middle: of 72 it is 36, the 37th. What a
	 * person sees first, wherever that is.
	 */
	public static int middle(final int count) {
		return count / 2;
	}

	/** Where a plane lies in a volume, each index 0-based. */
	public record Place(int slice, int channel, int time) {}

	/** @throws IllegalArgumentException if a size is not positive, or the planes are more than an int counts */
	public StackShape {
		if (slices < 1 || channels < 1 || times < 1 || (double) slices * channels * times > Integer.MAX_VALUE)
			throw new IllegalArgumentException(
				"No stack: " + slices + " slices, " + channels + " channels, " + times + " times");
	}

	/** The number of planes. */
	public int planes() {
		return slices * channels * times;
	}

	/** Whether there are several channels or times: ImageJ's hyperstack. */
	public boolean isHyperstack() {
		return channels * times > 1;
	}

	/**
	 * The index of a plane in our order, 0-based.
	 *
	 * @throws IndexOutOfBoundsException if there is no such place
	 */
	public int plane(final int slice, final int channel, final int time) {
		check(slice, channel, time);
		return slice + slices * (channel + channels * time);
	}

	/** The place of a plane in our order, 0-based. */
	public Place place(final int plane) {
		Objects.checkIndex(plane, planes());
		return new Place(plane % slices, plane / slices % channels, plane / slices / channels);
	}

	/**
	 * The number of a slice of ImageJ's stack, 1-based.
	 *
	 * @throws IndexOutOfBoundsException if there is no such place
	 */
	public int stackIndex(final int slice, final int channel, final int time) {
		check(slice, channel, time);
		return 1 + channel + channels * (slice + slices * time);
	}

	/** The place of a slice of ImageJ's stack, 1-based. */
	public Place ofStackIndex(final int n) {
		final int index = Objects.checkIndex(n - 1, planes());
		return new Place(index / channels % slices, index % channels, index / channels / slices);
	}

	private void check(final int slice, final int channel, final int time) {
		Objects.checkIndex(slice, slices);
		Objects.checkIndex(channel, channels);
		Objects.checkIndex(time, times);
	}
}
