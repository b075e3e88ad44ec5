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

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.geometry.Orientation;
import io.github.dicomvolumes.geometry.SliceSpacing;
import io.github.dicomvolumes.geometry.SpacingSource;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.geometry.VolumeGeometry;
import io.github.dicomvolumes.series.ChannelAxis;
import io.github.dicomvolumes.series.Finding;
import io.github.dicomvolumes.series.Finding.Code;
import io.github.dicomvolumes.series.TimeAxis;
import io.github.dicomvolumes.series.group.Group;
import io.github.dicomvolumes.series.object.Frame;
import io.github.dicomvolumes.series.object.FrameOrder;
import io.github.dicomvolumes.series.object.Frames;
import io.github.dicomvolumes.series.object.ImageObject;
import io.github.dicomvolumes.series.object.InPlaneSpacing;
import io.github.dicomvolumes.series.object.Tile;
import io.github.dicomvolumes.series.repeat.Arrangement;
import io.github.dicomvolumes.series.repeat.InstanceOrder;
import io.github.dicomvolumes.series.repeat.Placement;
import io.github.dicomvolumes.series.repeat.Positions;
import io.github.dicomvolumes.series.repeat.Repeats;
import io.github.dicomvolumes.series.repeat.SegmentPlacement;

/**
 * Puts the frames of a group into their places and measures the grid: order, spacing and its source, missing slices,
 * tilt.
 */
final class StackAssembler {

	private static final double LINE_TOLERANCE = 1e-3;

	private final Group group;
	private final Frame first;
	private final List<Finding> findings = new ArrayList<>();
	private final GridReport report;

	private StackAssembler(final Group group) {
		this.group = group;
		first = group.first();
		if (!group.reasons().isEmpty())
			findings.add(new Finding(Code.SPLIT, "divided by " + String.join(", ", group.reasons())));
		findings.addAll(group.findings());
		final Set<Finding> ofObjects = new LinkedHashSet<>();
		for (final ImageObject object : group.objects())
			ofObjects.addAll(object.findings());
		findings.addAll(ofObjects);
		report = new GridReport(group, findings);
	}

	/** The stack of a group; missing slices have their places. */
	static Stack assemble(final Group group) {
		return inPlace(group).withDeepColoursAsChannels();
	}

	private static Stack inPlace(final Group group) {
		final Frame first = group.first();
		final StackAssembler assembler = new StackAssembler(group);
		if (first.object().order() == FrameOrder.ONE_PLACE) return assembler.atOnePlace();
		if (first.plane().isPresent()) return assembler.regular(group.positions());
		if (first.position().isPresent() && group.frames().size() > 1) {
			final Optional<Vector3> line = line(group.frames());
			if (line.isPresent()) return assembler.alongLine(line.get());
		}
		return assembler.byNumber();
	}

	// -- Frames with position and orientation --

	private Stack regular(final Positions positions) {
		final SliceSpacing gaps = positions.gaps();
		final Orientation orientation = Positions.orientation(group.frames());
		report.orientations(orientation);
		final boolean gapsDivide = first.object().gapsDivide();
		final Placement placement = arrangement(positions).placement();
		final int n = positions.size();
		final int[] places = gaps.gridIndex();
		final int slices = places[n - 1] + 1;
		final Vector3 origin = positions.frame(0).position().get();
		VolumeGeometry geometry;
		if (n == 1) geometry = singleSlice(origin, orientation);
		else {
			geometry = withUnit(VolumeGeometry.of(origin, orientation, first.spacing().column(), first.spacing().row(),
				positions.step(gaps), first.columns(), first.rows(), slices));
			if (gaps.isDeclared() && !gapsDivide || first.object().isSpacingDeclared())
				geometry = geometry.withSpacingSource(report.declared(gaps));
		}
		if (gapsDivide) report.gaps(positions, gaps);
		report.tilt(geometry);
		if (n > 1) report.disagreement(geometry.spacing()[2]);
		report.count(group.frames().size());
		if (!first.object().isInPatientSpace())
			findings.add(new Finding(Code.NO_POSITION, Tag.describe(first.object().positionTag()) +
				" tells the order and distance of slices; no place in the patient"));
		return new Stack(placement.frames(places), placement.channels(), placement.times(),
			first.object().isInPatientSpace() ? geometry : geometry.notPatientBased(), Optional.of(gaps), findings);
	}

	private Arrangement arrangement(final Positions positions) {
		final Arrangement arrangement = group.arrangement().isPresent() ? group.arrangement().get()
			: arranged(positions);
		findings.addAll(arrangement.findings());
		return arrangement;
	}

	private Arrangement arranged(final Positions positions) {
		return first.object().segments().isEmpty() ? Arrangement.single(positions)
			: SegmentPlacement.arrangement(positions);
	}

