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

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.AttributesBuilder;
import io.github.dicomvolumes.data.CharacterSet;
import io.github.dicomvolumes.data.Dictionary;
import io.github.dicomvolumes.data.PatientData;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.Uids;
import io.github.dicomvolumes.data.VR;
import io.github.dicomvolumes.export.image.ExportImage;
import io.github.dicomvolumes.export.object.Copying;
import io.github.dicomvolumes.export.object.Equipment;
import io.github.dicomvolumes.export.object.NewSeries;
import io.github.dicomvolumes.export.object.PlanePlace;
import io.github.dicomvolumes.export.object.References;
import io.github.dicomvolumes.export.object.StudyModules;
import io.github.dicomvolumes.pixels.DisplayRange;
import io.github.dicomvolumes.series.StackShape;
import io.github.dicomvolumes.series.object.Frame;
import io.github.dicomvolumes.volume.DicomVolume;

/** The attributes of the objects of a new series, one for each slice, channel and time; without pixels. */
final class SliceObjects {

	private static final int MOST_DERIVATION = 1024;

	/** There even if empty, or with what says that nobody knows (type 1 and 2), in the modules of modalities. */
	private static final List<String> CT_TYPE_2 = List.of("KVP", "AcquisitionNumber"),
		MR_TYPE_2 = List.of("ScanOptions", "MRAcquisitionType", "EchoTime", "EchoTrainLength");

	/** What secondary captures take over, besides patient and study. */
	private static final List<Integer> OF_ANY_SOURCE = Stream
		.of("Manufacturer", "InstitutionName", "InstitutionAddress", "StationName", "InstitutionalDepartmentName",
			"ManufacturerModelName", "DeviceSerialNumber", "SoftwareVersions", "PatientPosition", "BodyPartExamined",
			"ProtocolName", "Laterality", "PositionReferenceIndicator", "LossyImageCompression",
			"LossyImageCompressionRatio", "LossyImageCompressionMethod", "BurnedInAnnotation",
			"RecognizableVisualFeatures")
		.map(Dictionary::tag)
		.toList();

	private final ExportImage image;
	private final SeriesOptions options;
	private final ImageClass kind;
	private final StoredValues values;
	private final SourceFrames frames;
	private final NewSeries series;
	private final PlanePlace place;
	private final OwnPlace own;
	/** What the source says of all its frames alike, in a character set that has our texts; empty if there is none. */
	private final Optional<Attributes> source;
	private final String study = Uids.create(), frameOfReference;

	SliceObjects(final ExportImage image, final SeriesOptions options, final ImageClass kind,
		final StoredValues values)
	{
		this.image = image;
		this.options = options;
		this.kind = kind;
		this.values = values;
		place = PlanePlace.of(image);
		frames = SourceFrames.of(image, place);
		own = new OwnPlace(image);
		source = image.source().map(DicomVolume::attributes).map(this::fit);
		series = NewSeries.of(description(), options.number().orElse(number()));
		final String known = image.grid().frameOfReference();
		final String original = image.source()
			.map(of -> of.attributes().orElse(Tag.FRAME_OF_REFERENCE_UID, ""))
			.filter(uid -> !uid.isEmpty())
			.orElse(known.isEmpty() ? Uids.create() : known);
		// a name made from it, so that hidden images still lie in one coordinate system
		frameOfReference = isHidden() && image.source().isPresent() ? Uids.ofName(original) : original;
	}

	/** What may be taken over, in a character set that has our texts. */
	private Attributes fit(final Attributes attributes) {
		final Attributes seen = isHidden() ? Copying.withoutPatient(attributes) : attributes;
		return Copying.fit(seen,
			List.of(options.description(), options.derivation(), options.patient().name(), options.patient().id()));
	}

	private boolean isHidden() {
		return options.shown() == PatientData.HIDE;
	}

	private String description() {
		return options.description().isEmpty() ? source.map(of -> of.orElse(Tag.SERIES_DESCRIPTION, "")).orElse("")
			: options.description();
	}

	private int number() {
		return 1000 + source.map(of -> of.orElse(Tag.SERIES_NUMBER, 0)).orElse(0) % 1_000_000;
	}

