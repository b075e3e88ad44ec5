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

package io.github.dicomvolumes.pixels.codec.jpeg;

import java.util.Arrays;

/** A scan of blocks of 8 x 8 samples. */
abstract class BlockScan extends EntropyScan {

	/** The DC coefficient before, for each part of the scan. */
	protected final int[] predictions;

	protected BlockScan(final FrameHeader frame, final ScanHeader header, final BitReader in) {
		super(frame, header, in);
		predictions = new int[header.parts().size()];
	}

	@Override
	protected int decode(final int start, final int end) {
		reset();
		int column = start % mcusPerRow, row = start / mcusPerRow;
		for (int mcu = start; mcu < end; mcu++) {
			if (isInterleaved()) mcu(column, row);
			else block(0, column, row);
			if (in.failed()) return mcu;
			if (++column == mcusPerRow) {
				column = 0;
				row++;
			}
		}
		return end;
	}

	private void mcu(final int column, final int row) {
		for (int i = 0; i < predictions.length; i++) {
			final Component component = header.parts().get(i).component();
			final int h = component.horizontal(), v = component.vertical();
			for (int y = 0; y < v; y++)
				for (int x = 0; x < h; x++)
					block(i, column * h + x, row * v + y);
		}
	}

	/** Begins a restart interval. */
	protected void reset() {
		Arrays.fill(predictions, 0);
	}

	/** Decodes a block of a part of the scan, counted in blocks of its component. */
	protected abstract void block(int part, int column, int row);
}
