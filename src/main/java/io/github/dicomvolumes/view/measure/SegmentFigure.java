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

package io.github.dicomvolumes.view.measure;

import java.awt.Color;
import java.awt.image.IndexColorModel;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import io.github.dicomvolumes.data.Disclosure;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.work.Progress;
import io.github.dicomvolumes.measure.SegmentStatistics;
import io.github.dicomvolumes.measure.segment.SegmentLayer;
import io.github.dicomvolumes.pixels.DisplayRange;
import io.github.dicomvolumes.view.imagej.PatientSpace;
import io.github.dicomvolumes.view.ortho.OrthoModel;
import io.github.dicomvolumes.view.ortho.PlanesFigure;
import io.github.dicomvolumes.view.over.Fusion;
import io.github.dicomvolumes.view.plane.OrthoImage;
import io.github.dicomvolumes.view.plane.Pixels;

import ij.ImagePlus;
import ij.ImageStack;

/**
 * A picture of the three planes through each segment, with its outline: a stack with a slice for each segment, through
 * the voxel of its greatest value, or through its centroid.
 */
public final class SegmentFigure {

	/** What progress calls it. */
	public static final String PHASE = "Drawing segments";

	private static final float HUE_STEP = 0.618034f;

	private final ImagePlus image;
	private final List<SegmentLayer> layers;
	private final boolean isAtMaximum;

	/**
	 * @param layers on the grid of the image, of its first channel and time
	 * @param isAtMaximum whether planes go through the greatest value
	 */
	public SegmentFigure(final ImagePlus image, final List<SegmentLayer> layers, final boolean isAtMaximum) {
		this.image = image;
		this.layers = layers;
		this.isAtMaximum = isAtMaximum;
	}

	/**
	 * The pictures of those segments that have voxels, not shown; empty if none has.
	 *
	 * @throws java.util.concurrent.CancellationException if the progress says so
	 */
	public Optional<ImagePlus> draw(final List<SegmentStatistics> all, final Disclosure disclosure,
		final Progress progress)
	{
		int done = 0;
		final OrthoModel model = new OrthoModel(OrthoImage.of(image), Pixels.ISOTROPIC);
		model.setCrosshairVisible(false);
		final PlanesFigure figure = new PlanesFigure(model, true, false);
		ImageStack pictures = null;
		for (final SegmentStatistics each : all) {
			progress.update(PHASE, done++, all.size());
			progress.checkCanceled(PHASE);
			final Optional<Vector3> at = isAtMaximum ? each.maximumIndex()
				: each.shape().map(shape -> shape.centroidIndex());
			if (at.isEmpty() || each.channel() + each.time() > 0) continue;
			model.moveTo(at.get());
			final Optional<PatientSpace> space = PatientSpace.of(image).filter(PatientSpace::isMetric);
			if (space.isPresent()) model.setFusion(Optional.of(outline(each)));
			final ImagePlus picture = figure.draw();
			if (pictures == null) pictures = new ImageStack(picture.getWidth(), picture.getHeight());
			if (picture.getWidth() == pictures.getWidth() && picture.getHeight() == pictures.getHeight())
				pictures.addSlice((each.segment().number() + " " + SegmentTable.name(each, disclosure)).strip(),
					picture.getProcessor());
		}
		progress.update(PHASE, done, done);
		return pictures == null ? Optional.empty()
			: Optional.of(new ImagePlus(image.getTitle() + " [Segments]", pictures));
	}

	private Fusion outline(final SegmentStatistics statistics) {
		final Color colour = statistics.segment().rgb() >= 0 ? new Color(statistics.segment().rgb())
			: Color.getHSBColor(statistics.segment().number() * HUE_STEP, 0.8f, 1);
		final byte[] red = new byte[256], green = new byte[256], blue = new byte[256];
		Arrays.fill(red, (byte) colour.getRed());
		Arrays.fill(green, (byte) colour.getGreen());
		Arrays.fill(blue, (byte) colour.getBlue());
		return Fusion.of(OrthoImage.of(image), OrthoImage.of(mask(statistics.segment().number())))
			.withOpacity(1)
			.withColours(new IndexColorModel(8, 256, red, green, blue))
			.withWindow(new DisplayRange(0, 255))
			.withThreshold(1)
			.withStyle(Fusion.Style.OUTLINE);
	}

	/** The segment as an image of its own; slices without it share one array. */
	private ImagePlus mask(final int number) {
		final int width = image.getWidth(), height = image.getHeight();
		final byte[] none = new byte[width * height];
		final short[] numbers = new short[none.length];
		final byte[] parts = new byte[none.length];
		final ImageStack stack = new ImageStack(width, height);
		for (int slice = 0; slice < image.getNSlices(); slice++) {
			byte[] own = none;
			for (final SegmentLayer layer : layers) {
				if (!layer.fill(slice, numbers, parts)) continue;
				for (int i = 0; i < none.length; i++) {
					if ((numbers[i] & 0xFFFF) != number || layer.isPartial() && 2 * parts[i] < SegmentLayer.PARTS)
						continue;
					if (own == none) own = new byte[none.length];
					own[i] = 1;
				}
			}
			stack.addSlice("", own);
		}
		final ImagePlus mask = new ImagePlus("segment", stack);
		PatientSpace.of(image).ifPresent(space -> space.attachTo(mask));
		return mask;
	}
}
