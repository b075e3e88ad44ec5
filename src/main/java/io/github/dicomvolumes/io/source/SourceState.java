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

package io.github.dicomvolumes.io.source;

import java.nio.file.attribute.BasicFileAttributes;

/**
 * What a source was like when it was found: a header that was read then is out of date if it was changed since.
 *
 * @param length in bytes
 * @param version what else changes with the bytes: the time of the last change
 *        ({@link java.nio.file.attribute.FileTime}) or an ETag
 */
public record SourceState(long length, Object version) {

	/** That of a file. */
	public static SourceState of(final BasicFileAttributes attributes) {
		return new SourceState(attributes.size(), attributes.lastModifiedTime());
	}

	// By hand: the ones that Java makes for records take 30 ms at their first use.

	@Override
	public boolean equals(final Object o) {
		return o instanceof SourceState other && length == other.length && version.equals(other.version);
	}

	@Override
	public int hashCode() {
		return 31 * Long.hashCode(length) + version.hashCode();
	}

	@Override
	public String toString() {
		return length + " bytes of " + version;
	}
}
