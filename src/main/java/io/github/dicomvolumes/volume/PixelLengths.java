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

package io.github.dicomvolumes.volume;

import java.io.IOException;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.OptionalLong;

import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.io.header.DicomFile;
import io.github.dicomvolumes.series.object.Frame;
import io.github.dicomvolumes.series.object.PixelBytes;

/** Compares the bytes of pixels that uncompressed files hold with what the headers need. */
final class PixelLengths {

	private final PlaneCodings codings;
	private final PixelFindings findings;
	/** In each file, all frames together. */
	private final Map<DicomFile, Long> pixelBytes = new IdentityHashMap<>();

	PixelLengths(final PlaneCodings codings, final PixelFindings findings) {
		this.codings = codings;
		this.findings = findings;
	}

	/**
	 * Finds planes that are cut, before anything is allocated; those whose file is gone are excluded from the codings.
	 *
	 * @throws DicomException if no file is whole, and they hold less than half of what is needed: a few cut slices are
	 *         filled, but not a volume that is mostly absent
	 */
	void check() throws DicomException {
		double held = 0, needed = 0;
		boolean isAnyWhole = false;
		for (int i = 0; i < codings.size(); i++) {
			if (!isUncompressed(i)) continue;
			final Frame frame = codings.frame(i);
			try {
				final long has = held(i), needs = needed(i);
				held += has;
				needed += needs;
				isAnyWhole = isAnyWhole || has >= needs && !PixelBytes.areCut(frame.file());
				if (has < needs) findings.damaged(i, frame, has + " of " + needs + " bytes");
			}
			catch (final IOException exc) {
				codings.exclude(i, PixelFindings.why(exc));
			}
		}
		final Frame first = codings.first();
		if (!isAnyWhole && 2 * held < needed) throw new DicomException(String.format(
			"%s: %s %d x %s %d need %.0f bytes of pixels, but the files hold %.0f; they were cut or the header is wrong.",
			first, Tag.describe(Tag.COLUMNS), first.columns(), Tag.describe(Tag.ROWS), first.rows(), needed, held));
		codings.requireSome();
	}

	/** Finds files that have more pixel data than they need. */
	void findSurplus() {
		for (int i = 0; i < codings.size(); i++) {
			if (!isUncompressed(i) || codings.frame(i).index() > 0 || !findings.problem(i).isEmpty()) continue;
			final OptionalLong size = codings.reader(i).bytesOfFile(codings.coding(i));
			if (size.isEmpty()) continue;
			final long extra = codings.frame(i).file().pixelData().length() - size.getAsLong();
			if (extra > 1) findings.tooLong(codings.frame(i), extra + " bytes more than " + size.getAsLong());
		}
	}

	private boolean isUncompressed(final int plane) {
		return codings.coding(plane) != null && !codings.reader(plane).isCompressed();
	}

	private long needed(final int plane) {
		return codings.reader(plane).bytesNeeded(codings.coding(plane));
	}

	private long held(final int plane) throws IOException {
		final DicomFile file = codings.frame(plane).file();
		Long all = pixelBytes.get(file);
		if (all == null) pixelBytes.put(file, all = file.mostPixelBytes());
		return codings.reader(plane).bytesHeld(codings.coding(plane), all);
	}
}
