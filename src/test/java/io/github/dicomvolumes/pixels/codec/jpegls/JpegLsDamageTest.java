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
import io.github.dicomvolumes.pixels.codec.CodecFixture;
import io.github.dicomvolumes.pixels.codec.DecodedFrame;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is left of streams that are cut or damaged. */
class JpegLsDamageTest {

	private final JpegLsDecoderTest fixtures = new JpegLsDecoderTest();

	@ParameterizedTest
	@CsvSource({ "grey12.jls", "near3-grey12.jls", "noise16.jls", "colour-line.jls", "colour-sample.jls",
		"restart-grey12.jls", "hp2.jls" })
	void keepsTheLinesBeforeTheCut(final String name) throws DicomException {
		final CodecFixture fixture = fixtures.fixture(name);
		int least = Integer.MAX_VALUE;
		for (final int percent : new int[] { 90, 70, 50 }) {
			final int length = fixture.data().length * percent / 100;
			final int pixels = assertDamaged(fixture, Arrays.copyOf(fixture.data(), length), " at byte " + length);
			assertTrue(pixels < least, percent + " percent give fewer lines: " + pixels);
			least = pixels;
		}
		assertTrue(least >= 3 * fixture.shape().columns(), "half of the stream gives a few lines: " + least);
	}

	/** The third of three scans is cut: its lines are complete in all components. */
	@Test
	void keepsTheLinesOfAllComponents() throws DicomException {
		final CodecFixture fixture = fixtures.fixture("colour-none.jls");
		final int length = fixture.data().length - 60;
		final int pixels = assertDamaged(fixture, Arrays.copyOf(fixture.data(), length), "at byte " + length);
		assertTrue(pixels > 5 * fixture.shape().columns(), pixels + " pixels");
	}

	@Test
	void refusesAMissingComponent() {
		final CodecFixture fixture = fixtures.fixture("colour-none.jls");
		final byte[] data = Arrays.copyOf(fixture.data(), fixture.data().length / 2);
		final String message = assertThrows(DicomException.class,
			() -> fixtures.decoder().decode(data, fixture.shape(), new byte[(int) fixture.shape().bytes()]))
			.getMessage();
		assertTrue(message.contains("byte " + data.length), message);
	}

	/**
	 * The interval is 3 lines, so 27 of 29 lines end with the ninth interval, before the second RST0 (the ninth
	 * marker).
	 */
	@Test
	void namesTheRestartMarkerThatIsNotThere() throws DicomException {
		final CodecFixture fixture = fixtures.fixture("restart-grey12.jls");
		final byte[] data = fixture.data().clone();
		int at = data.length - 3;
		while (data[at] != (byte) 0xFF || data[at + 1] != (byte) 0xD0)
			at--;
		data[at + 1] = (byte) 0xD5;
		assertEquals(27 * 37, assertDamaged(fixture, data, "marker FFD5 at byte " + at + " where restart marker FFD0"));
	}

	@Test
	void saysThatDataAreLeftOver() throws DicomException {
		final CodecFixture fixture = fixtures.fixture("grey8.jls");
		final byte[] data = Arrays.copyOf(fixture.data(), fixture.data().length + 4);
		data[data.length - 2] = (byte) 0xFF;
		data[data.length - 1] = (byte) 0xD9;
		// The end was FFD9, now it is 0000 0000 FFD9.
		data[data.length - 6] = 0;
		data[data.length - 5] = 0;
		assertEquals(29 * 37,
			assertDamaged(fixture, data, "4 bytes of a scan are left over at byte " + (data.length - 6)));
	}

	/** Decodes what is left, which must be right, and returns the number of pixels. */
	private int assertDamaged(final CodecFixture fixture, final byte[] data, final String damage)
		throws DicomException
	{
		final byte[] samples = new byte[(int) fixture.shape().bytes()];
		final DecodedFrame frame = fixtures.decoder().decode(data, fixture.shape(), samples);
		assertTrue(frame.damage().contains(damage), frame.damage());
		assertEquals(0, frame.pixels() % fixture.shape().columns(), "whole lines");
		final int bytes = frame.pixels() * fixture.shape().samplesPerPixel() * fixture.shape().bytesPerSample();
		assertArrayEquals(Arrays.copyOf(fixture.expected(), bytes), Arrays.copyOf(samples, bytes));
		return frame.pixels();
	}
}
