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

package io.github.dicomvolumes.export.deidentify;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

import io.github.dicomvolumes.work.Progress;

/**
 * How to de-identify.
 *
 * @param keep what is kept beyond the basic profile
 * @param keepsBurnedIn whether files are copied whose pixels may show names
 * @param secret a file from whose bytes pseudonyms, UIDs and shifts of dates follow, the same in every run; it is made
 *        if it is not there. Without one they follow from a secret that nobody gets
 * @param table a CSV file for the old and new identifiers, which must not exist; nobody gets them without one
 */
public record DeidentifyOptions(DateRule dates, Set<Retained> keep, boolean keepsBurnedIn, Optional<Path> secret,
	Optional<Path> table, Progress progress)
{

	/** The strictest ones: nothing is kept, nothing leads back. */
	public static final DeidentifyOptions DEFAULT = new DeidentifyOptions(DateRule.REMOVE, Set.of(), false,
		Optional.empty(), Optional.empty(), Progress.NONE);

	public DeidentifyOptions {
		keep = keep.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(keep));
	}

	public DeidentifyOptions withDates(final DateRule rule) {
		return new DeidentifyOptions(rule, keep, keepsBurnedIn, secret, table, progress);
	}

	public DeidentifyOptions withKeep(final Set<Retained> kept) {
		return new DeidentifyOptions(dates, kept, keepsBurnedIn, secret, table, progress);
	}

	public DeidentifyOptions withBurnedIn(final boolean kept) {
		return new DeidentifyOptions(dates, keep, kept, secret, table, progress);
	}

	/** @param file null for none */
	public DeidentifyOptions withSecret(final Path file) {
		return new DeidentifyOptions(dates, keep, keepsBurnedIn, Optional.ofNullable(file), table, progress);
	}

	/** @param file null for none */
	public DeidentifyOptions withTable(final Path file) {
		return new DeidentifyOptions(dates, keep, keepsBurnedIn, secret, Optional.ofNullable(file), progress);
	}

	public DeidentifyOptions withProgress(final Progress listener) {
		return new DeidentifyOptions(dates, keep, keepsBurnedIn, secret, table, listener);
	}
}
