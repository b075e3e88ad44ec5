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

package io.github.dicomvolumes.export.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.data.OwnAttributes;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.VR;
import io.github.dicomvolumes.export.VolumeExport;
import io.github.dicomvolumes.export.image.ExportGrid;
import io.github.dicomvolumes.export.image.ExportImage;
import io.github.dicomvolumes.geometry.Affine;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.work.Progress;
import io.github.dicomvolumes.pixels.DisplayRange;
import io.github.dicomvolumes.pixels.PlaneType;
import io.github.dicomvolumes.pixels.Rescale;
import io.github.dicomvolumes.series.StackShape;
import io.github.dicomvolumes.volume.DicomVolume;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Random images of any direction, tilt, size, type, line, with channels and times, come back from a DICOM series. */
class SeriesLawTest {

	private static final int IMAGES = 60;

	@TempDir
	private Path folder;

	private int tilted, reversed, timed, whole;

	@Test
	void placeValuesTimesAndChannelsComeBack() throws IOException {
		final Random random = new Random(16);
		for (int n = 0; n < IMAGES; n++) {
			final PlaneType type = PlaneType.values()[n % PlaneType.values().length];
			final StackShape shape = new StackShape(3 + random.nextInt(4), // two that lean are not one stack (R29)

				type == PlaneType.RGB ? 1 : 1 + random.nextInt(3), 1 + random.nextInt(3));
			final Object[] planes = new Object[shape.planes()];
			final int columns = 1 + random.nextInt(40), rows = 1 + random.nextInt(30);
			final boolean areWhole = random.nextBoolean();
			for (int i = 0; i < planes.length; i++)
				planes[i] = noise(type, columns * rows, areWhole, random);
			final ExportImage image = image(type, columns, rows, shape, planes, random);
			final boolean isMap = type != PlaneType.RGB && n % 3 == 0;
			final SeriesOptions options = SeriesOptions.DEFAULT.withRle(!isMap && n % 2 == 0)
				.withKind(isMap ? SeriesKind.PARAMETRIC_MAP : SeriesKind.AS_SOURCE);
			final Path copy = folder.resolve("n" + n);
			VolumeExport.dicom(image, copy, options);
			final List<DicomVolume> read = DicomVolumes.openAll(copy);
			assertEquals(1, read.size(), n + " " + read);
			check(image, planes, read.get(0), isMap, n + " " + type + " " + read);
			if (areWhole && type == PlaneType.FLOAT32 && !isMap) whole++;
		}
		assertTrue(tilted > 8 && reversed > 20 && timed > 10 && whole > 1,
			tilted + " " + reversed + " " + timed + " " + whole);
	}

	private static ExportImage image(final PlaneType type, final int columns, final int rows, final StackShape shape,
		final Object[] planes, final Random random)
	{
		final boolean hasLine = type != PlaneType.FLOAT32 && type != PlaneType.RGB;
		final Rescale line = hasLine
			? new Rescale(random.nextGaussian() * Math.pow(10, random.nextInt(8) - 6), random.nextGaussian() * 100, "")
			: Rescale.IDENTITY;
		final OptionalDouble step = random.nextBoolean() ? OptionalDouble.of(0.5 + random.nextDouble())
			: OptionalDouble.empty();
		final ExportGrid grid = new ExportGrid(columns, rows, shape, Optional.of(affine(random)), "1.2.3",
			new Vector3(1, 1, 1), true, step);
		return new ExportImage(grid, type, line, (z, c, t) -> planes[shape.plane(z, c, t)],
			type == PlaneType.RGB ? Optional.empty() : Optional.of(new DisplayRange(-3, 7)), false, Optional.empty(),
			Optional.empty(), List.of());
	}

	/** Whole ones are up to 2^15 on either side of a great number: an intercept makes them 16-bit without an error. */
	private static Object noise(final PlaneType type, final int pixels, final boolean areWhole, final Random random) {
		final Object plane = type.newPlane(pixels);
		for (int i = 0; i < pixels; i++)
			switch (type) {
				case UINT8 -> ((byte[]) plane)[i] = (byte) random.nextInt();
				case UINT16, INT16 -> ((short[]) plane)[i] = (short) random.nextInt();
				case FLOAT32 ->
					((float[]) plane)[i] = areWhole ? 100_000 + random.nextInt(30_000) : (float) random.nextGaussian();
				case RGB -> ((int[]) plane)[i] = random.nextInt() | 0xFF000000;
			}
		return plane;
	}

	/** In any direction, in half of the cases left-handed, in a quarter with a tilt. */
	private static Affine affine(final Random random) {
		final Vector3 x = vector(random), y = x.cross(vector(random)).unit();
		final Vector3 z = x.cross(y).times(random.nextBoolean() ? 1 : -1);
		final Vector3 step = random.nextInt(4) == 0 ? z.plus(x.times(0.3)).plus(y.times(0.2)) : z;
		return new Affine(x.times(size(random)), y.times(size(random)), step.times(size(random)),
			vector(random).times(200));
	}

	private static Vector3 vector(final Random random) {
		return new Vector3(random.nextGaussian(), random.nextGaussian(), random.nextGaussian()).unit();
	}

	private static double size(final Random random) {
		return 0.3 + 3 * random.nextDouble();
	}

