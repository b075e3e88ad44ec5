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

package io.github.dicomvolumes.export.segmentation;

/** Colours as DICOM has them for recommendations (PS3.3 C.10.7.1.1): CIELab, white point D50, as 16-bit numbers. */
final class CieLab {

	private static final double WHITE_X = 0.96422, WHITE_Z = 0.82521;

	private CieLab() {}

	/**
	 * From sRGB, white point D65.
	 *
	 * @param rgb 0xRRGGBB
	 * @return L from 0 to 100, a and b from -128 to 127, each as 0 to 65535
	 */
	static double[] of(final int rgb) {
		final double red = linear(rgb >> 16), green = linear(rgb >> 8), blue = linear(rgb);
		final double x = root((0.4360747 * red + 0.3850649 * green + 0.1430804 * blue) / WHITE_X);
		final double y = root(0.2225045 * red + 0.7168786 * green + 0.0606169 * blue);
		final double z = root((0.0139322 * red + 0.0971045 * green + 0.7141733 * blue) / WHITE_Z);
		return new double[] { coded((116 * y - 16) / 100), coded((500 * (x - y) + 128) / 255),
			coded((200 * (y - z) + 128) / 255) };
	}

	private static double coded(final double part) {
		return Math.rint(0xFFFF * Math.max(0, Math.min(1, part)));
	}

	private static double linear(final int shifted) {
		final double value = (shifted & 0xFF) / 255.0;
		return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
	}

	private static double root(final double t) {
		return t > 216 / 24389.0 ? Math.cbrt(t) : (24389 / 27.0 * t + 16) / 116;
	}
}
