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
import static io.github.dicomvolumes.io.header.ByteBuilder.DEFLATED;
import static io.github.dicomvolumes.io.header.ByteBuilder.EXPLICIT;
import static io.github.dicomvolumes.io.header.ByteBuilder.IMPLICIT;
import static io.github.dicomvolumes.io.header.ByteBuilder.JPEG;
import static io.github.dicomvolumes.io.header.ByteBuilder.UNDEFINED;
import static io.github.dicomvolumes.io.header.ByteBuilder.big;
import static io.github.dicomvolumes.io.header.ByteBuilder.deflate;
import static io.github.dicomvolumes.io.header.ByteBuilder.little;
import static io.github.dicomvolumes.io.header.ByteBuilder.part10;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.data.Element;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.TransferSyntax;
import io.github.dicomvolumes.data.VR;
import io.github.dicomvolumes.io.source.OpenSources;
import io.github.dicomvolumes.io.source.Source;

/** What a header reader has to do, whoever wrote it. */
class Part10ReaderTest {

	private static final int REFERENCED_IMAGES = 0x00081140;
	private static final int REFERENCED_SERIES = 0x00081115;
	private static final int ICON = 0x00880200;
	private static final int UNKNOWN = 0x00291010;

	/** The reader that is tested. */
	HeaderReader reader() {
		return HeaderReaders.BUILT_IN;
	}

	// -- Encodings --

	@Test
	void explicitLittleEndian() throws IOException {
		final DicomFile file = read(part10(EXPLICIT).element(Tag.MODALITY, "CS", "CT").image());
		assertEquals(TransferSyntax.EXPLICIT_LITTLE_ENDIAN, file.transferSyntax());
		assertEquals("CT", text(file, Tag.MODALITY));
		assertEquals(2, file.attributes().orElse(Tag.ROWS, 0));
		assertEquals(EXPLICIT, text(file.metaInformation(), Tag.TRANSFER_SYNTAX_UID));
		assertPixels(file, VR.OB);
	}

	@Test
	void implicitLittleEndian() throws IOException {
		final DicomFile file = read(part10(IMPLICIT).implicit(Tag.MODALITY, "CT")
			.implicit(Tag.ROWS, (byte) 0x34, (byte) 0x12)
			.implicit(Tag.PIXEL_DATA, "PIXELS"));
		assertEquals(TransferSyntax.IMPLICIT_LITTLE_ENDIAN, file.transferSyntax());
		assertEquals(VR.CS, file.attributes().require(Tag.MODALITY).vr());
		assertEquals(0x1234, file.attributes().orElse(Tag.ROWS, 0));
		assertPixels(file, VR.OW);
	}

	@Test
	void explicitBigEndian() throws IOException {
		final DicomFile file = read(part10(BIG_ENDIAN).raw(
			big().element(Tag.MODALITY, "CS", "CT").us(Tag.ROWS, 0x1234).longElement(Tag.PIXEL_DATA, "OW", pixels())));
		assertEquals(TransferSyntax.EXPLICIT_BIG_ENDIAN, file.transferSyntax());
		assertEquals(0x1234, file.attributes().orElse(Tag.ROWS, 0));
		assertPixels(file, VR.OW);
	}

	@Test
	void deflated() throws IOException {
		final DicomFile file = read(
			part10(DEFLATED).raw(deflate(little().element(Tag.MODALITY, "CS", "CT").image().bytes())));
		assertEquals(TransferSyntax.DEFLATED_LITTLE_ENDIAN, file.transferSyntax());
		assertEquals("CT", text(file, Tag.MODALITY));
		assertEquals(part10(DEFLATED).size(), file.pixelData().deflatedFrom());
		assertEquals(10 + 10 + 10 + 12, file.pixelData().offset());
		assertPixels(file, VR.OB);
		assertEquals("ELS", content(file, 3));
	}

	@Test
	void encapsulatedPixelsBeginWithTheirFirstItem() throws IOException {
		final DicomFile file = read(part10(JPEG).element(Tag.MODALITY, "CS", "CT")
			.longHeader(Tag.PIXEL_DATA, "OB", UNDEFINED)
			.tag(Tag.ITEM)
			.u32(0)
			.tag(Tag.ITEM)
			.u32(2)
			.text("ab")
			.endSequence());
		assertEquals(PixelData.UNDEFINED, file.pixelData().length());
		assertEquals(part10(JPEG).size() + 10 + 12, file.pixelData().offset());
		assertTrue(file.transferSyntax().encapsulated());
		assertEquals(8 + 8 + 2 + 8, file.pixelBytes());
	}

