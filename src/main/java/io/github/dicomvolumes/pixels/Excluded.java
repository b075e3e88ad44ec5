package io.github.dicomvolumes.pixels;

/**
 * The padding of a frame in the values that its plane holds.
 *
 * @param low lowest value of the interval
 * @param high highest value; below {@code low} if there is no padding
 */
record Excluded(double low, double high) {

	private static final Excluded NOTHING = new Excluded(1, 0);

	static Excluded of(final FrameCoding coding, final PlanePlan plan) {
		return coding.padding().map(padding -> {
			final double a = plan.held(padding.low(), coding), b = plan.held(padding.high(), coding);
			return new Excluded(Math.min(a, b), Math.max(a, b));
		}).orElse(NOTHING);
	}

	boolean contains(final double held) {
		return held >= low && held <= high;
	}
}
