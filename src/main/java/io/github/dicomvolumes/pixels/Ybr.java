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

package io.github.dicomvolumes.pixels;

/** Luminance and colour differences to red, green and blue (PS3.3 C.7.6.3.1.2), as 0xFFrrggbb. */
final class Ybr {

	private static final int OPAQUE = 0xFF000000;
	private static final int ONE = 1 << 16, HALF = ONE / 2;

	private Ybr() {}

	/** YBR_FULL: all three 0 to 255, differences about 128. */
	static int full(final int y, final int cb, final int cr) {
		final int b = cb - 128, r = cr - 128;
		return argb((y << 16) + HALF, 91881 * r, -22554 * b - 46802 * r, 116130 * b);
	}

	/** YBR_PARTIAL: luminance 16 to 235, differences 16 to 240. */
	static int partial(final int y, final int cb, final int cr) {
		final int b = cb - 128, r = cr - 128;
		return argb(76309 * (y - 16) + HALF, 104597 * r, -25675 * b - 53279 * r, 132201 * b);
	}

	private static int argb(final int y, final int red, final int green, final int blue) {
		return OPAQUE | clamp(y + red >> 16) << 16 | clamp(y + green >> 16) << 8 | clamp(y + blue >> 16);
	}

	private static int clamp(final int value) {
		return value < 0 ? 0 : Math.min(value, 255);
	}
}
