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
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

import io.github.dicomvolumes.Machine;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where frames are unpacked: nobody else may read it, and nothing is left, however the process ends. */
class TemporaryFileTest {

	@TempDir
	Path folder;

	@Test
	void hasNoNameOrOneThatNobodyElseMayRead() throws IOException {
		final Path there = Files.createDirectory(folder.resolve("temporary"));
		try (FileChannel channel = TemporaryFile.open(there)) {
			channel.write(ByteBuffer.allocate(10));
			for (final Path file : files(there))
				assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
			final Path self = Path.of("/proc/self/fd");
			if (Files.isDirectory(self)) assertEquals(List.of(), files(there));
		}
		assertEquals(List.of(), files(there));
	}

	/** Seen by the process itself: the file has no name any more. */
	@Test
	void onlyTheOwnerMayReadWhatHasNoName() throws IOException {
		final Path self = Path.of("/proc/self/fd");
		assumeTrue(Files.isDirectory(self), "open files are not listed here");
		try (FileChannel channel = TemporaryFile.open(folder)) {
			final List<Path> open = new ArrayList<>();
			for (final Path link : files(self))
				if (isOurs(link)) open.add(link);
			assertEquals(1, open.size());
			assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(open.get(0))));
		}
	}

	private boolean isOurs(final Path link) {
		try {
			return Files.readSymbolicLink(link)
				.toString()
				.startsWith(folder.toRealPath().resolve(TemporaryFile.PREFIX).toString());
		}
		catch (final IOException exc) {
			return false; // closed in the meantime
		}
	}

	/** kill -9 in the middle. */
	@Test
	void aProcessThatIsKilledLeavesNothing() throws IOException, InterruptedException {
		final Path temporary = Files.createDirectory(folder.resolve("temporary"));
		final Path packed = packed(4 << 20), output = folder.resolve("output");
		final Process process = Machine.start(output,
			Machine.java(List.of("-Djava.io.tmpdir=" + temporary), Unpacking.class, packed.toString(), "wait"));
		try {
			final long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
			while (!Files.readString(output).contains("unpacked") && process.isAlive() && System.nanoTime() < end)
				Thread.sleep(20);
			assertTrue(Files.readString(output).contains("unpacked"), Files.readString(output));
		}
		finally {
			process.destroyForcibly().waitFor();
		}
		assertEquals(List.of(), files(temporary));
	}

	@Test
	void aFullDiskIsSaidAndLeavesNothing() throws IOException {
		final Path packed = packed(4 << 20);
		Machine.onSmallDisk(folder.resolve("disk"), 1024, disk -> {
			final List<String> command = Machine.java(List.of("-Djava.io.tmpdir=" + disk, "-XX:-UsePerfData"),
				Unpacking.class, packed.toString());
			final Machine.Ended ended = Machine.run(command.toArray(String[]::new));
			assertTrue(ended.output().contains("its frames cannot be unpacked into the temporary folder " + disk),
				ended.output());
			assertTrue(ended.output().contains("make room there, or unpack the file first"), ended.output());
			assertEquals(List.of(), files(disk));
		});
	}

	/** Reads the last byte of a gzipped file, as of one with many frames, and waits if it is told to. */
	static final class Unpacking {

		public static void main(final String... arguments) throws IOException, InterruptedException {
			final Source source = new GzipSource(Path.of(arguments[0]), null);
			try (OpenSources open = new OpenSources(Limits.DEFAULT);
				ReadableByteChannel channel = open.openUnpacked(source, (4 << 20) - 1, source::open))
			{
				System.out.println(channel.read(ByteBuffer.allocate(1)) + " unpacked");
				if (arguments.length > 1) Thread.sleep(TimeUnit.MINUTES.toMillis(5));
			}
			catch (final IOException exc) {
				System.out.println(exc.getMessage());
			}
		}
	}

	private Path packed(final int bytes) throws IOException {
		final Path file = folder.resolve("packed.gz");
		try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
			out.write(new byte[bytes]);
		}
		return file;
	}

	private static List<Path> files(final Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.filter(file -> !file.getFileName().toString().startsWith("hsperfdata")).toList();
		}
	}
}
