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

package io.github.dicomvolumes.view.plane;

import java.io.IOException;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

import io.github.dicomvolumes.geometry.Affine;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.geometry.VolumeGeometry;
import io.github.dicomvolumes.volume.sample.Resampling;
import io.github.dicomvolumes.work.Parallel;
import io.github.dicomvolumes.work.Progress;
import io.github.dicomvolumes.view.imagej.Processors;
import io.github.dicomvolumes.volume.DicomVolume;

import ij.process.ImageStatistics;

/**
 * What pixels hold where the image is not: the same that fills missing slices. Padding if the files name one, black for
 * colours, 0 for labels, else the least real value that the image has; of a virtual image that of {@value #SAMPLED} of
 * its slices. Never NaN: real values are filled as whole numbers are, so that what is measured does not become NaN.
 */
public final class OutsideValue {

	/** Slices of a virtual image that are read. */
	private static final int SAMPLED = 16;

	/** Parts of a voxel that are the rounding of the calculation. */
	private static final double ROUNDING = 1e-6;

	private OutsideValue() {}

	/**
	 * The number that pixels hold.
	 *
	 * @param grid if all of it lies in the image, no pixel is looked at
	 * @throws IOException never of its own, but as {@link Parallel}
	 */
	public static double of(final OrthoImage image, final VolumeGeometry grid, final Progress progress)
		throws IOException
	{
		final OptionalDouble known = known(image);
		if (known.isPresent()) return known.getAsDouble();
		return isInside(image, grid) ? 0 : least(image, progress);
	}

	/**
	 * The number that pixels hold of planes that nearly always leave the image.
	 *
	 * @throws IOException never of its own, but as {@link Parallel}
	 */
	public static double of(final OrthoImage image) throws IOException {
		final OptionalDouble known = known(image);
		return known.isPresent() ? known.getAsDouble() : least(image, Progress.NONE);
	}

	/** Without a look at pixels; empty if that is not possible. */
	private static OptionalDouble known(final OrthoImage image) {
		if (image.isColour()) return OptionalDouble.of(0xFF000000L);
		final OptionalDouble padding = image.volume().map(DicomVolume::padding).orElse(OptionalDouble.empty());
		return padding.isEmpty() && image.isLabels() ? OptionalDouble.of(0) : padding;
	}

	private static double least(final OrthoImage image, final Progress progress) throws IOException {
		final int slices = image.size(2), planes = slices * image.channels() * image.times();
		final int count = image.isVirtual() ? Math.min(SAMPLED, planes) : planes;
		final double sign = image.isDescending() ? -1 : 1;
		final double[] least = new double[count];
		Parallel.forEach(count, Resampling.PHASE, progress.silent(), n -> {
			final int plane = (int) ((long) n * planes / count);
			final Object pixels = image.pixels(plane % slices, plane / slices % image.channels(),
				plane / slices / image.channels());
			final ImageStatistics found = Processors.of(pixels, image.size(0), image.size(1), null).getStats();
			least[n] = sign * (sign > 0 ? found.min : found.max);
		});
		return sign * Arrays.stream(least).filter(Double::isFinite).min().orElse(0);
	}

	/** Whether the centres of all voxels of a grid lie in voxels of the image. */
	private static boolean isInside(final OrthoImage image, final VolumeGeometry grid) {
		final Affine map = image.indexToSpace().inverse().after(grid.indexToPatient());
		return IntStream.range(0, 8).allMatch(corner -> {
			final Vector3 voxel = map.apply((corner & 1) * (grid.columns() - 1), (corner >> 1 & 1) * (grid.rows() - 1),
				(corner >> 2) * (grid.slices() - 1));
			return isInside(voxel.x(), image.size(0)) && isInside(voxel.y(), image.size(1)) &&
				isInside(voxel.z(), image.size(2));
		});
	}

	private static boolean isInside(final double voxel, final int size) {
		return voxel > ROUNDING - 0.5 && voxel < size - 0.5 - ROUNDING;
	}
}
