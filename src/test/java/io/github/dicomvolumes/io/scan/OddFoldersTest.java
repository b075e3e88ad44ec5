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

import static io.github.dicomvolumes.io.header.ByteBuilder.EXPLICIT;
import static io.github.dicomvolumes.io.header.ByteBuilder.part10;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import io.github.dicomvolumes.Machine;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.io.header.ByteBuilder;
import io.github.dicomvolumes.io.header.DicomFile;
import io.github.dicomvolumes.io.header.HeaderReaders;
import io.github.dicomvolumes.io.scan.Skipped.Reason;
import io.github.dicomvolumes.io.source.OpenSources;
import io.github.dicomvolumes.work.Progress;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Folders that hold what no scanner wrote: pipes, devices, links in circles, depths without end, odd names. */
class OddFoldersTest {

	private static final String NO_FILE = "no regular file (a device, pipe or socket), and not opened";

	/** 1,600 took 42 s. */
	private static final int LEVELS = 1000;

	@TempDir
	Path folder;

	// -- What is neither file nor folder --

	@Test
	void pipesDevicesAndSocketsAreNamedAndNotOpened() throws IOException {
		image("a");
		Machine.pipe(folder.resolve("pipe.dcm"));
		Machine.run("mknod", folder.resolve("device").toString(), "c", "1", "5"); // /dev/zero, if this user may
		final Path zero = Files.createSymbolicLink(folder.resolve("zero"), Path.of("/dev/zero"));
		try (var socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
			socket.bind(UnixDomainSocketAddress.of(folder.resolve("socket")));
			final Scan scan = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> scan(folder));
			assertEquals(List.of("a"), names(scan));
			final List<String> named = new ArrayList<>(List.of("pipe.dcm", "socket", "zero"));
			if (Files.exists(folder.resolve("device"))) named.add(0, "device");
			assertEquals(named, skippedNames(scan));
			for (final Skipped skipped : scan.skipped())
				assertEquals(Reason.NOT_DICOM + " " + NO_FILE, skipped.reason() + " " + skipped.text());
		}
		finally {
			Files.delete(zero);
		}
	}

	@Test
	void aPlaceThatIsAPipeIsRefused() throws IOException {
		final Path pipe = Machine.pipe(folder.resolve("pipe"));
		final var failure = assertTimeoutPreemptively(Duration.ofSeconds(20),
			() -> assertThrows(FileNotFoundException.class, () -> scan(pipe)));
		assertEquals(pipe + " is neither a file nor a folder but a device, a pipe or a socket; give a folder, a zip " +
			"archive, a DICOMDIR or one file.", failure.getMessage());
	}

	// -- Depth --

	/** Each level cost the square of its depth, and a part of Java's stack. */
	@Test
	void deepFolders() throws IOException {
		final Path top = Files.createDirectory(folder.resolve("d")), deepest = folder.resolve("d/".repeat(LEVELS));
		assumeTrue(Machine.run("mkdir", "-p", deepest.toString()).code() == 0, "no such depth here");
		try {
			Files.write(deepest.resolve("z"), part10(EXPLICIT).image().bytes());
			image("d/d/z");
			image("z");
			final Scan scan = assertTimeoutPreemptively(Duration.ofSeconds(30), () -> scan(folder));
			assertEquals(List.of("d/".repeat(LEVELS) + "z", "d/d/z", "z"), names(scan));
			assertEquals(0, scan.skipped().size());
		}
		finally {
			Machine.run("rm", "-rf", top.toString()); // by Java it takes minutes
		}
	}

	/** Deeper than any path that the system takes. */
	@Test
	void foldersDeeperThanAnyPath() throws IOException {
		image("z");
		final Path deep = Files.createDirectory(folder.resolve("deep"));
		final String part = ("n".repeat(250) + "/").repeat(10);
		final String make = "cd '" + deep + "'; for i in 1 2 3; do mkdir -p " + part + " && cd -P " + part +
			" || exit 1; done";
		try {
			assumeTrue(Machine.run("bash", "-c", make).code() == 0, "no such depth here");
			final Scan scan = assertTimeoutPreemptively(Duration.ofSeconds(30), () -> scan(folder));
			assertEquals(List.of("z"), names(scan));
			assertEquals(1, scan.skipped().size());
			assertEquals(Reason.UNREADABLE, scan.skipped().get(0).reason());
			assertTrue(scan.skipped().get(0).text().contains("too long"), scan.skipped().get(0).text());
		}
		finally {
			Machine.run("rm", "-rf", deep.toString());
		}
	}

	// -- Links --

	@Test
	void linksInCirclesAreEnteredOnce() throws IOException {
		image("a/b/1");
		image("c/2");
		link("a/b/up", "..");
		link("a/b/top", "../..");
		link("a/b/self", ".");
		link("c/a", "../a");
		link("c/absolute", folder.toRealPath().toString());
		final Scan scan = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> scan(folder));
		assertEquals(List.of("a/b/1", "c/2"), names(scan));
		assertEquals(0, scan.skipped().size());
	}

	/** The same folder by another name first, and the place itself a link. */
	@Test
	void aFolderIsEnteredOnceWhateverItsNames() throws IOException {
		image("real/z/1");
		link("alias", "real/z");
		assertEquals(List.of("alias/1"), names(scan(folder)));
		link("place", "real");
		assertEquals(List.of("place/z/1"), names(scan(folder.resolve("place"))));
		link("real/z/back", "..");
		assertEquals(1, scan(folder.resolve("place")).files().size());
	}

	// -- Permissions --

	/** Root may read everything, so another virtual machine does without that right. */
	@Test
	void foldersThatMayNotBeRead() throws IOException {
		image("a");
		image("locked/b");
		image("closed/c");
		image("d");
		final List<Path> locked = List.of(folder.resolve("locked"), folder.resolve("closed"), folder.resolve("d"));
		try {
			assumeTrue(locked.get(0).toFile().setReadable(false) && locked.get(1).toFile().setExecutable(false) &&
				locked.get(2).toFile().setReadable(false));
			final List<String> command = new ArrayList<>();
			if (Files.isReadable(locked.get(2))) command.addAll(List.of("setpriv",
				"--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-dac_override,-dac_read_search"));
			command.addAll(Machine.java(List.of(), Printed.class, folder.toString()));
			final Machine.Ended ended = Machine.run(command.toArray(String[]::new));
			assumeTrue(ended.code() == 0, ended.output());
			assertEquals("""
							a
							closed/c: unreadable: permission denied
							locked: unreadable: permission denied
							d: unreadable: permission denied
							""", ended.output());
		}
		finally {
			for (final Path path : locked) {
				path.toFile().setReadable(true);
				path.toFile().setExecutable(true);
			}
		}
	}

	/** Prints what a scan finds. */
	static final class Printed {

		public static void main(final String... place) throws IOException {
			final Path folder = Path.of(place[0]);
			final Scan scan = scan(folder);
			for (final DicomFile file : scan.files())
				System.out.println(folder.relativize(Path.of(file.source().container())));
			for (final Skipped skipped : scan.skipped())
				System.out.println(
					folder.relativize(Path.of(skipped.file())) + ": " + skipped.reason() + ": " + skipped.text());
		}
	}

	// -- Names --

	@Test
	void oddNames() throws IOException {
		final TreeSet<String> written = new TreeSet<>();
		for (final String name : List.of("a\nb", "tab\there", "\"quoted\"", "it's", "[brackets]", "{a,b}", "*?", "a\\b",
			" blank ", "-rf", "%41%00", "$HOME", "100%.dcm", "\u0007bell", "n".repeat(255), "\u00e4\u4e2d\ud83e\ude7b",
			"e\u0301", "[folder]\n/'x'"))
		{
			try {
				image(name);
			}
			catch (final IOException | InvalidPathException exc) {
				continue; // not a name here
			}
			written.add(name);
		}
		assumeTrue(!written.isEmpty());
		final Scan scan = scan(folder);
		assertEquals(written, new TreeSet<>(names(scan)));
		for (final DicomFile file : scan.files())
			assertEquals(6, file.pixelBytes());
	}

	@Test
	void oddNamesInAnArchive() throws IOException {
		final List<String> written = List.of("../out", "/absolute", "a\nb", "a\\b", "n".repeat(3000), "sub/../x");
		try (var zip = new ZipOutputStream(Files.newOutputStream(folder.resolve("odd [1]\n.zip")))) {
			for (final String name : written) {
				zip.putNextEntry(new ZipEntry(name));
				zip.write(part10(EXPLICIT).image().bytes());
			}
		}
		catch (final InvalidPathException exc) {
			assumeTrue(false, "no such name here");
		}
		assertEquals(written.size(), scan(folder).files().size());
	}

	/** Names from before UTF-8; Java keeps their bytes and can open them all the same. */
	@Test
	void namesThatAreNotUtf8() throws IOException {
		image("source");
		final Machine.Ended copied = Machine.run("bash", "-c", "cd '" + folder +
			"' && cp source $'Sch\\xe4del' && cp source $'Sch\\xe5del' && mkdir $'K\\xf6ln' && cp source $'K\\xf6ln/x'");
		assumeTrue(copied.code() == 0, "no such names here");
		final Scan scan = scan(folder);
		assertEquals(4, scan.files().size());
		assertEquals(0, scan.skipped().size());
		for (final DicomFile file : scan.files())
			file.openPixels(OpenSources.NONE, 0).close();
	}

	@Test
	void archiveWhoseNameIsNotUtf8() throws IOException {
		try (var zip = new ZipOutputStream(Files.newOutputStream(folder.resolve("a.zip")))) {
			zip.putNextEntry(new ZipEntry("a"));
			zip.write(part10(EXPLICIT).image().bytes());
		}
		final Machine.Ended moved = Machine.run("bash", "-c", "cd '" + folder + "' && mv a.zip $'Sch\\xe4del.zip'");
		assumeTrue(moved.code() == 0, "no such names here");
		final Scan scan = scan(folder);
		assumeTrue(scan.files().isEmpty(), "a name like any other here");
		assertEquals(List.of(Reason.UNREADABLE), scan.skipped().stream().map(Skipped::reason).toList());
		assertTrue(scan.skipped().get(0).text().endsWith("rename it"), scan.skipped().get(0).text());
	}

	// -- DICOMDIR --

	@ParameterizedTest
	@ValueSource(strings = { "..\\secret", "SUB\\..\\..\\secret", "../secret", "SUB\\../../secret", "\\secret", "/" })
	void directoryEntriesDoNotLeaveTheFolder(final String fileId) throws IOException {
		image("secret");
		image("disk/SUB/A");
		final Path directory = directory("disk/DICOMDIR", "SUB\\A", fileId, folder.resolve("secret").toString(),
			folder.resolve("secret").toString().replace('/', '\\'));
		final Scan scan = scan(directory);
		assertEquals(List.of("disk/SUB/A"), names(scan));
		assertEquals(3, scan.skipped().size());
		for (final Skipped skipped : scan.skipped())
			assertEquals(Reason.MISSING, skipped.reason());
	}

	/** A link on the disk is the owner's own, and is followed as in a folder. */
	@Test
	void directoryEntriesThatAreLinks() throws IOException {
		image("elsewhere/A");
		image("disk/B");
		link("disk/LINK", "../elsewhere/A");
		link("disk/LINKS", "../elsewhere");
		link("disk/LOOP", "LOOP");
		final Path directory = directory("disk/DICOMDIR", "B", "LINK", "LINKS\\A", "LOOP");
		assertEquals(List.of("disk/B", "disk/LINK", "disk/LINKS/A"), names(scan(directory)));
		assertEquals(List.of("LOOP"), skippedNames(scan(directory)));
	}

	/** An entry that is a pipe is not there. */
	@Test
	void directoryEntryThatIsAPipe() throws IOException {
		image("A");
		Machine.pipe(folder.resolve("PIPE"));
		final Scan scan = scan(directory("DICOMDIR", "A", "PIPE"));
		assertEquals(List.of("A"), names(scan));
		assertEquals(List.of("PIPE"), skippedNames(scan));
	}

	// -- Helpers --

	private static Scan scan(final Path place) throws IOException {
		return new PlaceScan(HeaderReaders.BUILT_IN, Progress.NONE).scan(new LocalPlace(place));
	}

	private void image(final String name) throws IOException {
		final Path file = folder.resolve(name);
		Files.createDirectories(file.getParent());
		Files.write(file, part10(EXPLICIT).image().bytes());
	}

	private void link(final String name, final String target) throws IOException {
		try {
			Files.createSymbolicLink(folder.resolve(name), Path.of(target));
		}
		catch (final UnsupportedOperationException | FileSystemException exc) {
			assumeTrue(false, "links cannot be made here");
		}
	}

	private Path directory(final String name, final String... fileIds) throws IOException {
		final var items = ByteBuilder.little();
		for (final String id : fileIds)
			items.item(ByteBuilder.little().element(Tag.REFERENCED_FILE_ID, "CS", id));
		return Files.write(folder.resolve(name),
			part10(null).element(Tag.MEDIA_STORAGE_SOP_CLASS_UID, "UI", "1.2.840.10008.1.3.10")
				.element(Tag.TRANSFER_SYNTAX_UID, "UI", ByteBuilder.even(EXPLICIT))
				.longHeader(Tag.DIRECTORY_RECORD_SEQUENCE, "SQ", items.size())
				.raw(items)
				.bytes());
	}

	private List<String> names(final Scan scan) {
		return scan.files()
			.stream()
			.map(file -> folder.relativize(Path.of(file.source().container())).toString())
			.toList();
	}

	private List<String> skippedNames(final Scan scan) {
		return scan.skipped().stream().map(skipped -> skipped.file().replace(folder + "/", "")).toList();
	}
}
