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

package io.github.dicomvolumes.data;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The facts about each transfer syntax of which this software knows more than the name (PS3.5 10, A): the one place
 * where they stand.
 */
enum KnownSyntax {

	IMPLICIT_LITTLE_ENDIAN("1.2.840.10008.1.2", Encoding.IMPLICIT, PixelStorage.NATIVE),
	EXPLICIT_LITTLE_ENDIAN("1.2.840.10008.1.2.1", Encoding.EXPLICIT, PixelStorage.NATIVE),
	EXPLICIT_BIG_ENDIAN("1.2.840.10008.1.2.2", Encoding.BIG_ENDIAN, PixelStorage.NATIVE),
	DEFLATED_LITTLE_ENDIAN("1.2.840.10008.1.2.1.99", Encoding.DEFLATED, PixelStorage.NATIVE),
	GE_PRIVATE("1.2.840.113619.5.2", Encoding.IMPLICIT, PixelStorage.NATIVE_BIG_ENDIAN,
		"GE Private Implicit VR with Big Endian Pixels"),
	ENCAPSULATED_UNCOMPRESSED("1.2.840.10008.1.2.1.98", Encoding.EXPLICIT, PixelStorage.NATIVE_FRAGMENTS),
	RLE_LOSSLESS("1.2.840.10008.1.2.5", Encoding.EXPLICIT, PixelStorage.RLE),
	DEFLATED_FRAMES("1.2.840.10008.1.2.8.1", Encoding.EXPLICIT, PixelStorage.DEFLATED),
	JPEG_BASELINE("1.2.840.10008.1.2.4.50", Encoding.EXPLICIT, PixelStorage.JPEG),
	JPEG_EXTENDED("1.2.840.10008.1.2.4.51", Encoding.EXPLICIT, PixelStorage.JPEG),
	JPEG_SPECTRAL_SELECTION("1.2.840.10008.1.2.4.53", Encoding.EXPLICIT, PixelStorage.JPEG),
	JPEG_FULL_PROGRESSION("1.2.840.10008.1.2.4.55", Encoding.EXPLICIT, PixelStorage.JPEG),
	JPEG_LOSSLESS("1.2.840.10008.1.2.4.57", Encoding.EXPLICIT, PixelStorage.JPEG),
	JPEG_LOSSLESS_FIRST_ORDER("1.2.840.10008.1.2.4.70", Encoding.EXPLICIT, PixelStorage.JPEG),
	JPEG_LS_LOSSLESS("1.2.840.10008.1.2.4.80", Encoding.EXPLICIT, PixelStorage.JPEG_LS),
	JPEG_LS_NEAR_LOSSLESS("1.2.840.10008.1.2.4.81", Encoding.EXPLICIT, PixelStorage.JPEG_LS),
	JPEG_2000_LOSSLESS("1.2.840.10008.1.2.4.90", Encoding.EXPLICIT, PixelStorage.JPEG_2000),
	JPEG_2000("1.2.840.10008.1.2.4.91", Encoding.EXPLICIT, PixelStorage.JPEG_2000),
	HTJ2K_LOSSLESS("1.2.840.10008.1.2.4.201", Encoding.EXPLICIT, PixelStorage.JPEG_2000),
	HTJ2K_LOSSLESS_RPCL("1.2.840.10008.1.2.4.202", Encoding.EXPLICIT, PixelStorage.JPEG_2000),
	HTJ2K("1.2.840.10008.1.2.4.203", Encoding.EXPLICIT, PixelStorage.JPEG_2000),
	JPEG_XL_LOSSLESS("1.2.840.10008.1.2.4.110", Encoding.EXPLICIT, PixelStorage.UNSUPPORTED),
	JPEG_XL_RECOMPRESSION("1.2.840.10008.1.2.4.111", Encoding.EXPLICIT, PixelStorage.UNSUPPORTED),
	JPEG_XL("1.2.840.10008.1.2.4.112", Encoding.EXPLICIT, PixelStorage.UNSUPPORTED),
	JPIP("1.2.840.10008.1.2.4.94", Encoding.EXPLICIT, PixelStorage.ELSEWHERE),
	JPIP_DEFLATED("1.2.840.10008.1.2.4.95", Encoding.DEFLATED, PixelStorage.ELSEWHERE),
	JPIP_HTJ2K("1.2.840.10008.1.2.4.204", Encoding.EXPLICIT, PixelStorage.ELSEWHERE),
	JPIP_HTJ2K_DEFLATED("1.2.840.10008.1.2.4.205", Encoding.DEFLATED, PixelStorage.ELSEWHERE),
	MPEG2_MAIN("1.2.840.10008.1.2.4.100", Encoding.EXPLICIT, PixelStorage.VIDEO),
	MPEG2_MAIN_FRAGMENTABLE("1.2.840.10008.1.2.4.100.1", Encoding.EXPLICIT, PixelStorage.VIDEO),
	MPEG2_HIGH("1.2.840.10008.1.2.4.101", Encoding.EXPLICIT, PixelStorage.VIDEO),
	MPEG2_HIGH_FRAGMENTABLE("1.2.840.10008.1.2.4.101.1", Encoding.EXPLICIT, PixelStorage.VIDEO),
	MPEG4_4_1("1.2.840.10008.1.2.4.102", Encoding.EXPLICIT, PixelStorage.VIDEO),
	MPEG4_4_1_FRAGMENTABLE("1.2.840.10008.1.2.4.102.1", Encoding.EXPLICIT, PixelStorage.VIDEO),
	MPEG4_BD("1.2.840.10008.1.2.4.103", Encoding.EXPLICIT, PixelStorage.VIDEO),
	MPEG4_BD_FRAGMENTABLE("1.2.840.10008.1.2.4.103.1", Encoding.EXPLICIT, PixelStorage.VIDEO),
	MPEG4_2D("1.2.840.10008.1.2.4.104", Encoding.EXPLICIT, PixelStorage.VIDEO),
	MPEG4_2D_FRAGMENTABLE("1.2.840.10008.1.2.4.104.1", Encoding.EXPLICIT, PixelStorage.VIDEO),
	MPEG4_3D("1.2.840.10008.1.2.4.105", Encoding.EXPLICIT, PixelStorage.VIDEO),
	MPEG4_3D_FRAGMENTABLE("1.2.840.10008.1.2.4.105.1", Encoding.EXPLICIT, PixelStorage.VIDEO),
	MPEG4_STEREO("1.2.840.10008.1.2.4.106", Encoding.EXPLICIT, PixelStorage.VIDEO),
	MPEG4_STEREO_FRAGMENTABLE("1.2.840.10008.1.2.4.106.1", Encoding.EXPLICIT, PixelStorage.VIDEO),
	HEVC_MAIN("1.2.840.10008.1.2.4.107", Encoding.EXPLICIT, PixelStorage.VIDEO),
	HEVC_MAIN_10("1.2.840.10008.1.2.4.108", Encoding.EXPLICIT, PixelStorage.VIDEO),
	SMPTE_PROGRESSIVE("1.2.840.10008.1.2.7.1", Encoding.EXPLICIT, PixelStorage.VIDEO),
	SMPTE_INTERLACED("1.2.840.10008.1.2.7.2", Encoding.EXPLICIT, PixelStorage.VIDEO),
	SMPTE_AUDIO("1.2.840.10008.1.2.7.3", Encoding.EXPLICIT, PixelStorage.VIDEO);

