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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.command.TestImageJ;
import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Canaries;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.volume.DicomVolume;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code DICOM Series...} in macros. */
class SeriesMacroTest {

	@TempDir
	private Path folder;
	private Path files;

	private final TestImageJ ij = TestImageJ.headless();

	@BeforeEach
	void write() throws IOException {
		files = Files.createDirectory(folder.resolve("CT"));
		series("CT").write(files);
		ij.run("close('*');");
	}

	private static SyntheticSeries series(final String name) {
		return new SyntheticSeries(name).slices(6)
			.signed()
			.values((k, r, c) -> 1000L * k + 10 * r + c - 2000)
			.rescale(2, -1024)
			.orientation(0.8, 0.6, 0, -0.36, 0.48, 0.8)
			.with(Tag.PATIENT_NAME, "Doe^Jane");
	}

	private String path(final String name) {
		return folder.resolve(name).toString().replace('\\', '/');
	}

	private String open(final String more) {
		return "run('DICOM Folder...', 'folder=[" + path("CT") + "] " + more + "'); ";
	}

	private String save(final String more) {
		return "run('DICOM Series...', 'folder=[" + path("copy") + "] " + more + "'); ";
	}

	private DicomVolume source() throws IOException {
		return DicomVolumes.open(files);
	}

	private DicomVolume copy() throws IOException {
		final List<DicomVolume> volumes = DicomVolumes.openAll(folder.resolve("copy"));
		assertEquals(1, volumes.size());
		return volumes.get(0);
	}

