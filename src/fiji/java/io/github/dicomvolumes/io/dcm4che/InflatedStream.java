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

package io.github.dicomvolumes.io.dcm4che;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

import io.github.dicomvolumes.io.header.HeaderBudget;

/** Tells a budget of all bytes that come, and of those that are skipped: they were inflated, too. */
final class InflatedStream extends FilterInputStream {

	private final HeaderBudget budget;

	InflatedStream(final InputStream in, final HeaderBudget budget) {
		super(in);
		this.budget = budget;
	}

	@Override
	public int read() throws IOException {
		final int value = in.read();
		if (value >= 0) budget.inflate(1);
		return value;
	}

	@Override
	public int read(final byte[] bytes, final int offset, final int length) throws IOException {
		final int count = in.read(bytes, offset, length);
		budget.inflate(count);
		return count;
	}

	@Override
	public long skip(final long count) throws IOException {
		final long skipped = in.skip(count);
		budget.inflate(skipped);
		return skipped;
	}

	@Override
	public boolean markSupported() {
		return false;
	}
}
