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
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.data.Tag;

/** The key {@code reader} where dcm4che is there. */
class ReaderMacroTest {

	private final TestImageJ ij = TestImageJ.headless();

	@TempDir
	Path folder;

	@BeforeEach
	void write() throws IOException {
		new SyntheticSeries("chest").with(Tag.PATIENT_NAME, "Doe^Jane").write(folder);
	}

	@Test
	void bothReadersGiveTheSame() {
		for (final String reader : new String[] { "", " reader=Built-in", " reader=[dcm4che]" }) {
			final String place = folder.toString().replace('\\', '/');
			assertEquals("chest 16 x 12 x 5", ij.value("close('*'); run('DICOM Folder...', 'folder=[" + place + "]" +
				reader + "'); return getTitle + ' ' + getWidth + ' x ' + getHeight + ' x ' + nSlices;"));
			assertEquals("1", ij.value(
				"run('DICOM Series Table...', 'folder=[" + place + "]" + reader + "'); return '' + Table.size;"));
			assertEquals("Doe^Jane", ij.value("run('DICOM Metadata Table', 'file=[" + place + "/IM001]" + reader +
				"'); name = ''; for (i = 0; i < Table.size; i++) if (Table.getString('Keyword', i) == 'PatientName')" +
				" name = Table.getString('Value', i); return '' + name;"));
		}
	}

	@Test
	void otherReadersAreRefused() {
		final String message = ij.value("run('DICOM Folder...', 'folder=[" + folder.toString().replace('\\', '/') +
			"] reader=gdcm'); return 'went on';");
		assertTrue(message.contains("reader=gdcm is not allowed; it must be one of Built-in, dcm4che"), message);
	}
}
