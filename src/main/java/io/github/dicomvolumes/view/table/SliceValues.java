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

package io.github.dicomvolumes.view.table;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Dictionary;
import io.github.dicomvolumes.data.Element;
import io.github.dicomvolumes.data.InputException;
import io.github.dicomvolumes.data.Listing;
import io.github.dicomvolumes.data.Disclosure;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.VR;
import io.github.dicomvolumes.series.StackShape;
import io.github.dicomvolumes.series.catalog.Stack;
import io.github.dicomvolumes.series.object.Frame;
import io.github.dicomvolumes.volume.DicomVolume;

/**
 * A number for each slice of a volume: of an attribute, or of a column of the {@code DICOM Slices} table.
 *
 * @param name the column or the keyword, spelled as in the standard
 * @param axis what the numbers are, with their unit where it is known: "Acquisition Time (s since slice 1)"
 * @param values in ImageJ's order (channel fastest, then slice, then time), NaN where a slice is missing or has no such
 *        number; times are seconds since the first slice that has one
 */
public record SliceValues(String name, String axis, double[] values) {

	private static final Set<VR> NUMBERS = EnumSet.of(VR.DS, VR.IS, VR.US, VR.SS, VR.UL, VR.SL, VR.UV, VR.SV, VR.FL,
		VR.FD);
	private static final Set<VR> TIMES = EnumSet.of(VR.TM, VR.DT);

	/** Columns of the slice table that hold text. */
	private static final Set<String> TEXTS = Set.of("File", "Note");

	private static final double SECONDS_PER_DAY = 86400;

	public SliceValues {
		values = values.clone();
	}

	@Override
	public double[] values() {
		return values.clone();
	}

	/**
	 * The numbers of a column or of an attribute; of several values the first. A column counts first; upper and lower
	 * case need not be right.
	 *
	 * @throws IllegalArgumentException if there is no such column or attribute, or no number in it, or it is hidden;
	 *         the message says what is allowed
	 */
	public static SliceValues of(final DicomVolume volume, final String keyword, final Disclosure disclosure) {
		final Slices slices = new Slices(volume, disclosure);
		final Optional<String> column = slices.columns().stream().filter(keyword.strip()::equalsIgnoreCase).findFirst();
		final SliceValues found = column.isPresent() ? slices.ofColumn(column.get())
			: slices.ofAttribute(slices.tag(keyword.strip()));
		if (Arrays.stream(found.values).allMatch(Double::isNaN))
			throw new InputException(found.name + " has no number or time in any slice. " + slices.allowed());
		return found;
	}

	/** What is worth plotting: columns of the slice table, then the attributes that differ between slices. */
	public static List<String> keywords(final DicomVolume volume, final Disclosure disclosure) {
		final Slices slices = new Slices(volume, disclosure);
		return Stream.concat(slices.columns().stream(), slices.varying().stream()).distinct().toList();
	}

	/** The planes of a volume in ImageJ's order, and what can be read off them. */
	private static final class Slices {

		private final DicomVolume volume;
		private final Disclosure disclosure;
		private final DataTable table;
		/** Null where a slice is missing. */
		private final Attributes[] slices;

		Slices(final DicomVolume volume, final Disclosure disclosure) {
			this.volume = volume;
			this.disclosure = disclosure;
			table = SliceTable.of(volume, disclosure);
			final Stack stack = volume.stack();
			final StackShape shape = stack.shape();
			slices = new Attributes[shape.planes()];
			for (int i = 0; i < slices.length; i++) {
				final StackShape.Place place = shape.ofStackIndex(i + 1);
				slices[i] = stack.frame(place.slice(), place.channel(), place.time())
					.map(Frame::attributes)
					.orElse(null);
			}
		}

		List<String> columns() {
			return table.columns().stream().filter(c -> !TEXTS.contains(c)).toList();
		}

		SliceValues ofColumn(final String column) {
			final double[] values = new double[slices.length];
			for (int i = 0; i < values.length; i++)
				values[i] = slices[i] == null ? Double.NaN : number(table.get(column, i));
			final String unit = AttributeUnits.ofColumn(column, volume.unit());
			return new SliceValues(column, unit.isEmpty() ? column : column + " (" + unit + ")", values);
		}

		private static double number(final String text) {
			try {
				return Double.parseDouble(text);
			}
			catch (final NumberFormatException exc) {
				return Double.NaN;
			}
		}

		int tag(final String keyword) {
			final OptionalInt tag = Dictionary.findTag(keyword);
			if (tag.isPresent()) return tag.getAsInt();
			return Arrays.stream(slices)
				.filter(s -> s != null)
				.flatMap(s -> s.elements().stream())
				.map(Element::tag)
				.filter(t -> Dictionary.find(t)
					.map(Dictionary.Entry::keyword)
					.filter(keyword::equalsIgnoreCase)
					.isPresent())
				.findFirst()
				.orElseThrow(() -> new InputException("keyword=" + keyword + " is not allowed. " + allowed()));
		}

