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

import io.github.dicomvolumes.geometry.Affine;
import io.github.dicomvolumes.geometry.VolumeGeometry;

/** Which points of a lattice are in voxels of a label. */
public final class LabelPoints {

	private static final boolean[] NONE = new boolean[0];

	private final MeasuredImage labels;
	private final int channel, label, columns, rows;
	private final Affine toLabel;

	/** @param lattice points, in the space of the labels */
	public LabelPoints(final MeasuredImage labels, final int channel, final int label, final VolumeGeometry lattice) {
		this.labels = labels;
		this.channel = channel;
		this.label = label;
		columns = Math.toIntExact(lattice.columns());
		rows = Math.toIntExact(lattice.rows());
		toLabel = labels.indexToSpace().inverse().after(lattice.indexToPatient());
	}

	/** Whether the points of a slice are inside, row by row; an empty array if none is. */
	public boolean[] inside(final int slice) {
		final LabelVoxels voxels = new LabelVoxels(labels, channel);
		final boolean[] inside = new boolean[columns * rows];
		final int[] row = new int[columns];
		boolean isAny = false;
		for (int y = 0; y < rows; y++) {
			voxels.row(toLabel, 0, y, slice, 1, row);
			for (int x = 0; x < columns; x++)
				if (row[x] == label) inside[y * columns + x] = isAny = true;
		}
		return isAny ? inside : NONE;
	}
}
