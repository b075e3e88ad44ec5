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

package io.github.dicomvolumes.pixels.codec;

/**
 * What a decoder found in a stream, beside the samples.
 *
 * @param pixels that are decoded, counted from the first of the frame; fewer than the frame has if the stream is cut or
 *        damaged. Codecs that refine the whole frame (JPEG progressive, JPEG 2000), or go on behind the damage (JPEG
 *        with restart markers), count what they skipped too
 * @param precision bits of a sample in the stream
 * @param signed whether the stream says that samples are signed; false where its standard has no signs
 * @param colours what the three samples of a pixel are
 * @param damage what is missing or wrong, with the byte offset, as a sentence for people; empty if all is well
 */
public record DecodedFrame(int pixels, int precision, boolean signed, Colours colours, String damage) {

	/** The colour space of decoded samples. */
	public enum Colours {
		/** The stream does not say: Photometric Interpretation decides. */
		UNSTATED,
		/** Red, green, blue, whatever Photometric Interpretation says. */
		RGB,
		/** Luminance and two colour differences, full range (ITU-T T.871), whatever Photometric Interpretation says. */
		YBR
	}
}