	/** Without pixel data. */
	Attributes at(final StackShape.Place at, final int instance) {
		final Optional<Frame> frame = frames.at(at);
		final Optional<Attributes> from = frame.map(Frame::attributes).map(this::fit).or(() -> source);
		final AttributesBuilder object = from.map(Copying::builder)
			.orElseGet(() -> Attributes.builder(ByteOrder.LITTLE_ENDIAN, CharacterSet.DEFAULT));
		if (from.isEmpty() || isHidden()) {
			from.ifPresent(of -> Copying.copy(of, List.of(Tag.SPECIFIC_CHARACTER_SET), object));
			StudyModules.create(options.patient(), study, object);
		}
		else StudyModules.copy(from.get(), object);
		object.put(Tag.SOP_CLASS_UID, kind.sopClass).put(Tag.IMAGE_TYPE, imageType(from));
		series.put(modality(from), instance, object, hasItsTime() ? from : Optional.empty());
		putDerivation(frame, from, object);
		putPlace(at, object);
		putTimeAndChannel(at, object);
		putValues(from, object);
		if (kind == ImageClass.PET) putPet(at, object);
		if (kind.isOfModality()) from.ifPresent(of -> Inherited.put(of, hasItsTime(), object));
		else putSecondary(from, object);
		putEmpty(object);
		return object.build();
	}

	/** Whether frames of the source are of the times of the image. */
	private boolean hasItsTime() {
		return frames.hasSameChannelsAndTimes();
	}

	private String[] imageType(final Optional<Attributes> from) {
		final List<String> type = new ArrayList<>(List.of("DERIVED", "SECONDARY"));
		from.ifPresent(
			of -> of.strings(Tag.IMAGE_TYPE).stream().skip(2).filter(v -> !v.equals("MOSAIC")).forEach(type::add));
		if (kind == ImageClass.CT && type.size() == 2) type.add("AXIAL");
		if (kind == ImageClass.MR && type.size() == 2) type.add("OTHER");
		if (kind == ImageClass.PET && type.size() == 2) type.add("IMAGE");
		return type.toArray(String[]::new);
	}

	/** That of the source, if it is one of images. */
	private String modality(final Optional<Attributes> from) {
		final String own = from.map(of -> of.orElse(Tag.MODALITY, "")).orElse("");
		final boolean isOfImages = !own.isEmpty() && !own.startsWith("RT") && !own.equals("SEG") && !image.isLabels();
		return isOfImages ? own : "OT";
	}

	private void putDerivation(final Optional<Frame> frame, final Optional<Attributes> from,
		final AttributesBuilder object)
	{
		final String text = options.derivation().isEmpty() ? "Written by DICOM Volumes" : options.derivation();
		object.put(Dictionary.tag("DerivationDescription"),
			text.length() > MOST_DERIVATION ? text.substring(0, MOST_DERIVATION) : text);
		if (!isHidden()) frame.ifPresent(of -> References.putSources(List.of(of), object));
		from.ifPresent(of -> Equipment.putContribution(of.items(Dictionary.tag("ContributingEquipmentSequence")),
			"Derived image", object));
	}

	private void putPlace(final StackShape.Place at, final AttributesBuilder object) {
		place.putPosition(at.slice(), object);
		place.putOrientation(object);
		place.putMeasures(image.grid().shape().slices(), object);
		if (place.isPlaced()) object.put(Tag.FRAME_OF_REFERENCE_UID, frameOfReference);
	}

	private void putTimeAndChannel(final StackShape.Place at, final AttributesBuilder object) {
		final StackShape shape = image.grid().shape();
		own.put(at, object);
		if (hasItsTime() || shape.times() == 1) return;
		object.put(Tag.TEMPORAL_POSITION_IDENTIFIER, at.time() + 1)
			.put(Dictionary.tag("NumberOfTemporalPositions"), shape.times());
	}

