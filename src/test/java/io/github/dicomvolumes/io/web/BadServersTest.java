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

import static io.github.dicomvolumes.io.web.FakeServer.answer;
import static io.github.dicomvolumes.io.web.FakeServer.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.io.source.Limits;
import io.github.dicomvolumes.work.Progress;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that lie, stop, send us elsewhere or never end: one clear message each, and nothing that stays open. */
@Timeout(60)
class BadServersTest {

	private static final FoundSeries SERIES = new FoundSeries("1.2", "1.2.3");
	private static final String STUDY = "[{'0020000D':{'vr':'UI','Value':['1.2']}}]",
		SERIES_OF_IT = "[{'0020000E':{'vr':'UI','Value':['1.2.3']}}]";

	@TempDir
	Path folder;

	// -- Half answers --

	@Test
	void aHalfAnswerIsAskedForAgainAndThenTold() throws IOException {
		try (FakeServer server = new FakeServer((n, question, out) -> out.write(cut(json(STUDY), 20)))) {
			assertEquals(
				"GET " + server.url() + "/studies was not answered wholly: the connection ended in the middle of " +
					"the answer; the server or the connection failed: try again.",
				failure(server));
			assertEquals(3, server.questions.size());
		}
	}

	@Test
	void aSecondTryMayGetTheWhole() throws IOException {
		final FakeServer.Behaviour once = (n, question, out) -> out
			.write(n == 0 ? cut(json(STUDY), 20) : search(question));
		try (FakeServer server = new FakeServer(once)) {
			assertEquals(1, server.server().search(SeriesQuery.ALL, Progress.NONE).size());
		}
	}

	@Test
	void aConnectionThatEndsAtOnceIsTold() throws IOException {
		try (FakeServer server = new FakeServer((n, question, out) -> out.close())) {
			assertTrue(failure(server).contains("the connection ended before the answer"), failure(server));
		}
	}

	@Test
	void partsWithoutTheirLastBoundaryAreHalf() throws IOException {
		final String body = "--b\r\nContent-Type: application/dicom\r\n\r\nabcdef";
		try (FakeServer server = parts(body); Spool spool = new Spool(1000)) {
			final String message = assertThrows(WebException.class, () -> fetch(server, spool)).getMessage();
			assertTrue(message.contains("the answer ended before its last boundary"), message);
			assertEquals(3, server.questions.size());
		}
	}

	// -- Lies --

	@ParameterizedTest
	@CsvSource({ "0", "3", "99999999999" })
	void theLengthThatAPartDeclaresIsNotBelieved(final String length) throws IOException {
		final String body = "preamble\r\n--b \r\nContent-Type: application/dicom\r\nContent-Length: " + length +
			"\r\n\r\nab\r\n--bx\r\n-\r\n--b--\r\nepilogue";
		try (FakeServer server = parts(body.replace("--bx", "--ax")); Spool spool = new Spool(1000)) {
			final Spool.Region region = fetch(server, spool);
			final ByteBuffer bytes = ByteBuffer.allocate(100);
			region.read(bytes, 0);
			assertEquals("ab\r\n--ax\r\n-", new String(bytes.array(), 0, bytes.position(), StandardCharsets.US_ASCII));
		}
	}

	@Test
	void anotherTypeIsTold() throws IOException {
		try (FakeServer server = new FakeServer(
			(n, question, out) -> out.write(answer("200 OK", "text/html; charset=utf-8", "<html>Log in</html>"))))
		{
			assertEquals(
				server.url() + "/studies answered with text/html instead of DICOM JSON; look whether this is the " +
					"address of DICOMweb, and not of a page for people or of a login.",
				failure(server));
			try (Spool spool = new Spool(1000)) {
				assertTrue(assertThrows(WebException.class, () -> fetch(server, spool)).getMessage()
					.contains("text/html instead of objects of DICOM"));
			}
		}
	}

