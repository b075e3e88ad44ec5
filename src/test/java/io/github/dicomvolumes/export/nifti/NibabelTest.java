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
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.SyntheticCases;
import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.export.VolumeExport;
import io.github.dicomvolumes.series.catalog.SeriesCatalog;
import io.github.dicomvolumes.volume.DicomVolume;
import io.github.dicomvolumes.volume.ImportOptions;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What nibabel reads of our files is the volume. */
class NibabelTest {

	private static final Path PYTHON = Path.of("/usr/bin/python3");
	private static final Path DATA = Path.of("../shared/data");
	private static final int VOXELS = 30;
	/** Numbers in single precision, relative. */
	private static final double SINGLE = 1e-6;

	@TempDir
	private Path folder;

	private final List<String> questions = new ArrayList<>();
	/** What is wrong with the answer to each question; empty if nothing is. */
	private final List<Check> checks = new ArrayList<>();
	private int volumes, virtual;

	@FunctionalInterface
	private interface Check {

		void answer(String text);
	}

	@BeforeAll
	static void hasNibabel() throws Exception {
		assumeTrue(
			Files.isExecutable(PYTHON) &&
				new ProcessBuilder(PYTHON.toString(), "-c", "import nibabel").start().waitFor() == 0,
			"python3-nibabel is not installed");
	}

	@Test
	void everySyntheticCase() throws Exception {
		for (final String name : SyntheticCases.names())
			try {
				ask(SyntheticCases.write(name, Files.createDirectory(folder.resolve(name))), name);
			}
			catch (final UnsupportedOperationException exc) {
				continue; // no links or permissions here
			}
		compare();
		assertTrue(volumes > 120 && virtual > 20, volumes + " volumes, " + virtual + " virtual");
	}

	/** @param least volumes that are compared, so that the test cannot compare nothing */
	@ParameterizedTest
	@CsvSource({ "nih/20180918Si, 4", "nih/20180918GE, 1", "pydicom, 40", "pydicom-data, 7", "scanners, 1" })
	void realSeries(final String collection, final int least) throws Exception {
		final Path place = DATA.resolve(collection);
		assumeTrue(Files.isDirectory(place), () -> place + " is not there");
		ask(place, "real");
		compare();
		assertTrue(volumes >= least, volumes + " volumes");
	}

	private void ask(final Path place, final String name) throws IOException {
		final SeriesCatalog catalog = DicomVolumes.scan(place);
		final Random random = new Random(name.hashCode());
		for (int n = 0; n < catalog.stacks().size(); n++) {
			final boolean isVirtual = random.nextInt(4) == 0;
			final ImportOptions options = ImportOptions.DEFAULT.withVirtual(isVirtual);
			final List<DicomVolume> loaded;
			try {
				loaded = DicomVolumes.load(catalog, List.of(catalog.stacks().get(n)), options).volumes();
			}
			catch (final DicomException exc) {
				continue; // not read, as its note says
			}
			for (final DicomVolume volume : loaded) {
				if (isVirtual) virtual++;
				ask(volume, folder.resolve(name + "_" + n + (n % 2 == 0 ? ".nii" : ".nii.gz")), random);
			}
		}
	}

	private void ask(final DicomVolume volume, final Path file, final Random random) throws IOException {
		VolumeExport.nifti(volume, file, NiftiOptions.DEFAULT);
		volumes++;
		final long[] size = volume.dimensions();
		final String name = file.getFileName() + " (" + volume + ")";
		ask("file\t" + file, text -> assertHeader(volume, text.split("\t"), name));
		for (int n = 0; n < VOXELS; n++) {
			final int[] at = Arrays.stream(size).mapToInt(length -> random.nextInt((int) length)).toArray();
			final List<Integer> index = new ArrayList<>(List.of(at[0], at[1], at[2]));
			if (size[3] * size[4] > 1) index.add(at[4]);
			if (size[3] > 1) index.add(at[3]);
			final String expected = value(volume, at);
			ask("voxel\t" + index.stream().map(String::valueOf).collect(Collectors.joining("\t")),
				text -> assertNumbers(expected, text, SINGLE, name + " " + index));
		}
	}

	private static void assertHeader(final DicomVolume volume, final String[] said, final String name) {
		final long[] size = volume.dimensions();
		String shape = size[0] + "x" + size[1] + "x" + size[2];
		if (size[3] * size[4] > 1) shape += "x" + size[4];
		if (size[3] > 1) shape += "x" + size[3];
		assertEquals("n+1|" + shape, said[0] + "|" + said[1], name);
		final boolean hasPlace = volume.geometry().patientBased() && volume.geometry().unit().equals("mm") &&
			(volume.sliceUnit().equals("mm") || size[2] == 1);
		assertEquals(hasPlace ? "1" : "0", said[4], name);
		assertEquals(hasPlace && !volume.geometry().isTilted() ? "1" : "0", said[3], name);
		assertEquals("''", said[6], name + ": what nibabel finds wrong");
		if (hasPlace) assertNumbers(Arrays.stream(volume.geometry().indexToPatient().toRas().toArray())
			.mapToObj(String::valueOf)
			.collect(Collectors.joining(" ")), said[7], 1e-7, name);
	}

	private static String value(final DicomVolume volume, final int[] at) {
		final long[] position = Arrays.stream(at).asLongStream().toArray();
		if (volume.isColour()) {
			final int colour = ((int[]) volume.plane(at[2], at[3], at[4]))[at[0] +
				(int) volume.dimensions()[0] * at[1]];
			return (colour >> 16 & 0xFF) + " " + (colour >> 8 & 0xFF) + " " + (colour & 0xFF);
		}
		final boolean is3D = volume.values().numDimensions() == 3;
		return String.valueOf(volume.values().getAt(is3D ? Arrays.copyOf(position, 3) : position).get());
	}

	private static void assertNumbers(final String expected, final String actual, final double tolerance,
		final String name)
	{
		final double[] ours = numbers(expected), theirs = numbers(actual);
		assertEquals(ours.length, theirs.length, name);
		for (int i = 0; i < ours.length; i++)
			assertEquals(ours[i], theirs[i], 1e-5 + tolerance * Math.abs(ours[i]), name + ": " + expected);
	}

	private static double[] numbers(final String text) {
		return Arrays.stream(text.split(" "))
			.mapToDouble(word -> Double.parseDouble(word.replace("nan", "NaN")))
			.toArray();
	}

	private void ask(final String question, final Check check) {
		questions.add(question);
		checks.add(check);
	}

	private void compare() throws Exception {
		final Path script = folder.resolve("nifti.py"), in = folder.resolve("in"), out = folder.resolve("out"),
			errors = folder.resolve("errors");
		try (var source = NibabelTest.class.getResourceAsStream("nifti.py")) {
			Files.copy(source, script);
		}
		catch (final IOException exc) {
			throw new UncheckedIOException(exc);
		}
		Files.write(in, questions);
		final Process process = new ProcessBuilder(PYTHON.toString(), script.toString()).redirectInput(in.toFile())
			.redirectOutput(out.toFile())
			.redirectError(errors.toFile())
			.start();
		assertTrue(process.waitFor(2, TimeUnit.MINUTES), "python3 takes more than two minutes");
		assertEquals(0, process.exitValue(), () -> read(errors));
		final List<String> answers = Files.readAllLines(out);
		assertEquals(questions.size(), answers.size());
		for (int i = 0; i < answers.size(); i++)
			checks.get(i).answer(answers.get(i));
	}

	private static String read(final Path file) {
		try {
			return Files.readString(file);
		}
		catch (final IOException exc) {
			throw new UncheckedIOException(exc);
		}
	}
}
