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

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.SyntheticStructures;
import io.github.dicomvolumes.data.Canaries;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.VR;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.scijava.Context;
import org.scijava.command.CommandService;

/**
 * With patient=Hide nothing that the commands show, log, save or throw has the value of a confidential attribute, or a
 * part of a path that the macro did not give. All such values, and the names of folders and files, are canaries.
 */
class HiddenPatientLawTest {

	enum State {

		INTACT, CUT, DAMAGED, MISSING, UNPLACED, REPEATED, UNSUPPORTED, VANISHED, NO_IMAGES, PET, OVERLAYS;

		SyntheticSeries series() {
			final SyntheticSeries series = new SyntheticSeries("law").slices(6)
				.size(8, 6)
				.fileNames(Canaries.TEXT + "dir/" + Canaries.TEXT + "%02d")
				.each((k, a) -> Canaries.put(a, k));
			return switch (this) {
				case INTACT, VANISHED -> series;
				case CUT -> series.damage(2, bytes -> Arrays.copyOf(bytes, bytes.length - 30));
				case DAMAGED -> series.damage(2, bytes -> Arrays.copyOf(bytes, 700));
				case MISSING -> series.omit(3);
				case UNPLACED -> series.without(Tag.IMAGE_POSITION_PATIENT);
				case REPEATED -> series.positions(k -> new double[] { 0, 0, 3 * (k / 2) })
					.each((k, a) -> a.put(Tag.ACQUISITION_TIME, Canaries.TIME + k % 2));
				case UNSUPPORTED -> series.with(Tag.PHOTOMETRIC_INTERPRETATION, "YBR_PARTIAL_420");
				case NO_IMAGES -> series.without(Tag.ROWS);
				case PET -> series.modality("PT").with(Tag.UNITS, "BQML");
				case OVERLAYS -> series.each((k, a) -> a.put(0x60000010, VR.US, 60).put(0x60000011, VR.US, 0));
			};
		}
	}

	private static final List<String> AFTERWARDS = List.of("run('DICOM Slice Table', 'save=[&out/slices.csv]');",
		"run('DICOM Metadata Table', 'save=[&out/metadata.csv]');", "run('DICOM Metadata Table', 'slice=4');",
		"run('DICOM Geometry Table', 'save=[&out/geometry.csv]');", "run('DICOM Report', 'save=[&out/report.csv]');",
		"run('DICOM Slice Table', 'save=[&out/no/a.csv]');",
		"run('DICOM Plot Attribute...', 'keyword=PatientName'); return getTitle;",
		"run('DICOM Plot Attribute...', 'keyword=AcquisitionTime'); return getTitle;",
		"run('DICOM Plot Attribute...', 'keyword=InstanceNumber'); return getTitle;",
		"run('DICOM SUV...', 'kind=SUVbw'); return getTitle + getMetadata('Info') + getMetadata('Label');",
		"run('DICOM Structure Set...', 'file=[&out/structures] save=[&out/rois.zip]');",
		"run('DICOM Structure Set...', 'file=[&out/none]');", "run('DICOM Report', 'save=[&out/again.csv]');",
		"run('DICOM Reslice...', 'plane=Coronal'); return getTitle;",
		"run('DICOM Planes Figure...', 'scalebar'); return getTitle + getMetadata('Info');",
		"run('DICOM Orthogonal Views', 'smooth'); return getTitle + getMetadata('Info') + getMetadata('Label');",
		"run('DICOM Reslice...', 'plane=Sagittal load=Virtual'); return getTitle + getValue(1, 1);",
		"run('DICOM Reslice...', 'plane=Oblique normal=[0 1 1] load=Virtual'); return getTitle + getValue(1, 1);",
		"run('DICOM Resample...', 'spacing=2'); return getTitle + getMetadata('Info') + getMetadata('Label');",
		"a = 'x'; if (nImages > 0) a = getTitle; run('DICOM Resample...', 'to=[' + a + '] load=Virtual'); return getTitle;",
		"run('DICOM Resample...', 'to=nothing');", "run('NIfTI Volume...', 'file=[&out/volume.nii] overwrite');",
		"run('NIfTI Volume...', 'file=[&out/volume.nii]');", "run('NIfTI Volume...', 'file=[&out/no/volume.nii.gz]');",
		"run('DICOM Segment Statistics...', 'min=0 figure save=[&out/segments.csv]'); return getTitle;",
		"run('DICOM Segment Statistics...', 'structures=[&out/structures] save=[&out/structures.csv]');",
		"run('DICOM Dose Volume Histogram...', 'structures=[&out/structures] curves=[&out/curves.csv]'); return getTitle;",
		"run('DICOM De-identify Folder...', 'folder=[&in] to=[&in/../copy]'); return Table.getString('Result', 0);",
		"run('DICOM De-identify Folder...', 'folder=[&in] to=[&in/copy]');",
		"run('DICOM Series...', 'folder=[&out] overwrite');", "run('DICOM Series...', 'folder=[&out/no/series]');",
		"run('DICOM Contours...', 'file=[&out/no/rs.dcm] rois=Overlay');",
		"run('DICOM Contours...', 'file=[&out/volume.nii]');", "run('DICOM Labels from ROIs'); return getTitle;",
		"run('DICOM Segmentation...', 'file=[&out/no/seg.dcm]');",
		"run('DICOM Segmentation...', 'file=[&out/no/seg.dcm] of=nothing');",
		"if (nImages > 0) { run('Duplicate...', 'duplicate'); run('8-bit'); } run('DICOM Segmentation...', 'file=[&out/no/seg.dcm]');",
		"if (nImages > 0) { run('Duplicate...', 'duplicate'); run('8-bit'); } run('DICOM Segmentation...', 'file=[&out/volume.nii]');");

