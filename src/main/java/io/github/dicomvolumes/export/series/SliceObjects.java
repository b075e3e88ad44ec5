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

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.AttributesBuilder;
import io.github.dicomvolumes.data.Dictionary;
import io.github.dicomvolumes.data.NumberText;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.VR;
import io.github.dicomvolumes.export.file.PixelElement;
import io.github.dicomvolumes.export.file.StreamedElement;
import io.github.dicomvolumes.export.image.ExportImage;
import io.github.dicomvolumes.export.object.Copying;
import io.github.dicomvolumes.export.object.Equipment;
import io.github.dicomvolumes.export.object.References;
import io.github.dicomvolumes.pixels.DisplayRange;
import io.github.dicomvolumes.pixels.PlaneType;
import io.github.dicomvolumes.pixels.UnitTerm;
import io.github.dicomvolumes.series.StackShape;

/** Images of one slice, one for each slice, channel and time. */
final class SliceObjects implements SeriesObjects {

	private static final int BODY_PART = Dictionary.tag("BodyPartExamined");

	/** There even if empty, or with what says that nobody knows (type 1 and 2), in the modules of modalities. */
	private static final List<String> CT_TYPE_2 = List.of("KVP", "AcquisitionNumber"),
		MR_TYPE_2 = List.of("ScanOptions", "MRAcquisitionType", "EchoTime", "EchoTrainLength", "RepetitionTime");

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
	private final DerivedSeries series;
	private final ThreadLocal<byte[]> buffer;

	/** @throws io.github.dicomvolumes.data.InputException if DICOM cannot say where the slices lie */
	SliceObjects(final ExportImage image, final SeriesOptions options) {
		this.image = image;
		this.options = options;
		kind = ImageClass.of(image, options.kind());
		series = new DerivedSeries(image, options);
		values = image.type() == PlaneType.FLOAT32 ? WholeNumbers.of(image, kind, options.progress())
			: StoredValues.exact(image.type(), image.line(), kind);
		buffer = ThreadLocal.withInitial(() -> new byte[image.grid().pixels() * values.bytesPerPixel()]);
	}

	@Override
	public int size() {
		return image.grid().shape().planes();
	}

	@Override
	public StreamedElement pixels(final int n) {
		final byte[] samples = buffer.get();
		values.store(plane(image.grid().shape().place(n)), samples);
		return options.isRle()
			? PixelElement.ofRle(samples, image.grid().columns(), values.samples(), values.bits() / Byte.SIZE)
			: PixelElement.of(samples, values.bits());
	}

	/** One thread asks at a time: ImageJ's stacks allow no more. */
	private synchronized Object plane(final StackShape.Place at) {
		return image.planes().plane(at.slice(), at.channel(), at.time());
	}

	@Override
	public Attributes attributes(final int n) {
		final StackShape.Place at = image.grid().shape().place(n);
		final Optional<Attributes> from = series.from(at);
		final AttributesBuilder object = series.begin(from, at, n + 1, kind.sopClass);
		object.put(Tag.IMAGE_TYPE, imageType(from));
		if (series.namesSources()) series.frame(at).ifPresent(of -> References.putSources(List.of(of), object));
		putPlace(at, object);
		putValues(from, object);
		if (kind == ImageClass.PET) putPet(at, object);
		if (kind.isOfModality()) from.ifPresent(of -> Inherited.put(of, series.hasItsTime(), object));
		else putSecondary(from, object);
		putEmpty(from.filter(of -> of.contains(BODY_PART)).isPresent(), object);
		return object.build();
	}

	private String[] imageType(final Optional<Attributes> from) {
		final List<String> type = new ArrayList<>(List.of("DERIVED"));
		type.add(kind == ImageClass.PET ? "PRIMARY" : "SECONDARY"); // PS3.3 C.8.9.4.1.1
		from.ifPresent(
			of -> of.strings(Tag.IMAGE_TYPE).stream().skip(2).filter(v -> !v.equals("MOSAIC")).forEach(type::add));
		if (kind == ImageClass.CT && type.size() == 2) type.add("AXIAL");
		if (kind == ImageClass.MR && type.size() == 2) type.add("OTHER");
		if (kind == ImageClass.PET && type.size() == 2) type.add("IMAGE");
		return type.toArray(String[]::new);
	}

	private void putPlace(final StackShape.Place at, final AttributesBuilder object) {
		series.place().putPosition(at.slice(), object);
		series.place().putOrientation(object);
		series.place().putMeasures(image.grid().shape().slices(), object);
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
			from.flatMap(of -> of.optional(Tag.UNITS)).ifPresent(units -> object.put(Tag.UNITS, UnitTerm.ofPet(unit)));
		else object.put(Tag.RESCALE_TYPE, UnitTerm.rescaleType(unit));
	}

	/** The LINEAR function's centre and width (PS3.3 C.11.2.1.2.1). */
	static void putWindow(final DisplayRange range, final AttributesBuilder object) {
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

	private void putEmpty(final boolean hasBodyPart, final AttributesBuilder object) {
		if (kind == ImageClass.MR)
			object.put(Dictionary.tag("ScanningSequence"), "RM").put(Dictionary.tag("SequenceVariant"), "NONE");
		final List<String> keywords = new ArrayList<>(List.of("Manufacturer", "PatientPosition"));
		if (!hasBodyPart) keywords.add("Laterality"); // of a part that may be paired
		if (series.place().isPlaced()) keywords.add("PositionReferenceIndicator");
		switch (kind) {
			case CT -> keywords.addAll(CT_TYPE_2);
			case MR -> keywords.addAll(MR_TYPE_2);
			case PET -> {}
			default -> keywords.add("PatientOrientation");
		}
		if (series.place().isPlaced()) keywords.add("PositionReferenceIndicator");
		keywords.stream().map(Dictionary::tag).forEach(tag -> object.put(tag, Dictionary.vr(tag), new byte[0]));
	}

	@Override
	public String summary() {
		return String.format(Locale.ROOT, "a %s series: %d files of %d x %d, %d bits%s", kind.label(), size(),
			image.grid().columns(), image.grid().rows(), values.bits(), options.isRle() ? ", RLE" : "");
	}

	@Override
	public List<String> notes() {
		final List<String> notes = new ArrayList<>();
		if (values.greatestError() > 0) notes.add(
			"values are stored as 16 bits; the greatest error is " + NumberText.significant(values.greatestError(), 3) +
				(values.line().unit().isEmpty() ? "" : " " + values.line().unit()));
		values.notFinite()
			.ifPresent(value -> notes
				.add("values that are no finite numbers are stored as padding, " + value + " (0028,0120)"));
		if (image.source().isPresent() && !kind.isOfModality() && options.kind() == SeriesKind.AS_SOURCE)
			notes.add("an object like the source cannot hold it; it is a secondary capture");
		return notes;
	}
}
