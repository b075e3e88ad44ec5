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

package io.github.dicomvolumes.command.input;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

import io.github.dicomvolumes.data.InputException;
import io.github.dicomvolumes.export.image.ExportGrid;
import io.github.dicomvolumes.export.image.ExportImage;
import io.github.dicomvolumes.geometry.Affine;
import io.github.dicomvolumes.measure.segment.MeasuredImage;
import io.github.dicomvolumes.view.imagej.PatientSpace;
import io.github.dicomvolumes.volume.DicomVolume;

import ij.ImagePlus;

/** What is measured of an ImageJ image: its pixels as shown, with what its volume or its calibration says. */
public final class MeasuredInput {

	private MeasuredInput() {}

	/** @throws InputException if the image has no pixels or is in colour */
	public static MeasuredImage of(final ImagePlus image) {
		final ExportImage pixels = ImageToExport.of(image);
		final ExportGrid grid = pixels.grid();
		final Affine toSpace = grid.indexToPatient()
			.orElseGet(() -> Affine.scaling(grid.spacing().x(), grid.spacing().y(), grid.spacing().z()));
		return new MeasuredImage(image.getTitle(), grid.columns(), grid.rows(), grid.shape(), pixels.type(),
			pixels.line(), pixels.planes()::plane, toSpace, grid.isMetric(), grid.indexToPatient().isPresent(), "",
			seconds(pixels.volume(), grid), pixels.volume());
	}

	private static List<Double> seconds(final Optional<DicomVolume> volume, final ExportGrid grid) {
		final List<Double> known = volume.map(own -> own.stack().timeAxis().seconds()).orElse(List.of());
		final OptionalDouble step = grid.timeStep();
		if (!known.isEmpty() || step.isEmpty()) return known;
		return IntStream.range(0, grid.shape().times()).mapToObj(time -> time * step.getAsDouble()).toList();
	}

	/** @throws InputException if the images are known to lie in two coordinate systems */
	static void requireSameFrame(final ImagePlus image, final ImagePlus other) {
		final Optional<PatientSpace> mine = PatientSpace.of(image).filter(space -> !space.frameOfReference().isEmpty()),
			theirs = PatientSpace.of(other).filter(space -> !space.frameOfReference().isEmpty());
		if (mine.isPresent() && theirs.isPresent() && !mine.get().sharesFrameWith(theirs.get()))
			throw new InputException("\"" + image.getTitle() + "\" and \"" + other.getTitle() +
				"\" have different (0020,0052) Frame of Reference UIDs, so their coordinates have nothing to do with " +
				"each other; register them first.");
	}
}
