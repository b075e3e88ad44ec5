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

package io.github.dicomvolumes.export.image;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import io.github.dicomvolumes.data.Disclosure;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.Uids;
import io.github.dicomvolumes.geometry.VolumeGeometry;
import io.github.dicomvolumes.pixels.DisplayRange;
import io.github.dicomvolumes.pixels.PlaneType;
import io.github.dicomvolumes.pixels.Rescale;
import io.github.dicomvolumes.series.Finding;
import io.github.dicomvolumes.series.Finding.Code;
import io.github.dicomvolumes.volume.DicomVolume;

/**
 * What is written to files: an imported volume, or any other image.
 *
 * @param type of the arrays of planes
 * @param line from the values of this type to the real ones
 * @param planes row by row; asked for one after the other
 * @param display the real values that are shown black and white; empty for colour
 * @param isLabels whether values are numbers of segments
 * @param volume whose attributes describe the image; empty if no files are known
 * @param source the volume that the image was made of, with slices elsewhere perhaps; empty if nobody knows it
 * @param notes what to know about the grid, one sentence each
 */
public record ExportImage(ExportGrid grid, PlaneType type, Rescale line, Planes planes, Optional<DisplayRange> display,
	boolean isLabels, Optional<DicomVolume> volume, Optional<DicomVolume> source, List<String> notes)
{

	/** Findings after which voxels are not all where, or what, the files say. */
	private static final Set<Code> OF_GRID = EnumSet.of(Code.MISSING_SLICES, Code.NEARLY_UNIFORM, Code.IRREGULAR_GAPS,
		Code.POSITIONS_DIFFER, Code.SPACING_ASSUMED, Code.SPACING_UNKNOWN, Code.PIXEL_SIZE_UNKNOWN,
		Code.UNREADABLE_SLICE, Code.TRUNCATED);

	/** Planes of an image. */
	@FunctionalInterface
	public interface Planes {

		/**
		 * The array of a plane, each index 0-based; it is not changed.
		 *
		 * @throws java.io.UncheckedIOException if it is in a file and cannot be read
		 */
		Object plane(int slice, int channel, int time);
	}

	public ExportImage {
		notes = List.copyOf(notes);
	}

	/** All of a volume, which is not copied. */
	public static ExportImage of(final DicomVolume volume) {
		final Optional<DisplayRange> display = volume.isColour() ? Optional.empty()
			: Optional.of(volume.displayRange());
		final boolean isLabels = !volume.stack().segments().isEmpty() && !volume.isColour() && !volume.plan().isReal();
		final List<String> notes = volume.report(Disclosure.HIDE)
			.findings()
			.stream()
			.filter(finding -> OF_GRID.contains(finding.code()))
			.map(Finding::text)
			.toList();
		return new ExportImage(ExportGrid.of(volume), volume.plan().type(), volume.plan().line(), volume::plane,
			display, isLabels, Optional.of(volume), Optional.of(volume), notes);
	}

	/** The same, with something to know. */
	public ExportImage withNote(final String note) {
		return new ExportImage(grid, type, line, planes, display, isLabels, volume, source,
			Stream.concat(notes.stream(), Stream.of(note)).toList());
	}

	/** Whether the source lies in the patient, and nobody knows where in it the image does: it was cropped, perhaps. */
	public boolean hasLostPlace() {
		return volume.isEmpty() && grid.indexToPatient().isEmpty() &&
			source.map(DicomVolume::geometry).filter(VolumeGeometry::patientBased).isPresent();
	}

	/** The same with other pixels of the same size, as shown now. */
	public ExportImage with(final PlaneType newType, final Rescale newLine, final Planes newPlanes,
		final Optional<DisplayRange> newDisplay)
	{
		return new ExportImage(grid, newType, newLine, newPlanes, newDisplay, isLabels, volume, source, notes);
	}

	/**
	 * The same, of which nobody knows whom it shows and of which files it was made: its place stays, in coordinates
	 * whose UID is a name made from theirs.
	 */
	public ExportImage withoutSource() {
		final String ofSource = source.map(of -> of.attributes().orElse(Tag.FRAME_OF_REFERENCE_UID, "")).orElse("");
		final ExportGrid placed = SlicePlaces.placed(grid, source);
		return new ExportImage(ofSource.isEmpty() ? placed : placed.inFrame(Uids.ofName(ofSource)), type, line, planes,
			display, isLabels, Optional.empty(), Optional.empty(), notes);
	}

	/** The same, said to be made of a volume. */
	public ExportImage withSource(final DicomVolume newSource) {
		return new ExportImage(grid, type, line, planes, display, isLabels, volume, Optional.of(newSource), notes);
	}
}
