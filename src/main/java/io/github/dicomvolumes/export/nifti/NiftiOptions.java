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

package io.github.dicomvolumes.export.nifti;

import io.github.dicomvolumes.data.Disclosure;
import io.github.dicomvolumes.export.file.Overwriting;
import io.github.dicomvolumes.work.Progress;

/**
 * How to write NIfTI.
 *
 * @param hasSidecar whether a JSON file with attributes in BIDS' names is written beside it, if any are known
 * @param disclosure whether the sidecar has what may identify the patient; the image never has
 * @param overwriting whether files that are there already are replaced
 */
public record NiftiOptions(boolean hasSidecar, Disclosure disclosure, Overwriting overwriting, Progress progress) {

	/** With a sidecar that identifies nobody; no file is replaced, nobody listens. */
	public static final NiftiOptions DEFAULT = new NiftiOptions(true, Disclosure.HIDE, Overwriting.REFUSED,
		Progress.NONE);

	public NiftiOptions withSidecar(final boolean sidecar) {
		return new NiftiOptions(sidecar, disclosure, overwriting, progress);
	}

	public NiftiOptions withPatient(final Disclosure shown) {
		return new NiftiOptions(hasSidecar, shown, overwriting, progress);
	}

	public NiftiOptions withOverwrite(final boolean overwrite) {
		return new NiftiOptions(hasSidecar, disclosure, Overwriting.of(overwrite), progress);
	}

	public NiftiOptions withProgress(final Progress listener) {
		return new NiftiOptions(hasSidecar, disclosure, overwriting, listener);
	}
}
