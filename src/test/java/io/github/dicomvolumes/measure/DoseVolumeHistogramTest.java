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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.SyntheticStructures;
import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.data.InputException;
import io.github.dicomvolumes.geometry.Orientation;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.geometry.VolumeGeometry;
import io.github.dicomvolumes.work.Progress;
import io.github.dicomvolumes.measure.segment.MeasuredImage;
import io.github.dicomvolumes.pixels.PlaneType;
import io.github.dicomvolumes.pixels.Rescale;
import io.github.dicomvolumes.volume.structures.Structure;
import io.github.dicomvolumes.volume.structures.StructureSet;
import io.github.dicomvolumes.volume.structures.StructureShape;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Doses that grow linearly along a direction, so that the part of a body above each dose is known. */
class DoseVolumeHistogramTest {

	@TempDir
	private Path folder;

	/** Percent of the volume, at every level. */
	private static final double TOLERANCE = 0.5;
	private static final double PER_MM = 1.5, AT_ORIGIN = 60;

	/** Anisotropic voxels of 2.5 x 2.5 x 3 mm around the origin, in any direction. */
	private static MeasuredImage ramp(final Orientation directions, final Vector3 along) {
		final VolumeGeometry grid = VolumeGeometry.of(
			directions.row()
				.times(-30 * 2.5)
				.plus(directions.column().times(-30 * 2.5))
				.plus(directions.normal().times(-25 * 3)),
			directions, 2.5, 2.5, directions.normal().times(3), 61, 61, 51);
		return Made.image(PlaneType.FLOAT32, grid, new Rescale(1, 0, "GY"),
			(x, y, z) -> AT_ORIGIN + PER_MM * grid.indexToPatient().apply(x, y, z).dot(along));
	}

	private static MeasuredImage axialRamp(final Vector3 along) {
		return ramp(Orientation.of(1, 0, 0, 0, 1, 0), along);
	}

	/** The part of a ball of a radius that is more than a distance away from its middle plane, percent. */
	private static double cap(final double radius, final double distance) {
		final double u = Math.max(-1, Math.min(1, distance / radius));
		return 100 * (2 - 3 * u + u * u * u) / 4;
	}

	/** From 1 ml (6.2 mm) on. */
	@ParameterizedTest
	@ValueSource(doubles = { 6.2035, 15, 40 })
	void sphereOfContours(final double radius) throws Exception {
		final List<Attributes> contours = new ArrayList<>();
		final double spacing = radius / 31;
		for (double z = -Math.floor(radius / spacing) * spacing; z < radius; z += spacing)
			contours.add(circle(z, Math.sqrt(Math.max(0, radius * radius - z * z))));
		final Vector3 along = new Vector3(0.3, -0.5, 0.8).unit();
		final DoseVolumeHistogram histogram = histogram(axialRamp(along), contours);
		assertEquals(4 / 3.0 * Math.PI * Math.pow(radius, 3) / 1000, histogram.millilitres(),
			0.02 * histogram.millilitres());
		assertCurve(histogram, dose -> cap(radius, (dose - AT_ORIGIN) / PER_MM));
		assertEquals(AT_ORIGIN, histogram.mean(), 0.05);
		assertEquals(AT_ORIGIN, histogram.dose(50), 0.02 * PER_MM * radius);
		assertEquals(AT_ORIGIN + PER_MM * radius, histogram.maximum(), PER_MM * radius * 0.05);
	}

	@Test
	void boxOfContours() throws Exception {
		final List<Attributes> contours = new ArrayList<>();
		for (double z = -8; z < 8; z += 2)
			contours.add(SyntheticStructures.rectangle(-11, -7, 9, 15, z + 1));
		final DoseVolumeHistogram histogram = histogram(axialRamp(new Vector3(1, 0, 0)), contours);
		assertEquals(20 * 22 * 16 / 1000.0, histogram.millilitres(), 1e-9);
		assertCurve(histogram, dose -> 100 * Math.max(0, Math.min(1, (9 - (dose - AT_ORIGIN) / PER_MM) / 20)));
		assertEquals(AT_ORIGIN - PER_MM, histogram.mean(), 0.05);
		assertEquals(AT_ORIGIN + PER_MM * (-11 + 0.02 * 20), histogram.dose(98), 0.1);
		assertEquals(AT_ORIGIN + PER_MM * (9 - 0.02 * 20), histogram.dose(2), 0.1);
	}

	/** Labels on a grid of their own, oblique to the dose. */
	@ParameterizedTest
	@ValueSource(doubles = { 0.5, 1 })
	void sphereOfLabels(final double spacing) throws IOException {
		final double radius = 15;
		final Random random = new Random(5);
		final Vector3 along = Made.vector(random).unit();
		final MeasuredImage labels = Made.mask(Made.grid(random, new Vector3(0, 0, 0), radius + 2, spacing),
			place -> place.norm() <= radius);
		final DoseVolumeHistogram histogram = new DoseSampling(ramp(Made.orientation(random), along), Progress.NONE)
			.of(labels)
			.get(0);
		assertEquals(4 / 3.0 * Math.PI * Math.pow(radius, 3) / 1000, histogram.millilitres(),
			0.01 * histogram.millilitres());
		assertCurve(histogram, dose -> cap(radius, (dose - AT_ORIGIN) / PER_MM));
	}

