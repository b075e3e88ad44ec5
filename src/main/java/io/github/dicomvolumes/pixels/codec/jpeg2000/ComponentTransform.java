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

package io.github.dicomvolumes.pixels.codec.jpeg2000;

/** The multiple component transformations of the first three components, inverse, for a row of each (T.800 Annex G). */
final class ComponentTransform {

	/** RCT (G.2.2): red, green and blue take the places of the three. */
	static void reversible(final int[] y, final int[] u, final int[] v) {
		for (int x = 0; x < y.length; x++) {
			final int green = y[x] - (u[x] + v[x] >> 2);
			final int red = v[x] + green;
			v[x] = u[x] + green;
			y[x] = red;
			u[x] = green;
		}
	}

	/** ICT (G.3.2). */
	static void irreversible(final float[] y, final float[] cb, final float[] cr) {
		for (int x = 0; x < y.length; x++) {
			final float luma = y[x];
			final float blue = cb[x];
			final float red = cr[x];
			y[x] = luma + red * 1.402f;
			cb[x] = luma - blue * 0.344136f - red * 0.714136f;
			cr[x] = luma + blue * 1.772f;
		}
	}

	private ComponentTransform() {}
}