	@Test
	void pixelBytesAreNoMoreThanTheFileHolds() throws IOException {
		assertEquals(4,
			read(part10(EXPLICIT).us(Tag.ROWS, 1).longHeader(Tag.PIXEL_DATA, "OB", 100).text("four")).pixelBytes());
		assertEquals(2,
			read(part10(EXPLICIT).us(Tag.ROWS, 1).longHeader(Tag.PIXEL_DATA, "OB", 2).text("four")).pixelBytes());
	}

	@Test
	void floatPixelsCountAsPixels() throws IOException {
		assertEquals(Tag.FLOAT_PIXEL_DATA,
			read(part10(EXPLICIT).us(Tag.ROWS, 1).longElement(Tag.FLOAT_PIXEL_DATA, "OF", pixels())).pixelData().tag());
	}

	// -- Lengths --

	@ParameterizedTest
	@ValueSource(strings = { "OB", "OD", "OF", "OL", "OV", "OW", "SV", "UC", "UN", "UR", "UT", "UV" })
	void lengthsOfFourBytes(final String vr) throws IOException {
		final byte[] value = new byte[70_000 / 8 * 8];
		for (final int length : new int[] { 0, 8, value.length }) {
			final DicomFile file = read(
				part10(EXPLICIT).us(0x00080040, 1).longElement(0x00420012, vr, Arrays.copyOf(value, length)).image());
			final Element element = file.attributes().optional(0x00420012).orElseThrow();
			assertEquals(length, element.bytes().length);
			assertPixels(file, VR.OB);
		}
	}

	@Test
	void largeValuesStayInTheFile() throws IOException {
		final DicomFile file = read(part10(EXPLICIT).us(0x00080040, 1)
			.longElement(UNKNOWN, "OB", new byte[70_000])
			.longElement(0x00420011, "OB", new byte[1_100_000])
			.image());
		for (final int tag : new int[] { UNKNOWN, 0x00420011 }) {
			final Element element = file.attributes().optional(tag).orElseThrow();
			assertTrue(element.isLeftInFile());
			assertEquals(0, element.bytes().length);
			assertFalse(element.isEmpty());
		}
		assertEquals(70_000, file.attributes().require(UNKNOWN).length());
		assertPixels(file, VR.OB);
	}

	@Test
	void anOddLengthIsTaken() throws IOException {
		assertEquals("1.5",
			text(read(part10(EXPLICIT).element(Tag.SLICE_THICKNESS, "DS", "1.5").image()), Tag.SLICE_THICKNESS));
	}

	@Test
	void aLengthBeyondTheEndIsNamedWithItsByte() {
		final int at = part10(EXPLICIT).size();
		final var exc = assertThrows(DicomException.class,
			() -> read(part10(EXPLICIT).shortHeader(Tag.PATIENT_NAME, "PN", 32767).text("Doe")));
		assertEquals(
			"(0010,0010) Patient's Name at byte " + at + " is cut: the file ends at byte " + (at + 8 + 3) + ".",
			exc.getMessage());
	}

	@Test
	void noValueRepresentationIsNamedWithItsByte() throws IOException {
		final var exc = assertThrows(DicomException.class,
			() -> read(part10(EXPLICIT).element(Tag.MODALITY, "CS", "CT").element(Tag.PATIENT_NAME, "??", "Doe ")));
		assertTrue(exc.getMessage().startsWith("(0010,0010) Patient's Name at byte " + (part10(EXPLICIT).size() + 10)),
			exc.getMessage());
	}

	@Test
	void anElementLongerThanItsItem() {
		final var exc = assertThrows(DicomException.class,
			() -> read(part10(EXPLICIT).longHeader(REFERENCED_IMAGES, "SQ", 8 + 12)
				.item(little().shortHeader(Tag.MODALITY, "CS", 14).text("CT  "))
				.image()));
		assertTrue(exc.getMessage().contains("(0008,0060) Modality"), exc.getMessage());
		assertTrue(exc.getMessage().contains("4 bytes left"), exc.getMessage());
	}

