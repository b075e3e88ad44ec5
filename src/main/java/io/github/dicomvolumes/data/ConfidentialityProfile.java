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

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The Basic Application Level Confidentiality Profile (PS3.15 Table E.1-1): what becomes of attributes that may
 * identify a patient, and which of the profile's options retain them. With the few {@link BeyondProfile}, which are
 * removed. Read from {@code confidentiality.txt} on first use. Thread-safe.
 */
public final class ConfidentialityProfile {

	private ConfidentialityProfile() {}

	/** What becomes of an attribute (PS3.15 Table E.1-1a). */
	public enum Action {
		/** X: it is removed. */
		REMOVE,
		/** Z: it loses its value, or gets one that says nothing. */
		EMPTY,
		/** D: it gets a value that says nothing. */
		DUMMY,
		/** U: its UIDs are replaced, everywhere by the same. */
		UID;

		private static Action of(final String letter) {
			return switch (letter) {
				case "X" -> REMOVE;
				case "Z" -> EMPTY;
				case "D" -> DUMMY;
				default -> UID; // U, and U* for sequences
			};
		}
	}

	/** The options of the profile that retain an attribute, cleaned where the table says so. */
	public enum Option {
		DATES, DESCRIPTIONS, DEVICE, CHARACTERISTICS
	}

	/**
	 * A row of the table.
	 *
	 * @param actions of the basic profile; of several the object's definition decides (X/Z/D)
	 * @param retaining the options that retain the attribute
	 */
	public record Rule(Set<Action> actions, Set<Option> retaining) {}

	/**
	 * What the profile says of an attribute; empty if it says nothing. Private ones, all to be removed, have no row.
	 */
	public static Optional<Rule> find(final int tag) {
		return Optional.ofNullable(Table.INSTANCE.find(tag));
	}

	/**
	 * The rows of {@code confidentiality.txt}:
	 *
	 * <pre>
	 * 00080023 Z/D Content Date dates      (a tab between columns)
	 * 60xx4000 X Overlay Comments
	 * </pre>
	 */
	private static final class Table {

		static final Table INSTANCE = new Table();

		private static final Rule BEYOND = new Rule(Set.of(Action.REMOVE), Set.of());

		private final Map<Integer, Rule> rules = new HashMap<>(2048);
		private final List<Pattern> patterns = new ArrayList<>();

		/** @param value of the tag with 0 for each x, and the mask with 0 for each x and F for each digit */
		private record Pattern(int value, int mask, Rule rule) {}

		private Table() {
			try (final var in = ConfidentialityProfile.class.getResourceAsStream("confidentiality.txt")) {
				new String(in.readAllBytes(), StandardCharsets.US_ASCII).lines()
					.filter(line -> !line.startsWith("#"))
					.map(line -> line.split("\t"))
					.forEach(columns -> add(columns[0], rule(columns)));
			}
			catch (final IOException exc) {
				throw new UncheckedIOException("Cannot read the confidentiality profile, confidentiality.txt", exc);
			}
		}

		private static Rule rule(final String[] columns) {
			final Set<Action> actions = Arrays.stream(columns[1].split("/"))
				.map(Action::of)
				.collect(Collectors.toCollection(() -> EnumSet.noneOf(Action.class)));
			final Set<Option> retaining = EnumSet.noneOf(Option.class);
			if (columns.length > 3) for (final String option : columns[3].split(" "))
				retaining.add(Option.valueOf(option.toUpperCase(Locale.ROOT)));
			return new Rule(actions, retaining);
		}

		private void add(final String tag, final Rule rule) {
			final int value = Integer.parseUnsignedInt(tag.replace('x', '0'), 16);
			final int mask = Integer.parseUnsignedInt(tag.replaceAll("[^x]", "F").replace('x', '0'), 16);
			if (tag.indexOf('x') < 0) rules.put(value, rule);
			else patterns.add(new Pattern(value, mask, rule));
		}

		Rule find(final int tag) {
			final Rule rule = rules.get(tag);
			if (rule != null || Tag.isPrivate(tag)) return rule;
			for (final Pattern pattern : patterns)
				if ((tag & pattern.mask) == pattern.value) return pattern.rule;
			return BeyondProfile.contains(tag) ? BEYOND : null;
		}
	}
}
