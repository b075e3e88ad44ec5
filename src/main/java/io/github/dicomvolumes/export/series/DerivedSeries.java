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
import java.util.List;
import java.util.Optional;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.AttributesBuilder;
import io.github.dicomvolumes.data.CharacterSet;
import io.github.dicomvolumes.data.Dictionary;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.Uids;
import io.github.dicomvolumes.export.image.ExportImage;
import io.github.dicomvolumes.export.object.Copying;
import io.github.dicomvolumes.export.object.Equipment;
import io.github.dicomvolumes.export.object.NewSeries;
import io.github.dicomvolumes.export.object.PlanePlace;
import io.github.dicomvolumes.export.object.StudyModules;
import io.github.dicomvolumes.series.StackShape;
import io.github.dicomvolumes.series.object.Frame;
import io.github.dicomvolumes.volume.DicomVolume;

/**
 * What all objects of a new series have: patient and study, of the source or new, the series, how it was derived, its
 * coordinate system, and which channel and time an object is.
 */
final class DerivedSeries {

	private static final int MOST_DERIVATION = 1024;

	private final ExportImage image;
	private final SeriesOptions options;
	private final PlanePlace place;
	private final SourceFrames frames;
	private final OwnPlace own;
	/** What the source says, in a character set that has our texts; empty if there is none. */
	private final Optional<Attributes> source;
	private final NewSeries series;
	private final String study = Uids.create(), frameOfReference;

	DerivedSeries(final ExportImage image, final SeriesOptions options) {
		this.image = image;
		this.options = options;
		place = PlanePlace.of(image);
		frames = SourceFrames.of(image, place);
		own = new OwnPlace(image);
		source = image.source().map(DicomVolume::attributes).map(this::fit);
		series = NewSeries.of(description(), options.number().orElseGet(() -> NewSeries.numberAfter(source)));
		frameOfReference = frameOfReference();
	}

	private String frameOfReference() {
		final String known = image.grid().frameOfReference();
		final String original = image.source()
			.map(of -> of.attributes().orElse(Tag.FRAME_OF_REFERENCE_UID, ""))
			.filter(uid -> !uid.isEmpty())
			.orElse(known.isEmpty() ? Uids.create() : known);
		// a name made from it, so that hidden images still lie in one coordinate system
		return isHidden() && image.source().isPresent() ? Uids.ofName(original) : original;
	}

	/** What may be taken over, in a character set that has our texts. */
	private Attributes fit(final Attributes attributes) {
		final Attributes seen = isHidden() ? Copying.withoutPatient(attributes) : attributes;
		return Copying.fit(seen,
			List.of(options.description(), options.derivation(), options.patient().name(), options.patient().id()));
	}

	private boolean isHidden() {
		return !options.shown().isFull();
	}

	private String description() {
		return options.description().isEmpty() ? source.map(of -> of.orElse(Tag.SERIES_DESCRIPTION, "")).orElse("")
			: options.description();
	}

	PlanePlace place() {
		return place;
	}

	/** The frame of the source at a place of the image; empty if there is none. */
	Optional<Frame> frame(final StackShape.Place at) {
		return frames.at(at);
	}

	/** What the frame of the source says there, or else its first one; empty if there is no source. */
	Optional<Attributes> from(final StackShape.Place at) {
		return frame(at).map(Frame::attributes).map(this::fit).or(() -> source);
	}

	/** Whether frames of the source are of the times of the image. */
	boolean hasItsTime() {
		return frames.hasSameChannelsAndTimes();
	}

	/** Whether objects may name those that they were made of. */
	boolean namesSources() {
		return !isHidden();
	}

	/**
	 * An object with all that is said here.
	 *
	 * @param from as {@link #from} has it
	 * @param instance 1-based
	 */
	AttributesBuilder begin(final Optional<Attributes> from, final StackShape.Place at, final int instance,
		final String sopClass)
	{
		final AttributesBuilder object = from.map(Copying::builder)
			.orElseGet(() -> Attributes.builder(ByteOrder.LITTLE_ENDIAN, CharacterSet.DEFAULT));
		if (from.isEmpty() || isHidden()) {
			from.ifPresent(of -> Copying.copy(of, List.of(Tag.SPECIFIC_CHARACTER_SET), object));
			StudyModules.create(options.patient(), study, object);
		}
		else StudyModules.copy(from.get(), object);
		object.put(Tag.SOP_CLASS_UID, sopClass);
		series.put(modality(from), instance, object, hasItsTime() ? from : Optional.empty());
		putDerivation(from, object);
		if (place.isPlaced()) object.put(Tag.FRAME_OF_REFERENCE_UID, frameOfReference);
		putTimeAndChannel(at, object);
		return object;
	}

	/** That of the source, if it is one of images. */
	private String modality(final Optional<Attributes> from) {
		final String own = from.map(of -> of.orElse(Tag.MODALITY, "")).orElse("");
		final boolean isOfImages = !own.isEmpty() && !own.startsWith("RT") && !own.equals("SEG") && !image.isLabels();
		return isOfImages ? own : "OT";
	}

	private void putDerivation(final Optional<Attributes> from, final AttributesBuilder object) {
		final String text = options.derivation().isEmpty() ? "Written by DICOM Volumes" : options.derivation();
		object.put(Dictionary.tag("DerivationDescription"),
			text.length() > MOST_DERIVATION ? text.substring(0, MOST_DERIVATION) : text);
		from.ifPresent(of -> Equipment.putContribution(of.items(Dictionary.tag("ContributingEquipmentSequence")),
			"Derived image", object));
	}

	private void putTimeAndChannel(final StackShape.Place at, final AttributesBuilder object) {
		final StackShape shape = image.grid().shape();
		own.put(at, object);
		if (hasItsTime() || shape.times() == 1) return;
		object.put(Tag.TEMPORAL_POSITION_IDENTIFIER, at.time() + 1)
			.put(Dictionary.tag("NumberOfTemporalPositions"), shape.times());
	}
}
