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

import java.time.Duration;
import java.util.List;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.data.Dictionary;
import io.github.dicomvolumes.data.Tag;

/**
 * What was injected.
 *
 * @param item of Radiopharmaceutical Information Sequence
 */
record Injection(Attributes item) {

	static final int DOSE = Dictionary.tag("RadionuclideTotalDose");
	static final int START_DATE_TIME = Dictionary.tag("RadiopharmaceuticalStartDateTime");
	private static final int SEQUENCE = Dictionary.tag("RadiopharmaceuticalInformationSequence");
	private static final int HALF_LIFE = Dictionary.tag("RadionuclideHalfLife");

	/** In Bq; a mouse gets ten times as much, and less is a number of MBq. */
	static final double LEAST_DOSE = 1e5;

	/** In half-lives; one thousandth of the activity is left then, and one of the times is wrong. */
	private static final double LONGEST_DECAY = 10;

	/** @throws DicomException unless there was one */
	static Injection of(final Attributes pet) throws DicomException {
		final List<Attributes> items = pet.items(SEQUENCE);
		if (items.size() == 1) return new Injection(items.get(0));
		throw new DicomException(
			Tag.describe(SEQUENCE) + " has " + items.size() + " items; one injection is needed for SUV.");
	}

	/** In s. */
	double halfLife() throws DicomException {
		return RequiredValues.positive(item, HALF_LIFE, "s");
	}

	/**
	 * The factor by body weight of values that are decay-corrected to some time.
	 *
	 * @param how what was done before, for people
	 * @param toActivity what turns the values into Bq/ml
	 * @param weight in kg
	 * @param dose in Bq
	 * @param times for people
	 */
	FileFactor decayed(final String how, final double toActivity, final double weight, final double dose,
		final Duration sinceInjection, final String times) throws DicomException
	{
		final double seconds = sinceInjection.toMillis() / 1000.0, halfLife = halfLife();
		if (seconds > LONGEST_DECAY * halfLife) throw new DicomException(
			"From the injection to the scan (" + times + ") it is " + seconds + " s, more than " + (int) LONGEST_DECAY +
				" half-lives of " + halfLife + " s; one of the times must be wrong.");
		return FileFactor.ofBodyWeight(toActivity * weight * 1000 / (dose * Math.pow(2, -seconds / halfLife)),
			how + weight + " kg * 1000 / (" + dose + " Bq * 2^(-" + seconds + " s / " + halfLife + " s)); " + times);
	}
}
