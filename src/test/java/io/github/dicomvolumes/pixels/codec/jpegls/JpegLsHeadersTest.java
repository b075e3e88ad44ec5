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

package io.github.dicomvolumes.pixels.codec.jpegls;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.pixels.codec.DecodedFrame;
import io.github.dicomvolumes.pixels.codec.FrameShape;

import java.util.HexFormat;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The sample image of T.87 H.3, with its headers changed. */
class JpegLsHeadersTest {

	private static final String SOI = "FFD8";
	private static final String SOF = "FFF7000B080004000401011100";
	private static final String SOS = "FFDA0008010100000000";
	private static final String DATA = "C000006C80208E01C00000574000006EE6000001BC18000005D800009160";
	private static final String EOI = "FFD9";

	private static final FrameShape SHAPE = new FrameShape(4, 4, 1, 8, 8);

	private static final byte[] IMAGE = { 0, 0, 90, 74, 68, 50, 43, (byte) 205, 64, (byte) 145, (byte) 145, (byte) 145,
		100, (byte) 145, (byte) 145, (byte) 145 };

	@Test
	void decodesTheExampleOfTheStandard() throws DicomException {
		assertDecodes(SOI + SOF + SOS + DATA + EOI);
	}

	@Test
	void theEndNeedsNoMarker() throws DicomException {
		assertDecodes(SOI + SOF + SOS + DATA);
		assertDecodes(SOI + SOF + SOS + DATA + "00");
		assertDecodes(SOI + SOF + SOS + DATA + "00000000000000000000");
	}

	@ParameterizedTest
	@ValueSource(strings = { //
		"FFE000040102", // any application
		"FFE8000A53504946460000FF", // SPIFF, cut
		"FFE800076D72667800", // HP's, no transform
		"FFFE0006616263FF", // a comment
		"FFFFFF", // fill bytes before the next marker
		"FFF8000D0100FF0003000700150040", // the default parameters
		"FFF8000D0100000000000000000000", // 0 stands for the default
		"FFF8000602010100", // a mapping table that no scan uses
		"FFDD00040000", "FFDD0005000000", "FFDD000600000000", // no restart intervals
		"FFDD00040004" // one interval
	})
	void segmentsThatChangeNothing(final String segment) throws DicomException {
		assertDecodes(SOI + segment + SOF + SOS + DATA + EOI);
		assertDecodes(SOI + SOF + segment + SOS + DATA + EOI);
	}

	/** Sizes of 0 in the frame header, then in an LSE segment or in DNL after the scan. */
	@ParameterizedTest
	@CsvSource({ "FFF80008040200040004, ''", "FFF8000A0403000004000004, ''", "FFF8000C04040000000400000004, ''",
		"'', FFDC00040004" })
	void sizesElsewhere(final String before, final String after) throws DicomException {
		final String frame = after.isEmpty() ? SOF.replace("00040004", "00000000")
			: SOF.replace("00040004", "00000004");
		assertDecodes(SOI + frame + before + SOS + DATA + after + EOI);
	}

	@Test
	void oneComponentNeedsNoMatchingIdentifier() throws DicomException {
		assertDecodes(SOI + SOF + SOS.replace("00080101", "00080107") + DATA + EOI);
	}

	/** What stands in for the frame or scan header; the marker and its offset; what the message says. */
	@ParameterizedTest
	@CsvSource({ //
		"FFC0000B080004000401011100, '', FFC0 at byte 2, no meaning", // baseline JPEG
		"FFF7000B010004000401011100, '', FFF7 at byte 2, 2 to 16", //
		"FFF7000B110004000401011100, '', FFF7 at byte 2, 2 to 16", //
		"FFF7000B0C0004000401011100, '', FFF7 at byte 2, more than (0028;0100) Bits Allocated of 8", //
		"FFF7000B080005000401011100, '', FFF7 at byte 2, 4 x 5 pixels", //
		"FFF70011080004000403011100021100031100, '', FFF7 at byte 2, 3 components", //
		"FFF7000908000400040101, '', FFF7 at byte 2, too short", //
		"'', FFDA0008010101000000, FFDA at byte 15, mapping table 1", //
		"'', FFDA0008010100800000, FFDA at byte 15, NEAR is 128", //
		"'', FFDA0008010100000300, FFDA at byte 15, interleave mode 3", //
		"'', FFDA0008010100000001, FFDA at byte 15, point transform of 1", //
		"'', FFDA000A0201000100000100, FFDA at byte 15, twice in the scan", //
		"'', FFDA00060000000000, FFDA at byte 15, 0 components", //
		"'', FFF8000D01012C0000000000000000FFDA0008010100000000, FFDA at byte 30, MAXVAL is 300", //
		"'', FFF8000D0100FF0003000700150002FFDA0008010100000000, FFDA at byte 30, RESET is 2", //
		"'', FFF80008040200040005, FFF8 at byte 15, 5 x 4 pixels", //
		"'', FFF8000304, FFF8 at byte 15, too short", //
		"'', FFF8000405FF, FFF8 at byte 15, type 5", //
		"'', FFE800076D72667801, '', transform HP1", //
		"'', FFE800076D72667805, FFE8 at byte 15, transform 5", //
		"'', FFD9, FFD9 at byte 15, the end", //
		"'', 0000, byte 15 is 0000, must be" })
	void refusesByName(final String frame, final String scan, final String where, final String what) {
		final String scanHeader = scan.startsWith("FFE8") && scan.endsWith("01") ? scan + SOS : scan;
		assertRefuses(SOI + (frame.isEmpty() ? SOF : frame) + (scan.isEmpty() ? SOS : scanHeader) + DATA + EOI, where,
			what.replace(';', ','));
	}

	@ParameterizedTest
	@CsvSource({ "FFF7, FFF7 at byte 0", "FFD8FFF7, a length of 0 bytes", "FFD8FFF70001, a length of 1 bytes",
		"FFD8FFF700FF08, a length of 255 bytes", "FFD8FF, the JPEG-LS stream ends at byte 3" })
	void refusesWhatIsNoStream(final String hex, final String message) {
		assertRefuses(hex, message, "");
	}

	private static void assertDecodes(final String hex) throws DicomException {
		final byte[] samples = new byte[16];
		final DecodedFrame frame = new JpegLsDecoder().decode(HexFormat.of().parseHex(hex), SHAPE, samples);
		assertEquals("", frame.damage());
		assertEquals(16, frame.pixels());
		assertArrayEquals(IMAGE, samples);
	}

	private static void assertRefuses(final String hex, final String where, final String what) {
		final String message = assertThrows(DicomException.class,
			() -> new JpegLsDecoder().decode(HexFormat.of().parseHex(hex), SHAPE, new byte[16])).getMessage();
		assertTrue(message.toLowerCase(Locale.ROOT).contains(where.toLowerCase(Locale.ROOT)), message);
		assertTrue(message.contains(what), message);
	}
}
