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

package io.github.dicomvolumes.pixels.codec.jpeg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.pixels.codec.CodecFixture;
import io.github.dicomvolumes.pixels.codec.DecodedFrame;
import io.github.dicomvolumes.pixels.codec.DecodedFrame.Colours;
import io.github.dicomvolumes.pixels.codec.FrameShape;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is told about a stream, and what happens to those that are broken, unusual or hostile. */
class JpegStreamTest {

	@ParameterizedTest
	@CsvSource({ "baseline-rgb, RGB", "sampling-2x2, YBR", "lossless-rgb16, RGB", "lossless-rgb, UNSTATED",
		"lossless-planes, UNSTATED", "lossless-8, UNSTATED" })
	void coloursAreWhatTheMarkersSay(final String name, final Colours colours) throws DicomException {
		assertEquals(colours, decode(fixture(name), fixture(name).data()).colours());
	}

	@ParameterizedTest
	@CsvSource({ "0, RGB", "1, YBR", "2, YBR" })
	void adobeSegmentIsBelievedBeforeJfif(final int transform, final Colours colours) throws DicomException {
		final CodecFixture fixture = fixture("sampling-2x2");
		final byte[] adobe = { (byte) 0xFF, (byte) 0xEE, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0,
			(byte) transform };
		assertEquals(colours, decode(fixture, insert(fixture.data(), 2, adobe)).colours());
	}

	@Test
	void cutStreamKeepsItsRows() throws DicomException {
		final CodecFixture fixture = fixture("lossless-4");
		final byte[] samples = new byte[fixture.expected().length];
		final byte[] half = Arrays.copyOf(fixture.data(), fixture.data().length / 2);
		final DecodedFrame decoded = new JpegDecoder().decode(half, fixture.shape(), samples);
		assertEquals(0, decoded.pixels() % 37);
		assertTrue(decoded.pixels() > 5 * 37 && decoded.pixels() < 20 * 37, decoded.toString());
		assertTrue(decoded.damage().startsWith("JPEG data are cut or damaged near byte " + half.length),
			decoded.damage());
		final int bytes = decoded.pixels() * 2;
		assertArrayEquals(Arrays.copyOf(fixture.expected(), bytes), Arrays.copyOf(samples, bytes));
	}

	@Test
	void decodingGoesOnAtTheNextRestartMarker() throws DicomException {
		final CodecFixture fixture = fixture("lossless-restart");
		final byte[] data = fixture.data();
		final int marker = indexOf(data, 0xD2); // rows 6 to 8 lie before it
		for (int i = marker - 40; i < marker; i++)
			data[i] = (byte) 0xFE;
		final byte[] samples = new byte[fixture.expected().length];
		final DecodedFrame decoded = new JpegDecoder().decode(data, fixture.shape(), samples);
		assertEquals(37 * 29, decoded.pixels());
		assertTrue(decoded.damage().contains("cut or damaged near byte"), decoded.damage());
		final int row = 37 * 2;
		assertArrayEquals(Arrays.copyOf(fixture.expected(), 6 * row), Arrays.copyOf(samples, 6 * row));
		assertArrayEquals(Arrays.copyOfRange(fixture.expected(), 9 * row, 29 * row),
			Arrays.copyOfRange(samples, 9 * row, 29 * row));
	}

	@Test
	void lostRestartIntervalIsPassedOver() throws DicomException {
		final CodecFixture fixture = fixture("lossless-restart");
		final int from = indexOf(fixture.data(), 0xD1), to = indexOf(fixture.data(), 0xD2);
		final byte[] data = Arrays.copyOf(fixture.data(), fixture.data().length - (to - from));
		System.arraycopy(fixture.data(), to, data, from, fixture.data().length - to);
		final byte[] samples = new byte[fixture.expected().length];
		final DecodedFrame decoded = new JpegDecoder().decode(data, fixture.shape(), samples);
		assertTrue(decoded.damage().contains("after 222 of 1073 units"), decoded.damage());
		final int row = 37 * 2;
		assertArrayEquals(Arrays.copyOfRange(fixture.expected(), 9 * row, 29 * row),
			Arrays.copyOfRange(samples, 9 * row, 29 * row));
	}

	@ParameterizedTest
	@CsvSource({ "baseline", "lossless-16", "planes" })
	void missingEndIsNoDamage(final String name) throws DicomException {
		final byte[] data = fixture(name).data();
		int end = data.length;
		while (data[end - 2] != (byte) 0xFF || data[end - 1] != (byte) Marker.EOI)
			end--;
		assertEquals("", decode(fixture(name), Arrays.copyOf(data, end - 2)).damage());
	}

	@Test
	void fillBytesAreAllowedBeforeMarkers() throws DicomException {
		final CodecFixture fixture = fixture("baseline");
		final byte[] samples = new byte[fixture.expected().length];
		final byte[] data = insert(fixture.data(), 2, new byte[] { (byte) 0xFF, (byte) 0xFF, (byte) 0xFF });
		assertEquals("", new JpegDecoder().decode(data, fixture.shape(), samples).damage());
		assertArrayEquals(fixture.expected(), samples);
	}

	@Test
	void rowsOfADnlSegmentMustBeThoseOfTheDataSet() {
		final CodecFixture fixture = fixture("lossless-dnl");
		final byte[] data = fixture.data();
		data[indexOf(data, Marker.DNL) + 5]++;
		assertRefused("JPEG DNL says 30 rows; it must be 29", data, fixture.shape());
	}

