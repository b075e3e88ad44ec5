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
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.geometry.SliceSpacing;
import io.github.dicomvolumes.geometry.Tolerances;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.geometry.VolumeGeometry;
import io.github.dicomvolumes.io.header.DicomFile;
import io.github.dicomvolumes.series.ChannelAxis;
import io.github.dicomvolumes.series.Distinct;
import io.github.dicomvolumes.series.Finding;
import io.github.dicomvolumes.series.Finding.Code;
import io.github.dicomvolumes.series.Segment;
import io.github.dicomvolumes.series.StackShape;
import io.github.dicomvolumes.series.TimeAxis;
import io.github.dicomvolumes.series.object.Frame;

/**
 * The frames of one volume in their places: a grid of slices, channels and times. Places may be empty where a slice is
 * missing. Immutable.
 */
public final class Stack {

	private final Frame[] frames;
	private final ChannelAxis channels;
	private final TimeAxis times;
	private final VolumeGeometry geometry;
	private final Optional<SliceSpacing> gaps;
	private final List<Finding> findings;

	/**
	 * @param frames slice fastest, then channel, then time; null where one is missing
	 * @param gaps what the positions say, empty if there are none
	 */
	Stack(final Frame[] frames, final ChannelAxis channels, final TimeAxis times, final VolumeGeometry geometry,
		final Optional<SliceSpacing> gaps, final List<Finding> findings)
	{
		this.frames = frames.clone();
		this.channels = channels;
		this.times = times;
		this.geometry = geometry;
		this.gaps = gaps;
		this.findings = List.copyOf(findings);
	}

	/** How many slices, channels and times there are. */
	public StackShape shape() {
		return new StackShape(slices(), channels(), times());
	}

	public int slices() {
		return frames.length / (channels() * times());
	}

	public int channels() {
		return channels.size();
	}

	public int times() {
		return times.size();
	}

	/** What the channels are. */
	public ChannelAxis channelAxis() {
		return channels;
	}

	/** When the times are. */
	public TimeAxis timeAxis() {
		return times;
	}

	/**
	 * The frame at a place, each index 0-based; empty if that slice is missing.
	 *
	 * @throws IndexOutOfBoundsException if there is no such place
	 */
	public Optional<Frame> frame(final int slice, final int channel, final int time) {
		Objects.checkIndex(slice, slices());
		Objects.checkIndex(channel, channels());
		Objects.checkIndex(time, times());
		return Optional.ofNullable(frames[slice + slices() * (channel + channels() * time)]);
	}

	/** All frames that are there: slice fastest, then channel, then time. */
	public List<Frame> frames() {
		final List<Frame> present = new ArrayList<>(frames.length);
		for (final Frame frame : frames)
			if (frame != null) present.add(frame);
		return present;
	}

	/** The files of the frames, each once. */
	public List<DicomFile> files() {
		return Distinct.objects(frames(), Frame::file);
	}

	/** The frame that stands for all: the first. */
	public Frame first() {
		for (final Frame frame : frames)
			if (frame != null) return frame;
		throw new NoSuchElementException("No stack has no frames");
	}

	/** The frame of the middle slice, or of the one before if that is missing: its windows show all. */
	public Optional<Frame> middle() {
		return Optional.ofNullable(frames[middleSlice()]);
	}

	/** The index of the middle slice, or of the one before if that is missing; the middle one if all of these are. */
	public int middleSlice() {
		final int middle = StackShape.middle(slices());
		for (int slice = middle; slice >= 0; slice--)
			if (frames[slice] != null) return slice;
		return middle;
	}

	/** The attributes of the first frame. */
	public Attributes attributes() {
		return first().attributes();
	}

	public VolumeGeometry geometry() {
		return geometry;
	}

	/** What the gaps between the slices are like; empty if the frames have no positions. */
	public Optional<SliceSpacing> gaps() {
		return gaps;
	}

	/** What people should know, in the order in which it was found. */
	public List<Finding> findings() {
		return findings;
	}

	/** The segments, if it is a segmentation: then a place without a frame holds none of them. */
	public List<Segment> segments() {
		return first().object().segments();
	}

	/** Why this version cannot load the stack; empty if it can. */
	public Optional<String> unsupported() {
		for (final Finding finding : findings)
			if (finding.code() == Code.NOT_YET) return Optional.of(finding.text());
		return Optional.empty();
	}

