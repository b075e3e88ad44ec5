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

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

import io.github.dicomvolumes.io.FileState;
import io.github.dicomvolumes.io.Skipped;
import io.github.dicomvolumes.io.Source;

/** 128 bits that stand for a file as it was: for its name, size and time. */
record Id(long high, long low) {

	/** How many bytes it has. */
	static final int BYTES = 16;

	/** Of a file in its state. */
	static Id of(final Source source) {
		final FileState state = source.state();
		return of(source.name(), state == null ? "" : state.size() + " " + state.modified().toInstant());
	}

	/** Of what a listing could not enter. */
	static Id of(final Skipped unlisted) {
		return of(unlisted.file(), unlisted.reason().name(), unlisted.text());
	}

	/** Of some texts. */
	static Id of(final String... texts) {
		final MessageDigest digest = sha256();
		for (final String text : texts) {
			digest.update(text.getBytes(StandardCharsets.UTF_8));
			digest.update((byte) 0);
		}
		final ByteBuffer bytes = ByteBuffer.wrap(digest.digest());
		return new Id(bytes.getLong(), bytes.getLong());
	}

	/** 64 bits that stand for a text: another text with the same ones may cost time, but must not cost truth. */
	static long hash(final String text) {
		long hash = 0xcbf29ce484222325L; // FNV-1a, and a last mix
		for (int i = 0; i < text.length(); i++)
			hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
		hash = (hash ^ hash >>> 32) * 0xd6e8feb86659fd93L;
		return hash ^ hash >>> 32;
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (final NoSuchAlgorithmException exc) {
			throw new IllegalStateException("Java has no SHA-256, though every Java must", exc);
		}
	}

	@Override
	public String toString() {
		return String.format("%016x%016x", high, low);
	}
}
