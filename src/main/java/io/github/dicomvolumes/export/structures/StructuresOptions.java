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

package io.github.dicomvolumes.export.structures;

import java.util.OptionalInt;

import io.github.dicomvolumes.export.file.Overwriting;
import io.github.dicomvolumes.export.object.NewPatient;
import io.github.dicomvolumes.work.Progress;

/**
 * How to write a structure set.
 *
 * @param label of the set, of which 16 characters are written, and of its new series
 * @param number of the new series; empty for that of the volume that was drawn on and 1000
 * @param patient who is imaged, if no volume says it
 */
public record StructuresOptions(String label, Holes holes, OptionalInt number, NewPatient patient,
	Overwriting overwriting, Progress progress)
{

	/** Holes as keyholes; no file is replaced, nobody listens. */
	public static final StructuresOptions DEFAULT = new StructuresOptions("Contours", Holes.KEYHOLE,
		OptionalInt.empty(), NewPatient.ANONYMOUS, Overwriting.REFUSED, Progress.NONE);

	public StructuresOptions withLabel(final String newLabel) {
		return new StructuresOptions(newLabel, holes, number, patient, overwriting, progress);
	}

	public StructuresOptions withHoles(final Holes newHoles) {
		return new StructuresOptions(label, newHoles, number, patient, overwriting, progress);
	}

	public StructuresOptions withNumber(final int newNumber) {
		return new StructuresOptions(label, holes, OptionalInt.of(newNumber), patient, overwriting, progress);
	}

	public StructuresOptions withPatient(final NewPatient newPatient) {
		return new StructuresOptions(label, holes, number, newPatient, overwriting, progress);
	}

	public StructuresOptions withOverwrite(final boolean overwrite) {
		return new StructuresOptions(label, holes, number, patient, Overwriting.of(overwrite), progress);
	}

	public StructuresOptions withProgress(final Progress listener) {
		return new StructuresOptions(label, holes, number, patient, overwriting, listener);
	}
}
