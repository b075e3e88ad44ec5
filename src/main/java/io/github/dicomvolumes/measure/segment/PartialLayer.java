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

package io.github.dicomvolumes.measure.segment;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import io.github.dicomvolumes.geometry.Affine;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.work.Parts;
import io.github.dicomvolumes.work.Progress;
import io.github.dicomvolumes.series.Segment;

/**
 * One label on another grid than the image, by the parts of voxels that it fills: of 4 x 4 x 4 points within each,
 * those at which it is the label of the nearest voxel.
 */
public final class PartialLayer implements SegmentLayer {

	private static final int POINTS = 4;

	private final MeasuredImage labels, image;
	private final int channel;
	private final Segment segment;
	private final Affine toLabel;
	/** Voxels of the image that the label may reach: least and greatest x, y and z. */
	private final int[] least = new int[3], most = new int[3];
	private final double outside;

	private PartialLayer(final MeasuredImage labels, final int channel, final MeasuredImage image,
		final Segment segment, final long[] box, final double outside)
	{
		this.labels = labels;
		this.channel = channel;
		this.image = image;
		this.segment = segment;
		this.outside = outside;
		toLabel = labels.indexToSpace().inverse().after(image.indexToSpace());
		final Affine toImage = image.indexToSpace().inverse().after(labels.indexToSpace());
		final int[] size = { image.columns(), image.rows(), image.shape().slices() };
		Arrays.fill(least, Integer.MAX_VALUE);
		Arrays.fill(most, -1);
		for (int corner = 0; corner < 8; corner++) {
			final Vector3 at = toImage.apply(end(box, 0, corner & 1), end(box, 1, corner >> 1 & 1),
				end(box, 2, corner >> 2));
			for (int d = 0; d < 3; d++) {
				least[d] = (int) Math.max(0, Math.min(least[d], Math.floor(at.toArray()[d])));
				most[d] = (int) Math.min(size[d] - 1.0, Math.max(most[d], Math.ceil(at.toArray()[d])));
			}
		}
	}

	private static double end(final long[] box, final int axis, final int isMost) {
		return isMost == 1 ? box[3 + axis] + 0.5 : box[axis] - 0.5;
	}

	/** The layers of an image of labels: one for each label of each channel. */
	public static List<SegmentLayer> of(final MeasuredImage labels, final MeasuredImage image, final Progress progress)
		throws IOException
	{
		LabelLayer.requireLabels(labels);
		final List<SegmentLayer> layers = new ArrayList<>();
		final Parts parts = new Parts(progress, LabelBoxes.PHASE, 2 * labels.shape().channels());
		for (int channel = 0; channel < labels.shape().channels(); channel++) {
			final Map<Integer, long[]> boxes = LabelBoxes.of(labels, channel, parts).boxes();
			parts.next();
			final Map<Integer, Double> outside = ResampledLayer.outside(labels, channel, image, boxes, parts);
			parts.next();
			for (final Segment segment : LabelNames.of(labels, boxes.keySet(), channel))
				if (boxes.containsKey(segment.number())) layers.add(new PartialLayer(labels, channel, image, segment,
					boxes.get(segment.number()), outside.get(segment.number())));
		}
		return layers;
	}

	@Override
	public boolean isPartial() {
		return true;
	}

	@Override
	public boolean fill(final int slice, final short[] numbers, final byte[] parts) {
		if (slice < least[2] || slice > most[2]) return false;
		Arrays.fill(numbers, (short) 0);
		Arrays.fill(parts, (byte) 0);
		final LabelVoxels voxels = new LabelVoxels(labels, channel);
		final int[] row = new int[Math.max(0, most[0] - least[0] + 1) * POINTS];
		boolean isAny = false;
		for (int y = least[1]; y <= most[1]; y++) {
			final int start = y * image.columns() + least[0];
			for (int p = 0; p < POINTS * POINTS; p++) {
				voxels.row(toLabel, least[0] + offset(0), y + offset(p % POINTS), slice + offset(p / POINTS),
					1.0 / POINTS, row);
				for (int n = 0; n < row.length; n++)
					if (row[n] == segment.number()) parts[start + n / POINTS]++;
			}
			for (int i = start; i < start + row.length / POINTS; i++)
				if (parts[i] > 0) {
					numbers[i] = (short) segment.number();
					isAny = true;
				}
		}
		return isAny;
	}

	/** Where a point lies, from the middle of a voxel. */
	private static double offset(final int point) {
		return (point + 0.5) / POINTS - 0.5;
	}

	@Override
	public List<Segment> segments() {
		return List.of(segment);
	}

	@Override
	public double outsideMillilitres(final int number) {
		return outside;
	}

	@Override
	public List<String> notes(final int number) {
		return LabelNames.notes(labels);
	}
}
