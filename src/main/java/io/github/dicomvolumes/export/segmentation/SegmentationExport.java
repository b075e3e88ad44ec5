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

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.InputException;
import io.github.dicomvolumes.data.Listing;
import io.github.dicomvolumes.export.file.DicomWriter;
import io.github.dicomvolumes.export.image.ExportImage;
import io.github.dicomvolumes.export.image.Exported;
import io.github.dicomvolumes.export.image.SlicePlaces;
import io.github.dicomvolumes.export.object.NewSeries;
import io.github.dicomvolumes.io.source.AllOrNothing;
import io.github.dicomvolumes.volume.DicomVolume;

/** Writes label images as segmentations. */
public final class SegmentationExport {

	private SegmentationExport() {}

	/**
	 * Writes a label image.
	 *
	 * @see io.github.dicomvolumes.export.VolumeExport#segmentation
	 */
	public static Exported write(final ExportImage image, final Path file, final SegmentationOptions options)
		throws IOException
	{
		options.overwriting().check(file);
		final Optional<DicomVolume> source = image.source();
		final SlicePlaces places = SlicePlaces.of(image.grid(), source);
		final LabelPlanes planes = new LabelPlanes(image, options.progress());
		if (options.kind() == SegmentationKind.LABELMAP && planes.overlap()) throw new InputException(
			"Voxels have labels in several channels, which a labelmap cannot say; take kind=Binary.");
		final SegmentTable table = new SegmentTable(planes, described(image, options), options);
		final SegmentPixels pixels = new SegmentPixels(planes, table, options.kind(), image.grid().pixels(),
			places.lean());
		final int number = options.number().orElseGet(() -> NewSeries.numberAfter(source.map(DicomVolume::attributes)));
		final Attributes attributes = new SegmentationObject(pixels, table, places, source, options.kind())
			.attributes(options, NewSeries.of(options.description(), number), image.grid(), planes.overlap());
		AllOrNothing.write(file, out -> new DicomWriter().write(attributes, pixels.element(options.progress()), out));
		return new Exported(summary(table, pixels, options.kind()), List.of(file), notes(table, places, source));
	}

	/** What is said of labels: by the options, else by the segmentation that they are from. */
	private static Map<Integer, SegmentDescription> described(final ExportImage image,
		final SegmentationOptions options)
	{
		final Map<Integer, SegmentDescription> described = new TreeMap<>();
		options.segments().forEach(segment -> described.put(segment.label(), segment));
		Stream.concat(image.volume().stream(), image.source().stream())
			.map(volume -> SegmentDescription.of(volume.attributes()))
			.filter(segments -> !segments.isEmpty())
			.findFirst()
			.ifPresent(segments -> segments.forEach(described::putIfAbsent));
		return described;
	}

	private static String summary(final SegmentTable table, final SegmentPixels pixels, final SegmentationKind kind) {
		return (kind == SegmentationKind.BINARY ? "segmentation" : "labelmap segmentation") + ": " +
			Listing.count(table.segments().size(), "segment") + ", " + Listing.count(pixels.frames().size(), "frame");
	}

	private static List<String> notes(final SegmentTable table, final SlicePlaces places,
		final Optional<DicomVolume> source)
	{
		final List<String> notes = new ArrayList<>(table.notes());
		if (source.isEmpty()) notes.add(
			"the volume that it belongs to is not known, so it names no images, " + "and patient and study are new");
		if (places.isNewFrame()) notes.add(
			"no file says which coordinates the place is in, so they got a new (0020,0052) Frame of Reference UID");
		return notes;
	}
}
