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

package io.github.dicomvolumes.volume.structures;

import static io.github.dicomvolumes.volume.structures.Drawn.gridAround;
import static io.github.dicomvolumes.volume.structures.Drawn.randomOrientation;
import static io.github.dicomvolumes.volume.structures.Drawn.randomVector;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import io.github.dicomvolumes.SyntheticStructures;
import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.geometry.Orientation;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.geometry.VolumeGeometry;
import io.github.dicomvolumes.io.header.HeaderReaders;
import io.github.dicomvolumes.io.source.DiskSources;

import net.imglib2.RandomAccess;
import net.imglib2.type.logic.BitType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Masks beside those that numpy makes of the same files, where it and pydicom are installed. */
class NumpyMaskTest {

	private static final Path PYTHON = Path.of("/usr/bin/python3");

	@TempDir
	private Path folder;

	/** Random stars with holes, each plane another; drawn and asked for in any direction. */
	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 4 })
	void syntheticStructures(final int seed) throws Exception {
		final Random random = new Random(seed);
		final Drawn drawn = new Drawn(randomVector(random, 50), seed == 1 ? Drawn.PLAIN : randomOrientation(random));
		final List<Attributes> contours = new ArrayList<>();
		for (int plane = -4; plane <= 4; plane++) {
			contours.add(attributes(drawn.star(2.5 * plane, random, 60, 10, 20)));
			contours.add(attributes(drawn.star(2.5 * plane, random, 20, 2, 12)));
		}
		final Path file = new SyntheticStructures("1.2.3").add("star", null, contours.toArray(Attributes[]::new))
			.write(folder.resolve("rs.dcm"));
		final Orientation orientation = seed < 3 ? drawn.orientation() : randomOrientation(random);
		assertSame(file, gridAround(drawn.origin().plus(randomVector(random, 0.3)), orientation, 1.3, 32), 3000);
	}

	/** Three rectangles of 400 x 300 mm. */
	@Test
	void sampleOfPydicom() throws Exception {
		final Path file = Path.of("../shared/data/pydicom/rtstruct.dcm");
		assumeTrue(Files.exists(file));
		final VolumeGeometry grid = VolumeGeometry.of(new Vector3(-251.3, -203, -215), Drawn.PLAIN, 5.1, 4.3,
			new Vector3(0, 0, 3.7), 100, 95, 14);
		final StructureShape shape = assertSame(file, grid, 40_000);
		assertEquals(400 * 300 * 30 / 1000.0, shape.millilitres(), 1e-9);
		assertEquals(List.of(), shape.problems());
		assertSame(file, gridAround(new Vector3(3, 5, -190), randomOrientation(new Random(8)), 7.3, 60), 9000);
	}

	/** @param least voxels inside, so that the test cannot compare nothing */
	private StructureShape assertSame(final Path file, final VolumeGeometry grid, final long least) throws Exception {
		assumeTrue(
			Files.isExecutable(PYTHON) &&
				new ProcessBuilder(PYTHON.toString(), "-c", "import pydicom, numpy").start().waitFor() == 0,
			"python3-pydicom is not installed");
		final Structure structure = StructureSet.of(HeaderReaders.BUILT_IN.read(DiskSources.of(file)).attributes())
			.structures()
			.get(0);
		final StructureMask mask = StructureMask.of(StructureShape.of(structure, grid), grid);
		final byte[] expected = numpy(file, structure.number(), grid);
		final RandomAccess<BitType> access = mask.image().randomAccess();
		int i = 0;
		for (int z = 0; z < grid.slices(); z++)
			for (int y = 0; y < grid.rows(); y++)
				for (int x = 0; x < grid.columns(); x++)
					assertEquals(expected[i++] == 1, access.setPositionAndGet(x, y, z).get(), x + ", " + y + ", " + z);
		assertEquals(expected.length, i);
		assertTrue(mask.voxels() >= least, mask.voxels() + " inside");
		return mask.shape();
	}

	private byte[] numpy(final Path file, final int number, final VolumeGeometry grid)
		throws IOException, InterruptedException
	{
		final Path script = folder.resolve("rasterise.py"), out = folder.resolve("out");
		Files.deleteIfExists(script);
		try (var source = NumpyMaskTest.class.getResourceAsStream("rasterise.py")) {
			Files.copy(source, script);
		}
		final List<String> command = new ArrayList<>(
			List.of(PYTHON.toString(), script.toString(), file.toString(), "" + number, out.toString()));
		Arrays.stream(grid.indexToPatient().toArray()).forEach(value -> command.add("" + value));
		Arrays.stream(grid.size()).forEach(size -> command.add("" + size));
		final Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		final String said = new String(process.getInputStream().readAllBytes());
		assertTrue(process.waitFor(2, TimeUnit.MINUTES), "python3 takes more than two minutes");
		assertEquals(0, process.exitValue(), said);
		return Files.readAllBytes(out);
	}

	private static Attributes attributes(final Contour contour) {
		return SyntheticStructures.contour(contour.kind().name(),
			contour.points().stream().flatMapToDouble(point -> Arrays.stream(point.toArray())).toArray());
	}
}
