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

import io.github.dicomvolumes.export.image.ExportImage;
import io.github.dicomvolumes.pixels.PlaneType;
import io.github.dicomvolumes.pixels.Rescale;
import io.github.dicomvolumes.view.imagej.Processors;
import io.github.dicomvolumes.view.imagej.VolumeImagePlus;

import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;

/**
 * The pixels of an image, and the line from them to calibrated values.
 *
 * @param type of the planes; 16 bits are signed where that makes the line simpler, as ImageJ holds signed ones with
 *        32768 added
 */
public record ImagePixels(PlaneType type, Rescale line, ExportImage.Planes planes) {

	static ImagePixels of(final ImagePlus image) {
		final ImageStack stack = image.getStack();
		final int channels = image.getNChannels(), slices = image.getNSlices();
		final ExportImage.Planes planes = (slice, channel, time) -> Processors.pixels(stack,
			1 + channel + channels * (slice + slices * time));
		final Calibration calibration = image.getCalibration().copy();
		final int bits = image.getBitDepth();
		if (bits == 24) return new ImagePixels(PlaneType.RGB, Rescale.IDENTITY, planes);
		final String unit = VolumeImagePlus.valueUnit(calibration);
		if (bits == 32) return new ImagePixels(PlaneType.FLOAT32, new Rescale(1, 0, unit), planes);
		if (!isLine(calibration)) return new ImagePixels(PlaneType.FLOAT32, new Rescale(1, 0, unit),
			(slice, channel, time) -> calibrated(planes.plane(slice, channel, time), calibration));
		final double slope = slope(calibration), intercept = calibration.getCValue(0.0);
		if (bits == 8) return new ImagePixels(PlaneType.UINT8, new Rescale(slope, intercept, unit), planes);
		final double signed = intercept + slope * PlaneType.INT16.offset();
		return Math.abs(signed) < Math.abs(intercept)
			? new ImagePixels(PlaneType.INT16, new Rescale(slope, signed, unit), planes)
			: new ImagePixels(PlaneType.UINT16, new Rescale(slope, intercept, unit), planes);
	}

	/** The line from the numbers that arrays hold, taken without sign. */
	static Rescale ofHeld(final PlaneType type, final Rescale line) {
		return new Rescale(line.slope(), line.intercept() - line.slope() * type.offset(), line.unit());
	}

	private static boolean isLine(final Calibration calibration) {
		if (!calibration.calibrated()) return true;
		return calibration.getFunction() == Calibration.STRAIGHT_LINE && slope(calibration) != 0;
	}

	private static double slope(final Calibration calibration) {
		return calibration.calibrated() ? calibration.getCoefficients()[1] : 1;
	}

	private static float[] calibrated(final Object plane, final Calibration calibration) {
		final float[] table = calibration.getCTable();
		final PlaneType type = PlaneType.ofArray(plane);
		final int length = type == PlaneType.UINT8 ? ((byte[]) plane).length : ((short[]) plane).length;
		final float[] values = new float[length];
		for (int i = 0; i < length; i++)
			values[i] = table[(int) type.value(plane, i)];
		return values;
	}
}