	/** What Content-Length says counts for nothing: a half is one, and what is whole is taken. */
	@ParameterizedTest
	@ValueSource(ints = { -30, 1000 })
	void theLengthOfAnAnswerIsNotBelieved(final int more) throws IOException {
		final String body = "--b\r\nContent-Type: application/dicom\r\n\r\n" + "x".repeat(100) + "\r\n--b--\r\n";
		final String head = "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: " + (body.length() + more) +
			"\r\nContent-Type: multipart/related; boundary=b\r\n\r\n";
		try (
			FakeServer server = new FakeServer(
				(n, question, out) -> out.write((head + body).getBytes(StandardCharsets.US_ASCII)));
			Spool spool = new Spool(1000))
		{
			if (more > 0) assertEquals(100, fetch(server, spool).length());
			else assertTrue(assertThrows(WebException.class, () -> fetch(server, spool)).getMessage()
				.contains("was not answered wholly: the answer ended before its last boundary"));
		}
	}

	@Test
	void packedAnswersAreUnpacked() throws IOException {
		final byte[] object = answer("200 OK", "application/dicom", FakeServer.gzip(new byte[5000]),
			"Content-Encoding: X-GZip");
		final FakeServer.Behaviour packed = (n, question, out) -> {
			if (question.contains("/instances/")) out.write(object);
			else if (!question.contains("offset=0")) out.write(FakeServer.packed("[]"));
			else out.write(FakeServer.packed(question.contains("/series") ? SERIES_OF_IT : STUDY));
		};
		try (FakeServer server = new FakeServer(packed); Spool spool = new Spool(5000)) {
			assertEquals(1, server.server().search(SeriesQuery.ALL, Progress.NONE).size());
			assertTrue(server.questions.get(0).contains("Accept-Encoding: gzip"));
			assertFalse(server.questions.get(0).contains("HTTP2"), "an offer that some servers answer with nonsense");
			assertEquals(5000, fetch(server, spool).length());
		}
	}

	/** The end of an answer comes after the end of what was packed in it. */
	@ParameterizedTest
	@ValueSource(strings = { "gzip", "identity" })
	void aConnectionServesManyQuestions(final String coding) throws IOException {
		final Set<Integer> connections = ConcurrentHashMap.newKeySet();
		final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		server.createContext("/", exchange -> {
			connections.add(exchange.getRemoteAddress().getPort());
			final byte[] json = "[]".getBytes(StandardCharsets.US_ASCII);
			exchange.getResponseHeaders().set("Content-Type", "application/dicom+json");
			exchange.getResponseHeaders().set("Content-Encoding", coding);
			exchange.sendResponseHeaders(200, 0); // in chunks
			try (OutputStream out = exchange.getResponseBody()) {
				out.write(coding.equals("gzip") ? FakeServer.gzip(json) : json);
				out.flush();
			}
		});
		server.start();
		try {
			final DicomWebServer asked = FakeServer.server("http://127.0.0.1:" + server.getAddress().getPort(),
				Credentials.NONE);
			for (int i = 0; i < 20; i++)
				assertEquals(List.of(), asked.search(SeriesQuery.ALL, Progress.NONE));
			assertEquals(1, connections.size(), "connections for 20 questions");
		}
		finally {
			server.stop(0);
		}
	}

	/**
	 * A server with four studies of CT and three of MR, of which two have both, that gives two of the studies and two
	 * of the three series of a study at once.
	 */
	private static FakeServer withModalities() throws IOException {
		return new FakeServer((n, question, out) -> {
			final Matcher modality = Pattern.compile("(?:00080061|00080060)=([^& ]*)").matcher(question);
			final String wanted = modality.find() ? modality.group(1) : "";
			final Matcher study = Pattern.compile("studies/1\\.(\\d)/series").matcher(question);
			final int offset = Integer.parseInt(question.replaceFirst("(?s).*offset=(\\d+).*", "$1"));
			final List<String> found = new ArrayList<>();
			final boolean isOfStudy = study.find();
			for (final int i : switch (wanted) {
				case "CT" -> new int[] { 1, 2, 3, 4 };
				case "MR", "M*" -> new int[] { 3, 4, 5 };
				default -> new int[0];
			})
				if (!isOfStudy) found.add("{'0020000D':{'vr':'UI','Value':['1.%d']}}".formatted(i));
				else for (int k = 0; k < 3 && study.group(1).equals("" + i); k++)
					found.add("{'0020000E':{'vr':'UI','Value':['1.%d.%d.%d']},'00080060':{'vr':'CS','Value':['%s']}}"
						.formatted(i, wanted.equals("CT") ? 1 : 2, k, wanted.replace('*', 'R')));
			out.write(
				json(found.subList(Math.min(offset, found.size()), Math.min(offset + 2, found.size())).toString()));
		});
	}

