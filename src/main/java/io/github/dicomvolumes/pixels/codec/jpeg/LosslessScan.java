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

/**
 * A scan of a lossless frame (T.81 H.2): differences from a prediction out of the samples to the left (a), above (b),
 * and to the left of that (c). They count modulo 65536.
 */
final class LosslessScan extends EntropyScan {

	/** What the first sample of an interval is predicted to be. */
	private final int first;
	/** A row of differences for each row of a component in an MCU, one component after the other. */
	private final int[][] differences;

	LosslessScan(final FrameHeader frame, final ScanHeader header, final BitReader in) {
		super(frame, header, in);
		first = 1 << frame.precision() - header.low() >> 1;
		differences = new int[header.parts().stream().mapToInt(this::rows).sum()][];
		for (int i = 0, n = 0; i < header.parts().size(); i++)
			for (int y = 0; y < rows(header.parts().get(i)); y++)
				differences[n++] = new int[mcusPerRow * columns(header.parts().get(i))];
	}

	/** Rows of a component in an MCU. */
	private int rows(final ScanHeader.Part part) {
		return isInterleaved() ? part.component().vertical() : 1;
	}

	private int columns(final ScanHeader.Part part) {
		return isInterleaved() ? part.component().horizontal() : 1;
	}

	/** Intervals are whole rows of MCUs (T.81 H.1.1). */
	@Override
	protected int decode(final int start, final int end) {
		for (int mcu = start; mcu < end; mcu += mcusPerRow) {
			if (isInterleaved()) readInterleaved();
			else read(header.parts().get(0).dc(), differences[0]);
			if (in.failed()) return mcu;
			int n = 0;
			for (final ScanHeader.Part part : header.parts())
				for (int y = 0; y < rows(part); y++)
					sum(part.component(), mcu / mcusPerRow * rows(part) + y, differences[n++], mcu == start && y == 0);
		}
		return end;
	}

	private void read(final HuffmanTable table, final int[] row) {
		for (int x = 0; x < row.length; x++)
			row[x] = in.difference(table);
	}

	private void readInterleaved() {
		for (int column = 0; column < mcusPerRow; column++) {
			int n = 0;
			for (final ScanHeader.Part part : header.parts()) {
				final int h = columns(part);
				for (int y = 0; y < rows(part); y++, n++)
					for (int x = column * h; x < column * h + h; x++)
						differences[n][x] = in.difference(part.dc());
			}
		}
	}

	/** Adds differences to their predictions (T.81 H.1.2.1, Table H.1). */
	private void sum(final Component component, final int y, final int[] row, final boolean isFirst) {
		final short[] samples = component.samples();
		final int at = y * component.stride(), above = at - component.stride();
		if (header.start() == 0) for (int x = 0; x < row.length; x++)
			samples[at + x] = (short) row[x];
		else if (isFirst) fromLeft(row, first, samples, at);
		else if (header.start() == 1) fromLeft(row, samples[above], samples, at);
		else if (header.start() <= 3) fromAbove(row, samples, at, above);
		else fromBoth(row, samples, at, above);
	}

	private static void fromLeft(final int[] row, final int before, final short[] samples, final int at) {
		for (int x = 0, a = before; x < row.length; x++)
			samples[at + x] = (short) (a += row[x]);
	}

	/** Predictions 2 and 3: b and c. */
	private void fromAbove(final int[] row, final short[] samples, final int at, final int above) {
		samples[at] = (short) (row[0] + samples[above]);
		final int predictor = above - (header.start() - 2);
		for (int x = 1; x < row.length; x++)
			samples[at + x] = (short) (row[x] + samples[predictor + x]);
	}

	/** Predictions 4 to 7, from a, b and c. */
	private void fromBoth(final int[] row, final short[] samples, final int at, final int above) {
		final int predictor = header.start();
		int c = samples[above] & 0xFFFF, a = row[0] + c & 0xFFFF;
		samples[at] = (short) a;
		for (int x = 1; x < row.length; x++) {
			final int b = samples[above + x] & 0xFFFF;
			final int prediction = switch (predictor) {
				case 4 -> a + b - c;
				case 5 -> a + (b - c >> 1);
				case 6 -> b + (a - c >> 1);
				default -> a + b >> 1;
			};
			a = prediction + row[x] & 0xFFFF;
			c = b;
			samples[at + x] = (short) a;
		}
	}
}
