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

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

import io.github.dicomvolumes.data.InputException;
import io.github.dicomvolumes.data.Disclosure;
import io.github.dicomvolumes.geometry.Affine;
import io.github.dicomvolumes.geometry.AnatomicalPlane;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.pixels.DisplayRange;
import io.github.dicomvolumes.pixels.PlaneType;
import io.github.dicomvolumes.pixels.Window;
import io.github.dicomvolumes.series.Finding;
import io.github.dicomvolumes.series.StackShape;
import io.github.dicomvolumes.view.imagej.PatientSpace;
import io.github.dicomvolumes.view.imagej.Processors;
import io.github.dicomvolumes.view.imagej.VolumeImagePlus;
import io.github.dicomvolumes.volume.DicomVolume;
import io.github.dicomvolumes.volume.sample.PlanarImages;
import io.github.dicomvolumes.volume.sample.PlaneAxes;
import io.github.dicomvolumes.volume.sample.PlaneBlocks;
import io.github.dicomvolumes.volume.sample.PlaneImage;
import io.github.dicomvolumes.volume.sample.Sampler;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import ij.process.ImageProcessor;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.type.NativeType;

/**
 * What is looked at: any ImagePlus, of 8, 16 or 32 bits or RGB, with its calibration, and its place in the patient if
 * it is a DICOM volume or a reslice of one. The pixels are those of the image, not a copy.
 * <p>
 * Indices are 0-based. Size, calibration and place are those of the moment it was made. May be used by several threads.
 * </p>
 */
public final class OrthoImage {

	private final ImagePlus image;
	private final ImageStack stack;
	/** Another image of the same stack; null if that is not held. */
	private ImagePlus keeper;
	private final PlaneImage planes;
	private final int[] size;
	private final int bitDepth;
	private final Calibration calibration;
	private final Optional<PatientSpace> space;
	private final Optional<DicomVolume> volume;
	/** The volume, if it is virtual. */
	private final Optional<DicomVolume> files;
	/** Empty until it was asked for; its own lock. */
	private final OptionalDouble[] outside = { OptionalDouble.empty() };
	/** An image that was closed does not know any more, nor whether its numbers are labels. */
	private final Disclosure disclosure;
	private final boolean areLabels;

	private OrthoImage(final ImagePlus image) {
		this.image = image;
		stack = image.getStack();
		final int[] d = image.getDimensions();
		size = new int[] { d[0], d[1], d[3], d[2], d[4] };
		bitDepth = image.getBitDepth();
		calibration = image.getCalibration().copy();
		space = PatientSpace.of(image);
		volume = VolumeImagePlus.volume(image);
		files = volume.filter(DicomVolume::isVirtual);
		disclosure = VolumeImagePlus.disclosure(image);
		areLabels = VolumeImagePlus.isLabels(image);
		planes = new PlaneImage(numbers(), type(), isVirtual(), isConcurrent(), rows());
	}

	/**
	 * Looks at an image.
	 *
	 * @throws IllegalArgumentException if the image has no pixels
	 */
	public static OrthoImage of(final ImagePlus image) {
		if (image.getStackSize() == 0 || image.getWidth() == 0)
			throw new InputException("\"" + image.getTitle() + "\" has no pixels.");
		return new OrthoImage(image);
	}

	/** Looks at a volume. */
	public static OrthoImage of(final DicomVolume volume) {
		return of(VolumeImagePlus.of(volume));
	}

	/** Goes on having pixels when the image is closed, of which ImageJ lets go if nobody else shows the stack. */
	public void hold() {
		if (keeper == null && !isVirtual()) keeper = new ImagePlus("", stack);
	}

	/** The ImagePlus itself. */
	public ImagePlus image() {
		return image;
	}

	/** The volume that the image shows; empty for images that were not opened by us, and for reslices. */
	public Optional<DicomVolume> volume() {
		return volume;
	}

	// -- Size and place --

	/** Voxels along an axis: 0 for x, 1 for y, 2 for z. */
	public int size(final int axis) {
		return size[axis];
	}

	/** The number of channels. */
	public int channels() {
		return size[3];
	}

	/** The number of time points. */
	public int times() {
		return size[4];
	}

	/** The distance between voxels along an axis, in {@link #unit}; 1 if the image has none that makes sense. */
	public double spacing(final int axis) {
		final double spacing = Math.abs(switch (axis) {
			case 0 -> calibration.pixelWidth;
			case 1 -> calibration.pixelHeight;
			default -> calibration.pixelDepth;
		});
		return spacing > 0 && spacing < Double.POSITIVE_INFINITY ? spacing : 1;
	}

	/** The unit of the distance along an axis, such as "mm", or "pixel". */
	public String unit(final int axis) {
		return switch (axis) {
			case 0 -> calibration.getXUnit();
			case 1 -> calibration.getYUnit();
			default -> calibration.getZUnit();
		};
	}

	/** Where the image lies in the patient; empty if nothing tells. */
	public Optional<PatientSpace> space() {
		return space;
	}