	/** The volumes that this stack becomes when missing slices are treated in another way than filled. */
	public List<Stack> with(final MissingSlices policy) {
		final boolean isWhole = gaps.isEmpty() || !first().object().gapsDivide() || gaps.get().missingCount() == 0;
		if (isWhole || policy == MissingSlices.FILL) return List.of(this);
		final boolean isClosed = gaps.get().gridSize() > slices(); // as where no orientation is known
		if (policy == MissingSlices.CLOSE) return List.of(isClosed ? this : closed(gaps.get()));
		final int[] places = isClosed ? IntStream.range(0, slices()).toArray() : gaps.get().gridIndex();
		return gaps.get().blocks().stream().map(block -> block(places[block[0]], block.length)).toList();
	}

	/** The slices that are there, one after another. */
	private Stack closed(final SliceSpacing spacing) {
		final int[] places = spacing.gridIndex();
		final Finding filled = GridReport.missing(spacing, false), closed = GridReport.missing(spacing, true);
		return new Stack(slices(places), channels, times, geometry.withSlices(0, places.length), gaps,
			findings.stream().map(f -> f.equals(filled) ? closed : f).toList());
	}

	/** Some slices one after another, which are all there. */
	private Stack block(final int from, final int count) {
		final Frame[] own = slices(IntStream.range(from, from + count).toArray());
		final Vector3 normal = geometry.orientation().normal();
		final double[] distances = IntStream.range(0, count)
			.mapToDouble(slice -> positionOf(own, slice, count).dot(normal))
			.toArray();
		final double largest = IntStream.range(0, count)
			.mapToDouble(slice -> Tolerances.largestCoordinate(positionOf(own, slice, count)))
			.max()
			.orElse(0);
		final List<Finding> kept = new ArrayList<>();
		kept.add(new Finding(Code.SPLIT, "divided by missing slices"));
		final List<Finding> missing = List.of(GridReport.missing(gaps.orElseThrow(), false),
			GridReport.missing(gaps.orElseThrow(), true));
		findings.stream().filter(f -> !missing.contains(f)).forEach(kept::add);
		return new Stack(own, channels, times, geometry.withSlices(from, count),
			Optional.of(SliceSpacing.of(distances, largest)), kept);
	}

	/** The position of the first frame of a slice that is there. */
	private static Vector3 positionOf(final Frame[] frames, final int slice, final int slices) {
		return IntStream.iterate(slice, i -> i < frames.length, i -> i + slices)
			.mapToObj(i -> frames[i])
			.filter(Objects::nonNull)
			.findFirst()
			.flatMap(Frame::position)
			.orElseThrow();
	}

	/** The frames of some slices, in the order of a stack. */
	private Frame[] slices(final int[] chosen) {
		return IntStream.range(0, channels() * times())
			.boxed()
			.flatMap(cell -> Arrays.stream(chosen).mapToObj(slice -> frames[slice + slices() * cell]))
			.toArray(Frame[]::new);
	}

	/** Colours that no RGB image can hold become channels, red, green and blue for each that was there. */
	Stack withDeepColoursAsChannels() {
		if (!hasDeepColours()) return this;
		final List<String> components = List.of("Red", "Green", "Blue");
		final Frame[] parts = new Frame[frames.length * components.size()];
		for (int i = 0; i < frames.length; i++)
			for (int c = 0; c < components.size(); c++)
				if (frames[i] != null)
					parts[i % slices() + slices() * (i / slices() * components.size() + c)] = frames[i].component(c);
		final List<String> labels = channels.labels()
			.stream()
			.flatMap(label -> components.stream().map(c -> label.isEmpty() ? c : label + " " + c))
			.toList();
		return new Stack(parts, new ChannelAxis(labels), times, geometry, gaps, findings);
	}

	private boolean hasDeepColours() {
		for (final Frame frame : frames)
			if (frame != null && frame.isDeepColour()) return true;
		return false;
	}

	/** This stack with one more finding. */
	Stack with(final Finding finding) {
		return new Stack(frames, channels, times, geometry, gaps,
			Stream.concat(findings.stream(), Stream.of(finding)).toList());
	}
}
