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

package io.github.dicomvolumes.pixels;

import java.util.OptionalDouble;
import java.util.function.Consumer;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.NumberText;
import io.github.dicomvolumes.data.Tag;

/**
 * The line from stored to real values: real = slope * stored + intercept (PS3.3 C.11.1.1).
 *
 * @param slope finite, not 0
 * @param intercept finite, in {@code unit}
 * @param unit of the real values, as people write it, such as "HU" or "Bq/ml"; empty if unknown
 */
public record Rescale(double slope, double intercept, String unit) {

	/** Real values are the stored ones, of unknown unit. */
	public static final Rescale IDENTITY = new Rescale(1, 0, "");

	/** How much slopes or intercepts may differ, relative to the greater one, and still be the same. */
	private static final double TOLERANCE = 1e-6;

	/** @throws IllegalArgumentException if slope or intercept are unusable */
	public Rescale {
		if (slope == 0 || !Double.isFinite(slope) || !Double.isFinite(intercept))
			throw new IllegalArgumentException("No line: slope " + slope + ", intercept " + intercept);
	}

	/**
	 * The line that the attributes of a frame state. A slope that is missing or 0 becomes 1, a missing intercept 0.
	 * <p>
	 * Dose is stored * Dose Grid Scaling in Dose Units (PS3.3 C.8.8.3), a fractional segmentation is stored / Maximum
	 * Fractional Value (PS3.3 C.8.20.2).
	 * <p>
	 * The unit is Units (0054,1001) of PET, else Rescale Type, where "US" means unspecified. Rescale Type may be left
	 * out of CT images where it is HU (PS3.3 Table C.8-3): a CT rescale without it is in HU, unless the image is a
	 * localizer, whose values need not be HU, or of a multi-energy acquisition, which has to state its type.
	 *
	 * @param notes takes a sentence for each value that was assumed; a frame with neither slope nor intercept is normal
	 */
	public static Rescale of(final Attributes attributes, final Consumer<String> notes) {
		final OptionalDouble dose = attributes.number(Tag.DOSE_GRID_SCALING),
			most = attributes.number(Tag.MAXIMUM_FRACTIONAL_VALUE);
		final boolean isDose = isUsable(dose);
		if (!isDose && attributes.orElse(Tag.MODALITY, "").equals("RTDOSE")) notes
			.accept(Tag.describe(Tag.DOSE_GRID_SCALING) + " is " + attributes.orElse(Tag.DOSE_GRID_SCALING, "missing") +
				"; it must be a number other than 0, without it the values are no dose.");
		if (isDose) return new Rescale(dose.getAsDouble(), 0, UnitTerm.written(attributes.orElse(Tag.DOSE_UNITS, "")));
		if (most.orElse(0) >= 1 && isUsable(most)) return new Rescale(1 / most.getAsDouble(), 0, "");
		if (!isStated(attributes)) return new Rescale(1, 0, unit(attributes, false));
		OptionalDouble slope = attributes.number(Tag.RESCALE_SLOPE);
		if (!isUsable(slope)) slope = assume(attributes, Tag.RESCALE_SLOPE, "a number other than 0", 1, notes);
		OptionalDouble intercept = attributes.number(Tag.RESCALE_INTERCEPT);
		if (!Double.isFinite(intercept.orElse(Double.NaN)))
			intercept = assume(attributes, Tag.RESCALE_INTERCEPT, "a number", 0, notes);
		return new Rescale(slope.getAsDouble(), intercept.getAsDouble(), unit(attributes, true));
	}

	private static boolean isUsable(final OptionalDouble factor) {
		return factor.orElse(0) != 0 && Double.isFinite(factor.getAsDouble());
	}

	/** Whether the data set has a line, or a part of one. */
	static boolean isStated(final Attributes attributes) {
		return attributes.contains(Tag.RESCALE_SLOPE) || attributes.contains(Tag.RESCALE_INTERCEPT);
	}

	/**
	 * The identity to real values of the unit that a type term names (PS3.3 C.11.1.1.2), where "US" means unspecified.
	 */
	static Rescale identity(final String type) {
		return new Rescale(1, 0, UnitTerm.written(type));
	}

	/** The real value, in {@code unit}. */
	public double real(final double stored) {
		return slope * stored + intercept;
	}

	/** The stored value of a real one, not rounded. */
	public double stored(final double real) {
		return (real - intercept) / slope;
	}

	public boolean isIdentity() {
		return slope == 1 && intercept == 0;
	}

	/**
	 * Whether slope and intercept are the same, each relative to its size: slopes of PET are as small as 1e-8 and
	 * differ from slice to slice. The unit does not count.
	 */
	public boolean sameLineAs(final Rescale other) {
		return sameSlopeAs(other) && sameInterceptAs(other);
	}

	boolean sameSlopeAs(final Rescale other) {
		return same(slope, other.slope);
	}

	boolean sameInterceptAs(final Rescale other) {
		return same(intercept, other.intercept);
	}

	/** For people: "1 * stored - 1024 HU". */
	@Override
	public String toString() {
		return NumberText.exact(slope) + " * stored" + (intercept < 0 ? " - " : " + ") +
			NumberText.exact(Math.abs(intercept)) + (unit.isEmpty() ? "" : " " + unit);
	}

	private static boolean same(final double a, final double b) {
		return Math.abs(a - b) <= TOLERANCE * Math.max(Math.abs(a), Math.abs(b));
	}

	private static OptionalDouble assume(final Attributes attributes, final int tag, final String rule,
		final int assumed, final Consumer<String> notes)
	{
		final String text = attributes.orElse(tag, "missing");
		notes.accept(Tag.describe(tag) + " is " + text + "; it must be " + rule + ", " + assumed + " assumed.");
		return OptionalDouble.of(assumed);
	}

	private static String unit(final Attributes attributes, final boolean rescaled) {
		final String type = attributes.orElse(Tag.UNITS, attributes.orElse(Tag.RESCALE_TYPE, ""));
		if (!type.isEmpty()) return UnitTerm.written(type);
		final boolean hounsfield = rescaled && attributes.orElse(Tag.MODALITY, "").equals("CT") &&
			!attributes.strings(Tag.IMAGE_TYPE).contains("LOCALIZER") &&
			!attributes.orElse(Tag.MULTIENERGY_CT_ACQUISITION, "").equals("YES");
		return hounsfield ? "HU" : "";
	}
}