	/** LPS coordinates in mm of a voxel coordinate; empty if they are not known. */
	public Optional<Vector3> toPatient(final Vector3 voxel) {
		return space.filter(PatientSpace::isMetric).map(known -> known.indexToPatient().apply(voxel));
	}

	/** The voxel coordinate of a patient coordinate, LPS in mm, which may lie outside; empty if not known. */
	public Optional<Vector3> toVoxel(final Vector3 disclosure) {
		return space.filter(PatientSpace::isMetric).map(known -> known.indexToPatient().inverse().apply(disclosure));
	}

	/** From voxel coordinates to the patient; without a place there, to distances from the first voxel. */
	public Affine indexToSpace() {
		return space.map(PatientSpace::indexToPatient)
			.orElseGet(() -> Affine.scaling(spacing(0), spacing(1), spacing(2)));
	}

	/** The centre of the image in voxel coordinates: between voxels if their number is even. */
	public Vector3 centre() {
		return new Vector3((size[0] - 1) / 2.0, (size[1] - 1) / 2.0, (size[2] - 1) / 2.0);
	}

	/** Its eight corners, those of voxels, in voxel coordinates. */
	public List<Vector3> corners() {
		return IntStream.range(0, 8)
			.mapToObj(corner -> new Vector3((corner & 1) * size[0] - 0.5, (corner >> 1 & 1) * size[1] - 0.5,
				(corner >> 2) * size[2] - 0.5))
			.toList();
	}

	/** The closest point within the image, in voxel coordinates. */
	public Vector3 within(final Vector3 voxel) {
		return new Vector3(within(voxel.x(), 0), within(voxel.y(), 1), within(voxel.z(), 2));
	}

	private double within(final double coordinate, final int axis) {
		return Math.max(-0.5, Math.min(size[axis] - 0.5, coordinate));
	}

	/** The voxel in the middle: 49 of 99, 256 of 512. */
	public Vector3 middle() {
		return new Vector3(StackShape.middle(size[0]), StackShape.middle(size[1]), StackShape.middle(size[2]));
	}

	/** The UID that images in the same patient coordinates share; empty if unknown. */
	public Optional<String> frameOfReference() {
		return space.filter(PatientSpace::isMetric).map(PatientSpace::frameOfReference).filter(uid -> !uid.isEmpty());
	}

	/** What to know before trusting the geometry: irregular spacing, tilt, filled slices. */
	public List<Finding> warnings() {
		return volume.map(known -> known.report().warnings()).orElse(List.of());
	}

	// -- Planes --

	/** How a plane lies in the image, with the smallest square pixels or raw ones. */
	public Plane plane(final AnatomicalPlane plane, final Pixels pixels) {
		return new OrthoPlanes(this).plane(plane, pixels);
	}

	/**
	 * How a plane lies in the image.
	 *
	 * @param pixel the side of a square pixel in the unit of the plane's axes. If it is 0, or the axes have different
	 *        units so that nothing is square, a pixel is a voxel
	 */
	public Plane plane(final AnatomicalPlane plane, final double pixel) {
		return new OrthoPlanes(this).plane(plane, pixel);
	}

	// -- Values --

	/** The calibration of the image, a copy. */
	public Calibration calibration() {
		return calibration.copy();
	}

	/** Whether pixels are red, green and blue rather than one value. */
	public boolean isColour() {
		return bitDepth == 24;
	}

	/** Whether values are numbers of segments, or of colours of a palette, between which there is nothing. */
	public boolean isLabels() {
		return areLabels;
	}

	/** Whether greater pixels are smaller values. */
	public boolean isDescending() {
		return calibration.getFunction() == Calibration.STRAIGHT_LINE && calibration.getCoefficients()[1] < 0;
	}

	/** Whether slices are read from a file each time, so that looking at many voxels takes long. */
	public boolean isVirtual() {
		return stack.isVirtual();
	}

	/** Whether slices may be read by several threads together: ImageJ's own virtual stacks must not. */
	boolean isConcurrent() {
		return !isVirtual() || files.isPresent();
	}

	public int bytesPerPixel() {
		return type().bytesPerPixel();
	}

	/** A new array of the type of the slices, all 0. */
	public Object newPixels(final int length) {
		return type().newPlane(length);
	}

	/**
	 * The pixels as an ImgLib2 image of the numbers that they hold, x, y, z, channels and times: not a copy. It is the
	 * image as it is whenever it is asked.
	 */
	public RandomAccessibleInterval<? extends NativeType<?>> interval() {
		return planes.pixels();
	}

	/** The same, and how planes are best copied out of it. */
	public PlaneImage planeImage() {
		return planes;
	}

	/** Samples a channel and time at places of {@link #indexToSpace}. */
	public Sampler sampler(final int channel, final int time) {
		return Sampler.of(planes.at(channel, time), indexToSpace());
	}

	private PlanarImg<?, ?> numbers() {
		final List<Object> slices = new AbstractList<>() {

			@Override
			public Object get(final int plane) {
				return pixels(plane % size[2], plane / size[2] % size[3], plane / size[2] / size[3]);
			}

			@Override
			public int size() {
				return size[2] * size[3] * size[4];
			}
		};
		return PlanarImages.of(type(), slices, size[0], size[1], size[2], size[3], size[4]);
	}

