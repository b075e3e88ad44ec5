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

package io.github.dicomvolumes.measure;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import io.github.dicomvolumes.work.Parallel;
import io.github.dicomvolumes.work.Progress;

/**
 * Slices in blocks of neighbours, each of which one thread looks at in order: once, and the slice before the block too.
 */
record SliceBlocks(int slices) {

	private static final int MOST = 16, LEAST_BLOCKS = 16;

	/** How many slices a block has, but for the last one. */
	int length() {
		return Math.max(1, Math.min(MOST, slices / LEAST_BLOCKS));
	}

	/** How many blocks there are. */
	int count() {
		return (slices + length() - 1) / length();
	}

	/** Looks at a block. */
	@FunctionalInterface
	interface Look<T> {

		/**
		 * @param own of the thread
		 * @param to behind the last slice
		 */
		void at(T own, int block, int from, int to) throws IOException;
	}

	/**
	 * Looks at all slices.
	 *
	 * @param own is made for each thread
	 * @return those of all threads, at least one
	 */
	<T> List<T> each(final String phase, final Progress progress, final Supplier<T> own, final Look<T> look)
		throws IOException
	{
		final Map<Thread, T> all = new ConcurrentHashMap<>();
		Parallel.forEach(count(), phase, progress,
			block -> look.at(all.computeIfAbsent(Thread.currentThread(), thread -> own.get()), block, block * length(),
				Math.min(slices, (block + 1) * length())));
		return List.copyOf(all.values());
	}
}
