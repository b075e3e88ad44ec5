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

package io.github.dicomvolumes.export.file;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Encodes frames as RLE (PS3.5 annex G): a segment for each byte of a pixel, the most significant byte of each sample
 * first; runs end with the rows.
 */
public final class RleEncoder {

	private static final int HEADER = 64, MOST = 128;

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();
	private final int columns, pixelBytes, sampleBytes;

	private RleEncoder(final int columns, final int samples, final int sampleBytes) {
		this.columns = columns;
		this.sampleBytes = sampleBytes;
		pixelBytes = samples * sampleBytes;
	}

	/**
	 * One frame as a fragment of even length.
	 *
	 * @param pixels little endian, the samples of a pixel one after another
	 * @param samples of a pixel
	 * @param sampleBytes of a sample
	 */
	public static byte[] encode(final byte[] pixels, final int columns, final int samples, final int sampleBytes) {
		return new RleEncoder(columns, samples, sampleBytes).encode(pixels);
	}

	private byte[] encode(final byte[] pixels) {
		final ByteBuffer header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
		header.putInt(pixelBytes);
		out.writeBytes(header.array());
		final byte[] row = new byte[columns];
		for (int segment = 0; segment < pixelBytes; segment++) {
			header.putInt(out.size());
			final int sample = segment / sampleBytes, from = (sample + 1) * sampleBytes - 1 - segment % sampleBytes;
			for (int at = from; at < pixels.length; at += columns * pixelBytes) {
				for (int x = 0; x < columns; x++)
					row[x] = pixels[at + x * pixelBytes];
				encodeRow(row);
			}
			if (out.size() % 2 != 0) out.write(0);
		}
		final byte[] fragment = out.toByteArray();
		System.arraycopy(header.array(), 0, fragment, 0, HEADER);
		return fragment;
	}

	private void encodeRow(final byte[] row) {
		int literal = 0; // where bytes begin that are not written yet
		for (int at = 0; at < row.length;) {
			final int run = run(row, at);
			if (run < 3) {
				at += run;
				continue;
			}
			literals(row, literal, at);
			out.write(1 - run);
			out.write(row[at]);
			at += run;
			literal = at;
		}
		literals(row, literal, row.length);
	}

	/** How many equal bytes begin there, {@value #MOST} at most. */
	private static int run(final byte[] row, final int from) {
		int to = from + 1;
		while (to < row.length && row[to] == row[from] && to - from < MOST)
			to++;
		return to - from;
	}

	private void literals(final byte[] row, final int from, final int to) {
		for (int at = from; at < to; at += MOST) {
			final int count = Math.min(MOST, to - at);
			out.write(count - 1);
			out.write(row, at, count);
		}
	}
}