	private void putValues(final Optional<Attributes> from, final AttributesBuilder object) {
		final boolean isColour = values.samples() == 3;
		object.put(Tag.SAMPLES_PER_PIXEL, values.samples())
			.put(Tag.PHOTOMETRIC_INTERPRETATION, isColour ? "RGB" : "MONOCHROME2")
			.put(Tag.ROWS, image.grid().rows())
			.put(Tag.COLUMNS, image.grid().columns())
			.put(Tag.BITS_ALLOCATED, values.bits())
			.put(Tag.BITS_STORED, values.bits())
			.put(Tag.HIGH_BIT, values.bits() - 1)
			.put(Tag.PIXEL_REPRESENTATION, values.isSigned() ? 1 : 0);
		if (isColour) {
			object.put(Dictionary.tag("PlanarConfiguration"), 0);
			return;
		}
		values.notFinite()
			.ifPresent(
				value -> object.put(Dictionary.tag("PixelPaddingValue"), values.isSigned() ? VR.SS : VR.US, value));
		putLine(from, object);
		image.display().ifPresent(range -> putWindow(range, object));
	}

	/** MR and labels have a line only where it says something. */
	private void putLine(final Optional<Attributes> from, final AttributesBuilder object) {
		final boolean isNeeded = kind != ImageClass.MR || !values.line().isIdentity() ||
			!values.line().unit().isEmpty();
		if (!isNeeded) return;
		object.put(Tag.RESCALE_INTERCEPT, values.line().intercept()).put(Tag.RESCALE_SLOPE, values.line().slope());
		final String unit = values.line().unit();
		if (kind == ImageClass.PET)
			from.flatMap(of -> of.optional(Tag.UNITS)).ifPresent(units -> object.put(Tag.UNITS, PetUnits.of(unit)));
		else object.put(Tag.RESCALE_TYPE, unit.isEmpty() ? "US" : unit);
	}

	/** The LINEAR function's centre and width (PS3.3 C.11.2.1.2.1). */
	private static void putWindow(final DisplayRange range, final AttributesBuilder object) {
		object.put(Tag.WINDOW_CENTER, (range.low() + range.high()) / 2 + 0.5)
			.put(Tag.WINDOW_WIDTH, range.high() - range.low() + 1);
	}

	private void putPet(final StackShape.Place at, final AttributesBuilder object) {
		final StackShape shape = image.grid().shape();
		object.put(Dictionary.tag("NumberOfSlices"), shape.slices())
			.put(Dictionary.tag("ImageIndex"), at.time() * shape.slices() + at.slice() + 1);
	}

	private void putSecondary(final Optional<Attributes> from, final AttributesBuilder object) {
		from.ifPresent(of -> Copying.copy(of, OF_ANY_SOURCE, object));
		if (from.isEmpty()) Equipment.put(object);
		object.put(Dictionary.tag("ConversionType"), "WSD")
			.put(Tag.NUMBER_OF_FRAMES, 1)
			// of an image that was never DICOM nobody knows what is written into it
			.put(Dictionary.tag("BurnedInAnnotation"), from.isEmpty() ? "YES" : "NO");
		if (values.samples() == 1) object.put(Dictionary.tag("PresentationLUTShape"), "IDENTITY");
	}

	private void putEmpty(final AttributesBuilder object) {
		if (kind == ImageClass.MR)
			object.put(Dictionary.tag("ScanningSequence"), "RM").put(Dictionary.tag("SequenceVariant"), "NONE");
		final List<String> ofModality = kind == ImageClass.CT ? CT_TYPE_2
			: kind == ImageClass.MR ? MR_TYPE_2 : List.of();
		Stream.concat(ofModality.stream(), Stream.of("Manufacturer", "Laterality"))
			.map(Dictionary::tag)
			.forEach(tag -> putEmpty(tag, object));
		if (place.isPlaced()) putEmpty(Dictionary.tag("PositionReferenceIndicator"), object);
		// where a class does not ask for the place, this must be there (type 2C)
		if (!kind.isOfModality()) putEmpty(Dictionary.tag("PatientOrientation"), object);
	}

	/** Without effect where an attribute is there. */
	private static void putEmpty(final int tag, final AttributesBuilder object) {
		object.put(tag, Dictionary.vr(tag), new byte[0]);
	}
}
