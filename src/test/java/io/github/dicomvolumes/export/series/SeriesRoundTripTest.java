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
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.SyntheticCases;
import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.data.InputException;
import io.github.dicomvolumes.export.VolumeExport;
import io.github.dicomvolumes.export.image.Exported;
import io.github.dicomvolumes.pixels.PlaneType;
import io.github.dicomvolumes.series.StackShape;
import io.github.dicomvolumes.series.catalog.SeriesCatalog;
import io.github.dicomvolumes.volume.DicomVolume;
import io.github.dicomvolumes.volume.ImportOptions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is written as a DICOM series and read again is the same volume. */
class SeriesRoundTripTest {

	private static final Path DATA = Path.of("../shared/data");

	@TempDir
	private Path folder;

	private final List<String> failures = new ArrayList<>();
	private int volumes, maps;

	@Test
	void everySyntheticCase() throws Exception {
		for (final String name : SyntheticCases.names())
			try {
				roundTrips(SyntheticCases.write(name, Files.createDirectory(folder.resolve(name))), name);
			}
			catch (final UnsupportedOperationException exc) {
				continue; // no links or permissions here
			}
		assertEquals("", String.join("\n", failures));
		assertTrue(volumes > 120 && maps > 80, volumes + " volumes, " + maps + " maps");
	}

	/** @param least volumes that are compared, so that the test cannot compare nothing */
	@ParameterizedTest
	@CsvSource({ "nih/20180918Si, 4", "nih/20180918GE, 1", "pydicom, 40", "pydicom-data, 7", "scanners, 1" })
	void realSeries(final String collection, final int least) throws Exception {
		final Path place = DATA.resolve(collection);
		assumeTrue(Files.isDirectory(place), () -> place + " is not there");
		roundTrips(place, "real");
		assertEquals("", String.join("\n", failures));
		assertTrue(volumes >= least, volumes + " volumes");
	}

	private void roundTrips(final Path place, final String name) throws IOException {
		final SeriesCatalog catalog = DicomVolumes.scan(place);
		final Random random = new Random(name.hashCode());
		for (int n = 0; n < catalog.stacks().size(); n++) {
			final List<DicomVolume> loaded;
			try {
				loaded = DicomVolumes
					.load(catalog, List.of(catalog.stacks().get(n)),
						ImportOptions.DEFAULT.withVirtual(random.nextInt(4) == 0))
					.volumes();
			}
			catch (final DicomException exc) {
				continue; // not read, as its note says
			}
			for (final DicomVolume volume : loaded)
				roundTrip(volume, folder.resolve("copy " + name + " " + volumes++), random.nextInt(3) == 0);
		}
	}

	private void roundTrip(final DicomVolume volume, final Path copy, final boolean isRle) throws IOException {
		final String name = copy.getFileName() + " (" + volume + ")";
		try {
			final Exported exported = VolumeExport.dicom(volume, copy, SeriesOptions.DEFAULT.withRle(isRle));
			assertEquals(volume.stack().shape().planes(), exported.files().size(), name);
			roundTrip(volume, copy, name);
			if (volume.isColour() || !volume.geometry().patientBased() || !volume.geometry().unit().equals("mm"))
				return;
			final Path map = copy.resolveSibling("map of " + copy.getFileName());
			VolumeExport.dicom(volume, map, SeriesOptions.DEFAULT.withKind(SeriesKind.PARAMETRIC_MAP));
			roundTrip(volume, map, "map of " + name);
			maps++;
		}
		catch (final InputException | AssertionError exc) {
			failures.add(name + ": " + exc.getMessage().lines().findFirst().orElse(""));
		}
	}

	private static void roundTrip(final DicomVolume volume, final Path copy, final String name) throws IOException {
		final List<DicomVolume> read = DicomVolumes.openAll(copy);
		assertEquals(1, read.size(), name + " -> " + read);
		assertSame(volume, read.get(0), name + " -> " + read);
	}

	private static void assertSame(final DicomVolume volume, final DicomVolume copy, final String name) {
		assertArrayEquals(volume.dimensions(), copy.dimensions(), name);
		assertEquals(volume.geometry().patientBased(), copy.geometry().patientBased(), name);
		if (volume.geometry().patientBased()) assertArrayEquals(volume.geometry().indexToPatient().toArray(),
			copy.geometry().indexToPatient().toArray(), 1e-6, name);
		assertArrayEquals(volume.geometry().spacing(), copy.geometry().spacing(), 1e-6, name);
		if (!name.startsWith("map")) assertEquals(volume.unit(), copy.unit(), name);
		assertEquals(volume.stack().timeAxis().seconds(), copy.stack().timeAxis().seconds(), name);
		assertEquals(volume.stack().channelAxis(), copy.stack().channelAxis(), name);
		final StackShape shape = volume.stack().shape();
		for (int i = 0; i < shape.planes(); i++) {
			final StackShape.Place at = shape.place(i);
			assertSamePlane(volume, copy, at, name + " " + at);
		}
	}

	private static void assertSamePlane(final DicomVolume volume, final DicomVolume copy, final StackShape.Place at,
		final String name)
	{
		final Object expected = volume.plane(at.slice(), at.channel(), at.time()),
			actual = copy.plane(at.slice(), at.channel(), at.time());
		final PlaneType type = volume.plan().type(), itsType = copy.plan().type();
		final double error = type == PlaneType.FLOAT32 ? Math.abs(copy.plan().line().slope()) * 0.5001 + 1e-6 : 1e-9;
		final int pixels = (int) (volume.geometry().columns() * volume.geometry().rows());
		for (int pixel = 0; pixel < pixels; pixel++) {
			final double real = volume.plan().line().real(type.value(expected, pixel)),
				itsReal = copy.plan().line().real(itsType.value(actual, pixel));
			if (Double.isFinite(real)) assertEquals(real, itsReal, error + 1e-7 * Math.abs(real), name + " " + pixel);
		}
	}
}
