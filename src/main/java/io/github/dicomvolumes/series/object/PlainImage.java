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

import java.util.List;
import java.util.Set;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.io.header.DicomFile;
import io.github.dicomvolumes.series.Finding;

/**
 * A file with one frame, or with several that share all attributes: slices in the order of the file, or a cine loop.
 */
final class PlainImage extends ImageObject {

	/** Images through the body: several frames without more are slices, not times. */
	private static final Set<String> SLICES = Set.of("CT", "MR", "PT", "NM");

	PlainImage(final DicomFile file, final int frames, final FrameOrder order, final List<Finding> findings) {
		super(file, frames, order, findings);
	}

	static List<Frame> frames(final DicomFile file, final int n, final List<Finding> findings) {
		final Attributes attributes = file.attributes();
		if (n == 1) return List.of(new Frame(new PlainImage(file, 1, FrameOrder.POSITIONS, findings), 0, attributes));
		if (LocatedSlices.are(attributes)) {
			final List<Frame> located = LocatedSlices.frames(file, n, findings);
			if (!located.isEmpty()) return located;
		}
		final FrameOrder order = order(attributes);
		if (order == FrameOrder.ONE_PLACE) {
			CineTimes.disagreement(attributes, n).ifPresent(findings::add);
			return FrameLists.list(new PlainImage(file, n, order, findings), n, k -> attributes);
		}
		final List<Frame> spaced = SpacedSlices.frames(file, n, findings);
		if (!spaced.isEmpty()) return spaced;
		final String why = "the file has " + n + " frames, but no " +
			Tag.describe(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE) + ": their order and positions are uncalibrated";
		return FrameLists.inOrderOfFile(new PlainImage(file, n, order, findings), n, why, k -> attributes);
	}

	/** What decides where several frames lie that the file does not describe one by one. */
	static FrameOrder order(final Attributes attributes) {
		final boolean slices = SLICES.contains(attributes.orElse(Tag.MODALITY, "")) && !CineTimes.areIn(attributes);
		return slices ? FrameOrder.SLICES : FrameOrder.ONE_PLACE;
	}
}
