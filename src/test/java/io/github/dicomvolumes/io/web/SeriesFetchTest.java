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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.TransferSyntax;
import io.github.dicomvolumes.data.VR;
import io.github.dicomvolumes.io.header.HeaderReaders;
import io.github.dicomvolumes.io.source.DiskSources;
import io.github.dicomvolumes.io.source.Limits;
import io.github.dicomvolumes.volume.DicomVolume;
import io.github.dicomvolumes.volume.ImportOptions;
import io.github.dicomvolumes.volume.ImportResult;
import io.github.dicomvolumes.work.Progress;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A whole series with one question, from servers that can give it, cannot, or give something else: the same objects.
 */
@Timeout(60)
class SeriesFetchTest {

	private static final int SLICES = 16;
	private static final byte[] BEGIN = "\r\n--b\r\nContent-Type: application/dicom\r\n\r\n"
		.getBytes(StandardCharsets.US_ASCII);

	@TempDir
	Path folder;

	/** By SOP Instance UID. */
	private final Map<String, byte[]> objects = new LinkedHashMap<>();

	/** What the server writes when it is asked for the whole series. */
	@FunctionalInterface
	private interface Whole {

		void write(OutputStream out) throws IOException;
	}

	@BeforeEach
	void prepare() throws IOException {
		final List<Path> files = new SyntheticSeries("fetched").slices(SLICES).write(folder);
		for (final Path file : files)
			objects.put(
				HeaderReaders.BUILT_IN.read(DiskSources.plain(file)).attributes().orElse(Tag.SOP_INSTANCE_UID, ""),
				Files.readAllBytes(file));
	}

	@Test
	void aSeriesIsOneQuestion() throws IOException {
		assertEquals(0, asked(out -> parts(out, List.copyOf(objects.values()), true)));
	}

	@Test
	void aServerThatGivesNoSeriesIsAskedForObjects() throws IOException {
		for (final String status : List.of("404 Not Found", "406 Not Acceptable", "500 Oops", "503 Busy"))
			assertEquals(SLICES, asked(out -> out.write(FakeServer.answer(status, "text/plain", ""))));
	}

	/** What came before the end is kept. */
	@Test
	void theRestOfAHalfAnswerIsAskedForObjectByObject() throws IOException {
		assertEquals(SLICES - 2, asked(out -> parts(out, List.copyOf(objects.values()).subList(0, 2), false)));
	}

	/** PS3.18 10.4.1.1.2: 206, if the server has not all of it. */
	@Test
	void whatAWholeAnswerLacksIsAskedFor() throws IOException {
		assertEquals(1, asked(out -> parts(out, List.copyOf(objects.values()).subList(1, SLICES), true)));
	}

	@Test
	void damagedAndForeignObjectsCountForNothing() throws IOException {
		final List<byte[]> given = new ArrayList<>(objects.values());
		given.set(0, "no DICOM".getBytes(StandardCharsets.US_ASCII));
		given.set(1, given.get(2));
		given.set(3, Arrays.copyOf(given.get(3), 300));
		assertEquals(3, asked(out -> parts(out, given, true)));
	}

	/** They would fill the disk until the end. */
	@Test
	void objectsThatCountForNothingTakeNoRoom() throws IOException {
		final List<byte[]> given = new ArrayList<>(objects.values());
		given.set(0, "no DICOM".getBytes(StandardCharsets.US_ASCII));
		given.set(2, given.get(1));
		try (FakeServer server = server(out -> parts(out, given, true)); Spool spool = new Spool(1 << 20)) {
			final Retrieval retrieval = new Retrieval(server.server().client, Limits.DEFAULT);
			final FoundSeries series = new FoundSeries("1.2", "1.3");
			final List<WebInstance> listed = retrieval.instances(series)
				.stream()
				.map(uid -> new WebInstance(retrieval, series, uid, spool, null))
				.toList();
			new SeriesFetch(retrieval, spool).all(List.of(listed), Progress.NONE);
			final Set<FileChannel> files = new HashSet<>();
			long needed = 0, taken = 0;
			for (final WebInstance instance : listed) {
				needed += instance.fetch().length();
				files.add(instance.fetch().channel());
			}
			for (final FileChannel file : files)
				taken += file.size();
			assertEquals(needed, taken);
		}
	}

