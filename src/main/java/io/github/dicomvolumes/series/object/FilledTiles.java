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
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.List;

import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.io.header.DicomFile;
import io.github.dicomvolumes.io.source.OpenSources;
import io.github.dicomvolumes.series.Finding;
import io.github.dicomvolumes.series.Finding.Code;

/** Counts slices by looking at the pixels, where no header tells how many are side by side in an image. */
final class FilledTiles {

	/** More than the largest mosaic takes. */
	private static final long MAX_BYTES = 64L << 20;

	private FilledTiles() {}

	/**
	 * The number of tiles up to the last in which a pixel is not 0; 0 if the pixels cannot be looked at.
	 *
	 * @param findings takes what was counted, or why it was not
	 * @throws IOException if the pixels cannot be read
	 */
	static int count(final DicomFile file, final TileLayout layout, final List<Finding> findings) throws IOException {
		final int sampleBytes = file.attributes().orElse(Tag.BITS_ALLOCATED, 0) / 8;
		final int rowBytes = layout.across() * layout.columns() * sampleBytes;
		final long bytes = (long) rowBytes * layout.down() * layout.rows();
		final boolean isReadable = sampleBytes > 0 && bytes <= MAX_BYTES && file.pixelData().tag() == Tag.PIXEL_DATA &&
			!file.transferSyntax().encapsulated();
		if (!isReadable) {
			findings
				.add(new Finding(Code.MOSAIC_UNCUT, "no header counts the slices of the mosaic, and its pixels are " +
					(bytes > MAX_BYTES ? "too many" : "compressed") + " to count them before they are loaded"));
			return 0;
		}
		int last = 0;
		final ByteBuffer row = ByteBuffer.allocate(rowBytes);
		try (ReadableByteChannel pixels = file.openPixels(OpenSources.NONE, 0)) {
			for (int r = 0; r < layout.down() * layout.rows() && fill(row, pixels); r++)
				last = Math.max(last, last(row.array(), r / layout.rows(), layout, sampleBytes));
		}
		findings.add(new Finding(Code.POSITIONS_ASSUMED,
			"no header counts the slices of the mosaic; " + last + " are taken, up to the last of its " +
				layout.count() + " tiles of " + layout.columns() + " x " + layout.rows() +
				" pixels that is not empty"));
		return last;
	}

	/** The tiles up to the last that is not empty in a row of pixels; 0 if all are. */
	private static int last(final byte[] row, final int tileRow, final TileLayout layout, final int sampleBytes) {
		for (int i = row.length - 1; i >= 0; i--)
			if (row[i] != 0) return tileRow * layout.across() + i / sampleBytes / layout.columns() + 1;
		return 0;
	}

	/** Whether there was another row. */
	private static boolean fill(final ByteBuffer row, final ReadableByteChannel pixels) throws IOException {
		row.clear();
		while (row.hasRemaining())
			if (pixels.read(row) < 0) return false;
		return true;
	}
}
