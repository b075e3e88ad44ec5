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

package io.github.dicomvolumes.series.catalog;

import io.github.dicomvolumes.io.header.DicomFile;
import io.github.dicomvolumes.io.scan.Skipped;

/**
 * A file that was left out, as it is another file once more.
 *
 * @param kept the file that counts
 * @param difference what is not the same, for people; empty if all is
 */
record Copy(DicomFile file, DicomFile kept, Kind kind, String difference) {

	/** How far a file is the same as the one that was kept. */
	enum Kind {
		/** Place, size and pixels are the same. */
		SAME,
		/** It was cut, or cannot be decoded. */
		DAMAGED,
		/** It is whole, but place, size or pixels are others. */
		ALTERED
	}

	/** As it stands among the files that are in no volume. */
	Skipped skipped() {
		final Skipped.Reason reason = kind == Kind.DAMAGED ? Skipped.Reason.DAMAGED : Skipped.Reason.DUPLICATE;
		return new Skipped(file.source().name(), reason,
			"same SOP Instance UID as " + kept.source().name() + (difference.isEmpty() ? "" : ", but " + difference));
	}
}
