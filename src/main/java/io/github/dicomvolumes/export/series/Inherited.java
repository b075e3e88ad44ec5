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

package io.github.dicomvolumes.export.series;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.AttributesBuilder;
import io.github.dicomvolumes.data.Dictionary;
import io.github.dicomvolumes.data.Element;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.export.object.Copying;

/**
 * What an image takes over from the source at its slice: what is not said anew, and still holds. Private attributes are
 * left out, as nobody knows whether they still hold.
 */
final class Inherited {

	/** Of pixels and their values. */
	private static final Stream<String> PIXELS = Stream.of("SamplesPerPixel", "PhotometricInterpretation", "Rows",
		"Columns", "BitsAllocated", "BitsStored", "HighBit", "PixelRepresentation", "PlanarConfiguration",
		"PixelAspectRatio", "SmallestImagePixelValue", "LargestImagePixelValue", "SmallestPixelValueInSeries",
		"LargestPixelValueInSeries", "PixelPaddingValue", "PixelPaddingRangeLimit", "FloatPixelPaddingValue",
		"RescaleSlope", "RescaleIntercept", "RescaleType", "ModalityLUTSequence", "VOILUTSequence", "WindowCenter",
		"WindowWidth", "WindowCenterWidthExplanation", "VOILUTFunction", "RealWorldValueMappingSequence",
		"PresentationLUTShape", "PresentationLUTSequence", "IconImageSequence", "PixelDataProviderURL",
		"PaletteColorLookupTableUID", "RedPaletteColorLookupTableDescriptor", "GreenPaletteColorLookupTableDescriptor",
		"BluePaletteColorLookupTableDescriptor", "RedPaletteColorLookupTableData", "GreenPaletteColorLookupTableData",
		"BluePaletteColorLookupTableData", "SegmentedRedPaletteColorLookupTableData",
		"SegmentedGreenPaletteColorLookupTableData", "SegmentedBluePaletteColorLookupTableData", "PixelPresentation",
		"BitsMappedToColorLookupTable", "DoseGridScaling", "Units");

	/** Of where slices lie. */
	private static final Stream<String> PLACE = Stream.of("ImagePositionPatient", "ImageOrientationPatient",
		"PixelSpacing", "SliceThickness", "SpacingBetweenSlices", "SliceLocation", "ImagerPixelSpacing",
		"NominalScannedPixelSpacing", "PixelSpacingCalibrationType", "PixelSpacingCalibrationDescription",
		"GantryDetectorTilt", "ReconstructionDiameter", "SliceProgressionDirection", "ImagePosition",
		"ImageOrientation", "PatientOrientation", "Location", "NumberOfSlices", "ImageIndex");

	/** Of the object, its series, and its files. */
	private static final Stream<String> IDENTITY = Stream.of("ImageType", "SOPClassUID", "SOPInstanceUID",
		"SeriesInstanceUID", "SeriesNumber", "SeriesDescription", "SeriesDescriptionCodeSequence", "SeriesDate",
		"SeriesTime", "InstanceNumber", "InstanceCreationDate", "InstanceCreationTime", "InstanceCreatorUID",
		"DerivationDescription", "DerivationCodeSequence", "SourceImageSequence", "ReferencedImageSequence",
		"ReferencedSeriesSequence", "RelatedSeriesSequence", "SourceInstanceSequence",
		"ReferencedImageEvidenceSequence", "ImagesInAcquisition", "NumberOfFrames", "FrameIncrementPointer", "StackID",
		"InStackPositionNumber", "DimensionOrganizationSequence", "DimensionIndexSequence", "DimensionIndexValues",
		"DimensionOrganizationType", "SharedFunctionalGroupsSequence", "PerFrameFunctionalGroupsSequence",
		"ConcatenationUID", "InConcatenationNumber", "InConcatenationTotalNumber", "ConcatenationFrameOffsetNumber",
		"SOPInstanceUIDOfConcatenationSource", "RepresentativeFrameNumber", "MACParametersSequence",
		"DigitalSignaturesSequence", "EncryptedAttributesSequence", "OriginalAttributesSequence",
		"DataSetTrailingPadding", "ContentQualification", "ImplementationVersionName", "ContributingEquipmentSequence",
		"FailedAttributesSequence", "TransferSyntaxUID", "LengthToEnd", "StorageMediaFileSetID", "InstanceOriginStatus",
		"QueryRetrieveLevel", "RetrieveAETitle", "InstanceAvailability", "FileSetID");

	/** When the frame was taken: known only if the image has the source's times. */
	private static final Set<Integer> TIMES = tags(Stream.of("TemporalPositionIdentifier", "TemporalPositionIndex",
		"NumberOfTemporalPositions", "TemporalPositionTimeOffset", "TemporalResolution", "TriggerTime",
		"NominalCardiacTriggerDelayTime", "FrameReferenceTime", "ActualFrameDuration", "FrameTime",
		"FrameAcquisitionDateTime", "FrameReferenceDateTime", "AcquisitionDateTime", "AcquisitionDate",
		"AcquisitionTime", "ContentDate", "ContentTime", "AcquisitionNumber", "CardiacNumberOfImages"));

	private static final Set<Integer> DROPPED = tags(Stream.of(PIXELS, PLACE, IDENTITY).flatMap(kind -> kind));

	private Inherited() {}

	/**
	 * Puts what holds of a frame of the source, of the same modality.
	 *
	 * @param hasItsTime whether the image is of the time of that frame
	 */
	static void put(final Attributes frame, final boolean hasItsTime, final AttributesBuilder object) {
		for (final Element element : frame.elements())
			if (holds(element.tag()) && (hasItsTime || !TIMES.contains(element.tag())))
				Copying.copy(frame, element, object);
	}

	private static boolean holds(final int tag) {
		final int group = Tag.group(tag), repeating = group & 0xFF00;
		final boolean isOverlayOrCurve = repeating == 0x6000 || repeating == 0x5000;
		final boolean isOfFiles = group <= 0x0004 || group >= 0x7FE0 || group == 0x4FFE;
		return !isOfFiles && !isOverlayOrCurve && !Tag.isPrivate(tag) && !DROPPED.contains(tag) &&
			Dictionary.find(tag).isPresent();
	}

	private static Set<Integer> tags(final Stream<String> keywords) {
		return keywords.map(Dictionary::tag).collect(Collectors.toUnmodifiableSet());
	}
}
