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

package io.github.dicomvolumes.io;

import java.io.IOException;

import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.VR;

/**
 * A data element up to its value. Each factory steps over what it reads.
 *
 * @param length as the element declares it
 * @param isOdd whether the VR is not the one in the file, as none stands there
 */
record ElementHeader(int tag, VR vr, long length, boolean isOdd) {

	private static final long UNDEFINED = 0xFFFFFFFFL;

	/** An element without VR, in a data set where none has one. */
	static ElementHeader implicit(final HeaderInput in, final VR vr) {
		final var header = new ElementHeader(in.tag(), vr, in.u32(4), false);
		in.advance(8);
		return header;
	}

	/** An element with a VR that exists. */
	static ElementHeader explicit(final HeaderInput in) throws IOException {
		final VR vr = VR.of(in.u8(4), in.u8(5));
		final boolean isLong = vr.hasLongLength();
		if (isLong) in.require(12);
		final var header = new ElementHeader(in.tag(), vr, isLong ? in.u32(8) : in.u16(6), false);
		in.advance(isLong ? 12 : 8);
		return header;
	}

	/**
	 * An element without VR, or with one that does not exist, among others that have one.
	 *
	 * @param known the dictionary's VR; UN if it does not know the tag
	 * @param isPixelData whether the value is the last to be read
	 * @param end of the item, see {@link OddElement#at}
	 * @throws DicomException if nothing tells how long the value is
	 */
	static ElementHeader odd(final HeaderInput in, final VR known, final boolean isPixelData, final long end,
		final HeaderNotes notes) throws IOException
	{
		final OddElement odd = OddElement.at(in, isPixelData, end).orElse(null);
		if (odd == null) throw new DicomException("is not an element: bytes " +
			String.format("%02X %02X", in.u8(4), in.u8(5)) + " are no value representation (PS3.5 6.2)");
		final VR vr = isPixelData ? known : vr(odd.length(), known);
		notes.add(Tag.describe(in.tag()) + " has " + OddElement.describeVR(in) +
			", which does not exist (PS3.5 6.2); it is read as " + vr);
		final var header = new ElementHeader(in.tag(), vr, odd.length(), true);
		in.advance(odd.headerBytes());
		return header;
	}

	/** The VR of the dictionary, if the length fits; what has no length is a sequence. */
	private static VR vr(final long length, final VR known) {
		if (length == UNDEFINED) return VR.SQ;
		return length % known.wordSize() == 0 ? known : VR.UN;
	}
}
