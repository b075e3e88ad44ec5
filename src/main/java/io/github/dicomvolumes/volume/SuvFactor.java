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

package io.github.dicomvolumes.volume;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.data.Dictionary;
import io.github.dicomvolumes.data.Element;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.pixels.FrameCoding;
import io.github.dicomvolumes.series.Finding;
import io.github.dicomvolumes.series.object.Frame;

/**
 * What the real values of a PET image are multiplied by to become standardised uptake values by body weight (SUVbw, in
 * g/ml), as the QIBA pseudo-code has it:
 *
 * <pre>
 * factor = weight (kg) * 1000 / (dose (Bq) * 2^(-t / half-life)),  t from the injection to the reference of the decay correction
 * </pre>
 *
 * Nothing is guessed: what is missing or contradicts itself gives no factor but a {@link DicomException} with the
 * reason.
 *
 * @param value g/ml for each unit of the image's values
 * @param derivation how it came about, for people, with the numbers, which are data of the patient
 */
public record SuvFactor(double value, String derivation) {

	private static final int CORRECTED_IMAGE = Dictionary.tag("CorrectedImage");
	private static final int DECAY_CORRECTION = Dictionary.tag("DecayCorrection");
	private static final int SUV_TYPE = Dictionary.tag("SUVType");
	static final int WEIGHT = Dictionary.tag("PatientWeight");
	private static final int RADIOPHARMACEUTICAL = Dictionary.tag("RadiopharmaceuticalInformationSequence");
	static final int DOSE = Dictionary.tag("RadionuclideTotalDose");
	static final int HALF_LIFE = Dictionary.tag("RadionuclideHalfLife");
	static final int START_DATE_TIME = Dictionary.tag("RadiopharmaceuticalStartDateTime");
	private static final int START_TIME = Dictionary.tag("RadiopharmaceuticalStartTime");
	private static final int SERIES_DATE = Dictionary.tag("SeriesDate");
	private static final int SERIES_TIME = Dictionary.tag("SeriesTime");
	private static final int ACQUISITION_DATE = Dictionary.tag("AcquisitionDate");
	private static final int TIMEZONE = Dictionary.tag("TimezoneOffsetFromUTC");
	private static final int ACQUISITION_DATE_TIME = Dictionary.tag("AcquisitionDateTime");

	private static final String PHILIPS = "Philips PET Private Group", GE = "GEMS_PETD_01";

	/** In Bq; a mouse gets ten times as much, and less is a number of MBq. */
	static final double LEAST_DOSE = 1e5;

	/**
	 * An injection at a later time of day than the scan was on the day before, if that makes it at most this long ago.
	 */
	private static final Duration LONGEST_OVER_MIDNIGHT = Duration.ofHours(12);

	/** In half-lives; one thousandth of the activity is left then, and one of the times is wrong. */
	private static final double LONGEST_DECAY = 10;

	/**
	 * The factor of a volume, the same for all its frames.
	 *
	 * @throws DicomException if a frame has none, or they differ; the message says tag, value and rule
	 */
	public static SuvFactor of(final DicomVolume volume) throws DicomException {
		if (volume.isColour()) throw new DicomException(volume.name() + " is in colour; only grey values have an SUV.");
		checkUnit(volume);
		SuvFactor first = null;
		for (final Frame frame : volume.stack().frames().toList()) {
			final SuvFactor factor;
			try {
				factor = of(frame);
			}
			catch (final DicomException exc) {
				throw exc.in(frame.toString());
			}
			if (first == null) first = factor;
			if (Math.abs(factor.value - first.value) > 1e-6 * first.value)
				throw new DicomException(frame + ": the factor is " + factor.value + ", in the first slice it is " +
					first.value + "; it must be one for the whole volume.");
		}
		return first;
	}

	/** SUV of SUV is nothing. */
	private static void checkUnit(final DicomVolume volume) throws DicomException {
		final String unit = coding(volume.stack().first()).rescale().unit();
		if (!volume.unit().isEmpty() && !volume.unit().equals(unit))
			throw new DicomException(volume.name() + " is in " + volume.unit() + ", its files are in " + unit +
				"; SUV is calculated from the values of the files.");
	}

	private static FrameCoding coding(final Frame frame) throws DicomException {
		return FrameCoding.of(frame.attributes(), frame.file().transferSyntax(), frame.file().pixelData().tag(),
			note -> {});
	}

	/** Enhanced PET has no Units, but mappings to real-world values. */
	private static SuvFactor of(final Frame frame) throws DicomException {
		final Attributes pet = frame.attributes();
		if (pet.contains(Tag.UNITS) || pet.items(Tag.REAL_WORLD_VALUE_MAPPING_SEQUENCE).isEmpty()) return of(pet);
		return EnhancedPet.suvFactor(pet, coding(frame).rescale());
	}