	private Optional<PlaneImage.Rows> rows() {
		return files.map(
			volume -> (z, channel, time, first, count, into) -> volume.rows(z, channel, time, first, count, into, 0));
	}

	/** Copies of planes that are kept while somebody scrolls. */
	public PlaneBlocks blocks() {
		return blocks(Runtime.getRuntime().maxMemory());
	}

	/** @param heap bytes that there are, of which a part is taken */
	PlaneBlocks blocks(final long heap) {
		final List<PlaneAxes> axes = Arrays.stream(AnatomicalPlane.values()).map(new OrthoPlanes(this)::axes).toList();
		return new PlaneBlocks(planes, axes, heap);
	}

	/**
	 * The number that pixels hold where a plane leaves the image; looked for once, so that all planes have the same.
	 *
	 * @throws UncheckedIOException if a file cannot be read
	 */
	public double outside() {
		synchronized (outside) {
			if (outside[0].isEmpty()) outside[0] = OptionalDouble.of(lookOutside());
			return outside[0].getAsDouble();
		}
	}

	private double lookOutside() {
		try {
			return OutsideValue.of(this);
		}
		catch (final IOException exc) {
			throw new UncheckedIOException(exc);
		}
	}

	private PlaneType type() {
		return switch (bitDepth) {
			case 8 -> PlaneType.UINT8;
			case 16 -> PlaneType.UINT16;
			case 32 -> PlaneType.FLOAT32;
			default -> PlaneType.RGB;
		};
	}

	/** The pixels of an acquired slice: a byte, short, float or int array, maybe not a copy; do not change them. */
	Object pixels(final int z, final int channel, final int time) {
		if (files.isPresent()) return files.get().plane(z, channel, time);
		return Processors.pixels(stack, channel + 1 + size[3] * (z + size[2] * time));
	}

	/** Why slices could not be had, for people; without names of files and values if the image hides patient data. */
	public String problem(final Throwable failure) {
		final boolean isFile = failure instanceof UncheckedIOException;
		if (disclosure.isFull()) return isFile ? failure.getCause().getMessage() : failure.toString();
		return isFile ? "A slice could not be read." : failure.getClass().getSimpleName();
	}

	/** The real value of a voxel, calibrated, in {@link #valueUnit}; NaN for colour. */
	public double value(final int x, final int y, final int z, final int channel, final int time) {
		if (isColour()) return Double.NaN;
		return calibrated(held(x, y, z, channel, time));
	}

	/** The number that a voxel holds, not calibrated; for colour 0xrrggbb. */
	public double held(final int x, final int y, final int z, final int channel, final int time) {
		return planes.held(x, y, z, channel, time);
	}

	/** The real value of the number that pixels hold. */
	public double calibrated(final double held) {
		return bitDepth == 32 || isColour() ? held : calibration.getCValue(held);
	}

	/** The number that pixels hold for a real value, not rounded. */
	public double held(final double real) {
		return bitDepth == 32 || isColour() ? real : calibration.getRawValue(real);
	}

	/** The greatest real value of the first channel at any time; all of it is read. */
	public double greatest() {
		double least = Double.POSITIVE_INFINITY, most = Double.NEGATIVE_INFINITY;
		for (int time = 0; time < size[4]; time++)
			for (int z = 0; z < size[2]; z++) {
				final ImageProcessor slice = Processors.of(pixels(z, 0, time), size[0], size[1], null);
				for (int i = 0; i < slice.getPixelCount(); i++) {
					least = Math.min(least, finite(slice.getf(i), least));
					most = Math.max(most, finite(slice.getf(i), most));
				}
			}
		return calibrated(isDescending() ? least : most);
	}

	private static double finite(final float value, final double otherwise) {
		return Float.isNaN(value) ? otherwise : value;
	}

	/** The unit of values, such as "HU"; empty if there is none. */
	public String valueUnit() {
		return VolumeImagePlus.valueUnit(calibration);
	}

	/** The real values of a channel that the image shows black and white now. */
	public DisplayRange displayRange(final int channel) {
		final boolean each = image instanceof CompositeImage;
		final double min = each ? ((CompositeImage) image).getChannelLut(channel + 1).min : image.getDisplayRangeMin();
		final double max = each ? ((CompositeImage) image).getChannelLut(channel + 1).max : image.getDisplayRangeMax();
		final double a = calibrated(min), b = calibrated(max);
		return new DisplayRange(Math.min(a, b), Math.max(a, b));
	}

	/** The window presets of the files; often none. */
	public List<Window> windows() {
		return volume.map(DicomVolume::windows).orElse(List.of());
	}

	// -- Helpers --

	/** The index of the voxel around a coordinate, within the image. */
	public static int nearest(final double coordinate, final int voxels) {
		return (int) Math.max(0, Math.min(voxels - 1.0, Math.floor(coordinate + 0.5)));
	}
}
