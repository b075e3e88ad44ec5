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

package io.github.dicomvolumes.export.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.util.Arrays;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.AttributesBuilder;
import io.github.dicomvolumes.data.CharacterSet;
import io.github.dicomvolumes.data.Dictionary;
import io.github.dicomvolumes.data.Element;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.TransferSyntax;
import io.github.dicomvolumes.data.VR;
import io.github.dicomvolumes.io.header.ByteBuilder;
import io.github.dicomvolumes.io.header.DicomFile;
import io.github.dicomvolumes.io.header.HeaderReaders;
import io.github.dicomvolumes.io.source.OpenSources;

class DicomWriterTest {

	private static final List<TransferSyntax> SYNTAXES = List.of(TransferSyntax.IMPLICIT_LITTLE_ENDIAN,
		TransferSyntax.EXPLICIT_LITTLE_ENDIAN, TransferSyntax.EXPLICIT_BIG_ENDIAN,
		TransferSyntax.DEFLATED_LITTLE_ENDIAN);

	/** Standard tags of which each VR has some, by what the dictionary says. */
	private static final int[] STANDARD = { 0x00080054, 0x00101010, 0x00280009, 0x00080061, 0x00080022, 0x00101020,
		0x0008002A, 0x00089459, 0x00182041, 0x00186036, 0x00201208, 0x00081030, 0x00104000, 0x00420011, 0x00701A08,
		0x00660016, 0x00660129, 0x7FE00001, 0x60003000, 0x00080090, 0x00080050, 0x00186020, 0x00081115, 0x00089215,
		0x00281041, 0x00080081, 0x00720082, 0x00080031, 0x00080119, 0x0020000D, 0x00186018, 0x00080120, 0x00280301,
		0x0040A170, 0x00287FE0, 0x0008040C, 0x00091001 };

	@Test
	void whatIsWrittenIsRead() throws IOException {
		final Random random = new Random(15);
		for (int round = 0; round < 30; round++)
			for (final TransferSyntax syntax : SYNTAXES)
				for (int form = 0; form < 4; form++) {
					final var writer = new DicomWriter(syntax, form % 2 == 0 || syntax.deflated(), form / 2 == 0);
					final Attributes written = image(random, ByteOrder.LITTLE_ENDIAN);
					final DicomFile file = HeaderReaders.BUILT_IN.read(ByteBuilder.source(writer.toBytes(written)));
					assertEquals(syntax, file.transferSyntax());
					assertEquals(asRead(written, writer), file.attributes(), () -> writer + " has written " + written);
					try (var in = Channels.newInputStream(file.openPixels(OpenSources.NONE, 1))) {
						assertEquals("IXELS", new String(in.readNBytes(5)));
					}
				}
	}

	@Test
	void bigEndianAttributesBecomeLittleEndian() throws IOException {
		final Attributes big = Attributes.builder(ByteOrder.BIG_ENDIAN, CharacterSet.DEFAULT)
			.put(Tag.SOP_CLASS_UID, "1.2")
			.put(Tag.ROWS, 0x1234)
			.put(0x00186020, -2)
			.put(0x00089459, 1.5)
			.build();
		final Attributes read = HeaderReaders.BUILT_IN.read(ByteBuilder.source(new DicomWriter().toBytes(big)))
			.attributes();
		assertEquals(0x1234, read.orElse(Tag.ROWS, 0));
		assertEquals(-2, read.orElse(0x00186020, 0));
		assertEquals(1.5, read.number(0x00089459).orElse(0));
	}

	@Test
	void pixelDataSwapBySample() throws IOException {
		final Attributes image = Attributes.builder()
			.put(Tag.MODALITY, "CT")
			.put(Tag.BITS_ALLOCATED, 16)
			.put(Tag.PIXEL_DATA, VR.OW, "BADCFE".getBytes())
			.build();
		final var writer = new DicomWriter(TransferSyntax.EXPLICIT_BIG_ENDIAN, true, false);
		final DicomFile file = HeaderReaders.BUILT_IN.read(ByteBuilder.source(writer.toBytes(image)));
		try (var in = Channels.newInputStream(file.openPixels(OpenSources.NONE, 0))) {
			assertEquals("ABCDEF", new String(in.readAllBytes()));
		}
	}

