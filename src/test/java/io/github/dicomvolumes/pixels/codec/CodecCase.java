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

import io.github.dicomvolumes.pixels.codec.jpeg.JpegDecoder;
import io.github.dicomvolumes.pixels.codec.jpeg2000.Jpeg2000Decoder;
import io.github.dicomvolumes.pixels.codec.jpegls.JpegLsDecoder;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.Deflater;

/** What {@link CodecBenchmark} decodes: a decoder, the bits of the samples, and the programs to compare with. */
public enum CodecCase {
	RLE_8(new RleDecoder(), 8, new DcmtkCodec("dcmdrle", "dcmcrle")),
	RLE_12(new RleDecoder(), 12, new DcmtkCodec("dcmdrle", "dcmcrle")),
	DEFLATED_12(new DeflatedFrameDecoder(), 12, new Deflating()), JPEG_BASELINE_8(new JpegDecoder(), 8, jpeg("+eb")),
	JPEG_EXTENDED_12(new JpegDecoder(), 12, jpeg("+ee")), JPEG_PROGRESSIVE_8(new JpegDecoder(), 8, jpeg("+ep")),
	JPEG_PROGRESSIVE_12(new JpegDecoder(), 12, jpeg("+ep")), JPEG_LOSSLESS_8(new JpegDecoder(), 8, jpeg("+e1")),
	JPEG_LOSSLESS_12(new JpegDecoder(), 12, jpeg("+e1")), JPEG_LOSSLESS_16(new JpegDecoder(), 16, jpeg("+e1")),
	JPEG_LOSSLESS_PREDICTOR_6_12(new JpegDecoder(), 12, jpeg("+el", "+sv", "6")),
	JPEG_LS_8(new JpegLsDecoder(), 8, new DcmtkCodec("dcmdjpls", "dcmcjpls")),
	JPEG_LS_12(new JpegLsDecoder(), 12, new DcmtkCodec("dcmdjpls", "dcmcjpls")),
	JPEG_LS_16(new JpegLsDecoder(), 16, new DcmtkCodec("dcmdjpls", "dcmcjpls")),
	JPEG_LS_NEAR_12(new JpegLsDecoder(), 12, new DcmtkCodec("dcmdjpls", "dcmcjpls", "+en", "+md", "2")),
	JPEG_2000_8(new Jpeg2000Decoder(), 8, new OpenJpegCodec()),
	JPEG_2000_12(new Jpeg2000Decoder(), 12, new OpenJpegCodec()),
	JPEG_2000_16(new Jpeg2000Decoder(), 16, new OpenJpegCodec()),
	JPEG_2000_IRREVERSIBLE_12(new Jpeg2000Decoder(), 12, new OpenJpegCodec("-I", "-r", "10")),
	HTJ2K_12(new Jpeg2000Decoder(), 12, new OpenJphCodec("{}")),
	HTJ2K_16(new Jpeg2000Decoder(), 16, new OpenJphCodec("{}")),
	HTJ2K_IRREVERSIBLE_12(new Jpeg2000Decoder(), 12, new OpenJphCodec("{\"setQuality\": [false, 0.002]}"));

	final FrameDecoder decoder;
	final FrameShape shape;
	final NativeCodec codec;

	CodecCase(final FrameDecoder decoder, final int bits, final NativeCodec codec) {
		this.decoder = decoder;
		this.codec = codec;
		final int size = codec instanceof OpenJpegCodec ? 1024 : 512; // OpenJPEG tells whole milliseconds
		shape = new FrameShape(size, size, 1, bits > 8 ? 16 : 8, bits);
	}

	private static NativeCodec jpeg(final String... options) {
		final String[] line = new String[options.length + 1];
		line[0] = "dcmcjpeg";
		System.arraycopy(options, 0, line, 1, options.length);
		return new DcmtkCodec("dcmdjpeg", line);
	}

	/** Needs no program. */
	private static final class Deflating implements NativeCodec {

		@Override
		public String decoder() {
			return "-";
		}

		@Override
		public byte[] compress(final byte[] samples, final FrameShape shape, final Path folder) {
			final var deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
			deflater.setInput(samples);
			deflater.finish();
			final byte[] out = new byte[2 * samples.length];
			final int length = deflater.deflate(out);
			deflater.end();
			return Arrays.copyOf(out, length);
		}
	}
}