	/** DICOM has no lists but of UIDs; people expect all of them, each once. */
	@Test
	void severalModalitiesAreAskedForOneByOne() throws IOException {
		final List<String> both = Stream.of("1.1.1", "1.2.1", "1.3.1", "1.4.1", "1.3.2", "1.4.2", "1.5.2")
			.flatMap(series -> IntStream.range(0, 3).mapToObj(k -> series + "." + k))
			.toList();
		try (FakeServer server = withModalities()) {
			int asked = 0;
			for (final String query : List.of("Modality=CT,MR", "Modality=CT\\MR,CT", "Modality=CT, MR,PT",
				"Modality=CT,MR,M*,CT"))
			{
				final List<FoundSeries> found = server.server().search(SeriesQuery.of(query), Progress.NONE);
				assertEquals(both, found.stream().map(FoundSeries::series).toList(), query);
				if (query.endsWith("\\MR,CT")) assertEquals(2 * asked, server.questions.size(), "asks for CT twice");
				asked = server.questions.size();
			}
			assertEquals("1.3.2.0",
				server.server().search(SeriesQuery.of("Modality=M*,CT,MR"), Progress.NONE).get(0).series());
		}
	}

	/** One list of modalities is one search: its studies, each once, are no more than one may find. */
	@ParameterizedTest
	@CsvSource({ "'CT', 4", "'CT,MR', 5", "'CT,MR,M*', 5" })
	void theStudiesOfAllModalitiesAreBounded(final String modalities, final int studies) throws IOException {
		try (FakeServer server = withModalities()) {
			final WebClient client = server.server().client;
			final SeriesQuery query = SeriesQuery.of("Modality=" + modalities);
			search(client, studies).series(query);
			final Search less = search(client, studies - 1);
			assertEquals(
				server.url() + "/studies has more than " + (studies - 1) +
					" that match; say more exactly what is sought, such as a range of StudyDate.",
				assertThrows(WebException.class, () -> less.series(query)).getMessage());
		}
	}

	private static Search search(final WebClient client, final int most) {
		return new Search(client, new Paging(client, Limits.DEFAULT, most), Progress.NONE);
	}

	@ParameterizedTest
	@CsvSource({ "5, false", "30, false", "0, true" })
	void packedHalvesAreHalf(final int by, final boolean isDamaged) throws IOException {
		final byte[] whole = FakeServer.gzip("[]".repeat(50).getBytes(StandardCharsets.US_ASCII));
		if (isDamaged) whole[15] ^= 0x55;
		final byte[] answer = answer("200 OK", "application/dicom",
			Arrays.copyOf(whole, Math.max(5, whole.length - by)), "Content-Encoding: gzip");
		try (FakeServer server = new FakeServer((n, question, out) -> out.write(answer));
			Spool spool = new Spool(5000))
		{
			final String message = assertThrows(WebException.class, () -> fetch(server, spool)).getMessage();
			assertTrue(message.contains("what the server packed with gzip ends in the middle, or is damaged"), message);
			assertEquals(3, server.questions.size());
		}
	}

	/** A thousand times as large as it comes. */
	@Test
	void whatIsPackedIsBoundedToo() throws IOException {
		final byte[] bomb = answer("200 OK", "application/dicom", FakeServer.gzip(new byte[8 << 20]),
			"Content-Encoding: gzip");
		try (FakeServer server = new FakeServer((n, question, out) -> out.write(bomb));
			Spool spool = new Spool(1 << 20))
		{
			assertEquals(
				"GET " + server.url() + "/studies/1.2/series/1.2.3/instances/1.2.3.4 gave an answer that cannot " +
					"be used: it has more than 1 MiB (Limits.unpackedBytes).",
				assertThrows(WebException.class, () -> fetch(server, spool)).getMessage());
		}
	}

