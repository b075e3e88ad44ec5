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

package io.github.dicomvolumes.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

import io.github.dicomvolumes.Machine;
import io.github.dicomvolumes.view.imagej.RoiOutput;
import io.github.dicomvolumes.view.table.DataTable;
import io.github.dicomvolumes.view.table.TableOutput;

import ij.gui.Roi;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code save=} writes on a full disk: nothing, and what was there stays. */
class FullDiskTest {

	private static final int ROWS = 5000;

	@TempDir
	Path folder;

	@Test
	void tablesAndSelections() throws IOException {
		final DataTable table = new DataTable("Table", "Column");
		for (int row = 0; row < ROWS; row++)
			table.add("a value that is long enough");
		final List<Roi> rois = Collections.nCopies(ROWS, new Roi(1, 2, 3, 4));
		rois.get(0).setName("roi");
		Machine.onSmallDisk(folder.resolve("disk"), 32, disk -> {
			final Path csv = Files.writeString(disk.resolve("a.csv"), "a table"),
				zip = Files.writeString(disk.resolve("a.zip"), "selections");
			assertThrows(FileSystemException.class, () -> TableOutput.save(table, csv));
			assertThrows(FileSystemException.class, () -> RoiOutput.save(rois, zip));
			assertEquals("a table", Files.readString(csv));
			assertEquals("selections", Files.readString(zip));
			try (Stream<Path> files = Files.list(disk)) {
				assertEquals(2, files.count());
			}
		});
	}
}
