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

import static io.github.dicomvolumes.command.Dialogs.awaitThat;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Array;
import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.SyntheticCases;
import io.github.dicomvolumes.geometry.AnatomicalPlane;
import io.github.dicomvolumes.volume.ImportOptions;
import io.github.dicomvolumes.volume.sample.PlaneBlocks;

import ij.ImagePlus;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sections that are copied together: as true as those that are read one by one, and read as seldom as can be. */
class PlaneBlocksTest {

	private static final int WIDTH = 100, HEIGHT = 70, SLICES = 20;
	private static final long HEAP = 1L << 30;
	/** One of so many bytes of the heap is for blocks. */
	private static final int PART = 4;

	private final CountingStack stack = new CountingStack(WIDTH, HEIGHT, SLICES);
	private final OrthoImage virtual = OrthoImage.of(new ImagePlus("virtual", stack));
	private PlaneBlocks blocks = virtual.blocks(HEAP);

	/** ImageJ has read the first slice. */
	@BeforeEach
	void count() {
		stack.reads();
	}

	@AfterEach
	void close() {
		blocks.close();
	}

	// -- In memory --

	@ParameterizedTest
	@ValueSource(strings = { "8-bit", "16-bit", "32-bit", "RGB" })
	void scrollingShowsWhatASingleLookShows(final String type) {
		final OrthoImage image = OrthoImage.of(Scenes.image(type, 45, 33, 2, 5, 2));
		blocks = image.blocks(HEAP);
		final PlaneRenderer scrolling = new PlaneRenderer(image, blocks), single = new PlaneRenderer(image);
		for (final AnatomicalPlane which : AnatomicalPlane.values())
			for (final Pixels pixels : Pixels.values())
				for (int n = 0; n < 90; n++) {
					final Plane plane = image.plane(which, pixels);
					// to and fro, in a channel and a time that change now and then
					final int slice = Math.abs(n - 45) % plane.slices();
					final PlaneRequest request = new PlaneRequest(plane, slice, n / 20 % 2, n / 40 % 2, Slab.NONE,
						n % 7 == 0);
					assertArrayEquals(values(single.render(request)), values(scrolling.render(request)),
						request.toString());
				}
	}

	@Test
	void onlyScrollingCopiesTheNeighbours() {
		final ImagePlus source = Scenes.image("16-bit", 45, 33, 1, 5, 1);
		final OrthoImage image = OrthoImage.of(source);
		blocks = image.blocks(HEAP);
		assertTrue(blocks.at(0, 10, 0, 0).isEmpty(), "nobody has scrolled yet");
		assertTrue(blocks.at(0, 10, 0, 0).isEmpty(), "the same again");
		assertTrue(blocks.at(0, 11, 0, 0).isPresent());
		assertTrue(blocks.at(0, 30, 0, 0).isEmpty(), "a jump");
		assertTrue(blocks.at(1, 10, 0, 0).isEmpty() && blocks.at(1, 11, 0, 0).isEmpty(), "rows are together anyway");
	}

	@Test
	void editsAreSeenAfterClearAndByASingleLookAtOnce() {
		final ImagePlus source = Scenes.image("16-bit", 45, 33, 1, 5, 1);
		final OrthoImage image = OrthoImage.of(source);
		blocks = image.blocks(HEAP);
		final PlaneRenderer scrolling = new PlaneRenderer(image, blocks);
		final Plane plane = image.plane(AnatomicalPlane.SAGITTAL, Pixels.RAW);
		scrolling.render(request(plane, 8));
		scrolling.render(request(plane, 9));
		source.getStack().setVoxel(10, 0, 0, 777);
		assertEquals(777, Scenes.at(new PlaneRenderer(image).render(request(plane, 10)), 0));
		assertEquals(10, Scenes.at(scrolling.render(request(plane, 10)), 0), "copied before, so that clear is needed");
		blocks.clear();
		assertEquals(777, Scenes.at(scrolling.render(request(plane, 11 - 1)), 0));
		assertEquals(OptionalDouble.of(777), blocks.held(new int[] { 10, 0, 0 }, 0, 0));
	}

