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

package io.github.dicomvolumes.view.imagej;

import java.awt.Color;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

import io.github.dicomvolumes.series.Segment;

/** The colours of a label image: black where there is no segment, then those that the file names. */
final class SegmentColours {

	/** Labels that a table of ImageJ has room for. */
	static final int MOST = 255;

	/** The golden section of the circle: neighbouring numbers get colours far apart. */
	private static final float HUE_STEP = 0.618034f;

	private SegmentColours() {}

	/**
	 * A table from label to colour; segments without a colour get one of their own.
	 *
	 * @param background the label of what is in no segment, from 0 to {@link #MOST}, if it is not 0
	 */
	static IndexColorModel table(final List<Segment> segments, final OptionalInt background) {
		final byte[] red = new byte[MOST + 1], green = new byte[MOST + 1], blue = new byte[MOST + 1];
		for (int label = 1; label <= MOST; label++)
			put(label, ownColour(label), red, green, blue);
		for (final Segment segment : segments)
			if (segment.rgb() >= 0 && segment.number() <= MOST) put(segment.number(), segment.rgb(), red, green, blue);
		background.ifPresent(label -> put(label, 0, red, green, blue));
		return new IndexColorModel(8, MOST + 1, red, green, blue);
	}

	/** Whether a table is one of ours: most labels have the colours that we give them. */
	static boolean isTable(final ColorModel colours) {
		return colours instanceof IndexColorModel table && table.getMapSize() == MOST + 1 &&
			IntStream.rangeClosed(1, MOST).filter(label -> table.getRGB(label) == ownColour(label)).count() > MOST / 2;
	}

	/** Of a segment for which the file names none, 0xFFrrggbb. */
	private static int ownColour(final int label) {
		return Color.HSBtoRGB(label * HUE_STEP, 0.8f, 1);
	}

	private static void put(final int label, final int rgb, final byte[] red, final byte[] green, final byte[] blue) {
		red[label] = (byte) (rgb >> 16);
		green[label] = (byte) (rgb >> 8);
		blue[label] = (byte) rgb;
	}
}