	@Test
	void aValueTooLongForItsLength() {
		final Attributes long_ = Attributes.builder().put(Tag.PATIENT_NAME, "x".repeat(70_000)).build();
		assertThrows(IllegalArgumentException.class, () -> new DicomWriter().toBytes(long_));
	}

	// -- Helpers --

	private static Attributes image(final Random random, final ByteOrder order) {
		final var builder = Attributes.builder(order, CharacterSet.DEFAULT);
		builder.put(Tag.SOP_CLASS_UID, "1.2.3.4");
		random(random, builder, 0);
		return builder.put(Tag.ROWS, 2)
			.put(Tag.COLUMNS, 3)
			.put(Tag.BITS_ALLOCATED, 8)
			.put(Tag.PIXEL_DATA, VR.OB, "PIXELS".getBytes())
			.build();
	}

	private static void random(final Random random, final AttributesBuilder builder, final int depth) {
		for (int n = random.nextInt(20); n > 0; n--) {
			final boolean isPrivate = random.nextInt(4) == 0;
			final int tag = isPrivate ? Tag.of(0x0009 + 2 * random.nextInt(9), 0x1000 + random.nextInt(256))
				: STANDARD[random.nextInt(STANDARD.length)];
			final VR vr = isPrivate ? VR.values()[random.nextInt(VR.values().length)] : Dictionary.vr(tag);
			if (vr != VR.SQ) builder.put(tag, vr, value(random, vr));
			else {
				final List<Attributes> items = new ArrayList<>();
				for (int i = depth > 4 ? 0 : random.nextInt(3); i > 0; i--) {
					final var item = Attributes.builder();
					random(random, item, depth + 1);
					items.add(item.build());
				}
				builder.put(tag, items);
			}
		}
	}

	/** Of any length, but whole words. */
	private static byte[] value(final Random random, final VR vr) {
		final byte[] value = new byte[random.nextInt(20) * vr.wordSize()];
		random.nextBytes(value);
		for (int i = 0; vr.isText() && i < value.length; i++)
			value[i] = (byte) (' ' + (value[i] & 0x3F));
		return value;
	}

	/** What must come back: padded, in the syntax's byte order, in implicit VR as the dictionary knows it. */
	private static Attributes asRead(final Attributes attributes, final DicomWriter writer) {
		final TransferSyntax syntax = writer.syntax();
		final var builder = Attributes.builder(syntax.bigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN,
			CharacterSet.DEFAULT);
		for (final Element element : attributes.elements()) {
			final int tag = element.tag();
			if (tag == Tag.PIXEL_DATA) {
				builder.putLeftInFile(tag, writer.syntax().explicitVR() ? element.vr() : VR.OW, element.length());
				continue;
			}
			if (element.vr() == VR.SQ) {
				final List<Attributes> items = attributes.items(tag)
					.stream()
					.map(item -> asRead(item, writer))
					.toList();
				// nothing tells that an empty private element is a sequence, except its delimiter
				if (items.isEmpty() && !syntax.explicitVR() && !writer.undefinedLengths() && Tag.isPrivate(tag))
					builder.put(tag, VR.UN, new byte[0]);
				else builder.put(tag, items);
				continue;
			}
			final byte[] value = element.bytes();
			if (syntax.bigEndian()) reverseWords(value, element.vr().wordSize());
			final byte[] padded = Arrays.copyOf(value, value.length + value.length % 2);
			if (padded.length > value.length) padded[value.length] = element.vr().padding();
			builder.put(tag, syntax.explicitVR() ? element.vr() : Dictionary.vr(tag), padded);
		}
		return builder.build();
	}

	private static void reverseWords(final byte[] value, final int size) {
		for (int i = 0; i < value.length; i += size)
			for (int k = 0; k < size / 2; k++) {
				final byte b = value[i + k];
				value[i + k] = value[i + size - 1 - k];
				value[i + size - 1 - k] = b;
			}
	}
}
