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

package io.github.dicomvolumes;

import static io.github.dicomvolumes.data.Dictionary.tag;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

import io.github.dicomvolumes.SyntheticSeries.Values;
import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.TransferSyntax;
import io.github.dicomvolumes.data.VR;
import io.github.dicomvolumes.export.file.DicomWriter;

/**
 * The series that the rules of reading and assembling volumes name as their tests, each by its name:
 * <code>SyntheticCases.write("missing_slice", folder)</code>. What is expected of a case stands in the rule and in the
 * test of the rule, not here.
 */
public final class SyntheticCases {

	private interface Case {

		/** @return the place to scan */
		Path write(SyntheticSeries series, Path folder) throws IOException;
	}

	/** Values that are the same in every slice. */
	private static final Values FLAT = (k, r, c) -> 10L * r + c;

	private static final Map<String, Case> CASES = new LinkedHashMap<>();

	static {
		files();
		filesBesideImages();
		grouping();
		repeats();
		order();
		spacing();
		degenerate();
		calibration();
		storedValues();
		rescale();
		display();
		pixelLength();
	}

	private SyntheticCases() {}

	/** The names of all cases. */
	public static List<String> names() {
		return List.copyOf(CASES.keySet());
	}

	/**
	 * Writes a case below a folder.
	 *
	 * @param folder exists; the files should be the only ones in it
	 * @return the place to scan: the folder, but for <code>zipped</code> the archive, for <code>dicomdir</code> the
	 *         directory file, each in the folder
	 * @throws UnsupportedOperationException if the file system has no links or permissions, which symlink_loop and
	 *         unreadable_file need
	 */
	public static Path write(final String name, final Path folder) throws IOException {
		final Case written = CASES.get(name);
		if (written == null) throw new IllegalArgumentException("no case \"" + name + "\"; there are " + names());
		return written.write(new SyntheticSeries(name), folder);
	}

	/** R1, R2, R5, R6: where files lie and how they are encoded; all are the base case. */
	private static void files() {
		series("axial_asc", s -> {});
		series("no_extension", s -> {});
		series("nested", s -> s.fileNames("a/b/%03d.dcm"));
		series("dicomdir_named_folder", s -> s.fileNames("DICOMDIR_export/%03d"));
		folder("symlink_loop", (s, folder) -> {
			s.fileNames("sub/IM%03d").write(folder);
			Files.createSymbolicLink(folder.resolve("sub/up"), Path.of(".."));
		});
		folder("hidden_folders", (s, folder) -> {
			s.write(folder);
			s.series(2).fileNames(".trash/IM%03d").write(folder);
			s.series(3).fileNames("__MACOSX/IM%03d").write(folder);
		});
		place("zipped", (s, folder) -> new SyntheticSeries("axial_asc").fileNames("sub/IM%03d")
			.writeZip(folder.resolve("zipped.zip")));
		series("gzipped", s -> {
			s.fileNames("IM%03d.gz");
			for (int k = 0; k < 5; k++)
				s.damage(k, SyntheticCases::gzip);
		});
		series("implicit_le", s -> s.syntax(TransferSyntax.IMPLICIT_LITTLE_ENDIAN));
		series("explicit_be", s -> s.syntax(TransferSyntax.EXPLICIT_BIG_ENDIAN));
		series("deflated", s -> s.syntax(TransferSyntax.DEFLATED_LITTLE_ENDIAN));
		series("no_preamble", s -> s.writer(new DicomWriter(TransferSyntax.IMPLICIT_LITTLE_ENDIAN, false, false)));
		series("ut_vr",
			s -> s.each((k, a) -> a.put(0x00090010, VR.LO, ascii("SYN"))
				.put(0x00091000, VR.UT, ascii("A".repeat(70)))
				.put(tag("PatientComments"), "c")
				.put(tag("AcquisitionDeviceProcessingDescription"), "x")));
		series("icon_and_sequences",
			s -> s.writer(new DicomWriter(TransferSyntax.EXPLICIT_LITTLE_ENDIAN, true, true))
				.with(tag("ReferencedImageSequence"),
					Attributes.builder()
						.put(tag("ReferencedSeriesSequence"),
							List.of(Attributes.builder()
								.put(Tag.SERIES_INSTANCE_UID, "9.9.9")
								.put(Tag.IMAGE_POSITION_PATIENT, 999, 999, 999)
								.build()))
						.put(tag("ReferencedSOPClassUID"), "1.2.840.10008.5.1.4.1.1.2")
						.put(tag("ReferencedSOPInstanceUID"), "1.2.3")
						.build())
				.with(tag("IconImageSequence"),
					Attributes.builder()
						.put(Tag.SAMPLES_PER_PIXEL, 1)
						.put(Tag.ROWS, 2)
						.put(Tag.COLUMNS, 2)
						.put(Tag.BITS_ALLOCATED, 8)
						.put(Tag.PIXEL_DATA, VR.OB, (byte) 1, (byte) 2, (byte) 3, (byte) 4)
						.build()));
	}

