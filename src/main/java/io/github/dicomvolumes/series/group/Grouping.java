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
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.geometry.Orientation;
import io.github.dicomvolumes.geometry.SliceSpacing;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.work.Progress;
import io.github.dicomvolumes.series.Finding;
import io.github.dicomvolumes.series.Finding.Code;
import io.github.dicomvolumes.series.object.AttributeKey;
import io.github.dicomvolumes.series.object.Frame;
import io.github.dicomvolumes.series.object.FrameOrder;
import io.github.dicomvolumes.series.object.ImageObject;
import io.github.dicomvolumes.series.repeat.Arrangement;
import io.github.dicomvolumes.series.repeat.Positions;
import io.github.dicomvolumes.series.repeat.Repeats;

/**
 * Divides frames until each group is one volume: by series, by what no volume can mix, by orientation; then by the kind
 * of image, the line that the positions lie on, and gaps, where the frames form no grid with its channels and times.
 * Identifiers are hints: they divide only where frames would otherwise collide or be irregular.
 */
public final class Grouping {

	/** A unit vector that no common plane is perpendicular or parallel to. */
	private static final Vector3 OBLIQUE = new Vector3(0.48, 0.6, 0.64);

	private Grouping() {}

	/** The series of a folder. */
	public static List<Group> bySeries(final List<Frame> frames, final Progress progress) {
		if (frames.isEmpty()) return List.of();
		final var key = new AttributeKey<>(Grouping::series, Tag.STUDY_INSTANCE_UID, Tag.SERIES_INSTANCE_UID,
			Tag.SERIES_NUMBER, Tag.MODALITY);
		final List<Group> series = new ArrayList<>();
		for (final Group group : new Group(frames, progress).splitBy("", key))
			series.add(new Group(group.frames(), progress));
		return List.copyOf(series);
	}

	/** The volumes of one series. */
	public static List<Group> of(final Group series) {
		List<Group> groups = List.of(studies(series));
		groups = byIdentifier(groups, "series number", Tag.SERIES_NUMBER);
		groups = byIdentifier(groups, "frame of reference", Tag.FRAME_OF_REFERENCE_UID);
		groups = by(groups, "modality", text(Tag.MODALITY));
		groups = by(groups, "SOP class", text(Tag.SOP_CLASS_UID));
		groups = by(groups, "image size", imageSize());
		groups = by(groups, "colour", colour());
		groups = by(groups, "multi-frame file", Grouping::objectOfItsOwn);
		final List<Group> volumes = new ArrayList<>();
		for (final Group group : groups)
			for (final Group equal : splitByPixelSpacing(Concatenations.counted(group)))
				for (final Group placed : equal.splitBy("missing position", Grouping::whatIsPlaced))
					volumes.addAll(volumes(placed));
		return List.copyOf(volumes);
	}

	// -- What no volume can mix --

	private static List<Group> by(final List<Group> groups, final String reason, final Function<Frame, ?> key) {
		final List<Group> parts = new ArrayList<>();
		for (final Group group : groups)
			parts.addAll(group.splitBy(reason, key));
		return parts;
	}

	private static List<Group> byIdentifier(final List<Group> groups, final String reason, final int tag) {
		final List<Group> parts = new ArrayList<>();
		for (final Group group : groups)
			parts.addAll(group.splitByIdentifier(reason, text(tag)));
		return parts;
	}

	/**
	 * What names the series of an image: Series Instance UID alone, which is unique; else what a series has in common.
	 */
	public static Object series(final Attributes attributes) {
		final String series = attributes.orElse(Tag.SERIES_INSTANCE_UID, "");
		if (!series.isEmpty()) return series;
		return List.of(attributes.orElse(Tag.STUDY_INSTANCE_UID, ""), attributes.orElse(Tag.SERIES_NUMBER, ""),
			attributes.orElse(Tag.MODALITY, ""));
	}

	/** Files of other studies do not divide: the series is one by its UID. */
	private static Group studies(final Group series) {
		final Function<Frame, String> study = text(Tag.STUDY_INSTANCE_UID);
		final Set<String> studies = new HashSet<>();
		for (final Frame frame : series.frames())
			studies.add(study.apply(frame));
		return studies.size() == 1 ? series
			: series.with(new Finding(Code.IDENTIFIER_IGNORED,
				"files of one series have " + studies.size() + " values of " + Tag.describe(Tag.STUDY_INSTANCE_UID)));
	}

	private static Function<Frame, Object> imageSize() {
		final Function<Frame, Object> ofFile = new AttributeKey<>(
			a -> List.of(a.orElse(Tag.COLUMNS, 0), a.orElse(Tag.ROWS, 0)), Tag.COLUMNS, Tag.ROWS);
		return frame -> frame.pixels().hasSizeOfFile() ? ofFile.apply(frame) : List.of(frame.columns(), frame.rows());
	}

