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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import io.github.dicomvolumes.OpenFiles;
import io.github.dicomvolumes.data.PackedInput;
import io.github.dicomvolumes.data.PackedOutput;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives that are open for all their entries, and closed by whoever comes last. */
class OpenSourcesTest {

	private static final int ENTRIES = 20;

	@TempDir
	Path folder;

	private final byte[] bytes = new byte[200_000];
	private List<? extends DiskSource> entries;

	@BeforeEach
	void write() throws IOException {
		new Random(3).nextBytes(bytes);
		entries = zipped(folder.resolve("a.zip"));
	}

	private List<? extends DiskSource> zipped(final Path archive) throws IOException {
		try (OutputStream file = Files.newOutputStream(archive); ZipOutputStream zip = new ZipOutputStream(file)) {
			for (int n = 0; n < ENTRIES; n++) {
				zip.putNextEntry(new ZipEntry("IM" + n));
				zip.write(bytes);
			}
		}
		return DiskSources.in(archive, Files.readAttributes(archive, BasicFileAttributes.class));
	}

	@Test
	void anArchiveStaysOpenBetweenItsEntries() throws IOException {
		assumeTrue(OpenFiles.areListed());
		try (OpenSources open = new OpenSources(Limits.DEFAULT)) {
			assertEquals(List.of(), OpenFiles.below(folder));
			check(open, entries.get(0), 0);
			assertEquals(List.of(folder.resolve("a.zip")), OpenFiles.below(folder));
			IntStream.range(0, 200).parallel().forEach(i -> {
				try {
					check(open, entries.get(i % ENTRIES), 900 * i);
				}
				catch (final IOException exc) {
					throw new AssertionError(exc);
				}
			});
			assertEquals(List.of(folder.resolve("a.zip")), OpenFiles.below(folder));
		}
		assertEquals(List.of(), OpenFiles.below(folder));
	}

	/** Every slice is asked for it: to open the archive each time took a time that grows with the square of them. */
	@Test
	void theLengthOfAnEntryIsKnownFromTheListing() throws IOException {
		Files.delete(folder.resolve("a.zip"));
		for (final Source entry : entries) {
			assertEquals(bytes.length, entry.length());
			final var stored = new PackedOutput(0);
			StoredSource.write(entry, stored);
			final Source elsewhere = StoredSource.read(new PackedInput(stored.toArray()), NamedSources.NONE);
			assertEquals(entry, elsewhere);
			assertEquals(bytes.length, elsewhere.length());
		}
	}

	/** As when a volume is closed while another thread reads. */
	@Test
	void theLastReaderClosesIt() throws IOException {
		assumeTrue(OpenFiles.areListed());
		final OpenSources open = new OpenSources(Limits.DEFAULT);
		final ReadableByteChannel one = open.open(entries.get(1), 100), other = open.open(entries.get(2), 0);
		open.close();
		check(one, 100);
		one.close();
		one.close();
		check(other, 0);
		assertEquals(List.of(folder.resolve("a.zip")), OpenFiles.below(folder));
		other.close();
		assertEquals(List.of(), OpenFiles.below(folder));
	}

	@Test
	void whenClosedEachSourceIsOpenedByItself() throws IOException {
		final OpenSources open = new OpenSources(Limits.DEFAULT);
		open.close();
		check(open, entries.get(5), 7);
		assertEquals(List.of(), OpenFiles.below(folder));
		check(OpenSources.NONE, entries.get(5), 7);
		assertEquals(List.of(), OpenFiles.below(folder));
	}

	@Test
	void anEntryThatIsGoneCostsOnlyItself() throws IOException {
		final Source gone = new ZipSource(folder.resolve("a.zip"), StandardCharsets.UTF_8, "IM99", ZipSource.NOT_LISTED,
			null);
		final OpenSources open = new OpenSources(Limits.DEFAULT);
		assertThrows(IOException.class, () -> open.open(gone, 0));
		assertThrows(IOException.class, () -> open.open(entries.get(0), bytes.length + 1));
		check(open, entries.get(0), 0);
		open.close();
		assertEquals(List.of(), OpenFiles.below(folder));
	}

	private void check(final OpenSources open, final Source source, final int position) throws IOException {
		try (ReadableByteChannel channel = open.open(source, position)) {
			check(channel, position);
		}
	}

	private void check(final ReadableByteChannel channel, final int position) throws IOException {
		final InputStream in = Channels.newInputStream(channel);
		assertArrayEquals(Arrays.copyOfRange(bytes, position, position + 5000), in.readNBytes(5000));
	}
}
