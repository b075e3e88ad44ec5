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

package io.github.dicomvolumes.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.geometry.Orientation;
import io.github.dicomvolumes.geometry.SliceSpacing;
import io.github.dicomvolumes.geometry.SpacingSource;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.geometry.VolumeGeometry;
import io.github.dicomvolumes.series.Finding.Code;

/**
 * Puts the frames of a group into their places and measures the grid: order,
 * spacing and its source, missing slices, tilt.
 */
final class StackAssembler {

	private static final double DISAGREES = 0.01;
	private static final double LINE_TOLERANCE = 1e-3;
	private static final int LISTED = 20;

	private final Group group;
	private final Frame first;
	private final List<Finding> findings = new ArrayList<>();

	private StackAssembler(final Group group) {
		this.group = group;
		first = group.first();
		if (!group.reasons().isEmpty()) findings.add(new Finding(Code.SPLIT, "divided by " +
			String.join(", ", group.reasons())));
		if (first.attributes().strings(Tag.IMAGE_TYPE).contains("MOSAIC")) findings.add(
			new Finding(Code.NOT_YET,
				"not read yet: a mosaic, the slices of a volume side by side in one image"));
	}

	/** The stack of a group, or several if missing slices shall divide it. */
	static List<Stack> assemble(final Group group, final MissingSlices policy) {
		final Frame first = group.first();
		if (first.siblings() > 1) return List.of(new StackAssembler(group).multiFrame());
		if (first.plane().isPresent()) return byPosition(group, policy);
		if (first.position().isPresent() && group.frames().size() > 1) {
			final Optional<Vector3> line = line(group.frames());
			if (line.isPresent()) return List.of(new StackAssembler(group).alongLine(line
				.get()));
		}
		return List.of(new StackAssembler(group).byNumber());
	}

	// -- Frames with position and orientation --

	private static List<Stack> byPosition(final Group group, final MissingSlices policy) {
		final Positions positions = Positions.of(group.frames());
		if (positions.hasRepeats()) return List.of(new StackAssembler(group).repeated(
			positions));
		final SliceSpacing gaps = SliceSpacing.of(positions.distances(), positions
			.largestCoordinate());
		if (policy == MissingSlices.SPLIT && gaps.missingCount() > 0) {
			final List<List<Frame>> blocks = new ArrayList<>();
			for (final int[] block : gaps.blocks())
				blocks.add(Arrays.stream(block).mapToObj(positions::frame).toList());
			return group.splitInto("missing slices", blocks).stream().flatMap(
				g -> assemble(g, MissingSlices.FILL).stream()).toList();
		}
		return List.of(new StackAssembler(group).regular(positions, gaps,
			policy == MissingSlices.CLOSE));
	}

	private Stack regular(final Positions positions, final SliceSpacing gaps,
		final boolean close)
	{
		final Orientation orientation = Positions.orientation(group.frames());
		reportOrientations(orientation);
		final int n = positions.size();
		final int[] places = close ? IntStream.range(0, n).toArray() : gaps.gridIndex();
		final Frame[] frames = new Frame[places[n - 1] + 1];
		for (int i = 0; i < n; i++)
			frames[places[i]] = positions.frame(i);
		final Vector3 origin = frames[0].position().get();
		final VolumeGeometry geometry;
		if (n == 1) {
			final Assumed assumed = assumedSpacing();
			geometry = withUnit(VolumeGeometry.of(origin, orientation, first.spacing().column(),
				first.spacing().row(), orientation.normal().times(assumed.spacing), first
					.columns(), first.rows(), 1).withSpacingSource(assumed.source));
		}
		else {
			final Vector3 span = frames[frames.length - 1].position().get().minus(origin);
			geometry = withUnit(VolumeGeometry.of(origin, orientation, first.spacing().column(),
				first.spacing().row(), span.dividedBy(gaps.gridSize() - 1), first.columns(),
				first.rows(), frames.length));
		}
		reportGaps(positions, gaps, close);
		reportTilt(geometry);
		if (n > 1) reportDisagreement(geometry.spacing()[2]);
		reportCount(n);
		return stack(frames, geometry, Optional.of(gaps));
	}

	/** Several frames at most positions: times, echoes, directions. */
	private Stack repeated(final Positions positions) {
		final int slices = positions.size(), n = group.frames().size();
		final int most = positions.frames().stream().mapToInt(List::size).max().orElse(1);
		findings.add(new Finding(Code.REPEATED_POSITIONS, n + " frames at " + slices +
			(slices == 1 ? " position" : " positions, up to " + most + " at one")));
		findings.add(new Finding(Code.NOT_YET,
			"not read yet: several frames at the same positions (4D)"));
		final Orientation orientation = Positions.orientation(group.frames());
		final Frame[] frames = new Frame[slices * most];
		for (int slice = 0; slice < slices; slice++) {
			final List<Frame> same = new ArrayList<>(positions.frames().get(slice));
			same.sort(Stack.BY_NUMBER);
			for (int time = 0; time < same.size(); time++)
				frames[slice + slices * time] = same.get(time);
		}
		final Assumed step = slices == 1 ? assumedSpacing() : new Assumed(SliceSpacing.of(
			positions.distances(), positions.largestCoordinate()).spacing(),
			SpacingSource.POSITIONS);
		final VolumeGeometry geometry = withUnit(VolumeGeometry.of(positions.frame(0)
			.position().get(), orientation, first.spacing().column(), first.spacing().row(),
			orientation.normal().times(step.spacing), first.columns(), first.rows(), slices)
			.withSpacingSource(step.source));
		return new Stack(group, frames, 1, most, geometry, Optional.empty(), findings);
	}

