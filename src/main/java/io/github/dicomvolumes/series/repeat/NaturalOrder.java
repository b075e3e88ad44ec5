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

package io.github.dicomvolumes.series.repeat;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names with numbers in them, in the order that people expect: IM2 before IM10. */
public enum NaturalOrder implements Comparator<String> {

	INSTANCE;

	private static final Pattern PARTS = Pattern.compile("\\d+|\\D+");

	@Override
	public int compare(final String a, final String b) {
		if (a.equals(b)) return 0; // the frames of one file
		final Matcher left = PARTS.matcher(a), right = PARTS.matcher(b);
		while (true) {
			final boolean more = left.find();
			if (more != right.find()) return more ? 1 : -1;
			if (!more) return a.compareTo(b);
			final int c = compareParts(left.group(), right.group());
			if (c != 0) return c;
		}
	}

	/** As the pattern has it: the digits of other scripts are letters here. */
	private static boolean isDigit(final char c) {
		return c >= '0' && c <= '9';
	}

	private static int compareParts(final String a, final String b) {
		final boolean numbers = isDigit(a.charAt(0)) && isDigit(b.charAt(0));
		return numbers ? new BigInteger(a).compareTo(new BigInteger(b)) : a.compareTo(b);
	}
}
