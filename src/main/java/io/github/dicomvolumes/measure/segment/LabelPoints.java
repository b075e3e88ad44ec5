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
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.volume.sample.PlaneFrame;

/**
 * A lattice of points within a label: several in each voxel, or one in each few.
 */
public final class LabelPoints {

	private final MeasuredImage labels;
	private final int channel, label;
	private final int[] first = new int[3], count = new int[3];
	private final int parts, step;

	/**
	 * @param box of the label: least x, y, z, then greatest
	 * @param parts into which a voxel is divided along each axis
	 * @param step from a voxel to the next that has points
	 */
	public LabelPoints(final MeasuredImage labels, final int channel, final int label, final long[] box,
		final int parts, final int step)
	{
		this.labels = labels;
		this.channel = channel;
		this.label = label;
		this.parts = parts;
		this.step = step;
		for (int d = 0; d < 3; d++) {
			first[d] = (int) box[d];
			count[d] = ((int) (box[3 + d] - box[d]) / step + 1) * parts;
		}
	}

	/** How many planes of points there are. */
	public int planes() {
		return count[2];
	}

	/**
	 * Where the points of a plane lie.
	 *
	 * @throws IllegalArgumentException if rows and columns of the labels are not at right angles
	 */
	public PlaneFrame frame(final int plane) {
		final Affine toPatient = labels.indexToSpace();
		final Vector3 right = toPatient.i(), down = toPatient.j();
		return new PlaneFrame(toPatient.apply(at(0, 0), at(1, 0), at(2, plane)), right.unit(), down.unit(),
			right.norm() * step / parts, down.norm() * step / parts, count[0], count[1]);
	}

	/** Whether the points of a plane are within the label, row by row. */
	public boolean[] inside(final int plane) {
		final LabelVoxels voxels = new LabelVoxels(labels, channel);
		final boolean[] inside = new boolean[count[0] * count[1]];
		for (int y = 0; y < count[1]; y++)
			for (int x = 0; x < count[0]; x++)
				inside[y * count[0] + x] = voxels.at(voxel(0, x), voxel(1, y), voxel(2, plane)) == label;
		return inside;
	}

	private int voxel(final int axis, final int point) {
		return first[axis] + point / parts * step;
	}

	/** The coordinate of a point, in voxels. */
	private double at(final int axis, final int point) {
		return first[axis] + (point + 0.5) * step / parts - (step == 1 ? 0.5 : step / 2.0);
	}
}
