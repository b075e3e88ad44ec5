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

package io.github.dicomvolumes.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

class AttributesTest {

	private static final int SEQUENCE = 0x00081115;

	@Test
	void whatWasPutIsFound() {
		final Random random = new Random(4);
		for (int round = 0; round < 200; round++) {
			final var expected = new TreeMap<Integer, Byte>(Integer::compareUnsigned);
			final var builder = Attributes.builder();
			for (int i = random.nextInt(200); i > 0; i--) {
				final int tag = random.nextInt() >> 24 << 16 | random.nextInt(3);
				builder.put(tag, VR.UN, (byte) i);
				expected.putIfAbsent(tag, (byte) i);
			}
			final Attributes attributes = builder.build();
			assertEquals(List.copyOf(expected.keySet()), attributes.elements().stream().map(Element::tag).toList());
			expected.forEach((tag, value) -> assertArrayEquals(new byte[] { value },
				attributes.optional(tag).orElseThrow().bytes()));
		}
	}

	@Test
	void ofSeveralTheFirstCounts() {
		final var items = List.of(Attributes.EMPTY);
		final Attributes bytesFirst = Attributes.builder()
			.put(SEQUENCE, VR.UN, (byte) 1)
			.put(SEQUENCE, items)
			.putLeftInFile(SEQUENCE, VR.OB, 99)
			.build();
		assertEquals(VR.UN, bytesFirst.optional(SEQUENCE).orElseThrow().vr());
		assertEquals(List.of(), bytesFirst.items(SEQUENCE));
		assertFalse(bytesFirst.optional(SEQUENCE).orElseThrow().isLeftInFile());
		final Attributes itemsFirst = Attributes.builder()
			.put(Tag.ROWS, 3)
			.put(SEQUENCE, items)
			.put(SEQUENCE, VR.UN, (byte) 1)
			.build();
		assertEquals(items, itemsFirst.items(SEQUENCE));
		assertEquals(3, itemsFirst.orElse(Tag.ROWS, 0));
		final Attributes leftFirst = Attributes.builder()
			.putLeftInFile(SEQUENCE, VR.OB, 99)
			.put(SEQUENCE, items)
			.build();
		assertTrue(leftFirst.optional(SEQUENCE).orElseThrow().isLeftInFile());
	}

	@Test
	void absentEmptyAndWrong() {
		final Attributes attributes = Attributes.builder()
			.put(Tag.PATIENT_NAME, "")
			.put(Tag.SLICE_THICKNESS, "thick")
			.put(Tag.PIXEL_SPACING, "0,5 \\ 2")
			.build();
		assertThrows(DicomException.class, () -> attributes.require(Tag.ROWS));
		assertThrows(DicomException.class, () -> attributes.require(Tag.PATIENT_NAME));
		assertEquals("none", attributes.orElse(Tag.PATIENT_NAME, "none"));
		assertEquals(7, attributes.orElse(Tag.SLICE_THICKNESS, 7));
		assertTrue(attributes.number(Tag.SLICE_THICKNESS).isEmpty());
		assertArrayEquals(new double[] { 0.5, 2 }, attributes.doubles(Tag.PIXEL_SPACING));
		assertEquals(0, attributes.doubles(Tag.ROWS).length);
	}

