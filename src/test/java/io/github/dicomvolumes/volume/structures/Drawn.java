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
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;

import io.github.dicomvolumes.geometry.Orientation;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.geometry.VolumeGeometry;

/**
 * Draws contours for tests: in planes through an origin with two directions, at distances along their normal.
 *
 * @param origin mm, LPS
 */
record Drawn(Vector3 origin, Orientation orientation) {

	static final Orientation PLAIN = Orientation.of(1, 0, 0, 0, 1, 0);

	/** Axial planes, z counted from 0. */
	static final Drawn AXIAL = new Drawn(new Vector3(0, 0, 0), PLAIN);

	static Structure structure(final String name, final List<Contour> contours) {
		return new Structure(1, name, OptionalInt.empty(), "", contours);
	}

	static Structure structure(final Contour... contours) {
		return structure("PTV", List.of(contours));
	}

	/** A grid of cubes, axial. */
	static VolumeGeometry grid(final double x, final double y, final double z, final double spacing, final int size) {
		return grid(new Vector3(x, y, z), PLAIN, spacing, size);
	}

	static VolumeGeometry grid(final Vector3 origin, final Orientation orientation, final double spacing,
		final int size)
	{
		return VolumeGeometry.of(origin, orientation, spacing, spacing, orientation.normal().times(spacing), size, size,
			size);
	}

	/** A grid of cubes around a point. */
	static VolumeGeometry gridAround(final Vector3 middle, final Orientation orientation, final double spacing,
		final int size)
	{
		final double half = (size - 1) / 2.0 * spacing;
		return grid(middle.minus(orientation.row().times(half))
			.minus(orientation.column().times(half))
			.minus(orientation.normal().times(half)), orientation, spacing, size);
	}

	static Orientation randomOrientation(final Random random) {
		final Vector3 row = randomVector(random, 1).unit();
		return new Orientation(row, row.cross(randomVector(random, 1)).unit());
	}

	static Vector3 randomVector(final Random random, final double deviation) {
		return new Vector3(random.nextGaussian() * deviation, random.nextGaussian() * deviation,
			random.nextGaussian() * deviation);
	}

	/** @param uv u v u v ... in mm from the origin */
	Contour polygon(final double distance, final double... uv) {
		return polygon(Contour.Kind.CLOSED_PLANAR, distance, uv);
	}

	Contour polygon(final Contour.Kind kind, final double distance, final double... uv) {
		final List<Vector3> points = new ArrayList<>();
		for (int i = 0; i < uv.length; i += 2)
			points.add(at(uv[i], uv[i + 1], distance));
		return new Contour(kind, points);
	}

	Contour rectangle(final double distance, final double u0, final double v0, final double u1, final double v1) {
		return polygon(distance, u0, v0, u1, v0, u1, v1, u0, v1);
	}

	Contour circle(final double distance, final double radius) {
		return around(distance, 400, angle -> radius);
	}

	/** A star-shaped contour around the origin with corners at random radii. */
	Contour star(final double distance, final Random random, final int corners, final double least, final double most) {
		return around(distance, corners, angle -> least + (most - least) * random.nextDouble());
	}

	private Contour around(final double distance, final int corners, final DoubleUnaryOperator radius) {
		final double[] uv = new double[2 * corners];
		for (int i = 0; i < corners; i++) {
			final double angle = 2 * Math.PI * i / corners, r = radius.applyAsDouble(angle);
			uv[2 * i] = r * Math.cos(angle);
			uv[2 * i + 1] = r * Math.sin(angle);
		}
		return polygon(distance, uv);
	}

	/** A ball around the origin, a plane each so many mm. */
	Structure sphere(final double radius, final double spacing) {
		final List<Contour> contours = new ArrayList<>();
		for (double d = -Math.floor(radius / spacing) * spacing; d < radius; d += spacing)
			if (Math.abs(d) < radius) contours.add(circle(d, Math.sqrt(radius * radius - d * d)));
		return structure("sphere", contours);
	}

	/** A ring around the normal through the origin: an outer and an inner circle in each plane. */
	Structure torus(final double major, final double minor, final double spacing) {
		final List<Contour> contours = new ArrayList<>();
		for (double d = -Math.floor(minor / spacing) * spacing; d < minor; d += spacing) {
			final double half = Math.sqrt(minor * minor - d * d);
			if (!(half > 0)) continue;
			contours.add(circle(d, major + half));
			contours.add(circle(d, major - half));
		}
		return structure("torus", contours);
	}

	Vector3 at(final double u, final double v, final double distance) {
		return origin.plus(orientation.row().times(u))
			.plus(orientation.column().times(v))
			.plus(orientation.normal().times(distance));
	}
}
