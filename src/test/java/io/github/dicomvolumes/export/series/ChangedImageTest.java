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

package io.github.dicomvolumes.export.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
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
import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Dictionary;
import io.github.dicomvolumes.data.InputException;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.export.VolumeExport;
import io.github.dicomvolumes.export.object.NewPatient;
import io.github.dicomvolumes.volume.DicomVolume;
import io.github.dicomvolumes.volume.ImportOptions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What users make of an imported image with ImageJ's own commands. */
class ChangedImageTest {

	private static final String CT = "1.2.840.10008.5.1.4.1.1.2", SECONDARY = "1.2.840.10008.5.1.4.1.1.7.3";

	@TempDir
	private Path folder;

	private final TestImageJ ij = TestImageJ.headless();

	private String log = "";

	/** The series after a macro; what was logged is in the log. */
	private Attributes written(final String macro) throws IOException {
		final Path files = Files.createDirectory(folder.resolve("CT"));
		new SyntheticSeries("CT").with(Dictionary.tag("PatientOrientation"), "L", "P").write(files);
		final PrintStream old = System.out;
		final var out = new ByteArrayOutputStream();
		System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
		try {
			assertEquals("done", ij.value("close('*'); run('DICOM Folder...', 'folder=[" + path(files) + "]'); " +
				macro + "run('DICOM Series...', 'folder=[" + path(folder.resolve("copy")) + "]'); return 'done';"));
		}
		finally {
			System.setOut(old);
		}
		log = out.toString(StandardCharsets.UTF_8);
		return DicomVolumes.open(folder.resolve("copy")).attributes();
	}

	private static String path(final Path path) {
		return path.toString().replace('\\', '/');
	}

	/** A CT without a position is against the rules (type 1), and nobody could tell where it is. */
	@ParameterizedTest
	@ValueSource(strings = { "run('Scale...', 'x=0.5 y=0.5 z=1 width=8 height=6 depth=5 interpolation=None create');",
		"run('Rotate 90 Degrees Right');", "run('Canvas Size...', 'width=20 height=20 position=Center');" })
	void whatHasLostItsPlaceIsNoCt(final String cut) throws IOException {
		final Attributes copy = written(cut);
		assertEquals(SECONDARY, copy.orElse(Tag.SOP_CLASS_UID, ""));
		assertFalse(copy.contains(Tag.IMAGE_POSITION_PATIENT));
		assertTrue(copy.contains(Dictionary.tag("PatientOrientation")), "type 2C where no position is required");
		assertTrue(log.contains("the place in the patient is lost"), log);
		assertFalse(log.contains("0, 0, 0"), log);
	}

	/** It said where rows and columns of the source run. */
	@Test
	void orientationOfTheSourceDoesNotStay() throws IOException {
		final Attributes copy = written("run('DICOM Reslice...', 'plane=Coronal');");
		assertEquals(CT, copy.orElse(Tag.SOP_CLASS_UID, ""));
		assertFalse(copy.contains(Dictionary.tag("PatientOrientation")));
		assertTrue(copy.contains(Dictionary.tag("PositionReferenceIndicator")), "type 2 beside a frame of reference");
	}

	@Test
	void sizeOfVoxelsThatIsNotWrittenIsTold() throws IOException {
		written("run('Properties...', 'unit=mm pixel_width=0.1 pixel_height=0.2 voxel_depth=5');");
		assertTrue(log.contains("the size of voxels that the image's properties say is not written"), log);
	}

	@Test
	void valueThatAllHaveIsExact() throws IOException {
		final Attributes copy = written(
			"run('32-bit'); run('Multiply...', 'value=0 stack'); run('Add...', 'value=0.25 stack');");
		assertEquals("0.25", copy.orElse(Tag.RESCALE_INTERCEPT, ""));
		assertFalse(log.contains("error"));
	}

	/** A virtual image still reads its files. */
	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void filesOfTheImageAreNotReplaced(final boolean isVirtual) throws IOException {
		final Path files = Files.createDirectory(folder.resolve("own"));
		new SyntheticSeries("CT").fileNames("IM%05d.dcm").write(files);
		final DicomVolume volume = DicomVolumes.openAll(files, ImportOptions.DEFAULT.withVirtual(isVirtual)).get(0);
		final Path link = Files.createSymbolicLink(folder.resolve("link"), files);
		for (final Path place : new Path[] { files, link }) {
			final var options = SeriesOptions.DEFAULT.withOverwrite(true);
			final var exc = assertThrows(InputException.class, () -> VolumeExport.dicom(volume, place, options));
			assertTrue(exc.getMessage().contains("another folder"), exc.getMessage());
		}
		assertEquals(volume.attributes().orElse(Tag.SERIES_INSTANCE_UID, ""),
			DicomVolumes.open(files).attributes().orElse(Tag.SERIES_INSTANCE_UID, ""));
	}

	/** LO has 64 characters, one value and no control characters. */
	@Test
	void titleBecomesADescription() throws IOException {
		final Attributes copy = written("rename('a\\\\b ' + fromCharCode(9) + 'c " + "d\u00e9".repeat(40) + "');");
		final String description = copy.orElse(Tag.SERIES_DESCRIPTION, "");
		assertEquals(64, description.length(), description);
		assertTrue(description.startsWith("a/b  c d\u00e9d\u00e9") || description.startsWith("a/b   c d\u00e9"),
			description);
		assertEquals(1, copy.strings(Tag.SERIES_DESCRIPTION).size());
	}

	@ParameterizedTest
	@ValueSource(strings = { "a\\b", "a\nb", "0123456789012345678901234567890123456789012345678901234567890123456789" })
	void patientsAreNotMixedUp(final String id) {
		assertThrows(InputException.class, () -> new NewPatient("Doe^Jane", id));
		assertThrows(InputException.class, () -> new NewPatient(id, "1"));
		assertEquals("a=b", new NewPatient("a=b", "").name());
	}
}
