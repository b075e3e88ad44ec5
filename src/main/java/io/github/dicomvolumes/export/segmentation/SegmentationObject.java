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

package io.github.dicomvolumes.export.segmentation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.AttributesBuilder;
import io.github.dicomvolumes.data.CharacterSet;
import io.github.dicomvolumes.data.Dictionary;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.VR;
import io.github.dicomvolumes.export.image.ExportGrid;
import io.github.dicomvolumes.export.image.SlicePlaces;
import io.github.dicomvolumes.export.object.Code;
import io.github.dicomvolumes.export.object.Copying;
import io.github.dicomvolumes.export.object.Dimension;
import io.github.dicomvolumes.export.object.NewObject;
import io.github.dicomvolumes.export.object.NewSeries;
import io.github.dicomvolumes.export.object.ReferencedSeries;
import io.github.dicomvolumes.export.object.References;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.series.object.Frame;
import io.github.dicomvolumes.volume.DicomVolume;

/**
 * The attributes of a segmentation but its pixels (PS3.3 A.51, C.7.6.16, C.7.6.17, C.8.20).
 *
 * <pre>
 * (0062,0002) Segment Sequence                      what each segment is
 * (5200,9229) Shared Functional Groups Sequence     Pixel Measures, Plane Orientation
 * (5200,9230) Per-frame Functional Groups Sequence
 *   item k    Frame Content           Dimension Index Values: segment, if it has one, and slice
 *             Plane Position
 *             Segment Identification  not in a labelmap
 *             Derivation Image        the image in the same plane, if there is one; if no frame has one, shared by
 *                                     all and with all images
 * </pre>
 */
final class SegmentationObject {

	private static final int POSITION_SEQUENCE = tag("PlanePositionSequence"),
		IDENTIFICATION_SEQUENCE = tag("SegmentIdentificationSequence"),
		DERIVATION_SEQUENCE = tag("DerivationImageSequence"), CONTENT_SEQUENCE = tag("FrameContentSequence");
	private static final Dimension SEGMENT = new Dimension(Tag.REFERENCED_SEGMENT_NUMBER, IDENTIFICATION_SEQUENCE,
		"Segment");
	private static final int REFERENCED_SERIES = tag("ReferencedSeriesSequence");

	/** CID 7203 and 7202. */
	private static final Code SEGMENTATION = new Code("113076", "DCM", "Segmentation");

	private final SegmentPixels pixels;
	private final SegmentTable table;
	private final SlicePlaces places;
	private final Optional<DicomVolume> source;
	private final boolean isSegmentation;
	private final SegmentationKind kind;
	private CharacterSet charset = CharacterSet.DEFAULT;
	private boolean hasDerivation;
	private final Map<Integer, List<Attributes>> positions = new HashMap<>(), derivations = new HashMap<>(),
		identifications = new HashMap<>();

	SegmentationObject(final SegmentPixels pixels, final SegmentTable table, final SlicePlaces places,
		final Optional<DicomVolume> source, final SegmentationKind kind)
	{
		this.pixels = pixels;
		this.table = table;
		this.places = places;
		this.source = source;
		this.kind = kind;
		isSegmentation = source.filter(volume -> !volume.attributes().items(Tag.SEGMENT_SEQUENCE).isEmpty())
			.isPresent();
	}

