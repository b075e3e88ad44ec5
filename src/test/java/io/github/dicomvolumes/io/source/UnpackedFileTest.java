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
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

import io.github.dicomvolumes.OpenFiles;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A gzipped file that is read here and there. */
class UnpackedFileTest {

	@TempDir
	Path folder;

	private final byte[] bytes = new byte[300_000];
	private final AtomicInteger opened = new AtomicInteger();
	private DiskSource source;
	/** By what most tests read. */
	private OpenSources open;

	@BeforeEach
	void write() throws IOException {
		new Random(7).nextBytes(bytes);
		source = new GzipSource(Files.write(folder.resolve("a.gz"), gzip(bytes)), null);
		open = new OpenSources(Limits.DEFAULT);
	}

	@AfterEach
	void close() throws IOException {
		open.close();
	}

	@Test
	void isInflatedOnceWhileItIsOpen() throws IOException {
		for (final int position : new int[] { 200_000, 0, 299_990, 65_535, 7 })
			assertEquals(position, check(position, 10));
		assertEquals(2, opened.get()); // once to look what it is
		open.close();
		check(5, 10);
		check(0, 10);
		assertEquals(4, opened.get());
	}

	@Test
	void thoseOfOthersAreTheirOwn() throws IOException {
		check(3, 10);
		final OpenSources first = open;
		open = new OpenSources(Limits.DEFAULT);
		check(1, 10);
		assertEquals(4, opened.get());
		first.close();
		check(2, 10);
		assertEquals(4, opened.get());
	}

	@Test
	void aReaderThatOutlivesItLeavesNothingOpen() throws IOException {
		final AtomicInteger left = new AtomicInteger();
		try (ReadableByteChannel reader = open.openUnpacked(source, 100, at -> counted(source.open(at), left))) {
			open.close(); // as a volume that is closed while another thread reads
			assertEquals(10, reader.read(ByteBuffer.allocate(10)));
			assertEquals(1, left.get());
		}
		assertEquals(0, left.get());
	}

	private static ReadableByteChannel counted(final ReadableByteChannel channel, final AtomicInteger open) {
		open.incrementAndGet();
		return OpenFiles.watched(channel, open::decrementAndGet);
	}

	@Test
	void threadsReadWhatTheyAskFor() throws IOException {
		IntStream.range(0, 300).parallel().forEach(i -> {
			try {
				check(997 * (299 - i), 1000);
			}
			catch (final IOException exc) {
				throw new AssertionError(exc);
			}
		});
		assertEquals(2, opened.get());
	}

	@Test
	void behindTheEndIsNothing() throws IOException {
		try (ReadableByteChannel channel = open(299_999)) {
			final ByteBuffer into = ByteBuffer.allocate(2);
			assertEquals(1, channel.read(into));
			assertEquals(-1, channel.read(into));
			assertEquals(bytes[299_999], into.get(0));
		}
	}

	@Test
	void aCutFileGivesWhatItHoldsAndSaysThatItIsCut() throws IOException {
		final byte[] packed = gzip(bytes);
		Files.write(source.path(), Arrays.copyOf(packed, packed.length / 2));
		for (int i = 0; i < 2; i++) {
			check(60_000, 5000);
			assertThrows(EOFException.class, () -> check(250_000, 10));
		}
		assertEquals(2, opened.get());
	}

	@Test
	void aFileThatWasReplacedIsInflatedAnew() throws IOException {
		check(100, 10);
		new Random(8).nextBytes(bytes);
		Files.write(source.path(), gzip(bytes));
		Files.setLastModifiedTime(source.path(), FileTime.fromMillis(1_000_000));
		check(100, 10);
	}

	@Test
	void anInterruptedReaderSpoilsNothingForOthers() throws IOException {
		check(100, 10);
		Thread.currentThread().interrupt();
		assertThrows(IOException.class, () -> check(150_000, 10));
		assertTrue(Thread.interrupted());
		check(150_000, 10);
		check(20, 10);
	}

	@Test
	void plainFilesAreReadThemselves() throws IOException {
		final Source plain = new FileSource(Files.write(folder.resolve("a"), bytes));
		try (ReadableByteChannel channel = open.openUnpacked(plain, 10, plain::open)) {
			assertTrue(channel instanceof java.nio.channels.SeekableByteChannel);
		}
	}

	/** Compares some bytes. */
	private int check(final int position, final int count) throws IOException {
		final ByteBuffer into = ByteBuffer.allocate(count);
		try (ReadableByteChannel channel = open(position)) {
			while (into.hasRemaining() && channel.read(into) >= 0);
		}
		assertArrayEquals(Arrays.copyOfRange(bytes, position, position + count), into.array());
		return position;
	}

	private ReadableByteChannel open(final long position) throws IOException {
		return open.openUnpacked(source, position, at -> {
			opened.incrementAndGet();
			return source.open(at);
		});
	}

	private static byte[] gzip(final byte[] bytes) throws IOException {
		final var out = new ByteArrayOutputStream();
		try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
			gzip.write(bytes);
		}
		return out.toByteArray();
	}
}
