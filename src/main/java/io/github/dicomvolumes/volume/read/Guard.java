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

package io.github.dicomvolumes.volume.read;

import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.concurrent.CancellationException;
import java.util.zip.ZipException;

import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.data.Reasons;
import io.github.dicomvolumes.series.object.Frame;

/**
 * The one place where whatever reading a frame throws becomes the reason why this frame, and no other, cannot be read.
 * Cancelling is no failure and passes.
 */
final class Guard {

	private Guard() {}

	/** What may fail. */
	@FunctionalInterface
	interface Work<T, E extends IOException> {

		T get() throws E;
	}

	/**
	 * Reads from the file of a frame.
	 *
	 * @throws DicomException if the frame cannot be read; the message says why, whoever has the frame names it
	 * @throws IOException if the file cannot be read
	 * @throws CancellationException if the thread is interrupted
	 * @throws OutOfMemoryError as {@link #interpreting}
	 */
	static <T> T reading(final Frame frame, final Work<T, IOException> work) throws IOException {
		try {
			return guarded(work);
		}
		catch (final ClosedByInterruptException exc) {
			throw new CancellationException("Interrupted while reading " + frame);
		}
		catch (final EOFException | ZipException exc) {
			throw new DicomException("it cannot be read to its end: " + Reasons.of(exc), exc);
		}
	}

	/**
	 * Makes something of what was read.
	 *
	 * @throws DicomException in place of what must not happen, but does with a file that nobody thought of
	 * @throws OutOfMemoryError for people who have to give Java more memory, see {@link Workspace#hasRoomFor}
	 */
	static <T> T interpreting(final Work<T, DicomException> work) throws DicomException {
		return guarded(work);
	}

	private static <T, E extends IOException> T guarded(final Work<T, E> work) throws E, DicomException {
		try {
			return work.get();
		}
		catch (final CancellationException exc) {
			throw exc;
		}
		catch (final InternalError exc) { // zlib's own, without a text
			throw new DicomException(
				"its compressed data cannot be inflated, for a reason that Java does not tell; copy " +
					"the file again.",
				exc);
		}
		catch (final RuntimeException | StackOverflowError exc) {
			throw new DicomException(
				"reading it makes this software fail (" + exc + "); please report it with the file.", exc);
		}
	}
}
