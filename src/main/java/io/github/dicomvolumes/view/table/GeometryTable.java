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

package io.github.dicomvolumes.view.table;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

import io.github.dicomvolumes.geometry.AnatomicalPlane;
import io.github.dicomvolumes.geometry.SliceSpacing;
import io.github.dicomvolumes.geometry.VolumeGeometry;
import io.github.dicomvolumes.series.catalog.Stack;
import io.github.dicomvolumes.volume.DicomVolume;

/**
 * A row for each anatomical plane: how many slices it has, how they are sampled and what a pixel in it is like. The row
 * of the plane in which the images were acquired also says where the slice spacing comes from and whether to trust it.
 */
public final class GeometryTable {

	private GeometryTable() {}

	public static DataTable of(final DicomVolume volume) {
		final DataTable table = new DataTable("DICOM Geometry", "Plane", "Slices", "Sampling", "PixelAspectRatio",
			"FieldOfView", "Letters", "Acquired", "Source", "Verdict", "Missing", "Tilt", "Note");
		final VolumeGeometry geometry = volume.geometry();
		for (final AnatomicalPlane plane : AnatomicalPlane.values()) {
			final boolean acquired = plane == geometry.plane();
			final Object[] row = { plane.label(), geometry.slices(plane), geometry.sampling(plane),
				geometry.pixelAspectRatio(plane), geometry.fieldOfView(plane),
				geometry.patientBased() ? "" + plane.right() + plane.bottom() : "", acquired ? 1 : 0, "", "", "", "",
				"" };
			if (acquired) {
				row[7] = geometry.spacingSource().label();
				row[8] = verdict(volume.stack());
				row[9] = missing(volume.stack());
				row[10] = geometry.tilt();
				row[11] = volume.report().note();
			}
			table.add(row);
		}
		return table;
	}

	/** "uniform", "nearly uniform", "filled", "irregular" or "no position". Planes without segment are not missing. */
	static String verdict(final Stack stack) {
		final Optional<SliceSpacing> gaps = stack.gaps();
		if (gaps.isEmpty()) return "no position";
		if (gaps.get().verdict() == SliceSpacing.Verdict.MISSING && !stack.segments().isEmpty()) return "uniform";
		return switch (gaps.get().verdict()) {
			case SINGLE, UNIFORM -> "uniform";
			case NEARLY_UNIFORM -> "nearly uniform";
			case MISSING -> stack.slices() == gaps.get().gridSize() ? "filled" : "irregular";
			case IRREGULAR -> "irregular";
		};
	}

	/** The slices that no file gave, counted from 1. */
	private static String missing(final Stack stack) {
		return stack.gaps()
			.filter(gaps -> stack.segments().isEmpty())
			.map(gaps -> Arrays.stream(gaps.missing())
				.mapToObj(i -> Integer.toString(i + 1))
				.collect(Collectors.joining(" ")))
			.orElse("");
	}
}
