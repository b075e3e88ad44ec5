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

package io.github.dicomvolumes.archive;

import java.sql.Date;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Dictionary;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.TransferSyntax;
import io.github.dicomvolumes.geometry.SliceSpacing;
import io.github.dicomvolumes.geometry.VolumeGeometry;
import io.github.dicomvolumes.io.header.DicomFile;
import io.github.dicomvolumes.io.scan.Skipped;
import io.github.dicomvolumes.io.source.Source;
import io.github.dicomvolumes.series.Finding;
import io.github.dicomvolumes.series.catalog.Stack;
import io.github.dicomvolumes.volume.MemoryEstimate;
import io.github.dicomvolumes.volume.Report;
import io.github.dicomvolumes.volume.ValueChoice;
import io.github.dicomvolumes.series.index.Id;

/** A row of the table: a volume, or a file that is in none. Columns that do not apply are null. */
final class VolumeRow {

	/** What a row is of. */
	static final String VOLUME = "volume", LEFT_OUT = "left out";
	/** The columns by which files are found. */
	static final String KIND = "Kind", SERIES_KEY = "SeriesKey", STUDY_DAY = "StudyDay", STUDY_YEAR = "StudyYear",
		ID = "Volume";

	private static final DataType TEXT = DataTypes.StringType, WHOLE = DataTypes.LongType, REAL = DataTypes.DoubleType,
		TEXTS = new ArrayType(TEXT, false);

	/** The columns, without the run that wrote a row. */
	static final StructType SCHEMA = new StructType().add(KIND, TEXT, false)
		.add(ID, TEXT)
		.add(SERIES_KEY, WHOLE, false)
		// those of the series table
		.add("Modality", TEXT)
		.add("SeriesNumber", TEXT)
		.add("Description", TEXT)
		.add("Columns", WHOLE)
		.add("Rows", WHOLE)
		.add("Slices", WHOLE)
		.add("Channels", WHOLE)
		.add("Times", WHOLE)
		.add("SpacingX", REAL)
		.add("SpacingY", REAL)
		.add("SpacingZ", REAL)
		.add("Plane", TEXT)
		.add("Letters", TEXT)
		.add("TransferSyntax", TEXT)
		.add("Note", TEXT)
		.add("SeriesInstanceUID", TEXT)
		// patient, study and series
		.add("PatientName", TEXT)
		.add("PatientID", TEXT)
		.add("PatientBirthDate", TEXT)
		.add("PatientSex", TEXT)
		.add("StudyInstanceUID", TEXT)
		.add("StudyID", TEXT)
		.add("StudyDescription", TEXT)
		.add("AccessionNumber", TEXT)
		.add("StudyDate", TEXT)
		.add("StudyTime", TEXT)
		.add("SeriesDate", TEXT)
		.add("SeriesTime", TEXT)
		.add("AcquisitionDate", TEXT)
		.add("AcquisitionTime", TEXT)
		.add("BodyPartExamined", TEXT)
		.add("Manufacturer", TEXT)
		.add("SOPClassUID", TEXT)
		.add("FrameOfReferenceUID", TEXT)
		// geometry
		.add("Unit", TEXT)
		.add("Affine", new ArrayType(REAL, false))
		.add("SpacingSource", TEXT)
		.add("Verdict", TEXT)
		.add("Missing", new ArrayType(DataTypes.IntegerType, false))
		.add("Tilt", REAL)
		.add("Position", REAL)
		// what was found, and where
		.add("FindingCodes", TEXTS)
		.add("Findings", TEXTS)
		.add("TransferSyntaxUIDs", TEXTS)
		.add("Frames", WHOLE)
		.add("Bytes", WHOLE)
		.add("MemoryBytes", WHOLE)
		.add("Files", TEXTS)
		// a file that is in no volume
		.add("File", TEXT)
		.add("Reason", TEXT)
		.add("Text", TEXT)
		.add(STUDY_DAY, DataTypes.DateType)
		.add(STUDY_YEAR, DataTypes.IntegerType);

	/** Columns that are attributes of the same name. */
	private static final List<String> ATTRIBUTES = List.of("Modality", "SeriesNumber", "SeriesInstanceUID",
		"PatientName", "PatientID", "PatientBirthDate", "PatientSex", "StudyInstanceUID", "StudyID", "StudyDescription",
		"AccessionNumber", "StudyDate", "StudyTime", "SeriesDate", "SeriesTime", "AcquisitionDate", "AcquisitionTime",
		"BodyPartExamined", "Manufacturer", "SOPClassUID", "FrameOfReferenceUID");

	private final Object[] values = new Object[SCHEMA.size()];

	/** Whether it is a file for which there was no memory. */
	static boolean isRefused(final Row row) {
		return Skipped.Reason.NO_MEMORY.toString().equals(row.get(SCHEMA.fieldIndex("Reason")));
	}

	private VolumeRow(final String kind, final long seriesKey) {
		put(KIND, kind);
		put(SERIES_KEY, seriesKey);
	}

	/** The columns of {@link #SCHEMA}. */
	static Column[] columns() {
		return Arrays.stream(SCHEMA.fieldNames()).map(functions::col).toArray(Column[]::new);
	}

