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

import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.geometry.VolumeGeometry;
import io.github.dicomvolumes.series.object.Frame;
import io.github.dicomvolumes.volume.DicomVolume;

/**
 * The planes of a volume's slices, as their files place them. Where a slice is missing it is the volume's grid that
 * places it. In a regular volume both say the same; where gaps vary a little the file is right.
 */
final class SlicePlanes {

	/**
	 * How far a contour may lie from its slice, in slice spacings: decimal texts are rounded, but a contour halfway
	 * between slices belongs to neither.
	 */
	private static final double TOLERANCE = 0.1;

	/** Where a contour lies. */
	enum Verdict {
		ON_SLICE, BETWEEN, BEYOND, NOT_PARALLEL, OUTSIDE
	}

	/**
	 * How far a contour may reach beyond the image, in widths or heights of it: more is no anatomy, and costs memory to
	 * draw.
	 */
	private static final double MARGIN = 4;

	/**
	 * @param slice the nearest, 0-based
	 * @param distance of the contour's middle from it, in mm along the normal
	 */
	record Place(Verdict verdict, int slice, double distance) {}

	private final VolumeGeometry geometry;
	private final Vector3 normal;
	/** The centre of the first pixel of each slice, mm, LPS. */
	private final Vector3[] origins;
	/** Of each slice along the normal, ascending. */
	private final double[] distances;
	private final double spacing;

	private SlicePlanes(final VolumeGeometry geometry, final Vector3[] origins) {
		this.geometry = geometry;
		this.origins = origins;
		normal = geometry.orientation().normal();
		distances = Arrays.stream(origins).mapToDouble(normal::dot).toArray();
		spacing = geometry.spacing()[2];
	}

	static SlicePlanes of(final DicomVolume volume) {
		final VolumeGeometry geometry = volume.geometry();
		final Vector3[] origins = new Vector3[volume.stack().slices()];
		for (int slice = 0; slice < origins.length; slice++) {
			final Vector3 onGrid = geometry.indexToPatient().apply(0, 0, slice);
			origins[slice] = volume.stack().frame(slice, 0, 0).flatMap(Frame::position).orElse(onGrid);
		}
		return new SlicePlanes(geometry, origins);
	}

	Place place(final Contour contour) {
		double least = Double.POSITIVE_INFINITY, most = Double.NEGATIVE_INFINITY;
		for (final Vector3 point : contour.points()) {
			final double distance = normal.dot(point);
			least = Math.min(least, distance);
			most = Math.max(most, distance);
		}
		final double middle = (least + most) / 2;
		final int slice = nearest(middle);
		final double away = Math.abs(middle - distances[slice]);
		final Verdict verdict = most - least > 2 * TOLERANCE * spacing ? Verdict.NOT_PARALLEL
			: away <= TOLERANCE * spacing ? isNear(contour, slice) ? Verdict.ON_SLICE : Verdict.OUTSIDE
				: middle < distances[0] || middle > distances[distances.length - 1] ? Verdict.BEYOND : Verdict.BETWEEN;
		return new Place(verdict, slice, away);
	}

	/** The contour along the normal onto a slice. */
	PlacedContour project(final Contour contour, final int slice) {
		final int n = contour.points().size();
		final double[] columns = new double[n], rows = new double[n];
		for (int i = 0; i < n; i++) {
			final Vector3 fromFirst = contour.points().get(i).minus(origins[slice]);
			columns[i] = fromFirst.dot(geometry.orientation().row()) / geometry.columnSpacing();
			rows[i] = fromFirst.dot(geometry.orientation().column()) / geometry.rowSpacing();
		}
		return new PlacedContour(contour.kind(), slice, columns, rows);
	}

	private boolean isNear(final Contour contour, final int slice) {
		final PlacedContour placed = project(contour, slice);
		return isNear(placed.columns(), geometry.columns()) && isNear(placed.rows(), geometry.rows());
	}

	private static boolean isNear(final double[] positions, final long size) {
		return Arrays.stream(positions).allMatch(p -> p > -MARGIN * size && p < (1 + MARGIN) * size);
	}

	private int nearest(final double distance) {
		final int found = Arrays.binarySearch(distances, distance);
		if (found >= 0) return found;
		final int after = Math.min(-found - 1, distances.length - 1), before = Math.max(after - 1, 0);
		return distance - distances[before] <= distances[after] - distance ? before : after;
	}
}
