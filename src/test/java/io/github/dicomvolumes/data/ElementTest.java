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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ElementTest {

	private static final int TAG = 0x00091001;

	// -- Numbers and tags --

	@Test
	void integersBeyondDoublesAreExact() {
		assertEquals(List.of("9223372036854775807", "-9007199254740993"),
			binary(VR.SV, Long.MAX_VALUE, -9007199254740993L).strings());
		assertEquals("18446744073709551615", binary(VR.UV, -1).text());
		assertEquals(List.of("9007199254740993"), text(VR.IS, " 9007199254740993 ").strings());
		assertEquals(9007199254740992.0, text(VR.IS, "9007199254740993").number().orElseThrow());
		assertEquals(List.of("1.50", "+2e0"), text(VR.DS, "1.50 \\+2e0").strings());
	}

	@Test
	void fractions() {
		final var element = Attributes.builder().put(TAG, VR.FL, 0.1, 2).build().optional(TAG).orElseThrow();
		assertEquals(List.of("0.1", "2"), element.strings());
		assertEquals("0.1\\2", element.display());
	}

	@Test
	void tags() {
		for (final ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
			final byte[] bytes = ByteBuffer.allocate(8)
				.order(order)
				.putShort((short) 0x5400)
				.putShort((short) 0x100)
				.putShort((short) 0xFFFE)
				.putShort((short) 0xE00D)
				.array();
			final Element element = Attributes.builder(order, CharacterSet.DEFAULT)
				.put(TAG, VR.AT, bytes)
				.build()
				.optional(TAG)
				.orElseThrow();
			assertEquals(List.of("(5400,0100)", "(FFFE,E00D)"), element.strings());
			assertEquals(2, element.multiplicity());
			assertTrue(element.number().isEmpty());
		}
	}

	// -- Dates and times --

	@Test
	void dates() {
		final Optional<LocalDate> day = Optional.of(LocalDate.of(2003, 8, 5));
		assertEquals(day, text(VR.DA, "20030805").date());
		assertEquals(day, text(VR.DA, "2003.08.05").date());
		assertEquals(day, text(VR.DA, "20030805\\20040101").date());
		assertEquals(day, text(VR.DT, "20030805123000").date());
		assertEquals(Optional.empty(), text(VR.DT, "200308").date());
		assertEquals(Optional.of(LocalDate.of(2004, 2, 29)), text(VR.DA, "20040229").date());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "  ", "20030230", "20031301", "yesterday", "2003.0805", "20030805-", "2003080",
		"20030805-20040101", "٢٠٠٣٠٨٠٥" })
	void noDates(final String text) {
		assertEquals(Optional.empty(), new Elements(CharacterSet.of("ISO_IR 192")).text(VR.DA, text).date());
	}

	@Test
	void times() {
		assertEquals(Optional.of(LocalTime.of(12, 30, 1, 500_000_000)), text(VR.TM, "123001.5").time());
		assertEquals(Optional.of(LocalTime.of(12, 30, 1, 123_456_000)), text(VR.TM, "12:30:01.123456 ").time());
		assertEquals(Optional.of(LocalTime.of(12, 30)), text(VR.TM, "12:30:00").time());
		assertEquals(Optional.of(LocalTime.of(12, 30)), text(VR.TM, "1230").time());
		assertEquals(Optional.of(LocalTime.of(7, 0)), text(VR.TM, "07").time());
		assertEquals(Optional.of(LocalTime.of(23, 59, 59)), text(VR.TM, "235960").time());
		for (final String text : List.of("", "7", "24", "2460", "12:3000", "123000.", "noon"))
			assertEquals(Optional.empty(), text(VR.TM, text).time(), text);
		assertEquals(Optional.empty(), text(VR.LO, "1230").time());
	}

	@Test
	void datesWithTimesAsPreciseAsTheyAre() {
		assertEquals(Optional.of(Year.of(2003)), text(VR.DT, "2003").dateTime());
		assertEquals(Optional.of(YearMonth.of(2003, 8)), text(VR.DT, "200308").dateTime());
		assertEquals(Optional.of(LocalDate.of(2003, 8, 5)), text(VR.DT, "20030805").dateTime());
		assertEquals(Optional.of(LocalDateTime.of(2003, 8, 5, 12, 0)), text(VR.DT, "2003080512").dateTime());
		assertEquals(Optional.of(OffsetDateTime.parse("2003-08-05T12:30:01.25-03:30")),
			text(VR.DT, "20030805123001.25-0330").dateTime());
		assertEquals(Optional.empty(), text(VR.DT, "20030805123001.25-9930").dateTime());
	}

	// -- Blank --

	@Test
	void blanksAreEmpty() {
		for (final String blanks : List.of("", " ", "  ", "\0\0", "\t ")) {
			final Element element = text(VR.LO, blanks);
			assertTrue(element.isEmpty());
			assertEquals(List.of(), element.strings());
			assertEquals(0, element.multiplicity());
			assertEquals("", element.display());
			assertThrows(DicomException.class,
				() -> Attributes.builder().put(TAG, VR.LO, blanks.getBytes()).build().require(TAG));
		}
		assertEquals(List.of("", ""), text(VR.LO, " \\ ").strings());
		assertFalse(text(VR.LO, " \\ ").isEmpty());
		assertFalse(Attributes.builder().put(TAG, VR.OB, (byte) 0).build().optional(TAG).orElseThrow().isEmpty());
	}

	// -- What a table shows --

	@Test
	void display() {
		assertEquals("a\\b", text(VR.LO, "a \\ b ").display());
		assertEquals("one two three", text(VR.LT, "one\r\ntwo\tthree\n").display());
		assertEquals("\uFFFD$Xa", text(VR.LT, "\u001B$Xa").display());
		assertEquals("1 byte: 07", bytes(VR.OB, 1).display());
		assertEquals("3 bytes: 07 07 07", bytes(VR.UN, 3).display());
		assertEquals("100 bytes:" + " 07".repeat(16) + " ...", bytes(VR.OW, 100).display());
		assertEquals("", bytes(VR.OB, 0).display());
		final Attributes others = Attributes.builder()
			.put(1, List.of())
			.put(2, List.of(Attributes.EMPTY))
			.put(3, List.of(Attributes.EMPTY, Attributes.EMPTY))
			.putLeftInFile(4, VR.OW, 5_000_000_000L)
			.putLeftInFile(5, VR.OB, Element.UNDEFINED_LENGTH)
			.build();
		assertEquals(List.of("0 items", "1 item", "2 items", "5000000000 bytes, left in the file", "fragments"),
			others.elements().stream().map(Element::display).toList());
		assertEquals(List.of(0, 1, 1, 1, 1), others.elements().stream().map(Element::multiplicity).toList());
	}

	@Test
	void displayEnds() {
		final String exact = "x".repeat(Element.DISPLAY_LENGTH);
		assertEquals(exact, text(VR.LT, exact).display());
		assertEquals("x".repeat(Element.DISPLAY_LENGTH - 3) + "...", text(VR.LT, exact + "x").display());
		assertEquals(Element.DISPLAY_LENGTH, text(VR.LT, "x".repeat(1 << 20)).display().length());
		assertEquals(Element.DISPLAY_LENGTH,
			Attributes.builder()
				.put(TAG, VR.US, new double[60_000])
				.build()
				.optional(TAG)
				.orElseThrow()
				.display()
				.length());
		final String surrogates = new Elements(CharacterSet.of("ISO_IR 192")).text(VR.LT, "😀".repeat(2000)).display();
		assertTrue(surrogates.endsWith("😀..."), surrogates);
	}

	private record Elements(CharacterSet set) {

		Element text(final VR vr, final String text) {
			return Attributes.builder(ByteOrder.LITTLE_ENDIAN, set)
				.put(TAG, vr,
					text.getBytes(
						set.equals(CharacterSet.DEFAULT) ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8))
				.build()
				.optional(TAG)
				.orElseThrow();
		}
	}

	private static Element text(final VR vr, final String text) {
		return new Elements(CharacterSet.DEFAULT).text(vr, text);
	}

	private static Element bytes(final VR vr, final int count) {
		final byte[] bytes = new byte[count];
		Arrays.fill(bytes, (byte) 7);
		return Attributes.builder().put(TAG, vr, bytes).build().optional(TAG).orElseThrow();
	}

	private static Element binary(final VR vr, final long... numbers) {
		final ByteBuffer bytes = ByteBuffer.allocate(8 * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
		for (final long number : numbers)
			bytes.putLong(number);
		return Attributes.builder().put(TAG, vr, bytes.array()).build().optional(TAG).orElseThrow();
	}
}
