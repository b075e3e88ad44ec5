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

package io.github.dicomvolumes.io.header;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;

import io.github.dicomvolumes.CtSlices;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.TransferSyntax;
import io.github.dicomvolumes.data.VR;
import io.github.dicomvolumes.io.source.DiskSources;
import io.github.dicomvolumes.io.source.Limits;
import io.github.dicomvolumes.io.source.OpenSources;
import io.github.dicomvolumes.io.source.Source;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A file that is read by what others of the scan said is what it is when it is read alone. */
class KnownHeadersTest {

	private final KnownHeaders known = new KnownHeaders(Limits.DEFAULT, OpenSources.NONE);

	@TempDir
	private Path folder;

	static Stream<TransferSyntax> plainSyntaxes() {
		return Stream.of(TransferSyntax.IMPLICIT_LITTLE_ENDIAN, TransferSyntax.EXPLICIT_LITTLE_ENDIAN,
			TransferSyntax.EXPLICIT_BIG_ENDIAN);
	}

	@ParameterizedTest
	@MethodSource("plainSyntaxes")
	void slicesHoldOnlyWhatDiffersFromTheFirst(final TransferSyntax syntax) throws IOException {
		final List<Path> files = series().syntax(syntax).write(folder);
		final DicomFile first = checked(files.get(0));
		assertSame(first.attributes(), first.attributes().whole());
		for (final Path file : files.subList(1, files.size())) {
			final DicomFile read = like(file);
			assertEquals(outcome(file, null), outcome(read));
			assertSame(first.attributes(), read.attributes().whole());
			assertSame(first.metaInformation(), read.metaInformation().whole());
		}
	}

	@Test
	void headersLongerThanOneReadAndSlices() throws IOException {
		final List<Path> files = series().with(0x00204000, "comment ".repeat(4000))
			.each((k, slice) -> slice.put(0x00104000, "much more ".repeat(900 * k)))
			.write(folder);
		checked(files.get(0));
		for (final Path file : files)
			checked(file);
	}

	@Test
	void whatDecidesHowOthersAreReadIsReadAnew() throws IOException {
		final SyntheticSeries series = series().syntax(TransferSyntax.IMPLICIT_LITTLE_ENDIAN)
			.with(Tag.PIXEL_PADDING_VALUE, 40000);
		checked(series.write(folder).get(0));
		final SyntheticSeries signed = series().syntax(TransferSyntax.IMPLICIT_LITTLE_ENDIAN)
			.signed()
			.with(Tag.PIXEL_PADDING_VALUE, 40000)
			.fileNames("signed%d");
		final Path file = signed.write(folder).get(0);
		assertNull(like(file));
		assertEquals(VR.SS, checked(file).attributes().optional(Tag.PIXEL_PADDING_VALUE).orElseThrow().vr());
		for (final String charset : List.of("ISO_IR 144", "ISO_IR 192", "ISO_IR 999"))
			checked(series().with(Tag.SPECIFIC_CHARACTER_SET, charset).fileNames(charset + "%d").write(folder).get(0));
	}

	@Test
	void privateElementsAreTheirCreatorsOwn() throws IOException {
		for (final String creator : List.of("SIEMENS CT VA0  COAD", "GEMS_ACQU_01", "SIEMENS MED SMS USG ANTARES"))
			checked(series().syntax(TransferSyntax.IMPLICIT_LITTLE_ENDIAN)
				.with(0x00190010, creator)
				.each((k, slice) -> slice.put(0x00191002, VR.UN, (byte) 1, (byte) 0))
				.fileNames(creator + "%d")
				.write(folder)
				.get(0));
	}

	@Test
	void theRecentSeriesIsFoundAgain() throws IOException {
		final List<Path> one = series().write(folder),
			other = series().series(2).without(Tag.SLICE_THICKNESS).fileNames("other%d").write(folder);
		for (int k = 0; k < one.size(); k++) {
			checked(one.get(k));
			checked(other.get(k));
			if (k > 0) assertNotSame(checked(other.get(k)).attributes(), checked(other.get(k)).attributes().whole());
		}
	}

	@Test
	void headersOfAScanner() throws IOException {
		CtSlices.write(folder, 20, 8, 8);
		try (Stream<Path> files = Files.list(folder)) {
			for (final Path file : files.sorted().toList())
				checked(file);
		}
	}