	@Test
	void objectsThatAreTooLargeTakeNoRoom() throws IOException {
		try (Spool spool = new Spool(1 << 20)) {
			final Spool.Region first = spool.write(new ByteArrayInputStream(new byte[10]));
			assertThrows(DicomException.class, () -> spool.write(new ByteArrayInputStream(new byte[2 << 20])));
			assertEquals(10, first.channel().size());
		}
	}

	@Test
	void endlessObjectsAreEnded() throws IOException {
		final byte[] object = List.copyOf(objects.values()).get(0);
		assertEquals(SLICES - 1, asked(out -> {
			out.write(head());
			while (true) {
				out.write(BEGIN);
				out.write(object);
			}
		}));
	}

	/** Nothing is half imported: the message is that of the object that cannot be had. */
	@Test
	void anObjectThatCannotBeHadIsToldAndEndsAll() throws IOException {
		final String gone = List.copyOf(objects.keySet()).get(3);
		objects.remove(gone);
		final List<byte[]> others = List.copyOf(objects.values());
		objects.put(gone, null);
		try (FakeServer server = server(out -> parts(out, others, true))) {
			final String message = assertThrows(WebException.class, () -> scan(server)).getMessage();
			assertTrue(
				message.startsWith(
					"GET " + server.url() + "/studies/1.2/series/1.3/instances/" + gone + " was answered with 404"),
				message);
		}
	}

	// -- How often a server is asked, and over how many connections --

	/** Else each object would have to wait for a connection of its own, which takes a few times as long as itself. */
	@Test
	void aConnectionServesManyObjects() throws IOException {
		try (Answers server = new Answers(); SeriesPlace place = server.place(false)) {
			final ImportResult all = DicomVolumes.load(DicomVolumes.scan(place, ImportOptions.DEFAULT),
				ImportOptions.DEFAULT);
			assertEquals(1, all.volumes().size());
			for (final String uid : objects.keySet())
				assertEquals(1, server.asked.get(uid), uid);
			// not six: one is given up if the end of an answer is late
			assertTrue(server.connections.size() < SLICES, server.connections + " connections");
		}
	}

	@Test
	void aVirtualPlaceAsksForHeadersAndForAnObjectWhenItIsLookedAt() throws IOException {
		final ImportOptions options = ImportOptions.DEFAULT.withVirtual(true).withCacheBytes(1);
		try (Answers server = new Answers(); SeriesPlace place = server.place(true)) {
			final DicomVolume volume = DicomVolumes.load(DicomVolumes.scan(place, options), options).volumes().get(0);
			assertEquals(Map.of("metadata", 1), server.asked);
			for (int n = 0; n < 3; n++) {
				volume.plane(1, 0, 0);
				volume.plane(4, 0, 0); // of which one is kept only
			}
			final List<String> uids = List.copyOf(objects.keySet());
			assertEquals(Map.of("metadata", 1, uids.get(1), 1, uids.get(4), 1), server.asked);
		}
	}

	/** A server that gives no whole series and keeps its connections. */
	private final class Answers implements Closeable {

		private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
			0);
		private final Set<Integer> connections = ConcurrentHashMap.newKeySet();
		/** How often, by the last part of the address. */
		private final Map<String, Integer> asked = new ConcurrentHashMap<>();

		Answers() throws IOException {
			server.createContext("/", this::answer);
			server.start();
		}

		SeriesPlace place(final boolean isVirtual) {
			return new DicomWebServer(ServerAddress.of("http://127.0.0.1:" + server.getAddress().getPort()),
				Credentials.NONE).place(List.of(new FoundSeries("1.2", "1.3")), isVirtual);
		}

