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

package io.github.dicomvolumes.data;

import static io.github.dicomvolumes.SyntheticObjects.csa;
import static io.github.dicomvolumes.SyntheticObjects.mosaicCsa;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsaHeaderTest {

	@ParameterizedTest
	@ValueSource(ints = { 1, 2 })
	void valuesOfBothTypesAreRead(final int type) {
		final CsaHeader header = CsaHeader.of(mosaicCsa(type, 36, 0.5, -0.25, 1));
		assertEquals(List.of("36"), header.strings("NumberOfImagesInMosaic"));
		assertArrayEquals(new double[] { 0.5, -0.25, 1 }, header.numbers("SliceNormalVector"));
		assertEquals(List.of(), header.strings("Absent"));
	}

	@Test
	void textThatIsNoNumberIsNaN() {
		assertTrue(Double.isNaN(CsaHeader.of(csa(2, Map.of("A", List.of("east")))).numbers("A")[0]));
	}

	@Test
	void tagsBeforeABrokenLengthCount() {
		final byte[] bytes = mosaicCsa(2, 9, 0, 0, 1);
		final int start = 16 + 2 * (84 + 6 * 16) + 4 + 8; // two tags with texts of 4 and 8 bytes
		final ByteBuffer header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
		assertEquals('S', bytes[start], "SliceNormalVector begins here");
		header.putInt(start + 84 + 4, Integer.MAX_VALUE);
		final CsaHeader broken = CsaHeader.of(bytes);
		assertEquals(List.of("9"), broken.strings("NumberOfImagesInMosaic"));
		assertEquals(List.of(), broken.strings("SliceNormalVector"));
	}

	@Test
	void otherBytesHaveNoTags() {
		assertEquals(Map.of(), CsaHeader.of(new byte[0]).values());
		assertEquals(Map.of(), CsaHeader.of("SV10".getBytes()).values());
		assertEquals(Map.of(), CsaHeader.of("<XProtocol> is text, as newer scanners write it".getBytes()).values());
	}

	@Test
	void noBytesMakeItFail() {
		final Random random = new Random(7);
		for (int i = 0; i < 3000; i++) {
			final byte[] bytes = mosaicCsa(1 + i % 2, 25, 0, 0, 1);
			for (int n = 0; n < 5; n++)
				bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
			CsaHeader.of(bytes);
			CsaHeader.of(Arrays.copyOf(bytes, random.nextInt(bytes.length)));
		}
	}
}
