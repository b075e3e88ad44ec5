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

import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.ShortBuffer;

/** Integers and floating point numbers to {@code float[]} planes of real values, calculated in 64 bits. */
final class ToFloats {

	private final double slope, intercept;

	private ToFloats(final Rescale rescale) {
		slope = rescale.slope();
		intercept = rescale.intercept();
	}

	static SampleLoop loop(final PixelFormat format, final FrameCoding coding) {
		return coding.table()
			.map(table -> through(table, loop(format, Rescale.IDENTITY)))
			.orElseGet(() -> loop(format, coding.rescale()));
	}

	/**
	 * Stored values first, which 32-bit floating point holds as nearly all have 16 bits at most where there is a table,
	 * then those of the table.
	 */
	private static SampleLoop through(final ValueTable table, final SampleLoop stored) {
		return (in, count, plane, first) -> {
			stored.run(in, count, plane, first);
			final float[] out = (float[]) plane;
			for (int i = first; i < first + count; i++)
				out[i] = (float) table.real(out[i]);
		};
	}

	private static SampleLoop loop(final PixelFormat format, final Rescale rescale) {
		final ToFloats to = new ToFloats(rescale);
		return switch (format.kind()) {
			case FLOAT -> rescale.isIdentity() ? ToFloats::copyFloats : to::fromFloats;
			case DOUBLE -> to.fromDoubles(new double[SampleLoop.BLOCK]);
			case INTEGER -> switch (format.bitsAllocated()) {
				case 8 -> to.from8(BitField.of(format), new byte[SampleLoop.BLOCK]);
				case 16 -> to.from16(BitField.of(format), new short[SampleLoop.BLOCK]);
				case 64 -> to.from64(format);
				default -> to.from32(BitField.of(format), new int[SampleLoop.BLOCK]);
			};
		};
	}

	private static void copyFloats(final ByteBuffer in, final int count, final Object plane, final int first) {
		in.asFloatBuffer().get((float[]) plane, first, count);
	}

	private void fromFloats(final ByteBuffer in, final int count, final Object plane, final int first) {
		copyFloats(in, count, plane, first);
		final float[] out = (float[]) plane;
		final double slope = this.slope, intercept = this.intercept;
		final int end = first + count;
		for (int i = first; i < end; i++)
			out[i] = (float) (slope * out[i] + intercept);
	}

	private SampleLoop fromDoubles(final double[] block) {
		return (in, count, plane, first) -> {
			final DoubleBuffer words = in.asDoubleBuffer();
			for (int done = 0; done < count; done += block.length) {
				final int n = Math.min(block.length, count - done);
				words.get(block, 0, n);
				convert(block, n, (float[]) plane, first + done);
			}
		};
	}

	private SampleLoop from8(final BitField bits, final byte[] block) {
		return (in, count, plane, first) -> {
			for (int done = 0; done < count; done += block.length) {
				final int n = Math.min(block.length, count - done);
				in.get(block, 0, n);
				convert(bits, block, n, (float[]) plane, first + done);
			}
		};
	}

	private SampleLoop from16(final BitField bits, final short[] block) {
		return (in, count, plane, first) -> {
			final ShortBuffer words = in.asShortBuffer();
			for (int done = 0; done < count; done += block.length) {
				final int n = Math.min(block.length, count - done);
				words.get(block, 0, n);
				convert(bits, block, n, (float[]) plane, first + done);
			}
		};
	}

	private SampleLoop from32(final BitField bits, final int[] block) {
		return (in, count, plane, first) -> {
			final IntBuffer words = in.asIntBuffer();
			for (int done = 0; done < count; done += block.length) {
				final int n = Math.min(block.length, count - done);
				words.get(block, 0, n);
				convert(bits, block, n, (float[]) plane, first + done);
			}
		};
	}

	/** Whole numbers of more than 53 bits are rounded. */
	private SampleLoop from64(final PixelFormat format) {
		final int left = 63 - format.highBit(), right = 64 - format.bitsStored();
		return (in, count, plane, first) -> {
			final LongBuffer words = in.asLongBuffer();
			final float[] out = (float[]) plane;
			for (int i = first; i < first + count; i++) {
				final long word = words.get() << left;
				final double stored = format.signed() ? word >> right
					: (word >>> right >>> 1) * 2.0 + (word >>> right & 1);
				out[i] = (float) (slope * stored + intercept);
			}
		};
	}

	private void convert(final double[] words, final int n, final float[] out, final int first) {
		final double slope = this.slope, intercept = this.intercept;
		for (int i = 0; i < n; i++)
			out[first + i] = (float) (slope * words[i] + intercept);
	}

	private void convert(final BitField bits, final byte[] words, final int n, final float[] out, final int first) {
		final int shift = bits.shift(), mask = bits.mask(), flip = bits.flip(), bias = (int) bits.bias();
		final double slope = this.slope, intercept = this.intercept;
		for (int i = 0; i < n; i++)
			out[first + i] = (float) (slope * ((words[i] >> shift & mask ^ flip) + bias) + intercept);
	}

	private void convert(final BitField bits, final short[] words, final int n, final float[] out, final int first) {
		final int shift = bits.shift(), mask = bits.mask(), flip = bits.flip(), bias = (int) bits.bias();
		final double slope = this.slope, intercept = this.intercept;
		for (int i = 0; i < n; i++)
			out[first + i] = (float) (slope * ((words[i] >> shift & mask ^ flip) + bias) + intercept);
	}

	/** Adds the bias in 64 bits, as 32 do not hold an unsigned word. */
	private void convert(final BitField bits, final int[] words, final int n, final float[] out, final int first) {
		final int shift = bits.shift(), mask = bits.mask(), flip = bits.flip();
		final double bias = bits.bias(), slope = this.slope, intercept = this.intercept;
		for (int i = 0; i < n; i++)
			out[first + i] = (float) (slope * ((words[i] >> shift & mask ^ flip) + bias) + intercept);
	}
}
