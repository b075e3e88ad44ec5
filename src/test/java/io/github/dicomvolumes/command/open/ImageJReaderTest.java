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

package io.github.dicomvolumes.command.open;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.SyntheticSeries;

import ij.ImagePlus;
import ij.plugin.DICOM;
import ij.process.ImageProcessor;

import net.imglib2.RandomAccess;
import net.imglib2.type.numeric.RealType;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left to ImageJ, ImageJ reads as we do: every value of every pixel. */
class ImageJReaderTest {

	private static final Path DATA = Path.of("../shared/data");

	/** ImageJ multiplies by a command, which needs its menus. */
	@BeforeEach
	void needsDisplay() {
		assumeFalse(GraphicsEnvironment.isHeadless(), "needs a display");
	}

	@Test
	void syntheticSlices(@TempDir final Path folder) throws IOException {
		final List<SyntheticSeries> all = List.of(new SyntheticSeries(), new SyntheticSeries().signed(),
			new SyntheticSeries().bits(8), new SyntheticSeries().bits(16, 12, 11),
			new SyntheticSeries().rescale(1, -1024), new SyntheticSeries().signed().rescale(1, -1024),
			new SyntheticSeries().rescale(0.25, 3), new SyntheticSeries().bits(8).rescale(2, 0));
		for (int i = 0; i < all.size(); i++) {
			final Path file = Files.write(folder.resolve("slice" + i), all.get(i).toBytes(0));
			assertEquals(PlaceKind.SLICE_FOR_IMAGEJ, PlaceKind.of(file));
			assertSame(file);
		}
	}

	@Test
	void realSlices() throws IOException {
		assumeTrue(Files.isDirectory(DATA), "no data beside the checkout");
		int slices = 0;
		try (Stream<Path> files = Files.walk(DATA)) {
			for (final Path file : files.filter(Files::isRegularFile).sorted().toList()) {
				if (PlaceKind.of(file) != PlaceKind.SLICE_FOR_IMAGEJ) continue;
				assertSame(file);
				slices++;
			}
		}
		assertTrue(slices > 50, slices + " slices");
	}

	private static void assertSame(final Path file) throws IOException {
		final DICOM theirs = new DICOM();
		theirs.open(file.toString());
		assertTrue(theirs.getWidth() > 0, file + " is not opened");
		final ImageProcessor pixels = values(theirs);
		final RandomAccess<? extends RealType<?>> ours = DicomVolumes.open(file).values().randomAccess();
		for (int y = 0; y < pixels.getHeight(); y++)
			for (int x = 0; x < pixels.getWidth(); x++) {
				ours.setPosition(x, 0);
				ours.setPosition(y, 1);
				assertEquals(ours.get().getRealDouble(), pixels.getf(x, y), 1e-3, file + " at " + x + ", " + y);
			}
	}

	private static ImageProcessor values(final ImagePlus image) {
		final ImageProcessor pixels = image.getProcessor();
		pixels.setCalibrationTable(image.getCalibration().getCTable());
		return pixels.convertToFloat();
	}
}
