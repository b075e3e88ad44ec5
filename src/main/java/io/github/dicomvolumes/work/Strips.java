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

package io.github.dicomvolumes.work;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Shares work on arrays that takes milliseconds, such as the rows of a plane, among the processors: the calling thread
 * and those of the common pool, each of which takes the next strip when it has done one. A parallel stream gives each
 * its part beforehand, and one that wakes late is waited for. For longer work, which can be cancelled, there is
 * {@link Parallel}.
 */
public final class Strips {

	private Strips() {}

	/** The work on a strip. */
	@FunctionalInterface
	public interface Strip {

		/** @param to behind the last index */
		void run(int from, int to);
	}

	/** Does something with every index from 0 to {@code length - 1}, and returns when all is done. */
	public static void forEach(final int length, final int strip, final Strip work) {
		forEach(length, strip, () -> work);
	}

	/**
	 * The same by workers that keep something, such as a buffer, from one strip to the next.
	 *
	 * @param strip indices that a thread takes at a time
	 * @param worker is asked once for each thread
	 */
	public static void forEach(final int length, final int strip, final Supplier<Strip> worker) {
		final AtomicInteger next = new AtomicInteger();
		final int threads = Math.min((length - 1) / strip + 1, Runtime.getRuntime().availableProcessors());
		IntStream.range(0, threads).parallel().forEach(thread -> {
			int from = next.getAndAdd(strip);
			if (from >= length) return;
			final Strip work = worker.get();
			for (; from < length; from = next.getAndAdd(strip))
				work.run(from, Math.min(length, from + strip));
		});
	}
}