	// -- Sequences --

	@Test
	void sequencesOfEveryKindOfLength() throws IOException {
		final var content = little().element(Tag.MODALITY, "CS", "MR");
		for (int kind = 0; kind < 4; kind++) {
			final var items = little();
			for (int i = 0; i < 2; i++)
				if ((kind & 1) == 0) items.item(content);
				else items.openItem(content);
			final var b = part10(EXPLICIT).element(Tag.MODALITY, "CS", "CT");
			if ((kind & 2) == 0) b.longHeader(REFERENCED_IMAGES, "SQ", items.size()).raw(items);
			else b.longHeader(REFERENCED_IMAGES, "SQ", UNDEFINED).raw(items).endSequence();
			final DicomFile file = read(b.image());
			final List<Attributes> found = file.attributes().items(REFERENCED_IMAGES);
			assertEquals(2, found.size());
			for (final Attributes item : found)
				assertEquals("MR", text(item, Tag.MODALITY));
			assertEquals("CT", text(file, Tag.MODALITY));
			assertPixels(file, VR.OB);
		}
	}

	@Test
	void emptySequencesAndItems() throws IOException {
		final DicomFile file = read(part10(EXPLICIT).longHeader(REFERENCED_SERIES, "SQ", 0)
			.longHeader(REFERENCED_IMAGES, "SQ", UNDEFINED)
			.item(little())
			.openItem(little())
			.endSequence()
			.image());
		assertTrue(file.attributes().optional(REFERENCED_SERIES).orElseThrow().isEmpty());
		assertEquals(List.of(Attributes.EMPTY, Attributes.EMPTY), file.attributes().items(REFERENCED_IMAGES));
	}

	@Test
	void sequencesNestedToDepth() throws IOException {
		var content = little().us(Tag.ROWS, 7);
		for (int level = 0; level < 60; level++) {
			final var items = level % 2 == 0 ? little().item(content) : little().openItem(content);
			content = level % 3 == 0 ? little().longHeader(REFERENCED_SERIES, "SQ", items.size()).raw(items)
				: little().longHeader(REFERENCED_SERIES, "SQ", UNDEFINED).raw(items).endSequence();
		}
		final DicomFile file = read(part10(EXPLICIT).raw(content).image());
		Attributes attributes = file.attributes();
		for (int level = 0; level < 60; level++)
			attributes = attributes.items(REFERENCED_SERIES).get(0);
		assertEquals(7, attributes.orElse(Tag.ROWS, 0));
		assertEquals(2, file.attributes().orElse(Tag.ROWS, 0));
	}

	@Test
	void anIconWithItsOwnPixels() throws IOException {
		for (final boolean encapsulated : new boolean[] { false, true }) {
			final var icon = little().us(Tag.ROWS, 64).us(Tag.COLUMNS, 64);
			if (encapsulated) icon.longHeader(Tag.PIXEL_DATA, "OB", UNDEFINED)
				.tag(Tag.ITEM)
				.u32(0)
				.tag(Tag.ITEM)
				.u32(4)
				.text("ICON")
				.endSequence();
			else icon.longElement(Tag.PIXEL_DATA, "OB", (byte) 1, (byte) 2);
			final DicomFile file = read(part10(JPEG).us(Tag.ROWS, 2)
				.longHeader(ICON, "SQ", UNDEFINED)
				.openItem(icon)
				.endSequence()
				.longElement(Tag.PIXEL_DATA, "OB", pixels()));
			assertEquals(2, file.attributes().orElse(Tag.ROWS, 0));
			assertEquals(64, file.attributes().items(ICON).get(0).orElse(Tag.ROWS, 0));
			assertEquals(encapsulated, file.attributes().items(ICON).get(0).require(Tag.PIXEL_DATA).isLeftInFile());
			assertPixels(file, VR.OB);
		}
	}

