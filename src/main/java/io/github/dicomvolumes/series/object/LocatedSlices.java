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
import io.github.dicomvolumes.data.Dictionary;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.geometry.Orientation;
import io.github.dicomvolumes.geometry.PlaneGeometry;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.io.header.DicomFile;
import io.github.dicomvolumes.series.Finding;
import io.github.dicomvolumes.series.Finding.Code;

/**
 * Slices of a multi-frame file of which Slice Location Vector tells how far along the normal each is (PS3.3 C.7.6.6):
 * in the patient if the file says where the first is, else in a space of their own.
 */
final class LocatedSlices extends ImageObject {

	static final int SLICE_LOCATION_VECTOR = Dictionary.tag("SliceLocationVector");

	private final boolean isInPatient;

	private LocatedSlices(final DicomFile file, final int frames, final boolean isInPatient,
		final List<Finding> findings)
	{
		super(file, frames, FrameOrder.POSITIONS, findings);
		this.isInPatient = isInPatient;
	}

	/** Whether Frame Increment Pointer declares that frames are slices. */
	static boolean are(final Attributes attributes) {
		return attributes.strings(Tag.FRAME_INCREMENT_POINTER).contains("(" + Tag.format(SLICE_LOCATION_VECTOR) + ")");
	}

	/** The frames; none if there is not one location for each, which is noted. */
	static List<Frame> frames(final DicomFile file, final int n, final List<Finding> findings) {
		final Attributes attributes = file.attributes();
		final double[] locations = attributes.doubles(SLICE_LOCATION_VECTOR);
		final boolean isUsable = locations.length == n &&
			Arrays.stream(locations).allMatch(v -> Math.abs(v) <= PlaneGeometry.MAX_COORDINATE / 2);
		if (!isUsable) {
			findings.add(
				Finding.ofCount(Code.POSITIONS_ASSUMED, SLICE_LOCATION_VECTOR, locations.length, n, "it is ignored"));
			return List.of();
		}
		final PlaneGeometry known = new Frame(new LocatedSlices(file, n, true, findings), 0, attributes).plane()
			.orElse(null);
		final Frame first = new Frame(new LocatedSlices(file, n, known != null, findings), 0, attributes);
		final PlaneGeometry plane = known != null ? known
			: new PlaneGeometry(new Vector3(0, 0, 0), Orientation.of(new double[] { 1, 0, 0, 0, 1, 0 }));
		final Vector3 normal = plane.orientation().orthonormal().normal();
		return IntStream.range(0, n)
			.mapToObj(k -> first.placedAt(k, attributes, plane.moved(normal, locations[k] - locations[0]),
				SLICE_LOCATION_VECTOR))
			.toList();
	}

	@Override
	public boolean isInPatientSpace() {
		return isInPatient;
	}

	@Override
	public int positionTag() {
		return isInPatient ? Tag.IMAGE_POSITION_PATIENT : SLICE_LOCATION_VECTOR;
	}
}
