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

package io.github.dicomvolumes.view.over;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.awt.image.IndexColorModel;
import java.util.Objects;
import java.util.Optional;

import io.github.dicomvolumes.data.InputException;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.work.Strips;
import io.github.dicomvolumes.pixels.DisplayRange;
import io.github.dicomvolumes.view.imagej.PatientSpace;
import io.github.dicomvolumes.view.plane.OrthoImage;
import io.github.dicomvolumes.view.plane.Pixels;
import io.github.dicomvolumes.view.plane.PlaneImages;
import io.github.dicomvolumes.view.plane.PlaneRequest;
import io.github.dicomvolumes.view.plane.PlaneStack;
import io.github.dicomvolumes.volume.FirstWindow;
import io.github.dicomvolumes.volume.sample.Interpolation;
import io.github.dicomvolumes.volume.sample.PlaneFrame;
import io.github.dicomvolumes.volume.sample.Sampler;

import ij.ImagePlus;
import ij.process.LUT;

/**
 * A second image over the planes of a first one, brought together by their patient coordinates. Pixels of the planes
 * stay those of the first image.
 *
 * @param over the second image: grey, or labels; it is seen also when it was closed
 * @param channel of the second image, 0-based
 * @param opacity 0 (not seen) to 1 (the first is not seen)
 * @param colours of the window from low to high, 256 of them
 * @param window real values of the second image that are shown in the first and the last colour
 * @param threshold real value below which nothing is drawn
 * @param style whether pixels are values or labels, and how labels are drawn
 */
