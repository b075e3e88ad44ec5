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

package io.github.dicomvolumes.view.ortho.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Container;
import java.awt.Frame;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import javax.swing.JSlider;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.SyntheticStructures;
import io.github.dicomvolumes.command.Dialogs;
import io.github.dicomvolumes.command.TestImageJ;

/** Macros that open windows; needs a display. The series is 16 x 12 x 5 voxels, (x, y, z) is 1000 z + 10 y + x. */
class ViewsMacroTest {

	@TempDir
	Path folder;

	private TestImageJ ij;

	@BeforeEach
	void open() throws IOException {
		ij = TestImageJ.plain();
		final Path files = Files.createDirectory(folder.resolve("CT"));
		new SyntheticSeries("CT").write(files);
		ij.run("close('*'); run('DICOM Folder...', 'folder=[" + files.toString().replace('\\', '/') + "]');");
	}

	@AfterEach
	void close() {
		if (ij != null) ij.run("close('*');");
	}

	@Test
	void windowsOpenAtTheVoxelAndTheAxialOneIsActive() {
		assertEquals("CT [Axial] 4; 3 5 4; 864 1264", ij.value(
			"run('DICOM Orthogonal Views', 'x=3 y=4 z=2 width=400 center=1064'); list = getTitle + ' ' + nImages + ';';" +
				"titles = newArray('CT [Axial]', 'CT [Coronal]', 'CT [Sagittal]');" +
				"for (i = 0; i < 3; i++) { selectImage(titles[i]); list += ' ' + getSliceNumber; }" +
				"getMinAndMax(min, max); return list + '; ' + min + ' ' + max;"));
	}

	@Test
	void nextLineOfTheMacroMovesTheOpenWindows() {
		assertEquals("4 1 12 2058",
			ij.value("run('DICOM Orthogonal Views', 'x=3'); run('DICOM Orthogonal Views', 'y=11 z=0');" +
				"list = '' + nImages + ' ' + getSliceNumber; selectImage('CT [Coronal]'); list += ' ' + getSliceNumber;" +
				"setSlice(6); return list + ' ' + getPixel(8, 6 * 2);"));
	}

	/** They open where the others are, between voxels of their own, and do not take the others to one of these. */
	@Test
	void viewsOfACoarserImageLeaveTheOthersWhereTheyAre() throws IOException {
		final Path files = Files.createDirectory(folder.resolve("PT"));
		new SyntheticSeries("CT").series(2).modality("PT").pixelSpacing(4, 4).size(4, 6).gap(6).slices(3).write(files);
		assertEquals("8 6 2 PT 2 2",
			ij.value("run('DICOM Orthogonal Views', 'x=7 y=5 z=1'); run('DICOM Folder...', 'folder=[" +
				files.toString().replace('\\', '/') +
				"]'); rename('PT'); run('DICOM Orthogonal Views', ''); list = ' ';" +
				"titles = newArray('CT [Sagittal]', 'CT [Coronal]', 'CT [Axial]');" +
				"for (i = 0; i < 3; i++) { selectImage(titles[i]); list = list + getSliceNumber + ' '; }" +
				"selectImage('PT [Sagittal]'); list = list + 'PT ' + getSliceNumber; selectImage('PT [Axial]');" +
				"return String.trim(list) + ' ' + getSliceNumber;"));
	}

	@Test
	void viewsFollowTheChannelAndTimeOfTheirImage() {
		assertEquals("6 5 6", ij.value("close('*'); newImage('hyper', '8-bit grayscale-mode', 9, 9, 2, 4, 3);" +
			"for (t = 1; t <= 3; t++) for (c = 1; c <= 2; c++) for (z = 1; z <= 4; z++) { Stack.setPosition(c, z, t);" +
			"setPixel(0, 0, c + 2 * (t - 1)); } Stack.setPosition(2, 1, 3);" +
			"run('DICOM Orthogonal Views', 'x=0 y=0 z=0'); list = '' + getPixel(0, 0); selectImage('hyper');" +
			"Stack.setPosition(1, 1, 3); selectImage('hyper [XY]'); list += ' ' + getPixel(0, 0); selectImage('hyper');" +
			"Stack.setPosition(2, 1, 3); selectImage('hyper [XY]'); return list + ' ' + getPixel(0, 0);"));
	}

