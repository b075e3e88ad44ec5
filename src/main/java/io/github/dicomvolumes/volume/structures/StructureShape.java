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

import java.util.ArrayList;
import java.util.List;

import io.github.dicomvolumes.data.Listing;
import io.github.dicomvolumes.data.NumberText;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.geometry.VolumeGeometry;

/**
 * The space that a structure fills: of every point of the patient it says whether it is inside.
 * <p>
 * A contour counts for what lies nearer to its plane than to that of another, along its normal, and at most half the
 * spacing of the planes away; the spacing is measured from the contours themselves, and where a plane is missing the
 * gap stays open. Of the contours in a plane that counts as inside which an odd number of them encloses (PS3.3 C.8.8.6:
 * an inner contour is a hole, and so is what a keyhole leads to). The very same contour once more does not count.
 * </p>
 * <p>
 * What lies exactly on an edge, or halfway between planes, belongs to one side, the same for all structures made
 * together: such that share an edge neither overlap nor leave a gap. Immutable; for many threads.
 * </p>
 */
public final class StructureShape {

	private static final double MM3_PER_ML = 1000;

	private final Structure structure;
	private final FlatContours contours;
	private final double millilitres;
	private final List<String> problems;

	private StructureShape(final Structure structure, final FlatContours contours) {
		this.structure = structure;
		this.contours = contours;
		millilitres = contours.planes()
			.stream()
			.mapToDouble(plane -> plane.area() * (plane.high - plane.low) / ContourFrame.PER_MM / MM3_PER_ML)
			.sum();
		problems = sentences(structure, contours);
	}

	/**
	 * The shape of a structure.
	 *
	 * @param volume that it was drawn in, or will be shown in: points are judged in the directions of its grid where
	 *        the contours are parallel to it, and a single contour is as thick as a voxel
	 * @throws IllegalArgumentException if the volume has no place in the patient
	 */
	public static StructureShape of(final Structure structure, final VolumeGeometry volume) {
		return of(List.of(structure), volume).get(0);
	}

	/** The shapes of several structures, in their order, that judge what lies on edges alike. */
	public static List<StructureShape> of(final List<Structure> structures, final VolumeGeometry volume) {
		checkPlace(volume);
		final List<ContourFrame> frames = new ArrayList<>();
		final List<StructureShape> shapes = new ArrayList<>();
		for (final Structure structure : structures) {
			final FlatContours contours = FlatContours.of(structure, volume, frames);
			if (!frames.contains(contours.frame())) frames.add(contours.frame());
			shapes.add(new StructureShape(structure, contours));
		}
		return shapes;
	}

	/** The structure that this is the shape of. */
	public Structure structure() {
		return structure;
	}

	/** The volume in ml, from the areas of the contours and what each plane counts for: of no grid. */
	public double millilitres() {
		return millilitres;
	}

	/** Whether nothing is inside: no contour encloses an area. */
	public boolean isEmpty() {
		return contours.planes().isEmpty();
	}

	/** A sentence for each sort of contour that encloses nothing, and for what was assumed or left open. */
	public List<String> problems() {
		return problems;
	}

	/** Whether a point is inside. */
	public boolean contains(final Vector3 lps) {
		return contours.contains(lps);
	}

	/**
	 * What a plane cuts of the structure: the pixels whose centres are inside. Costs some milliseconds at most for 512
	 * x 512 pixels, the less the smaller the structure.
	 *
	 * @param origin centre of the first pixel, mm, LPS
	 * @param right unit vector towards the next column
	 * @param down unit vector towards the next row
	 * @param pixelWidth mm between columns
	 * @param pixelHeight mm between rows
	 * @throws IllegalArgumentException if a pixel is not larger than 0, or the plane has more than 2^31 - 1 pixels
	 */
	public PlaneMask cut(final Vector3 origin, final Vector3 right, final Vector3 down, final double pixelWidth,
		final double pixelHeight, final int width, final int height)
	{
		if (!(pixelWidth > 0 && pixelHeight > 0)) throw new IllegalArgumentException(
			"The size of a pixel is " + pixelWidth + " x " + pixelHeight + " mm; it must be positive");
		return cut(origin, right.times(pixelWidth), down.times(pixelHeight), width, height);
	}

	/**
	 * The same of a plane whose rows and columns need not be at right angles.
	 *
	 * @param along from a pixel to the next in its row, mm, LPS
	 * @param down from a row to the next
	 */
	PlaneMask cut(final Vector3 origin, final Vector3 along, final Vector3 down, final int width, final int height) {
		final PlaneMask mask = new PlaneMask(width, height);
		final ShapeRows rows = rows(origin, along, down, width);
		for (int y = 0; y < height; y++) {
			final int row = y;
			if (rows.isLikePrevious(row)) mask.repeat(row);
			else rows.row(row, 0, width, (from, to) -> mask.fill(from, to, row));
		}
		return mask;
	}

	ShapeRows rows(final Vector3 origin, final Vector3 along, final Vector3 down, final int length) {
		return new ShapeRows(contours, origin, along, down, length);
	}

	/** The corners of a box around all that is inside; none if nothing is. */
	List<Vector3> corners() {
		if (isEmpty()) return List.of();
		final double[] least = contours.least(), most = contours.most();
		final List<Vector3> corners = new ArrayList<>();
		for (final double u : new double[] { least[0], most[0] })
			for (final double v : new double[] { least[1], most[1] })
				for (final double n : new double[] { least[2], most[2] })
					corners.add(contours.frame().patient(u, v, n));
		return corners;
	}

	private static void checkPlace(final VolumeGeometry volume) {
		if (!volume.patientBased() || !volume.unit().equals(VolumeGeometry.MM)) throw new IllegalArgumentException(
			"The place of the volume in the patient is not known, and so not where structures lie in it");
	}

	private static List<String> sentences(final Structure structure, final FlatContours contours) {
		final List<String> sentences = new ArrayList<>();
		contours.unused()
			.forEach((why, count) -> sentences.add(Listing.count(count, "contour") + " " + why.text + " left out"));
		for (final ContourSpacing spacing : contours.spacing()) {
			final double[] open = spacing.open();
			if (spacing.low().length == 1) sentences.add("all contours in one plane, taken to be " +
				NumberText.of(spacing.regular()) + " mm thick, as voxels are");
			if (open.length > 0) sentences.add(Listing.count(open.length, "gap") + " of " +
				range(open[0], open[open.length - 1]) + " mm between contours not filled, as they are " +
				NumberText.of(spacing.regular()) + " mm apart elsewhere");
		}
		if (contours.planes().isEmpty()) sentences.add("no contour encloses an area");
		return sentences.stream().map(sentence -> structure.name() + ": " + sentence).toList();
	}

	private static String range(final double low, final double high) {
		final String from = NumberText.of(low), to = NumberText.of(high);
		return from.equals(to) ? from : from + " to " + to;
	}
}
