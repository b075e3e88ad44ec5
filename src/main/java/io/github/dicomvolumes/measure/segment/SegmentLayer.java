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

import java.util.List;

import io.github.dicomvolumes.series.Segment;

/** Segments that do not overlap, on the grid of the image that is measured. Used by several threads. */
public interface SegmentLayer {

	/** Parts of which a voxel is made where segments can have some of them only. */
	int PARTS = 64;

	/**
	 * Says for each voxel of a slice to which segment it belongs.
	 *
	 * @param numbers are set to numbers of segments, row by row, without sign, 1 to 65535; 0 for none
	 * @param parts are set to the parts of the voxels that belong to it, at most {@link #PARTS}; only if
	 *        {@link #isPartial}
	 * @return whether there are voxels of segments; if not, the arrays are as they were
	 */
	boolean fill(int slice, short[] numbers, byte[] parts);

	/** Whether voxels belong to segments in part. */
	default boolean isPartial() {
		return false;
	}

	/** The segments that are known to be there, also without voxels. */
	List<Segment> segments();

	/**
	 * How much of a segment lies outside the grid, in ml; NaN if nobody knows.
	 *
	 * @param number of the segment
	 */
	double outsideMillilitres(int number);

	/** What to know about a segment, one sentence each. */
	default List<String> notes(final int number) {
		return List.of();
	}
}
