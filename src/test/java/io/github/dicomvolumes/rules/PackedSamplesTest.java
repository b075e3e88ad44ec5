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

package io.github.dicomvolumes.rules;

import static io.github.dicomvolumes.rules.Volumes.stored;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToLongFunction;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.Encapsulated;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.TransferSyntax;
import io.github.dicomvolumes.data.VR;
import io.github.dicomvolumes.pixels.PlaneType;
import io.github.dicomvolumes.volume.DicomVolume;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** R37: samples that are no whole bytes, and those of 64 bits. */
class PackedSamplesTest {

	private static final int PIXELS = 11 * 3;

	@TempDir
	private Path folder;

	/** Frames of 33 bits: the second begins in bit 1 of byte 4. */
	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void framesOfSingleBitsFollowWithoutAGap(final boolean bigEndian) throws IOException {
		series(1, 1, 3, bits(1, 3 * PIXELS, i -> i % 5 == 0 ? 1 : 0))
			.syntax(bigEndian ? TransferSyntax.EXPLICIT_BIG_ENDIAN : TransferSyntax.EXPLICIT_LITTLE_ENDIAN)
			.write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertEquals(PlaneType.UINT8, volume.plan().type());
		assertEquals(3, volume.stack().times());
		for (int i = 0; i < 3 * PIXELS; i++)
			assertEquals(i % 5 == 0 ? 1 : 0, ((byte[]) volume.plane(0, 0, i / PIXELS))[i % PIXELS], "pixel " + i);
	}

	@Test
	void twelveBitsArePacked() throws IOException {
		series(12, 12, 2, bits(12, 2 * PIXELS, i -> 61 * i)).write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		for (int i = 0; i < 2 * PIXELS; i++)
			assertEquals(61 * i, ((short[]) volume.plane(0, 0, i / PIXELS))[i % PIXELS], "pixel " + i);
	}

	@Test
	void cutPackedFrameKeepsWhatIsThere() throws IOException {
		series(12, 12, 1, Arrays.copyOf(bits(12, PIXELS, i -> 100 + i), 36)).write(folder); // 24 samples
		final DicomVolume volume = DicomVolumes.open(folder);
		assertEquals(123, stored(volume, 1, 2, 0));
		assertEquals(0, stored(volume, 2, 2, 0)); // no slice is complete
		assertTrue(volume.report().note().contains("cut or damaged"), volume.report().note());
	}

	/** Words of big endian bytes are swapped over the borders of frames. */
	@Test
	void oddFramesOfBytesInBigEndianWordsAreReadInPlace() throws IOException {
		series(8, 8, 2, bits(8, 2 * PIXELS, i -> i)).syntax(TransferSyntax.EXPLICIT_BIG_ENDIAN)
			.damage(0, PackedSamplesTest::swapPixelWords)
			.write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		for (int i = 0; i < 2 * PIXELS; i++)
			assertEquals(i, ((byte[]) volume.plane(0, 0, i / PIXELS))[i % PIXELS], "pixel " + i);
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void wordsOf64Bits(final boolean signed) throws IOException {
		final ByteBuffer words = ByteBuffer.allocate(8 * PIXELS).order(ByteOrder.LITTLE_ENDIAN);
		for (int i = 0; i < PIXELS; i++)
			words.putLong(-1L - i); // the highest numbers if unsigned
		final SyntheticSeries series = series(64, 64, 1, words.array());
		(signed ? series.with(Tag.PIXEL_REPRESENTATION, 1) : series).write(folder);
		final float value = ((float[]) DicomVolumes.open(folder).plane(0, 0, 0))[4];
		assertEquals(signed ? -5 : new BigInteger("18446744073709551611").floatValue(), value);
	}

	@Test
	void compressedSingleBitsAreReadToo() throws IOException {
		final var attributes = series(1, 1, 1, new byte[0]).attributes(0);
		final byte[] packed = bits(1, PIXELS, i -> i % 3 == 0 ? 1 : 0);
		Files.write(folder.resolve("rle"), Encapsulated.file(attributes, Encapsulated.RLE, Encapsulated.NO_TABLE,
			List.of(Encapsulated.rle(packed, 1, 1))));
		final DicomVolume volume = DicomVolumes.open(folder);
		for (int i = 0; i < PIXELS; i++)
			assertEquals(i % 3 == 0 ? 1 : 0, ((byte[]) volume.plane(0, 0, 0))[i], "pixel " + i);
	}

	/** Samples of 12 bits are packed, and no decoder packs: one such file is named, the others are read. */
	@Test
	void compressedTwelveBitsAreNamed() throws IOException {
		final var attributes = series(12, 12, 1, new byte[0]).attributes(0);
		Files.write(folder.resolve("rle"), Encapsulated.file(attributes, Encapsulated.RLE, Encapsulated.NO_TABLE,
			List.of(Encapsulated.rle(bits(12, PIXELS, i -> i), 1, 1))));
		final String message = assertThrows(DicomException.class, () -> DicomVolumes.open(folder)).getMessage();
		assertTrue(message.contains("(0028,0100) Bits Allocated is 12; "), message);
	}

	@Test
	void uncompressedFragmentsOfPackedSamplesAreRead() throws IOException {
		final var attributes = series(12, 12, 1, new byte[0]).attributes(0);
		Files.write(folder.resolve("fragment"),
			Encapsulated.file(attributes, TransferSyntax.EXPLICIT_LITTLE_ENDIAN.uid(), Encapsulated.NO_TABLE,
				List.of(bits(12, PIXELS, i -> 61 * i))));
		final DicomVolume volume = DicomVolumes.open(folder);
		for (int i = 0; i < PIXELS; i++)
			assertEquals(61 * i, ((short[]) volume.plane(0, 0, 0))[i], "pixel " + i);
	}

	/** Images of 11 x 3 pixels, frames one after another as in a cine loop. */
	private static SyntheticSeries series(final int allocated, final int stored, final int frames,
		final byte[] pixels)
	{
		return new SyntheticSeries().slices(1)
			.size(11, 3)
			.modality("OT")
			.with(Tag.PIXEL_REPRESENTATION, 0)
			.each((k, b) -> b.put(Tag.BITS_ALLOCATED, VR.US, allocated)
				.put(Tag.BITS_STORED, VR.US, stored)
				.put(Tag.HIGH_BIT, VR.US, stored - 1)
				.put(Tag.NUMBER_OF_FRAMES, Integer.toString(frames))
				.put(Tag.PIXEL_DATA, allocated == 1 ? VR.OB : VR.OW, pixels));
	}

	/** Samples one after another, the first in the lowest bits. */
	private static byte[] bits(final int bits, final int n, final IntToLongFunction value) {
		BigInteger all = BigInteger.ZERO;
		for (int i = n - 1; i >= 0; i--)
			all = all.shiftLeft(bits).or(BigInteger.valueOf(value.applyAsLong(i)));
		final byte[] bytes = new byte[(n * bits + 15) / 16 * 2];
		for (int i = 0; i < bytes.length; i++)
			bytes[i] = all.shiftRight(8 * i).byteValue();
		return bytes;
	}

	/** The pixels are the last bytes of the file, and the writer swaps none of 8 bits. */
	private static byte[] swapPixelWords(final byte[] bytes) {
		final int n = (2 * PIXELS + 1) / 2 * 2;
		for (int i = bytes.length - n; i < bytes.length; i += 2) {
			final byte first = bytes[i];
			bytes[i] = bytes[i + 1];
			bytes[i + 1] = first;
		}
		return bytes;
	}
}
