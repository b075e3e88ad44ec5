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
import java.util.List;

import io.github.dicomvolumes.geometry.Orientation;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.geometry.VolumeGeometry;

/**
 * Coordinates in which the contours of a structure are flat: u and v along their planes, n across. They are whole
 * numbers of units of {@link #PER_MM} to a mm, so that a point calculated to lie on an edge, or halfway between two
 * planes, does so whatever the last digits of the calculation are.
 * <p>
 * Where the contours are parallel to slices, rows or columns of the volume, the frame is that of the volume: rows of
 * voxels go along u, and structures that share an edge are judged in the same frame.
 * </p>
 *
 * @param u unit vector, LPS
 * @param v unit vector, LPS
 * @param n unit vector, LPS: the normal of the contours
 */
record ContourFrame(Vector3 u, Vector3 v, Vector3 n) {

	/** Units in a mm. */
	static final double PER_MM = 1 << 20;

	/** The largest angle in radians between contours and a frame that was not made for them. */
	private static final double SAME_DIRECTION = 0.02;

	/** The largest angle in radians between contours that say together what their normal is. */
	private static final double SIMILAR = 0.2;

	/** mm2 that are rounding. */
	private static final double NO_AREA = 1e-9;

	/** mm that are rounding, in sizes of a voxel where voxels are small. */
	private static final double ROUNDING = 0.02, ROUNDING_VOXELS = 0.1;

	/** How much less flat contours may be in a frame that was not made for them. */
	private static final double NOT_WORSE = 2;

	/** How far points of a contour may lie apart along the normal, in sizes of a voxel: as for contours on slices. */
	private static final double FLAT = 0.2;

	/**
	 * The frame of some contours; that of the volume if there are none.
	 *
	 * @param contours each with an area
	 * @param known frames of other structures, taken if they fit
	 */
	static ContourFrame of(final List<Contour> contours, final VolumeGeometry volume, final List<ContourFrame> known) {
		if (contours.isEmpty()) return ofAxes(volume).get(0);
		final List<Vector3> areas = contours.stream().map(ContourFrame::area).toList();
		final Vector3 largest = areas.stream().max(Comparator.comparingDouble(Vector3::norm)).get();
		final List<Contour> similar = new ArrayList<>();
		Vector3 sum = new Vector3(0, 0, 0);
		for (int i = 0; i < areas.size(); i++) {
			final Vector3 area = areas.get(i).dot(largest) < 0 ? areas.get(i).times(-1) : areas.get(i);
			if (area.angleTo(largest) > SIMILAR) continue;
			similar.add(contours.get(i));
			sum = sum.plus(area);
		}
		final Vector3 normal = upwards(sum.unit());
		final ContourFrame fitted = of(normal, volume);
		final double thickest = NOT_WORSE * fitted.thickness(similar);
		final List<ContourFrame> candidates = new ArrayList<>(ofAxes(volume));
		candidates.addAll(known);
		return candidates.stream()
			.filter(frame -> frame.n.cross(normal).norm() <= SAME_DIRECTION)
			.filter(frame -> frame.thickness(similar) <= Math.max(thickest, frame.rounding(volume)))
			.filter(frame -> similar.stream().allMatch(contour -> frame.isFlat(contour, volume)))
			.findFirst()
			.orElse(fitted);
	}

	/** Whether a contour encloses anything: its points are not all on one line. */
	static boolean hasArea(final Contour contour) {
		return area(contour).norm() > NO_AREA;
	}

	/** How far the points of a contour lie apart along n at most, mm. */
	double thickness(final List<Contour> contours) {
		return contours.stream().mapToDouble(contour -> {
			final double[] ends = ends(contour);
			return ends[1] - ends[0];
		}).max().orElse(0);
	}

	/** How far points of one plane may lie apart along n, mm, because they were written with few decimals. */
	double rounding(final VolumeGeometry volume) {
		return Math.min(ROUNDING, ROUNDING_VOXELS * voxel(volume));
	}

	/** Whether the points of a contour have the same n, but for rounding and sloppiness. */
	boolean isFlat(final Contour contour, final VolumeGeometry volume) {
		final double[] ends = ends(contour);
		return ends[1] - ends[0] <= FLAT * voxel(volume);
	}

	/** The least and the greatest distance of a contour's points along n, mm. */
	double[] ends(final Contour contour) {
		double least = Double.POSITIVE_INFINITY, most = Double.NEGATIVE_INFINITY;
		for (final Vector3 point : contour.points()) {
			final double distance = n.dot(point);
			least = Math.min(least, distance);
			most = Math.max(most, distance);
		}
		return new double[] { least, most };
	}

	/** The size of a voxel along n, mm: that in the direction of the grid that is closest to n. */
	double voxel(final VolumeGeometry volume) {
		final Orientation orientation = volume.orientation();
		final double[] spacing = volume.spacing();
		return Math.max(Math.abs(orientation.row().dot(n)) * spacing[0], Math.max(
			Math.abs(orientation.column().dot(n)) * spacing[1], Math.abs(orientation.normal().dot(n)) * spacing[2]));
	}

	/** (u, v, n) of a position or a step in mm, in units, not rounded. */
	double[] coordinates(final Vector3 lps) {
		return new double[] { u.dot(lps) * PER_MM, v.dot(lps) * PER_MM, n.dot(lps) * PER_MM };
	}

	/** The position of rounded coordinates in mm, LPS. */
	Vector3 patient(final double atU, final double atV, final double atN) {
		return u.times(atU / PER_MM).plus(v.times(atV / PER_MM)).plus(n.times(atN / PER_MM));
	}

	private static List<ContourFrame> ofAxes(final VolumeGeometry volume) {
		final Vector3 x = volume.orientation().row(), y = volume.orientation().column();
		final Vector3 z = volume.orientation().normal();
		return List.of(new ContourFrame(x, y, z), new ContourFrame(x, z, y), new ContourFrame(y, z, x));
	}

	/** The vector or its opposite: that of which the largest component is positive. */
	private static Vector3 upwards(final Vector3 vector) {
		final double[] xyz = vector.toArray();
		double largest = 0;
		for (final double component : xyz)
			if (Math.abs(component) > Math.abs(largest)) largest = component;
		return largest < 0 ? vector.times(-1) : vector;
	}

	/** With u as close to the rows of the volume as it can be, so that rows go along u if the contours turn about x. */
	private static ContourFrame of(final Vector3 normal, final VolumeGeometry volume) {
		final Vector3 row = volume.orientation().row();
		final Vector3 along = Math.abs(row.dot(normal)) < 0.9 ? row : volume.orientation().column();
		final Vector3 v = normal.cross(along).unit();
		return new ContourFrame(v.cross(normal).unit(), v, normal);
	}

	/**
	 * The vector along the normal whose length is twice the area (Newell). That of a contour which crosses itself so
	 * that its parts cancel is the largest one that three of its points span.
	 */
	private static Vector3 area(final Contour contour) {
		final Vector3 first = contour.points().get(0);
		Vector3 sum = new Vector3(0, 0, 0), largest = sum;
		Vector3 last = sum;
		for (final Vector3 point : contour.points()) {
			final Vector3 from = point.minus(first), spanned = last.cross(from);
			sum = sum.plus(spanned);
			if (spanned.norm() > largest.norm()) largest = spanned;
			last = from;
		}
		return sum.norm() > 1e-6 * largest.norm() ? sum : largest;
	}
}
