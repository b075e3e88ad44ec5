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

package io.github.dicomvolumes.series.catalog;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.geometry.Orientation;
import io.github.dicomvolumes.geometry.SliceSpacing;
import io.github.dicomvolumes.geometry.Tolerances;
import io.github.dicomvolumes.geometry.Vector3;

/**
 * Where the files of a series lie, as far as they say it themselves and not for each frame: how well another fits among
 * them. Immutable.
 */
final class SlicePlaces {

	/** Neighbours on each side that tell whether a place continues their grid. */
	private static final int NEIGHBOURS = 8;
	/** Of the distance between slices, that a place may lie beside the line of its neighbours. */
	private static final double BESIDE = 0.1;

	/** How well a file fits, the best first. */
	enum Fit {
		/** It takes a place that is free in the grid, or nothing is known of any place. */
		FITS,
		/** Slices would be missing between it and others. */
		APART,
		/** It lies between the places of the grid, or beside their line. */
		IRREGULAR,
		/** Its place is taken already. */
		TAKEN,
		/** It has no place, or another orientation. */
		ELSEWHERE
	}

	private final Orientation orientation;
	private final double[] distances;
	private final Vector3[] positions;
	private final int[] counts;
	private final int usualCount;
	/** Of equal positions, mm. */
	private final double tolerance;

	private SlicePlaces(final Orientation orientation, final Vector3[] positions, final int[] counts,
		final double tolerance)
	{
		this.tolerance = tolerance;
		this.orientation = orientation;
		this.positions = positions;
		this.counts = counts;
		final Vector3 normal = orientation == null ? null : orientation.orthonormal().normal();
		distances = Arrays.stream(positions).mapToDouble(p -> p.dot(normal)).toArray();
		final Map<Integer, Integer> frequency = new HashMap<>();
		Arrays.stream(counts).forEach(n -> frequency.merge(n, 1, Integer::sum));
		usualCount = frequency.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse(0);
	}

	/** The places of some files. */
	static SlicePlaces of(final List<Attributes> files) {
		final List<Orientation> orientations = files.stream().flatMap(a -> orientation(a).stream()).toList();
		if (orientations.isEmpty()) return new SlicePlaces(null, new Vector3[0], new int[0], 0);
		final Orientation common = Orientation.mostCommon(orientations);
		final Vector3 normal = common.orthonormal().normal();
		final List<Vector3> sorted = files.stream()
			.filter(a -> isParallel(a, common))
			.flatMap(a -> position(a).stream())
			.sorted(Comparator.comparingDouble(p -> p.dot(normal)))
			.toList();
		final Vector3[] places = new Vector3[sorted.size()];
		final int[] counts = new int[sorted.size()];
		final double[] spacing = Arrays.copyOf(files.get(0).doubles(Tag.PIXEL_SPACING), 2);
		final double tolerance = Tolerances.samePosition(spacing[0], spacing[1]);
		int n = 0;
		for (final Vector3 position : sorted)
			if (n > 0 && position.minus(places[n - 1]).norm() <= tolerance) counts[n - 1]++;
			else {
				places[n] = position;
				counts[n++] = 1;
			}
		return new SlicePlaces(common, Arrays.copyOf(places, n), Arrays.copyOf(counts, n), tolerance);
	}

	/** Whether most places have but one file. */
	boolean areMostSingle() {
		return 2 * Arrays.stream(counts).filter(n -> n == 1).count() > counts.length;
	}

	/** How well a file that is none of these fits among them. */
	Fit fit(final Attributes file) {
		if (positions.length == 0) return Fit.FITS;
		final Optional<Vector3> position = position(file);
		if (position.isEmpty() || !isParallel(file, orientation)) return Fit.ELSEWHERE;
		final double distance = position.get().dot(orientation.orthonormal().normal());
		final int found = Arrays.binarySearch(distances, distance);
		final int next = found < 0 ? -found - 1 : found;
		for (int i = Math.max(0, next - 1); i <= Math.min(next, positions.length - 1); i++)
			if (positions[i].minus(position.get()).norm() <= tolerance)
				return counts[i] < usualCount ? Fit.FITS : Fit.TAKEN;
		return amongNeighbours(position.get(), distance, next);
	}

	private Fit amongNeighbours(final Vector3 position, final double distance, final int next) {
		final int from = Math.max(0, next - NEIGHBOURS), to = Math.min(positions.length, next + NEIGHBOURS);
		final double[] all = new double[to - from + 1];
		System.arraycopy(distances, from, all, 0, next - from);
		all[next - from] = distance;
		System.arraycopy(distances, next, all, next - from + 1, to - next);
		for (int i = 1; i < all.length; i++)
			if (all[i] <= all[i - 1]) return Fit.IRREGULAR;
		final SliceSpacing gaps = SliceSpacing.of(all, Tolerances.largestCoordinate(position));
		if (isBeside(position, from, to, gaps.spacing())) return Fit.IRREGULAR;
		return switch (gaps.verdict()) {
			case SINGLE, UNIFORM, NEARLY_UNIFORM -> Fit.FITS;
			case MISSING -> gaps.isFillable() ? Fit.FITS : Fit.APART;
			case IRREGULAR -> Fit.IRREGULAR;
		};
	}

	private boolean isBeside(final Vector3 position, final int from, final int to, final double spacing) {
		if (to - from < 2) return false;
		final Vector3 start = positions[from], line = positions[to - 1].minus(start);
		final double length = line.norm();
		return length > 0 && position.minus(start).cross(line).norm() / length > BESIDE * spacing;
	}

	private static boolean isParallel(final Attributes file, final Orientation common) {
		return orientation(file).map(own -> own.isParallelTo(common, Orientation.TOLERANCE)).orElse(false);
	}

	private static Optional<Vector3> position(final Attributes file) {
		final double[] xyz = file.doubles(Tag.IMAGE_POSITION_PATIENT);
		return xyz.length == 3 && Arrays.stream(xyz).allMatch(v -> Math.abs(v) < 1e12) ? Optional.of(Vector3.of(xyz))
			: Optional.empty();
	}

	private static Optional<Orientation> orientation(final Attributes file) {
		final double[] cosines = file.doubles(Tag.IMAGE_ORIENTATION_PATIENT);
		if (cosines.length != 6 || !Arrays.stream(cosines).allMatch(Double::isFinite)) return Optional.empty();
		try {
			return Optional.of(Orientation.of(cosines));
		}
		catch (final IllegalArgumentException exc) {
			return Optional.empty();
		}
	}
}
