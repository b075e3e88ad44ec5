package io.github.dicomvolumes.pixels;

import java.util.OptionalDouble;

/** The least value of a whole grey plane. */
final class PlaneMinimum {

	private PlaneMinimum() {}

	static OptionalDouble of(final PlaneType type, final Object plane, final Excluded excluded) {
		final int offset = type.offset();
		return switch (type) {
			case UINT8 -> found(least((byte[]) plane, (int) excluded.low(), (int) excluded.high()));
			case UINT16, INT16 -> found(least((short[]) plane, (int) excluded.low() + offset, (int) excluded.high() +
				offset) - offset);
			case FLOAT32 -> found(least((float[]) plane, (float) excluded.low(), (float) excluded.high()));
			case RGB -> throw new IllegalArgumentException("Colours have no minimum");
		};
	}

	private static OptionalDouble found(final double least) {
		return least == Double.POSITIVE_INFINITY ? OptionalDouble.empty() : OptionalDouble.of(least);
	}

	private static double least(final byte[] plane, final int low, final int high) {
		int least = Integer.MAX_VALUE;
		for (final byte b : plane) {
			final int v = b & 0xFF;
			if (v < least && (v < low || v > high)) least = v;
		}
		return least == Integer.MAX_VALUE ? Double.POSITIVE_INFINITY : least;
	}

	private static double least(final short[] plane, final int low, final int high) {
		int least = Integer.MAX_VALUE;
		for (final short s : plane) {
			final int v = s & 0xFFFF;
			if (v < least && (v < low || v > high)) least = v;
		}
		return least == Integer.MAX_VALUE ? Double.POSITIVE_INFINITY : least;
	}

	/** NaN is never less. */
	private static double least(final float[] plane, final float low, final float high) {
		float least = Float.POSITIVE_INFINITY;
		for (final float v : plane)
			if (v < least && (v < low || v > high)) least = v;
		return least;
	}
}
