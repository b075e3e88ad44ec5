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

import static io.github.dicomvolumes.io.header.ByteBuilder.BIG_ENDIAN;
import static io.github.dicomvolumes.io.header.ByteBuilder.EXPLICIT;
import static io.github.dicomvolumes.io.header.ByteBuilder.IMPLICIT;
import static io.github.dicomvolumes.io.header.ByteBuilder.UNDEFINED;
import static io.github.dicomvolumes.io.header.ByteBuilder.big;
import static io.github.dicomvolumes.io.header.ByteBuilder.little;
import static io.github.dicomvolumes.io.header.ByteBuilder.part10;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Random;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.data.Element;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.VR;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** R57 and R68(h): headers that break the rules, and are read all the same, with a note. */
class OddHeadersTest {

	private static final int PROTOCOL_NAME = 0x00181030;
	private static final int REFERENCED_IMAGES = 0x00081140;
	private static final int CREATOR = 0x00290010, PRIVATE = 0x00291010, PRIVATE_SEQUENCE = 0x00291020;

	// -- Stray items (R57) --

	@Test
	void anItemBehindAnEmptySequenceIsSkipped() throws IOException {
		final int emptySequence = 0x0055040E;
		final DicomFile file = image(start().longHeader(emptySequence, "SQ", 0).tag(Tag.ITEM).u32(0));
		assertTrue(file.attributes().optional(emptySequence).orElseThrow().isEmpty());
		assertNote(file, "(FFFE,E000)");
	}

	@Test
	void delimitersOutsideOfSequencesAreSkipped() throws IOException {
		assertNote(image(start().endItem().us(0x00080040, 1).endSequence()), "(FFFE,E00D)", "(FFFE,E0DD)");
		assertNote(image(start().tag(Tag.ITEM).u32(0).endItem().endSequence()), "(FFFE,E000)", "(FFFE,E00D)",
			"(FFFE,E0DD)");
	}

	@Test
	void anEmptyItemWithinAnItemIsSkipped() throws IOException {
		final var content = little().longHeader(0x00081199, "SQ", 0).tag(Tag.ITEM).u32(0).us(Tag.ROWS, 7);
		final DicomFile file = image(start().longHeader(REFERENCED_IMAGES, "SQ", 8 + content.size()).item(content));
		assertEquals(7, file.attributes().items(REFERENCED_IMAGES).get(0).orElse(Tag.ROWS, 0));
		assertNote(file, "(FFFE,E000)");
	}

	@Test
	void implicitDataSetsToo() throws IOException {
		final DicomFile file = read(part10(IMPLICIT).implicit(Tag.MODALITY, "CT")
			.tag(Tag.ITEM)
			.u32(0)
			.endSequence()
			.implicit(Tag.ROWS, (byte) 9, (byte) 0));
		assertEquals(9, file.attributes().orElse(Tag.ROWS, 0));
		assertNote(file, "(FFFE,E000)", "(FFFE,E0DD)");
	}

	@Test
	void ofThousandsOfStrayItemsThereAreFewNotes() throws IOException {
		final ByteBuilder bytes = start();
		for (int i = 0; i < 1000; i++)
			bytes.shortHeader(Tag.of(0x0009, 0x1000 + i), "ZZ", 2).text("ab");
		assertEquals(9, image(bytes).notes().size());
	}

	// -- VRs that do not exist (R68 h) --

	@ParameterizedTest
	@ValueSource(strings = { "RE", "  ", "\0\0", "lo", "OX", "XX", "??", "L ", "--" })
	void elementsWithAVrThatDoesNotExist(final String vr) throws IOException {
		final DicomFile file = image(start().element(PROTOCOL_NAME, vr, "ABCDEF"));
		assertEquals("ABCDEF", file.attributes().orElse(PROTOCOL_NAME, ""));
		assertEquals(VR.LO, file.attributes().require(PROTOCOL_NAME).vr());
		assertNote(file, "(0018,1030) Protocol Name");
		final DicomFile withLongLength = image(start().longElement(PROTOCOL_NAME, vr, "ABCDEF".getBytes()));
		assertEquals("ABCDEF", withLongLength.attributes().orElse(PROTOCOL_NAME, ""));
		assertNote(withLongLength, "(0018,1030) Protocol Name");
	}