	// -- Frames without --

	private Stack multiFrame() {
		final int n = first.siblings();
		findings.add(new Finding(Code.NOT_YET, "not read yet: one file with " +
			n + " frames", List.of(first.name())));
		final VolumeGeometry geometry = withUnit(VolumeGeometry.withoutPosition(first.spacing()
			.column(), first.spacing().row(), assumedSpacing().spacing, SpacingSource.UNKNOWN,
			first.columns(), first.rows(), 1));
		return stack(new Frame[] { first }, geometry, Optional.empty());
	}

	/** The direction of a line on which all positions lie, mostly upwards; empty if they do not. */
	private static Optional<Vector3> line(final List<Frame> frames) {
		final List<Vector3> sorted = frames.stream().map(f -> f.position().get()).sorted(
			Comparator.comparingDouble(Vector3::z).thenComparingDouble(Vector3::y)
				.thenComparingDouble(Vector3::x)).toList();
		final Vector3 start = sorted.get(0);
		final Vector3 span = sorted.get(sorted.size() - 1).minus(start);
		if (span.norm() == 0) return Optional.empty();
		final Vector3 direction = span.unit();
		final boolean straight = sorted.stream().map(p -> p.minus(start)).allMatch(v -> v
			.cross(direction).norm() <= LINE_TOLERANCE * span.norm());
		return straight ? Optional.of(direction) : Optional.empty();
	}

	private Stack alongLine(final Vector3 direction) {
		final Positions positions = Positions.of(group.frames(), direction);
		if (positions.hasRepeats()) return byNumber();
		final SliceSpacing gaps = SliceSpacing.of(positions.distances(), positions
			.largestCoordinate());
		findings.add(new Finding(Code.NO_ORIENTATION, first.geometryProblem() +
			"; slices are ordered by position, their orientation is unknown"));
		final Frame[] frames = IntStream.range(0, positions.size()).mapToObj(positions::frame)
			.toArray(Frame[]::new);
		reportGaps(positions, gaps, true);
		return stack(frames, withUnit(VolumeGeometry.withoutPosition(first.spacing().column(),
			first.spacing().row(), gaps.spacing(), SpacingSource.POSITIONS, first.columns(),
			first.rows(), frames.length)), Optional.of(gaps));
	}

	private Stack byNumber() {
		final Frame[] frames = group.frames().stream().sorted(Stack.BY_NUMBER).toArray(
			Frame[]::new);
		final Assumed assumed = assumedSpacing();
		findings.add(new Finding(Code.NO_POSITION, first.geometryProblem() +
			"; no place in the patient" + (frames.length == 1 ? ""
				: ", slices are ordered by (0020,0013) Instance Number"), files()));
		return stack(frames, withUnit(VolumeGeometry.withoutPosition(first.spacing().column(),
			first.spacing().row(), assumed.spacing, assumed.source, first.columns(), first
				.rows(), frames.length)), Optional.empty());
	}

	// -- Spacing that positions do not tell --

	private record Assumed(double spacing, SpacingSource source) {}

	private Assumed assumedSpacing() {
		final Attributes attributes = first.attributes();
		final String modality = attributes.orElse(Tag.MODALITY, "");
		final double between = Math.abs(attributes.number(Tag.SPACING_BETWEEN_SLICES).orElse(
			0));
		final double thickness = attributes.number(Tag.SLICE_THICKNESS).orElse(0);
		if (between > 0 && (first.orientation().isPresent() || modality.equals("MR") ||
			modality.equals("NM"))) return assumed(between, SpacingSource.SPACING_BETWEEN_SLICES);
		if (thickness > 0) return assumed(thickness, SpacingSource.SLICE_THICKNESS);
		findings.add(new Finding(Code.SPACING_UNKNOWN,
			"the distance between slices is unknown; 1 is used"));
		return new Assumed(1, SpacingSource.UNKNOWN);
	}

	private Assumed assumed(final double spacing, final SpacingSource source) {
		findings.add(new Finding(Code.SPACING_ASSUMED, "slice spacing " + number(spacing) +
			" mm is assumed from " + source.label()));
		return new Assumed(spacing, source);
	}

	// -- Findings --

