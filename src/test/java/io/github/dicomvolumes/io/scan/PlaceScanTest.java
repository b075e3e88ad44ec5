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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import io.github.dicomvolumes.OpenFiles;
import io.github.dicomvolumes.SourceInstead;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.data.Reasons;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.io.header.ByteBuilder;
import io.github.dicomvolumes.io.header.DicomFile;
import io.github.dicomvolumes.io.header.HeaderReader;
import io.github.dicomvolumes.io.header.HeaderReaders;
import io.github.dicomvolumes.io.scan.Skipped.Reason;
import io.github.dicomvolumes.io.source.OpenSources;
import io.github.dicomvolumes.io.source.Source;
import io.github.dicomvolumes.work.Progress;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlaceScanTest {

	@TempDir
	Path folder;

	// -- Folders --

	@Test
	void filesAtAnyDepthInTheOrderOfTheirPaths() throws IOException {
		for (final String name : List.of("b/z", "b/a/2.dcm", "a.dcm", "IM10", "IM1", "c.txt/x"))
			image(name);
		assertEquals(List.of("IM1", "IM10", "a.dcm", "b/a/2.dcm", "b/z", "c.txt/x"), names(scan(folder)));
	}

	@Test
	void hiddenFilesButNoHiddenFolders() throws IOException {
		for (final String name : List.of(".hidden", "a", ".git/a", "__MACOSX/a", "x/.trash/deep/a"))
			image(name);
		assertEquals(List.of(".hidden", "a"), names(scan(folder)));
		assertEquals(0, scan(folder).skipped().size());
	}

	@Test
	void theFolderAskedForMayBeHidden() throws IOException {
		image(".hidden/a");
		assertEquals(List.of(".hidden/a"), names(scan(folder.resolve(".hidden"))));
	}

	@Test
	void linksAreFollowedOnce() throws IOException {
		image("a/1");
		image("b/2");
		link("a/loop", "..");
		link("a/toB", "../b");
		link("nowhere", "missing");
		link("itself", "itself");
		final Scan scan = scan(folder);
		assertEquals(2, scan.files().size());
		assertEquals(List.of(Reason.UNREADABLE, Reason.UNREADABLE), reasons(scan));
		assertEquals(List.of("itself", "nowhere"), skippedNames(scan));
	}

	@Test
	void linkedFilesCount() throws IOException {
		image("real/1");
		link("linked", "real/1");
		assertEquals(List.of("linked", "real/1"), names(scan(folder)));
	}

	@Test
	void largeValuesAreReadByTheReaderOfTheScan() throws IOException {
		write("1",
			part10(EXPLICIT).us(0x00080040, 1).longElement(0x00420011, "OB", new byte[1_100_000]).image().bytes());
		final var asked = new ArrayList<Source>();
		final HeaderReader large = (source, open) -> {
			asked.add(source);
			return HeaderReaders.BUILT_IN.withLargeValues().read(source);
		};
		final HeaderReader reader = new HeaderReader() {

			@Override
			public DicomFile read(final Source source, final OpenSources open) throws IOException {
				return HeaderReaders.BUILT_IN.read(source);
			}

			@Override
			public HeaderReader withLargeValues() {
				return large;
			}
		};
		final DicomFile file = new PlaceScan(reader, Progress.NONE).scan(new LocalPlace(folder)).files().get(0);
		assertTrue(file.attributes().require(0x00420011).isLeftInFile());
		assertEquals(1_100_000, file.withLargeValues(OpenSources.NONE).attributes().require(0x00420011).bytes().length);
		assertEquals(List.of(file.source()), asked);
	}

	@Test
	void emptyFolder() throws IOException {
		assertEquals(0, scan(folder).examined());
	}

	@Test
	void noSuchPlace() {
		final Path missing = folder.resolve("missing");
		final var exc = assertThrows(FileNotFoundException.class, () -> scan(missing));
		assertTrue(exc.getMessage().contains(missing.toString()));
		final Path copy = folder.resolve("CT (copy)");
		assertEquals("There is no file or folder " + copy,
			Reasons.of(assertThrows(FileNotFoundException.class, () -> scan(copy))));
	}

	@Test
	void junkHasReasons() throws IOException {
		image("0.dcm");
		write("1.txt", "just some text".getBytes());
		write("2.DS_Store", new byte[6148]);
		write("3.dcm", new byte[0]);
		write("4.dcm", part10(null).bytes());
		write("5.dcm", part10(EXPLICIT).element(Tag.SOP_CLASS_UID, "UI", "1.2.840.10008.5.1.4.1.1.88.11").bytes());
		write("6.dcm",
			part10(EXPLICIT).element(Tag.MODALITY, "CS", "CT").longElement(Tag.PIXEL_DATA, "OB", (byte) 1).bytes());
		write("7.dcm", part10(EXPLICIT).shortHeader(Tag.PATIENT_NAME, "PN", 32767).text("Doe").bytes());
		write("8.zip", "no archive".getBytes());
		write("9.gz", "no archive".getBytes());
		final Scan scan = scan(folder);
		assertEquals(10, scan.examined());
		final Map<String, Skipped> byName = scan.skipped()
			.stream()
			.collect(Collectors.toMap(s -> relative(s.file()), s -> s));
		for (final String name : List.of("1.txt", "2.DS_Store", "3.dcm"))
			assertEquals(Reason.NOT_DICOM, byName.get(name).reason());
		for (final String name : List.of("4.dcm", "7.dcm"))
			assertEquals(Reason.DAMAGED, byName.get(name).reason());
		for (final String name : List.of("5.dcm", "6.dcm"))
			assertEquals(Reason.NOT_AN_IMAGE, byName.get(name).reason());
		for (final String name : List.of("8.zip", "9.gz"))
			assertEquals(Reason.UNREADABLE, byName.get(name).reason());
		assertEquals("Basic Text SR Storage, no pixel data", byName.get("5.dcm").text());
		assertTrue(byName.get("7.dcm").text().contains("(0010,0010) Patient's Name at byte"));
		assertEquals("no readable archive: Not in GZIP format", byName.get("9.gz").text());
	}

	@Test
	void unreadableFilesAndFolders() throws IOException {
		image("a");
		image("locked/b");
		image("c");
		final List<Path> locked = List.of(folder.resolve("c"), folder.resolve("locked"));
		for (final Path path : locked)
			assumeTrue(path.toFile().setReadable(false));
		try {
			assumeFalse(Files.isReadable(locked.get(0)), "root may read everything");
			final Scan scan = scan(folder);
			assertEquals(List.of("a"), names(scan));
			assertEquals(List.of(Reason.UNREADABLE, Reason.UNREADABLE), reasons(scan));
			assertTrue(scan.skipped().stream().allMatch(s -> s.text().equals("permission denied")));
		}
		finally {
			for (final Path path : locked)
				path.toFile().setReadable(true);
		}
	}

	@Test
	void aReaderThatFailsDoesNotStopTheFolder() throws IOException {
		image("a");
		image("b");
		final HeaderReader reader = (source, open) -> {
			if (source.name().endsWith("a")) throw new IllegalStateException("a bug");
			return HeaderReaders.BUILT_IN.read(source);
		};
		final Scan scan = new PlaceScan(reader, Progress.NONE).scan(new LocalPlace(folder));
		assertEquals(List.of("b"), names(scan));
		assertEquals(List.of(Reason.DAMAGED), reasons(scan));
	}

	@Test
	void manyThreadsFindWhatOneFinds() throws IOException {
		for (int i = 0; i < 300; i++)
			if (i % 7 == 0) write(i + ".txt", "text".getBytes());
			else image(i + ".dcm");
		final Scan scan = scan(folder);
		final List<String> expected = new ArrayList<>();
		try (Stream<Path> list = Files.list(folder)) {
			list.sorted().map(p -> p.getFileName().toString()).filter(n -> n.endsWith("m")).forEach(expected::add);
		}
		assertEquals(expected, names(scan));
		assertEquals(scan.skipped(), scan(folder).skipped());
		assertEquals(scan.files(), scan(folder).files());
	}

	// -- One file --

	@Test
	void oneFileStandsForItself() throws IOException {
		image("a");
		image("b");
		assertEquals(List.of("b"), names(scan(folder.resolve("b"))));
	}

	@Test
	void gzippedFile() throws IOException {
		try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("a.dcm.gz")))) {
			out.write(bytes());
		}
		for (final Path place : List.of(folder, folder.resolve("a.dcm.gz"))) {
			final Scan scan = scan(place);
			assertEquals(List.of("a.dcm.gz"), names(scan));
			assertEquals("XELS", pixels(scan.files().get(0), 2));
		}
	}

	// -- Zip --

	@Test
	void zipLikeAFolder() throws IOException {
		final Path zip = zip("z.ZIP", StandardCharsets.UTF_8, "sub/b", "sub/a", "__MACOSX/sub/._a", "sub/.hidden/x",
			"./c", "empty/", "ü");
		final Scan scan = scan(zip);
		assertEquals(List.of("z.ZIP!./c", "z.ZIP!sub/a", "z.ZIP!sub/b", "z.ZIP!ü"), names(scan));
		assertEquals(names(scan), names(scan(folder)));
		for (final DicomFile file : scan.files()) {
			assertEquals("PIXELS", pixels(file, 0));
			assertEquals("LS", pixels(file, 4));
			assertEquals(6, file.pixelBytes());
			assertEquals(zip, Path.of(file.source().container()));
		}
	}

	@Test
	void zipWithNamesOfOldSystems() throws IOException {
		assumeTrue(Charset.isSupported("IBM437"));
		final Scan scan = scan(zip("old.zip", Charset.forName("IBM437"), "Schädel/1"));
		assertEquals(List.of("old.zip!Schädel/1"), names(scan));
		assertEquals("PIXELS", pixels(scan.files().get(0), 0));
	}

	@Test
	void zipWithManyEntries() throws IOException {
		final String[] entries = IntStream.range(0, 10_000).mapToObj(i -> "sub/" + i).toArray(String[]::new);
		assertEquals(10_000, scan(zip("many.zip", StandardCharsets.UTF_8, entries)).files().size());
	}

	// -- DICOMDIR --

	@Test
	void directoryFileStandsForTheFilesItLists() throws IOException {
		image("images/im000001"); // listed in upper case
		image("IMAGES2/A");
		image("notListed");
		final Path directory = directory("DICOMDIR", "IMAGES\\IM000001", "IMAGES2\\A", "IMAGES2\\A", "IMAGES\\GONE",
			"..\\ESCAPE", "IM\0GE\\A", "IMAGES");
		final Scan scan = scan(directory);
		assertEquals(List.of("IMAGES2/A", "images/im000001"), names(scan));
		assertEquals(4, scan.skipped().size());
		assertTrue(reasons(scan).stream().allMatch(Reason.MISSING::equals));
		assertEquals("IMAGES/GONE", scan.skipped().get(0).file());
	}

	@Test
	void directoryFileInAFolderIsNoImage() throws IOException {
		image("A");
		directory("any.name", "GONE");
		final Scan scan = scan(folder);
		assertEquals(List.of("A"), names(scan));
		assertEquals(List.of(Reason.NOT_AN_IMAGE), reasons(scan));
		assertEquals("Media Storage Directory Storage, no pixel data", scan.skipped().get(0).text());
	}

	/** Else its index, of perhaps thousands of files, would be read for each of them. */
	@Test
	void anArchiveIsOpenedOnceForAllItsFiles() throws IOException {
		final Path archive = new SyntheticSeries().slices(20).writeZip(folder.resolve("a.zip"));
		final HeaderReader reader = (source, open) -> {
			final DicomFile file = HeaderReaders.BUILT_IN.read(source, open);
			Files.deleteIfExists(archive);
			return file;
		};
		assumeTrue(OpenFiles.areListed(), "files that are open can be deleted in Unix");
		assertEquals(20, new PlaceScan(reader, Progress.NONE).scan(new LocalPlace(folder)).files().size());
	}

	// -- Cancellation --

	@Test
	void cancelledInTheMiddle() throws IOException {
		for (int i = 0; i < 1000; i++)
			image("f" + i);
		final var open = new AtomicInteger();
		final var read = new AtomicInteger();
		final HeaderReader reader = (source, sources) -> {
			read.incrementAndGet();
			return HeaderReaders.BUILT_IN.read(SourceInstead.of(source, at -> {
				final ReadableByteChannel channel = source.open(at);
				open.incrementAndGet();
				return OpenFiles.watched(channel, open::decrementAndGet);
			}));
		};
		final Map<String, List<Integer>> moments = Map.of("Listing files", List.of(0, 1, 1000, 1001, 1500),
			"Examining files", List.of(0, 1));
		for (final var moment : moments.entrySet())
			for (final int after : moment.getValue()) {
				final var asked = new AtomicInteger();
				final Progress progress = new Progress() {

					private String current = "";

					@Override
					public void update(final String phase, final long done, final long total) {
						current = phase;
						assertTrue(done <= total);
					}

					@Override
					public boolean isCanceled() {
						return current.equals(moment.getKey()) && asked.getAndIncrement() >= after;
					}
				};
				read.set(0);
				final int threads = liveWorkers();
				assertTimeoutPreemptively(Duration.ofSeconds(20), () -> assertThrows(CancellationException.class,
					() -> new PlaceScan(reader, progress).scan(new LocalPlace(folder))));
				assertEquals(0, open.get(), "open files");
				assertTrue(read.get() < 1000, read + " files were read");
				assertEquals(threads, liveWorkers());
			}
	}

	@Test
	void anInterruptCancels() throws IOException {
		image("a");
		Thread.currentThread().interrupt();
		try {
			assertThrows(CancellationException.class, () -> scan(folder.resolve("a")));
		}
		finally {
			assertTrue(Thread.interrupted());
		}
	}

	@Test
	void progressGoesToTheEnd() throws IOException {
		image("a");
		image("b");
		final List<String> heard = new ArrayList<>();
		new PlaceScan(HeaderReaders.BUILT_IN, (phase, done, total) -> heard.add(phase + " " + done + "/" + total))
			.scan(new LocalPlace(folder));
		assertEquals("Listing files 0/1", heard.get(0));
		assertEquals("Examining files 2/2", heard.get(heard.size() - 1));
	}

	// -- Helpers --

	private static int liveWorkers() {
		return (int) Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter(t -> t.getName().startsWith("DICOM Volumes"))
			.count();
	}

	private static Scan scan(final Path place) throws IOException {
		return new PlaceScan(HeaderReaders.BUILT_IN, Progress.NONE).scan(new LocalPlace(place));
	}

	private static byte[] bytes() {
		return part10(EXPLICIT).element(Tag.MODALITY, "CS", "CT").image().bytes();
	}

	private void image(final String name) throws IOException {
		write(name, bytes());
	}

	private void write(final String name, final byte[] bytes) throws IOException {
		final Path file = folder.resolve(name);
		Files.createDirectories(file.getParent());
		Files.write(file, bytes);
	}

	private void link(final String name, final String target) {
		try {
			Files.createSymbolicLink(folder.resolve(name), Path.of(target));
		}
		catch (final IOException | UnsupportedOperationException exc) {
			assumeTrue(false, "links cannot be made here");
		}
	}

	private Path zip(final String name, final Charset names, final String... entries) throws IOException {
		final Path file = folder.resolve(name);
		try (var zip = new ZipOutputStream(Files.newOutputStream(file), names)) {
			for (final String entry : entries) {
				zip.putNextEntry(new ZipEntry(entry));
				if (!entry.endsWith("/")) zip.write(bytes());
				zip.closeEntry();
			}
		}
		return file;
	}

	private Path directory(final String name, final String... fileIds) throws IOException {
		final var items = ByteBuilder.little();
		for (final String id : fileIds)
			items.item(ByteBuilder.little().element(Tag.REFERENCED_FILE_ID, "CS", id));
		write(name,
			ByteBuilder.part10(null)
				.element(Tag.MEDIA_STORAGE_SOP_CLASS_UID, "UI", "1.2.840.10008.1.3.10")
				.element(Tag.TRANSFER_SYNTAX_UID, "UI", ByteBuilder.even(EXPLICIT))
				.longHeader(Tag.DIRECTORY_RECORD_SEQUENCE, "SQ", items.size())
				.raw(items)
				.bytes());
		return folder.resolve(name);
	}

	private static String pixels(final DicomFile file, final int skip) throws IOException {
		try (var in = Channels.newInputStream(file.openPixels(OpenSources.NONE, skip))) {
			return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
		}
	}

	private List<String> names(final Scan scan) {
		return scan.files().stream().map(file -> relative(file.source().name())).toList();
	}

	private List<String> skippedNames(final Scan scan) {
		return scan.skipped().stream().map(skipped -> relative(skipped.file())).toList();
	}

	private static List<Reason> reasons(final Scan scan) {
		return scan.skipped().stream().map(Skipped::reason).toList();
	}

	private String relative(final String name) {
		assertFalse(name.isEmpty());
		return name.startsWith(folder.toString()) ? name.substring(folder.toString().length() + 1).replace('\\', '/')
			: name;
	}

	/** Without a look into the files. */
	@Test
	void listsWhatLiesAtAPlace() throws IOException {
		Files.writeString(folder.resolve("b.txt"), "no DICOM");
		new SyntheticSeries("list").writeZip(folder.resolve("a.zip"));
		Files.writeString(folder.resolve("broken.zip"), "no archive");
		final SourceList list = new LocalPlace(folder).list(HeaderReaders.BUILT_IN, Progress.NONE);
		assertEquals(6, list.sources().size());
		assertEquals(folder.resolve("b.txt").toString(), list.sources().get(5).name());
		assertEquals(Reason.UNREADABLE, list.skipped().get(0).reason());
	}
}
