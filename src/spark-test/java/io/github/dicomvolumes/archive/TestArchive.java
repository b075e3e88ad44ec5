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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import io.github.dicomvolumes.SyntheticCases;
import io.github.dicomvolumes.SyntheticObjects;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.data.Tag;

/** A synthetic archive in which everything happens that an index could get wrong. */
final class TestArchive {

	private TestArchive() {}

	/** Writes all cases of the specification, one folder each, and what concerns several folders. */
	static void writeAll(final Path folder) throws IOException {
		for (final String name : SyntheticCases.names())
			try {
				SyntheticCases.write(name, Files.createDirectories(folder.resolve("cases").resolve(name)));
			}
			catch (final UnsupportedOperationException exc) {
				continue;
			}
		writeMixed(folder, new Random(1));
	}

	/** Series that share folders, instances and UIDs in all ways. */
	static void writeMixed(final Path folder, final Random random) throws IOException {
		// series spread over folders, one of them in an archive
		final var spread = new SyntheticSeries("spread").slices(12).fileNames(k -> "disk" + k % 3 + "/IM" + k);
		spread.write(folder);
		new SyntheticSeries("spread").slices(20).only(13, 14, 15).writeZip(folder.resolve("more.zip"));
		// 4D
		new SyntheticSeries("times").slices(12)
			.positions(k -> new double[] { 0, 0, 3 * (k % 4) })
			.each((k, a) -> a.put(Tag.ACQUISITION_NUMBER, (double) (k / 4))
				.put(Tag.TEMPORAL_POSITION_IDENTIFIER, k / 4 + 1.0))
			.fileNames(k -> "4d/t" + k / 4 + "/IM" + k)
			.write(folder);
		// duplicates across folders: the same, altered, cut, and in another series
		final var original = new SyntheticSeries("twice").slices(6);
		original.write(folder.resolve("copies/a"));
		new SyntheticSeries("twice").slices(6).only(1, 2, 3).write(folder.resolve("copies/b"));
		new SyntheticSeries("twice").slices(6)
			.only(4)
			.damage(4, bytes -> Arrays.copyOf(bytes, bytes.length - 100))
			.write(folder.resolve("copies/0cut"));
		new SyntheticSeries("twice").slices(6)
			.only(5)
			.with(Tag.SERIES_INSTANCE_UID, "2.25.999")
			.with(Tag.SERIES_NUMBER, 9)
			.write(folder.resolve("other/series"));
		new SyntheticSeries("twice").slices(6)
			.only(0)
			.with(Tag.SERIES_INSTANCE_UID, "2.25.998")
			.damage(0, bytes -> Arrays.copyOf(bytes, bytes.length - 50))
			.write(folder.resolve("other/cut"));
		// one instance UID for all images of two series
		for (int n = 0; n < 2; n++)
			new SyntheticSeries("sharing" + n).slices(4)
				.with(Tag.SOP_INSTANCE_UID, "2.25.4711")
				.write(folder.resolve("sharing" + n));
		// without series UID, and of several studies
		new SyntheticSeries("nameless").slices(5).without(Tag.SERIES_INSTANCE_UID).write(folder.resolve("nameless"));
		new SyntheticSeries("nodate").slices(3).with(Tag.STUDY_DATE, "soon").write(folder.resolve("nodate"));
		new SyntheticSeries("patient").ofOneStudy()
			.slices(3)
			.with(Tag.STUDY_DATE, "20211231")
			.write(folder.resolve("patient"));
		SyntheticObjects.dose("dose", 0, 2, 4).write(folder.resolve("dose"));
		SyntheticObjects.cine("cine", 7).write(folder.resolve("cine"));
		SyntheticObjects
			.segmentation("seg", "BINARY", "NO", List.of("liver", "spleen"), new SyntheticObjects.SegmentFrame(1, 0),
				new SyntheticObjects.SegmentFrame(1, 3), new SyntheticObjects.SegmentFrame(2, 3))
			.write(folder.resolve("seg"));
		for (int n = 0; n < 5; n++)
			Files.writeString(folder.resolve("note" + n + ".txt"), "no image " + random.nextInt());
		final byte[] noise = new byte[3000];
		random.nextBytes(noise);
		Files.write(folder.resolve("noise.dcm"), noise);
	}

	/** All files below a folder, sorted. */
	static List<Path> files(final Path folder) throws IOException {
		try (var all = Files.walk(folder)) {
			return new ArrayList<>(all.filter(Files::isRegularFile).sorted().toList());
		}
	}
}
