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
package io.github.dicomvolumes.export.deidentify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;

import io.github.dicomvolumes.Machine;
import io.github.dicomvolumes.SyntheticObjects;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.data.Dictionary;
import io.github.dicomvolumes.data.InputException;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.TransferSyntax;
import io.github.dicomvolumes.data.VR;
import io.github.dicomvolumes.export.deidentify.LeftOut.Reason;
import io.github.dicomvolumes.work.Progress;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is not copied, and that nothing is left of a copy that fails. */
class LeftOutTest {

	private static final DeidentifyOptions STRICT = DeidentifyOptions.DEFAULT;

	@TempDir
	private Path temp;
	private Path from, to;

	@BeforeEach
	void folders() throws IOException {
		from = Files.createDirectory(temp.resolve("in"));
		to = temp.resolve("out");
	}

	@ParameterizedTest
	@CsvSource({ "BurnedInAnnotation, YES", "Modality, US", "Modality, SC", "ConversionType, WSD",
		"ImageType, ORIGINAL\\PRIMARY\\SCREEN SAVE", "ImageType, DERIVED\\SECONDARY\\CSA REPORT",
		"SOPClassUID, 1.2.840.10008.5.1.4.1.1.7", "SOPClassUID, 1.2.840.10008.5.1.4.1.1.6.1",
		"SOPClassUID, 1.2.840.10008.5.1.4.1.1.77.1.4", "SOPClassUID, 1.2.840.10008.5.1.4.1.1.3.1" })
	void pixelsThatMayShowNames(final String keyword, final String value) throws IOException {
		new SyntheticSeries("x").slices(2).slice(0, a -> a.put(Dictionary.tag(keyword), value)).write(from);
		final DeidentifyReport report = Deidentification.run(from, to, STRICT);
		assertEquals(1, report.copied());
		assertEquals(Map.of(Reason.BURNED_IN, 1L), report.reasons());
		assertEquals(2, Deidentification.run(from, temp.resolve("all"), STRICT.withBurnedIn(true)).copied());
	}

	@Test
	void overlayInBitsOfThePixels() throws IOException {
		new SyntheticSeries("x").slices(1)
			.bits(16, 12, 11)
			.each((k, a) -> a.put(0x60000010, VR.US, 12).put(0x60000100, VR.US, 16).put(0x60000102, VR.US, 12))
			.write(from);
		assertEquals(Map.of(Reason.BURNED_IN, 1L), Deidentification.run(from, to, STRICT).reasons());
		assertFalse(Files.exists(to));
	}

	@ParameterizedTest
	@CsvSource({ "1.2.840.10008.5.1.4.1.1.104.1, DOCUMENT", "1.2.840.10008.5.1.4.1.1.88.22, DOCUMENT",
		"1.2.840.10008.5.1.4.1.1.9.4.1, DOCUMENT", "1.3.12.2.1107.5.9.1, UNKNOWN_KIND",
		"1.2.840.10008.1.3.10, DIRECTORY", "1.2.840.10008.5.1.4.1.1.19700412, UNKNOWN_KIND" })
	void objectsThatMaySayAnything(final String sopClass, final Reason reason) throws IOException {
		new SyntheticSeries("x").slices(1).write(from);
		SyntheticObjects.withoutImage(sopClass, "OT", 7, "d", from.resolve("other"));
		for (final boolean burnedIn : new boolean[] { false, true })
			assertEquals(Map.of(reason, 1L),
				Deidentification.run(from, temp.resolve("out" + burnedIn), STRICT.withBurnedIn(burnedIn)).reasons());
	}

	@Test
	void unknownTransferSyntax() throws IOException {
		new SyntheticSeries("x").slices(1).syntax(TransferSyntax.of("1.2.3.19700412")).write(from);
		assertEquals(Map.of(Reason.UNKNOWN_KIND, 1L), Deidentification.run(from, to, STRICT).reasons());
	}

	/** Each of them alone: what is cut, no DICOM, or breaks off in its pixels costs no other. */
	@Test
	void badFilesCostNoOther() throws IOException {
		new SyntheticSeries("x").slices(6)
			.damage(1, bytes -> Arrays.copyOf(bytes, 500))
			.damage(2, bytes -> Arrays.copyOf(bytes, bytes.length - 30))
			.damage(3, bytes -> "a text".getBytes())
			.damage(4, bytes -> new byte[0])
			.write(from);
		final DeidentifyReport report = Deidentification.run(from, to, STRICT);
		assertEquals(2, report.copied());
		assertEquals(Map.of(Reason.DAMAGED, 2L, Reason.NOT_DICOM, 2L), report.reasons());
		assertEquals(2, DeidentificationLawTest.files(to).size());
	}

	@Test
	void sourceThatVanishesIsToldAndCostsNoOther() throws IOException {
		final List<Path> files = new SyntheticSeries("x").slices(40).write(from);
		final DeidentifyReport report = Deidentification.run(from, to, STRICT.withProgress((phase, done, total) -> {
			if (phase.startsWith("Copying") && done == 0) delete(files.get(37));
		}));
		assertEquals(39, report.copied());
		assertEquals(Map.of(Reason.UNREADABLE, 1L), report.reasons());
	}

