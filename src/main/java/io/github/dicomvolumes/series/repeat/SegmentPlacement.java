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

package io.github.dicomvolumes.series.repeat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.series.ChannelAxis;
import io.github.dicomvolumes.series.Finding;
import io.github.dicomvolumes.series.Finding.Code;
import io.github.dicomvolumes.series.Segment;
import io.github.dicomvolumes.series.TimeAxis;
import io.github.dicomvolumes.series.object.Frame;
import io.github.dicomvolumes.series.object.LabelPart;

/** Where the frames of a segmentation go: each segment at the positions where it is. */
public final class SegmentPlacement {

	/** The label of bits whose frame names no segment. */
	private static final int ANY = 1;

	private static final int LISTED = 12;

	private SegmentPlacement() {}

	/** What to know about one-bit frames of segments that the file does not describe; empty if it describes all. */
	private static Optional<Finding> unknown(final List<Frame> frames, final Set<Integer> described) {
		final List<LabelPart> parts = frames.stream().flatMap(f -> f.pixels().labels().stream()).toList();
		final List<Integer> numbers = parts.stream()
			.filter(part -> !part.isAssumed())
			.map(LabelPart::label)
			.filter(n -> !described.contains(n))
			.distinct()
			.sorted()
			.toList();
		final long nameless = parts.stream().filter(LabelPart::isAssumed).count();
		final List<String> texts = new ArrayList<>();
		if (!numbers.isEmpty()) texts.add("segments that are not in " + Tag.describe(Tag.SEGMENT_SEQUENCE) + ": " +
			numbers.stream().limit(LISTED).map(n -> Integer.toString(n)).collect(Collectors.joining(", ")) +
			(numbers.size() > LISTED ? " and more" : ""));
		if (nameless > 0) texts.add("label " + ANY + " is taken for " + nameless +
			" frames without a number from 1 to 65535 in " + Tag.describe(Tag.REFERENCED_SEGMENT_NUMBER));
		return texts.isEmpty() ? Optional.empty()
			: Optional.of(new Finding(Code.UNKNOWN_SEGMENTS, String.join("; ", texts)));
	}

	/** The number of the segment of a frame; 0 if it does not say, or has several. */
	private static int segment(final Frame frame) {
		return frame.attributes().orElse(Tag.REFERENCED_SEGMENT_NUMBER, 0);
	}

	/**
	 * The places of frames, of which every segment has those where it is: no frame means that all is zero there.
	 * Segments are channels if two have a frame at the same position, or if their pixels are no labels.
	 */
	public static Arrangement arrangement(final Positions positions) {
		final List<Finding> findings = new ArrayList<>();
		return new Arrangement(positions, of(positions.frames(), findings), findings);
	}

	private static Placement of(final List<List<Frame>> positions, final List<Finding> findings) {
		final List<Segment> described = Segment.of(positions.get(0).get(0).file().attributes());
		final Map<Integer, String> names = described.stream()
			.collect(Collectors.toMap(Segment::number, Segment::label, (a, b) -> a));
		findings.add(new Finding(Code.SEGMENTS, "segments: " +
			described.stream().map(s -> s.number() + " " + s.label()).collect(Collectors.joining(", "))));
		final List<Frame> frames = positions.stream().flatMap(List::stream).toList();
		unknown(frames, names.keySet()).ifPresent(findings::add);
		final List<Integer> segments = List
			.copyOf(frames.stream().map(SegmentPlacement::segment).collect(Collectors.toCollection(TreeSet::new)));
		final boolean labels = frames.stream().noneMatch(f -> f.pixels().labels().isEmpty());
		final boolean share = segments.size() == 1 || labels && positions.stream().allMatch(same -> same.size() == 1);
		final List<Integer> channels = share ? List.of(0) : segments;
		Placement.check(positions.size(), channels.size(), 1);
		final List<Frame[]> cells = new ArrayList<>();
		int extra = 0;
		for (final List<Frame> same : positions) {
			final Frame[] cell = new Frame[channels.size()];
			for (final Frame frame : same) {
				final int channel = share ? 0 : channels.indexOf(segment(frame));
				if (cell[channel] == null) cell[channel] = frame;
				else extra++;
			}
			cells.add(cell);
		}
		if (extra > 0) findings.add(new Finding(Code.REPEATS_BY_NUMBER,
			extra + " frames of the same segment at the same position were left out"));
		return new Placement(
			share ? ChannelAxis.SINGLE
				: new ChannelAxis(channels.stream().map(n -> names.getOrDefault(n, "segment " + n)).toList()),
			TimeAxis.SINGLE, cells);
	}
}
