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

package io.github.dicomvolumes.export.structures;

import java.util.Arrays;

/**
 * A closed line in a plane; the last point is not the first. Coordinates are those of pixels, y downwards.
 *
 * @param x of each point
 * @param y of each point
 */
record Ring(double[] x, double[] y) {

	int length() {
		return x.length;
	}

	/** Twice the area, positive if it goes clockwise on the screen. */
	double signedArea() {
		double sum = 0;
		for (int a = length() - 1, b = 0; b < length(); a = b++)
			sum += x[a] * y[b] - x[b] * y[a];
		return sum;
	}

	/** The same line, clockwise on the screen or the other way. */
	Ring turned(final boolean isClockwise) {
		if (signedArea() > 0 == isClockwise) return this;
		final double[] reversedX = new double[length()], reversedY = new double[length()];
		for (int i = 0; i < length(); i++) {
			reversedX[i] = x[length() - 1 - i];
			reversedY[i] = y[length() - 1 - i];
		}
		return new Ring(reversedX, reversedY);
	}

	/** Whether a point is inside by the even-odd rule. */
	boolean contains(final double px, final double py) {
		boolean isInside = false;
		for (int a = length() - 1, b = 0; b < length(); a = b++)
			isInside ^= y[a] > py != y[b] > py && px < x[a] + (py - y[a]) * (x[b] - x[a]) / (y[b] - y[a]);
		return isInside;
	}

	/** The index of the leftmost point. */
	int leftmost() {
		int least = 0;
		for (int i = 1; i < length(); i++)
			if (x[i] < x[least]) least = i;
		return least;
	}

	/**
	 * A point that is inside and on no edge: between the two first edges that cross a line through the middle of the
	 * ring's longest step down or up.
	 */
	double[] inside() {
		double best = 0, at = 0;
		for (int a = length() - 1, b = 0; b < length(); a = b++)
			if (Math.abs(y[b] - y[a]) > best) {
				best = Math.abs(y[b] - y[a]);
				at = (y[a] + y[b]) / 2;
			}
		final double[] crossings = crossings(at);
		if (crossings.length < 2) return new double[] { x[0], y[0] };
		return new double[] { (crossings[0] + crossings[1]) / 2, at };
	}

	private double[] crossings(final double at) {
		final double[] found = new double[length()];
		int count = 0;
		for (int a = length() - 1, b = 0; b < length(); a = b++)
			if (y[a] > at != y[b] > at) found[count++] = x[a] + (at - y[a]) * (x[b] - x[a]) / (y[b] - y[a]);
		final double[] sorted = Arrays.copyOf(found, count);
		Arrays.sort(sorted);
		return sorted;
	}

	/**
	 * This ring with a hole: along itself to the nearest point to the left of the hole's leftmost one, there and around
	 * the hole, and the same way back.
	 *
	 * @return this ring if nothing is left of the hole
	 */
	Ring withHole(final Ring hole) {
		final int first = hole.leftmost();
		final double px = hole.x[first], py = hole.y[first];
		int edge = -1;
		double nearest = Double.NEGATIVE_INFINITY;
		for (int a = length() - 1, b = 0; b < length(); a = b++) {
			if (y[a] > py == y[b] > py) continue;
			final double crossing = x[a] + (py - y[a]) * (x[b] - x[a]) / (y[b] - y[a]);
			if (crossing <= px && crossing > nearest) {
				nearest = crossing;
				edge = b;
			}
		}
		if (edge < 0) return this;
		final int n = length() + hole.length() + 3;
		final double[] joinedX = new double[n], joinedY = new double[n];
		int at = 0;
		for (int i = 0; i < edge; i++, at++) {
			joinedX[at] = x[i];
			joinedY[at] = y[i];
		}
		joinedX[at] = nearest;
		joinedY[at++] = py;
		for (int i = 0; i <= hole.length(); i++, at++) {
			joinedX[at] = hole.x[(first + i) % hole.length()];
			joinedY[at] = hole.y[(first + i) % hole.length()];
		}
		joinedX[at] = nearest;
		joinedY[at++] = py;
		for (int i = edge; i < length(); i++, at++) {
			joinedX[at] = x[i];
			joinedY[at] = y[i];
		}
		return new Ring(joinedX, joinedY);
	}
}
