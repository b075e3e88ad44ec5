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
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.geometry.AnatomicalPlane;
import io.github.dicomvolumes.volume.ImportOptions;
import io.github.dicomvolumes.volume.sample.PlaneBlocks;

import ij.ImageStack;
import ij.plugin.FolderOpener;
import ij.plugin.Orthogonal_Views;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
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
 * How long does somebody wait who scrolls through a virtual volume of 2,000 slices of 512 x 512 x 16 bit (1 GB, in the
 * page cache) at 20 slices a second, with 256 MB of heap and with 2 GB? And in ImageJ's own Orthogonal Views of its own
 * virtual stack of the same files? Milliseconds for a plane: the middle of the distribution (p0.50), the mean, in which
 * the passes over the files are, and the longest (p1.00).
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1, time = 5)
@Measurement(iterations = 1, time = 15)
@Fork(value = 1, jvmArgsAppend = { "-Djava.awt.headless=true", "--add-opens=java.base/java.lang=ALL-UNNAMED" })
public class VirtualPlaneBenchmark {

	/** The system property that names the folder, which main writes. */
	private static final String FOLDER = "virtual.planes";

	private static final int SIDE = 512, SLICES = 2000;

	/** Between two steps of the wheel, in ms. */
	private static final int PAUSE = 50;

	/** Axial is XY, coronal XZ, sagittal YZ. */
	@Param
	public AnatomicalPlane plane;

	private OrthoImage image;
	private PlaneBlocks blocks;
	private PlaneRenderer renderer;
	private int next;

	/** ImageJ's own views of its own virtual stack, opened when they are needed. */
	@State(Scope.Benchmark)
	public static class Theirs {

		private ImageStack stack;
		private Orthogonal_Views views;
		private Method xz;
		private Method yz;

		@Setup
		public void setup() throws ReflectiveOperationException {
			stack = FolderOpener.open(System.getProperty(FOLDER), "virtual").getStack();
			views = new Orthogonal_Views();
			method("createProcessors", ImageStack.class).invoke(views, stack);
			xz = method("updateXZView", Point.class, ImageStack.class);
			yz = method("updateYZView", Point.class, ImageStack.class);
		}

		private static Method method(final String name, final Class<?>... types) throws ReflectiveOperationException {
			final Method method = Orthogonal_Views.class.getDeclaredMethod(name, types);
			method.setAccessible(true);
			return method;
		}
	}

	@Setup
	public void open() throws IOException {
		image = OrthoImage
			.of(DicomVolumes.open(Path.of(System.getProperty(FOLDER)), ImportOptions.DEFAULT.withVirtual(true)));
		blocks = image.blocks();
		renderer = new PlaneRenderer(image, blocks);
	}

	@Setup(Level.Invocation)
	public void pause() throws InterruptedException {
		Thread.sleep(PAUSE);
		next = (next + 1) % SIDE;
	}

	@TearDown
	public void close() {
		blocks.close();
	}

	@Benchmark
	public Object raw() {
		return renderer.render(new PlaneRequest(image.plane(plane, Pixels.RAW), next, 0, 0, Slab.NONE, false));
	}

	@Benchmark
	public Object imageJ(final Theirs theirs) throws ReflectiveOperationException {
		return switch (plane) {
			case AXIAL -> theirs.stack.getProcessor(1 + next);
			case CORONAL -> theirs.xz.invoke(theirs.views, new Point(next, next), theirs.stack);
			case SAGITTAL -> theirs.yz.invoke(theirs.views, new Point(next, next), theirs.stack);
		};
	}

	/** Runs the benchmarks with both heaps; those whose names match the first argument, if there is one. */
	public static void main(final String[] args) throws RunnerException, IOException {
		final Path folder = Files.createTempDirectory("virtual-planes");
		new SyntheticSeries("chest").slices(SLICES)
			.size(SIDE, SIDE)
			.pixelSpacing(0.7, 0.7)
			.gap(0.6)
			.bits(16, 12, 11)
			.rescale(1, -1024)
			.values((k, r, c) -> k * 31 + r * 7 + c & 0xFFF)
			.write(folder);
		try {
			for (final String heap : new String[] { "-Xmx256m", "-Xmx2g" })
				new Runner(new OptionsBuilder()
					.include("\\." + VirtualPlaneBenchmark.class.getSimpleName() + "\\." +
						(args.length == 0 ? "" : args[0] + "$"))
					.jvmArgsPrepend(heap, "-D" + FOLDER + "=" + folder)
					.build()).run();
		}
		finally {
			final List<Path> files;
			try (Stream<Path> list = Files.list(folder)) {
				files = list.toList();
			}
			for (final Path file : files)
				Files.delete(file);
			Files.delete(folder);
		}
	}
}