	@Test
	void aCodingThatNobodyAskedForIsTold() throws IOException {
		try (FakeServer server = new FakeServer(
			(n, question, out) -> out.write(answer("200 OK", "application/dicom+json", "zzz", "Content-Encoding: br"))))
		{
			assertTrue(failure(server).contains("in the coding br, which was not asked for"));
		}
	}

	@Test
	void jsonThatIsNoneIsTold() throws IOException {
		try (FakeServer server = new FakeServer((n, question, out) -> out.write(json("[{'0020000D':")))) {
			assertEquals(
				"GET " + server.url() + "/studies gave an answer that cannot be used: the JSON ends in the middle.",
				failure(server));
		}
	}

	@Test
	void aUidThatIsAPathIsRefused() throws IOException {
		try (FakeServer server = new FakeServer(
			(n, question, out) -> out.write(json(n > 0 ? "[]" : "[{'0020000D':{'vr':'UI','Value':['1/../../x']}}]"))))
		{
			assertTrue(failure(server).contains("no UID"));
		}
	}

	// -- Without end --

	@Test
	void anEndlessListIsEnded() throws IOException {
		try (FakeServer server = new FakeServer((n, question, out) -> {
			out.write(head("application/dicom+json"));
			chunk(out, "[");
			for (int i = 0;; i++)
				chunk(out, "{\"0020000D\":{\"vr\":\"UI\",\"Value\":[\"1." + i + "\"]}},");
		})) {
			assertTrue(failure(server).contains("has more than 20000 that match"));
		}
	}

	/** Each data set is small enough, all of them together are not. */
	@Test
	void headersTakeNoMoreMemoryThanTheyMay() throws IOException {
		final FakeServer.Behaviour endless = (n, question, out) -> {
			out.write(head("application/dicom+json"));
			chunk(out, "[");
			for (int i = 0;; i++)
				chunk(out, "{\"0020000E\":{\"vr\":\"UI\",\"Value\":[\"1." + i +
					"\"]},\"00104000\":{\"vr\":\"LT\",\"Value\":[\"" + "x".repeat(20_000) + "\"]}},");
		};
		try (FakeServer server = new FakeServer(endless)) {
			final Limits few = new Limits(64, 1 << 19, 1 << 20, 2 << 20, 1 << 20, 100, 1 << 20, 1 << 18, 1 << 18,
				1 << 20);
			final String told = " gave an answer that cannot be used: its data sets take more than " +
				(few.allHeaderBytes() >> 20) + " MiB of memory, with those that came before (Limits.allHeaderBytes).";
			final WebClient client = server.server().client;
			assertEquals("GET " + server.url() + "/studies" + told,
				assertThrows(WebException.class, () -> new Search(client, few, Progress.NONE).series(SeriesQuery.ALL))
					.getMessage());
			assertEquals("GET " + server.url() + "/studies/1.2/series/1.2.3/metadata" + told,
				assertThrows(WebException.class,
					() -> new Retrieval(client, few).metadata(SERIES, new AtomicLong(few.allHeaderBytes())))
					.getMessage());
		}
	}

	@Test
	void anEndlessObjectIsEnded() throws IOException {
		try (FakeServer server = new FakeServer((n, question, out) -> {
			out.write(head("multipart/related; type=\"application/dicom\"; boundary=b"));
			chunk(out, "--b\r\nContent-Type: application/dicom\r\n\r\n");
			while (true)
				chunk(out, "x".repeat(10_000));
		}); Spool spool = new Spool(3 << 20)) {
			final String message = assertThrows(WebException.class, () -> fetch(server, spool)).getMessage();
			assertTrue(message.contains("has more than 3 MiB"), message);
			assertEquals(1, server.questions.size());
		}
	}

	@Test
	void endlessHeadersOfAPartAreEnded() throws IOException {
		try (FakeServer server = new FakeServer((n, question, out) -> {
			out.write(head("multipart/related; boundary=b"));
			chunk(out, "--b\r\n");
			while (true)
				chunk(out, "x".repeat(10_000));
		}); Spool spool = new Spool(3 << 20)) {
			assertTrue(assertThrows(WebException.class, () -> fetch(server, spool)).getMessage()
				.contains(" gave an answer that cannot be used: the headers of a part"));
		}
	}

