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

package io.github.dicomvolumes.volume.read;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;

import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.io.header.DicomFile;
import io.github.dicomvolumes.pixels.FrameCoding;
import io.github.dicomvolumes.pixels.PixelFormat;
import io.github.dicomvolumes.pixels.PlanePlan;
import io.github.dicomvolumes.series.object.Frame;
import io.github.dicomvolumes.series.object.Tile;

/** A frame that is a tile of a plane of its file, which is decoded once for all of its tiles. */
final class TileReader extends FrameReader {

	private final Tile tile;

	TileReader(final Frame frame, final Tile tile) {
		super(frame);
		this.tile = tile;
	}

	@Override
	FrameCoding codingByHeader(final Consumer<String> notes) throws DicomException {
		return codingInFile(notes).withSize(tile.columns(), tile.rows());
	}

	@Override
	FrameCoding inFile(final FrameCoding coding) {
		return coding.withSize(frame().attributes().orElse(Tag.COLUMNS, 0), frame().attributes().orElse(Tag.ROWS, 0));
	}

	@Override
	Tile part() {
		return tile;
	}

	@Override
	Optional<Object> sharedPlane() {
		return Optional.of(new Plane(file(), frame().index()));
	}

	/** A plane of a file, which is the same only if the file is the same object. */
	private record Plane(DicomFile file, int index) {

		@Override
		public boolean equals(final Object other) {
			return other instanceof Plane plane && file == plane.file && index == plane.index;
		}

		@Override
		public int hashCode() {
			return 31 * System.identityHashCode(file) + index;
		}
	}

	@Override
	Read read(final FrameCoding coding, final FilePixels pixels, final Workspace workspace) throws IOException {
		final FrameCoding whole = inFile(coding);
		return pixels.read(frame().index(), whole, workspace.newPlane(whole), workspace);
	}

	@Override
	Read partOf(final Read read, final FrameCoding coding, final PlanePlan plan) {
		final PixelFormat whole = inFile(coding).format();
		final Object plane = Workspace.newPlane(plan, coding);
		int completeRows = 0;
		for (int row = 0; row < tile.rows(); row++) {
			final int start = (tile.y() + row) * whole.columns() + tile.x();
			System.arraycopy(read.plane(), start, plane, row * tile.columns(), tile.columns());
			if (start + tile.columns() <= read.pixels()) completeRows = row + 1;
		}
		final boolean isUntouched = completeRows == tile.rows() && read.pixels() < whole.pixels();
		return new Read(plane, completeRows * tile.columns(), isUntouched ? "" : read.problem());
	}
}
