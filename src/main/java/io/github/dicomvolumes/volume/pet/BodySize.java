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

package io.github.dicomvolumes.volume.pet;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.data.Dictionary;

/**
 * What a patient's body is like, read when it is asked for, as not every kind of SUV needs all.
 *
 * @param pet attributes of a frame
 */
record BodySize(Attributes pet) {

	private static final int WEIGHT = Dictionary.tag("PatientWeight"), HEIGHT = Dictionary.tag("PatientSize"),
		SEX = Dictionary.tag("PatientSex");

	/** In kg: no human weighed as much. */
	private static final double MOST_WEIGHT = 700;

	/** In m: nobody was as tall. */
	private static final double MOST_HEIGHT = 3;

	/**
	 * Patient's Weight, in kg.
	 *
	 * @throws DicomException if it is missing, or a number that must be in another unit
	 */
	double weight() throws DicomException {
		final double weight = RequiredValues.positive(pet, WEIGHT, "kg");
		if (weight <= MOST_WEIGHT) return weight;
		throw RequiredValues.bad(pet, WEIGHT, "it must be in kg (PS3.3 C.7.2.2) and no patient weighs more than " +
			(int) MOST_WEIGHT + " kg, perhaps it is in g: correct the files");
	}

	/**
	 * Patient's Size, in m.
	 *
	 * @throws DicomException if it is missing, or a number that must be in another unit
	 */
	double height() throws DicomException {
		final double height = RequiredValues.positive(pet, HEIGHT, "m");
		if (height <= MOST_HEIGHT) return height;
		throw RequiredValues.bad(pet, HEIGHT, "it must be in m (PS3.3 C.7.2.2) and no patient is taller than " +
			(int) MOST_HEIGHT + " m, perhaps it is in cm: correct the files");
	}

	/** @throws DicomException if Patient's Sex is neither M nor F */
	boolean isMale() throws DicomException {
		final String sex = pet.require(SEX).text();
		return switch (sex) {
			case "M" -> true;
			case "F" -> false;
			default -> throw RequiredValues.bad(pet, SEX, "it must be M or F, for which the lean body mass is known");
		};
	}
}
