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
import java.util.OptionalInt;
import java.util.function.Consumer;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.data.Element;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.TransferSyntax;
import io.github.dicomvolumes.data.VR;
import io.github.dicomvolumes.pixels.PixelFormat.Kind;

/** Reads a {@link PixelFormat} from the attributes of the Image Pixel Module (PS3.3 C.7.6.3). */
final class ImagePixelModule {

	private final Attributes attributes;
	private final Consumer<String> notes;

	ImagePixelModule(final Attributes attributes, final Consumer<String> notes) {
		this.attributes = attributes;
		this.notes = notes;
	}

	PixelFormat format(final TransferSyntax syntax, final int pixelDataTag) throws DicomException {
		final Kind kind = kind(pixelDataTag);
		final int columns = size(Tag.COLUMNS), rows = size(Tag.ROWS);
		PixelFormat.checkSize(columns, rows);
		final Photometric photometric = photometric();
		final int samples = orAssume(Tag.SAMPLES_PER_PIXEL, 1, 0xFFFF, photometric.samplesPerPixel());
		final boolean planar = samples > 1 && orAssume(Tag.PLANAR_CONFIGURATION, 0, 1, 0) == 1;
		if (kind != Kind.INTEGER) {
			final int bits = kind == Kind.FLOAT ? 32 : 64;
			return new PixelFormat(columns, rows, samples, bits, bits, bits - 1, true, planar, photometric,
				syntax.bigEndianPixels(), kind);
		}
		final int allocated = bitsAllocated();
		final int stored = orAssume(Tag.BITS_STORED, 1, allocated, allocated);
		final int high = orAssume(Tag.HIGH_BIT, stored - 1, allocated - 1, stored - 1);
		final boolean signed = orAssume(Tag.PIXEL_REPRESENTATION, 0, 1, 0) == 1;
		final boolean bigEndian = allocated > 8 ? syntax.bigEndianPixels() : syntax.bigEndian() && isOW(pixelDataTag);
		return new PixelFormat(columns, rows, samples, allocated, stored, high, signed, planar, photometric, bigEndian,
			kind);
	}

	private boolean isOW(final int pixelDataTag) {
		return attributes.optional(pixelDataTag).map(Element::vr).filter(vr -> vr == VR.OW).isPresent();
	}

	private static Kind kind(final int pixelDataTag) {
		return switch (pixelDataTag) {
			case Tag.PIXEL_DATA -> Kind.INTEGER;
			case Tag.FLOAT_PIXEL_DATA -> Kind.FLOAT;
			case Tag.DOUBLE_FLOAT_PIXEL_DATA -> Kind.DOUBLE;
			default -> throw new IllegalArgumentException(Tag.describe(pixelDataTag) + " holds no pixels");
		};
	}

	private int size(final int tag) throws DicomException {
		final String value = attributes.require(tag).text();
		final int size = attributes.orElse(tag, 0);
		if (size < 1 || size > 0xFFFF) throw new DicomException(
			Tag.describe(tag) + " is " + value + "; it must be 1 to 65535, without it the pixel data have no shape.");
		return size;
	}

	private Photometric photometric() throws DicomException {
		final String text = attributes.orElse(Tag.PHOTOMETRIC_INTERPRETATION, "");
		final Optional<Photometric> known = Photometric.of(text);
		if (known.isPresent()) return known.get();
		final boolean grey = attributes.orElse(Tag.SAMPLES_PER_PIXEL, 1) == 1;
		final String found = Tag.describe(Tag.PHOTOMETRIC_INTERPRETATION) + " is " +
			(text.isEmpty() ? "missing" : text);
		if (!grey && !text.isEmpty()) throw new DicomException(found +
			"; it must be a term of PS3.3 C.7.6.3.1.2 that is in use, such as RGB: correct it or convert the image.");
		final Photometric assumed = grey ? Photometric.MONOCHROME2 : Photometric.RGB;
		notes.accept(found + "; " + assumed + " assumed.");
		return assumed;
	}

	private int bitsAllocated() throws DicomException {
		final String value = attributes.require(Tag.BITS_ALLOCATED).text();
		final int bits = attributes.orElse(Tag.BITS_ALLOCATED, 0);
		if (bits != 1 && bits != 12 && (bits < 8 || bits > 64 || bits % 8 != 0))
			throw new DicomException(Tag.describe(Tag.BITS_ALLOCATED) + " is " + value +
				"; it must be 1 or a multiple of 8 up to 64 (in old files also 12)," +
				" without it the pixel data cannot be divided into samples.");
		return bits;
	}

	/** A value of its range, else the usual one with a note. */
	private int orAssume(final int tag, final int min, final int max, final int usual) {
		final OptionalInt value = attributes.integer(tag);
		if (value.isPresent() && value.getAsInt() >= min && value.getAsInt() <= max) return value.getAsInt();
		final String text = attributes.orElse(tag, "");
		notes.accept(Tag.describe(tag) +
			(text.isEmpty() ? " is missing; " : " is " + text + ", which is not " + min + " to " + max + "; ") + usual +
			" assumed.");
		return usual;
	}
}
