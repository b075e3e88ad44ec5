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
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.data.Tag;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

class PaddingTest {

	@Test
	void signComesFromPixelRepresentation() throws DicomException {
		// The dictionary says US, so that these are the bits of -2000.
		assertEquals(Optional.of(new Padding(-2000, -2000)),
			slice().bits(16, 16, 15, true).with(Tag.PIXEL_PADDING_VALUE, 63536).padding());
		assertEquals(Optional.of(new Padding(63536, 63536)), slice().with(Tag.PIXEL_PADDING_VALUE, 63536).padding());
	}

	@Test
	void limitIsOnEitherSide() throws DicomException {
		final Padding padding = slice().with(Tag.PIXEL_PADDING_VALUE, 100)
			.with(Tag.PIXEL_PADDING_RANGE_LIMIT, 90)
			.padding()
			.orElseThrow();
		assertEquals(90, padding.low());
		assertEquals(100, padding.high());
		assertEquals(110,
			slice().with(Tag.PIXEL_PADDING_VALUE, 100)
				.with(Tag.PIXEL_PADDING_RANGE_LIMIT, 110)
				.padding()
				.orElseThrow()
				.high());
	}

	@Test
	void normallyAbsent() throws DicomException {
		final Slices slice = slice();
		assertTrue(slice.padding().isEmpty());
		assertEquals(List.of(), slice.notes);
	}

	@Test
	void ignoresWhatTheStoredBitsCannotHold() throws DicomException {
		final Slices slice = slice().bits(16, 12, 11, false).with(Tag.PIXEL_PADDING_VALUE, 63536);
		assertTrue(slice.padding().isEmpty());
		assertEquals(List.of("(0028,0120) Pixel Padding Value is 63536; stored values are 0 to 4095, it is ignored."),
			slice.notes);
	}
}
