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
import java.util.stream.IntStream;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Element;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.io.header.DicomFile;
import io.github.dicomvolumes.series.Finding;
import io.github.dicomvolumes.series.Finding.Code;

/**
 * The slices that MR scanners of United Imaging lay side by side in one image, whose type is VFRAME. Each has an item
 * in a private sequence with attributes of its own:
 *
 * <pre>
 * (0065,0010) Image Private Header
 * (0065,1004) "64*64"  size of a tile
 * (0065,1050) 20       slices
 * (0065,1051)
 *   item k             of tile k, which is the k-th from the upper left, row by row
 *     (0020,0032) Image Position (Patient), of the first pixel of the tile
 *     (0008,0032) Acquisition Time
 * </pre>
 */
final class UnitedImagingTiles extends ImageObject {

	/** The creator of private elements of group 0065. */
	static final String IMAGE_HEADER = "Image Private Header";
	private static final int GROUP = 0x0065, TILE_SIZE = 0x04, COUNT = 0x50, SLICES = 0x51;

	private UnitedImagingTiles(final DicomFile file, final FrameOrder order, final List<Finding> findings) {
		super(file, 1, order, findings);
	}

	static boolean are(final Attributes attributes) {
		return attributes.strings(Tag.IMAGE_TYPE).contains("VFRAME") &&
			(attributes.optional(IMAGE_HEADER, GROUP, COUNT).isPresent() || !items(attributes).isEmpty());
	}

	/** @throws IOException if the length of the file is unknown */
	static List<Frame> frames(final DicomFile file) throws IOException {
		final Attributes attributes = file.attributes();
		final List<Attributes> items = items(attributes);
		final int n = attributes.optional(IMAGE_HEADER, GROUP, COUNT)
			.map(Element::integer)
			.filter(count -> count.isPresent())
			.map(count -> count.getAsInt())
			.orElse(items.size());
		final int columns = attributes.orElse(Tag.COLUMNS, 0), rows = attributes.orElse(Tag.ROWS, 0);
		final long max = Math.min(TileLayout.MAX_TILES, file.pixelBytes() / FrameLists.MIN_COMPRESSED_BYTES);
		if (n < 1 || n > max || Math.ceil(Math.sqrt(n)) > Math.min(columns, rows)) return List.of(uncut(file, n));
		final TileLayout layout = attributes.optional(IMAGE_HEADER, GROUP, TILE_SIZE)
			.flatMap(size -> TileLayout.ofText(size.text(), columns, rows))
			.filter(declared -> n <= declared.count())
			.orElseGet(() -> TileLayout.square(n, columns, rows));
		final List<Finding> findings = new ArrayList<>();
		if (items.size() != n) findings.add(new Finding(Code.POSITIONS_ASSUMED,
			"(0065,1050) says " + n + " slices, but (0065,1051) has " + items.size() + " items; " +
				(items.size() < n ? "the slices are taken in the order of the tiles, without positions"
					: "the last are ignored")));
		return items.size() < n ? inOrder(file, findings, layout, n) : placed(file, findings, layout, items, n);
	}

	private static List<Frame> placed(final DicomFile file, final List<Finding> findings, final TileLayout layout,
		final List<Attributes> items, final int n)
	{
		final var object = new UnitedImagingTiles(file, FrameOrder.POSITIONS, findings);
		return IntStream.range(0, n)
			.mapToObj(k -> new Frame(object, 0, attributes(items.get(k), file.attributes())).tile(layout.tile(k)))
			.toList();
	}

	private static List<Frame> inOrder(final DicomFile file, final List<Finding> findings, final TileLayout layout,
		final int n)
	{
		final Frame whole = new Frame(new UnitedImagingTiles(file, FrameOrder.SLICES, findings), 0, file.attributes());
		final String why = "no Image Position for each tile in (0065,1051)";
		return IntStream.range(0, n).mapToObj(k -> whole.tileWithoutPlace(layout.tile(k), why)).toList();
	}

	private static Frame uncut(final DicomFile file, final int n) {
		final var finding = new Finding(Code.MOSAIC_UNCUT,
			"United Imaging tiles " +
				(n < 1 ? "without slice count (0065,1050)" : "of " + n + " slices, which cannot be") +
				": left as it is, the slices side by side in one image");
		return new Frame(new UnitedImagingTiles(file, FrameOrder.POSITIONS, List.of(finding)), 0, file.attributes());
	}

	/** The attributes of a tile: those of its item, else those of the file. */
	private static Attributes attributes(final Attributes item, final Attributes dataSet) {
		return item.order() != dataSet.order() ? dataSet
			: Attributes.builder(dataSet.order(), dataSet.charset()).putAll(item).buildOver(dataSet);
	}

	private static List<Attributes> items(final Attributes attributes) {
		return attributes.optional(IMAGE_HEADER, GROUP, SLICES)
			.map(sequence -> attributes.items(sequence.tag()))
			.orElse(List.of());
	}
}