	@Test
	void missingItemDelimiterBeforeTheEndOfTheSequence() throws IOException {
		final DicomFile file = read(part10(EXPLICIT).longHeader(REFERENCED_IMAGES, "SQ", UNDEFINED)
			.tag(Tag.ITEM)
			.u32(UNDEFINED)
			.element(Tag.MODALITY, "CS", "MR")
			.endSequence()
			.image());
		assertEquals("MR", text(file.attributes().items(REFERENCED_IMAGES).get(0), Tag.MODALITY));
		assertPixels(file, VR.OB);
	}

	@Test
	void delimitersThatNobodyNeeds() throws IOException {
		final DicomFile file = read(part10(EXPLICIT).longHeader(REFERENCED_IMAGES, "SQ", 8 + 10 + 8 + 8)
			.item(little().element(Tag.MODALITY, "CS", "MR"))
			.endItem()
			.endSequence()
			.endSequence()
			.endItem()
			.image());
		assertEquals(1, file.attributes().items(REFERENCED_IMAGES).size());
		assertPixels(file, VR.OB);
	}

	@Test
	void implicitItemsInAnExplicitDataSet() throws IOException {
		final DicomFile file = read(part10(EXPLICIT).longHeader(REFERENCED_IMAGES, "SQ", UNDEFINED)
			.openItem(little().implicit(Tag.MODALITY, "MR"))
			.endSequence()
			.image());
		assertEquals("MR", text(file.attributes().items(REFERENCED_IMAGES).get(0), Tag.MODALITY));
		assertPixels(file, VR.OB);
	}

	// -- UN --

	@Test
	void unknownOfUndefinedLengthIsAnImplicitSequence() throws IOException {
		final DicomFile file = read(part10(EXPLICIT).longHeader(UNKNOWN, "UN", UNDEFINED)
			.openItem(little().implicit(Tag.MODALITY, "MR"))
			.endSequence()
			.image());
		assertEquals("MR", text(file.attributes().items(UNKNOWN).get(0), Tag.MODALITY));
		assertEquals(VR.SQ, file.attributes().require(UNKNOWN).vr());
	}

	@Test
	void unknownOfUndefinedLengthIsLittleEndianInBigEndianToo() throws IOException {
		final DicomFile file = read(part10(BIG_ENDIAN).raw(big().longHeader(UNKNOWN, "UN", UNDEFINED)
			.raw(little().openItem(little().implicit(Tag.ROWS, (byte) 5, (byte) 0)).endSequence())
			.us(Tag.ROWS, 3)));
		assertEquals(5, file.attributes().items(UNKNOWN).get(0).orElse(Tag.ROWS, 0));
		assertEquals(3, file.attributes().orElse(Tag.ROWS, 0));
	}

	@Test
	void unknownThatHoldsItems() throws IOException {
		for (final boolean isBig : new boolean[] { false, true }) {
			final var items = little().item(little().implicit(Tag.ROWS, (byte) 5, (byte) 0));
			final var set = (isBig ? big() : little()).us(0x00080040, 1)
				.longElement(UNKNOWN, "UN", items.bytes())
				.us(Tag.COLUMNS, 3);
			final DicomFile file = read(part10(isBig ? BIG_ENDIAN : EXPLICIT).raw(set));
			assertEquals(5, file.attributes().items(UNKNOWN).get(0).orElse(Tag.ROWS, 0));
			assertEquals(3, file.attributes().orElse(Tag.COLUMNS, 0));
		}
	}

	@Test
	void unknownThatOnlyBeginsLikeItems() throws IOException {
		final byte[] value = little().tag(Tag.ITEM).u32(500).text("nothing").raw((byte) 0).bytes();
		final DicomFile file = read(part10(EXPLICIT).us(0x00080040, 1).longElement(UNKNOWN, "UN", value).image());
		assertEquals(VR.UN, file.attributes().require(UNKNOWN).vr());
		assertArrayEquals(value, file.attributes().require(UNKNOWN).bytes());
		assertPixels(file, VR.OB);
	}

	@Test
	void knownTagsWrittenAsUnknown() throws IOException {
		final DicomFile file = read(
			part10(EXPLICIT).longElement(Tag.MODALITY, "UN", "CT".getBytes(StandardCharsets.US_ASCII))
				.longElement(REFERENCED_IMAGES, "UN", little().item(little().implicit(Tag.MODALITY, "MR")).bytes())
				.longElement(Tag.ROWS, "UN", (byte) 9, (byte) 0));
		assertEquals("CT", text(file, Tag.MODALITY));
		assertEquals("MR", text(file.attributes().items(REFERENCED_IMAGES).get(0), Tag.MODALITY));
		assertEquals(9, file.attributes().orElse(Tag.ROWS, 0));
	}

