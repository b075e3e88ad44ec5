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

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

import io.github.dicomvolumes.geometry.Affine;
import io.github.dicomvolumes.geometry.Vector3;

/** Reads little endian NIfTI of both versions, by the standard and not by our writer. */
public final class NiftiReader {

	private final ByteBuffer bytes;
	private final boolean isSecond;

	private NiftiReader(final ByteBuffer bytes) {
		this.bytes = bytes;
		isSecond = bytes.getInt(0) == 540;
		assertEquals(isSecond ? 540 : 348, bytes.getInt(0), "size of header");
		assertEquals(isSecond ? "n+2\0\r\n\032\n" : "n+1\0", text(isSecond ? 4 : 344, isSecond ? 8 : 4));
		assertEquals(0, bytes.getInt(isSecond ? 540 : 348), "extension");
	}

	public static NiftiReader read(final Path file) throws IOException {
		final byte[] all = Files.readAllBytes(file);
		final boolean isCompressed = file.toString().endsWith(".gz");
		return of(isCompressed ? new GZIPInputStream(new ByteArrayInputStream(all)).readAllBytes() : all);
	}

	static NiftiReader of(final byte[] bytes) {
		return new NiftiReader(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
	}

	private String text(final int at, final int length) {
		final StringBuilder text = new StringBuilder();
		for (int i = 0; i < length; i++)
			text.append((char) bytes.get(at + i));
		return text.toString();
	}

	int version() {
		return isSecond ? 2 : 1;
	}

	/** The number of axes for 0, else the size of one. */
	long dim(final int axis) {
		return isSecond ? bytes.getLong(16 + 8 * axis) : bytes.getShort(40 + 2 * axis);
	}

	/** The handedness for 0, else the spacing. */
	double pixdim(final int axis) {
		return number(76, 104, axis);
	}

	int datatype() {
		return bytes.getShort(isSecond ? 12 : 70);
	}

	int bits() {
		return bytes.getShort(isSecond ? 14 : 72);
	}

	int units() {
		return isSecond ? bytes.getInt(500) : bytes.get(123);
	}

	int intent() {
		return isSecond ? bytes.getInt(504) : bytes.getShort(68);
	}

	double slope() {
		return number(112, 176, 0);
	}

	double intercept() {
		return number(116, 184, 0);
	}

	double calMax() {
		return number(124, 192, 0);
	}

	double calMin() {
		return number(128, 200, 0);
	}

	int qformCode() {
		return isSecond ? bytes.getInt(344) : bytes.getShort(252);
	}

	int sformCode() {
		return isSecond ? bytes.getInt(348) : bytes.getShort(254);
	}

	private double number(final int first, final int second, final int index) {
		return isSecond ? bytes.getDouble(second + 8 * index) : bytes.getFloat(first + 4 * index);
	}

	/** To RAS. */
	Affine sform() {
		final double[] matrix = new double[12];
		for (int i = 0; i < 12; i++)
			matrix[i] = number(280, 400, i);
		return Affine.of(matrix);
	}

	/** To RAS, by the formula of the standard. */
	Affine qform() {
		final double b = number(256, 352, 0), c = number(256, 352, 1), d = number(256, 352, 2);
		final double square = 1 - (b * b + c * c + d * d);
		final double a = square < 1e-7 ? 0 : Math.sqrt(square);
		final double qfac = pixdim(0) < 0 ? -1 : 1;
		final double x = pixdim(1), y = pixdim(2), z = pixdim(3) * qfac;
		return Affine.of((a * a + b * b - c * c - d * d) * x, 2 * (b * c - a * d) * y, 2 * (b * d + a * c) * z,
			number(256, 352, 3), 2 * (b * c + a * d) * x, (a * a + c * c - b * b - d * d) * y, 2 * (c * d - a * b) * z,
			number(256, 352, 4), 2 * (b * d - a * c) * x, 2 * (c * d + a * b) * y, (a * a + d * d - b * b - c * c) * z,
			number(256, 352, 5));
	}

	int voxelsAt() {
		return isSecond ? (int) bytes.getLong(168) : (int) bytes.getFloat(108);
	}

	/** Bytes after the header. */
	int voxelBytes() {
		return bytes.capacity() - voxelsAt();
	}

	/** A real value; for RGB 0xrrggbb. */
	public double value(final int x, final int y, final int z, final int time, final int channel) {
		final int index = (int) (x + dim(1) * (y + dim(2) * (z + dim(3) * (time + dim(4) * channel))));
		final int at = voxelsAt() + index * bits() / 8;
		return switch (datatype()) {
			case 2 -> (bytes.get(at) & 0xFF) * slope() + intercept();
			case 4 -> bytes.getShort(at) * slope() + intercept();
			case 512 -> (bytes.getShort(at) & 0xFFFF) * slope() + intercept();
			case 16 -> bytes.getFloat(at) * slope() + intercept();
			case 128 -> (bytes.get(at) & 0xFF) << 16 | (bytes.get(at + 1) & 0xFF) << 8 | bytes.get(at + 2) & 0xFF;
			default -> throw new AssertionError("datatype " + datatype());
		};
	}

	/** The greatest distance between what two affines say of the corners of this image, mm. */
	double distance(final Affine one, final Affine other) {
		double most = 0;
		for (int corner = 0; corner < 8; corner++) {
			final Vector3 voxel = new Vector3((corner & 1) * (dim(1) - 1), (corner >> 1 & 1) * (dim(2) - 1),
				(corner >> 2) * (dim(3) - 1));
			most = Math.max(most, one.apply(voxel).minus(other.apply(voxel)).norm());
		}
		return most;
	}
}
