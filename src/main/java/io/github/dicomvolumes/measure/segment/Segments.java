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

package io.github.dicomvolumes.measure.segment;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import io.github.dicomvolumes.data.InputException;
import io.github.dicomvolumes.geometry.VolumeGeometry;
import io.github.dicomvolumes.work.Parts;
import io.github.dicomvolumes.work.Progress;
import io.github.dicomvolumes.series.Segment;
import io.github.dicomvolumes.volume.structures.StructureMask;
import io.github.dicomvolumes.volume.structures.StructureShape;

/** Makes layers of segments for an image. */
public final class Segments {

	/** What progress calls the making of layers of structures. */
	public static final String FILLING = "Filling structures";

	private Segments() {}

	/**
	 * The segments of an image of labels, on the grid of another image: as they are if it has the same grid, else
	 * resampled.
	 *
	 * @param isPartial whether a voxel counts by the part that labels of another grid fill
	 * @throws InputException if the labels are not of 8 or 16 bits, or lie nobody knows where in the other image
	 */
	public static List<SegmentLayer> of(final MeasuredImage labels, final MeasuredImage image, final boolean isPartial,
		final Progress progress) throws IOException
	{
		requirePlace(labels, image);
		if (labels.isOnGridOf(image)) return LabelLayer.of(labels);
		return isPartial ? PartialLayer.of(labels, image, progress) : ResampledLayer.of(labels, image, progress);
	}

	/**
	 * Refuses images of two patient coordinate systems, or such that lie nobody knows where and have not the same grid.
	 *
	 * @throws InputException naming both
	 */
	public static void requirePlace(final MeasuredImage labels, final MeasuredImage image) {
		requireCommonSpace(labels, image);
		LabelLayer.requireLabels(labels);
		if (labels.isOnGridOf(image) || labels.isPatient() && image.isPatient()) return;
		throw new InputException("\"" + labels.name() + "\" has " + size(labels) + " voxels and \"" + image.name() +
			"\" " + size(image) + ", and where " + (labels.isPatient() ? "the latter" : "the former") +
			" lies in the patient is not known; use labels on the same grid.");
	}

	/** Refuses images of two patient coordinate systems. */
	private static void requireCommonSpace(final MeasuredImage labels, final MeasuredImage image) {
		if (!labels.frameOfReference().isEmpty() && !image.frameOfReference().isEmpty() && labels.isPatient() &&
			image.isPatient() && !labels.frameOfReference().equals(image.frameOfReference()))
			throw new InputException("\"" + labels.name() + "\" and \"" + image.name() +
				"\" have different (0020,0052) Frame of Reference UIDs, so their coordinates have nothing to do with " +
				"each other; register them first.");
	}

	/**
	 * Structures on the grid of an image, by their shapes.
	 *
	 * @param grid of the image
	 */
	public static List<SegmentLayer> of(final List<StructureShape> shapes, final VolumeGeometry grid,
		final Progress progress)
	{
		final List<SegmentLayer> layers = new ArrayList<>();
		final Parts parts = new Parts(progress, FILLING, shapes.size());
		for (final StructureShape shape : shapes) {
			layers.add(new MaskLayer(segment(shape), StructureMask.of(shape, grid, parts)));
			parts.next();
		}
		return layers;
	}

	/** The segment that a structure is: its number, name and colour; of numbers that no segment can have, the rest. */
	public static Segment segment(final StructureShape shape) {
		final int number = Math.floorMod(shape.structure().number() - 1, 0xFFFF) + 1;
		return new Segment(number, shape.structure().name(), shape.structure().colour().orElse(-1));
	}

	/** All voxels of the image as one segment: of these the options' range of values takes some. */
	public static List<SegmentLayer> whole(final String name) {
		return List.of(new WholeLayer(new Segment(1, name, -1)));
	}

	private static String size(final MeasuredImage image) {
		return image.columns() + " x " + image.rows() + " x " + image.shape().slices();
	}
}
