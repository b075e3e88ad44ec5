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

package io.github.dicomvolumes.volume.structures;

import java.util.ArrayList;
import java.util.List;

import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.data.Listing;
import io.github.dicomvolumes.data.NumberText;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.geometry.VolumeGeometry;
import io.github.dicomvolumes.volume.Belonging;
import io.github.dicomvolumes.volume.DicomVolume;

/**
 * The structures of a set on the slices of a volume.
 *
 * @param placed in the order of the set, without those of another space, unless the set names the series (R63)
 * @param problems a sentence for each sort of thing that was left out or assumed, those of the set first
 */
public record PlacedStructures(List<Placed> placed, List<String> problems) {

	/**
	 * A structure and those of its contours that lie on a slice.
	 */
	public record Placed(Structure structure, List<PlacedContour> contours) {

		public Placed {
			contours = List.copyOf(contours);
		}
	}

	public PlacedStructures {
		placed = List.copyOf(placed);
		problems = List.copyOf(problems);
	}

	/**
	 * Puts the contours on the slices that they were drawn on. None is moved: what lies between slices, beyond them or
	 * not parallel to them is left out and reported.
	 *
	 * @throws DicomException if the volume has no place in the patient, or no structure belongs to it
	 */
	public static PlacedStructures of(final StructureSet set, final DicomVolume volume) throws DicomException {
		checkPlace(volume);
		final Belonging belonging = set.belonging();
		if (!belonging.names(volume)) volume.attributes().require(Tag.FRAME_OF_REFERENCE_UID);
		final SlicePlanes slices = SlicePlanes.of(volume);
		final List<Placed> placed = new ArrayList<>();
		final List<String> problems = new ArrayList<>(set.problems());
		String other = "";
		for (final Structure structure : set.structures()) {
			final String own = structure.frameOfReference();
			final String why = "its Frame of Reference is " + (own.isEmpty() ? "missing" : "not that of the volume");
			final Belonging.Verdict verdict = belonging.verdict(volume, own);
			if (verdict == Belonging.Verdict.ELSEWHERE) {
				other = own;
				problems.add(structure.name() + ": left out, " + why);
				continue;
			}
			if (verdict == Belonging.Verdict.BELONGS_BY_NAME_ONLY)
				problems.add(structure.name() + ": drawn although " + why + ", as the set names the series");
			placed.add(new Placed(structure, place(structure, slices, problems)));
		}
		if (placed.isEmpty() && !set.structures().isEmpty())
			throw new DicomException(Tag.describe(Tag.FRAME_OF_REFERENCE_UID) + " of the structures is " +
				(other.isEmpty() ? "missing" : other) + ", that of the volume is " +
				volume.attributes().orElse(Tag.FRAME_OF_REFERENCE_UID, "missing") +
				"; the structures were drawn in another space, open the series they belong to.");
		return new PlacedStructures(placed, problems);
	}

	/** Refuses a volume that has no place in the patient. */
	private static void checkPlace(final DicomVolume volume) throws DicomException {
		final VolumeGeometry geometry = volume.geometry();
		if (!geometry.patientBased() || !geometry.unit().equals(VolumeGeometry.MM))
			throw new DicomException(volume.name() + ": the " +
				(geometry.patientBased() ? "size of its pixels" : "place of the volume in the patient") +
				" is not known, and so not where structures lie in it.");
	}

	private static List<PlacedContour> place(final Structure structure, final SlicePlanes slices,
		final List<String> problems)
	{
		final List<PlacedContour> placed = new ArrayList<>();
		int between = 0, beyond = 0, leaning = 0, outside = 0;
		double nearest = Double.POSITIVE_INFINITY, farthest = 0;
		for (final Contour contour : structure.contours()) {
			final SlicePlanes.Place place = slices.place(contour);
			switch (place.verdict()) {
				case ON_SLICE -> placed.add(slices.project(contour, place.slice()));
				case BETWEEN -> {
					between++;
					nearest = Math.min(nearest, place.distance());
					farthest = Math.max(farthest, place.distance());
				}
				case BEYOND -> beyond++;
				case NOT_PARALLEL -> leaning++;
				case OUTSIDE -> outside++;
			}
		}
		if (between > 0) problems.add(structure.name() + ": " + Listing.count(between, "contour") +
			" between slices left out, " + range(nearest, farthest) + " mm from the nearest slice");
		if (beyond > 0) problems.add(
			structure.name() + ": " + Listing.count(beyond, "contour") + " beyond the first or last slice left out");
		if (leaning > 0) problems
			.add(structure.name() + ": " + Listing.count(leaning, "contour") + " not parallel to the slices left out");
		if (outside > 0) problems
			.add(structure.name() + ": " + Listing.count(outside, "contour") + " far outside the image left out");
		return placed;
	}

	private static String range(final double low, final double high) {
		final String from = NumberText.precise(low, 3), to = NumberText.precise(high, 3);
		return from.equals(to) ? from : from + " to " + to;
	}
}