	/** R2, R3, R4, R7, R8: among the slices lies what is no slice, or none that can be read. */
	private static void filesBesideImages() {
		folder("with_junk", (s, folder) -> {
			s.write(folder);
			Files.writeString(folder.resolve("notes.txt"), "hello");
			final byte[] finder = Arrays.copyOf(new byte[] { 0, 0, 0, 1, 'B', 'u', 'd', '1' }, 308);
			Files.write(folder.resolve(".DS_Store"), finder);
			Files.write(folder.resolve("empty.dcm"), new byte[0]);
			Files.write(folder.resolve("short.dcm"), Arrays.copyOf(s.toBytes(0), 132));
		});
		folder("only_junk", (s, folder) -> Files.writeString(folder.resolve("a.txt"), "x"));
		folder("non_images", (s, folder) -> {
			s.write(folder);
			writeObject(s, folder.resolve("IM002_RS"), "1.2.840.10008.5.1.4.1.1.481.3", "RTSTRUCT");
			writeObject(s, folder.resolve("IM003_SR"), "1.2.840.10008.5.1.4.1.1.88.11", "SR");
			writeDirectory(s, folder.resolve("IM004_INDEX"), "IM001", "IM002");
		});
		place("dicomdir", (s, folder) -> {
			s.fileNames("images/im%03d").write(folder);
			return writeDirectory(s, folder.resolve("DICOMDIR"), "IMAGES/IM001", "IMAGES/IM002", "IMAGES/IM003",
				"IMAGES/IM004", "IMAGES/IM005", "IMAGES/IM006");
		});
		folder("unreadable_file", (s, folder) -> {
			final Path file = s.write(folder).get(2);
			if (!file.toFile().setReadable(false, false)) throw new UnsupportedOperationException("permissions");
		});
		series("truncated_header", s -> s.damage(2, bytes -> Arrays.copyOf(bytes, 400)));
		series("bad_vl", s -> s.damage(2, SyntheticCases::withEndlessPatientName));
		series("no_rows", s -> s.without(Tag.ROWS));
		folder("duplicate_exact", (s, folder) -> {
			s.write(folder);
			s.only(2).fileNames("COPY_OF_IM003").write(folder);
		});
		folder("duplicate_other_pixels", (s, folder) -> {
			s.write(folder);
			s.only(2).fileNames("OTHER_IM003").values((k, r, c) -> 7).write(folder);
		});
		folder("duplicate_pos_diff_uid", (s, folder) -> {
			s.write(folder);
			s.only(2).instanceNumbers(k -> 99).with(Tag.SOP_INSTANCE_UID, s.uid(99)).fileNames("DUP").write(folder);
		});
	}