	private static void delete(final Path file) {
		try {
			Files.deleteIfExists(file);
		}
		catch (final IOException exc) {
			throw new AssertionError(exc);
		}
	}

	@Test
	void sourceThatBecomesAnotherPatientsIsNotCopied() throws IOException {
		final List<Path> files = new SyntheticSeries("x").slices(3).write(from);
		final byte[] other = new SyntheticSeries("other").toBytes(1);
		final DeidentifyReport report = Deidentification.run(from, to, STRICT.withProgress((phase, done, total) -> {
			if (!phase.startsWith("Copying") || done > 0) return;
			try {
				Files.write(files.get(1), other);
			}
			catch (final IOException exc) {
				throw new AssertionError(exc);
			}
		}));
		assertEquals(2, report.copied());
		assertEquals(Map.of(Reason.DAMAGED, 1L), report.reasons());
	}

	@ParameterizedTest
	@CsvSource({ "Listing", "Reading", "Copying" })
	void cancelLeavesNothing(final String phase) throws IOException {
		new SyntheticSeries("x").slices(60).write(from);
		final Progress progress = new Progress() {

			private volatile boolean isIn;

			@Override
			public void update(final String name, final long done, final long total) {
				isIn |= name.startsWith(phase);
			}

			@Override
			public boolean isCanceled() {
				return isIn;
			}
		};
		final Path secret = temp.resolve("secret"), table = temp.resolve("table");
		assertThrows(CancellationException.class,
			() -> Deidentification.run(from, to, STRICT.withSecret(secret).withTable(table).withProgress(progress)));
		assertEquals(List.of(from), list(temp));
	}

	@Test
	void cancelLeavesAFolderThatWasThere() throws IOException {
		new SyntheticSeries("x").write(from);
		Files.createDirectory(to);
		assertThrows(IllegalStateException.class,
			() -> Deidentification.run(from, to, STRICT.withProgress((phase, done, total) -> {
				if (phase.startsWith("Copying") && done == total) throw new IllegalStateException();
			})));
		assertEquals(List.of(), list(to));
	}

	@Test
	void fullDiskLeavesNothing() throws IOException {
		new SyntheticSeries("x").size(64, 64).slices(40).write(from);
		Machine.onSmallDisk(temp.resolve("disk"), 128, disk -> {
			final Path copy = disk.resolve("copy");
			final FileSystemException exc = assertThrows(FileSystemException.class,
				() -> Deidentification.run(from, copy, STRICT));
			assertTrue(exc.getMessage().contains("space"), exc.getMessage());
			assertFalse(Files.exists(copy));
		});
		assertEquals(40, list(from).size());
	}

	@Test
	void folderThatCannotBeMade() throws IOException {
		new SyntheticSeries("x").write(from);
		final Path file = Files.writeString(temp.resolve("file"), "old");
		assertThrows(FileSystemException.class, () -> Deidentification.run(from, file.resolve("copy"), STRICT));
		assertEquals("old", Files.readString(file));
	}

	private static List<Path> list(final Path folder) throws IOException {
		try (var children = Files.list(folder)) {
			return children.sorted().toList();
		}
	}

	// -- Places --

	@Test
	void placesThatMix() throws IOException {
		new SyntheticSeries("x").write(from);
		final Path inside = from.resolve("copy");
		refused("to=", from, inside, STRICT);
		refused("to=", from, from, STRICT);
		refused("to=", from, temp, STRICT);
		refused("to=", from.resolve("IM001"), from, STRICT);
		final Path link = Files.createSymbolicLink(temp.resolve("link"), from);
		refused("to=", from, link.resolve("copy"), STRICT);
		Files.createDirectory(to);
		Files.writeString(to.resolve("old"), "old");
		refused("to=", from, to, STRICT);
		final Path other = temp.resolve("other");
		refused("secret=", from, other, STRICT.withSecret(other.resolve("secret")));
		refused("secret=", from, other, STRICT.withSecret(from.resolve("secret")));
		refused("secret=", from, other, STRICT.withSecret(temp.resolve("none/secret")));
		refused("save=", from, other, STRICT.withTable(other.resolve("table")));
		refused("save=", from, other, STRICT.withTable(Files.writeString(temp.resolve("t.csv"), "old")));
		refused("secret=", from, other, STRICT.withSecret(Files.writeString(temp.resolve("short"), "1234")));
		assertEquals("old", Files.readString(temp.resolve("t.csv")));
		assertFalse(Files.exists(other));
		assertEquals(5, list(from).size());
	}

	private static void refused(final String key, final Path from, final Path to, final DeidentifyOptions options) {
		final InputException exc = assertThrows(InputException.class, () -> Deidentification.run(from, to, options));
		assertTrue(exc.getMessage().startsWith(key), exc.getMessage());
	}

	/** More than is looked through: spectra, for instance. */
	@Test
	void hugeValueThatWouldStay() throws IOException {
		new SyntheticSeries("x").slices(1)
			.each((k, a) -> a.put(0x56000020, VR.OF, new byte[(32 << 20) + 4]))
			.write(from);
		assertEquals(Map.of(Reason.TOO_LARGE, 1L), Deidentification.run(from, to, STRICT).reasons());
		assertEquals(0, new SyntheticSeries("x").attributes(0).optional(Tag.of(0x5600, 0x20)).stream().count());
	}
}
