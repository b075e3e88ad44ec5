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

package io.github.dicomvolumes.rules;

import static io.github.dicomvolumes.data.Dictionary.tag;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.AttributesBuilder;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.VR;
import io.github.dicomvolumes.export.file.DicomWriter;

/** The files of a described series in one packaging. */
final class SeriesFiles {

	static final String MR = "1.2.840.10008.5.1.4.1.1.4", ENHANCED_MR = "1.2.840.10008.5.1.4.1.1.4.1";

	private final DescribedSeries series;
	private final Packaging packaging;

	SeriesFiles(final DescribedSeries series, final Packaging packaging) {
		this.series = series;
		this.packaging = packaging;
	}

	/** The data sets of all files. */
	List<Attributes> dataSets() {
		final List<List<Place>> files = packaging.files(series);
		return IntStream.range(0, files.size()).mapToObj(i -> dataSet(i, files)).toList();
	}

	/** Writes them below a folder, under names that say nothing about the order unless the seed is 0. */
	void write(final Path folder) throws IOException {
		write(dataSets(), folder, packaging.seed());
	}

	/** Writes data sets below a folder; their names are in their order if the seed is 0. */
	static void write(final List<Attributes> dataSets, final Path folder, final long seed) throws IOException {
		final List<Integer> names = new ArrayList<>(IntStream.range(0, dataSets.size()).boxed().toList());
		if (seed != 0) Collections.shuffle(names, Seeds.random(seed));
		Files.createDirectories(folder);
		for (int i = 0; i < dataSets.size(); i++)
			new DicomWriter().write(dataSets.get(i), folder.resolve("IM%04d".formatted(names.get(i))));
	}

	/** The file of one frame with its attributes at the top level. */
	Attributes single(final Place place) {
		final AttributesBuilder a = series.tags(place).single();
		a.put(Tag.SOP_CLASS_UID, MR).put(Tag.INSTANCE_NUMBER, series.number(place));
		a.put(Tag.IMAGE_ORIENTATION_PATIENT, series.grid().orientation());
		a.put(Tag.PIXEL_SPACING, series.grid().spacing()[1], series.grid().spacing()[0]);
		a.put(Tag.SLICE_THICKNESS, series.grid().spacing()[2]);
		a.put(Tag.IMAGE_TYPE, "ORIGINAL", "PRIMARY", "M");
		return complete(a, series.number(place) - 1, List.of(place));
	}

	private Attributes dataSet(final int index, final List<List<Place>> files) {
		final List<Place> places = files.get(index);
		if (packaging.files() == Packaging.Files.SINGLE) return single(places.get(0));
		final boolean isPart = packaging.files() == Packaging.Files.CONCATENATION;
		final List<Place> frames = packaging.inFile(places, series);
		final AttributesBuilder a = Attributes.builder();
		a.put(Tag.SOP_CLASS_UID, ENHANCED_MR).put(Tag.INSTANCE_NUMBER, instanceNumber(index, places, isPart));
		a.put(Tag.IMAGE_TYPE, "ORIGINAL", "PRIMARY", "M", "NONE").put(Tag.NUMBER_OF_FRAMES, frames.size());
		if (isPart) {
			final int before = files.subList(0, index).stream().mapToInt(List::size).sum();
			a.put(Tag.CONCATENATION_UID, series.uid("concatenation"));
			a.put(Tag.IN_CONCATENATION_NUMBER, index + 1).put(Tag.IN_CONCATENATION_TOTAL_NUMBER, files.size());
			a.put(tag("ConcatenationFrameOffsetNumber"), before);
		}
		if (hasDimensions()) a.put(Tag.DIMENSION_INDEX_SEQUENCE, pointers());
		a.put(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE, List.of(shared()));
		a.put(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE, frames.stream().map(p -> item(p, index)).toList());
		return complete(a, index, frames);
	}

	/** Of files with one time each the number of the time, as scanners count; of a mixture that of the first frame. */
	private int instanceNumber(final int index, final List<Place> places, final boolean isPart) {
		if (isPart) return 1;
		return packaging.files() == Packaging.Files.MIXED ? series.number(places.get(0)) : index + 1;
	}

	private Attributes shared() {
		final double[] spacing = series.grid().spacing();
		return Attributes.builder()
			.put(tag("PlaneOrientationSequence"),
				List.of(Attributes.builder().put(Tag.IMAGE_ORIENTATION_PATIENT, series.grid().orientation()).build()))
			.put(tag("PixelMeasuresSequence"),
				List.of(Attributes.builder()
					.put(Tag.PIXEL_SPACING, spacing[1], spacing[0])
					.put(Tag.SLICE_THICKNESS, spacing[2])
					.build()))
			.build();
	}

