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

import java.awt.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

import io.github.dicomvolumes.work.Progress;
import io.github.dicomvolumes.series.Segment;

import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Roi;
import ij.gui.ShapeRoi;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

/**
 * Areas as a label image on the slices of an image: 1 where the first structure is, 2 where the second is. Where
 * structures overlap each has a channel of its own.
 */
public final class RoiLabels {

	/** What progress calls it. */
	public static final String PHASE = "Filling areas";

	private final ImagePlus image;
	private final List<RoiGroup> groups;
	private final boolean isWide;

	private RoiLabels(final ImagePlus image, final List<RoiGroup> groups) {
		this.image = image;
		this.groups = groups;
		isWide = groups.size() > SegmentColours.MOST;
	}

	/**
	 * The label image, with names, colours, the place in the patient and the source of the image. Not shown.
	 *
	 * @param groups each with an area on a slice
	 * @throws java.util.concurrent.CancellationException if the progress says so
	 */
	public static ImagePlus of(final ImagePlus image, final List<RoiGroup> groups, final Progress progress) {
		final RoiLabels labels = new RoiLabels(image, groups);
		final List<Map<Integer, List<Roi>>> areas = groups.stream()
			.map(group -> RoiSlices.areas(group.rois(), image))
			.toList();
		final ImageProcessor[] planes = labels.planes(image.getNSlices());
		for (int n = 0; n < groups.size(); n++)
			if (!labels.fill(areas.get(n), n + 1, planes, progress)) return labels.inChannels(areas, progress);
		return labels.image(planes, 1);
	}

	private ImagePlus inChannels(final List<Map<Integer, List<Roi>>> areas, final Progress progress) {
		final int channels = groups.size(), slices = image.getNSlices();
		final ImageProcessor[] all = new ImageProcessor[channels * slices];
		for (int channel = 0; channel < channels; channel++) {
			final ImageProcessor[] planes = planes(slices);
			fill(areas.get(channel), channel + 1, planes, progress);
			for (int slice = 0; slice < slices; slice++)
				all[channel + channels * slice] = planes[slice];
		}
		return image(all, channels);
	}

	/** Puts a label where nothing is; returns whether nothing was anywhere there. */
	private boolean fill(final Map<Integer, List<Roi>> areas, final int label, final ImageProcessor[] planes,
		final Progress progress)
	{
		for (final var entry : areas.entrySet()) {
			progress.checkCanceled(PHASE);
			final ImageProcessor plane = planes[entry.getKey()];
			for (final Point point : together(entry.getValue())) {
				if (point.x < 0 || point.y < 0 || point.x >= plane.getWidth() || point.y >= plane.getHeight()) continue;
				if (plane.get(point.x, point.y) != 0) return false;
				plane.set(point.x, point.y, label);
			}
		}
		progress.update(PHASE, label, groups.size());
		return true;
	}

	/** What an odd number of areas covers. */
	private static Roi together(final List<Roi> areas) {
		if (areas.size() == 1) return areas.get(0);
		final ShapeRoi all = new ShapeRoi(areas.get(0));
		for (final Roi other : areas.subList(1, areas.size()))
			all.xor(new ShapeRoi(other));
		return all;
	}

	private ImageProcessor[] planes(final int count) {
		final ImageProcessor[] planes = new ImageProcessor[count];
		for (int i = 0; i < count; i++)
			planes[i] = isWide ? new ShortProcessor(image.getWidth(), image.getHeight())
				: new ByteProcessor(image.getWidth(), image.getHeight());
		return planes;
	}

	private ImagePlus image(final ImageProcessor[] planes, final int channels) {
		final ImageStack stack = new ImageStack(image.getWidth(), image.getHeight());
		final int slices = image.getNSlices();
		for (int n = 0; n < planes.length; n++)
			stack.addSlice(slices == 1 && channels == 1 ? null : "Slice " + (n / channels + 1), planes[n]);
		final ImagePlus plain = new ImagePlus("Labels of " + image.getTitle(), stack);
		plain.setDimensions(channels, slices, 1);
		plain.setOpenAsHyperStack(channels > 1);
		plain.setCalibration(image.getCalibration().copy());
		plain.getCalibration().disableDensityCalibration();
		final List<Segment> segments = new ArrayList<>();
		final Map<Integer, String> names = new TreeMap<>();
		for (int n = 0; n < groups.size(); n++) {
			segments.add(new Segment(n + 1, groups.get(n).name(), groups.get(n).colour().orElse(-1)));
			names.put(n + 1, groups.get(n).name());
		}
		final ImagePlus labels = plain;
		if (!isWide) {
			labels.getProcessor().setColorModel(SegmentColours.table(segments, OptionalInt.empty()));
			labels.getStack().setColorModel(labels.getProcessor().getColorModel());
			labels.setDisplayRange(0, SegmentColours.MOST);
		}
		LabelNames.put(names, labels);
		SourceVolume.pass(image, labels);
		PatientSpace.of(image).ifPresent(space -> space.attachTo(labels));
		return labels;
	}
}