	// -- Virtual --

	@ParameterizedTest
	@ValueSource(ints = { 0, 1 })
	void aPassOverTheSlicesGivesManySections(final int axis) {
		final int size = blocks.size(axis);
		assertEquals(32, size);
		for (int index = 0; index < size; index++) {
			final Object section = blocks.at(axis, index, 0, 0).orElseThrow();
			assertEquals(axis == 0 ? CountingStack.value(index, 3, 2) : CountingStack.value(3, index, 2),
				Scenes.at(section, 3 + 2 * (axis == 0 ? HEIGHT : WIDTH)));
		}
		awaitThat(() -> blocks.held(voxel(axis, size), 0, 0).isPresent()); // the next ones, ahead of the scrolling
		assertEquals(2 * SLICES, stack.reads());
		assertFalse(stack.isDisturbed());
	}

	@ParameterizedTest
	@ValueSource(strings = { "axial_asc", "sagittal", "double_oblique", "feetward_axial" })
	void planesOfAVirtualVolumeAreThoseOfTheVolumeInMemory(final String name, @TempDir final Path folder)
		throws IOException
	{
		final Path files = SyntheticCases.write(name, folder);
		final OrthoImage memory = OrthoImage.of(DicomVolumes.open(files));
		final OrthoImage image = OrthoImage.of(DicomVolumes.open(files, ImportOptions.DEFAULT.withVirtual(true)));
		assertTrue(image.isVirtual() && image.isConcurrent());
		blocks = image.blocks(HEAP);
		for (final AnatomicalPlane which : AnatomicalPlane.values()) {
			final Plane plane = image.plane(which, Pixels.ISOTROPIC);
			for (int slice = 0; slice < plane.slices(); slice++)
				for (final Slab slab : new Slab[] { Slab.NONE, new Slab(Slab.Mode.MEAN, 4),
					new Slab(Slab.Mode.MAX, 1e6) })
				{
					final PlaneRequest request = new PlaneRequest(plane, slice, 0, 0, slab, false);
					final double[] expected = values(new PlaneRenderer(memory).render(request));
					assertArrayEquals(expected, values(new PlaneRenderer(image, blocks).render(request)),
						request.toString());
					assertArrayEquals(expected, values(new PlaneRenderer(image).render(request)), request.toString());
				}
		}
	}

	@Test
	void theNextBlockIsReadInTheDirectionOfTheScrolling() {
		final int size = blocks.size(1);
		blocks.at(1, size + 5, 0, 0);
		assertEquals(SLICES, stack.reads());
		blocks.at(1, size + 4, 0, 0);
		awaitThat(() -> blocks.held(voxel(1, 0), 0, 0).isPresent());
		blocks.at(1, size - 1, 0, 0);
		assertEquals(SLICES, stack.reads(), "was there, and before the first is none");
	}

	@Test
	void valuesAreThoseAtHandAndNothingIsReadForThem() {
		final int[] voxel = { 7, 11, 5 };
		assertTrue(blocks.held(voxel, 0, 0).isEmpty());
		blocks.at(2, 5, 0, 0);
		assertEquals(OptionalDouble.of(CountingStack.value(7, 11, 5)), blocks.held(voxel, 0, 0));
		assertEquals(OptionalDouble.empty(), blocks.held(new int[] { 7, 11, 6 }, 0, 0));
		blocks.at(0, 7, 0, 0);
		assertEquals(OptionalDouble.of(CountingStack.value(7, 11, 6)), blocks.held(new int[] { 7, 11, 6 }, 0, 0));
		blocks.at(1, 12, 0, 0);
		assertEquals(OptionalDouble.of(CountingStack.value(50, 12, 19)), blocks.held(new int[] { 50, 12, 19 }, 0, 0));
		assertEquals(1 + SLICES + SLICES, stack.reads());
	}

