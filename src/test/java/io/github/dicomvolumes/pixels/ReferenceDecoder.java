package io.github.dicomvolumes.pixels;

import java.math.BigInteger;

/** Reads one pixel of a native frame bit by bit, as PS3.5 8.1 and 7.3 describe it: slow and obvious. */
final class ReferenceDecoder {

	private ReferenceDecoder() {}

	/** What the plane has to hold for a pixel, as {@link PlaneType#value} gives it. */
	static double held(final PlanePlan plan, final FrameCoding coding, final byte[] frame, final int pixel) {
		final PixelFormat format = coding.format();
		if (plan.type() == PlaneType.RGB) {
			long colour = 0xFF;
			for (int component = 0; component < 3; component++)
				colour = colour << 8 | word(format, frame, format.planar() ? component * format.pixels() + pixel : 3 * pixel +
					component).intValue();
			return colour;
		}
		final double stored = stored(format, word(format, frame, pixel));
		return plan.type() == PlaneType.FLOAT32 ? (float) (coding.rescale().slope() * stored + coding.rescale()
			.intercept()) : stored;
	}

	/** The bytes of a sample as an unsigned number. */
	private static BigInteger word(final PixelFormat format, final byte[] frame, final int sample) {
		final int size = format.bitsAllocated() / 8;
		BigInteger word = BigInteger.ZERO;
		for (int significance = size - 1; significance >= 0; significance--) {
			final int at = sample * size + (format.bigEndian() ? size - 1 - significance : significance);
			// Bytes in big endian words of 16 bits: 1 0 3 2 5 4
			final int swapped = format.bigEndian() && size == 1 ? at ^ 1 : at;
			word = word.shiftLeft(8).or(BigInteger.valueOf(frame[swapped] & 0xFF));
		}
		return word;
	}

	private static double stored(final PixelFormat format, final BigInteger word) {
		return switch (format.kind()) {
			case FLOAT -> Float.intBitsToFloat(word.intValue());
			case DOUBLE -> Double.longBitsToDouble(word.longValue());
			case INTEGER -> {
				long stored = 0;
				for (int bit = 0; bit < format.bitsStored(); bit++)
					if (word.testBit(format.highBit() + 1 - format.bitsStored() + bit)) stored += 1L << bit;
				yield format.signed() && word.testBit(format.highBit()) ? stored - (1L << format.bitsStored()) : stored;
			}
		};
	}
}
