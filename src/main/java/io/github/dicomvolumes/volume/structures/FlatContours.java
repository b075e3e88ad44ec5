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

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.dicomvolumes.geometry.Tolerances;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.geometry.VolumeGeometry;

/**
 * The contours of a structure that enclose an area, plane by plane in a common frame, and how many others there are.
 *
 * @param planes in the order of their normal
 * @param spacing of the planes; empty if there are none
 * @param unused how many contours enclose nothing here, and why
 */
record FlatContours(ContourFrame frame, List<ContourPlane> planes, List<ContourSpacing> spacing,
	Map<Unused, Integer> unused)
{

	/** A coordinate beyond this, mm, is no anatomy. */
	private static final double KILOMETRE = 1e6;

	/** Why a contour encloses nothing. */
	enum Unused {
		POINT("of points only"), LINE("not closed"), NO_AREA("without area"), REPEATED("drawn before"),
		LEANING("not parallel to the others"), FAR("more than a kilometre away");

		final String text;

		Unused(final String text) {
			this.text = text;
		}
	}

	/** One contour: its distance and thickness along the normal in mm, and its points in the frame. */
	private record Flat(double distance, double thickness, double[] u, double[] v) {

		static Flat of(final Contour contour, final ContourFrame frame) {
			final double[] ends = frame.ends(contour);
			final List<Vector3> points = contour.points();
			return new Flat((ends[0] + ends[1]) / 2, ends[1] - ends[0],
				points.stream().mapToDouble(p -> Math.rint(frame.u().dot(p) * ContourFrame.PER_MM)).toArray(),
				points.stream().mapToDouble(p -> Math.rint(frame.v().dot(p) * ContourFrame.PER_MM)).toArray());
		}

		boolean hasArea() {
			return isLong(u) && isLong(v);
		}

		private static boolean isLong(final double[] coordinates) {
			for (final double coordinate : coordinates)
				if (coordinate != coordinates[0]) return true;
			return false;
		}
	}

	/** @param known frames of other structures, taken if they fit */
	static FlatContours of(final Structure structure, final VolumeGeometry volume, final List<ContourFrame> known) {
		final Map<Unused, Integer> unused = new EnumMap<>(Unused.class);
		final Set<Contour> seen = new HashSet<>();
		final List<Contour> closed = new ArrayList<>();
		for (final Contour contour : structure.contours()) {
			if (contour.kind() == Contour.Kind.POINT) count(unused, Unused.POINT);
			else if (contour.kind().leastPoints() < 3) count(unused, Unused.LINE);
			else if (contour.points().stream().anyMatch(p -> Tolerances.largestCoordinate(p) > KILOMETRE))
				count(unused, Unused.FAR);
			else if (!ContourFrame.hasArea(contour)) count(unused, Unused.NO_AREA);
			// not to be a hole in itself: that it would be if its kind said so
			else if (contour.kind() == Contour.Kind.CLOSED_PLANAR && !seen.add(contour)) count(unused, Unused.REPEATED);
			else closed.add(contour);
		}
		final ContourFrame frame = ContourFrame.of(closed, volume, known);
		final List<Flat> flat = new ArrayList<>();
		for (final Contour contour : closed) {
			final Flat projected = Flat.of(contour, frame);
			if (!frame.isFlat(contour, volume)) count(unused, Unused.LEANING);
			else if (!projected.hasArea()) count(unused, Unused.NO_AREA);
			else flat.add(projected);
		}
		if (flat.isEmpty()) return new FlatContours(frame, List.of(), List.of(), unused);
		final double voxel = frame.voxel(volume);
		// contours of a plane lie as far apart as their own points
		final double samePlane = flat.stream().mapToDouble(Flat::thickness).max().orElse(0);
		final List<List<Flat>> byPlane = byPlane(flat, Math.max(samePlane, frame.rounding(volume)));
		final ContourSpacing spacing = ContourSpacing
			.of(byPlane.stream().mapToDouble(plane -> plane.get(0).distance).toArray(), voxel);
		return new FlatContours(frame, planes(byPlane, spacing), List.of(spacing), unused);
	}

	/** Whether a point, LPS, mm, is inside. */
	boolean contains(final Vector3 lps) {
		final double[] at = frame.coordinates(lps);
		final double n = Math.rint(at[2]);
		int from = 0, to = planes.size();
		while (from < to) { // the first plane that does not end before the point
			final int middle = (from + to) >>> 1;
			if (planes.get(middle).high <= n) from = middle + 1;
			else to = middle;
		}
		if (from == planes.size() || n < planes.get(from).low) return false;
		return planes.get(from).contains(Math.rint(at[0]), Math.rint(at[1]));
	}

	/** The least u, v, n of anything inside. */
	double[] least() {
		return new double[] { planes.stream().mapToDouble(plane -> plane.leastU).min().orElse(0),
			planes.stream().mapToDouble(plane -> plane.leastV).min().orElse(0),
			planes.stream().mapToDouble(plane -> plane.low).min().orElse(0) };
	}

	/** The greatest u, v, n of anything inside. */
	double[] most() {
		return new double[] { planes.stream().mapToDouble(plane -> plane.mostU).max().orElse(0),
			planes.stream().mapToDouble(plane -> plane.mostV).max().orElse(0),
			planes.stream().mapToDouble(plane -> plane.high).max().orElse(0) };
	}

	private static void count(final Map<Unused, Integer> unused, final Unused why) {
		unused.merge(why, 1, Integer::sum);
	}

	private static List<List<Flat>> byPlane(final List<Flat> flat, final double samePlane) {
		flat.sort(Comparator.comparingDouble(Flat::distance));
		final List<List<Flat>> planes = new ArrayList<>();
		double first = Double.NEGATIVE_INFINITY;
		for (final Flat contour : flat) {
			if (contour.distance - first > samePlane) {
				planes.add(new ArrayList<>());
				first = contour.distance;
			}
			planes.get(planes.size() - 1).add(contour);
		}
		return planes;
	}

	private static List<ContourPlane> planes(final List<List<Flat>> byPlane, final ContourSpacing spacing) {
		final List<ContourPlane> planes = new ArrayList<>();
		for (int i = 0; i < byPlane.size(); i++)
			planes.add(new ContourPlane(Math.rint(spacing.low()[i] * ContourFrame.PER_MM),
				Math.rint(spacing.high()[i] * ContourFrame.PER_MM), byPlane.get(i).stream().map(Flat::u).toList(),
				byPlane.get(i).stream().map(Flat::v).toList()));
		return planes;
	}
}
