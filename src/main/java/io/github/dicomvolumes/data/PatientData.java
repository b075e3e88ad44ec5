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
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Whether people see what may identify a patient: the attributes of the Basic Application Level Confidentiality Profile
 * (PS3.15 Table E.1-1), the few {@link BeyondProfile} and all private ones, with names of files and folders, which
 * often are a patient's name.
 * <p>
 * This is about what is shown. It changes no file and no {@link Attributes}, and it is no de-identification: pixels,
 * and what others wrote into attributes that the profile does not name, stay.
 */
public enum PatientData {

	SHOW, HIDE;

	/** What is shown in place of a value. */
	public static final String HIDDEN = "(hidden)";

	/** Whether the value of an attribute, and with it that of the items of a sequence, is not to be seen. */
	public boolean hides(final int tag) {
		return this == HIDE && (Profile.INSTANCE.contains(tag) || BeyondProfile.contains(tag));
	}

	/**
	 * What is hidden in the items of a sequence: all, if the sequence is.
	 *
	 * @param hidden among the attributes around it
	 */
	public static IntPredicate within(final IntPredicate hidden, final int sequence) {
		return hidden.test(sequence) ? tag -> true : hidden;
	}

	/** The value of an attribute as people may see it; an empty one stays empty. */
	public String shown(final int tag, final String value) {
		return hides(tag) && !value.isEmpty() ? HIDDEN : value;
	}

	/** The name of a file, or a text that may contain one, as people may see it; an empty one stays empty. */
	public String shown(final String name) {
		return this == HIDE && !name.isEmpty() ? HIDDEN : name;
	}

	/**
	 * The attributes of {@code confidentiality.txt}, read on first use; all of them are hidden, whatever their action.
	 */
	private static final class Profile {

		static final Profile INSTANCE = new Profile();

		private final Set<Integer> tags = new HashSet<>(2048);

		/** Pairs of the tag with 0 for each x, and the mask with 0 for each x and F for each digit. */
		private final List<int[]> patterns = new ArrayList<>();

		private Profile() {
			try (final var in = PatientData.class.getResourceAsStream("confidentiality.txt")) {
				new String(in.readAllBytes(), StandardCharsets.US_ASCII).lines()
					.filter(line -> !line.startsWith("#"))
					.map(line -> line.substring(0, 8))
					.forEach(this::add);
			}
			catch (final IOException exc) {
				throw new UncheckedIOException("Cannot read the confidentiality profile, confidentiality.txt", exc);
			}
		}

		private void add(final String tag) {
			final int value = Integer.parseUnsignedInt(tag.replace('x', '0'), 16);
			if (tag.indexOf('x') < 0) tags.add(value);
			else patterns
				.add(new int[] { value, Integer.parseUnsignedInt(tag.replaceAll("[^x]", "F").replace('x', '0'), 16) });
		}

		boolean contains(final int tag) {
			return Tag.isPrivate(tag) || tags.contains(tag) || patterns.stream().anyMatch(p -> (tag & p[1]) == p[0]);
		}
	}
}
