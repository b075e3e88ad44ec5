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
import java.util.stream.Stream;

import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.io.Limits;
import io.github.dicomvolumes.io.Progress;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

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
