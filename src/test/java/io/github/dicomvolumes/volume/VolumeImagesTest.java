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

package io.github.dicomvolumes.volume;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.TransferSyntax;
import io.github.dicomvolumes.pixels.FrameCoding;
import io.github.dicomvolumes.pixels.PlanePlan;
import io.github.dicomvolumes.pixels.Rescale;

/** Axes beyond the third: planes are in the order slice, channel, time. */
class VolumeImagesTest {

	private static final long[] SIZE = { 3, 2, 4, 2, 3 };

	/** 24 planes of 6 pixels, value 10 * plane + pixel, the slope of plane p is p + 1. */
	private static VolumeImages images(final boolean differ) throws DicomException {
		final FrameCoding[] codings = new FrameCoding[24];
		for (int p = 0; p < 24; p++) {
			final FrameCoding coding = FrameCoding.of(Attributes.builder()
				.put(Tag.ROWS, 2)
				.put(Tag.COLUMNS, 3)
				.put(Tag.BITS_ALLOCATED, 16)
				.put(Tag.PHOTOMETRIC_INTERPRETATION, "MONOCHROME2")
				.build(), TransferSyntax.EXPLICIT_LITTLE_ENDIAN, Tag.PIXEL_DATA, note -> {});
			codings[p] = new FrameCoding(coding.format(), new Rescale(differ ? p + 1 : 1, 0, ""), Optional.empty());
		}
		final PlanePlan plan = PlanePlan.of(Arrays.asList(codings), false);
		final Object[] planes = IntStream.range(0, 24).mapToObj(p -> {
			final Object plane = plan.type().newPlane(6);
			for (int i = 0; i < 6; i++)
				plan.type().fill(plane, i, i + 1, plan.held(10 * p + i, codings[p]));
			return plane;
		}).toArray();
		codings[7] = null; // no file gave slice 3, channel 1, time 0
		return new VolumeImages(plan, codings, new MemoryPlanes(planes, 3), SIZE);
	}

	@Test
	void storedValuesAreAtTheirPlaces() throws DicomException {
		for (final boolean differ : new boolean[] { false, true }) {
			final VolumeImages images = images(differ);
			assertArrayEquals(SIZE, images.stored().dimensionsAsLongArray());
			for (int t = 0; t < 3; t++)
				for (int c = 0; c < 2; c++)
					for (int z = 0; z < 4; z++) {
						final int p = z + 4 * (c + 2 * t);
						assertEquals(differ && p == 7 ? 0 : 10 * p + 5,
							images.stored().getAt(2, 1, z, c, t).getRealDouble());
						assertEquals((differ ? p + 1 : 1) * (10 * p + 5), images.values().getAt(2, 1, z, c, t).get());
					}
		}
	}
}