	@Test
	void privateElements() throws IOException {
		final DicomFile file = read(part10(EXPLICIT).us(0x00080040, 1)
			.element(0x00290010, "LO", "MAKER ")
			.element(UNKNOWN, "DS", "1.5\\2 ")
			.image());
		assertEquals("MAKER", text(file, 0x00290010));
		assertArrayEquals(new double[] { 1.5, 2 }, file.attributes().doubles(UNKNOWN));
		final DicomFile implicit = read(part10(IMPLICIT).implicit(0x00080040, (byte) 1, (byte) 0)
			.implicit(0x00290010, "MAKER ")
			.implicit(UNKNOWN, "1.5\\2 "));
		assertEquals("MAKER", text(implicit, 0x00290010));
		assertEquals(VR.UN, implicit.attributes().require(UNKNOWN).vr());
	}

	// -- Files without some of their parts --

	@Test
	void noPreamble() throws IOException {
		assertPixels(read(little().element(Tag.MODALITY, "CS", "CT").image()), VR.OB);
		assertPixels(read(little().element(Tag.TRANSFER_SYNTAX_UID, "UI", ByteBuilder.even(EXPLICIT))
			.element(Tag.MODALITY, "CS", "CT")
			.image()), VR.OB);
		final DicomFile file = read(little().implicit(Tag.MODALITY, "CT")
			.implicit(Tag.ROWS, (byte) 1, (byte) 0)
			.implicit(Tag.PIXEL_DATA, "PIXELS"));
		assertEquals(TransferSyntax.IMPLICIT_LITTLE_ENDIAN, file.transferSyntax());
		assertPixels(file, VR.OW);
		assertEquals(TransferSyntax.EXPLICIT_BIG_ENDIAN,
			read(big().element(Tag.MODALITY, "CS", "CT").image()).transferSyntax());
	}

	@Test
	void missingTransferSyntax() throws IOException {
		assertEquals(TransferSyntax.EXPLICIT_LITTLE_ENDIAN,
			read(part10(null).element(Tag.MODALITY, "CS", "CT").image()).transferSyntax());
		assertEquals(TransferSyntax.IMPLICIT_LITTLE_ENDIAN,
			read(part10(null).implicit(Tag.MODALITY, "CT")).transferSyntax());
		assertEquals(TransferSyntax.EXPLICIT_BIG_ENDIAN,
			read(part10(null).raw(big().element(Tag.MODALITY, "CS", "CT"))).transferSyntax());
	}

	@Test
	void wrongTransferSyntax() throws IOException {
		for (final String declared : List.of(IMPLICIT, EXPLICIT, BIG_ENDIAN, JPEG, DEFLATED)) {
			final DicomFile explicit = read(part10(declared).element(Tag.MODALITY, "CS", "CT").image());
			assertEquals("CT", text(explicit, Tag.MODALITY));
			assertTrue(explicit.transferSyntax().explicitVR());
			assertPixels(explicit, VR.OB);
			final DicomFile implicit = read(
				part10(declared).implicit(Tag.MODALITY, "CT").implicit(Tag.PIXEL_DATA, "PIXELS"));
			assertFalse(implicit.transferSyntax().explicitVR());
			assertPixels(implicit, VR.OW);
			final DicomFile big = read(part10(declared).raw(big().element(Tag.MODALITY, "CS", "CT").image()));
			assertEquals(2, big.attributes().orElse(Tag.ROWS, 0));
			assertTrue(big.transferSyntax().bigEndian());
		}
	}

	@Test
	void metaInformationWithoutValueRepresentations() throws IOException {
		final DicomFile file = read(part10(null).implicit(Tag.TRANSFER_SYNTAX_UID, ByteBuilder.even(EXPLICIT))
			.element(Tag.MODALITY, "CS", "CT")
			.image());
		assertEquals(EXPLICIT, text(file.metaInformation(), Tag.TRANSFER_SYNTAX_UID));
		assertPixels(file, VR.OB);
	}