	/** Half of the box is where no dose is. */
	@Test
	void whatLiesOutsideTheDoseIsLeftOutAndTold() throws Exception {
		final MeasuredImage dose = axialRamp(new Vector3(0, 0, 1)); // up to 76.25 mm along x
		final List<Attributes> contours = new ArrayList<>();
		for (double z = 0; z < 10; z += 1)
			contours.add(SyntheticStructures.rectangle(66.25, 0, 86.25, 10, z));
		final DoseVolumeHistogram histogram = histogram(dose, contours);
		assertEquals(1, histogram.millilitres(), 0.02);
		assertEquals(1, histogram.outsideMillilitres(), 0.02);
		assertTrue(histogram.notes().toString().contains("ml outside the dose"), histogram.notes().toString());
	}

	@Test
	void nothingInsideHasNoDose() throws Exception {
		final DoseVolumeHistogram histogram = histogram(axialRamp(new Vector3(1, 0, 0)),
			List.of(SyntheticStructures.contour("POINT", 0, 0, 0)));
		assertEquals(0, histogram.points());
		assertTrue(Double.isNaN(histogram.dose(98)) && Double.isNaN(histogram.volume(20)));
		assertTrue(histogram.notes().toString().contains("no contour encloses an area"));
	}

	/** Two seeds of 1 mm3, 170 mm apart: a lattice fine enough for one would have billions of points between them. */
	@Test
	void specksFarApart() throws Exception {
		final List<Attributes> contours = new ArrayList<>();
		for (final double at : new double[] { -50, 50 })
			for (int n = 0; n < 4; n++)
				contours.add(SyntheticStructures.rectangle(at, at, at + 1, at + 1, at + 0.25 * n));
		final DoseVolumeHistogram histogram = histogram(axialRamp(new Vector3(1, 0, 0)), contours);
		assertEquals(0.002, histogram.millilitres(), 1e-4);
		assertEquals(AT_ORIGIN + PER_MM * 0.5, histogram.mean(), 0.1 * AT_ORIGIN,
			"half of them have 60 + 75, half 60 - 75");
		assertEquals(50, histogram.volume(AT_ORIGIN), 4);
		final MeasuredImage labels = Made.image(PlaneType.UINT8, Made.cubes(0.5, 140, 140, 140), Rescale.IDENTITY,
			(x, y, z) -> x == y && y == z && (x == 1 || x == 130) ? 1 : 0);
		final DoseVolumeHistogram voxels = new DoseSampling(axialRamp(new Vector3(1, 0, 0)), Progress.NONE).of(labels)
			.get(0);
		assertEquals(0.00025, voxels.millilitres(), 1e-9);
		assertEquals(AT_ORIGIN + PER_MM * 65, voxels.maximum(), 1);
		assertTrue(voxels.notes().toString().contains("small and far apart: the dose at "), "" + voxels.notes());
	}

	@Test
	void namesAreNotInNotes() throws Exception {
		final DoseVolumeHistogram histogram = histogram("PTV: boost", axialRamp(new Vector3(1, 0, 0)),
			List.of(SyntheticStructures.rectangle(0, 0, 9, 9, 0)));
		assertEquals(List.of("all contours in one plane, taken to be 2.5 mm thick, as voxels are"), histogram.notes());
	}

	/** Of a dose with a gap it is told that its numbers are wrong there. */
	@Test
	void missingSlicesOfTheDoseAreTold() throws Exception {
		new SyntheticSeries("dose").omit(2).write(folder);
		final MeasuredImage dose = MeasuredImage.of(DicomVolumes.open(folder));
		final DoseVolumeHistogram histogram = histogram("PTV", dose,
			List.of(SyntheticStructures.rectangle(-9, -18, -4, -4, 36)));
		assertTrue(histogram.notes().get(1).startsWith("1 slice of the dose missing"), "" + histogram.notes());
	}

	@Test
	void elsewhereIsRefused() {
		final MeasuredImage dose = axialRamp(new Vector3(1, 0, 0));
		final MeasuredImage labels = Made.mask(Made.cubes(1, 4, 4, 4), place -> true);
		final MeasuredImage nowhere = new MeasuredImage("labels", 4, 4, labels.shape(), labels.type(), labels.line(),
			labels.planes(), labels.indexToSpace(), true, false, "", List.of(), java.util.Optional.empty());
		final InputException failure = assertThrows(InputException.class,
			() -> new DoseSampling(dose, Progress.NONE).of(nowhere));
		assertTrue(failure.getMessage().contains("same grid"), failure.getMessage());
	}

	private static void assertCurve(final DoseVolumeHistogram histogram, final DoubleUnaryOperator truth) {
		for (double dose = 0; dose < 2 * AT_ORIGIN; dose += 0.25)
			assertEquals(truth.applyAsDouble(dose), histogram.volume(dose), TOLERANCE, "V" + dose);
	}

	private static DoseVolumeHistogram histogram(final MeasuredImage dose, final List<Attributes> contours)
		throws IOException, DicomException
	{
		return histogram("PTV", dose, contours);
	}

	private static DoseVolumeHistogram histogram(final String name, final MeasuredImage dose,
		final List<Attributes> contours) throws IOException, DicomException
	{
		final Structure structure = StructureSet
			.of(new SyntheticStructures("1.2.3").add(name, null, contours.toArray(Attributes[]::new)).toAttributes())
			.structures()
			.get(0);
		final VolumeGeometry grid = Made.cubes(2.5, 61, 61, 51);
		return new DoseSampling(dose, Progress.NONE).of(List.of(StructureShape.of(structure, grid))).get(0);
	}

	private static Attributes circle(final double z, final double radius) {
		final double[] xyz = new double[3 * 200];
		for (int n = 0; n < 200; n++) {
			xyz[3 * n] = radius * Math.cos(2 * Math.PI * n / 200);
			xyz[3 * n + 1] = radius * Math.sin(2 * Math.PI * n / 200);
			xyz[3 * n + 2] = z;
		}
		return SyntheticStructures.contour("CLOSED_PLANAR", xyz);
	}
}
