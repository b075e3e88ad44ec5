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

package io.github.dicomvolumes.volume.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import io.github.dicomvolumes.geometry.Affine;
import io.github.dicomvolumes.geometry.Orientation;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.geometry.VolumeGeometry;
import io.github.dicomvolumes.work.Progress;
import io.github.dicomvolumes.pixels.PlaneType;
import io.github.dicomvolumes.volume.sample.Images.Kind;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sampled planes and grids beside those of {@code scipy.ndimage.map_coordinates}, where that is installed. */
class ScipySamplingTest {

	private static final Path PYTHON = Path.of("/usr/bin/python3");
	/** Odd, as grids have the same middle, and halfway between two voxels rounding would decide. */
	private static final long[] SIZE = { 21, 17, 13 };
	private static final double TOLERANCE = 1e-4;

	@TempDir
	private Path folder;
	private final List<Case> cases = new ArrayList<>();

	/** @param outside is what the pixels have that are not on the image */
	private record Case(RandomAccessibleInterval<?> image, Affine toPatient, Interpolation interpolation,
		PlaneFrame frame, Object plane, double outside)
	{}

	@BeforeAll
	static void hasScipy() throws Exception {
		assumeTrue(
			Files.isExecutable(PYTHON) &&
				new ProcessBuilder(PYTHON.toString(), "-c", "import scipy.ndimage").start().waitFor() == 0,
			"python3-scipy is not installed");
	}

	@ParameterizedTest
	@EnumSource(names = { "BYTES", "SHORTS", "FLOATS", "ARRAY_OF_SHORTS", "SIGNED", "DOUBLES" })
	void planesInAnyDirection(final Kind kind) throws Exception {
		final Random random = new Random(31);
		for (int n = 0; n < 20; n++) {
			final RandomAccessibleInterval<?> image = kind.noise(random, SIZE);
			final Affine toPatient = Images.affine(random);
			final PlaneFrame frame = Images.frame(random, toPatient, SIZE);
			for (final Interpolation interpolation : Interpolation.values()) {
				final Sampler sampler = Sampler.of(image, toPatient).with(interpolation).withOutside(200);
				cases.add(new Case(image, toPatient, interpolation, frame, sampler.values(frame), Double.NaN));
				cases.add(new Case(image, toPatient, interpolation, frame, sampler.plane(frame), 200));
			}
		}
		compare(kind.range);
	}

	@ParameterizedTest
	@EnumSource(names = { "BYTES", "SHORTS", "FLOATS" })
	void gridsInAnyDirection(final Kind kind) throws Exception {
		final Random random = new Random(32);
		for (int n = 0; n < 6; n++) {
			final RandomAccessibleInterval<?> image = kind.noise(random, SIZE);
			final Orientation directions = Images.orientation(random);
			final VolumeGeometry from = VolumeGeometry.of(Images.vector(random, 100), directions, 0.7, 0.9,
				directions.normal().times(2).plus(directions.row().times(0.5)), SIZE[0], SIZE[1], SIZE[2]);
			final VolumeGeometry to = TargetGrids.covering(from, Images.orientation(random), 1.2, 1.3, 3.1);
			for (final Interpolation interpolation : Interpolation.values()) {
				final Sampler sampler = Sampler.of(image, from.indexToPatient()).with(interpolation).withOutside(99);
				final List<Object> planes = new Resampling(sampler, to).planes(Progress.NONE);
				for (int z = 0; z < planes.size(); z++)
					cases.add(new Case(image, from.indexToPatient(), interpolation, PlaneFrame.ofSlice(to, z),
						planes.get(z), 99));
			}
		}
		compare(kind.range);
	}

	private void compare(final double range) throws Exception {
		final DoubleBuffer theirs = scipy();
		int inside = 0, outside = 0;
		for (final Case each : cases) {
			final PlaneType type = PlaneType.ofArray(each.plane);
			final double rounding = type == PlaneType.FLOAT32 ? 0 : 0.5;
			for (int pixel = 0; pixel < each.frame.width() * each.frame.height(); pixel++) {
				final double expected = theirs.get(), actual = type.value(each.plane, pixel);
				final String where = each.frame + " " + each.interpolation + " pixel " + pixel;
				if (Double.isNaN(expected)) {
					outside++;
					assertEquals(each.outside, actual, where);
				}
				else {
					inside++;
					assertEquals(expected, actual, rounding + TOLERANCE * range, where);
				}
			}
		}
		assertTrue(inside > 10000 && outside > 10000, inside + " inside, " + outside + " outside");
	}

	private DoubleBuffer scipy() throws IOException, InterruptedException {
		final Path script = folder.resolve("planes.py"), in = folder.resolve("in"), out = folder.resolve("out");
		try (var source = ScipySamplingTest.class.getResourceAsStream("planes.py")) {
			Files.copy(source, script);
		}
		try (var file = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(in)))) {
			for (final Case each : cases)
				write(each, file);
		}
		final Process process = new ProcessBuilder(PYTHON.toString(), script.toString()).redirectInput(in.toFile())
			.redirectOutput(out.toFile())
			.redirectError(ProcessBuilder.Redirect.DISCARD)
			.start();
		assertTrue(process.waitFor(2, TimeUnit.MINUTES), "python3 takes more than two minutes");
		assertEquals(0, process.exitValue(), "planes.py fails");
		return ByteBuffer.wrap(Files.readAllBytes(out)).order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer();
	}

	private static void write(final Case each, final DataOutputStream file) throws IOException {
		write(file, each.interpolation == Interpolation.LINEAR ? 1 : 0);
		for (int d = 0; d < 3; d++)
			write(file, each.image.dimension(d));
		for (final Object voxel : Views.flatIterable(each.image))
			write(file, ((RealType<?>) voxel).getRealDouble());
		write(file, each.toPatient.toArray());
		for (final Vector3 vector : List.of(each.frame.origin(), each.frame.right(), each.frame.down()))
			write(file, vector.toArray());
		write(file, each.frame.pixelWidth(), each.frame.pixelHeight(), each.frame.width(), each.frame.height());
	}

	private static void write(final DataOutputStream file, final double... numbers) throws IOException {
		for (final double number : numbers)
			file.writeLong(Long.reverseBytes(Double.doubleToRawLongBits(number)));
	}
}
