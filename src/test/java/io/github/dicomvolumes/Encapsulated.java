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

package io.github.dicomvolumes;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.AttributesBuilder;
import io.github.dicomvolumes.data.Element;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.TransferSyntax;
import io.github.dicomvolumes.data.VR;
import io.github.dicomvolumes.export.file.DicomWriter;

/** Writes files with encapsulated pixel data (PS3.5 A.4), right or wrong ones, and compresses with RLE (PS3.5 G). */
public final class Encapsulated {

	public static final String RLE = "1.2.840.10008.1.2.5";
	public static final String JPEG_BASELINE = "1.2.840.10008.1.2.4.50";
	public static final byte[] NO_TABLE = {};

	private static final int ITEM = 0xE000FFFE, DELIMITER = 0xE0DDFFFE;

	private Encapsulated() {}

	/** A file with these fragments in place of the pixel data of a data set. */
	public static byte[] file(final Attributes attributes, final String syntax, final byte[] offsetTable,
		final List<byte[]> fragments)
	{
		return file(attributes, syntax, -1, items(offsetTable, fragments));
	}

	/**
	 * @param length of the pixel data as the file says, -1 for undefined
	 * @param value the pixel data
	 */
	public static byte[] file(final Attributes attributes, final String syntax, final int length, final byte[] value) {
		final AttributesBuilder header = Attributes.builder();
		for (final Element element : attributes.elements())
			if (element.vr() == VR.SQ) header.put(element.tag(), attributes.items(element.tag()));
			else if (element.tag() != Tag.PIXEL_DATA) header.put(element.tag(), element.vr(), element.bytes());
		final var out = new ByteArrayOutputStream();
		out.writeBytes(new DicomWriter(TransferSyntax.of(syntax), true, false).toBytes(header.build()));
		out.writeBytes(
			little(12).putInt(0x00107FE0).put((byte) 'O').put((byte) 'B').putShort((short) 0).putInt(length).array());
		out.writeBytes(value);
		return out.toByteArray();
	}

	/** Offset table, fragments, delimiter. */
	public static byte[] items(final byte[] offsetTable, final List<byte[]> fragments) {
		final var out = new ByteArrayOutputStream();
		item(out, offsetTable);
		fragments.forEach(fragment -> item(out, fragment));
		out.writeBytes(little(8).putInt(DELIMITER).putInt(0).array());
		return out.toByteArray();
	}

	/** A Basic Offset Table. */
	public static byte[] table(final int... offsets) {
		final ByteBuffer table = little(4 * offsets.length);
		for (final int offset : offsets)
			table.putInt(offset);
		return table.array();
	}

	/** A file with the pixel data of a data set, little endian, compressed by RLE: one frame. */
	public static byte[] rleFile(final Attributes attributes) {
		return file(attributes, RLE, NO_TABLE, List.of(rle(attributes.optional(Tag.PIXEL_DATA).orElseThrow().bytes(),
			attributes.orElse(Tag.SAMPLES_PER_PIXEL, 1), attributes.orElse(Tag.BITS_ALLOCATED, 8) / 8)));
	}

	/** A frame as RLE: a segment for each byte of each sample, high bytes first, all runs literal. */
	public static byte[] rle(final byte[] frame, final int samples, final int bytes) {
		final ByteBuffer header = little(64).putInt(samples * bytes);
		final var segments = new ByteArrayOutputStream();
		for (int sample = 0; sample < samples; sample++)
			for (int high = bytes - 1; high >= 0; high--) {
				header.putInt(64 + segments.size());
				segments.writeBytes(literals(frame, sample * bytes + high, samples * bytes));
			}
		final var out = new ByteArrayOutputStream();
		out.writeBytes(header.array());
		out.writeBytes(segments.toByteArray());
		return out.toByteArray();
	}

	private static byte[] literals(final byte[] frame, final int first, final int step) {
		final var out = new ByteArrayOutputStream();
		for (int i = first; i < frame.length;) {
			final int n = Math.min(128, (frame.length - i + step - 1) / step);
			out.write(n - 1);
			for (int k = 0; k < n; k++, i += step)
				out.write(frame[i]);
		}
		if (out.size() % 2 != 0) out.write(0);
		return out.toByteArray();
	}

	private static void item(final ByteArrayOutputStream out, final byte[] value) {
		final int padded = value.length + (value.length & 1);
		out.writeBytes(little(8).putInt(ITEM).putInt(padded).array());
		out.writeBytes(value);
		if (padded > value.length) out.write(0);
	}

	private static ByteBuffer little(final int bytes) {
		return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
	}
}
