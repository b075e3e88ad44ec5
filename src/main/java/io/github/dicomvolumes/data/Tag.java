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

package io.github.dicomvolumes.data;

import java.util.HexFormat;

/**
 * The tags that this project reads or writes itself, by DICOM keyword; every other attribute is reached by keyword
 * through {@link Dictionary#tag}. A tag is an int: group in the upper 16 bits, element in the lower.
 */
public final class Tag {

	public static final int FILE_META_INFORMATION_VERSION = 0x00020001;
	public static final int MEDIA_STORAGE_SOP_CLASS_UID = 0x00020002;
	public static final int MEDIA_STORAGE_SOP_INSTANCE_UID = 0x00020003;
	public static final int TRANSFER_SYNTAX_UID = 0x00020010;
	public static final int IMPLEMENTATION_CLASS_UID = 0x00020012;
	public static final int DIRECTORY_RECORD_SEQUENCE = 0x00041220;
	public static final int REFERENCED_FILE_ID = 0x00041500;
	public static final int SPECIFIC_CHARACTER_SET = 0x00080005;
	public static final int IMAGE_TYPE = 0x00080008;
	public static final int SOP_CLASS_UID = 0x00080016;
	public static final int SOP_INSTANCE_UID = 0x00080018;
	public static final int STUDY_DATE = 0x00080020;
	public static final int ACQUISITION_DATE = 0x00080022;
	public static final int CONTENT_DATE = 0x00080023;
	public static final int ACQUISITION_DATE_TIME = 0x0008002A;
	public static final int ACQUISITION_TIME = 0x00080032;
	public static final int CONTENT_TIME = 0x00080033;
	public static final int MODALITY = 0x00080060;
	public static final int CODE_VALUE = 0x00080100;
	public static final int STUDY_DESCRIPTION = 0x00081030;
	public static final int SERIES_DESCRIPTION = 0x0008103E;
	public static final int RECOMMENDED_DISPLAY_FRAME_RATE = 0x00082144;
	public static final int FRAME_TYPE = 0x00089007;
	public static final int COMPLEX_IMAGE_COMPONENT = 0x00089208;
	public static final int PATIENT_NAME = 0x00100010;
	public static final int PATIENT_ID = 0x00100020;
	public static final int ANATOMICAL_ORIENTATION_TYPE = 0x00102210;
	public static final int CONTRAST_BOLUS_AGENT = 0x00180010;
	public static final int SCAN_OPTIONS = 0x00180022;
	public static final int SEQUENCE_NAME = 0x00180024;
	public static final int CINE_RATE = 0x00180040;
	public static final int MR_ACQUISITION_TYPE = 0x00180023;
	public static final int SLICE_THICKNESS = 0x00180050;
	public static final int REPETITION_TIME = 0x00180080;
	public static final int ECHO_TIME = 0x00180081;
	public static final int SPACING_BETWEEN_SLICES = 0x00180088;
	public static final int TRIGGER_TIME = 0x00181060;
	public static final int FRAME_TIME = 0x00181063;
	public static final int FRAME_TIME_VECTOR = 0x00181065;
	public static final int DISTANCE_SOURCE_TO_DETECTOR = 0x00181110;
	public static final int DISTANCE_SOURCE_TO_PATIENT = 0x00181111;
	public static final int ESTIMATED_RADIOGRAPHIC_MAGNIFICATION_FACTOR = 0x00181114;
	public static final int GANTRY_DETECTOR_TILT = 0x00181120;
	public static final int IMAGER_PIXEL_SPACING = 0x00181164;
	public static final int CONVOLUTION_KERNEL = 0x00181210;
	public static final int ACQUISITION_MATRIX = 0x00181310;
	public static final int NOMINAL_SCANNED_PIXEL_SPACING = 0x00182010;
	public static final int SEQUENCE_OF_ULTRASOUND_REGIONS = 0x00186011;
	public static final int REGION_SPATIAL_FORMAT = 0x00186012;
	public static final int REGION_DATA_TYPE = 0x00186014;
	public static final int REGION_LOCATION_MIN_X0 = 0x00186018;
	public static final int REGION_LOCATION_MIN_Y0 = 0x0018601A;
	public static final int REGION_LOCATION_MAX_X1 = 0x0018601C;
	public static final int REGION_LOCATION_MAX_Y1 = 0x0018601E;
	public static final int PHYSICAL_UNITS_X_DIRECTION = 0x00186024;
	public static final int PHYSICAL_UNITS_Y_DIRECTION = 0x00186026;
	public static final int PHYSICAL_DELTA_X = 0x0018602C;
	public static final int PHYSICAL_DELTA_Y = 0x0018602E;
	public static final int FRAME_ACQUISITION_DATE_TIME = 0x00189074;
	public static final int DIFFUSION_GRADIENT_DIRECTION_SEQUENCE = 0x00189076;
	public static final int DIFFUSION_B_VALUE = 0x00189087;
	public static final int DIFFUSION_GRADIENT_ORIENTATION = 0x00189089;
	public static final int MULTIENERGY_CT_ACQUISITION = 0x00189361;
	public static final int STUDY_INSTANCE_UID = 0x0020000D;
	public static final int SERIES_INSTANCE_UID = 0x0020000E;
	public static final int STUDY_ID = 0x00200010;
	public static final int SERIES_NUMBER = 0x00200011;
	public static final int ACQUISITION_NUMBER = 0x00200012;
	public static final int INSTANCE_NUMBER = 0x00200013;
	public static final int IMAGE_POSITION_PATIENT = 0x00200032;
	public static final int IMAGE_ORIENTATION_PATIENT = 0x00200037;
	public static final int FRAME_OF_REFERENCE_UID = 0x00200052;
	public static final int TEMPORAL_POSITION_IDENTIFIER = 0x00200100;
	public static final int TEMPORAL_RESOLUTION = 0x00200110;
	public static final int IMAGES_IN_ACQUISITION = 0x00201002;
	public static final int IMAGE_COMMENTS = 0x00204000;
	public static final int STACK_ID = 0x00209056;
	public static final int IN_STACK_POSITION_NUMBER = 0x00209057;
	public static final int NOMINAL_CARDIAC_TRIGGER_DELAY_TIME = 0x00209153;
	public static final int DIMENSION_INDEX_VALUES = 0x00209157;
	public static final int CONCATENATION_UID = 0x00209161;
	public static final int IN_CONCATENATION_NUMBER = 0x00209162;
	public static final int IN_CONCATENATION_TOTAL_NUMBER = 0x00209163;
	public static final int DIMENSION_INDEX_POINTER = 0x00209165;
	public static final int UNASSIGNED_SHARED_CONVERTED_ATTRIBUTES_SEQUENCE = 0x00209170;
	public static final int UNASSIGNED_PER_FRAME_CONVERTED_ATTRIBUTES_SEQUENCE = 0x00209171;
	public static final int DIMENSION_INDEX_SEQUENCE = 0x00209222;
	public static final int TEMPORAL_POSITION_TIME_OFFSET = 0x0020930D;
	public static final int IMAGE_POSITION_VOLUME = 0x00209301;
	public static final int IMAGE_ORIENTATION_VOLUME = 0x00209302;
	public static final int DIMENSION_ORGANIZATION_TYPE = 0x00209311;
	public static final int SAMPLES_PER_PIXEL = 0x00280002;
	public static final int PHOTOMETRIC_INTERPRETATION = 0x00280004;
	public static final int PLANAR_CONFIGURATION = 0x00280006;
	public static final int NUMBER_OF_FRAMES = 0x00280008;
	public static final int FRAME_INCREMENT_POINTER = 0x00280009;
	public static final int ROWS = 0x00280010;
	public static final int COLUMNS = 0x00280011;
	public static final int PIXEL_SPACING = 0x00280030;
	public static final int PIXEL_ASPECT_RATIO = 0x00280034;
	public static final int BITS_ALLOCATED = 0x00280100;
	public static final int BITS_STORED = 0x00280101;
	public static final int HIGH_BIT = 0x00280102;
	public static final int PIXEL_REPRESENTATION = 0x00280103;
	public static final int PIXEL_PADDING_VALUE = 0x00280120;
	public static final int PIXEL_PADDING_RANGE_LIMIT = 0x00280121;
	public static final int FLOAT_PIXEL_PADDING_VALUE = 0x00280122;
	public static final int DOUBLE_FLOAT_PIXEL_PADDING_VALUE = 0x00280123;
	public static final int FLOAT_PIXEL_PADDING_RANGE_LIMIT = 0x00280124;
	public static final int DOUBLE_FLOAT_PIXEL_PADDING_RANGE_LIMIT = 0x00280125;
	public static final int PIXEL_SPACING_CALIBRATION_TYPE = 0x00280A02;
	public static final int WINDOW_CENTER = 0x00281050;
	public static final int WINDOW_WIDTH = 0x00281051;
	public static final int RESCALE_INTERCEPT = 0x00281052;
	public static final int RESCALE_SLOPE = 0x00281053;
	public static final int RESCALE_TYPE = 0x00281054;
	public static final int WINDOW_CENTER_WIDTH_EXPLANATION = 0x00281055;
	public static final int VOI_LUT_FUNCTION = 0x00281056;
	public static final int RED_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR = 0x00281101;
	public static final int RED_PALETTE_COLOR_LOOKUP_TABLE_DATA = 0x00281201;
	public static final int SEGMENTED_RED_PALETTE_COLOR_LOOKUP_TABLE_DATA = 0x00281221;
	public static final int ICC_PROFILE = 0x00282000;
	public static final int MODALITY_LUT_SEQUENCE = 0x00283000;
	public static final int LUT_DESCRIPTOR = 0x00283002;
	public static final int MODALITY_LUT_TYPE = 0x00283004;
	public static final int LUT_DATA = 0x00283006;
	public static final int PIXEL_DATA_PROVIDER_URL = 0x00287FE0;
	public static final int MEASUREMENT_UNITS_CODE_SEQUENCE = 0x004008EA;
	public static final int REAL_WORLD_VALUE_MAPPING_SEQUENCE = 0x00409096;
	public static final int LUT_LABEL = 0x00409210;
	public static final int REAL_WORLD_VALUE_LAST_VALUE_MAPPED = 0x00409211;
	public static final int REAL_WORLD_VALUE_LUT_DATA = 0x00409212;
	public static final int DOUBLE_FLOAT_REAL_WORLD_VALUE_LAST_VALUE_MAPPED = 0x00409213;
	public static final int DOUBLE_FLOAT_REAL_WORLD_VALUE_FIRST_VALUE_MAPPED = 0x00409214;
	public static final int REAL_WORLD_VALUE_FIRST_VALUE_MAPPED = 0x00409216;
	public static final int REAL_WORLD_VALUE_INTERCEPT = 0x00409224;
	public static final int REAL_WORLD_VALUE_SLOPE = 0x00409225;
	public static final int PLANE_POSITION_SLIDE_SEQUENCE = 0x0048021A;
	public static final int RADIOPHARMACEUTICAL_INFORMATION_SEQUENCE = 0x00540016;
	public static final int DETECTOR_INFORMATION_SEQUENCE = 0x00540022;
	public static final int SLICE_VECTOR = 0x00540080;
	public static final int UNITS = 0x00541001;
	public static final int FRAME_REFERENCE_TIME = 0x00541300;
	public static final int SEGMENTATION_TYPE = 0x00620001;
	public static final int SEGMENT_SEQUENCE = 0x00620002;
	public static final int SEGMENT_NUMBER = 0x00620004;
	public static final int SEGMENT_LABEL = 0x00620005;
	public static final int REFERENCED_SEGMENT_NUMBER = 0x0062000B;
	public static final int RECOMMENDED_DISPLAY_CIELAB_VALUE = 0x0062000D;
	public static final int MAXIMUM_FRACTIONAL_VALUE = 0x0062000E;
	public static final int SEGMENTS_OVERLAP = 0x00620013;
	public static final int PRESENTATION_LUT_SHAPE = 0x20500020;
	public static final int IMAGE_PLANE_PIXEL_SPACING = 0x30020011;
	public static final int DOSE_UNITS = 0x30040002;
	public static final int GRID_FRAME_OFFSET_VECTOR = 0x3004000C;
	public static final int DOSE_GRID_SCALING = 0x3004000E;
	public static final int SHARED_FUNCTIONAL_GROUPS_SEQUENCE = 0x52009229;
	public static final int PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE = 0x52009230;
	public static final int EXTENDED_OFFSET_TABLE = 0x7FE00001;
	public static final int FLOAT_PIXEL_DATA = 0x7FE00008;
	public static final int DOUBLE_FLOAT_PIXEL_DATA = 0x7FE00009;
	public static final int PIXEL_DATA = 0x7FE00010;
	public static final int ITEM = 0xFFFEE000;
	public static final int ITEM_DELIMITATION_ITEM = 0xFFFEE00D;
	public static final int SEQUENCE_DELIMITATION_ITEM = 0xFFFEE0DD;

