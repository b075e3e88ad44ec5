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
import java.util.function.Consumer;

import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.pixels.FrameCoding;
import io.github.dicomvolumes.pixels.PixelFormat;
import io.github.dicomvolumes.pixels.PlanePlan;
import io.github.dicomvolumes.pixels.PlaneType;
import io.github.dicomvolumes.series.object.Frame;
import io.github.dicomvolumes.series.object.PlacedTile;
import io.github.dicomvolumes.series.object.Tile;
import io.github.dicomvolumes.series.object.TileGrid;

/**
 * A frame that is put together from planes of its file. Where no tile is, it is padding, else 0; of colours white, as
 * slides are. It is complete also where tiles cannot be read.
 */
final class TileGridReader extends FrameReader {

	private static final double WHITE = 0xFFFFFFFFL;

	private final TileGrid grid;

	TileGridReader(final Frame frame, final TileGrid grid) {
		super(frame);
		this.grid = grid;
	}

	@Override
	FrameCoding codingByHeader(final Consumer<String> notes) throws DicomException {
		PixelFormat.checkSize(grid.columns(), grid.rows());
		PixelFormat.checkSize(frame().attributes().orElse(Tag.COLUMNS, 0), frame().attributes().orElse(Tag.ROWS, 0));
		if (grid.hasLabels()) return LabelBitsReader.coding(grid.columns(), grid.rows(),
			grid.tiles().stream().anyMatch(tile -> tile.label() > 0xFF) ? 16 : 8);
		return codingInFile(notes).withSize(grid.columns(), grid.rows());
	}

	@Override
	FrameCoding inFile(final FrameCoding coding) {
		final FrameCoding tile = grid.hasLabels() ? LabelBitsReader.coding(grid.columns(), grid.rows(), 1) : coding;
		return tile.withSize(frame().attributes().orElse(Tag.COLUMNS, 0), frame().attributes().orElse(Tag.ROWS, 0));
	}

	@Override
	Tile part() {
		return new Tile(0, 0, grid.columns(), grid.rows());
	}

	@Override
	public long bytesNeeded(final FrameCoding coding) {
		return grid.tiles().size() * bytesOfTile(coding);
	}

	@Override
	public long bytesHeld(final FrameCoding coding, final long all) {
		final FrameCoding tile = inFile(coding);
		final long bytes = bytesOfTile(coding);
		final double start = grid.hasLabels() ? tile.format().pixels() / 8.0 : bytes;
		return grid.tiles()
			.stream()
			.mapToLong(t -> Math.max(0, Math.min(bytes, all - (long) (t.index() * start))))
			.sum();
	}

	private long bytesOfTile(final FrameCoding coding) {
		final FrameCoding tile = inFile(coding);
		return grid.hasLabels() ? (tile.format().pixels() + 7L) / 8 : tile.format().frameBytes();
	}

	/** A tile that cannot be read is background; the frame fails if none can. */
	@Override
	Read read(final FrameCoding coding, final FilePixels pixels, final Workspace workspace) throws IOException {
		final FrameCoding ofTile = inFile(coding);
		final Object plane = workspace.newPlane(coding);
		final double background = background(coding, workspace.plan());
		if (background != 0 || workspace.plan().type().offset() != 0)
			workspace.plan().type().fill(plane, 0, coding.format().pixels(), background);
		String problem = "";
		int failed = 0;
		for (final PlacedTile tile : grid.tiles()) {
			String ofThis;
			try {
				final Read read = Guard.reading(frame(),
					() -> pixels.read(tile.index(), ofTile, workspace.newPlane(ofTile), workspace));
				put(read, ofTile, tile, plane);
				ofThis = read.problem();
			}
			catch (final DicomException exc) {
				if (++failed == grid.tiles().size()) throw exc;
				ofThis = exc.getMessage();
			}
			if (problem.isEmpty() && !ofThis.isEmpty()) problem = "tile " + (tile.index() + 1) + ": " + ofThis;
		}
		return new Read(plane, coding.format().pixels(), problem);
	}

	private double background(final FrameCoding coding, final PlanePlan plan) {
		if (grid.hasLabels()) return 0;
		if (plan.type() == PlaneType.RGB) return WHITE;
		return coding.padding().map(padding -> plan.held(padding.value(), coding)).orElse(0.0);
	}

	/** Puts what of a tile is complete and within the image. */
	private void put(final Read read, final FrameCoding coding, final PlacedTile tile, final Object plane) {
		final int width = coding.format().columns(), height = coding.format().rows();
		final int left = Math.max(0, -tile.x()), right = Math.min(width, grid.columns() - tile.x());
		final int top = Math.max(0, -tile.y()), bottom = Math.min(height, grid.rows() - tile.y());
		for (int row = top; row < bottom && left < right; row++) {
			final int from = row * width + left, to = (tile.y() + row) * grid.columns() + tile.x() + left;
			final int count = Math.min(right - left, read.pixels() - from);
			if (count <= 0) return;
			if (!grid.hasLabels()) System.arraycopy(read.plane(), from, plane, to, count);
			else label(read.plane(), from, plane, to, count, tile.label());
		}
	}

	private static void label(final Object bits, final int from, final Object plane, final int to, final int count,
		final int label)
	{
		final PlaneType type = PlaneType.ofArray(plane);
		for (int i = 0; i < count; i++)
			if (type.value(bits, from + i) != 0) type.fill(plane, to + i, to + i + 1, label);
	}
}
