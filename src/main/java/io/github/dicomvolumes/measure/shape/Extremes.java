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

package io.github.dicomvolumes.measure.shape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

import io.github.dicomvolumes.geometry.Affine;
import io.github.dicomvolumes.geometry.Vector3;

/**
 * The voxels of segments of which two may lie farthest apart: of each slice the corners of the convex hull, of which
 * there are few.
 */
final class Extremes {

	/** Of each segment, x y z x y z ... */
	private final IntList[] points = new IntList[1 << 16];
	/** Of each segment, the ends of rows of the current slice, x y x y ... */
	private final IntList[] ends = new IntList[1 << 16];
	private final IntList touched = new IntList();

	/** Adds the voxels of a slice. */
	void add(final Runs runs, final int slice) {
		touched.clear();
		for (int run = 0; run < runs.size(); run++) {
			final int segment = runs.segment(run), y = runs.y(run), last = runs.to(run) - 1;
			IntList own = ends[segment];
			if (own == null) own = ends[segment] = new IntList();
			if (own.size() == 0) touched.add(segment);
			if (own.size() > 0 && own.get(own.size() - 1) == y) own.set(own.size() - 2, last);
			else {
				own.add(runs.from(run));
				own.add(y);
				own.add(last);
				own.add(y);
			}
		}
		for (int i = 0; i < touched.size(); i++) {
			final int segment = touched.get(i);
			if (points[segment] == null) points[segment] = new IntList();
			final int[] corners = Hull.corners(ends[segment].toArray());
			for (int c = 0; c < corners.length; c += 2) {
				points[segment].add(corners[c]);
				points[segment].add(corners[c + 1]);
				points[segment].add(slice);
			}
			ends[segment].clear();
		}
	}

	/** Adds those of other slices. */
	void addAll(final Extremes others) {
		for (int segment = 0; segment < points.length; segment++) {
			if (others.points[segment] == null) continue;
			if (points[segment] == null) points[segment] = new IntList();
			points[segment].addAll(others.points[segment]);
		}
	}

	/**
	 * The greatest distance between two points of the surface of a segment: its 3D Feret diameter. The surface is that
	 * of {@link MarchingCubes}, half a voxel around the outermost centres along each axis.
	 *
	 * @return in the unit of the affine; 0 if it has no voxels
	 */
	double diameter(final int segment, final Affine indexToSpace) {
		if (points[segment] == null) return 0;
		int[] left = points[segment].toArray();
		for (int axis = 0; axis < 3; axis++)
			left = corners(left, axis);
		return diameter(left, indexToSpace);
	}

	/** Those points that are corners of the convex hull of the points in the same plane across an axis. */
	private static int[] corners(final int[] xyz, final int axis) {
		final int u = (axis + 1) % 3, v = (axis + 2) % 3;
		final TreeMap<Integer, IntList> planes = new TreeMap<>();
		for (int i = 0; i < xyz.length; i += 3) {
			final IntList plane = planes.computeIfAbsent(xyz[i + axis], key -> new IntList());
			plane.add(xyz[i + u]);
			plane.add(xyz[i + v]);
		}
		final IntList left = new IntList();
		planes.forEach((at, plane) -> {
			final int[] corners = Hull.corners(plane.toArray());
			for (int c = 0; c < corners.length; c += 2) {
				final int[] point = new int[3];
				point[axis] = at;
				point[u] = corners[c];
				point[v] = corners[c + 1];
				for (final int coordinate : point)
					left.add(coordinate);
			}
		});
		return left.toArray();
	}

	private static double diameter(final int[] xyz, final Affine indexToSpace) {
		final Vector3[] reach = { indexToSpace.i(), indexToSpace.j(), indexToSpace.k() };
		final List<Vector3> places = new ArrayList<>();
		for (int i = 0; i < xyz.length; i += 3)
			places.add(indexToSpace.apply(xyz[i], xyz[i + 1], xyz[i + 2]));
		final Vector3 middle = places.stream()
			.reduce(new Vector3(0, 0, 0), Vector3::plus)
			.times(1.0 / Math.max(1, places.size()));
		places.sort(Comparator.comparingDouble((Vector3 place) -> -place.minus(middle).norm()));
		final double[] x = coordinates(places, 0), y = coordinates(places, 1), z = coordinates(places, 2);
		final double[] far = places.stream().mapToDouble(place -> place.minus(middle).norm()).toArray();
		final double most = Arrays.stream(reach).mapToDouble(Vector3::norm).max().getAsDouble();
		double best = 0;
		for (int a = 0; a < x.length; a++)
			for (int b = a; b < x.length && far[a] + far[b] + most > best; b++) {
				final double dx = x[b] - x[a], dy = y[b] - y[a], dz = z[b] - z[a];
				if (Math.sqrt(dx * dx + dy * dy + dz * dz) + most <= best) continue;
				for (final Vector3 r : reach) {
					final double dot = Math.abs(dx * r.x() + dy * r.y() + dz * r.z());
					best = Math.max(best, Math.sqrt(dx * dx + dy * dy + dz * dz + 2 * dot + r.dot(r)));
				}
			}
		return best;
	}

	private static double[] coordinates(final List<Vector3> places, final int axis) {
		return places.stream().mapToDouble(place -> place.toArray()[axis]).toArray();
	}
}
