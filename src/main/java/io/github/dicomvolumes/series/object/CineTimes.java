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

package io.github.dicomvolumes.series.object;

import java.util.Arrays;
import java.util.Optional;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.series.Finding;
import io.github.dicomvolumes.series.Finding.Code;

/** When the frames of a cine loop were taken (PS3.3 C.7.6.5). */
final class CineTimes {

	private CineTimes() {}

	static boolean areIn(final Attributes attributes) {
		return of(attributes, 2) != null;
	}

	/**
	 * Seconds of each frame since the first: from the attribute that Frame Increment Pointer names, else from Frame
	 * Time (ms), Frame Time Vector (increments in ms, the first is 0), Recommended Display Frame Rate or Cine Rate
	 * (1/s).
	 *
	 * @return null if there is nothing of the kind
	 */
	static double[] of(final Attributes attributes, final int frames) {
		final double[] vector = fromVector(attributes.doubles(Tag.FRAME_TIME_VECTOR), frames);
		if (isVectorFirst(attributes) && vector != null) return vector;
		final double frameTime = attributes.number(Tag.FRAME_TIME).orElse(0);
		if (frameTime > 0) return steps(frameTime / 1000, frames);
		if (vector != null) return vector;
		for (final int tag : new int[] { Tag.RECOMMENDED_DISPLAY_FRAME_RATE, Tag.CINE_RATE }) {
			final double rate = attributes.number(tag).orElse(0);
			if (rate > 0) return steps(1 / rate, frames);
		}
		return null;
	}

	private static boolean isVectorFirst(final Attributes attributes) {
		return attributes.strings(Tag.FRAME_INCREMENT_POINTER).contains("(" + Tag.format(Tag.FRAME_TIME_VECTOR) + ")");
	}

	/** What to know if Frame Time Vector gives the times, but is for another number of frames; it may be missing. */
	static Optional<Finding> disagreement(final Attributes attributes, final int frames) {
		final int declared = attributes.doubles(Tag.FRAME_TIME_VECTOR).length;
		final boolean counts = isVectorFirst(attributes) || !(attributes.number(Tag.FRAME_TIME).orElse(0) > 0);
		return declared == 0 || declared == frames || !counts ? Optional.empty()
			: Optional.of(Finding.ofCount(Code.TIMES_ASSUMED, Tag.FRAME_TIME_VECTOR, declared, frames,
				declared > frames ? "the first " + frames + " are taken" : "it is ignored"));
	}

	private static double[] steps(final double seconds, final int frames) {
		final double[] times = new double[frames];
		Arrays.setAll(times, k -> k * seconds);
		return times;
	}

	private static double[] fromVector(final double[] increments, final int frames) {
		if (increments.length < frames) return null;
		final double[] times = new double[frames];
		for (int k = 1; k < frames; k++) {
			if (!(increments[k] > 0) || Double.isInfinite(increments[k])) return null;
			times[k] = times[k - 1] + increments[k] / 1000;
		}
		return times;
	}
}
