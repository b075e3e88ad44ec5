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

package io.github.dicomvolumes.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.command.TestImageJ;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.io.web.Credentials;
import io.github.dicomvolumes.io.web.DicomWebServer;
import io.github.dicomvolumes.io.web.Orthanc;
import io.github.dicomvolumes.io.web.SeriesQuery;
import io.github.dicomvolumes.io.web.ServerAddress;
import io.github.dicomvolumes.work.Progress;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The code of the page about servers does what the page says, with a real server in the place of the example. */
class ServerPageTest {

	private static final String EXAMPLE = "https://pacs.example.org/dicom-web";

	@RegisterExtension
	static final Orthanc ORTHANC = new Orthanc();

	@TempDir
	Path folder;

	private DicomWebServer server;

	@BeforeEach
	void prepare() throws IOException {
		ORTHANC.clear();
		server = new DicomWebServer(ServerAddress.of(ORTHANC.url()),
			Credentials.basic(Orthanc.USER, Orthanc.PASSWORD.toCharArray()));
		final var series = new SyntheticSeries("chest").with(Tag.PATIENT_ID, "4711")
			.with(Tag.SERIES_INSTANCE_UID, "1.2.3.4");
		assertTrue(server.store(series.write(folder.resolve("sent")), Progress.NONE).isComplete());
		System.setProperty("dicom.volumes.server", ORTHANC.url());
		System.setProperty("dicom.volumes.password", Orthanc.PASSWORD);
	}

	@AfterEach
	void forget() {
		System.clearProperty("dicom.volumes.server");
		System.clearProperty("dicom.volumes.password");
	}

	@Test
	void macro() throws IOException {
		assertEquals("2|chest|5",
			TestImageJ.headless()
				.value("close('*');" + code("ijm") + "return '' + nImages + '|' + getTitle + '|' + nSlices;")
				.replace("chest-1", "chest"));
		assertEquals(1, server.search(SeriesQuery.of("SeriesDescription=Lung, resampled"), Progress.NONE).size());
	}

	@Test
	void java() throws Exception {
		final String code = "char[] password = System.getProperty(\"dicom.volumes.password\").toCharArray();\n" +
			code("java").replaceFirst("\\}\\s*$", "System.out.println(ct.dimensions()[2]);  // 5\n}");
		new JavaBlocks(GuideFiles.write(folder.resolve("files")), Files.createDirectory(folder.resolve("classes")))
			.run(List.of(new CodeBlock(1, "java", "", code)), true);
	}

	private static String code(final String language) {
		final List<CodeBlock> blocks = GuidePage.of(GuidePage.DOCS.resolve("server.md"))
			.blocks()
			.stream()
			.filter(block -> block.language().equals(language))
			.toList();
		assertEquals(1, blocks.size());
		final String code = blocks.get(0).code().replace(EXAMPLE, ORTHANC.url());
		assertTrue(code.contains(ORTHANC.url()) && code.contains(Orthanc.USER), code);
		return code;
	}
}
