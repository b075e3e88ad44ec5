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

package io.github.dicomvolumes.export.structures;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.AttributesBuilder;
import io.github.dicomvolumes.data.Dictionary;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.export.image.SlicePlaces;
import io.github.dicomvolumes.export.object.DicomText;
import io.github.dicomvolumes.export.object.NewObject;
import io.github.dicomvolumes.export.object.NewSeries;
import io.github.dicomvolumes.export.object.ReferencedSeries;
import io.github.dicomvolumes.export.object.References;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.volume.DicomVolume;
import io.github.dicomvolumes.volume.structures.PlacedContour;

/**
 * The attributes of an RT structure set (PS3.3 A.19, C.8.8.5, C.8.8.6, C.8.8.8).
 *
 * <pre>
 * (3006,0010) Referenced Frame of Reference Sequence   study, series and images that were drawn on
 * (3006,0020) Structure Set ROI Sequence               number and name of each
 * (3006,0039) ROI Contour Sequence                     colour, and the contours with the image of each
 * (3006,0080) RT ROI Observations Sequence             what each is: nobody says it
 * </pre>
 */
final class StructuresObject {

	/** Storage of RT structure sets, and what stands for a study in references. */
	private static final String SOP_CLASS = "1.2.840.10008.5.1.4.1.1.481.3", STUDY = "1.2.840.10008.3.1.2.3.1";
	private static final int LABEL_LENGTH = 16, NAME_LENGTH = 64;
	private static final int CONTOUR_IMAGES = tag("ContourImageSequence"),
		REFERENCED_NUMBER = tag("ReferencedROINumber");

	private final List<DrawnStructure> structures;
	private final SlicePlaces places;
	private final Optional<DicomVolume> source;
	private final StructuresOptions options;
	/** Of each slice: the contours on it share one object in memory. */
	private final Map<Integer, List<Attributes>> images = new HashMap<>();

	StructuresObject(final List<DrawnStructure> structures, final SlicePlaces places,
		final Optional<DicomVolume> source, final StructuresOptions options)
	{
		this.structures = structures;
		this.places = places;
		this.source = source;
		this.options = options;
	}

	Attributes attributes(final NewSeries series) {
		final List<String> texts = new ArrayList<>(structures.stream().map(DrawnStructure::name).toList());
		texts.add(options.label());
		final AttributesBuilder object = NewObject.begin(source.map(DicomVolume::attributes), options.patient(), texts,
			SOP_CLASS, "RTSTRUCT", series);
		object.put(tag("OperatorsName"), "")
			.put(Tag.FRAME_OF_REFERENCE_UID, places.frameOfReference())
			.put(tag("PositionReferenceIndicator"), "")
			.put(tag("StructureSetLabel"), DicomText.line(options.label(), LABEL_LENGTH))
			.put(tag("StructureSetName"), DicomText.line(options.label(), NAME_LENGTH))
			.put(tag("StructureSetDate"), series.date())
			.put(tag("StructureSetTime"), series.time())
			.put(tag("ApprovalStatus"), "UNAPPROVED");
		final String study = object.build().orElse(Tag.STUDY_INSTANCE_UID, "");
		object.put(tag("ReferencedFrameOfReferenceSequence"), List.of(frame(study)))
			.put(tag("StructureSetROISequence"), each(n -> roi(n, object)))
			.put(tag("ROIContourSequence"), each(this::contours))
			.put(tag("RTROIObservationsSequence"), each(StructuresObject::observation));
		return object.build();
	}

	private List<Attributes> each(final IntFunction<Attributes> item) {
		return IntStream.range(0, structures.size()).mapToObj(item).toList();
	}

	private Attributes frame(final String study) {
		final AttributesBuilder frame = Attributes.builder().put(Tag.FRAME_OF_REFERENCE_UID, places.frameOfReference());
		source.ifPresent(volume -> {
			final Attributes series = Attributes.builder()
				.put(Tag.SERIES_INSTANCE_UID, volume.attributes().orElse(Tag.SERIES_INSTANCE_UID, ""))
				.put(CONTOUR_IMAGES, ReferencedSeries.instances(volume.stack().files()))
				.build();
			frame.put(tag("RTReferencedStudySequence"),
				List.of(Attributes.builder()
					.put(tag("ReferencedSOPClassUID"), STUDY)
					.put(tag("ReferencedSOPInstanceUID"), study)
					.put(tag("RTReferencedSeriesSequence"), List.of(series))
					.build()));
		});
		return frame.build();
	}

	private Attributes roi(final int n, final AttributesBuilder object) {
		return Attributes.builder(ByteOrder.LITTLE_ENDIAN, object.charset())
			.put(tag("ROINumber"), n + 1)
			.put(tag("ReferencedFrameOfReferenceUID"), places.frameOfReference())
			.put(tag("ROIName"), DicomText.line(structures.get(n).name(), NAME_LENGTH))
			.put(tag("ROIGenerationAlgorithm"), "")
			.build();
	}

	private static Attributes observation(final int n) {
		return Attributes.builder()
			.put(tag("ObservationNumber"), n + 1)
			.put(REFERENCED_NUMBER, n + 1)
			.put(tag("RTROIInterpretedType"), "")
			.put(tag("ROIInterpreter"), "")
			.build();
	}

	private Attributes contours(final int n) {
		final DrawnStructure structure = structures.get(n);
		final AttributesBuilder item = Attributes.builder().put(REFERENCED_NUMBER, n + 1);
		structure.rgb()
			.ifPresent(rgb -> item.put(tag("ROIDisplayColor"), rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF));
		return item.put(tag("ContourSequence"), structure.contours().stream().map(this::contour).toList()).build();
	}

	private Attributes contour(final PlacedContour contour) {
		options.progress().checkCanceled(StructuresExport.PHASE);
		final double[] columns = contour.columns(), rows = contour.rows(), data = new double[3 * columns.length];
		for (int i = 0; i < columns.length; i++) {
			final Vector3 place = places.patient(columns[i], rows[i], contour.slice());
			data[3 * i] = place.x();
			data[3 * i + 1] = place.y();
			data[3 * i + 2] = place.z();
		}
		final AttributesBuilder item = Attributes.builder();
		final List<Attributes> image = images.computeIfAbsent(contour.slice(), this::image);
		if (!image.isEmpty()) item.put(CONTOUR_IMAGES, image);
		return item.put(tag("ContourGeometricType"), contour.kind().name())
			.put(tag("NumberOfContourPoints"), columns.length)
			.put(tag("ContourData"), data)
			.build();
	}

	private List<Attributes> image(final int slice) {
		return places.frame(slice).map(frame -> List.of(References.to(frame).build())).orElse(List.of());
	}

	private static int tag(final String keyword) {
		return Dictionary.tag(keyword);
	}
}
