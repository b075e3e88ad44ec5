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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.dicomvolumes.SyntheticObjects;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.SyntheticStructures;
import io.github.dicomvolumes.command.TestImageJ;
import io.github.dicomvolumes.data.Attributes;

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
	void planesAreTurnedAboutTheVoxel() {
		final String turned = ij.value("run('DICOM Orthogonal Views', 'x=3 y=4 z=2 turn=[axial 30, sagittal -15]');" +
			"selectImage('CT [Coronal]'); getVoxelSize(w, h, d, unit);" +
			"return '' + w + ' ' + h + ' ' + d + ' ' + unit + ' ' + getMetadata('Label');");
		assertTrue(turned.startsWith("0.5 0.5 0.5 mm Oblique coronal "), turned);
		assertEquals("CT [Axial]", ij.value(
			"close('CT [*'); selectImage('CT');" + "run('DICOM Orthogonal Views', 'turn=[]'); return getTitle;"));
	}

	@Test
	void imageThatCannotBeTurnedSaysWhy() {
		assertEquals(
			"turn=axial 30 is not possible: \"plain\" has axes in mm, mm and s: planes can be turned if they have one unit.",
			ij.value("newImage('plain', '8-bit ramp', 9, 8, 7); setVoxelSize(1, 1, 1, 'mm'); Stack.setZUnit('s');" +
				"run('DICOM Orthogonal Views', 'turn=[axial 30]');"));
	}

	@Test
	void keysOfASecondImageAreCheckedWithoutOneToo() {
		final String rule = " is not allowed; it must be a name from Image > Lookup Tables, with or without inverted before it.";
		for (final String fuse : new String[] { "", "fuse=CT " }) {
			assertEquals("lut=no such" + rule, ij.value("run('DICOM Orthogonal Views', '" + fuse + "lut=[no such]');"));
			assertEquals("lut=inverted" + rule, ij.value("run('DICOM Planes Figure...', '" + fuse + "lut=inverted');"));
			assertEquals("threshold=much is not allowed; it must be a number, or empty.",
				ij.value("run('DICOM Orthogonal Views', '" + fuse + "threshold=much');"));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "axial", "oblique 30", "axial 30 axial 20", "axial thirty", "axial NaN", "30 axial" })
	void whatCannotBeTurnedSaysHow(final String turn) {
		assertEquals(
			"turn=" + turn + " is not allowed; it must be planes, each once and followed by degrees, such as " +
				"axial 30 sagittal -15.",
			ij.value("run('DICOM Orthogonal Views', 'turn=[" + turn + "]');"));
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
	void slicesWithAGapHaveLostTheirPlace() {
		assertEquals("CT [YZ]",
			ij.value("setSlice(2); run('Delete Slice'); run('DICOM Reslice...', 'plane=Sagittal'); return getTitle;"));
	}

	/** Backwards they lie where they lay. */
	@Test
	void slicesBackwardsShowTheSamePlanes() {
		final String sagittal = "run('DICOM Reslice...', 'plane=Sagittal'); a = getTitle; setSlice(4);" +
			"for (y = 0; y < getHeight; y++) for (x = 0; x < getWidth; x++) a += ' ' + getPixel(x, y);";
		assertEquals("same", ij.value(sagittal + "b = a; close(); selectImage('CT'); run('Reverse');" + sagittal +
			"if (a == b && a.length > 100) return 'same'; return a + ' is not ' + b;"));
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

	/** A box of columns 4 to 11, rows 3 to 8 and slices 1 to 3; the axial plane has square pixels of 0.5 mm. */
	private String structures() throws IOException {
		final Path file = folder.resolve("rs.dcm");
		new SyntheticStructures(new SyntheticSeries("CT"))
			.add("PTV", new int[] { 255, 128, 0 }, box(33), box(36), box(39))
			.add("Cord", null, SyntheticStructures.rectangle(-9.75, -18, -8.25, -16, 30))
			.write(file);
		return "run('DICOM Structure Set...', 'file=[" + path(file) + "]');";
	}

	private static Attributes box(final double z) {
		return SyntheticStructures.rectangle(-8.25, -15, -4.25, -3, z);
	}

	@Test
	void structuresAreSelectionsInAllPlanes() throws IOException {
		final String look = "list = ''; titles = newArray('CT [Axial]', 'CT [Coronal]', 'CT [Sagittal]');" +
			"for (i = 0; i < 3; i++) { selectImage(titles[i]); n = Overlay.size; list = list + n;" +
			"if (n > 0) { Overlay.activateSelection(0); getSelectionBounds(x, y, w, h);" +
			"list = list + ' ' + Roi.getName + ' ' + Roi.getStrokeColor + ' ' + x + ' ' + y + ' ' + w + ' ' + h; } list = list + ', '; } " +
			"close('CT [*'); selectImage('CT');";
		assertEquals("1 PTV #ff8000 4 12 8 24, 1 PTV #ff8000 4 6 8 18, 1 PTV #ff8000 3 1 6 5, ",
			ij.value(structures() + "run('DICOM Orthogonal Views', 'x=5 y=5 z=2');" + look + "return list;"));
		assertEquals("0, 0, 0, ",
			ij.value("run('DICOM Orthogonal Views', 'x=5 y=5 z=2 structures=None');" + look + "return list;"));
		assertEquals("different same", ij.value("run('DICOM Planes Figure...', 'structures=None');" +
			"alone = getValue('Mean'); close(); selectImage('CT'); run('DICOM Planes Figure...', 'structures=Fill');" +
			"if (getValue('Mean') == alone) list = 'same'; else list = 'different'; close(); selectImage('CT');" +
			"run('Duplicate...', 'title=copy duplicate'); run('DICOM Planes Figure...', '');" +
			"if (getValue('Mean') == alone) return list + ' same'; return list + ' different';"));
	}

	@Test
	void isodosesAreSelectionsInAllPlanes() {
		final String dose = "run('Duplicate...', 'title=dose duplicate'); selectImage('CT');";
		final String look = "list = ''; titles = newArray('CT [Axial]', 'CT [Coronal]', 'CT [Sagittal]');" +
			"for (i = 0; i < 3; i++) { selectImage(titles[i]); for (k = 0; k < Overlay.size; k++) {" +
			"Overlay.activateSelection(k); list += Roi.getName + ' '; } list += ', '; } close('CT [*'); selectImage('CT');";
		// in the axial plane z is 2: 2000 to 2125, half of 4125 is 2062.5
		assertEquals("50% , 25% 50% 75% , 25% 50% 75% , ", ij.value(dose +
			"run('DICOM Orthogonal Views', 'x=5 y=5 z=2 isodoses=[25 50 75%] dose=dose');" + look + "return list;"));
		assertEquals("50% , 25% 50% , 25% 50% , ",
			ij.value("run('DICOM Orthogonal Views', 'x=5 y=5 z=2 isodoses=[25 50 120%] dose=dose prescription=4125');" +
				look + "return list;"));
		assertEquals("2100 , 2100 , 2100 , ",
			ij.value("run('DICOM Orthogonal Views', 'x=5 y=5 z=2 isodoses=2100 dose=dose');" + look + "return list;"));
		assertEquals("different",
			ij.value("run('DICOM Planes Figure...', ''); alone = getValue('Mean'); close();" +
				"selectImage('CT'); run('DICOM Planes Figure...', 'isodoses=2100 dose=dose');" +
				"if (getValue('Mean') == alone) return 'same'; return 'different';"));
	}

	@Test
	void isodosesWithoutADoseAreRefused() {
		assertEquals("isodoses= needs dose=, the title of an open dose; in the same patient are open: none.",
			ij.value("run('DICOM Planes Figure...', 'isodoses=95%');"));
		assertEquals("dose=dose is not the title of an open image; open are: [CT].",
			ij.value("run('DICOM Planes Figure...', 'isodoses=95% dose=dose');"));
		assertEquals(
			"isodoses=a lot is not allowed; it must be values of the dose, such as 20 45.5, or percentages " +
				"with % at the end, such as 20 50 95%.",
			ij.value("run('DICOM Planes Figure...', 'isodoses=[a lot]');"));
		assertTrue(ij.value("run('DICOM Planes Figure...', 'dose=CT');").startsWith("dose=CT goes with isodoses="));
		assertEquals("DICOM Planes Figure...: structures=Both is not allowed; it must be one of None, Outline, Fill.",
			ij.value("run('DICOM Planes Figure...', 'structures=Both');"));
	}

	/** A dose needs no name if there is one only, of the image itself or of another. */
	@Test
	void theOnlyDoseIsMeant() throws IOException {
		final Path files = Files.createDirectory(folder.resolve("dose"));
		SyntheticObjects.dose("dose", 0, 3, 6, 9).write(files);
		final String open = "close('*'); run('DICOM Folder...', 'folder=[" + path(files) + "]'); rename('dose');";
		assertEquals("different",
			ij.value(open + "run('DICOM Planes Figure...', ''); alone = getValue('Mean');" +
				"close(); selectImage('dose'); run('DICOM Planes Figure...', 'isodoses=50%');" +
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