	@Test
	void noPixels() throws IOException {
		assertNull(read(part10(EXPLICIT).element(Tag.MODALITY, "CS", "SR")).pixelData());
	}

	@Test
	void zerosBehindTheDataSet() throws IOException {
		for (final int zeros : new int[] { 1, 7, 8, 12, 10_000 }) {
			final DicomFile file = read(part10(EXPLICIT).element(Tag.MODALITY, "CS", "SR").raw(new byte[zeros]));
			assertEquals(1, file.attributes().size());
		}
	}

	@Test
	void whatIsNoDicom() {
		assertThrows(NotDicomException.class, () -> read(little()));
		assertThrows(NotDicomException.class, () -> read(little().text("just text")));
		assertThrows(NotDicomException.class, () -> read(little().raw(new byte[5000])));
		assertThrows(NotDicomException.class, () -> read(little().text("x".repeat(5000))));
		// an element of group 0008, but no image
		assertThrows(NotDicomException.class, () -> read(little().element(Tag.MODALITY, "CS", "CT")));
	}

	@Test
	void onlyThePreamble() {
		final var exc = assertThrows(DicomException.class, () -> read(part10(null)));
		assertFalse(exc instanceof NotDicomException);
		assertTrue(exc.getMessage().contains("preamble"), exc.getMessage());
	}

	@Test
	void deflatedThatIsNot() {
		final var exc = assertThrows(DicomException.class,
			() -> read(part10(DEFLATED).raw((byte) 0xFF, (byte) 0xFF, (byte) 1, (byte) 2)));
		assertTrue(exc.getMessage().startsWith("(0002,0010) Transfer Syntax UID is Deflated"), exc.getMessage());
	}

	@Test
	void deflatedAndCut() throws IOException {
		final byte[] whole = part10(DEFLATED)
			.raw(deflate(little().element(Tag.PATIENT_NAME, "PN", random(2000)).bytes()))
			.bytes();
		final var exc = assertThrows(DicomException.class,
			() -> reader().read(ByteBuilder.source(Arrays.copyOf(whole, whole.length / 2))));
		assertTrue(exc.getMessage().startsWith("(0010,0010) Patient's Name at byte 0 is cut"), exc.getMessage());
	}

	// -- Attributes of a data set --

	@Test
	void characterSetPerItem() throws IOException {
		final byte[] utf8 = "Grün".getBytes(StandardCharsets.UTF_8);
		final byte[] russian = { (byte) 0xBB, (byte) 0xEE }; // "Лю" in ISO 8859-5
		final byte[] latin = { 'G', (byte) 0xFC };
		final var greek = little().element(Tag.SPECIFIC_CHARACTER_SET, "CS", "ISO_IR 144")
			.element(Tag.PATIENT_NAME, "PN", russian);
		final var inherited = little().element(Tag.PATIENT_NAME, "PN", utf8);
		final var reset = little().element(Tag.SPECIFIC_CHARACTER_SET, "CS").element(Tag.PATIENT_NAME, "PN", latin);
		final DicomFile file = read(part10(EXPLICIT).element(Tag.SPECIFIC_CHARACTER_SET, "CS", "ISO_IR 192")
			.longHeader(REFERENCED_IMAGES, "SQ", UNDEFINED)
			.openItem(greek)
			.openItem(inherited)
			.item(reset)
			.endSequence()
			.element(Tag.PATIENT_NAME, "PN", utf8)
			.element(Tag.MODALITY, "CS", utf8));
		final List<Attributes> items = file.attributes().items(REFERENCED_IMAGES);
		assertEquals("Лю", text(items.get(0), Tag.PATIENT_NAME));
		assertEquals("Grün", text(items.get(1), Tag.PATIENT_NAME));
		assertEquals("Gü", text(items.get(2), Tag.PATIENT_NAME));
		assertEquals("Grün", text(file, Tag.PATIENT_NAME));
		assertEquals("GrÃ¼n", text(file, Tag.MODALITY)); // CS is not affected (PS3.5 6.1.2.3)
	}

