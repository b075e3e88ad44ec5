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

package io.github.dicomvolumes.view.resample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

import io.github.dicomvolumes.work.Progress;
import io.github.dicomvolumes.series.StackShape;
import io.github.dicomvolumes.view.plane.OrthoImage;
import io.github.dicomvolumes.view.plane.OutsideValue;
import io.github.dicomvolumes.view.plane.Pixels;
import io.github.dicomvolumes.view.plane.PlaneImages;
import io.github.dicomvolumes.view.plane.StackSize;
import io.github.dicomvolumes.view.plane.Steps;
import io.github.dicomvolumes.volume.sample.Interpolation;
import io.github.dicomvolumes.volume.sample.Resampling;

import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;

/**
 * A whole image on another grid, for every channel and time, as a new stack that can be measured and saved like any
 * other. Pixels keep their type and calibration, 8 and 16 bits are rounded, and it has its place in the patient. Where
 * the image is not, pixels hold padding if its files name one, else the least value ({@link OutsideValue}).
 */
public final class Resample {

	/** What needs less memory. */
	private static final String INSTEAD = "load=Virtual or a larger spacing";

	private final OrthoImage image;
	private final SampledGrid grid;
	private final Interpolation interpolation;
	private final StackShape shape;
	private final double outside;

	private Resample(final OrthoImage image, final SampledGrid grid, final Interpolation interpolation,
		final Progress progress) throws IOException
	{
		this.image = image;
		this.grid = grid;
		this.interpolation = interpolation;
		shape = new StackShape(grid.slices(), image.channels(), image.times());
		outside = OutsideValue.of(image, grid.geometry(), progress);
	}

	/**
	 * Resamples an image. Not shown.
	 *
	 * @throws io.github.dicomvolumes.data.DicomException if Java's memory is too small for all slices
	 * @throws java.util.concurrent.CancellationException if the progress says so
	 */
	public static ImagePlus of(final OrthoImage image, final SampledGrid grid, final Interpolation interpolation,
		final Progress progress) throws IOException
	{
		final StackSize need = new StackSize(grid.width(), grid.height(),
			grid.slices() * image.channels() * image.times(), image.bytesPerPixel());
		need.requireMemory(INSTEAD);
		try {
			return new Resample(image, grid, interpolation, progress).inMemory(progress);
		}
		catch (final UncheckedIOException exc) {
			throw exc.getCause();
		}
		catch (final OutOfMemoryError exc) {
			throw need.tooLarge(INSTEAD, exc);
		}
	}

	/**
	 * The same without pixels: each slice is sampled when it is looked at, from the image as it is then, and changes to
	 * it are lost. Where the image's slices are in files, all that a slice crosses are read for it.
	 *
	 * @throws IOException if slices of the image, of which some are read, cannot be
	 */
	public static ImagePlus virtual(final OrthoImage image, final SampledGrid grid, final Interpolation interpolation)
		throws IOException
	{
		final Resample resample = new Resample(image, grid, interpolation, Progress.NONE);
		return resample.placed(new SampledStack(resample));
	}

	private ImagePlus inMemory(final Progress progress) throws IOException {
		final Object[] arrays = new Object[shape.planes()];
		final Steps steps = new Steps(progress, image.channels() * image.times());
		for (int time = 0; time < image.times(); time++)
			for (int channel = 0; channel < image.channels(); channel++) {
				final List<Object> planes = resampling(channel, time).planes(steps);
				for (int slice = 0; slice < grid.slices(); slice++)
					arrays[shape.stackIndex(slice, channel, time) - 1] = planes.get(grid.slice(slice));
				steps.next();
			}
		final ImageStack stack = new ImageStack(grid.width(), grid.height());
		for (int n = 1; n <= arrays.length; n++)
			stack.addSlice(label(n), arrays[n - 1]);
		return placed(stack);
	}

	private ImagePlus placed(final ImageStack stack) {
		final ImagePlus made = PlaneImages.image(image, PlaneImages.title(image, grid.label()),
			(Calibration) grid.calibration().clone(), stack, 0);
		final ImagePlus resampled = PlaneImages.hyperstack(image, made, grid.slices());
		grid.space().ifPresent(space -> space.attachTo(resampled));
		return resampled;
	}

	private Resampling resampling(final int channel, final int time) {
		return new Resampling(image.sampler(channel, time).with(interpolation).withOutside(outside), grid.geometry());
	}

	OrthoImage image() {
		return image;
	}

	SampledGrid grid() {
		return grid;
	}

	/** Slices times channels times times. */
	int planes() {
		return shape.planes();
	}

	/** The pixels of a slice, 1-based as ImageJ counts them; a new array. */
	Object pixels(final int n) {
		final StackShape.Place place = shape.ofStackIndex(n);
		return resampling(place.channel(), place.time()).plane(grid.slice(place.slice()));
	}

	/** What a slice is called: "Oblique 12", 0-based as the slices of planes are. */
	String label(final int n) {
		return grid.label() + " " + shape.ofStackIndex(n).slice();
	}

	/** The channel of a slice, 0-based. */
	int channel(final int n) {
		return shape.ofStackIndex(n).channel();
	}
}
