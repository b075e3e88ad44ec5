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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Lines of equal value. */
class IsoLineTest {

	private interface Values {

		double at(double x, double y);
	}

	private static float[] plane(final int width, final int height, final Values values) {
		final float[] plane = new float[width * height];
		for (int i = 0; i < plane.length; i++)
			plane[i] = (float) values.at(i % width, i / width);
		return plane;
	}

	/** One line from border to border, all of its points where the ramp has the level, greater values on the right. */
	@RepeatedTest(20)
	void ofARampIsStraight(final RepetitionInfo info) {
		final Random random = new Random(info.getCurrentRepetition());
		final double angle = random.nextDouble() * 2 * Math.PI, dx = Math.cos(angle), dy = Math.sin(angle);
		final double x0 = 15 + random.nextDouble() * 10, y0 = 10 + random.nextDouble() * 10;
		final List<IsoLine> lines = IsoLine.of(plane(40, 30, (x, y) -> (x - x0) * dx + (y - y0) * dy), 40, 30, 0);
		assertEquals(1, lines.size());
		final double[] x = lines.get(0).x(), y = lines.get(0).y();
		assertFalse(lines.get(0).isClosed());
		for (int i = 0; i < x.length; i++)
			assertEquals(0, (x[i] - x0) * dx + (y[i] - y0) * dy, 1e-5, i + ": " + x[i] + ", " + y[i]);
		final int last = x.length - 1;
		assertTrue(isAtBorder(x[0], y[0]) && isAtBorder(x[last], y[last]));
		// on the screen, y downwards, what is on the right of (a, b) is (-b, a)
		assertTrue(-(y[last] - y[0]) * dx + (x[last] - x[0]) * dy > 0);
	}

	private static boolean isAtBorder(final double x, final double y) {
		return x == 0 || y == 0 || x == 39 || y == 29;
	}

	@RepeatedTest(10)
	void ofAConeIsACircle(final RepetitionInfo info) {
		final Random random = new Random(info.getCurrentRepetition());
		final double x0 = 18 + random.nextDouble() * 4, y0 = 18 + random.nextDouble() * 4;
		final double radius = 8 + random.nextDouble() * 8;
		final List<IsoLine> lines = IsoLine.of(plane(40, 40, (x, y) -> -Math.hypot(x - x0, y - y0)), 40, 40, -radius);
		assertEquals(1, lines.size());
		assertTrue(lines.get(0).isClosed());
		final double[] x = lines.get(0).x(), y = lines.get(0).y();
		double area = 0;
		for (int i = 0; i < x.length; i++) {
			assertEquals(radius, Math.hypot(x[i] - x0, y[i] - y0), 0.02);
			final int next = (i + 1) % x.length;
			assertTrue(Math.hypot(x[next] - x[i], y[next] - y[i]) < 1.5);
			area += (x[i] * y[next] - x[next] * y[i]) / 2;
		}
		assertEquals(Math.PI * radius * radius, area, 0.01 * Math.PI * radius * radius); // positive: clockwise
	}

	@Test
	void valueByValue() {
		// 0 0 0 / 0 4 0 / 0 0 0 at 1: a square whose corners are three quarters of the way from 4 to 0
		final List<IsoLine> lines = IsoLine.of(new float[] { 0, 0, 0, 0, 4, 0, 0, 0, 0 }, 3, 3, 1);
		assertEquals(1, lines.size());
		assertArrayEquals(new double[] { 0.25, 1, 1.75, 1 }, lines.get(0).x());
		assertArrayEquals(new double[] { 1, 0.25, 1, 1.75 }, lines.get(0).y());
		assertTrue(lines.get(0).isClosed());
	}

	/** Of two corners above the level that face each other, the mean says whether they are one area. */
	@Test
	void saddles() {
		// 4 0 / 0 4: mean 2
		final List<IsoLine> apart = IsoLine.of(new float[] { 4, 0, 0, 4 }, 2, 2, 3);
		assertEquals(2, apart.size());
		assertArrayEquals(new double[] { 0.25, 0 }, apart.get(0).x());
		assertArrayEquals(new double[] { 0, 0.25 }, apart.get(0).y());
		final List<IsoLine> together = IsoLine.of(new float[] { 4, 0, 0, 4 }, 2, 2, 1);
		assertEquals(2, together.size());
		assertArrayEquals(new double[] { 0.75, 1 }, together.get(0).x());
		assertArrayEquals(new double[] { 0, 0.25 }, together.get(0).y());
	}

	@Test
	void endsWhereThereAreNoValues() {
		final float[] values = plane(9, 9, (x, y) -> x >= 6 ? Double.NaN : y);
		final List<IsoLine> lines = IsoLine.of(values, 9, 9, 3.5);
		assertEquals(1, lines.size());
		final double[] x = lines.get(0).x();
		assertEquals(5, Math.abs(x[x.length - 1] - x[0]));
		assertArrayEquals(new double[] { 3.5, 3.5, 3.5, 3.5, 3.5, 3.5 }, lines.get(0).y());
	}

	@Test
	void noneBeyondTheValues() {
		assertEquals(List.of(), IsoLine.of(new float[] { 1, 2, 3, 4 }, 2, 2, 5));
		assertEquals(List.of(), IsoLine.of(new float[] { 1, 2, 3, 4 }, 2, 2, 1));
		assertEquals(List.of(), IsoLine.of(new float[] { 1 }, 1, 1, 1));
	}

	/**
	 * Between the lines of random values there is on each side what should be: any pixel is enclosed as its value says.
	 */
	@RepeatedTest(20)
	void separateWhatIsAboveFromWhatIsBelow(final RepetitionInfo info) {
		final Random random = new Random(info.getCurrentRepetition());
		final int size = 12;
		// a border below the level, so that all lines are closed
		final float[] values = plane(size, size,
			(x, y) -> x == 0 || y == 0 || x == size - 1 || y == size - 1 ? -1 : random.nextGaussian());
		final List<IsoLine> lines = IsoLine.of(values, size, size, 0.3);
		for (int i = 0; i < values.length; i++) {
			int turns = 0;
			for (final IsoLine line : lines) {
				assertTrue(line.isClosed());
				turns += turns(line, i % size, i / size);
			}
			assertEquals(values[i] >= 0.3f ? 1 : 0, turns, "pixel " + i);
		}
	}

	private static int turns(final IsoLine line, final double px, final double py) {
		final double[] x = line.x(), y = line.y();
		double sum = 0;
		for (int a = x.length - 1, b = 0; b < x.length; a = b++)
			sum += Math.atan2((x[a] - px) * (y[b] - py) - (x[b] - px) * (y[a] - py),
				(x[a] - px) * (x[b] - px) + (y[a] - py) * (y[b] - py));
		return (int) Math.rint(sum / (2 * Math.PI));
	}
}