	@Test
	void pagesThatAreAllTheSameAreOne() throws IOException {
		final FakeServer.Behaviour same = (n, question, out) -> out
			.write(json(question.contains("/series") ? SERIES_OF_IT : STUDY));
		try (FakeServer server = new FakeServer(same)) {
			assertEquals(1, server.server().search(SeriesQuery.ALL, Progress.NONE).size());
			assertEquals(4, server.questions.size());
		}
	}

	/** As many as the study is said to have, on a page that is not full: nothing more is asked for. */
	@Test
	void whatTheServerCountedIsAskedForOnce() throws IOException {
		final String study = STUDY.replace("}}]", "},'00201206':{'vr':'IS','Value':[%d]}}]");
		for (final int count : new int[] { 1, 2, 0 })
			try (FakeServer server = new FakeServer((n, question, out) -> out
				.write(question.contains("/series") ? search(question) : json(study.formatted(count)))))
			{
				assertEquals(1, server.server().search(SeriesQuery.ALL, Progress.NONE).size());
				assertEquals(count == 1 ? 1 : 2,
					server.questions.stream().filter(question -> question.contains("/series")).count());
			}
	}

	/** One that gives two at once, however many are wanted. */
	@Test
	void shortPagesAreNotTheEnd() throws IOException {
		final FakeServer.Behaviour two = (n, question, out) -> {
			final int offset = Integer.parseInt(question.replaceFirst("(?s).*offset=(\\d+).*", "$1"));
			final StringBuilder page = new StringBuilder();
			for (int i = offset; i < Math.min(offset + 2, 5); i++)
				page.append(page.length() == 0 ? "" : ",").append("{'0020000E':{'vr':'UI','Value':['1." + i + "']}}");
			out.write(question.contains("/series") ? json("[" + page + "]") : search(question));
		};
		try (FakeServer server = new FakeServer(two)) {
			assertEquals(5, server.server().search(SeriesQuery.ALL, Progress.NONE).size());
		}
	}

	// -- Slow --

	@Test
	void aServerThatDoesNotAnswerIsGivenUp() throws IOException {
		try (FakeServer server = new FakeServer((n, question, out) -> Thread.sleep(30_000))) {
			assertTrue(failure(server).contains("/studies was not answered in time"));
		}
	}

	@Test
	void aServerThatStopsInTheMiddleIsGivenUp() throws IOException {
		try (FakeServer server = new FakeServer((n, question, out) -> {
			out.write(cut(json(STUDY), 20));
			out.flush();
			Thread.sleep(30_000);
		})) {
			assertTrue(failure(server).contains("nothing came for 1 s in the middle of the answer"));
		}
	}

	@Test
	void slowWorkIsCancelledWithinASecond() throws IOException {
		try (FakeServer server = new FakeServer((n, question, out) -> {
			out.write(cut(json(STUDY), 20));
			out.flush();
			Thread.sleep(30_000);
		})) {
			final long start = System.nanoTime();
			final Progress soon = new Progress() {

				@Override
				public void update(final String phase, final long done, final long total) {}

				@Override
				public boolean isCanceled() {
					return System.nanoTime() - start > 200_000_000;
				}
			};
			assertThrows(CancellationException.class, () -> server.server().search(SeriesQuery.ALL, soon));
			final long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
			assertTrue(millis < 1200, millis + " ms");
		}
	}

	// -- Busy --

	@Test
	void aBusyServerIsAskedAgainWhenItSays() throws IOException {
		final FakeServer.Behaviour busy = (n, question, out) -> out.write(
			n < 2 ? answer("503 Service Unavailable", "text/plain", "", "Retry-After: 99999") : search(question));
		try (FakeServer server = new FakeServer(busy)) {
			final long start = System.nanoTime();
			assertEquals(1, server.server().search(SeriesQuery.ALL, Progress.NONE).size());
			final long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
			assertTrue(millis >= 600 && millis < 10_000, millis + " ms: twice the longest pause");
		}
	}

