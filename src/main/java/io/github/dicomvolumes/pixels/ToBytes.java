package io.github.dicomvolumes.pixels;

import java.nio.ByteBuffer;

/** Unsigned words of 8 bits to {@code byte[]} planes. */
final class ToBytes {

	private final int shift, mask;
	private final boolean verbatim;

	private ToBytes(final BitField bits) {
		shift = bits.shift();
		mask = bits.mask();
		verbatim = bits.isWholeUnsigned(8);
	}

	static SampleLoop loop(final PixelFormat format) {
		return new ToBytes(BitField.of(format))::from8;
	}

	private void from8(final ByteBuffer in, final int count, final Object plane, final int first) {
		final byte[] out = (byte[]) plane;
		in.get(out, first, count);
		if (verbatim) return;
		final int shift = this.shift, mask = this.mask, end = first + count;
		for (int i = first; i < end; i++)
			out[i] = (byte) (out[i] >> shift & mask);
	}
}
