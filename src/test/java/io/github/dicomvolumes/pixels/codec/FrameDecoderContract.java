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

package io.github.dicomvolumes.pixels.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.github.dicomvolumes.data.DicomException;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every decoder of compressed frames must do; each inherits this and brings its fixtures. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class FrameDecoderContract {

	/** Mutated streams for each fixture; {@code -Dfuzz=100000} for a long run. */
	private static final int MUTATIONS = Integer.getInteger("fuzz", 40);
	/** How often each fixture is cut among its first bytes, most of which are headers, and again anywhere. */
	private static final int CUTS = 24, HEAD = 120;

	protected abstract FrameDecoder decoder();

	/** The resource folder with the fixtures. */
	protected abstract String family();

	protected List<CodecFixture> fixtures() {
		return CodecFixture.of(family());
	}

	@ParameterizedTest
	@MethodSource("fixtures")
	void decodesTheFixture(final CodecFixture fixture) throws DicomException {
		assertDecodes(fixture, fixture.data());
	}

	@ParameterizedTest
	@MethodSource("fixtures")
	void ignoresBytesAfterTheEnd(final CodecFixture fixture) throws DicomException {
		assertDecodes(fixture, Arrays.copyOf(fixture.data(), fixture.data().length + 1));
	}

	@ParameterizedTest
	@MethodSource("fixtures")
	void refusesAnotherSize(final CodecFixture fixture) {
		final FrameShape s = fixture.shape();
		final FrameShape wider = new FrameShape(s.columns() + 1, s.rows(), s.samplesPerPixel(), s.bitsAllocated(),
			s.bitsStored());
		final DicomException exc = assertThrows(DicomException.class, () -> decode(fixture.data(), wider));
		assertTrue(exc.getMessage().matches("(?s).*\\d.*"), "names offset and size: " + exc.getMessage());
	}

	@Test
	void refusesNothing() {
		assertThrows(DicomException.class, () -> decode(new byte[0], fixtures().get(0).shape()));
	}

	@Test
	void isSharedByThreads() {
		final List<CodecFixture> fixtures = fixtures();
		IntStream.range(0, 4 * fixtures.size()).parallel().forEach(i -> {
			final CodecFixture fixture = fixtures.get(i % fixtures.size());
			try {
				assertDecodes(fixture, fixture.data());
			}
			catch (final DicomException exc) {
				fail(fixture + ": " + exc.getMessage());
			}
		});
	}

	@ParameterizedTest
	@MethodSource("fixtures")
	void survivesTruncation(final CodecFixture fixture) {
		final byte[] data = fixture.data();
		for (final int end : new int[] { Math.min(data.length, HEAD), data.length })
			for (int i = 0; i < CUTS; i++) {
				final int length = i * end / CUTS;
				assertHarmless(fixture, Arrays.copyOf(data, length), "cut to " + length + " bytes");
			}
	}

	@ParameterizedTest
	@MethodSource("fixtures")
	void survivesMutations(final CodecFixture fixture) {
		final Random random = new Random(fixture.name().hashCode());
		for (int i = 0; i < MUTATIONS; i++) {
			final byte[] data = fixture.data().clone();
			final int head = random.nextBoolean() ? data.length : Math.min(data.length, HEAD);
			for (int n = random.nextInt(4); n >= 0; n--)
				data[random.nextInt(head)] = (byte) switch (random.nextInt(3)) {
					case 0 -> 0xFF;
					case 1 -> data[random.nextInt(data.length)];
					default -> random.nextInt(256);
				};
			assertHarmless(fixture, data, "mutation " + i);
		}
	}

	/** Decodes or refuses, but throws nothing else and ends. */
	private void assertHarmless(final CodecFixture fixture, final byte[] data, final String what) {
		assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
			try {
				final DecodedFrame decoded = decoder().decode(data, fixture.shape(),
					new byte[(int) fixture.shape().bytes()]);
				final int pixels = fixture.shape().columns() * fixture.shape().rows();
				assertTrue(decoded.pixels() > 0 && decoded.pixels() <= pixels, () -> decoded.pixels() + " pixels");
				assertTrue(decoded.pixels() == pixels || !decoded.damage().isEmpty(), "says what is missing");
			}
			catch (final DicomException exc) {
				assertTrue(exc.getMessage().length() > 10, exc.getMessage());
			}
		}, () -> fixture + ", " + what);
	}

	private void assertDecodes(final CodecFixture fixture, final byte[] data) throws DicomException {
		final byte[] samples = new byte[(int) fixture.shape().bytes()];
		Arrays.fill(samples, (byte) 0x55);
		final DecodedFrame decoded = decoder().decode(data, fixture.shape(), samples);
		assertEquals("", decoded.damage());
		assertEquals(fixture.shape().columns() * fixture.shape().rows(), decoded.pixels());
		if (fixture.tolerance() == 0) assertArrayEquals(fixture.expected(), samples);
		else for (int i = 0; i < samples.length / fixture.shape().bytesPerSample(); i++)
			assertEquals(fixture.sample(fixture.expected(), i, decoded.signed()),
				fixture.sample(samples, i, decoded.signed()), fixture.tolerance(), "sample " + i);
	}

	private byte[] decode(final byte[] data, final FrameShape shape) throws DicomException {
		final byte[] samples = new byte[(int) shape.bytes()];
		decoder().decode(data, shape, samples);
		return samples;
	}
}
