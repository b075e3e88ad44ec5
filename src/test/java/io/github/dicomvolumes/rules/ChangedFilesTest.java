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

package io.github.dicomvolumes.rules;

import static io.github.dicomvolumes.rules.Volumes.BASE;
import static io.github.dicomvolumes.rules.Volumes.assertBase;
import static io.github.dicomvolumes.rules.Volumes.assertBaseGrid;
import static io.github.dicomvolumes.rules.Volumes.assertStored;
import static io.github.dicomvolumes.rules.Volumes.finding;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.Machine;
import io.github.dicomvolumes.SourceInstead;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.io.header.DicomFile;
import io.github.dicomvolumes.io.header.HeaderReaders;
import io.github.dicomvolumes.io.source.Source;
import io.github.dicomvolumes.series.Finding.Code;
import io.github.dicomvolumes.series.catalog.SeriesCatalog;
import io.github.dicomvolumes.volume.DicomVolume;
import io.github.dicomvolumes.volume.ImportOptions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Files that do not stay as they were between scan, load and look: each costs its own slices and says why. */
class ChangedFilesTest {

	private static final ImportOptions VIRTUAL = ImportOptions.DEFAULT.withVirtual(true);

	@TempDir
	Path folder;

	/** What happens to a file. */
	private enum Fate {
		REPLACED("changed since it was found") {

			@Override
			void befall(final Path file, final Path other) throws IOException {
				Files.copy(other, file, StandardCopyOption.REPLACE_EXISTING);
				Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000));
			}
		},
		GROWN("changed since it was found") {

			@Override
			void befall(final Path file, final Path other) throws IOException {
				Files.write(file, new byte[10], StandardOpenOption.APPEND);
			}
		},
		CUT("changed since it was found") {

			@Override
			void befall(final Path file, final Path other) throws IOException {
				Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 600));
			}
		},
		GONE("no such file any more") {

			@Override
			void befall(final Path file, final Path other) throws IOException {
				Files.delete(file);
			}
		},
		A_PIPE("no regular file (a device, pipe or socket), and not opened") {

			@Override
			void befall(final Path file, final Path other) throws IOException {
				Machine.pipe(file);
			}
		},
		A_FOLDER("a folder, no file") {

			@Override
			void befall(final Path file, final Path other) throws IOException {
				Files.delete(file);
				Files.createDirectory(file);
			}
		};

		private final String said;

		Fate(final String said) {
			this.said = said;
		}

		abstract void befall(Path file, Path other) throws IOException;
	}

	@ParameterizedTest
	@EnumSource
	void betweenScanAndLoad(final Fate fate) throws IOException {
		final List<Path> files = new SyntheticSeries().write(folder);
		final SeriesCatalog catalog = DicomVolumes.scan(folder);
		fate.befall(files.get(2), files.get(4));
		final DicomVolume volume = soon(() -> DicomVolumes.load(catalog, ImportOptions.DEFAULT).volumes().get(0));
		assertBaseGrid(volume);
		assertStored(volume, k -> k != 2, BASE);
		assertStored(volume, k -> k == 2, (k, r, c) -> 0);
		assertSaid(volume, "IM003", fate.said);
	}

	@ParameterizedTest
	@EnumSource
	void betweenLoadAndLook(final Fate fate) throws IOException {
		final List<Path> files = new SyntheticSeries().write(folder);
		final DicomVolume volume = DicomVolumes.open(folder, VIRTUAL);
		fate.befall(files.get(2), files.get(4));
		final String said = soon(
			() -> assertThrows(UncheckedIOException.class, () -> volume.plane(2, 0, 0)).getCause().getMessage());
		assertTrue(said.contains("IM003: " + fate.said), said);
		assertStored(volume, k -> k != 2, BASE);
	}

	/** Also as a whole: everything is gone, and the message says of what. */
	@Test
	void allOfThem() throws IOException {
		final List<Path> files = new SyntheticSeries().write(folder);
		final SeriesCatalog catalog = DicomVolumes.scan(folder);
		for (final Path file : files)
			Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000));
		final String said = assertThrows(DicomException.class, () -> DicomVolumes.load(catalog, ImportOptions.DEFAULT))
			.getMessage();
		assertTrue(said.contains("no slice can be read") && said.contains("changed since it was found"), said);
	}

	/** A file with many frames, plain or to be inflated, is as it was before its first frame and after its last one. */
	@ParameterizedTest
	@CsvSource({ "0, film", "0, film.gz", "1, film", "1, film.gz", "3, film", "2, film.gz" })
	void aFileWithManyFrames(final int opened, final String name) throws IOException {
		new SyntheticSeries("film").slices(1)
			.frames(5)
			.fileNames(name)
			.damage(0, bytes -> name.endsWith(".gz") ? gzip(bytes) : bytes)
			.write(folder);
		new SyntheticSeries("other").write(folder.resolve("other"));
		final AtomicInteger left = new AtomicInteger(opened);
		final SeriesCatalog catalog = DicomVolumes.scan(folder,
			ImportOptions.DEFAULT.withReader((source, open) -> changing(source, left)));
		assertEquals(2, catalog.stacks().size(), () -> catalog.report() + catalog.skipped());
		if (opened == 0) touch(folder.resolve(name));
		final DicomException failure = assertThrows(DicomException.class,
			() -> DicomVolumes.load(catalog, catalog.select("film"), ImportOptions.DEFAULT));
		assertTrue(failure.getMessage().contains("changed since it was found"), failure.getMessage());
		assertBase(DicomVolumes.load(catalog, catalog.select("other"), ImportOptions.DEFAULT).volumes().get(0));
	}

	/** While its pixels are read. */
	@Test
	void aFileWithOneFrame() throws IOException {
		new SyntheticSeries().write(folder);
		final AtomicInteger left = new AtomicInteger(1);
		final DicomVolume volume = DicomVolumes.open(folder, ImportOptions.DEFAULT.withReader((source,
			open) -> source.name().endsWith("IM003") ? changing(source, left) : HeaderReaders.BUILT_IN.read(source)));
		assertStored(volume, k -> k != 2, BASE);
		assertSaid(volume, "IM003", "changed since it was found");
	}

	private static void assertSaid(final DicomVolume volume, final String file, final String said) {
		final List<String> unreadable = finding(volume, Code.UNREADABLE_SLICE).files();
		assertEquals(1, unreadable.size());
		assertTrue(unreadable.get(0).contains(file + ": " + said), unreadable.get(0));
	}

	/** A header whose file is changed when its pixels are opened for so many times. */
	private static DicomFile changing(final Source source, final AtomicInteger left) throws IOException {
		final DicomFile file = HeaderReaders.BUILT_IN.read(source);
		return file.attributes().orElse(io.github.dicomvolumes.data.Tag.SERIES_DESCRIPTION, "").contains("other") ? file
			: new DicomFile(SourceInstead.like(source, position -> {
				if (left.decrementAndGet() == 0) touch(Path.of(source.container()));
				return source.open(position);
			}), file.metaInformation(), file.attributes(), file.transferSyntax(), file.pixelData(), file.reader(),
				file.notes());
	}

	private static void touch(final Path file) throws IOException {
		Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000));
	}

	private static byte[] gzip(final byte[] bytes) {
		final var out = new ByteArrayOutputStream();
		try (OutputStream packed = new GZIPOutputStream(out)) {
			packed.write(bytes);
		}
		catch (final IOException exc) {
			throw new UncheckedIOException(exc);
		}
		return out.toByteArray();
	}

	private static <T> T soon(final org.junit.jupiter.api.function.ThrowingSupplier<T> work) {
		return assertTimeoutPreemptively(Duration.ofSeconds(20), work);
	}
}
