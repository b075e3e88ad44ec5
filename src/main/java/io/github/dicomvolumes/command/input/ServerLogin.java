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

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.UnaryOperator;

import io.github.dicomvolumes.command.host.DicomCommand;
import io.github.dicomvolumes.data.InputException;
import io.github.dicomvolumes.io.web.Credentials;
import io.github.dicomvolumes.io.web.ServerAddress;
import io.github.dicomvolumes.view.imagej.Log;

/**
 * With whose password a command asks a server. Passwords and tokens are no inputs of commands: those are recorded,
 * remembered and shown in macros. A person types one into a dialog, each time; macros and scripts take it from the
 * environment, and only for the server that the environment names, so that no macro can have it sent elsewhere.
 */
public final class ServerLogin {

	/** Environment variables; the system properties of the same meaning are {@link #property}. */
	public static final String SERVER = "DICOM_VOLUMES_SERVER", PASSWORD = "DICOM_VOLUMES_PASSWORD",
		TOKEN = "DICOM_VOLUMES_TOKEN";
	/** The user that has a token instead of a password. */
	public static final String TOKEN_USER = "token";

	private ServerLogin() {}

	/** The system property that stands for an environment variable: "dicom.volumes.server". */
	static String property(final String variable) {
		return variable.toLowerCase(Locale.ROOT).replace('_', '.');
	}

	/**
	 * Looks whether an address and a user can be used, before they are remembered.
	 *
	 * @throws InputException if not; a password in them is not told
	 */
	public static void check(final String url, final String user) {
		ServerAddress.of(url);
		Credentials.checkUser(user);
	}

	/**
	 * The credentials for a server. Without a user these are none, unless the environment has a token for it.
	 *
	 * @param user the name, {@link #TOKEN_USER}, or empty
	 * @throws InputException if there is no password and nobody can be asked
	 */
	public static Credentials of(final DicomCommand command, final ServerAddress server, final String user) {
		return of(command, server, user.strip(), ServerLogin::environment);
	}

	static Credentials of(final DicomCommand command, final ServerAddress server, final String user,
		final UnaryOperator<String> environment)
	{
		final Credentials credentials = find(command, server, user, environment);
		if (server.isOpenToOthers())
			Log.add("The address of the server begins with http://: others on the network can read " +
				(credentials == Credentials.NONE ? "" : "the password or token and ") + "the images.");
		return credentials;
	}

	private static Credentials find(final DicomCommand command, final ServerAddress server, final String user,
		final UnaryOperator<String> environment)
	{
		Credentials.checkUser(user);
		final boolean isToken = user.isEmpty() || user.equalsIgnoreCase(TOKEN_USER);
		final String secret = isFor(server, environment) ? environment.apply(isToken ? TOKEN : PASSWORD) : "";
		if (!secret.isEmpty()) return credentials(isToken, user, secret.toCharArray());
		if (user.isEmpty()) return Credentials.NONE;
		final String name = isToken ? TOKEN : PASSWORD;
		if (!command.isPersonThere()) throw new InputException("user= needs a " + (isToken ? "token" : "password") +
			", which no macro has: set the environment variable " + name + " (or the system property " +
			property(name) + "), and " + SERVER + " (" + property(SERVER) +
			") to the address of the server that may have it.");
		final Optional<char[]> typed = command.ask(() -> PasswordDialog.ask(
			server + (server.isOpenToOthers() ? ", where others on the network can read it" : ""),
			isToken ? "Token" : "Password of " + user));
		return credentials(isToken, user, typed.orElseThrow(CancellationException::new));
	}

	private static Credentials credentials(final boolean isToken, final String user, final char[] secret) {
		try {
			return isToken ? Credentials.bearer(secret) : Credentials.basic(user, secret);
		}
		finally {
			Arrays.fill(secret, '\0');
		}
	}

	/** Whether the environment names this server. */
	private static boolean isFor(final ServerAddress server, final UnaryOperator<String> environment) {
		final String named = environment.apply(SERVER);
		try {
			return !named.isEmpty() && ServerAddress.of(named).equals(server);
		}
		catch (final InputException exc) {
			throw new InputException("The environment variable " + SERVER + " (or the system property " +
				property(SERVER) + ") cannot be used. " + exc.getMessage());
		}
	}

	private static String environment(final String variable) {
		final String property = System.getProperty(property(variable));
		if (property != null) return property;
		final String value = System.getenv(variable);
		return value == null ? "" : value;
	}
}
