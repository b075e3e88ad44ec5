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
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;

import io.github.dicomvolumes.geometry.Affine;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.work.Parallel;
import io.github.dicomvolumes.work.Parts;
import io.github.dicomvolumes.work.Progress;
import io.github.dicomvolumes.series.Segment;

/** Labels on another grid than the image: a voxel belongs to the segment of the nearest voxel of the labels. */
public final class ResampledLayer implements SegmentLayer {

	private static final String OUTSIDE = "Looking for labels outside the image";

	private final MeasuredImage labels, image;
	private final int channel;
	private final Affine toLabel;
	private final Map<Integer, Double> outside;

	private ResampledLayer(final MeasuredImage labels, final int channel, final MeasuredImage image,
		final Map<Integer, Double> outside)
	{
		this.labels = labels;
		this.channel = channel;
		this.image = image;
		this.outside = outside;
		toLabel = labels.indexToSpace().inverse().after(image.indexToSpace());
	}

	/** The layers of an image of labels, one for each channel. */
	public static List<SegmentLayer> of(final MeasuredImage labels, final MeasuredImage image, final Progress progress)
		throws IOException
	{
		LabelLayer.requireLabels(labels);
		final List<SegmentLayer> layers = new ArrayList<>();
		final Parts parts = new Parts(progress, LabelBoxes.PHASE, 2 * labels.shape().channels());
		for (int channel = 0; channel < labels.shape().channels(); channel++) {
			final Map<Integer, long[]> boxes = LabelBoxes.of(labels, channel, parts).boxes();
			parts.next();
			layers.add(new ResampledLayer(labels, channel, image, outside(labels, channel, image, boxes, parts)));
			parts.next();
		}
		return layers;
	}

	/** What of labels lies outside the image, ml. */
	static Map<Integer, Double> outside(final MeasuredImage labels, final int channel, final MeasuredImage image,
		final Map<Integer, long[]> boxes, final Progress progress) throws IOException
	{
		final Affine toImage = image.indexToSpace().inverse().after(labels.indexToSpace());
		final Map<Integer, Double> outside = new TreeMap<>();
		final Parts parts = new Parts(progress, OUTSIDE, boxes.size());
		for (final Map.Entry<Integer, long[]> each : boxes.entrySet()) {
			final long[] box = each.getValue();
			final LongAdder count = new LongAdder();
			if (!isInside(toImage, box, image)) Parallel.forEach((int) (box[5] - box[2] + 1), OUTSIDE, parts,
				n -> count.add(outside(labels, channel, each.getKey(), box, (int) box[2] + n, toImage, image)));
			outside.put(each.getKey(), count.sum() * labels.millilitres());
			parts.next();
		}
		return outside;
	}

	private static boolean isInside(final Affine toImage, final long[] box, final MeasuredImage image) {
		for (int corner = 0; corner < 8; corner++)
			if (!isInside(
				toImage.apply(box[(corner & 1) * 3], box[1 + (corner >> 1 & 1) * 3], box[2 + (corner >> 2) * 3]),
				image)) return false;
		return true;
	}

	private static boolean isInside(final Vector3 at, final MeasuredImage image) {
		return at.x() >= -0.5 && at.y() >= -0.5 && at.z() >= -0.5 && at.x() < image.columns() - 0.5 &&
			at.y() < image.rows() - 0.5 && at.z() < image.shape().slices() - 0.5;
	}

	private static long outside(final MeasuredImage labels, final int channel, final int label, final long[] box,
		final int z, final Affine toImage, final MeasuredImage image)
	{
		long count = 0;
		final LabelVoxels voxels = new LabelVoxels(labels, channel);
		for (int y = (int) box[1]; y <= box[4]; y++)
			for (int x = (int) box[0]; x <= box[3]; x++)
				if (voxels.at(x, y, z) == label && !isInside(toImage.apply(x, y, z), image)) count++;
		return count;
	}

	@Override
	public boolean fill(final int slice, final short[] numbers, final byte[] parts) {
		final LabelVoxels voxels = new LabelVoxels(labels, channel);
		final int[] row = new int[image.columns()];
		boolean isAny = false;
		Arrays.fill(numbers, (short) 0);
		for (int y = 0; y < image.rows(); y++) {
			voxels.row(toLabel, 0, y, slice, 1, row);
			for (int x = 0; x < row.length; x++) {
				numbers[y * row.length + x] = (short) row[x];
				isAny |= row[x] != 0;
			}
		}
		return isAny;
	}

	@Override
	public List<Segment> segments() {
		return LabelNames.of(labels, outside.keySet(), channel);
	}

	@Override
	public double outsideMillilitres(final int number) {
		return outside.getOrDefault(number, 0.0);
	}

	@Override
	public List<String> notes(final int number) {
		return LabelNames.notes(labels);
	}
}
