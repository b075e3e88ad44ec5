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

package io.github.dicomvolumes.view.over;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;

import org.junit.jupiter.api.Test;

/** Only border pixels of labels are left. */
class OutlineTest {

	/** Two labels that touch each other, the plane's border, and a place where there is nothing. */
	@Test
	void borderOfEachLabelIsLeft() {
		assertEquals("""
						..01...
						.001111
						0111222
						1..12..
						...12..
						""", outlined("""
										0001111
										0001111
										0111222
										1111222
										1111222
										"""));
		assertEquals(".1-2.", outlined("11-22").strip());
	}

	/** Digits are labels; - is where there is none, and . where nothing is drawn. */
	private static String outlined(final String rows) {
		final int width = rows.indexOf('\n') < 0 ? rows.length() : rows.indexOf('\n');
		final String text = rows.replace("\n", "");
		final float[] labels = new float[text.length()];
		for (int i = 0; i < labels.length; i++)
			labels[i] = text.charAt(i) == '-' ? Float.NaN : text.charAt(i) - '0';
		Outline.keep(labels, width);
		final StringBuilder drawn = new StringBuilder();
		for (int i = 0; i < labels.length; i++) {
			final char empty = text.charAt(i) == '-' ? '-' : '.';
			drawn.append(Float.isNaN(labels[i]) ? empty : (char) ('0' + labels[i]));
			if (i % width == width - 1) drawn.append('\n');
		}
		return drawn.toString();
	}

	@Test
	void pixelsWithAnotherNeighbourAreLeft() {
		final Random random = new Random(5);
		for (int n = 0; n < 50; n++) {
			final int width = 1 + random.nextInt(12), height = 1 + random.nextInt(12);
			final float[] labels = new float[width * height];
			for (int i = 0; i < labels.length; i++)
				labels[i] = random.nextInt(5) == 0 ? random.nextInt(3) : 1;
			final float[] kept = labels.clone();
			Outline.keep(kept, width);
			for (int y = 0; y < height; y++)
				for (int x = 0; x < width; x++) {
					boolean differs = false;
					for (final int[] step : new int[][] { { 1, 0 }, { -1, 0 }, { 0, 1 }, { 0, -1 } }) {
						final int u = x + step[0], v = y + step[1];
						if (u < 0 || v < 0 || u >= width || v >= height) continue;
						differs |= labels[u + v * width] != labels[x + y * width];
					}
					assertEquals(differs ? labels[x + y * width] : Float.NaN, kept[x + y * width]);
				}
		}
	}
}
