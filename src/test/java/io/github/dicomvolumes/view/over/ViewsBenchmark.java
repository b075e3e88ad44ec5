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

package io.github.dicomvolumes.view.over;

import java.util.concurrent.TimeUnit;

import io.github.dicomvolumes.geometry.Affine;
import io.github.dicomvolumes.geometry.AnatomicalPlane;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.view.imagej.PatientSpace;
import io.github.dicomvolumes.view.ortho.OrthoModel;
import io.github.dicomvolumes.view.plane.OrthoImage;
import io.github.dicomvolumes.view.plane.Pixels;
import io.github.dicomvolumes.view.plane.PlaneRenderer;
import io.github.dicomvolumes.view.plane.PlaneRequest;

import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;

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
 * How long does a view of 512 x 512 x 1000 voxels of 16 bits and 0.7 x 0.7 x 0.6 mm take with a second image of 200 x
 * 200 x 150 of 32 bits over it, oblique to the first, and how long when it is turned? Milliseconds; the middle of the
 * distribution (p0.50) is the one to read. At most 12 are wanted for the fused coronal plane.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(value = 1, jvmArgsAppend = { "-Xmx4g", "-Djava.awt.headless=true" })
public class ViewsBenchmark {

	private OrthoModel model;
	private PlaneRenderer renderer;
	private Fusion fusion;
	private int next;

	@Setup
	public void setup() {
		final ImagePlus ct = image(new short[0], 512, 1000, 0.7, 0.6,
			new Affine(new Vector3(0.7, 0, 0), new Vector3(0, 0.7, 0), new Vector3(0, 0, 0.6), new Vector3(0, 0, 0)));
		final double cos = 4 * Math.cos(0.1), sin = 4 * Math.sin(0.1);
		final ImagePlus pet = image(new float[0], 200, 150, 4, 4, new Affine(new Vector3(cos, sin, 0),
			new Vector3(-sin, cos, 0), new Vector3(0, 0, 4), new Vector3(-200, -210, 10)));
		model = new OrthoModel(OrthoImage.of(ct), Pixels.ISOTROPIC);
		model.setSmooth(true);
		renderer = new PlaneRenderer(model.image(), model.image().blocks());
		fusion = Fusion.of(model.image(), OrthoImage.of(pet));
	}

	private static ImagePlus image(final Object type, final int side, final int slices, final double pixel,
		final double depth, final Affine map)
	{
		final ImageStack stack = new ImageStack(side, side);
		for (int z = 0; z < slices; z++)
			stack.addSlice("" + z, type instanceof short[] ? shorts(side, z) : floats(side, z));
		final ImagePlus image = new ImagePlus("benchmark", stack);
		final Calibration calibration = image.getCalibration();
		calibration.pixelWidth = calibration.pixelHeight = pixel;
		calibration.pixelDepth = depth;
		calibration.setUnit("mm");
		new PatientSpace(map, "LPH", true, "1.2.3").attachTo(image);
		return image;
	}

	private static short[] shorts(final int side, final int z) {
		final short[] pixels = new short[side * side];
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = (short) (i * 31 + z * 17);
		return pixels;
	}

	private static float[] floats(final int side, final int z) {
		final float[] pixels = new float[side * side];
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = (i * 31 + z * 17) % 1000;
		return pixels;
	}

	private PlaneRequest next(final AnatomicalPlane plane) {
		next = (next + 1) % 100;
		return model.request(plane, 200 + next);
	}

	/** Pixels of both images. */
	@Benchmark
	public Object fusedCoronal() {
		final PlaneRequest request = next(AnatomicalPlane.CORONAL);
		return new Object[] { renderer.render(request), fusion.over(model.image(), request) };
	}

	/** As large as the image needs in any direction, 1348 x 1348 pixels, interpolated. */
	@Benchmark
	public Object turnedCoronal() {
		if (!model.isTurned()) {
			model.turn(AnatomicalPlane.AXIAL, 30);
			model.turn(AnatomicalPlane.SAGITTAL, 20);
		}
		final PlaneRequest now = model.request(AnatomicalPlane.CORONAL);
		next = (next + 1) % 100;
		return renderer.render(model.request(AnatomicalPlane.CORONAL, now.slice() - 50 + next));
	}

	/** Runs the benchmarks. */
	public static void main(final String[] args) throws RunnerException {
		new Runner(new OptionsBuilder().include("\\." + ViewsBenchmark.class.getSimpleName()).build()).run();
	}
}
