package io.github.dicomvolumes.view.table;

import java.util.Locale;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.geometry.VolumeGeometry;
import io.github.dicomvolumes.series.SeriesCatalog;
import io.github.dicomvolumes.series.Stack;
import io.github.dicomvolumes.volume.Report;

/** The volumes of a catalog, a row each: what {@code series=#n} selects from. */
public final class SeriesTable {

	private SeriesTable() {}

	public static DataTable of(final SeriesCatalog catalog) {
		final DataTable table = new DataTable("DICOM Series", "Series", "Modality",
			"SeriesNumber", "Description", "Columns", "Rows", "Slices", "Channels", "Times",
			"SpacingX", "SpacingY", "SpacingZ", "Plane", "Letters", "TransferSyntax", "Note",
			"SeriesInstanceUID");
		int number = 0;
		for (final Stack stack : catalog.stacks()) {
			final Attributes attributes = stack.attributes();
			final VolumeGeometry geometry = stack.geometry();
			final double[] spacing = geometry.spacing();
			table.add("#" + ++number, attributes.orElse(Tag.MODALITY, ""), attributes.orElse(
				Tag.SERIES_NUMBER, ""), attributes.orElse(Tag.SERIES_DESCRIPTION, ""), geometry
					.columns(), geometry.rows(), stack.slices(), stack.channels(), stack.times(),
				spacing[0], spacing[1], spacing[2], plane(geometry), geometry.patientBased()
					? geometry.letters() : "", stack.first().file().transferSyntax().name(), Report
						.note(stack.findings()), attributes.orElse(Tag.SERIES_INSTANCE_UID, ""));
		}
		return table;
	}

	/** "Axial", "Oblique coronal"; empty if the place in the patient is unknown. */
	private static String plane(final VolumeGeometry geometry) {
		if (!geometry.patientBased()) return "";
		final String plane = geometry.plane().name();
		return geometry.orientation().isOblique() ? "Oblique " + plane.toLowerCase(
			Locale.ROOT) : plane.charAt(0) + plane.substring(1).toLowerCase(Locale.ROOT);
	}
}
