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

import static io.github.dicomvolumes.io.header.ScanBudget.megabytes;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.data.MemoryLimitException;
import io.github.dicomvolumes.io.source.Limits;
import io.github.dicomvolumes.io.source.Source;

/**
 * What the header of one file has taken so far. Its memory is estimated while it is parsed: what elements and items
 * cost besides their values is counted too, so that empty ones are not for nothing. For one thread. Messages begin with
 * the verb: the parser names the element before it.
 */
public final class HeaderBudget {

	private static final int ELEMENT_BYTES = 16, ITEM_BYTES = 256;
	/** What is taken from the scan's budget at once. */
	private static final int PORTION = 4 << 10;
	/** What a plain file may keep without asking: it has bytes on disk for it. */
	private static final int FREE = 64 << 10;

	private final ScanBudget scan;
	private final Source source;
	private boolean isCompressed;
	private long kept;
	/** Of what is kept, what was taken from the scan's budget. */
	private long taken;

	HeaderBudget(final ScanBudget scan, final Source source) {
		this.scan = scan;
		this.source = source;
	}

	/** Of a file that is read alone. */
	public static HeaderBudget of(final Source source, final Limits limits) {
		return new HeaderBudget(new ScanBudget(limits), source);
	}

	/** From here on few bytes on disk can become many. */
	public void compressed() {
		isCompressed = true;
	}

	/** An element begins, in a data set or item that has so many before it. */
	public void element(final int before) throws DicomException {
		if (before >= scan.limits().elements())
			throw new DicomException("is one of more than " + before + " elements side by side (Limits.elements)");
		keep(ELEMENT_BYTES);
	}

	/** An item begins. */
	public void item() throws DicomException {
		keep(ITEM_BYTES);
	}

	/** The items of a sequence begin that is within so many others. */
	public void sequence(final int depth) throws DicomException {
		if (depth >= scan.limits().nesting())
			throw new DicomException("is nested deeper than " + depth + " levels (Limits.nesting)");
	}

	/** Bytes of a value are kept. */
	public void keep(final long bytes) throws DicomException {
		kept += bytes;
		final long most = scan.limits().headerBytes(isCompressed);
		if (kept > most)
			throw new MemoryLimitException("makes the header longer than " + megabytes(most) + " (Limits.headerBytes)" +
				(isCompressed ? "; unpack the file, or give Java more memory" : "; give Java more memory"));
		while (kept > taken + (isCompressed ? 0 : FREE)) {
			scan.keep(PORTION);
			taken += PORTION;
		}
	}

	/** Bytes were inflated, or whatever the file needs. */
	public void inflate(final long bytes) throws DicomException {
		if (bytes > 0) scan.inflate(source, bytes);
	}

	/**
	 * Of the header only a data set is kept, which may share most with one before.
	 *
	 * @param kept null if nothing is
	 */
	public void keepOnly(final Attributes kept) {
		if (taken == 0 || kept != null && kept.whole() == kept) return;
		final long most = kept == null ? 0 : Math.min(taken, kept.ownBytes());
		scan.giveBack(taken - most);
		taken = most;
	}

	/** The file is read from its first byte again. */
	void restart() {
		keepOnly(null);
		kept = 0;
	}
}