	/**
	 * The factor of one frame of classic PET, which has Units.
	 *
	 * @throws DicomException if there is none; the message says tag, value and rule
	 */
	public static SuvFactor of(final Attributes pet) throws DicomException {
		final String units = pet.require(Tag.UNITS).text();
		return switch (units) {
			case "GML" -> ofSuv(pet);
			case "BQML" -> ofActivity(pet, 1, "");
			case "CNTS" -> ofCounts(pet);
			default -> throw bad(pet, Tag.UNITS, "BQML, CNTS of Philips, or GML is needed for SUV");
		};
	}

	/**
	 * The volume in SUVbw, in g/ml as 32-bit; its report has the factor, not the patient's data that it was derived
	 * from.
	 *
	 * @param pet the volume that the factor is of
	 */
	public DicomVolume applyTo(final DicomVolume pet) {
		return pet.times(value, "g/ml", pet.name() + " [SUVbw]", new Finding(Finding.Code.VALUES,
			"SUVbw = " + value + " * values" + (pet.unit().isEmpty() ? "" : " in " + pet.unit())));
	}

	static SuvFactor ofSuv(final Attributes pet) throws DicomException {
		if (!pet.orElse(SUV_TYPE, "BW").equals("BW"))
			throw bad(pet, SUV_TYPE, "these values are normalised by something else than the body weight (BW)");
		return new SuvFactor(1, "the values are SUVbw already, in " + pet.orElse(Tag.UNITS, "g/ml"));
	}

	/** Philips' own factors; 0 stands for none. */
	private static SuvFactor ofCounts(final Attributes pet) throws DicomException {
		final double suv = pet.optional(PHILIPS, 0x7053, 0x00)
			.map(Element::number)
			.orElse(OptionalDouble.empty())
			.orElse(0);
		final double activity = pet.optional(PHILIPS, 0x7053, 0x09)
			.map(Element::number)
			.orElse(OptionalDouble.empty())
			.orElse(0);
		if (suv > 0) {
			checkCorrections(pet);
			return new SuvFactor(suv, "counts * " + suv + " from (7053,1000) SUV Scale Factor of " + PHILIPS);
		}
		if (activity > 0)
			return ofActivity(pet, activity, "counts * " + activity + " from (7053,1009) of " + PHILIPS + " = Bq/ml; ");
		throw bad(pet, Tag.UNITS,
			"counts become SUV only by (7053,1000) or (7053,1009) of \"" + PHILIPS + "\", which have no value here");
	}

	/** @param toActivity what turns the image's values into Bq/ml */
	private static SuvFactor ofActivity(final Attributes pet, final double toActivity, final String how)
		throws DicomException
	{
		checkCorrections(pet);
		final Attributes injection = injection(pet);
		final double weight = positive(pet, WEIGHT, "kg"), dose = positive(injection, DOSE, "Bq");
		if (dose < LEAST_DOSE) throw bad(injection, DOSE,
			"it must be in Bq (PS3.3 C.8.9.2) and this is too little to see, perhaps it is in MBq: correct the files");
		if (pet.orElse(DECAY_CORRECTION, "").equals("ADMIN")) return new SuvFactor(toActivity * weight * 1000 / dose,
			how + weight + " kg * 1000 / (" + dose + " Bq, the values being corrected to the administration)");
		final Reference reference = reference(pet, injection);
		return decayed(how, toActivity, weight, dose, positive(injection, HALF_LIFE, "s"), reference.sinceInjection,
			reference.text);
	}

	/**
	 * The factor of values that are decay-corrected to some time.
	 *
	 * @param weight in kg
	 * @param dose in Bq
	 * @param halfLife in s
	 * @param times for people
	 */
	static SuvFactor decayed(final String how, final double toActivity, final double weight, final double dose,
		final double halfLife, final Duration sinceInjection, final String times) throws DicomException
	{
		final double seconds = sinceInjection.toMillis() / 1000.0;
		if (seconds > LONGEST_DECAY * halfLife) throw new DicomException(
			"From the injection to the scan (" + times + ") it is " + seconds + " s, more than " + (int) LONGEST_DECAY +
				" half-lives of " + halfLife + " s; one of the times must be wrong.");
		return new SuvFactor(toActivity * weight * 1000 / (dose * Math.pow(2, -seconds / halfLife)),
			how + weight + " kg * 1000 / (" + dose + " Bq * 2^(-" + seconds + " s / " + halfLife + " s)); " + times);
	}

	private static void checkCorrections(final Attributes pet) throws DicomException {
		if (!pet.strings(CORRECTED_IMAGE).containsAll(List.of("ATTN", "DECY"))) throw bad(pet, CORRECTED_IMAGE,
			"it must have ATTN and DECY: values without correction of attenuation and decay give no SUV");
		if (!List.of("START", "ADMIN").contains(pet.orElse(DECAY_CORRECTION, "")))
			throw bad(pet, DECAY_CORRECTION, "it must be START or ADMIN");
	}

