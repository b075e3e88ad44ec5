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

import static io.github.dicomvolumes.volume.pet.RequiredValues.bad;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.data.Dictionary;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.pixels.FrameCoding;
import io.github.dicomvolumes.pixels.RealWorldValueMapping;
import io.github.dicomvolumes.pixels.Rescale;

/**
 * SUV of enhanced PET (PS3.3 A.56), whose Real World Value Mapping says what its values are: SUV, which then only has
 * to be taken, or activity in Bq/ml, from which it is calculated. Other than classic PET it names the time that the
 * decay was corrected to, and the dose is in MBq.
 */
final class EnhancedPet {

	private static final int DECAY_CORRECTED = Dictionary.tag("DecayCorrected");
	private static final int ATTENUATION_CORRECTED = Dictionary.tag("AttenuationCorrected");
	private static final int DECAY_CORRECTION_TIME = Dictionary.tag("DecayCorrectionDateTime");

	/** In MBq; several times what anybody gets, and less than any number of Bq. */
	private static final double MOST_DOSE = 1e4;

	private EnhancedPet() {}

	/**
	 * The factor of a frame.
	 *
	 * @param values from stored values to those that the factor is for
	 * @param wanted that kind is taken if the file has it
	 * @throws DicomException if there is none; the message says tag, value and rule
	 */
	static FileFactor factor(final Attributes pet, final FrameCoding values, final SuvKind wanted)
		throws DicomException
	{
		final List<RealWorldValueMapping> mappings = RealWorldValueMapping.of(pet);
		final Optional<FileFactor> named = ofUnit(mappings, values, wanted);
		if (named.isPresent()) return named.get();
		final Optional<FileFactor> byWeight = ofUnit(mappings, values, SuvKind.BODY_WEIGHT);
		if (byWeight.isPresent()) return byWeight.get();
		for (final RealWorldValueMapping mapping : mappings)
			if (mapping.rescale().unit().equals("g/ml"))
				return ofSuv(ClassicPet.ofSuv(pet, "BW").kind(), mapping, values);
		for (final RealWorldValueMapping mapping : mappings)
			if (mapping.rescale().unit().equals("Bq/ml")) return ofActivity(pet, ratio(mapping, values));
		throw new DicomException(Tag.describe(Tag.REAL_WORLD_VALUE_MAPPING_SEQUENCE) + " has the units " +
			mappings.stream().map(m -> m.rescale().unit()).collect(Collectors.joining(", ")) +
			"; {SUVbw}g/ml or Bq/ml is needed for SUV.");
	}

	private static Optional<FileFactor> ofUnit(final List<RealWorldValueMapping> mappings, final FrameCoding values,
		final SuvKind kind) throws DicomException
	{
		for (final RealWorldValueMapping mapping : mappings)
			if (kind.isUnit(mapping.rescale().unit())) return Optional.of(ofSuv(kind, mapping, values));
		return Optional.empty();
	}

	private static FileFactor ofSuv(final SuvKind kind, final RealWorldValueMapping mapping, final FrameCoding values)
		throws DicomException
	{
		final double ratio = ratio(mapping, values);
		return new FileFactor(kind, ratio,
			ratio == 1 ? "the values are " + kind.label() + " already, in " + mapping.rescale().unit()
				: "values * " + ratio + " by " + Tag.describe(Tag.REAL_WORLD_VALUE_MAPPING_SEQUENCE) + " to " +
					mapping.rescale().unit());
	}

	/** What turns values into those of a mapping. */
	private static double ratio(final RealWorldValueMapping mapping, final FrameCoding values) throws DicomException {
		final Rescale to = mapping.rescale(), from = values.rescale();
		final boolean isTable = mapping.table().isPresent() || values.table().isPresent();
		if (isTable ? to.unit().equals(from.unit()) : to.sameLineAs(from)) return 1;
		final double ratio = to.slope() / from.slope();
		final double offset = to.intercept() - ratio * from.intercept();
		if (isTable || Math.abs(offset) > 1e-6 * Math.abs(to.slope()))
			throw new DicomException(Tag.describe(Tag.REAL_WORLD_VALUE_MAPPING_SEQUENCE) + " has " + mapping +
				", the values are " + from + "; one must be a multiple of the other for SUV.");
		return ratio;
	}

	private static FileFactor ofActivity(final Attributes pet, final double toActivity) throws DicomException {
		for (final int tag : new int[] { ATTENUATION_CORRECTED, DECAY_CORRECTED })
			if (!pet.orElse(tag, "").equals("YES"))
				throw bad(pet, tag, "it must be YES: values without correction of attenuation and decay give no SUV");
		final Injection injection = Injection.of(pet);
		final double weight = new BodySize(pet).weight();
		final double dose = RequiredValues.positive(injection.item(), Injection.DOSE, "MBq");
		if (dose > MOST_DOSE || dose * 1e6 < Injection.LEAST_DOSE) throw bad(injection.item(), Injection.DOSE,
			"it must be in MBq (PS3.3 C.8.22.4), perhaps it is in another unit: correct the files");
		final LocalDateTime corrected = time(pet, DECAY_CORRECTION_TIME, pet);
		final LocalDateTime start = time(injection.item(), Injection.START_DATE_TIME, pet);
		if (start.isAfter(corrected)) throw bad(injection.item(), Injection.START_DATE_TIME,
			"it must not be after the time that the decay was corrected to, " + corrected);
		return injection.decayed(toActivity == 1 ? "" : "values * " + toActivity + " = Bq/ml; ", toActivity, weight,
			dose * 1e6, Duration.between(start, corrected), "injection " + start + ", decay corrected to " + corrected);
	}

	private static LocalDateTime time(final Attributes attributes, final int tag, final Attributes pet)
		throws DicomException
	{
		return PetClock.dateTime(attributes.optional(tag), pet)
			.orElseThrow(() -> bad(attributes, tag, "it must be a date with a time"));
	}
}
