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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.github.dicomvolumes.Machine;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files of patients that have names for a while: nobody else may read them, and a kill does not leave them for ever.
 */
class TemporaryFolderTest {

	@TempDir
	Path temporary;

	@Test
	void nothingIsLeftOfAClosedOne() throws IOException {
		final Path there;
		try (TemporaryFolder folder = TemporaryFolder.create()) {
			there = folder.path();
			Files.createDirectories(there.resolve("a/b"));
			Files.writeString(there.resolve("a/b/c"), "Doe^Jane");
			assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(there.getParent())));
			TemporaryFolder.sweep(there.getParent().getParent(), Instant.now());
			assertTrue(Files.exists(there.resolve("a/b/c")), "it is in use, by this process");
		}
		assertFalse(Files.exists(there.getParent()));
	}

	/** kill -9 in the middle; what another process uses stays. */
	@Test
	void whatAKilledProcessLeftIsSwept() throws IOException, InterruptedException {
		final Path output = Files.createTempFile("output", ".txt");
		final Path there = Files.createDirectory(temporary.resolve("there"));
		final Process process = Machine.start(output,
			Machine.java(List.of("-Djava.io.tmpdir=" + there), Sending.class));
		try {
			final long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
			while (!Files.readString(output).contains("written") && process.isAlive() && System.nanoTime() < end)
				Thread.sleep(20);
			assertTrue(Files.readString(output).contains("written"), Files.readString(output));
			TemporaryFolder.sweep(there, Instant.now());
			assertEquals(1, list(there).size(), "it is in use, by another process");
		}
		finally {
			process.destroyForcibly().waitFor();
			Files.delete(output);
		}
		assertEquals(1, list(there).size());
		TemporaryFolder.sweep(there, Instant.now());
		assertEquals(List.of(), list(there));
	}

	/** Writes a file, and waits to be killed. */
	static final class Sending {

		public static void main(final String[] args) throws Exception {
			Files.writeString(TemporaryFolder.create().path().resolve("file"), "Doe^Jane");
			System.out.println("written");
			Thread.sleep(120_000);
		}
	}

	@Test
	void whatIsJustMadeOrSomethingElseStays() throws IOException {
		final Path fresh = Files.createDirectory(temporary.resolve("dicom-volumes-folder-1"));
		final Path other = Files.createDirectory(temporary.resolve("somebody-elses"));
		final Path target = Files.createDirectory(temporary.resolve("target"));
		Files.writeString(target.resolve("file"), "precious");
		Files.createSymbolicLink(temporary.resolve("dicom-volumes-folder-2"), target);
		Files.writeString(temporary.resolve("dicom-volumes-folder-3"), "a file");
		TemporaryFolder.sweep(temporary, Instant.now().minusSeconds(60));
		assertTrue(Files.exists(fresh) && Files.exists(other));
		TemporaryFolder.sweep(temporary, Instant.now().plusSeconds(60));
		assertFalse(Files.exists(fresh));
		assertTrue(Files.exists(target.resolve("file")) && Files.exists(temporary.resolve("dicom-volumes-folder-2")));
		assertTrue(Files.exists(temporary.resolve("dicom-volumes-folder-3")));
		TemporaryFolder.sweep(temporary.resolve("nowhere"), Instant.now());
	}

	private static List<Path> list(final Path folder) throws IOException {
		try (Stream<Path> all = Files.list(folder)) {
			return all.toList();
		}
	}
}
