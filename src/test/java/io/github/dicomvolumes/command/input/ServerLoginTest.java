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

package io.github.dicomvolumes.command.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;

import io.github.dicomvolumes.command.DicomServer;
import io.github.dicomvolumes.data.InputException;
import io.github.dicomvolumes.io.web.Credentials;
import io.github.dicomvolumes.io.web.ServerAddress;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.scijava.Context;

/** Whose password goes to which server. */
class ServerLoginTest {

	private static final ServerAddress SERVER = ServerAddress.of("https://pacs.example.org/dicom-web");

	@Test
	void theEnvironmentIsForItsServerOnly() {
		assertEquals("a user and a password", login("alice", "https://pacs.example.org/dicom-web/", "x"));
		for (final String other : new String[] { "https://pacs.example.org", "http://pacs.example.org/dicom-web",
			"https://pacs.example.org:444/dicom-web", "https://evil.example/dicom-web", "" })
			assertThrows(InputException.class, () -> login("alice", other, "x"), other);
	}

	@Test
	void aTokenNeedsNoUser() {
		assertEquals("a token", login("", SERVER.toString(), "x"));
		assertEquals("a token", login("Token", SERVER.toString(), "x"));
		assertEquals("no user", login("", "https://evil.example", "x"));
		assertEquals("no user", login("", SERVER.toString(), ""));
	}

	@Test
	void whatTheEnvironmentHasInsteadOfAnAddressIsToldByItsName() {
		for (final String bad : new String[] { "pacs.example.org", "https://alice:s3cret@pacs.example.org" }) {
			final String message = assertThrows(InputException.class, () -> login("alice", bad, "x")).getMessage();
			assertTrue(message.startsWith("The environment variable DICOM_VOLUMES_SERVER (or the system property " +
				"dicom.volumes.server) cannot be used. The address of a"), message);
			assertFalse(message.contains("s3cret"));
		}
	}

	/** As in an address, before the @. */
	@Test
	void aPasswordBehindTheUserIsRefusedAndNotTold() {
		for (final Executable use : new Executable[] { () -> login("alice:s3cret", SERVER.toString(), "x"),
			() -> ServerLogin.check(SERVER.toString(), "alice:s3cret") })
			assertEquals(
				"A user of a server has no colon in the name; the password is not given with it, but asked for " +
					"afterwards.",
				assertThrows(InputException.class, use).getMessage());
	}

	@Test
	void noSecretIsTold() {
		assertFalse(Credentials.basic("alice", "s3cret".toCharArray()).toString().contains("s3cret"));
		final String message = assertThrows(InputException.class, () -> Credentials.bearer("s3 cret".toCharArray()))
			.getMessage();
		assertFalse(message.contains("s3"), message);
		for (final String bad : new String[] { "https://alice:s3cret@pacs/x", "https://pacs/x?key=s3cret",
			"https://pacs/ s3cret", "s3cret" })
			assertFalse(
				assertThrows(InputException.class, () -> ServerAddress.of(bad)).getMessage().contains("s3cret"));
	}

	private static String login(final String user, final String server, final String secret) {
		final Map<String, String> environment = Map.of(ServerLogin.SERVER, server, ServerLogin.PASSWORD, secret,
			ServerLogin.TOKEN, secret);
		try (Context context = new Context(true)) {
			final DicomServer command = new DicomServer();
			command.setContext(context);
			command.setScripted(); // nobody is there
			return ServerLogin.of(command, SERVER, user, environment::get).toString();
		}
	}
}