	@ParameterizedTest
	@ValueSource(strings = { "RE", "\0\0", "ox" })
	void thoseThatNoDictionaryKnowsAreKeptAsBytes(final String vr) throws IOException {
		final DicomFile file = image(start().element(CREATOR, "LO", "NOBODY").element(PRIVATE, vr, "ABCD"));
		assertEquals(VR.UN, file.attributes().require(PRIVATE).vr());
		assertArrayEquals("ABCD".getBytes(), file.attributes().require(PRIVATE).bytes());
		assertNote(file, "(0029,1010)");
	}

	@Test
	void aLengthThatDoesNotFitTheDictionarysVrIsKeptAsBytes() throws IOException {
		final DicomFile odd = image(start().element(0x00189073, "XX", "odd")); // FD
		assertEquals(VR.UN, odd.attributes().require(0x00189073).vr());
	}

	@Test
	void elementsWithoutVr() throws IOException {
		final DicomFile one = image(start().implicit(PROTOCOL_NAME, "ABCDEF"));
		assertEquals("ABCDEF", one.attributes().orElse(PROTOCOL_NAME, ""));
		assertNote(one, "(0018,1030) Protocol Name has bytes 06 00 as VR");
		final ByteBuilder row = start();
		for (int i = 0; i < 20; i++)
			row.implicit(Tag.of(0x0018, 0x1000 + i), "x".repeat(2 * i));
		final DicomFile many = image(row);
		assertEquals("x".repeat(10), new String(many.attributes().require(0x00181005).bytes()));
		assertEquals(2, many.attributes().orElse(Tag.ROWS, 0));
		// a length whose first byte is a letter
		final DicomFile likeLetters = image(start().implicit(PROTOCOL_NAME, "y".repeat(0x2020)));
		assertEquals(0x2020, likeLetters.attributes().require(PROTOCOL_NAME).bytes().length);
	}

	@Test
	void theFirstElement() throws IOException {
		final DicomFile file = read(part10(EXPLICIT).element(Tag.MODALITY, "cs", "CT").image());
		assertEquals("CT", file.attributes().orElse(Tag.MODALITY, ""));
		assertTrue(file.transferSyntax().explicitVR());
		final var content = little().element(Tag.MODALITY, "cs", "MR").us(Tag.ROWS, 7);
		final DicomFile inItem = image(
			start().longHeader(REFERENCED_IMAGES, "SQ", UNDEFINED).item(content).openItem(content).endSequence());
		for (final Attributes item : inItem.attributes().items(REFERENCED_IMAGES)) {
			assertEquals("MR", item.orElse(Tag.MODALITY, ""));
			assertEquals(7, item.orElse(Tag.ROWS, 0));
		}
	}

	@Test
	void theLastElementOfAnItem() throws IOException {
		final var content = little().us(Tag.ROWS, 7).element(0x00280A04, "XX", "ABCD");
		final DicomFile file = image(
			start().longHeader(REFERENCED_IMAGES, "SQ", UNDEFINED).item(content).openItem(content).endSequence());
		for (final Attributes item : file.attributes().items(REFERENCED_IMAGES))
			assertEquals("ABCD", item.orElse(0x00280A04, ""));
		assertNote(file, "(0028,0A04)");
	}

	@Test
	void bigEndian() throws IOException {
		final DicomFile file = read(part10(BIG_ENDIAN).raw(big().element(Tag.MODALITY, "CS", "CT")
			.shortHeader(Tag.ROWS, "zz", 2)
			.u16(0x1234)
			.us(Tag.COLUMNS, 3)
			.longElement(Tag.PIXEL_DATA, "OB", new byte[6])));
		assertEquals(0x1234, file.attributes().orElse(Tag.ROWS, 0));
		assertEquals(6, file.pixelBytes());
	}