	/** How the elements of a data set are written. */
	private enum Encoding {
		IMPLICIT, EXPLICIT, BIG_ENDIAN, DEFLATED
	}

	private static final Map<String, KnownSyntax> BY_UID = new HashMap<>();

	static {
		for (final KnownSyntax syntax : values())
			BY_UID.put(syntax.uid, syntax);
	}

	private final String uid;
	private final Encoding encoding;
	private final PixelStorage pixels;
	private final String name;

	KnownSyntax(final String uid, final Encoding encoding, final PixelStorage pixels) {
		this(uid, encoding, pixels, "");
	}

	/** @param name of a private syntax; empty if the standard registers one */
	KnownSyntax(final String uid, final Encoding encoding, final PixelStorage pixels, final String name) {
		this.uid = uid;
		this.encoding = encoding;
		this.pixels = pixels;
		this.name = name;
	}

	static Optional<KnownSyntax> of(final String uid) {
		return Optional.ofNullable(BY_UID.get(uid));
	}

	String uid() {
		return uid;
	}

	boolean explicitVR() {
		return encoding != Encoding.IMPLICIT;
	}

	boolean bigEndian() {
		return encoding == Encoding.BIG_ENDIAN;
	}

	boolean deflated() {
		return encoding == Encoding.DEFLATED;
	}

	PixelStorage pixels() {
		return pixels;
	}

	/** The registered name, or that of a private syntax. */
	String label() {
		return name.isEmpty() ? Uids.name(uid) : name;
	}
}
