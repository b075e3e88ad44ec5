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

package io.github.dicomvolumes.io;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Element;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.TransferSyntax;
import io.github.dicomvolumes.data.VR;

/**
 * Writes uncompressed DICOM files (PS3.10 7.1) for phantoms and tests, also in the less usual forms that readers must
 * understand.
 *
 * @param syntax one of the native transfer syntaxes
 * @param preamble whether the file begins with the preamble and group 0002
 * @param undefinedLengths whether sequences and items end with delimiters rather than having a length (PS3.5 7.5)
 */
public record DicomWriter(TransferSyntax syntax, boolean preamble, boolean undefinedLengths) {

	private static final int UNDEFINED = 0xFFFFFFFF;

	/** The writer of ordinary files: explicit little endian, with preamble, with lengths. */
	public DicomWriter() {
		this(TransferSyntax.EXPLICIT_LITTLE_ENDIAN, true, false);
	}

	/** A UID made from a name by way of a UUID (PS3.5 B.2): the same for the same name. */
	public static String uid(final String name) {
		final UUID uuid = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
		return "2.25." + new BigInteger(uuid.toString().replace("-", ""), 16);
	}

	public void write(final Attributes attributes, final Path file) throws IOException {
		Files.write(file, toBytes(attributes));
	}

	/** The bytes of the file. */
	public byte[] toBytes(final Attributes attributes) {
		final var out = new ByteArrayOutputStream();
		try {
			write(attributes, out);
		}
		catch (final IOException exc) {
			throw new AssertionError("an array cannot fail", exc);
		}
		return out.toByteArray();
	}

	private void write(final Attributes attributes, final OutputStream out) throws IOException {
		if (preamble) {
			out.write(new byte[128]);
			out.write(new byte[] { 'D', 'I', 'C', 'M' });
			final Attributes meta = metaInformation(attributes);
			final byte[] bytes = new Encoder(TransferSyntax.EXPLICIT_LITTLE_ENDIAN).encode(meta);
			out.write(new Encoder(TransferSyntax.EXPLICIT_LITTLE_ENDIAN)
				.encode(Attributes.builder().put(Tag.of(2, 0), VR.UL, bytes.length).build()));
			out.write(bytes);
		}
		final byte[] dataSet = new Encoder(syntax).encode(attributes);
		if (!syntax.deflated()) {
			out.write(dataSet);
			return;
		}
		final var deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
		final var deflated = new DeflaterOutputStream(out, deflater);
		deflated.write(dataSet);
		deflated.finish();
		deflater.end();
	}

	private Attributes metaInformation(final Attributes attributes) {
		return Attributes.builder()
			.put(Tag.FILE_META_INFORMATION_VERSION, VR.OB, (byte) 0, (byte) 1)
			.put(Tag.MEDIA_STORAGE_SOP_CLASS_UID, attributes.orElse(Tag.SOP_CLASS_UID, ""))
			.put(Tag.MEDIA_STORAGE_SOP_INSTANCE_UID, attributes.orElse(Tag.SOP_INSTANCE_UID, ""))
			.put(Tag.TRANSFER_SYNTAX_UID, syntax.uid())
			.put(Tag.IMPLEMENTATION_CLASS_UID, uid("DICOM Volumes"))
			.build();
	}

	/** Writes elements in one encoding. */
	private final class Encoder {

		private final boolean explicit;
		private final ByteOrder order;
		private final ByteArrayOutputStream out = new ByteArrayOutputStream();

		Encoder(final TransferSyntax encoding) {
			explicit = encoding.explicitVR();
			order = encoding.bigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
		}

		byte[] encode(final Attributes attributes) {
			for (final Element element : attributes.elements())
				encode(element, attributes);
			return out.toByteArray();
		}

		private void encode(final Element element, final Attributes attributes) {
			if (element.vr() == VR.SQ) {
				sequence(element.tag(), attributes.items(element.tag()));
				return;
			}
			final byte[] value = swapped(element, attributes);
			final int padded = value.length + (value.length & 1);
			header(element.tag(), element.vr(), padded);
			out.writeBytes(value);
			if (padded > value.length) out.write(element.vr().padding());
		}

		private void sequence(final int tag, final List<Attributes> items) {
			final var content = new ByteArrayOutputStream();
			for (final Attributes item : items) {
				final byte[] bytes = new Encoder(syntax).encode(item);
				content.writeBytes(delimiter(Tag.ITEM, undefinedLengths ? UNDEFINED : bytes.length));
				content.writeBytes(bytes);
				if (undefinedLengths) content.writeBytes(delimiter(Tag.ITEM_DELIMITATION_ITEM, 0));
			}
			if (undefinedLengths) content.writeBytes(delimiter(Tag.SEQUENCE_DELIMITATION_ITEM, 0));
			header(tag, VR.SQ, undefinedLengths ? UNDEFINED : content.size());
			out.writeBytes(content.toByteArray());
		}

		private void header(final int tag, final VR vr, final int length) {
			final ByteBuffer header = ByteBuffer.allocate(12).order(order);
			header.putShort((short) Tag.group(tag)).putShort((short) Tag.element(tag));
			if (!explicit) header.putInt(length);
			else {
				header.put((byte) vr.name().charAt(0)).put((byte) vr.name().charAt(1));
				if (vr.hasLongLength()) header.putShort((short) 0).putInt(length);
				else if (length < 1 << 16) header.putShort((short) length);
				else throw new IllegalArgumentException(
					Tag.describe(tag) + " is " + length + " bytes; " + vr + " holds at most 65534 (PS3.5 7.1.2)");
			}
			out.write(header.array(), 0, header.position());
		}

		private byte[] delimiter(final int tag, final int length) {
			return ByteBuffer.allocate(8)
				.order(order)
				.putShort((short) Tag.group(tag))
				.putShort((short) Tag.element(tag))
				.putInt(length)
				.array();
		}

		/** The value in this byte order. Pixel data swap by sample, whatever their VR. */
		private byte[] swapped(final Element element, final Attributes attributes) {
			final byte[] value = element.bytes();
			final boolean isPixelData = element.tag() == Tag.PIXEL_DATA;
			final int size = isPixelData ? attributes.orElse(Tag.BITS_ALLOCATED, 8) / 8 : element.vr().wordSize();
			final boolean isBig = isPixelData ? syntax.bigEndianPixels() : order == ByteOrder.BIG_ENDIAN;
			if (isBig == (attributes.order() == ByteOrder.BIG_ENDIAN) || size < 2) return value;
			for (int i = 0; i + size <= value.length; i += size)
				for (int low = i, high = i + size - 1; low < high; low++, high--) {
					final byte b = value[low];
					value[low] = value[high];
					value[high] = b;
				}
			return value;
		}
	}
}