	/** The row of a volume. */
	static Row of(final Stack stack) {
		final var row = new VolumeRow(VOLUME, SeriesKey.of(stack.first().file()));
		final VolumeGeometry geometry = stack.geometry();
		row.put(ID, Id.of(stack).toString());
		row.putAttributes(stack.attributes());
		row.putShape(stack);
		row.putGeometry(geometry);
		row.putGaps(stack);
		row.putFindings(stack.findings());
		row.putFiles(stack);
		return row.toRow();
	}

	/**
	 * The row of a file that is in no volume.
	 *
	 * @param seriesKey of the chunk that it is in
	 */
	static Row of(final Skipped file, final long seriesKey) {
		final var row = new VolumeRow(LEFT_OUT, seriesKey);
		if (file.series().size() > 0) row.putAttributes(file.series());
		final String syntax = file.series().orElse(Tag.TRANSFER_SYNTAX_UID, "");
		if (!syntax.isEmpty()) row.put("TransferSyntax", TransferSyntax.of(syntax).name());
		row.put("File", file.file());
		row.put("Reason", file.reason().toString());
		row.put("Text", file.named());
		return row.toRow();
	}

	private void putAttributes(final Attributes header) {
		for (final String keyword : ATTRIBUTES)
			put(keyword, header.orElse(Dictionary.tag(keyword), ""));
		put("Description", header.orElse(Tag.SERIES_DESCRIPTION, ""));
		final LocalDate day = day(header.orElse(Tag.STUDY_DATE, ""));
		if (day == null) return;
		put(STUDY_DAY, Date.valueOf(day));
		put(STUDY_YEAR, day.getYear());
	}

	private void putShape(final Stack stack) {
		put("Columns", stack.geometry().columns());
		put("Rows", stack.geometry().rows());
		put("Slices", (long) stack.slices());
		put("Channels", (long) stack.channels());
		put("Times", (long) stack.times());
		put("Frames", (long) stack.frames().size());
		put("MemoryBytes", MemoryEstimate.bytes(stack, ValueChoice.CALIBRATED));
	}

	private void putGeometry(final VolumeGeometry geometry) {
		final double[] spacing = geometry.spacing();
		for (int i = 0; i < spacing.length; i++)
			put("Spacing" + "XYZ".charAt(i), spacing[i]);
		put("Unit", geometry.unit());
		put("Plane", plane(geometry));
		put("Letters", geometry.patientBased() ? geometry.letters() : "");
		put("Affine", Arrays.stream(geometry.indexToPatient().toArray()).boxed().toArray(Double[]::new));
		put("SpacingSource", geometry.spacingSource().label());
		put("Tilt", geometry.tilt());
		put("Position", geometry.origin().dot(geometry.orientation().normal()));
	}

	/** "Axial", "Oblique coronal"; empty if the place in the patient is unknown. */
	private static String plane(final VolumeGeometry geometry) {
		if (!geometry.patientBased()) return "";
		final String plane = geometry.plane().label();
		return geometry.orientation().isOblique() ? "Oblique " + plane.toLowerCase(Locale.ROOT) : plane;
	}

	private void putGaps(final Stack stack) {
		final SliceSpacing gaps = stack.gaps().orElse(null);
		final boolean isSegmented = !stack.segments().isEmpty();
		put("Verdict", verdict(stack, gaps));
		put("Missing", gaps == null || isSegmented ? new Integer[0]
			: Arrays.stream(gaps.missing()).mapToObj(i -> i + 1).toArray(Integer[]::new));
	}

	/** As the geometry table says it. */
	private static String verdict(final Stack stack, final SliceSpacing gaps) {
		if (gaps == null) return "no position";
		return switch (gaps.verdict()) {
			case SINGLE, UNIFORM -> "uniform";
			case NEARLY_UNIFORM -> "nearly uniform";
			case IRREGULAR -> "irregular";
			case MISSING -> {
				if (!stack.segments().isEmpty()) yield "uniform";
				yield stack.slices() == gaps.gridSize() ? "filled" : "irregular";
			}
		};
	}

	private void putFindings(final List<Finding> findings) {
		put("Note", Report.note(findings));
		put("FindingCodes", findings.stream().map(finding -> finding.code().name()).toArray(String[]::new));
		put("Findings", findings.stream().map(Finding::text).toArray(String[]::new));
	}

	private void putFiles(final Stack stack) {
		final List<DicomFile> files = stack.files();
		put("TransferSyntax",
			files.stream().map(f -> f.transferSyntax().name()).distinct().collect(Collectors.joining("; ")));
		put("TransferSyntaxUIDs", files.stream().map(f -> f.transferSyntax().uid()).distinct().toArray(String[]::new));
		put("Bytes", files.stream().mapToLong(VolumeRow::bytes).sum());
		put("Files", files.stream().map(file -> file.source().name()).toArray(String[]::new));
	}

	/** The size on disk; of an entry of an archive about its length. */
	private static long bytes(final DicomFile file) {
		final Source source = file.source();
		final boolean isWhole = source.name().equals(source.container());
		if (isWhole) return source.state() == null ? 0 : source.state().length();
		return file.pixelData().offset() + Math.max(0, file.pixelData().length());
	}

	/** A date as DICOM writes it; null if it is none. */
	private static LocalDate day(final String text) {
		try {
			return LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE);
		}
		catch (final DateTimeException exc) {
			return null;
		}
	}

	private void put(final String column, final Object value) {
		values[SCHEMA.fieldIndex(column)] = value;
	}

	private Row toRow() {
		return RowFactory.create(values);
	}
}
