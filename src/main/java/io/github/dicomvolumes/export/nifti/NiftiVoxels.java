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

package io.github.dicomvolumes.export.nifti;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import io.github.dicomvolumes.pixels.PlaneType;
import io.github.dicomvolumes.pixels.Rescale;

/** Writes the voxels of planes, little endian, with little memory. */
final class NiftiVoxels {

	private static final int PIXELS = 1 << 14;

	private final NiftiType type;
	private final PlaneType held;
	private final Rescale line;
	private final ByteBuffer buffer;

	/**
	 * @param held the type of the planes
	 * @param line from there to real values, used only where these are written
	 */
	NiftiVoxels(final NiftiType type, final PlaneType held, final Rescale line) {
		this.type = type;
		this.held = held;
		this.line = line;
		buffer = ByteBuffer.allocate(PIXELS * type.bits / Byte.SIZE).order(ByteOrder.LITTLE_ENDIAN);
	}

	/** @param pixels of the plane */
	void write(final Object plane, final int pixels, final OutputStream out) throws IOException {
		for (int from = 0; from < pixels; from += PIXELS) {
			final int count = Math.min(PIXELS, pixels - from);
			buffer.clear();
			put(plane, from, count);
			out.write(buffer.array(), 0, count * type.bits / Byte.SIZE);
		}
	}

	private void put(final Object plane, final int from, final int count) {
		switch (type) {
			case UINT8 -> buffer.put((byte[]) plane, from, count);
			case UINT16 -> buffer.asShortBuffer().put((short[]) plane, from, count);
			case INT16 -> putSigned((short[]) plane, from, count);
			case FLOAT32 -> putReal(plane, from, count);
			case RGB24 -> putColours((int[]) plane, from, count);
		}
	}

	private void putSigned(final short[] plane, final int from, final int count) {
		for (int i = from; i < from + count; i++)
			buffer.putShort((short) (plane[i] - PlaneType.INT16.offset()));
	}

	private void putReal(final Object plane, final int from, final int count) {
		if (held == PlaneType.FLOAT32) buffer.asFloatBuffer().put((float[]) plane, from, count);
		else for (int i = from; i < from + count; i++)
			buffer.putFloat((float) line.real(held.value(plane, i)));
	}

	private void putColours(final int[] plane, final int from, final int count) {
		for (int i = from; i < from + count; i++)
			buffer.put((byte) (plane[i] >> 16)).put((byte) (plane[i] >> 8)).put((byte) plane[i]);
	}
}
