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

package io.github.dicomvolumes.view.resample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.dicomvolumes.SyntheticObjects;
import io.github.dicomvolumes.SyntheticObjects.SegmentFrame;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.command.TestImageJ;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.view.plane.Reslice;

/**
 * DICOM Resample... and oblique DICOM Reslice... in macros without windows. The series is 16 x 12 x 5 voxels of 0.5 x 2
 * x 3 mm from (-10, -20, 30) on, (x, y, z) holds 1000 z + 10 y + x.
 */
class ResampleMacroTest {

	private static final String SIZE = "getVoxelSize(w, h, d, unit); getDimensions(x, y, c, z, t);" +
		"return getTitle + ' ' + x + 'x' + y + 'x' + z + ' ' + w + ' ' + h + ' ' + d + ' ' + unit";

	@TempDir
	Path folder;

	private final TestImageJ ij = TestImageJ.headless();

	@BeforeEach
	void open() throws IOException {
		ij.run("close('*');");
		open(new SyntheticSeries("CT").with(Tag.FRAME_OF_REFERENCE_UID, "1.2.3"));
	}

	private void open(final SyntheticSeries series) throws IOException {
		final Path files = Files.createTempDirectory(folder, "series");
		series.write(files);
		ij.run("run('DICOM Folder...', 'folder=[" + path(files) + "]');");
	}

	@Test
	void withoutInputsItHasCubesOfTheSmallestVoxel() {
		assertEquals("CT [Resampled] 16x48x30 0.5 0.5 0.5 mm", ij.value("run('DICOM Resample...');" + SIZE + ";"));
	}

	/**
	 * Columns of 1 mm lie between two of 0.5 mm, of 2 mm between four: column 2 of slice 2 at 4.5, the value is
	 * rounded.
	 */
	@Test
	void spacingIsOneNumberOrThree() {
		assertEquals("CT [Resampled] 8x12x5 1 2 3 mm 2005", ij.value("run('DICOM Resample...', 'spacing=[1 2 3]');" +
			"setSlice(3); value = getValue(2, 0);" + SIZE + " + ' ' + value;"));
		assertEquals("CT [Resampled]-1 4x12x8 2 2 2 mm",
			ij.value("selectImage('CT'); run('DICOM Resample...', 'spacing=2');" + SIZE + ";"));
	}

	@Test
	void badInputsSayWhatIsAllowed() {
		assertEquals("spacing=1 2 is not allowed; it must be one positive number or three, in mm, such as 1 or " +
			"0.5 0.5 2, or empty.", ij.value("run('DICOM Resample...', 'spacing=[1 2]');"));
		assertEquals("to=PET is not the title of an open image; open are: [CT].",
			ij.value("run('DICOM Resample...', 'to=PET');"));
		assertEquals("plane=Axial does not go with to=CT, whose grid has its own directions; leave one of them out.",
			ij.value("run('DICOM Resample...', 'to=CT plane=Axial');"));
		assertEquals("plane=Oblique needs normal=[x y z], the direction through the slices, such as normal=[0 1 1].",
			ij.value("run('DICOM Reslice...', 'plane=Oblique');"));
		assertEquals("normal and up are for plane=Oblique, not for plane=Axial.",
			ij.value("run('DICOM Reslice...', 'normal=[0 0 1]');"));
		assertEquals(
			"up=1 0 is not allowed; it must be three numbers that are not all 0, towards left, back and head, such as 0 0 1.",
			ij.value("run('DICOM Reslice...', 'plane=Oblique normal=0,0,1 up=[1 0]');"));
		assertEquals("Up must be a direction, and not that of the normal",
			ij.value("run('DICOM Reslice...', 'plane=Oblique normal=0,0,1 up=[0 0 2]');"));
		assertEquals("1 CT", ij.value("return '' + nImages + ' ' + getTitle;"));
	}

	@Test
	void toAnotherPatientIsRefused() throws IOException {
		open(new SyntheticSeries("MR").with(Tag.FRAME_OF_REFERENCE_UID, "1.2.4"));
		assertEquals(
			"\"CT\" (1.2.3) and \"MR\" (1.2.4) have different (0020,0052) Frame of Reference UIDs, so their " +
				"coordinates have nothing to do with each other; register them first, or use spacing instead of to.",
			ij.value("selectImage('CT'); run('DICOM Resample...', 'to=MR');"));
	}

