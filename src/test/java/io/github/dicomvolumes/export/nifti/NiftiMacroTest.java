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

package io.github.dicomvolumes.export.nifti;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.command.TestImageJ;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.volume.DicomVolume;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NiftiMacroTest {

	@TempDir
	private Path folder;
	private Path files;

	private final TestImageJ ij = TestImageJ.headless();

	@BeforeEach
	void open() throws IOException {
		files = Files.createDirectory(folder.resolve("CT"));
		new SyntheticSeries("CT").signed()
			.values((k, r, c) -> 1000L * k + 10 * r + c - 2000)
			.rescale(2, -1024)
			.orientation(0.8, 0.6, 0, -0.36, 0.48, 0.8)
			.with(Tag.PATIENT_NAME, "Doe^Jane")
			.write(files);
		ij.run("close('*'); run('DICOM Folder...', 'folder=[" + path(files) + "]');");
	}

	@ParameterizedTest
	@ValueSource(strings = { "a.nii", "a.nii.gz" })
	void activeImageIsWritten(final String name) throws IOException {
		assertEquals("done", ij.value(save(name, "") + "return 'done';"));
		final NiftiReader read = NiftiReader.read(folder.resolve(name));
		assertEquals(4, read.datatype());
		final DicomVolume volume = DicomVolumes.open(files);
		assertEquals(0, read.distance(volume.geometry().indexToPatient().toRas(), read.sform()), 1e-5);
		assertEquals(volume.values().getAt(3, 4, 2).get(), read.value(3, 4, 2, 0, 0));
		assertEquals(2 * (2000 + 43 - 2000) - 1024, read.value(3, 4, 2, 0, 0));
		final String json = Files.readString(folder.resolve("a.json"));
		assertTrue(json.contains("\"Modality\": \"CT\"") && !json.contains("Doe"), json);
	}

	@Test
	void filesAreReplacedOnlyIfToldSo() throws IOException {
		ij.value(save("a.nii", "sidecar=false"));
		assertEquals(folder.resolve("a.nii") + " is there already, and stays as it is; overwrite=true replaces it.",
			ij.value(save("a.nii", "") + "return 'went on';"));
		assertFalse(Files.exists(folder.resolve("a.json")));
		assertEquals("done", ij.value(save("a.nii", "overwrite patient=Show") + "return 'done';"));
		assertTrue(Files.readString(folder.resolve("a.json")).contains("\"PatientName\": \"Doe^Jane\""));
	}

	/** Held with 32768 added, in a copy that knows no volume. */
	@ParameterizedTest
	@ValueSource(strings = { "run('Duplicate...', 'duplicate');", "run('DICOM Resample...', 'spacing=[0.5 2 3]');",
		"run('DICOM Reslice...', 'plane=Coronal');", "run('DICOM Reslice...', 'plane=Sagittal load=Virtual');",
		"run('32-bit');" })
	void derivedImagesKeepValuesAndPlace(final String derive) throws IOException {
		assertEquals("done", ij.value(derive + save("a.nii", "") + "return 'done';"));
		final NiftiReader read = NiftiReader.read(folder.resolve("a.nii"));
		assertEquals(derive.contains("32-bit") ? 16 : 4, read.datatype());
		final DicomVolume volume = DicomVolumes.open(files);
		int compared = 0;
		for (int z = 0; z < read.dim(3); z++)
			for (int x = 0; x < read.dim(1); x += 3) {
				final Vector3 ras = read.sform().apply(x, 5, z);
				final Vector3 index = volume.geometry()
					.patientToIndex()
					.apply(new Vector3(-ras.x(), -ras.y(), ras.z()));
				final int[] at = { (int) Math.rint(index.x()), (int) Math.rint(index.y()), (int) Math.rint(index.z()) };
				assertEquals(0, index.minus(new Vector3(at[0], at[1], at[2])).norm(), 1e-4);
				assertEquals(volume.values().getAt(at).get(), read.value(x, 5, z, 0, 0), 1e-3);
				compared++;
			}
		assertTrue(compared >= 10, compared + " compared");
	}

	@Test
	void logSaysWhatIsNotInTheFile() {
		final String log = log(() -> ij.value("close('*'); newImage('plain', '8-bit ramp', 4, 5, 6);" +
			"setVoxelSize(2, 2, 0.5, 'cm');" + save("a.nii.gz", "")));
		assertEquals("\"plain\" as NIfTI-1: 4 x 5 x 6 voxels, uint8, written to " + folder.resolve("a.nii.gz") + "\n" +
			"  note: the place in the patient is not known; the file has sizes of voxels and no affine\n" +
			"  note: the DICOM files of the image are not known, so there is no sidecar", log);
	}

	@Test
	void spacingAndTimeOfPlainImages() throws IOException {
		ij.value("close('*'); newImage('plain', '16-bit ramp', 4, 5, 6);" +
			"run('Properties...', 'channels=2 slices=1 frames=3 pixel_width=2 pixel_height=3 voxel_depth=4 unit=cm frame=[500 ms]');" +
			save("a.nii.gz", ""));
		final NiftiReader read = NiftiReader.read(folder.resolve("a.nii.gz"));
		assertEquals("20.0 30.0 40.0 0.5 | 4 5 1 3 2",
			read.pixdim(1) + " " + read.pixdim(2) + " " + read.pixdim(3) + " " + read.pixdim(4) + " | " + read.dim(1) +
				" " + read.dim(2) + " " + read.dim(3) + " " + read.dim(4) + " " + read.dim(5));
		assertEquals(0, read.sformCode() + read.qformCode());
		assertEquals(10, read.units());
	}

	@Test
	void displayRangeIsThatOfTheImage() throws IOException {
		ij.value("setMinAndMax(-160, 240);" + save("a.nii", ""));
		final NiftiReader read = NiftiReader.read(folder.resolve("a.nii"));
		assertEquals("-160.0 240.0", read.calMin() + " " + read.calMax());
	}

	@Test
	void badInputsSayWhatIsAllowed() {
		assertEquals("file= is missing; it must be the file to write, .nii or .nii.gz.",
			ij.value("run('NIfTI Volume...'); return 'went on';"));
		assertEquals("file=" + folder.resolve("a.tif") + " is not allowed; it must end with .nii or .nii.gz.",
			ij.value(save("a.tif", "") + "return 'went on';"));
		assertEquals("No such file or folder: " + folder.resolve("no"), ij.value(save("no/a.nii", "")));
		assertEquals("NIfTI Volume...: There is no image open.", ij.value("close('*');" + save("a.nii", "")));
	}

	private String save(final String name, final String options) {
		return "run('NIfTI Volume...', 'file=[" + path(folder.resolve(name)) + "] " + options + "');";
	}

	private static String log(final Runnable work) {
		final PrintStream system = System.out;
		final var log = new ByteArrayOutputStream();
		System.setOut(new PrintStream(log, true, StandardCharsets.UTF_8)); // where the log goes without windows
		try {
			work.run();
		}
		finally {
			System.setOut(system);
		}
		return log.toString(StandardCharsets.UTF_8).strip();
	}

	private static String path(final Path path) {
		return path.toString().replace('\\', '/');
	}
}
