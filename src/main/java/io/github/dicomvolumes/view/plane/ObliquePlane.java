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
package io.github.dicomvolumes.view.plane;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import io.github.dicomvolumes.geometry.Affine;
import io.github.dicomvolumes.geometry.AnatomicalPlane;
import io.github.dicomvolumes.geometry.Anatomy;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.volume.sample.PlaneFrame;

/**
 * How a turned plane lies in an image. Pixels are squares, and slices as far apart, as the smallest side of a voxel.
 * There are as many of both as the image needs in any direction, so that another turn has the same size.
 *
 * @param plane which of the three it was before
 * @param name such as "Coronal"
 * @param frame pixels of slice 0, in the {@linkplain OrthoImage#indexToSpace space} of the image
 * @param through unit vector along which slices are counted
 * @param slices how many there are
 * @param spaceToVoxel from there to voxel coordinates
 * @param unit of the space
 * @param sides what is on its sides
 * @param letters the directions of pixels and slices, each axis of the patient once; empty without a patient
 * @param seenWidth pixels from left to right that the image takes, and downwards
 */
public record ObliquePlane(AnatomicalPlane plane, String name, PlaneFrame frame, Vector3 through, int slices,
	Affine spaceToVoxel, String unit, Sides sides, String letters, int seenWidth, int seenHeight) implements Section
{

	/**
	 * The plane through a voxel, which is the middle of one of its pixels.
	 *
	 * @param image with one unit for all axes
	 * @param name of the plane before it was turned
	 * @throws io.github.dicomvolumes.data.InputException if the plane has too many pixels
	 */
	public static ObliquePlane through(final OrthoImage image, final AnatomicalPlane plane, final String name,
		final Directions directions, final Vector3 voxel)
	{
		final Affine toSpace = image.indexToSpace();
		final double pixel = IntStream.range(0, 3).mapToDouble(image::spacing).min().orElseThrow();
		final Vector3 centre = toSpace.apply(image.centre()), at = toSpace.apply(voxel).minus(centre);
		final List<Vector3> corners = image.corners().stream().map(toSpace::apply).map(c -> c.minus(centre)).toList();
		final int reach = reach(corners.stream().mapToDouble(Vector3::norm).max().orElseThrow(), pixel);
		final int size = 2 * reach + 1;
		Plane.requireRoom("The " + label(name) + " plane", size, size, "Image > Scale... before");
		Vector3 origin = centre;
		for (final Vector3 direction : Arrays.asList(directions.right(), directions.down(), directions.through())) {
			final double from = at.dot(direction) / pixel;
			origin = origin.plus(direction.times((from - Math.rint(from) - reach) * pixel));
		}
		final PlaneFrame frame = new PlaneFrame(origin, directions.right(), directions.down(), pixel, pixel, size,
			size);
		final boolean hasPatient = image.space().isPresent();
		return new ObliquePlane(plane, name, frame, directions.through(), size, toSpace.inverse(), image.unit(0),
			hasPatient ? OrthoPlanes.sides(directions.right(), directions.down()) : Sides.NONE,
			hasPatient ? Anatomy.axisLetters(directions.right(), directions.down(), directions.through()) : "",
			seen(corners, directions.right(), pixel), seen(corners, directions.down(), pixel));
	}

	/** The name of a turned plane: "Oblique coronal", "Oblique XZ". */
	private static String label(final String name) {
		return PlaneImages.OBLIQUE + " " + (name.length() > 2 ? name.toLowerCase(Locale.ROOT) : name);
	}

	private static int reach(final double length, final double pixel) {
		return (int) Math.min(Short.MAX_VALUE, Math.ceil(length / pixel));
	}

	private static int seen(final List<Vector3> corners, final Vector3 along, final double pixel) {
		return 2 * reach(corners.stream().map(along::dot).max(Comparator.naturalOrder()).orElseThrow(), pixel) + 1;
	}

	/** Where the pixels of a slice lie. */
	PlaneFrame frame(final int slice) {
		return frame.movedTo(frame.origin().plus(through.times(slice * frame.pixelWidth())));
	}

	/** Where pixels and slices lead. */
	public Directions directions() {
		return new Directions(frame.right(), frame.down(), through);
	}

	/** The unit vector away from the viewer: LPS, if the image has a place in the patient. */
	public Vector3 normal() {
		return frame.normal();
	}

	@Override
	public String label() {
		return label(name);
	}

	@Override
	public int width() {
		return frame.width();
	}

	@Override
	public int height() {
		return frame.height();
	}

	@Override
	public double pixelWidth() {
		return frame.pixelWidth();
	}

	@Override
	public double pixelHeight() {
		return frame.pixelHeight();
	}

	@Override
	public Affine pixelToVoxel() {
		return spaceToVoxel.after(pixelToSpace());
	}

	@Override
	public Affine voxelToPixel() {
		return pixelToSpace().inverse().after(spaceToVoxel.inverse());
	}

	/** From pixel (x, y) and slice to the space of the image. */
	Affine pixelToSpace() {
		return new Affine(frame.right().times(frame.pixelWidth()), frame.down().times(frame.pixelHeight()),
			through.times(frame.pixelWidth()), frame.origin());
	}

	@Override
	public Vector3 onSlice(final Vector3 voxel, final double slice) {
		return voxel.plus(pixelToVoxel().k().times(slice - toPixel(voxel).z()));
	}
}
