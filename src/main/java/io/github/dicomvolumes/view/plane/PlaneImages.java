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
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.dicomvolumes.geometry.Affine;
import io.github.dicomvolumes.geometry.AnatomicalPlane;
import io.github.dicomvolumes.geometry.Anatomy;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.pixels.DisplayRange;
import io.github.dicomvolumes.view.imagej.PatientSpace;
import io.github.dicomvolumes.view.imagej.SourceVolume;
import io.github.dicomvolumes.volume.sample.PlaneAxis;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import ij.process.LUT;

/**
 * Planes as images of ImageJ's that can be measured and saved: calibrated in length and value, with the place in the
 * patient, so that planes of planes still know where they are.
 */
public final class PlaneImages {

	/** Names of slices that are none of the three planes. */
	public static final String OBLIQUE = "Oblique", RESAMPLED = "Resampled";

	/** What our planes have at the end of their names, and ImageJ's number if there are several. */
	private static final Pattern PLANE = Pattern.compile(Stream
		.concat(Arrays.stream(AnatomicalPlane.values()).map(AnatomicalPlane::label), Stream.of(OBLIQUE, RESAMPLED))
		.collect(Collectors.joining("|", " \\[(", ")\\](-\\d+)?$")));

	private PlaneImages() {}

	/** What is to be seen in a plane, as an image of one slice. Not shown. */
	public static ImagePlus snapshot(final OrthoImage image, final PlaneRequest request, final DisplayRange window) {
		final ImageStack stack = new ImageStack(request.plane().width(), request.plane().height());
		stack.addSlice(PlaneStack.label(request), new PlaneRenderer(image).render(request));
		final ImagePlus snapshot = image(image, request.plane(), stack, request.channel());
		space(image, request.plane(), request.slice()).ifPresent(space -> space.attachTo(snapshot));
		display(snapshot, image, window);
		return snapshot;
	}

	/** Tells an image of all slices of a plane how large its pixels are and where they lie in the patient. */
	public static void place(final ImagePlus live, final OrthoImage image, final Section plane) {
		live.setCalibration(calibration(image, plane));
		space(image, plane, 0).ifPresent(space -> space.attachTo(live));
		SourceVolume.pass(image.image(), live);
	}

	/** An image of slices of a plane with title, calibration, colours and header; one channel and time. */
	public static ImagePlus image(final OrthoImage image, final Section plane, final ImageStack stack,
		final int channel)
	{
		return image(image, title(image, plane), calibration(image, plane), stack, channel);
	}

	/** The same with another title and calibration. */
	public static ImagePlus image(final OrthoImage image, final String title, final Calibration calibration,
		final ImageStack stack, final int channel)
	{
		final ImagePlus made = new ImagePlus(title, stack);
		made.setCalibration(calibration);
		final LUT lut = lut(image, channel);
		if (lut != null) {
			if (!stack.isVirtual()) stack.setColorModel(lut);
			made.getProcessor().setColorModel(lut);
		}
		HeaderLines.withoutGeometry(image.image().getInfoProperty()).ifPresent(info -> made.setProperty("Info", info));
		SourceVolume.pass(image.image(), made);
		return made;
	}

	/**
	 * Slices of all channels and times of an image, with its dimensions beyond the slices, colours and range.
	 *
	 * @param stack as {@link #image} makes it
	 * @return the same, or one that shows channels together
	 */
	public static ImagePlus hyperstack(final OrthoImage image, final ImagePlus stack, final int slices) {
		stack.setDimensions(image.channels(), slices, image.times());
		stack.setOpenAsHyperStack(image.channels() * image.times() > 1);
		if (!(image.image() instanceof CompositeImage composite)) {
			display(stack, image, image.displayRange(0));
			return stack;
		}
		final CompositeImage result = new CompositeImage(stack, composite.getMode());
		result.setLuts(composite.getLuts());
		SourceVolume.pass(stack, result);
		return result;
	}

	/** Sets what is shown black and white, in real values. Colour is left as it is. */
	public static void display(final ImagePlus plane, final OrthoImage image, final DisplayRange range) {
		if (image.isColour()) return;
		final double a = image.held(range.low()), b = image.held(range.high());
		final double min = Math.min(a, b), max = Math.max(a, b);
		// otherwise ImageJ cuts whole numbers off
		if (plane.getBitDepth() == 32) plane.setDisplayRange(min, max);
		else plane.setDisplayRange(Math.rint(min), Math.rint(max));
	}

	/** The name of the image with that of the plane: "CT [Coronal]", also for planes of "CT [Axial]". */
	public static String title(final OrthoImage image, final Section plane) {
		return title(image, plane.name());
	}

	public static String title(final OrthoImage image, final String label) {
		final String name = image.image().getTitle();
		return (image.space().isPresent() ? PLANE.matcher(name).replaceFirst("") : name) + " [" + label + "]";
	}

	/** Size of pixels and their values, as in the image. */
	static Calibration calibration(final OrthoImage image, final Section section) {
		final Calibration calibration = image.calibration();
		calibration.pixelWidth = section.pixelWidth();
		calibration.pixelHeight = section.pixelHeight();
		if (section instanceof Plane plane) {
			final double[] origin = { calibration.xOrigin, calibration.yOrigin, calibration.zOrigin };
			calibration.pixelDepth = plane.through().pixel();
			calibration.setXUnit(plane.right().unit());
			calibration.setYUnit(plane.down().unit());
			calibration.setZUnit(plane.through().unit());
			calibration.xOrigin = origin(plane.right(), origin);
			calibration.yOrigin = origin(plane.down(), origin);
			calibration.zOrigin = origin(plane.through(), origin);
			calibration.setInvertY(image.calibration().getInvertY() && plane.down().axis() == 1);
		}
		else {
			calibration.pixelDepth = section.pixelWidth();
			calibration.setUnit(section.unit()); // of all axes
			calibration.xOrigin = calibration.yOrigin = calibration.zOrigin = 0;
			calibration.setInvertY(false);
		}
		return calibration;
	}

	/** Where slices of a plane lie in the patient. */
	public static Optional<PatientSpace> space(final OrthoImage image, final Section section, final int firstSlice) {
		return image.space().map(space -> {
			final Affine map = section.pixelToVoxel();
			final Vector3 first = section.toVoxel(0, 0, firstSlice);
			final String letters = section instanceof Plane plane
				? "" + letter(space, plane.right()) + letter(space, plane.down()) + letter(space, plane.through())
				: ((ObliquePlane) section).letters();
			return new PatientSpace(space.indexToPatient().after(new Affine(map.i(), map.j(), map.k(), first)), letters,
				space.isMetric(), space.frameOfReference());
		});
	}

	/** The table of colours of a channel; null for colour. */
	public static LUT lut(final OrthoImage image, final int channel) {
		final LUT[] luts = image.image().getLuts();
		return luts.length == 0 ? null : luts[Math.min(channel, luts.length - 1)];
	}

	private static char letter(final PatientSpace space, final PlaneAxis axis) {
		final char letter = space.letters().charAt(axis.axis());
		return axis.reversed() ? Anatomy.opposite(letter) : letter;
	}

	/** ImageJ counts from the corner of the first pixel. It has no origin for an axis that runs the other way. */
	private static double origin(final PlaneAxis axis, final double[] origin) {
		return axis.reversed() ? 0 : origin[axis.axis()] * (axis.spacing() / axis.pixel());
	}
}
