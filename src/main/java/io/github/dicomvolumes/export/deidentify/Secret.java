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

package io.github.dicomvolumes.export.deidentify;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Locale;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import io.github.dicomvolumes.data.InputException;

/**
 * What all that replaces something follows from: HMAC-SHA256 with a key. Without the key nobody can tell from a
 * replacement what it replaces, nor try candidates. Thread-safe.
 */
final class Secret {

	private static final String ALGORITHM = "HmacSHA256";
	/** A shorter one could be guessed. */
	private static final int LEAST_BYTES = 16, NEW_BYTES = 32, MOST_BYTES = 1 << 20;
	private static final int MOST_DAYS = 3650;

	private final SecretKeySpec key;

	private Secret(final byte[] bytes) {
		key = new SecretKeySpec(bytes, ALGORITHM);
	}

	/** One that is in no file. */
	static Secret random() {
		return new Secret(randomBytes());
	}

	/**
	 * The secret in a file.
	 *
	 * @throws InputException if it is too short, or too long to be a secret
	 */
	static Secret of(final Path file) throws IOException {
		final long size = Files.size(file);
		if (size < LEAST_BYTES || size > MOST_BYTES)
			throw new InputException("secret= is a file of " + size + " bytes; it must have " + LEAST_BYTES +
				" bytes that nobody can guess, or more (at most 1 MB), or be none " + "yet: then it is made.");
		return new Secret(Files.readAllBytes(file));
	}

	/** The text of a new file of a secret. */
	static byte[] newFile() {
		return String.format("%064x%n", new BigInteger(1, randomBytes())).getBytes(StandardCharsets.US_ASCII);
	}

	private static byte[] randomBytes() {
		final byte[] bytes = new byte[NEW_BYTES];
		new SecureRandom().nextBytes(bytes);
		return bytes;
	}

	/** A UID that replaces another, made from a UUID (PS3.5 B.2; version 8 of RFC 9562). */
	String uid(final String old) {
		final byte[] hash = Arrays.copyOf(hash("uid", old), 16);
		hash[6] = (byte) (hash[6] & 0x0F | 0x80);
		hash[8] = (byte) (hash[8] & 0x3F | 0x80);
		return "2.25." + new BigInteger(1, hash);
	}

	/** A name for a patient: "P" and 16 digits and letters. */
	String pseudonym(final PatientKey patient) {
		final BigInteger number = new BigInteger(1, Arrays.copyOf(hash("patient", patient.text()), 10));
		final String text = number.toString(32).toUpperCase(Locale.ROOT);
		return "P" + "0".repeat(16 - text.length()) + text;
	}

	/** By how many days the dates of a patient go back: 1 to 3650. */
	int daysBack(final PatientKey patient) {
		final long number = ByteBuffer.wrap(hash("dates", patient.text())).getLong();
		return 1 + (int) Long.remainderUnsigned(number, MOST_DAYS);
	}

	private byte[] hash(final String purpose, final String text) {
		try {
			final Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(key);
			mac.update(purpose.getBytes(StandardCharsets.UTF_8));
			mac.update((byte) 0);
			return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
		}
		catch (final GeneralSecurityException exc) {
			throw new IllegalStateException("every Java has " + ALGORITHM, exc);
		}
	}
}