	/** RFC 9110 10.2.3, and what servers make of it. */
	@ParameterizedTest
	@CsvSource({ "0, 0", "7, 7000", "' 7 ', 7000", "31, 30000", "86400, 30000", "99999999999999999999, 30000",
		"'Wed, 21 Oct 2015 07:28:00 GMT', 0", "'Fri, 31 Dec 2100 23:59:59 GMT', 30000" })
	void noServerIsWaitedForLongerThanPatienceAllows(final String header, final long millis) {
		assertEquals(millis, Patience.DEFAULT.before(0, Refusal.seconds(header)).toMillis());
	}

	@ParameterizedTest
	@ValueSource(strings = { "-5", "soon", "", "1.5", "21 Oct 2015", "0x10" })
	void whatSaysNothingIsPassedOver(final String header) {
		assertEquals(-1, Refusal.seconds(header));
		for (int retry = 0; retry < 100; retry++) {
			final long millis = Patience.DEFAULT.before(retry, -1).toMillis();
			assertTrue(millis >= 250 && millis <= 30_000, millis + " ms");
		}
	}

	/** 64 MiB take their time, and the answer comes only after them. */
	@Test
	void whatIsSentIsGivenTheTimeThatItNeeds() {
		assertEquals(Duration.ofSeconds(120), Patience.DEFAULT.answering(1000));
		assertEquals(Duration.ofSeconds(120 + 4096), Patience.DEFAULT.answering(64 << 20));
	}

	@ParameterizedTest
	@CsvSource({ "404 Not Found, 1", "401 Unauthorized, 1", "500 Oops, 1", "429 Slow Down, 3", "502 Bad Gateway, 3" })
	void onlyWhatMayPassIsAskedAgain(final String status, final int times) throws IOException {
		try (FakeServer server = new FakeServer((n, question, out) -> out.write(answer(status, "text/plain", "")))) {
			assertTrue(failure(server).contains("was answered with " + status.substring(0, 3)));
			assertEquals(times, server.questions.size());
		}
	}

	/** The server may have stored it: only it can say that it has not. */
	@ParameterizedTest
	@CsvSource({ "'', 1", "Retry-After: 0, 3" })
	void whatIsSentIsSentAgainOnlyIfTheServerSaysSo(final String header, final int times) throws IOException {
		final byte[] busy = header.isEmpty() ? answer("503 Busy", "text/plain", "")
			: answer("503 Busy", "text/plain", "", header);
		try (FakeServer server = new FakeServer((n, question, out) -> out.write(busy))) {
			assertTrue(assertThrows(WebException.class, () -> server.server().store(List.of(file()), Progress.NONE))
				.getMessage()
				.startsWith("POST " + server.url() + "/studies was answered with 503"));
			assertEquals(times, server.questions.size());
		}
	}

	@Test
	void whatIsSentIsNotSentAgainAfterAHalfAnswer() throws IOException {
		try (FakeServer server = new FakeServer((n, question, out) -> out.write(cut(json(STUDY), 20)))) {
			assertThrows(WebException.class, () -> server.server().store(List.of(file()), Progress.NONE));
			assertEquals(1, server.questions.size());
		}
	}

	@Test
	void refusalsAreTold() throws IOException {
		final String told = "{'00081198':{'vr':'SQ','Value':[{'00081155':{'vr':'UI','Value':['1.2']}," +
			"'00081197':{'vr':'US','Value':[42752]}}]}}";
		try (FakeServer server = new FakeServer(
			(n, question, out) -> out.write(answer("409 Conflict", "application/dicom+json", told.replace('\'', '"')))))
		{
			assertEquals("The server stored 0 of 1 objects; the others: out of resources (A700).",
				server.server().store(List.of(file()), Progress.NONE).summary());
		}
	}

	// -- Elsewhere --

	@Test
	void aRedirectOnTheSameServerKeepsThePassword() throws IOException {
		try (FakeServer server = redirecting(path -> "/elsewhere" + path)) {
			assertEquals(1, server.server().search(SeriesQuery.ALL, Progress.NONE).size());
			assertTrue(server.questions.stream().allMatch(question -> question.contains("Authorization: Basic ")));
		}
	}

