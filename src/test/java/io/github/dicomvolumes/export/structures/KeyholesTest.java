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

package io.github.dicomvolumes.export.structures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import io.github.dicomvolumes.volume.structures.Contour;
import io.github.dicomvolumes.volume.structures.MaskOutline;
import io.github.dicomvolumes.volume.structures.PlacedContour;
import io.github.dicomvolumes.volume.structures.PlaneMask;

import net.imglib2.img.array.ArrayImgs;

import org.junit.jupiter.api.Test;

/** Areas with holes, and islands in holes, are the same as one contour each. */
class KeyholesTest {

	@Test
	void squareWithAHole() {
		final List<PlacedContour> joined = Keyholes.of(List.of(square(0, 10, 3), square(4, 6, 3)));
		assertEquals(1, joined.size());
		assertEquals(Contour.Kind.CLOSED_PLANAR, joined.get(0).kind());
		assertEquals(3, joined.get(0).slice());
		assertEquals(4 + 4 + 3, joined.get(0).columns().length);
		final Ring ring = new Ring(joined.get(0).columns(), joined.get(0).rows());
		assertEquals(2 * (100 - 4), ring.signedArea(), 1e-12);
		assertTrue(ring.contains(1, 5) && ring.contains(9, 5) && !ring.contains(5, 5) && !ring.contains(11, 5));
	}

	/** A square in the hole of a square is another outer part. */
	@Test
	void islandInAHole() {
		assertEquals(2, Keyholes.of(List.of(square(4, 6, 0), square(0, 10, 0), square(2, 8, 0))).size());
	}

	@Test
	void slicesAndOtherContoursStayApart() {
		final PlacedContour plain = new PlacedContour(Contour.Kind.CLOSED_PLANAR, 1, new double[] { 0, 1, 1 },
			new double[] { 0, 0, 1 });
		assertEquals(List.of(1, 0, 1),
			Keyholes.of(List.of(square(4, 6, 1), plain, square(0, 10, 0))).stream().map(PlacedContour::slice).toList());
	}

	/** Masks of noise have many holes, islands and touching corners; every pixel keeps its side by both rules. */
	@Test
	void noiseKeepsEveryPixel() {
		final Random random = new Random(16);
		int holes = 0;
		for (int n = 0; n < 300; n++) {
			final int width = 2 + random.nextInt(14), height = 2 + random.nextInt(14);
			final double fill = 0.3 + 0.6 * random.nextDouble();
			final var image = ArrayImgs.bits(width, height);
			image.forEach(bit -> bit.set(random.nextDouble() < fill));
			final PlaneMask mask = PlaneMask.of(image);
			final List<Ring> rings = new ArrayList<>();
			for (final MaskOutline outline : MaskOutline.of(mask))
				rings.add(new Ring(doubles(outline.x()), doubles(outline.y())));
			final List<Ring> joined = Keyholes.joined(rings);
			holes += rings.size() - joined.size();
			for (int y = 0; y < height; y++)
				for (int x = 0; x < width; x++) {
					int evenOdd = 0, winding = 0;
					for (final Ring ring : joined) {
						if (ring.contains(x + 0.5, y + 0.5)) evenOdd++;
						winding += winding(ring, x + 0.5, y + 0.5);
					}
					assertEquals(mask.get(x, y), evenOdd % 2 == 1);
					assertEquals(mask.get(x, y), winding != 0);
				}
		}
		assertTrue(holes > 200, holes + " holes");
	}

	private static int winding(final Ring ring, final double px, final double py) {
		int winding = 0;
		final double[] x = ring.x(), y = ring.y();
		for (int a = x.length - 1, b = 0; b < x.length; a = b++)
			if (y[a] > py != y[b] > py && px < x[a] + (py - y[a]) * (x[b] - x[a]) / (y[b] - y[a]))
				winding += y[b] > y[a] ? 1 : -1;
		return winding;
	}

	private static double[] doubles(final int[] values) {
		final double[] doubles = new double[values.length];
		for (int i = 0; i < values.length; i++)
			doubles[i] = values[i];
		return doubles;
	}

	private static PlacedContour square(final double from, final double to, final int slice) {
		return new PlacedContour(Contour.Kind.CLOSEDPLANAR_XOR, slice, new double[] { from, to, to, from },
			new double[] { from, from, to, to });
	}
}
