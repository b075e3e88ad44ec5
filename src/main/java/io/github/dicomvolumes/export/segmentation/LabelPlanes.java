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

package io.github.dicomvolumes.export.segmentation;

import java.util.Arrays;

import io.github.dicomvolumes.data.InputException;
import io.github.dicomvolumes.export.image.ExportImage;
import io.github.dicomvolumes.work.Progress;
import io.github.dicomvolumes.pixels.PlaneType;
import io.github.dicomvolumes.series.StackShape;

/** The labels of an image, which of them are where, found by looking at each plane once. */
final class LabelPlanes {

	private static final String PHASE = "Looking for labels";
	private static final int NUMBERS = 1 << 16;

	private final ExportImage image;
	private final StackShape shape;
	/** The labels of each plane, slices first, ascending, without 0. */
	private final int[][] found;
	private boolean overlaps;

	/**
	 * @throws InputException if the image holds no labels
	 * @throws java.util.concurrent.CancellationException if the progress says so
	 */
	LabelPlanes(final ExportImage image, final Progress progress) {
		this.image = image;
		shape = image.grid().shape();
		check();
		found = new int[shape.slices() * shape.channels()][];
		final boolean[] seen = new boolean[NUMBERS];
		final boolean[] taken = new boolean[shape.channels() == 1 ? 0 : image.grid().pixels()];
		for (int slice = 0; slice < shape.slices(); slice++) {
			progress.checkCanceled(PHASE);
			Arrays.fill(taken, false);
			for (int channel = 0; channel < shape.channels(); channel++)
				found[slice * shape.channels() + channel] = look(plane(slice, channel), seen, taken);
			progress.update(PHASE, slice + 1L, shape.slices());
		}
		if (Arrays.stream(found).allMatch(labels -> labels.length == 0))
			throw new InputException("The image has no labels: all voxels are 0.");
	}

	private void check() {
		final PlaneType type = image.type();
		if (type == PlaneType.RGB || type == PlaneType.FLOAT32)
			throw new InputException("The image has " + (type == PlaneType.RGB ? "colours" : "32-bit values") +
				"; a segmentation is made of labels, whole numbers of 8 or 16 bits (Image > Type).");
		if (!image.line().isIdentity()) throw new InputException("The values of the image are " +
			(image.line().unit().isEmpty() ? "calibrated" : "in " + image.line().unit()) +
			"; a segmentation is made of labels: 0, and the number of a segment where it is.");
		if (shape.times() > 1) throw new InputException("The image has " + shape.times() +
			" times; a segmentation has none. Duplicate one time, or make channels of them.");
	}

	private int[] look(final int[] plane, final boolean[] seen, final boolean[] taken) {
		int last = 0, count = 0;
		for (final int label : plane)
			if (label != last && label != 0) {
				last = label;
				if (!seen[label]) count++;
				seen[label] = true;
			}
		if (taken.length > 0) take(plane, taken);
		final int[] labels = new int[count];
		for (int label = 1, n = 0; n < count; label++)
			if (seen[label]) {
				labels[n++] = label;
				seen[label] = false;
			}
		return labels;
	}

	private void take(final int[] plane, final boolean[] taken) {
		for (int i = 0; i < plane.length; i++)
			if (plane[i] != 0) {
				overlaps |= taken[i];
				taken[i] = true;
			}
	}

	int slices() {
		return shape.slices();
	}

	int channels() {
		return shape.channels();
	}

	int slicesWithLabels() {
		int slices = 0;
		for (int slice = 0; slice < shape.slices(); slice++)
			for (int channel = 0; channel < shape.channels(); channel++)
				if (labels(slice, channel).length > 0) {
					slices++;
					break;
				}
		return slices;
	}

	/** Whether a voxel has labels in two channels. */
	boolean overlap() {
		return overlaps;
	}

	/** The labels in a plane, ascending, without 0. */
	int[] labels(final int slice, final int channel) {
		return found[slice * shape.channels() + channel];
	}

	/** The labels in a channel, ascending, without 0. */
	int[] labels(final int channel) {
		final boolean[] seen = new boolean[NUMBERS];
		for (int slice = 0; slice < shape.slices(); slice++)
			for (final int label : labels(slice, channel))
				seen[label] = true;
		int count = 0;
		final int[] labels = new int[NUMBERS];
		for (int label = 1; label < NUMBERS; label++)
			if (seen[label]) labels[count++] = label;
		return Arrays.copyOf(labels, count);
	}

	/** The label of each pixel of a plane, row by row; 0 is none. */
	int[] plane(final int slice, final int channel) {
		final Object plane = image.planes().plane(slice, channel, 0);
		final int[] labels = new int[image.grid().pixels()];
		if (plane instanceof byte[] bytes) for (int i = 0; i < labels.length; i++)
			labels[i] = bytes[i] & 0xFF;
		else {
			final short[] shorts = (short[]) plane;
			final int offset = image.type().offset();
			for (int i = 0; i < labels.length; i++)
				labels[i] = label((shorts[i] & 0xFFFF) - offset);
		}
		return labels;
	}

	private static int label(final int value) {
		if (value < 0) throw new InputException("The image has a voxel of " + value + "; labels are 0 or more.");
		return value;
	}

	/** Whether the image is one of ImageJ's masks: 255 is what is inside, and no number. */
	boolean isMask() {
		return image.type() == PlaneType.UINT8 &&
			Arrays.stream(found).allMatch(labels -> labels.length == 0 || labels.length == 1 && labels[0] == 0xFF);
	}
}
