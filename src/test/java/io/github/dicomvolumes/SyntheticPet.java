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

package io.github.dicomvolumes;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Dictionary;
import io.github.dicomvolumes.data.Tag;

/** PET series that have all that SUV needs. */
public final class SyntheticPet {

	private SyntheticPet() {}

	/** @param weight of the patient, kg */
	public static SyntheticSeries of(final String weight) {
		return of(new SyntheticSeries("pet"), weight, "6586");
	}

	/**
	 * Gives a series what SUV needs: 370 MBq, injected an hour before.
	 *
	 * @param weight of the patient, kg
	 * @param halfLife s
	 */
	public static SyntheticSeries of(final SyntheticSeries series, final String weight, final String halfLife) {
		return series.modality("PT")
			.with(Tag.UNITS, "BQML")
			.with(Dictionary.tag("CorrectedImage"), "ATTN", "DECY")
			.with(Dictionary.tag("DecayCorrection"), "START")
			.with(Dictionary.tag("PatientWeight"), weight)
			.with(Dictionary.tag("SeriesDate"), "20200101")
			.with(Dictionary.tag("SeriesTime"), "120000")
			.with(Tag.ACQUISITION_TIME, "120000")
			.with(Dictionary.tag("RadiopharmaceuticalInformationSequence"),
				Attributes.builder()
					.put(Dictionary.tag("RadionuclideTotalDose"), "370000000")
					.put(Dictionary.tag("RadionuclideHalfLife"), halfLife)
					.put(Dictionary.tag("RadiopharmaceuticalStartTime"), "110000")
					.build());
	}
}
