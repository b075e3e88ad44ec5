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

/** Bytes of three components, or indices of a palette, to {@code int[]} planes of 0xFFrrggbb. */
final class ToColours {

	private static final int OPAQUE = 0xFF000000;

	/** The colour of three components, each 0 to 255. */
	@FunctionalInterface
	private interface ColourSpace {

		int argb(int a, int b, int c);
	}

	private ToColours() {}

	/**
	 * The loops for a format of three components of 8 bits: one, or one for each component if they are planar, of which
	 * the last completes the colours.
	 */
	static SampleLoop[] loops(final PixelFormat format) {
		final SampleLoop[] planes = { component(0), component(1), component(2) };
		return switch (format.photometric()) {
			case YBR_FULL -> format.planar() ? then(planes, Ybr::full) : new SampleLoop[] { interleaved(Ybr::full) };
			case YBR_FULL_422 -> new SampleLoop[] { subsampled(Ybr::full) };
			case YBR_PARTIAL -> new SampleLoop[] { interleaved(Ybr::partial) };
			case YBR_PARTIAL_422 -> new SampleLoop[] { subsampled(Ybr::partial) };
			default -> format.planar() ? planes : new SampleLoop[] { interleaved() };
		};
	}

	/** For stored values that are indices of a palette. */
	static SampleLoop indices(final PixelFormat format, final Palette palette) {
		final int offset = format.signed() ? 1 << 15 : 0;
		final SampleLoop toShorts = ToShorts.loop(format, offset);
		final short[] block = new short[SampleLoop.BLOCK];
		return (in, count, plane, first) -> {
			final int[] out = (int[]) plane;
			for (int done = 0; done < count; done += block.length) {
				final int n = Math.min(block.length, count - done);
				toShorts.run(in.slice().order(in.order()), n, block, 0);
				in.position(in.position() + n * format.bitsAllocated() / 8);
				for (int i = 0; i < n; i++)
					out[first + done + i] = palette.argb((block[i] & 0xFFFF) - offset);
			}
		};
	}

	/** For pixels of red, green and blue. */
	private static SampleLoop interleaved() {
		final byte[] block = new byte[3 * SampleLoop.BLOCK];
		return (in, count, plane, first) -> {
			for (int done = 0; done < count; done += SampleLoop.BLOCK) {
				final int n = Math.min(SampleLoop.BLOCK, count - done);
				in.get(block, 0, 3 * n);
				join(block, n, (int[]) plane, first + done);
			}
		};
	}

	private static SampleLoop interleaved(final ColourSpace space) {
		final byte[] block = new byte[3 * SampleLoop.BLOCK];
		return (in, count, plane, first) -> {
			final int[] out = (int[]) plane;
			for (int done = 0; done < count; done += SampleLoop.BLOCK) {
				final int n = Math.min(SampleLoop.BLOCK, count - done);
				in.get(block, 0, 3 * n);
				for (int i = 0, j = 0; i < n; i++, j += 3)
					out[first + done + i] = space.argb(block[j] & 0xFF, block[j + 1] & 0xFF, block[j + 2] & 0xFF);
			}
		};
	}

	/** For two pixels in four bytes: both luminances, then the differences that they share (PS3.3 C.7.6.3.1.2). */
	private static SampleLoop subsampled(final ColourSpace space) {
		final byte[] block = new byte[2 * SampleLoop.BLOCK];
		return (in, count, plane, first) -> {
			final int[] out = (int[]) plane;
			for (int done = 0; done < count; done += SampleLoop.BLOCK) {
				final int n = Math.min(SampleLoop.BLOCK, count - done);
				in.get(block, 0, 2 * n);
				for (int i = 0; i < n; i++) {
					final int pair = 2 * (i & ~1);
					out[first + done + i] = space.argb(block[pair + (i & 1)] & 0xFF, block[pair + 2] & 0xFF,
						block[pair + 3] & 0xFF);
				}
			}
		};
	}

	/** The last of the loops then converts what all have put into the plane. */
	private static SampleLoop[] then(final SampleLoop[] planes, final ColourSpace space) {
		final SampleLoop last = planes[2];
		planes[2] = (in, count, plane, first) -> {
			last.run(in, count, plane, first);
			final int[] out = (int[]) plane;
			for (int i = first; i < first + count; i++)
				out[i] = space.argb(out[i] >> 16 & 0xFF, out[i] >> 8 & 0xFF, out[i] & 0xFF);
		};
		return planes;
	}

	/**
	 * For pixels of which the bytes of one component follow each other: sets this component, leaves the others.
	 *
	 * @param component 0 red, 1 green, 2 blue, or those of another colour space
	 */
	private static SampleLoop component(final int component) {
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
