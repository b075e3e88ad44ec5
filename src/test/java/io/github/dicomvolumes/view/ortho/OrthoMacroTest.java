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

package io.github.dicomvolumes.view.ortho;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.command.TestImageJ;

/**
 * Planes in macros without windows. The series is 16 x 12 x 5 voxels of 0.5 x 2 x 3 mm, (x, y, z) holds 1000 z + 10 y +
 * x.
 */
class OrthoMacroTest {

	@TempDir
	Path folder;

	private final TestImageJ ij = TestImageJ.headless();

	@BeforeEach
	void open() throws IOException {
		final Path files = Files.createDirectory(folder.resolve("CT"));
		new SyntheticSeries("CT").write(files);
		ij.run("close('*'); run('DICOM Folder...', 'folder=[" + path(files) + "]');");
	}

	@Test
	void viewsAreThreeImagesAtAVoxel() {
		assertEquals("CT [Axial]: CT CT [Axial] CT [Coronal] CT [Sagittal] ",
			ij.value("run('DICOM Orthogonal Views', 'x=3 y=4 z=2'); list = getTitle + ': ';" +
				"for (i = 1; i <= nImages; i++) { selectImage(i); list += getTitle + ' '; } return list;"));
		assertEquals("16x30 0.5 0.5 2 mm 4043 43", ij.value("selectImage('CT [Coronal]');" +
			"getVoxelSize(w, h, d, unit); return '' + getWidth + 'x' + getHeight + ' ' + w + ' ' + h + ' ' + d + ' ' + unit +" +
			"' ' + getPixel(3, 0) + ' ' + getPixel(3, 29);"));
		assertEquals("12 5 4003",
			ij.value("close('CT [*'); selectImage('CT');" +
				"run('DICOM Orthogonal Views', 'x=3 pixels=Raw'); selectImage('CT [Sagittal]');" +
				"return '' + getWidth + ' ' + getHeight + ' ' + getPixel(0, 0);"));
	}

	@Test
	void resliceOfAResliceIsTheVolumeAgain() {
		assertEquals("CT [Coronal] 16 5 12 0.5 3 2 4020", ij.value("run('DICOM Reslice...', 'plane=Coronal');" +
			"setSlice(3); getVoxelSize(w, h, d, unit);" +
			"return getTitle + ' ' + getWidth + ' ' + getHeight + ' ' + nSlices + ' ' + w + ' ' + h + ' ' + d + ' ' + getPixel(0, 0);"));
		assertEquals("CT [Axial] 16 12 5 3 4020",
			ij.value("run('DICOM Reslice...', 'plane=Axial'); getVoxelSize(w, h, d, unit);" +
				"return getTitle + ' ' + getWidth + ' ' + getHeight + ' ' + nSlices + ' ' + d + ' ' + getPixel(0, 2);"));
	}

	@Test
	void aPlaneThatHadToBeNumberedIsNamedByTheVolumeToo() {
		assertEquals("CT [Coronal]-1, CT [Sagittal]",
			ij.value("run('DICOM Reslice...', 'plane=Coronal'); selectImage('CT');" +
				"run('DICOM Reslice...', 'plane=Coronal'); title = getTitle; run('DICOM Reslice...', 'plane=Sagittal');" +
				"return title + ', ' + getTitle;"));
	}

	@Test
	void placeInThePatientSurvivesCopiesAndTiffFiles() {
		final String tiff = path(folder.resolve("coronal.tif"));
		assertEquals("copy [Sagittal] 12 5",
			ij.value("run('DICOM Reslice...', 'plane=Coronal');" +
				"run('Duplicate...', 'title=copy duplicate'); run('DICOM Reslice...', 'plane=Sagittal');" +
				"return getTitle + ' ' + getWidth + ' ' + getHeight;"));
		assertEquals("coronal.tif [Sagittal] 12 5",
			ij.value("selectImage('CT [Coronal]'); saveAs('Tiff', '" + tiff + "'); close('*'); open('" + tiff +
				"'); run('DICOM Reslice...', 'plane=Sagittal');" +
				"return getTitle + ' ' + getWidth + ' ' + getHeight;"));
	}

