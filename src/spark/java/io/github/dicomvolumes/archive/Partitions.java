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

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import io.github.dicomvolumes.data.PackedInput;
import io.github.dicomvolumes.data.PackedOutput;
import io.github.dicomvolumes.io.source.NamedSources;
import io.github.dicomvolumes.io.source.Source;
import io.github.dicomvolumes.io.source.StoredSource;

/**
 * Divides files into parts that take about the same time, one after another as they were listed, so that a part holds
 * neighbours; a large folder becomes many parts, small ones share one.
 */
final class Partitions {

	/** The header of a plain file takes as long as inflating so many bytes would, of which some files take many. */
	private static final long BYTES_OF_A_FILE = 1 << 20;
	private static final double MOST_FOR_ONE = 64;

	private Partitions() {}

	/**
	 * Divides files.
	 *
	 * @param most how many plain ones a part may hold
	 */
	static List<List<Source>> of(final List<Source> sources, final int most) {
		final List<List<Source>> parts = new ArrayList<>();
		List<Source> part = new ArrayList<>();
		double cost = 0;
		for (final Source source : sources) {
			part.add(source);
			cost += cost(source);
			if (cost < most) continue;
			parts.add(part);
			part = new ArrayList<>();
			cost = 0;
		}
		if (!part.isEmpty()) parts.add(part);
		return parts;
	}

	/** What reading a header costs, in those of a plain file. */
	private static double cost(final Source source) {
		final double bytes = source.state() == null ? 0 : source.state().length();
		return 1 + Math.min(MOST_FOR_ONE, bytes / BYTES_OF_A_FILE) * (source.isSeekable() ? 1.0 / 16 : 1);
	}

	/** A part as bytes, which another process can open. */
	static byte[] write(final List<Source> part) {
		final var out = new PackedOutput(128 * part.size());
		out.putCount(part.size());
		for (final Source source : part)
			StoredSource.write(source, out);
		return out.toArray();
	}

	static List<Source> read(final byte[] part, final NamedSources named) throws IOException {
		final var in = new PackedInput(part);
		final List<Source> sources = new ArrayList<>();
		for (int n = in.getCount(); n > 0; n--)
			sources.add(StoredSource.read(in, named));
		return sources;
	}
}
