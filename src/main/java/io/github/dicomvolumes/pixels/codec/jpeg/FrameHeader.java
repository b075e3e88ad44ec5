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

import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.pixels.codec.FrameShape;

import java.util.ArrayList;
import java.util.List;

/**
 * A frame header (T.81 B.2.2), compared with what the data set says.
 *
 * <pre>
 * 1 byte   precision P
 * 2 bytes  rows, 0 if a DNL segment after the first scan says them
 * 2 bytes  columns
 * 1 byte   components, for each: 1 byte id; 4 bits horizontal, 4 bits vertical sampling factor; 1 byte quantization table
 * </pre>
 *
 * @param rowsFollow whether the rows are left to a DNL segment
 */
record FrameHeader(int code, int precision, int columns, int rows, boolean rowsFollow, List<Component> components) {

	static FrameHeader read(final JpegSegment in, final FrameShape shape) throws DicomException {
		final int code = in.code();
		refuseOtherProcesses(in);
		final int precision = in.u8(), rows = in.u16(), columns = in.u16(), count = in.u8();
		if (columns != shape.columns() || rows != shape.rows() && rows != 0)
			throw in.error("says " + columns + " columns and " + rows + " rows; they must be " + shape.columns() +
				" and " + shape.rows() + ", as in the data set");
		if (count != shape.samplesPerPixel()) throw in
			.error("says " + count + " components; it must be " + shape.samplesPerPixel() + ", the Samples per Pixel");
		final boolean right = code == Marker.SOF3 ? precision >= 2 && precision <= 16
			: precision == 8 || precision == 12 && code != Marker.SOF0;
		if (!right) throw in.error("says a precision of " + precision + " bits, which T.81 Table B.2 does not allow");
		if (precision > 8 * shape.bytesPerSample()) throw in.error("says a precision of " + precision +
			" bits; it must be at most " + 8 * shape.bytesPerSample() + ", the Bits Allocated");
		final List<Component> components = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			final int id = in.u8(), factors = in.u8(), table = in.u8();
			final int h = factors >> 4, v = factors & 15;
			if (h < 1 || h > 4 || v < 1 || v > 4) throw in
				.error("says sampling factors " + h + " x " + v + " of component " + id + "; they must be 1 to 4");
			components.add(new Component(id, h, v, table));
		}
		final var frame = new FrameHeader(code, precision, columns, shape.rows(), rows == 0, components);
		if (frame.paddedSamples() > Integer.MAX_VALUE - 64) throw in.error("says a frame that is too large for memory");
		return frame;
	}

	private static void refuseOtherProcesses(final JpegSegment in) throws DicomException {
		switch (in.code()) {
			case Marker.SOF0, Marker.SOF1, Marker.SOF2, Marker.SOF3 -> {}
			case Marker.SOF55 -> throw in.error("begins a JPEG-LS frame, which the Transfer Syntax does not say");
			case 0xC5, 0xC6, 0xC7 -> throw in
				.error("begins a hierarchical frame; only sequential, progressive and" + " lossless frames are read");
			default -> throw in.error("begins a frame with arithmetic coding; only Huffman coding is read");
		}
	}

	boolean isProgressive() {
		return code == Marker.SOF2;
	}

	boolean isLossless() {
		return code == Marker.SOF3;
	}

	/** Rows and columns of a data unit: a block of 8 x 8, or a sample. */
	int unit() {
		return isLossless() ? 1 : 8;
	}

	int maxHorizontal() {
		return components.stream().mapToInt(Component::horizontal).max().orElseThrow();
	}

	int maxVertical() {
		return components.stream().mapToInt(Component::vertical).max().orElseThrow();
	}

	/** MCUs side by side in a scan of several components. */
	int mcusPerRow() {
		return Component.ceil(columns, unit() * maxHorizontal());
	}

	int mcuRows() {
		return Component.ceil(rows, unit() * maxVertical());
	}

	private long paddedSamples() {
		final int unit = unit();
		return (long) mcusPerRow() * unit * maxHorizontal() * mcuRows() * unit * maxVertical();
	}
}