	private void reportOrientations(final Orientation orientation) {
		final double largest = group.frames().stream().mapToDouble(f -> Math.max(f
			.orientation().get().row().angleTo(orientation.row()), f.orientation().get().column()
				.angleTo(orientation.column()))).max().orElse(0);
		if (largest > 1e-5) findings.add(new Finding(Code.ORIENTATION_VARIES,
			"orientations differ by up to " + number(Math.toDegrees(largest)) +
				" degrees; the most common one is used"));
		if (first.attributes().orElse(Tag.ANATOMICAL_ORIENTATION_TYPE, "").equals("QUADRUPED"))
			findings.add(new Finding(Code.QUADRUPED,
				"the subject is a quadruped: L R A P H F mean left, right, ventral, dorsal, cranial and caudal"));
	}

	private void reportGaps(final Positions positions, final SliceSpacing gaps,
		final boolean closed)
	{
		switch (gaps.verdict()) {
			case NEARLY_UNIFORM -> findings.add(new Finding(Code.NEARLY_UNIFORM,
				"gaps differ from " + number(gaps.spacing()) + " mm by up to " + number(gaps
					.maxDeviation()) + " mm, most between slices " + (gaps.worstGap() + 1) +
					" and " + (gaps.worstGap() + 2), List.of(positions.frame(gaps.worstGap())
						.name(), positions.frame(gaps.worstGap() + 1).name())));
			case MISSING -> findings.add(new Finding(Code.MISSING_SLICES, missing(gaps) +
				(closed ? "; the gap is closed, distances across it are wrong"
					: "; filled to keep the grid of " + number(gaps.spacing()) + " mm")));
			case IRREGULAR -> findings.add(new Finding(Code.NEARLY_UNIFORM,
				"gaps are irregular; the median " + number(gaps.spacing()) + " mm is used"));
			case SINGLE, UNIFORM -> {}
		}
	}

	/** "slice 4 of 6 is missing": slices are counted from 1, as ImageJ shows them. */
	private static String missing(final SliceSpacing gaps) {
		final int[] places = gaps.missing();
		final String list = Arrays.stream(places).limit(LISTED).mapToObj(i -> Integer.toString(
			i + 1)).collect(Collectors.joining(", "));
		return (places.length == 1 ? "slice " : "slices ") + list + (places.length > LISTED
			? " and " + (places.length - LISTED) + " more" : "") + " of " + gaps.gridSize() +
			(places.length == 1 ? " is missing" : " are missing");
	}

	private void reportTilt(final VolumeGeometry geometry) {
		final double said = Math.abs(first.attributes().number(Tag.GANTRY_DETECTOR_TILT).orElse(
			0));
		if (geometry.isTilted()) findings.add(new Finding(Code.GANTRY_TILT,
			"slices lean by " + number(geometry.tilt()) +
				" degrees against the normal (gantry tilt); planes are left as they are, the affine is exact"));
		else if (said > 0.1 && geometry.slices() > 1) findings.add(new Finding(
			Code.TILT_NOT_FOUND, Tag.describe(Tag.GANTRY_DETECTOR_TILT) + " says " + number(
				said) + " degrees, but the positions show none; the images were resampled"));
	}

	private void reportDisagreement(final double spacing) {
		final double between = Math.abs(first.attributes().number(Tag.SPACING_BETWEEN_SLICES)
			.orElse(spacing));
		final double thickness = first.attributes().number(Tag.SLICE_THICKNESS).orElse(spacing);
		if (Math.abs(between - spacing) > DISAGREES * spacing) findings.add(new Finding(
			Code.SPACING_DISAGREES, "SpacingBetweenSlices says " + number(between)));
		if (Math.abs(thickness - spacing) > DISAGREES * spacing) findings.add(new Finding(
			Code.SPACING_DISAGREES, "SliceThickness says " + number(thickness)));
	}

	private void reportCount(final int n) {
		final int said = first.attributes().orElse(Tag.IMAGES_IN_ACQUISITION, n);
		if (said > n && group.reasons().isEmpty()) findings.add(new Finding(Code.FEWER_IMAGES,
			Tag.describe(Tag.IMAGES_IN_ACQUISITION) + " says " + said + ", " + n + " are here"));
	}

	private VolumeGeometry withUnit(final VolumeGeometry geometry) {
		final InPlaneSpacing spacing = first.spacing();
		if (!spacing.note().isEmpty()) findings.add(new Finding(spacing.millimetres()
			? Code.PIXEL_SIZE_SOURCE : Code.PIXEL_SIZE_UNKNOWN, spacing.note()));
		return spacing.millimetres() ? geometry : geometry.withUnit(VolumeGeometry.PIXEL);
	}

	private Stack stack(final Frame[] frames, final VolumeGeometry geometry,
		final Optional<SliceSpacing> gaps)
	{
		return new Stack(group, frames, 1, 1, geometry, gaps, findings);
	}

	private List<String> files() {
		return group.frames().stream().map(Frame::toString).toList();
	}

	/** A number with six significant digits and no trailing zeros, for people. */
	private static String number(final double value) {
		final String text = String.format(Locale.ROOT, "%.6g", value);
		return text.contains("e") ? text : text.replaceFirst("(\\.\\d*?)0+$", "$1")
			.replaceFirst("\\.$", "");
	}
}
