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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ij.ImagePlus;
import ij.gui.ImageRoi;
import ij.gui.Overlay;
import ij.gui.Roi;

import java.awt.Rectangle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.SyntheticObjects;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.data.AttributesBuilder;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.TransferSyntax;
import io.github.dicomvolumes.data.VR;
import io.github.dicomvolumes.volume.DicomVolume;

/** R47: overlays of files become selections on their slices, and no pixel changes. */
class OverlayRoisTest {

	@TempDir
	Path folder;

	@Test
	void selectionLiesOnItsSliceAtItsPixels() throws IOException {
		final ImagePlus image = open(new SyntheticSeries().slice(2, a -> put(a, 2, 3, 3, 7, (byte) 0b111_011)));
		final Roi roi = only(image);
		assertEquals(new Rectangle(6, 2, 3, 2), roi.getBounds());
		assertTrue(roi.contains(6, 2) && roi.contains(7, 2) && roi.contains(6, 3) && roi.contains(8, 3));
		assertTrue(!roi.contains(8, 2));
		assertEquals(3, roi.getPosition());
		assertEquals("marks", roi.getName());
		assertEquals("6002 G", roi.getProperty("DICOM Overlay"));
		image.setSlice(3);
		image.setRoi((Roi) roi.clone());
		assertEquals(5, image.getStatistics().area / (0.5 * 2), 1e-9);
		assertEquals(4023, image.getStack().getVoxel(3, 2, 4));
	}

	@Test
	void regionIsOutlined() throws IOException {
		final Roi roi = only(open(
			new SyntheticSeries().slice(0, a -> put(a.put(0x60020040, VR.CS, "R".getBytes()), 1, 2, 1, 1, (byte) 3))));
		assertEquals("6002 R", roi.getProperty("DICOM Overlay"));
		assertNull(roi.getFillColor());
	}

	/** R47: 12 bits stored, the overlay in bit 15; the values are those without it. */
	@Test
	void embeddedInBit15() throws IOException {
		for (final TransferSyntax syntax : new TransferSyntax[] { TransferSyntax.EXPLICIT_LITTLE_ENDIAN,
			TransferSyntax.EXPLICIT_BIG_ENDIAN })
		{
			final ImagePlus image = open(new SyntheticSeries().syntax(syntax)
				.bits(16, 12, 11)
				.words((k, r, c) -> 10 * r + c + (k == 1 && r >= 4 && r < 6 && c == 9 ? 1 << 15 : 0))
				.each((k, a) -> a.put(0x60000010, VR.US, 12)
					.put(0x60000011, VR.US, 16)
					.put(0x60000100, VR.US, 16)
					.put(0x60000102, VR.US, 15)));
			final Roi roi = only(image);
			assertEquals(new Rectangle(9, 4, 1, 2), roi.getBounds());
			assertEquals(2, roi.getPosition());
			assertEquals("Overlay 6000", roi.getName());
			assertEquals(49, image.getStack().getVoxel(9, 4, 1));
		}
	}

	@Test
	void bigEndianWords() throws IOException {
		// the writer swaps the words of OW, which the test gives in little endian
		final Roi roi = only(open(new SyntheticSeries().syntax(TransferSyntax.EXPLICIT_BIG_ENDIAN)
			.slice(0,
				a -> a.put(0x60000010, VR.US, 1)
					.put(0x60000011, VR.US, 16)
					.put(0x60000050, VR.SS, 1, 1)
					.put(0x60003000, VR.OW, (byte) 2, (byte) 0))));
		assertEquals(new Rectangle(1, 0, 1, 1), roi.getBounds());
	}

	@Test
	void placeInAHyperstack() throws IOException {
		final Roi roi = only(open(new SyntheticSeries().slices(12)
			.positions(k -> new double[] { -10, -20, 30 + 3 * (k % 4) })
			.each((k, a) -> a.put(Tag.TEMPORAL_POSITION_IDENTIFIER, k / 4 + 1))
			.slice(9, a -> put(a, 1, 2, 1, 1, (byte) 3))));
		assertEquals("1 2 3", roi.getCPosition() + " " + roi.getZPosition() + " " + roi.getTPosition());
	}

	@Test
	void framesOfAMultiFrameFile() throws IOException {
		// two frames of 16 x 12 bits: column 3 of row 0 for frame 2, column 4 of row 0 for frame 3, counted from 1
		final byte[] data = new byte[2 * 16 * 12 / 8];
		data[0] = 1 << 3;
		data[16 * 12 / 8] = 1 << 4;
		final Overlay overlay = open(new SyntheticSeries().slices(1)
			.frames(4)
			.modality("US")
			.without(Tag.IMAGE_POSITION_PATIENT)
			.without(Tag.IMAGE_ORIENTATION_PATIENT)
			.each((k, a) -> a.put(0x60000010, VR.US, 12)
				.put(0x60000011, VR.US, 16)
				.put(0x60000015, VR.IS, 2)
				.put(0x60000050, VR.SS, 1, 1)
				.put(0x60000051, VR.US, 2)
				.put(0x60003000, VR.OW, data)))
			.getOverlay();
		assertEquals(2, overlay.size());
		assertEquals("2 at 3, 3 at 4", overlay.get(0).getTPosition() + " at " + overlay.get(0).getBounds().x + ", " +
			overlay.get(1).getTPosition() + " at " + overlay.get(1).getBounds().x);
	}

