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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Element;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.TransferSyntax;
import io.github.dicomvolumes.io.source.Limits;
import io.github.dicomvolumes.work.Progress;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a real server says to us, and we to it. */
class OrthancTest {

	@RegisterExtension
	static final Orthanc ORTHANC = new Orthanc();

	@TempDir
	Path folder;

	@Test
	void whatIsSentIsFoundAndComesBackAsItWas() throws IOException {
		final List<Path> files = files(new SyntheticSeries("there").with(Tag.PATIENT_ID, "4711"));
		final DicomWebServer server = ORTHANC.server();
		final StoreResult stored = server.store(files, Progress.NONE);
		assertTrue(stored.isComplete(), stored.summary());
		final List<FoundSeries> found = server.search(SeriesQuery.of("PatientID=4711&Modality=CT"), Progress.NONE);
		assertEquals(1, found.size());
		final List<byte[]> expected = new ArrayList<>(), actual = new ArrayList<>();
		final Retrieval retrieval = new Retrieval(server.client, Limits.DEFAULT);
		try (Spool spool = new Spool(1 << 20)) {
			for (final String uid : retrieval.instances(found.get(0)))
				actual.add(bytes(retrieval.instance(found.get(0), uid, spool)));
		}
		for (final Path file : files)
			expected.add(Files.readAllBytes(file));
		expected.sort(Arrays::compare);
		actual.sort(Arrays::compare);
		assertEquals(expected.size(), actual.size());
		for (int i = 0; i < expected.size(); i++)
			assertArrayEquals(expected.get(i), actual.get(i));
	}

	@Test
	void aWrongPasswordIsToldWithoutIt() {
		final WebException refused = assertThrows(WebException.class,
			() -> ORTHANC.server(Credentials.basic(Orthanc.USER, "wrong".toCharArray()))
				.search(SeriesQuery.ALL, Progress.NONE));
		assertEquals(401, refused.status());
		assertEquals(
			"GET " + ORTHANC.url() + "/studies was answered with 401 Unauthorized: " +
				"the server does not accept a user and a password like these; look whether they are right.",
			refused.getMessage());
	}

