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

package io.github.dicomvolumes.series.group;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.dicomvolumes.data.Listing;
import io.github.dicomvolumes.data.NumberText;
import io.github.dicomvolumes.geometry.SliceSpacing;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.series.Finding;
import io.github.dicomvolumes.series.Finding.Code;
import io.github.dicomvolumes.series.object.Frame;
import io.github.dicomvolumes.series.repeat.DistinguishingAttribute;
import io.github.dicomvolumes.series.repeat.DistinguishingAttribute.Value;
import io.github.dicomvolumes.series.repeat.DistinguishingAttributes;
import io.github.dicomvolumes.series.repeat.Positions;

/**
 * Volumes that lie a little apart: where frames are no grid together, but those of each value of an attribute are, with
 * the same number of slices and the same gap, the values are what belongs together. Slices of two values never stand in
 * one stack.
 */
final class ShiftedVolumes {

	/** How far volumes may lie apart and be one: a part of the gap, and of a pixel. */
	private static final double APART = 0.1;

	private static final double SAME_GAP = 0.01;

	private final Group group;
	private final Vector3 normal;

	/** The slices of one value in order, and how far apart they are. */
	private record Volume(String name, List<Frame> slices, double gap) {

		private Vector3 displacementTo(final Volume other) {
			return other.slices.get(0).position().orElseThrow().minus(slices.get(0).position().orElseThrow());
		}
	}

	private ShiftedVolumes(final Group group) {
		this.group = group;
		normal = Positions.orientation(group.frames()).normal();
	}

	/**
	 * The volumes, those together that lie at the same place; if all do, one group, within a tolerance. The group
	 * itself, without tolerance, if there are no such volumes.
	 */
	static List<Group> of(final Group group) {
		final ShiftedVolumes volumes = new ShiftedVolumes(group);
		for (final DistinguishingAttribute attribute : DistinguishingAttributes.of(group.first())) {
			final List<Volume> stacks = volumes.stacks(attribute, volumes.parts(attribute));
			if (stacks.size() > 1) return volumes.together(stacks, attribute);
		}
		return List.of(group);
	}

	/** The frames of each value; none if a value has but one, or they have not equally many. */
	private Map<Value, List<Frame>> parts(final DistinguishingAttribute attribute) {
		final Map<Value, List<Frame>> parts = new LinkedHashMap<>();
		for (final Frame frame : group.frames()) {
			parts.computeIfAbsent(attribute.reader().apply(frame), k -> new ArrayList<>()).add(frame);
			if (2 * parts.size() > group.frames().size()) return Map.of();
		}
		final boolean isEven = parts.values().stream().mapToInt(List::size).distinct().count() == 1;
		return isEven ? parts : Map.of();
	}

	/** The regular stacks that parts are, all with the same gap; none if one is not. */
	private List<Volume> stacks(final DistinguishingAttribute attribute, final Map<Value, List<Frame>> parts) {
		final List<Volume> stacks = new ArrayList<>();
		for (final Map.Entry<Value, List<Frame>> value : parts.entrySet()) {
			final List<Frame> part = value.getValue();
			final Group alone = group.splitInto("", List.of(part, List.of(part.get(0)))).get(0);
			final Positions positions = Positions.of(part, normal);
			final SliceSpacing gaps = positions.gaps();
			final boolean isUniform = gaps.verdict() == SliceSpacing.Verdict.UNIFORM ||
				gaps.verdict() == SliceSpacing.Verdict.NEARLY_UNIFORM;
			if (!isUniform || !Grids.isRegular(alone)) return List.of();
			final double gap = stacks.isEmpty() ? gaps.spacing() : stacks.get(0).gap;
			if (Math.abs(gaps.spacing() - gap) > SAME_GAP * gap) return List.of();
			stacks.add(new Volume(attribute.label(value.getKey()),
				positions.frames().stream().map(same -> same.get(0)).toList(), gap));
		}
		return stacks;
	}

	private List<Group> together(final List<Volume> stacks, final DistinguishingAttribute attribute) {
		final List<List<Volume>> places = new ArrayList<>();
		double largest = 0;
		for (final Volume stack : stacks) {
			final List<Volume> home = places.stream()
				.filter(place -> isAtSamePlace(place.get(0), stack))
				.findFirst()
				.orElseGet(ArrayList::new);
			if (home.isEmpty()) places.add(home);
			home.add(stack);
			largest = Math.max(largest, home.get(0).displacementTo(stack).norm());
		}
		if (places.size() > 1) return places.stream()
			.map(place -> group.dividedBy(names(attribute, place),
				place.stream().flatMap(v -> v.slices.stream()).toList()))
			.toList();
		final double span = stacks.stream()
			.mapToDouble(v -> stacks.get(0).displacementTo(v).dot(normal))
			.max()
			.orElse(0) - stacks.stream().mapToDouble(v -> stacks.get(0).displacementTo(v).dot(normal)).min().orElse(0);
		return List.of(group.within(Math.max(1.01 * span, group.positions().tolerance()))
			.with(new Finding(Code.POSITIONS_DIFFER, "images of different " + attribute.name() + " lie up to " +
				NumberText.of(largest) + " mm apart at what is taken for the same position")));
	}

	/** "b-value (b = 0 s/mm2)". */
	private static String names(final DistinguishingAttribute attribute, final List<Volume> volumes) {
		return attribute.name() + " (" + Listing.of(volumes.stream().map(Volume::name).toList(), ", ", Listing.LINES) +
			")";
	}

	private boolean isAtSamePlace(final Volume a, final Volume b) {
		final Vector3 off = a.displacementTo(b);
		final double along = off.dot(normal);
		final double across = off.minus(normal.times(along)).norm();
		final Frame first = a.slices.get(0);
		final double pixel = Math.min(first.spacing().row(), first.spacing().column());
		return Math.abs(along) <= APART * a.gap && across <= APART * pixel;
	}
}