	/** R9 to R13: frames that belong together or not. */
	private static void grouping() {
		folder("two_series", (s, folder) -> {
			s.fileNames("S1_%03d").write(folder);
			s.series(2).fileNames("S2_%03d").origin(-10, -20, 60).write(folder);
		});
		series("no_series_uid", s -> s.without(Tag.SERIES_INSTANCE_UID));
		series("two_frames_of_reference",
			s -> s.each((k, a) -> { if (k > 2) a.put(Tag.FRAME_OF_REFERENCE_UID, s.uid(1)); }));
		series("no_frame_of_reference", s -> s.without(Tag.FRAME_OF_REFERENCE_UID));
		folder("mixed_dims", (s, folder) -> {
			s.omit(3, 4).write(folder);
			s.only(3, 4).size(16, 10).values((k, r, c) -> 0).write(folder);
		});
		series("mixed_pixel_spacing", s -> s.each((k, a) -> { if (k > 2) a.put(Tag.PIXEL_SPACING, 2.1, 0.5); }));
		folder("mixed_bits", (s, folder) -> {
			s.omit(3, 4).write(folder);
			s.only(3, 4).bits(8).values(FLAT).write(folder);
		});
		folder("mixed_dtype", (s, folder) -> {
			s.omit(3, 4).write(folder);
			s.only(3, 4).signed().write(folder);
		});
		series("acquisition_changes", s -> s.each((k, a) -> a.put(Tag.ACQUISITION_NUMBER, k < 3 ? 1 : 2)));
		series("iop_jitter", SyntheticCases::tiltingSlightly);
		series("mr_iop_jitter", s -> tiltingSlightly(s.modality("MR")));
		series("iop_minus_zero", s -> s.each((k, a) -> {
			if (k % 2 == 1) a.put(Tag.IMAGE_ORIENTATION_PATIENT, "1\\0\\0\\0\\1\\-0");
		}));
		series("three_plane_localizer",
			s -> s.modality("MR")
				.slices(3)
				.step(0, 0, 0)
				.fileNames(k -> "P" + k)
				.slice(1, a -> a.put(Tag.IMAGE_ORIENTATION_PATIENT, 1, 0, 0, 0, 0, -1))
				.slice(2, a -> a.put(Tag.IMAGE_ORIENTATION_PATIENT, 0, 1, 0, 0, 0, -1)));
		series("scout_pair_ct",
			s -> localizer(s).slices(2)
				.origin(0, 265, 50)
				.step(-265, -265, 0)
				.fileNames(k -> "P" + k)
				.slice(0, a -> a.put(Tag.IMAGE_ORIENTATION_PATIENT, 0, 1, 0, 0, 0, -1))
				.slice(1, a -> a.put(Tag.IMAGE_ORIENTATION_PATIENT, 1, 0, 0, 0, 0, -1)));
		folder("localizer_in_series", (s, folder) -> {
			s.write(folder);
			sagittalLocalizer(s).instanceNumbers(k -> 0).write(folder);
		});
		folder("localizer_diff_size", (s, folder) -> {
			s.write(folder);
			sagittalLocalizer(s).size(24, 20).values((k, r, c) -> 0).write(folder);
		});
		folder("localizer_same_iop_offset", (s, folder) -> {
			s.write(folder);
			localizer(s).only(50).positions(k -> new double[] { -50, -60, 300 }).fileNames("LOC").write(folder);
		});
		series("not_on_line",
			s -> s.slices(6)
				.fileNames(SyntheticCases::fromZero)
				.positions(k -> new double[] { k % 2 == 0 ? -10 : -5, -20, 30 + 3 * k }));
	}

	/** R14: several frames at each position. */
	private static void repeats() {
		series("all_same_position", s -> s.gap(0));
		series("temporal_tpi", s -> times(s).with(tag("NumberOfTemporalPositions"), 3));
		series("temporal_incomplete", s -> times(s).omit(6));
		series("temporal_txyz_no_tag",
			s -> s.modality("MR")
				.slices(12)
				.positions(k -> base(k / 3))
				.fileNames(k -> "Z" + k / 3 + "T" + k % 3)
				.each((k, a) -> a.put(Tag.ACQUISITION_TIME, "12000" + k % 3)));
		series("multi_echo", s -> twoStacks(s, k -> "E" + k / 4 + "Z" + k % 4)
			.each((k, a) -> a.put(Tag.ECHO_TIME, 10 * (1 + k / 4)).put(tag("EchoNumbers"), 1 + k / 4)));
		series("dwi", s -> twoStacks(s, k -> "B" + k / 4 * 1000 + "Z" + k % 4)
			.each((k, a) -> a.put(Tag.DIFFUSION_B_VALUE, k / 4 * 1000)));
		series("mag_phase", s -> twoStacks(s, k -> (k < 4 ? "M_FFE" : "P") + k % 4)
			.each((k, a) -> a.put(Tag.IMAGE_TYPE, "ORIGINAL", "PRIMARY", k < 4 ? "M_FFE" : "P")));
	}

