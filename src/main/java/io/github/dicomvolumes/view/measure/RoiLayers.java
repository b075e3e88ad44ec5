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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import io.github.dicomvolumes.measure.segment.SegmentLayer;
import io.github.dicomvolumes.series.Segment;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.process.ImageProcessor;

/**
 * Selections of an image as segments: those of one name on several slices are one, whatever number or slice stands
 * behind the name. A pixel belongs to it as ImageJ's Measure has it. Lines and points have no area and are left out.
 */
public final class RoiLayers {

	/** What {@link io.github.dicomvolumes.view.imagej.StructureRois} and ImageJ put behind names. */
	private static final Pattern NUMBER = Pattern.compile("(?<name>.*?)( (?<slice>\\d+))?( \\(\\d+\\))?(-\\d+)?");

	private RoiLayers() {}

	/**
	 * The layers of selections, one for each name, numbered from 1 in the order of the selections.
	 *
	 * @param image that they are for
	 * @param millilitres of a voxel; NaN if unknown
	 */
	public static List<SegmentLayer> of(final List<Roi> rois, final ImagePlus image, final double millilitres) {
		final Map<String, List<Area>> groups = new LinkedHashMap<>();
		final Map<String, Set<List<Integer>>> drawnAt = new HashMap<>();
		final Map<String, Integer> colours = new LinkedHashMap<>();
		for (final Roi roi : rois) {
			if (!roi.isArea()) continue;
			final String name = name(roi, image);
			groups.computeIfAbsent(name, key -> new ArrayList<>()).add(Area.of(roi, slice(roi, image)));
			drawnAt.computeIfAbsent(name, key -> new HashSet<>()).add(channelAndTime(roi, image));
			colours.putIfAbsent(name, roi.getStrokeColor() == null ? -1 : roi.getStrokeColor().getRGB() & 0xFFFFFF);
		}
		final List<SegmentLayer> layers = new ArrayList<>();
		groups.forEach((name, areas) -> {
			long outside = 0;
			for (final Area area : areas)
				outside += area.outside(image.getWidth(), image.getHeight(), image.getNSlices());
			layers.add(new Layer(new Segment(layers.size() + 1, name, colours.get(name)), areas, image.getWidth(),
				image.getHeight(), outside == 0 ? 0 : outside * millilitres, drawnAt.get(name).size() > 1));
		});
		return layers;
	}

	/** The name without its slice. */
	static String name(final Roi roi, final ImagePlus image) {
		final String structure = roi.getProperty("DICOM Structure");
		if (structure != null) return structure;
		final String name = roi.getName() == null ? "" : roi.getName();
		final var parts = NUMBER.matcher(name);
		if (!parts.matches() || parts.group("name").isBlank()) return name;
		final boolean isSlice = parts.group("slice") != null && parts.group("slice").equals("" + slice(roi, image));
		return isSlice ? parts.group("name") : name;
	}

	/** 1-based; 0 if it is on all slices. */
	private static int slice(final Roi roi, final ImagePlus image) {
		if (roi.hasHyperStackPosition()) return roi.getZPosition();
		final int position = roi.getPosition();
		if (position <= 0) return 0;
		return image.isHyperStack() ? image.convertIndexToPosition(position)[1] : position;
	}

	/** 1-based; 0 if it is on all. */
	private static List<Integer> channelAndTime(final Roi roi, final ImagePlus image) {
		if (roi.hasHyperStackPosition()) return List.of(roi.getCPosition(), roi.getTPosition());
		if (roi.getPosition() <= 0 || !image.isHyperStack()) return List.of(0, 0);
		final int[] position = image.convertIndexToPosition(roi.getPosition());
		return List.of(position[0], position[2]);
	}

	/**
	 * Pixels of one selection.
	 *
	 * @param slice 1-based; 0 for all
	 * @param mask 0 outside; null if the whole rectangle is inside
	 */
	private record Area(int slice, int x, int y, int width, int height, byte[] mask) {

		static Area of(final Roi roi, final int slice) {
			final ImageProcessor mask = roi.getMask();
			final var bounds = roi.getBounds();
			return new Area(slice, bounds.x, bounds.y, bounds.width, bounds.height,
				mask == null ? null : (byte[]) mask.convertToByteProcessor(false).getPixels());
		}

		/** How many of the pixels are none of the image. */
		long outside(final int columns, final int rows, final int slices) {
			if (slice > slices) return pixels();
			long inside = 0;
			for (int v = Math.max(0, -y); v < Math.min(height, rows - y); v++)
				for (int u = Math.max(0, -x); u < Math.min(width, columns - x); u++)
					if (mask == null || mask[v * width + u] != 0) inside++;
			return (pixels() - inside) * (slice == 0 ? slices : 1);
		}

		private long pixels() {
			long pixels = (long) width * height;
			if (mask != null) for (final byte each : mask)
				if (each == 0) pixels--;
			return pixels;
		}

		void fill(final short[] numbers, final int columns, final int rows, final short number) {
			for (int v = Math.max(0, -y); v < Math.min(height, rows - y); v++)
				for (int u = Math.max(0, -x); u < Math.min(width, columns - x); u++)
					if (mask == null || mask[v * width + u] != 0) numbers[(y + v) * columns + x + u] = number;
		}
	}

	/**
	 * Of one name.
	 *
	 * @param outside the image, ml
	 * @param isOfSeveral whether selections were drawn at several channels or times
	 */
	private record Layer(Segment segment, List<Area> areas, int columns, int rows, double outside, boolean isOfSeveral)
		implements SegmentLayer
	{

		@Override
		public boolean fill(final int slice, final short[] numbers, final byte[] parts) {
			if (areas.stream().noneMatch(area -> area.slice == 0 || area.slice == slice + 1)) return false;
			Arrays.fill(numbers, (short) 0);
			for (final Area area : areas)
				if (area.slice == 0 || area.slice == slice + 1)
					area.fill(numbers, columns, rows, (short) segment.number());
			return true;
		}

		@Override
		public List<Segment> segments() {
			return List.of(segment);
		}

		@Override
		public double outsideMillilitres(final int number) {
			return outside;
		}

		@Override
		public List<String> notes(final int number) {
			return isOfSeveral ? List.of("selections of several channels or times, together for all of them")
				: List.of();
		}
	}
}
