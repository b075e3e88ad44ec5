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

package io.github.dicomvolumes.pixels.codec.jpeg2000;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.pixels.codec.CodecFixture;
import io.github.dicomvolumes.pixels.codec.DecodedFrame;
import io.github.dicomvolumes.pixels.codec.FrameShape;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Streams that promise more than they hold, or contradict themselves or the data set. */
class Jpeg2000HostileTest {

	/** Far more than any of these takes. */
	private static final Duration SOON = Duration.ofSeconds(20);

	@Test
	void tilesOfOnePixelWithAllLevels() throws DicomException {
		final StreamBuilder stream = new StreamBuilder(200, 200, 1, 1).style(ProgressionOrder.LRCP, 1, 32, 15, 0)
			.steps(32);
		for (int t = 0; t < 40_000; t++)
			stream.tile(t, new byte[33]);
		final byte[] samples = new byte[40_000];
		final DecodedFrame decoded = soon(stream.bytes(), shape(200, 200), samples);
		assertEquals("", decoded.damage());
		assertEquals((byte) 128, samples[12_345], "no coefficients: the middle of the range");
	}

	@Test
	void missingTilesAreZeroAndSaid() throws DicomException {
		final byte[] data = new StreamBuilder(200, 200, 1, 1).style(ProgressionOrder.LRCP, 1, 0, 15, 0)
			.steps(0)
			.tile(1, new byte[1])
			.bytes();
		final byte[] samples = new byte[40_000];
		Arrays.fill(samples, (byte) 1);
		final DecodedFrame decoded = soon(data, shape(200, 200), samples);
		assertEquals(0, samples[0]);
		assertEquals((byte) 128, samples[1]);
		assertTrue(decoded.damage().contains("39999 of 40000"), decoded.damage());
	}

	@ParameterizedTest
	@EnumSource(ProgressionOrder.class)
	void smallestPrecinctsAndMostLayers(final ProgressionOrder order) throws DicomException {
		final byte[] data = new StreamBuilder(2000, 2000, 2000, 2000).style(order, 0xFFFF, 5, 1, 0)
			.steps(5)
			.tile(0, new byte[50_000])
			.bytes();
		final DecodedFrame decoded = soon(data, shape(2000, 2000), new byte[4_000_000]);
		assertTrue(decoded.damage().contains("ends before its last packet"), decoded.damage());
	}

	@ParameterizedTest
	@EnumSource(ProgressionOrder.class)
	void manyChangesOfTheOrderThatReadNothing(final ProgressionOrder order) throws DicomException {
		final ByteBuffer changes = ByteBuffer.allocate(7 * 9000);
		while (changes.hasRemaining())
			changes.put(new byte[] { 0, 0, 0, 1, 33, 1, (byte) order.ordinal() });
		final byte[] data = new StreamBuilder(1000, 1000, 1000, 1000).style(order, 2, 5, 1, 0)
			.steps(5)
			.segment(Marker.POC, changes.array())
			.tile(0, new byte[400_000])
			.bytes();
		final DecodedFrame decoded = soon(data, shape(1000, 1000), new byte[1_000_000]);
		assertTrue(decoded.damage().contains("more precincts"), decoded.damage());
	}

	/** Runs of resolutions that no component has, 65,535 layers each. */
	@ParameterizedTest
	@EnumSource(ProgressionOrder.class)
	void manyChangesOfTheOrderThatCoverNothing(final ProgressionOrder order) {
		final ByteBuffer changes = ByteBuffer.allocate(7 * 9000);
		while (changes.hasRemaining())
			changes.put(new byte[] { 32, 0, (byte) 0xFF, (byte) 0xFF, 33, 1, (byte) order.ordinal() });
		final StreamBuilder stream = new StreamBuilder(100, 100, 1, 1).style(order, 0xFFFF, 5, 1, 0)
			.steps(5)
			.segment(Marker.POC, changes.array());
		for (int tile = 0; tile < 10_000; tile++)
			stream.tile(tile, new byte[1]);
		assertThrows(DicomException.class, () -> soon(stream.bytes(), shape(100, 100), new byte[10_000]));
	}

	@Test
	void oneTileThatIsTooGreatForMemory() {
		final byte[] data = new StreamBuilder(0x7FFFFFFF, 0x7FFFFFFF, 0x7FFFFFFF, 0x7FFFFFFF)
			.style(ProgressionOrder.LRCP, 1, 5, 15, 0)
			.steps(5)
			.tile(0, new byte[6])
			.bytes();
		assertMessage("2147483647 columns", data, shape(512, 512));
	}

