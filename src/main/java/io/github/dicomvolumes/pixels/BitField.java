package io.github.dicomvolumes.pixels;

/**
 * Where the stored value stands in a word, and its sign, such that for a word as a Java int
 *
 * <pre>
 * stored = (((word &gt;&gt; shift) &amp; mask) ^ flip) + bias
 * </pre>
 *
 * The mask removes what other bits hold, such as overlays. Flipping the sign bit and subtracting its worth extends the
 * sign without a branch (two's complement). The sum needs more than 32 bits only if the stored value is unsigned and has
 * 32 bits.
 */
record BitField(int shift, int mask, int flip, long bias) {

	static BitField of(final PixelFormat format) {
		final int bits = format.bitsStored();
		final int shift = format.highBit() + 1 - bits;
		if (bits == 32) return format.signed() ? new BitField(shift, -1, 0, 0) : new BitField(shift, -1, Integer.MIN_VALUE,
			1L << 31);
		final int sign = format.signed() ? 1 << bits - 1 : 0;
		return new BitField(shift, (1 << bits) - 1, sign, -sign);
	}

	/** Whether the stored value is all of a word of so many bits and has no sign. */
	boolean isWholeUnsigned(final int wordBits) {
		return Integer.bitCount(mask) == wordBits && flip == 0;
	}
}
