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

package io.github.dicomvolumes.pixels;

/** Bytes of red, green and blue to {@code int[]} planes of 0xFFrrggbb. */
final class ToColours {

	private static final int OPAQUE = 0xFF000000;

	private ToColours() {}

	/** For pixels of three bytes. */
	static SampleLoop interleaved() {
		final byte[] block = new byte[3 * SampleLoop.BLOCK];
		return (in, count, plane, first) -> {
			for (int done = 0; done < count; done += SampleLoop.BLOCK) {
				final int n = Math.min(SampleLoop.BLOCK, count - done);
				in.get(block, 0, 3 * n);
				join(block, n, (int[]) plane, first + done);
			}
		};
	}

	/**
	 * For pixels of which the bytes of one component follow each other: sets this component, leaves the others.
	 *
	 * @param component 0 red, 1 green, 2 blue
	 */
	static SampleLoop component(final int component) {
		final byte[] block = new byte[SampleLoop.BLOCK];
		return (in, count, plane, first) -> {
			for (int done = 0; done < count; done += SampleLoop.BLOCK) {
				final int n = Math.min(SampleLoop.BLOCK, count - done);
				in.get(block, 0, n);
				set(block, n, (int[]) plane, first + done, 16 - 8 * component);
			}
		};
	}

	private static void join(final byte[] rgb, final int n, final int[] out, final int first) {
		for (int i = 0, j = 0; i < n; i++, j += 3)
			out[first + i] = OPAQUE | (rgb[j] & 0xFF) << 16 | (rgb[j + 1] & 0xFF) << 8 | rgb[j + 2] & 0xFF;
	}

	private static void set(final byte[] values, final int n, final int[] out, final int first, final int shift) {
		final int others = ~(0xFF << shift);
		for (int i = 0; i < n; i++)
			out[first + i] = out[first + i] & others | OPAQUE | (values[i] & 0xFF) << shift;
	}
}
