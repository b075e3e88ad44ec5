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

import java.util.EnumSet;
import java.util.Set;

/**
 * The value representations: how the value of a data element is written (PS3.5 6.2).
 */
public enum VR {

	AE, AS, AT, CS, DA, DS, DT, FD, FL, IS, LO, LT, OB, OD, OF, OL, OV, OW, PN, SH, SL, SQ, SS, ST, SV, TM, UC, UI, UL,
	UN, UR, US, UT, UV;

	private static final Set<VR> LONG_LENGTH = EnumSet.of(OB, OD, OF, OL, OV, OW, SQ, SV, UC, UN, UR, UT, UV);
	private static final VR[] ALL = values();
	private static final VR[] BY_LETTERS = byLetters();

	/**
	 * The value representation of two ASCII letters.
	 *
	 * @return null if no value representation has these letters
	 */
	public static VR of(final int first, final int second) {
		final int i = first - 'A', j = second - 'A';
		return i < 0 || j < 0 || i > 25 || j > 25 ? null : BY_LETTERS[26 * i + j];
	}

	/** The value representation at a place in the order of declaration. */
	static VR ofOrdinal(final int ordinal) {
		return ALL[ordinal];
	}

	/**
	 * Whether an explicit element of this VR has two reserved bytes and a length of four bytes instead of a length of
	 * two (PS3.5 7.1.2).
	 */
	public boolean hasLongLength() {
		return LONG_LENGTH.contains(this);
	}

	/** Whether the value is characters rather than binary numbers or bytes. */
	public boolean isText() {
		return switch (this) {
			case AE, AS, CS, DA, DS, DT, IS, LO, LT, PN, SH, ST, TM, UC, UI, UR, UT -> true;
			default -> false;
		};
	}

	/** Whether a backslash separates values; it is an ordinary character in the others. */
	public boolean isMultiText() {
		return isText() && this != LT && this != ST && this != UR && this != UT;
	}

	/** Whether the characters depend on Specific Character Set (PS3.5 6.1.2.3). */
	public boolean usesCharacterSet() {
		return switch (this) {
			case LO, LT, PN, SH, ST, UC, UT -> true;
			default -> false;
		};
	}

	/** Bytes of one binary number or of one word that swaps with the byte order; 1 for text and bytes. */
	public int wordSize() {
		return switch (this) {
			case AT, OW, SS, US -> 2;
			case FL, OF, OL, SL, UL -> 4;
			case FD, OD, OV, SV, UV -> 8;
			default -> 1;
		};
	}

	/** The byte that fills a value up to even length: a space for text, else 0 (PS3.5 6.2). */
	public byte padding() {
		return (byte) (isText() && this != UI ? ' ' : 0);
	}

	private static VR[] byLetters() {
		final VR[] table = new VR[26 * 26];
		for (final VR vr : ALL)
			table[26 * (vr.name().charAt(0) - 'A') + vr.name().charAt(1) - 'A'] = vr;
		return table;
	}
}
