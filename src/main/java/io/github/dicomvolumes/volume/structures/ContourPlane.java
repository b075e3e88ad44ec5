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

package io.github.dicomvolumes.volume.structures;

import java.util.Arrays;
import java.util.List;

/**
 * The area of the contours in one plane by the even-odd rule: a point is inside if an odd number of edges lies to its
 * left. Coordinates are those of {@link ContourFrame}, rounded.
 * <p>
 * What lies on an edge belongs to one side only: of a rectangle the side of least u and that of least v are inside, the
 * others are not. An edge is the same number by number whichever way it is walked, so areas that share one neither
 * overlap nor leave a gap, and the two sides of a keyhole cancel.
 * </p>
 * <p>
 * Edges are kept by strips of v, so that a question costs the few edges of a strip.
 * </p>
 */
final class ContourPlane {

	/** The numbers of an edge: least v, greatest v, u at the least v, change of u with v. */
	private static final int NUMBERS = 4;

	/** So many strips an edge is in, on average, at most, if there are several strips. */
	private static final int STRIPS = 4;

	/** Into so many bands at least an area is cut for being measured. */
	private static final int BANDS = 256, FEW_BANDS = 16;

	/** So many edges are looked at in all for measuring an area exactly; no contour drawn by hand has as many. */
	private static final double EDGES = 1e7;

	/** Where the plane counts along n: low inclusive, high exclusive. */
	final double low, high;

	/** The bounds of the points. */
	final double leastU, mostU, leastV, mostV;

	/** Each v of a corner once, ascending. */
	private final double[] corners;
	private final double stripsPerV;
	/** How many edges cross a line of constant v, on average. */
	private final double crossingsOfLine;
	/** The edges strip by strip; an edge that is in several strips is repeated. */
	private final double[] edges;
	private final int[] firstOfStrip;

	/**
	 * @param us u of the points of each contour
	 * @param vs v of them
	 */
	ContourPlane(final double low, final double high, final List<double[]> us, final List<double[]> vs) {
		this.low = low;
		this.high = high;
		leastU = us.stream().flatMapToDouble(Arrays::stream).min().orElse(0);
		mostU = us.stream().flatMapToDouble(Arrays::stream).max().orElse(0);
		corners = vs.stream().flatMapToDouble(Arrays::stream).sorted().distinct().toArray();
		leastV = corners[0];
		mostV = corners[corners.length - 1];
		final double[] plain = edges(us, vs);
		final int count = plain.length / NUMBERS;
		double heights = 0;
		for (int e = 0; e < plain.length; e += NUMBERS)
			heights += plain[e + 1] - plain[e];
		crossingsOfLine = heights / (mostV - leastV);
		final int strips = (int) Math.max(1, Math.min(count, STRIPS * count / crossingsOfLine));
		stripsPerV = strips / (mostV - leastV);
		firstOfStrip = new int[strips + 1];
		for (int e = 0; e < plain.length; e += NUMBERS)
			for (int s = strip(plain[e]); s <= strip(plain[e + 1]); s++)
				firstOfStrip[s + 1]++;
		Arrays.parallelPrefix(firstOfStrip, Integer::sum);
		edges = new double[firstOfStrip[strips] * NUMBERS];
		final int[] next = firstOfStrip.clone();
		for (int e = 0; e < plain.length; e += NUMBERS)
			for (int s = strip(plain[e]); s <= strip(plain[e + 1]); s++)
				System.arraycopy(plain, e, edges, next[s]++ * NUMBERS, NUMBERS);
	}

	/** All edges but those along u, which no line of constant v crosses. */
	private static double[] edges(final List<double[]> us, final List<double[]> vs) {
		final double[] edges = new double[vs.stream().mapToInt(v -> v.length).sum() * NUMBERS];
		int n = 0;
		for (int contour = 0; contour < us.size(); contour++) {
			final double[] u = us.get(contour), v = vs.get(contour);
			for (int a = v.length - 1, b = 0; b < v.length; a = b++) {
				if (v[a] == v[b]) continue;
				final int least = v[a] < v[b] ? a : b, most = v[a] < v[b] ? b : a;
				edges[n++] = v[least];
				edges[n++] = v[most];
				edges[n++] = u[least];
				edges[n++] = (u[most] - u[least]) / (v[most] - v[least]);
			}
		}
		return Arrays.copyOf(edges, n);
	}

	boolean contains(final double u, final double v) {
		// an edge's u is rounded, so only a unit beyond the points nothing is sure to be inside
		if (!(v >= leastV && v < mostV && u >= leastU - 1 && u <= mostU + 1)) return false;
		final int strip = strip(v);
		boolean isInside = false;
		for (int e = firstOfStrip[strip] * NUMBERS; e < firstOfStrip[strip + 1] * NUMBERS; e += NUMBERS)
			isInside ^= v >= edges[e] && v < edges[e + 1] && edges[e + 2] + (v - edges[e]) * edges[e + 3] <= u;
		return isInside;
	}

	/**
	 * Where edges cross a line of constant v, ascending: inside is from the first, inclusive, to the second, exclusive,
	 * from the third to the fourth, and so on.
	 *
	 * @param into taken if it is large enough
	 * @return u of the crossings, {@code NaN} behind the last if the array is longer
	 */
	double[] crossings(final double v, final double[] into) {
		if (!(v >= leastV && v < mostV)) return end(into, 0);
		final int strip = strip(v), first = firstOfStrip[strip], end = firstOfStrip[strip + 1];
		final double[] us = into.length > end - first ? into : new double[end - first + 1];
		int n = 0;
		for (int e = first * NUMBERS; e < end * NUMBERS; e += NUMBERS)
			if (v >= edges[e] && v < edges[e + 1]) us[n++] = edges[e + 2] + (v - edges[e]) * edges[e + 3];
		Arrays.sort(us, 0, n);
		return end(us, n);
	}

	/** The area in mm2; exact unless edges cross between corners, or there are very many. */
	double area() {
		final double units = corners.length * crossingsOfLine > EDGES
			? area(leastV, mostV, (int) Math.max(FEW_BANDS, EDGES / crossingsOfLine))
			: exactArea();
		return units / ContourFrame.PER_MM / ContourFrame.PER_MM;
	}

	private double exactArea() {
		double area = 0;
		for (int i = 1; i < corners.length; i++) {
			final double part = (corners[i] - corners[i - 1]) / (mostV - leastV);
			area += area(corners[i - 1], corners[i], (int) Math.ceil(part * BANDS));
		}
		return area;
	}

	private double area(final double from, final double to, final int bands) {
		final double height = (to - from) / bands;
		double area = 0;
		double[] us = new double[16];
		for (int band = 0; band < bands; band++) {
			us = crossings(from + (band + 0.5) * height, us);
			for (int k = 0; !Double.isNaN(us[k]); k += 2)
				area += (us[k + 1] - us[k]) * height;
		}
		return area;
	}

	private int strip(final double v) {
		return Math.min((int) ((v - leastV) * stripsPerV), firstOfStrip.length - 2);
	}

	private static double[] end(final double[] us, final int n) {
		us[n] = Double.NaN;
		return us;
	}
}
