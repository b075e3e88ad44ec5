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
import java.util.OptionalInt;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.CsaHeader;
import io.github.dicomvolumes.data.Element;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.geometry.Orientation;
import io.github.dicomvolumes.geometry.PlaneGeometry;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.io.DicomFile;
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
 * Image Position is that of the first pixel of a plane as large as the mosaic with the same centre as slice 0.
 */
public final class Mosaic extends ImageObject {

	/** The creator of private elements of group 0019. */
	public static final String MR_HEADER = "SIEMENS MR HEADER";
	private static final String CSA_HEADER = "SIEMENS CSA HEADER";
	private static final double ALONG_NORMAL = 0.99;

	/** A grid of 64 x 64, more slices than any scanner lays side by side. */
	private static final int MOST_TILES = 64 * 64;

	private Mosaic(final DicomFile file, final FrameOrder order, final List<Finding> findings) {
		super(file, 1, order, findings);
	}

	/** Whether an image says that it is a mosaic, or names several images in it. */
	static boolean is(final Attributes attributes) {
		return attributes.orElse(Tag.MODALITY, "").equals("MR") &&
			(attributes.strings(Tag.IMAGE_TYPE).contains("MOSAIC") || count(attributes, csa(attributes)).orElse(0) > 1);
	}

	/** @throws IOException if the length of the file cannot be told */
	static List<Frame> frames(final DicomFile file) throws IOException {
		final Attributes attributes = file.attributes();
		final CsaHeader csa = csa(attributes);
		final int n = count(attributes, csa).orElse(0);
		final int columns = attributes.orElse(Tag.COLUMNS, 0), rows = attributes.orElse(Tag.ROWS, 0);
		final int grid = (int) Math.ceil(Math.sqrt(n));
		final long most = Math.min(MOST_TILES, file.pixelBytes() / FrameLists.MIN_COMPRESSED_BYTES);
		if (n < 1 || n > most || grid > Math.min(columns, rows)) return List.of(frame(file,
			new Finding(Code.MOSAIC_UNCUT,
				"Siemens mosaic " + (n < 1 ? "without slice count" : "of " + n + " slices, which cannot be") +
					": left as it is, the slices side by side in one image")));
		if (n == 1) return List.of(new Frame(new Mosaic(file, FrameOrder.POSITIONS, List.of()), 0, attributes));
		final List<Finding> findings = new ArrayList<>();
		final Frame whole = new Frame(new Mosaic(file, FrameOrder.POSITIONS, findings), 0, attributes);
		final double spacing = Math.abs(
			attributes.number(Tag.SPACING_BETWEEN_SLICES).orElse(attributes.number(Tag.SLICE_THICKNESS).orElse(0)));
		final String problem = whole.plane().isEmpty() ? whole.geometryProblem()
			: !whole.spacing().millimetres() ? whole.spacing().note()
				: spacing == 0 ? Tag.describe(Tag.SPACING_BETWEEN_SLICES) + " is missing" : "";
		final Vector3 step = problem.isEmpty() ? direction(csa, whole.orientation().get(), findings).times(spacing)
			: null;
		final Frame source = new Frame(
			new Mosaic(file, step == null ? FrameOrder.SLICES : FrameOrder.POSITIONS, findings), 0, attributes);
		final List<Frame> tiles = new ArrayList<>();
		for (int s = 0; s < n; s++) {
			final var tile = new Tile(s % grid * (columns / grid), s / grid * (rows / grid), columns / grid,
				rows / grid);
			tiles.add(step == null ? source.tileWithoutPlace(tile, problem)
				: source.tile(tile, place(whole, tile, step.times(s))));
		}
		return tiles;
	}

	private static Frame frame(final DicomFile file, final Finding finding) {
		return new Frame(new Mosaic(file, FrameOrder.POSITIONS, List.of(finding)), 0, file.attributes());
	}

	/** The centre of the tile is the centre of the mosaic, moved along the normal. */
	private static PlaneGeometry place(final Frame whole, final Tile tile, final Vector3 offset) {
		final PlaneGeometry plane = whole.plane().orElseThrow();
		final Orientation axes = plane.orientation();
		final Vector3 right = axes.row().times(whole.spacing().column() * (whole.columns() - tile.columns()) / 2);
		final Vector3 down = axes.column().times(whole.spacing().row() * (whole.rows() - tile.rows()) / 2);
		return new PlaneGeometry(plane.position().plus(right).plus(down).plus(offset), axes);
	}

	/** From slice to slice: along the normal, or against it if the CSA header says so. */
	private static Vector3 direction(final CsaHeader csa, final Orientation axes, final List<Finding> findings) {
		final Vector3 normal = axes.orthonormal().normal();
		final double[] said = csa.numbers("SliceNormalVector");
		final double along = said.length == 3 ? normal.x() * said[0] + normal.y() * said[1] + normal.z() * said[2] : 0;
		if (Math.abs(along) > ALONG_NORMAL) return along < 0 ? normal.times(-1) : normal;
		findings.add(new Finding(Code.POSITIONS_ASSUMED,
			"the CSA header has no slice normal; the slices of the mosaic are stacked along rows x columns"));
		return normal;
	}

	private static OptionalInt count(final Attributes attributes, final CsaHeader csa) {
		final Optional<Element> own = attributes.optional(MR_HEADER, 0x0019, 0x0A);
		if (own.isPresent() && own.get().integer().isPresent()) return own.get().integer();
		final double[] said = csa.numbers("NumberOfImagesInMosaic");
		return said.length > 0 && said[0] >= 1 && said[0] <= 0xFFFF ? OptionalInt.of((int) said[0])
			: OptionalInt.empty();
	}

	/** The header of the image; without tags if it has none. */
	public static CsaHeader csa(final Attributes attributes) {
		return attributes.optional(CSA_HEADER, 0x0029, 0x10).map(e -> CsaHeader.of(e.bytes())).orElse(CsaHeader.EMPTY);
	}
}
