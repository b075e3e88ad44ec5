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

package io.github.dicomvolumes.volume.pet;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.data.Dictionary;
import io.github.dicomvolumes.data.Tag;

/**
 * When the frames of a series were acquired.
 *
 * @param earliest when the first of them began; empty if no frame says
 * @param first attributes of that frame
 * @param frames how many there are; 1 may be a part of a series
 */
record Acquisitions(Optional<LocalDateTime> earliest, Attributes first, int frames) {

	private static final int FRAME_REFERENCE_TIME = Dictionary.tag("FrameReferenceTime");
	private static final int FRAME_DURATION = Dictionary.tag("ActualFrameDuration");

	/** How much later than the decay reference the first frame may begin, in half-lives: 0.7 percent of the value. */
	private static final double TOLERANCE = 0.01;

	/** @param frames attributes of each, at least one */
	static Acquisitions of(final List<Attributes> frames) {
		Attributes first = frames.get(0);
		Optional<LocalDateTime> earliest = Optional.empty();
		for (final Attributes frame : frames) {
			final Optional<LocalDateTime> begin = PetClock.acquisition(frame);
			if (begin.isEmpty() || earliest.isPresent() && !begin.get().isBefore(earliest.get())) continue;
			earliest = begin;
			first = frame;
		}
		return new Acquisitions(earliest, first, frames.size());
	}

	/**
	 * Refuses a series whose first frame began after the time that its decay was corrected to, which Frame Reference
	 * Time tells: from that time to when the frame had its average count rate (PS3.3 C.8.9.4.1.5). Then files are
	 * missing. Without Frame Reference Time it cannot be known.
	 *
	 * @param halfLife in s
	 */
	void checkDecayReference(final double halfLife) throws DicomException {
		final double reference = first.number(FRAME_REFERENCE_TIME).orElse(Double.NaN) / 1000;
		final double duration = first.number(FRAME_DURATION).orElse(0) / 1000;
		final double later = reference - average(duration, halfLife);
		if (!(later > TOLERANCE * halfLife)) return;
		final LocalDateTime begin = earliest.orElseThrow();
		throw new DicomException(Tag.describe(FRAME_REFERENCE_TIME) + " is " + first.orElse(FRAME_REFERENCE_TIME, "") +
			" in the frame that was acquired first, at " + begin + "; so the decay was corrected to " +
			begin.minus(Duration.ofMillis(Math.round(1000 * later))) +
			", before all files here: files of the series are missing, or it was made later.");
	}

	/** When a frame has its average count rate, in s from its begin: a little before the middle. */
	private static double average(final double duration, final double halfLife) {
		final double decay = Math.log(2) / halfLife * duration;
		return decay < 1e-6 ? duration / 2 : halfLife / Math.log(2) * Math.log(decay / -Math.expm1(-decay));
	}
}