	private Attributes item(final Place place, final int file) {
		final FrameTags tags = series.tags(place);
		if (packaging.stacks() != Packaging.Stacks.ABSENT) {
			final int slices = series.grid().slices(), stack = packaging.stack(place.slice(), slices);
			final int inStack = (int) IntStream.rangeClosed(0, place.slice())
				.filter(k -> packaging.stack(k, slices) == stack)
				.count();
			final int id = packaging.stacks() == Packaging.Stacks.PER_FILE ? file + 1 : stack + 1;
			tags.group(FrameTags.CONTENT)
				.put(Tag.STACK_ID, Integer.toString(id))
				.put(Tag.IN_STACK_POSITION_NUMBER, inStack);
			if (hasDimensions())
				tags.group(FrameTags.CONTENT).put(Tag.DIMENSION_INDEX_VALUES, indices(id, inStack, place));
		}
		return tags.item();
	}

	private boolean hasDimensions() {
		return packaging.dimensions() && packaging.stacks() != Packaging.Stacks.ABSENT;
	}

	/** Stack, position in it, and what tells the frames apart if a dimension can point to it. */
	private List<Attributes> pointers() {
		final List<Attributes> pointers = new ArrayList<>();
		pointers.add(pointer(Tag.STACK_ID));
		pointers.add(pointer(Tag.IN_STACK_POSITION_NUMBER));
		for (final ToldBy way : series.ways())
			if (!way.dimension().isEmpty()) pointers.add(pointer(tag(way.dimension())));
		return pointers;
	}

	private double[] indices(final int stack, final int inStack, final Place place) {
		final List<Integer> indices = new ArrayList<>(List.of(stack, inStack));
		for (final ToldBy way : series.ways())
			if (!way.dimension().isEmpty())
				indices.add(1 + (way == series.channelsBy() ? place.channel() : place.time()));
		return indices.stream().mapToDouble(Integer::doubleValue).toArray();
	}

	private static Attributes pointer(final int tag) {
		return Attributes.builder().put(Tag.DIMENSION_INDEX_POINTER, Tag.group(tag), Tag.element(tag)).build();
	}

	/** Adds what all kinds of file have: identity, pixels. */
	private Attributes complete(final AttributesBuilder a, final int file, final List<Place> frames) {
		a.put(Tag.STUDY_DATE, "20200101").put(Tag.MODALITY, "MR").put(tag("MRAcquisitionType"), "2D");
		a.put(Tag.SERIES_DESCRIPTION, series.name()).put(Tag.SERIES_NUMBER, 1);
		a.put(Tag.PATIENT_NAME, "Described^" + series.name()).put(Tag.PATIENT_ID, series.name());
		a.put(Tag.SERIES_INSTANCE_UID, series.uid("series"));
		putUid(a, Tag.STUDY_INSTANCE_UID, packaging.study(), file);
		putUid(a, Tag.FRAME_OF_REFERENCE_UID, packaging.frameOfReference(), file);
		a.put(Tag.SOP_INSTANCE_UID, series.uid(packaging.oneInstanceUid() ? "anonymized" : "instance " + file));
		a.put(Tag.SAMPLES_PER_PIXEL, 1).put(Tag.PHOTOMETRIC_INTERPRETATION, "MONOCHROME2");
		a.put(Tag.ROWS, series.grid().rows()).put(Tag.COLUMNS, series.grid().columns());
		a.put(Tag.BITS_ALLOCATED, 16).put(Tag.BITS_STORED, 16).put(Tag.HIGH_BIT, 15).put(Tag.PIXEL_REPRESENTATION, 0);
		final var pixels = new ByteArrayOutputStream();
		frames.forEach(place -> pixels.writeBytes(series.pixels(place)));
		return a.put(Tag.PIXEL_DATA, VR.OW, pixels.toByteArray()).build();
	}

	private void putUid(final AttributesBuilder a, final int tag, final Packaging.Scope scope, final int file) {
		switch (scope) {
			case ABSENT -> {}
			case SERIES -> a.put(tag, series.uid(Integer.toHexString(tag)));
			case FILE -> a.put(tag, series.uid(Integer.toHexString(tag) + " " + file));
		}
	}
}
