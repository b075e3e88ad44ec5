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

package io.github.dicomvolumes.view.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.OvalRoi;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.gui.ShapeRoi;

import io.github.dicomvolumes.measure.segment.SegmentLayer;

import org.junit.jupiter.api.Test;

/** Selections as segments, in an image of 8 x 6 pixels, 3 slices and 2 times. */
class RoiLayersTest {

	private static final double ML = 0.5;

	private final ImagePlus image = IJ.createHyperStack("x", 8, 6, 1, 3, 2, 8);

	private static Roi at(final int slice, final int time, final String name, final Roi roi) {
		roi.setPosition(1, slice, time);
		roi.setName(name);
		return roi;
	}

	private List<SegmentLayer> layers(final Roi... rois) {
		return RoiLayers.of(List.of(rois), image, ML);
	}

	private int voxels(final SegmentLayer layer) {
		int count = 0;
		for (int slice = 0; slice < 3; slice++) {
			final short[] numbers = new short[48];
			if (layer.fill(slice, numbers, null)) for (final short number : numbers)
				count += number == 0 ? 0 : 1;
		}
		return count;
	}

	@Test
	void whatLiesBeyondTheImageIsOutside() {
		final List<SegmentLayer> layers = layers(at(2, 1, "left", new Roi(-2, 1, 4, 3)),
			at(4, 1, "above", new Roi(0, 0, 2, 2)), at(0, 0, "all", new Roi(6, 4, 4, 4)),
			at(1, 1, "in", new OvalRoi(1, 1, 4, 4)));
		assertEquals(List.of(6, 0, 12, 12), layers.stream().map(this::voxels).toList());
		assertEquals(List.of(6 * ML, 4 * ML, 3 * 12 * ML, 0.0),
			layers.stream().map(layer -> layer.outsideMillilitres(1)).toList());
	}

	/** The hole stays one, whatever direction its edge has, and so does a second part. */
	@Test
	void compositesHaveHoles() {
		final ShapeRoi ring = new ShapeRoi(new Roi(0, 0, 6, 6)).not(new ShapeRoi(new Roi(2, 2, 2, 2)));
		assertEquals(32, voxels(layers(at(1, 1, "ring", ring)).get(0)));
		final PolygonRoi keyhole = new PolygonRoi(new float[] { 0, 5, 5, 0 }, new float[] { 0, 0, 4, 4 }, Roi.POLYGON);
		assertEquals(20, voxels(layers(at(1, 1, "k", keyhole)).get(0)));
	}

	@Test
	void ofOneNameAtSeveralTimesIsTold() {
		final List<SegmentLayer> layers = layers(at(1, 1, "moves", new Roi(0, 0, 2, 2)),
			at(1, 2, "moves", new Roi(1, 0, 2, 2)), at(1, 1, "stays", new Roi(0, 0, 2, 2)),
			at(2, 1, "stays", new Roi(0, 0, 2, 2)));
		assertEquals(6, voxels(layers.get(0)));
		assertEquals(List.of("selections of several channels or times, together for all of them"),
			layers.get(0).notes(1));
		assertEquals(List.of(), layers.get(1).notes(2));
	}
}
