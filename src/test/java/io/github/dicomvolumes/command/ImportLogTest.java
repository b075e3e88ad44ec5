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

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.data.Disclosure;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.volume.ImportOptions;
import io.github.dicomvolumes.volume.ImportResult;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportLogTest {

	@TempDir
	Path folder;

	@Test
	void aBlockHasWarningsAndSaysWhereTheNotesAre() throws IOException {
		new SyntheticSeries("ct").slices(6).omit(3).with(Tag.SPACING_BETWEEN_SLICES, 9).write(folder);
		final List<String> lines = ImportLog.block(DicomVolumes.open(folder).report(Disclosure.SHOW)).lines().toList();
		assertEquals(3, lines.size(), lines.toString());
		assertEquals("  warning: slice 4 of 6 is missing; filled to keep the grid of 3 mm [MISSING_SLICES]",
			lines.get(1));
		assertEquals("  1 note: see Plugins > DICOM Volumes > DICOM Report", lines.get(2));
	}

	@Test
	void aBlockWithoutNotesSaysWhereItIsExplained() throws IOException {
		new SyntheticSeries("ct").slices(6).omit(3).write(folder);
		final List<String> lines = ImportLog.block(DicomVolumes.open(folder).report()).lines().toList();
		assertEquals("  see Plugins > DICOM Volumes > DICOM Report", lines.get(2));
	}

	@Test
	void nothingFoundIsOneLine() throws IOException {
		new SyntheticSeries("ct").write(folder);
		assertEquals(1, ImportLog.block(DicomVolumes.open(folder).report()).lines().count());
	}

	@Test
	void outcomeCountsVolumesAndBytes() throws IOException {
		new SyntheticSeries("a").series(1).size(512, 512).write(folder.resolve("a"));
		new SyntheticSeries("b").series(2).size(512, 1024).write(folder.resolve("b"));
		final ImportResult result = DicomVolumes.load(DicomVolumes.scan(folder),
			ImportOptions.DEFAULT.withSeries("all"));
		assertEquals("2 volumes, 7.5 MB", ImportLog.outcome(result.volumes()));
	}
}
