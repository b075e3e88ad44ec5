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

package io.github.dicomvolumes.io.header;

import java.io.IOException;

import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.VR;

/**
 * What an element says that has no VR, or one that does not exist, among others that have one.
 *
 * @param vr of the dictionary
 * @param length as the element declares it
 */
record OddHeader(VR vr, long length) {

	private static final long UNDEFINED = 0xFFFFFFFFL;

	/**
	 * Reads the element at the next byte up to its value.
	 *
	 * @param known the dictionary's VR; UN if it does not know the tag
	 * @param isPixelData whether the value is the last to be read
	 * @param end of the item, see {@link OddElement#at}
	 * @throws DicomException if nothing tells how long the value is
	 */
	static OddHeader read(final HeaderInput in, final VR known, final boolean isPixelData, final long end,
		final HeaderNotes notes) throws IOException
	{
		final OddElement odd = OddElement.at(in, isPixelData, end).orElse(null);
		if (odd == null) throw new DicomException("is not an element: bytes " +
			String.format("%02X %02X", in.u8(4), in.u8(5)) + " are no value representation (PS3.5 6.2)");
		final VR vr = isPixelData ? known : vr(odd.length(), known);
		notes.add(Tag.describe(in.tag()) + " has " + OddElement.describeVR(in) +
			", which does not exist (PS3.5 6.2); it is read as " + vr);
		in.advance(odd.headerBytes());
		return new OddHeader(vr, odd.length());
	}

	/** The VR of the dictionary, if the length fits; what has no length is a sequence. */
	private static VR vr(final long length, final VR known) {
		if (length == UNDEFINED) return VR.SQ;
		return length % known.wordSize() == 0 ? known : VR.UN;
	}
}