		SliceValues ofAttribute(final int tag) {
			final Dictionary.Entry entry = Dictionary.find(tag).orElseThrow();
			if (disclosure.hides(tag))
				throw new InputException(Tag.describe(tag) + " is hidden in this image (patient=Hide). " + allowed());
			final List<Element> elements = Arrays.stream(slices)
				.filter(s -> s != null)
				.flatMap(s -> s.optional(tag).stream())
				.toList();
			if (elements.isEmpty())
				throw new InputException(Tag.describe(tag) + " is in no slice of this volume. " + allowed());
			final VR vr = elements.get(0).vr();
			if (TIMES.contains(vr)) return ofTimes(entry);
			if (!NUMBERS.contains(vr))
				throw new InputException(Tag.describe(tag) + " is no number and no time (VR " + vr + "). " + allowed());
			final boolean several = elements.stream().anyMatch(e -> e.strings().size() > 1);
			final String unit = AttributeUnits.of(entry.keyword(), volume.unit());
			return new SliceValues(entry.keyword(),
				entry.name() + (several ? ", first value" : "") + (unit.isEmpty() ? "" : " (" + unit + ")"),
				each(s -> s.number(tag).orElse(Double.NaN)));
		}

		/** Seconds since the first slice that has the time. */
		private SliceValues ofTimes(final Dictionary.Entry entry) {
			final OptionalInt date = Dictionary.findTag(entry.keyword().replaceFirst("Time$", "Date"));
			final boolean dated = date.isPresent() &&
				Arrays.stream(slices).allMatch(s -> s == null || day(s, date.getAsInt()).isPresent());
			final double[] values = each(s -> seconds(s, entry.tag()) +
				(dated ? SECONDS_PER_DAY * day(s, date.getAsInt()).orElseThrow().toEpochDay() : 0));
			int first = 0;
			while (first < values.length - 1 && Double.isNaN(values[first]))
				first++;
			final double start = values[first];
			final double[] since = Arrays.stream(values).map(v -> Math.rint((v - start) * 1e6) / 1e6).toArray();
			return new SliceValues(entry.keyword(), entry.name() + " (s since slice " + (first + 1) + ")", since);
		}

		/** The date that belongs to a time (TM), so that a scan may go on after midnight. */
		private static Optional<LocalDate> day(final Attributes slice, final int tag) {
			return slice.optional(tag).filter(e -> e.vr() == VR.DA).flatMap(Element::date);
		}

		/** Seconds since midnight (TM) or since 1970 (DT). */
		private static double seconds(final Attributes slice, final int tag) {
			final Element element = slice.optional(tag).orElse(null);
			if (element == null) return Double.NaN;
			if (element.vr() == VR.TM) return element.time().map(t -> t.toNanoOfDay() / 1e9).orElse(Double.NaN);
			final Temporal moment = element.dateTime().orElse(null);
			final OffsetDateTime utc = moment instanceof OffsetDateTime exact ? exact
				: moment instanceof LocalDateTime local ? local.atOffset(ZoneOffset.UTC) : null;
			return utc == null ? Double.NaN : utc.toEpochSecond() + utc.getNano() / 1e9;
		}

		private double[] each(final ToDoubleFunction<Attributes> value) {
			return Arrays.stream(slices).mapToDouble(s -> s == null ? Double.NaN : value.applyAsDouble(s)).toArray();
		}

		/** A sentence about what may be plotted. */
		String allowed() {
			final List<String> varying = varying();
			return "Allowed are the columns " + String.join(", ", columns()) +
				" of the DICOM Slices table, and the keyword of an attribute with a number or time" +
				(varying.isEmpty() ? "." : "; in this volume vary " + Listing.of(varying) + ".");
		}

		/** Keywords of the attributes that have a number or time and differ between slices. */
		List<String> varying() {
			final Attributes first = Arrays.stream(slices).filter(s -> s != null).findFirst().orElse(Attributes.EMPTY);
			return first.elements()
				.stream()
				.filter(e -> NUMBERS.contains(e.vr()) || TIMES.contains(e.vr()))
				.map(Element::tag)
				.filter(t -> !disclosure.hides(t) && varies(t))
				.flatMap(t -> Dictionary.find(t).stream())
				.map(Dictionary.Entry::keyword)
				.filter(k -> !k.isEmpty())
				.toList();
		}

		private boolean varies(final int tag) {
			return Arrays.stream(slices)
				.filter(s -> s != null)
				.map(s -> s.strings(tag))
				.distinct()
				.limit(2)
				.count() > 1;
		}
	}
}
