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

package io.github.dicomvolumes.series.object;

import static io.github.dicomvolumes.SyntheticObjects.enhanced;
import static io.github.dicomvolumes.SyntheticObjects.frameAt;
import static io.github.dicomvolumes.SyntheticObjects.sharedAxial;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;

import io.github.dicomvolumes.Encapsulated;
import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.io.header.HeaderReaders;
import io.github.dicomvolumes.io.source.DiskSources;
import io.github.dicomvolumes.series.Finding;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FramesTest {

	/**
	 * In an archive the length of the pixel data is unknown, but a byte inflates to 1032 at most: a thousand bytes must
	 * not become frames without number.
	 */
	@Test
	void numberOfFramesThatNoFileHasIsBounded(@TempDir final Path folder) throws IOException {
		final Attributes attributes = enhanced("e", 1, sharedAxial(), k -> Attributes.EMPTY)
			.without(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE)
			.with(Tag.NUMBER_OF_FRAMES, Integer.MAX_VALUE)
			.attributes(0);
		final Path file = folder.resolve("e.dcm.gz");
		try (var gzip = new GZIPOutputStream(Files.newOutputStream(file))) {
			gzip.write(Encapsulated.file(attributes, Encapsulated.RLE, Encapsulated.NO_TABLE, List.of(new byte[200])));
		}
		final List<Frame> frames = Frames.of(HeaderReaders.BUILT_IN.read(DiskSources.of(file)));
		final long most = 1032 * Files.size(file), tried = most / 32 + 1;
		assertEquals(tried, frames.size());
		assertEquals(List.of("(0028,0008) Number of Frames is 2147483647, but the pixel data are at most " + most +
			" bytes; " + tried + " frames are tried"),
			frames.get(0).object().findings().stream().map(Finding::text).toList());
	}

	@Test
	void framesWithoutGroupsOfTheirOwnShareTheirAttributes(@TempDir final Path folder) throws IOException {
		final Path file = enhanced("e", 3, sharedAxial(),
			k -> k == 0 ? frameAt(1, 2, 3, Attributes.EMPTY) : Attributes.EMPTY).write(folder).get(0);
		final List<Frame> frames = Frames.of(HeaderReaders.BUILT_IN.read(DiskSources.of(file)));
		assertTrue(frames.get(0).position().isPresent());
		assertSame(frames.get(1).attributes(), frames.get(2).attributes());
		assertEquals(List.of(Attributes.EMPTY),
			frames.get(1).attributes().items(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE));
		assertTrue(frames.get(1).orientation().isPresent(), "of the shared groups");
	}
}
