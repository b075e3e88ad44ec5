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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Element;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.TransferSyntax;
import io.github.dicomvolumes.io.header.DicomFile;
import io.github.dicomvolumes.io.header.HeaderReaders;
import io.github.dicomvolumes.io.source.DiskSources;
import io.github.dicomvolumes.io.source.OpenSources;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever is kept: nothing that names the patient is anywhere in the copy, not in names of files either, and the
 * pixels are the same bytes.
 */
class DeidentificationLawTest {

	enum Syntax {

		IMPLICIT(TransferSyntax.IMPLICIT_LITTLE_ENDIAN), EXPLICIT(TransferSyntax.EXPLICIT_LITTLE_ENDIAN),
		BIG(TransferSyntax.EXPLICIT_BIG_ENDIAN), DEFLATED(TransferSyntax.DEFLATED_LITTLE_ENDIAN),
		RLE(TransferSyntax.of("1.2.840.10008.1.2.5"));

		final TransferSyntax syntax;

		Syntax(final TransferSyntax syntax) {
			this.syntax = syntax;
		}
	}

	private static final int SLICES = 3, RUNS = 4;

	@TempDir
	private Path temp;

	@ParameterizedTest
	@EnumSource
	void nothingNamesThePatient(final Syntax form) throws IOException {
		final long seed = 16 + form.ordinal();
		final Random random = new Random(seed);
		final Planted planted = new Planted(seed);
		final Path from = Files.createDirectories(temp.resolve("in").resolve(Planted.NAME));
		for (int k = 0; k < SLICES; k++) {
			final byte[] file = planted.file(planted.attributes(k), form.syntax);
			assertNotNull(Planted.found(file, true));
			Files.write(from.resolve(Planted.NAME + Planted.NUMBER + "-" + k), file);
		}
		// of random ones, one in thousands makes UIDs with the number of the patient
		final Path secret = Files.write(temp.resolve("secret"), new byte[32]);
		for (int run = 0; run < RUNS; run++) {
			final DateRule dates = DateRule.values()[run == 0 ? 0 : random.nextInt(3)];
			final Set<Retained> keep = run == 0 ? Set.of()
				: Arrays.stream(Retained.values()).filter(k -> random.nextBoolean()).collect(Collectors.toSet());
			final Path to = temp.resolve("out" + run);
			final DeidentifyReport report = Deidentification.run(temp.resolve("in"), to,
				DeidentifyOptions.DEFAULT.withDates(dates).withKeep(keep).withSecret(secret));
			assertEquals(SLICES, report.copied(), report.leftOut()::toString);
			check(from, to, form, dates != DateRule.KEEP, form + " " + dates + " " + keep);
		}
	}

	private static void check(final Path from, final Path to, final Syntax form, final boolean datesToo,
		final String what) throws IOException
	{
		final List<Path> copies = files(to), sources = files(from);
		assertEquals(sources.size(), copies.size());
		for (int i = 0; i < copies.size(); i++) {
			assertNull(Planted.found(copies.get(i).toString().substring(to.toString().length()).getBytes(), true));
			final byte[] bytes = Files.readAllBytes(copies.get(i));
			assertNull(Planted.found(bytes, datesToo), what);
			if (form == Syntax.DEFLATED) assertNull(Planted.found(inflated(bytes), datesToo), what);
			final DicomFile copy = read(copies.get(i)), source = read(sources.get(i));
			assertEquals(form.syntax, copy.transferSyntax());
			assertEquals(List.of(), copy.notes());
			assertArrayEquals(pixels(source), pixels(copy), what);
			assertEquals("YES", copy.attributes().orElse(0x00120062, ""));
			assertPlaced(source.attributes(), copy.attributes());
		}
	}

	private static void assertPlaced(final Attributes source, final Attributes copy) {
		for (final int tag : new int[] { Tag.IMAGE_POSITION_PATIENT, Tag.IMAGE_ORIENTATION_PATIENT, Tag.PIXEL_SPACING,
			Tag.ROWS, Tag.COLUMNS, Tag.BITS_ALLOCATED, Tag.INSTANCE_NUMBER, Tag.SOP_CLASS_UID, Tag.IMAGE_TYPE })
			assertEquals(source.optional(tag), copy.optional(tag), Tag.describe(tag));
		for (final int tag : new int[] { Tag.SOP_INSTANCE_UID, Tag.STUDY_INSTANCE_UID, Tag.SERIES_INSTANCE_UID })
			assertTrue(copy.orElse(tag, "").startsWith("2.25."));
	}

	static byte[] pixels(final DicomFile file) throws IOException {
		try (var channel = file.openPixels(OpenSources.NONE, 0)) {
			final byte[] all = Channels.newInputStream(channel).readAllBytes();
			final long length = file.attributes().optional(Tag.PIXEL_DATA).map(Element::length).orElseThrow();
			return Arrays.copyOf(all, (int) (length == Element.UNDEFINED_LENGTH ? end(all) : length));
		}
	}

	/** Behind the delimiter. */
	private static int end(final byte[] items) {
		int at = 0;
		while ((items[at + 2] & 0xFF) == 0 && (items[at + 3] & 0xFF) == 0xE0)
			at += 8 + (items[at + 4] & 0xFF) + ((items[at + 5] & 0xFF) << 8);
		return at + 8;
	}

	private static byte[] inflated(final byte[] file) throws IOException {
		final int from = Planted.metaEnd(file);
		return DicomFile.inflate(Channels.newChannel(new ByteArrayInputStream(file, from, file.length - from)))
			.readAllBytes();
	}

	private static DicomFile read(final Path file) throws IOException {
		return HeaderReaders.BUILT_IN.read(DiskSources.of(file));
	}

	static List<Path> files(final Path folder) throws IOException {
		try (Stream<Path> all = Files.walk(folder)) {
			return all.filter(Files::isRegularFile).sorted().toList();
		}
	}
}
