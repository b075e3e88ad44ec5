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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.export.image.ExportGrid;
import io.github.dicomvolumes.export.image.ExportImage;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.pixels.PlaneType;
import io.github.dicomvolumes.pixels.Rescale;
import io.github.dicomvolumes.series.StackShape;
import io.github.dicomvolumes.volume.DicomVolume;

/** A CT in any direction, perhaps tilted or with missing slices, and labels on its grid, some slices without any. */
final class RandomLabels {

	final DicomVolume ct;
	final ExportImage image;
	final boolean isTilted, overlaps;
	/** By channel and slice. */
	private final int[][][] labels;

	/**
	 * @param segments the most
	 * @param channels of the labels; several may overlap, each with segments of its own
	 */
	RandomLabels(final Path folder, final int segments, final int channels, final Random random) throws IOException {
		final int columns = 3 + random.nextInt(20), rows = 2 + random.nextInt(15), slices = 1 + random.nextInt(9);
		final Vector3 row = vector(random), column = row.cross(vector(random)).unit(), normal = row.cross(column);
		isTilted = random.nextInt(3) == 0 && slices > 2;
		final double gap = 0.5 + 3 * random.nextDouble();
		final Vector3 step = normal.times(gap).plus(isTilted ? column.times(gap * 0.3) : new Vector3(0, 0, 0));
		final Vector3 origin = vector(random).times(300);
		final SyntheticSeries series = new SyntheticSeries("ct " + folder.getFileName()).size(columns, rows)
			.slices(slices)
			.orientation(row.x(), row.y(), row.z(), column.x(), column.y(), column.z())
			.origin(origin.x(), origin.y(), origin.z())
			.pixelSpacing(0.3 + random.nextDouble(), 0.3 + 2 * random.nextDouble())
			.step(step.x(), step.y(), step.z())
			.with(Tag.SLICE_THICKNESS, gap);
		if (slices > 6) series.omit(2);
		series.write(Files.createDirectories(folder));
		ct = DicomVolumes.open(folder);
		labels = new int[channels][ct.stack().slices()][columns * rows];
		final int perChannel = Math.max(1, segments / channels);
		for (int channel = 0; channel < channels; channel++)
			for (final int[] plane : labels[channel])
				if (random.nextInt(3) > 0) fill(plane, columns, 1 + channel * perChannel, perChannel, random);
		labels[0][random.nextInt(ct.stack().slices())][random.nextInt(columns * rows)] = 1;
		overlaps = overlap();
		image = image(ct, labels, segments > 255 || random.nextBoolean() ? PlaneType.UINT16 : PlaneType.UINT8);
	}

	private static void fill(final int[] plane, final int columns, final int first, final int count,
		final Random random)
	{
		for (int n = random.nextInt(4); n >= 0; n--) {
			final int from = random.nextInt(plane.length), label = first + random.nextInt(count);
			final int width = 1 + random.nextInt(columns), height = 1 + random.nextInt(5);
			for (int i = from; i < plane.length && i < from + height * columns; i++)
				if (i % columns >= from % columns && i % columns < from % columns + width) plane[i] = label;
		}
	}

	private static ExportImage image(final DicomVolume ct, final int[][][] labels, final PlaneType type) {
		final ExportGrid own = ExportImage.of(ct).grid();
		final StackShape shape = new StackShape(labels[0].length, labels.length, 1);
		final ExportGrid grid = new ExportGrid(own.columns(), own.rows(), shape, own.indexToPatient(),
			own.frameOfReference(), own.spacing(), true, own.timeStep());
		return new ExportImage(grid, type, Rescale.IDENTITY,
			(slice, channel, time) -> array(labels[channel][slice], type), Optional.empty(), true, Optional.empty(),
			Optional.of(ct), List.of());
	}

	private static Object array(final int[] labels, final PlaneType type) {
		final byte[] bytes = new byte[labels.length];
		final short[] shorts = new short[labels.length];
		for (int i = 0; i < labels.length; i++) {
			bytes[i] = (byte) labels[i];
			shorts[i] = (short) labels[i];
		}
		return type == PlaneType.UINT8 ? bytes : shorts;
	}

	private boolean overlap() {
		for (int slice = 0; slice < labels[0].length; slice++)
			for (int i = 0; i < labels[0][slice].length; i++) {
				int taken = 0;
				for (final int[][] channel : labels)
					if (channel[slice][i] != 0) taken++;
				if (taken > 1) return true;
			}
		return false;
	}

	int channels() {
		return labels.length;
	}

	int slices() {
		return labels[0].length;
	}

	int label(final int channel, final int slice, final int x, final int y) {
		return labels[channel][slice][x + image.grid().columns() * y];
	}

	/** Names, so that all numbers up to the highest are there and none changes. */
	List<SegmentDescription> described() {
		int highest = 1;
		for (final int[][] channel : labels)
			for (final int[] plane : channel)
				for (final int label : plane)
					highest = Math.max(highest, label);
		return java.util.stream.IntStream.rangeClosed(1, highest).mapToObj(SegmentDescription::of).toList();
	}

	private static Vector3 vector(final Random random) {
		return new Vector3(random.nextGaussian(), random.nextGaussian(), random.nextGaussian()).unit();
	}
}
