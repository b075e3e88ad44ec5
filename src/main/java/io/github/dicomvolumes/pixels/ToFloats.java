package io.github.dicomvolumes.pixels;

import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.IntBuffer;
import java.nio.ShortBuffer;

/** Integers and floating point numbers to {@code float[]} planes of real values, calculated in 64 bits. */
final class ToFloats {

	private final double slope, intercept;

	private ToFloats(final Rescale rescale) {
		slope = rescale.slope();
		intercept = rescale.intercept();
	}

	static SampleLoop loop(final PixelFormat format, final Rescale rescale) {
		final ToFloats to = new ToFloats(rescale);
		return switch (format.kind()) {
			case FLOAT -> rescale.isIdentity() ? ToFloats::copyFloats : to::fromFloats;
			case DOUBLE -> to.fromDoubles(new double[SampleLoop.BLOCK]);
			case INTEGER -> switch (format.bitsAllocated()) {
				case 8 -> to.from8(BitField.of(format), new byte[SampleLoop.BLOCK]);
				case 16 -> to.from16(BitField.of(format), new short[SampleLoop.BLOCK]);
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