	@ParameterizedTest
	@ValueSource(strings = { "OX", "ox", "\0\0" })
	void pixelData(final String vr) throws IOException {
		final DicomFile file = read(start().us(Tag.ROWS, 2)
			.us(Tag.COLUMNS, 3)
			.us(Tag.BITS_ALLOCATED, 8)
			.longElement(Tag.PIXEL_DATA, vr, "PIXELS".getBytes()));
		assertEquals(6, file.pixelData().length());
		assertEquals(VR.OW, file.pixelData().vr());
		assertNote(file, "(7FE0,0010) Pixel Data");
		final DicomFile withoutVr = read(start().us(Tag.ROWS, 2).implicit(Tag.PIXEL_DATA, "PIXELS"));
		assertEquals(6, withoutVr.pixelData().length());
	}

	@Test
	void nothingIsGuessedWhereTheRestDoesNotFit() {
		final var exc = assertThrows(DicomException.class,
			() -> image(start().shortHeader(PROTOCOL_NAME, "RE", 5).text("ABCDEF")));
		assertTrue(exc.getMessage().contains("(0018,1030) Protocol Name"), exc.getMessage());
		assertTrue(exc.getMessage().contains("52 45 are no value representation"), exc.getMessage());
	}

	// -- Sequences of manufacturers (R68 h) --

	@Test
	void privateSequencesInTheOtherByteOrder() throws IOException {
		final var items = big().item(big().us(Tag.ROWS, 0x0102)).openItem(big().us(Tag.ROWS, 0x0103));
		assertSwapped(image(start().longHeader(PRIVATE_SEQUENCE, "SQ", items.size()).raw(items)));
		assertSwapped(image(start().longHeader(PRIVATE_SEQUENCE, "SQ", UNDEFINED).raw(items).raw(big().endSequence())));
		final var implicit = big().item(big().implicit(Tag.ROWS, (byte) 1, (byte) 2))
			.item(big().implicit(Tag.ROWS, (byte) 1, (byte) 3));
		assertSwapped(image(start().longElement(PRIVATE_SEQUENCE, "UN", implicit.bytes())));
		assertSwapped(
			image(start().longHeader(PRIVATE_SEQUENCE, "UN", UNDEFINED).raw(implicit).raw(big().endSequence())));
		final var little = little().item(little().us(Tag.ROWS, 0x0102)).item(little().us(Tag.ROWS, 0x0103));
		assertSwapped(read(part10(BIG_ENDIAN).raw(
			big().element(Tag.MODALITY, "CS", "CT").longHeader(0x00271020, "SQ", little.size()).raw(little).image())),
			0x00271020);
	}

	private static void assertSwapped(final DicomFile file) {
		assertSwapped(file, PRIVATE_SEQUENCE);
	}

	private static void assertSwapped(final DicomFile file, final int sequence) {
		final List<Attributes> items = file.attributes().items(sequence);
		assertEquals(List.of(0x0102, 0x0103), items.stream().map(item -> item.orElse(Tag.ROWS, 0)).toList());
		assertEquals(2, file.attributes().orElse(Tag.ROWS, 0));
		assertEquals(6, file.pixelData().length());
		assertNote(file, Tag.describe(sequence) + " has items in the other byte order");
	}

	@Test
	void aSequenceWithoutVr() throws IOException {
		final var items = little().item(little().implicit(Tag.ROWS, (byte) 7, (byte) 0));
		for (final int tag : new int[] { REFERENCED_IMAGES, PRIVATE_SEQUENCE }) {
			final DicomFile file = image(start().implicit(tag, items.bytes()));
			assertEquals(7, file.attributes().items(tag).get(0).orElse(Tag.ROWS, 0));
			final DicomFile open = image(start().tag(tag).u32(UNDEFINED).raw(items).endSequence());
			assertEquals(7, open.attributes().items(tag).get(0).orElse(Tag.ROWS, 0));
		}
	}

	@Test
	void aSequenceWithAVrThatDoesNotExist() throws IOException {
		final var items = little().item(little().us(Tag.ROWS, 7));
		for (final int tag : new int[] { REFERENCED_IMAGES, PRIVATE_SEQUENCE }) {
			final DicomFile open = image(start().longHeader(tag, "sq", UNDEFINED).raw(items).endSequence());
			assertEquals(7, open.attributes().items(tag).get(0).orElse(Tag.ROWS, 0));
		}
		final DicomFile file = image(start().longHeader(REFERENCED_IMAGES, "sq", items.size()).raw(items));
		assertEquals(7, file.attributes().items(REFERENCED_IMAGES).get(0).orElse(Tag.ROWS, 0));
	}

