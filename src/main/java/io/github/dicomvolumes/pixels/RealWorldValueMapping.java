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

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Tag;

/**
 * What stored values are in the real world, as an item of Real World Value Mapping Sequence says (PS3.3 C.7.6.16.2.11):
 * a line or a table, for the stored values from one to another.
 *
 * @param label LUT Label, such as "ADC"; empty if there is none
 * @param rescale the line with the unit, a UCUM code; the identity if there is a table
 * @param table in place of the line
 * @param first the least stored value it holds for
 * @param last the greatest
 */
public record RealWorldValueMapping(String label, Rescale rescale, Optional<ModalityLut> table, double first,
	double last)
{

	/** The mappings of a frame that can be used, in the order of the file; often none. */
	public static List<RealWorldValueMapping> of(final Attributes attributes) {
		final List<RealWorldValueMapping> mappings = new ArrayList<>();
		for (final Attributes item : attributes.items(Tag.REAL_WORLD_VALUE_MAPPING_SEQUENCE)) {
			final var mapping = of(item, attributes.orElse(Tag.PIXEL_REPRESENTATION, 0) == 1);
			if (mapping.isPresent()) mappings.add(mapping.get());
		}
		return List.copyOf(mappings);
	}

	private static Optional<RealWorldValueMapping> of(final Attributes item, final boolean signed) {
		final double first = limit(item, Tag.REAL_WORLD_VALUE_FIRST_VALUE_MAPPED,
			Tag.DOUBLE_FLOAT_REAL_WORLD_VALUE_FIRST_VALUE_MAPPED, signed).orElse(Double.NEGATIVE_INFINITY);
		final double last = limit(item, Tag.REAL_WORLD_VALUE_LAST_VALUE_MAPPED,
			Tag.DOUBLE_FLOAT_REAL_WORLD_VALUE_LAST_VALUE_MAPPED, signed).orElse(Double.POSITIVE_INFINITY);
		final String label = item.orElse(Tag.LUT_LABEL, "");
		final String unit = item.items(Tag.MEASUREMENT_UNITS_CODE_SEQUENCE)
			.stream()
			.findFirst()
			.map(code -> code.orElse(Tag.CODE_VALUE, ""))
			.orElse("");
		final double[] table = item.doubles(Tag.REAL_WORLD_VALUE_LUT_DATA);
		if (table.length > 0 && Double.isFinite(first)) return Optional.of(new RealWorldValueMapping(label,
			new Rescale(1, 0, unit), Optional.of(new ModalityLut((int) first, table)), first, last));
		final OptionalDouble slope = item.number(Tag.REAL_WORLD_VALUE_SLOPE);
		final OptionalDouble intercept = item.number(Tag.REAL_WORLD_VALUE_INTERCEPT);
		return !isFinite(slope) || !isFinite(intercept) || slope.getAsDouble() == 0 ? Optional.empty()
			: Optional.of(new RealWorldValueMapping(label,
				new Rescale(slope.getAsDouble(), intercept.getAsDouble(), unit), Optional.empty(), first, last));
	}

	/** The real value of a stored one. */
	double real(final double stored) {
		return table.isPresent() ? table.get().real(stored) : rescale.real(stored);
	}

	/** A stored value with nearly this real one, not rounded. */
	double stored(final double real) {
		return table.isPresent() ? table.get().stored(real) : rescale.stored(real);
	}

	private static boolean isFinite(final OptionalDouble number) {
		return number.isPresent() && Double.isFinite(number.getAsDouble());
	}

	/** A bound, which is of US or SS, whatever its VR, or a double. */
	private static OptionalDouble limit(final Attributes item, final int words, final int number,
		final boolean signed)
	{
		final int[] value = item.optional(words).map(e -> e.words(signed)).orElse(new int[0]);
		return value.length == 1 ? OptionalDouble.of(value[0]) : item.number(number);
	}

	/** For people: "ADC: 0.001 * stored + 0 mm2/s". */
	@Override
	public String toString() {
		return (label.isEmpty() ? "" : label + ": ") +
			(table.isPresent() ? "a table, " + rescale.unit() : rescale.toString());
	}
}
