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

package io.github.dicomvolumes.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.series.catalog.Stack;
import io.github.dicomvolumes.series.index.ArchiveIndex;
import io.github.dicomvolumes.series.index.IndexQuery;
import io.github.dicomvolumes.series.index.IndexedVolume;
import io.github.dicomvolumes.volume.ImportOptions;
import io.github.dicomvolumes.work.Progress;
import io.github.dicomvolumes.series.index.Id;

/** The index as programs without Spark read it: each of its volumes is found again in its own files. */
class OpenedIndexTest {

	@TempDir
	Path folder;

	@Test
	void volumesOfTheTableAreFoundAgainInTheirFiles() throws IOException {
		final Path place = Files.createDirectory(folder.resolve("archive")), out = folder.resolve("index");
		TestArchive.writeAll(place);
		Index.of(LocalSpark.session(), place.toString(), out.toString(), IndexOptions.DEFAULT);
		final List<IndexedVolume> volumes = ArchiveIndex.of(out).volumes(new IndexQuery(""), Progress.NONE);
		assertEquals(DicomVolumes.scan(place).stacks().size(), volumes.size());
		final List<String> lost = new ArrayList<>();
		for (final IndexedVolume volume : volumes) {
			final List<Stack> found = DicomVolumes.scan(volume.place(), ImportOptions.DEFAULT)
				.stacks()
				.stream()
				.filter(volume::is)
				.toList();
			if (found.stream().noneMatch(stack -> Id.of(stack).toString().equals(volume.text("Volume"))))
				lost.add(volume.text("Series") + " " + volume.text("Description") + ", " + found.size() + " like it");
		}
		assertTrue(lost.isEmpty(), lost.size() + " of " + volumes.size() + ": " + String.join("; ", lost));
	}
}
