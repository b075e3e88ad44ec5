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

package io.github.dicomvolumes.rules;

import static io.github.dicomvolumes.rules.Volumes.data;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.series.catalog.SeriesCatalog;
import io.github.dicomvolumes.series.catalog.Stack;
import io.github.dicomvolumes.series.object.Frame;
import io.github.dicomvolumes.series.object.OneSample;
import io.github.dicomvolumes.series.object.Tile;
import io.github.dicomvolumes.volume.DicomVolume;
import io.github.dicomvolumes.volume.ImportOptions;

import net.imglib2.RandomAccess;
import net.imglib2.type.numeric.real.FloatType;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real values of random voxels of every grey volume beside those of pydicom, where that is installed. */
class PydicomVoxelsTest {

	private static final Path PYTHON = Path.of("/usr/bin/python3");
	private static final int VOXELS = 1000;

	/** 12-bit JPEG, which not all of pydicom's handlers decode. */
	private static final Set<String> APART = Set.of("JPEG-lossy.dcm", "JPGExtended.dcm");

	@TempDir
	private Path folder;

	/** @param least voxels that both can read, so that the test cannot compare nothing */
	@ParameterizedTest
	@CsvSource({ "pydicom, 20000", "pydicom-data, 5000", "nih, 8000" })
	void sameValues(final String collection, final int least) throws Exception {
		assumeTrue(
			Files.isExecutable(PYTHON) &&
				new ProcessBuilder(PYTHON.toString(), "-c", "import pydicom, numpy").start().waitFor() == 0,
			"python3-pydicom is not installed");
		final List<String> questions = new ArrayList<>();
		final List<Double> ours = new ArrayList<>();
		final SeriesCatalog catalog = DicomVolumes.scan(data(collection));
		final Random random = new Random(39);
		for (final Stack stack : catalog.stacks())
			if (stack.unsupported().isEmpty() && stack.segments().isEmpty())
				ask(DicomVolumes.load(catalog, List.of(stack), ImportOptions.DEFAULT).volumes().get(0), random,
					questions, ours);
		final List<String> theirs = pydicom(questions);
		int compared = 0;
		for (int i = 0; i < ours.size(); i++) {
			if (theirs.get(i).equals("-") || APART.stream().anyMatch(questions.get(i)::contains)) continue;
			final double expected = Double.parseDouble(theirs.get(i));
			assertEquals(expected, ours.get(i), Math.abs(expected) * 1e-6, questions.get(i));
			compared++;
		}
		assertTrue(compared >= least, compared + " compared");
	}

	private static void ask(final DicomVolume volume, final Random random, final List<String> questions,
		final List<Double> values)
	{
		if (volume.isColour() || volume.stack().first().pixels() instanceof OneSample) return;
		final RandomAccess<FloatType> access = volume.values().randomAccess();
		final int[] at = new int[5];
		for (int n = 0; n < VOXELS; n++) {
			for (int d = 0; d < 5; d++)
				at[d] = random.nextInt((int) volume.dimensions()[d]);
			final Frame frame = volume.stack().frame(at[2], at[3], at[4]).orElse(null);
			if (frame == null) continue;
			for (int d = 0; d < access.numDimensions(); d++)
				access.setPosition(at[d], d);
			final Tile part = frame.pixels() instanceof Tile tile ? tile : new Tile(0, 0, 0, 0);
			final int row = at[1] + part.y(), column = at[0] + part.x();
			questions.add(frame.name() + "\t" + frame.index() + "\t" + row + "\t" + column);
			values.add((double) access.get().get());
		}
	}

	private List<String> pydicom(final List<String> questions) throws IOException, InterruptedException {
		final Path script = folder.resolve("voxels.py"), in = folder.resolve("in"), out = folder.resolve("out");
		try (var source = PydicomVoxelsTest.class.getResourceAsStream("voxels.py")) {
			Files.copy(source, script);
		}
		final List<Integer> order = new ArrayList<>();
		for (int i = 0; i < questions.size(); i++)
			order.add(i);
		order.sort((a, b) -> questions.get(a).compareTo(questions.get(b))); // a file once
		Files.write(in, order.stream().map(questions::get).toList());
		final Process process = new ProcessBuilder(PYTHON.toString(), script.toString()).redirectInput(in.toFile())
			.redirectOutput(out.toFile())
			.redirectError(ProcessBuilder.Redirect.DISCARD)
			.start();
		assertTrue(process.waitFor(2, TimeUnit.MINUTES), "python3 takes more than two minutes");
		assertEquals(0, process.exitValue(), "voxels.py fails");
		final List<String> answers = Files.readAllLines(out);
		final String[] result = new String[questions.size()];
		for (int i = 0; i < result.length; i++)
			result[order.get(i)] = answers.get(i);
		return List.of(result);
	}
}