	/** Orthanc 1.10 does not decode what addresses have to code. */
	@ParameterizedTest
	@ValueSource(strings = { "PatientName=M\u00fc*^J?rg&Modality=CT", "StudyDescription=one, two",
		"PatientName=M\u00fcller*", "PatientName=m\u00fcller^j\u00f6rg", "SeriesDescription=T\u00eate",
		"PatientName=M*&SeriesDescription=*\u00eate" })
	void namesAndLettersOfAllKindsAreFound(final String query) throws IOException {
		ORTHANC.clear();
		final DicomWebServer server = ORTHANC.server();
		for (final String name : new String[] { "M\u00fcller^J\u00f6rg", "M\u00f6ller^J\u00fcrg" })
			send(server,
				new SyntheticSeries(name).with(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 100")
					.with(Tag.PATIENT_NAME, name)
					.with(Tag.STUDY_DESCRIPTION, name.startsWith("M\u00fc") ? "One, two" : "One or two")
					.with(Tag.SERIES_DESCRIPTION, name.startsWith("M\u00fc") ? "T\u00eate" : "T\u00e2te"));
		final List<FoundSeries> found = server.search(SeriesQuery.of(query), Progress.NONE);
		assertEquals(1, found.size());
		assertEquals("M\u00fcller^J\u00f6rg", found.get(0).attributes().orElse(Tag.PATIENT_NAME, ""));
		assertEquals(0, server.search(SeriesQuery.of("PatientName=M\u00e4ller*"), Progress.NONE).size());
	}

	// -- When it fails --

	/** What comes from a server that is killed in the middle is one message; what had come is nowhere. */
	@Test
	void aServerThatIsKilledIsToldAndWorksAgain() throws Exception {
		final DicomWebServer server = ORTHANC.server();
		final FoundSeries series = send(server, new SyntheticSeries("killed").slices(20));
		final Retrieval retrieval = new Retrieval(server.client, Limits.DEFAULT);
		final List<String> uids = retrieval.instances(series);
		try (Spool spool = new Spool(1 << 20)) {
			retrieval.instance(series, uids.get(0), spool);
			ORTHANC.kill();
			final String message = assertThrows(WebException.class,
				() -> retrieval.instance(series, uids.get(1), spool)).getMessage();
			assertTrue(message.contains("reached nobody: nothing listens at 127.0.0.1:"), message);
			ORTHANC.start();
			retrieval.instance(series, uids.get(1), spool);
		}
	}

	@Test
	void aServerThatIsStoppedCanBeLeftAtOnceAndGoesOn() throws Exception {
		final DicomWebServer server = ORTHANC.server();
		final FoundSeries series = send(server, new SyntheticSeries("stopped"));
		ORTHANC.pause();
		try {
			final long start = System.nanoTime();
			final Progress soon = progressUntil(start + 300_000_000);
			assertThrows(CancellationException.class, () -> server.search(SeriesQuery.ALL, soon));
			final long millis = (System.nanoTime() - start) / 1_000_000;
			assertTrue(millis < 1300, millis + " ms");
		}
		finally {
			ORTHANC.goOn();
		}
		assertEquals(5, new Retrieval(server.client, Limits.DEFAULT).instances(series).size());
	}

	private static Progress progressUntil(final long nanos) {
		return new Progress() {

			@Override
			public void update(final String phase, final long done, final long total) {}

			@Override
			public boolean isCanceled() {
				return System.nanoTime() > nanos;
			}
		};
	}

	// -- Many --

	@Test
	void thirtySeriesAtOnce() throws Exception {
		final DicomWebServer server = ORTHANC.server();
		final List<Callable<Integer>> all = new ArrayList<>();
		for (int i = 0; i < 30; i++) {
			final FoundSeries series = send(server, new SyntheticSeries("one of many " + i).slices(4));
			all.add(() -> {
				final Retrieval retrieval = new Retrieval(server.client, Limits.DEFAULT);
				int n = 0;
				try (Spool spool = new Spool(1 << 20)) {
					for (final String uid : retrieval.instances(series))
						if (retrieval.instance(series, uid, spool).length() > 0) n++;
				}
				return n;
			});
		}
		final ExecutorService threads = Executors.newFixedThreadPool(30);
		try {
			for (final Future<Integer> future : threads.invokeAll(all))
				assertEquals(4, future.get());
		}
		finally {
			threads.shutdownNow();
		}
	}

	// -- Headers and frames --

	/** What the server tells of headers, and what is in the files. */
	@Test
	void metadataAreThoseOfTheFiles() throws IOException {
		final SyntheticSeries slices = new SyntheticSeries("headers").with(Tag.PATIENT_NAME, "M\u00fcller^J\u00f6rg=x")
			.with(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 100");
		final DicomWebServer server = ORTHANC.server();
		final FoundSeries series = send(server, slices);
		final List<JsonDataSet> told = new Retrieval(server.client, Limits.DEFAULT).metadata(series,
			new AtomicLong(1 << 20));
		assertEquals(5, told.size());
		for (final JsonDataSet one : told) {
			final int k = one.attributes().orElse(Tag.INSTANCE_NUMBER, 0) - 1;
			final Attributes expected = slices.attributes(k);
			for (final Element element : expected.elements())
				if (element.tag() != Tag.PIXEL_DATA)
					assertEquals(element.strings(), one.attributes().optional(element.tag()).orElseThrow().strings());
			assertTrue(one.bulk(Tag.PIXEL_DATA).isPresent());
		}
	}

	@Test
	void framesComeOneByOne() throws IOException {
		final SyntheticSeries slices = new SyntheticSeries("frames").slices(6).frames(6);
		final DicomWebServer server = ORTHANC.server();
		final FoundSeries series = send(server, slices);
		final Retrieval retrieval = new Retrieval(server.client, Limits.DEFAULT);
		final String uid = retrieval.instances(series).get(0);
		final byte[] all = slices.pixels(0);
		final int length = all.length / 6;
		try (Spool spool = new Spool(1 << 20)) {
			for (final int k : new int[] { 3, 0, 5 })
				assertArrayEquals(Arrays.copyOfRange(all, k * length, (k + 1) * length),
					bytes(retrieval.frame(series, uid, k + 1, TransferSyntax.EXPLICIT_LITTLE_ENDIAN, spool)));
			assertEquals(400, assertThrows(WebException.class,
				() -> retrieval.frame(series, uid, 7, TransferSyntax.EXPLICIT_LITTLE_ENDIAN, spool)).status());
		}
		assertEquals(TransferSyntax.EXPLICIT_LITTLE_ENDIAN, retrieval.frameSyntax(series, uid).orElseThrow());
	}

	// -- What the tests say --

	private FoundSeries send(final DicomWebServer server, final SyntheticSeries series) throws IOException {
		final StoreResult stored = server.store(series.write(Files.createTempDirectory(folder, "sent")), Progress.NONE);
		assertTrue(stored.isComplete(), stored.summary());
		return server
			.search(new SeriesQuery(Map.of(Tag.SERIES_INSTANCE_UID, series.seriesInstanceUid())), Progress.NONE)
			.get(0);
	}

	private List<Path> files(final SyntheticSeries series) throws IOException {
		series.write(folder);
		try (Stream<Path> files = Files.list(folder)) {
			return files.sorted().toList();
		}
	}

	private static byte[] bytes(final Spool.Region region) throws IOException {
		final ByteBuffer bytes = ByteBuffer.allocate((int) region.length());
		while (region.read(bytes, bytes.position()) > 0)
			continue;
		return bytes.array();
	}
}
