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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

import io.github.dicomvolumes.Machine;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllOrNothingTest {

	@TempDir
	Path folder;

	private static final AllOrNothing.Writing NEW = out -> out.write("new".getBytes());

	@Test
	void writesANewFileAndReplacesAnOldOne() throws IOException {
		final Path file = folder.resolve("a");
		AllOrNothing.write(file, out -> out.write(new byte[100_000]));
		assertEquals(100_000, Files.size(file));
		AllOrNothing.write(file, NEW);
		assertEquals("new", Files.readString(file));
		assertOnly("a");
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void aFailureLeavesWhatWasThere(final boolean isThere) throws IOException {
		final Path file = folder.resolve("a");
		if (isThere) Files.writeString(file, "old");
		final var failure = assertThrows(FileSystemException.class, () -> AllOrNothing.write(file, out -> {
			out.write(new byte[100_000]);
			throw new IOException("it failed");
		}));
		assertEquals(file + ": cannot be written (it failed); what was there is as it was", failure.getMessage());
		assertThrows(CancellationException.class, () -> AllOrNothing.write(file, out -> {
			out.write(new byte[100_000]);
			throw new CancellationException();
		}));
		if (isThere) assertEquals("old", Files.readString(file));
		assertOnly(isThere ? new String[] { "a" } : new String[0]);
	}

	@Test
	void aFullDiskLeavesWhatWasThere() throws IOException {
		Machine.onSmallDisk(folder.resolve("disk"), 16, disk -> {
			final Path file = Files.writeString(disk.resolve("a"), "old");
			final byte[] tooMuch = new byte[1 << 20];
			final var failure = assertThrows(FileSystemException.class,
				() -> AllOrNothing.write(file, out -> out.write(tooMuch)));
			assertTrue(failure.getMessage().startsWith(file + ": cannot be written ("), failure.getMessage());
			assertThrows(FileSystemException.class,
				() -> AllOrNothing.write(disk.resolve("b"), out -> out.write(tooMuch)));
			assertEquals("old", Files.readString(file));
			try (Stream<Path> files = Files.list(disk)) {
				assertEquals(List.of(file), files.toList());
			}
		});
	}

	/** What is no file is written as it is: it cannot be replaced. */
	@Test
	void aDeviceThatIsFull() throws IOException {
		final Path full = Path.of("/dev/full");
		assumeTrue(Files.isWritable(full), "no such device here");
		final var failure = assertThrows(FileSystemException.class, () -> AllOrNothing.write(full, NEW));
		assertTrue(failure.getMessage().endsWith("; it is no file, and may have got a part"), failure.getMessage());
		assertFalse(Files.isRegularFile(full));
		AllOrNothing.write(Path.of("/dev/null"), NEW);
		assertFalse(Files.isRegularFile(Path.of("/dev/null")));
	}

	/** Nobody else can read it while it is being written, or before it has its name. */
	@Test
	void whatIsPrivateIsSoFromTheBeginning() throws IOException {
		assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"), "no such permissions here");
		final Path file = folder.resolve("secret");
		AllOrNothing.writePrivate(file, out -> {
			try (Stream<Path> files = Files.list(folder)) {
				for (final Path path : files.filter(p -> p.getFileName().toString().startsWith(".")).toList())
					assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
			}
			NEW.to(out);
		});
		assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
	}

	@Test
	void permissionsAreThoseOfTheFileOrOfANewOne() throws IOException {
		assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"), "no such permissions here");
		final Path usual = Files.createFile(folder.resolve("usual")), file = folder.resolve("a");
		AllOrNothing.write(file, NEW);
		assertEquals(Files.getPosixFilePermissions(usual), Files.getPosixFilePermissions(file));
		for (final String permissions : List.of("rw-------", "rw-rw-rw-")) {
			Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
			AllOrNothing.write(file, out -> {
				try (Stream<Path> files = Files.list(folder)) { // also while it is being written
					for (final Path path : files.filter(p -> p.getFileName().toString().startsWith(".")).toList())
						assertEquals(permissions, PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
				}
				NEW.to(out);
			});
			assertEquals(permissions, PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
		}
	}

	@Test
	void aFileThatMayNotBeWrittenIsKept() throws IOException {
		final Path file = Files.writeString(folder.resolve("a"), "old");
		assumeTrue(file.toFile().setWritable(false));
		assumeFalse(Files.isWritable(file), "root may write everything");
		final var failure = assertThrows(FileSystemException.class, () -> AllOrNothing.write(file, NEW));
		assertEquals(file +
			": cannot be written (no permission to write it, or into its folder); what was there is as " + "it was",
			failure.getMessage());
		assertEquals("old", Files.readString(file));
	}

	/** /proc/self has a file that may be written, and takes no other. */
	@Test
	void aFolderThatTakesNoFiles() {
		final Path file = Path.of("/proc/self/comm");
		assumeTrue(Files.isWritable(file), "no such file here");
		final var failure = assertThrows(FileSystemException.class, () -> AllOrNothing.write(file, NEW));
		assertEquals(file + ": cannot be written (nothing can be made in its folder: save it elsewhere, or allow " +
			"writing there); what was there is as it was", failure.getMessage());
	}

	@Test
	void refusedPermissionsMatterIfMoreCanRead() {
		final var mine = PosixFilePermissions.fromString("rw-------");
		final var groups = PosixFilePermissions.fromString("rwxrwx---");
		assertTrue(AllOrNothing.isMoreReadable(groups, mine));
		assertFalse(AllOrNothing.isMoreReadable(mine, groups));
		assertFalse(AllOrNothing.isMoreReadable(groups, PosixFilePermissions.fromString("r--r--r--")));
	}

	@Test
	void theReasonHasNoPathOfAnother() {
		final Path file = folder.resolve("a");
		final var failure = assertThrows(FileSystemException.class, () -> AllOrNothing.write(file, out -> {
			throw new NoSuchFileException("/a/Doe");
		}));
		assertEquals("cannot be written (no such file or folder); what was there is as it was", failure.getReason());
	}

	@Test
	void throughALinkTheFileIsReplaced() throws IOException {
		final Path file = Files.writeString(folder.resolve("a"), "old"), link = folder.resolve("link"),
			none = folder.resolve("none");
		try {
			Files.createSymbolicLink(link, Path.of("a"));
			Files.createSymbolicLink(none, Path.of("b"));
		}
		catch (final UnsupportedOperationException | FileSystemException exc) {
			assumeTrue(false, "links cannot be made here");
		}
		AllOrNothing.write(link, NEW);
		AllOrNothing.write(none, NEW);
		assertTrue(Files.isSymbolicLink(link) && Files.isSymbolicLink(none));
		assertEquals("new", Files.readString(file));
		assertTrue(Files.isRegularFile(folder.resolve("b"), LinkOption.NOFOLLOW_LINKS));
		assertOnly("a", "b", "link", "none");
	}

	@Test
	void longNamesAndNoFolder() throws IOException {
		final Path file = folder.resolve("n".repeat(255));
		AllOrNothing.write(file, NEW);
		AllOrNothing.write(file, NEW);
		assertArrayEquals("new".getBytes(), Files.readAllBytes(file));
		assertThrows(NoSuchFileException.class, () -> AllOrNothing.write(folder.resolve("none/a"), NEW));
		assertThrows(FileSystemException.class, () -> AllOrNothing.write(folder, NEW));
		assertOnly(file.getFileName().toString());
	}

	private void assertOnly(final String... names) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			assertEquals(List.of(names), files.map(file -> file.getFileName().toString()).sorted().toList());
		}
	}
}
