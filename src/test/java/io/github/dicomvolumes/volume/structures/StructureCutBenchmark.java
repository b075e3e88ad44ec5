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

package io.github.dicomvolumes.volume.structures;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import io.github.dicomvolumes.geometry.Orientation;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.geometry.VolumeGeometry;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * How long does it take, while somebody drags, to cut a structure of 100 contours of 200 points with a plane of 512 x
 * 512 pixels, of which it fills a third, and to draw the outline? Less than 20 ms are wanted. And to fill its voxels in
 * a volume of 512 x 512 x 300? Contours and the volume that they were drawn in are axial; the plane, or another grid,
 * is not always.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(value = 1, jvmArgsAppend = { "-Xmx2g" })
public class StructureCutBenchmark {

	private static final int SIDE = 512, SLICES = 300;
	private static final double PIXEL = 0.7;

	/** How the plane, or the grid, lies to the contours. */
	public enum Direction {
		AXIAL(1, 0, 0, 0, 1, 0), CORONAL(1, 0, 0, 0, 0, -1), SAGITTAL(0, 1, 0, 0, 0, -1),
		OBLIQUE(0.8, 0, 0.6, 0.36, 0.8, -0.48);

		final Orientation orientation;

		Direction(final double... cosines) {
			orientation = Orientation.of(cosines);
		}
	}

	@Param({ "AXIAL", "CORONAL", "SAGITTAL", "OBLIQUE" })
	public Direction direction;

	private StructureShape shape;
	private VolumeGeometry grid;
	private PlaneMask cut;
	private int next;

	@Setup
	public void setup() {
		final Random random = new Random(1);
		final List<Contour> contours = new ArrayList<>();
		for (int k = 0; k < 100; k++) {
			final double radius = 120 * Math.sin(Math.PI * (k + 1) / 102);
			contours.add(Drawn.AXIAL.star((k - 50) * 2.5, random, 200, radius, radius + 5));
		}
		final VolumeGeometry volume = Drawn.grid(-SIDE * PIXEL / 2, -SIDE * PIXEL / 2, -SLICES / 2, 1, SLICES);
		grid = VolumeGeometry.of(corner(SIDE * PIXEL / 2, SLICES / 2), direction.orientation, PIXEL, PIXEL,
			direction.orientation.normal(), SIDE, SIDE, SLICES);
		shape = StructureShape.of(Drawn.structure("PTV", contours), volume);
		cut = cut();
	}

	/** The next plane. */
	@Benchmark
	public PlaneMask cut() {
		next = (next + 1) % 20;
		return shape.cut(corner(SIDE * PIXEL / 2, next), direction.orientation.row(), direction.orientation.column(),
			PIXEL, PIXEL, SIDE, SIDE);
	}

	@Benchmark
	public Object outline() {
		return MaskOutline.of(cut);
	}

	@Benchmark
	public Object mask() {
		return StructureMask.of(shape, grid);
	}

	private Vector3 corner(final double half, final double back) {
		final Orientation orientation = direction.orientation;
		return orientation.row()
			.times(-half)
			.plus(orientation.column().times(-half))
			.plus(orientation.normal().times(-back));
	}

	/** Runs the benchmarks; those whose names match the first argument, if there is one. */
	public static void main(final String[] args) throws RunnerException {
		final String names = args.length == 0 ? "" : "." + args[0] + "$";
		new Runner(new OptionsBuilder().include("\\." + StructureCutBenchmark.class.getSimpleName() + names).build())
			.run();
	}
}
