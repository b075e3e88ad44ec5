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

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.TransferSyntax;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How one frame codes its values: the bytes of its pixels, the way from stored to real values, and the values that are
 * no image.
 *
 * @param rescale the line to real values; where there is a table, the identity with the unit
 * @param table from stored to real values, in place of the line
 * @param palette the colours of stored values that are indices, which are never rescaled
 * @param component the sample of each pixel, 0-based, that alone is read, as a grey value; -1 if all are
 */
public record FrameCoding(PixelFormat format, Rescale rescale, Optional<ValueTable> table, Optional<Padding> padding,
	Optional<Palette> palette, int component)
{

	/** The coding of pixels without table and palette. */
	public FrameCoding(final PixelFormat format, final Rescale rescale, final Optional<Padding> padding) {
		this(format, rescale, Optional.empty(), padding, Optional.empty(), -1);
	}

	/**
	 * The coding that the attributes of a frame state. A Modality LUT comes before slope and intercept, a Real World
	 * Value Mapping is used where there are neither, or only a line that changes nothing and names no unit, and else
	 * noted.
	 *
	 * @param pixelDataTag of the element that holds the pixels
	 * @param notes takes a sentence for each value that was assumed or ignored
	 * @throws DicomException if the format is unusable
	 */
	public static FrameCoding of(final Attributes attributes, final TransferSyntax syntax, final int pixelDataTag,
		final Consumer<String> notes) throws DicomException
	{
		final PixelFormat format = PixelFormat.of(attributes, syntax, pixelDataTag, notes);
		final Optional<Padding> padding = Padding.of(attributes, format, notes);
		if (!format.photometric().isGrey() && attributes.contains(Tag.ICC_PROFILE))
			notes.accept(Tag.describe(Tag.ICC_PROFILE) + " is there; colours are shown without it.");
		if (!syntax.encapsulated() && format.photometric().isOfCodec())
			notes.accept(Tag.describe(Tag.PHOTOMETRIC_INTERPRETATION) + " is " + format.photometric() +
				", which only a compressed stream can have; uncompressed pixels are taken as RGB.");
		if (format.photometric() == Photometric.PALETTE_COLOR) return new FrameCoding(format, Rescale.IDENTITY,
			Optional.empty(), padding, Optional.of(Palette.of(attributes, format.signed())), -1);
		final Optional<ModalityLut> lut = ModalityLut.of(attributes, format.signed(), notes);
		if (lut.isPresent()) return new FrameCoding(format.signed() ? format.wholeWords() : format,
			Rescale.identity(ModalityLut.item(attributes).orElseThrow().orElse(Tag.MODALITY_LUT_TYPE, "")),
			Optional.of(lut.get()), padding, Optional.empty(), -1);
		final List<RealWorldValueMapping> mappings = RealWorldValueMapping.of(attributes);
		final Rescale rescale = Rescale.of(attributes, notes);
		if (mappings.isEmpty()) return new FrameCoding(format, rescale, padding);
		final RealWorldValueMapping mapping = mappings.get(0);
		final boolean sameLine = mapping.table().isEmpty() && mapping.rescale().sameLineAs(rescale); // but it has a unit
		final boolean saysNothing = rescale.isIdentity() && rescale.unit().isEmpty(); // as in most enhanced PET
		if (saysNothing) return mapped(format, padding, MappedRanges.of(mappings, format), notes);
		if (sameLine) return new FrameCoding(format, mapping.rescale(), padding);
		notes.accept(Tag.describe(Tag.REAL_WORLD_VALUE_MAPPING_SEQUENCE) + " offers " + mapping +
			"; slope and intercept are used.");
		return new FrameCoding(format, rescale, padding);
	}

	/** The coding of values that nothing but mappings says, each for a range of stored values. */
	private static FrameCoding mapped(final PixelFormat format, final Optional<Padding> padding,
		final MappedRanges ranges, final Consumer<String> notes)
	{
		final RealWorldValueMapping first = ranges.parts().get(0);
		if (ranges.isLineFor(format, padding.orElse(null))) return new FrameCoding(format, first.rescale(),
			first.table().map(table -> table), padding, Optional.empty(), -1);
		if (!ranges.coversAll(format, padding.orElse(null)))
			notes.accept(Tag.describe(Tag.REAL_WORLD_VALUE_MAPPING_SEQUENCE) + " maps the stored values " +
				ranges.ranges() + " only; others stay as they are stored, without unit.");
		return new FrameCoding(format, new Rescale(1, 0, first.rescale().unit()), Optional.of(ranges), padding,
			Optional.empty(), -1);
	}

	/** The same, with table and palette of another frame where they are equal: of many frames one is kept. */
	public FrameCoding sharing(final FrameCoding other) {
		return new FrameCoding(format, rescale, table.equals(other.table) ? other.table : table, padding,
			palette.equals(other.palette) ? other.palette : palette, component);
	}

	/** The real value of a stored one, in the unit of the line. */
	public double real(final double stored) {
		return table.isPresent() ? table.get().real(stored) : rescale.real(stored);
	}

	/** The same for stored values that are signed, although the data set says that they are not. */
	public FrameCoding asSigned() {
		return with(new PixelFormat(format.columns(), format.rows(), format.samplesPerPixel(), format.bitsAllocated(),
			format.bitsStored(), format.highBit(), true, format.planar(), format.photometric(), format.bigEndian(),
			format.kind()));
	}

	/** The same stored values with real values times a factor; those of a table become those of the line. */
	public FrameCoding times(final double factor, final String unit) {
		return new FrameCoding(format, new Rescale(factor * rescale.slope(), factor * rescale.intercept(), unit),
			Optional.empty(), padding, palette, component);
	}

	/** The same stored values on another line. */
	public FrameCoding onLine(final Rescale line) {
		return new FrameCoding(format, line, Optional.empty(), padding, palette, component);
	}

	/** The same for a plane of another size. */
	public FrameCoding withSize(final int columns, final int rows) {
		return with(format.withSize(columns, rows));
	}

	/** The same for packed samples that were spread to bytes or little endian words. */
	public FrameCoding unpacked() {
		return with(format.unpacked());
	}

	/** The same for one sample of each pixel, 0-based: a grey value. */
	public FrameCoding ofComponent(final int sample) {
		return new FrameCoding(format, Rescale.IDENTITY, Optional.empty(), padding, Optional.empty(), sample);
	}

	/** Whether the values are grey, not colours. */
	public boolean isGrey() {
		return component >= 0 || format.photometric().isGrey();
	}

	/**
	 * What of the format this software cannot read, as a sentence for people; empty if {@link NativeDecoder} reads it.
	 */
	public Optional<String> unsupported() {
		return component < 0 ? format.unsupported() : format.unsupportedComponents();
	}

	/** The same with pixels in another format. */
	FrameCoding with(final PixelFormat other) {
		return new FrameCoding(other, rescale, table, padding, palette, component);
	}

	/**
	 * The stored value of a pixel whose real value was rounded to 32 bits: the nearest whole number for integer pixels.
	 *
	 * @see #floatHoldsStored()
	 */
	public double stored(final float real) {
		if (table.isPresent()) return table.get().stored(real);
		final double stored = rescale.stored(real);
		return format.kind() == PixelFormat.Kind.INTEGER ? Math.rint(stored) : stored;
	}

	/**
	 * Whether {@link #stored} gives back every stored value exactly: the real values are so far apart that rounding
	 * them to 32-bit floating point moves none by half a step.
	 */
	public boolean floatHoldsStored() {
		if (table.isPresent()) return false;
		if (format.kind() != PixelFormat.Kind.INTEGER)
			return format.kind() == PixelFormat.Kind.FLOAT && rescale.isIdentity();
		final double greatest = Math.max(Math.abs(rescale.real(format.minStored())),
			Math.abs(rescale.real(format.maxStored())));
		if (rescale.isIdentity()) return greatest <= 1 << 24;
		// Less than one half, as slope * stored + intercept was itself rounded (to 64 bits).
		return Math.ulp((float) greatest) / 2.0 < 0.49 * Math.abs(rescale.slope());
	}
}
