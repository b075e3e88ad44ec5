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

import static io.github.dicomvolumes.command.Dialogs.await;
import static io.github.dicomvolumes.command.Dialogs.choose;
import static io.github.dicomvolumes.command.Dialogs.click;
import static io.github.dicomvolumes.command.Dialogs.find;
import static io.github.dicomvolumes.command.Dialogs.picture;
import static io.github.dicomvolumes.command.Dialogs.press;
import static io.github.dicomvolumes.command.Dialogs.recorded;
import static io.github.dicomvolumes.command.Dialogs.type;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Dialog;
import java.awt.EventQueue;
import java.awt.TextField;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.swing.JEditorPane;
import javax.swing.JPasswordField;
import javax.swing.JTable;

import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.io.web.Credentials;
import io.github.dicomvolumes.io.web.DicomWebServer;
import io.github.dicomvolumes.io.web.Orthanc;
import io.github.dicomvolumes.io.web.ServerAddress;
import io.github.dicomvolumes.work.Progress;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** DICOM Server... with a person at a real server: what is asked, and what is recorded of it. */
class ServerDialogTest {

	private static final String LABEL = "DICOM Server...";

	@RegisterExtension
	static final Orthanc ORTHANC = new Orthanc();

	@TempDir
	private Path folder;

	private TestImageJ ij;

	@BeforeEach
	void start() {
		ij = TestImageJ.plain();
		ij.value("close('*');");
	}

	@AfterEach
	void closeRecorder() {
		Dialogs.closeRecorder(ij);
	}

	@Test
	void aPersonChoosesAmongSeriesAndThePasswordIsNotRecorded() throws Exception {
		final var small = new SyntheticSeries("small").series(1)
			.with(Tag.PATIENT_ID, "4711")
			.with(Tag.PATIENT_NAME, "Doe^Jane");
		send(small);
		send(new SyntheticSeries("large").series(2).slices(9).with(Tag.PATIENT_ID, "4711"));
		send(new SyntheticSeries("of somebody else").with(Tag.PATIENT_ID, "4712"));
		ij.run("run('Record...');");
		final Dialog dialog = choose(ij, LABEL);
		type(dialog, ORTHANC.url(), "PatientID=4711", "", Orthanc.USER);
		press(dialog, "  OK  ");
		final Dialog password = await("DICOM Server: Password");
		EventQueue.invokeAndWait(() -> find(password, JPasswordField.class).get(0).setText(Orthanc.PASSWORD));
		picture(password, "password.png");
		click(password, "OK");
		final Dialog picker = await("DICOM Server");
		final JTable table = find(picker, JTable.class).get(0);
		assertEquals(List.of("Series", "Modality", "Number", "Description", "Size"),
			IntStream.range(0, table.getColumnCount()).mapToObj(table::getColumnName).toList(), "what a server tells");
		EventQueue.invokeAndWait(() -> {
			for (int row = 0; row < table.getRowCount(); row++)
				if ("small".equals(table.getValueAt(row, 3))) table.setRowSelectionInterval(row, row);
		});
		picture(picker, "picker.png");
		click(picker, "OK");
		assertEquals("small",
			await(() -> ij.value("if (nImages == 0) return ''; return getTitle;").equals("small") ? "small" : null));
		final String line = await(
			() -> recorded(ij).lines().filter(one -> one.contains(LABEL + "\", \"url")).findFirst().orElse(null));
		assertTrue(line.startsWith("run(\"DICOM Server...\", \"url=" + ORTHANC.url() + " query=PatientID=4711 series=" +
			small.seriesInstanceUid() + " user=" + Orthanc.USER + " load=[In memory]"), line);
		assertFalse(recorded(ij).contains(Orthanc.PASSWORD), "the password is recorded");
		assertFalse(ij.value("return getInfo('log');").contains(Orthanc.PASSWORD), "the password is logged");
	}

	/** As browsers take it; the dialog begins with what was there before. */
	@ParameterizedTest
	@CsvSource({ "http://alice:s3cret@127.0.0.1:1/dicom-web, ''", "http://127.0.0.1:1/dicom-web?key=s3cret, ''",
		"http://127.0.0.1:1/dicom-web, alice:s3cret" })
	void aPasswordInAnAddressIsNeitherRememberedNorRecordedNorLogged(final String url, final String user)
		throws Exception
	{
		ij.run("run('Record...');");
		final Dialog dialog = choose(ij, LABEL);
		type(dialog, url, "", "", user);
		press(dialog, "  OK  ");
		press(await("DICOM Volumes"), "OK");
		final Dialog again = choose(ij, LABEL);
		assertFalse(find(again, TextField.class).stream().anyMatch(field -> field.getText().contains("s3cret")));
		press(again, "Cancel");
		assertFalse(recorded(ij).contains("s3cret"), recorded(ij));
		assertFalse(ij.value("return getInfo('log');").contains("s3cret"));
	}

	@Test
	void whoCancelsThePasswordOpensNothing() throws Exception {
		final Dialog dialog = choose(ij, LABEL);
		type(dialog, ORTHANC.url(), "", "", Orthanc.USER);
		press(dialog, "  OK  ");
		final Dialog password = await("DICOM Server: Password");
		click(password, "Help");
		final Dialog help = await("DICOM Volumes: help");
		assertEquals(password, help.getOwner());
		assertTrue(find(help, JEditorPane.class).get(0).getText().contains("keytool"), "another page");
		EventQueue.invokeAndWait(help::dispose);
		click(password, "Cancel");
		await(() -> Dialogs.of("DICOM Server: Password").isEmpty() ? "closed" : null);
		assertEquals("0", ij.value("return '' + nImages;"));
	}

	private void send(final SyntheticSeries series) throws IOException {
		final var server = new DicomWebServer(ServerAddress.of(ORTHANC.url()),
			Credentials.basic(Orthanc.USER, Orthanc.PASSWORD.toCharArray()));
		assertTrue(server.store(series.write(Files.createTempDirectory(folder, "sent")), Progress.NONE).isComplete());
	}
}
