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

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.InputException;
import io.github.dicomvolumes.data.Listing;
import io.github.dicomvolumes.data.TransferSyntax;
import io.github.dicomvolumes.export.file.DicomWriter;
import io.github.dicomvolumes.export.image.ExportImage;
import io.github.dicomvolumes.export.image.Exported;
import io.github.dicomvolumes.export.image.SlicePlaces;
import io.github.dicomvolumes.export.object.NewSeries;
import io.github.dicomvolumes.io.source.AllOrNothing;
import io.github.dicomvolumes.volume.DicomVolume;
import io.github.dicomvolumes.volume.structures.PlacedContour;

/** Writes contours as RT structure sets. */
public final class StructuresExport {

	/** What progress calls it. */
	public static final String PHASE = "Writing contours";

	private StructuresExport() {}

	/**
	 * Writes structures that are drawn on the slices of an image. The transfer syntax is implicit: only there a contour
	 * may have more than some 1300 points (PS3.5 7.1.2).
	 *
	 * @see io.github.dicomvolumes.export.VolumeExport#structures
	 */
	public static Exported write(final List<DrawnStructure> structures, final ExportImage image, final Path file,
		final StructuresOptions options) throws IOException
	{
		options.overwriting().check(file);
		check(structures, image.grid().shape().slices());
		final Optional<DicomVolume> source = image.source();
		final SlicePlaces places = SlicePlaces.of(image.grid(), source);
		final int number = options.number().orElseGet(() -> NewSeries.numberAfter(source.map(DicomVolume::attributes)));
		options.progress().update(PHASE, 0, 1);
		final List<DrawnStructure> written = structures.stream()
			.map(structure -> options.holes() == Holes.KEYHOLE ? Keyholes.of(structure) : structure)
			.toList();
		final Attributes object = new StructuresObject(written, places, source, options)
			.attributes(NewSeries.of(options.label(), number));
		options.progress().checkCanceled(PHASE);
		AllOrNothing.write(file, out -> new DicomWriter(TransferSyntax.IMPLICIT_LITTLE_ENDIAN).write(object, out));
		options.progress().update(PHASE, 1, 1);
		final int contours = written.stream().mapToInt(structure -> structure.contours().size()).sum();
		return new Exported(
			"structure set: " + Listing.count(written.size(), "structure") + ", " + Listing.count(contours, "contour"),
			List.of(file), notes(places, source));
	}

	private static void check(final List<DrawnStructure> structures, final int slices) {
		if (structures.isEmpty()) throw new InputException("There are no contours to write.");
		for (final DrawnStructure structure : structures)
			for (final PlacedContour contour : structure.contours()) {
				if (contour.slice() < 0 || contour.slice() >= slices) throw new InputException("A contour of " +
					structure.name() + " is on slice " + (contour.slice() + 1) + "; the image has " + slices + ".");
				final int points = contour.columns().length;
				if (points < contour.kind().leastPoints()) throw new InputException("A contour of " + structure.name() +
					" has " + points + " points; it needs " + contour.kind().leastPoints() + ".");
			}
	}

	private static List<String> notes(final SlicePlaces places, final Optional<DicomVolume> source) {
		final List<String> notes = new ArrayList<>();
		if (source.isEmpty()) notes.add(
			"the volume that was drawn on is not known, so it names no images, " + "and patient and study are new");
		if (places.isNewFrame()) notes.add(
			"no file says which coordinates the place is in, so they got a new (0020,0052) Frame of Reference UID");
		return notes;
	}
}
