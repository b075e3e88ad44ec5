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

package io.github.dicomvolumes.series.object;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.geometry.SliceSpacing;
import io.github.dicomvolumes.io.header.DicomFile;
import io.github.dicomvolumes.series.Finding;
import io.github.dicomvolumes.series.Segment;

/**
 * A segmentation (PS3.3 C.8.20). One-bit frames become planes of labels: the number of the segment where its bit is
 * set. Segments that do not overlap share a plane; those that may are channels.
 */
final class Segmentation extends ImageObject {

	private static final String MODALITY = "SEG";

	/** The label of bits whose frame names no segment. */
	private static final int ANY = 1;

	private final List<Segment> segments;
	/** Spacing Between Slices, mm; 0 if the file does not declare it. */
	private final double declaredSpacing;

	private Segmentation(final DicomFile file, final FrameOrder order, final List<Finding> findings,
		final List<Attributes> each)
	{
		super(file, each.size(), order, findings);
		segments = Segment.of(file.attributes());
		declaredSpacing = Math.abs(each.get(0).number(Tag.SPACING_BETWEEN_SLICES).orElse(0));
	}

	static boolean is(final Attributes dataSet) {
		return dataSet.orElse(Tag.MODALITY, "").equals(MODALITY) && !dataSet.items(Tag.SEGMENT_SEQUENCE).isEmpty();
	}

	/** @param each the attributes of each plane of the file */
	static List<Frame> frames(final DicomFile file, final FrameOrder order, final List<Finding> findings,
		final List<Attributes> each)
	{
		final Attributes dataSet = file.attributes();
		final List<Frame> frames = FrameLists.list(new Segmentation(file, order, findings, each), each.size(),
			each::get);
		if (dataSet.orElse(Tag.BITS_ALLOCATED, 0) != 1) return frames;
		if (!areApart(dataSet)) return frames.stream().map(f -> f.withLabels(List.of(label(f)))).toList();
		final Map<Object, List<Frame>> planes = new LinkedHashMap<>();
		for (final Frame frame : frames)
			planes.computeIfAbsent(frame.plane().<Object> map(p -> p).orElse(frame), k -> new ArrayList<>()).add(frame);
		return planes.values()
			.stream()
			.map(same -> same.get(0).withLabels(same.stream().map(Segmentation::label).toList()))
			.toList();
	}

	private static LabelPart label(final Frame frame) {
		final int number = frame.attributes().orElse(Tag.REFERENCED_SEGMENT_NUMBER, 0);
		final boolean isLabel = number >= 1 && number <= 0xFFFF;
		return new LabelPart(frame.index(), label(number), !isLabel);
	}

	/** The label of a segment, also of one whose number cannot be. */
	static int label(final int number) {
		return number >= 1 && number <= 0xFFFF ? number : ANY;
	}

	/** Whether no pixel can be in two segments. */
	static boolean areApart(final Attributes dataSet) {
		return dataSet.orElse(Tag.SEGMENTS_OVERLAP, "").equals("NO") || dataSet.items(Tag.SEGMENT_SEQUENCE).size() == 1;
	}

	@Override
	public List<Segment> segments() {
		return segments;
	}

	@Override
	public boolean gapsDivide() {
		return false;
	}

	@Override
	public boolean joinsOthers() {
		return false;
	}

	/** Planes without a segment may be left out: then Spacing Between Slices counts. */
	@Override
	public SliceSpacing gaps(final double[] distances, final double largestCoordinate) {
		final SliceSpacing gaps = SliceSpacing.of(distances, largestCoordinate, declaredSpacing);
		return gaps.gridSize() <= SliceSpacing.MAX_SLICES ? gaps : SliceSpacing.of(distances, largestCoordinate);
	}
}
