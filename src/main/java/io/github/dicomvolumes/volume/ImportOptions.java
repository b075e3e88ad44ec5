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

package io.github.dicomvolumes.volume;

import io.github.dicomvolumes.io.header.HeaderReader;
import io.github.dicomvolumes.io.header.HeaderReaders;
import io.github.dicomvolumes.io.source.Limits;
import io.github.dicomvolumes.work.Progress;
import io.github.dicomvolumes.series.catalog.MissingSlices;

/**
 * How to import. Start with {@link #DEFAULT} and change what is needed:
 * {@code ImportOptions.DEFAULT.withSeries("#2").withMissing(MissingSlices.SPLIT)}.
 *
 * @param series which volumes, see {@link io.github.dicomvolumes.series.catalog.SeriesCatalog#select}; empty is the
 *        largest
 * @param missing what becomes of missing slices
 * @param isVirtual whether planes are read when they are asked for, rather than all into memory
 * @param cacheBytes of planes that a virtual volume keeps, which it gives back when Java runs out of memory
 * @param values what the values are to be
 * @param reader of the headers
 * @param progress hears how far the work has come and may cancel it
 * @param limits of what may be spent on damaged and hostile files
 */
public record ImportOptions(String series, boolean isVirtual, long cacheBytes, MissingSlices missing,
	ValueChoice values, HeaderReader reader, Progress progress, Limits limits)
{

	/**
	 * The largest volume, in memory, missing slices filled, stored values where possible, nobody listening. Virtual
	 * ones keep planes of a quarter of Java's memory.
	 */
	public static final ImportOptions DEFAULT = new ImportOptions("", false, Runtime.getRuntime().maxMemory() / 4,
		MissingSlices.FILL, ValueChoice.CALIBRATED, HeaderReaders.BUILT_IN, Progress.NONE, Limits.DEFAULT);

	/** @param realValues whether planes hold real values as 32-bit in any case */
	public ImportOptions(final String series, final boolean isVirtual, final long cacheBytes,
		final MissingSlices missing, final boolean realValues, final HeaderReader reader, final Progress progress)
	{
		this(series, isVirtual, cacheBytes, missing, realValues ? ValueChoice.REAL : ValueChoice.CALIBRATED, reader,
			progress, Limits.DEFAULT);
	}

	public ImportOptions withSeries(final String selector) {
		return new ImportOptions(selector, isVirtual, cacheBytes, missing, values, reader, progress, limits);
	}

	public ImportOptions withVirtual(final boolean virtual) {
		return new ImportOptions(series, virtual, cacheBytes, missing, values, reader, progress, limits);
	}

	public ImportOptions withCacheBytes(final long bytes) {
		return new ImportOptions(series, isVirtual, bytes, missing, values, reader, progress, limits);
	}

	public ImportOptions withMissing(final MissingSlices policy) {
		return new ImportOptions(series, isVirtual, cacheBytes, policy, values, reader, progress, limits);
	}

	public ImportOptions withValues(final ValueChoice choice) {
		return new ImportOptions(series, isVirtual, cacheBytes, missing, choice, reader, progress, limits);
	}

	/** Real values as 32-bit in any case, or stored ones where one line fits all slices. */
	public ImportOptions withRealValues(final boolean real) {
		return new ImportOptions(series, isVirtual, cacheBytes, missing,
			real ? ValueChoice.REAL : ValueChoice.CALIBRATED, reader, progress, limits);
	}

	public ImportOptions withReader(final HeaderReader headerReader) {
		return new ImportOptions(series, isVirtual, cacheBytes, missing, values, headerReader, progress, limits);
	}

	public ImportOptions withProgress(final Progress listener) {
		return new ImportOptions(series, isVirtual, cacheBytes, missing, values, reader, listener, limits);
	}

	/** Other limits, for sound files that are beyond those that are usual. */
	public ImportOptions withLimits(final Limits its) {
		return new ImportOptions(series, isVirtual, cacheBytes, missing, values, reader, progress, its);
	}
}
