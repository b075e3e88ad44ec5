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

package io.github.dicomvolumes.series.repeat;

import java.util.List;
import java.util.Optional;

import io.github.dicomvolumes.data.Dictionary;
import io.github.dicomvolumes.data.NumberText;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.series.Finding;
import io.github.dicomvolumes.series.Finding.Code;
import io.github.dicomvolumes.series.object.Frame;

/** Slice Location, which is never believed, but mentioned where it contradicts positions that are all equal (R23). */
final class SliceLocations {

	private static final int SLICE_LOCATION = Dictionary.tag("SliceLocation");

	private SliceLocations() {}

	/** What to know if frames have one position, but each a location of its own. */
	static Optional<Finding> contradiction(final Positions positions) {
		final List<Frame> frames = positions.frames().get(0);
		if (positions.size() > 1 || frames.size() < 2 || frames.get(0).position().isEmpty()) return Optional.empty();
		final double[] locations = frames.stream()
			.flatMapToDouble(f -> f.attributes().number(SLICE_LOCATION).stream())
			.sorted()
			.distinct()
			.toArray();
		if (locations.length < frames.size()) return Optional.empty();
		return Optional.of(new Finding(Code.POSITIONS_ASSUMED,
			Tag.describe(SLICE_LOCATION) + " runs from " + NumberText.of(locations[0]) + " to " +
				NumberText.of(locations[locations.length - 1]) + " mm, but " +
				Tag.describe(Tag.IMAGE_POSITION_PATIENT) + " is the same for all " + frames.size() +
				" frames: they are taken for one place"));
	}
}
