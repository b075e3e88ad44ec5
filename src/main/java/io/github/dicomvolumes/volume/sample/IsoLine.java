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

package io.github.dicomvolumes.volume.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A line along which the values of a plane equal a level, by linear interpolation between neighbouring pixels (marching
 * squares). Coordinates are 0-based and whole at the centres of pixels. On the screen greater values lie on its
 * right-hand side.
 *
 * @param x of each point
 * @param y of each point, downwards
 * @param isClosed whether it goes back to the first point, which is not repeated; otherwise it ends at the border of
 *        the plane, or where there are no values
 */
public record IsoLine(double[] x, double[] y, boolean isClosed) {

	public IsoLine {
		x = x.clone();
		y = y.clone();
	}

	@Override
	public double[] x() {
		return x.clone();
	}

	@Override
	public double[] y() {
		return y.clone();
	}

	/**
	 * All lines of a level. Where two pixels at opposite corners are above it and the other two below, the mean of the
	 * four decides which of them are connected.
	 *
	 * @param values row by row, {@code width * height} of them; between pixels of which one is NaN there are no lines
	 */
	public static List<IsoLine> of(final float[] values, final int width, final int height, final double level) {
		return new Tracing(values, width, height, level).lines();
	}

	/**
	 * Each step of a line crosses a square of four pixels, from a side to a side. A side is a number: twice that of its
	 * left or upper pixel, and 1 more if it goes downwards from there.
	 */
	private static final class Tracing {

		private static final int NONE = -1;

		private final float[] values;
		private final int width;
		private final int height;
		private final double level;
		/** For each side the one where the step that begins there ends. */
		private final int[] next;
		private final boolean[] isEnd;
		/** The sides where steps begin. */
		private int[] begins = new int[1024];
		private int steps;

		Tracing(final float[] values, final int width, final int height, final double level) {
			if (values.length != width * height)
				throw new IllegalArgumentException(values.length + " values of " + width + " x " + height + " pixels");
			this.values = values;
			this.width = width;
			this.height = height;
			this.level = level;
			next = new int[2 * values.length];
			isEnd = new boolean[2 * values.length];
			Arrays.fill(next, NONE);
		}

		List<IsoLine> lines() {
			for (int y = 0; y < height - 1; y++)
				crossRow(y * width);
			final List<IsoLine> lines = new ArrayList<>();
			for (int i = 0; i < steps; i++)
				if (!isEnd[begins[i]]) lines.add(follow(begins[i], false));
			for (int i = 0; i < steps; i++)
				if (next[begins[i]] != NONE) lines.add(follow(begins[i], true));
			return lines;
		}

		/** The squares of a row of pixels and the next one; most of them are on one side of the level. */
		private void crossRow(final int first) {
			boolean isUpper = values[first] >= level, isLower = values[first + width] >= level;
			for (int pixel = first; pixel < first + width - 1; pixel++) {
				final boolean isUpperRight = values[pixel + 1] >= level;
				final boolean isLowerRight = values[pixel + 1 + width] >= level;
				final boolean isCrossed = isUpper != isLower || isUpper != isUpperRight || isUpper != isLowerRight;
				if (isCrossed) cross(pixel);
				isUpper = isUpperRight;
				isLower = isLowerRight;
			}
		}

		/** The square whose upper left pixel this is; its corners and sides are counted clockwise from there. */
		private void cross(final int pixel) {
			final float a = values[pixel], b = values[pixel + 1], c = values[pixel + width + 1],
				d = values[pixel + width];
			if (Float.isNaN(a + b + c + d)) return;
			final int above = (a >= level ? 1 : 0) + (b >= level ? 2 : 0) + (c >= level ? 4 : 0) + (d >= level ? 8 : 0);
			final boolean isSaddle = above == 5 || above == 10;
			final boolean isConnected = isSaddle && ((double) a + b + c + d) / 4 >= level;
			for (int side = 0; side < 4; side++) {
				if (!isLeft(above, side)) continue;
				// clockwise around what is above: back to where it was entered, or over the connection to the next
				int to = side;
				do
					to = (to + (isConnected ? 1 : 3)) % 4;
				while (isSame(above, to));
				step(side(pixel, side), side(pixel, to));
			}
		}

		private void step(final int begin, final int end) {
			if (steps == begins.length) begins = Arrays.copyOf(begins, 2 * steps);
			begins[steps++] = begin;
			next[begin] = end;
			isEnd[end] = true;
		}

		/** Whether a side leads, clockwise, from a pixel above the level to one below. */
		private static boolean isLeft(final int above, final int side) {
			return (above >> side & 1) == 1 && (above >> (side + 1) % 4 & 1) == 0;
		}

		private static boolean isSame(final int above, final int side) {
			return (above >> side & 1) == (above >> (side + 1) % 4 & 1);
		}

		private int side(final int pixel, final int side) {
			return switch (side) {
				case 0 -> 2 * pixel;
				case 1 -> 2 * (pixel + 1) + 1;
				case 2 -> 2 * (pixel + width);
				default -> 2 * pixel + 1;
			};
		}

		private IsoLine follow(final int first, final boolean isClosed) {
			double[] xs = new double[16], ys = new double[16];
			int n = 0;
			for (int side = first; side != NONE;) {
				if (n == xs.length) {
					xs = Arrays.copyOf(xs, 2 * n);
					ys = Arrays.copyOf(ys, 2 * n);
				}
				final int pixel = side / 2;
				final boolean isDown = side % 2 == 1;
				final double from = values[pixel], to = values[isDown ? pixel + width : pixel + 1];
				final double part = (level - from) / (to - from);
				xs[n] = pixel % width + (isDown ? 0 : part);
				ys[n++] = pixel / width + (isDown ? part : 0);
				final int following = next[side];
				next[side] = NONE;
				side = isClosed && following == first ? NONE : following;
			}
			return new IsoLine(Arrays.copyOf(xs, n), Arrays.copyOf(ys, n), isClosed);
		}
	}
}
