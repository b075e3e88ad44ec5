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

package io.github.dicomvolumes.io.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.Machine;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.data.Reasons;
import io.github.dicomvolumes.io.scan.Scan;
import io.github.dicomvolumes.volume.DicomVolume;
import io.github.dicomvolumes.volume.ImportOptions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Few file handles: {@code ulimit -n 64}. */
class FewFileHandlesTest {

	private static final int ARCHIVES = 60;

	@TempDir
	Path folder;

	@Test
	void manyArchivesLeaveHandlesToTheirNeighbours() throws IOException {
		final var zipped = new SyntheticSeries("zipped").slices(ARCHIVES);
		for (int k = 0; k < ARCHIVES; k++)
			zipped.only(k).writeZip(folder.resolve("a" + k + ".zip"));
		new SyntheticSeries("plain").slices(20).write(folder.resolve("plain"));
		assertEquals("""
						80 files, skipped []
						20 of 20 slices
						60 of 60 slices
						20 of 20 slices
						60 of 60 slices
						""", limited(Import.class));
	}

	@Test
	void whenNoneIsLeftItIsSaidSo() throws IOException {
		new SyntheticSeries().slices(1).write(folder);
		final String said = limited(Exhausted.class);
		assertTrue(
			said.contains("; close images that were opened from zip archives, or allow more open files (ulimit -n)"),
			said);
	}

	@Test
	void theWayOutIsToldOnce() {
		final String wayOut = "; close images that were opened from zip archives, or allow more open files (ulimit -n)";
		assertEquals("Too many open files" + wayOut,
			Reasons.of(FileHandles.withWayOut(new FileSystemException("/a", null, "Too many open files"))));
		assertEquals("Too many open files" + wayOut,
			Reasons.of(FileHandles.withWayOut(new IOException("Too many open files"))));
		assertEquals("No more files can be opened" + wayOut,
			Reasons.of(FileHandles.withWayOut(new FileSystemException("/a"))));
		assertEquals("No more files can be opened" + wayOut, Reasons.of(FileHandles.withWayOut(new IOException())));
	}

	private String limited(final Class<?> main) throws IOException {
		final String java = Machine
			.quoted(Machine.java(List.of(), library -> library.contains("imglib2"), main, folder.toString()));
		final Machine.Ended ended = Machine.run("bash", "-c", "ulimit -n 64; exec " + java);
		assertEquals(0, ended.code(), ended.output());
		return ended.output();
	}

	/** Opens all volumes of a folder, in memory and virtual, and all their planes. */
	static final class Import {

		public static void main(final String... place) throws IOException {
			final Path folder = Path.of(place[0]);
			final Scan scan = DicomVolumes.scan(folder).scan();
			System.out.println(scan.files().size() + " files, skipped " + scan.skipped());
			final List<DicomVolume> all = new ArrayList<>(); // the virtual ones keep archives open
			for (final boolean isVirtual : new boolean[] { false, true })
				all.addAll(DicomVolumes.openAll(folder, ImportOptions.DEFAULT.withVirtual(isVirtual)));
			for (final DicomVolume volume : all) {
				int read = 0;
				for (int z = 0; z < volume.dimensions()[2]; z++)
					if (volume.values().getAt(3, 2, z).get() == 1000 * z % 65536 + 23) read++;
				System.out.println(read + " of " + volume.dimensions()[2] + " slices");
				if (!volume.report().findings().isEmpty()) System.out.println(volume.report());
			}
		}
	}

	/** Scans a folder when no handle is left. */
	static final class Exhausted {

		public static void main(final String... place) throws IOException {
			final Path image = Path.of(place[0]).resolve("IM001");
			DiskSources.of(image).open(0).close();
			final Path file = Files.createTempFile("handle", null);
			final List<FileChannel> open = new ArrayList<>();
			FileHandles.free(); // loads classes, which are in files here
			try {
				while (true)
					open.add(FileChannel.open(file));
			}
			catch (final IOException exc) {
				open.remove(0).close(); // to list the folder
			}
			final IOException failure = failure(DiskSources.of(image));
			for (final FileChannel channel : open)
				channel.close();
			Files.delete(file);
			System.out.println(failure.getMessage());
		}

		private static IOException failure(final Source source) throws IOException {
			try (var first = source.open(0); var second = source.open(0)) {
				return new IOException("handles were left");
			}
			catch (final IOException exc) {
				return exc;
			}
		}
	}
}
