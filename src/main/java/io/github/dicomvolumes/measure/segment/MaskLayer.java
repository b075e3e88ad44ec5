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

import java.util.Arrays;
import java.util.List;

import io.github.dicomvolumes.series.Segment;
import io.github.dicomvolumes.volume.structures.StructureMask;
import io.github.dicomvolumes.volume.structures.StructureShape;

/** A structure on the grid of the image: the voxels whose centres are inside. */
public final class MaskLayer implements SegmentLayer {

	private final Segment segment;
	private final StructureMask mask;
	private final int columns;

	/** @param mask on the grid of the image that is measured */
	public MaskLayer(final Segment segment, final StructureMask mask) {
		this.segment = segment;
		this.mask = mask;
		columns = Math.toIntExact(mask.grid().columns());
	}

	@Override
	public boolean fill(final int slice, final short[] numbers, final byte[] parts) {
		if (slice < mask.box().min(2) || slice > mask.box().max(2)) return false;
		Arrays.fill(numbers, (short) 0);
		mask.forEachRun(slice,
			(y, from, to) -> Arrays.fill(numbers, y * columns + from, y * columns + to, (short) segment.number()));
		return true;
	}

	@Override
	public List<Segment> segments() {
		return List.of(segment);
	}

	@Override
	public double outsideMillilitres(final int number) {
		return mask.outsideMillilitres();
	}

	@Override
	public List<String> notes(final int number) {
		return notesOf(mask.shape());
	}

	/** What to know about a structure, without its name. */
	public static List<String> notesOf(final StructureShape shape) {
		final String name = shape.structure().name() + ": ";
		return shape.problems()
			.stream()
			.map(problem -> problem.startsWith(name) ? problem.substring(name.length()) : problem)
			.toList();
	}
}
