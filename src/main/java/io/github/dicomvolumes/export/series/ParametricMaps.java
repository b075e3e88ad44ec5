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

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.AttributesBuilder;
import io.github.dicomvolumes.data.Dictionary;
import io.github.dicomvolumes.data.InputException;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.VR;
import io.github.dicomvolumes.export.file.StreamedElement;
import io.github.dicomvolumes.export.image.ExportImage;
import io.github.dicomvolumes.export.object.Code;
import io.github.dicomvolumes.export.object.Dimension;
import io.github.dicomvolumes.export.object.Equipment;
import io.github.dicomvolumes.export.object.PlanePlace;
import io.github.dicomvolumes.export.object.ReferencedSeries;
import io.github.dicomvolumes.export.object.References;
import io.github.dicomvolumes.pixels.DisplayRange;
import io.github.dicomvolumes.pixels.PlaneType;
import io.github.dicomvolumes.series.StackShape;
import io.github.dicomvolumes.series.object.Frame;

/**
 * The attributes and pixels of parametric maps (PS3.3 A.75): real numbers of 32 bits, the slices of one channel and
 * time as the frames of a file.
 */
final class ParametricMaps implements SeriesObjects {

	private static final String SOP_CLASS = "1.2.840.10008.5.1.4.1.1.30";

	private static final long MOST_BYTES = 0xFFFFFFFEL;

	private final ExportImage image;
	private final DerivedSeries series;
	private final PlanePlace place;

	/** @throws InputException if the image is in colour, has no place, or is too large for one element */
	ParametricMaps(final ExportImage image, final SeriesOptions options) {
		this.image = image;
		if (image.type() == PlaneType.RGB)
			throw new InputException("An image in colour cannot be a parametric map; use kind=[Secondary capture].");
		series = new DerivedSeries(image, options);
		place = series.place();
		if (!place.isPlaced() || !place.hasPixelSize())
			throw new InputException("The place of the image is not known, without which there is no parametric map " +
				"(PS3.3 A.75); use kind=[Secondary capture].");
		if (bytes() > MOST_BYTES)
			throw new InputException("A parametric map holds at most 4 GB of a channel and time (PS3.5 7.1.1), not " +
				bytes() + " bytes; resample or crop it first.");
	}

	@Override
	public int size() {
		return image.grid().shape().channels() * image.grid().shape().times();
	}

	/** The first slice of a channel and time. */
	private StackShape.Place first(final int n) {
		final StackShape shape = image.grid().shape();
		return new StackShape.Place(0, n % shape.channels(), n / shape.channels());
	}

	@Override
	public Attributes attributes(final int n) {
		final StackShape.Place at = first(n);
		final AttributesBuilder object = series.begin(series.from(at), at, n + 1, SOP_CLASS);
		object.put(Tag.IMAGE_TYPE, "DERIVED", "PRIMARY", "VOLUME", "QUANTITY");
		Equipment.put(object);
		put(at, object);
		if (series.namesSources() && image.source().isPresent()) object.put(tag("ReferencedSeriesSequence"),
			List.of(ReferencedSeries.of(image.source().get().stack().files())));
		return object.build();
	}

	private long bytes() {
		return (long) Float.BYTES * image.grid().pixels() * image.grid().shape().slices();
	}

	/** Puts the modules of the object, after those that all objects have. */
	private void put(final StackShape.Place at, final AttributesBuilder object) {
		object.put(tag("ContentLabel"), "MAP")
			.put(tag("ContentDescription"), "")
			.put(tag("ContentCreatorName"), "")
			.put(tag("ContentQualification"), "RESEARCH")
			.put(tag("BurnedInAnnotation"), "NO")
			.put(tag("RecognizableVisualFeatures"), "NO")
			.put(tag("LossyImageCompression"), "00")
			.put(tag("PresentationLUTShape"), "IDENTITY")
			.put(Tag.SAMPLES_PER_PIXEL, 1)
			.put(Tag.PHOTOMETRIC_INTERPRETATION, "MONOCHROME2")
			.put(Tag.ROWS, image.grid().rows())
			.put(Tag.COLUMNS, image.grid().columns())
			.put(Tag.BITS_ALLOCATED, Float.SIZE)
			.put(tag("AcquisitionContextSequence"), List.of())
			.put(Tag.NUMBER_OF_FRAMES, image.grid().shape().slices());
		Dimension.put(List.of(Dimension.SLICE), object);
		object.put(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE, List.of(shared()))
			.put(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE,
				IntStream.range(0, image.grid().shape().slices())
					.mapToObj(slice -> ofFrame(new StackShape.Place(slice, at.channel(), at.time())))
					.toList());
	}

