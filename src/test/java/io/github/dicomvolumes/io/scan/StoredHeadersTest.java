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

package io.github.dicomvolumes.io.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.dicomvolumes.SyntheticCases;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.data.PackedInput;
import io.github.dicomvolumes.data.PackedOutput;
import io.github.dicomvolumes.io.header.DicomFile;
import io.github.dicomvolumes.io.header.HeaderReaders;
import io.github.dicomvolumes.io.source.NamedSource;
import io.github.dicomvolumes.io.source.NamedSources;
import io.github.dicomvolumes.io.source.Source;
import io.github.dicomvolumes.io.source.SourceState;
import io.github.dicomvolumes.io.source.StoredSource;
import io.github.dicomvolumes.work.Progress;

/** What was written for another process is what was scanned: all of every header, and what made no image. */
class StoredHeadersTest {

	@TempDir
	Path folder;

	private Scan scan() throws IOException {
		return new PlaceScan(HeaderReaders.BUILT_IN, Progress.NONE).scan(new LocalPlace(folder));
	}

	@Test
	void readIsWhatWasWritten() throws IOException {
		for (final String name : SyntheticCases.names())
			try {
				SyntheticCases.write(name, Files.createDirectory(folder.resolve(name)));
			}
			catch (final UnsupportedOperationException exc) {
				continue;
			}
		final Scan scan = scan();
		final var out = new PackedOutput(0);
		StoredHeaders.write(scan.files(), out);
		StoredHeaders.writeSkipped(scan.skipped(), out);
		final var in = new PackedInput(out.toArray());
		final List<DicomFile> files = StoredHeaders.read(in, HeaderReaders.BUILT_IN, NamedSources.NONE);
		assertEquals(scan.files().size(), files.size());
		for (int i = 0; i < files.size(); i++) {
			final DicomFile file = files.get(i), before = scan.files().get(i);
			assertEquals(before.source(), file.source());
			assertEquals(before.metaInformation(), file.metaInformation());
			assertEquals(before.attributes(), file.attributes());
			assertEquals(before.attributes().charset().terms(), file.attributes().charset().terms());
			assertEquals(before.attributes().order(), file.attributes().order());
			assertEquals(before.transferSyntax(), file.transferSyntax());
			assertEquals(before.pixelData(), file.pixelData());
			assertEquals(before.notes(), file.notes());
		}
		assertEquals(scan.skipped(), StoredHeaders.readSkipped(in));
		assertTrue(scan.files().size() > 400 && scan.skipped().size() > 10, "the archive is too small");
	}

	@Test
	void slicesShareWhatTheySharedBefore() throws IOException {
		new SyntheticSeries().slices(50).write(folder);
		final var out = new PackedOutput(0);
		StoredHeaders.write(scan().files(), out);
		final List<DicomFile> files = StoredHeaders.read(new PackedInput(out.toArray()), HeaderReaders.BUILT_IN,
			NamedSources.NONE);
		assertSame(files.get(1).attributes().whole(), files.get(40).attributes().whole());
		assertTrue(out.toArray().length < 50 * 600, out.toArray().length + " bytes");
	}

	/** A source on no disk. */
	private record Elsewhere(String name, SourceState state) implements NamedSource {

		@Override
		public long length() {
			return state.length();
		}

		@Override
		public ReadableByteChannel open(final long position) throws IOException {
			throw new IOException("not opened in this test");
		}
	}

	@Test
	void sourcesOnNoDiskAreOpenedAgainByTheirNames() throws IOException {
		final List<Source> sources = List.of(new Elsewhere("s3a://bucket/a b/\u00e9", new SourceState(7, "\"etag\"")),
			new Elsewhere("x:/y", new SourceState(1L << 40, FileTime.from(Instant.ofEpochSecond(-5, 999_999_999)))),
			new Elsewhere("x:/unknown", null));
		for (final Source source : sources) {
			final var out = new PackedOutput(0);
			StoredSource.write(source, out);
			assertEquals(source, StoredSource.read(new PackedInput(out.toArray()), Elsewhere::new));
			assertThrows(IllegalArgumentException.class,
				() -> StoredSource.read(new PackedInput(out.toArray()), NamedSources.NONE));
		}
	}

	@Test
	void sourcesAreSortedAsTheyAreListed() throws IOException {
		for (final String name : List.of("a/b", "a.b/c", "a b/c", "B/c", "a/b.d", "\u00e9/x", "a-/x"))
			new SyntheticSeries().only(0).fileNames(k -> name + "/IM").write(folder);
		new SyntheticSeries().slices(3)
			.fileNames(k -> List.of("\uD83D\uDE00", "\uFF21", "x").get(k))
			.writeZip(folder.resolve("a.zip"));
		final List<Source> listed = new LocalPlace(folder).list(HeaderReaders.BUILT_IN, Progress.NONE).sources();
		final List<Source> sorted = new ArrayList<>(listed);
		sorted.sort((a, b) -> -Arrays.compareUnsigned(StoredSource.order(a, false), StoredSource.order(b, false)));
		Collections.reverse(sorted);
		assertEquals(listed.stream().map(Source::name).collect(Collectors.joining("\n")),
			sorted.stream().map(Source::name).collect(Collectors.joining("\n")));
	}
}
