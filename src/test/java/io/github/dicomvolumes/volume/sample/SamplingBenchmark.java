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

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.github.dicomvolumes.geometry.Orientation;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.geometry.VolumeGeometry;
import io.github.dicomvolumes.work.Progress;

import net.imglib2.img.basictypeaccess.array.ShortArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.util.Fraction;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * How long does an oblique plane of 512 x 512 pixels take out of 512 x 512 x 1000 voxels of 16 bits, each time another
 * one along its normal; and how long the first 400 slices on a grid of 1 mm? Milliseconds; the middle of the
 * distribution (p0.50) is the one to read. At most 8 are wanted for a plane, and at least 40 million voxels of the new
 * grid a second: {@link #resampled} has 0.7 x 0.7 x 0.6 mm and makes 31 million, {@link #turned} 140 million of them,
 * most outside the image.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(value = 1, jvmArgsAppend = { "-Xmx4g", "-Djava.awt.headless=true" })
public class SamplingBenchmark {

	private static final int SIDE = 512, SLICES = 1000, RESAMPLED = 400;
	private static final double SLAB = 10;

	private VolumeGeometry grid;
	private Sampler linear, nearest;
	private PlaneFrame frame, steep;
	private Resampling resampling, turning;
	private int next;

	@Setup
	public void setup() {
		grid = VolumeGeometry.of(new Vector3(-180, -180, -300), TargetGrids.AXIAL, 0.7, 0.7, new Vector3(0, 0, 0.6),
			SIDE, SIDE, SLICES);
		final List<ShortArray> planes = new ArrayList<>();
		for (int z = 0; z < SLICES; z++) {
			final short[] pixels = new short[SIDE * SIDE];
			for (int i = 0; i < pixels.length; i++)
				pixels[i] = (short) (i * 31 + z * 17);
			planes.add(new ShortArray(pixels));
		}
		linear = Sampler.of(image(planes), grid.indexToPatient());
		nearest = linear.with(Interpolation.NEAREST);
		frame = frame(PlaneFrame.facing(new Vector3(0.2, 0.9, 0.35), new Vector3(0.1, 0, 1)));
		steep = frame(PlaneFrame.facing(new Vector3(0.9, 0.2, 0.3), new Vector3(0.3, 1, 0)));
		final VolumeGeometry part = grid.withSlices(0, RESAMPLED);
		final Sampler some = Sampler.of(image(planes.subList(0, RESAMPLED)), part.indexToPatient());
		resampling = new Resampling(some, TargetGrids.spaced(part, 1));
		turning = new Resampling(some,
			TargetGrids.covering(part, PlaneFrame.facing(new Vector3(0.5, 0.6, 0.7), new Vector3(0, 0, 1)), 1));
		System.out.println("voxels " + voxels(resampling) + " and " + voxels(turning));
	}

	/** Rows go nearly along those of the image. */
	@Benchmark
	public Object plane() {
		return linear.plane(frame.shifted(step()));
	}

	/** Rows go through the slices, and from one to the next by one pixel in three. */
	@Benchmark
	public Object steepPlane() {
		return linear.plane(steep.shifted(step()));
	}

	@Benchmark
	public Object nearestPlane() {
		return nearest.plane(frame.shifted(step()));
	}

	@Benchmark
	public float[] values() {
		return linear.values(frame.shifted(step()));
	}

	/** 10 mm thick, 17 planes. */
	@Benchmark
	public Object slab() {
		return linear.slab(frame.shifted(step()), SlabMode.MAX, SLAB);
	}

	@Benchmark
	public Object resampled() throws IOException {
		return resampling.planes(Progress.NONE);
	}

	@Benchmark
	public Object turned() throws IOException {
		return turning.planes(Progress.NONE);
	}

	private double step() {
		next = (next + 1) % 100;
		return next * 0.6 - 30;
	}

	private PlaneFrame frame(final Orientation directions) {
		final PlaneFrame whole = PlaneFrame.through(new Vector3(0, 0, 0), directions, 0.6, grid);
		final Vector3 origin = whole.toPatient(whole.toPixel(new Vector3(0, 0, 0)).x() - SIDE / 2,
			whole.toPixel(new Vector3(0, 0, 0)).y() - SIDE / 2);
		return new PlaneFrame(origin, whole.right(), whole.down(), 0.6, 0.6, SIDE, SIDE);
	}

	private static long voxels(final Resampling of) {
		return of.grid().columns() * of.grid().rows() * of.grid().slices();
	}

	private static PlanarImg<UnsignedShortType, ShortArray> image(final List<ShortArray> planes) {
		final var image = new PlanarImg<UnsignedShortType, ShortArray>(planes, new long[] { SIDE, SIDE, planes.size() },
			new Fraction());
		image.setLinkedType(new UnsignedShortType(image));
		return image;
	}

	/** Runs the benchmarks; those whose names match the first argument, if there is one. */
	public static void main(final String[] args) throws RunnerException {
		final String names = args.length == 0 ? "" : "." + args[0] + "$";
		new Runner(new OptionsBuilder().include("\\." + SamplingBenchmark.class.getSimpleName() + names).build()).run();
	}
}
