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

package io.github.dicomvolumes.data;

import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.Map;

/**
 * The sets that an escape sequence puts in the place of the bytes 21 to 7E (low) or A0 to FF (high): PS3.3 tables
 * C.12-3 and C.12-4, and some that Japanese and Chinese systems write besides.
 */
enum Designation {

	LATIN_1("100", "-A", "ISO-8859-1"), LATIN_2("101", "-B", "ISO-8859-2"), LATIN_3("109", "-C", "ISO-8859-3"),
	LATIN_4("110", "-D", "ISO-8859-4"), CYRILLIC("144", "-L", "ISO-8859-5"), ARABIC("127", "-G", "ISO-8859-6"),
	GREEK("126", "-F", "ISO-8859-7"), HEBREW("138", "-H", "ISO-8859-8"), LATIN_5("148", "-M", "ISO-8859-9"),
	LATIN_9("203", "-b", "ISO-8859-15"), THAI("166", "-T", "TIS-620"), KATAKANA("13", ")I", "Shift_JIS"),
	JIS_X_0208("87", "$B", "EUC-JP", 2, 0), JIS_X_0212("159", "$(D", "EUC-JP", 2, 0x8F),
	KS_X_1001("149", "$)C", "EUC-KR"), GB_2312("58", "$)A", "GB2312"), LOW_KATAKANA("-", "(I", "Shift_JIS", 1, 0),
	JIS_C_6226("-", "$@", "EUC-JP", 2, 0), LONG_JIS_X_0208("-", "$(B", "EUC-JP", 2, 0),
	HIGH_JIS_X_0208("-", "$)B", "EUC-JP"), LOW_KS_X_1001("-", "$(C", "EUC-KR", 2, 0),
	LOW_GB_2312("-", "$(A", "GB2312", 2, 0), SHORT_GB_2312("-", "$A", "GB2312", 2, 0);

	static final Map<String, Designation> BY_SEQUENCE = new HashMap<>();
	static {
		for (final Designation set : values())
			BY_SEQUENCE.put(set.sequence, set);
	}

	/** The number of the term, "-" where there is none. */
	final String key;
	/** What follows ESC. */
	final String sequence;
	final boolean high;
	/** Bytes of a character of a low set. */
	final int width;
	/** What the charset wants before the bytes of a low set, with their high bits; 0 for nothing. */
	final int prefix;
	private final String name;

	/** A high set. */
	Designation(final String key, final String sequence, final String name) {
		this(key, sequence, name, 0, 0);
	}

	Designation(final String key, final String sequence, final String name, final int width, final int prefix) {
		this.key = key;
		this.sequence = sequence;
		this.name = name;
		this.width = width;
		this.prefix = prefix;
		high = width == 0;
	}

	/** Null if Java is without it. */
	Charset charset() {
		return charset(name);
	}

	/** The set that Java has by a name; null if the name is empty or Java is without the set. */
	static Charset charset(final String name) {
		return !name.isEmpty() && Charset.isSupported(name) ? Charset.forName(name) : null;
	}

	/** The bytes of a character after the escape sequence; null if it is not in this set. */
	byte[] bytes(final String character) {
		final byte[] bytes = highBytes(charset(), character);
		if (bytes == null || high) return bytes;
		final int skip = prefix == 0 ? 0 : 1;
		if (bytes.length != width + skip || skip == 1 && (bytes[0] & 0xFF) != prefix ||
			skip == 0 && width == 2 && (bytes[0] & 0xFF) < 0xA1) return null;
		final byte[] low = new byte[width];
		for (int i = 0; i < width; i++)
			low[i] = (byte) (bytes[i + skip] & 0x7F);
		return low;
	}

	/** The bytes of a character in a set, all above 7F; null if it is not in there. */
	static byte[] highBytes(final Charset charset, final String character) {
		if (!charset.newEncoder().canEncode(character)) return null;
		final byte[] bytes = character.getBytes(charset);
		for (final byte b : bytes)
			if (b >= 0) return null;
		final boolean katakana = charset.name().equals("Shift_JIS");
		return katakana && bytes.length > 1 ? null : bytes;
	}
}
