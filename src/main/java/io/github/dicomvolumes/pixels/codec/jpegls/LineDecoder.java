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

/**
 * Decodes one line of a scan: of one component, or of all whose samples are interleaved.
 * <p>
 * A line is an array with a pixel of padding at both ends, so that the first and the last pixel have all their
 * neighbours (T.87 A.2.2). The padding in front is the pixel above the first one; that behind is the last one again.
 * </p>
 */
abstract class LineDecoder {

	/**
	 * Decodes a line.
	 *
	 * @param above the line above, zeros at the first line
	 * @param line whose padding in front is set; the other pixels become those decoded, or anything from 0 to MAXVAL if
	 *        the data are damaged
	 */
	abstract void decode(int[] above, int[] line);

	/**
	 * The prediction from three neighbours (A.4.1): their plane, or the nearer of the first two if it lies beyond them.
	 */
	static int predict(final int left, final int above, final int aboveLeft) {
		final int least = Math.min(left, above);
		final int greatest = Math.max(left, above);
		return Math.max(least, Math.min(greatest, left + above - aboveLeft));
	}
}
