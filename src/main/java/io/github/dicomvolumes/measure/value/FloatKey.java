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

package io.github.dicomvolumes.measure.value;

/** Numbers of 32 bits as whole numbers in the same order. */
final class FloatKey {

	/** How many upper halves there are. */
	static final int HALVES = 1 << 16;

	private FloatKey() {}

	/** Greater for greater numbers. */
	static int of(final float value) {
		final int bits = Float.floatToRawIntBits(value + 0f); // -0 is 0
		return bits ^ bits >> 31 & Integer.MAX_VALUE;
	}

	static float value(final int key) {
		return Float.intBitsToFloat(key ^ key >> 31 & Integer.MAX_VALUE);
	}

	/** The upper 16 bits, from 0 on. */
	static int upper(final int key) {
		return (key >> 16) + HALVES / 2;
	}

	/** The lower 16 bits. */
	static int lower(final int key) {
		return key & 0xFFFF;
	}

	/** The key of two halves. */
	static int of(final int upper, final int lower) {
		return upper - HALVES / 2 << 16 | lower;
	}
}
