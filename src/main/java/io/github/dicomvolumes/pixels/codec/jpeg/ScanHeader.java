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

import java.util.ArrayList;
import java.util.List;

/**
 * A scan header (T.81 B.2.3): which components a scan has and how they are coded.
 *
 * <pre>
 * 1 byte   components, for each: 1 byte id; 4 bits DC or lossless table, 4 bits AC table
 * 1 byte   first coefficient, or the predictor of a lossless scan
 * 1 byte   last coefficient
 * 4 bits   bits that earlier scans have left (Ah), 4 bits that this one leaves (Al), or the point transform
 * </pre>
 */
record ScanHeader(List<Part> parts, int start, int end, int high, int low) {

	/** A component with the tables of this scan; null where the scan has no use for one. */
	record Part(Component component, HuffmanTable dc, HuffmanTable ac) {}

	static ScanHeader read(final JpegSegment in, final FrameHeader frame, final HuffmanTable[] dc,
		final HuffmanTable[] ac) throws DicomException
	{
		final int count = in.u8();
		if (count < 1 || count > frame.components().size())
			throw in.error("says " + count + " components; it must be 1 to " + frame.components().size());
		final List<Component> components = new ArrayList<>();
		final int[] selectors = new int[count];
		for (int i = 0; i < count; i++) {
			final int id = in.u8();
			components.add(frame.components()
				.stream()
				.filter(c -> c.id() == id && !components.contains(c))
				.findFirst()
				.orElseThrow(() -> in.error("names component " + id + ", which the frame does not have")));
			selectors[i] = in.u8();
		}
		final int start = in.u8(), end = in.u8(), bits = in.u8(), high = bits >> 4, low = bits & 15;
		check(in, frame, count, start, end, high, low);
		final boolean needsDc = !frame.isProgressive() || start == 0 && high == 0;
		final boolean needsAc = !frame.isLossless() && (!frame.isProgressive() || start > 0);
		final List<Part> parts = new ArrayList<>();
		for (int i = 0; i < count; i++)
			parts.add(new Part(components.get(i), needsDc ? table(in, dc, selectors[i] >> 4, "DC") : null,
				needsAc ? table(in, ac, selectors[i] & 15, "AC") : null));
		return new ScanHeader(parts, start, end, high, low);
	}

	private static void check(final JpegSegment in, final FrameHeader frame, final int count, final int start,
		final int end, final int high, final int low) throws DicomException
	{
		if (frame.isLossless()) {
			if (start > 7) throw in.error("says predictor " + start + "; it must be 0 to 7");
			if (low >= frame.precision()) throw in.error("says a point transform by " + low +
				" bits; it must be below " + frame.precision() + ", the precision");
		}
		else if (frame.isProgressive()) {
			if (start > end || end > 63 || start == 0 && end > 0 || start > 0 && count > 1)
				throw in.error("says coefficients " + start + " to " + end + " of " + count +
					" components, which T.81 G.1.1.1 does not allow");
			if (low > 13 || high > 13)
				throw in.error("says bits " + high + " and " + low + "; they must be at most 13");
		}
	}

	private static HuffmanTable table(final JpegSegment in, final HuffmanTable[] tables, final int selector,
		final String kind) throws DicomException
	{
		if (selector > 3 || tables[selector] == null)
			throw in.error("selects Huffman table " + kind + " " + selector + ", which no DHT has defined");
		return tables[selector];
	}
}
