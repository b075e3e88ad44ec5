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
 * A scan of a progressive frame (T.81 G.2), which has some coefficients, or one more bit of them: the first DC or AC
 * bits, or a refinement of either.
 */
final class ProgressiveScan extends BlockScan {

	/** The indices that the scan has, a bit each. */
	private final long band;
	/** Blocks, this one included, that have no more new coefficients. */
	private int endOfBlockRun;

	ProgressiveScan(final FrameHeader frame, final ScanHeader header, final BitReader in) {
		super(frame, header, in);
		band = -1L >>> 63 - header.end() & -1L << header.start();
	}

	@Override
	protected void reset() {
		super.reset();
		endOfBlockRun = 0;
	}

	@Override
	protected void block(final int index, final int column, final int row) {
		final ScanHeader.Part part = header.parts().get(index);
		final Component component = part.component();
		final short[] coefficients = component.coefficients();
		final int block = row * component.unitsWide() + column, at = block * 64;
		if (header.start() == 0) {
			if (header.high() == 0)
				coefficients[at] = (short) ((predictions[index] += in.difference(part.dc())) << header.low());
			else if (in.bit()) coefficients[at] |= 1 << header.low();
		}
		else if (header.high() > 0)
			component.coded()[block] |= refine(part.ac(), coefficients, at, component.coded()[block]);
		else if (endOfBlockRun > 0) endOfBlockRun--;
		else component.coded()[block] |= first(part.ac(), coefficients, at);
	}

	/** Reads the first bits of coefficients (T.81 G.1.2.2); returns their indices, a bit each. */
	private long first(final HuffmanTable table, final short[] coefficients, final int at) {
		long added = 0;
		for (int k = header.start(); k <= header.end(); k++) {
			final int entry = in.coefficient(table), zeros = entry >> 12 & 15;
			if ((entry & 0xF00) != 0) {
				k += zeros;
				if (k > header.end()) {
					in.fail();
					break;
				}
				coefficients[at + k] = (short) (entry >> 16 << header.low());
				added |= 1L << k;
			}
			else if (zeros == 15) k += 15;
			else {
				endOfBlockRun = (1 << zeros) - 1 + in.get(zeros);
				break;
			}
		}
		return added;
	}

	/**
	 * Reads one more bit of the coefficients that are there, and new ones between them (T.81 G.1.2.3).
	 *
	 * @param coded the indices of those that are there, a bit each
	 * @return the indices of the new ones, a bit each
	 */
	private long refine(final HuffmanTable table, final short[] coefficients, final int at, final long coded) {
		long rest = band, added = 0;
		while (endOfBlockRun == 0 && rest != 0) {
			final int entry = in.coefficient(table), zeros = entry >> 12 & 15, size = entry >> 8 & 15;
			if (size == 0 && zeros < 15) {
				endOfBlockRun = (1 << zeros) + in.get(zeros);
				break;
			}
			if (size > 1) in.fail(); // the value is a sign only
			long free = rest & ~coded;
			for (int i = 0; i < zeros; i++)
				free &= free - 1;
			final long place = Long.lowestOneBit(free); // 0 if there are too few
			correct(coefficients, at, coded & rest & place - 1);
			rest &= -place << 1;
			if (size > 0 && place != 0) {
				coefficients[at + Long.numberOfTrailingZeros(place)] = (short) (entry >> 16 << header.low());
				added |= place;
			}
		}
		if (endOfBlockRun > 0) {
			correct(coefficients, at, coded & rest);
			endOfBlockRun--;
		}
		return added;
	}

	/** Reads a bit for each of some coefficients, which takes them further from 0 if it is 1. */
	private void correct(final short[] coefficients, final int at, final long which) {
		for (long left = which; left != 0;) {
			final int count = Math.min(Long.bitCount(left), BitReader.MOST);
			long bits = in.take(count);
			for (int i = 0; i < count; i++, left &= left - 1, bits <<= 1) {
				final int index = at + Long.numberOfTrailingZeros(left), coefficient = coefficients[index];
				coefficients[index] += (coefficient >> 31 | 1) << header.low() & (int) (bits >> 63);
			}
		}
	}

	/** Makes the samples of a component of the coefficients that all scans have left. */
	static void finish(final FrameHeader frame, final Component component) {
		final var dct = new InverseDct(frame.precision());
		final int[] block = new int[64], quantization = component.quantization();
		final short[] coefficients = component.coefficients();
		final int stride = component.stride(), wide = Component.ceil(component.columns(), 8);
		for (int row = 0; row < Component.ceil(component.rows(), 8); row++)
			for (int column = 0; column < wide; column++) {
				final int at = (row * component.unitsWide() + column) * 64;
				block[0] = coefficients[at] * quantization[0];
				final long coded = component.coded()[at / 64];
				for (long left = coded; left != 0; left &= left - 1) {
					final int k = Long.numberOfTrailingZeros(left);
					block[InverseDct.NATURAL[k]] = coefficients[at + k] * quantization[k];
				}
				dct.transform(block, coded != 0, component.samples(), row * 8 * stride + column * 8, stride);
			}
	}
}
