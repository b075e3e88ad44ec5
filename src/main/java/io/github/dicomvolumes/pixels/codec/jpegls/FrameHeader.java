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

import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.pixels.codec.FrameShape;

import java.util.ArrayList;
import java.util.List;

/**
 * The start of a frame (T.87 C.2.2; T.81 B.2.2):
 *
 * <pre>
 * 0 precision  1 lines (2)  3 columns (2)  5 components  6 { identifier, sampling factors, 0 } for each
 * </pre>
 *
 * @param precision bits of a sample, 2 to 16
 * @param components identifiers in the order of the samples of a pixel
 */
record FrameHeader(int precision, List<Integer> components) {

	/**
	 * Reads the segment and compares it with {@code shape}. A number of lines or columns that is 0 follows elsewhere:
	 * in an LSE segment (C.2.4.1.4), or in DNL after the first scan, which need not be looked for.
	 */
	static FrameHeader of(final MarkerSegment segment, final FrameShape shape) throws DicomException {
		final int precision = segment.byteAt(0);
		if (precision < 2 || precision > 16)
			throw segment.wrong("samples of " + precision + " bits; they must have 2 to 16");
		if (precision > 8 * shape.bytesPerSample()) throw segment.wrong(
			"samples of " + precision + " bits, more than (0028,0100) Bits Allocated of " + shape.bitsAllocated());
		checkSize(segment, segment.shortAt(3), segment.shortAt(1), shape);
		final int count = segment.byteAt(5);
		if (count != shape.samplesPerPixel()) throw segment
			.wrong(count + " components; they must be the (0028,0002) Samples per Pixel of " + shape.samplesPerPixel());
		final List<Integer> components = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			components.add(segment.byteAt(6 + 3 * i));
			if (segment.byteAt(7 + 3 * i) != segment.byteAt(7))
				throw segment.wrong("components of different sampling, which is not supported");
		}
		if (components.stream().distinct().count() < count)
			throw segment.wrong("two components of the same identifier");
		return new FrameHeader(precision, List.copyOf(components));
	}

	/** Compares a size in the stream with that in the data set, where the stream's is not 0. */
	static void checkSize(final MarkerSegment segment, final long columns, final long lines, final FrameShape shape)
		throws DicomException
	{
		if (columns != 0 && columns != shape.columns() || lines != 0 && lines != shape.rows()) throw segment
			.wrong(columns + " x " + lines + " pixels; they must be the (0028,0011) Columns and (0028,0010) Rows of " +
				shape.columns() + " x " + shape.rows());
	}
}