	/** R23, R24, R35, R36: orientations and orders. */
	private static void order() {
		series("axial_desc_instance", s -> s.descendingInstanceNumbers());
		series("axial_shuffled_instance", s -> s.instanceNumbers(3, 1, 5, 2, 4));
		series("no_instance_number", s -> s.without(Tag.INSTANCE_NUMBER));
		series("sagittal", s -> s.orientation(0, 1, 0, 0, 0, -1));
		series("coronal", s -> s.orientation(1, 0, 0, 0, 0, -1));
		series("oblique30", s -> s.orientation(1, 0, 0, 0, 0.8660254038, 0.5));
		series("double_oblique", s -> s.orientation(0.8, 0.6, 0, -0.36, 0.48, 0.8));
		series("prone_axial", s -> s.orientation(-1, 0, 0, 0, -1, 0));
		series("feetward_axial", s -> s.orientation(-1, 0, 0, 0, 1, 0));
		series("quadruped", s -> s.with(Tag.ANATOMICAL_ORIENTATION_TYPE, "QUADRUPED"));
	}

	/** R22, R25 to R30: distances between slices. */
	private static void spacing() {
		series("gap_vs_thickness", s -> s.gap(4.5).with(Tag.SPACING_BETWEEN_SLICES, 9.9));
		series("overlap", s -> s.gap(1.5).with(Tag.SPACING_BETWEEN_SLICES, 3));
		series("sbs_negative_nm_style", s -> s.modality("MR").with(Tag.SPACING_BETWEEN_SLICES, -3));
		series("single_slice", s -> s.slices(1).with(Tag.SLICE_THICKNESS, 5).with(Tag.SPACING_BETWEEN_SLICES, 7));
		series("two_slices", s -> s.slices(2));
		series("jitter_1pct", s -> s.distances(0, 3, 6.01, 8.99, 12.02).fileNames(SyntheticCases::fromZero));
		series("nearly_uniform", s -> s.distances(0, 3, 6.15, 9, 12));
		series("microct", s -> microCt(s));
		series("microct_missing",
			s -> microCt(s).slices(6).omit(3).origin(0, 0, 0).fileNames(SyntheticCases::fromZero));
		series("missing_slice", s -> s.slices(6).omit(3));
		series("missing_too_many", s -> s.slices(165).gap(1.25).only(0, 162, 163, 164));
		series("irregular", s -> s.distances(0, 3, 6, 10, 14, 21).fileNames(SyntheticCases::fromZero));
		series("spacing_change", s -> s.distances(0, 4, 8, 12, 16, 23, 30, 37));
		series("two_stacks_one_series",
			s -> s.distances(0, 3, 6, 9, 470, 473, 476, 479).fileNames(SyntheticCases::fromZero));
		series("gantry_tilt_pos", s -> tilted(s, 12));
		series("gantry_tilt_neg", s -> tilted(s, -12));
		series("tilt_tag_but_resampled", s -> s.with(Tag.GANTRY_DETECTOR_TILT, 12));
		series("shear_x", s -> s.step(1, 0, 3));
	}

	/** R31, R32: geometry that is missing or makes no sense. */
	private static void degenerate() {
		series("no_ipp", s -> fourAtOrigin(s).without(Tag.IMAGE_POSITION_PATIENT));
		series("no_ipp_in_some", s -> s.without(Tag.IMAGE_POSITION_PATIENT, 3, 4));
		series("no_iop", s -> fourAtOrigin(s).without(Tag.IMAGE_ORIENTATION_PATIENT));
		series("ipp_garbage", s -> fourAtOrigin(s).slice(2, a -> a.put(Tag.IMAGE_POSITION_PATIENT, "x\\y\\z")));
		series("iop_parallel", s -> s.with(Tag.IMAGE_ORIENTATION_PATIENT, 1, 0, 0, 1, 0, 0));
		series("iop_zero", s -> s.with(Tag.IMAGE_ORIENTATION_PATIENT, 0, 0, 0, 0, 0, 0));
		series("zero_pixel_spacing", s -> s.pixelSpacing(0, 0));
		series("pixel_spacing_vm1", s -> s.with(Tag.PIXEL_SPACING, 0.7));
		series("no_pixel_spacing", s -> s.without(Tag.PIXEL_SPACING));
		series("decimal_notations", s -> s.with(Tag.PIXEL_SPACING, " 2,0\\+5.0E-1 ")
			.each((k, a) -> a.put(Tag.IMAGE_POSITION_PATIENT, "-1.0e1\\ -20 \\" + (30 + 3 * k) + ".000")));
	}

