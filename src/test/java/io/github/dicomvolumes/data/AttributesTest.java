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
			assertEquals(List.copyOf(expected.keySet()), attributes.elements().stream().map(
				Element::tag).toList());
			expected.forEach((tag, value) -> assertArrayEquals(new byte[] { value }, attributes
				.optional(tag).orElseThrow().bytes()));
		}
	}

	@Test
	void ofSeveralTheFirstCounts() {
		final var items = List.of(Attributes.EMPTY);
		final Attributes bytesFirst = Attributes.builder().put(SEQUENCE, VR.UN, (byte) 1).put(
			SEQUENCE, items).putLeftInFile(SEQUENCE, VR.OB, 99).build();
		assertEquals(VR.UN, bytesFirst.optional(SEQUENCE).orElseThrow().vr());
		assertEquals(List.of(), bytesFirst.items(SEQUENCE));
		assertFalse(bytesFirst.optional(SEQUENCE).orElseThrow().isLeftInFile());
		final Attributes itemsFirst = Attributes.builder().put(Tag.ROWS, 3).put(SEQUENCE, items)
			.put(SEQUENCE, VR.UN, (byte) 1).build();
		assertEquals(items, itemsFirst.items(SEQUENCE));
		assertEquals(3, itemsFirst.orElse(Tag.ROWS, 0));
		final Attributes leftFirst = Attributes.builder().putLeftInFile(SEQUENCE, VR.OB, 99)
			.put(SEQUENCE, items).build();
		assertTrue(leftFirst.optional(SEQUENCE).orElseThrow().isLeftInFile());
	}

	@Test
	void absentEmptyAndWrong() {
		final Attributes attributes = Attributes.builder().put(Tag.PATIENT_NAME, "").put(
			Tag.SLICE_THICKNESS, "thick").put(Tag.PIXEL_SPACING, "0,5 \\ 2").build();
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
			for (final VR vr : List.of(VR.US, VR.SS, VR.UL, VR.SL, VR.SV, VR.UV, VR.FL, VR.FD,
				VR.OW, VR.OF, VR.OD, VR.OL, VR.OV))
		{
				final Attributes attributes = Attributes.builder(order, CharacterSets.DEFAULT).put(
					0x00091001, vr, 1, 200).build();
				assertArrayEquals(new double[] { 1, 200 }, attributes.doubles(0x00091001), vr.name());
				assertEquals(List.of("1", "200"), attributes.strings(0x00091001));
			}
	}

	@Test
	void theLargestNumbers() {
		final byte[] ones = new byte[8];
		Arrays.fill(ones, (byte) -1);
		final var expected = Map.of(VR.US, 65535.0, VR.SS, -1.0, VR.UL, 4294967295.0,
			VR.SL, -1.0, VR.SV, -1.0, VR.UV, 18446744073709551615.0);
		expected.forEach((vr, number) -> assertEquals(number, Attributes.builder().put(
			0x00091001, vr, ones).build().number(0x00091001).orElse(0), vr.name()));
	}

	/** Was a NullPointerException: the character set decoded its own name. */
	@Test
	void characterSetWithAWrongVR() {
		final Attributes attributes = Attributes.builder().put(Tag.SPECIFIC_CHARACTER_SET, VR.LO,
			"ISO_IR 192".getBytes()).build();
		assertEquals("UTF-8", attributes.charset().name());
		assertEquals("ISO_IR 192", attributes.orElse(Tag.SPECIFIC_CHARACTER_SET, ""));
	}

	@Test
	void attributesOfAnotherByteOrderAreRefused() {
		final Attributes big = Attributes.builder(ByteOrder.BIG_ENDIAN, CharacterSets.DEFAULT)
			.put(Tag.ROWS, 1).build();
		assertThrows(IllegalArgumentException.class, () -> Attributes.builder().putAll(big));
	}
}