	@Test
	void aPersonWhoAsksAgainFindsTheViewsAsTheyWere() throws Exception {
		ij.run("run('DICOM Orthogonal Views', 'x=3 pixels=Raw slab=Maximum');");
		assertEquals("3 5",
			ij.value("selectImage('CT [Coronal]'); getVoxelSize(w, h, d, u); return '' + h + ' ' + getHeight;"));
		Dialogs.menu(ij, "DICOM Orthogonal Views");
		Dialogs.awaitShown(ij, "CT [Axial]"); // becomes the active image again
		assertEquals("CT [Axial] 12 3058", ij.value(
			"title = getTitle; selectImage('CT [Axial]');" + "return title + ' ' + getHeight + ' ' + getPixel(8, 5);"));
	}

	/** The ROI Manager and the overlay are those of the image behind the plane. */
	@Test
	void structuresAreDrawnIntoTheImageBehindThePlanes() throws IOException {
		final Path file = folder.resolve("rs.dcm");
		new SyntheticStructures(new SyntheticSeries("CT"))
			.add("PTV", null, SyntheticStructures.rectangle(-8.25, -15, -4.25, -3, 36))
			.write(file);
		assertEquals("1 PTV 3 0", ij.value("roiManager('reset'); run('DICOM Orthogonal Views', '');" +
			"selectImage('CT [Coronal]'); run('DICOM Structure Set...', 'file=[" + file.toString().replace('\\', '/') +
			"]'); own = Overlay.size; selectImage('CT'); Overlay.activateSelection(0);" +
			"return '' + Overlay.size + ' ' + Roi.getName + ' ' + own;"));
	}

	@Test
	void closingOneWindowClosesTheOthersSoon() {
		assertEquals("1 CT", ij.value("run('DICOM Orthogonal Views', ''); close('CT [Sagittal]');" +
			"for (i = 0; i < 300 && nImages > 1; i++) wait(100); return '' + nImages + ' ' + getTitle;"));
	}

	@Test
	void macroClosesAllImagesWithoutAMessage() {
		assertEquals("0", ij.value("run('DICOM Orthogonal Views', ''); close('*'); return '' + nImages;"));
	}

	@Test
	void inBatchModeThereAreImagesInstead() {
		assertEquals("CT [Axial] 4 1 2", ij.value("setBatchMode(true); selectImage('CT');" +
			"run('DICOM Orthogonal Views', 'z=2 pixels=Raw'); first = getTitle + ' '; selectImage('CT [Coronal]'); return first + nImages + ' ' + nSlices + ' ' + floor(getPixel(0, 2) / 1000);"));
	}

	/** Sliders are in the window only. */
	@Test
	void figureOfAMacroIsTheSameInAWindowAndInBatchMode() {
		final String figure = "run('DICOM Planes Figure...', 'axial=1 coronal=9 sagittal=3 crosshair letters');" +
			"getVoxelSize(w, h, d, unit); sum = 0; for (y = 0; y < getHeight; y++) for (x = 0; x < getWidth; x++)" +
			" sum += (getPixel(x, y) & 0xffffff) * (1 + (x + 31 * y) % 97);" +
			"return getTitle + ' ' + getWidth + 'x' + getHeight + ' ' + bitDepth + ' ' + w + unit + ' ' + sum;";
		final String shown = ij.value(figure);
		assertEquals(3, sliders());
		assertEquals("1", ij.value("close('CT [Planes]'); return '' + nImages;"));
		assertEquals(0, sliders());
		assertEquals(shown, ij.value("setBatchMode(true); selectImage('CT'); " + figure));
		assertEquals(0, sliders());
		assertTrue(shown.startsWith("CT [Planes] "), shown);
	}

	private static long sliders() {
		return Stream.of(Frame.getFrames()).filter(Frame::isShowing).mapToLong(ViewsMacroTest::sliders).sum();
	}

	private static long sliders(final Container container) {
		return Stream.of(container.getComponents())
			.mapToLong(component -> component instanceof JSlider ? 1
				: component instanceof Container inner ? sliders(inner) : 0)
			.sum();
	}

	@Test
	void impossibleVoxelOpensNothing() {
		assertEquals("z=5 is not allowed; it must be -1 (the middle) or 0 to 4.",
			ij.value("run('DICOM Orthogonal Views', 'z=5');"));
		assertEquals("1", ij.value("return '' + nImages;"));
	}
}
