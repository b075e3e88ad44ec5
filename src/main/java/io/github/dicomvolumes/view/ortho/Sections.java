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
package io.github.dicomvolumes.view.ortho;

import java.util.Arrays;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

import io.github.dicomvolumes.data.InputException;
import io.github.dicomvolumes.geometry.Affine;
import io.github.dicomvolumes.geometry.AnatomicalPlane;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.view.plane.Directions;
import io.github.dicomvolumes.view.plane.ObliquePlane;
import io.github.dicomvolumes.view.plane.OrthoImage;
import io.github.dicomvolumes.view.plane.OrthoPlanes;
import io.github.dicomvolumes.view.plane.Pixels;
import io.github.dicomvolumes.view.plane.Plane;
import io.github.dicomvolumes.view.plane.Section;

/**
 * How the three planes of a model lie in its image: along the axes of the image, until somebody turns them. They stay
 * perpendicular to each other. Not thread-safe.
 */
final class Sections {

	/** Times that a point is brought into the image and back onto a slice; each brings it closer to both. */
	private static final int APPROACHES = 100;

	private final OrthoImage image;
	private final Map<AnatomicalPlane, Plane> atRest = new EnumMap<>(AnatomicalPlane.class);
	private final Map<AnatomicalPlane, Directions> restDirections = new EnumMap<>(AnatomicalPlane.class);
	/** Of those that are turned. */
	private final Map<AnatomicalPlane, ObliquePlane> turned = new EnumMap<>(AnatomicalPlane.class);

	Sections(final OrthoImage image, final Pixels pixels) {
		this.image = image;
		final OrthoPlanes planes = new OrthoPlanes(image);
		for (final AnatomicalPlane plane : AnatomicalPlane.values())
			restDirections.put(plane, Directions.of(planes.axes(plane), image.indexToSpace()));
		setPixels(pixels);
	}

	/** Changes the size of pixels of planes that are not turned. */
	void setPixels(final Pixels pixels) {
		for (final AnatomicalPlane plane : AnatomicalPlane.values())
			atRest.put(plane, image.plane(plane, pixels));
	}

	/** A plane along the axes of the image, also if it is turned. */
	Plane atRest(final AnatomicalPlane plane) {
		return atRest.get(plane);
	}

	/** A plane as it is. */
	Section get(final AnatomicalPlane plane) {
		return turned.containsKey(plane) ? turned.get(plane) : atRest.get(plane);
	}

	// -- Turning --

	boolean areTurned() {
		return !turned.isEmpty();
	}

	/** Whether the lengths of all axes of the image can be compared. */
	boolean canTurn() {
		return image.unit(0).equals(image.unit(1)) && image.unit(0).equals(image.unit(2));
	}

	/**
	 * Turns the two other planes within one that stays as it is.
	 *
	 * @param radians clockwise as that plane is seen
	 * @param centre voxel that all planes go through
	 * @throws InputException if the axes of the image have several units, or the planes have too many pixels
	 */
	void turn(final AnatomicalPlane within, final double radians, final Vector3 centre) {
		if (!canTurn()) throw new InputException("\"" + image.image().getTitle() + "\" has axes in " + image.unit(0) +
			", " + image.unit(1) + " and " + image.unit(2) + ": planes can be turned if they have one unit");
		final Vector3 axis = directions(within).normal();
		final Map<AnatomicalPlane, ObliquePlane> oblique = new EnumMap<>(turned);
		for (final AnatomicalPlane plane : AnatomicalPlane.values()) {
			if (plane == within) continue;
			final Directions to = directions(plane).turned(axis, radians);
			if (to.isLike(restDirections.get(plane))) oblique.remove(plane);
			else oblique.put(plane, ObliquePlane.through(image, plane, atRest.get(plane).label(), to, centre));
		}
		turned.clear();
		turned.putAll(oblique);
	}

	private Directions directions(final AnatomicalPlane plane) {
		return turned.containsKey(plane) ? turned.get(plane).directions() : restDirections.get(plane);
	}

	void turnBack() {
		turned.clear();
	}

