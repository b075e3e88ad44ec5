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

package io.github.dicomvolumes.export.series;

import java.util.Objects;
import java.util.OptionalInt;

import io.github.dicomvolumes.data.Disclosure;
import io.github.dicomvolumes.export.file.Overwriting;
import io.github.dicomvolumes.export.object.NewPatient;
import io.github.dicomvolumes.work.Progress;

/**
 * How to write a DICOM series.
 *
 * @param isRle whether pixels are compressed without loss (PS3.5 annex G)
 * @param description Series Description; empty for the source's with what was done
 * @param number Series Number; empty for the source's and 1000 more
 * @param derivation how the image was made, for people and programs that read its files: Derivation Description
 * @param patient who is said to be imaged if no source may tell it
 * @param shown whether the source tells it: patient, study and all else that may identify the patient
 * @param overwriting whether files of the same names are replaced
 */
public record SeriesOptions(SeriesKind kind, boolean isRle, String description, OptionalInt number, String derivation,
	NewPatient patient, Disclosure shown, Overwriting overwriting, Progress progress)
{

	/** As the source, not compressed; no file is replaced, nobody listens. */
	public static final SeriesOptions DEFAULT = new SeriesOptions(SeriesKind.AS_SOURCE, false, "", OptionalInt.empty(),
		"", NewPatient.ANONYMOUS, Disclosure.SHOW, Overwriting.REFUSED, Progress.NONE);

	public SeriesOptions {
		Objects.requireNonNull(kind);
	}

	public SeriesOptions withKind(final SeriesKind newKind) {
		return new SeriesOptions(newKind, isRle, description, number, derivation, patient, shown, overwriting,
			progress);
	}

	public SeriesOptions withRle(final boolean rle) {
		return new SeriesOptions(kind, rle, description, number, derivation, patient, shown, overwriting, progress);
	}

	public SeriesOptions withDescription(final String newDescription) {
		return new SeriesOptions(kind, isRle, newDescription, number, derivation, patient, shown, overwriting,
			progress);
	}

	/** @param newNumber 0 or more */
	public SeriesOptions withNumber(final int newNumber) {
		return new SeriesOptions(kind, isRle, description, OptionalInt.of(newNumber), derivation, patient, shown,
			overwriting, progress);
	}

	public SeriesOptions withDerivation(final String newDerivation) {
		return new SeriesOptions(kind, isRle, description, number, newDerivation, patient, shown, overwriting,
			progress);
	}

	public SeriesOptions withPatient(final NewPatient newPatient) {
		return new SeriesOptions(kind, isRle, description, number, derivation, newPatient, shown, overwriting,
			progress);
	}

	/** @param isShown HIDE for a new patient and study, and nothing that may identify the old one */
	public SeriesOptions withSourcePatient(final Disclosure isShown) {
		return new SeriesOptions(kind, isRle, description, number, derivation, patient, isShown, overwriting, progress);
	}

	public SeriesOptions withOverwrite(final boolean overwrite) {
		return new SeriesOptions(kind, isRle, description, number, derivation, patient, shown,
			Overwriting.of(overwrite), progress);
	}

	public SeriesOptions withProgress(final Progress listener) {
		return new SeriesOptions(kind, isRle, description, number, derivation, patient, shown, overwriting, listener);
	}
}
