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

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.PixelStorage;
import io.github.dicomvolumes.io.header.DicomFile;
import io.github.dicomvolumes.io.source.Limits;
import io.github.dicomvolumes.series.Finding;
import io.github.dicomvolumes.series.Finding.Code;

/** Chooses what kind of object a file is, and gives its frames, each with the attributes that hold for it. */
public final class Frames {

	private Frames() {}

	/** With the usual limits. */
	public static List<Frame> of(final DicomFile file) throws IOException {
		return of(file, Limits.DEFAULT);
	}

	/**
	 * @param limits of their number
	 * @throws IOException if the length of the file is unknown
	 */
	public static List<Frame> of(final DicomFile file, final Limits limits) throws IOException {
		final Attributes attributes = file.attributes();
		final List<Finding> findings = new ArrayList<>();
		if (file.transferSyntax().pixels() == PixelStorage.VIDEO) {
			findings.add(new Finding(Code.NOT_YET, "not read yet: video (" + file.transferSyntax().name() + ")"));
			return PlainImage.frames(file, 1, findings);
		}
		final FrameCount count = FrameCount.of(file, limits);
		if (count.finding().isPresent()) findings.add(count.finding().get());
		final int n = count.frames();
		if (n == 1 && UnitedImagingTiles.are(attributes)) return UnitedImagingTiles.frames(file);
		if (n == 1 && Mosaic.is(attributes)) return Mosaic.frames(file);
		if (FunctionalGroups.areIn(attributes) || SlideTiles.are(attributes))
			return EnhancedImage.frames(file, n, findings);
		if (DoseGrid.is(attributes)) return DoseGrid.frames(file, n, findings);
		if (n > 1 && NuclearMedicine.is(attributes)) return NuclearMedicine.frames(file, n, findings);
		return PlainImage.frames(file, n, findings);
	}

	/** How many frames {@link #of} gives for a file that is no mosaic. */
	public static int count(final DicomFile file, final Limits limits) throws IOException {
		return FrameCount.of(file, limits).frames();
	}
}
