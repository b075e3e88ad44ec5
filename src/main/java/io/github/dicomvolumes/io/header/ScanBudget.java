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

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.data.MemoryLimitException;
import io.github.dicomvolumes.io.source.Limits;
import io.github.dicomvolumes.io.source.Source;

/** What the headers of one scan have taken so far, of what its {@link Limits} allow. Thread-safe. */
final class ScanBudget {

	/** What archives and compressed files have given, and may give, in bytes. */
	private record Inflated(AtomicLong bytes, double most) {

		/** Of more bytes, those that are beyond. */
		long beyond(final long more) {
			final double now = bytes.addAndGet(more);
			return (long) (Math.max(0, now - most) - Math.max(0, now - more - most));
		}
	}

	private final Limits limits;
	private final AtomicLong kept = new AtomicLong();
	/** Beyond what each may give for its size. */
	private final AtomicLong beyond = new AtomicLong();
	private final Map<String, Inflated> inflated = new ConcurrentHashMap<>();

	ScanBudget(final Limits limits) {
		this.limits = limits;
	}

	Limits limits() {
		return limits;
	}

	/** Takes memory for headers. */
	void keep(final long bytes) throws DicomException {
		if (kept.addAndGet(bytes) <= limits.allHeaderBytes()) return;
		kept.addAndGet(-bytes);
		throw new MemoryLimitException("would take all headers together beyond " + megabytes(limits.allHeaderBytes()) +
			" of memory (Limits.allHeaderBytes); read fewer files at once, or give Java more memory");
	}

	/** Memory that was taken is free again. */
	void giveBack(final long bytes) {
		kept.addAndGet(-bytes);
	}

	/** Hears of bytes of a header that an archive or a compressed file gave. */
	void inflate(final Source source, final long bytes) throws DicomException {
		final Inflated all = inflated.computeIfAbsent(source.container(),
			container -> new Inflated(new AtomicLong(), (double) limits.inflation() * size(source)));
		final long more = all.beyond(bytes);
		if (more > 0 && beyond.addAndGet(more) > limits.inflatedBytes())
			throw new DicomException("makes what " + source.container() + " holds before pixels longer than " +
				limits.inflation() + " times its size on disk, and " + megabytes(limits.inflatedBytes()) +
				" of all files besides (Limits.inflation); unpack it if it is sound");
	}

	private static long size(final Source source) {
		try {
			return Math.max(0, source.storedLength());
		}
		catch (final IOException exc) {
			return 0; // it is gone, or no file: reading on will say so
		}
	}

	static String megabytes(final long bytes) {
		return (bytes >> 20) + " MiB";
	}
}
