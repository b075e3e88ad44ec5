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

package io.github.dicomvolumes.volume.structures;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;

import net.imglib2.img.array.ArrayImgs;
import net.imglib2.view.Views;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Lines around the pixels of a mask. */
class MaskOutlineTest {

	@Test
	void onePixel() {
		final List<MaskOutline> outlines = MaskOutline.of(mask("...", ".#.", "..."));
		assertEquals(1, outlines.size());
		assertOutline(outlines.get(0), 2, 1, 2, 2, 1, 2, 1, 1);
	}

	@Test
	void atTheBorder() {
		final List<MaskOutline> outlines = MaskOutline.of(mask("##", "#."));
		assertEquals(1, outlines.size());
		assertOutline(outlines.get(0), 2, 0, 2, 1, 1, 1, 1, 2, 0, 2, 0, 0);
	}

	/** The hole goes the other way. */
	@Test
	void hole() {
		final List<MaskOutline> outlines = MaskOutline.of(mask("####", "#..#", "####"));
		assertEquals(2, outlines.size());
		assertOutline(outlines.get(0), 4, 0, 4, 3, 0, 3, 0, 0);
		assertOutline(outlines.get(1), 3, 2, 3, 1, 1, 1, 1, 2);
	}

	@Test
	void pixelsThatTouchAtACorner() {
		final List<MaskOutline> outlines = MaskOutline.of(mask("#.", ".#"));
		assertEquals(2, outlines.size());
		assertOutline(outlines.get(0), 1, 0, 1, 1, 0, 1, 0, 0);
		assertOutline(outlines.get(1), 2, 1, 2, 2, 1, 2, 1, 1);
	}

	@Test
	void nothing() {
		assertEquals(List.of(), MaskOutline.of(mask("...", "...")));
	}

	/** The even-odd rule gives the mask again; the signed areas add up to it; every edge is walked once. */
	@RepeatedTest(10)
	void outlinesSayTheMask(final RepetitionInfo info) {
		final Random random = new Random(info.getCurrentRepetition());
		final int width = 1 + random.nextInt(40), height = 1 + random.nextInt(40);
		final PlaneMask mask = new PlaneMask(width, height);
		for (int y = 0; y < height; y++)
			for (int x = 0; x < width; x++)
				if (random.nextDouble() < info.getCurrentRepetition() / 11.0) mask.fill(x, x + 1, y);
		final boolean[][] crossed = new boolean[width + 1][height];
		int area = 0, edges = 0, expectedEdges = 0;
		for (final MaskOutline outline : MaskOutline.of(mask)) {
			final int[] x = outline.x(), y = outline.y();
			for (int a = x.length - 1, b = 0; b < x.length; a = b++) {
				area += x[a] * y[b] - x[b] * y[a];
				edges += Math.abs(x[b] - x[a]) + Math.abs(y[b] - y[a]);
				assertTrue(x[a] == x[b] != (y[a] == y[b]), "each edge is along one axis");
				for (int row = Math.min(y[a], y[b]); row < Math.max(y[a], y[b]); row++)
					crossed[x[a]][row] ^= true;
			}
		}
		for (int y = 0; y < height; y++) {
			boolean isInside = false;
			for (int x = 0; x < width; x++) {
				isInside ^= crossed[x][y];
				assertEquals(mask.get(x, y), isInside, x + ", " + y);
			}
		}
		for (int y = 0; y <= height; y++)
			for (int x = 0; x <= width; x++) {
				if (mask.get(x, y) != mask.get(x - 1, y)) expectedEdges++;
				if (mask.get(x, y) != mask.get(x, y - 1)) expectedEdges++;
			}
		assertEquals(2 * mask.count(), area);
		assertEquals(expectedEdges, edges);
	}

	@Test
	void ofAnImage() {
		final var image = ArrayImgs.bits(4, 3, 2);
		final var access = image.randomAccess();
		access.setPositionAndGet(2, 1, 1).set(true);
		final PlaneMask mask = PlaneMask.of(Views.hyperSlice(image, 2, 1));
		assertEquals(4, mask.width());
		assertEquals(3, mask.height());
		assertEquals(1, mask.count());
		assertTrue(mask.get(2, 1));
		assertTrue(PlaneMask.of(Views.interval(Views.hyperSlice(image, 2, 1), new long[] { 2, 1 }, new long[] { 3, 2 }))
			.get(0, 0));
		assertThrows(IllegalArgumentException.class, () -> PlaneMask.of(image));
	}

	private static PlaneMask mask(final String... rows) {
		final PlaneMask mask = new PlaneMask(rows[0].length(), rows.length);
		for (int y = 0; y < rows.length; y++)
			for (int x = 0; x < rows[y].length(); x++)
				if (rows[y].charAt(x) == '#') mask.fill(x, x + 1, y);
		return mask;
	}

	private static void assertOutline(final MaskOutline outline, final int... xy) {
		final int[] actual = new int[2 * outline.x().length];
		for (int i = 0; i < outline.x().length; i++) {
			actual[2 * i] = outline.x()[i];
			actual[2 * i + 1] = outline.y()[i];
		}
		assertArrayEquals(xy, actual);
	}
}
