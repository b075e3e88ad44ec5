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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes that mean text in every character set of PS3.3 C.12.1.1.2. In this test {@code ~} stands for ESC. */
class CharacterSetTest {

	// -- One set --

	@ParameterizedTest
	@CsvSource({ //
		"ISO_IR 100, Buc^J\\xE9r\\xF4me, Buc^Jérôme", //
		"ISO_IR 101, W\\xB1\\xB3\\xEAsa, Wąłęsa", //
		"ISO_IR 109, \\xA1al Far, Ħal Far", //
		"ISO_IR 110, \\xA2, ĸ", //
		"ISO_IR 144, \\xBB\\xEE\\xDAce\\xDC\\xD1yp\\xD3, Люкceмбypг", //
		"ISO_IR 127, \\xE2\\xC8\\xC7\\xE6\\xEA^\\xE4\\xE6\\xD2\\xC7\\xD1, قباني^لنزار", //
		"ISO_IR 126, \\xC4\\xE9\\xEF\\xED\\xF5\\xF3\\xE9\\xEF\\xF2, Διονυσιος", //
		"ISO_IR 138, \\xF9\\xF8\\xE5\\xEF^\\xE3\\xE1\\xE5\\xF8\\xE4, שרון^דבורה", //
		"ISO_IR 148, \\xDEi\\xFEli, Şişli", //
		"ISO_IR 203, 5 \\xA4, 5 €", //
		"ISO_IR 166, \\xA1, ก", //
		"ISO_IR 13, \\xD4\\xCF\\xC0\\xDE^\\xC0\\xDB\\xB3, ﾔﾏﾀﾞ^ﾀﾛｳ", //
		"ISO_IR 192, Wang=\\xE7\\x8E\\x8B, Wang=王", //
		"GB18030, Wang^XiaoDong=\\xCD\\xF5^\\xD0\\xA1\\xB6\\xAB, Wang^XiaoDong=王^小东", //
		"GB18030, \\x81\\x39\\xEE\\x39, 㐀", //
		"GBK, \\xCD\\xF5^\\xD0\\xA1\\xB6\\xAB, 王^小东", //
		"iso-ir_100, \\xE9, é", // as some spell it
		"ISO_IR 6, a, a" })
	void one(final String term, final String bytes, final String text) {
		assertEquals(text, decode(term, bytes, VR.PN));
		assertArrayEquals(bytes(bytes), CharacterSet.of(List.of(term)).encode(text, VR.PN));
	}

	@Test
	void halfOfACharacterIsNoBackslash() {
		for (final String bytes : List.of("GB18030 \\x81\\x5C", "GBK \\x81\\x5C")) {
			final String[] parts = bytes.split(" ");
			assertEquals(List.of("乗", "b"), strings(parts[0], parts[1] + "\\x5Cb"));
		}
		assertEquals(List.of("表", "b"), strings("ISO_IR 13", "\\x95\\x5C\\x5Cb")); // Shift_JIS
		assertEquals(List.of("倍", "b"), strings("\\ISO 2022 IR 87", "~$BG\\x5C~(B\\x5Cb"));
	}

	/** The byte 5C is the yen sign in JIS X 0201 but separates values (PS3.5 6.2). */
	@Test
	void yenSeparatesValues() {
		assertEquals(List.of("ﾔ", "ﾏ"), strings("ISO_IR 13", "\\xD4\\x5C\\xCF"));
	}

