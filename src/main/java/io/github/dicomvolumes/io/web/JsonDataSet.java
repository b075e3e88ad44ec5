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

import java.util.List;
import java.util.Optional;

import io.github.dicomvolumes.data.Attributes;

/**
 * A data set that came as DICOM JSON.
 *
 * @param metaInformation group 0002, which some servers give although the standard does not ask for it
 * @param attributes all others; those whose values are elsewhere are left in the file
 * @param bulk where the values of the latter are, of the data set itself
 */
record JsonDataSet(Attributes metaInformation, Attributes attributes, List<BulkReference> bulk) {

	/** Of a reference without its text. */
	private static final int REFERENCE_BYTES = 200;

	JsonDataSet {
		bulk = List.copyOf(bulk);
	}

	/** About the memory that it takes. */
	long bytes() {
		long bytes = metaInformation.ownBytes() + attributes.ownBytes();
		for (final BulkReference reference : bulk)
			bytes += REFERENCE_BYTES + 4L * reference.uri().toString().length();
		return bytes;
	}

	Optional<BulkReference> bulk(final int tag) {
		return bulk.stream().filter(reference -> reference.tag() == tag).findFirst();
	}
}
