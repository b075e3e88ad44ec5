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

package io.github.dicomvolumes.pixels.codec.jpeg2000;

import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.pixels.codec.FrameShape;

/**
 * The image and its tiles on the reference grid, from SIZ (T.800 A.5.1, B.2, B.3).
 *
 * @param image area of the reference grid
 * @param tile area of the first tile, which can begin before the image
 */
record ImageSize(Rect image, Rect tile, Component[] components) {

	/**
	 * A component.
	 *
	 * @param precision bits of a sample, 1 to 31
	 * @param dx columns of the reference grid for one sample
	 * @param dy rows
	 */
	record Component(int precision, boolean signed, int dx, int dy) {}

	/** Reads SIZ, which must agree with the shape. */
	static ImageSize read(final MarkerSegment siz, final FrameShape shape) throws DicomException {
		siz.u16(); // capabilities: the markers say them again
		final long x1 = siz.u32();
		final long y1 = siz.u32();
		final Rect image = new Rect(siz.u32(), siz.u32(), x1, y1);
		final long width = siz.u32();
		final long height = siz.u32();
		final long x = siz.u32();
		final long y = siz.u32();
		final Rect tile = new Rect(x, y, x + width, y + height);
		if (image.isEmpty() || x > image.x0() || y > image.y0() || tile.intersection(image).isEmpty()) throw siz
			.wrong("image " + image + ", first tile " + tile, "a first tile that holds the image's first sample");
		final int count = siz.u16();
		if (count != shape.samplesPerPixel())
			throw siz.wrong(count + " components", shape.samplesPerPixel() + " (Samples per Pixel)");
		final Component[] components = new Component[count];
		for (int c = 0; c < count; c++)
			components[c] = component(siz, image, shape);
		for (final Component component : components)
			if (component.signed != components[0].signed) throw siz.wrong("signed and unsigned components", "either");
		final ImageSize size = new ImageSize(image, tile, components);
		if (size.tilesAcross() * size.tilesDown() > 0xFFFF)
			throw siz.wrong(size.tilesAcross() + " x " + size.tilesDown() + " tiles", "65535 at most");
		return size;
	}

	private static Component component(final MarkerSegment siz, final Rect image, final FrameShape shape)
		throws DicomException
	{
		final int depth = siz.u8();
		final int dx = siz.u8();
		final int dy = siz.u8();
		final int precision = (depth & 0x7F) + 1;
		if (precision > Math.min(31, shape.bytesPerSample() * 8)) throw siz.wrong("precision " + precision,
			shape.bytesPerSample() * 8 + " at most (Bits Allocated; 31 bits in this version)");
		if (dx < 1 || dy < 1) throw siz.wrong("subsampling " + dx + " x " + dy, "1 or more");
		final Rect area = image.subsampled(dx, dy);
		if (area.x1() - area.x0() != shape.columns() || area.y1() - area.y0() != shape.rows())
			throw siz.wrong((area.x1() - area.x0()) + " columns and " + (area.y1() - area.y0()) + " rows",
				shape.columns() + " and " + shape.rows() + " (Columns, Rows)");
		return new Component(precision, depth >= 0x80, dx, dy);
	}

	long tilesAcross() {
		return Rect.ceil(image.x1() - tile.x0(), tile.x1() - tile.x0());
	}

	long tilesDown() {
		return Rect.ceil(image.y1() - tile.y0(), tile.y1() - tile.y0());
	}

	int tiles() {
		return (int) (tilesAcross() * tilesDown());
	}

	/** The area of a tile, 0-based, row by row (T.800 B-7 to B-10). */
	Rect tile(final int index) {
		final long dx = index % tilesAcross() * (tile.x1() - tile.x0());
		final long dy = index / tilesAcross() * (tile.y1() - tile.y0());
		return image.intersection(new Rect(tile.x0() + dx, tile.y0() + dy, tile.x1() + dx, tile.y1() + dy));
	}

	/** The area of a component's samples. */
	Rect area(final int component) {
		return image.subsampled(components[component].dx, components[component].dy);
	}
}
