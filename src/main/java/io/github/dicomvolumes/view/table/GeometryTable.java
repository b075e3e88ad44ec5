package io.github.dicomvolumes.view.table;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import io.github.dicomvolumes.geometry.AnatomicalPlane;
import io.github.dicomvolumes.geometry.SliceSpacing;
import io.github.dicomvolumes.geometry.VolumeGeometry;
import io.github.dicomvolumes.series.Stack;
import io.github.dicomvolumes.volume.DicomVolume;

/**
 * A row for each anatomical plane: how many slices it has, how they are sampled and
 * what a pixel in it is like. The row of the plane in which the images were
 * acquired also says where the slice spacing comes from and whether to trust it.
 */
public final class GeometryTable {

	private GeometryTable() {}

	public static DataTable of(final DicomVolume volume) {
		final DataTable table = new DataTable("DICOM Geometry", "Plane", "Slices", "Sampling",
			"PixelAspectRatio", "FieldOfView", "Letters", "Acquired", "Source", "Verdict",
			"Missing", "Tilt", "Note");
		final VolumeGeometry geometry = volume.geometry();
		for (final AnatomicalPlane plane : AnatomicalPlane.values()) {
			final boolean acquired = plane == geometry.plane();
			final Object[] row = { name(plane), geometry.slices(plane), geometry.sampling(plane),
				geometry.pixelAspectRatio(plane), geometry.fieldOfView(plane), geometry
					.patientBased() ? "" + plane.right() + plane.bottom() : "", acquired ? 1 : 0, "",
				"", "", "", "" };
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

	/** "uniform", "nearly uniform", "filled", "irregular" or "no position". */
	static String verdict(final Stack stack) {
		final Optional<SliceSpacing> gaps = stack.gaps();
		if (gaps.isEmpty()) return "no position";
		return switch (gaps.get().verdict()) {
			case SINGLE, UNIFORM -> "uniform";
			case NEARLY_UNIFORM -> "nearly uniform";
			case MISSING -> stack.slices() == gaps.get().gridSize() ? "filled" : "irregular";
			case IRREGULAR -> "irregular";
		};
	}

	/** The slices that no file gave, counted from 1. */
	private static String missing(final Stack stack) {
		return stack.gaps().map(gaps -> Arrays.stream(gaps.missing()).mapToObj(i -> Integer
			.toString(i + 1)).collect(Collectors.joining(" "))).orElse("");
	}

	private static String name(final AnatomicalPlane plane) {
		return plane.name().charAt(0) + plane.name().substring(1).toLowerCase(Locale.ROOT);
	}
}
