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

import java.awt.Color;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import ij.ImagePlus;
import ij.gui.Roi;

/**
 * Selections that are one structure: those of an ImageJ group, else of a name, without the slice number that DICOM
 * Structure Set... puts behind it and the number that the ROI Manager puts behind a name that is there already.
 *
 * @param colour 0xRRGGBB; empty if no selection has one
 * @param rois at least one
 */
public record RoiGroup(String name, OptionalInt colour, List<Roi> rois) {

	/** Names that ImageJ makes up: of slice, row and column. */
	private static final Pattern MADE_UP = Pattern.compile("\\d{4,}(-\\d{4,}){1,2}(-\\d+)?");
	private static final Pattern ON_SLICE = Pattern.compile("(.+) (\\d+)(?: \\(\\d+\\))?");
	private static final Pattern REPEATED = Pattern.compile("(.+)-\\d+");
	private static final String NAMELESS = "ROI";

	/** What makes two selections one structure. */
	private record Key(int group, String name) {}

	public RoiGroup {
		rois = List.copyOf(rois);
	}

	/** The structures of selections in the order in which they come first. */
	public static List<RoiGroup> of(final List<Roi> rois, final ImagePlus image) {
		final Set<String> names = rois.stream()
			.map(roi -> roi.getName() == null ? "" : roi.getName())
			.collect(Collectors.toSet());
		final Map<Key, List<Roi>> groups = new LinkedHashMap<>();
		for (final Roi roi : rois)
			groups.computeIfAbsent(new Key(roi.getGroup(), name(roi, names, image)), key -> new ArrayList<>()).add(roi);
		final List<RoiGroup> result = new ArrayList<>();
		groups.forEach((key, same) -> result.add(new RoiGroup(key.name, colour(same), same)));
		return result;
	}

	private static String name(final Roi roi, final Set<String> names, final ImagePlus image) {
		final String structure = roi.getProperty(StructureRois.STRUCTURE);
		if (structure != null) return structure;
		if (roi.getGroup() > 0) {
			final String group = Roi.getGroupName(roi.getGroup());
			return group == null || group.isBlank() ? "Group " + roi.getGroup() : group;
		}
		final String name = roi.getName();
		if (name == null || name.isBlank() || MADE_UP.matcher(name).matches()) return NAMELESS;
		final var onSlice = ON_SLICE.matcher(name);
		if (onSlice.matches() && onSlice.group(2).equals(Integer.toString(RoiSlices.slice(roi, image) + 1)))
			return onSlice.group(1);
		final var repeated = REPEATED.matcher(name);
		return repeated.matches() && names.contains(repeated.group(1)) ? repeated.group(1) : name;
	}

	private static OptionalInt colour(final List<Roi> rois) {
		return rois.stream()
			.map(roi -> roi.getStrokeColor() == null ? roi.getFillColor() : roi.getStrokeColor())
			.filter(colour -> colour != null)
			.mapToInt(Color::getRGB)
			.map(argb -> argb & 0xFFFFFF)
			.findFirst();
	}
}
