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

/** One component of a frame: its parameters (T.81 B.2.2), and what the scans have decoded of it. */
final class Component {

	private final int id, horizontal, vertical, quantizationSelector;
	/** Samples of the component itself, before padding to whole MCUs. */
	private int columns, rows;
	/** Data units, padded to whole MCUs, in a row. */
	private int unitsWide;
	private int stride;
	private short[] samples;
	private short[] coefficients;
	private long[] coded;
	private int[] quantization;
	private int pointTransform;
	private int completeRows;
	private boolean scanned;

	/** Sampling factors are 1 to 4. */
	Component(final int id, final int horizontal, final int vertical, final int quantizationSelector) {
		this.id = id;
		this.horizontal = horizontal;
		this.vertical = vertical;
		this.quantizationSelector = quantizationSelector;
	}

	/** Makes room for the samples, and for the coefficients if scans refine them. */
	void allocate(final FrameHeader frame) {
		columns = ceil(frame.columns() * horizontal, frame.maxHorizontal());
		rows = ceil(frame.rows() * vertical, frame.maxVertical());
		unitsWide = frame.mcusPerRow() * horizontal;
		stride = unitsWide * frame.unit();
		samples = new short[stride * frame.mcuRows() * vertical * frame.unit()];
		if (frame.isProgressive()) {
			coefficients = new short[samples.length];
			coded = new long[samples.length / 64];
		}
	}

	static int ceil(final int a, final int b) {
		return (a + b - 1) / b;
	}

	int id() {
		return id;
	}

	int horizontal() {
		return horizontal;
	}

	int vertical() {
		return vertical;
	}

	int quantizationSelector() {
		return quantizationSelector;
	}

	int columns() {
		return columns;
	}

	int rows() {
		return rows;
	}

	int unitsWide() {
		return unitsWide;
	}

	/** From a sample to the one below. */
	int stride() {
		return stride;
	}

	/** Unsigned, row by row. */
	short[] samples() {
		return samples;
	}

	/** 64 for each block, in zigzag order; null if the frame is not progressive. */
	short[] coefficients() {
		return coefficients;
	}

	/** For each block, a bit for each index after the first whose coefficient scans have coded: the others are 0. */
	long[] coded() {
		return coded;
	}

	/** The table of the component's first scan, in zigzag order; null before. */
	int[] quantization() {
		return quantization;
	}

	void setQuantization(final int[] table) {
		quantization = table;
	}

	/** Bits by which samples are to be shifted left. */
	int pointTransform() {
		return pointTransform;
	}

	void setPointTransform(final int bits) {
		pointTransform = bits;
	}

	/** Rows of samples that one scan at least has decoded without damage, from the first. */
	int completeRows() {
		return completeRows;
	}

	void addCompleteRows(final int complete) {
		completeRows = Math.max(completeRows, Math.min(complete, rows));
		scanned = true;
	}

	/** Whether a scan has had this component. */
	boolean isScanned() {
		return scanned;
	}
}
