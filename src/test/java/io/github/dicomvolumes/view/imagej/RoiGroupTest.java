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

package io.github.dicomvolumes.view.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.OvalRoi;
import ij.gui.Roi;
import ij.gui.ShapeRoi;

import org.junit.jupiter.api.Test;

class RoiGroupTest {

	private final ImagePlus image = IJ.createImage("stack", 20, 20, 15, 8);

	@Test
	void namesAreWithoutWhatImageJAndWeAdd() {
		assertEquals("[PTV, PTV 3, Cord, ROI, left-1, Lesion]",
			names(roi("PTV 12", 12), roi("PTV 12 (2)", 12), roi("PTV", 4), roi("PTV 3", 5), roi("Cord", 1),
				roi("Cord-1", 2), roi("0003-0010-0012", 3), roi("0010-0012", 3), roi(null, 4), roi("left-1", 2),
				structure(roi("x", 3), "Lesion")));
	}

	@Test
	void groupsCountMoreThanNames() {
		Roi.setGroupNames("Heart,");
		try {
			assertEquals("[Heart, Group 2, a]",
				names(grouped(roi("a", 1), 1), grouped(roi("b", 2), 1), grouped(roi("a", 2), 2), roi("a", 3)));
		}
		finally {
			Roi.setGroupNames("");
		}
	}

	@Test
	void colourIsThatOfTheFirstWithOne() {
		final Roi plain = roi("a", 1), red = roi("a", 2);
		red.setStrokeColor(java.awt.Color.RED);
		assertEquals(OptionalInt.of(0xFF0000), RoiGroup.of(List.of(plain, red), image).get(0).colour());
		assertEquals(OptionalInt.empty(), RoiGroup.of(List.of(plain), image).get(0).colour());
	}

	@Test
	void slicesOfStacksAndHyperstacks() {
		assertEquals(6, RoiSlices.slice(roi("a", 7), image));
		assertEquals(-1, RoiSlices.slice(roi("a", 0), image));
		assertEquals(-1, RoiSlices.slice(roi("a", 16), image));
		final ImagePlus hyperstack = IJ.createHyperStack("h", 20, 20, 3, 5, 2, 8);
		final Roi roi = roi("a", 0);
		roi.setPosition(2, 4, 1);
		assertEquals(3, RoiSlices.slice(roi, hyperstack));
		assertEquals(2, RoiSlices.slice(roi("a", 8), hyperstack), "index of the stack");
	}

	/** Pixels of the mask and area of the outline agree for curves, too. */
	@Test
	void compositeOfAnOvalWithAHole() {
		final ShapeRoi ring = new ShapeRoi(new OvalRoi(2, 3, 15, 14)).not(new ShapeRoi(new Roi(7, 8, 4, 3)));
		final List<RoiPoints> rings = RoiOutlines.rings(ring);
		assertEquals(2, rings.size());
		assertEquals(Math.PI * 15 * 14 / 4 - 12, Math.abs(rings.stream().mapToDouble(RoiGroupTest::area).sum()), 3);
		assertEquals(12, rings.stream().mapToDouble(r -> Math.abs(area(r))).min().getAsDouble(), 1e-9);
		assertEquals(6.5,
			Arrays.stream(rings.get(0).x().length == 4 ? rings.get(0).x() : rings.get(1).x()).min().getAsDouble(), 1e-9,
			"centre of the first pixel is 0");
	}

	private static double area(final RoiPoints ring) {
		double sum = 0;
		for (int a = ring.x().length - 1, b = 0; b < ring.x().length; a = b++)
			sum += ring.x()[a] * ring.y()[b] - ring.x()[b] * ring.y()[a];
		return sum / 2;
	}

	private String names(final Roi... rois) {
		return RoiGroup.of(List.of(rois), image).stream().map(RoiGroup::name).toList().toString();
	}

	private static Roi roi(final String name, final int position) {
		final Roi roi = new Roi(1, 2, 3, 4);
		roi.setName(name);
		roi.setPosition(position);
		return roi;
	}

	private static Roi structure(final Roi roi, final String name) {
		roi.setProperty(StructureRois.STRUCTURE, name);
		return roi;
	}

	private static Roi grouped(final Roi roi, final int group) {
		roi.setGroup(group);
		return roi;
	}
}
