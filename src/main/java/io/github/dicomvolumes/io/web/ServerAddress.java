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

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

import io.github.dicomvolumes.data.InputException;

/**
 * The root of a DICOMweb service: what "/studies" is appended to.
 *
 * @param root http or https, without user, query and fragment, without a slash at its end
 */
public record ServerAddress(URI root) {

	private static final int MOST_PORT = 65535;
	private static final String EXAMPLE = "such as https://pacs.example.org/dicom-web",
		NO_WEB = "The address of a DICOMweb server begins with https:// or http://, " + EXAMPLE;
	/** What follows the root in the addresses of its resources, which people copy from elsewhere. */
	private static final String RESOURCE = "/(studies|series|instances)/*$";

	public ServerAddress {
		if (!isWeb(root)) throw new InputException(NO_WEB);
		if (root.getRawAuthority() != null && root.getRawAuthority().indexOf('@') >= 0) throw new InputException(
			"The address of a server has no user and no password in it, " + EXAMPLE + "; the user is given apart.");
		if (root.getHost() == null) throw new InputException("The name of the server in its address has characters " +
			"that such names have not, as _ or \u00e4; give its number, such as https://192.0.2.1/dicom-web");
		if (root.getPort() > MOST_PORT) throw new InputException(
			"The address of the DICOMweb server has the port " + root.getPort() + "; ports end at " + MOST_PORT + ".");
		if (root.getRawQuery() != null || root.getRawFragment() != null)
			throw new InputException("The address of a server has no ? and no #, " + EXAMPLE);
	}

	/**
	 * The address that a person gives.
	 *
	 * @throws InputException if it is none; the message does not repeat it, as it might contain a password
	 */
	public static ServerAddress of(final String text) {
		final String trimmed = text.strip().replaceFirst(RESOURCE, "").replaceFirst("/+$", "");
		if (trimmed.isEmpty()) throw new InputException("The address of the DICOMweb server is missing, " + EXAMPLE);
		if (!trimmed.matches("(?i)https?://.*")) throw new InputException(NO_WEB);
		try {
			return new ServerAddress(new URI(trimmed));
		}
		catch (final URISyntaxException exc) {
			throw new InputException(
				"The address of the DICOMweb server has a character that addresses have not (number " +
					(exc.getIndex() + 1) + "), " + EXAMPLE);
		}
	}

	/** The address of a resource, by the parts of its path below the root. */
	URI resource(final String... parts) {
		final StringBuilder path = new StringBuilder(root.toString());
		for (final String part : parts)
			path.append('/').append(encode(part));
		return URI.create(path.toString());
	}

	/** A text as a value in a query, or a UID as part of a path; wildcards stay as they are. */
	static String encode(final String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8)
			.replace("+", "%20")
			.replace("%2C", ",")
			.replace("%3F", "?");
	}

	/** Whether an address is on this server: the same scheme, host and port, so that it may see the password. */
	boolean isOriginOf(final URI uri) {
		return isWeb(uri) && scheme(uri).equals(scheme(root)) && root.getHost().equalsIgnoreCase(uri.getHost()) &&
			port(uri) == port(root);
	}

	/** Whether what is sent to it can be read by others on the way, and it is not this machine. */
	public boolean isOpenToOthers() {
		final String host = root.getHost();
		return scheme(root).equals("http") && !host.equals("localhost") && !host.equals("[::1]") &&
			!host.matches("127\\.\\d+\\.\\d+\\.\\d+");
	}

	static boolean isWeb(final URI uri) {
		final String scheme = scheme(uri);
		return scheme.equals("https") || scheme.equals("http");
	}

	static boolean isEncrypted(final URI uri) {
		return scheme(uri).equals("https");
	}

	private static String scheme(final URI uri) {
		return uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
	}

	private static int port(final URI uri) {
		if (uri.getPort() >= 0) return uri.getPort();
		return isEncrypted(uri) ? 443 : 80;
	}

	/** An address as messages may tell it: without user, query and fragment, which may name a patient or a key. */
	static String shown(final URI uri) {
		final String host = uri.getHost() == null ? "" : uri.getHost();
		final String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
		final String path = uri.getRawPath() == null ? "" : uri.getRawPath();
		return scheme(uri) + "://" + host + port + path;
	}

	@Override
	public String toString() {
		return shown(root);
	}
}