	@Test
	void aStreamWithoutPacketsIsRefused() {
		final byte[] data = new StreamBuilder(8, 8, 8, 8).style(ProgressionOrder.LRCP, 1, 0, 15, 0)
			.steps(0)
			.tile(0)
			.bytes();
		assertMessage("not one packet", data, shape(8, 8));
		assertMessage("cut or damaged", Arrays.copyOf(data, data.length - 14), shape(8, 8));
	}

	@Test
	void aStreamWithoutStepsIsRefused() {
		final StreamBuilder stream = new StreamBuilder(8, 8, 8, 8).style(ProgressionOrder.LRCP, 1, 3, 15, 0);
		assertMessage("no QCD", new StreamBuilder(8, 8, 8, 8).style(ProgressionOrder.LRCP, 1, 3, 15, 0).tile(0).bytes(),
			shape(8, 8));
		assertMessage("7 quantization steps for component 0; 3 levels need 10", stream.steps(2).tile(0).bytes(),
			shape(8, 8));
	}

	@Test
	void aMixOfHtAndOtherBlocksIsRefusedByName() {
		final byte[] style = new StreamBuilder(8, 8, 8, 8).style(ProgressionOrder.LRCP, 1, 0, 15, 0xC0)
			.steps(0)
			.tile(0, new byte[1])
			.bytes();
		assertMessage("HTMIXED", style, shape(8, 8));
		final byte[] capability = new StreamBuilder(8, 8, 8, 8)
			.segment(Marker.CAP, new byte[] { 0, 2, 0, 0, (byte) 0xC0, 0 })
			.style(ProgressionOrder.LRCP, 1, 0, 15, 0x40)
			.steps(0)
			.tile(0, new byte[1])
			.bytes();
		assertMessage("HTMIXED", capability, shape(8, 8));
	}

	@Test
	void theDataSetMustAgree() {
		final byte[] data = new StreamBuilder(8, 8, 8, 8).style(ProgressionOrder.LRCP, 1, 0, 15, 0)
			.steps(0)
			.tile(0, new byte[1])
			.bytes();
		assertMessage("8 columns and 8 rows; it must be 8 and 7", data, shape(8, 7));
		assertMessage("1 components; it must be 3", data, new FrameShape(8, 8, 3, 8, 8));
		data[2 + 4 + 36] = 11; // Ssiz: 12 bits
		assertMessage("precision 12; it must be 8 at most", data, shape(8, 8));
	}

	@Test
	void aCutStreamDecodesWhatThereIs() throws DicomException {
		final CodecFixture fixture = Jpeg2000DecoderTest.fixture("rgb8-RLCP.j2k");
		final byte[] samples = new byte[(int) fixture.shape().bytes()];
		int before = 0;
		for (final double part : new double[] { 0.3, 0.6, 0.9 }) {
			final DecodedFrame decoded = new Jpeg2000Decoder()
				.decode(Arrays.copyOf(fixture.data(), (int) (part * fixture.data().length)), fixture.shape(), samples);
			assertEquals(fixture.shape().columns() * fixture.shape().rows(), decoded.pixels());
			assertTrue(decoded.damage().contains("tile-part"), decoded.damage());
			int close = 0;
			for (int i = 0; i < samples.length; i++)
				if (Math.abs((samples[i] & 0xFF) - (fixture.expected()[i] & 0xFF)) <= 20) close++;
			assertTrue(close > before, "the more, the closer: " + close + " after " + before);
			before = close;
		}
		assertTrue(before > 0.9 * samples.length, before + " of " + samples.length);
	}

	@Test
	void theEndMarkerMayBeMissing() throws DicomException {
		final CodecFixture fixture = Jpeg2000DecoderTest.fixture("tiles.j2k");
		final byte[] data = Arrays.copyOf(fixture.data(), fixture.data().length - 2);
		final byte[] samples = new byte[(int) fixture.shape().bytes()];
		assertEquals("", new Jpeg2000Decoder().decode(data, fixture.shape(), samples).damage());
		assertTrue(Arrays.equals(fixture.expected(), samples));
	}

	private static FrameShape shape(final int columns, final int rows) {
		return new FrameShape(columns, rows, 1, 8, 8);
	}

	private static DecodedFrame soon(final byte[] data, final FrameShape shape, final byte[] samples) {
		return assertTimeoutPreemptively(SOON, () -> new Jpeg2000Decoder().decode(data, shape, samples));
	}

	private static void assertMessage(final String part, final byte[] data, final FrameShape shape) {
		final DicomException exc = assertThrows(DicomException.class,
			() -> new Jpeg2000Decoder().decode(data, shape, new byte[(int) shape.bytes()]));
		assertTrue(exc.getMessage().contains(part), exc.getMessage());
	}
}
