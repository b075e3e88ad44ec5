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
import java.util.function.Consumer;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.TransferSyntax;

/**
 * How the bytes of one native frame hold its samples (PS3.3 C.7.6.3, PS3.5 8): size, bits, sign, order.
 *
 * <pre>
 * bit   15 14 13 12 11 10  9  8  7  6  5  4  3  2  1  0     Bits Allocated 16
 *       [overlay  ] [ stored value, sign in bit 11     ]    High Bit 11, Bits Stored 12
 * </pre>
 *
 * @param columns of the frame in pixels, 1 to 65535
 * @param rows of the frame in pixels, 1 to 65535; rows * columns fits a Java array
 * @param samplesPerPixel 1 for grey, 3 for colour
 * @param bitsAllocated bits from one sample to the next, 1 to 64
 * @param bitsStored bits of the stored value, 1 to {@code bitsAllocated}
 * @param highBit 0-based place of the stored value's highest bit, {@code bitsStored - 1} to {@code bitsAllocated - 1}
 * @param signed whether that bit is the sign (two's complement); true for floating point
 * @param planar whether all first samples come before all second ones (RRR GGG BBB), else pixel by pixel (RGB RGB RGB)
 * @param bigEndian whether words are big endian. For samples of 8 bits the words are pairs of samples: then the second
 *        one comes first (OW in a big endian transfer syntax, PS3.5 A.3)
 */