	private static Function<Frame, Object> colour() {
		return new AttributeKey<>(Grouping::colour, Tag.PHOTOMETRIC_INTERPRETATION, Tag.SAMPLES_PER_PIXEL);
	}

	/** Grey, palette or true colour: what one image cannot mix. */
	private static Object colour(final Attributes attributes) {
		final String photometric = attributes.orElse(Tag.PHOTOMETRIC_INTERPRETATION, "");
		final boolean isTrueColour = photometric.startsWith("RGB") || photometric.startsWith("YBR");
		final String kind = isTrueColour ? "colour" : "grey";
		return List.of(photometric.startsWith("PALETTE") ? "palette" : kind,
			attributes.orElse(Tag.SAMPLES_PER_PIXEL, 1));
	}

	/** What no frame outside may be mixed with; empty for files that may be parts of a volume. */
	private static String objectOfItsOwn(final Frame frame) {
		final ImageObject object = frame.object();
		final boolean isWhole = object.frames() > 1 || object.concatenationPart() > 0 ||
			object.order() == FrameOrder.POSITIONS;
		final boolean isAlone = !object.joinsOthers() && isWhole;
		return isAlone ? object.key() : "";
	}

	private static List<Group> splitByPixelSpacing(final Group group) {
		return group.splitUnless("pixel spacing", f -> f.spacing().measure(),
			(a, b) -> a.spacing().isSameAs(b.spacing()));
	}

	private static List<Boolean> whatIsPlaced(final Frame frame) {
		return List.of(frame.position().isPresent(), frame.orientation().isPresent());
	}

	private static List<Group> volumes(final Group group) {
		final boolean isPlaced = group.first().plane().isPresent() &&
			group.first().object().order() != FrameOrder.ONE_PLACE;
		if (!isPlaced) return List.of(group);
		final boolean gapsDivide = group.first().object().gapsDivide();
		final List<Group> volumes = new ArrayList<>();
		for (final Group parallel : byOrientation(group))
			volumes.addAll(gapsDivide ? placed(parallel) : sparse(parallel));
		return volumes;
	}

	private static List<Group> byOrientation(final Group group) {
		return group.splitUnless("orientation", Grouping::direction,
			(a, b) -> a.orientation().get().isParallelTo(b.orientation().get(), Orientation.TOLERANCE));
	}

	/** Of unit vectors no farther apart than the tolerance, so that it differs by less than 1. */
	private static double direction(final Frame frame) {
		final Orientation orientation = frame.orientation().get();
		return orientation.row().unit().plus(orientation.column().unit()).dot(OBLIQUE) / (2.5 * Orientation.TOLERANCE);
	}

	// -- Frames with position and orientation --

	/** Where no frame means that nothing is there, gaps do not divide, if they fit a grid. */
	private static List<Group> sparse(final Group group) {
		return Grids.lines(group).stream().flatMap(g -> isGrid(g) ? Stream.of(g) : Grids.runs(g).stream()).toList();
	}

	private static boolean isGrid(final Group group) {
		final SliceSpacing gaps = group.positions().gaps();
		return gaps.verdict() != SliceSpacing.Verdict.IRREGULAR && gaps.gridSize() <= SliceSpacing.MAX_SLICES;
	}

	/** Frames of one orientation, as stacks that are regular where that is possible. */
	private static List<Group> placed(final Group group) {
		if (Grids.isRegular(group)) return List.of(group);
		final List<Group> kinds = byKind(group);
		if (kinds.size() > 1) return placed(kinds);
		final List<Group> repeated = Grids.isOneGrid(group) ? repeated(group) : List.of();
		if (!repeated.isEmpty()) return repeated;
		final List<Group> shifted = ShiftedVolumes.of(group);
		if (shifted.size() > 1) return placed(shifted);
		final List<Group> near = Double.isNaN(shifted.get(0).tolerance()) ? List.of() : repeated(shifted.get(0));
		if (!near.isEmpty()) return near;
		return irregular(group).flatMap(Grouping::inAnyOrder).toList();
	}

	private static List<Group> placed(final List<Group> groups) {
		final List<Group> placed = new ArrayList<>();
		for (final Group group : groups)
			placed.addAll(placed(group));
		return placed;
	}

	/** A frame or two off the grid are set apart if others would be divided because of them. */
	private static Stream<Group> irregular(final Group group) {
		final List<Group> parts = divided(group).stream()
			.flatMap(g -> Grids.lines(g).stream())
			.flatMap(g -> Grids.runs(g).stream())
			.toList();
		final List<Group> strays = Strays.apart(group);
		final Group grid = strays.get(0);
		final boolean isWhole = parts.stream().anyMatch(part -> part.frames().size() >= grid.frames().size());
		return isWhole || strays.size() == 1 || !Grids.isRegular(grid) ? parts.stream() : strays.stream();
	}

