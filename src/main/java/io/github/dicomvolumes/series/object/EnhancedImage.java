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
import java.util.stream.IntStream;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.io.header.DicomFile;
import io.github.dicomvolumes.series.Finding;

/** A multi-frame image with functional groups, which give each frame attributes of its own (PS3.3 C.7.6.16). */
final class EnhancedImage extends ImageObject {

	EnhancedImage(final DicomFile file, final int frames, final FrameOrder order, final List<Finding> findings) {
		super(file, frames, order, findings);
	}

	/** The frames of any object with functional groups. */
	static List<Frame> frames(final DicomFile file, final int n, final List<Finding> findings) {
		final Attributes dataSet = file.attributes();
		final FunctionalGroups groups = new FunctionalGroups(dataSet);
		final List<Attributes> each = IntStream.range(0, n).mapToObj(groups::frame).toList();
		final boolean inPatient = each.stream().anyMatch(a -> a.contains(Tag.IMAGE_POSITION_PATIENT));
		final boolean inVolume = !inPatient && each.stream().anyMatch(a -> a.contains(Tag.IMAGE_POSITION_VOLUME));
		final boolean isPlaced = inPatient || inVolume;
		if (isPlaced) groups.disagreement(n).ifPresent(findings::add);
		final FrameOrder order = isPlaced || n == 1 ? FrameOrder.POSITIONS : PlainImage.order(each.get(0));
		if (SlideTiles.are(dataSet)) return SlideTiles.frames(file, findings, each);
		if (Segmentation.is(dataSet)) return Segmentation.frames(file, order, findings, each);
		final ImageObject object = inVolume ? new UltrasoundVolume(file, n, order, findings)
			: new EnhancedImage(file, n, order, findings);
		return FrameLists.list(object, n, each::get);
	}
}
