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
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;

import io.github.dicomvolumes.export.VolumeExport;
import io.github.dicomvolumes.export.image.ExportGrid;
import io.github.dicomvolumes.export.image.ExportImage;
import io.github.dicomvolumes.geometry.Affine;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.pixels.PlaneType;
import io.github.dicomvolumes.pixels.Rescale;
import io.github.dicomvolumes.series.StackShape;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random images come back as they were. */
class NiftiLawTest {

	private static final int IMAGES = 200;

	@TempDir
	private Path folder;
	private int skew, reversed, turned;

	@Test
	void geometryValuesTimesAndChannelsComeBack() throws IOException {
		final Random random = new Random(16);
		for (int n = 0; n < IMAGES; n++) {
			final PlaneType type = PlaneType.values()[n % PlaneType.values().length];
			final StackShape shape = new StackShape(1 + random.nextInt(4), 1 + random.nextInt(3),
				1 + random.nextInt(3));
			final int columns = 1 + random.nextInt(300), rows = 1 + random.nextInt(80);
			final boolean isSkew = random.nextInt(4) == 0;
			final Affine place = affine(random, isSkew);
			final OptionalDouble step = random.nextBoolean() ? OptionalDouble.of(0.5 + random.nextDouble())
				: OptionalDouble.empty();
			final boolean hasLine = type != PlaneType.FLOAT32 && type != PlaneType.RGB;
			final Rescale line = hasLine
				? new Rescale(random.nextGaussian() * Math.pow(10, random.nextInt(8) - 6), random.nextGaussian() * 100,
					"")
				: Rescale.IDENTITY;
			final Object[] planes = new Object[shape.planes()];
			for (int i = 0; i < planes.length; i++)
				planes[i] = noise(type, columns * rows, random);
			final ExportGrid grid = new ExportGrid(columns, rows, shape, Optional.of(place), "", new Vector3(1, 1, 1),
				true, step);
			final ExportImage image = new ExportImage(grid, type, line, (z, c, t) -> planes[shape.plane(z, c, t)],
				Optional.empty(), false, Optional.empty(), Optional.empty(), List.of());
			final Path file = folder.resolve(n + (n % 3 == 0 ? ".nii.gz" : ".nii"));
			VolumeExport.nifti(image, file, NiftiOptions.DEFAULT);
			check(image, planes, NiftiReader.read(file), random);
		}
		assertTrue(skew > IMAGES / 8 && skew < IMAGES / 3 && reversed > IMAGES / 4 && turned > IMAGES / 2,
			skew + " " + reversed + " " + turned);
	}

	private void check(final ExportImage image, final Object[] planes, final NiftiReader read, final Random random) {
		final ExportGrid grid = image.grid();
		final StackShape shape = grid.shape();
		assertEquals(shape.channels() > 1 ? 5 : shape.times() > 1 ? 4 : 3, read.dim(0));
		assertEquals(List.of((long) grid.columns(), (long) grid.rows(), (long) shape.slices(), (long) shape.times(),
			(long) shape.channels()), List.of(read.dim(1), read.dim(2), read.dim(3), read.dim(4), read.dim(5)));
		final boolean isTimed = shape.times() > 1 && grid.timeStep().isPresent();
		assertEquals(isTimed ? grid.timeStep().getAsDouble() : 1, read.pixdim(4), 1e-6);
		assertEquals(isTimed ? 10 : 2, read.units());
		final Affine expected = grid.indexToPatient().orElseThrow().toRas();
		assertEquals(1, read.sformCode());
		assertEquals(0, read.distance(expected, read.sform()), 1e-4);
		if (read.qformCode() == 1) {
			turned++;
			if (read.pixdim(0) < 0) reversed++;
			final double least = Math.min(read.pixdim(1), Math.min(read.pixdim(2), read.pixdim(3)));
			assertEquals(0, read.distance(expected, read.qform()), 0.1 * least + 1e-4);
		}
		else skew++;
		assertEquals((long) grid.columns() * grid.rows() * shape.planes() * read.bits() / 8, read.voxelBytes());
		for (int n = 0; n < 200; n++) {
			final int x = random.nextInt(grid.columns()), y = random.nextInt(grid.rows()),
				z = random.nextInt(shape.slices()), c = random.nextInt(shape.channels()),
				t = random.nextInt(shape.times());
			final double stored = image.type().value(planes[shape.plane(z, c, t)], x + grid.columns() * y);
			final double real = image.type() == PlaneType.RGB ? stored - 0xFF000000L : image.line().real(stored);
			final double tolerance = 1e-7 *
				(Math.abs(image.line().slope() * stored) + Math.abs(image.line().intercept()));
			assertEquals(real, read.value(x, y, z, t, c), image.line().isIdentity() ? 0 : tolerance);
		}
	}

	private static Object noise(final PlaneType type, final int pixels, final Random random) {
		final Object plane = type.newPlane(pixels);
		for (int i = 0; i < pixels; i++)
			switch (type) {
				case UINT8 -> ((byte[]) plane)[i] = (byte) random.nextInt();
				case UINT16, INT16 -> ((short[]) plane)[i] = (short) random.nextInt();
				case FLOAT32 -> ((float[]) plane)[i] = (float) random.nextGaussian();
				case RGB -> ((int[]) plane)[i] = random.nextInt() | 0xFF000000;
			}
		return plane;
	}

	/** In any direction, in half of the cases left-handed. */
	private static Affine affine(final Random random, final boolean isSkew) {
		final Vector3 x = vector(random), y = x.cross(vector(random)).unit();
		final Vector3 z = x.cross(y).times(random.nextBoolean() ? 1 : -1);
		final Vector3 step = isSkew ? z.plus(x.times(0.3)).plus(y.times(0.2)) : z;
		return new Affine(x.times(size(random)), y.times(size(random)), step.times(size(random)),
			vector(random).times(200));
	}

	private static Vector3 vector(final Random random) {
		return new Vector3(random.nextGaussian(), random.nextGaussian(), random.nextGaussian()).unit();
	}

	private static double size(final Random random) {
		return 0.3 + 3 * random.nextDouble();
	}
}
