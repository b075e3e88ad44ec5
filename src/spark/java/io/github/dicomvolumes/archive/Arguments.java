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

package io.github.dicomvolumes.archive;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The words of a command line: a command, what it is about, options with a value and flags.
 *
 * @param words without options
 * @param options by their names without dashes
 */
record Arguments(List<String> words, Map<String, String> options) {

	private static final Set<String> FLAGS = Set.of("csv", "force");
	private static final Set<String> OPTIONS = Set.of("out", "reader", "where", "to");

	/** @throws IllegalArgumentException if an option is unknown or lacks its value, or the command is missing */
	static Arguments of(final List<String> args) {
		final List<String> words = new ArrayList<>();
		final Map<String, String> options = new HashMap<>();
		for (final Iterator<String> rest = args.iterator(); rest.hasNext();) {
			final String word = rest.next();
			if (!word.startsWith("--")) words.add(word);
			else options.put(name(word), FLAGS.contains(name(word)) ? "" : value(word, rest));
		}
		if (words.isEmpty()) throw new IllegalArgumentException("A command is missing.");
		return new Arguments(List.copyOf(words), Map.copyOf(options));
	}

	private static String name(final String word) {
		return word.substring(2);
	}

	private static String value(final String word, final Iterator<String> rest) {
		if (!OPTIONS.contains(name(word))) throw new IllegalArgumentException("There is no option " + word + ".");
		if (!rest.hasNext()) throw new IllegalArgumentException("The option " + word + " needs a value.");
		return rest.next();
	}

	String command() {
		return words.get(0);
	}

	/** The word after the command. */
	String place() {
		return word(1, "a place");
	}

	/** @param what is missing if the word is */
	String word(final int index, final String what) {
		if (words.size() <= index) throw new IllegalArgumentException(command() + " needs " + what + ".");
		return words.get(index);
	}

	/** The value of an option that must be there. */
	String require(final String name) {
		if (!options.containsKey(name)) throw new IllegalArgumentException(command() + " needs --" + name + ".");
		return options.get(name);
	}

	String option(final String name, final String otherwise) {
		return options.getOrDefault(name, otherwise);
	}

	boolean has(final String flag) {
		return options.containsKey(flag);
	}
}