	/**
	 * What becomes of an image lies where its slices lay, with patient and study of the source.
	 *
	 * @param from first slice of the source, 0-based
	 */
	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "run('Add...', 'value=7 stack');|0|6|0|0",
		"run('Duplicate...', 'title=part duplicate range=3-5');|2|3|0|0",
		"run('Duplicate...', 'title=part duplicate range=2-5'); run('32-bit'); run('Square Root', 'stack');|1|4|0|0",
		"makeRectangle(3, 2, 9, 7); run('Crop');|0|6|3|2",
		"makeRectangle(0, 2, 9, 7); run('Duplicate...', 'title=part duplicate range=2-4');|1|3|0|2",
		"makeRectangle(3, 2, 9, 7); run('Crop'); makeRectangle(1, 1, 3, 3); run('Crop');|0|6|4|3",
		"run('Reverse');|0|6|0|0" })
	void whatIsMadeOfAnImageLiesInThePatient(final String macro, final int from, final int slices, final int x,
		final int y) throws IOException
	{
		ij.run(open("") + macro + save("description=[made of it]"));
		final DicomVolume source = source(), copy = copy();
		assertEquals(slices, copy.stack().slices());
		for (int slice = 0; slice < slices; slice++)
			assertEquals(0,
				copy.geometry()
					.indexToPatient()
					.apply(0, 0, slice)
					.minus(source.geometry().indexToPatient().apply(x, y, slice + from))
					.norm(),
				1e-6, macro + " " + slice);
		final Attributes written = copy.attributes();
		for (final int tag : new int[] { Tag.PATIENT_NAME, Tag.STUDY_INSTANCE_UID, Tag.FRAME_OF_REFERENCE_UID,
			Tag.SOP_CLASS_UID })
			assertEquals(source.attributes().orElse(tag, ""), written.orElse(tag, ""), Tag.describe(tag));
		assertFalse(written.orElse(Tag.SERIES_INSTANCE_UID, "")
			.equals(source.attributes().orElse(Tag.SERIES_INSTANCE_UID, "")));
		assertEquals("made of it", written.orElse(Tag.SERIES_DESCRIPTION, ""));
		assertEquals(source.attributes(from, 0, 0).orElseThrow().orElse(Tag.SOP_INSTANCE_UID, ""),
			written.items(0x00082112).get(0).orElse(0x00081155, ""), "Source Image Sequence");
	}

	/** Where the pixels went nobody knows: then the files say no place, rather than a wrong one. */
	@ParameterizedTest
	@CsvSource(delimiter = '|',
		value = { "run('Canvas Size...', 'width=9 height=8 position=Center');",
			"run('Size...', 'width=9 height=8 depth=6 interpolation=None');",
			"run('Scale...', 'x=0.5 y=0.5 z=1.0 width=8 height=6 depth=6 interpolation=None process create');",
			"run('Rotate 90 Degrees Right');", "makeRectangle(0, 0, 9, 7); run('Crop');" })
	void whatIsOfAnotherSizeHasNoPlace(final String macro) throws IOException {
		ij.run(open("") + macro + save(""));
		assertFalse(copy().geometry().patientBased());
	}

	@Test
	void valuesOfAResultAreThoseOfTheImage() throws IOException {
		ij.run(open("") + "run('32-bit'); run('Multiply...', 'value=0.37 stack');" + save("syntax=RLE"));
		final DicomVolume source = source(), copy = copy();
		final double step = copy.plan().line().slope();
		for (int pixel = 0; pixel < 16 * 12; pixel += 7)
			assertEquals(0.37 * source.plan().line().real(source.plan().type().value(source.plane(3, 0, 0), pixel)),
				copy.plan().line().real(copy.plan().type().value(copy.plane(3, 0, 0), pixel)), step / 2 + 1e-3);
	}

	@Test
	void aResliceOfACopyIsThatOfTheSource() throws IOException {
		ij.run(open("") + "run('DICOM Reslice...', 'plane=Coronal');" + save(""));
		final DicomVolume copy = copy();
		assertTrue(copy.geometry().patientBased());
		assertEquals(source().attributes().orElse(Tag.STUDY_INSTANCE_UID, "-"),
			copy.attributes().orElse(Tag.STUDY_INSTANCE_UID, ""));
	}

	@Test
	void anImageThatWasNeverDicom() throws IOException {
		ij.run(
			"newImage('plain', '16-bit ramp', 20, 10, 4); run('Properties...', 'channels=1 slices=4 frames=1 unit=mm pixel_width=0.5 pixel_height=0.5 voxel_depth=2');" +
				save("patientname=[Nemo^N] patientid=42"));
		final DicomVolume copy = copy();
		assertEquals("Nemo^N 42 OT", copy.attributes().orElse(Tag.PATIENT_NAME, "") + " " +
			copy.attributes().orElse(Tag.PATIENT_ID, "") + " " + copy.attributes().orElse(Tag.MODALITY, ""));
		assertEquals("[0.5, 0.5, 2.0]", Arrays.toString(copy.geometry().spacing()));
	}

	/** Nothing of a patient who was not to be seen is in the files, whatever was made of the image. */
	@ParameterizedTest
	@CsvSource(delimiter = '|',
		value = { "patient=Hide|'' |", "|'' |patient=Hide",
			"patient=Hide|run('Duplicate...', 'title=two duplicate range=2-4');|",
			"patient=Hide|run('DICOM Resample...', 'spacing=3');|",
			"patient=Hide|run('32-bit');|kind=[Secondary capture]", "patient=Hide|'' |kind=[Parametric map]" })
	void hiddenPatientsAreInNoFile(final String imported, final String macro, final String saved) throws IOException {
		final Path hidden = Files.createDirectory(folder.resolve("hidden"));
		series("law").each((k, a) -> Canaries.put(a, k)).write(hidden);
		final String importing = imported == null ? "" : imported, options = saved == null ? "" : saved;
		final String log = ij.value("run('DICOM Folder...', 'folder=[" + path("hidden") + "] " + importing + "'); " +
			(macro == null ? "" : macro) + save(options) +
			"makeRectangle(2, 2, 4, 3); Overlay.addSelection; Overlay.setPosition(2); " +
			"run('DICOM Contours...', 'file=[" + path("copy/a.dcm") + "] rois=Overlay " +
			(importing.isEmpty() ? "patient=Hide" : "") + "'); return '';");
		try (Stream<Path> all = Files.list(folder.resolve("copy"))) {
			final List<Path> written = all.toList();
			assertTrue(written.size() > 1 && Files.exists(folder.resolve("copy/a.dcm")), log);
			for (final Path file : written) {
				final String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
				final var found = Pattern.compile(Canaries.PATTERN).matcher(text);
				assertFalse(found.find(), () -> file.getFileName() + ": " + found.group() + " at " + found.start());
			}
		}
	}

	/** What cannot be written is no slice that cannot be read. */
	@ParameterizedTest
	@ValueSource(strings = { "DICOM Series...', 'folder=", "DICOM Contours...', 'rois=Overlay file=",
		"NIfTI Volume...', 'file=" })
	void whatCannotBeWrittenIsNamedOfHiddenPatientsToo(final String command) {
		final String target = path("nowhere/a.nii");
		final String message = ij.value(open("patient=Hide") + "makeRectangle(2, 2, 4, 3); Overlay.addSelection; " +
			"Overlay.setPosition(2); run('" + command + "[" + target + "]');");
		assertTrue(message.contains(path("nowhere")), message);
	}

	@Test
	void nothingIsOverwrittenUnasked() throws IOException {
		ij.run(open("") + save(""));
		final byte[] before = Files.readAllBytes(folder.resolve("copy/IM00001.dcm"));
		assertTrue(ij.value(open("") + save("")).contains("IM00001.dcm"));
		assertEquals(6, Files.list(folder.resolve("copy")).count());
		assertArrayEquals(before, Files.readAllBytes(folder.resolve("copy/IM00001.dcm")));
		ij.run(open("") + save("overwrite"));
		assertFalse(Arrays.equals(before, Files.readAllBytes(folder.resolve("copy/IM00001.dcm"))));
		assertEquals(2, Files.list(folder).count(), "nothing is left beside");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "kind=Nothing|kind=Nothing", "syntax=JPEG|syntax=JPEG", "number=-1|number=-1",
		"kind=[Parametric map] syntax=RLE|syntax=Uncompressed" })
	void whatIsNotAllowed(final String options, final String message) {
		assertTrue(ij.value(open("") + save(options)).contains(message));
		assertFalse(Files.exists(folder.resolve("copy")));
	}
}
