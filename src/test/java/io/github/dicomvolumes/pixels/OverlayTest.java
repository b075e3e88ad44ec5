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

package io.github.dicomvolumes.pixels;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.AttributesBuilder;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.VR;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Overlays of groups 60xx: what the attributes say, and which pixels of the image are marked. */
class OverlayTest {

	private final List<String> notes = new ArrayList<>();

	/** 5 columns and 2 rows: bits 0 to 4 are row 0, the lowest bit first, and 5 to 9 row 1. */
	@Test
	void lowestBitIsTheFirstPixel() {
		final OverlayPlane plane = plane(
			overlay(0x6000, 2, 5, 1, 1).put(0x60003000, VR.OB, (byte) 0b001_00001, (byte) 0b10), 10, 10).orElseThrow();
		assertBox(plane, 0, 0, 5, 2);
		assertArrayEquals(new byte[] { -1, 0, 0, 0, 0, //
			-1, 0, 0, 0, -1 }, plane.mask());
		assertEquals(3, plane.count());
		assertEquals(3, plane.runs());
		assertEquals(List.of(), notes);
	}

	@Test
	void originIsRowAndColumnFromOne() {
		assertBox(plane(overlay(0x6000, 1, 1, 3, 7).put(0x60003000, VR.OB, (byte) 1, (byte) 0), 10, 10).orElseThrow(),
			6, 2, 1, 1);
	}

	@Test
	void whatIsOutsideTheImageIsCropped() {
		final AttributesBuilder full = overlay(0x6000, 4, 8, 0, -2).put(0x60003000, VR.OB, (byte) -1, (byte) -1,
			(byte) -1, (byte) -1);
		final OverlayPlane plane = plane(full, 4, 2).orElseThrow(); // columns -3 to 4, rows -1 to 2
		assertBox(plane, 0, 0, 4, 2);
		assertEquals(8, plane.count());
		assertEquals(2, plane.runs());
		assertTrue(plane(overlay(0x6000, 1, 8, 20, 1).put(0x60003000, VR.OB, (byte) -1, (byte) 0), 10, 10).isEmpty());
	}

	@Test
	void largerThanTheImage() {
		final byte[] data = new byte[400 * 300 / 8];
		data[399 / 8] = (byte) 0x80; // column 399 of row 0
		data[(400 * 7 + 8) / 8] = 1; // column 8 of row 7
		assertBox(plane(overlay(0x6000, 300, 400, 1, 1).put(0x60003000, VR.OW, data), 20, 20).orElseThrow(), 8, 7, 1,
			1);
	}

	@Test
	void dataThatAreCutOrTooLong() {
		assertBox(plane(overlay(0x6000, 60_000, 60_000, 1, 1).put(0x60003000, VR.OB, (byte) 0, (byte) 1), 10, 10)
			.orElseThrow(), 8, 0, 1, 1);
		assertBox(plane(overlay(0x6000, 1, 2, 1, 1).put(0x60003000, VR.OB, (byte) -1, (byte) -1), 10, 10).orElseThrow(),
			0, 0, 2, 1);
		assertTrue(plane(overlay(0x6000, 9, 9, 1, 1).put(0x60003000, VR.OB), 10, 10).isEmpty());
	}

	@Test
	void framesLieBitByBitBehindEachOther() {
		// 3 frames of 3 x 1 bits: 001 010 100, for frames 2 to 4 of the file, numbered from 1
		final Attributes attributes = overlay(0x6000, 1, 3, 1, 1).put(0x60000015, 3)
			.put(0x60000051, 2)
			.put(0x60003000, VR.OB, (byte) 0b00_010_001, (byte) 1)
			.build();
		final Overlay overlay = only(attributes);
		assertFalse(overlay.isFor(0));
		assertTrue(overlay.isFor(1) && overlay.isFor(3));
		assertFalse(overlay.isFor(4));
		final BitSet all = overlay.bits(attributes);
		assertEquals("{0} {1} {2}", overlay.bits(all, 1) + " " + overlay.bits(all, 2) + " " + overlay.bits(all, 3));
	}

	@Test
	void withoutNumberOfFramesItIsForAll() {
		final Attributes attributes = overlay(0x6000, 1, 3, 1, 1).put(0x60003000, VR.OB, (byte) 2, (byte) 0).build();
		final Overlay overlay = only(attributes);
		assertTrue(overlay.isFor(0) && overlay.isFor(999));
		assertEquals("{1}", overlay.bits(overlay.bits(attributes), 999).toString());
	}

