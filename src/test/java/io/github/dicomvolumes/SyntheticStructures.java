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

package io.github.dicomvolumes;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Dictionary;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.Uids;
import io.github.dicomvolumes.export.file.DicomWriter;

/** An RT structure set in the space of a {@link SyntheticSeries}. Not thread-safe. */
public final class SyntheticStructures {

	private final String frameOfReference;
	private final List<Attributes> rois = new ArrayList<>();
	private final List<Attributes> drawn = new ArrayList<>();
	private final List<Attributes> spaces = new ArrayList<>();

	/** A set of structures in the space of a series. */
	public SyntheticStructures(final SyntheticSeries series) {
		this(series.uid(0));
	}

	public SyntheticStructures(final String frameOfReference) {
		this.frameOfReference = frameOfReference;
	}

	/**
	 * A structure.
	 *
	 * @param rgb red, green, blue, 0 to 255; none if null
	 */
	public SyntheticStructures add(final String name, final int[] rgb, final Attributes... contours) {
		final int number = rois.size() + 1;
		rois.add(Attributes.builder()
			.put(tag("ROINumber"), number)
			.put(tag("ROIName"), name)
			.put(tag("ReferencedFrameOfReferenceUID"), frameOfReference)
			.build());
		final var item = Attributes.builder().put(tag("ReferencedROINumber"), number);
		if (rgb != null) item.put(tag("ROIDisplayColor"), Arrays.stream(rgb).asDoubleStream().toArray());
		drawn.add(item.put(tag("ContourSequence"), List.of(contours)).build());
		return this;
	}

	/** Names a series, in the space that the file says the series is in. */
	public SyntheticStructures naming(final String space, final String series) {
		final Attributes named = Attributes.builder().put(Tag.SERIES_INSTANCE_UID, series).build();
		final Attributes study = Attributes.builder().put(tag("RTReferencedSeriesSequence"), List.of(named)).build();
		spaces.add(Attributes.builder()
			.put(Tag.FRAME_OF_REFERENCE_UID, space)
			.put(tag("RTReferencedStudySequence"), List.of(study))
			.build());
		return this;
	}

	/** A contour of points x y z x y z ... in mm, LPS. */
	public static Attributes contour(final String type, final double... xyz) {
		return Attributes.builder()
			.put(tag("ContourGeometricType"), type)
			.put(tag("NumberOfContourPoints"), xyz.length / 3)
			.put(tag("ContourData"), xyz)
			.build();
	}

	/** A closed rectangle in an axial plane. */
	public static Attributes rectangle(final double left, final double top, final double right, final double bottom,
		final double z)
	{
		return contour("CLOSED_PLANAR", left, top, z, right, top, z, right, bottom, z, left, bottom, z);
	}

	public Attributes toAttributes() {
		return Attributes.builder()
			.put(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.481.3")
			.put(Tag.SOP_INSTANCE_UID, Uids.ofName(frameOfReference + "structures"))
			.put(Tag.MODALITY, "RTSTRUCT")
			.put(tag("StructureSetLabel"), "plan 1")
			.put(tag("ReferencedFrameOfReferenceSequence"), spaces)
			.put(tag("StructureSetROISequence"), rois)
			.put(tag("ROIContourSequence"), drawn)
			.build();
	}

	public Path write(final Path file) throws IOException {
		new DicomWriter().write(toAttributes(), file);
		return file;
	}

	private static int tag(final String keyword) {
		return Dictionary.tag(keyword);
	}
}
