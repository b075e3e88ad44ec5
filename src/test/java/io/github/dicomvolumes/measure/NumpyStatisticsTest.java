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

package io.github.dicomvolumes.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

import io.github.dicomvolumes.geometry.Orientation;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.geometry.VolumeGeometry;
import io.github.dicomvolumes.work.Progress;
import io.github.dicomvolumes.measure.segment.MeasuredImage;
import io.github.dicomvolumes.measure.segment.Segments;
import io.github.dicomvolumes.measure.shape.SegmentShape;
import io.github.dicomvolumes.measure.value.Intensity;
import io.github.dicomvolumes.pixels.PlaneType;
import io.github.dicomvolumes.pixels.Rescale;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Statistics of random labels beside those of numpy and scipy, where they are installed. */
class NumpyStatisticsTest {

	private static final Path PYTHON = Path.of("/usr/bin/python3");
	private static final int BINS = 17, COLUMNS = 23, ROWS = 19, SLICES = 37;
	private static final double[] SPACING = { 0.7, 1.1, 1.7 };
	private static final double TOLERANCE = 1e-6;

	@TempDir
	private Path folder;

	@BeforeAll
	static void hasScipy() throws Exception {
		assumeTrue(
			Files.isExecutable(PYTHON) &&
				new ProcessBuilder(PYTHON.toString(), "-c", "import scipy.stats, scipy.ndimage").start().waitFor() == 0,
			"python3-scipy is not installed");
	}

	/** @param blobs 0 for noise, whose runs are short, else how many balls */
	@ParameterizedTest
	@CsvSource({ "UINT8, 0, 1, 0", "UINT8, 6, 0.5, -3", "UINT16, 0, 1, -1024", "UINT16, 20, 1, -1024",
		"UINT16, 9, -2, 100", "INT16, 9, 1, 0", "FLOAT32, 0, 1, 0", "FLOAT32, 12, 1, 0" })
	void randomLabels(final PlaneType type, final int blobs, final double slope, final double intercept)
		throws Exception
	{
		final Random random = new Random(blobs);
		final VolumeGeometry grid = VolumeGeometry.of(new Vector3(1, 2, 3), Orientation.of(1, 0, 0, 0, 1, 0),
			SPACING[0], SPACING[1], new Vector3(0, 0, SPACING[2]), COLUMNS, ROWS, SLICES);
		final Rescale line = new Rescale(slope, intercept, "");
		final double[] stored = new double[COLUMNS * ROWS * SLICES];
		Arrays.setAll(stored, i -> value(type, random));
		final int[] labels = labels(blobs, random);
		final MeasuredImage image = Made.image(type, grid, line, (x, y, z) -> stored[index(x, y, z)]);
		final MeasuredImage labelled = Made.image(PlaneType.UINT16, grid, Rescale.IDENTITY,
			(x, y, z) -> labels[index(x, y, z)]);
		final List<SegmentStatistics> ours = SegmentStatistics.of(image,
			Segments.of(labelled, image, false, Progress.NONE), StatisticsOptions.DEFAULT.withBins(BINS));
		final Map<Integer, double[]> theirs = numpy(Arrays.stream(stored).map(line::real).toArray(), labels);
		assertEquals(theirs.size(), ours.size());
		assertTrue(ours.size() > 2);
		for (final SegmentStatistics each : ours)
			assertSame(theirs.get(each.segment().number()), each);
	}

	/** Normal, with many equal ones, some far away, and of floats some that are no numbers. */
	private static double value(final PlaneType type, final Random random) {
		final double normal = random.nextGaussian();
		return switch (type) {
			case UINT8 -> Math.max(0, Math.min(255, Math.rint(100 + 20 * normal)));
			case UINT16 -> random.nextInt(20) == 0 ? random.nextInt(65536) : Math.rint(30000 + 300 * normal);
			case INT16 -> Math.rint(1000 * normal);
			default -> random.nextInt(50) == 0 ? Double.NaN
				: (float) (random.nextInt(9) == 0 ? 1e4 * normal : random.nextInt(3) == 0 ? -0.0 : 5 + normal);
		};
	}

	private static int[] labels(final int blobs, final Random random) {
		final int[] labels = new int[COLUMNS * ROWS * SLICES];
		if (blobs == 0) Arrays.setAll(labels, i -> Math.max(0, random.nextInt(24) - 20));
		for (int blob = 1; blob <= 3 * blobs; blob++) { // several for each label
			final int x = random.nextInt(COLUMNS), y = random.nextInt(ROWS), z = random.nextInt(SLICES);
			final double radius = 1 + 4 * random.nextDouble();
			for (int i = 0; i < labels.length; i++)
				if (Math.hypot(Math.hypot(i % COLUMNS - x, i / COLUMNS % ROWS - y), i / COLUMNS / ROWS - z) < radius)
					labels[i] = 1 + blob % blobs;
		}
		return labels;
	}

	private static int index(final int x, final int y, final int z) {
		return x + COLUMNS * (y + ROWS * z);
	}

	private static void assertSame(final double[] theirs, final SegmentStatistics ours) {
		final Intensity intensity = ours.intensity();
		final SegmentShape shape = ours.shape().orElseThrow();
		final Vector3 at = ours.maximumIndex().orElseThrow();
		final double[] all = { intensity.count(), shape.voxels(), intensity.mean(), intensity.sd(),
			intensity.skewness(), intensity.kurtosis(), intensity.minimum(), intensity.maximum(), intensity.median(),
			intensity.p10(), intensity.p90(), intensity.interquartileRange(), intensity.meanAbsoluteDeviation(),
			intensity.energy(), intensity.entropy(), index((int) at.x(), (int) at.y(), (int) at.z()),
			shape.centroidIndex().x(), shape.centroidIndex().y(), shape.centroidIndex().z(), shape.parts(),
			theirs[20] < 0 ? -1 : shape.diameter() };
		for (int i = 0; i < all.length; i++)
			assertEquals(theirs[i], all[i], TOLERANCE * Math.max(1, Math.abs(theirs[i])),
				ours.segment().number() + ", number " + i);
	}

	private Map<Integer, double[]> numpy(final double[] values, final int[] labels)
		throws IOException, InterruptedException
	{
		final Path script = folder.resolve("segments.py");
		try (var source = NumpyStatisticsTest.class.getResourceAsStream("segments.py")) {
			Files.copy(source, script);
		}
		Files.writeString(folder.resolve("size"), SLICES + " " + ROWS + " " + COLUMNS);
		Files.writeString(folder.resolve("spacing"), SPACING[2] + " " + SPACING[1] + " " + SPACING[0]);
		Files.writeString(folder.resolve("bins"), "" + BINS);
		try (
			var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(folder.resolve("values")))))
		{
			for (final double value : values)
				out.writeDouble(value);
		}
		try (
			var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(folder.resolve("labels")))))
		{
			for (final int label : labels)
				out.writeInt(label);
		}
		final Process process = new ProcessBuilder(PYTHON.toString(), script.toString(), folder.toString())
			.redirectErrorStream(true)
			.start();
		final String said = new String(process.getInputStream().readAllBytes());
		assertTrue(process.waitFor(2, TimeUnit.MINUTES), "python3 takes more than two minutes");
		assertEquals(0, process.exitValue(), said);
		final Map<Integer, double[]> rows = new TreeMap<>();
		said.lines()
			.map(line -> line.split(" "))
			.forEach(words -> rows.put(Integer.parseInt(words[0]),
				Arrays.stream(words).skip(1).mapToDouble(Double::parseDouble).toArray()));
		return rows;
	}
}
