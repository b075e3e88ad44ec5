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

import static io.github.dicomvolumes.pixels.Slices.slice;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.TransferSyntax;
import io.github.dicomvolumes.data.VR;
import io.github.dicomvolumes.pixels.PixelFormat.Kind;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

class PixelFormatTest {

	@Test
	void readsWhatTheHeaderStates() throws DicomException {
		final Slices slice = slice().bits(16, 12, 11, true);
		assertEquals(new PixelFormat(16, 12, 1, 16, 12, 11, true, false, Photometric.MONOCHROME2, false, Kind.INTEGER),
			slice.format());
		assertEquals(384, slice.format().frameBytes());
		assertEquals(-2048, slice.format().minStored());
		assertEquals(2047, slice.format().maxStored());
		assertEquals(List.of(), slice.notes);
	}

	@Test
	void assumesUsualValuesAndSaysSo() throws DicomException {
		final Slices slice = slice().without(Tag.SAMPLES_PER_PIXEL)
			.without(Tag.PIXEL_REPRESENTATION)
			.without(Tag.BITS_STORED)
			.without(Tag.HIGH_BIT)
			.without(Tag.PHOTOMETRIC_INTERPRETATION);
		assertEquals(slice().format(), slice.format());
		assertEquals(List.of("(0028,0004) Photometric Interpretation is missing; MONOCHROME2 assumed.",
			"(0028,0002) Samples per Pixel is missing; 1 assumed.", "(0028,0101) Bits Stored is missing; 16 assumed.",
			"(0028,0102) High Bit is missing; 15 assumed.", "(0028,0103) Pixel Representation is missing; 0 assumed."),
			slice.notes);
	}

	@Test
	void replacesImpossibleBits() throws DicomException {
		final Slices slice = slice().bits(16, 17, 20, false);
		assertEquals(slice().format(), slice.format());
		assertEquals(List.of("(0028,0101) Bits Stored is 17, which is not 1 to 16; 16 assumed.",
			"(0028,0102) High Bit is 20, which is not 15 to 15; 15 assumed."), slice.notes);
		assertEquals(16, slice().bits(16, 0, 15, false).format().bitsStored());
		assertEquals(11, slice().bits(16, 12, 5, false).format().highBit());
		assertFalse(slice().with(Tag.PIXEL_REPRESENTATION, 7).format().signed());
	}

	@Test
	void hostileHeaders() {
		assertFails("(0028,0010) Rows is 0; it must be 1 to 65535", slice().with(Tag.ROWS, 0));
		assertFails("(0028,0011) Columns is missing", slice().without(Tag.COLUMNS));
		assertFails(
			"(0028,0010) Rows is 65535 and (0028,0011) Columns is 65535; their product must be at most 2147483639",
			slice().with(Tag.ROWS, 65535).with(Tag.COLUMNS, 65535));
		assertFails("(0028,0100) Bits Allocated is 13; it must be", slice().with(Tag.BITS_ALLOCATED, 13));
		assertFails("(0028,0100) Bits Allocated is 0; it must be", slice().with(Tag.BITS_ALLOCATED, 0));
		assertFails("(0028,0100) Bits Allocated is missing", slice().without(Tag.BITS_ALLOCATED));
		assertFails("(0028,0004) Photometric Interpretation is HSV; it must be",
			slice().with(Tag.SAMPLES_PER_PIXEL, 3).with(Tag.PHOTOMETRIC_INTERPRETATION, "HSV"));
	}

	@Test
	void frameBytesDoNotOverflow() {
		final PixelFormat format = new PixelFormat(65535, 32767, 3, 64, 64, 63, false, false, Photometric.RGB, false,
			Kind.INTEGER);
		assertEquals(65535L * 32767 * 3 * 8, format.frameBytes());
		assertThrows(IllegalArgumentException.class, () -> new PixelFormat(65535, 65535, 1, 8, 8, 7, false, false,
			Photometric.MONOCHROME2, false, Kind.INTEGER));
	}

	@Test
	void frameBytesOfPackedAndSubsampledPixels() throws DicomException {
		assertEquals(288, slice().bits(12, 12, 11, false).format().frameBytes());
		assertEquals(24, slice().bits(1, 1, 0, false).format().frameBytes());
		assertEquals(20000,
			slice().rgb(false)
				.with(Tag.ROWS, 100)
				.with(Tag.COLUMNS, 100)
				.with(Tag.PHOTOMETRIC_INTERPRETATION, "YBR_FULL_422")
				.format()
				.frameBytes());
	}