	/** R55(k): Canon writes 59 KB into an item of each of thousands of files, and most of it is the same. */
	@Test
	void largeValuesOfItemsAreHeldOnce() throws IOException {
		final byte[] large = new byte[59_000];
		new Random(55).nextBytes(large);
		final List<Path> files = series().slices(300).each((k, slice) -> {
			final var item = Attributes.builder().put(0x00291010, VR.OB, large).put(Tag.INSTANCE_NUMBER, "" + k);
			final var inner = Attributes.builder().put(0x00291020, List.of(item.build())).put(Tag.ROWS, k);
			slice.put(0x00291030, List.of(inner.build()));
		}).write(folder);
		final long before = heldBytes();
		final List<DicomFile> read = new ArrayList<>();
		for (final Path file : files)
			read.add(HeaderReaders.BUILT_IN.read(DiskSources.of(file), known));
		final long each = (heldBytes() - before) / read.size();
		assertTrue(each < 10_000, each + " bytes for each file");
		for (int k = 0; k < read.size(); k += 17)
			assertEquals(outcome(files.get(k), null), outcome(read.get(k)));
	}

	private static long heldBytes() {
		for (int i = 0; i < 3; i++)
			System.gc();
		return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
	}

	@Test
	void damagedFilesAreWhatTheyAreAlone() throws IOException {
		final Random random = new Random(14);
		int alike = 0;
		final List<byte[]> seeds = HostileFilesTest.seeds();
		for (int n = 0; n < seeds.size(); n++) {
			final Path seed = Files.write(folder.resolve("seed" + n), seeds.get(n));
			for (int round = 0; round < 200; round++) {
				if (round % 10 == 0) outcome(seed, known);
				final Path file = Files.write(folder.resolve("damaged"),
					HostileFilesTest.mutated(seeds.get(n), random));
				if (like(file) != null) alike++;
				assertEquals(outcome(file, null), outcome(file, known));
			}
		}
		assertTrue(alike > 50, alike + " are read by others");
	}

	@Test
	void allSamples() throws IOException {
		final Path data = Path.of("../shared/data");
		assumeTrue(Files.isDirectory(data));
		final List<Path> files;
		try (Stream<Path> all = Files.walk(data)) {
			files = new ArrayList<>(all.filter(Files::isRegularFile)
				.filter(file -> !file.startsWith(data.resolve("hostile"))) // which are refused by what lies beside them
				.sorted()
				.toList());
		}
		int alike = 0;
		for (int pass = 0; pass < 2; pass++) {
			for (final Path file : files) {
				if (like(file) != null) alike++;
				assertEquals(outcome(file, null), outcome(file, known), file.toString());
			}
			Collections.shuffle(files, new Random(15));
		}
		assertTrue(alike > 200, alike + " are read by others");
	}

	// -- Helpers --

	private static SyntheticSeries series() {
		return new SyntheticSeries().with(0x00104000,
			"a comment that all slices share, as long as such comments are ".repeat(9));
	}

	private DicomFile checked(final Path file) throws IOException {
		final DicomFile read = HeaderReaders.BUILT_IN.read(DiskSources.of(file), known);
		assertEquals(outcome(file, null), outcome(read));
		return read;
	}

	/** What was read by the last file; null if it was not alike. */
	private DicomFile like(final Path file) throws IOException {
		final var budget = new HeaderBudget(new ScanBudget(Limits.DEFAULT), DiskSources.of(file));
		try (FileChannel channel = FileChannel.open(file); HeaderInput in = new HeaderInput(channel, 0, budget)) {
			return known.readLikeLast(DiskSources.of(file), in, 1 << 20, budget);
		}
	}

	/** All that a header says, or why it cannot be read. */
	private static List<Object> outcome(final Path file, final KnownHeaders known) {
		final Source source = DiskSources.of(file);
		try {
			return outcome(
				known == null ? HeaderReaders.BUILT_IN.read(source) : HeaderReaders.BUILT_IN.read(source, known));
		}
		catch (final IOException exc) {
			return List.of(exc.toString());
		}
	}

	private static List<Object> outcome(final DicomFile file) {
		return List.of(file.transferSyntax(), Objects.toString(file.pixelData()), file.metaInformation(),
			file.attributes(), file.attributes().hashCode(), file.attributes().unknownText(), file.notes());
	}
}
