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

package io.github.dicomvolumes.command.input;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import io.github.dicomvolumes.data.InputException;
import io.github.dicomvolumes.data.Labelled;

/** From the text that a dialog, a macro or a script gives for a key to the constant that it stands for, and back. */
public final class Choices {

	private Choices() {}

	/**
	 * The constant that a text stands for. Upper and lower case need not be right: nobody looked at the value of a
	 * script before.
	 *
	 * @throws InputException naming key, value and what is allowed
	 */
	public static <E extends Enum<E>> E of(final Class<E> type, final String key, final String text) {
		return of(key, text, type.getEnumConstants());
	}

	/** The same of some of the constants of a type. */
	static <E extends Enum<E>> E of(final String key, final String text, final E[] allowed) {
		return Arrays.stream(allowed)
			.filter(constant -> label(constant).equalsIgnoreCase(text))
			.findFirst()
			.orElseThrow(() -> new InputException(key + "=" + text + " is not allowed; it must be one of " +
				Arrays.stream(allowed).map(Choices::label).collect(Collectors.joining(", ")) + "."));
	}

	/** What dialogs and macros call a constant: "As source", if it does not say so itself. */
	public static String label(final Enum<?> constant) {
		if (constant instanceof Labelled labelled) return labelled.label();
		return constant.name().charAt(0) + constant.name().substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
	}

	/** All that are allowed, in their order. */
	public static List<String> labels(final Class<? extends Enum<?>> type) {
		return Arrays.stream(type.getEnumConstants()).map(Choices::label).toList();
	}
}
