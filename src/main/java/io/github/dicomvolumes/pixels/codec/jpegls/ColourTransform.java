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

package io.github.dicomvolumes.pixels.codec.jpegls;

import io.github.dicomvolumes.data.DicomException;

/**
 * Reversible transforms of red, green and blue that Hewlett-Packard's encoder, and CharLS after it, name in an APP8
 * segment: the characters "mrfx" and a number. All arithmetic is modulo 2 to the power of the precision.
 */
enum ColourTransform {

	NONE,
	/** Differences to green. */
	HP1,
	/** Differences red - green and blue - (red + green) / 2. */
	HP2,
	/** Differences to green, and green plus a quarter of both. */
	HP3;

	/** The transform that an APP8 segment names, or {@code current} if it is about something else. */
	static ColourTransform of(final MarkerSegment segment, final ColourTransform current) throws DicomException {
		if (!segment.beginsWith("mrfx") || segment.length() != 5) return current;
		final int number = segment.byteAt(4);
		if (number >= values().length)
			throw segment.wrong("transform " + number + " of colours, which is not supported");
		return values()[number];
	}

	/**
	 * Refuses frames that cannot have been transformed.
	 *
	 * @param segment that begins the scan
	 */
	void check(final MarkerSegment segment, final FrameHeader frame) throws DicomException {
		if (frame.components().size() != 3 || frame.precision() != 8 && frame.precision() != 16)
			throw segment.wrong("transform " + this + " of colours for " + frame.components().size() +
				" components of " + frame.precision() + " bits; there must be 3 of 8 or 16");
	}

	/** Makes red, green and blue of the three samples of a pixel. */
	void undo(final int[] samples, final int precision) {
		final int half = 1 << precision - 1;
		final int mask = 2 * half - 1;
		final int first = samples[0];
		final int second = samples[1];
		final int third = samples[2];
		switch (this) {
			case HP1 -> {
				samples[0] = first + second - half & mask;
				samples[2] = third + second - half & mask;
			}
			case HP2 -> {
				samples[0] = first + second - half & mask;
				samples[2] = third + (samples[0] + second >> 1) - half & mask;
			}
			case HP3 -> {
				final int green = first - (third + second >> 2) + (half >> 1) & mask;
				samples[0] = third + green - half & mask;
				samples[1] = green;
				samples[2] = second + green - half & mask;
			}
			case NONE -> {}
		}
	}
}
