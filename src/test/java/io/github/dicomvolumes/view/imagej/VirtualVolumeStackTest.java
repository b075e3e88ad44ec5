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

package io.github.dicomvolumes.view.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.plugin.Duplicator;
import ij.plugin.HyperStackConverter;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.OpenFiles;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.data.Disclosure;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.volume.DicomVolume;
import io.github.dicomvolumes.volume.ImportOptions;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A virtual volume in ImageJ is like one in memory, except that changes are lost. */
class VirtualVolumeStackTest {

	@TempDir
	private Path folder;
	private List<Path> files;
	private ImagePlus memory;
	private DicomVolume volume;
	private ImagePlus virtual;

	@BeforeEach
	void open() throws IOException {
		files = new SyntheticSeries().signed()
			.values((k, r, c) -> 100 * k + 10 * r + c - 200)
			.rescale(2, -1024)
			.write(folder);
		memory = VolumeImagePlus.of(DicomVolumes.open(folder));
		volume = DicomVolumes.open(folder, ImportOptions.DEFAULT.withVirtual(true));
		virtual = VolumeImagePlus.of(volume);
	}

	@Test
	void looksTheSame() {
		assertTrue(virtual.getStack().isVirtual());
		assertEquals(memory.getTitle(), virtual.getTitle());
		assertArrayEquals(memory.getDimensions(), virtual.getDimensions());
		assertEquals(memory.getBitDepth(), virtual.getStack().getBitDepth());
		assertEquals(memory.getCalibration().toString(), virtual.getCalibration().toString());
		for (int n = 1; n <= 5; n++) {
			memory.setSlice(n);
			virtual.setSlice(n);
			assertArrayEquals((short[]) memory.getProcessor().getPixels(),
				(short[]) virtual.getProcessor().getPixels());
			assertEquals(memory.getStack().getSliceLabel(n), virtual.getStack().getSliceLabel(n));
			assertEquals(memory.getStack().getShortSliceLabel(n), virtual.getStack().getShortSliceLabel(n));
			assertEquals(memory.getStatistics().mean, virtual.getStatistics().mean);
		}
	}

	@Test
	void knowsItsVolumeUntilSlicesAreDeleted() {
		assertSame(volume, VolumeImagePlus.volume(virtual).orElseThrow());
		assertTrue(PatientSpace.of(virtual).isPresent());
		virtual.getStack().deleteSlice(2);
		assertEquals(4, virtual.getStack().size());
		assertTrue(VolumeImagePlus.volume(virtual).isEmpty());
		assertTrue(PatientSpace.of(virtual).isEmpty());
		assertTrue(virtual.getStack().getSliceLabel(2).startsWith("IM003\n"));
		assertEquals(32768, virtual.getStack().getProcessor(2).get(0), "slice 2 of the volume");
	}

	@Test
	void changesAreLostAndNeverReachTheVolume() {
		final ImageStack stack = virtual.getStack();
		final short[] pixels = (short[]) stack.getPixels(3);
		pixels[0] = 7;
		assertNotSame(pixels, stack.getPixels(3));
		assertEquals(32768, ((short[]) stack.getPixels(3))[0] & 0xFFFF);
		assertEquals(0, volume.stored().getAt(0, 0, 2).getRealDouble());
	}

	@Test
	void duplicateIsInMemory() {
		final ImagePlus copy = new Duplicator().run(virtual);
		for (int n = 1; n <= 5; n++)
			assertArrayEquals((short[]) memory.getStack().getPixels(n), (short[]) copy.getStack().getPixels(n));
		copy.getStack().getProcessor(3).add(1);
		assertEquals(1, copy.getStack().getProcessor(3).get(0) - virtual.getStack().getProcessor(3).get(0));
	}

	@Test
	void hyperstackOfAnotherOrder() throws IOException {
		final ImagePlus[] images = new ImagePlus[2];
		for (int i = 0; i < 2; i++) {
			final ImagePlus image = VolumeImagePlus
				.of(DicomVolumes.open(folder, ImportOptions.DEFAULT.withVirtual(i == 1)));
			image.getStack().deleteLastSlice();
			images[i] = HyperStackConverter.toHyperStack(new ImagePlus("four", image.getStack()), 2, 2, 1, "xyztc",
				"grayscale");
		}
		for (int n = 1; n <= 4; n++)
			assertEquals(images[0].getStack().getProcessor(n).get(0), images[1].getStack().getProcessor(n).get(0),
				"slice " + n);
		assertEquals(32768, images[1].getStack().getProcessor(2).get(0), "which was the third");
	}