public record PixelFormat(int columns, int rows, int samplesPerPixel, int bitsAllocated, int bitsStored, int highBit,
	boolean signed, boolean planar, Photometric photometric, boolean bigEndian, Kind kind)
{

	/** The numbers that the words of the pixel data are. */
	public enum Kind {
		/** Pixel Data (7FE0,0010). */
		INTEGER,
		/** Float Pixel Data (7FE0,0008), IEEE 754 binary32. */
		FLOAT,
		/** Double Float Pixel Data (7FE0,0009), IEEE 754 binary64. */
		DOUBLE
	}

	/** The most elements that every Java virtual machine can give an array. */
	static final int MAX_PIXELS = Integer.MAX_VALUE - 8;

	/** @throws IllegalArgumentException if a number is out of its range */
	public PixelFormat {
		if (columns < 1 || rows < 1 || (long) columns * rows > MAX_PIXELS || samplesPerPixel < 1 ||
			samplesPerPixel > 0xFFFF || bitsAllocated < 1 || bitsAllocated > 64 || bitsStored < 1 ||
			highBit < bitsStored - 1 || highBit >= bitsAllocated)
			throw new IllegalArgumentException("No pixel format: " + columns + " x " + rows + " x " + samplesPerPixel +
				", bits allocated " + bitsAllocated + ", stored " + bitsStored + ", high " + highBit);
	}

	/**
	 * The format that a data set states. What is absent or contradicts itself, but has a usual value, takes that value
	 * with a note.
	 *
	 * @param pixelDataTag of the element that holds the pixels: Pixel Data, Float Pixel Data or Double Float Pixel Data
	 * @param notes takes a sentence for each value that was assumed
	 * @throws DicomException if rows, columns, bits or photometric interpretation are unusable
	 */
	public static PixelFormat of(final Attributes attributes, final TransferSyntax syntax, final int pixelDataTag,
		final Consumer<String> notes) throws DicomException
	{
		return new ImagePixelModule(attributes, notes).format(syntax, pixelDataTag);
	}

	/** @throws DicomException if no plane can have so many pixels */
	public static void checkSize(final int columns, final int rows) throws DicomException {
		if (columns < 1 || rows < 1) throw new DicomException(Tag.describe(Tag.ROWS) + " is " + rows + " and " +
			Tag.describe(Tag.COLUMNS) + " is " + columns + "; they must be 1 to 65535.");
		if ((long) columns * rows > MAX_PIXELS) throw new DicomException(Tag.describe(Tag.ROWS) + " is " + rows +
			" and " + Tag.describe(Tag.COLUMNS) + " is " + columns + "; their product must be at most " + MAX_PIXELS +
			", the largest plane in memory: split the image into tiles.");
	}

	/** Pixels of the frame, which fit a Java array. */
	public int pixels() {
		return columns * rows;
	}

	/**
	 * Bytes of the frame without compression, less than 2^54. An odd number of 8-bit samples in big endian words is
	 * rounded up to whole words, as the last sample is in the last byte.
	 */
	public long frameBytes() {
		final long samples = (long) pixels() * (isSubsampled() ? 2 : samplesPerPixel);
		final long bytes = (samples * bitsAllocated + 7) / 8;
		return isSwappedPairs() ? bytes + (bytes & 1) : bytes;
	}

	/** The least value that the bits can hold; minus infinity for floating point. */
	public double minStored() {
		if (kind != Kind.INTEGER) return Double.NEGATIVE_INFINITY;
		return signed ? -Math.scalb(1.0, bitsStored - 1) : 0;
	}

	/** The greatest value that the bits can hold; infinity for floating point. */
	public double maxStored() {
		if (kind != Kind.INTEGER) return Double.POSITIVE_INFINITY;
		return Math.scalb(1.0, signed ? bitsStored - 1 : bitsStored) - 1;
	}

	/**
	 * What of the format this software cannot read, as a sentence for people; empty if {@link NativeDecoder} reads it.
	 */
	public Optional<String> unsupported() {
		if (samplesPerPixel != photometric.samplesPerPixel())
			return why(Tag.SAMPLES_PER_PIXEL, samplesPerPixel, photometric.samplesPerPixel() + " belongs to " +
				Tag.describe(Tag.PHOTOMETRIC_INTERPRETATION) + " " + photometric);
		if (photometric == Photometric.YBR_PARTIAL_420)
			return why(Tag.PHOTOMETRIC_INTERPRETATION, photometric, "it occurs in video only, which is not read");
		if (kind != Kind.INTEGER) return photometric.isGrey() ? Optional.empty()
			: why(Tag.PHOTOMETRIC_INTERPRETATION, photometric, "floating point pixels are read as MONOCHROME2 only");
		if (samplesPerPixel > 1 && bitsStored != 8)
			return why(Tag.BITS_STORED, bitsStored, "colour is read with 8 bits");
		if (samplesPerPixel > 1 && bitsAllocated != 8)
			return why(Tag.BITS_ALLOCATED, bitsAllocated, "colour is read with 8 bits");
		if (isSubsampled() && columns % 2 != 0) return why(Tag.COLUMNS, columns, photometric + " needs an even number");
		if (photometric == Photometric.PALETTE_COLOR && bitsStored > 16)
			return why(Tag.BITS_STORED, bitsStored, "indices of a palette have at most 16 bits");
		return switch (bitsAllocated) {
			case 1, 8, 12, 16, 32, 64 -> Optional.empty();
			default -> why(Tag.BITS_ALLOCATED, bitsAllocated, "1, 8, 12, 16, 32 and 64 are read");
		};
	}

	/**
	 * The same with stored values of all bits of their words. Tables clamp what is beyond their range, and signed
	 * values beyond Bits Stored occur with them.
	 */
	PixelFormat wholeWords() {
		return new PixelFormat(columns, rows, samplesPerPixel, bitsAllocated, bitsAllocated, bitsAllocated - 1, signed,
			planar, photometric, bigEndian, kind);
	}

	/** The same for each of several samples that are read alone. */
	Optional<String> unsupportedComponents() {
		if (samplesPerPixel != photometric.samplesPerPixel()) return unsupported();
		final boolean rgb = photometric == Photometric.RGB || photometric.isOfCodec();
		return rgb ? ofOneSample().unsupported()
			: why(Tag.PHOTOMETRIC_INTERPRETATION, photometric, "colours of more than 8 bits are read as RGB only");
	}

	/** The format of one sample of each pixel, as if the others were not there. */
	PixelFormat ofOneSample() {
		return new PixelFormat(columns, rows, 1, bitsAllocated, bitsStored, highBit, signed, false,
			Photometric.MONOCHROME2, bigEndian, kind);
	}

	/** The same for a plane of another size. */
	PixelFormat withSize(final int otherColumns, final int otherRows) {
		return new PixelFormat(otherColumns, otherRows, samplesPerPixel, bitsAllocated, bitsStored, highBit, signed,
			planar, photometric, bigEndian, kind);
	}

	/**
	 * Whether samples, or frames of odd numbers of 8-bit samples in big endian words, do not begin with whole bytes:
	 * then {@link PackedSamples} makes them what {@link NativeDecoder} reads.
	 */
	public boolean isPacked() {
		return bitsAllocated % 8 != 0 || isSwappedPairs() && (long) pixels() * samplesPerPixel % 2 != 0;
	}

	/** Whether each row is a run of whole bytes that can be decoded alone. */
	public boolean isRowByRow() {
		return !planar && !isSubsampled() && !isSwappedPairs() && bitsAllocated % 8 == 0;
	}

	/** The format of packed samples that were spread to bytes or little endian words. */
	PixelFormat unpacked() {
		return new PixelFormat(columns, rows, samplesPerPixel, bitsAllocated > 8 ? 16 : 8, bitsStored, highBit, signed,
			planar, photometric, false, kind);
	}

	/** Whether two pixels share their colour differences, so that a pixel has two bytes (PS3.3 C.7.6.3.1.2). */
	boolean isSubsampled() {
		return photometric == Photometric.YBR_FULL_422 || photometric == Photometric.YBR_PARTIAL_422;
	}

	/** Whether each two bytes are two samples in reverse order. */
	boolean isSwappedPairs() {
		return bigEndian && bitsAllocated == 8;
	}

	private static Optional<String> why(final int tag, final Object value, final String rule) {
		return Optional.of(Tag.describe(tag) + " is " + value + "; " + rule + ".");
	}
}
