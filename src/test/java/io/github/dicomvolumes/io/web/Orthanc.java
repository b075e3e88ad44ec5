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

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.github.dicomvolumes.io.source.Limits;
import io.github.dicomvolumes.io.source.TemporaryFolder;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A real server, Orthanc with its DICOMweb plugin, on a free port of this machine only, with a user and a password and
 * nothing in it; it and its folder are gone afterwards. Tests with it are skipped where it is not installed.
 *
 * <pre>
 * &#64;RegisterExtension
 * static final Orthanc ORTHANC = new Orthanc();
 * </pre>
 */
public final class Orthanc implements BeforeAllCallback, AfterAllCallback {

	public static final String USER = "alice", PASSWORD = "se:cret \u00fc";

	private static final List<Path> PROGRAMS = List.of(Path.of("/usr/sbin/Orthanc"), Path.of("/usr/bin/Orthanc"));
	private static final List<Path> PLUGINS = List.of(Path.of("/usr/share/orthanc/plugins/libOrthancDicomWeb.so"),
		Path.of("/usr/lib/orthanc/plugins/libOrthancDicomWeb.so"));

	/** Null while it is not needed. */
	private TemporaryFolder temporary;
	private Path folder;
	private Process process;
	private int port;
	/** Test classes that use it, within each other. */
	private int classes;

	@Override
	public void beforeAll(final ExtensionContext context) throws Exception {
		if (classes++ == 0) start(); // nested ones share it
	}

	/** Starts it; after {@link #kill} again, with what it had. */
	public void start() throws IOException, InterruptedException {
		final Path program = first(PROGRAMS), plugin = first(PLUGINS);
		Assumptions.assumeTrue(program != null && plugin != null, "orthanc and orthanc-dicomweb are not installed");
		if (temporary == null) {
			temporary = TemporaryFolder.create();
			folder = temporary.path();
			port = freePort();
			Files.writeString(folder.resolve("orthanc.json"), configuration(plugin));
		}
		process = new ProcessBuilder(program.toString(), folder.resolve("orthanc.json").toString())
			.redirectErrorStream(true)
			.redirectOutput(folder.resolve("log.txt").toFile())
			.start();
		final long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
		while (!listens()) {
			if (!process.isAlive() || System.nanoTime() > end)
				throw new IOException("Orthanc does not start: " + Files.readString(folder.resolve("log.txt")));
			Thread.sleep(50);
		}
	}

	private String configuration(final Path plugin) {
		return """
				{
				  "Name": "test", "StorageDirectory": "%1$s/storage", "IndexDirectory": "%1$s/storage",
				  "HttpPort": %2$d, "RemoteAccessAllowed": false, "DicomServerEnabled": false,
				  "AuthenticationEnabled": true, "RegisteredUsers": { "%3$s": "%4$s" },
				  "Plugins": [ "%5$s" ], "DicomWeb": { "Enable": true, "Root": "/dicom-web/", "EnableWado": false }
				}
				""".formatted(folder, port, USER, PASSWORD, plugin);
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

	private boolean listens() {
		try (Socket socket = new Socket()) {
			socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
			return true;
		}
		catch (final IOException exc) {
			return false;
		}
	}

	private static Path first(final List<Path> paths) {
		return paths.stream().filter(Files::exists).findFirst().orElse(null);
	}

	/** Ends it at once, as a crash does. */
	public void kill() throws InterruptedException {
		process.destroyForcibly().waitFor();
	}

	/** Lets it do nothing for a while: it neither answers nor goes. */
	public void pause() throws IOException, InterruptedException {
		signal("-STOP");
		Thread.sleep(200); // its threads stop one after the other
	}

	/** Lets it go on. */
	public void goOn() throws IOException, InterruptedException {
		signal("-CONT");
	}

	private void signal(final String signal) throws IOException, InterruptedException {
		new ProcessBuilder("kill", signal, Long.toString(process.pid())).start().waitFor();
	}

	/** Removes all that it has. */
	public void clear() throws IOException {
		final String root = url().replace("/dicom-web", "/patients");
		final String patients = new String(rest("GET", root), StandardCharsets.UTF_8);
		for (final String id : patients.replaceAll("[^0-9a-f-]+", " ").strip().split(" "))
			if (!id.isEmpty()) rest("DELETE", root + "/" + id);
	}

	/** Asks by its own interface, not by ours. */
	private static byte[] rest(final String method, final String url) throws IOException {
		final HttpURLConnection connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
		final String login = USER + ":" + PASSWORD;
		connection.setRequestProperty("Authorization",
			"Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)));
		connection.setRequestMethod(method);
		try (InputStream in = connection.getInputStream()) {
			return in.readAllBytes();
		}
	}

	public String url() {
		return "http://127.0.0.1:" + port + "/dicom-web";
	}

	ServerAddress address() {
		return ServerAddress.of(url());
	}

	/** A client that is let in and does not wait long. */
	DicomWebServer server() {
		return server(Credentials.basic(USER, PASSWORD.toCharArray()));
	}

	DicomWebServer server(final Credentials credentials) {
		final Patience patience = new Patience(Duration.ofSeconds(5), Duration.ofSeconds(60), Duration.ofSeconds(20), 2,
			Duration.ofMillis(50), Duration.ofSeconds(1));
		return new DicomWebServer(address(), credentials, patience, Limits.DEFAULT);
	}

	@Override
	public void afterAll(final ExtensionContext context) throws Exception {
		if (--classes > 0) return;
		if (process != null) {
			process.destroy();
			if (!process.waitFor(20, TimeUnit.SECONDS)) kill();
		}
		if (temporary == null) return;
		temporary.close();
		temporary = null; // the class may be run again
	}
}