	/** Commands that say nothing of files, and those whose inputs a person gives in a dialog. */
	private static final Set<String> WITHOUT_FILES = Set.of("DICOM Guide", "DICOM Options...", "DICOM Recent...",
		"DICOM Phantom (3D)");
	/** Those that {@code ServerMacroTest} and {@code IndexMacroTest} look at. */
	private static final Set<String> ELSEWHERE = Set.of("DICOM Server...");

	private static final Pattern CANARY = Pattern.compile(Canaries.PATTERN, Pattern.CASE_INSENSITIVE);

	@TempDir
	private Path temp;

	private final List<String> said = new ArrayList<>();

	@ParameterizedTest
	@EnumSource
	void noCanary(final State state) throws IOException {
		everything(state, "patient=Hide");
		for (final String text : said)
			assertFalse(CANARY.matcher(text).find(), state + ": " + around(text));
	}

	/** Or else the test proves nothing. */
	@Test
	void canariesSingWhenShown() throws IOException {
		everything(State.CUT, "patient=Show");
		assertTrue(said.stream().filter(text -> CANARY.matcher(text).find()).count() > 4, said::toString);
	}

	/** What no macro here runs, nobody has looked at. */
	@Test
	void everyCommandIsRun() throws IOException {
		everything(State.INTACT, "patient=Hide");
		try (Context context = new Context(CommandService.class)) {
			final Set<String> left = new TreeSet<>(AllCommands.labels(context));
			left.removeAll(WITHOUT_FILES);
			left.removeAll(ELSEWHERE);
			left.removeIf(label -> said.stream().anyMatch(text -> text.contains("run('" + label + "'")));
			assertEquals(Set.of(), left);
		}
	}

	private void everything(final State state, final String patient) throws IOException {
		final Path folder = Files.createDirectory(temp.resolve("in")), out = Files.createDirectory(temp.resolve("out"));
		state.series().write(folder);
		new SyntheticStructures(Canaries.UID)
			.add(Canaries.TEXT + "organ", null, SyntheticStructures.rectangle(-9, -19, -8, -15, 30),
				SyntheticStructures.contour("CLOSED_PLANAR", 1, 2, 3), SyntheticStructures.contour("X", 1, 2, 3))
			.naming(Canaries.UID, Canaries.UID + ".1")
			.write(out.resolve("structures"));
		final var printed = new ByteArrayOutputStream();
		final PrintStream system = System.out, errors = System.err;
		final var tee = new PrintStream(printed, true, StandardCharsets.UTF_8);
		System.setOut(tee);
		System.setErr(tee);
		try {
			final String in = "folder=[&in] " + patient;
			run("run('DICOM Series Table...', '" + in + " save=[&out/series.csv]');", folder, out);
			run("run('DICOM Folder...', '" + in + " series=9');", folder, out);
			run("run('DICOM Folder...', 'folder=[&in/none] " + patient + "');", folder, out);
			run("run('DICOM Metadata Table', 'file=[&in/none] " + patient + "');", folder, out);
			for (final String load : new String[] { "load=[In memory]", "load=Virtual missing=Split" })
				loaded(state, in + " " + load, folder, out);
		}
		finally {
			System.setOut(system);
			System.setErr(errors);
		}
		said.add(printed.toString(StandardCharsets.UTF_8));
		try (Stream<Path> files = Files.list(out)) {
			for (final Path file : files.filter(f -> !f.endsWith("structures")).toList())
				said.add(file.getFileName() + Files.readString(file, StandardCharsets.ISO_8859_1));
		}
	}

	private void loaded(final State state, final String options, final Path folder, final Path out) throws IOException {
		run("close('*'); run('DICOM Folder...', '" + options + "'); text = ''; for (i = 1; i <= nSlices; i++) {" +
			" setSlice(i); text = text + getTitle + getMetadata('Label') + getMetadata('Info') + Property.getInfo() +" +
			" Property.getList; } saveAs('Tiff', '&out/image.tif'); return text;", folder, out);
		if (state == State.VANISHED) Files.delete(folder.resolve(Canaries.TEXT + "dir").resolve(Canaries.TEXT + "03"));
		for (final String macro : AFTERWARDS) {
			run("if (nImages > 0) selectImage(1); " + macro, folder, out);
		}
		if (state == State.VANISHED) state.series().write(folder);
	}

	private void run(final String macro, final Path in, final Path out) {
		said.add(macro + " " + TestImageJ.headless()
			.value(macro.replace("&in", in.toString()).replace("&out", out.toString()).replace('\\', '/')));
	}

	private static String around(final String text) {
		final var matcher = CANARY.matcher(text);
		return matcher.find()
			? text.substring(Math.max(0, matcher.start() - 300), Math.min(text.length(), matcher.end() + 100))
			: text.toLowerCase(Locale.ROOT);
	}
}