	private VolumeGeometry singleSlice(final Vector3 origin, final Orientation orientation) {
		final GridReport.Assumed assumed = report.assumedSpacing();
		return withUnit(VolumeGeometry
			.of(origin, orientation, first.spacing().column(), first.spacing().row(),
				orientation.orthonormal().normal().times(assumed.spacing()), first.columns(), first.rows(), 1)
			.withSpacingSource(assumed.source()));
	}

	// -- Frames without --

	/** Frames one after another at the same place: times, or what else tells them apart. */
	private Stack atOnePlace() {
		final Arrangement arrangement = first.object().segments().isEmpty() ? Repeats.atOnePlace(group.frames())
			: SegmentPlacement.arrangement(Positions.atOnePlace(group.frames()));
		findings.addAll(arrangement.findings());
		final Placement placement = arrangement.placement();
		final VolumeGeometry geometry = first.plane()
			.map(p -> singleSlice(p.position(), p.orientation()))
			.orElseGet(() -> unplaced(1));
		return new Stack(placement.frames(new int[1]), placement.channels(), placement.times(), geometry,
			Optional.empty(), findings);
	}

	private VolumeGeometry unplaced(final int slices) {
		final GridReport.Assumed assumed = report.assumedSpacing();
		return withUnit(VolumeGeometry.withoutPosition(first.spacing().column(), first.spacing().row(),
			assumed.spacing(), assumed.source(), first.columns(), first.rows(), slices));
	}

	/** The direction of a line on which all positions lie, mostly upwards; empty if they do not. */
	private static Optional<Vector3> line(final List<Frame> frames) {
		final List<Vector3> sorted = frames.stream()
			.map(f -> f.position().get())
			.sorted(
				Comparator.comparingDouble(Vector3::z).thenComparingDouble(Vector3::y).thenComparingDouble(Vector3::x))
			.toList();
		final Vector3 start = sorted.get(0);
		final Vector3 span = sorted.get(sorted.size() - 1).minus(start);
		if (span.norm() == 0) return Optional.empty();
		final Vector3 direction = span.unit();
		final boolean straight = sorted.stream()
			.map(p -> p.minus(start))
			.allMatch(v -> v.cross(direction).norm() <= LINE_TOLERANCE * span.norm());
		return straight ? Optional.of(direction) : Optional.empty();
	}

	private Stack alongLine(final Vector3 direction) {
		final Positions positions = Positions.of(group.frames(), direction);
		if (positions.hasRepeats()) return byNumber();
		final SliceSpacing gaps = SliceSpacing.of(positions.distances(), positions.largestCoordinate());
		findings.add(new Finding(Code.NO_ORIENTATION,
			first.geometryProblem() + "; slices are ordered by position, their orientation is unknown"));
		final Frame[] frames = IntStream.range(0, positions.size()).mapToObj(positions::frame).toArray(Frame[]::new);
		report.gapsOfLine(positions, gaps);
		return stack(
			frames, withUnit(VolumeGeometry.withoutPosition(first.spacing().column(), first.spacing().row(),
				gaps.spacing(), SpacingSource.POSITIONS, first.columns(), first.rows(), frames.length)),
			Optional.of(gaps));
	}

	private Stack byNumber() {
		final Optional<OwnGrid> own = OwnGrid.of(group.frames());
		if (own.isPresent()) return asWritten(own.get());
		final Frame[] frames = InstanceOrder.sort(group.frames()).toArray(Frame[]::new);
		final String order = first.framesInFile() > 1 || first.pixels() instanceof Tile ? "in the order of the file"
			: "ordered by (0020,0013) Instance Number";
		findings.add(new Finding(Code.NO_POSITION,
			first.geometryProblem() + "; no place in the patient" + (frames.length == 1 ? "" : ", slices are " + order),
			files()));
		return stack(frames, unplaced(frames.length), Optional.empty());
	}

	private Stack asWritten(final OwnGrid own) {
		findings.add(new Finding(Code.NO_POSITION, first.geometryProblem() +
			"; no place in the patient, slices, channels and times are where DICOM Volumes has written that they are",
			files()));
		return new Stack(own.frames(), own.channels(), own.times(),
			unplaced(own.frames().length / (own.channels().size() * own.times().size())), Optional.empty(), findings);
	}

	private VolumeGeometry withUnit(final VolumeGeometry geometry) {
		final InPlaneSpacing spacing = first.spacing();
		if (!spacing.note().isEmpty()) findings
			.add(new Finding(spacing.millimetres() ? Code.PIXEL_SIZE_SOURCE : Code.PIXEL_SIZE_UNKNOWN, spacing.note()));
		return spacing.millimetres() ? geometry : geometry.withUnit(VolumeGeometry.PIXEL);
	}

	private Stack stack(final Frame[] frames, final VolumeGeometry geometry, final Optional<SliceSpacing> gaps) {
		return new Stack(frames, ChannelAxis.SINGLE, TimeAxis.SINGLE, geometry, gaps, findings);
	}

	private List<String> files() {
		return group.frames().stream().map(Frame::name).distinct().toList();
	}
}
