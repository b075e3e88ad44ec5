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

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.CsaHeader;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.geometry.Orientation;
import io.github.dicomvolumes.geometry.PlaneGeometry;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.io.header.DicomFile;
import io.github.dicomvolumes.series.Finding;
import io.github.dicomvolumes.series.Finding.Code;

/**
 * The slices that Siemens MR scanners lay side by side in one image:
 *
 * <pre>
 * 0 1 2
 * 3 4 .   5 slices in a grid of 3 x 3 tiles, the rest is empty
 * . . .
 * </pre>
 *
 * The grid is square, or the declared size of a tile decides. Image Position is that of the first pixel of a plane as
 * large as the mosaic with the same centre as slice 0.
 */
public final class Mosaic extends ImageObject {

	/** The creator of private elements of group 0019. */
	public static final String MR_HEADER = MosaicHeader.MR_HEADER;

	private Mosaic(final DicomFile file, final FrameOrder order, final List<Finding> findings) {
		super(file, 1, order, findings);
	}

	/** Whether an image declares that it is a mosaic, or names several images in it. */
	static boolean is(final Attributes attributes) {
		return attributes.orElse(Tag.MODALITY, "").equals("MR") &&
			(attributes.strings(Tag.IMAGE_TYPE).contains("MOSAIC") ||
				MosaicHeader.of(attributes).ownCount().orElse(0) > 1);
	}

	/** @throws IOException if the length of the file is unknown, or its pixels cannot be read */
	static List<Frame> frames(final DicomFile file) throws IOException {
		final Attributes attributes = file.attributes();
		final List<Finding> findings = new ArrayList<>();
		final MosaicHeader header = MosaicHeader.of(attributes);
		final int columns = attributes.orElse(Tag.COLUMNS, 0), rows = attributes.orElse(Tag.ROWS, 0);
		final Optional<TileLayout> declared = header.layout(columns, rows);
		final int counted = header.count().orElse(0);
		final int n = counted < 1 && declared.isPresent() ? FilledTiles.count(file, declared.get(), findings) : counted;
		final long max = Math.min(TileLayout.MAX_TILES, file.pixelBytes() / FrameLists.MIN_COMPRESSED_BYTES);
		if (n < 1 || n > max || Math.ceil(Math.sqrt(n)) > Math.min(columns, rows))
			return List.of(uncut(file, n, findings));
		if (n == 1) return List.of(new Frame(new Mosaic(file, FrameOrder.POSITIONS, findings), 0, attributes));
		final TileLayout layout = declared.filter(size -> counted < 1 || size.isFilledBy(n))
			.orElseGet(() -> TileLayout.square(n, columns, rows));
		final Frame whole = new Frame(new Mosaic(file, FrameOrder.POSITIONS, findings), 0, attributes);
		final double spacing = Math.abs(
			attributes.number(Tag.SPACING_BETWEEN_SLICES).orElse(attributes.number(Tag.SLICE_THICKNESS).orElse(0)));
		final String problem = problem(whole, spacing);
		if (!problem.isEmpty()) {
			final Frame source = new Frame(new Mosaic(file, FrameOrder.SLICES, findings), 0, attributes);
			return IntStream.range(0, n).mapToObj(s -> source.tileWithoutPlace(layout.tile(s), problem)).toList();
		}
		final Vector3 direction = header.direction(whole.orientation().get(), findings);
		final Frame source = new Frame(new Mosaic(file, FrameOrder.POSITIONS, findings), 0, attributes);
		return IntStream.range(0, n)
			.mapToObj(s -> source.tile(layout.tile(s),
				place(whole, layout.tile(s)).flatMap(plane -> plane.moved(direction, spacing * s)), s,
				Tag.SPACING_BETWEEN_SLICES))
			.toList();
	}

	/** Why the slices have no places; empty if they have. */
	private static String problem(final Frame whole, final double spacing) {
		if (whole.plane().isEmpty()) return whole.geometryProblem();
		if (!whole.spacing().millimetres()) return whole.spacing().note();
		return spacing == 0 ? Tag.describe(Tag.SPACING_BETWEEN_SLICES) + " is missing" : "";
	}

	private static Frame uncut(final DicomFile file, final int n, final List<Finding> findings) {
		final List<Finding> all = new ArrayList<>(findings);
		all.add(new Finding(Code.MOSAIC_UNCUT,
			"Siemens mosaic " + (n < 1 ? "without slice count" : "of " + n + " slices, which cannot be") +
				": left as it is, the slices side by side in one image"));
		return new Frame(new Mosaic(file, FrameOrder.POSITIONS, all), 0, file.attributes());
	}

	/** The centre of the tile is the centre of the mosaic; empty if it is too far away. */
	private static Optional<PlaneGeometry> place(final Frame whole, final Tile tile) {
		final PlaneGeometry plane = whole.plane().orElseThrow();
		final Orientation axes = plane.orientation();
		final double right = whole.spacing().column() * (whole.columns() - tile.columns()) / 2;
		final double down = whole.spacing().row() * (whole.rows() - tile.rows()) / 2;
		return plane.moved(axes.row(), right).flatMap(moved -> moved.moved(axes.column(), down));
	}

	/** The header of the image; without tags if it has none. */
	public static CsaHeader csa(final Attributes attributes) {
		return MosaicHeader.csa(attributes);
	}
}
