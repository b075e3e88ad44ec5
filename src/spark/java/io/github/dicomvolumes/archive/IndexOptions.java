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

package io.github.dicomvolumes.archive;

import io.github.dicomvolumes.io.header.HeaderReaders;

/**
 * How the work is divided; it changes nothing in what comes out.
 *
 * @param reader of the headers, see {@link io.github.dicomvolumes.io.header.HeaderReaders}
 * @param filesPerTask about how many plain files one task reads
 * @param filesPerBatch how many files are read at most before they are kept for good, so how many are read again after
 *        a kill
 * @param isForced whether it takes the lock away from another run that writes the index
 */
public record IndexOptions(String reader, int filesPerTask, int filesPerBatch, boolean isForced) {

	/** For archives of any size. */
	public static final IndexOptions DEFAULT = new IndexOptions(HeaderReaders.BUILT_IN.name(), 10_000, 500_000, false);

	public IndexOptions {
		if (filesPerTask < 1 || filesPerBatch < 1)
			throw new IllegalArgumentException("A task and a batch need at least one file");
	}

	/** With another reader of headers. */
	public IndexOptions withReader(final String name) {
		return new IndexOptions(name, filesPerTask, filesPerBatch, isForced);
	}

	/** With other numbers of files. */
	public IndexOptions withFiles(final int perTask, final int perBatch) {
		return new IndexOptions(reader, perTask, perBatch, isForced);
	}

	/** Whether it takes the lock away from another run that writes the index. */
	public IndexOptions withForce(final boolean force) {
		return new IndexOptions(reader, filesPerTask, filesPerBatch, force);
	}
}
