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

package io.github.dicomvolumes.export.structures;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Dictionary;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.export.VolumeExport;
import io.github.dicomvolumes.export.image.ExportImage;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.io.source.DiskSources;
import io.github.dicomvolumes.io.source.OpenSources;
import io.github.dicomvolumes.volume.DicomVolume;
import io.github.dicomvolumes.volume.structures.Contour;
import io.github.dicomvolumes.volume.structures.PlacedContour;
import io.github.dicomvolumes.volume.structures.PlacedStructures;
import io.github.dicomvolumes.volume.structures.StructureSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random contours come back on their slices, point by point. */
class StructuresLawTest {

	private static final int SETS = 50;
	/** In pixels of at least 0.3 mm: far below 1e-3 mm. */
	private static final double PIXELS = 1e-8;

	@TempDir
	private Path folder;
	private int compared, large;

	@Test
	void contoursComeBack() throws IOException {
		final Random random = new Random(16);
		for (int n = 0; n < SETS; n++) {
			final DicomVolume ct = ct(folder.resolve("ct" + n), random);
			final List<DrawnStructure> drawn = drawn(ct, random);
			final Path file = folder.resolve(n + ".dcm");
			VolumeExport.structures(drawn, ExportImage.of(ct), file,
				StructuresOptions.DEFAULT.withHoles(Holes.SEPARATE).withLabel("plan " + n));
			final Attributes read = ct.stack()
				.first()
				.file()
				.reader()
				.readWhole(DiskSources.of(file), OpenSources.NONE)
				.attributes();
			check(drawn, PlacedStructures.of(StructureSet.of(read), ct), ct);
			checkImages(read, ct);
		}
		assertTrue(compared > 100 * SETS && large > 5, compared + " " + large);
	}

	private void check(final List<DrawnStructure> drawn, final PlacedStructures read, final DicomVolume ct) {
		assertEquals(List.of(), read.problems());
		assertEquals(drawn.size(), read.placed().size());
		for (int i = 0; i < drawn.size(); i++) {
			assertEquals(drawn.get(i).name(), read.placed().get(i).structure().name());
			assertEquals(drawn.get(i).rgb(), read.placed().get(i).structure().colour());
			assertEquals(ct.attributes().orElse(Tag.FRAME_OF_REFERENCE_UID, "?"),
				read.placed().get(i).structure().frameOfReference());
			final List<PlacedContour> expected = drawn.get(i).contours(), found = read.placed().get(i).contours();
			assertEquals(expected.size(), found.size());
			for (int k = 0; k < expected.size(); k++) {
				assertEquals(expected.get(k).kind(), found.get(k).kind());
				assertEquals(expected.get(k).slice(), found.get(k).slice());
				assertArrayEquals(expected.get(k).columns(), found.get(k).columns(), PIXELS);
				assertArrayEquals(expected.get(k).rows(), found.get(k).rows(), PIXELS);
				compared += found.get(k).rows().length;
				if (found.get(k).rows().length > 1300) large++;
			}
		}
	}

	/** Each contour names the image on whose slice it is, and none where the slice is missing. */
	private static void checkImages(final Attributes set, final DicomVolume ct) {
		for (final Attributes roi : set.items(tag("ROIContourSequence")))
			for (final Attributes contour : roi.items(tag("ContourSequence"))) {
				final double[] xyz = contour.doubles(tag("ContourData"));
				final int slice = (int) Math
					.rint(ct.geometry().patientToIndex().apply(new Vector3(xyz[0], xyz[1], xyz[2])).z());
				final String expected = ct.attributes(slice, 0, 0)
					.map(a -> a.orElse(Tag.SOP_INSTANCE_UID, ""))
					.orElse("");
				final List<Attributes> images = contour.items(tag("ContourImageSequence"));
				assertEquals(expected,
					images.isEmpty() ? "" : images.get(0).orElse(tag("ReferencedSOPInstanceUID"), "?"));
			}
	}

	private static DicomVolume ct(final Path place, final Random random) throws IOException {
		final Vector3 row = vector(random), column = row.cross(vector(random)).unit(), normal = row.cross(column);
		final double gap = 0.5 + 3 * random.nextDouble();
		final Vector3 step = normal.times(gap).plus(column.times(random.nextInt(3) == 0 ? 0.3 * gap : 0));
		final Vector3 origin = vector(random).times(400);
		new SyntheticSeries(place.getFileName().toString()).slices(6)
			.omit(2)
			.orientation(row.x(), row.y(), row.z(), column.x(), column.y(), column.z())
			.origin(origin.x(), origin.y(), origin.z())
			.pixelSpacing(0.3 + random.nextDouble(), 0.3 + random.nextDouble())
			.step(step.x(), step.y(), step.z())
			.write(Files.createDirectory(place));
		return DicomVolumes.open(place);
	}

	private static List<DrawnStructure> drawn(final DicomVolume ct, final Random random) {
		final List<DrawnStructure> structures = new ArrayList<>();
		for (int n = 1 + random.nextInt(4); n > 0; n--) {
			final List<PlacedContour> contours = new ArrayList<>();
			for (int k = 1 + random.nextInt(5); k > 0; k--) {
				final Contour.Kind kind = Contour.Kind.values()[random.nextInt(Contour.Kind.values().length)];
				if (kind == Contour.Kind.OPEN_NONPLANAR) continue;
				final int more = random.nextInt(30) == 0 ? 2000 : random.nextInt(40);
				final int points = kind == Contour.Kind.POINT ? 1 : kind.leastPoints() + more;
				contours.add(new PlacedContour(kind, random.nextInt(ct.stack().slices()),
					random.doubles(points, -2, 18).toArray(), random.doubles(points, -2, 14).toArray()));
			}
			structures.add(new DrawnStructure("Structure " + n,
				random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(random.nextInt(1 << 24)), contours));
		}
		return structures;
	}

	private static Vector3 vector(final Random random) {
		return new Vector3(random.nextGaussian(), random.nextGaussian(), random.nextGaussian()).unit();
	}

	private static int tag(final String keyword) {
		return Dictionary.tag(keyword);
	}
}
