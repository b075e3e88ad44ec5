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
 * Decodes the entropy-coded data of one scan (T.81 E.2.3, E.2.4): restart intervals of MCUs. An interval that makes no
 * sense is left as it is; decoding goes on at the next restart marker, if there is one.
 */
abstract class EntropyScan {

	protected final ScanHeader header;
	protected final BitReader in;
	/** In this scan, where an MCU is a single data unit if there is only one component (T.81 A.2). */
	protected final int mcusPerRow, mcuRows;
	private final int unit;
	private String damage = "";

	protected EntropyScan(final FrameHeader frame, final ScanHeader header, final BitReader in) {
		this.header = header;
		this.in = in;
		unit = frame.unit();
		final Component first = header.parts().get(0).component();
		mcusPerRow = isInterleaved() ? frame.mcusPerRow() : Component.ceil(first.columns(), unit);
		mcuRows = isInterleaved() ? frame.mcuRows() : Component.ceil(first.rows(), unit);
	}

	protected final boolean isInterleaved() {
		return header.parts().size() > 1;
	}

	/** Data units of all components. */
	final long units() {
		return header.parts()
			.stream()
			.mapToLong(part -> isInterleaved() ? part.component().horizontal() * part.component().vertical() : 1)
			.sum() * mcusPerRow * mcuRows;
	}

	/**
	 * Decodes the scan into its components.
	 *
	 * @param restartInterval in MCUs, 0 if there are no restart markers
	 * @return what is wrong, empty if all is well
	 */
	final String run(final int restartInterval) {
		final int total = mcusPerRow * mcuRows, length = restartInterval == 0 ? total : restartInterval;
		int complete = 0;
		for (int start = 0, end, n = 0; start < total; start = end, n++) {
			end = start + Math.min(length, total - start);
			final BitReader.Restart restart = n == 0 ? BitReader.Restart.FOUND : in.restart(n - 1 & 7);
			if (restart == BitReader.Restart.NONE) {
				note(start, total);
				break;
			}
			final int done = restart == BitReader.Restart.FOUND ? decode(start, end) : start;
			if (done > start) complete = done;
			if (done < end) note(done, total);
		}
		for (final ScanHeader.Part part : header.parts())
			part.component()
				.addCompleteRows(complete / mcusPerRow * unit * (isInterleaved() ? part.component().vertical() : 1));
		return damage;
	}

	/**
	 * Decodes an interval, predictions beginning anew.
	 *
	 * @return the MCU that makes no sense or is not there, {@code end} if all is well
	 */
	protected abstract int decode(int start, int end);

	private void note(final int mcu, final int total) {
		if (damage.isEmpty()) damage = "JPEG data are cut or damaged near byte " + in.position() + ", after " + mcu +
			" of " + total + " units of the scan.";
	}
}