	@Test
	void unknownGreyIsMonochrome2() throws DicomException {
		final Slices slice = slice().with(Tag.PHOTOMETRIC_INTERPRETATION, "MONOCHROME");
		assertEquals(Photometric.MONOCHROME2, slice.format().photometric());
		assertEquals(List.of("(0028,0004) Photometric Interpretation is MONOCHROME; MONOCHROME2 assumed."),
			slice.notes);
	}

	@Test
	void floatingPointNeedsNoBits() throws DicomException {
		final Slices slice = slice().without(Tag.BITS_ALLOCATED)
			.without(Tag.BITS_STORED)
			.without(Tag.HIGH_BIT)
			.without(Tag.PIXEL_REPRESENTATION);
		final PixelFormat format = PixelFormat.of(slice.attributes(), TransferSyntax.EXPLICIT_LITTLE_ENDIAN,
			Tag.DOUBLE_FLOAT_PIXEL_DATA, slice.notes::add);
		assertEquals(Kind.DOUBLE, format.kind());
		assertEquals(8 * 192, format.frameBytes());
		assertEquals(List.of(), slice.notes);
	}

	@Test
	void bigEndianBytesAreWordsOnlyIfOW() throws DicomException {
		final Slices slice = slice().bits(8, 8, 7, false);
		assertTrue(slice.format(TransferSyntax.EXPLICIT_BIG_ENDIAN).bigEndian());
		assertFalse(PixelFormat
			.of(slice.attributes(VR.OB), TransferSyntax.EXPLICIT_BIG_ENDIAN, Tag.PIXEL_DATA, slice.notes::add)
			.bigEndian());
	}

	@Test
	void saysWhatItCannotRead() throws DicomException {
		assertTrue(slice().format().unsupported().isEmpty());
		assertTrue(slice().rgb(true).format().unsupported().isEmpty());
		assertWhyNot("(0028,0100) Bits Allocated is 24; 1, 8, 12, 16, 32 and 64 are read.",
			slice().bits(24, 24, 23, false));
		assertWhyNot("(0028,0004) Photometric Interpretation is YBR_PARTIAL_420; ",
			slice().rgb(false).with(Tag.PHOTOMETRIC_INTERPRETATION, "YBR_PARTIAL_420"));
		assertWhyNot("(0028,0101) Bits Stored is 16; colour is read with 8 bits.",
			slice().rgb(false).bits(16, 16, 15, false));
		assertWhyNot("(0028,0002) Samples per Pixel is 4; 3 belongs to (0028,0004) Photometric Interpretation RGB.",
			slice().rgb(false).with(Tag.SAMPLES_PER_PIXEL, 4));
	}

	@Test
	void saysWhichSyntaxItCannotDecode() throws DicomException {
		final PixelFormat format = slice().format();
		for (final String uid : List.of("1.2.840.10008.1.2.5", "1.2.840.10008.1.2.4.50", "1.2.840.10008.1.2.4.70",
			"1.2.840.10008.1.2.4.81", "1.2.840.10008.1.2.4.90", "1.2.840.10008.1.2.4.203", "1.2.840.10008.1.2.8.1"))
			assertTrue(CompressedDecoder
				.unsupported(new FrameCoding(format, Rescale.IDENTITY, Optional.empty()), TransferSyntax.of(uid))
				.isEmpty(), uid);
		final String why = CompressedDecoder
			.unsupported(new FrameCoding(format, Rescale.IDENTITY, Optional.empty()),
				TransferSyntax.of("1.2.840.10008.1.2.4.100"))
			.orElseThrow();
		assertTrue(why.startsWith("(0002,0010) Transfer Syntax UID is MPEG2"), why);
	}

	@Test
	void monochrome1AndInverseShapeAreShownInverted() throws DicomException {
		assertTrue(Photometric.MONOCHROME1.isShownInverted(slice().attributes()));
		assertFalse(Photometric.MONOCHROME2.isShownInverted(slice().attributes()));
		assertTrue(
			Photometric.MONOCHROME2.isShownInverted(slice().with(Tag.PRESENTATION_LUT_SHAPE, "INVERSE").attributes()));
	}

	private static void assertWhyNot(final String start, final Slices slice) throws DicomException {
		final String why = slice.format().unsupported().orElse("");
		assertTrue(why.startsWith(start), why);
	}

	private static void assertFails(final String start, final Slices slice) {
		final String message = assertThrows(DicomException.class, slice::format).getMessage();
		assertTrue(message.startsWith(start), message);
	}
}
