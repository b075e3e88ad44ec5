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

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Element;
import io.github.dicomvolumes.data.NumberText;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.VR;

/**
 * The stored values that mark pixels outside the image (PS3.3 C.7.5.1.1.2, and C.7.6.24 and C.7.6.25 for floating point
 * pixels). They stay in the data, but do not count for minimum and display range.
 *
 * @param value Pixel Padding Value: what to fill with where there is no image
 * @param limit the other end of the interval, which may be below or above; both ends belong to it
 */
public record Padding(double value, double limit) {

	/**
	 * The padding that a data set states, if any. Pixel Representation tells the sign, whatever the VR. A value that
	 * the stored bits cannot hold is none and is noted.
	 */
	public static Optional<Padding> of(final Attributes attributes, final PixelFormat format,
		final Consumer<String> notes)
	{
		return switch (format.kind()) {
			case FLOAT -> of(attributes.number(Tag.FLOAT_PIXEL_PADDING_VALUE),
				attributes.number(Tag.FLOAT_PIXEL_PADDING_RANGE_LIMIT));
			case DOUBLE -> of(attributes.number(Tag.DOUBLE_FLOAT_PIXEL_PADDING_VALUE),
				attributes.number(Tag.DOUBLE_FLOAT_PIXEL_PADDING_RANGE_LIMIT));
			case INTEGER -> of(stored(attributes, Tag.PIXEL_PADDING_VALUE, format, notes),
				stored(attributes, Tag.PIXEL_PADDING_RANGE_LIMIT, format, notes));
		};
	}

	private static Optional<Padding> of(final OptionalDouble value, final OptionalDouble limit) {
		return value.isEmpty() ? Optional.empty()
			: Optional.of(new Padding(value.getAsDouble(), limit.orElse(value.getAsDouble())));
	}

	public double low() {
		return Math.min(value, limit);
	}

	public double high() {
		return Math.max(value, limit);
	}

	private static OptionalDouble stored(final Attributes attributes, final int tag, final PixelFormat format,
		final Consumer<String> notes)
	{
		final Element element = attributes.optional(tag).orElse(null);
		if (element == null) return OptionalDouble.empty();
		final OptionalDouble stored = stored(element, format.signed());
		if (stored.isPresent() && stored.getAsDouble() >= format.minStored() &&
			stored.getAsDouble() <= format.maxStored()) return stored;
		if (!element.isEmpty()) notes.accept(Tag.describe(tag) + " is " + element.text() + "; stored values are " +
			NumberText.exact(format.minStored()) + " to " + NumberText.exact(format.maxStored()) + ", it is ignored.");
		return OptionalDouble.empty();
	}

	private static OptionalDouble stored(final Element element, final boolean signed) {
		if (element.vr() != VR.US && element.vr() != VR.SS && element.vr() != VR.UN) return element.number();
		final int[] words = element.words(signed);
		return words.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(words[0]);
	}
}