	@Test
	void toAnImageWithoutFrameOfReferenceIsWarnedOf() throws IOException {
		open(new SyntheticSeries("MR").without(Tag.FRAME_OF_REFERENCE_UID).pixelSpacing(2, 1).size(8, 12));
		final PrintStream system = System.out;
		final var log = new ByteArrayOutputStream();
		System.setOut(new PrintStream(log, true, StandardCharsets.UTF_8)); // where the log goes without windows
		try {
			assertEquals("CT [Resampled] 8x12x5 1 2 3 mm",
				ij.value("selectImage('CT'); run('DICOM Resample...', 'to=MR');" + SIZE + ";"));
		}
		finally {
			System.setOut(system);
		}
		assertEquals("\"CT\" on the grid of \"MR\": one has no (0020,0052) Frame of Reference UID; their coordinates " +
			"are taken to be the same.", log.toString(StandardCharsets.UTF_8).strip());
	}

	@Test
	void anImageWithoutPlaceCanBeResampledToASpacing() {
		assertEquals("plain [Resampled] 8x8x8 0.5 0.5 0.5 mm", ij.value("newImage('plain', '8-bit ramp', 4, 4, 4);" +
			"setVoxelSize(1, 1, 1, 'mm'); run('DICOM Resample...', 'spacing=0.5');" + SIZE + ";"));
		assertEquals(
			"to needs to know where \"plain\" lies in the patient, in mm; it has no such place, or has lost " +
				"it. DICOM Resample... works with spacing alone",
			ij.value("selectImage('plain'); run('DICOM Resample...', 'to=CT');"));
	}

	/** Between label 0 and 2 there is no label 1; planes of a segmentation are labels, too. */
	@Test
	void labelsAreNotMixed() throws IOException {
		ij.run("close('*');");
		open(SyntheticObjects.segmentation("s", "BINARY", "NO", List.of("Liver", "Spleen"), new SegmentFrame(2, 30),
			new SegmentFrame(2, 33), new SegmentFrame(2, 36)));
		final String labels = "s = 0; for (i = 1; i <= nSlices; i++) { setSlice(i); getHistogram(v, counts, 256);" +
			" s += counts[1]; } if (s == 0) return 'none'; return 'some';";
		assertEquals("none", ij.value("run('DICOM Resample...', 'spacing=0.4');" + labels));
		assertEquals("none", ij.value("selectImage(1); run('DICOM Reslice...', 'plane=Coronal');" +
			"run('DICOM Resample...', 'plane=Axial spacing=0.4');" + labels));
		assertNotEquals("none",
			ij.value("selectImage(1); run('DICOM Resample...', 'spacing=0.4 interpolation=Linear');" + labels));
	}

	@Test
	void obliqueAlongAnAxisIsTheOrthogonalReslice() {
		final String compare = "; a = newArray(0); for (s = 1; s <= nSlices; s++) { setSlice(s); for (y = 0; y < getHeight; y++)" +
			" for (x = 0; x < getWidth; x++) a = Array.concat(a, getPixel(x, y)); } a = String.join(a);";
		assertEquals("same CT [Coronal] CT [Oblique] Oblique 3",
			ij.value("run('DICOM Resample...', 'spacing=3 interpolation=Nearest'); rename('CT'); id = getImageID;" +
				"run('DICOM Reslice...', 'plane=Coronal'); first = getTitle" + compare + "b = a; selectImage(id);" +
				"run('DICOM Reslice...', 'plane=Oblique normal=[0 2 0]')" + compare + "setSlice(4);" +
				"if (a == b) s = 'same '; else s = 'other '; return s + first + ' ' + getTitle + ' ' + getInfo('slice.label');"));
	}

	@Test
	void virtualIsTheSame() {
		assertEquals("0 1",
			ij.value("run('DICOM Reslice...', 'plane=Oblique normal=[1 1 1] smooth'); a = getTitle;" +
				"selectImage('CT'); run('DICOM Reslice...', 'plane=Oblique normal=1,1,1 smooth load=Virtual');" +
				"v = is('Virtual Stack'); imageCalculator('Difference create stack', a, getTitle);" +
				"Stack.getStatistics(n, mean, min, max); return '' + max + ' ' + v;"));
	}

	private static String path(final Path path) {
		return path.toString().replace('\\', '/');
	}
}