	@Test
	void noOtherServerGetsThePassword() throws IOException {
		try (FakeServer other = new FakeServer((n, question, out) -> out.write(search(question)));
			FakeServer server = redirecting(path -> other.url() + "/elsewhere" + path))
		{
			assertEquals(1, server.server().search(SeriesQuery.ALL, Progress.NONE).size());
			assertFalse(other.questions.isEmpty());
			assertTrue(other.questions.stream().noneMatch(question -> question.contains("uthorization")));
		}
	}

	/** As when http:// was typed for a server of https://: who typed a password is told why it did not count. */
	@Test
	void aRefusalElsewhereSaysThatThePasswordStayedHere() throws IOException {
		try (FakeServer other = new FakeServer((n, question, out) -> out.write(answer("401 No", "text/plain", "")));
			FakeServer server = redirecting(path -> other.url() + "/elsewhere" + path))
		{
			assertEquals("GET " + other.url() +
				"/elsewhere/dicom-web/studies was answered with 401 Unauthorized: the " +
				"server wants to know who asks; give a user and a password, or a token. (The server redirected to this " +
				"address, which is not on the server that was asked, and was shown no password or token; if it is yours, " +
				"give it as the address.)", failure(server));
		}
	}

	@Test
	void aCircleOfRedirectsIsLeft() throws IOException {
		try (FakeServer server = new FakeServer((n, question, out) -> out
			.write(answer("302 Found", "text/plain", "", "Location: " + question.split(" ")[1]))))
		{
			assertTrue(failure(server).contains("was redirected more than 5 times"));
		}
	}

	@Test
	void nothingIsSentElsewhere() throws IOException {
		try (FakeServer server = new FakeServer((n, question, out) -> out
			.write(answer("307 Elsewhere", "text/plain", "", "Location: https://evil.example/x?token=1"))))
		{
			assertEquals(
				"POST " + server.url() + "/studies was redirected to https://evil.example/x; nothing was sent " +
					"there: give the address that the server has now.",
				assertThrows(WebException.class, () -> server.server().store(List.of(file()), Progress.NONE))
					.getMessage());
		}
	}

	@ParameterizedTest
	@CsvSource({ "http://pacs/x", "ftp://pacs/x", "file:///etc/passwd", "https://user:word@pacs/x", "''",
		"'https:// x'" })
	void unsafeRedirectsAreRefused(final String location) {
		assertThrows(WebException.class, () -> Redirect.next(URI.create("https://pacs/dicom-web/studies"), location));
	}

	@Test
	void safeRedirectsAreFollowed() throws IOException {
		final URI from = URI.create("https://pacs/dicom-web/studies?limit=1");
		assertEquals(URI.create("https://pacs/rs/studies"), Redirect.next(from, "/rs/studies"));
		assertEquals(URI.create("https://other/x"), Redirect.next(from, "https://other/x"));
	}

	// -- TLS --

	@Test
	void aCertificateThatNobodySignedIsRefused() throws Exception {
		final Path keys = folder.resolve("keys.p12");
		final Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
		assertEquals(0, new ProcessBuilder(keytool.toString(), "-genkeypair", "-keyalg", "EC", "-dname", "CN=localhost",
			"-ext", "san=ip:127.0.0.1", "-keystore", keys.toString(), "-storepass", "changeit").start().waitFor());
		final KeyStore store = KeyStore.getInstance(keys.toFile(), "changeit".toCharArray());
		final KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
		factory.init(store, "changeit".toCharArray());
		final SSLContext tls = SSLContext.getInstance("TLS");
		tls.init(factory.getKeyManagers(), null, null);
		try (FakeServer server = new FakeServer((n, question, out) -> out.write(json("[]")),
			tls.getServerSocketFactory().createServerSocket(0)))
		{
			final String url = server.url().replace("http:", "https:");
			final String message = assertThrows(WebException.class,
				() -> FakeServer.server(url, Credentials.NONE).search(SeriesQuery.ALL, Progress.NONE)).getMessage();
			assertTrue(
				message.startsWith("GET " + url + "/studies reached somebody whose certificate cannot be trusted"),
				message);
			assertTrue(server.questions.isEmpty());
		}
	}

