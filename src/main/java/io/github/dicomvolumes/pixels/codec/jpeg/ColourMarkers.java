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

package io.github.dicomvolumes.pixels.codec.jpeg;

import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.pixels.codec.DecodedFrame.Colours;

/** What the application segments of JFIF (ITU-T T.871) and Adobe (ITU-T T.872 6.5.3) say about colours. */
final class ColourMarkers {

	private boolean jfif;
	/** 0 for RGB, 1 for YBR, -1 without the segment. */
	private int transform = -1;

	/** Reads an application segment; passes over others. */
	void read(final JpegSegment segment) throws DicomException {
		if (segment.code() == Marker.APP0 && segment.startsWith("JFIF\0")) jfif = true;
		if (segment.code() == Marker.APP14 && segment.startsWith("Adobe") && segment.remaining() >= 7) {
			for (int i = 0; i < 6; i++)
				segment.u8(); // version and flags
			transform = segment.u8();
		}
	}

	/** The colours of a frame: what the Adobe segment says, else the ids of the components, else JFIF. */
	Colours of(final FrameHeader frame) {
		if (frame.components().size() != 3) return Colours.UNSTATED;
		if (transform == 0) return Colours.RGB;
		if (transform == 1) return Colours.YBR;
		final String ids = frame.components()
			.stream()
			.map(c -> String.valueOf((char) c.id()))
			.reduce("", String::concat);
		if (ids.equals("RGB")) return Colours.RGB;
		return jfif ? Colours.YBR : Colours.UNSTATED;
	}
}