	@Test
	void numbersInEveryBinaryRepresentation() {
		for (final ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN))
			for (final VR vr : List.of(VR.US, VR.SS, VR.UL, VR.SL, VR.SV, VR.UV, VR.FL, VR.FD, VR.OW, VR.OF, VR.OD,
				VR.OL, VR.OV))
			{
				final Attributes attributes = Attributes.builder(order, CharacterSet.DEFAULT)
					.put(0x00091001, vr, 1, 200)
					.build();
				assertArrayEquals(new double[] { 1, 200 }, attributes.doubles(0x00091001), vr.name());
				assertEquals(List.of("1", "200"), attributes.strings(0x00091001));
			}
	}

	@Test
	void theLargestNumbers() {
		final byte[] ones = new byte[8];
		Arrays.fill(ones, (byte) -1);
		final var expected = Map.of(VR.US, 65535.0, VR.SS, -1.0, VR.UL, 4294967295.0, VR.SL, -1.0, VR.SV, -1.0, VR.UV,
			18446744073709551615.0);
		expected.forEach((vr, number) -> assertEquals(number,
			Attributes.builder().put(0x00091001, vr, ones).build().number(0x00091001).orElse(0), vr.name()));
	}

	/** Was a NullPointerException: the character set decoded its own name. */
	@Test
	void characterSetWithAWrongVR() {
		final Attributes attributes = Attributes.builder()
			.put(Tag.SPECIFIC_CHARACTER_SET, VR.LO, "ISO_IR 192".getBytes())
			.build();
		assertEquals("ISO_IR 192", attributes.charset().toString());
		assertEquals("ISO_IR 192", attributes.orElse(Tag.SPECIFIC_CHARACTER_SET, ""));
	}

	@Test
	void attributesLieOverThoseOfADataSet() {
		final Attributes item = Attributes.builder().put(Tag.ROWS, 7).build();
		final Attributes below = Attributes.builder()
			.put(Tag.MODALITY, "MR")
			.put(Tag.ROWS, 12)
			.put(Tag.PIXEL_DATA, VR.OB, (byte) 1)
			.put(Tag.SEGMENT_SEQUENCE, List.of(item))
			.build();
		final Attributes over = Attributes.builder().put(Tag.ECHO_TIME, 4.6).put(Tag.ROWS, 34).buildOver(below);
		assertEquals(34, over.orElse(Tag.ROWS, 0));
		assertEquals(12, below.orElse(Tag.ROWS, 0));
		assertEquals("MR", over.orElse(Tag.MODALITY, ""));
		assertTrue(over.contains(Tag.PIXEL_DATA));
		assertEquals(List.of(item), over.items(Tag.SEGMENT_SEQUENCE));
		assertEquals(List.of(Tag.MODALITY, Tag.ECHO_TIME, Tag.ROWS, Tag.SEGMENT_SEQUENCE, Tag.PIXEL_DATA),
			over.elements().stream().map(Element::tag).toList());
		assertEquals(5, over.size());
		final Attributes flat = Attributes.builder().putAll(over).build();
		assertEquals(flat, over);
		assertEquals(flat.hashCode(), over.hashCode());
		assertEquals(Optional.empty(), over.optional(Tag.COLUMNS));
	}

	@Test
	void attributesOfAnotherByteOrderAreRefused() {
		final Attributes big = Attributes.builder(ByteOrder.BIG_ENDIAN, CharacterSet.DEFAULT).put(Tag.ROWS, 1).build();
		assertThrows(IllegalArgumentException.class, () -> Attributes.builder().putAll(big));
	}

	// -- Paths --

	@Test
	void paths() {
		final Attributes inner = Attributes.builder().put(Tag.ROWS, 7).build();
		final Attributes first = Attributes.builder().put(Tag.ROWS, 1).build();
		final Attributes second = Attributes.builder().put(Tag.ROWS, 2).put(0x00081140, List.of(inner)).build();
		final Attributes attributes = Attributes.builder()
			.put(SEQUENCE, List.of(first, second))
			.put(Tag.ROWS, 3)
			.build();
		final Map<String, Integer> expected = Map.of("Rows", 3, "0028,0010", 3, "(0028,0010)", 3, "00280010", 3,
			"ReferencedSeriesSequence[1]>Rows", 1, "0008,1115[2]>0028,0010", 2, "ReferencedSeriesSequence>Rows", 1,
			"0008,1115[2]>ReferencedImageSequence[1]>Rows", 7);
		expected.forEach(
			(path, rows) -> assertEquals(rows, attributes.optional(path).orElseThrow().integer().orElseThrow(), path));
		for (final String absent : List.of("Columns", "ReferencedSeriesSequence[3]>Rows", "Rows[1]>Rows",
			"ReferencedSeriesSequence[1]>ReferencedImageSequence[1]>Rows", "ReferencedSeriesSequence[999999999]>Rows"))
			assertTrue(attributes.optional(absent).isEmpty(), absent);
		for (final String wrong : List.of("", "Row", "ReferencedSeriesSequence[0]>Rows", ">Rows", "Rows>", "Rows[1]",
			"ReferencedSeriesSequence[-1]>Rows", "0028,001", "ReferencedSeriesSequence[1>Rows",
			"ReferencedSeriesSequence[9999999999]>Rows", "Columns>Row"))
			assertThrows(IllegalArgumentException.class, () -> attributes.optional(wrong), wrong);
	}

	// -- Private elements --

	@Test
	void privateElementsOfACreator() {
		final Attributes attributes = Attributes.builder()
			.put(0x00290010, VR.LO, "OTHER ".getBytes())
			.put(0x00290012, VR.LO, "SIEMENS CSA HEADER".getBytes())
			.put(0x00290013, VR.LO, "SIEMENS CSA HEADER".getBytes())
			.put(0x00291008, VR.UN, (byte) 1)
			.put(0x00291208, VR.CS, "IMAGE NUM 4 ".getBytes())
			.put(0x00291309, VR.LO, "x".getBytes())
			.put(0x00291408, VR.UN, (byte) 2)
			.build();
		assertEquals("IMAGE NUM 4", attributes.optional("SIEMENS CSA HEADER", 0x29, 0x08).orElseThrow().text());
		assertEquals("x", attributes.optional("SIEMENS CSA HEADER", 0x29, 0x09).orElseThrow().text()); // reserved twice
		assertTrue(attributes.optional("SIEMENS CSA HEADER", 0x29, 0x10).isEmpty());
		assertTrue(attributes.optional("SIEMENS", 0x29, 0x08).isEmpty());
		assertEquals(Optional.of("OTHER"), attributes.privateCreator(0x00291008));
		for (final int tag : new int[] { 0x00291408, 0x00290010, 0x00280010, 0x00290008 })
			assertEquals(Optional.empty(), attributes.privateCreator(tag));
		assertEquals("CSA Image Header Type", attributes.entry(0x00291208).orElseThrow().name());
		assertEquals("Private Creator", attributes.entry(0x00290012).orElseThrow().name());
		assertTrue(attributes.entry(0x00291008).isEmpty());
		assertEquals("Rows", attributes.entry(Tag.ROWS).orElseThrow().name());
	}

	// -- Character sets --

	@Test
	void textIsPutInTheCharacterSetPutBefore() {
		for (final String set : List.of("ISO_IR 192", "ISO_IR 100", "GB18030")) {
			final Attributes attributes = Attributes.builder()
				.put(Tag.SPECIFIC_CHARACTER_SET, set)
				.put(Tag.PATIENT_NAME, "Bérénice")
				.build();
			assertEquals("Bérénice", attributes.orElse(Tag.PATIENT_NAME, ""));
			assertEquals(set, attributes.charset().toString());
			assertEquals("é",
				Attributes.builder()
					.putAll(attributes)
					.put(Tag.STUDY_DESCRIPTION, "é")
					.build()
					.orElse(Tag.STUDY_DESCRIPTION, ""));
		}
		assertThrows(IllegalArgumentException.class, () -> Attributes.builder().put(Tag.PATIENT_NAME, "山田"));
	}

	@Test
	void theFirstOfSeveralCharacterSetsCounts() {
		final Attributes attributes = Attributes.builder()
			.put(Tag.ROWS, 1)
			.put(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 192")
			.put(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 100")
			.put(Tag.PATIENT_NAME, "é")
			.build();
		assertEquals("é", attributes.orElse(Tag.PATIENT_NAME, ""));
		assertEquals("ISO_IR 192", attributes.charset().toString());
	}
}
