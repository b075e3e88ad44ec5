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

package io.github.dicomvolumes.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.io.web.Credentials;
import io.github.dicomvolumes.io.web.DicomWebServer;
import io.github.dicomvolumes.io.web.Orthanc;
import io.github.dicomvolumes.io.web.ServerAddress;
import io.github.dicomvolumes.work.Progress;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The commands on a server as macros see them, in every ImageJ, with a real server. */
class ServerMacroTest {

	@RegisterExtension
	static final Orthanc ORTHANC = new Orthanc();

	/** ImageJ as Fiji patches it for running without windows. */
	@Nested
	class Headless extends Contract implements TestImageJ.Headless {}

	/** ImageJ as downloaded, with windows. */
	@Nested
	class Plain extends Contract implements TestImageJ.Plain {}

	/** What every ImageJ has to do. */
	abstract static class Contract implements TestImageJ.Any {

		private static final String SERVER = "dicom.volumes.server", PASSWORD = "dicom.volumes.password";

		@TempDir
		Path folder;

		private TestImageJ ij;

		@BeforeEach
		void prepare() throws IOException {
			ij = emptied();
			ORTHANC.clear();
			System.setProperty(SERVER, ORTHANC.url());
			System.setProperty(PASSWORD, Orthanc.PASSWORD);
		}

		@AfterEach
		void forget() {
			System.clearProperty(SERVER);
			System.clearProperty(PASSWORD);
		}

		@Test
		void aSeriesIsOpenedAsFromAFolder() throws IOException {
			send(new SyntheticSeries("chest").rescale(1, -1024).with(Tag.PATIENT_ID, "4711"));
			send(new SyntheticSeries("other").with(Tag.PATIENT_ID, "4712").slices(9));
			for (final String load : new String[] { "[In memory]", "Virtual" })
				assertEquals("chest|16|12|5|0.5|2|3|mm|2999|4023",
					ij.value(open("query=[PatientID=4711&Modality=CT] load=" + load) +
						"getDimensions(w, h, c, s, t); getVoxelSize(x, y, z, unit); setSlice(5);" +
						"return getTitle + '|' + w + '|' + h + '|' + s + '|' + x + '|' + y + '|' + z + '|' + unit" +
						" + '|' + getValue(3, 2) + '|' + getPixel(3, 2);").replace("chest-1", "chest"));
		}

		@Test
		void seriesAreChosenByName() throws IOException {
			final var small = new SyntheticSeries("small");
			send(small);
			send(new SyntheticSeries("large").slices(9));
			final String title = "return getTitle;";
			assertEquals("large", ij.value(open("") + title));
			assertEquals("small", ij.value(open("series=mall") + title));
			ij.value("close('*');");
			assertEquals("small", ij.value(open("series=" + small.seriesInstanceUid()) + title));
			assertEquals("2", ij.value("close('*');" + open("series=all") + "return '' + nImages;"));
			assertEquals(
				"series= names none of the 2 series that were found on the server. Use all, largest, #n, a Series " +
					"Instance UID, a Series Number or a part of the description.",
				error(open("series=nothing")));
		}

		@Test
		void whatDoesNotMatchIsToldWithoutIt() {
			assertEquals("Nothing on " + ORTHANC.url() + " matches the query (PatientID).",
				error(open("query=PatientID=Doe")));
			assertEquals("The query has the key \"PatientId\", which is no keyword of DICOM; keywords are, such as " +
				"PatientID=4711&StudyDate=20240101-20241231&Modality=CT", error(open("query=PatientId=Doe")));
		}

		@Test
		void aPasswordIsGivenToItsServerOnly() {
			System.setProperty(SERVER, "https://pacs.example.org/dicom-web");
			assertEquals(
				"user= needs a password, which no macro has: set the environment variable DICOM_VOLUMES_PASSWORD " +
					"(or the system property dicom.volumes.password), and DICOM_VOLUMES_SERVER (dicom.volumes.server) to the " +
					"address of the server that may have it.",
				error(open("")));
			System.setProperty(SERVER, ORTHANC.url() + "/");
			System.setProperty(PASSWORD, "wr0ng");
			final String refused = error(open(""));
			assertTrue(refused.contains("401 Unauthorized: the server does not accept a user and a password"), refused);
			assertFalse((refused + ij.value("return getInfo('log');")).contains("wr0ng"));
		}

		@Test
		void aNewSeriesIsSentAndComesBack() throws IOException {
			send(new SyntheticSeries("chest"));
			final String sent = "'url=" + ORTHANC.url() + " user=" + Orthanc.USER + " description=doubled'";
			assertEquals("doubled|5|8046",
				ij.value(open("") + "run('Multiply...', 'value=2 stack'); run('DICOM Series...', " + sent +
					"); close('*');" + open("series=doubled") +
					"setSlice(5); return getTitle + '|' + nSlices + '|' + getValue(3, 2);"));
			assertTrue(error("run('DICOM Series...', 'url=" + ORTHANC.url() + "x user=" + Orthanc.USER + "');")
				.contains("user= needs a password"));
		}

		@Test
		void aBadAddressIsTold() {
			assertEquals("The address of a DICOMweb server begins with https:// or http://, such as " +
				"https://pacs.example.org/dicom-web", error("run('DICOM Server...', 'url=pacs');"));
			assertEquals("url= is missing.",
				error("run('DICOM Server...', '');").replaceAll("The address.*", "url= is missing."));
		}

		/**
		 * With patient data hidden the server's failure is told as well, without UIDs; it is no file that cannot be
		 * read.
		 */
		@Test
		void aFailureIsToldWithPatientDataHidden() throws IOException {
			assertEquals("Nothing on " + ORTHANC.url() + " matches the query (PatientID).",
				error(open("query=PatientID=Doe patient=Hide")));
			System.setProperty(PASSWORD, "wr0ng");
			final String refused = error(open("patient=Hide"));
			assertTrue(refused.startsWith("GET " + ORTHANC.url() + "/studies was answered with 401"), refused);
		}

		private String error(final String macro) {
			return ij.value(macro + "return 'went on';");
		}

		private String open(final String options) {
			return "run('DICOM Server...', 'url=" + ORTHANC.url() + " user=" + Orthanc.USER + " " + options + "');";
		}

		private void send(final SyntheticSeries series) throws IOException {
			final var server = new DicomWebServer(ServerAddress.of(ORTHANC.url()),
				Credentials.basic(Orthanc.USER, Orthanc.PASSWORD.toCharArray()));
			assertTrue(
				server.store(series.write(Files.createTempDirectory(folder, "sent")), Progress.NONE).isComplete());
		}
	}
}