	@Test
	void httpsToAServerOfHttpIsTold() throws IOException {
		try (FakeServer server = new FakeServer((n, question, out) -> out.write(json("[]")))) {
			final String message = assertThrows(WebException.class,
				() -> FakeServer.server(server.url().replace("http:", "https:"), Credentials.NONE)
					.search(SeriesQuery.ALL, Progress.NONE))
				.getMessage();
			assertTrue(message.contains("https"), message);
		}
	}

	@Test
	void nobodyThereIsTold() throws IOException {
		final FakeServer server = new FakeServer((n, question, out) -> out.write(json("[]")));
		server.close();
		assertTrue(failure(server).contains("reached nobody: nothing listens at 127.0.0.1:"), failure(server));
		final String message = assertThrows(WebException.class,
			() -> FakeServer.server("http://nowhere.invalid", Credentials.NONE).search(SeriesQuery.ALL, Progress.NONE))
			.getMessage();
		assertEquals(
			"GET http://nowhere.invalid/studies reached nobody: the name nowhere.invalid is unknown; look at " +
				"the address and at the network.",
			message);
	}

	// -- Secrets --

	@Test
	void noMessageHasASecretOrWhatWasSought() throws IOException {
		for (final String status : List.of("400 Bad", "401 No", "403 No", "404 No", "500 No", "307 Elsewhere"))
			try (FakeServer server = new FakeServer(
				(n, question, out) -> out.write(answer(status, "text/plain", "s3cret"))))
			{
				final DicomWebServer ours = server.server();
				final String message = assertThrows(DicomException.class,
					() -> ours.search(SeriesQuery.of("PatientName=Doe*&PatientID=4711"), Progress.NONE)).getMessage();
				for (final String secret : List.of("s3cret", "alice", "czNjcmV0", "YWxpY2U", "Doe", "4711"))
					assertFalse((message + ours + ours.client.credentials()).contains(secret), message);
			}
	}

	@Test
	void aNeutralMessageHasNoUid() {
		assertEquals("GET http://pacs/studies/.../series/.../instances/.../frames/12 was answered",
			WebException.of("GET http://pacs/studies/1.2/series/1.2.3/instances/1.2.3.4/frames/12 was answered")
				.neutralMessage());
	}

	// -- What the tests say --

	private static String failure(final FakeServer server) {
		return assertThrows(WebException.class, () -> server.server().search(SeriesQuery.ALL, Progress.NONE))
			.getMessage();
	}

	private static Spool.Region fetch(final FakeServer server, final Spool spool) throws IOException {
		return new Retrieval(server.server().client, Limits.DEFAULT).instance(SERIES, "1.2.3.4", spool);
	}

	private static byte[] search(final String question) {
		final boolean isFirst = question.contains("offset=0");
		return json(!isFirst ? "[]" : question.contains("/series") ? SERIES_OF_IT : STUDY);
	}

	private static FakeServer parts(final String body) throws IOException {
		return new FakeServer((n, question, out) -> out
			.write(answer("200 OK", "multipart/related; type=\"application/dicom\"; boundary=\"b\"", body)));
	}

	private static FakeServer redirecting(final UnaryOperator<String> elsewhere) throws IOException {
		return new FakeServer((n, question, out) -> {
			final String path = question.split(" ")[1];
			out.write(path.startsWith("/elsewhere") ? search(question)
				: answer("302 Found", "text/plain", "", "Location: " + elsewhere.apply(path)));
		});
	}

	private Path file() throws IOException {
		return Files.writeString(folder.resolve("file"), "DICM");
	}

	private static byte[] cut(final byte[] bytes, final int by) {
		return Arrays.copyOf(bytes, bytes.length - by);
	}

	private static byte[] head(final String type) {
		return ("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Type: " + type + "\r\n\r\n")
			.getBytes(StandardCharsets.US_ASCII);
	}

	private static void chunk(final OutputStream out, final String text) throws IOException {
		out.write((Integer.toHexString(text.length()) + "\r\n" + text + "\r\n").getBytes(StandardCharsets.US_ASCII));
	}
}
