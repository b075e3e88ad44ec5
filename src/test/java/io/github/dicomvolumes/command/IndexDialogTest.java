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
import static io.github.dicomvolumes.command.Dialogs.awaitEnd;
import static io.github.dicomvolumes.command.Dialogs.awaitShown;
import static io.github.dicomvolumes.command.Dialogs.choose;
import static io.github.dicomvolumes.command.Dialogs.click;
import static io.github.dicomvolumes.command.Dialogs.find;
import static io.github.dicomvolumes.command.Dialogs.picture;
import static io.github.dicomvolumes.command.Dialogs.press;
import static io.github.dicomvolumes.command.Dialogs.recorded;
import static io.github.dicomvolumes.command.Dialogs.type;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Dialog;
import java.awt.EventQueue;
import java.io.IOException;
import java.nio.file.Path;
import javax.swing.JTable;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.series.index.IndexFile;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person who opens volumes of an index: the dialog, the table, the choice, and what is recorded of it. */
class IndexDialogTest {

	private static final String LABEL = "DICOM Series Table...";

	@TempDir
	private Path folder;

	private TestImageJ ij;
	private String index;

	@BeforeEach
	void makeIndex() throws IOException {
		ij = TestImageJ.plain();
		ij.value("close('*');");
		final Path archive = folder.resolve("archive");
		new SyntheticSeries("small").series(1).slices(3).with(Tag.PATIENT_NAME, "Doe^Jane").write(archive.resolve("a"));
		new SyntheticSeries("large").series(2).slices(9).with(Tag.PATIENT_NAME, "Roe^Rita").write(archive.resolve("b"));
		new SyntheticSeries("of a head").series(3).with(Tag.MODALITY, "MR").write(archive.resolve("c"));
		index = IndexFile.write(DicomVolumes.scan(archive), folder.resolve("index")).toString();
	}

	@AfterEach
	void close() {
		if (ij != null) ij.value("close('*');");
		Dialogs.closeRecorder(ij);
	}

	@Test
	void aPersonChoosesAmongTheVolumesThatMatch() throws Exception {
		ij.run("run('Record...');");
		final Dialog picker = picker();
		final JTable table = find(picker, JTable.class).get(0);
		picture(picker, "index.png");
		EventQueue.invokeAndWait(() -> {
			for (int row = 0; row < table.getRowCount(); row++)
				if ("large".equals(table.getValueAt(row, 3))) table.setRowSelectionInterval(row, row);
		});
		click(picker, "OK");
		awaitShown(ij, "large 5 of 9");
		assertEquals("1", ij.value("return '' + isOpen('DICOM Series');"));
		final String line = await(
			() -> recorded(ij).lines().filter(one -> one.contains(LABEL + "\", \"")).findFirst().orElse(null));
		assertTrue(line.contains("index=" + index) && line.contains("query=Modality=CT") && line.contains("series=#2"),
			line);
	}

	@Test
	void whoCancelsHasTheTable() throws Exception {
		final Dialog picker = picker();
		click(picker, "Cancel");
		awaitEnd();
		assertEquals("0|2", ij.value("return '' + nImages + '|' + Table.size('DICOM Series');"));
	}

	private Dialog picker() throws InterruptedException {
		final Dialog dialog = choose(ij, LABEL);
		type(dialog, "", index, "Modality=CT", "");
		press(dialog, "  OK  ");
		return await("DICOM Index");
	}
}
