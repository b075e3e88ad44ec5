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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import io.github.dicomvolumes.export.image.ExportGrid;
import io.github.dicomvolumes.export.image.ExportImage;
import io.github.dicomvolumes.geometry.Affine;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.pixels.DisplayRange;
import io.github.dicomvolumes.pixels.PlaneType;
import io.github.dicomvolumes.pixels.Rescale;
import io.github.dicomvolumes.series.StackShape;

import org.junit.jupiter.api.Test;

class NiftiHeaderTest {

	private static final Rescale HU = new Rescale(1, -1024, "HU");

	/** An axial CT of 512 x 256 x 99 signed voxels of 0.5 x 0.5 x 3 mm at (-125, -100, 50) LPS, five times of 2 s. */
	@Test
	void bytesOfAnAxialSeries() {
		final ExportImage image = image(512, 256, new StackShape(99, 1, 5),
			Optional.of(Affine.of(0.5, 0, 0, -125, 0, 0.5, 0, -100, 0, 0, 3, 50)), PlaneType.INT16, HU);
		final ByteBuffer expected = ByteBuffer.allocate(352).order(ByteOrder.LITTLE_ENDIAN);
		expected.putInt(348).put(38, (byte) 'r');
		shorts(expected, 40, 4, 512, 256, 99, 5, 1, 1, 1);
		shorts(expected, 70, 4, 16); // DT_INT16
		floats(expected, 76, 1, 0.5f, 0.5f, 3, 2, 1, 1, 1);
		floats(expected, 108, 352, 1, -1024);
		expected.put(123, (byte) 10); // mm and s
		floats(expected, 124, 400, -160);
		expected.position(148).put("DICOM Volumes".getBytes());
		shorts(expected, 252, 1, 1);
		floats(expected, 256, 0, 0, 1, 125, 100, 50); // half a turn about z
		floats(expected, 280, -0.5f, 0, 0, 125, 0, -0.5f, 0, 100, 0, 0, 3, 50);
		expected.position(344).put("n+1".getBytes());
		assertArrayEquals(expected.array(), new NiftiHeader(image).toBytes());
		assertEquals("NIfTI-1: 512 x 256 x 99 x 5 voxels, int16", new NiftiHeader(image).summary());
	}

	@Test
	void longAxesNeedVersion2() {
		final ExportImage image = image(32768, 2, new StackShape(3, 2, 1),
			Optional.of(Affine.of(0.5, 0, 0, -125, 0, 0, 2, -100, 0, -0.25, 0, 50)), PlaneType.UINT8, Rescale.IDENTITY);
		final NiftiReader header = NiftiReader.of(new NiftiHeader(image).toBytes());
		assertEquals(2, header.version());
		assertEquals(List.of(5L, 32768L, 2L, 3L, 1L, 2L, 1L, 1L), List.of(header.dim(0), header.dim(1), header.dim(2),
			header.dim(3), header.dim(4), header.dim(5), header.dim(6), header.dim(7)));
		assertEquals(544, header.voxelsAt());
		assertEquals(2, header.datatype());
		assertEquals(8, header.bits());
		assertEquals(2, header.units(), "no times, no unit of time");
		assertEquals(Affine.of(-0.5, 0, 0, 125, 0, 0, -2, 100, 0, -0.25, 0, 50), header.sform());
		assertEquals(0, header.distance(header.sform(), header.qform()), 1e-9);
		assertEquals(400, header.calMax());
		assertEquals(-160, header.calMin());
		assertEquals(1,
			new NiftiHeader(
				image(32767, 2, new StackShape(1, 1, 1), Optional.empty(), PlaneType.UINT8, Rescale.IDENTITY))
				.version());
	}

	@Test
	void leftHandedAxesHaveTheFactor() {
		final ExportImage image = image(4, 4, new StackShape(4, 1, 1),
			Optional.of(Affine.of(1, 0, 0, 0, 0, 1, 0, 0, 0, 0, -2, 0)), PlaneType.UINT16, HU);
		final NiftiReader header = NiftiReader.of(new NiftiHeader(image).toBytes());
		assertEquals(-1, header.pixdim(0));
		assertEquals(header.sform(), header.qform());
		assertEquals(1, header.qformCode());
	}

	@Test
	void leaningSlicesHaveNoQform() {
		final ExportImage image = image(4, 4, new StackShape(4, 1, 1),
			Optional.of(Affine.of(1, 0, 0, 0, 0, 1, 0.5, 0, 0, 0, 2, 0)), PlaneType.UINT16, HU);
		final NiftiReader header = NiftiReader.of(new NiftiHeader(image).toBytes());
		assertEquals(0, header.qformCode());
		assertEquals(1, header.sformCode());
		assertEquals(Affine.of(-1, 0, 0, 0, 0, -1, -0.5, 0, 0, 0, 2, 0), header.sform());
		assertEquals(Math.hypot(0.5, 2), header.pixdim(3), 1e-6);
		assertEquals(List.of("axes are not at right angles; the affine is in sform alone, qform says nothing"),
			new NiftiHeader(image).notes());
	}

	@Test
	void withoutPlaceThereIsNoAffine() {
		final ExportImage image = image(4, 4, new StackShape(4, 1, 2), Optional.empty(), PlaneType.FLOAT32,
			Rescale.IDENTITY);
		final NiftiReader header = NiftiReader.of(new NiftiHeader(image).toBytes());
		assertEquals(0, header.qformCode() + header.sformCode());
		assertEquals(List.of(1.0, 0.5, 0.5, 3.0, 2.0),
			List.of(header.pixdim(0), header.pixdim(1), header.pixdim(2), header.pixdim(3), header.pixdim(4)));
		assertEquals(1, header.slope());
		assertEquals(0, header.intercept());
	}

	/** The slope 0 means to readers that there is none. */
	@Test
	void slopesThatSinglePrecisionCannotHoldBecomeRealValues() {
		assertEquals(NiftiType.UINT16, NiftiType.of(PlaneType.UINT16, new Rescale(1e-30, 0, "")));
		assertEquals(NiftiType.FLOAT32, NiftiType.of(PlaneType.UINT16, new Rescale(1e-40, 0, "")));
		assertEquals(NiftiType.FLOAT32, NiftiType.of(PlaneType.INT16, new Rescale(1, 1e39, "")));
		assertEquals(NiftiType.FLOAT32, NiftiType.of(PlaneType.UINT8, new Rescale(-1e39, 0, "")));
	}

	static ExportImage image(final int columns, final int rows, final StackShape shape, final Optional<Affine> place,
		final PlaneType type, final Rescale line)
	{
		final ExportGrid grid = new ExportGrid(columns, rows, shape, place, "", new Vector3(0.5, 0.5, 3), true,
			OptionalDouble.of(2));
		return new ExportImage(grid, type, line, (z, c, t) -> type.newPlane(columns * rows),
			Optional.of(new DisplayRange(-160, 400)), false, Optional.empty(), Optional.empty(), List.of());
	}

	private static void shorts(final ByteBuffer out, final int at, final int... values) {
		for (int i = 0; i < values.length; i++)
			out.putShort(at + 2 * i, (short) values[i]);
	}

	private static void floats(final ByteBuffer out, final int at, final float... values) {
		for (int i = 0; i < values.length; i++)
			out.putFloat(at + 4 * i, values[i] + 0f);
	}
}
