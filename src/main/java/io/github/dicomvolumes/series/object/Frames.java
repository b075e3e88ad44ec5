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
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.io.DicomFile;
import io.github.dicomvolumes.io.PixelData;
import io.github.dicomvolumes.series.Finding;
import io.github.dicomvolumes.series.Finding.Code;

/** Chooses what kind of object a file is, and gives its frames, each with the attributes that hold for it. */
public final class Frames {

	/** Bounds what is made of a header alone; the longest series of an enhanced file have half as many. */
	private static final int MAX_FRAMES = 1 << 18;

	private Frames() {}

	/** @throws IOException if the length of the file is unknown */
	public static List<Frame> of(final DicomFile file) throws IOException {
		final Attributes attributes = file.attributes();
		final List<Finding> findings = new ArrayList<>();
		if (file.transferSyntax().pixels() == PixelStorage.VIDEO) {
			findings.add(new Finding(Code.NOT_YET, "not read yet: video (" + file.transferSyntax().name() + ")"));
			return PlainImage.frames(file, 1, findings);
		}
		final int n = count(file, findings);
		if (n == 1 && UnitedImagingTiles.are(attributes)) return UnitedImagingTiles.frames(file);
		if (n == 1 && Mosaic.is(attributes)) return Mosaic.frames(file);
		if (FunctionalGroups.areIn(attributes) || SlideTiles.are(attributes))
			return EnhancedImage.frames(file, n, findings);
		if (DoseGrid.is(attributes)) return DoseGrid.frames(file, n, findings);
		if (n > 1 && NuclearMedicine.is(attributes)) return NuclearMedicine.frames(file, n, findings);
		return PlainImage.frames(file, n, findings);
	}

	/**
	 * Number of Frames, but not more than the pixel data can hold: twice what they hold uncompressed, so that a cut
	 * file still shows that it is cut, if there are groups for so many.
	 */
	private static int count(final DicomFile file, final List<Finding> findings) throws IOException {
		final Attributes attributes = file.attributes();
		final int declared = file.frames();
		if (declared == 1) return 1;
		final long bytes = file.pixelBytes();
		final boolean compressed = file.pixelData().length() == PixelData.UNDEFINED;
		final long complete = compressed ? 0 : 8 * bytes / frameBits(file);
		final long max = compressed ? bytes / FrameLists.MIN_COMPRESSED_BYTES + 1 : 2 * complete + 2;
		final int described = attributes.items(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE).size();
		final int tried = (int) Math.min(declared, Math.min(max, MAX_FRAMES));
		final int n = tried < declared && described > 0 ? (int) Math.min(tried, Math.max(described, complete)) : tried;
		final String why = n == MAX_FRAMES ? "; at most " + n + " are read"
			: ", but " + (bytes == Long.MAX_VALUE
				? "there are " + described + " items of " + Tag.describe(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE)
				: "the pixel data are " + bytes + " bytes") + "; " + n + " frames are tried";
		if (n < declared) findings.add(new Finding(Code.FEWER_IMAGES,
			Tag.describe(Tag.NUMBER_OF_FRAMES) + " is " + attributes.orElse(Tag.NUMBER_OF_FRAMES, "") + why));
		return n;
	}

	private static long frameBits(final DicomFile file) {
		final Attributes attributes = file.attributes();
		final int bits = switch (file.pixelData().tag()) {
			case Tag.FLOAT_PIXEL_DATA -> 32;
			case Tag.DOUBLE_FLOAT_PIXEL_DATA -> 64;
			default -> attributes.orElse(Tag.BITS_ALLOCATED, 8);
		};
		return Math.max(1, attributes.orElse(Tag.ROWS, 1) * (long) attributes.orElse(Tag.COLUMNS, 1)) *
			Math.max(1, Math.min(64, bits)) * Math.max(1, Math.min(4, attributes.orElse(Tag.SAMPLES_PER_PIXEL, 1)));
	}
}
