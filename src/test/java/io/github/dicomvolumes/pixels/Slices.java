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
import io.github.dicomvolumes.data.AttributesBuilder;
import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.TransferSyntax;
import io.github.dicomvolumes.data.VR;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Builds the headers of synthetic slices, such that a test states only what matters: a CT slice of 16 columns and 12
 * rows, unsigned 16 bits, without rescale.
 */
final class Slices {

	private final Map<Integer, Object> values = new TreeMap<>(Map.of(Tag.MODALITY, "CT", Tag.COLUMNS, 16.0, Tag.ROWS,
		12.0, Tag.SAMPLES_PER_PIXEL, 1.0, Tag.PHOTOMETRIC_INTERPRETATION, "MONOCHROME2", Tag.BITS_ALLOCATED, 16.0,
		Tag.BITS_STORED, 16.0, Tag.HIGH_BIT, 15.0, Tag.PIXEL_REPRESENTATION, 0.0));
	final List<String> notes = new ArrayList<>();

	static Slices slice() {
		return new Slices();
	}

	Slices with(final int tag, final double value) {
		values.put(tag, value);
		return this;
	}

	/** A text; backslashes separate several values. */
	Slices with(final int tag, final String value) {
		values.put(tag, value);
		return this;
	}

	Slices without(final int tag) {
		values.remove(tag);
		return this;
	}

	Slices bits(final int allocated, final int stored, final int high, final boolean signed) {
		return with(Tag.BITS_ALLOCATED, allocated).with(Tag.BITS_STORED, stored)
			.with(Tag.HIGH_BIT, high)
			.with(Tag.PIXEL_REPRESENTATION, signed ? 1 : 0);
	}

	Slices rescale(final double slope, final double intercept) {
		return with(Tag.RESCALE_SLOPE, slope).with(Tag.RESCALE_INTERCEPT, intercept);
	}

	Slices rgb(final boolean planar) {
		return bits(8, 8, 7, false).with(Tag.SAMPLES_PER_PIXEL, 3)
			.with(Tag.PHOTOMETRIC_INTERPRETATION, "RGB")
			.with(Tag.PLANAR_CONFIGURATION, planar ? 1 : 0);
	}

	Attributes attributes() {
		return attributes(VR.OW);
	}

	Attributes attributes(final VR pixelDataVR) {
		final AttributesBuilder builder = Attributes.builder();
		values.forEach((tag, value) -> {
			if (value instanceof Double number) builder.put(tag, number);
			else builder.put(tag, (String) value);
		});
		return builder.putLeftInFile(Tag.PIXEL_DATA, pixelDataVR, 384).build();
	}

	PixelFormat format() throws DicomException {
		return format(TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
	}

	PixelFormat format(final TransferSyntax syntax) throws DicomException {
		return PixelFormat.of(attributes(), syntax, Tag.PIXEL_DATA, notes::add);
	}

	FrameCoding coding() throws DicomException {
		return coding(TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
	}

	FrameCoding coding(final TransferSyntax syntax) throws DicomException {
		return FrameCoding.of(attributes(), syntax, Tag.PIXEL_DATA, notes::add);
	}

	Optional<Padding> padding() throws DicomException {
		return Padding.of(attributes(), format(), notes::add);
	}

	// -- Pixels --

	/** Little endian words of 16 bits, each the function of its row and column. */
	static ByteBuffer words(final PixelFormat format, final Pixel pixel) {
		final ByteBuffer bytes = ByteBuffer.allocate(2 * format.pixels()).order(ByteOrder.LITTLE_ENDIAN);
		for (int row = 0; row < format.rows(); row++)
			for (int column = 0; column < format.columns(); column++)
				bytes.putShort((short) pixel.word(row, column));
		return bytes.flip();
	}

	interface Pixel {

		int word(int row, int column);
	}

	static Object decode(final PlanePlan plan, final FrameCoding coding, final ByteBuffer bytes) {
		final Object plane = plan.type().newPlane(coding.format().pixels());
		try {
			NativeDecoder.of(plan, coding).decode(bytes, plane, 0);
		}
		catch (final DicomException exc) {
			throw new AssertionError(exc);
		}
		return plane;
	}

	/** The real value of a decoded pixel. */
	static double real(final PlanePlan plan, final Object plane, final int pixel) {
		return plan.line().real(plan.type().value(plane, pixel));
	}
}
