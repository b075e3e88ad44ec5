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
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.geometry.Orientation;
import io.github.dicomvolumes.geometry.SliceSpacing;
import io.github.dicomvolumes.geometry.StraightLines;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.io.Progress;
import io.github.dicomvolumes.series.Finding;
import io.github.dicomvolumes.series.Finding.Code;
import io.github.dicomvolumes.series.Numbers;
import io.github.dicomvolumes.series.object.AttributeKey;
import io.github.dicomvolumes.series.object.Frame;
import io.github.dicomvolumes.series.object.FrameOrder;
import io.github.dicomvolumes.series.object.Frames;
import io.github.dicomvolumes.series.object.ImageObject;
import io.github.dicomvolumes.series.object.InPlaneSpacing;
import io.github.dicomvolumes.series.repeat.InstanceOrder;
import io.github.dicomvolumes.series.repeat.Positions;
import io.github.dicomvolumes.series.repeat.Repeats;

/**
 * Divides frames until each group can be one grid of voxels: by series and frame of reference, by what no volume can
 * mix, by orientation, by the line that the positions lie on, by the kind of image where kinds collide, and at wide or
 * irregular gaps.
 */
public final class Grouping {

	/** What divides frames only where they would otherwise collide, in the order tried. */
	private static final List<Function<Group, List<Group>>> SOFT_KEYS = List.of(
		g -> g.splitByValue("image type", Grouping::imageType),
		g -> g.splitByValue("acquisition number", value(Tag.ACQUISITION_NUMBER)),
		g -> g.splitByValue("convolution kernel", value(Tag.CONVOLUTION_KERNEL)),
		g -> g.splitByValue("sequence name", value(Tag.SEQUENCE_NAME)),
		g -> g.splitBy("contrast agent", text(Tag.CONTRAST_BOLUS_AGENT)),
		g -> g.splitByValue("scan options", value(Tag.SCAN_OPTIONS)));

	/** Missing parts that are named one by one. */
	private static final int LISTED = 12;

	/** A unit vector that no common plane is perpendicular or parallel to. */
	private static final Vector3 OBLIQUE = new Vector3(0.48, 0.6, 0.64);

	private Grouping() {}

	/** The series of a folder. */
	public static List<Group> bySeries(final List<Frame> frames, final Progress progress) {
		return frames.isEmpty() ? List.of()
			: new Group(frames, progress)
				.splitBy("",
					new AttributeKey<>(Grouping::series, Tag.STUDY_INSTANCE_UID, Tag.SERIES_INSTANCE_UID,
						Tag.SERIES_NUMBER, Tag.MODALITY))
				.stream()
				.map(g -> new Group(g.frames(), progress))
				.toList();
	}

	/** The groups of one series. */
	public static List<Group> of(final Group series) {
		return Stream.of(series) //
			.flatMap(g -> g.splitBy("frame of reference", text(Tag.FRAME_OF_REFERENCE_UID)).stream())
			.flatMap(g -> g.splitBy("modality", text(Tag.MODALITY)).stream())
			.flatMap(g -> g.splitBy("SOP class", text(Tag.SOP_CLASS_UID)).stream())
			.flatMap(g -> g.splitBy("image size", imageSize()).stream())
			.flatMap(g -> g
				.splitBy("colour",
					new AttributeKey<>(Grouping::colour, Tag.PHOTOMETRIC_INTERPRETATION, Tag.SAMPLES_PER_PIXEL))
				.stream()) //
			.flatMap(g -> g.splitBy("multi-frame file", Grouping::object).stream())
			.map(Grouping::partsCounted)
			.flatMap(g -> g.splitByValue("stack", value(Tag.STACK_ID)).stream())
			.flatMap(g -> g
				.splitUnless("pixel spacing", f -> f.spacing().measure(), (a, b) -> a.spacing().isSameAs(b.spacing()))
				.stream())
			.flatMap(
				g -> g.splitBy("missing position", f -> List.of(f.position().isPresent(), f.orientation().isPresent()))
					.stream())
			.flatMap(
				g -> g.first().plane().isEmpty() || g.first().object().order() == FrameOrder.ONE_PLACE ? Stream.of(g)
					: positioned(g))
			.toList();
	}

