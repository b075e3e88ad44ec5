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

import java.util.concurrent.CancellationException;

/**
 * Receives how far long work has come, and may stop it. Called from the thread that started the work, often, so both
 * methods should return at once.
 */
public interface Progress {

	/** Ignores everything and never stops. */
	Progress NONE = new Progress() {

		@Override
		public void update(final String phase, final long done, final long total) {}
	};

	/**
	 * @param phase what is being done, such as "Examining files"
	 * @param done 0 to {@code total}
	 */
	void update(String phase, long done, long total);

	/**
	 * The same of work that has no items to count.
	 *
	 * @param far from 0 to 1
	 */
	default void update(final String phase, final double far) {
		update(phase, Math.round(far * 100), 100);
	}

	/** Whether the work should end as soon as possible, with a CancellationException. */
	default boolean isCanceled() {
		return false;
	}

	/**
	 * Ends the work if it should end.
	 *
	 * @param phase what is being done, for the message
	 * @throws CancellationException if it should
	 */
	default void checkCanceled(final String phase) {
		if (isCanceled()) throw new CancellationException(phase + " cancelled");
	}

	/** One that ignores everything and stops what this one stops: for work too short to be a phase. */
	default Progress silent() {
		return new Progress() {

			@Override
			public void update(final String phase, final long done, final long total) {}

			@Override
			public boolean isCanceled() {
				return Progress.this.isCanceled();
			}
		};
	}
}
