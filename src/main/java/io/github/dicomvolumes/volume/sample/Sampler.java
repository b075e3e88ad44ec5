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

package io.github.dicomvolumes.volume.sample;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import io.github.dicomvolumes.geometry.Affine;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.pixels.PlaneType;

import net.imglib2.RandomAccessibleInterval;

/**
 * Samples planes out of a three-dimensional image that lies in the patient.
 * <p>
 * A position is <em>outside</em> if it lies more than half a voxel beyond the centres of the border voxels along x, y
 * or z of the image: where no voxel is. Within that half voxel, where linear interpolation has voxels on one side only,
 * it takes the value at the border; so an image of a single slice is as thick as its voxels. Positions are rounded to
 * 2^-22 of a voxel, and whole numbers to the nearest, halves upwards.
 * </p>
 * <p>
 * Planes of a {@link net.imglib2.img.planar.PlanarImg}, also behind views that take one of its channels and times, and
 * the array of an {@link net.imglib2.img.array.ArrayImg} are read as arrays, if voxels are {@code UnsignedByteType},
 * {@code UnsignedShortType}, {@code FloatType} or {@code ARGBType}. Every other image is read through its
 * {@code RandomAccess}, which takes about ten times as long. Of a {@code PlanarImg} each slice is asked for once per
 * sampled plane, so that it may be read from a file then, and at most 64 MB of slices are held at a time.
 * </p>
 * <p>
 * Immutable, and safe for use by several threads if the image is.
 * </p>
 */
public final class Sampler {

	private final VoxelSource source;
	private final int[] size;
	private final Affine indexToPatient;
	private final Affine patientToIndex;
	private final Interpolation interpolation;
	private final double outside;

	private Sampler(final VoxelSource source, final Affine indexToPatient, final Interpolation interpolation,
		final double outside)
	{
		this.source = source;
		this.size = source.size();
		this.indexToPatient = indexToPatient;
		this.patientToIndex = indexToPatient.inverse();
		this.interpolation = Objects.requireNonNull(interpolation, "interpolation");
		this.outside = outside;
	}

	/**
	 * A sampler that interpolates linearly, and gives 0 outside.
	 *
	 * @param image x, y, z, of numbers ({@code RealType}) or of {@code ARGBType}
	 * @param indexToPatient from coordinates of the image, whole at the centres of voxels, to LPS in mm
	 * @throws IllegalArgumentException if the image has other than three dimensions, more than 2^21 voxels along one,
	 *         or neither numbers nor colours
	 * @throws ArithmeticException if the affine has no inverse
	 */
	public static Sampler of(final RandomAccessibleInterval<?> image, final Affine indexToPatient) {
		final Vector3 first = Vector3.of(IntStream.range(0, 3).mapToDouble(image::min).toArray());
		final Affine fromFirst = new Affine(indexToPatient.i(), indexToPatient.j(), indexToPatient.k(),
			indexToPatient.apply(first));
		return of(Sources.of(image), fromFirst);
	}

	static Sampler of(final VoxelSource source, final Affine indexToPatient) {
		return new Sampler(source, indexToPatient, Interpolation.LINEAR, 0);
	}

	/** The same with another interpolation. */
	public Sampler with(final Interpolation newInterpolation) {
		return new Sampler(source, indexToPatient, newInterpolation, outside);
	}

	/**
	 * The same with another value outside.
	 *
	 * @param value one that the array of a plane can hold as {@link #type} takes it: 0 to 65535 for {@code short[]},
	 *        0xFFrrggbb for colours; NaN too for {@code float[]}
	 */
	public Sampler withOutside(final double value) {
		return new Sampler(source, indexToPatient, interpolation, value);
	}

	/**
	 * What the arrays of planes hold: UINT8, UINT16 and RGB as the image does, and FLOAT32 for every other type of
	 * voxels. Signed 16-bit values in ImageJ's convention, plus 32768, are UINT16 here.
	 */
	public PlaneType type() {
		return source.type();
	}

	/** The smallest distance between neighbouring voxels along x, y or z of the image, mm. */
	public double smallestVoxel() {
		return Math.min(indexToPatient.i().norm(), Math.min(indexToPatient.j().norm(), indexToPatient.k().norm()));
	}

