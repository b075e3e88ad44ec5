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

package io.github.dicomvolumes.hostile;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Values that files ought not to have. */
final class Values {

	private static final double[] NUMBERS = { 0, 1, -1, 2, 3, 4, 5, 7, 8, 9, 12, 15, 16, 17, 24, 31, 32, 33, 63, 64, 65,
		100, 127, 128, 255, 256, 257, 1000, 4095, 4096, 32767, 32768, 65534, 65535, 65536, 100000, 1 << 24,
		Integer.MAX_VALUE, Integer.MIN_VALUE, 4294967295.0, 1e10, 1e18, 1e19, 0.5, 0.1, 1e-3, 1e-9, 1e-300, 1e300,
		1e308, -0.0, -2, -3, -0.001, -128, -32768, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY };

	private static final String[] TEXTS = { "", " ", "\\", "\\\\\\", "0", "-", "+", ".", "1e", "1E400", "--1", "1,5",
		"0x10", "NaN", "Infinity", "\u0001\u0002", "\0\0", "\u00ff\u00fe", "\u001b$B", "a\nb", "=1+1", "%s%d",
		"MONOCHROME1", "MONOCHROME2", "RGB", "YBR_FULL", "YBR_FULL_422", "YBR_PARTIAL_420", "YBR_ICT", "YBR_RCT",
		"PALETTE COLOR", "ARGB", "CMYK", "HSV", "XYB", "ORIGINAL\\PRIMARY\\M\\ND\\MOSAIC", "DERIVED\\SECONDARY",
		"BINARY", "FRACTIONAL", "LABELMAP", "PROBABILITY", "OCCUPANCY", "ISO_IR 192", "ISO_IR 100", "\\ISO 2022 IR 87",
		"ISO 2022 IR 149", "GB18030", "ISO_IR 999", "20200230", "99999999", "000000", "235960.999999",
		"20200101120000.5+9999", "CT", "MR", "PT", "NM", "US", "SEG", "RTDOSE", "RTSTRUCT", "RTPLAN", "SM", "OT", "XA",
		"DYNAMIC", "RECON TOMO", "GATED", "STATIC", "TOMO", "GRAYSCALE", "US", "SS", "BQML", "CNTS", "GML", "GY",
		"RELATIVE", "SHARED", "YES", "NO", "TILED_FULL", "TILED_SPARSE", "VOLUME", "LINEAR_EXACT", "SIGMOID", "HFS",
		"1.2.840.10008.5.1.4.1.1.2.1", "1.2.840.10008.5.1.4.1.1.4.1", "1.2.840.10008.5.1.4.1.1.66.4",
		"1.2.840.10008.5.1.4.1.1.66.7", "1.2.840.10008.5.1.4.1.1.77.1.6", "1.2.840.10008.5.1.4.1.1.481.2",
		"1.2.840.10008.5.1.4.1.1.481.3", "1.2.840.10008.5.1.4.1.1.20", "1.2.840.10008.5.1.4.1.1.30",
		"1.2.840.10008.5.1.4.1.1.6.2", "1.2.840.10008.5.1.4.1.1.3.1", "1.2.840.10008.5.1.4.1.1.128",
		"1.2.840.10008.1.3.10", "..", "1..2", "1.2.03" };

	private Values() {}

	/** Padded to an even length. */
	static byte[] text(final String text) {
		return (text.length() % 2 == 0 ? text : text + " ").getBytes(StandardCharsets.ISO_8859_1);
	}

	static String randomText(final Random random) {
		final String text = TEXTS[random.nextInt(TEXTS.length)];
		return random.nextInt(20) > 0 ? text : (text + "x").repeat(1 + random.nextInt(3000));
	}

	/** A number that is odd in itself, or near another. */
	static double number(final Random random, final double old) {
		return switch (random.nextInt(6)) {
			case 0 -> old + 1 - 2 * random.nextInt(2);
			case 1 -> old * (random.nextBoolean() ? 2 : 0.5);
			case 2 -> -old;
			case 3 -> random.nextInt(300) - 20;
			default -> NUMBERS[random.nextInt(NUMBERS.length)];
		};
	}

	/** Numbers as an element of a VR has them. */
	static byte[] numbers(final String vr, final double... numbers) {
		if (vr.equals("DS")) return text(
			join(numbers, n -> n == Math.rint(n) && Math.abs(n) < 1e15 ? Long.toString((long) n) : Double.toString(n)));
		if (vr.equals("IS")) return text(join(numbers, n -> Long.toString((long) n)));
		if (Tags.TEXT.contains(vr)) return text(join(numbers, Double::toString));
		final int word = Tags.wordSize(vr);
		final ByteBuffer out = ByteBuffer.allocate(word * numbers.length + (word * numbers.length & 1))
			.order(ByteOrder.LITTLE_ENDIAN);
		for (final double n : numbers)
			put(out, vr, word, n);
		return out.array();
	}

	private static void put(final ByteBuffer out, final String vr, final int word, final double n) {
		switch (word) {
			case 2 -> out.putShort((short) (long) n);
			case 4 ->
				out.putInt(vr.endsWith("F") || vr.equals("FL") ? Float.floatToIntBits((float) n) : (int) (long) n);
			case 8 -> out.putLong(vr.endsWith("D") ? Double.doubleToLongBits(n) : (long) n);
			default -> out.put((byte) (long) n);
		}
	}

	/** The numbers of an element; none if it has other things. */
	static double[] numbers(final Node node) {
		if (node.value == null) return new double[0];
		if (node.isText()) return parsed(new String(node.value, StandardCharsets.ISO_8859_1));
		final int word = Tags.wordSize(node.vr);
		final ByteBuffer in = ByteBuffer.wrap(node.value).order(ByteOrder.LITTLE_ENDIAN);
		return IntStream.range(0, Math.min(64, node.value.length / word)).mapToDouble(i -> switch (word) {
			case 2 -> node.vr.equals("SS") ? in.getShort(2 * i) : in.getShort(2 * i) & 0xFFFF;
			case 4 -> node.vr.equals("FL") ? in.getFloat(4 * i) : in.getInt(4 * i);
			case 8 -> node.vr.equals("FD") ? in.getDouble(8 * i) : in.getLong(8 * i);
			default -> in.get(i);
		}).toArray();
	}

	private static double[] parsed(final String text) {
		final String[] parts = text.trim().split("\\\\");
		final double[] numbers = new double[parts.length];
		for (int i = 0; i < parts.length; i++) {
			if (!parts[i].trim().matches("[-+]?[0-9.]+([eE][-+]?[0-9]+)?")) return new double[0];
			try {
				numbers[i] = Double.parseDouble(parts[i].trim());
			}
			catch (final NumberFormatException exc) {
				return new double[0];
			}
		}
		return numbers;
	}

	private static String join(final double[] numbers, final java.util.function.DoubleFunction<String> text) {
		return IntStream.range(0, numbers.length)
			.mapToObj(i -> text.apply(numbers[i]))
			.collect(Collectors.joining("\\"));
	}

	/** The bytes of each word in the opposite order; a rest stays. */
	static byte[] swapped(final byte[] bytes, final int word) {
		final byte[] swapped = bytes.clone();
		for (int at = 0; at + word <= bytes.length; at += word)
			for (int i = 0; i < word; i++)
				swapped[at + i] = bytes[at + word - 1 - i];
		return swapped;
	}
}
