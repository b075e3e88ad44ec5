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

package io.github.dicomvolumes.view.ortho;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.util.Optional;

import io.github.dicomvolumes.data.InputException;
import io.github.dicomvolumes.geometry.Affine;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.pixels.DisplayRange;
import io.github.dicomvolumes.view.imagej.PatientSpace;
import io.github.dicomvolumes.volume.sample.Interpolation;
import io.github.dicomvolumes.volume.sample.PlaneFrame;
import io.github.dicomvolumes.volume.sample.Sampler;

import ij.plugin.LutLoader;
import ij.process.LUT;

import net.imglib2.RandomAccessibleInterval;

/**
 * A second image over the planes of a first one, brought together by their patient coordinates. Pixels of the planes
 * stay those of the first image.
 *
 * @param over the second image: grey, or labels; it is seen also when it was closed
 * @param opacity 0 (not seen) to 1 (the first is not seen)
 * @param colours of the window from low to high, 256 of them
 * @param window real values of the second image that are shown in the first and the last colour
 * @param threshold real value below which nothing is drawn
 * @param interpolation between the voxels of the second image; NEAREST for labels, between which there is nothing
 */
public record Fusion(OrthoImage over, double opacity, IndexColorModel colours, DisplayRange window, double threshold,
	Interpolation interpolation)
{

	private static final Vector3 ORIGIN = new Vector3(0, 0, 0), X = new Vector3(1, 0, 0), Y = new Vector3(0, 1, 0);
	/** Uptake in g/ml that is shown brightest at first. */
	private static final double MOST_UPTAKE = 5;

	/** @throws IllegalArgumentException if the image is in colour, or the opacity is not 0 to 1 */
	public Fusion {
		if (over.isColour()) throw new InputException("\"" + over.image().getTitle() +
			"\" is in colour; an image over another must be grey, or labels: use Image > Type > 8-bit");
		if (!(opacity >= 0 && opacity <= 1))
			throw new InputException("The opacity is " + 100 * opacity + " %; it must be 0 to 100");
		over.hold();
	}

	/**
	 * Over another image, as it is shown by itself: labels in their colours, where there are any; else in the image's
	 * own colours, or Fire if they are grey.
	 *
	 * @throws IllegalArgumentException if the images have no common patient coordinates
	 */
	public static Fusion of(final OrthoImage base, final OrthoImage over) {
		requireCommonSpace(base, over);
		final LUT own = PlaneImages.lut(over, 0);
		final IndexColorModel colours = own == null || isGrey(own) ? LutLoader.getLut("fire") : own;
		final boolean isUptake = over.valueUnit().equals("g/ml") && over.windows().isEmpty();
		final DisplayRange window = isUptake ? new DisplayRange(0, MOST_UPTAKE) : over.displayRange(0);
		final boolean areLabels = over.isLabels();
		return new Fusion(over, 0.5, colours, window, areLabels ? 1 : window.low(),
			areLabels ? Interpolation.NEAREST : Interpolation.LINEAR);
	}

	/** The same with another opacity, 0 to 1. */
	public Fusion withOpacity(final double newOpacity) {
		return new Fusion(over, newOpacity, colours, window, threshold, interpolation);
	}

	/**
	 * The same in the colours of one of ImageJ's lookup tables.
	 *
	 * @throws IllegalArgumentException if there is none of this name
	 */
	public Fusion withLut(final String name) {
		final IndexColorModel named = LutLoader.getLut(name);
		if (named == null) throw new InputException(
			"There is no lookup table \"" + name + "\"; use a name from Image > Lookup Tables");
		return new Fusion(over, opacity, named, window, threshold, interpolation);
	}

	/** The same with other values shown in the first and the last colour, and nothing drawn below the first. */
	public Fusion withWindow(final DisplayRange range) {
		return new Fusion(over, opacity, colours, range, range.low(), interpolation);
	}

	/** What to know before trusting it; empty if both images say that they are in the same patient coordinates. */
	public static Optional<String> warning(final OrthoImage base, final OrthoImage over) {
		return base.frameOfReference().isPresent() && over.frameOfReference().isPresent() ? Optional.empty()
			: Optional.of("\"" + base.image().getTitle() + "\" and \"" + over.image().getTitle() +
				"\" do not both name their patient coordinates (Frame of Reference UID): that they fit is assumed.");
	}

	/** @throws InputException if the images have no common patient coordinates */
	static void requireCommonSpace(final OrthoImage base, final OrthoImage over) {
		for (final OrthoImage image : new OrthoImage[] { base, over })
			if (image.toPatient(ORIGIN).isEmpty()) throw new InputException("\"" + image.image().getTitle() +
				"\" has no place in the patient, so nothing can be laid over it or it over anything.");
		final Optional<String> a = base.frameOfReference(), b = over.frameOfReference();
		if (a.isPresent() && b.isPresent() && !base.space().get().sharesFrameWith(over.space().get()))
			throw new InputException("\"" + base.image().getTitle() + "\" and \"" + over.image().getTitle() +
				"\" are in different patient coordinates (Frame of Reference UID); register them first.");
	}

	private static boolean isGrey(final LUT lut) {
		for (int i = 0; i < lut.getMapSize(); i++)
			if (lut.getRed(i) != lut.getGreen(i) || lut.getRed(i) != lut.getBlue(i)) return false;
		return true;
	}

	/** The real value of the second image at a point in the patient, LPS in mm; NaN where it is not. */
	public double value(final Vector3 patient, final int time) {
		final Sampler sampler = Sampler.of(at(time), space().indexToPatient()).with(interpolation);
		final PlaneFrame point = new PlaneFrame(patient, X, Y, 1, 1, 1, 1);
		return over.calibrated(sampler.values(point)[0]);
	}

	/**
	 * What is drawn over a plane of the first image: a pixel for each, transparent where the second image is not, or is
	 * below the threshold. May be called by any thread.
	 *
	 * @param base the first image
	 */
	public BufferedImage over(final OrthoImage base, final PlaneRequest request) {
		final Section plane = request.plane();
		final Affine pixelToPatient = base.space().orElseThrow().indexToPatient().after(plane.pixelToVoxel());
		// in the space of the plane's pixels its axes are at right angles, also where those of a tilted volume are not
		final Affine toPixel = pixelToPatient.inverse().after(space().indexToPatient());
		final float[] held = Sampler.of(at(request.time()), toPixel)
			.with(interpolation)
			.values(new PlaneFrame(new Vector3(0, 0, request.slice()), X, Y, 1, 1, plane.width(), plane.height()));
		final int[] argb = new int[held.length];
		final double low = over.held(window.low()), high = over.held(window.high());
		final double scale = 255 / (high - low), least = over.held(threshold);
		final boolean isDescending = over.isDescending();
		final int alpha = (int) Math.round(255 * opacity) << 24;
		for (int i = 0; i < held.length; i++) {
			final boolean isSeen = isDescending ? held[i] <= least : held[i] >= least; // false for no number
			if (!isSeen) continue;
			final int colour = (int) Math.max(0, Math.min(255, Math.rint((held[i] - low) * scale)));
			argb[i] = colours.getRGB(colour) & 0xFFFFFF | alpha;
		}
		final BufferedImage drawn = new BufferedImage(plane.width(), plane.height(), BufferedImage.TYPE_INT_ARGB);
		drawn.getRaster().setDataElements(0, 0, plane.width(), plane.height(), argb);
		return drawn;
	}

	private PatientSpace space() {
		return over.space().orElseThrow();
	}

	/** The first channel at a time, or the last that there is. */
	private RandomAccessibleInterval<?> at(final int time) {
		return over.planeImage().at(0, Math.min(time, over.times() - 1));
	}
}