	private void check(final ExportImage image, final Object[] planes, final DicomVolume read, final boolean isMap,
		final String name)
	{
		final ExportGrid grid = image.grid();
		final StackShape shape = grid.shape();
		assertEquals(shape, read.stack().shape(), name);
		final Affine place = grid.indexToPatient().orElseThrow();
		final boolean isReversed = place.determinant() < 0; // slices are read along their normal
		if (isReversed) reversed++;
		if (read.geometry().isTilted()) tilted++;
		for (int z = 0; z < shape.slices(); z++)
			for (final int x : new int[] { 0, grid.columns() - 1 })
				assertEquals(0,
					place.apply(x, grid.rows() - 1, z)
						.minus(read.geometry().indexToPatient().apply(x, grid.rows() - 1, z(z, shape, isReversed)))
						.norm(),
					1e-6, name);
		if (shape.times() > 1 && grid.timeStep().isPresent()) {
			timed++;
			assertEquals(grid.timeStep().getAsDouble(), read.stack().timeAxis().interval().orElse(0), 1e-6, name);
		}
		final double error = image.type() != PlaneType.FLOAT32 || isMap ? 0
			: read.plan().line().slope() == 1 ? 0 : read.plan().line().slope() * 0.5001;
		for (int i = 0; i < shape.planes(); i++) {
			final StackShape.Place at = shape.place(i);
			final Object own = planes[i],
				theirs = read.plane(z(at.slice(), shape, isReversed), at.channel(), at.time());
			for (int pixel = 0; pixel < grid.pixels(); pixel++) {
				final double real = image.line().real(image.type().value(own, pixel));
				assertEquals(real, read.plan().line().real(read.plan().type().value(theirs, pixel)),
					error + 2e-7 * (Math.abs(image.line().slope() * 65536) + Math.abs(image.line().intercept())) *
						(image.line().isIdentity() ? 0 : 1) + 1e-7 * Math.abs(real) * (error > 0 ? 1 : 0),
					name + " " + at + " " + pixel);
			}
		}
	}

	private static int z(final int slice, final StackShape shape, final boolean isReversed) {
		return isReversed ? shape.slices() - 1 - slice : slice;
	}

	/** Cancelled at any time, nothing is left, not even beside the folder. */
	@Test
	void cancelledNothingIsLeft() throws IOException {
		final Random random = new Random(17);
		final StackShape shape = new StackShape(40, 1, 1);
		final Object[] planes = IntStream.range(0, 40).mapToObj(i -> new float[64 * 64]).toArray();
		((float[]) planes[7])[3] = 0.3f;
		final ExportImage image = image(PlaneType.FLOAT32, 64, 64, shape, planes, random);
		for (final SeriesKind kind : SeriesKind.values())
			for (final String phase : List.of("Looking", "Writing")) {
				if (kind == SeriesKind.PARAMETRIC_MAP && phase.equals("Looking")) continue;
				final Progress cancelling = new Progress() {

					private boolean isHere;

					@Override
					public void update(final String now, final long done, final long total) {
						isHere = now.startsWith(phase);
					}

					@Override
					public boolean isCanceled() {
						return isHere;
					}
				};
				assertThrows(CancellationException.class, () -> VolumeExport.dicom(image, folder.resolve("cancelled"),
					SeriesOptions.DEFAULT.withKind(kind).withProgress(cancelling)), kind + " " + phase);
				try (Stream<Path> left = Files.list(folder)) {
					assertEquals(List.of(), left.toList(), kind + " " + phase);
				}
			}
	}

	/** Without positions our own attributes tell the grid, if they tell all of it; else Instance Numbers do. */
	@ParameterizedTest
	@CsvSource({ "1, 2, 3, 4, 5, 6, 3, 2", "1, 2, 3, 4, 5, 5, 6, 1", "1, 2, 3, 4, 5, 7, 6, 1", "1, 2, 3, 4, 5, 0, 6, 1",
		"1, 2, 3, 4, 5, 2000000000, 6, 1", "1, 2, 3, 4, 5, -9, 6, 1" })
	void gridsThatAreWrittenDown(final int a, final int b, final int c, final int d, final int e, final int f,
		final int slices, final int channels) throws IOException
	{
		final int[] places = { a, b, c, d, e, f };
		new SyntheticSeries("own").slices(6)
			.without(Tag.IMAGE_POSITION_PATIENT)
			.each((k, of) -> of.put(OwnAttributes.CREATOR_TAG, VR.LO, OwnAttributes.CREATOR.getBytes())
				.put(OwnAttributes.tag(OwnAttributes.SLICE), VR.IS, (places[k] - 1) % 3 + 1)
				.put(OwnAttributes.tag(OwnAttributes.CHANNEL), VR.IS, Math.floorDiv(places[k] - 1, 3) + 1))
			.write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertEquals(new StackShape(slices, channels, 1), volume.stack().shape());
	}

	/** What cannot be read costs the whole series, and nothing that was there. */
	@Test
	void aSliceThatCannotBeReadLeavesNothing() throws IOException {
		final Path there = Files.createDirectory(folder.resolve("there"));
		Files.writeString(there.resolve("other.txt"), "stays");
		final StackShape shape = new StackShape(9, 1, 1);
		final ExportGrid grid = new ExportGrid(5, 4, shape, Optional.empty(), "", new Vector3(1, 1, 1), false,
			OptionalDouble.empty());
		final ExportImage image = new ExportImage(grid, PlaneType.UINT8, Rescale.IDENTITY, (z, c, t) -> {
			if (z == 5) throw new UncheckedIOException(new IOException("gone"));
			return new byte[20];
		}, Optional.empty(), false, Optional.empty(), Optional.empty(), List.of());
		assertThrows(Exception.class, () -> VolumeExport.dicom(image, there, SeriesOptions.DEFAULT));
		try (Stream<Path> left = Files.list(there); Stream<Path> beside = Files.list(folder)) {
			assertEquals(List.of("other.txt"), left.map(file -> file.getFileName().toString()).toList());
			assertEquals(1, beside.count());
		}
		assertFalse(Files.exists(there.resolve("IM00001.dcm")));
	}
}