	/** The frames of an object, and what is missing of it if it is a concatenation (PS3.3 C.7.6.16.1). */
	private static Group partsCounted(final Group object) {
		final int said = object.first().attributes().orElse(Tag.IN_CONCATENATION_TOTAL_NUMBER, 0);
		final Set<Integer> parts = object.objects()
			.stream()
			.map(ImageObject::concatenationPart)
			.collect(Collectors.toSet());
		if (parts.contains(0) || said <= parts.size()) return object;
		final List<String> missing = IntStream.rangeClosed(1, said)
			.filter(part -> !parts.contains(part))
			.mapToObj(Integer::toString)
			.limit(LISTED + 1)
			.toList();
		final boolean isOne = missing.size() == 1;
		return object.with(new Finding(Code.FEWER_IMAGES,
			(isOne ? "part " : "parts ") + String.join(", ", missing.subList(0, Math.min(LISTED, missing.size()))) +
				(missing.size() > LISTED ? " and more" : "") + " of the " + said + " of a concatenation " +
				(isOne ? "is" : "are") + " missing"));
	}

	/** Frames with position and orientation, as stacks that are regular where that is possible. */
	private static Stream<Group> positioned(final Group group) {
		if (!group.first().object().gapsDivide()) return segmented(group);
		return byOrientation(group) //
			.flatMap(g -> isRegular(g) ? Stream.of(g) : irregular(g));
	}

	private static Stream<Group> irregular(final Group group) {
		return divided(group).stream() //
			.flatMap(g -> lines(g).stream())
			.flatMap(Grouping::equallyMany)
			.flatMap(g -> runs(g).stream());
	}

	/** Where no segment is there is no frame: gaps do not divide, if they fit a grid. */
	private static Stream<Group> segmented(final Group group) {
		return byOrientation(group) //
			.flatMap(g -> lines(g).stream())
			.flatMap(g -> isGrid(g) ? Stream.of(g) : runs(g).stream());
	}

	private static Stream<Group> byOrientation(final Group group) {
		return group
			.splitUnless("orientation", Grouping::direction,
				(a, b) -> a.orientation().get().isParallelTo(b.orientation().get(), Orientation.TOLERANCE))
			.stream();
	}

	/** Of unit vectors no farther apart than the tolerance, so that it differs by less than 1. */
	private static double direction(final Frame frame) {
		final Orientation orientation = frame.orientation().get();
		return orientation.row().unit().plus(orientation.column().unit()).dot(OBLIQUE) / (2.5 * Orientation.TOLERANCE);
	}

	private static boolean isGrid(final Group group) {
		final SliceSpacing gaps = Positions.of(group.frames()).gaps();
		return gaps.verdict() != SliceSpacing.Verdict.IRREGULAR && gaps.gridSize() <= SliceSpacing.MAX_SLICES;
	}

	private static List<Group> byKind(final Group group) {
		return isRegular(group) ? List.of(group) : divided(group);
	}

	/**
	 * Divides what is not regular by the first soft key that makes every part so, unless positions alone give fewer
	 * parts that are; by none if no key helps. Kinds of image that collide at the same positions are always divided:
	 * magnitude and phase are no time series. What is a time series, or one of echoes and the like, stays together.
	 */
	private static List<Group> divided(final Group group) {
		if (Positions.of(group.frames()).hasRepeats()) {
			final List<Group> types = group.splitByValue("image type", Grouping::imageType);
			if (types.size() > 1) return types.stream().flatMap(g -> byKind(g).stream()).toList();
			if (areRepeats(group)) return types;
		}
		final List<Group> byPosition = lines(group).stream().flatMap(g -> runs(g).stream()).toList();
		final int most = byPosition.stream().allMatch(Grouping::isRegular) ? byPosition.size() : Integer.MAX_VALUE;
		for (final var key : SOFT_KEYS) {
			final List<Group> parts = key.apply(group);
			if (parts.size() > 1 && parts.size() <= most && parts.stream().allMatch(Grouping::isRegular)) return parts;
		}
		return List.of(group);
	}

	/** Whether attributes tell the frames at each position apart, as times or channels. */
	private static boolean areRepeats(final Group group) {
		if (lines(group).size() > 1) return false;
		final Positions positions = Positions.of(group.frames());
		return positions.haveEqualCounts() ? !Repeats.traits(positions.frames()).isEmpty()
			: !Repeats.byValue(positions.frames()).isEmpty();
	}

	private static boolean isRegular(final Group group) {
		if (lines(group).size() > 1) return false;
		final Positions positions = Positions.of(group.frames());
		return !positions.hasRepeats() && positions.parts().size() == 1;
	}

	private static List<Group> lines(final Group group) {
		final InPlaneSpacing spacing = group.first().spacing();
		final List<Vector3> positions = group.frames().stream().map(f -> f.position().get()).toList();
		final Orientation orientation = Positions.orientation(group.frames());
		final List<int[]> exact = StraightLines.split(positions, orientation, spacing.rowMillimetres(),
			spacing.columnMillimetres());
		if (exact.size() == 1) return List.of(group);
		final List<int[]> rounded = StraightLines.split(positions, orientation, spacing.rowMillimetres(),
			spacing.columnMillimetres(), Positions.halfUnit(group.frames()));
		return group.splitAt("in-plane position", rounded.size() == 1 ? rounded : exact);
	}

