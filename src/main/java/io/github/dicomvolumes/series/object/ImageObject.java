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

package io.github.dicomvolumes.series.object;

import java.util.List;
import java.util.Optional;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.geometry.SliceSpacing;
import io.github.dicomvolumes.io.header.DicomFile;
import io.github.dicomvolumes.series.Finding;
import io.github.dicomvolumes.series.Segment;

/**
 * A file as an image of some kind, which is the source of frames: what holds for all of them because of that kind.
 * There is one class for each kind, and {@link Frames} chooses it, once for each file. Immutable.
 */
public abstract class ImageObject {

	private final DicomFile file;
	private final int frames;
	private final FrameOrder order;
	private final List<Finding> findings;

	/**
	 * @param frames how many the file has, at least 1
	 * @param order what decides where they lie
	 * @param findings what to know about all of them
	 */
	ImageObject(final DicomFile file, final int frames, final FrameOrder order, final List<Finding> findings) {
		this.file = file;
		this.frames = frames;
		this.order = order;
		this.findings = List.copyOf(findings);
	}

	public final DicomFile file() {
		return file;
	}

	/** Planes in the file. */
	public final int frames() {
		return frames;
	}

	/** What decides where the frames lie. */
	public final FrameOrder order() {
		return order;
	}

	/** What to know about all frames. */
	public final List<Finding> findings() {
		return findings;
	}

	/** Whether position and orientation are the patient's; otherwise they are those of a space of the object's own. */
	public boolean isInPatientSpace() {
		return true;
	}

	/** Whether a wide or irregular gap divides a volume: not where no frame means that nothing is there. */
	public boolean gapsDivide() {
		return true;
	}

	/**
	 * Whether objects of one series on the same grid are slices, times or channels of one volume, as where a scanner
	 * writes a file for each time; otherwise each object is a volume of its own.
	 */
	public boolean joinsOthers() {
		return order == FrameOrder.POSITIONS;
	}

	/** Whether Slice Thickness may stand for an unknown distance between slices. */
	public boolean hasSliceThickness() {
		return true;
	}

	/**
	 * Whether the distance between planes is one that the header declares, not one of positions of their own.
	 */
	public boolean isSpacingDeclared() {
		return false;
	}

	/** Seconds of each frame since the first, if the object as a whole has them. */
	public Optional<double[]> times() {
		return Optional.ofNullable(frames == 1 ? null : CineTimes.of(file.attributes(), frames));
	}

	/** The segments, if it is a segmentation: a place without a frame holds none of them. */
	public List<Segment> segments() {
		return List.of();
	}

	/**
	 * The gaps between planes.
	 *
	 * @param distances of the planes along the normal, mm, strictly ascending
	 * @param largestCoordinate see {@link SliceSpacing#of(double[], double)}
	 */
	public SliceSpacing gaps(final double[] distances, final double largestCoordinate) {
		return SliceSpacing.of(distances, largestCoordinate);
	}

	/** The number of the file in its concatenation, from 1; 0 if it is in none (PS3.3 C.7.6.16.2.2.4). */
	public final int concatenationPart() {
		final Attributes attributes = file.attributes();
		return attributes.contains(Tag.CONCATENATION_UID) ? attributes.orElse(Tag.IN_CONCATENATION_NUMBER, 0) : 0;
	}

	/** The Concatenation UID, else the name of the file: the files of one concatenation are one object. */
	public String key() {
		final String concatenation = file.attributes().orElse(Tag.CONCATENATION_UID, "");
		return concatenation.isEmpty() ? file.source().name() : concatenation;
	}

	/** Where the position of a frame stands. */
	public int positionTag() {
		return Tag.IMAGE_POSITION_PATIENT;
	}

	/** Where the orientation of a frame stands. */
	int orientationTag() {
		return Tag.IMAGE_ORIENTATION_PATIENT;
	}
}
