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

package io.github.dicomvolumes.pixels.codec;

import java.util.Arrays;
import java.util.Optional;

import io.github.dicomvolumes.data.PixelStorage;
import io.github.dicomvolumes.data.TransferSyntax;
import io.github.dicomvolumes.pixels.codec.jpeg.JpegDecoder;
import io.github.dicomvolumes.pixels.codec.jpeg2000.Jpeg2000Decoder;
import io.github.dicomvolumes.pixels.codec.jpegls.JpegLsDecoder;

/** The standards of compression that are read, and which one a frame is in. */
public enum FrameDecoders {

	/** Run lengths of the bytes of an uncompressed frame (PS3.5 G). */
	RLE(PixelStorage.RLE, new RleDecoder()),
	/** An uncompressed frame, deflated (PS3.5 A.4.13). */
	DEFLATED(PixelStorage.DEFLATED, new DeflatedFrameDecoder()),
	/** ITU-T T.81. */
	JPEG(PixelStorage.JPEG, new JpegDecoder()),
	/** ITU-T T.87. */
	JPEG_LS(PixelStorage.JPEG_LS, new JpegLsDecoder()),
	/** ITU-T T.800 and T.814. */
	JPEG_2000(PixelStorage.JPEG_2000, new Jpeg2000Decoder());

	private static final int SOI = 0xFFD8, SOC = 0xFF4F, SOF55 = 0xFFF7, SOS = 0xFFDA;
	/** Where SIZ, which follows SOC, has the sign and precision of the first component (T.800 A.5.1). */
	private static final int SSIZ = 42;
	/** Bytes from the first that {@link #statesSigned} looks at. */
	public static final int HEAD = SSIZ + 1;

	private final PixelStorage storage;
	private final FrameDecoder decoder;

	FrameDecoders(final PixelStorage storage, final FrameDecoder decoder) {
		this.storage = storage;
		this.decoder = decoder;
	}

	public FrameDecoder decoder() {
		return decoder;
	}

	/** The standard of a transfer syntax (PS3.5 10); empty for native ones, video and what is unknown. */
	public static Optional<FrameDecoders> of(final TransferSyntax syntax) {
		return Arrays.stream(values()).filter(row -> row.storage == syntax.pixels()).findFirst();
	}

	/**
	 * The standard of a frame: what its first markers say, since some files are in another than their transfer syntax
	 * says, else that of the syntax.
	 */
	public static Optional<FrameDecoders> of(final byte[] data, final TransferSyntax syntax) {
		if (marker(data, 0) == SOC && marker(data, 2) == 0xFF51 || isJp2(data)) return Optional.of(JPEG_2000);
		return marker(data, 0) == SOI && data.length > 3 && data[2] == -1 ? Optional.of(isJpegLs(data) ? JPEG_LS : JPEG)
			: of(syntax);
	}

	/** Whether a JPEG 2000 codestream says that its samples are signed; false for all others. */
	public static boolean statesSigned(final byte[] data) {
		return data.length > SSIZ && marker(data, 0) == SOC && marker(data, 2) == 0xFF51 && data[SSIZ] < 0;
	}

	/** Whether the frame header is that of JPEG-LS; segments are skipped by their lengths. */
	private static boolean isJpegLs(final byte[] data) {
		for (int at = 2; at + 4 <= data.length;) {
			final int marker = marker(data, at);
			if (marker == SOF55) return true;
			if (marker == SOS || marker < 0xFF00) return false;
			at += marker == 0xFFFF ? 1 : 2 + marker(data, at + 2);
		}
		return false;
	}

	/** The signature box of a JP2 file (T.800 I.5.1). */
	private static boolean isJp2(final byte[] data) {
		return data.length > 12 && marker(data, 4) == 0x6A50 && marker(data, 6) == 0x2020;
	}

	private static int marker(final byte[] data, final int at) {
		return at + 1 < data.length ? (data[at] & 0xFF) << 8 | data[at + 1] & 0xFF : 0;
	}
}