	Attributes attributes(final SegmentationOptions options, final NewSeries series, final ExportGrid grid,
		final boolean overlap)
	{
		final List<String> texts = new ArrayList<>();
		table.segments().values().forEach(segment -> texts.addAll(segment.texts()));
		final AttributesBuilder object = NewObject.begin(source.map(DicomVolume::attributes), options.patient(), texts,
			kind.sopClass, "SEG", series);
		charset = object.charset();
		hasDerivation = pixels.frames()
			.stream()
			.anyMatch(frame -> !derivations.computeIfAbsent(frame.slice(), this::derivation).isEmpty());
		object.put(Tag.FRAME_OF_REFERENCE_UID, places.frameOfReference());
		object.put(tag("PositionReferenceIndicator"),
			source.map(DicomVolume::attributes)
				.map(known -> known.orElse(tag("PositionReferenceIndicator"), ""))
				.orElse(""));
		putImage(object, grid, overlap);
		final List<Attributes> segments = table.segments()
			.entrySet()
			.stream()
			.map(entry -> entry.getValue().item(entry.getKey(), charset))
			.toList();
		object.put(Tag.SEGMENT_SEQUENCE, segments);
		putReferencedSeries(object);
		Dimension.put(kind == SegmentationKind.BINARY ? List.of(SEGMENT, Dimension.SLICE) : List.of(Dimension.SLICE),
			object);
		object.put(Tag.NUMBER_OF_FRAMES, pixels.frames().size())
			.put(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE, List.of(shared(grid)))
			.put(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE, pixels.frames().stream().map(this::ofFrame).toList());
		return object.build();
	}

	/** The Segmentation Image module (PS3.3 C.8.20.2). */
	private void putImage(final AttributesBuilder object, final ExportGrid grid, final boolean overlap) {
		object.put(tag("ImageType"), "DERIVED", "PRIMARY")
			.put(tag("ContentLabel"), "SEGMENTATION")
			.put(tag("ContentDescription"), "")
			.put(tag("ContentCreatorName"), "")
			.put(Tag.SAMPLES_PER_PIXEL, 1)
			.put(tag("PhotometricInterpretation"), "MONOCHROME2")
			.put(Tag.ROWS, grid.rows())
			.put(Tag.COLUMNS, grid.columns())
			.put(Tag.BITS_ALLOCATED, pixels.bits())
			.put(tag("BitsStored"), pixels.bits())
			.put(tag("HighBit"), pixels.bits() - 1)
			.put(Tag.PIXEL_REPRESENTATION, 0)
			.put(Tag.SEGMENTATION_TYPE, kind.name())
			.put(Tag.SEGMENTS_OVERLAP, overlap ? "YES" : "NO");
		if (kind == SegmentationKind.LABELMAP) object.put(Tag.PIXEL_PADDING_VALUE, VR.US, 0); // is no segment
		final Attributes known = source.map(DicomVolume::attributes).orElse(Attributes.EMPTY);
		final boolean isLossy = known.orElse(tag("LossyImageCompression"), "").equals("01");
		object.put(tag("LossyImageCompression"), isLossy ? "01" : "00");
		if (isLossy)
			Copying.copy(known, List.of(tag("LossyImageCompressionRatio"), tag("LossyImageCompressionMethod")), object);
	}

	/** Common Instance Reference (PS3.3 C.12.2): what the volume says that is a segmentation itself, or the volume. */
	private void putReferencedSeries(final AttributesBuilder object) {
		if (source.isEmpty() || isSegmentation && !hasDerivation) return;
		final Attributes known = source.get().attributes();
		if (!isSegmentation) object.put(REFERENCED_SERIES, List.of(ReferencedSeries.of(source.get().stack().files())));
		else if (known.contains(REFERENCED_SERIES)) object.put(REFERENCED_SERIES, known.items(REFERENCED_SERIES));
	}

	private Attributes shared(final ExportGrid grid) {
		final Vector3 row = places.row(), column = places.column();
		final AttributesBuilder measures = Attributes.builder()
			.put(Tag.PIXEL_SPACING, places.rowSpacing(), places.columnSpacing());
		final double spacing = places.sliceSpacing();
		final OptionalDouble thickness = thickness(grid);
		if (thickness.isPresent()) measures.put(tag("SliceThickness"), thickness.getAsDouble());
		if (spacing > 0) measures.put(Tag.SPACING_BETWEEN_SLICES, spacing);
		final AttributesBuilder shared = Attributes.builder()
			.put(tag("PixelMeasuresSequence"), List.of(measures.build()))
			.put(tag("PlaneOrientationSequence"),
				List.of(Attributes.builder()
					.put(Tag.IMAGE_ORIENTATION_PATIENT, row.x(), row.y(), row.z(), column.x(), column.y(), column.z())
					.build()));
		if (!hasDerivation && source.isPresent() && !isSegmentation)
			shared.put(DERIVATION_SEQUENCE, List.of(derivation(source.get().stack().frames(), "NO")));
		return shared.build();
	}

