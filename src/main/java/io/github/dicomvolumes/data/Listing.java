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

import java.util.Collection;
import java.util.stream.Collectors;

/** Many things in one message: the first of them, and how many more there are. */
public final class Listing {

	/** Words and numbers that a sentence names. */
	public static final int WORDS = 20;

	/** Lines, sentences and labels that a message has. */
	public static final int LINES = 8;

	private Listing() {}

	/** "1 slice", "3 slices". */
	public static String count(final long n, final String what) {
		return n + " " + what + (n == 1 ? "" : "s");
	}

	/** "1, 2, 3 and 5 more". */
	public static String of(final Collection<?> items) {
		return of(items, ", ", WORDS);
	}

	/**
	 * @param separator between two items
	 * @param most items that are named
	 */
	public static String of(final Collection<?> items, final String separator, final int most) {
		final String named = items.stream().limit(most).map(String::valueOf).collect(Collectors.joining(separator));
		return items.size() <= most ? named : named + " and " + (items.size() - most) + " more";
	}

	/**
	 * Each on a line of its own, the first too; "and 5 more" on the last.
	 *
	 * @param indent what each line begins with
	 */
	public static String lines(final Collection<?> items, final String indent) {
		final String start = "\n" + indent;
		final String named = items.stream().limit(LINES).map(item -> start + item).collect(Collectors.joining());
		return items.size() <= LINES ? named : named + start + "and " + (items.size() - LINES) + " more";
	}
}