	/** The one injection. */
	static Attributes injection(final Attributes pet) throws DicomException {
		final List<Attributes> items = pet.items(RADIOPHARMACEUTICAL);
		if (items.size() == 1) return items.get(0);
		throw new DicomException(
			Tag.describe(RADIOPHARMACEUTICAL) + " has " + items.size() + " items; one injection is needed for SUV.");
	}

	// -- Times --

	/**
	 * What the values are decay-corrected to.
	 *
	 * @param sinceInjection not negative
	 */
	private record Reference(Duration sinceInjection, String text) {}

	private static Reference reference(final Attributes pet, final Attributes injection) throws DicomException {
		final LocalDateTime series = pet.require(SERIES_DATE)
			.date()
			.orElseThrow(() -> bad(pet, SERIES_DATE, "it must be a date"))
			.atTime(pet.require(SERIES_TIME).time().orElseThrow(() -> bad(pet, SERIES_TIME, "it must be a time")));
		final Optional<LocalDateTime> acquisition = acquisition(pet);
		LocalDateTime scan = series;
		String text = "scan " + series;
		if (acquisition.isEmpty()) text += " (Series Time; there is no Acquisition Time to check it against)";
		else if (series.isAfter(acquisition.get())) {
			scan = pet.optional(GE, 0x0009, 0x0D)
				.flatMap(Element::dateTime)
				.flatMap(t -> local(t, pet))
				.orElseThrow(() -> new DicomException(Tag.describe(SERIES_TIME) + ": the series is of " + series +
					", after the acquisition at " + acquisition.get() +
					"; it was made later, and the time that the decay was corrected to is not known."));
			text = "scan " + scan + " from (0009,100D) of " + GE;
		}
		return since(scan, text, pet, injection);
	}

	private static Reference since(final LocalDateTime scan, final String text, final Attributes pet,
		final Attributes injection) throws DicomException
	{
		final Optional<LocalDateTime> exact = injection.optional(START_DATE_TIME)
			.flatMap(Element::dateTime)
			.flatMap(t -> local(t, pet));
		LocalDateTime start;
		String when = "";
		if (exact.isPresent()) start = exact.get();
		else {
			final LocalTime time = injection.require(START_TIME)
				.time()
				.orElseThrow(() -> bad(injection, START_TIME, "it must be a time"));
			start = scan.toLocalDate().atTime(time);
			when = " (Start Time, on the day of the scan)";
			if (start.isAfter(scan) && !start.minusDays(1).plus(LONGEST_OVER_MIDNIGHT).isBefore(scan)) {
				start = start.minusDays(1);
				when = " (Start Time, on the day before the scan)";
			}
		}
		if (start.isAfter(scan)) throw bad(injection, exact.isPresent() ? START_DATE_TIME : START_TIME,
			"it must not be after the scan (" + text + ")");
		return new Reference(Duration.of(start.until(scan, ChronoUnit.MILLIS), ChronoUnit.MILLIS),
			"injection " + start + when + ", " + text);
	}

	private static Optional<LocalDateTime> acquisition(final Attributes pet) {
		final Optional<LocalDateTime> whole = pet.optional(ACQUISITION_DATE_TIME)
			.flatMap(Element::dateTime)
			.flatMap(t -> local(t, pet));
		if (whole.isPresent()) return whole;
		final Optional<LocalDate> date = pet.optional(ACQUISITION_DATE)
			.or(() -> pet.optional(SERIES_DATE))
			.flatMap(Element::date);
		final Optional<LocalTime> time = pet.optional(Tag.ACQUISITION_TIME).flatMap(Element::time);
		return date.isPresent() && time.isPresent() ? Optional.of(date.get().atTime(time.get())) : Optional.empty();
	}

	/** The time on the clock of the file, of which one with an offset from UTC says more than the others. */
	static Optional<LocalDateTime> local(final Temporal time, final Attributes pet) {
		if (time instanceof LocalDateTime t) return Optional.of(t);
		if (!(time instanceof OffsetDateTime t)) return Optional.empty();
		try {
			final String clock = pet.orElse(TIMEZONE, "");
			return Optional.of((clock.isEmpty() ? t : t.withOffsetSameInstant(ZoneOffset.of(clock))).toLocalDateTime());
		}
		catch (final DateTimeException exc) {
			return Optional.empty();
		}
	}

	// -- Helpers --

	static double positive(final Attributes attributes, final int tag, final String unit) throws DicomException {
		final double value = attributes.require(tag).number().orElse(0);
		if (value > 0) return value;
		throw bad(attributes, tag, "it must be a positive number, in " + unit);
	}

	static DicomException bad(final Attributes attributes, final int tag, final String rule) {
		final String text = attributes.orElse(tag, "");
		return new DicomException(
			String.format(Locale.ROOT, "%s is %s; %s.", Tag.describe(tag), text.isEmpty() ? "missing" : text, rule));
	}
}