	/** R33: sources of the pixel size other than Pixel Spacing. */
	private static void calibration() {
		series("dx_magnified",
			s -> projection(s, "DX").with(Tag.IMAGER_PIXEL_SPACING, 0.2, 0.2)
				.with(Tag.DISTANCE_SOURCE_TO_DETECTOR, 1000)
				.with(Tag.DISTANCE_SOURCE_TO_PATIENT, 800));
		series("dx_fiducial",
			s -> projection(s, "DX").with(Tag.IMAGER_PIXEL_SPACING, 0.2, 0.2)
				.pixelSpacing(0.15, 0.15)
				.with(Tag.PIXEL_SPACING_CALIBRATION_TYPE, "FIDUCIAL"));
		series("sc_nominal_spacing", s -> projection(s, "OT").with(Tag.NOMINAL_SCANNED_PIXEL_SPACING, 0.3, 0.2));
		series("pixel_aspect_ratio", s -> projection(s, "OT").with(Tag.PIXEL_ASPECT_RATIO, 4, 3));
		series("us_region", s -> projection(s, "US").with(Tag.SEQUENCE_OF_ULTRASOUND_REGIONS, region(15, 11, 0.05)));
		series("us_region_outside",
			s -> projection(s, "US").with(Tag.SEQUENCE_OF_ULTRASOUND_REGIONS, region(15, 12, 0.05)));
		series("us_regions_equal", s -> projection(s, "US").with(Tag.SEQUENCE_OF_ULTRASOUND_REGIONS,
			region(7, 11, 0.05), region(15, 11, 0.05)));
		series("us_regions_differ", s -> projection(s, "US").with(Tag.SEQUENCE_OF_ULTRASOUND_REGIONS,
			region(7, 11, 0.05), region(15, 11, 0.02)));
	}

	/** R37, R44: how values stand in words and bytes. */
	private static void storedValues() {
		series("u32", s -> s.bits(32));
		series("signed12_in_16", s -> s.bits(16, 12, 11).signed().values((k, r, c) -> 10L * r + c - 200));
		series("highbit_15_stored12", s -> s.bits(16, 12, 15).values(FLAT));
		series("overlay_high_bits", s -> s.bits(16, 12, 11).words((k, r, c) -> 10L * r + c | 0x8000));
		series("no_pixelrep", s -> s.without(Tag.PIXEL_REPRESENTATION));
		series("no_spp", s -> s.without(Tag.SAMPLES_PER_PIXEL));
		series("rgb_interleaved", s -> s.rgb(0));
		series("rgb_planar", s -> s.rgb(1));
	}

	/** R38. */
	private static void rescale() {
		series("rescale_int8_trap", s -> s.rescale(1, 0).values((k, r, c) -> 200));
		series("rescale_first_slice_small", s -> s.rescale(1, 0).values((k, r, c) -> k == 0 ? 5 : 1000 * k));
		series("rescale_per_slice", s -> s.modality("PT").rescale(k -> 0.5 * (k + 1), 0));
		series("pet_tiny_slopes", s -> s.modality("PT").rescale(k -> 1.02609e-8 * (k + 1), 0));
		series("intercept_only_missing_slope", s -> s.with(Tag.RESCALE_INTERCEPT, -1024));
		series("slope_zero", s -> s.rescale(0, 0));
	}

