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
package io.github.dicomvolumes.view.plane;

import io.github.dicomvolumes.geometry.Affine;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.volume.sample.PlaneAxes;

/**
 * Where a section leads in the space of an image: three unit vectors, perpendicular to each other, of either
 * handedness.
 *
 * @param right along which pixels are counted in a row
 * @param down along which rows are counted
 * @param through along which slices are counted
 */
public record Directions(Vector3 right, Vector3 down, Vector3 through) {

	/** Sine of an angle that nobody sees: after turns that add up to nothing. */
	private static final double NEGLIGIBLE = 1e-6;

	/** Those of a plane along the axes of an image; where the slices of the image lean, as if they did not. */
	public static Directions of(final PlaneAxes axes, final Affine indexToSpace) {
		final Vector3 i = indexToSpace.i().unit();
		final Vector3 j = perpendicular(indexToSpace.j(), i);
		final Vector3 normal = i.cross(j);
		final Vector3 k = indexToSpace.determinant() < 0 ? normal.times(-1) : normal;
		final Vector3[] along = { i, j, k };
		return new Directions(along[axes.right()].times(axes.rightReversed() ? -1 : 1),
			along[axes.down()].times(axes.downReversed() ? -1 : 1), along[axes.through()]);
	}

	/** The direction away from the viewer, into the screen: right x down. */
	public Vector3 normal() {
		return right.cross(down);
	}

	/** @param axis a unit vector; if it leads away from the viewer, the turn is clockwise */
	public Directions turned(final Vector3 axis, final double radians) {
		final Vector3 newRight = turned(right, axis, radians).unit();
		final Vector3 newDown = perpendicular(turned(down, axis, radians), newRight);
		final Vector3 newNormal = newRight.cross(newDown);
		return new Directions(newRight, newDown, through.dot(normal()) < 0 ? newNormal.times(-1) : newNormal);
	}

	private static Vector3 turned(final Vector3 vector, final Vector3 axis, final double radians) {
		final double along = axis.dot(vector) * (1 - Math.cos(radians));
		return vector.times(Math.cos(radians))
			.plus(axis.cross(vector).times(Math.sin(radians)))
			.plus(axis.times(along));
	}

	private static Vector3 perpendicular(final Vector3 vector, final Vector3 to) {
		return vector.minus(to.times(vector.dot(to))).unit();
	}

	/** The angle in radians from right, clockwise as it is seen, at which a vector lies. */
	public double angle(final Vector3 vector) {
		return Math.atan2(vector.dot(down), vector.dot(right));
	}

	public boolean isLike(final Directions other) {
		return right.minus(other.right).norm() < NEGLIGIBLE && down.minus(other.down).norm() < NEGLIGIBLE;
	}
}