	/** As thick as the voxels of a source on the same grid, else as far apart. */
	private OptionalDouble thickness(final ExportGrid grid) {
		final double spacing = places.sliceSpacing();
		final boolean isOfSource = hasDerivation && source.map(DicomVolume::geometry)
			.filter(geometry -> Math.abs(geometry.spacing()[2] - spacing) < 1e-3 * spacing)
			.isPresent();
		final OptionalDouble filed = isOfSource ? source.get().attributes().number(tag("SliceThickness"))
			: OptionalDouble.empty();
		return filed.isPresent() && filed.getAsDouble() > 0 ? filed : OptionalDouble.of(spacing);
	}

	/** Groups that frames share are one object in memory. */
	private Attributes ofFrame(final SegmentPixels.SegmentFrame frame) {
		final int slice = frame.slice(), segment = frame.segment();
		final AttributesBuilder content = Attributes.builder();
		if (kind == SegmentationKind.BINARY) content.put(Tag.DIMENSION_INDEX_VALUES, segment, slice + 1);
		else content.put(Tag.DIMENSION_INDEX_VALUES, slice + 1);
		final AttributesBuilder item = Attributes.builder()
			.put(CONTENT_SEQUENCE, List.of(content.build()))
			.put(POSITION_SEQUENCE, positions.computeIfAbsent(slice, this::position));
		if (hasDerivation) item.put(DERIVATION_SEQUENCE, derivations.computeIfAbsent(slice, this::derivation));
		if (kind == SegmentationKind.BINARY)
			item.put(IDENTIFICATION_SEQUENCE, identifications.computeIfAbsent(segment, SegmentationObject::of));
		return item.build();
	}

	private List<Attributes> position(final int slice) {
		final Vector3 origin = places.onGrid(slice);
		return List
			.of(Attributes.builder().put(Tag.IMAGE_POSITION_PATIENT, origin.x(), origin.y(), origin.z()).build());
	}

	private static List<Attributes> of(final int segment) {
		return List.of(Attributes.builder().put(Tag.REFERENCED_SEGMENT_NUMBER, segment).build());
	}

	/** Empty where the source has no image (PS3.3 C.7.6.16.2.6); what a segmentation was made of it goes on naming. */
	private List<Attributes> derivation(final int slice) {
		final Optional<Frame> image = places.frame(slice);
		if (image.isEmpty()) return List.of();
		if (isSegmentation) return image.get()
			.attributes()
			.items(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE)
			.stream()
			.flatMap(groups -> groups.items(DERIVATION_SEQUENCE).stream())
			.map(item -> Copying.item(item, charset))
			.toList();
		return List.of(derivation(List.of(image.get()), "YES"));
	}

	/** @param inPlace whether pixels are where those of the images are: YES or NO */
	private static Attributes derivation(final List<Frame> images, final String inPlace) {
		final AttributesBuilder item = Attributes.builder()
			.put(tag("SourceImageSequence"), images.stream().map(image -> {
				final AttributesBuilder reference = References.to(image).put(tag("SpatialLocationsPreserved"), inPlace);
				References.SOURCE.putInto(reference, "PurposeOfReferenceCodeSequence");
				return reference.build();
			}).toList());
		SEGMENTATION.putInto(item, "DerivationCodeSequence");
		return item.build();
	}

	private static int tag(final String keyword) {
		return Dictionary.tag(keyword);
	}
}
