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

package io.github.dicomvolumes.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.SyntheticObjects;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.SyntheticStructures;
import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Dictionary;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.io.header.HeaderReaders;
import io.github.dicomvolumes.io.source.DiskSources;
import io.github.dicomvolumes.work.Progress;
import io.github.dicomvolumes.measure.segment.MeasuredImage;
import io.github.dicomvolumes.volume.DicomVolume;
import io.github.dicomvolumes.volume.structures.StructureSet;
import io.github.dicomvolumes.volume.structures.StructureShape;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dose-volume histograms beside those of dicompyler-core, where it is installed. */
class DicompylerTest {

	private static final Path PYTHON = Path.of("/usr/bin/python3");
	private static final int SIDE = 120, SLICES = 80;
	/** Percent of the volume; dicompyler counts voxels of the dose of 1 mm, in bins of 1 cGy. */
	private static final double TOLERANCE = 1;

	@TempDir
	private Path folder;

	@BeforeAll
	static void hasDicompyler() throws Exception {
		assumeTrue(
			Files.isExecutable(PYTHON) &&
				new ProcessBuilder(PYTHON.toString(), "-c", "import dicompylercore.dvhcalc").start().waitFor() == 0,
			"python3-dicompylercore is not installed");
	}

	/** A hill of dose of 70 Gy, and a ball, an annulus and a box beside its top. */
	@Test
	void hill() throws Exception {
		final double[] offsets = new double[SLICES];
		Arrays.setAll(offsets, k -> k);
		final SyntheticSeries dose = SyntheticObjects.dose("dose", offsets)
			.size(SIDE, SIDE)
			.pixelSpacing(1, 1)
			.origin(-60, -60, -40)
			.with(Tag.FRAME_OF_REFERENCE_UID, "1.2.3")
			.with(Dictionary.tag("DoseType"), "PHYSICAL")
			.with(Dictionary.tag("DoseSummationType"), "PLAN")
			.values((k, row, column) -> Math.round(
				70_000 * Math.exp(-(Math.pow(column - 60, 2) + Math.pow(row - 55, 2) + Math.pow(k - 42, 2)) / 800)));
		final Path written = dose.write(Files.createDirectory(folder.resolve("dose"))).get(0);
		final List<Attributes> ball = new ArrayList<>(), annulus = new ArrayList<>(), box = new ArrayList<>();
		for (int z = -14; z <= 14; z++) {
			ball.add(circle(5, 0, z, Math.sqrt(16 * 16 - z * z)));
			annulus.add(circle(0, 0, z, 30.3));
			annulus.add(circle(0, 0, z, 20.3));
			box.add(SyntheticStructures.rectangle(-20.4, -10.4, 9.6, 19.6, z));
		}
		final Path structures = new SyntheticStructures("1.2.3").add("ball", null, ball.toArray(Attributes[]::new))
			.add("annulus", null, annulus.toArray(Attributes[]::new))
			.add("box", null, box.toArray(Attributes[]::new))
			.write(folder.resolve("rs.dcm"));
		final DicomVolume volume = DicomVolumes.open(folder.resolve("dose"));
		final List<StructureShape> shapes = StructureShape
			.of(StructureSet.of(HeaderReaders.BUILT_IN.withLargeValues().read(DiskSources.of(structures)).attributes())
				.structures(), volume.geometry());
		final List<DoseVolumeHistogram> ours = new DoseSampling(MeasuredImage.of(volume), Progress.NONE).of(shapes);
		for (int roi = 0; roi < 3; roi++) {
			final List<String> said = dicompyler(structures, written, roi + 1);
			final double[] theirs = Arrays.stream(said.get(1).split(" ")).mapToDouble(Double::parseDouble).toArray();
			final DoseVolumeHistogram own = ours.get(roi);
			assertTrue(theirs.length > 3000, theirs.length + " bins");
			assertEquals(Double.parseDouble(said.get(0)), own.millilitres(), 0.02 * own.millilitres());
			for (int cGy = 0; cGy < theirs.length; cGy++)
				assertEquals(theirs[cGy], own.volume(cGy / 100.0), TOLERANCE,
					own.segment().label() + " at " + cGy + " cGy");
		}
	}

	private List<String> dicompyler(final Path structures, final Path dose, final int roi)
		throws IOException, InterruptedException
	{
		final Path script = folder.resolve("dvh" + roi + ".py");
		try (var source = DicompylerTest.class.getResourceAsStream("dvh.py")) {
			Files.copy(source, script);
		}
		final Process process = new ProcessBuilder(PYTHON.toString(), script.toString(), structures.toString(),
			dose.toString(), "" + roi).redirectErrorStream(true).start();
		final String said = new String(process.getInputStream().readAllBytes());
		assertTrue(process.waitFor(2, TimeUnit.MINUTES), "python3 takes more than two minutes");
		assertEquals(0, process.exitValue(), said);
		return said.lines().toList();
	}

	private static Attributes circle(final double x, final double y, final double z, final double radius) {
		final double[] xyz = new double[3 * 120];
		for (int n = 0; n < 120; n++) {
			xyz[3 * n] = x + radius * Math.cos(2 * Math.PI * n / 120);
			xyz[3 * n + 1] = y + radius * Math.sin(2 * Math.PI * n / 120);
			xyz[3 * n + 2] = z;
		}
		return SyntheticStructures.contour("CLOSED_PLANAR", xyz);
	}
}
