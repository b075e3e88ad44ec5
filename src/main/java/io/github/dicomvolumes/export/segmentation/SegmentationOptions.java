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

import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntUnaryOperator;

import io.github.dicomvolumes.export.file.Overwriting;
import io.github.dicomvolumes.export.object.NewPatient;
import io.github.dicomvolumes.work.Progress;

/**
 * How to write a segmentation.
 *
 * @param segments what labels mean, which counts more than what the file says that the labels came from; of labels that
 *        are not described only the number is known
 * @param colours of labels, as 0xRRGGBB, unless {@code segments} has one; -1 where nobody knows it
 * @param description of the new series
 * @param number of the new series; empty for that of the volume that it belongs to and 1000
 * @param patient who is imaged, if no volume says it
 */
public record SegmentationOptions(SegmentationKind kind, List<SegmentDescription> segments, IntUnaryOperator colours,
	String description, OptionalInt number, NewPatient patient, Overwriting overwriting, Progress progress)
{

	/** Binary, described as the labels' file does; no file is replaced, nobody listens. */
	public static final SegmentationOptions DEFAULT = new SegmentationOptions(SegmentationKind.BINARY, List.of(),
		label -> -1, "Segmentation", OptionalInt.empty(), NewPatient.ANONYMOUS, Overwriting.REFUSED, Progress.NONE);

	public SegmentationOptions {
		segments = List.copyOf(segments);
	}

	public SegmentationOptions withKind(final SegmentationKind newKind) {
		return new SegmentationOptions(newKind, segments, colours, description, number, patient, overwriting, progress);
	}

	public SegmentationOptions withSegments(final List<SegmentDescription> newSegments) {
		return new SegmentationOptions(kind, newSegments, colours, description, number, patient, overwriting, progress);
	}

	public SegmentationOptions withColours(final IntUnaryOperator newColours) {
		return new SegmentationOptions(kind, segments, newColours, description, number, patient, overwriting, progress);
	}

	public SegmentationOptions withSeries(final String newDescription, final OptionalInt newNumber) {
		return new SegmentationOptions(kind, segments, colours, newDescription, newNumber, patient, overwriting,
			progress);
	}

	public SegmentationOptions withPatient(final NewPatient newPatient) {
		return new SegmentationOptions(kind, segments, colours, description, number, newPatient, overwriting, progress);
	}

	public SegmentationOptions withOverwrite(final boolean overwrite) {
		return new SegmentationOptions(kind, segments, colours, description, number, patient, Overwriting.of(overwrite),
			progress);
	}

	public SegmentationOptions withProgress(final Progress listener) {
		return new SegmentationOptions(kind, segments, colours, description, number, patient, overwriting, listener);
	}
}