	/** The angle in radians, clockwise from the right, at which the line of another plane is seen in one. */
	double angle(final AnatomicalPlane within, final AnatomicalPlane line) {
		final Directions seen = directions(within);
		return seen.angle(seen.normal().cross(directions(line).normal()));
	}

	/** The same for a voxel as seen from another one. */
	double angle(final AnatomicalPlane within, final Vector3 from, final Vector3 to) {
		final Affine space = image.indexToSpace();
		return directions(within).angle(space.apply(to).minus(space.apply(from)));
	}

	// -- Points --

	/** The point of a slice that lies in the image and close to a voxel; if no such slice does, of the next. */
	Vector3 onSlice(final AnatomicalPlane plane, final Vector3 from, final int slice) {
		final Section section = get(plane);
		final DoubleSummaryStatistics reach = image.corners()
			.stream()
			.mapToDouble(corner -> section.toPixel(corner).z())
			.summaryStatistics();
		return closest(section, from,
			Math.max(Math.ceil(reach.getMin()), Math.min(Math.floor(reach.getMax()), slice)) + 0.0); // not -0
	}

	/** The point of a slice, whole or not, that lies in the image and close to a voxel; the image reaches there. */
	private Vector3 closest(final Section section, final Vector3 from, final double slice) {
		Vector3 at = section.onSlice(from, slice);
		for (int n = 0; n < APPROACHES && !image.within(at).equals(at); n++)
			at = section.onSlice(image.within(at), slice);
		if (image.within(at).equals(at)) return at;
		// near a corner that takes ever so long: go the rest of the way towards it
		final Vector3 near = image.within(at);
		final double rest = slice - section.toPixel(near).z();
		final Vector3 corner = image.corners()
			.stream()
			.max(Comparator.comparingDouble(c -> Math.signum(rest) * section.toPixel(c).z()))
			.orElseThrow();
		final double all = section.toPixel(corner).z() - section.toPixel(near).z();
		return all == 0 ? near : image.within(near.plus(corner.minus(near).times(rest / all)));
	}

	/**
	 * Where the lines of the planes cross when some of them have been moved; if that is not in the image, a point close
	 * to it which is, and in which the other planes are still where they were.
	 *
	 * @param moved planes that now go through a point
	 * @param to that point
	 * @param from where they crossed, in the image
	 */
	Vector3 crossing(final Set<AnatomicalPlane> moved, final Vector3 to, final Vector3 from) {
		final double[] slices = Arrays.stream(AnatomicalPlane.values())
			.mapToDouble(plane -> get(plane).toPixel(moved.contains(plane) ? to : from).z())
			.toArray();
		final Affine[] maps = Arrays.stream(AnatomicalPlane.values())
			.map(plane -> get(plane).voxelToPixel())
			.toArray(Affine[]::new);
		final Affine toSlices = new Affine(row(maps, Affine::i), row(maps, Affine::j), row(maps, Affine::k),
			row(maps, Affine::origin));
		final Vector3 at = toSlices.inverse().apply(Vector3.of(slices));
		if (image.within(at).equals(at)) return at;
		final Set<AnatomicalPlane> others = EnumSet.allOf(AnatomicalPlane.class);
		others.removeAll(moved);
		if (others.size() > 1) return lastWithin(from, at); // they leave a line
		return others.stream()
			.map(this::get)
			.map(other -> closest(other, at, other.toPixel(from).z()))
			.findFirst()
			.orElse(at);
	}

	/** The last point in the image on the way from a point of it to another one. */
	private Vector3 lastWithin(final Vector3 from, final Vector3 to) {
		final double[] start = from.toArray(), way = to.minus(from).toArray();
		final double[] ends = image.within(to).toArray();
		double part = 1;
		for (int axis = 0; axis < 3; axis++)
			if (start[axis] + way[axis] != ends[axis]) part = Math.min(part, (ends[axis] - start[axis]) / way[axis]);
		return image.within(from.plus(to.minus(from).times(Math.max(0, part))));
	}

	private static Vector3 row(final Affine[] maps, final Function<Affine, Vector3> column) {
		return Vector3.of(IntStream.range(0, 3).mapToDouble(n -> column.apply(maps[n]).z()).toArray());
	}
}