	/** R41, R42, R45: padding and what a display does. */
	private static void display() {
		series("signed_padding",
			s -> s.signed()
				.rescale(1, -1024)
				.values((k, r, c) -> r == 0 ? -2000 : 10L * r + c - 100)
				.each((k, a) -> a.put(Tag.PIXEL_PADDING_VALUE, VR.SS, -2000)));
		series("padding_range", s -> s.with(Tag.PIXEL_PADDING_VALUE, 0).with(Tag.PIXEL_PADDING_RANGE_LIMIT, 15));
		series("monochrome1", s -> s.with(Tag.PHOTOMETRIC_INTERPRETATION, "MONOCHROME1"));
		series("presentation_inverse", s -> s.with(Tag.PRESENTATION_LUT_SHAPE, "INVERSE"));
		series("window_presets",
			s -> s.each((k, a) -> a.put(Tag.WINDOW_CENTER, 450 + k, 200)
				.put(Tag.WINDOW_WIDTH, 790, 443)
				.put(Tag.WINDOW_CENTER_WIDTH_EXPLANATION, "WIDE", "NARROW")));
		series("window_unequal", s -> s.with(Tag.WINDOW_CENTER, 450, 200).with(Tag.WINDOW_WIDTH, 790));
	}

	/** R48. */
	private static void pixelLength() {
		series("truncated_one", s -> s.damage(2, bytes -> Arrays.copyOf(bytes, bytes.length - 100)));
		series("pixeldata_too_long", s -> s.pixelBytes(448));
		series("pixeldata_too_short", s -> s.pixelBytes(284));
	}

	// -- Registering --

	private static void series(final String name, final Consumer<SyntheticSeries> difference) {
		place(name, (s, folder) -> {
			difference.accept(s);
			s.write(folder);
			return folder;
		});
	}

	private interface Writing {

		void write(SyntheticSeries series, Path folder) throws IOException;
	}

	private static void folder(final String name, final Writing writing) {
		place(name, (s, folder) -> {
			writing.write(s, folder);
			return folder;
		});
	}

	private static void place(final String name, final Case writing) {
		if (CASES.put(name, writing) != null) throw new IllegalStateException("two cases " + name);
	}

	// -- Parts of several cases --

	private static String fromZero(final int k) {
		return "IM%03d".formatted(k);
	}

	/** Slice k of the base case. */
	private static double[] base(final int k) {
		return new double[] { -10, -20, 30 + 3 * k };
	}

	/** 3 times with 4 slices each, one time after the other. */
	private static SyntheticSeries times(final SyntheticSeries s) {
		return s.modality("MR")
			.slices(12)
			.positions(k -> base(k % 4))
			.fileNames(k -> "T" + k / 4 + "Z" + k % 4)
			.each((k, a) -> a.put(Tag.TEMPORAL_POSITION_IDENTIFIER, 1 + k / 4));
	}

	/** 2 stacks of 4 slices each at the same positions, one after the other. */
	private static SyntheticSeries twoStacks(final SyntheticSeries s, final IntFunction<String> fileNames) {
		return s.modality("MR").slices(8).positions(k -> base(k % 4)).fileNames(fileNames);
	}

	private static void tiltingSlightly(final SyntheticSeries s) {
		s.each((k, a) -> a.put(Tag.IMAGE_ORIENTATION_PATIENT, 1, 0, 0, 0, 1, 5e-5 * k));
	}

	private static SyntheticSeries localizer(final SyntheticSeries s) {
		return s.with(Tag.IMAGE_TYPE, "ORIGINAL", "PRIMARY", "LOCALIZER");
	}

	private static SyntheticSeries sagittalLocalizer(final SyntheticSeries s) {
		return localizer(s).only(50)
			.orientation(0, 1, 0, 0, 0, -1)
			.positions(k -> new double[] { 0, -100, 100 })
			.fileNames("LOC");
	}

	private static SyntheticSeries microCt(final SyntheticSeries s) {
		return s.gap(0.005).pixelSpacing(0.005, 0.005).with(Tag.SLICE_THICKNESS, 0.005);
	}

	private static SyntheticSeries tilted(final SyntheticSeries s, final double degrees) {
		final double angle = Math.toRadians(degrees);
		return s.orientation(1, 0, 0, 0, Math.cos(angle), Math.sin(angle))
			.step(0, 0, 3)
			.with(Tag.GANTRY_DETECTOR_TILT, degrees)
			.with(Tag.SPACING_BETWEEN_SLICES, 3);
	}

	private static SyntheticSeries fourAtOrigin(final SyntheticSeries s) {
		return s.slices(4).origin(0, 0, 0).fileNames(SyntheticCases::fromZero);
	}