	@Test
	void arithmeticCodingIsRefusedByName() throws IOException {
		try (InputStream in = CodecFixture.class.getResourceAsStream("jpeg/arithmetic.jpg")) {
			assertRefused("arithmetic coding; only Huffman coding is read", in.readAllBytes(),
				new FrameShape(16, 16, 1, 8, 8));
		}
	}

	@ParameterizedTest
	@CsvSource({ "0xC5, hierarchical", "0xF7, JPEG-LS", "0xCB, arithmetic" })
	void otherProcessesAreRefusedByName(final String code, final String name) {
		final CodecFixture fixture = fixture("baseline");
		final byte[] data = fixture.data();
		data[indexOf(data, Marker.SOF0) + 1] = (byte) (int) Integer.decode(code);
		assertRefused(name, data, fixture.shape());
	}

	@Test
	void precisionMustFitTheBitsAllocated() {
		assertRefused("a precision of 12 bits; it must be at most 8", fixture("extended-12").data(),
			new FrameShape(61, 47, 1, 8, 8));
	}

	@Test
	void precisionMayDifferFromTheBitsStored() throws DicomException {
		final CodecFixture fixture = fixture("lossless-restart");
		final byte[] samples = new byte[fixture.expected().length];
		assertEquals(12,
			new JpegDecoder().decode(fixture.data(), new FrameShape(37, 29, 1, 16, 16), samples).precision());
		assertArrayEquals(fixture.expected(), samples);
	}

	@Test
	void cutProgressiveStreamIsCompleteButDamaged() throws DicomException {
		final CodecFixture fixture = fixture("progressive");
		final DecodedFrame decoded = decode(fixture, Arrays.copyOf(fixture.data(), fixture.data().length * 3 / 4));
		assertEquals(45 * 35, decoded.pixels());
		assertTrue(!decoded.damage().isEmpty());
	}

	/** New coefficients of a refinement are 1 or -1 (T.81 G.1.2.3); here the table of the last scan says 2 bits. */
	@Test
	void refinementsAreOneBit() throws DicomException {
		final CodecFixture fixture = fixture("progressive-grey");
		final byte[] data = fixture.data().clone();
		final int symbol = 1025; // the first of the table that begins at byte 1004
		assertEquals(1, data[symbol]);
		data[symbol] = 2;
		final DecodedFrame decoded = decode(fixture, data);
		assertEquals(61 * 47, decoded.pixels());
		assertTrue(decoded.damage().contains("damaged near byte 1"), decoded.damage());
	}

	/** Each scan says with 15 bits that all blocks end: the work for it is bounded, whatever the size of the frame. */
	@Test
	void scansWithHardlyAnyDataAreBounded() throws DicomException {
		final byte[] head = bytes(0xFF, 0xC2, 0, 11, 8, 2, 0, 2, 0, 1, 1, 0x11, 0);
		final byte[] codes = bytes(0xFF, 0xC4, 0, 20, 0x10, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xE0);
		final byte[] scan = bytes(0xFF, 0xDA, 0, 8, 1, 1, 0, 1, 63, 0, 0x7F, 0xFF, 0);
		final var out = new ByteArrayOutputStream();
		out.writeBytes(bytes(0xFF, 0xD8, 0xFF, 0xDB, 0, 67, 0));
		out.writeBytes(new byte[64]);
		out.writeBytes(codes);
		out.writeBytes(head);
		for (int i = 0; i < 60; i++)
			out.writeBytes(scan);
		final byte[] some = out.toByteArray();
		for (int i = 0; i < 40; i++)
			out.writeBytes(scan);
		final var shape = new FrameShape(512, 512, 1, 8, 8);
		final byte[] samples = new byte[512 * 512];
		assertTrue(new JpegDecoder().decode(some, shape, samples).damage().contains("without EOI"));
		assertTrue(new JpegDecoder().decode(out.toByteArray(), shape, samples)
			.damage()
			.contains("is one scan too many for the few data"));
	}

	private static byte[] bytes(final int... values) {
		final byte[] bytes = new byte[values.length];
		for (int i = 0; i < bytes.length; i++)
			bytes[i] = (byte) values[i];
		return bytes;
	}

	private static void assertRefused(final String part, final byte[] data, final FrameShape shape) {
		final String message = assertThrows(DicomException.class,
			() -> new JpegDecoder().decode(data, shape, new byte[(int) shape.bytes()])).getMessage();
		assertTrue(message.contains(part), message);
	}

	private static DecodedFrame decode(final CodecFixture fixture, final byte[] data) throws DicomException {
		return new JpegDecoder().decode(data, fixture.shape(), new byte[fixture.expected().length]);
	}

	private static CodecFixture fixture(final String name) {
		return CodecFixture.of("jpeg").stream().filter(f -> f.name().equals(name + ".jpg")).findFirst().orElseThrow();
	}

	/** Of the first marker of a code. */
	private static int indexOf(final byte[] data, final int code) {
		int at = 0;
		while (data[at] != (byte) 0xFF || data[at + 1] != (byte) code)
			at++;
		return at;
	}

	private static byte[] insert(final byte[] data, final int at, final byte[] what) {
		final byte[] out = Arrays.copyOf(data, data.length + what.length);
		System.arraycopy(what, 0, out, at, what.length);
		System.arraycopy(data, at, out, at + what.length, data.length - at);
		return out;
	}
}
