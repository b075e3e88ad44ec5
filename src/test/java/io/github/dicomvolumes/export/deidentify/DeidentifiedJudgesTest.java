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
package io.github.dicomvolumes.export.deidentify;

import static io.github.dicomvolumes.SyntheticObjects.groups;
import static io.github.dicomvolumes.SyntheticObjects.item;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.github.dicomvolumes.Encapsulated;
import io.github.dicomvolumes.Machine;
import io.github.dicomvolumes.SyntheticObjects;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.SyntheticStructures;
import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Dictionary;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.TransferSyntax;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Other software reads the copies, and finds no errors in them that the sources do not have. */
class DeidentifiedJudgesTest {

	private static final String DEFLATED = "ct3";
	private static final int FILES = 14;

	@TempDir
	private Path temp;
	private Path from;

	@BeforeEach
	void objects() throws IOException {
		from = Files.createDirectory(temp.resolve("in"));
		final TransferSyntax[] syntaxes = { TransferSyntax.IMPLICIT_LITTLE_ENDIAN,
			TransferSyntax.EXPLICIT_LITTLE_ENDIAN, TransferSyntax.EXPLICIT_BIG_ENDIAN,
			TransferSyntax.DEFLATED_LITTLE_ENDIAN };
		for (int i = 0; i < syntaxes.length; i++)
			ct("ct" + i).syntax(syntaxes[i]).write(from.resolve("ct" + i));
		Files.write(from.resolve("rle"), Encapsulated.rleFile(ct("rle").attributes(0)));
		ct("pet").modality("PT").with(tag("SeriesTime"), "101112").write(from.resolve("pet"));
		SyntheticObjects
			.enhanced("enhanced", 2, SyntheticObjects.sharedAxial(),
				k -> groups(tag("PlanePositionSequence"), item(Tag.IMAGE_POSITION_PATIENT, 0, 0, 3 * k),
					tag("FrameContentSequence"), Attributes.EMPTY))
			.with(Tag.CONTENT_DATE, "20200101")
			.write(from.resolve("enhanced"));
		SyntheticObjects.dose("dose", 0, 5, 10).write(from.resolve("dose"));
		new SyntheticStructures("1.2.3").add("PTV", null, SyntheticStructures.rectangle(-9, -16, -7, -10, 36))
			.write(from.resolve("rs"));
	}

	private static SyntheticSeries ct(final String name) {
		return new SyntheticSeries(name).slices(2)
			.with(tag("SeriesDate"), "20200101")
			.with(tag("PatientBirthDate"), "19700412")
			.with(tag("ReferringPhysicianName"), "Freud^Sigmund")
			.with(tag("InstitutionName"), "Hospital")
			.with(tag("AccessionNumber"), "4711")
			.with(tag("ReferencedImageSequence"),
				Attributes.builder()
					.put(tag("ReferencedSOPClassUID"), "1.2.840.10008.5.1.4.1.1.2")
					.put(tag("ReferencedSOPInstanceUID"), "1.2.3")
					.build());
	}

	private static int tag(final String keyword) {
		return Dictionary.tag(keyword);
	}

	/** Old files by new ones. */
	private Map<Path, Path> copy(final DateRule dates, final boolean keepsAll) throws IOException {
		final Path to = temp.resolve("out"), table = temp.resolve("table.csv");
		Deidentification.run(from, to,
			DeidentifyOptions.DEFAULT.withDates(dates)
				.withKeep(keepsAll ? EnumSet.allOf(Retained.class) : EnumSet.noneOf(Retained.class))
				.withTable(table));
		final Map<Path, Path> files = new TreeMap<>();
		for (final String line : Files.readAllLines(table)) {
			final String[] cells = line.split("\"");
			if (cells[1].equals("File")) files.put(to.resolve(cells[5]), Path.of(cells[3]));
		}
		assertEquals(FILES, files.size());
		return files;
	}

	@ParameterizedTest
	@EnumSource
	void dciodvfyFindsNoNewErrors(final DateRule dates) throws IOException {
		for (final var file : copy(dates, dates != DateRule.REMOVE).entrySet()) {
			if (file.getValue().startsWith(from.resolve(DEFLATED))) continue; // which dciodvfy cannot read
			final List<String> now = errors(file.getKey());
			errors(file.getValue()).forEach(now::remove);
			assertEquals(List.of(), now, file.getValue().toString());
		}
	}

	private static List<String> errors(final Path file) throws IOException {
		final List<String> errors = new ArrayList<>();
		for (final String line : Machine.run("dciodvfy", file.toString()).output().split("\\R"))
			if (line.startsWith("Error")) errors.add(line);
		return errors;
	}

	@Test
	void dcmdumpReadsAll() throws IOException {
		for (final Path file : copy(DateRule.SHIFT, true).keySet())
			assertEquals(0, Machine.run("dcmdump", "-q", file.toString()).code(), file.toString());
	}

	@Test
	void pydicomReadsTheSamePixels() throws IOException, InterruptedException {
		final String python = "/usr/bin/python3";
		assumeTrue(Files.isExecutable(Path.of(python)) &&
			new ProcessBuilder(python, "-c", "import pydicom").start().waitFor() == 0, "pydicom is not installed");
		final List<String> command = new ArrayList<>(Arrays.asList(python, "-c",
			"""
			import sys, pydicom
			for new, old in zip(sys.argv[1::2], sys.argv[2::2]):
				new, old = pydicom.dcmread(new), pydicom.dcmread(old)
				assert new.PatientIdentityRemoved == "YES" and new.file_meta.TransferSyntaxUID == old.file_meta.TransferSyntaxUID
				assert new.get("PixelData") == old.get("PixelData"), old.filename
				assert str(new) and len(list(new.iterall())) > 10
				print("same")
			"""));
		copy(DateRule.REMOVE, false).forEach((now, old) -> command.addAll(List.of(now.toString(), old.toString())));
		final var ended = Machine.run(command.toArray(String[]::new));
		assertTrue(ended.code() == 0 && ended.output().lines().filter("same"::equals).count() == FILES,
			ended::toString);
	}
}
