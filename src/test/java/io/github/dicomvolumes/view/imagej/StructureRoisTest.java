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
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Overlay;
import ij.gui.Roi;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.github.dicomvolumes.volume.structures.Contour;
import io.github.dicomvolumes.volume.structures.PlacedContour;
import io.github.dicomvolumes.volume.structures.PlacedStructures;
import io.github.dicomvolumes.volume.structures.PlacedStructures.Placed;
import io.github.dicomvolumes.volume.structures.Structure;

/** Placed contours as selections: position, name, colour, group, sub-pixel coordinates. */
class StructureRoisTest {

	@Test
	void centreOfAVoxelIsAHalfInImageJ() {
		final Roi roi = rois(1, image(1, 5, 1)).get(0);
		assertEquals(2.5, roi.getFloatPolygon().xpoints[0]);
		assertEquals(1.75, roi.getFloatPolygon().ypoints[0]);
		assertTrue(roi.subPixelResolution());
	}

	@Test
	void sliceOfAStack() {
		final Roi roi = rois(1, image(1, 5, 1)).get(0);
		assertEquals(4, roi.getPosition());
		assertEquals("organ 1, left 4", roi.getName());
		assertEquals(new Color(0x102030), roi.getStrokeColor());
	}

	@Test
	void sliceOfAllChannelsAndTimes() {
		final Roi roi = rois(1, image(2, 5, 3)).get(0);
		assertEquals(List.of(0, 4, 0), List.of(roi.getCPosition(), roi.getZPosition(), roi.getTPosition()));
	}

	@Test
	void groupsEndAt255() {
		final List<Roi> rois = rois(300, image(1, 5, 1));
		assertEquals(1, rois.get(0).getGroup());
		assertEquals(255, rois.get(254).getGroup());
		assertEquals(0, rois.get(255).getGroup());
		assertEquals("organ 255  left", Roi.getGroupName(255), "commas part the names of groups");
	}

	@Test
	void overlayKeepsWhatIsNotOfTheSet() {
		final ImagePlus image = image(1, 5, 1);
		image.setOverlay(new Overlay(new Roi(0, 0, 2, 2)));
		StructureRois.overlay(rois(2, image), "1.2.3", image);
		StructureRois.overlay(rois(3, image), "1.2.3", image);
		assertEquals(4, image.getOverlay().size());
		StructureRois.overlay(rois(1, image), "4.5.6", image);
		assertEquals(5, image.getOverlay().size());
	}

	private static List<Roi> rois(final int structures, final ImagePlus image) {
		final PlacedContour contour = new PlacedContour(Contour.Kind.CLOSED_PLANAR, 3, new double[] { 2, 6, 6 },
			new double[] { 1.25, 1.25, 4 });
		final List<Placed> placed = new ArrayList<>();
		IntStream.rangeClosed(1, structures)
			.forEach(i -> placed
				.add(new Placed(new Structure(i, "organ " + i + ", left", OptionalInt.of(0x102030), "1.2", List.of()),
					List.of(contour))));
		return StructureRois.of(new PlacedStructures(placed, List.of()), "1.2.3", 1, image);
	}

	private static ImagePlus image(final int channels, final int slices, final int times) {
		final ImagePlus image = new ImagePlus("image", ImageStack.create(10, 8, channels * slices * times, 8));
		image.setDimensions(channels, slices, times);
		return image;
	}
}
