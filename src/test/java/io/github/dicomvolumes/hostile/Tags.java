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

package io.github.dicomvolumes.hostile;

import static io.github.dicomvolumes.data.Dictionary.tag;

import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.dicomvolumes.data.Dictionary;
import io.github.dicomvolumes.data.VR;

/** Tags and VRs that mutations are about. */
final class Tags {

	static final int PIXEL_DATA = 0x7FE00010, ROWS = 0x00280010, COLUMNS = 0x00280011, FRAMES = 0x00280008;
	static final int SERIES_UID = 0x0020000E, SOP_UID = 0x00080018, POSITION = 0x00200032, ORIENTATION = 0x00200037;
	static final int INSTANCE = 0x00200013, FRAME_OF_REFERENCE = 0x00200052, STUDY_UID = 0x0020000D;
	static final int SYNTAX = 0x00020010, SHARED = 0x52009229, PER_FRAME = 0x52009230;

	static final Set<String> TEXT = Set.of("AE", "AS", "CS", "DA", "DS", "DT", "IS", "LO", "LT", "PN", "SH", "ST", "TM",
		"UC", "UI", "UR", "UT");

	/** Bytes of a word, by VR; others have 1. */
	static final Map<String, Integer> WORDS = Map.ofEntries(Map.entry("US", 2), Map.entry("SS", 2), Map.entry("OW", 2),
		Map.entry("AT", 2), Map.entry("UL", 4), Map.entry("SL", 4), Map.entry("FL", 4), Map.entry("OF", 4),
		Map.entry("OL", 4), Map.entry("FD", 8), Map.entry("OD", 8), Map.entry("UV", 8), Map.entry("SV", 8),
		Map.entry("OV", 8));

	static final Set<String> LONG = Set.of("OB", "OW", "OF", "OD", "OL", "OV", "SQ", "UC", "UN", "UR", "UT", "UV",
		"SV");

	static final List<String> VRS = List.of("AE", "AS", "AT", "CS", "DA", "DS", "DT", "FD", "FL", "IS", "LO", "LT",
		"OB", "OD", "OF", "OL", "OV", "OW", "PN", "SH", "SL", "SQ", "SS", "ST", "SV", "TM", "UC", "UI", "UL", "UN",
		"UR", "US", "UT", "UV", "??", "\0\0", "ox");

	/** The shape and coding of pixels. */
	static final List<Integer> IMAGE = List.of(ROWS, COLUMNS, FRAMES, tag("BitsAllocated"), tag("BitsStored"),
		tag("HighBit"), tag("PixelRepresentation"), tag("SamplesPerPixel"), tag("PlanarConfiguration"),
		tag("PhotometricInterpretation"), tag("PixelPaddingValue"), tag("PixelPaddingRangeLimit"));

	/** What places frames and tells their values. */
	static final List<Integer> MEANING = List.of(POSITION, ORIENTATION, tag("PixelSpacing"), tag("SliceThickness"),
		tag("SpacingBetweenSlices"), INSTANCE, tag("RescaleSlope"), tag("RescaleIntercept"), tag("WindowCenter"),
		tag("WindowWidth"), tag("GridFrameOffsetVector"), tag("ImageType"), tag("Modality"), tag("SOPClassUID"),
		tag("AcquisitionTime"), tag("ContentTime"), tag("EchoTime"), tag("SliceLocation"), tag("DoseGridScaling"),
		tag("SegmentationType"), tag("SegmentNumber"), tag("ReferencedSegmentNumber"), tag("DimensionIndexValues"),
		tag("DimensionIndexPointer"), tag("FunctionalGroupPointer"), tag("FrameIncrementPointer"), tag("LUTDescriptor"),
		tag("RedPaletteColorLookupTableDescriptor"), tag("RedPaletteColorLookupTableData"), tag("LUTData"),
		tag("SmallestImagePixelValue"), tag("PixelAspectRatio"), tag("ImagerPixelSpacing"), tag("FrameTime"),
		tag("FrameTimeVector"), tag("SpecificCharacterSet"), tag("TimeSliceVector"), tag("EnergyWindowVector"),
		tag("DetectorVector"), tag("SliceVector"), tag("NumberOfSlices"), tag("NumberOfTimeSlices"),
		tag("TotalPixelMatrixColumns"), tag("TotalPixelMatrixRows"), tag("ConcatenationUID"),
		tag("InConcatenationNumber"), tag("ConcatenationFrameOffsetNumber"), tag("RadionuclideTotalDose"),
		tag("RealWorldValueSlope"), tag("RealWorldValueFirstValueMapped"), tag("RealWorldValueLastValueMapped"));

	private Tags() {}

	/** The VR of the dictionary, UN if it has none. */
	static String vr(final int tag) {
		final VR vr = Dictionary.find(tag).map(Dictionary.Entry::vr).orElse(VR.UN);
		return vr.name();
	}

	static int wordSize(final String vr) {
		return WORDS.getOrDefault(vr, 1);
	}
}
