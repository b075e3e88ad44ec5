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
import java.util.List;
import java.util.function.ToDoubleFunction;

import io.github.dicomvolumes.geometry.Affine;
import io.github.dicomvolumes.geometry.Vector3;

/**
 * The surface between voxels that are inside and such that are not: within each cube of eight voxel centres, polygons
 * through the middles of the edges that it cuts (isolevel 0.5 of 0 and 1). As no other points are possible there are
 * only 256 cubes, and a mesh is known when the cubes of each kind are counted.
 * <p>
 * Corner n of a cube is at x = n &amp; 1, y = n &gt;&gt; 1 &amp; 1, z = n &gt;&gt; 2; a cube is the number whose bit n
 * says whether corner n is inside. Where a face has two inside corners across from each other the surface parts them,
 * so that the mesh is closed. Of the ways to divide a polygon that is not flat into triangles the one counts that
 * encloses the most.
 * </p>
 */
final class MarchingCubes {

	/** The number of kinds of cubes. */
	static final int KINDS = 256;

	private static final int CORNERS = 8;
	private static final double ROUNDING = 1e-9;
	/** The corners of each face, in a circle that is seen from outside as turning the same way for all. */
	private static final int[][] FACES = { { 0, 2, 3, 1 }, { 4, 5, 7, 6 }, { 0, 1, 5, 4 }, { 2, 6, 7, 3 },
		{ 0, 4, 6, 2 }, { 1, 3, 7, 5 } };

	/** Of each kind of cube, the triangles: three points each, in cubes, the first corner at (0, 0, 0). */
	private static final List<List<Vector3[]>> TRIANGLES = triangles();

	/** So many parts of a voxel are counted. */
	static final int PER_VOXEL = 48;
	/** What the surface of each kind of cube, were it in slice 0, adds to the volume, in parts (Gauss's theorem). */
	static final long[] VOLUMES = volumes(
		triangle -> (triangle[0].z() + triangle[1].z() + triangle[2].z()) / 3 * shadow(triangle));
	/** The same for each slice that the cube lies higher. */
	static final long[] VOLUMES_PER_SLICE = volumes(MarchingCubes::shadow);

	private MarchingCubes() {}

	/** The area of the surface within each kind of cube, in the square of the unit of the affine. */
	static double[] areas(final Affine indexToSpace) {
		final double[] areas = new double[KINDS];
		for (int kind = 0; kind < KINDS; kind++)
			for (final Vector3[] triangle : TRIANGLES.get(kind)) {
				final Vector3 a = indexToSpace.apply(triangle[0]);
				areas[kind] += indexToSpace.apply(triangle[1])
					.minus(a)
					.cross(indexToSpace.apply(triangle[2]).minus(a))
					.norm() / 2;
			}
		return areas;
	}

	/** Volumes of triangles are whole numbers of parts of a voxel. */
	private static long[] volumes(final ToDoubleFunction<Vector3[]> ofTriangle) {
		final long[] volumes = new long[KINDS];
		for (int kind = 0; kind < KINDS; kind++)
			volumes[kind] = Math.round(PER_VOXEL * TRIANGLES.get(kind).stream().mapToDouble(ofTriangle).sum());
		return volumes;
	}

	/** The area of a triangle along z, below 0 if it faces downwards. */
	private static double shadow(final Vector3... triangle) {
		return triangle[1].minus(triangle[0]).cross(triangle[2].minus(triangle[0])).z() / 2;
	}

	private static List<List<Vector3[]>> triangles() {
		final List<List<Vector3[]>> all = new ArrayList<>();
		for (int kind = 0; kind < KINDS; kind++)
			all.add(triangles(kind));
		return all;
	}

	private static List<Vector3[]> triangles(final int kind) {
		final int[] next = nextEdges(kind);
		final boolean[] isDone = new boolean[next.length];
		final List<Vector3[]> triangles = new ArrayList<>();
		for (int start = 0; start < next.length; start++) {
			final List<Vector3> polygon = new ArrayList<>();
			for (int edge = start; next[edge] > 0 && !isDone[edge]; edge = next[edge]) {
				isDone[edge] = true;
				polygon.add(middle(edge));
			}
			if (!polygon.isEmpty()) triangles.addAll(enclosingMost(polygon, 0, polygon.size() - 1));
		}
		return triangles;
	}

	/** The triangles of the part of a polygon between two of its points. */
	private static List<Vector3[]> enclosingMost(final List<Vector3> polygon, final int first, final int last) {
		List<Vector3[]> most = List.of();
		for (int n = first + 1; n < last; n++) {
			final List<Vector3[]> triangles = new ArrayList<>(enclosingMost(polygon, first, n));
			triangles.addAll(enclosingMost(polygon, n, last));
			triangles.add(new Vector3[] { polygon.get(first), polygon.get(n), polygon.get(last) });
			if (most.isEmpty() || volume(triangles) > volume(most) + ROUNDING) most = triangles;
		}
		return most;
	}

	/** Six times what triangles add to the volume. */
	private static double volume(final List<Vector3[]> triangles) {
		return triangles.stream().mapToDouble(t -> t[0].dot(t[1].cross(t[2]))).sum();
	}

	/** Of each cut edge, the one where the polygon goes on, 0 for none. Edges are 8 * one corner + the other. */
	private static int[] nextEdges(final int kind) {
		final int[] next = new int[CORNERS * CORNERS];
		for (final int[] face : FACES)
			for (int n = 0; n < 4; n++) {
				if (!isInside(kind, face[n]) || isInside(kind, face[(n + 3) % 4])) continue;
				int last = n; // the corners n to last are inside, and the surface cuts them off
				while (isInside(kind, face[(last + 1) % 4]))
					last++;
				next[edge(face[(n + 3) % 4], face[n])] = edge(face[last % 4], face[(last + 1) % 4]);
			}
		return next;
	}

	private static boolean isInside(final int kind, final int corner) {
		return (kind >> corner & 1) == 1;
	}

	private static int edge(final int corner, final int other) {
		return CORNERS * Math.min(corner, other) + Math.max(corner, other);
	}

	private static Vector3 middle(final int edge) {
		final int a = edge / CORNERS, b = edge % CORNERS;
		return new Vector3(((a & 1) + (b & 1)) / 2.0, ((a >> 1 & 1) + (b >> 1 & 1)) / 2.0, ((a >> 2) + (b >> 2)) / 2.0);
	}
}
