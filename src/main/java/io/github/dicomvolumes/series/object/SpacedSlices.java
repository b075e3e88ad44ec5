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

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.NumberText;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.geometry.PlaneGeometry;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.io.header.DicomFile;
import io.github.dicomvolumes.series.Finding;
import io.github.dicomvolumes.series.Finding.Code;

/**
 * Slices of a file that has one position and orientation for all, as of cone beam CT: Spacing Between Slices tells how
 * far apart they are, and by its sign to which side of the first the others lie.
 */
final class SpacedSlices extends ImageObject {

	private SpacedSlices(final DicomFile file, final int frames, final List<Finding> findings) {
		super(file, frames, FrameOrder.POSITIONS, findings);
	}

	/** The frames of a file with several; none if it does not say where the first is, or how far apart they are. */
	static List<Frame> frames(final DicomFile file, final int n, final List<Finding> findings) {
		final Attributes attributes = file.attributes();
		final double spacing = attributes.number(Tag.SPACING_BETWEEN_SLICES).orElse(0);
		final PlaneGeometry plane = new Frame(new SpacedSlices(file, n, findings), 0, attributes).plane().orElse(null);
		if (plane == null || spacing == 0) return List.of();
		final List<Finding> all = new ArrayList<>(findings);
		all.add(new Finding(Code.POSITIONS_ASSUMED,
			"the file has " + n + " frames, but one " + Tag.describe(Tag.IMAGE_POSITION_PATIENT) +
				"; it is taken for that of the first, the others are assumed to follow " +
				(spacing > 0 ? "along rows x columns" : "against rows x columns") + ", " +
				NumberText.of(Math.abs(spacing)) + " mm apart"));
		final Frame first = new Frame(new SpacedSlices(file, n, all), 0, attributes);
		final Vector3 normal = plane.orientation().orthonormal().normal();
		return IntStream.range(0, n)
			.mapToObj(k -> first.placedAt(k, attributes, plane.moved(normal, spacing * k), Tag.SPACING_BETWEEN_SLICES))
			.toList();
	}

	@Override
	public boolean isSpacingDeclared() {
		return true;
	}
}
