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

package io.github.dicomvolumes.volume.sample;

import java.util.List;
import java.util.function.Supplier;

import io.github.dicomvolumes.geometry.Affine;
import io.github.dicomvolumes.work.Strips;
import io.github.dicomvolumes.work.Strips.Strip;
import io.github.dicomvolumes.pixels.PlaneType;

/**
 * The part of sampling that is done with some slices of the image: it gives those pixels whose voxel below, or nearest
 * one, is in them. The slices are kept as long as it is.
 */
final class Pass {

	/** Rows that one thread does at a time. */
	private static final int STRIP = 8;

	private final Affine patientToIndex;
	private final Interpolation interpolation;
	private final int[] size;
	private final int lanes;
	private final VoxelReader reader;
	/** Bounds of the coordinate in z: at least, and less than. */
	private final long least, end;

	/** @param slices of the image; to interpolate between the last and the next, that is read too */
	Pass(final VoxelSource source, final Affine patientToIndex, final Interpolation interpolation, final Span slices) {
		this.patientToIndex = patientToIndex;
		this.interpolation = interpolation;
		size = source.size();
		lanes = source.type() == PlaneType.RGB ? 3 : 1;
		final int last = size[2] - 1;
		reader = source.reader(slices.from(), Math.min(slices.to(), last));
		final long before = interpolation == Interpolation.NEAREST ? Line.HALF : 0;
		least = slices.from() == 0 ? -Line.HALF : fixed(slices.from()) - before;
		end = slices.to() > last ? edge(2) : fixed(slices.to()) - before;
	}

	/** Samples the pixels of planes that have the same size, one after the other for every row. */
	void run(final List<PlaneFrame> frames, final boolean isParallel, final RowSink sink) {
		final List<Affine> toIndex = frames.stream().map(f -> patientToIndex.after(f.pixelToPatient())).toList();
		final int width = frames.get(0).width(), height = frames.get(0).height();
		final Supplier<Strip> worker = () -> {
			final Cells cells = new Cells(width);
			final double[][] rows = new double[lanes][width];
			return (from, to) -> {
				for (int y = from; y < to; y++)
					for (final Affine plane : toIndex)
						row(Line.of(plane, y), y, cells, rows, sink);
			};
		};
		if (isParallel) Strips.forEach(height, STRIP, worker);
		else worker.get().run(0, height);
	}

	private void row(final Line line, final int y, final Cells cells, final double[][] rows, final RowSink sink) {
		Span span = line.within(2, least, end, new Span(0, rows[0].length));
		for (int axis = 0; axis < 2; axis++)
			span = line.within(axis, -Line.HALF, edge(axis), span);
		if (span.isEmpty()) return;
		cells.set(line, span, size, interpolation);
		for (int lane = 0; lane < lanes; lane++)
			reader.read(cells, lane, rows[lane]);
		sink.accept(y, span, rows);
	}

	/** Behind the outer edge of the last voxel, which itself belongs to it. */
	private long edge(final int axis) {
		return fixed(size[axis]) - Line.HALF + Line.GRAIN;
	}

	private static long fixed(final int voxel) {
		return (long) voxel << Line.BITS;
	}
}
