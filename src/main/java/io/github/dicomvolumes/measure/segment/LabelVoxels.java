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

/**
 * The labels of one channel by place, for one slice at a time: planes of the image of labels are asked for when the
 * first of their voxels is. Not thread-safe.
 */
final class LabelVoxels {

	private final MeasuredImage labels;
	private final int channel, background;
	private final Object[] planes;

	LabelVoxels(final MeasuredImage labels, final int channel) {
		this.labels = labels;
		this.channel = channel;
		background = LabelNames.background(labels).orElse(0);
		planes = new Object[labels.shape().slices()];
	}

	/**
	 * The labels at points of a row.
	 *
	 * @param toLabel from coordinates of points to those of the image of labels
	 * @param z the first point has the coordinates (x, y, z)
	 * @param step from a point to the next, along x
	 * @param into one for each point; 0 for those outside
	 */
	void row(final Affine toLabel, final double x, final double y, final double z, final double step,
		final int[] into)
	{
		final double dx = toLabel.i().x() * step, dy = toLabel.i().y() * step, dz = toLabel.i().z() * step;
		final Vector3 first = toLabel.apply(x, y, z);
		for (int n = 0; n < into.length; n++) {
			final double atX = first.x() + n * dx + 0.5, atY = first.y() + n * dy + 0.5, atZ = first.z() + n * dz + 0.5;
			into[n] = atX >= 0 && atY >= 0 && atZ >= 0 && atX < labels.columns() && atY < labels.rows() &&
				atZ < planes.length ? at((int) atX, (int) atY, (int) atZ) : 0;
		}
	}

	/** The label of a voxel; 0 for the background. */
	int at(final int x, final int y, final int z) {
		if (planes[z] == null) planes[z] = labels.planes().plane(z, channel, 0);
		final int i = y * labels.columns() + x;
		final int label = planes[z] instanceof byte[] bytes ? bytes[i] & 0xFF
			: (((short[]) planes[z])[i] & 0xFFFF) - labels.type().offset();
		return label == background || label < 0 ? 0 : label;
	}
}
