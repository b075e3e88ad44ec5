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

package io.github.dicomvolumes.volume.read;

import java.io.IOException;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListSet;

import io.github.dicomvolumes.io.header.DicomFile;
import io.github.dicomvolumes.io.pixels.EncapsulatedPixels;
import io.github.dicomvolumes.io.source.OpenSources;
import io.github.dicomvolumes.pixels.FrameCoding;

/** Picks for files how their pixels lie in them: once for each, and kept if it has several frames. */
final class PixelFiles {

	private final OpenSources open;
	private final Map<DicomFile, FilePixels> ofManyFrames = new IdentityHashMap<>();
	private final Collection<String> notes = new ConcurrentSkipListSet<>();

	/** @param open by which files are opened */
	PixelFiles(final OpenSources open) {
		this.open = open;
	}

	/** @param coding of the planes in the file */
	FilePixels of(final DicomFile file, final FrameCoding coding) throws IOException {
		if (file.frames() == 1) return pick(file, coding);
		synchronized (ofManyFrames) {
			FilePixels pixels = ofManyFrames.get(file);
			if (pixels == null) ofManyFrames.put(file, pixels = pick(file, coding));
			return pixels;
		}
	}

	/** What was wrong with the files' tables of fragments, as sentences for people. */
	Collection<String> notes() {
		return notes;
	}

	private FilePixels pick(final DicomFile file, final FrameCoding coding) throws IOException {
		if (EncapsulatedPixels.isEncapsulated(file, open)) return new StreamPixels(file, open, notes);
		final FilePixels uncompressed = coding.format().isPacked() ? new PackedPixels(file, open)
			: new NativePixels(file, open);
		if (!file.transferSyntax().encapsulated()) return uncompressed;
		return file.pixelBytes() < coding.format().frameBytes() ? new StreamPixels(file, open, notes)
			: new UnfragmentedPixels(file, uncompressed);
	}
}