	/** Kinds of image, and sequences, where they collide at the same positions: magnitude and phase are no times. */
	private static List<Group> byKind(final Group group) {
		final Positions positions = group.positions();
		if (!positions.hasRepeats()) return List.of(group);
		final List<Group> kinds = group.splitByValue("image type", ImageKind::of);
		return kinds.size() > 1 ? kinds : Sequences.apart(group, positions);
	}

	/** The frames in their places, if attributes tell those at each position apart; none if they do not. */
	private static List<Group> repeated(final Group group) {
		final Positions positions = group.positions();
		return positions.hasRepeats() ? repeated(group, positions, new Repeats(positions)) : List.of();
	}

	private static List<Group> repeated(final Group group, final Positions positions, final Repeats repeats) {
		final Optional<Arrangement> complete = repeats.complete();
		if (complete.isPresent()) return List.of(group.with(complete.get()));
		final List<Group> grids = positions.haveEqualCounts() ? List.of() : byGridOfFile(group, positions);
		if (grids.size() > 1) return placed(grids);
		return group.arranged(repeats.incomplete());
	}

	/** The frames in their places, told apart by attributes or else by order. */
	private static Stream<Group> inAnyOrder(final Group group) {
		final Positions positions = group.positions();
		if (!positions.hasRepeats()) return Stream.of(group);
		final Repeats repeats = new Repeats(positions);
		final List<Group> repeated = repeated(group, positions, repeats);
		if (!repeated.isEmpty()) return repeated.stream();
		final List<Group> ordered = group.arranged(repeats.byOrder());
		if (!ordered.isEmpty()) return ordered.stream();
		if (stacksCollide(positions)) return placed(group.splitByValue("stack", value(Tag.STACK_ID))).stream();
		return group.arranged(repeats.byNumberAlone()).stream();
	}

	/** Whether frames of different stacks are at the same position. */
	private static boolean stacksCollide(final Positions positions) {
		return positions.frames()
			.stream()
			.anyMatch(same -> same.stream().map(value(Tag.STACK_ID)).distinct().count() > 1);
	}

	/** Multi-frame files that have positions of their own, where not all have the same. */
	private static List<Group> byGridOfFile(final Group group, final Positions positions) {
		if (group.objects().stream().filter(o -> o.frames() > 1).count() < 2) return List.of(group);
		final Map<String, BitSet> ofFile = new HashMap<>();
		for (int p = 0; p < positions.size(); p++)
			for (final Frame frame : positions.frames().get(p))
				if (frame.object().frames() > 1) ofFile.computeIfAbsent(frame.object().key(), k -> new BitSet()).set(p);
		return group.splitBy("grid of the file", f -> ofFile.getOrDefault(f.object().key(), new BitSet()));
	}

	/**
	 * Divides what is not regular by the first soft key that makes every part so, unless positions alone give fewer
	 * parts that are; by none if no key helps.
	 */
	private static List<Group> divided(final Group group) {
		final List<Group> byPosition = Grids.lines(group).stream().flatMap(g -> Grids.runs(g).stream()).toList();
		final int most = byPosition.stream().allMatch(Grids::isRegular) ? byPosition.size() : Integer.MAX_VALUE;
		final List<Group> stacks = group.positions().hasRepeats() ? List.of(group)
			: group.splitByValue("stack", value(Tag.STACK_ID));
		if (isDivision(stacks, most)) return stacks;
		for (final var key : softKeys()) {
			final List<Group> parts = key.apply(group);
			if (isDivision(parts, most)) return parts;
		}
		return List.of(group);
	}

	/** What divides frames only where they would otherwise collide, in the order tried. */
	private static List<Function<Group, List<Group>>> softKeys() {
		return List.of(g -> g.splitByValue("image type", ImageKind::of),
			g -> g.splitByValue("acquisition number", value(Tag.ACQUISITION_NUMBER)),
			g -> g.splitByValue("convolution kernel", value(Tag.CONVOLUTION_KERNEL)),
			g -> g.splitByValue("sequence name", value(Tag.SEQUENCE_NAME)),
			g -> g.splitBy("contrast agent", text(Tag.CONTRAST_BOLUS_AGENT)),
			g -> g.splitByValue("scan options", value(Tag.SCAN_OPTIONS)),
			g -> g.splitBy("multi-frame file", f -> f.object().frames() > 1 ? f.object().key() : ""));
	}

	private static boolean isDivision(final List<Group> parts, final int most) {
		return parts.size() > 1 && parts.size() <= most && parts.stream().allMatch(Grids::isRegular);
	}

	private static Function<Frame, List<String>> value(final int tag) {
		return new AttributeKey<>(attributes -> List.of(attributes.orElse(tag, "")), tag);
	}

	private static Function<Frame, String> text(final int tag) {
		return new AttributeKey<>(attributes -> attributes.orElse(tag, ""), tag);
	}
}
