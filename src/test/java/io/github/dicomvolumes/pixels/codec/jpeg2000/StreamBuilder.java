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

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** Codestreams of one unsigned component of 8 bits, marker segment by marker segment. */
final class StreamBuilder {

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();

	/** SOC and SIZ. */
	StreamBuilder(final int columns, final int rows, final int tileColumns, final int tileRows) {
		u16(Marker.SOC);
		segment(Marker.SIZ,
			ByteBuffer.allocate(39)
				.putShort((short) 0)
				.putInt(columns)
				.putInt(rows)
				.putInt(0)
				.putInt(0)
				.putInt(tileColumns)
				.putInt(tileRows)
				.putInt(0)
				.putInt(0)
				.putShort((short) 1)
				.put(new byte[] { 7, 1, 1 })
				.array());
	}

	/** COD for the 5/3 wavelet with blocks of 64 x 64. */
	StreamBuilder style(final ProgressionOrder order, final int layers, final int levels, final int precinct,
		final int blockStyle)
	{
		final ByteBuffer cod = ByteBuffer.allocate(11 + levels)
			.put((byte) 1)
			.put((byte) order.ordinal())
			.putShort((short) layers)
			.put((byte) 0)
			.put((byte) levels)
			.put((byte) 4)
			.put((byte) 4)
			.put((byte) blockStyle)
			.put((byte) 1);
		for (int r = 0; r <= levels; r++)
			cod.put((byte) (precinct << 4 | precinct));
		return segment(Marker.COD, cod.array());
	}

	/** QCD without quantization, for 8 bits. */
	StreamBuilder steps(final int levels) {
		final byte[] qcd = new byte[2 + 3 * levels];
		qcd[0] = 2 << 5;
		for (int i = 1; i < qcd.length; i++)
			qcd[i] = 8 << 3;
		return segment(Marker.QCD, qcd);
	}

	StreamBuilder segment(final int marker, final byte... contents) {
		u16(marker);
		u16(contents.length + 2);
		out.writeBytes(contents);
		return this;
	}

	/** A tile-part with such packets. */
	StreamBuilder tile(final int index, final byte... packets) {
		segment(Marker.SOT,
			ByteBuffer.allocate(8)
				.putShort((short) index)
				.putInt(14 + packets.length)
				.put((byte) 0)
				.put((byte) 1)
				.array());
		u16(Marker.SOD);
		out.writeBytes(packets);
		return this;
	}

	byte[] bytes() {
		return out.toByteArray();
	}

	private void u16(final int value) {
		out.write(value >> 8);
		out.write(value);
	}
}
