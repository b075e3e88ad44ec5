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

	/** Blocks, this one included, that have no more new coefficients. */
	private int endOfBlockRun;

	ProgressiveScan(final FrameHeader frame, final ScanHeader header, final BitReader in) {
		super(frame, header, in);
	}

	@Override
	protected void reset() {
		super.reset();
		endOfBlockRun = 0;
	}

	@Override
	protected void block(final int index, final int column, final int row) {
		final ScanHeader.Part part = header.parts().get(index);
		final short[] coefficients = part.component().coefficients();
		final int at = (row * part.component().unitsWide() + column) * 64;
		if (header.start() == 0) {
			if (header.high() == 0) coefficients[at] = (short) ((predictions[index] += in.difference(part.dc())) << header
				.low());
			else if (in.bit()) coefficients[at] |= 1 << header.low();
		}
		else if (header.high() == 0) first(part.ac(), coefficients, at);
		else refine(part.ac(), coefficients, at);
	}

	/** Reads the first bits of coefficients (T.81 G.1.2.2). */
	private void first(final HuffmanTable table, final short[] coefficients, final int at) {
		if (endOfBlockRun > 0) {
			endOfBlockRun--;
			return;
		}
		for (int k = header.start(); k <= header.end(); k++) {
			final int entry = in.coefficient(table), zeros = entry >> 12 & 15;
			if ((entry & 0xF00) != 0) {
				k += zeros;
				if (k > header.end()) {
					in.fail();
					return;
				}
				coefficients[at + k] = (short) (entry >> 16 << header.low());
			}
			else if (zeros == 15) k += 15;
			else {
				endOfBlockRun = (1 << zeros) - 1 + in.get(zeros);
				return;
			}
		}
	}

	/** Reads one more bit of the coefficients that are not 0, and new ones between them (T.81 G.1.2.3). */
	private void refine(final HuffmanTable table, final short[] coefficients, final int at) {
		final int bit = 1 << header.low();
		int k = header.start();
		for (; endOfBlockRun == 0 && k <= header.end() && !in.failed(); k++) {
			final int symbol = in.symbol(table), zeros = symbol >> 4;
			if ((symbol & 15) == 0 && zeros < 15) {
				endOfBlockRun = (1 << zeros) + in.get(zeros);
				break;
			}
			final int value = (symbol & 15) == 0 ? 0 : in.bit() ? bit : -bit;
			k = refine(coefficients, at, k, zeros, bit);
			if (value != 0 && k <= header.end()) coefficients[at + k] = (short) value;
		}
		if (endOfBlockRun > 0) {
			refine(coefficients, at, k, 64, bit);
			endOfBlockRun--;
		}
	}

	/** Refines what is not 0 from an index on; returns the index of the zero after some others, or that after the end. */
	private int refine(final short[] coefficients, final int at, final int from, final int zeros, final int bit) {
		final int end = header.end();
		int k = from;
		for (int left = zeros; k <= end; k++) {
			final int coefficient = coefficients[at + k];
			if (coefficient == 0) {
				if (left-- == 0) break;
			}
			else if (in.bit()) coefficients[at + k] += coefficient > 0 ? bit : -bit;
		}
		return k;
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
				int any = 0;
				for (int k = 0; k < 64; k++) {
					final int coefficient = coefficients[at + k];
					block[InverseDct.NATURAL[k]] = coefficient * quantization[k];
					if (k > 0) any |= coefficient;
				}
				dct.transform(block, any != 0, component.samples(), row * 8 * stride + column * 8, stride);
			}
	}
}
