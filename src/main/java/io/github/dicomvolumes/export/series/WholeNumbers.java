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

package io.github.dicomvolumes.export.series;

import java.util.Locale;
import java.util.OptionalInt;

import io.github.dicomvolumes.data.InputException;
import io.github.dicomvolumes.data.NumberText;
import io.github.dicomvolumes.export.image.ExportImage;
import io.github.dicomvolumes.work.Progress;
import io.github.dicomvolumes.pixels.PlaneType;
import io.github.dicomvolumes.pixels.Rescale;
import io.github.dicomvolumes.series.StackShape;

/**
 * Finds how real numbers become whole ones of 16 bits: as they are, if all are whole and few enough; else on the line
 * that uses all 65536 numbers, or on one through 0 where an intercept is not allowed.
 */
final class WholeNumbers {

	private static final String PHASE = "Looking for the range of values";
	private static final int SIGNED_MOST = 32767, UNSIGNED_MOST = 65535;
	/** How much a slope is more than it must be, so that rounding its text leaves the greatest value possible. */
	private static final double ROOM = 1 + 1e-7;

	private double min = Double.POSITIVE_INFINITY, max = Double.NEGATIVE_INFINITY;
	private boolean areWhole = true, areFinite = true;

	private WholeNumbers() {}

	/**
	 * How to store the values of an image.
	 *
	 * @param image of type FLOAT32
	 * @param kind of the objects: PET allows no intercept (PS3.3 C.8.9.4), a secondary capture no sign (PS3.3 C.8.6.3)
	 * @throws InputException if no value is finite, or their range is too great
	 */
	static StoredValues of(final ExportImage image, final ImageClass kind, final Progress progress) {
		final WholeNumbers values = new WholeNumbers();
		final StackShape shape = image.grid().shape();
		for (int i = 0; i < shape.planes(); i++) {
			progress.checkCanceled(PHASE);
			final StackShape.Place place = shape.place(i);
			values.look((float[]) image.planes().plane(place.slice(), place.channel(), place.time()));
			progress.update(PHASE, i + 1, shape.planes());
		}
		return values.stored(image.line().unit(), kind);
	}

	private void look(final float[] plane) {
		for (final float value : plane)
			if (!Float.isFinite(value)) areFinite = false;
			else {
				min = Math.min(min, value);
				max = Math.max(max, value);
				areWhole &= value == Math.rint(value);
			}
	}

	private StoredValues stored(final String unit, final ImageClass kind) {
		final boolean isThroughZero = kind == ImageClass.PET;
		if (min > max) throw new InputException("No value is a finite number; there is nothing to write.");
		final boolean isSigned = min < 0 &&
			(isThroughZero || kind.isOfModality() && areWhole && isWithin(-SIGNED_MOST, SIGNED_MOST));
		final int most = isSigned ? SIGNED_MOST : UNSIGNED_MOST, least = isSigned ? -SIGNED_MOST : areFinite ? 0 : 1;
		// the number below the least is kept for what is none
		final OptionalInt notFinite = areFinite ? OptionalInt.empty() : OptionalInt.of(least - 1);
		if (areWhole && isWithin(least, most))
			return new StoredValues(PlaneType.FLOAT32, Short.SIZE, isSigned, new Rescale(1, 0, unit), 0, notFinite);
		if (areWhole && !isThroughZero && max - min <= most - least) return new StoredValues(PlaneType.FLOAT32,
			Short.SIZE, isSigned, new Rescale(1, min - least, unit), 0, notFinite);
		final Rescale line = isThroughZero ? line(0, Math.max(Math.abs(min), Math.abs(max)), 0, most, unit)
			: line(min, max, least, most, unit);
		return new StoredValues(PlaneType.FLOAT32, Short.SIZE, isSigned, line,
			min == max ? error(line, min) : line.slope() / 2, notFinite);
	}

	private boolean isWithin(final int least, final int most) {
		return min >= least && max <= most;
	}

	/** The line, as a file says it, on which real numbers from one to another have stored ones. */
	private static Rescale line(final double from, final double to, final int least, final int most,
		final String unit)
	{
		final double slope = to == from ? 1 : written((to - from) / (most - least) * ROOM);
		if (!(slope > 0 && Double.isFinite(slope))) throw new InputException(
			String.format(Locale.ROOT, "Values from %s to %s cannot be stored as 16 bits.", from, to));
		return new Rescale(slope, written(from - least * slope), unit);
	}

	/** Of a value that all have. */
	private static double error(final Rescale line, final double value) {
		return Math.abs(line.real(Math.rint(line.stored(value))) - value);
	}

	private static double written(final double number) {
		return Double.parseDouble(NumberText.decimal(number));
	}
}