	@Test
	void aPrivateSequenceThatCannotBeReadIsSkippedByItsLength() throws IOException {
		final var wrongItem = little().tag(Tag.ITEM).u32(500).text("no element");
		for (final ByteBuilder content : List.of(little().text("no items at all"), wrongItem)) {
			final DicomFile file = image(start().longHeader(PRIVATE_SEQUENCE, "SQ", content.size()).raw(content));
			assertTrue(file.attributes().require(PRIVATE_SEQUENCE).isLeftInFile());
			assertNote(file, "(0029,1020)");
		}
		assertThrows(DicomException.class,
			() -> image(start().longHeader(REFERENCED_IMAGES, "SQ", 15).text("no items at all")));
	}

	// -- Laws --

	/** One odd element, wherever it stands, changes no other attribute and not the pixels. */
	@Test
	void anOddElementLeavesTheOthersAsTheyAre() throws IOException {
		final Random random = new Random(57);
		for (int round = 0; round < 3000; round++) {
			final long seed = random.nextLong();
			final int n = 2 + random.nextInt(20), odd = random.nextInt(n);
			final DicomFile plain = image(elements(seed, n, -1)), changed = image(elements(seed, n, odd));
			final String what = "seed " + seed + ", element " + odd + " of " + n;
			assertEquals(List.of(), plain.notes(), what);
			assertFalse(changed.notes().isEmpty(), what);
			final List<Element> all = plain.attributes().elements(), others = changed.attributes().elements();
			assertEquals(all.size(), others.size(), what);
			for (int i = 0; i < n; i++) {
				assertEquals(all.get(i).tag(), others.get(i).tag(), what);
				if (i != odd) assertEquals(all.get(i), others.get(i), what);
				else assertArrayEquals(all.get(i).bytes(), others.get(i).bytes(), what);
			}
			assertEquals(plain.pixelData().length(), changed.pixelData().length(), what);
		}
	}

	/** Elements in ascending order, of which one has no VR or a wrong one. */
	private static ByteBuilder elements(final long seed, final int n, final int odd) {
		final Random random = new Random(seed);
		final ByteBuilder bytes = part10(EXPLICIT);
		int tag = 0x00080040;
		for (int i = 0; i < n; i++) {
			tag += 1 + random.nextInt(random.nextBoolean() ? 3 : 0x8000);
			if ((tag & 0xFFFF) == 0) tag++;
			final byte[] value = new byte[2 * random.nextInt(random.nextInt(8) == 0 ? 9000 : 20)];
			random.nextBytes(value);
			final boolean isLong = random.nextBoolean();
			final String vr = isLong ? "OB" : List.of("LO", "SH", "LT").get(random.nextInt(3));
			final String oddVr = List.of("RE", "  ", "\0\0", isLong ? "ob" : "lo", "OX", "XX").get(random.nextInt(6));
			final boolean hasNone = random.nextInt(3) == 0;
			if (i == odd && hasNone) bytes.implicit(tag, value);
			else if (isLong) bytes.longElement(tag, i == odd ? oddVr : vr, value);
			else bytes.element(tag, i == odd ? oddVr : vr, value);
		}
		return bytes;
	}

	// -- Helpers --

	private static ByteBuilder start() {
		return part10(EXPLICIT).element(Tag.MODALITY, "CS", "CT");
	}

	private static DicomFile image(final ByteBuilder header) throws IOException {
		final DicomFile file = read(
			header.us(Tag.ROWS, 2).us(Tag.COLUMNS, 3).longElement(Tag.PIXEL_DATA, "OB", "PIXELS".getBytes()));
		assertEquals(6, file.pixelData().length());
		return file;
	}

	private static DicomFile read(final ByteBuilder file) throws IOException {
		return HeaderReaders.BUILT_IN.read(file.source());
	}

	/** One note for each text, which begins so. */
	private static void assertNote(final DicomFile file, final String... starts) {
		assertEquals(starts.length, file.notes().size(), () -> file.notes().toString());
		for (int i = 0; i < starts.length; i++)
			assertTrue(file.notes().get(i).startsWith(starts[i]), file.notes().get(i));
	}
}
