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

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.io.header.DicomFile;
import io.github.dicomvolumes.io.source.Source;

/**
 * Looks whether files are still what they were when their headers were read, before their pixels are read and
 * afterwards: else pixels of one image would be shown with the header of another. Costs a few microseconds for each
 * file, however many frames it has. Used by several threads.
 */
final class FileChecks {

	/** Of files with several frames what is wrong with them; empty if nothing is. */
	private final Map<Source, Optional<String>> before = new ConcurrentHashMap<>(), after = new ConcurrentHashMap<>();

	/**
	 * Before pixels are read.
	 *
	 * @throws DicomException if the file was changed
	 * @throws IOException if it is gone
	 */
	void before(final DicomFile file) throws IOException {
		if (file.frames() == 1) check(file.source());
		else {
			final Optional<String> problem = before.computeIfAbsent(file.source(), FileChecks::problem);
			if (problem.isPresent()) throw new DicomException(problem.get());
		}
	}

	/** After they were read; of a file with several frames only {@link #changedWhileRead} tells. */
	void after(final DicomFile file) throws IOException {
		if (file.frames() == 1) check(file.source());
	}

	/** What is wrong with a file with several frames, once all were read; empty if nothing is. */
	Optional<String> changedWhileRead(final DicomFile file) {
		return file.frames() == 1 ? Optional.empty() : after.computeIfAbsent(file.source(), FileChecks::problem);
	}

	private static Optional<String> problem(final Source source) {
		try {
			check(source);
			return Optional.empty();
		}
		catch (final IOException exc) {
			return Optional.of(PixelFindings.why(exc));
		}
	}

	private static void check(final Source source) throws IOException {
		try {
			source.checkUnchanged();
		}
		catch (final DicomException exc) {
			throw new DicomException(exc.getMessage() + "; import the folder again", exc);
		}
	}
}
