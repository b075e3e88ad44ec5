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

import io.github.dicomvolumes.pixels.Rescale;

/**
 * The values that voxels of segments may have, both ends included.
 *
 * @param min the least value, in the unit of the image
 * @param max the greatest value
 */
public record ValueRange(double min, double max) {

	/** All values, also what is no number. */
	public static final ValueRange ALL = new ValueRange(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

	/** Whether it leaves nothing out. */
	public boolean isAll() {
		return equals(ALL);
	}

	/**
	 * Takes voxels of other values out of segments.
	 *
	 * @param plane of an image
	 * @param held from the numbers in its array, taken without sign, to values
	 * @param numbers of segments; those of other values become 0
	 * @return whether any are left
	 */
	public boolean keep(final Object plane, final Rescale held, final short[] numbers) {
		final double slope = held.slope(), intercept = held.intercept();
		boolean isAny = false;
		for (int i = 0; i < numbers.length; i++) {
			if (numbers[i] == 0) continue;
			final double value = slope * Unmeasured.number(plane, i) + intercept;
			if (value >= min && value <= max) isAny = true;
			else numbers[i] = 0;
		}
		return isAny;
	}
}
