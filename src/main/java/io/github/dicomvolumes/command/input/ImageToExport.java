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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

import io.github.dicomvolumes.data.InputException;
import io.github.dicomvolumes.export.image.ExportGrid;
import io.github.dicomvolumes.export.image.ExportImage;
import io.github.dicomvolumes.geometry.Affine;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.pixels.DisplayRange;
import io.github.dicomvolumes.series.StackShape;
import io.github.dicomvolumes.view.imagej.PatientSpace;
import io.github.dicomvolumes.view.imagej.ShownVolume;
import io.github.dicomvolumes.view.imagej.SourceVolume;
import io.github.dicomvolumes.view.imagej.VolumeImagePlus;

import ij.ImagePlus;
import ij.measure.Calibration;

/** What is exported of an ImageJ image: its volume as shown, or else its pixels with what its calibration says. */
public final class ImageToExport {

	private static final Map<String, Double> MM = Map.ofEntries(Map.entry("mm", 1.0), Map.entry("millimeter", 1.0),
		Map.entry("cm", 10.0), Map.entry("m", 1e3), Map.entry("meter", 1e3), Map.entry("micron", 1e-3),
		Map.entry("microns", 1e-3), Map.entry("um", 1e-3), Map.entry("\u00b5m", 1e-3), Map.entry("\u03bcm", 1e-3),
		Map.entry("nm", 1e-6), Map.entry("inch", 25.4), Map.entry("in", 25.4));
	private static final Map<String, Double> SECONDS = Map.of("s", 1.0, "sec", 1.0, "second", 1.0, "seconds", 1.0, "ms",
		1e-3, "msec", 1e-3, "min", 60.0, "h", 3600.0);

	/** Relative. */
	private static final double SAME_SIZE = 1e-3;

	private ImageToExport() {}

	/** @throws InputException if the image has no pixels */
	public static ExportImage of(final ImagePlus image) {
		if (image.getStackSize() == 0 || image.getWidth() == 0)
			throw new InputException("\"" + image.getTitle() + "\" has no pixels.");
		final ImagePixels pixels = ImagePixels.of(image);
		final Optional<DisplayRange> display = display(image);
		final Optional<ExportImage> shown = ShownVolume.of(image).map(ExportImage::of);
		if (shown.isPresent()) return withNotes(asShown(shown.get(), pixels, display), image);
		return withNotes(new ExportImage(grid(image), pixels.type(), pixels.line(), pixels.planes(), display,
			VolumeImagePlus.isLabels(image) && image.getBitDepth() <= 16, Optional.empty(), SourceVolume.of(image),
			List.of()), image);
	}

	/** The place in the patient counts; a size of voxels that somebody set beside it must not get lost unnoticed. */
	private static ExportImage withNotes(final ExportImage exported, final ImagePlus image) {
		final Calibration calibration = image.getCalibration();
		final Optional<Affine> place = exported.grid().indexToPatient();
		final boolean isKept = place.isEmpty() ||
			isSame(calibration.pixelWidth, calibration.getXUnit(), place.get().i()) &&
				isSame(calibration.pixelHeight, calibration.getYUnit(), place.get().j());
		return isKept ? exported
			: exported.withNote("the size of voxels that the image's properties say is not written, but that of the " +
				"place in the patient");
	}

	private static boolean isSame(final double size, final String unit, final Vector3 step) {
		return Math.abs(size * mm(unit) - step.norm()) <= SAME_SIZE * step.norm();
	}

	/** Values that somebody has calibrated anew are those of the image. */
	private static ExportImage asShown(final ExportImage volume, final ImagePixels pixels,
		final Optional<DisplayRange> display)
	{
		final boolean isSame = ImagePixels.ofHeld(volume.type(), volume.line())
			.sameLineAs(ImagePixels.ofHeld(pixels.type(), pixels.line()));
		return isSame ? volume.with(volume.type(), volume.line(), volume.planes(), display)
			: volume.with(pixels.type(), pixels.line(), pixels.planes(), display);
	}

	private static ExportGrid grid(final ImagePlus image) {
		final StackShape shape = new StackShape(image.getNSlices(), image.getNChannels(), image.getNFrames());
		final Optional<PatientSpace> space = PatientSpace.of(image);
		final Optional<Affine> place = space.filter(PatientSpace::isMetric).map(PatientSpace::indexToPatient);
		final Calibration calibration = image.getCalibration();
		final double[] factors = { mm(calibration.getXUnit()), mm(calibration.getYUnit()),
			image.getNSlices() == 1 && calibration.getZUnit().equals("pixel") ? 1 : mm(calibration.getZUnit()) };
		final boolean isMetric = factors[0] * factors[1] * factors[2] > 0;
		final double x = size(calibration.pixelWidth), y = size(calibration.pixelHeight),
			z = size(calibration.pixelDepth);
		final Vector3 spacing = isMetric ? new Vector3(x * factors[0], y * factors[1], z * factors[2])
			: new Vector3(x, y, z);
		return new ExportGrid(image.getWidth(), image.getHeight(), shape, place,
			space.map(PatientSpace::frameOfReference).orElse(""), spacing, isMetric || place.isPresent(),
			timeStep(calibration));
	}

	private static double size(final double ofCalibration) {
		final double size = Math.abs(ofCalibration);
		return size > 0 && Double.isFinite(size) ? size : 1;
	}

	/** The millimetres of a unit; 0 if it is none of length. */
	private static double mm(final String unit) {
		return unit == null ? 0 : MM.getOrDefault(unit.toLowerCase(Locale.ROOT), 0.0);
	}

	private static OptionalDouble timeStep(final Calibration calibration) {
		final String unit = calibration.getTimeUnit();
		final double seconds = unit == null ? 0 : SECONDS.getOrDefault(unit.toLowerCase(Locale.ROOT), 0.0);
		final double step = calibration.frameInterval * seconds;
		return step > 0 && Double.isFinite(step) ? OptionalDouble.of(step) : OptionalDouble.empty();
	}

	/** The calibrated values that the current channel shows black and white. */
	private static Optional<DisplayRange> display(final ImagePlus image) {
		if (image.getBitDepth() == 24) return Optional.empty();
		final boolean isReal = image.getBitDepth() == 32;
		final Calibration calibration = image.getCalibration();
		final double min = image.getDisplayRangeMin(), max = image.getDisplayRangeMax();
		final double a = isReal ? min : calibration.getCValue(min), b = isReal ? max : calibration.getCValue(max);
		return a == a && b == b ? Optional.of(new DisplayRange(Math.min(a, b), Math.max(a, b))) : Optional.empty();
	}
}