	/** Of a 512 x 512 x 2000 volume on a heap of 256 MB, all blocks together take a quarter of that. */
	@Test
	void blocksTakeAPartOfTheHeap() {
		final OrthoImage large = OrthoImage.of(new ImagePlus("large", new CountingStack(512, 512, 2000)));
		final long heap = 256L << 20;
		try (PlaneBlocks some = large.blocks(heap)) {
			assertEquals(8, some.size(0), "2 MB each");
			assertEquals(4, some.size(1));
			assertEquals(1, some.size(2));
			assertTrue(2 * (8 + 4) * (2L << 20) < heap / PART);
		}
	}

	@Test
	void oldBlocksAreDropped() {
		final OrthoImage image = OrthoImage.of(new ImagePlus("virtual", stack));
		final long sections = 2L * HEIGHT * SLICES * 10; // of two bytes, across x
		blocks = image.blocks(2 * 2 * sections * PART); // two blocks of ten across x
		assertEquals(10, blocks.size(0));
		for (final int index : new int[] { 5, 45, 75 })
			blocks.at(0, index, 0, 0);
		assertTrue(blocks.held(voxel(0, 5), 0, 0).isEmpty());
		assertTrue(blocks.held(voxel(0, 45), 0, 0).isPresent());
		assertTrue(blocks.held(voxel(0, 75), 0, 0).isPresent());
	}

	@Test
	void slabsOfVirtualImagesComeFromBlocksToo() {
		final Plane plane = virtual.plane(AnatomicalPlane.CORONAL, Pixels.RAW);
		final Slab slab = new Slab(Slab.Mode.MAX, 6);
		final PlaneRenderer renderer = new PlaneRenderer(virtual, blocks);
		for (int slice = 10; slice < 20; slice++)
			assertEquals(CountingStack.value(4, slice + 3, 0),
				Scenes.at(renderer.render(new PlaneRequest(plane, slice, 0, 0, slab, false)), 4));
		awaitThat(() -> blocks.held(voxel(1, 32), 0, 0).isPresent());
		assertEquals(2 * SLICES, stack.reads());
	}

	@Test
	void whatCouldNotBeReadIsTriedAgain() {
		stack.setGone(true);
		assertThrows(UncheckedIOException.class, () -> blocks.at(0, 5, 0, 0));
		stack.setGone(false);
		assertEquals(5, Scenes.at(blocks.at(0, 5, 0, 0).orElseThrow(), 0));
	}

	@Test
	void severalThreadsReadABlockOnce() throws InterruptedException {
		final Thread[] threads = new Thread[4];
		for (int n = 0; n < threads.length; n++) {
			final int index = n;
			threads[n] = new Thread(() -> blocks.at(0, index, 0, 0));
			threads[n].start();
		}
		for (final Thread thread : threads)
			thread.join();
		assertFalse(stack.isDisturbed());
		awaitThat(() -> blocks.held(voxel(0, 40), 0, 0).isPresent() || noThread());
		final int reads = stack.reads();
		assertTrue(reads == SLICES || reads == 2 * SLICES, reads + " reads; the next block may be read ahead");
	}

	@Test
	void theThreadEndsWithTheBlocks() {
		blocks.at(0, 0, 0, 0);
		blocks.at(0, 1, 0, 0);
		blocks.close();
		awaitThat(PlaneBlocksTest::noThread);
		blocks.at(0, 2, 0, 0);
		blocks.at(0, 3, 0, 0);
		assertTrue(noThread());
	}

	private static double[] values(final Object pixels) {
		return IntStream.range(0, Array.getLength(pixels)).mapToDouble(n -> Scenes.at(pixels, n)).toArray();
	}

	private static boolean noThread() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.noneMatch(thread -> thread.getName().equals("Orthogonal Views, ahead"));
	}

	private static int[] voxel(final int axis, final int index) {
		final int[] voxel = { 1, 1, 1 };
		voxel[axis] = index;
		return voxel;
	}

	private static PlaneRequest request(final Plane plane, final int slice) {
		return new PlaneRequest(plane, slice, 0, 0, Slab.NONE, false);
	}
}