	/** One image that is no cross-section: without position, orientation, spacing and thickness. */
	private static SyntheticSeries projection(final SyntheticSeries s, final String modality) {
		return s.modality(modality)
			.slices(1)
			.without(Tag.IMAGE_POSITION_PATIENT)
			.without(Tag.IMAGE_ORIENTATION_PATIENT)
			.without(Tag.FRAME_OF_REFERENCE_UID)
			.without(Tag.SLICE_THICKNESS)
			.without(Tag.PIXEL_SPACING);
	}

	/** A 2D tissue region from the first pixel to (x1, y1), 0-based, with pixels of some cm. */
	private static Attributes region(final int x1, final int y1, final double cm) {
		return Attributes.builder()
			.put(Tag.REGION_SPATIAL_FORMAT, 1)
			.put(Tag.REGION_DATA_TYPE, 1)
			.put(Tag.REGION_LOCATION_MIN_X0, 0)
			.put(Tag.REGION_LOCATION_MIN_Y0, 0)
			.put(Tag.REGION_LOCATION_MAX_X1, x1)
			.put(Tag.REGION_LOCATION_MAX_Y1, y1)
			.put(Tag.PHYSICAL_UNITS_X_DIRECTION, 3)
			.put(Tag.PHYSICAL_UNITS_Y_DIRECTION, 3)
			.put(Tag.PHYSICAL_DELTA_X, cm)
			.put(Tag.PHYSICAL_DELTA_Y, cm)
			.build();
	}

	/** An object of the series without an image. */
	private static void writeObject(final SyntheticSeries s, final Path file, final String sopClass,
		final String modality) throws IOException
	{
		final Attributes slice = s.attributes(0);
		final var object = Attributes.builder()
			.put(Tag.SOP_CLASS_UID, sopClass)
			.put(Tag.MODALITY, modality)
			.put(Tag.SOP_INSTANCE_UID, s.uid(sopClass.hashCode() & 0xFFFF));
		for (final int tag : new int[] { Tag.STUDY_DATE, Tag.PATIENT_NAME, Tag.PATIENT_ID, Tag.STUDY_INSTANCE_UID,
			Tag.SERIES_INSTANCE_UID, Tag.SERIES_NUMBER, Tag.FRAME_OF_REFERENCE_UID })
			object.put(tag, slice.orElse(tag, ""));
		new DicomWriter().write(object.build(), file);
	}

	/** A media directory (PS3.10 8) of images at paths with slashes. */
	private static Path writeDirectory(final SyntheticSeries s, final Path file, final String... images)
		throws IOException
	{
		final List<Attributes> records = IntStream.range(0, images.length)
			.mapToObj(i -> Attributes.builder()
				.put(tag("DirectoryRecordType"), "IMAGE")
				.put(Tag.REFERENCED_FILE_ID, images[i].split("/"))
				.build())
			.toList();
		new DicomWriter().write(Attributes.builder()
			.put(Tag.SOP_CLASS_UID, "1.2.840.10008.1.3.10")
			.put(Tag.SOP_INSTANCE_UID, s.uid(2))
			.put(tag("FileSetID"), "SYNTH")
			.put(Tag.DIRECTORY_RECORD_SEQUENCE, records)
			.build(), file);
		return file;
	}

	/** With 32767 as the length of (0010,0010) Patient Name: odd, and behind the end of the file. */
	private static byte[] withEndlessPatientName(final byte[] bytes) {
		final String text = new String(bytes, StandardCharsets.ISO_8859_1);
		final int length = text.indexOf("\u0010\0\u0010\0PN") + 6;
		bytes[length] = (byte) 0xFF;
		bytes[length + 1] = 0x7F;
		return bytes;
	}

	private static byte[] gzip(final byte[] bytes) {
		final var out = new ByteArrayOutputStream();
		try (var gzip = new GZIPOutputStream(out)) {
			gzip.write(bytes);
		}
		catch (final IOException exc) {
			throw new UncheckedIOException(exc);
		}
		return out.toByteArray();
	}

	private static byte[] ascii(final String text) {
		return text.getBytes(StandardCharsets.US_ASCII);
	}
}
