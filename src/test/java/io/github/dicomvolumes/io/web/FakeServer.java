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

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

import io.github.dicomvolumes.io.source.Limits;

/**
 * Answers whatever it is told to, byte by byte: for what no real server can be made to do wrong. Each connection is for
 * one question.
 */
final class FakeServer implements Closeable {

	/** Writes an answer, with its status line. */
	@FunctionalInterface
	interface Behaviour {

		/** @param number of the question, from 0 */
		void answer(int number, String question, OutputStream out) throws Exception;
	}

	private final ServerSocket socket;
	private final Behaviour behaviour;
	/** What was asked, with all headers. */
	final List<String> questions = new CopyOnWriteArrayList<>();

	FakeServer(final Behaviour behaviour) throws IOException {
		this(behaviour, new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
	}

	FakeServer(final Behaviour behaviour, final ServerSocket socket) {
		this.behaviour = behaviour;
		this.socket = socket;
		start(this::listen);
	}

	private static void start(final Runnable work) {
		final Thread thread = new Thread(work, "Fake server");
		thread.setDaemon(true);
		thread.start();
	}

	private void listen() {
		try {
			while (true) {
				final Socket connection = socket.accept();
				start(() -> answer(connection));
			}
		}
		catch (final IOException exc) {
			return; // closed
		}
	}

	private void answer(final Socket connection) {
		try (connection) {
			final String question = head(connection.getInputStream());
			connection.getInputStream().readNBytes(bodyLength(question)); // else the answer may be lost with it
			final int number;
			synchronized (this) {
				number = questions.size();
				questions.add(question);
			}
			behaviour.answer(number, question, connection.getOutputStream());
			connection.getOutputStream().flush();
		}
		catch (final Exception exc) {
			return; // the client has gone
		}
	}

	private static int bodyLength(final String question) {
		final Matcher length = Pattern.compile("(?i)content-length: (\\d+)").matcher(question);
		return length.find() ? Integer.parseInt(length.group(1)) : 0;
	}

	private static String head(final InputStream in) throws IOException {
		final StringBuilder head = new StringBuilder();
		while (head.indexOf("\r\n\r\n") < 0) {
			final int c = in.read();
			if (c < 0) throw new IOException("no question");
			head.append((char) c);
		}
		return head.toString();
	}

	/** An answer with its length, after which the connection ends. */
	static byte[] answer(final String status, final String type, final String body, final String... headers) {
		return answer(status, type, body.getBytes(StandardCharsets.UTF_8), headers);
	}

	static byte[] answer(final String status, final String type, final byte[] body, final String... headers) {
		final String more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
		final byte[] head = ("HTTP/1.1 " + status + "\r\nContent-Type: " + type + "\r\nContent-Length: " + body.length +
			"\r\nConnection: close\r\n" + more + "\r\n").getBytes(StandardCharsets.UTF_8);
		return ByteBuffer.allocate(head.length + body.length).put(head).put(body).array();
	}

	/** JSON as many servers send it. */
	static byte[] packed(final String body) throws IOException {
		return answer("200 OK", "application/dicom+json",
			gzip(body.replace('\'', '"').getBytes(StandardCharsets.UTF_8)), "Content-Encoding: gzip");
	}

	static byte[] gzip(final byte[] bytes) throws IOException {
		final ByteArrayOutputStream packed = new ByteArrayOutputStream();
		try (OutputStream out = new GZIPOutputStream(packed)) {
			out.write(bytes);
		}
		return packed.toByteArray();
	}

	static byte[] json(final String body) {
		return answer("200 OK", "application/dicom+json", body.replace('\'', '"'));
	}

	String url() {
		return "http://127.0.0.1:" + socket.getLocalPort() + "/dicom-web";
	}

	/** A client that soon gives up. */
	DicomWebServer server() {
		return server(Credentials.basic("alice", "s3cret".toCharArray()));
	}

	DicomWebServer server(final Credentials credentials) {
		return server(url(), credentials);
	}

	static DicomWebServer server(final String url, final Credentials credentials) {
		return new DicomWebServer(ServerAddress.of(url), credentials, new Patience(Duration.ofSeconds(5),
			Duration.ofSeconds(1), Duration.ofSeconds(1), 2, Duration.ofMillis(20), Duration.ofMillis(300)),
			Limits.DEFAULT);
	}

	@Override
	public void close() throws IOException {
		socket.close();
	}
}
