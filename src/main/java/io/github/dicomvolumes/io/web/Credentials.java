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

package io.github.dicomvolumes.io.web;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

import io.github.dicomvolumes.data.InputException;

/**
 * Who asks a server: nobody, a user with a password (RFC 7617), or who holds a token (RFC 6750). Neither text of this
 * nor any message tells the password or token; it is held as long as this object and nowhere else.
 */
public final class Credentials {

	/** Nobody: for servers that let everybody in. */
	public static final Credentials NONE = new Credentials("", null, "no user");

	/** "Basic " or "Bearer ". */
	private final String scheme;
	/** What follows the scheme, as bytes of ASCII; null for nobody. */
	private final byte[] secret;
	private final String description;

	private Credentials(final String scheme, final byte[] secret, final String description) {
		this.scheme = scheme;
		this.secret = secret;
		this.description = description;
	}

	/**
	 * A user with a password.
	 *
	 * @param password copied; the caller may wipe it afterwards
	 * @throws InputException if the user has a colon, which separates them
	 */
	public static Credentials basic(final String user, final char[] password) {
		checkUser(user);
		final CharBuffer both = CharBuffer.allocate(user.length() + 1 + password.length);
		both.put(user).put(':').put(password).flip();
		final ByteBuffer coded = StandardCharsets.UTF_8.encode(both);
		final byte[] bytes = new byte[coded.remaining()];
		coded.get(bytes);
		final byte[] secret = Base64.getEncoder().encode(bytes);
		Arrays.fill(bytes, (byte) 0);
		Arrays.fill(coded.array(), (byte) 0);
		Arrays.fill(both.array(), '\0');
		return new Credentials("Basic ", secret, "a user and a password");
	}

	/**
	 * Looks whether a name can be that of a user.
	 *
	 * @throws InputException if it has a colon, after which the password begins; it is not told
	 */
	public static void checkUser(final String user) {
		if (user.indexOf(':') >= 0) throw new InputException(
			"A user of a server has no colon in the name; the password is not given with it, but asked for afterwards.");
	}

	/**
	 * Who holds a token.
	 *
	 * @param token copied; the caller may wipe it afterwards
	 * @throws InputException if it has other characters than tokens have (RFC 6750 2.1)
	 */
	public static Credentials bearer(final char[] token) {
		if (token.length == 0) throw new InputException("The token for the server is empty.");
		final byte[] secret = new byte[token.length];
		for (int i = 0; i < token.length; i++) {
			if (token[i] <= ' ' || token[i] >= 0x7F) throw new InputException(
				"The token for the server has a character that tokens have not (number " + (i + 1) + ").");
			secret[i] = (byte) token[i];
		}
		return new Credentials("Bearer ", secret, "a token");
	}

	/** The value of the header Authorization; empty for nobody. */
	Optional<String> header() {
		if (secret == null) return Optional.empty();
		return Optional.of(scheme + new String(secret, StandardCharsets.US_ASCII));
	}

	boolean isNone() {
		return secret == null;
	}

	/** What kind they are, nothing more. */
	@Override
	public String toString() {
		return description;
	}
}
