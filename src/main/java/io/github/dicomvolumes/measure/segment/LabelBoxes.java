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
import java.util.Map;
import java.util.TreeMap;

import io.github.dicomvolumes.work.Parallel;
import io.github.dicomvolumes.work.Progress;

/**
 * Where the labels of a channel are.
 *
 * @param boxes of each label: least x, y, z, then greatest x, y, z, and the number of voxels
 */
public record LabelBoxes(Map<Integer, long[]> boxes) {

	/** What progress calls it. */
	public static final String PHASE = "Looking for labels";

	/** Looks at every voxel of a channel. */
	public static LabelBoxes of(final MeasuredImage labels, final int channel, final Progress progress)
		throws IOException
	{
		final Map<Integer, long[]> boxes = new TreeMap<>();
		Parallel.forEach(labels.shape().slices(), PHASE, progress, z -> {
			final LabelVoxels voxels = new LabelVoxels(labels, channel);
			final Map<Integer, long[]> own = new TreeMap<>();
			for (int y = 0; y < labels.rows(); y++)
				for (int x = 0, end; x < labels.columns(); x = end) {
					final int label = voxels.at(x, y, z);
					end = x + 1;
					while (end < labels.columns() && voxels.at(end, y, z) == label)
						end++;
					if (label > 0)
						own.merge(label, new long[] { x, y, z, end - 1L, y, z, end - x }, LabelBoxes::joined);
				}
			synchronized (boxes) {
				own.forEach((label, box) -> boxes.merge(label, box, LabelBoxes::joined));
			}
		});
		return new LabelBoxes(boxes);
	}

	private static long[] joined(final long[] a, final long[] b) {
		final long[] joined = new long[7];
		for (int d = 0; d < 3; d++) {
			joined[d] = Math.min(a[d], b[d]);
			joined[3 + d] = Math.max(a[3 + d], b[3 + d]);
		}
		joined[6] = a[6] + b[6];
		return joined;
	}
}