	// -- Several sets: the examples of PS3.5 annexes H to K --

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { //
		"\\ISO 2022 IR 87 | Yamada^Tarou=~$B;3ED~(B^~$BB@O:~(B=~$B$d$^$@~(B^~$B$?$m$&~(B |" +
			"Yamada^Tarou=山田^太郎=やまだ^たろう", //
		"ISO 2022 IR 13\\ISO 2022 IR 87 | " +
			"\\xD4\\xCF\\xC0\\xDE^\\xC0\\xDB\\xB3=~$B;3ED~(J^~$BB@O:~(J=~$B$d$^$@~(J^~$B$?$m$&~(J |" +
			"ﾔﾏﾀﾞ^ﾀﾛｳ=山田^太郎=やまだ^たろう", //
		"\\ISO 2022 IR 149 | Hong^Gildong=~$)C\\xFB\\xF3^~$)C\\xD1\\xCE\\xD4\\xD7=" +
			"~$)C\\xC8\\xAB^~$)C\\xB1\\xE6\\xB5\\xBF | Hong^Gildong=洪^吉洞=홍^길동", //
		"\\ISO 2022 IR 58 | Zhang^XiaoDong=~$)A\\xD5\\xC5^~$)A\\xD0\\xA1\\xB6\\xAB= |" + "Zhang^XiaoDong=张^小东=", //
		"\\ISO 2022 IR 159 | ~$(Dl?~(B | 鷗", //
		"ISO 2022 IR 100\\ISO 2022 IR 144\\ISO 2022 IR 126 | \\xE9 ~-L\\xBB ~-F\\xC4 ~-A\\xE9 | é Л Δ é", //
		"ISO 2022 IR 6\\ISO 2022 IR 13 | ~)I\\xD4 | ﾔ", //
		"\\ISO 2022 IR 101\\ISO 2022 IR 109\\ISO 2022 IR 110\\ISO 2022 IR 127 |" +
			"~-B\\xB1~-C\\xA1~-D\\xA2~-G\\xE2 | ąĦĸق", //
		"\\ISO 2022 IR 138\\ISO 2022 IR 148\\ISO 2022 IR 166\\ISO 2022 IR 203 |" +
			"~-H\\xF9~-M\\xDE~-T\\xA1~-b\\xA4 | שŞก€", //
		"ISO 2022 IR 149 | \\xC8\\xAB^\\xB1\\xE6\\xB5\\xBF | 홍^길동", // what Korean files do without escapes
		"ISO_IR 100 | ~$B;3ED~(B | 山田" }) // not announced
	void several(final String terms, final String bytes, final String text) {
		assertEquals(text, decode(terms, bytes, VR.PN));
	}

	@Test
	void whatEndsTheEffectOfAnEscape() {
		for (final String end : List.of("\r\n", "\n", "\f", "\t"))
			assertEquals("중" + end + "é",
				decode("ISO 2022 IR 100\\ISO 2022 IR 149", "~$)C\\xC1\\xDF" + end + "\\xE9", VR.LT));
		assertEquals("중\\é", decode("ISO 2022 IR 100\\ISO 2022 IR 149", "~$)C\\xC1\\xDF\\x5C\\xE9", VR.LO));
		assertEquals("중\\중", decode("ISO 2022 IR 100\\ISO 2022 IR 149", "~$)C\\xC1\\xDF\\x5C\\xC1\\xDF", VR.LT)); // no separator in LT
		assertEquals("중^é=é", decode("ISO 2022 IR 100\\ISO 2022 IR 149", "~$)C\\xC1\\xDF^\\xE9=\\xE9", VR.PN));
		assertEquals("중^중=중",
			decode("ISO 2022 IR 100\\ISO 2022 IR 149", "~$)C\\xC1\\xDF^\\xC1\\xDF=\\xC1\\xDF", VR.LO));
		assertEquals("山\r\na", decode("\\ISO 2022 IR 87", "~$B;3\r\na", VR.LT));
	}

	// -- What is wrong --

	@Test
	void unknownTermsShowEveryByte() {
		final CharacterSet unknown = CharacterSet.of(List.of("ISO_IR 999"));
		assertEquals(List.of("ISO_IR 999"), unknown.unknown());
		assertEquals("aéÿ", decode("ISO_IR 999", "a\\xE9\\xFF", VR.LO));
		assertEquals(List.of("X"), CharacterSet.of(List.of("ISO 2022 IR 6", "X", "ISO 2022 IR 87")).unknown());
		assertEquals(List.of(), CharacterSet.of(List.of("", "ISO 2022 IR 87")).unknown());
		assertEquals(CharacterSet.DEFAULT, CharacterSet.of(List.of()));
		assertEquals(CharacterSet.DEFAULT, CharacterSet.of(List.of("")));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { //
		"ISO_IR 192 | M\\xFCller | Müller", "ISO_IR 192 | \\xE7\\x8E | ç\u008E", //
		"GB18030 | a\\xCD | aÍ", "ISO 2022 IR 149 | \\xC8 b | È b", //
		"\\ISO 2022 IR 87 | ~$B;3E | 山E", "\\ISO 2022 IR 87 | ~$B;~(BE | ;E", //
		"\\ISO 2022 IR 87 | a~ | 'a\u001B'", "\\ISO 2022 IR 87 | a~$ | a\u001B$", //
		"\\ISO 2022 IR 87 | a~$( | a\u001B$(", "\\ISO 2022 IR 87 | a~%Gb | a\u001B%Gb", //
		"\\ISO 2022 IR 87 | ~$B;3\\xE9 | 山é", "ISO_IR 192 | a~(B | a\u001B(B" })
	void brokenBytesStay(final String terms, final String bytes, final String text) {
		assertEquals(text, decode(terms, bytes, VR.LO));
	}

	@ParameterizedTest
	@ValueSource(strings = { "\u001B", "\u001B$B", "\u001B$B;3\u001B(B", "\u001B-A\u00E9\u001B-L\u00BB", "\u001B$",
		"\u001B$)C\u00C8", "\u001B$B;\n", "\u00C8", "\u001B$$$$$$$" })
	void aMegabyteInLinearTime(final String pattern) {
		final byte[] bytes = pattern.repeat((1 << 20) / pattern.length()).getBytes(StandardCharsets.ISO_8859_1);
		for (final String terms : List.of("\\ISO 2022 IR 87\\ISO 2022 IR 149", "ISO_IR 192", "GB18030", "ISO_IR 13"))
			assertTimeout(Duration.ofSeconds(5), () -> set(terms).decode(bytes, VR.LT));
	}

	@Test
	void anyBytesDecode() {
		final Random random = new Random(8);
		for (int round = 0; round < 20_000; round++) {
			final byte[] bytes = new byte[random.nextInt(12)];
			for (int i = 0; i < bytes.length; i++)
				bytes[i] = random.nextBoolean() ? (byte) random.nextInt()
					: (byte) "\u001B$()-BADCI\\^=\n".charAt(random.nextInt(14));
			for (final String terms : List.of("\\ISO 2022 IR 87", "ISO_IR 192", "GB18030", "ISO 2022 IR 149", "GBK",
				"ISO_IR 13", "ISO_IR 127"))
				assertTrue(set(terms).decode(bytes, VR.PN).length() <= bytes.length);
		}
	}

	// -- Encoding --

	@Test
	void whatIsEncodedIsDecoded() {
		encodeAndDecode("ISO_IR 100", "éÿ");
		encodeAndDecode("ISO_IR 192", "é山😀");
		encodeAndDecode("GB18030", "é山😀乗");
		encodeAndDecode("GBK", "山乗");
		encodeAndDecode("ISO_IR 13", "ﾔﾏ");
		encodeAndDecode("ISO 2022 IR 13\\ISO 2022 IR 87", "ﾔ山田倍");
		encodeAndDecode("\\ISO 2022 IR 87\\ISO 2022 IR 159\\ISO 2022 IR 149\\ISO 2022 IR 58", "山鷗홍길张");
		encodeAndDecode("ISO 2022 IR 100\\ISO 2022 IR 101\\ISO 2022 IR 144\\ISO 2022 IR 126\\" + "ISO 2022 IR 127",
			"éąЛΔق");
		encodeAndDecode("\\ISO 2022 IR 138\\ISO 2022 IR 148\\ISO 2022 IR 166\\ISO 2022 IR 203", "שŞก€");
	}

	private static void encodeAndDecode(final String terms, final String alphabet) {
		final Random random = new Random(9);
		final int[] characters = (alphabet + "a ^=\\\t\r\n").codePoints().toArray();
		for (int round = 0; round < 1000; round++) {
			final StringBuilder text = new StringBuilder();
			for (int i = random.nextInt(12); i > 0; i--)
				text.appendCodePoint(characters[random.nextInt(characters.length)]);
			for (final VR vr : List.of(VR.PN, VR.LO, VR.LT)) {
				final byte[] bytes = set(terms).encode(text.toString(), vr);
				assertEquals(text.toString(), set(terms).decode(bytes, vr), terms);
			}
		}
	}

	@Test
	void whatTheSetHasNotIsRefused() {
		final var exc = assertThrows(IllegalArgumentException.class, () -> CharacterSet.DEFAULT.encode("山", VR.LO));
		assertTrue(exc.getMessage().contains("ISO_IR 192"), exc.getMessage());
		assertThrows(IllegalArgumentException.class, () -> set("\\ISO 2022 IR 87").encode("홍", VR.LO));
	}

	private static CharacterSet set(final String terms) {
		return CharacterSet.of(List.of(terms.split("\\\\", -1)));
	}

	private static String decode(final String terms, final String bytes, final VR vr) {
		return set(terms).decode(bytes(bytes), vr);
	}

	private static List<String> strings(final String terms, final String bytes) {
		return Attributes.builder()
			.put(Tag.SPECIFIC_CHARACTER_SET, terms)
			.put(Tag.STUDY_DESCRIPTION, VR.LO, bytes(bytes))
			.build()
			.strings(Tag.STUDY_DESCRIPTION);
	}

	/** Latin-1 with backslash, x and two digits for any byte, and ~ for ESC. */
	private static byte[] bytes(final String text) {
		final StringBuilder sb = new StringBuilder();
		for (int i = 0; i < text.length(); i++) {
			final char c = text.charAt(i);
			if (c == '\\') {
				sb.append((char) Integer.parseInt(text.substring(i + 2, i + 4), 16));
				i += 3;
			}
			else sb.append(c == '~' ? '\u001B' : c);
		}
		return sb.toString().getBytes(StandardCharsets.ISO_8859_1);
	}
}