	@Test
	void slicesInAnotherOrderHaveLostTheirPlace() {
		assertEquals("CT [YZ]",
			ij.value("run('Reverse'); run('DICOM Reslice...', 'plane=Sagittal'); return getTitle;"));
	}

	@Test
	void aSecondImageLiesOverThePlanesWhosePixelsStay() {
		final String pet = "run('Duplicate...', 'title=PET duplicate'); selectImage('CT');";
		assertEquals("1 4043",
			ij.value(pet + "run('DICOM Orthogonal Views', 'x=3 y=4 z=2 fuse=PET opacity=40 lut=fire');" +
				"selectImage('CT [Coronal]'); return '' + Overlay.size + ' ' + getPixel(3, 0);"));
		assertEquals("different",
			ij.value("close('CT [*'); selectImage('CT'); run('DICOM Planes Figure...');" +
				"getPixel(0, 0); alone = getValue('Mean'); close(); selectImage('CT');" +
				"run('DICOM Planes Figure...', 'fuse=PET lut=ice');" +
				"if (getValue('Mean') == alone) return 'same'; return 'different';"));
	}

	@Test
	void nothingOfASecondImageIsDrawnBelowItsThreshold() {
		final String figure = "run('DICOM Planes Figure...', 'fuse=PET opacity=100 ";
		final String mean = "mean = getValue('Mean'); close(); selectImage('CT');";
		assertEquals("same different",
			ij.value("run('Duplicate...', 'title=PET duplicate'); selectImage('CT');" +
				"run('DICOM Planes Figure...'); alone = getValue('Mean'); close(); selectImage('CT');" + figure +
				"threshold=9000'); " + mean + "first = 'different '; if (mean == alone) first = 'same '; " + figure +
				"threshold=-1e9'); " + mean + "if (mean == alone) return first + 'same'; return first + 'different';"));
		assertEquals("threshold=much is not allowed; it must be a number, or empty.",
			ij.value("selectImage('CT'); " + figure + "threshold=much');"));
		assertEquals("DICOM Orthogonal Views: labels=Dots is not allowed; it must be one of Fill, Outline.",
			ij.value("selectImage('CT'); run('DICOM Orthogonal Views', 'fuse=PET labels=Dots');"));
		assertEquals("1", ij.value("close('CT [*'); selectImage('CT');" +
			"run('DICOM Orthogonal Views', 'fuse=PET labels=Outline threshold=3'); return '' + Overlay.size;"));
	}

	/** Of one label everywhere there is no outline. */
	@Test
	void labelsHaveOutlinesInMacros() {
		assertEquals("same different",
			ij.value("run('Duplicate...', 'title=PET duplicate'); run('Multiply...', 'value=0 stack');" +
				"selectImage('CT'); run('DICOM Planes Figure...'); alone = getValue('Mean'); result = '';" +
				"labels = newArray('Outline', 'Fill'); for (i = 0; i < 2; i++) { close(); selectImage('CT');" +
				"run('DICOM Planes Figure...', 'fuse=PET lut=[inverted grays] threshold=-1 labels=' + labels[i]);" +
				"if (getValue('Mean') == alone) result += 'same '; else result += 'different '; }" +
				"return String.trim(result);"));
	}

	@Test
	void figureIsAnImageToSave() {
		final Path file = folder.resolve("figure.png");
		assertEquals("CT [Planes] 24", ij.value("run('DICOM Planes Figure...', 'axial=2 crosshair letters scalebar');" +
			"title = getTitle; depth = bitDepth(); saveAs('PNG', '" + path(file) + "'); return title + ' ' + depth;"));
		assertTrue(Files.exists(file));
	}

	@Test
	void impossibleSlicesAreRefused() {
		assertEquals("coronal=12 is not allowed; it must be -1 (the middle) or 0 to 11.",
			ij.value("run('DICOM Planes Figure...', 'coronal=12');"));
		assertEquals("fuse=PET is not the title of an open image; open are: [CT].",
			ij.value("run('DICOM Planes Figure...', 'fuse=PET');"));
		assertEquals("z=5 is not allowed; it must be -1 (the middle) or 0 to 4.",
			ij.value("run('DICOM Orthogonal Views', 'z=5');"));
	}

	private static String path(final Path path) {
		return path.toString().replace('\\', '/');
	}
}
