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

package io.github.dicomvolumes.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.CommandService;

import ij.ImagePlus;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.SyntheticPet;
import io.github.dicomvolumes.data.Dictionary;
import io.github.dicomvolumes.view.imagej.VolumeImagePlus;

/** DICOM SUV... as a macro sees it. */
class SuvMacroTest {

	@TempDir
	Path folder;

	private final TestImageJ ij = TestImageJ.headless();

	@BeforeEach
	void closeAll() {
		ij.value("close('*');");
	}

	@Test
	void suvIsANewCalibratedImage() throws IOException {
		SyntheticPet.of("70").write(folder);
		assertEquals("pet [SUVbw]|32|3|mm|1.1117", ij.value(open() + "run('DICOM SUV...'); setSlice(5);" +
			"getVoxelSize(x, y, z, unit); return getTitle + '|' + bitDepth + '|' + z + '|' + unit + '|' + d2s(getValue(3, 2), 4);"));
		assertEquals("2|4023",
			ij.value("selectImage('pet'); setSlice(5); return '' + nImages + '|' + getValue(3, 2);"));
	}

	/** R58. */
	@Test
	void otherKindsAreChosenByKey() throws IOException {
		SyntheticPet.of("70")
			.with(Dictionary.tag("PatientSize"), "1.75")
			.with(Dictionary.tag("PatientSex"), "F")
			.write(folder);
		assertEquals("pet [SUVlbm-J]|0.7178|true", ij.value(open() +
			"run('DICOM SUV...', 'kind=SUVlbm-J'); setSlice(5);" +
			"return getTitle + '|' + d2s(getValue(3, 2), 4) + '|' + startsWith(Property.get('SUVlbm-JDerivation'), 'SUVlbm-J = SUVbw * ');")
			.replace("|1", "|true"));
		final String message = ij.value(open() + "run('DICOM SUV...', 'kind=SUL'); return 'went on';");
		assertTrue(message.contains("SUL") && message.contains("SUVlbm-J"), message);
	}

	/** As ImageJ does when a slice is replaced, in a stack that was edited. */
	@Test
	void editedSlicesCount() throws Exception {
		SyntheticPet.of("70").write(folder);
		final ImagePlus image = VolumeImagePlus.of(DicomVolumes.open(folder));
		final short[] edited = new short[16 * 12];
		edited[0] = 3000;
		image.getStack().setPixels(edited, 2);
		try (Context context = new Context()) {
			final var run = context.service(CommandService.class).run(DicomSuv.class, true, "image", image).get();
			final ImagePlus suv = (ImagePlus) run.getOutput("suv");
			assertEquals(3000 * 2.76339861e-4, suv.getStack().getProcessor(2).getf(0, 0), 1e-6);
			assertEquals(4023 * 2.76339861e-4, suv.getStack().getProcessor(5).getf(3, 2), 1e-6);
		}
	}

	@Test
	void suvIsStillAVolumeWithItsLabels() throws IOException {
		SyntheticPet.of("70").write(folder);
		assertEquals("5|IM004|2.7634e-4",
			ij.value(open() + "run('DICOM SUV...'); setSlice(4);" +
				"lines = split(Property.getSliceLabel, '\\n'); label = lines[0]; run('DICOM Slice Table');" +
				"return '' + Table.size + '|' + label + '|' +" + "d2s(Property.getNumber('SUVbwFactor'), -4);")
				.replace("E", "e"));
	}

	@Test
	void refusalStopsTheMacroWithTheReason() throws IOException {
		SyntheticPet.of("0").write(folder);
		final String message = ij.value(open() + "run('DICOM SUV...'); return 'went on';");
		assertTrue(message.contains("(0010,1030) Patient's Weight is 0; it must be a positive number, in kg."),
			message);
		assertEquals("1", ij.value("return '' + nImages;"));
	}

	@Test
	void hiddenPatientStaysHidden() throws IOException {
		SyntheticPet.of("70").write(folder);
		final String all = ij.value("print('\\\\Clear'); run('DICOM Folder...', 'folder=[" +
			folder.toString().replace('\\', '/') + "] patient=Hide'); run('DICOM SUV...'); setSlice(2);" +
			"return getTitle + '|' + Property.get('SUVbwFactor') + '|' + getInfo('log') + Property.getSliceLabel + Property.getList;");
		assertTrue(all.startsWith("PT series 1 [SUVbw]|2.763"), all);
		assertFalse(all.contains("Syn^") || all.contains("70 kg") || all.contains("70.0 kg") || all.contains("2020"),
			all);
		SyntheticPet.of("0").write(folder);
		final String message = ij.value("run('DICOM Folder...', 'folder=[" + folder.toString().replace('\\', '/') +
			"] patient=Hide'); run('DICOM SUV...'); return 'went on';");
		assertTrue(message.contains("This volume has no factor for SUV"), message);
	}

	private String open() {
		return "run('DICOM Folder...', 'folder=[" + folder.toString().replace('\\', '/') + "]');";
	}
}
