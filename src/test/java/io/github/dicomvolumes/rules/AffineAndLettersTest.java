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

import static io.github.dicomvolumes.rules.Volumes.assertPoint;
import static io.github.dicomvolumes.rules.Volumes.codes;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Map;

import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.geometry.Affine;
import io.github.dicomvolumes.geometry.AnatomicalPlane;
import io.github.dicomvolumes.geometry.Anatomy;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.geometry.VolumeGeometry;
import io.github.dicomvolumes.series.Finding.Code;
import io.github.dicomvolumes.volume.DicomVolume;

/** R34 to R36: from indices to the patient, letters and planes. */
class AffineAndLettersTest {

	/** Columns of the affine by hand: 0.5 X, 2 Y, 3 N, and the origin. */
	private static final Map<String, double[]> AFFINES = Map.of( //
		"axial_asc", new double[] { 0.5, 0, 0, -10, 0, 2, 0, -20, 0, 0, 3, 30 }, //
		"sagittal", new double[] { 0, 0, -3, -10, 0.5, 0, 0, -20, 0, -2, 0, 30 }, //
		"coronal", new double[] { 0.5, 0, 0, -10, 0, 0, 3, -20, 0, -2, 0, 30 }, //
		"prone_axial", new double[] { -0.5, 0, 0, -10, 0, -2, 0, -20, 0, 0, 3, 30 }, //
		"feetward_axial", new double[] { -0.5, 0, 0, -10, 0, 2, 0, -20, 0, 0, -3, 30 }, //
		"double_oblique", new double[] { 0.4, -0.72, 1.44, -10, 0.3, 0.96, -1.92, -20, 0, 1.6, 1.8, 30 }, //
		"oblique30", new double[] { 0.5, 0, 0, -10, 0, 1.7320508076, -1.5, -20, 0, 1, 2.5980762114, 30 }, //
		"shear_x", new double[] { 0.5, 0, 1, -10, 0, 2, 0, -20, 0, 0, 3, 30 }, //
		"gantry_tilt_pos", new double[] { 0.5, 0, 0, -10, 0, 1.9562952015, 0, -20, 0, 0.4158233816, 3, 30 }, //
		"gantry_tilt_neg", new double[] { 0.5, 0, 0, -10, 0, 1.9562952015, 0, -20, 0, -0.4158233816, 3, 30 });

	// -- R34 --

	@RuleCases({ "axial_asc", "sagittal", "coronal", "prone_axial", "feetward_axial", "double_oblique", "oblique30",
		"shear_x", "gantry_tilt_pos", "gantry_tilt_neg" })
	void affineIsExact(final RuleCase files) throws IOException {
		final Affine affine = files.volume().geometry().indexToPatient();
		assertArrayEquals(AFFINES.get(files.name()), affine.toArray(), 1e-8);
		final double[] ras = affine.toRas().toArray();
		assertEquals(10, ras[3]);
		assertEquals(20, ras[7]);
		assertEquals(30, ras[11]);
	}

	@RuleCases({ "axial_desc_instance", "axial_shuffled_instance", "sagittal", "coronal", "oblique30", "double_oblique",
		"prone_axial", "feetward_axial", "iop_jitter", "microct", "missing_slice", "gantry_tilt_pos", "gantry_tilt_neg",
		"shear_x", "jitter_1pct", "single_slice" })
	void cornerOfEverySliceIsItsImagePosition(final RuleCase files) throws IOException {
		final DicomVolume volume = files.volume();
		final double gap = volume.geometry().spacing()[2];
		for (int k = 0; k < volume.dimensions()[2]; k++) {
			final int slice = k;
			volume.attributes(k, 0, 0)
				.ifPresent(a -> assertPoint(Vector3.of(a.doubles(Tag.IMAGE_POSITION_PATIENT)),
					volume.geometry().indexToPatient().apply(0, 0, slice),
					files.name().equals("jitter_1pct") ? 0.01 * gap : 1e-6 * gap));
		}
		assertTrue(volume.geometry().indexToPatient().determinant() > 0);
	}

	// -- R35 --

	@RuleCases({ "axial_asc", "sagittal", "coronal", "prone_axial", "feetward_axial", "double_oblique", "oblique30" })
	void axesHaveLetters(final RuleCase files) throws IOException {
		final String expected = switch (files.name()) {
			case "axial_asc", "oblique30" -> "LPH";
			case "sagittal" -> "PFR";
			case "coronal" -> "LFP";
			case "prone_axial" -> "RAH";
			case "feetward_axial" -> "RPF";
			default -> "LHA";
		};
		assertEquals(expected, files.volume().geometry().letters());
	}

	@RuleCases("double_oblique")
	void directionsHaveSeveralLetters(final RuleCase files) throws IOException {
		final var orientation = files.volume().geometry().orientation();
		assertEquals("LP", Anatomy.letters(orientation.row()));
		assertEquals("HPR", Anatomy.letters(orientation.column()));
		assertEquals("AHL", Anatomy.letters(orientation.normal()));
	}

	@RuleCases("quadruped")
	void quadrupedIsReported(final RuleCase files) throws IOException {
		assertTrue(codes(files.volume()).contains(Code.QUADRUPED));
	}

	// -- R36 --

	@RuleCases({ "axial_asc", "prone_axial", "feetward_axial", "oblique30" })
	void axialPlanes(final RuleCase files) throws IOException {
		assertPlane(files, AnatomicalPlane.AXIAL, 2, 1, 0);
	}

	@RuleCases("sagittal")
	void sagittalPlane(final RuleCase files) throws IOException {
		assertPlane(files, AnatomicalPlane.SAGITTAL, 1, 0, 2);
	}

	@RuleCases("coronal")
	void coronalPlane(final RuleCase files) throws IOException {
		assertPlane(files, AnatomicalPlane.CORONAL, 1, 2, 0);
	}

	@RuleCases("double_oblique")
	void obliquePlane(final RuleCase files) throws IOException {
		assertPlane(files, AnatomicalPlane.CORONAL, 1, 2, 0);
		final var orientation = files.volume().geometry().orientation();
		assertTrue(orientation.isOblique());
		assertEquals(50.2081805, orientation.obliquity(), 1e-6); // acos 0.64
	}

	/** 30 degrees are not called oblique: 0.866 is more than 0.8. */
	@RuleCases("oblique30")
	void slightlyObliquePlane(final RuleCase files) throws IOException {
		final var orientation = files.volume().geometry().orientation();
		assertFalse(orientation.isOblique());
		assertEquals(30, orientation.obliquity(), 1e-6);
	}

	/** The axes of the array through axial, coronal and sagittal planes. */
	private static void assertPlane(final RuleCase files, final AnatomicalPlane plane, final int axial,
		final int coronal, final int sagittal) throws IOException
	{
		final VolumeGeometry geometry = files.volume().geometry();
		assertEquals(plane, geometry.plane());
		assertEquals(axial, geometry.axisOf(AnatomicalPlane.AXIAL));
		assertEquals(coronal, geometry.axisOf(AnatomicalPlane.CORONAL));
		assertEquals(sagittal, geometry.axisOf(AnatomicalPlane.SAGITTAL));
		final long[] size = { 16, 12, 5 };
		final double[] spacing = { 0.5, 2, 3 };
		assertEquals(size[axial], geometry.slices(AnatomicalPlane.AXIAL));
		assertEquals(spacing[coronal], geometry.sampling(AnatomicalPlane.CORONAL), 1e-8);
	}
}