	/** The pixels of a plane, row by row: a new array of {@link #type}. */
	public Object plane(final PlaneFrame frame) {
		return array(frame, type());
	}

	/**
	 * The values at the pixels of a plane, not rounded; NaN outside, whatever value this sampler has for it. Of colours
	 * the mean of red, green and blue.
	 */
	public float[] values(final PlaneFrame frame) {
		return (float[]) withOutside(Double.NaN).array(frame, PlaneType.FLOAT32);
	}

	/**
	 * The pixels of a plane, each of the values along its normal through a slab; positions outside are left out.
	 * Colours are compared for red, green and blue by themselves.
	 *
	 * @param frame the middle of the slab
	 * @param thickness mm, 0 or more. Values are taken at the plane, and on either side at steps of
	 *        {@link #smallestVoxel} up to half the thickness
	 * @return a new array of {@link #type}
	 * @throws IllegalArgumentException if the thickness is negative or not finite
	 */
	public Object slab(final PlaneFrame frame, final SlabMode mode, final double thickness) {
		if (!(thickness >= 0) || Double.isInfinite(thickness))
			throw new IllegalArgumentException("The slab is " + thickness + " mm thick; it must be 0 or more");
		final double step = smallestVoxel();
		final int reach = (int) Math.floor(thickness / 2 / step + 1e-9); // 3 * 0.1 > 0.3
		final List<PlaneFrame> frames = IntStream.rangeClosed(-reach, reach)
			.mapToObj(n -> frame.shifted(n * step))
			.toList();
		final SlabValues values = new SlabValues(mode, lanes(), frame.width(), frame.height());
		run(frames, values);
		final Object pixels = newPlane(frame);
		values.writeTo(new PlaneWriter(type(), pixels, frame.width()));
		return pixels;
	}

	/** A plane with the value outside everywhere. */
	Object newPlane(final PlaneFrame frame) {
		return newPlane(frame, type());
	}

	/** The slices of the image that are, or may be, needed for a plane. */
	Span slices(final PlaneFrame frame) {
		double least = Double.POSITIVE_INFINITY, most = Double.NEGATIVE_INFINITY;
		for (int corner = 0; corner < 4; corner++) {
			final int x = (corner & 1) * (frame.width() - 1), y = (corner >> 1) * (frame.height() - 1);
			final double z = patientToIndex.apply(frame.toPatient(x, y)).z();
			least = Math.min(least, z);
			most = Math.max(most, z);
		}
		// one more on either side is for rounding, and is not read if it is not needed
		return new Span((int) Math.max(0, Math.floor(least) - 1), (int) Math.min(size[2], Math.ceil(most) + 2));
	}

	/** Slices that are done in one pass each, in their order: together those of all spans. */
	List<Span> parts(final List<Span> spans) {
		final int from = spans.stream().mapToInt(Span::from).min().orElse(0);
		final int to = spans.stream().mapToInt(Span::to).max().orElse(0), most = source.slicesAtOnce();
		return IntStream.iterate(from, first -> first < to, first -> first + most)
			.mapToObj(first -> new Span(first, Math.min(to, first + most)))
			.toList();
	}

	Pass pass(final Span slices) {
		return new Pass(source, patientToIndex, interpolation, slices);
	}

	private Object newPlane(final PlaneFrame frame, final PlaneType type) {
		final int pixels = Math.multiplyExact(frame.width(), frame.height());
		final Object plane = type.newPlane(pixels);
		if (outside != 0) type.fill(plane, 0, pixels, outside);
		return plane;
	}

	private Object array(final PlaneFrame frame, final PlaneType type) {
		final Object pixels = newPlane(frame, type);
		run(List.of(frame), new PlaneWriter(type, pixels, frame.width()));
		return pixels;
	}

	private void run(final List<PlaneFrame> frames, final RowSink sink) {
		for (final Span part : parts(frames.stream().map(this::slices).toList()))
			pass(part).run(frames, true, sink);
	}

	private int lanes() {
		return type() == PlaneType.RGB ? 3 : 1;
	}
}