	private Attributes shared() {
		final AttributesBuilder measures = Attributes.builder(), orientation = Attributes.builder();
		place.putMeasures(image.grid().shape().slices(), measures);
		place.putOrientation(orientation);
		final AttributesBuilder shared = Attributes.builder()
			.put(tag("PixelMeasuresSequence"), List.of(measures.build()))
			.put(tag("PlaneOrientationSequence"), List.of(orientation.build()))
			.put(tag("ParametricMapFrameTypeSequence"),
				List.of(Attributes.builder().put(tag("FrameType"), "DERIVED", "PRIMARY", "VOLUME", "QUANTITY").build()))
			.put(tag("PixelValueTransformationSequence"),
				List.of(Attributes.builder()
					.put(Tag.RESCALE_INTERCEPT, 0)
					.put(Tag.RESCALE_SLOPE, 1)
					.put(Tag.RESCALE_TYPE, "US")
					.build()))
			.put(Tag.REAL_WORLD_VALUE_MAPPING_SEQUENCE, List.of(mapping()));
		image.display().ifPresent(range -> shared.put(tag("FrameVOILUTSequence"), List.of(window(range))));
		return shared.build();
	}

	/** The numbers are the real ones, in a unit. */
	private Attributes mapping() {
		final AttributesBuilder mapping = Attributes.builder()
			.put(Tag.DOUBLE_FLOAT_REAL_WORLD_VALUE_FIRST_VALUE_MAPPED, -Float.MAX_VALUE)
			.put(Tag.DOUBLE_FLOAT_REAL_WORLD_VALUE_LAST_VALUE_MAPPED, Float.MAX_VALUE)
			.put(Tag.REAL_WORLD_VALUE_INTERCEPT, 0)
			.put(Tag.REAL_WORLD_VALUE_SLOPE, 1)
			.put(tag("LUTExplanation"), "Real values")
			.put(Tag.LUT_LABEL, "REAL");
		ucum(image.line().unit()).putInto(mapping, "MeasurementUnitsCodeSequence");
		return mapping.build();
	}

	/** A unit as a code of UCUM (PS3.16 CID 82). */
	private static Code ucum(final String unit) {
		return switch (unit) {
			case "" -> new Code("1", "UCUM", "no units");
			case "HU" -> new Code("[hnsf'U]", "UCUM", "Hounsfield unit");
			case "Bq/ml" -> new Code("Bq/ml", "UCUM", "Becquerels/milliliter");
			case "g/ml" -> new Code("g/ml", "UCUM", "Standardized uptake value");
			case "Gy" -> new Code("Gy", "UCUM", "Gray");
			default -> new Code(unit, "UCUM", unit);
		};
	}

	private static Attributes window(final DisplayRange range) {
		final AttributesBuilder window = Attributes.builder();
		SliceObjects.putWindow(range, window);
		return window.build();
	}

	private Attributes ofFrame(final StackShape.Place at) {
		final AttributesBuilder position = Attributes.builder();
		place.putPosition(at.slice(), position);
		final AttributesBuilder item = Attributes.builder()
			.put(tag("FrameContentSequence"),
				List.of(Attributes.builder().put(Tag.DIMENSION_INDEX_VALUES, at.slice() + 1).build()))
			.put(tag("PlanePositionSequence"), List.of(position.build()));
		final Optional<Frame> frame = series.frame(at);
		if (series.namesSources() && frame.isPresent())
			item.put(tag("DerivationImageSequence"), List.of(derivation(frame.get())));
		return item.build();
	}

	private static Attributes derivation(final Frame frame) {
		final AttributesBuilder item = Attributes.builder();
		new Code("113041", "DCM", "Derived from pixel data").putInto(item, "DerivationCodeSequence");
		References.putSources(List.of(frame), item);
		return item.build();
	}

	/** The frames of a channel and time; planes are asked for when they are written. */
	@Override
	public StreamedElement pixels(final int n) {
		final StackShape.Place at = first(n);
		return new StreamedElement(Tag.FLOAT_PIXEL_DATA, VR.OF, bytes(), out -> {
			final byte[] bytes = new byte[Float.BYTES * image.grid().pixels()];
			for (int slice = 0; slice < image.grid().shape().slices(); slice++) {
				put(plane(slice, at), bytes);
				out.write(bytes);
			}
		});
	}

	/** One thread asks at a time: ImageJ's stacks allow no more. */
	private synchronized Object plane(final int slice, final StackShape.Place at) {
		return image.planes().plane(slice, at.channel(), at.time());
	}

	private void put(final Object plane, final byte[] bytes) {
		final ByteBuffer out = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
		if (image.type() == PlaneType.FLOAT32) out.asFloatBuffer().put((float[]) plane);
		else for (int pixel = 0; pixel < image.grid().pixels(); pixel++)
			out.putFloat((float) image.line().real(image.type().value(plane, pixel)));
	}

	@Override
	public String summary() {
		return String.format(Locale.ROOT, "%d parametric maps of %d x %d x %d real numbers", size(),
			image.grid().columns(), image.grid().rows(), image.grid().shape().slices());
	}

	@Override
	public List<String> notes() {
		return List.of();
	}

	private static int tag(final String keyword) {
		return Dictionary.tag(keyword);
	}
}
