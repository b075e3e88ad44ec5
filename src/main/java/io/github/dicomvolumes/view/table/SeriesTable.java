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

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Disclosure;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.geometry.VolumeGeometry;
import io.github.dicomvolumes.series.catalog.OtherSeries;
import io.github.dicomvolumes.series.catalog.SeriesCatalog;
import io.github.dicomvolumes.series.catalog.Stack;
import io.github.dicomvolumes.volume.Report;

/**
 * The volumes of a catalog, a row each: what {@code series=#n} selects from. After them the series of objects that are
 * no images, without a number. If there are several patients or studies, columns that tell them apart come last.
 */
public final class SeriesTable {

	private static final List<String> COLUMNS = List.of("Series", "Modality", "SeriesNumber", "Description", "Columns",
		"Rows", "Slices", "Channels", "Times", "SpacingX", "SpacingY", "SpacingZ", "Plane", "Letters", "TransferSyntax",
		"Note", "SeriesInstanceUID");

	/** What tells studies apart: columns that only a catalog of several has. */
	private static final List<String> STUDY_COLUMNS = List.of("Patient", "StudyDate", "StudyDescription", "StudyID");

	private SeriesTable() {}

	public static DataTable of(final SeriesCatalog catalog, final Disclosure disclosure) {
		final DataTable table = volumes(catalog, disclosure);
		for (final OtherSeries other : catalog.others()) {
			final IntFunction<String> text = text(other.attributes(), disclosure);
			final List<Object> row = new ArrayList<>(List.of(OtherSeries.NUMBER, text.apply(Tag.MODALITY),
				text.apply(Tag.SERIES_NUMBER), text.apply(Tag.SERIES_DESCRIPTION)));
			row.addAll(Collections.nCopies(10, ""));
			row.addAll(List.of(other.transferSyntax(), "not an image: " + other.content(),
				text.apply(Tag.SERIES_INSTANCE_UID)));
			if (catalog.hasSeveralStudies()) row.addAll(study(text));
			table.add(row.toArray());
		}
		return table;
	}

	/** Without the series that are no images. */
	private static DataTable volumes(final SeriesCatalog catalog, final Disclosure disclosure) {
		final boolean several = catalog.hasSeveralStudies();
		final List<String> columns = new ArrayList<>(COLUMNS);
		if (several) columns.addAll(STUDY_COLUMNS);
		final DataTable table = new DataTable("DICOM Series", columns.toArray(String[]::new));
		int number = 0;
		for (final Stack stack : catalog.stacks()) {
			final VolumeGeometry geometry = stack.geometry();
			final double[] spacing = geometry.spacing();
			final IntFunction<String> text = text(stack.attributes(), disclosure);
			final List<Object> row = new ArrayList<>(List.of("#" + ++number, text.apply(Tag.MODALITY),
				text.apply(Tag.SERIES_NUMBER), text.apply(Tag.SERIES_DESCRIPTION), geometry.columns(), geometry.rows(),
				stack.slices(), stack.channels(), stack.times(), spacing[0], spacing[1], spacing[2], plane(geometry),
				geometry.patientBased() ? geometry.letters() : "", syntaxes(stack), Report.note(stack.findings()),
				text.apply(Tag.SERIES_INSTANCE_UID)));
			if (several) row.addAll(study(text));
			table.add(row.toArray());
		}
		return table;
	}

	/** The values of the columns of a study. */
	private static List<String> study(final IntFunction<String> text) {
		final String name = text.apply(Tag.PATIENT_NAME), id = text.apply(Tag.PATIENT_ID);
		final boolean isIdTold = id.isEmpty() || id.equals(name);
		final String both = name.isEmpty() ? id : name + " (" + id + ")";
		return List.of(isIdTold ? name : both, text.apply(Tag.STUDY_DATE), text.apply(Tag.STUDY_DESCRIPTION),
			text.apply(Tag.STUDY_ID));
	}

	private static IntFunction<String> text(final Attributes attributes, final Disclosure disclosure) {
		return tag -> disclosure.value(tag, attributes.orElse(tag, ""));
	}

	/** The transfer syntaxes of the files, mostly one. */
	private static String syntaxes(final Stack stack) {
		return stack.files()
			.stream()
			.map(file -> file.transferSyntax().name())
			.distinct()
			.collect(Collectors.joining("; "));
	}

	/** "Axial", "Oblique coronal"; empty if the place in the patient is unknown. */
	private static String plane(final VolumeGeometry geometry) {
		if (!geometry.patientBased()) return "";
		final String plane = geometry.plane().label();
		return geometry.orientation().isOblique() ? "Oblique " + plane.toLowerCase(Locale.ROOT) : plane;
	}
}