	@Test
	void unsortedAndRepeatedTags() throws IOException {
		final Attributes attributes = read(part10(EXPLICIT).element(Tag.PATIENT_NAME, "PN", "A ")
			.element(Tag.MODALITY, "CS", "CT")
			.element(Tag.PATIENT_NAME, "PN", "B ")
			.image()).attributes();
		assertEquals("A", text(attributes, Tag.PATIENT_NAME));
		assertEquals("CT", text(attributes, Tag.MODALITY));
		assertEquals(List.of(Tag.MODALITY, Tag.PATIENT_NAME, Tag.ROWS, Tag.COLUMNS, Tag.PIXEL_DATA),
			attributes.elements().stream().map(Element::tag).toList());
	}

	// -- Only the header --

	@Test
	void pixelsAreNotRead() throws IOException {
		for (final int header : new int[] { 100, 5_000, 8_000, 8_192, 20_000, 300_000 }) {
			final var b = part10(EXPLICIT).us(0x00080040, 1);
			while (b.size() + 1000 < header)
				b.element(0x00091000 | b.size() / 1000 & 0xFFF, "LO", random(990));
			b.us(Tag.ROWS, 1).longHeader(Tag.PIXEL_DATA, "OW", 10_000_000);
			final int headerBytes = b.size();
			final var source = new CountingSource(b.raw(new byte[10_000_000]).bytes());
			assertEquals(headerBytes, reader().read(source).pixelData().offset());
			assertTrue(source.read <= headerBytes + 8192,
				source.read + " bytes were read of a " + "header of " + headerBytes);
		}
	}

	@Test
	void largeValuesAreSteppedOver() throws IOException {
		final var source = new CountingSource(
			part10(EXPLICIT).us(0x00080040, 1).longElement(UNKNOWN, "OB", new byte[5_000_000]).image().bytes());
		assertPixels(reader().read(source), VR.OB);
		assertTrue(source.read <= 3 * 8192, source.read + " bytes were read");
	}

	/** Seekable bytes in memory that count what is read of them. */
	private static final class CountingSource implements Source {

		private final byte[] bytes;
		private long read;

		CountingSource(final byte[] bytes) {
			this.bytes = bytes;
		}

		@Override
		public String name() {
			return "counting";
		}

		@Override
		public long length() {
			return bytes.length;
		}

		@Override
		public SeekableByteChannel open(final long from) {
			return new SeekableByteChannel() {

				private int position = (int) from;

				@Override
				public int read(final ByteBuffer into) {
					final int n = Math.min(into.remaining(), bytes.length - position);
					if (n <= 0) return -1;
					into.put(bytes, position, n);
					position += n;
					read += n;
					return n;
				}

				@Override
				public int write(final ByteBuffer src) {
					throw new UnsupportedOperationException();
				}

				@Override
				public long position() {
					return position;
				}

				@Override
				public SeekableByteChannel position(final long to) {
					position = (int) to;
					return this;
				}

				@Override
				public long size() {
					return bytes.length;
				}

				@Override
				public SeekableByteChannel truncate(final long size) {
					throw new UnsupportedOperationException();
				}

				@Override
				public boolean isOpen() {
					return true;
				}

				@Override
				public void close() {}
			};
		}
	}

	// -- Helpers --

	private DicomFile read(final ByteBuilder bytes) throws IOException {
		return reader().read(bytes.source());
	}

	private static byte[] pixels() {
		return "PIXELS".getBytes(StandardCharsets.ISO_8859_1);
	}

	private static void assertPixels(final DicomFile file, final VR vr) throws IOException {
		assertNotNull(file.pixelData());
		assertEquals(vr, file.pixelData().vr());
		assertEquals(6, file.pixelData().length());
		assertEquals(6, file.pixelBytes());
		assertEquals("PIXELS", content(file, 0));
	}

	private static String content(final DicomFile file, final int skip) throws IOException {
		try (var in = Channels.newInputStream(file.openPixels(OpenSources.NONE, skip))) {
			return new String(in.readNBytes(6 - skip), StandardCharsets.ISO_8859_1);
		}
	}

	private static String text(final DicomFile file, final int tag) {
		return text(file.attributes(), tag);
	}

	private static String text(final Attributes attributes, final int tag) {
		return attributes.orElse(tag, "absent");
	}

	private static String random(final int length) {
		return new Random(length).ints(length, 'A', 'Z')
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString();
	}
}
