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
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.data.Dictionary;
import io.github.dicomvolumes.data.Element;
import io.github.dicomvolumes.data.Disclosure;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.volume.Belonging;

/**
 * What an RT structure set holds (PS3.3 A.19, C.8.8.5, C.8.8.6): structures in the order in which the file names them.
 *
 * <pre>
 * Structure Set ROI Sequence   number, name, frame of reference
 * ROI Contour Sequence         colour, referenced number
 *    Contour Sequence          geometric type, x\y\z\x\y\z\... in mm
 * </pre>
 *
 * @param uid SOP Instance UID, empty if there is none
 * @param belonging the series and images that it names
 * @param problems a sentence for each sort of thing that was left out or assumed
 */
public record StructureSet(String uid, String label, Belonging belonging, List<Structure> structures,
	List<String> problems)
{

	private static final int LABEL = Dictionary.tag("StructureSetLabel");
	private static final int FRAMES_OF_REFERENCE = Dictionary.tag("ReferencedFrameOfReferenceSequence");
	private static final int ROIS = Dictionary.tag("StructureSetROISequence");
	private static final int NUMBER = Dictionary.tag("ROINumber");
	private static final int NAME = Dictionary.tag("ROIName");
	private static final int REFERENCED_FRAME_OF_REFERENCE = Dictionary.tag("ReferencedFrameOfReferenceUID");
	private static final int ROI_CONTOURS = Dictionary.tag("ROIContourSequence");
	private static final int REFERENCED_NUMBER = Dictionary.tag("ReferencedROINumber");
	private static final int COLOUR = Dictionary.tag("ROIDisplayColor");
	private static final int CONTOURS = Dictionary.tag("ContourSequence");
	private static final int TYPE = Dictionary.tag("ContourGeometricType");
	private static final int POINTS = Dictionary.tag("NumberOfContourPoints");
	private static final int DATA = Dictionary.tag("ContourData");

	/** A set that names neither series nor images. */
	public StructureSet(final String uid, final String label, final List<Structure> structures,
		final List<String> problems)
	{
		this(uid, label, Belonging.of(Attributes.EMPTY), structures, problems);
	}

	public StructureSet {
		structures = List.copyOf(structures);
		problems = List.copyOf(problems);
	}

	/**
	 * The structure set of a data set. A broken contour costs itself, not the others.
	 *
	 * @throws DicomException if the data set is no structure set
	 */
	public static StructureSet of(final Attributes attributes) throws DicomException {
		return of(attributes, Disclosure.SHOW);
	}

	/** The same, with or without names, which may tell who the patient is; without them "ROI" and the number. */
	public static StructureSet of(final Attributes attributes, final Disclosure disclosure) throws DicomException {
		final List<Attributes> rois = attributes.items(ROIS), contours = attributes.items(ROI_CONTOURS);
		if (rois.isEmpty() && contours.isEmpty())
			throw new DicomException(Tag.describe(ROIS) + " is missing; the file is no " + "RT structure set" +
				(attributes.contains(Tag.MODALITY) ? " but " + attributes.orElse(Tag.MODALITY, "") : "") + ".");
		final Problems problems = new Problems();
		final Map<Integer, Attributes> byNumber = new HashMap<>();
		for (final Attributes roi : rois)
			roi.integer(NUMBER).ifPresentOrElse(number -> {
				if (byNumber.putIfAbsent(number, roi) != null)
					problems.add("ROI " + number, "named twice; the first name counts");
			}, () -> problems.add("a structure", "left out, as " + Tag.describe(NUMBER) + " is missing or no number"));
		final List<Structure> structures = new ArrayList<>();
		for (final Attributes contour : contours)
			contour.integer(REFERENCED_NUMBER)
				.ifPresentOrElse(
					number -> structures.add(structure(number, byNumber.getOrDefault(number, Attributes.EMPTY), contour,
						onlyFrameOfReference(attributes), disclosure, problems)),
					() -> problems.add("contours",
						"left out, as " + Tag.describe(REFERENCED_NUMBER) + " is missing or no number"));
		final String label = disclosure.hides(LABEL) ? "" : attributes.orElse(LABEL, "");
		return new StructureSet(attributes.orElse(Tag.SOP_INSTANCE_UID, ""), label.isEmpty() ? "structure set" : label,
			Belonging.of(attributes), structures, problems.sentences());
	}

	/** The one space that the whole set refers to; empty if it names several or none. */
	private static String onlyFrameOfReference(final Attributes attributes) {
		final List<String> uids = attributes.items(FRAMES_OF_REFERENCE)
			.stream()
			.map(item -> item.orElse(Tag.FRAME_OF_REFERENCE_UID, ""))
			.distinct()
			.toList();
		return uids.size() == 1 ? uids.get(0) : "";
	}

	private static Structure structure(final int number, final Attributes roi, final Attributes drawn,
		final String frameOfReference, final Disclosure disclosure, final Problems problems)
	{
		final String name = disclosure.hides(NAME) ? "ROI " + number : roi.orElse(NAME, "ROI " + number);
		final List<Contour> contours = new ArrayList<>();
		for (final Attributes item : drawn.items(CONTOURS)) {
			try {
				contours.add(contour(item));
			}
			catch (final IllegalArgumentException exc) {
				problems.add(name, "left out, as " + exc.getMessage());
			}
		}
		return new Structure(number, name, colour(drawn), roi.orElse(REFERENCED_FRAME_OF_REFERENCE, frameOfReference),
			contours);
	}

	private static OptionalInt colour(final Attributes drawn) {
		final double[] rgb = drawn.doubles(COLOUR);
		if (rgb.length != 3 || !Arrays.stream(rgb).allMatch(c -> c >= 0 && c <= 255)) return OptionalInt.empty();
		return OptionalInt.of((int) rgb[0] << 16 | (int) rgb[1] << 8 | (int) rgb[2]);
	}

	/** @throws IllegalArgumentException if it is unusable */
	private static Contour contour(final Attributes item) {
		final String type = item.orElse(TYPE, "missing");
		final Contour.Kind kind = Contour.Kind.of(type)
			.orElseThrow(() -> new IllegalArgumentException(
				Tag.describe(TYPE) + " is " + type + "; it must be one of PS3.3 C.8.8.6.1"));
		if (item.optional(DATA).map(Element::isLeftInFile).orElse(false)) throw new IllegalArgumentException(
			Tag.describe(DATA) + " is " + item.optional(DATA).get().length() + " bytes, too many for one contour");
		final double[] xyz = item.doubles(DATA);
		if (xyz.length == 0 || xyz.length % 3 != 0) throw new IllegalArgumentException(
			Tag.describe(DATA) + " has " + xyz.length + " numbers; it must have three for each point");
		final int stated = item.orElse(POINTS, xyz.length / 3);
		if (stated != xyz.length / 3) throw new IllegalArgumentException(
			Tag.describe(POINTS) + " is " + stated + ", but " + Tag.describe(DATA) + " has " + xyz.length / 3);
		final List<Vector3> points = new ArrayList<>(xyz.length / 3);
		for (int i = 0; i < xyz.length; i += 3) {
			if (!Double.isFinite(xyz[i] + xyz[i + 1] + xyz[i + 2]))
				throw new IllegalArgumentException(Tag.describe(DATA) + " is no number in point " + (i / 3 + 1));
			points.add(new Vector3(xyz[i], xyz[i + 1], xyz[i + 2]));
		}
		final int last = points.size() - 1;
		if (kind.leastPoints() == 3 && last > 0 && points.get(0).equals(points.get(last))) points.remove(last);
		return new Contour(kind, points);
	}
}
