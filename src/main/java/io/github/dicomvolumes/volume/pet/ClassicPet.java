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

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.data.Dictionary;
import io.github.dicomvolumes.data.Element;
import io.github.dicomvolumes.data.Tag;

/** SUV of classic PET (PS3.3 A.21), whose Units say what its values are: activity, SUV, or counts of Philips. */
final class ClassicPet {

	private static final int CORRECTED_IMAGE = Dictionary.tag("CorrectedImage");
	private static final int DECAY_CORRECTION = Dictionary.tag("DecayCorrection");
	private static final int SUV_TYPE = Dictionary.tag("SUVType");

	private static final String PHILIPS = "Philips PET Private Group";

	private ClassicPet() {}

	/**
	 * The factor of a frame.
	 *
	 * @param acquisitions of all frames of its series
	 * @throws DicomException if there is none; the message says tag, value and rule
	 */
	static FileFactor factor(final Attributes pet, final Acquisitions acquisitions) throws DicomException {
		final String units = pet.require(Tag.UNITS).text();
		return switch (units) {
			case "GML", "CM2ML" -> ofSuv(pet, units.equals("GML") ? "BW" : "BSA");
			case "BQML" -> ofActivity(pet, 1, "", acquisitions);
			case "CNTS" -> ofCounts(pet, acquisitions);
			default -> throw RequiredValues.bad(pet, Tag.UNITS, "BQML, CNTS of Philips, or GML is needed for SUV");
		};
	}

	/**
	 * Values that are SUV.
	 *
	 * @param otherwise the type where SUV Type is missing
	 */
	static FileFactor ofSuv(final Attributes pet, final String otherwise) throws DicomException {
		final String type = pet.orElse(SUV_TYPE, otherwise);
		final SuvKind kind = Arrays.stream(SuvKind.values())
			.filter(k -> k.isType(type))
			.findFirst()
			.orElseThrow(() -> RequiredValues.bad(pet, SUV_TYPE,
				"these values are normalised by something else than weight, lean body mass or body surface"));
		final String said = type.equals(otherwise) ? "" : " (" + Tag.describe(SUV_TYPE) + " is " + type + ")";
		return new FileFactor(kind, 1,
			"the values are " + kind.label() + " already, in " + pet.orElse(Tag.UNITS, kind.unit()) + said);
	}

	/** "(0054,1006) SUV Type is LBM". */
	static String describeType(final Attributes pet) {
		return Tag.describe(SUV_TYPE) + " is " + pet.orElse(SUV_TYPE, "missing");
	}

	/** Philips' own factors; 0 stands for none. */
	private static FileFactor ofCounts(final Attributes pet, final Acquisitions acquisitions) throws DicomException {
		final double suv = ofPhilips(pet, 0x00), activity = ofPhilips(pet, 0x09);
		if (suv > 0) {
			checkCorrections(pet);
			return FileFactor.ofBodyWeight(suv, "counts * " + suv + " from (7053,1000) SUV Scale Factor of " + PHILIPS);
		}
		if (activity > 0) return ofActivity(pet, activity,
			"counts * " + activity + " from (7053,1009) of " + PHILIPS + " = Bq/ml; ", acquisitions);
		throw RequiredValues.bad(pet, Tag.UNITS,
			"counts become SUV only by (7053,1000) or (7053,1009) of \"" + PHILIPS + "\", which have no value here");
	}

	private static double ofPhilips(final Attributes pet, final int element) {
		return pet.optional(PHILIPS, 0x7053, element).map(Element::number).orElse(OptionalDouble.empty()).orElse(0);
	}

	/** @param toActivity what turns the image's values into Bq/ml */
	private static FileFactor ofActivity(final Attributes pet, final double toActivity, final String how,
		final Acquisitions acquisitions) throws DicomException
	{
		checkCorrections(pet);
		final Injection injection = Injection.of(pet);
		final double weight = new BodySize(pet).weight();
		final double dose = RequiredValues.positive(injection.item(), Injection.DOSE, "Bq");
		if (dose < Injection.LEAST_DOSE) throw RequiredValues.bad(injection.item(), Injection.DOSE,
			"it must be in Bq (PS3.3 C.8.9.2) and this is too little to see, perhaps it is in MBq: correct the files");
		if (pet.orElse(DECAY_CORRECTION, "").equals("ADMIN"))
			return FileFactor.ofBodyWeight(toActivity * weight * 1000 / dose,
				how + weight + " kg * 1000 / (" + dose + " Bq, the values being corrected to the administration)");
		final DecayReference reference = DecayReference.of(pet, injection, acquisitions);
		return injection.decayed(how, toActivity, weight, dose, reference.sinceInjection(), reference.text());
	}

	private static void checkCorrections(final Attributes pet) throws DicomException {
		if (!pet.strings(CORRECTED_IMAGE).containsAll(List.of("ATTN", "DECY")))
			throw RequiredValues.bad(pet, CORRECTED_IMAGE,
				"it must have ATTN and DECY: values without correction of attenuation and decay give no SUV");
		if (!List.of("START", "ADMIN").contains(pet.orElse(DECAY_CORRECTION, "")))
			throw RequiredValues.bad(pet, DECAY_CORRECTION, "it must be START or ADMIN");
	}
}
