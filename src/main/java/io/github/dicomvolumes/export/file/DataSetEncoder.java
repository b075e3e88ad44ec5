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

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Element;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.TransferSyntax;
import io.github.dicomvolumes.data.VR;

/** Writes the elements of a data set in one encoding (PS3.5 7.1). */
final class DataSetEncoder {

	private static final int UNDEFINED = 0xFFFFFFFF;

	private final TransferSyntax syntax;
	private final boolean undefinedLengths, explicit;
	private final ByteOrder order;
	private final OutputStream out;

	DataSetEncoder(final TransferSyntax syntax, final boolean undefinedLengths, final OutputStream out) {
		this.syntax = syntax;
		this.undefinedLengths = undefinedLengths;
		this.out = out;
		explicit = syntax.explicitVR();
		order = syntax.bigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
	}

	/** @throws IllegalArgumentException if a value is left in a file, or too long for its VR */
	void write(final Attributes attributes) throws IOException {
		for (final Element element : attributes.elements())
			write(element, attributes);
	}

	/** Writes the header of an element, and then what writes its value. */
	void write(final StreamedElement element) throws IOException {
		header(element.tag(), element.vr(), (int) element.length());
		element.value().to(out);
	}

	private void write(final Element element, final Attributes attributes) throws IOException {
		if (element.isLeftInFile())
			throw new IllegalArgumentException(Tag.describe(element.tag()) + " was left in its file");
		if (element.vr() == VR.SQ) {
			sequence(element.tag(), attributes.items(element.tag()));
			return;
		}
		final byte[] value = swapped(element, attributes);
		final int padded = value.length + (value.length & 1);
		header(element.tag(), element.vr(), padded);
		out.write(value);
		if (padded > value.length) out.write(element.vr().padding());
	}

	private void sequence(final int tag, final List<Attributes> items) throws IOException {
		final var content = new ByteArrayOutputStream();
		for (final Attributes item : items) {
			final var bytes = new ByteArrayOutputStream();
			new DataSetEncoder(syntax, undefinedLengths, bytes).write(item);
			content.writeBytes(delimiter(Tag.ITEM, undefinedLengths ? UNDEFINED : bytes.size()));
			bytes.writeTo(content);
			if (undefinedLengths) content.writeBytes(delimiter(Tag.ITEM_DELIMITATION_ITEM, 0));
		}
		if (undefinedLengths) content.writeBytes(delimiter(Tag.SEQUENCE_DELIMITATION_ITEM, 0));
		header(tag, VR.SQ, undefinedLengths ? UNDEFINED : content.size());
		content.writeTo(out);
	}

	private void header(final int tag, final VR vr, final int length) throws IOException {
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
