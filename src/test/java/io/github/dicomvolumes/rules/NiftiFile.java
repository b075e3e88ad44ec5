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

package io.github.dicomvolumes.rules;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

import io.github.dicomvolumes.geometry.Affine;
import io.github.dicomvolumes.geometry.Vector3;

/**
 * An uncompressed NIfTI-1 file of little endian words, as far as the tests need it.
 *
 * <pre>
 * byte  40  dim: 8 shorts, the first says how many count
 *       70  datatype: short
 *       76  pixdim: 8 floats, 1 to 3 in mm, 4 in s
 *      108  vox_offset: float
 *      112  scl_slope, scl_inter: floats; a slope of 0 scales nothing
 *      254  sform_code: short
 *      280  srow_x, srow_y, srow_z: 4 floats each, from voxel to RAS in mm
 * </pre>
 */
final class NiftiFile {

	private static final int HEADER = 348;

	private final Path path;
	private final ByteBuffer bytes;

	private NiftiFile(final Path path, final ByteBuffer bytes) {
		this.path = path;
		this.bytes = bytes;
	}

	static NiftiFile read(final Path path) throws IOException {
		final ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(path)).order(ByteOrder.LITTLE_ENDIAN);
		if (bytes.getInt(0) != HEADER) throw new IOException(path + " is no little endian NIfTI-1 file");
		if (bytes.getShort(254) <= 0) throw new IOException(path + " has no sform");
		return new NiftiFile(path, bytes);
	}

	/** Voxels along an axis: 0 to 2 space, 3 time. */
	int size(final int axis) {
		return axis < bytes.getShort(40) ? Math.max(1, bytes.getShort(42 + 2 * axis)) : 1;
	}

	/** All 3D volumes in it. */
	int volumes() {
		int count = 1;
		for (int axis = 3; axis < 7; axis++)
			count *= size(axis);
		return count;
	}

	/** Of an axis, in mm; of axis 3 in s. */
	double spacing(final int axis) {
		return bytes.getFloat(80 + 4 * axis);
	}

	/** From voxel to LPS, mm. */
	Affine toPatient() {
		final Vector3[] columns = new Vector3[4];
		for (int i = 0; i < 4; i++)
			columns[i] = new Vector3(-bytes.getFloat(280 + 4 * i), -bytes.getFloat(296 + 4 * i),
				bytes.getFloat(312 + 4 * i));
		return new Affine(columns[0], columns[1], columns[2], columns[3]);
	}

	/** A scaled value. */
	double value(final int x, final int y, final int z, final int volume) {
		final int index = x + size(0) * (y + size(1) * (z + size(2) * volume));
		final double slope = bytes.getFloat(112), raw = raw(index);
		return slope == 0 ? raw : raw * slope + bytes.getFloat(116);
	}

	private double raw(final int index) {
		final int start = (int) bytes.getFloat(108), type = bytes.getShort(70);
		return switch (type) {
			case 2 -> bytes.get(start + index) & 0xFF;
			case 4 -> bytes.getShort(start + 2 * index);
			case 8 -> bytes.getInt(start + 4 * index);
			case 16 -> bytes.getFloat(start + 4 * index);
			case 64 -> bytes.getDouble(start + 8 * index);
			case 512 -> bytes.getShort(start + 2 * index) & 0xFFFF;
			default -> throw new IllegalStateException(path + " has values of type " + type);
		};
	}

	@Override
	public String toString() {
		return path.getFileName() + " (" + size(0) + " x " + size(1) + " x " + size(2) + " x " + volumes() + ")";
	}
}