	/** Groups that have as many frames at one position as at any other. */
	private static Stream<Group> equallyMany(final Group group) {
		return Incomplete.apart(group).stream().flatMap(Grouping::withoutExtras);
	}

	/**
	 * Frames at positions that others have already, where most positions have but one: those with the lowest Instance
	 * Numbers stay, the extra ones go.
	 */
	private static Stream<Group> withoutExtras(final Group group) {
		final Positions positions = Positions.of(group.frames());
		if (!positions.hasRepeats() || !positions.areMostSingle()) return Stream.of(group);
		final List<Frame> kept = new ArrayList<>(), extra = new ArrayList<>();
		for (final List<Frame> same : positions.frames()) {
			final List<Frame> sorted = InstanceOrder.sort(same);
			kept.add(sorted.get(0));
			extra.addAll(sorted.subList(1, sorted.size()));
		}
		final List<Group> parts = group.splitInto("position taken twice", List.of(kept, extra));
		return Stream.concat(Stream.of(parts.get(0)), equallyMany(parts.get(1)));
	}

	private static List<Group> runs(final Group group) {
		final Positions positions = Positions.of(group.frames());
		final List<List<Frame>> parts = new ArrayList<>();
		for (final int[] run : positions.parts())
			parts.add(Arrays.stream(run).boxed().flatMap(i -> positions.frames().get(i).stream()).toList());
		if (parts.size() == 1) return List.of(group);
		final SliceSpacing whole = positions.gaps();
		return group
			.splitInto(whole.verdict() == SliceSpacing.Verdict.MISSING ? whole.missingCount() + " missing slices"
				: "slice spacing", parts);
	}

	/** What no frame outside may be mixed with; empty for files with one frame. */
	private static String object(final Frame frame) {
		final ImageObject object = frame.object();
		return object.frames() > 1 || object.concatenationPart() > 0 ? object.key() : "";
	}

	private static Object series(final Attributes attributes) {
		final String study = attributes.orElse(Tag.STUDY_INSTANCE_UID, "");
		final String series = attributes.orElse(Tag.SERIES_INSTANCE_UID, "");
		return series.isEmpty()
			? List.of(study, attributes.orElse(Tag.SERIES_NUMBER, ""), attributes.orElse(Tag.MODALITY, ""))
			: List.of(study, series);
	}

	private static Function<Frame, Object> imageSize() {
		final Function<Frame, Object> ofFile = new AttributeKey<>(
			a -> List.of(a.orElse(Tag.COLUMNS, 0), a.orElse(Tag.ROWS, 0)), Tag.COLUMNS, Tag.ROWS);
		return frame -> frame.pixels().hasSizeOfFile() ? ofFile.apply(frame) : List.of(frame.columns(), frame.rows());
	}

	/** Grey, palette or true colour: what one image cannot mix. */
	private static Object colour(final Attributes attributes) {
		final String photometric = attributes.orElse(Tag.PHOTOMETRIC_INTERPRETATION, "");
		final String kind = photometric.startsWith("PALETTE") ? "palette"
			: photometric.startsWith("RGB") || photometric.startsWith("YBR") ? "colour" : "grey";
		return List.of(kind, attributes.orElse(Tag.SAMPLES_PER_PIXEL, 1));
	}

	/**
	 * The first four values of Frame Type or Image Type, empty where there are fewer, and the part of complex numbers.
	 */
	private static List<String> imageType(final Frame frame) {
		final List<String> frameType = frame.attributes().strings(Tag.FRAME_TYPE);
		final List<String> type = frameType.isEmpty() ? frame.attributes().strings(Tag.IMAGE_TYPE) : frameType;
		return Stream
			.of(type.stream().limit(4), Stream.generate(() -> "").limit(Math.max(0, 4 - type.size())),
				Stream.of(frame.attributes().orElse(Tag.COMPLEX_IMAGE_COMPONENT, "")))
			.flatMap(values -> values)
			.toList();
	}

	private static Function<Frame, List<String>> value(final int tag) {
		return new AttributeKey<>(attributes -> List.of(attributes.orElse(tag, "")), tag);
	}

	private static Function<Frame, Object> text(final int tag) {
		return new AttributeKey<>(attributes -> attributes.orElse(tag, ""), tag);
	}
}
