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

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Tag;

import java.util.Optional;

/** Photometric Interpretation (0028,0004): what the samples of a pixel mean (PS3.3 C.7.6.3.1.2). */
public enum Photometric {

	MONOCHROME1, MONOCHROME2, PALETTE_COLOR, RGB, YBR_FULL, YBR_FULL_422, YBR_PARTIAL_422, YBR_PARTIAL_420, YBR_ICT,
	YBR_RCT,
	/** YBR_PARTIAL_422 and YBR_PARTIAL_420 with all three samples of each pixel, as decoders give them; in no file. */
	YBR_PARTIAL;

	/** The interpretation of a DICOM text such as "PALETTE COLOR"; empty if the standard has no such. */
	static Optional<Photometric> of(final String text) {
		for (final Photometric photometric : values())
			if (photometric != YBR_PARTIAL && photometric.toString().equals(text)) return Optional.of(photometric);
		return Optional.empty();
	}

	/** Whether the one sample of a pixel is a grey value. */
	public boolean isGrey() {
		return this == MONOCHROME1 || this == MONOCHROME2;
	}

	/** Whether a codec's transform makes RGB of it, so that decoded pixels never have it. */
	boolean isOfCodec() {
		return this == YBR_ICT || this == YBR_RCT;
	}

	/** The Samples per Pixel that belong to this interpretation, 1 or 3. */
	public int samplesPerPixel() {
		return isGrey() || this == PALETTE_COLOR ? 1 : 3;
	}

	/**
	 * Whether the smallest value is to be shown white: MONOCHROME1, or Presentation LUT Shape INVERSE. This concerns
	 * the display only, the numbers stay.
	 */
	public boolean isShownInverted(final Attributes attributes) {
		return this == MONOCHROME1 || isGrey() && attributes.orElse(Tag.PRESENTATION_LUT_SHAPE, "").equals("INVERSE");
	}

	/** The DICOM text, "PALETTE COLOR". */
	@Override
	public String toString() {
		return this == PALETTE_COLOR ? "PALETTE COLOR" : name();
	}
}
