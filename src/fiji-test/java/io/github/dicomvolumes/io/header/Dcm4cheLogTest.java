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
import static io.github.dicomvolumes.io.header.ByteBuilder.UNDEFINED;
import static io.github.dicomvolumes.io.header.ByteBuilder.little;
import static io.github.dicomvolumes.io.header.ByteBuilder.part10;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.io.dcm4che.Dcm4cheReader;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/**
 * dcm4che writes a line into the log for whatever it skips, with where it was called. A log that shows them takes all
 * time and much memory where a hostile file has millions of such things.
 */
class Dcm4cheLogTest {

	private static final int SEQUENCE = 0x00081140, PRIVATE = 0x00091000;
	private static final int TIMES = 1000;

	@BeforeAll
	static void linesAreCounted() {
		assertTrue(LoggerFactory.getLogger("org.dcm4che3").isWarnEnabled(), "-Dslf4j.provider must be CountedLog");
	}

	@Test
	void strayItemsAndDelimiters() throws IOException {
		final ByteBuilder strays = repeated(little().endItem().endSequence().tag(Tag.ITEM).u32(0));
		assertEquals(7, read(strays.us(Tag.BITS_STORED, 7)).orElse(Tag.BITS_STORED, 0));
	}

	@Test
	void strayDelimitersWithinAnItem() throws IOException {
		final ByteBuilder content = repeated(little().endSequence()).us(Tag.BITS_STORED, 7);
		final Attributes open = read(little().longHeader(SEQUENCE, "SQ", UNDEFINED).openItem(content).endSequence());
		assertEquals(7, open.items(SEQUENCE).get(0).orElse(Tag.BITS_STORED, 0));
		final Attributes closed = read(little().longElement(SEQUENCE, "SQ", little().item(content).bytes()));
		assertEquals(7, closed.items(SEQUENCE).get(0).orElse(Tag.BITS_STORED, 0));
	}

	/** The item ends behind it, and so does the sequence. */
	@Test
	void aStrayDelimiterThatIsTheLastOfItsItem() throws IOException {
		final ByteBuilder item = little().us(Tag.BITS_STORED, 7).raw(repeated(little().endSequence()));
		final long before = CountedLog.lines();
		final Attributes attributes = attributes(
			little().longElement(SEQUENCE, "SQ", little().item(item).bytes()).us(Tag.HIGH_BIT, 9));
		assertEquals(7, attributes.items(SEQUENCE).get(0).orElse(Tag.BITS_STORED, 0));
		assertEquals(9, attributes.orElse(Tag.HIGH_BIT, 0));
		assertEquals(1, CountedLog.lines() - before);
	}

	@Test
	void whatStandsBetweenItems() throws IOException {
		final ByteBuilder strays = repeated(little().endItem().element(Tag.MODALITY, "CS", "CT"));
		final Attributes attributes = read(little().longHeader(SEQUENCE, "SQ", UNDEFINED)
			.raw(strays)
			.item(little().us(Tag.BITS_STORED, 7))
			.raw(strays)
			.endSequence());
		assertEquals(1, attributes.items(SEQUENCE).size());
	}

	@Test
	void delimitersOfSequencesWithALength() throws IOException {
		final ByteBuilder sequence = little().longHeader(SEQUENCE, "SQ", UNDEFINED)
			.tag(Tag.SEQUENCE_DELIMITATION_ITEM)
			.u32(2)
			.text("ab");
		assertEquals(7, read(repeated(sequence).us(Tag.BITS_STORED, 7)).orElse(Tag.BITS_STORED, 0));
	}

	@Test
	void valueRepresentationsThatDoNotExist() throws IOException {
		final ByteBuilder elements = little();
		for (int i = 0; i < TIMES; i++)
			elements.longElement(PRIVATE + i, "??", new byte[2]);
		assertEquals(TIMES + 4, read(elements).size());
	}

	@Test
	void valuesThatAreCut() {
		final ByteBuilder cut = part10(EXPLICIT).us(0x00080040, 1).longHeader(PRIVATE, "UN", 100).text("ab");
		final long before = CountedLog.lines();
		assertThrows(DicomException.class, () -> new Dcm4cheReader().read(cut.source()));
		assertEquals(0, CountedLog.lines() - before);
	}

	private static ByteBuilder repeated(final ByteBuilder what) {
		final ByteBuilder all = little();
		for (int i = 0; i < TIMES; i++)
			all.raw(what);
		return all;
	}

	/** Attributes of a file with these elements, of which no line tells. */
	private static Attributes read(final ByteBuilder elements) throws IOException {
		final long before = CountedLog.lines();
		final Attributes attributes = attributes(elements);
		assertEquals(0, CountedLog.lines() - before);
		return attributes;
	}

	private static Attributes attributes(final ByteBuilder elements) throws IOException {
		return new Dcm4cheReader()
			.read(part10(EXPLICIT).element(Tag.SOP_CLASS_UID, "UI", "1.2\0").raw(elements).image().source())
			.attributes();
	}
}
