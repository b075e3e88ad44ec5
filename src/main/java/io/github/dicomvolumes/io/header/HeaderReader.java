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

package io.github.dicomvolumes.io.header;

import io.github.dicomvolumes.io.source.Limits;
import io.github.dicomvolumes.io.source.OpenSources;
import io.github.dicomvolumes.io.source.Source;

import java.io.IOException;

/**
 * Reads the header of a DICOM file: the one place where a DICOM library can stand in for another. Implementations hold
 * no state and are used by many threads.
 */
public interface HeaderReader extends DicomFile.Rereader {

	/** The longest value that {@link #withLargeValues} gives, in bytes. */
	long LARGE_VALUE_BYTES = 32 << 20;

	/**
	 * Reads the attributes up to the pixel data, not the pixels.
	 *
	 * @param open by which the file is opened
	 * @throws NotDicomException if the bytes are no DICOM file
	 * @throws io.github.dicomvolumes.data.DicomException if they are one, but damaged; the message names the byte
	 * @throws IOException if they cannot be read
	 */
	DicomFile read(Source source, OpenSources open) throws IOException;

	/** Reads the attributes of one file. */
	default DicomFile read(final Source source) throws IOException {
		return read(source, OpenSources.NONE);
	}

	/**
	 * Reads the attributes of one file of many, which shares what it has in common with others.
	 *
	 * @param known the headers of the same scan so far; those of images are added
	 */
	default DicomFile read(final Source source, final KnownHeaders known) throws IOException {
		final DicomFile file = read(source, known.open());
		return file.pixelData() == null ? file : known.share(file);
	}

	/**
	 * A reader of the same kind for single files whose large values are needed, which else stay in the file; itself if
	 * there is none.
	 */
	default HeaderReader withLargeValues() {
		return this;
	}

	/** A reader of the same kind with other limits; itself if it knows of none. */
	default HeaderReader withLimits(final Limits limits) {
		return this;
	}

	@Override
	default DicomFile readWhole(final Source source, final OpenSources open) throws IOException {
		return withLargeValues().read(source, open);
	}

	/** The name that users choose it by, see {@link HeaderReaders}. */
	default String name() {
		return getClass().getSimpleName();
	}
}