public record Fusion(OrthoImage over, int channel, double opacity, IndexColorModel colours, DisplayRange window,
	double threshold, Style style)
{

	/** How the numbers of the second image are drawn. */
	public enum Style {
		/** Values, between which there are others: interpolated linearly. */
		VALUES,
		/** Labels, between which there is nothing: of the nearest voxel. */
		FILL,
		/** Labels, and only those pixels of each that lie beside another one. */
		OUTLINE
	}

	private static final int COLOURS = 256;
	/** Pixels that one thread colours at a time. */
	private static final int STRIP = 1 << 14;
	private static final Vector3 ORIGIN = new Vector3(0, 0, 0), X = new Vector3(1, 0, 0), Y = new Vector3(0, 1, 0);

	/**
	 * @throws IllegalArgumentException if the image is in colour, the opacity is not 0 to 1, or the threshold is not a
	 *         number
	 * @throws IndexOutOfBoundsException if there is no such channel
	 */
	public Fusion {
		if (over.isColour()) throw new InputException("\"" + over.image().getTitle() +
			"\" is in colour; an image over another must be grey, or labels: use Image > Type > 8-bit");
		Objects.checkIndex(channel, over.channels());
		if (!(opacity >= 0 && opacity <= 1))
			throw new InputException("The opacity is " + 100 * opacity + " %; it must be 0 to 100");
		if (Double.isNaN(threshold)) throw new InputException("The threshold is not a number");
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
		return of(over, 0, 0.5);
	}

	private static Fusion of(final OrthoImage over, final int channel, final double opacity) {
		final boolean isUptake = over.valueUnit().equals("g/ml") && over.windows().isEmpty();
		final DisplayRange window = isUptake ? FirstWindow.SUV : over.displayRange(channel);
		final boolean areLabels = over.isLabels();
		return new Fusion(over, channel, opacity, own(over, channel), window, areLabels ? 1 : window.low(),
			areLabels ? Style.FILL : Style.VALUES);
	}

	/** The colours of an image, or Fire if they are grey. */
	private static IndexColorModel own(final OrthoImage image, final int channel) {
		final LUT own = PlaneImages.lut(image, channel);
		return own == null || Luts.isGrey(own) ? Luts.named("fire") : own;
	}

	/**
	 * The same of another channel, in the colours and the window of that.
	 *
	 * @throws IndexOutOfBoundsException if there is no such channel
	 */
	public Fusion withChannel(final int newChannel) {
		return of(over, Objects.checkIndex(newChannel, over.channels()), opacity);
	}

	/** The same with another opacity, 0 to 1. */
	public Fusion withOpacity(final double newOpacity) {
		return new Fusion(over, channel, newOpacity, colours, window, threshold, style);
	}

	/**
	 * The same in the colours of a lookup table.
	 *
	 * @param name from Image &gt; Lookup Tables; "inverted" and a name is that table from its last colour to its first
	 * @throws IllegalArgumentException if there is none of this name
	 */
	public Fusion withLut(final String name) {
		return withColours(Luts.named(name));
	}

	/** The same in other colours, 256 of them. */
	public Fusion withColours(final IndexColorModel newColours) {
		return new Fusion(over, channel, opacity, newColours, window, threshold, style);
	}

	/**
	 * The same with other values shown in the first and the last colour. A threshold that was the first value stays the
	 * first value.
	 */
	public Fusion withWindow(final DisplayRange range) {
		return new Fusion(over, channel, opacity, colours, range, threshold == window.low() ? range.low() : threshold,
			style);
	}

	/** The same with nothing drawn below another real value. */
	public Fusion withThreshold(final double least) {
		return new Fusion(over, channel, opacity, colours, window, least, style);
	}

	/** The same drawn in another way. */
	public Fusion withStyle(final Style newStyle) {
		return new Fusion(over, channel, opacity, colours, window, threshold, newStyle);
	}

	/** What to know before trusting it; empty if both images say that they are in the same patient coordinates. */
	public static Optional<String> warning(final OrthoImage base, final OrthoImage over) {
		return base.frameOfReference().isPresent() && over.frameOfReference().isPresent() ? Optional.empty()
			: Optional.of("\"" + base.image().getTitle() + "\" and \"" + over.image().getTitle() +
				"\" do not both name their patient coordinates (Frame of Reference UID): that they fit is assumed.");
	}

	/**
	 * Whether an image may lie over another: it is grey or labels, is neither the other one nor a plane in a window of
	 * ours, and both have a place in the patient that is not known to be another patient's.
	 */
	public static boolean isPossible(final OrthoImage base, final ImagePlus over) {
		return over.getBitDepth() != 24 && mayFit(base, over);
	}

	/** Whether another image, which may be in colour, lies in the same patient as far as is known. */
	public static boolean mayFit(final OrthoImage base, final ImagePlus other) {
		return other != base.image() && !(other.getStack() instanceof PlaneStack planes && planes.isOfViews()) &&
			shareSpace(base, other);
	}

	/** Whether both images have a place in the patient, in coordinates that are not known to be others. */
	static boolean shareSpace(final OrthoImage base, final ImagePlus other) {
		final Optional<PatientSpace> mine = base.space().filter(PatientSpace::isMetric);
		final Optional<PatientSpace> theirs = PatientSpace.of(other).filter(PatientSpace::isMetric);
		return mine.isPresent() && theirs.isPresent() && !areApart(mine.get(), theirs.get());
	}

	private static boolean areApart(final PatientSpace a, final PatientSpace b) {
		return !a.frameOfReference().isEmpty() && !b.frameOfReference().isEmpty() && !a.sharesFrameWith(b);
	}

	/** @throws InputException if the images have no common patient coordinates */
	static void requireCommonSpace(final OrthoImage base, final OrthoImage over) {
		for (final OrthoImage image : new OrthoImage[] { base, over })
			if (image.toPatient(ORIGIN).isEmpty()) throw new InputException("\"" + image.image().getTitle() +
				"\" has no place in the patient, so nothing can be laid over it or it over anything.");
		if (areApart(base.space().get(), over.space().get()))
			throw new InputException("\"" + base.image().getTitle() + "\" and \"" + over.image().getTitle() +
				"\" are in different patient coordinates (Frame of Reference UID); register them first.");
	}

	/** Between the voxels of the second image. */
	Interpolation interpolation() {
		return style == Style.VALUES ? Interpolation.LINEAR : Interpolation.NEAREST;
	}

	/** The real value of the second image at a point in the patient, LPS in mm; NaN where it is not. */
	public double value(final Vector3 patient, final int time) {
		final Sampler sampler = Sampler
			.of(SecondImage.at(over, channel, time), over.space().orElseThrow().indexToPatient())
			.with(interpolation());
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
		final int width = request.plane().width(), height = request.plane().height();
		final float[] held = SecondImage.held(over, channel, interpolation(), base, request);
		if (style == Style.OUTLINE) Outline.keep(held, width);
		final BufferedImage drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
		colour(held, ((DataBufferInt) drawn.getRaster().getDataBuffer()).getData());
		return drawn;
	}

	/** @param argb becomes the colours of these numbers, transparent for those that are not drawn */
	private void colour(final float[] held, final int[] argb) {
		final int[] table = new int[COLOURS];
		colours.getRGBs(table);
		final int alpha = (int) Math.round(255 * opacity) << 24;
		final double low = over.held(window.low()), scale = (COLOURS - 1) / (over.held(window.high()) - low);
		final double least = over.held(threshold);
		final boolean isDescending = over.isDescending();
		Strips.forEach(held.length, STRIP, (from, to) -> {
			for (int i = from; i < to; i++) {
				final boolean isSeen = isDescending ? held[i] <= least : held[i] >= least; // false for no number
				if (!isSeen) continue;
				final double colour = Math.max(0, Math.min(COLOURS - 1, (held[i] - low) * scale));
				argb[i] = table[(int) (colour + 0.5)] & 0xFFFFFF | alpha;
			}
		});
	}
}