	private Tag() {}

	/** The tag of a group and an element, each 0 to 0xFFFF. */
	public static int of(final int group, final int element) {
		return group << 16 | element & 0xFFFF;
	}

	public static int group(final int tag) {
		return tag >>> 16;
	}

	public static int element(final int tag) {
		return tag & 0xFFFF;
	}

	/** Whether the tag is of an odd group, which belongs to a manufacturer (PS3.5 7.8). */
	public static boolean isPrivate(final int tag) {
		return PrivateTags.contain(tag);
	}

	/**
	 * Whether the tag is (gggg,bbee) with odd g and b from 10 to FF: in a block that a creator reserves (PS3.5 7.8.1).
	 */
	public static boolean isInPrivateBlock(final int tag) {
		return isPrivate(tag) && element(tag) >= 0x1000;
	}

	/**
	 * Whether the tag is (gggg,00bb) with odd g and b from 10 to FF: the element that names a creator (PS3.5 7.8.1).
	 */
	public static boolean isPrivateCreator(final int tag) {
		return PrivateTags.isCreator(tag);
	}

	/**
	 * The tag of a keyword or of a text of its digits: "PixelSpacing", "0028,0030", "(0028,0030)" or "00280030".
	 *
	 * @throws IllegalArgumentException if it is neither
	 */
	public static int parse(final String text) {
		final String digits = text.strip().replaceFirst("^\\((.*)\\)$", "$1");
		return digits.matches("\\p{XDigit}{4},?\\p{XDigit}{4}") ? Integer.parseUnsignedInt(digits.replace(",", ""), 16)
			: Dictionary.tag(text.strip());
	}

	/** Group and element as in tables, "0028,0030". */
	public static String format(final int tag) {
		final HexFormat hex = HexFormat.of().withUpperCase();
		return hex.toHexDigits((short) group(tag)) + "," + hex.toHexDigits((short) element(tag));
	}

	/** What a tag looks like to who reads it in the other byte order. */
	public static int swapped(final int tag) {
		return of(Short.reverseBytes((short) group(tag)) & 0xFFFF, Short.reverseBytes((short) element(tag)) & 0xFFFF);
	}

	/** Tag and name as in messages, "(0028,0030) Pixel Spacing". */
	public static String describe(final int tag) {
		return "(" + format(tag) + ")" + Dictionary.find(tag).map(e -> " " + e.name()).orElse("");
	}
}
