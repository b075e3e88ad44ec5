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

package io.github.dicomvolumes.view.plane;

import java.awt.Point;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.concurrent.TimeUnit;

import io.github.dicomvolumes.geometry.AnatomicalPlane;
import io.github.dicomvolumes.volume.sample.PlaneBlocks;

import ij.ImagePlus;
import ij.ImageStack;
import ij.Prefs;
import ij.measure.Calibration;
import ij.plugin.Orthogonal_Views;
import ij.process.ImageProcessor;

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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * How long does a plane of 512 x 512 x 1000 voxels of 16 bits and 0.7 x 0.7 x 0.6 mm take, while somebody scrolls by
 * one slice, or jumps far each time? And how long in ImageJ's own Orthogonal Views, whose methods are called for the
 * same: the planes XZ and YZ, as they are and made isotropic by its interpolated resize? Milliseconds; the middle of
 * the distribution (p0.50) is the one to read, and beside it the mean, as one of several sections has to copy the
 * others too. At most 8 are wanted.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(value = 1,
	jvmArgsAppend = { "-Xmx4g", "-Djava.awt.headless=true", "--add-opens=java.base/java.lang=ALL-UNNAMED" })
public class PlaneBenchmark {

	private static final int SIDE = 512, SLICES = 1000;

	/** Coronal is XZ, sagittal YZ. */
	@Param({ "CORONAL", "SAGITTAL" })
	public AnatomicalPlane plane;

	/** From a slice to the next: by one as the wheel does, or farther than sections are copied together. */
	@Param({ "1", "37" })
	public int step;

	private ImageStack stack;
	private OrthoImage image;
	private PlaneBlocks blocks;
	private PlaneRenderer renderer;
	private Orthogonal_Views theirs;
	private Method update;
	private Field processor;
	private int next;

	@Setup
	public void setup() throws ReflectiveOperationException {
		stack = new ImageStack(SIDE, SIDE);
		for (int z = 0; z < SLICES; z++) {
			final short[] pixels = new short[SIDE * SIDE];
			for (int i = 0; i < pixels.length; i++)
				pixels[i] = (short) (i * 31 + z * 17);
			stack.addSlice("", pixels);
		}
		final ImagePlus shown = new ImagePlus("benchmark", stack);
		final Calibration calibration = shown.getCalibration();
		calibration.pixelWidth = calibration.pixelHeight = 0.7;
		calibration.pixelDepth = 0.6;
		calibration.setUnit("mm");
		image = OrthoImage.of(shown);
		blocks = image.blocks();
		renderer = new PlaneRenderer(image, blocks);
		Prefs.rotateYZ = true;
		theirs = new Orthogonal_Views();
		method("createProcessors", ImageStack.class).invoke(theirs, stack);
		update = method(plane == AnatomicalPlane.SAGITTAL ? "updateYZView" : "updateXZView", Point.class,
			ImageStack.class);
		processor = Orthogonal_Views.class.getDeclaredField(plane == AnatomicalPlane.SAGITTAL ? "fp2" : "fp1");
		processor.setAccessible(true);
	}

	@TearDown
	public void close() {
		blocks.close();
	}

	@Benchmark
	public Object raw() {
		return render(Pixels.RAW, Slab.NONE, false);
	}

	@Benchmark
	public Object isotropic() {
		return render(Pixels.ISOTROPIC, Slab.NONE, false);
	}

	@Benchmark
	public Object smooth() {
		return render(Pixels.ISOTROPIC, Slab.NONE, true);
	}

	/** 10 mm thick. */
	@Benchmark
	public Object slab() {
		return render(Pixels.ISOTROPIC, new Slab(Slab.Mode.MAX, 10), false);
	}

	@Benchmark
	public Object imageJ() throws ReflectiveOperationException {
		next = (next + step) % SIDE;
		update.invoke(theirs, new Point(next, next), stack);
		return processor.get(theirs);
	}

	/** The same made isotropic. */
	@Benchmark
	public Object imageJIsotropic() throws ReflectiveOperationException {
		final ImageProcessor raw = (ImageProcessor) imageJ();
		raw.setInterpolate(true);
		return raw.resize(raw.getWidth(), (int) Math.round(raw.getHeight() * 0.6 / 0.7));
	}

	private Object render(final Pixels pixels, final Slab slab, final boolean isSmooth) {
		next = (next + step) % SIDE;
		return renderer.render(new PlaneRequest(image.plane(plane, pixels), next, 0, 0, slab, isSmooth));
	}

	private static Method method(final String name, final Class<?>... types) throws ReflectiveOperationException {
		final Method method = Orthogonal_Views.class.getDeclaredMethod(name, types);
		method.setAccessible(true);
		return method;
	}

	/** Runs the benchmarks; those whose names match the first argument, if there is one. */
	public static void main(final String[] args) throws RunnerException {
		final String names = args.length == 0 ? "" : "." + args[0] + "$";
		new Runner(new OptionsBuilder().include("\\." + PlaneBenchmark.class.getSimpleName() + names).build()).run();
	}
}
