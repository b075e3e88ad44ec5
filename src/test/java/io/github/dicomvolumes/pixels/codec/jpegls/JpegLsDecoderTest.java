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
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.pixels.codec.CodecFixture;
import io.github.dicomvolumes.pixels.codec.DecodedFrame;
import io.github.dicomvolumes.pixels.codec.DecodedFrame.Colours;
import io.github.dicomvolumes.pixels.codec.FrameDecoder;
import io.github.dicomvolumes.pixels.codec.FrameDecoderContract;
import io.github.dicomvolumes.pixels.codec.FrameShape;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Streams of CharLS, DCMTK and GDCM. */
class JpegLsDecoderTest extends FrameDecoderContract {

	/** A remark of a near-lossless fixture; the source is what the lossless one of that name becomes. */
	private static final Pattern NEAR_OF = Pattern.compile("NEAR (\\d+) of (\\S+)");

	@Override
	protected FrameDecoder decoder() {
		return new JpegLsDecoder();
	}

	@Override
	protected String family() {
		return "jpegls";
	}

	@Test
	void nearLosslessSamplesAreNearTheSource() throws DicomException {
		int checked = 0;
		for (final CodecFixture fixture : fixtures()) {
			final Matcher matcher = NEAR_OF.matcher(fixture.remark());
			if (!matcher.find()) continue;
			final byte[] source = fixture(matcher.group(2)).expected();
			final byte[] samples = new byte[(int) fixture.shape().bytes()];
			decoder().decode(fixture.data(), fixture.shape(), samples);
			final int count = samples.length / fixture.shape().bytesPerSample();
			for (int i = 0; i < count; i++)
				assertEquals(sample(fixture, source, i), sample(fixture, samples, i),
					Integer.parseInt(matcher.group(1)), fixture + ", sample " + i);
			checked++;
		}
		assertEquals(13, checked, "near-lossless fixtures");
	}

	/** dcmcjpls now and then writes 0 as the identifier of a component into the frame header. */
	@ParameterizedTest
	@ValueSource(strings = { "colour-line.jls", "colour-sample.jls" })
	void scanOfAllComponentsNeedsNoMatchingIdentifiers(final String name) throws DicomException {
		final CodecFixture fixture = fixture(name);
		final byte[] data = fixture.data().clone(), samples = new byte[(int) fixture.shape().bytes()];
		int frame = 2;
		while (data[frame] != (byte) 0xFF || data[frame + 1] != (byte) 0xF7)
			frame++;
		assertEquals(2, data[frame + 13]);
		data[frame + 13] = 0;
		assertEquals("", decoder().decode(data, fixture.shape(), samples).damage());
		assertArrayEquals(fixture.expected(), samples);
		for (int c = 0; c < 3; c++)
			data[frame + 10 + 3 * c] = (byte) c; // and so that those of the scan are one further
		Arrays.fill(samples, (byte) 0);
		assertEquals("", decoder().decode(data, fixture.shape(), samples).damage());
		assertArrayEquals(fixture.expected(), samples);
	}

	@ParameterizedTest
	@CsvSource({ "grey12.jls, 12, UNSTATED", "colour-line.jls, 8, UNSTATED", "hp1.jls, 8, RGB", "hp3-16.jls, 16, RGB" })
	void saysPrecisionAndColours(final String name, final int precision, final Colours colours) throws DicomException {
		final CodecFixture fixture = fixture(name);
		final DecodedFrame frame = decoder().decode(fixture.data(), fixture.shape(),
			new byte[(int) fixture.shape().bytes()]);
		assertEquals(precision, frame.precision());
		assertEquals(colours, frame.colours());
		assertFalse(frame.signed(), "JPEG-LS has no signs");
	}

	@ParameterizedTest
	@CsvSource({ "grey8.jls, 16", "grey8.jls, 40", "grey12.jls, 24", "colour-sample.jls, 32" })
	void widerSamplesAreFilledWithZeros(final String name, final int bitsAllocated) throws DicomException {
		final CodecFixture fixture = fixture(name);
		final FrameShape shape = fixture.shape();
		final FrameShape wide = new FrameShape(shape.columns(), shape.rows(), shape.samplesPerPixel(), bitsAllocated,
			shape.bitsStored());
		final byte[] samples = new byte[(int) wide.bytes()];
		Arrays.fill(samples, (byte) 0x55);
		decoder().decode(fixture.data(), wide, samples);
		final int narrow = shape.bytesPerSample();
		for (int i = 0; i < samples.length; i++) {
			final int at = i / wide.bytesPerSample();
			final int part = i % wide.bytesPerSample();
			assertEquals(part < narrow ? fixture.expected()[at * narrow + part] : 0, samples[i]);
		}
	}

	CodecFixture fixture(final String name) {
		return fixtures().stream().filter(fixture -> fixture.name().equals(name)).findFirst().orElseThrow();
	}

	private static int sample(final CodecFixture fixture, final byte[] samples, final int index) {
		return fixture.shape().bytesPerSample() == 1 ? samples[index] & 0xFF
			: samples[2 * index] & 0xFF | (samples[2 * index + 1] & 0xFF) << 8;
	}
}
