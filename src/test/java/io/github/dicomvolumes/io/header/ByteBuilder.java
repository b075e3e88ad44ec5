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

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;

import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.io.source.Source;

/** Assembles DICOM files byte by byte, right or wrong ones. */
public final class ByteBuilder {

	public static final int UNDEFINED = 0xFFFFFFFF;
	public static final String IMPLICIT = "1.2.840.10008.1.2";
	public static final String EXPLICIT = "1.2.840.10008.1.2.1";
	public static final String BIG_ENDIAN = "1.2.840.10008.1.2.2";
	public static final String DEFLATED = "1.2.840.10008.1.2.1.99";
	public static final String JPEG = "1.2.840.10008.1.2.4.50";

	private final ByteOrder order;
	private final ByteArrayOutputStream out = new ByteArrayOutputStream();

	private ByteBuilder(final ByteOrder order) {
		this.order = order;
	}

	public static ByteBuilder little() {
		return new ByteBuilder(ByteOrder.LITTLE_ENDIAN);
	}

	public static ByteBuilder big() {
		return new ByteBuilder(ByteOrder.BIG_ENDIAN);
	}

	/** Preamble and a group 0002 that holds just the Transfer Syntax; without it if null. */
	public static ByteBuilder part10(final String transferSyntax) {
		final var b = little().raw(new byte[128]).text("DICM");
		return transferSyntax == null ? b : b.element(Tag.TRANSFER_SYNTAX_UID, "UI", even(transferSyntax));
	}

	public ByteBuilder raw(final byte... bytes) {
		out.writeBytes(bytes);
		return this;
	}

	public ByteBuilder raw(final ByteBuilder other) {
		return raw(other.bytes());
	}

	public ByteBuilder text(final String text) {
		return raw(text.getBytes(StandardCharsets.ISO_8859_1));
	}

	public ByteBuilder u16(final int... values) {
		for (final int value : values)
			raw(ByteBuffer.allocate(2).order(order).putShort((short) value).array());
		return this;
	}

	public ByteBuilder u32(final int value) {
		return raw(ByteBuffer.allocate(4).order(order).putInt(value).array());
	}

	/** Group and element. */
	public ByteBuilder tag(final int tag) {
		return u16(tag >>> 16, tag & 0xFFFF);
	}

	/** Tag, VR and length as VRs with a 2-byte length have them. */
	public ByteBuilder shortHeader(final int tag, final String vr, final int length) {
		return tag(tag).text(vr).u16(length);
	}

	/** Tag, VR, two reserved bytes and a 4-byte length. */
	public ByteBuilder longHeader(final int tag, final String vr, final int length) {
		return tag(tag).text(vr).u16(0).u32(length);
	}

	/** An explicit element with a 2-byte length. */
	public ByteBuilder element(final int tag, final String vr, final String value) {
		return element(tag, vr, value.getBytes(StandardCharsets.ISO_8859_1));
	}

	public ByteBuilder element(final int tag, final String vr, final byte... value) {
		return shortHeader(tag, vr, value.length).raw(value);
	}

	/** An explicit US element. */
	public ByteBuilder us(final int tag, final int value) {
		return shortHeader(tag, "US", 2).u16(value);
	}

	/** An explicit element with a 4-byte length. */
	public ByteBuilder longElement(final int tag, final String vr, final byte... value) {
		return longHeader(tag, vr, value.length).raw(value);
	}

	public ByteBuilder implicit(final int tag, final byte... value) {
		return tag(tag).u32(value.length).raw(value);
	}

	public ByteBuilder implicit(final int tag, final String value) {
		return implicit(tag, value.getBytes(StandardCharsets.ISO_8859_1));
	}

	/** An item with its length. */
	public ByteBuilder item(final ByteBuilder content) {
		return tag(Tag.ITEM).u32(content.size()).raw(content);
	}

	/** An item of undefined length with its delimiter. */
	public ByteBuilder openItem(final ByteBuilder content) {
		return tag(Tag.ITEM).u32(UNDEFINED).raw(content).endItem();
	}

	public ByteBuilder endItem() {
		return tag(Tag.ITEM_DELIMITATION_ITEM).u32(0);
	}

	public ByteBuilder endSequence() {
		return tag(Tag.SEQUENCE_DELIMITATION_ITEM).u32(0);
	}

	/** SOP Class UID, Rows, Columns and 8-bit pixels "PIXELS", so that it is an image. */
	public ByteBuilder image() {
		return us(Tag.ROWS, 2).us(Tag.COLUMNS, 3)
			.longElement(Tag.PIXEL_DATA, "OB", "PIXELS".getBytes(StandardCharsets.ISO_8859_1));
	}

	public int size() {
		return out.size();
	}

	public byte[] bytes() {
		return out.toByteArray();
	}

	/** This file's bytes in memory. */
	Source source() {
		return source(bytes());
	}

	public static Source source(final byte[] bytes) {
		return new Source() {

			@Override
			public String name() {
				return "bytes in memory";
			}

			@Override
			public long length() {
				return bytes.length;
			}

			@Override
			public ReadableByteChannel open(final long position) {
				final int from = (int) Math.min(position, bytes.length);
				return Channels.newChannel(new java.io.ByteArrayInputStream(bytes, from, bytes.length - from));
			}
		};
	}

	public static byte[] deflate(final byte[] bytes) {
		final var deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
		deflater.setInput(bytes);
		deflater.finish();
		final var out = new ByteArrayOutputStream();
		final byte[] buffer = new byte[8192];
		while (!deflater.finished())
			out.write(buffer, 0, deflater.deflate(buffer));
		deflater.end();
		return out.toByteArray();
	}

	public static String even(final String uid) {
		return uid.length() % 2 == 0 ? uid : uid + '\0';
	}
}
