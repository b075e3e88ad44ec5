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

import java.util.ArrayList;
import java.util.List;

/**
 * The start of a scan (T.87 C.2.3):
 *
 * <pre>
 * 0 components  1 { identifier, mapping table } for each  then NEAR, interleave mode, point transform
 * </pre>
 *
 * @param components of the frame, by their index there, in the order of the scan
 * @param near greatest difference between a sample and its original, NEAR
 */
record ScanHeader(List<Integer> components, int near, Interleave interleave) {

	/** What is side by side in a scan, ILV. */
	enum Interleave {
		NONE, LINE, SAMPLE
	}

	static ScanHeader of(final MarkerSegment segment, final FrameHeader frame) throws DicomException {
		final int count = segment.byteAt(0);
		final List<Integer> identifiers = new ArrayList<>(), components = new ArrayList<>();
		for (int i = 0; i < count; i++)
			identifiers.add(segment.byteAt(1 + 2 * i));
		// CharLS does not look at the identifiers, and DCMTK writes wrong ones; where all are in a scan, they are in their order
		final boolean areWrong = count == frame.components().size() && !frame.components().containsAll(identifiers);
		for (int i = 0; i < count; i++) {
			final int component = areWrong ? i : frame.components().indexOf(identifiers.get(i));
			if (component < 0 || components.contains(component)) throw segment
				.wrong("component " + identifiers.get(i) + ", which is not in the frame or twice in the scan");
			components.add(component);
			if (segment.byteAt(2 + 2 * i) != 0) throw segment.wrong(
				"mapping table " + segment.byteAt(2 + 2 * i) + " for a component; mapping tables are not supported");
		}
		final int near = segment.byteAt(1 + 2 * count);
		final int interleave = segment.byteAt(2 + 2 * count);
		if (interleave > 2 || count == 0 || interleave == 0 && count > 1) throw segment.wrong("interleave mode " +
			interleave + " for " + count + " components; it must be 1 or 2 for several, 0 for one");
		final int transform = segment.byteAt(3 + 2 * count);
		if (transform != 0) throw segment.wrong("a point transform of " + transform + ", which is not supported");
		return new ScanHeader(List.copyOf(components), near,
			count == 1 ? Interleave.NONE : Interleave.values()[interleave]);
	}
}
