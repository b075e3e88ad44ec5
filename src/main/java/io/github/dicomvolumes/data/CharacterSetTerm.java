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
import java.util.Locale;

/**
 * One value of Specific Character Set (0008,0005), a defined term of PS3.3 C.12.1.1.2.
 *
 * @param key "100" for "ISO_IR 100" and "ISO 2022 IR 100", also as people misspell it; else the term; empty for the
 *        default
 */
record CharacterSetTerm(String key) {

	static CharacterSetTerm of(final String term) {
		String key = term.toUpperCase(Locale.ROOT).replace('_', ' ').replace('-', ' ');
		if (key.startsWith("ISO 2022 ")) key = key.substring(9);
		else if (key.startsWith("ISO IR ")) key = key.substring(4);
		return new CharacterSetTerm(key.startsWith("IR ") ? key.substring(3) : key);
	}

	/** Whether the set is used without escape sequences: UTF-8, GB18030 and GBK (PS3.5 6.1.2.5.4). */
	boolean standsAlone() {
		return key.equals("192") || key.equals("GB18030") || key.equals("GBK");
	}

	/** Whether it is the default, ASCII. */
	boolean isDefault() {
		return key.isEmpty() || key.equals("6");
	}

	/** The set that a value begins with; null if the term is unknown or Java is without it. */
	Charset charset() {
		return Designation.charset(switch (key) {
			case "", "6", "100", "87", "159" -> "ISO-8859-1"; // the last two only after an escape
			case "101" -> "ISO-8859-2";
			case "109" -> "ISO-8859-3";
			case "110" -> "ISO-8859-4";
			case "144" -> "ISO-8859-5";
			case "127" -> "ISO-8859-6";
			case "126" -> "ISO-8859-7";
			case "138" -> "ISO-8859-8";
			case "148" -> "ISO-8859-9";
			case "203" -> "ISO-8859-15";
			case "13" -> "Shift_JIS"; // JIS X 0201, and what some write instead
			case "166" -> "TIS-620";
			case "149" -> "EUC-KR";
			case "58" -> "GB2312";
			case "192" -> "UTF-8";
			case "GB18030" -> "GB18030";
			case "GBK" -> "GBK";
			default -> "";
		});
	}
}
