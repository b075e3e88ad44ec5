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

package io.github.dicomvolumes.series.object;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.geometry.PlaneGeometry;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.io.header.DicomFile;
import io.github.dicomvolumes.series.Finding;
import io.github.dicomvolumes.series.Finding.Code;

/**
 * The planes of a dose distribution, placed by Grid Frame Offset Vector (PS3.3 C.8.8.3.2): distances along the normal
 * from the first plane, which is 0; or, for axial planes, their patient z, of which the first is that of Image
 * Position.
 */
public final class DoseGrid extends ImageObject {

	private static final double ZERO = 1e-4, SAME_Z = 1e-3, AXIAL = 1 - 1e-6;

	private DoseGrid(final DicomFile file, final int frames, final FrameOrder order, final List<Finding> findings) {
		super(file, frames, order, findings);
	}

	public static boolean is(final Attributes attributes) {
		return attributes.orElse(Tag.MODALITY, "").equals("RTDOSE");
	}

	static List<Frame> frames(final DicomFile file, final int n, final List<Finding> findings) {
		final Attributes attributes = file.attributes();
		final double[] offsets = attributes.doubles(Tag.GRID_FRAME_OFFSET_VECTOR);
		final boolean usable = offsets.length >= n && Arrays.stream(offsets).limit(n).allMatch(Double::isFinite);
		final Frame plain = new Frame(new DoseGrid(file, n, FrameOrder.POSITIONS, findings), 0, attributes);
		final PlaneGeometry plane = plain.plane().orElse(null);
		if (n == 1) return List.of(plain);
		if (plane == null || !usable) {
			final String why = plane == null ? plain.geometryProblem()
				: Tag.describe(Tag.GRID_FRAME_OFFSET_VECTOR) + " has " + offsets.length + " values for " + n +
					" frames";
			return FrameLists.inOrderOfFile(new DoseGrid(file, n, FrameOrder.SLICES, findings), n, why,
				k -> attributes);
		}
		if (offsets.length > n) findings.add(Finding.ofCount(Code.POSITIONS_ASSUMED, Tag.GRID_FRAME_OFFSET_VECTOR,
			offsets.length, n, "the first " + n + " are taken"));
		final boolean relative = Math.abs(offsets[0]) < ZERO;
		final Vector3 normal = plane.orientation().orthonormal().normal();
		final boolean absolute = !relative && Math.abs(offsets[0] - plane.position().z()) <= SAME_Z &&
			Math.abs(normal.z()) > AXIAL;
		if (!relative && !absolute) findings.add(new Finding(Code.POSITIONS_ASSUMED,
			Tag.describe(Tag.GRID_FRAME_OFFSET_VECTOR) + " begins with " + offsets[0] +
				", which is neither 0 nor the z of the first plane; distances from the first plane assumed"));
		final Vector3 direction = absolute ? new Vector3(0, 0, 1) : normal;
		final Frame first = new Frame(new DoseGrid(file, n, FrameOrder.POSITIONS, findings), 0, attributes);
		return IntStream.range(0, n)
			.mapToObj(k -> first.placedAt(k, attributes, plane.moved(direction, offsets[k] - offsets[0]),
				Tag.GRID_FRAME_OFFSET_VECTOR))
			.toList();
	}

	/** Each dose is a volume of its own, whatever the grid. */
	@Override
	public boolean joinsOthers() {
		return false;
	}

	/** What it declares is no distance between the planes of a dose. */
	@Override
	public boolean hasSliceThickness() {
		return false;
	}
}
