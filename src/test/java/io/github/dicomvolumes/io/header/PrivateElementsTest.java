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

import static io.github.dicomvolumes.io.header.ByteBuilder.EXPLICIT;
import static io.github.dicomvolumes.io.header.ByteBuilder.IMPLICIT;
import static io.github.dicomvolumes.io.header.ByteBuilder.little;
import static io.github.dicomvolumes.io.header.ByteBuilder.part10;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.VR;

/** Manufacturers' elements get their VR from the private dictionary where the file does not say it. */
class PrivateElementsTest {

	private static final String GE = "GEMS_PARM_01";
	/** Private Sequence of the dictionary. */
	private static final int PHILIPS_SEQUENCE = 0x2001105F;

	@Test
	void implicit() throws IOException {
		final Attributes attributes = read(part10(IMPLICIT).implicit(0x00080040, (byte) 1, (byte) 0)
			.implicit(0x00430011, GE)
			.implicit(0x00431139, "1000\\8\\0 ")
			.implicit(0x00431239, "none")
			.implicit(0x004311FE, "??"));
		assertEquals(List.of("1000", "8", "0"), attributes.optional(GE, 0x43, 0x39).orElseThrow().strings());
		assertEquals(List.of(VR.IS, VR.UN, VR.UN),
			List.of(0x00431139, 0x004311FE, 0x00431239)
				.stream()
				.map(tag -> attributes.optional(tag).orElseThrow().vr())
				.toList());
	}

	@Test
	void writtenAsUnknown() throws IOException {
		final Attributes attributes = read(part10(EXPLICIT).us(0x00080040, 1)
			.longElement(0x00430010, "UN", GE.getBytes())
			.longElement(0x00431039, "UN", "1000".getBytes()));
		assertEquals(1000, attributes.orElse(0x00431039, 0));
		assertEquals(VR.IS, attributes.optional(0x00431039).orElseThrow().vr());
	}

	/** What the file says counts. */
	@Test
	void writtenOtherwise() throws IOException {
		final Attributes attributes = read(
			part10(EXPLICIT).us(0x00080040, 1).element(0x00430010, "LO", GE).element(0x00431039, "LO", "1000"));
		assertEquals(VR.LO, attributes.optional(0x00431039).orElseThrow().vr());
	}

	/** The dictionary may be wrong, or about another version: then the bytes stay. */
	@Test
	void valuesThatContradictTheDictionary() throws IOException {
		final Attributes attributes = read(part10(IMPLICIT).implicit(0x00080040, (byte) 1, (byte) 0)
			.implicit(0x20010010, "Philips Imaging DD 001")
			.implicit(0x20011003, "odd")
			.implicit(PHILIPS_SEQUENCE, "no items at all "));
		assertEquals(VR.UN, attributes.optional(0x20011003).orElseThrow().vr()); // FL
		assertEquals(VR.UN, attributes.optional(PHILIPS_SEQUENCE).orElseThrow().vr());
		assertEquals("no items at all ", new String(attributes.optional(PHILIPS_SEQUENCE).orElseThrow().bytes()));
	}

	@Test
	void sequences() throws IOException {
		final var items = little().item(little().implicit(0x00430010, GE).implicit(0x00431039, "5 "))
			.item(little().implicit(0x00431039, "6 "));
		final Attributes attributes = read(part10(IMPLICIT).implicit(0x00080040, (byte) 1, (byte) 0)
			.implicit(0x20010010, "Philips Imaging DD 001")
			.implicit(PHILIPS_SEQUENCE, items.bytes()));
		final List<Attributes> read = attributes.items(PHILIPS_SEQUENCE);
		assertEquals(5, read.get(0).orElse(0x00431039, 0));
		// a creator holds for its own data set only
		assertEquals(VR.UN, read.get(1).optional(0x00431039).orElseThrow().vr());
	}

	/** In descending order, where a search through those before would be quadratic. */
	@Test
	void manyElementsInTheWrongOrder() {
		final var b = part10(IMPLICIT).implicit(0x00080040, (byte) 1, (byte) 0);
		for (int i = 0; i < 400_000; i++)
			b.implicit(Tag.of(0xFF01 - 2 * (i % 1000), 0xFFFF - i / 1000), (byte) 1, (byte) 2);
		assertTimeout(Duration.ofSeconds(10), () -> read(b));
	}

	private static Attributes read(final ByteBuilder file) throws IOException {
		return HeaderReaders.BUILT_IN.read(file.source()).attributes();
	}
}