	@Test
	void namesTypesAndGroups() {
		final Attributes attributes = overlay(0x6000, 1, 1, 1, 1).put(0x60003000, VR.OB, (byte) 1, (byte) 0)
			.putAll(overlay(0x601E, 1, 1, 1, 1).put(0x601E0022, VR.LO, "lesion".getBytes())
				.put(0x601E0040, VR.CS, "R ".getBytes())
				.put(0x601E3000, VR.OB, (byte) 1, (byte) 0)
				.build())
			.putAll(overlay(0x6020, 1, 1, 1, 1).put(0x60203000, VR.OB, (byte) 1, (byte) 0).build())
			.build();
		assertEquals("[6000 Overlay 6000 false, 601e lesion true]",
			Overlay.of(attributes, notes::add)
				.stream()
				.map(o -> Integer.toHexString(o.group()) + " " + o.name() + " " + o.isRegion())
				.toList()
				.toString());
	}

	@Test
	void embeddedBitLiesOutsideTheStoredOnes() {
		final Overlay overlay = only(embedded(15));
		assertTrue(overlay.isEmbedded());
		assertEquals(15, overlay.bit());
		assertEquals(List.of(), notes);
	}

	@ParameterizedTest
	@CsvSource({ "0", "11", "16", "-1" })
	void embeddedBitThatIsNotFree(final int bit) {
		assertEquals(List.of(), Overlay.of(embedded(bit), notes::add));
		assertTrue(notes.get(0).contains("must be a bit that the stored values leave free"), notes.get(0));
	}

	@Test
	void sizeOriginAndDataThatAreMissing() {
		assertEquals(List.of(),
			Overlay.of(
				Attributes.builder().put(0x60000010, VR.US, 5).put(0x60003000, VR.OB, (byte) 1, (byte) 0).build(),
				notes::add));
		assertTrue(notes.get(0).contains("are 5 and 0; they must be 1 to 65535"), notes.get(0));
		assertBox(plane(Attributes.builder()
			.put(0x60000010, VR.US, 1)
			.put(0x60000011, VR.US, 1)
			.put(0x60003000, VR.OB, (byte) 1, (byte) 0), 10, 10).orElseThrow(), 0, 0, 1, 1);
		assertTrue(notes.get(1).contains("1\\1 assumed"), notes.get(1));
	}

	@Test
	void mostFramesHaveNone() {
		assertEquals(List.of(), Overlay.of(Attributes.EMPTY, notes::add));
		assertEquals(List.of(), notes);
	}

	private static Attributes embedded(final int bit) {
		return Attributes.builder()
			.put(Tag.ROWS, 12)
			.put(Tag.COLUMNS, 16)
			.put(Tag.BITS_ALLOCATED, 16)
			.put(Tag.BITS_STORED, 12)
			.put(Tag.HIGH_BIT, 11)
			.put(0x60000010, VR.US, 12)
			.put(0x60000011, VR.US, 16)
			.put(0x60000102, VR.US, bit)
			.build();
	}

	private static AttributesBuilder overlay(final int group, final int rows, final int columns, final int row,
		final int column)
	{
		return Attributes.builder()
			.put(Tag.of(group, 0x10), VR.US, rows)
			.put(Tag.of(group, 0x11), VR.US, columns)
			.put(Tag.of(group, 0x50), VR.SS, row, column);
	}

	private Overlay only(final Attributes attributes) {
		final List<Overlay> all = Overlay.of(attributes, notes::add);
		assertEquals(1, all.size(), notes::toString);
		return all.get(0);
	}

	private Optional<OverlayPlane> plane(final AttributesBuilder builder, final int columns, final int rows) {
		final Attributes attributes = builder.build();
		final Overlay overlay = only(attributes);
		return OverlayPlane.of(overlay, overlay.bits(overlay.bits(attributes), 0), columns, rows);
	}

	private static void assertBox(final OverlayPlane plane, final int left, final int top, final int width,
		final int height)
	{
		assertEquals(List.of(left, top, width, height),
			List.of(plane.left(), plane.top(), plane.width(), plane.height()));
	}
}