	@Test
	void everySecondSlice() {
		((VirtualVolumeStack) virtual.getStack()).reduce(2);
		assertEquals(3, virtual.getStack().size());
		assertTrue(virtual.getStack().getSliceLabel(3).startsWith("IM005\n"));
	}

	@Test
	void sliceWhoseFileIsGoneIsBlankAndTheLogSaysWhy() throws IOException {
		virtual = VolumeImagePlus
			.of(DicomVolumes.open(folder, ImportOptions.DEFAULT.withVirtual(true).withCacheBytes(1)));
		Files.delete(files.get(3));
		final var said = new java.io.ByteArrayOutputStream();
		final java.io.PrintStream out = System.out;
		System.setOut(new java.io.PrintStream(said)); // where ImageJ logs without windows
		try {
			assertEquals(0, ((short[]) virtual.getStack().getPixels(4))[5]);
			virtual.getStack().getPixels(4);
		}
		finally {
			System.setOut(out);
		}
		final String log = IJ.getLog() == null ? said.toString() : IJ.getLog();
		assertEquals(1, log.split("no such file any more", -1).length - 1, log);
	}

	@Test
	void filesAreClosedWithTheImage() throws Exception {
		final Path packed = folder.resolve("frames.gz");
		try (var out = new java.util.zip.GZIPOutputStream(Files.newOutputStream(packed))) {
			out.write(new SyntheticSeries().slices(1).frames(5).toBytes(0));
		}
		volume = DicomVolumes.open(packed, ImportOptions.DEFAULT.withVirtual(true));
		virtual = VolumeImagePlus.of(volume);
		virtual.getStack().getPixels(2);
		assumeTrue(!OpenFiles.below(packed).isEmpty(), "needs a list of open files, as Linux has");
		virtual.flush(); // as ImageJ does when a window is closed
		java.awt.EventQueue.invokeAndWait(() -> {});
		assertEquals(List.of(), OpenFiles.below(packed));
	}

	/** As scripts do, which close nothing. */
	@Test
	void filesAreClosedWhenNobodyHasTheVolumeAnyMore() throws Exception {
		final Path packed = new SyntheticSeries().slices(5).writeZip(folder.resolve("slices.zip"));
		volume = DicomVolumes.open(packed, ImportOptions.DEFAULT.withVirtual(true));
		volume.plane(2, 0, 0);
		assumeTrue(!OpenFiles.below(packed).isEmpty(), "needs a list of open files, as Linux has");
		volume = null;
		for (int tries = 0; tries < 100 && !OpenFiles.below(packed).isEmpty(); tries++) {
			System.gc();
			Thread.sleep(50);
		}
		assertEquals(List.of(), OpenFiles.below(packed));
	}

	@Test
	void channelsAndTimesComeInImageJsOrder() throws IOException {
		final Path place = Files.createDirectory(folder.resolve("echoes"));
		for (int echo = 0; echo < 2; echo++) {
			final int add = 1000 * echo;
			new SyntheticSeries("echoes").modality("MR")
				.with(Tag.ECHO_TIME, 4.0 + echo)
				.values((k, r, c) -> add + k)
				.instanceNumbers(k -> k + add)
				.each((k, a) -> a.put(Tag.SOP_INSTANCE_UID, "1.2." + add + "." + k))
				.write(Files.createDirectory(place.resolve("e" + echo)));
		}
		final DicomVolume echoes = DicomVolumes.open(place, ImportOptions.DEFAULT.withVirtual(true));
		assertArrayEquals(new long[] { 16, 12, 5, 2, 1 }, echoes.dimensions());
		final ImagePlus image = VolumeImagePlus.of(echoes, Disclosure.HIDE);
		assertEquals(2, image.getNChannels());
		image.setPosition(2, 4, 1);
		assertEquals(1003, image.getProcessor().get(0));
		assertTrue(image.getStack().getSliceLabel(3).startsWith("Slice 3"));
	}
}