		private void answer(final HttpExchange exchange) throws IOException {
			connections.add(exchange.getRemoteAddress().getPort());
			final String what = exchange.getRequestURI().getPath().replaceFirst(".*/", "");
			asked.merge(what, 1, Integer::sum);
			final ByteArrayOutputStream body = new ByteArrayOutputStream();
			if (what.equals("metadata")) body.writeBytes(metadata().getBytes(StandardCharsets.UTF_8));
			else if (what.equals("instances")) body
				.writeBytes((asked.get(what) == 1 ? list().replace('\'', '"') : "[]").getBytes(StandardCharsets.UTF_8));
			else if (objects.containsKey(what)) objects(body, List.of(objects.get(what)), true);
			exchange.getResponseHeaders()
				.set("Content-Type",
					objects.containsKey(what) ? "multipart/related; type=\"application/dicom\"; boundary=b"
						: "application/dicom+json");
			exchange.sendResponseHeaders(what.equals("1.3") ? 404 : 200, 0); // in chunks
			try (OutputStream out = exchange.getResponseBody()) {
				body.writeTo(out);
			}
		}

		private String metadata() throws IOException {
			final List<Attributes> headers = new ArrayList<>();
			for (final byte[] object : objects.values()) {
				final Attributes header = HeaderReaders.BUILT_IN
					.read(DiskSources.plain(Files.write(folder.resolve("one"), object)))
					.attributes();
				headers.add(Attributes.builder()
					.putAll(header)
					.put(0x00083002, TransferSyntax.EXPLICIT_LITTLE_ENDIAN.uid())
					.putLeftInFile(Tag.PIXEL_DATA, VR.OW, 2)
					.build());
			}
			return new WrittenJson(new Random(1)).of(headers);
		}

		@Override
		public void close() {
			server.stop(0);
		}
	}

	/**
	 * Imports all from a server.
	 *
	 * @return how many objects were asked for by themselves
	 */
	private int asked(final Whole whole) throws IOException {
		try (FakeServer server = server(whole)) {
			scan(server);
			return (int) server.questions.stream().filter(q -> q.contains("/instances/")).count();
		}
	}

	private static void scan(final FakeServer server) throws IOException {
		try (SeriesPlace place = server.server().place(List.of(new FoundSeries("1.2", "1.3")), false)) {
			assertEquals(SLICES, DicomVolumes.scan(place, ImportOptions.DEFAULT).stacks().get(0).slices());
		}
	}

	private FakeServer server(final Whole whole) throws IOException {
		return new FakeServer((n, question, out) -> {
			final String path = question.split("[ ?]")[1];
			if (path.endsWith("/series/1.3")) whole.write(out);
			else if (path.endsWith("/instances"))
				out.write(FakeServer.json(question.contains("offset=0") ? list() : "[]"));
			else if (objects.get(path.replaceFirst(".*/", "")) == null)
				out.write(FakeServer.answer("404 Gone", "a/b", ""));
			else parts(out, List.of(objects.get(path.replaceFirst(".*/", ""))), true);
		});
	}

	private String list() {
		return "[" +
			String.join(",",
				objects.keySet().stream().map(uid -> "{'00080018':{'vr':'UI','Value':['" + uid + "']}}").toList()) +
			"]";
	}

	private static void parts(final OutputStream out, final List<byte[]> objects, final boolean isWhole)
		throws IOException
	{
		out.write(head());
		objects(out, objects, isWhole);
	}

	private static void objects(final OutputStream out, final List<byte[]> objects, final boolean isWhole)
		throws IOException
	{
		for (final byte[] object : objects) {
			out.write(BEGIN);
			out.write(object);
		}
		out.write((isWhole ? "\r\n--b--\r\n" : "\r\n--b\r\n").getBytes(StandardCharsets.US_ASCII));
	}

	/** Of an answer that ends with the connection. */
	private static byte[] head() {
		return ("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Type: multipart/related; type=\"application/dicom\"; " +
			"boundary=b\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
	}
}
