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
