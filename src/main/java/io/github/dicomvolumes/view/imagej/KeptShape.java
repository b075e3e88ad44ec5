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

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.dicomvolumes.geometry.Affine;
import io.github.dicomvolumes.geometry.Vector3;

import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;

/**
 * Which slices of which size an image had, to find out where those lie that an image made of it has: the same ones, or
 * some of them in their order or backwards, cropped perhaps.
 * <p>
 * Slices are known by their names. Where the pixels of a cropped slice were is told by ImageJ's origin of coordinates,
 * which ImageJ moves when it crops, but only if it is not 0: so it is set to 2^-30 of a pixel, which is seen nowhere
 * and is still there, exactly, beside whole pixels. Whoever sets another origin loses that.
 * </p>
 *
 * @param size width, height, channels, slices and times
 * @param names of all slices of the stack, as numbers; none if there is one
 */
record KeptShape(int[] size, int[] names) {

	private static final double MARK = 0x1p-30;
	/** How much a pixel's size may differ from what it was, relative. */
	private static final double SAME = 1e-6;
	private static final int WIDTH = 0, HEIGHT = 1, CHANNELS = 2, SLICES = 3, TIMES = 4;

	static KeptShape of(final ImagePlus image) {
		final ImageStack stack = image.getStack();
		return new KeptShape(image.getDimensions(), stack.size() == 1 ? new int[0] // ImageJ makes up a label
			: IntStream.rangeClosed(1, stack.size()).map(n -> name(stack, n)).toArray());
	}

	/** Marks the origin of coordinates of an image, if it has none. */
	static void mark(final ImagePlus image) {
		final Calibration calibration = image.getCalibration();
		if (calibration.xOrigin != 0 || calibration.yOrigin != 0) return;
		calibration.xOrigin = MARK;
		calibration.yOrigin = MARK;
	}

	/** The first line of a slice's label. */
	private static int name(final ImageStack stack, final int n) {
		final String label = stack instanceof HeaderStack ours ? ours.name(n)
			: stack instanceof VirtualVolumeStack ours ? ours.name(n) : stack.getSliceLabel(n);
		return label == null ? 0 : label.lines().findFirst().orElse("").hashCode();
	}

	/** One line of numbers. */
	String text() {
		return Stream
			.concat(Arrays.stream(size).mapToObj(Integer::toString),
				Arrays.stream(names).mapToObj(Integer::toHexString))
			.collect(Collectors.joining(" "));
	}

	/** @return empty if it is no text of ours */
	static Optional<KeptShape> parse(final String text) {
		final String[] words = text.split(" ");
		try {
			if (words.length <= TIMES) return Optional.empty();
			final int[] size = Arrays.stream(words).limit(TIMES + 1L).mapToInt(Integer::parseInt).toArray();
			return Optional.of(new KeptShape(size,
				Arrays.stream(words).skip(TIMES + 1L).mapToInt(word -> Integer.parseUnsignedInt(word, 16)).toArray()));
		}
		catch (final NumberFormatException exc) {
			return Optional.empty();
		}
	}

	/**
	 * From the (x, y, z) index of an image to that of the one whose shape this is.
	 *
	 * @param voxel what a pixel of this had for width and height; empty if nobody knows
	 * @return empty if the image is not of its slices
	 */
	Optional<Affine> toIndexOf(final ImagePlus image, final Optional<Vector3> voxel) {
		final KeptShape other = of(image);
		if (Arrays.equals(size, other.size) && Arrays.equals(names, other.names))
			return Optional.of(Affine.scaling(1, 1, 1));
		final Optional<int[]> slices = slices(image), corner = corner(image, voxel);
		return slices.flatMap(z -> corner.map(xy -> new Affine(new Vector3(1, 0, 0), new Vector3(0, 1, 0),
			new Vector3(0, 0, z[1]), new Vector3(xy[0], xy[1], z[0]))));
	}

	/** The first of our slices that the image has, and the step to the next; of all its channels and times the same. */
	private Optional<int[]> slices(final ImagePlus image) {
		final Map<Integer, Integer> places = new HashMap<>();
		for (int n = 0; n < names.length; n++)
			if (places.put(names[n], n / size[CHANNELS] % size[SLICES]) != null) return Optional.empty();
		final ImageStack stack = image.getStack();
		if (places.isEmpty()) return Arrays.equals(Arrays.copyOfRange(size, CHANNELS, TIMES + 1),
			Arrays.copyOfRange(image.getDimensions(), CHANNELS, TIMES + 1)) ? Optional.of(new int[] { 0, 1 })
				: Optional.empty();
		final int channels = image.getNChannels(), slices = image.getNSlices();
		final int[] found = new int[stack.size()];
		for (int n = 0; n < found.length; n++) {
			final Integer place = places.get(name(stack, n + 1));
			if (place == null) return Optional.empty();
			found[n] = place;
		}
		final int first = found[0], step = slices == 1 ? 1 : found[channels] - first;
		for (int n = 0; n < found.length; n++)
			if (step == 0 || found[n] != first + step * (n / channels % slices)) return Optional.empty();
		return Optional.of(new int[] { first, step });
	}

	/** Which of our pixels is the first of the image. */
	private Optional<int[]> corner(final ImagePlus image, final Optional<Vector3> voxel) {
		if (image.getWidth() == size[WIDTH] && image.getHeight() == size[HEIGHT])
			return Optional.of(new int[] { 0, 0 });
		final Calibration calibration = image.getCalibration();
		final boolean isScaled = voxel.isEmpty() || !isSame(calibration.pixelWidth, voxel.get().x()) ||
			!isSame(calibration.pixelHeight, voxel.get().y());
		final double x = MARK - calibration.xOrigin, y = MARK - calibration.yOrigin;
		// at the first pixel the origin is where it was, as after other changes of the size
		final boolean isKnown = x == Math.rint(x) && y == Math.rint(y) && x >= 0 && y >= 0 && x + y > 0 &&
			x + image.getWidth() <= size[WIDTH] && y + image.getHeight() <= size[HEIGHT];
		return isScaled || !isKnown ? Optional.empty() : Optional.of(new int[] { (int) x, (int) y });
	}

	private static boolean isSame(final double one, final double other) {
		return Math.abs(one - other) <= SAME * Math.abs(other);
	}
}
