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

package io.github.dicomvolumes.io.dcm4che;

import org.dcm4che3.data.VR;
import org.dcm4che3.util.ByteUtils;

import io.github.dicomvolumes.data.TransferSyntax;

/** What the first eight bytes of a data set tell of how its elements are encoded (PS3.5 7.1). */
final class Encoding {

	private Encoding() {}

	/** Whether the letters of a VR follow the tag. */
	static boolean hasVR(final byte[] header) {
		return header.length >= 6 && VR.valueOf(ByteUtils.bytesToVR(header, 4)) != null;
	}

	/** Whether a file without preamble may begin so: with an element of group 0002 or 0008. */
	static boolean looksLikeElement(final byte[] header) {
		if (header.length < 8) return false;
		final int little = ByteUtils.bytesToUShortLE(header, 0), big = ByteUtils.bytesToUShortBE(header, 0);
		final boolean isLittle = little == 2 || little == 8;
		if (!isLittle && big != 2 && big != 8) return false;
		return hasVR(header) || isLittle && Integer.compareUnsigned(ByteUtils.bytesToIntLE(header, 4), 1 << 16) < 0;
	}

	/**
	 * The syntax that the first element is really in.
	 *
	 * @param declared by the meta information; null if it says nothing
	 */
	static TransferSyntax actual(final byte[] header, final TransferSyntax declared) {
		if (header.length < 8) return declared == null ? TransferSyntax.IMPLICIT_LITTLE_ENDIAN : declared;
		final boolean explicit = hasVR(header), big = header[0] == 0 && header[1] != 0;
		if (declared != null) return declared.explicitVR() == explicit && declared.bigEndian() == big ? declared
			: declared.withEncoding(explicit, big);
		return big ? TransferSyntax.EXPLICIT_BIG_ENDIAN
			: explicit ? TransferSyntax.EXPLICIT_LITTLE_ENDIAN : TransferSyntax.IMPLICIT_LITTLE_ENDIAN;
	}
}