	@Test
	void mosaicIsCutWithItsOverlay() throws IOException {
		// 2 x 2 tiles of 16 x 12: pixel (20, 14) of the whole is (4, 2) of the last tile
		final byte[] data = new byte[32 * 24 / 8];
		data[(14 * 32 + 20) / 8] = 1 << 20 % 8;
		final Roi roi = only(open(SyntheticObjects.mosaic("mosaic", 4, SyntheticObjects.mosaicCsa(2, 4, 0, 0, 1))
			.slices(1)
			.each((k, a) -> a.put(0x60000010, VR.US, 24)
				.put(0x60000011, VR.US, 32)
				.put(0x60000050, VR.SS, 1, 1)
				.put(0x60003000, VR.OW, data))));
		assertEquals(new Rectangle(4, 2, 1, 1), roi.getBounds());
		assertEquals(4, roi.getPosition());
	}

	@Test
	void dataTooLargeForTheHeaderAreReadAgain() throws IOException {
		final byte[] data = new byte[4000 * 4000 / 8]; // 2 MB
		data[(4000 * 5 + 8) / 8] = 1; // column 8 of row 5
		final Roi roi = only(open(new SyntheticSeries().slices(1)
			.each((k, a) -> a.put(0x60000010, VR.US, 4000)
				.put(0x60000011, VR.US, 4000)
				.put(0x60000050, VR.SS, 1, 1)
				.put(0x60003000, VR.OW, data))));
		assertEquals(new Rectangle(8, 5, 1, 1), roi.getBounds());
	}

	@Test
	void noiseIsShownAsAPicture() throws IOException {
		final byte[] data = new byte[512 * 512 / 8];
		new Random(1).nextBytes(data);
		assertInstanceOf(ImageRoi.class,
			only(open(new SyntheticSeries().slices(1)
				.size(512, 512)
				.each((k, a) -> a.put(0x60000010, VR.US, 512)
					.put(0x60000011, VR.US, 512)
					.put(0x60000050, VR.SS, 1, 1)
					.put(0x60003000, VR.OW, data)))));
	}

	@Test
	void noneIsNoOverlay() throws IOException {
		assertNull(open(new SyntheticSeries()).getOverlay());
		assertNull(open(new SyntheticSeries().slice(1, a -> put(a, 1, 2, 100, 100, (byte) 3))).getOverlay(),
			"all outside the image");
	}

	/** pydicom counts 222 pixels in rows 36 to 299 and columns 46 to 434. */
	@Test
	void sampleOfPydicom() throws IOException {
		final Path file = Path.of("../shared/data/pydicom/examples_overlay.dcm");
		assumeTrue(Files.exists(file));
		final DicomVolume volume = DicomVolumes.open(file);
		final ImagePlus image = VolumeImagePlus.of(volume);
		final Roi roi = only(image);
		assertEquals(new Rectangle(46, 36, 389, 264), roi.getBounds());
		assertEquals("Siemens MedCom Object Graphics", roi.getName());
		final byte[] mask = (byte[]) roi.getMask().getPixels();
		int count = 0;
		for (final byte pixel : mask)
			if (pixel != 0) count++;
		assertEquals(222, count);
		final short[] pixels = (short[]) image.getProcessor().getPixels();
		final int[] sorted = new int[pixels.length];
		Arrays.setAll(sorted, i -> pixels[i]);
		Arrays.sort(sorted);
		assertEquals(0, sorted[0]);
		assertEquals(1123, sorted[sorted.length - 1], "as pydicom has it");
	}

	/** Group 6002 of at most 8 pixels. */
	private static void put(final AttributesBuilder a, final int rows, final int columns, final int row,
		final int column, final byte bits)
	{
		a.put(0x60020010, VR.US, rows)
			.put(0x60020011, VR.US, columns)
			.put(0x60020050, VR.SS, row, column)
			.put(0x60021500, VR.LO, "marks".getBytes())
			.put(0x60023000, VR.OW, bits, (byte) 0);
	}

	private static Roi only(final ImagePlus image) {
		final Overlay overlay = image.getOverlay();
		assertEquals(1, overlay.size());
		return overlay.get(0);
	}

	private ImagePlus open(final SyntheticSeries series) throws IOException {
		series.write(folder);
		return VolumeImagePlus.of(DicomVolumes.open(folder));
	}
}
