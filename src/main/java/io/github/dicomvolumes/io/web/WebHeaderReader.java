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

package io.github.dicomvolumes.io.web;

import java.io.IOException;

import io.github.dicomvolumes.io.header.DicomFile;
import io.github.dicomvolumes.io.header.HeaderReader;
import io.github.dicomvolumes.io.header.KnownHeaders;
import io.github.dicomvolumes.io.source.Limits;
import io.github.dicomvolumes.io.source.OpenSources;
import io.github.dicomvolumes.io.source.Source;

/**
 * Gives the headers that a server told, and reads all others with the usual reader.
 *
 * @param isWhole whether values are needed that the server did not tell, so that the file is read in any case
 */
record WebHeaderReader(HeaderReader usual, boolean isWhole) implements HeaderReader {

	@Override
	public DicomFile read(final Source source, final OpenSources open) throws IOException {
		return isTold(source) ? told((WebInstance) source) : usual.read(source, open);
	}

	@Override
	public DicomFile read(final Source source, final KnownHeaders known) throws IOException {
		return isTold(source) ? HeaderReader.super.read(source, known) : usual.read(source, known);
	}

	private boolean isTold(final Source source) {
		return !isWhole && source instanceof WebInstance instance && instance.header() != null;
	}

	private DicomFile told(final WebInstance instance) {
		return instance.header().file(instance, this);
	}

	@Override
	public HeaderReader withLargeValues() {
		return new WebHeaderReader(usual.withLargeValues(), true);
	}

	@Override
	public HeaderReader withLimits(final Limits limits) {
		return new WebHeaderReader(usual.withLimits(limits), isWhole);
	}

	@Override
	public String name() {
		return usual.name();
	}
}
