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

package io.github.dicomvolumes.series.catalog;

import java.util.Arrays;
import java.util.List;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Listing;
import io.github.dicomvolumes.data.NumberText;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.geometry.Orientation;
import io.github.dicomvolumes.geometry.SliceSpacing;
import io.github.dicomvolumes.geometry.SpacingSource;
import io.github.dicomvolumes.geometry.VolumeGeometry;
import io.github.dicomvolumes.series.Finding;
import io.github.dicomvolumes.series.Finding.Code;
import io.github.dicomvolumes.series.group.Group;
import io.github.dicomvolumes.series.object.Frame;
import io.github.dicomvolumes.series.repeat.Positions;

/** Finds what people should know about the grid of a group's frames. */
final class GridReport {

	private static final double DISAGREES = 0.01;

	/** A distance between slices that positions do not tell, and where it is from. */
	record Assumed(double spacing, SpacingSource source) {}

	private final Group group;
	private final Frame first;
	private final List<Finding> findings;

	/** @param findings takes what is found */
	GridReport(final Group group, final List<Finding> findings) {
		this.group = group;
		this.findings = findings;
		first = group.first();
	}

	/** The distance between slices where positions do not tell it. */
	Assumed assumedSpacing() {
		final Attributes attributes = first.attributes();
		final String modality = attributes.orElse(Tag.MODALITY, "");
		final double between = Math.abs(attributes.number(Tag.SPACING_BETWEEN_SLICES).orElse(0));
		final double thickness = first.object().hasSliceThickness() ? attributes.number(Tag.SLICE_THICKNESS).orElse(0)
			: 0;
		if (between > 0 && (first.orientation().isPresent() || modality.equals("MR") || modality.equals("NM")))
			return assumed(between, SpacingSource.SPACING_BETWEEN_SLICES);
		if (thickness > 0) return assumed(thickness, SpacingSource.SLICE_THICKNESS);
		findings.add(new Finding(Code.SPACING_UNKNOWN, "the distance between slices is unknown; 1 is used"));
		return new Assumed(1, SpacingSource.UNKNOWN);
	}

	/** The source of a spacing that the file says, as positions leave out planes. */
	SpacingSource declared(final SliceSpacing gaps) {
		return assumed(gaps.spacing(), SpacingSource.SPACING_BETWEEN_SLICES).source();
	}

	private Assumed assumed(final double spacing, final SpacingSource source) {
		findings.add(new Finding(Code.SPACING_ASSUMED,
			"slice spacing " + NumberText.of(spacing) + " mm is assumed from " + source.label()));
		return new Assumed(spacing, source);
	}

	void orientations(final Orientation orientation) {
		double largest = 0;
		for (final Frame frame : group.frames()) {
			final Orientation its = frame.orientation().get();
			largest = Math.max(largest,
				Math.max(its.row().angleTo(orientation.row()), its.column().angleTo(orientation.column())));
		}
		if (largest > 1e-5) findings.add(new Finding(Code.ORIENTATION_VARIES, "orientations differ by up to " +
			NumberText.of(Math.toDegrees(largest)) + " degrees; the most common one is used"));
		if (first.attributes().orElse(Tag.ANATOMICAL_ORIENTATION_TYPE, "").equals("QUADRUPED"))
			findings.add(new Finding(Code.QUADRUPED,
				"the subject is a quadruped: L R A P H F mean left, right, ventral, dorsal, cranial and caudal"));
	}

	void gaps(final Positions positions, final SliceSpacing gaps) {
		if (gaps.isRounded()) findings.add(new Finding(Code.POSITIONS_ROUNDED,
			"positions have few decimals; they are taken for even, " + NumberText.of(gaps.spacing()) + " mm apart"));
		switch (gaps.verdict()) {
			case NEARLY_UNIFORM -> findings.add(new Finding(Code.NEARLY_UNIFORM,
				"gaps differ from " + NumberText.of(gaps.spacing()) + " mm by up to " +
					NumberText.of(gaps.maxDeviation()) + " mm, most between slices " + (gaps.worstGap() + 1) + " and " +
					(gaps.worstGap() + 2),
				List.of(positions.frame(gaps.worstGap()).name(), positions.frame(gaps.worstGap() + 1).name())));
			case MISSING -> findings.add(missing(gaps, false));
			case IRREGULAR -> findings.add(new Finding(Code.IRREGULAR_GAPS,
				"gaps are irregular; the median " + NumberText.of(gaps.spacing()) + " mm is used"));
			case SINGLE, UNIFORM -> {}
		}
	}

	/** The same where slices stand one after another whatever the gaps. */
	void gapsOfLine(final Positions positions, final SliceSpacing gaps) {
		if (gaps.missingCount() > 0) findings.add(missing(gaps, true));
		else gaps(positions, gaps);
	}

	/** Which slices of a grid are missing, and whether they are filled or the gap is closed. */
	static Finding missing(final SliceSpacing gaps, final boolean isClosed) {
		final String what = isClosed ? "the gap is closed, distances across it are wrong"
			: "filled to keep the grid of " + NumberText.of(gaps.spacing()) + " mm";
		return new Finding(Code.MISSING_SLICES, missing(gaps) + "; " + what);
	}

	/** "slice 4 of 6 is missing": slices are counted from 1, as ImageJ shows them. */
	private static String missing(final SliceSpacing gaps) {
		final int[] places = gaps.missing();
		final List<Integer> fromOne = Arrays.stream(places).map(i -> i + 1).boxed().toList();
		return (places.length == 1 ? "slice " : "slices ") + Listing.of(fromOne) + " of " + gaps.gridSize() +
			(places.length == 1 ? " is missing" : " are missing");
	}

	void tilt(final VolumeGeometry geometry) {
		final double declared = Math.abs(first.attributes().number(Tag.GANTRY_DETECTOR_TILT).orElse(0));
		if (geometry.isTilted())
			findings.add(new Finding(Code.GANTRY_TILT, "slices lean by " + NumberText.of(geometry.tilt()) +
				" degrees against the normal (gantry tilt); planes are left as they are, the affine is exact"));
		else if (declared > 0.1 && geometry.slices() > 1)
			findings.add(new Finding(Code.TILT_NOT_FOUND, Tag.describe(Tag.GANTRY_DETECTOR_TILT) + " says " +
				NumberText.of(declared) + " degrees, but the positions show none; the images were resampled"));
	}

	void disagreement(final double spacing) {
		final double between = Math.abs(first.attributes().number(Tag.SPACING_BETWEEN_SLICES).orElse(spacing));
		final double thickness = first.attributes().number(Tag.SLICE_THICKNESS).orElse(spacing);
		if (Math.abs(between - spacing) > DISAGREES * spacing)
			findings.add(new Finding(Code.SPACING_DISAGREES, "SpacingBetweenSlices says " + NumberText.of(between)));
		if (Math.abs(thickness - spacing) > DISAGREES * spacing)
			findings.add(new Finding(Code.SPACING_DISAGREES, "SliceThickness says " + NumberText.of(thickness)));
	}

	void count(final int n) {
		final int declared = first.attributes().orElse(Tag.IMAGES_IN_ACQUISITION, n);
		if (declared > n && group.reasons().isEmpty()) findings.add(new Finding(Code.FEWER_IMAGES,
			Tag.describe(Tag.IMAGES_IN_ACQUISITION) + " says " + declared + ", " + n + " are here"));
	}

}
