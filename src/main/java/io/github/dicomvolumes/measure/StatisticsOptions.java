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

package io.github.dicomvolumes.measure;

import io.github.dicomvolumes.work.Progress;
import io.github.dicomvolumes.measure.segment.ValueRange;

/**
 * How segments are measured.
 *
 * @param bins of equal width from the least to the greatest value of a segment, for its entropy
 * @param range values that voxels of segments may have; others are left out of the segments
 * @param isPartial whether voxels count by the part that labels of another grid fill; otherwise a voxel belongs to the
 *        label that is nearest to its centre
 * @param progress is told how far it is, and may stop it
 */
public record StatisticsOptions(int bins, ValueRange range, boolean isPartial, Progress progress) {

	/** 64 bins, all values, whole voxels. */
	public static final StatisticsOptions DEFAULT = new StatisticsOptions(64, ValueRange.ALL, false, Progress.NONE);

	/** @throws IllegalArgumentException if there is no bin */
	public StatisticsOptions {
		if (bins < 1) throw new IllegalArgumentException("There are " + bins + " bins; it must be 1 or more");
	}

	/** The same with other bins. */
	public StatisticsOptions withBins(final int newBins) {
		return new StatisticsOptions(newBins, range, isPartial, progress);
	}

	/** The same for values between two, both included. */
	public StatisticsOptions withRange(final double min, final double max) {
		return new StatisticsOptions(bins, new ValueRange(min, max), isPartial, progress);
	}

	/** The same with parts of voxels, or without. */
	public StatisticsOptions withPartial(final boolean newPartial) {
		return new StatisticsOptions(bins, range, newPartial, progress);
	}

	/** The same with progress. */
	public StatisticsOptions withProgress(final Progress newProgress) {
		return new StatisticsOptions(bins, range, isPartial, newProgress);
	}
}
