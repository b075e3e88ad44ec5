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

package io.github.dicomvolumes.view.plane;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

import ij.ImagePlus;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.dicomvolumes.geometry.AnatomicalPlane;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.view.ortho.OrthoModel;
import io.github.dicomvolumes.view.ortho.Snapshots;
import io.github.dicomvolumes.volume.DicomVolume;

/**
 * The same anatomy in the same window, however it was acquired: 16 columns, 12 rows, 5 slices of 0.5 x 2 x 3 mm, where
 * voxel (x, y, z) holds 1000 z + 10 y + x, so that the number in a corner tells which voxel it is.
 */
class OrientationCasesTest {

	@TempDir
	Path folder;

	/**
	 * For axial, coronal, sagittal: width x height, the pixels in the corners (left top, right top, left bottom) of the
	 * plane's slice 1, the letters left right top bottom.
	 */
	@ParameterizedTest
	@CsvSource({ //
		// axes L P H
		"axial_asc,       16x12 1000 1015 1110 R L A P, 16x5 4010 4025   10 R L H F, 12x5 4001 4111    1 A P H F", //
		"axial_desc_instance, 16x12 1000 1015 1110 R L A P, 16x5 4010 4025 10 R L H F, 12x5 4001 4111  1 A P H F", //
		"axial_shuffled_instance, 16x12 1000 1015 1110 R L A P, 16x5 4010 4025 10 R L H F, 12x5 4001 4111 1 A P H F", //
		// axes P F R: axial is (z reversed, x) across y, coronal (z reversed, y) across x, sagittal the slices
		"sagittal,        5x16 4010   10 4025 R L A P, 5x12 4001    1 4111 R L H F, 16x12 1000 1015 1110 A P H F", //
		// axes L F P
		"coronal,         16x5   10   25 4010 R L A P, 16x12 1000 1015 1110 R L H F, 5x12    1 4001  111 A P H F", //
		// axes L P H, tilted: rows run to P and a half to H, slices to H and a half to A
		"oblique30,       16x12 1000 1015 1110 R L AF PH, 16x5 4010 4025   10 R L HA FP, 12x5 4001 4111    1 AF PH HA FP", //
		// axes L H A
		"double_oblique,  16x5 4010 4025   10 RA LP AH PF, 16x12 1110 1125 1000 RA LP HP FA, 5x12 4111  111 4001 AH PF HP FA", //
		// axes R A H
		"prone_axial,     16x12 1125 1110 1015 R L A P, 16x5 4025 4010   25 R L H F, 12x5 4111 4001  111 A P H F", //
		// axes R P F
		"feetward_axial,  16x12 1015 1000 1125 R L A P, 16x5   25   10 4025 R L H F, 12x5    1  111 4001 A P H F", //
		"iop_minus_zero,  16x12 1000 1015 1110 R L A P, 16x5 4010 4025   10 R L H F, 12x5 4001 4111    1 A P H F" })
	void planesShowTheSameAnatomy(final String name, final String axial, final String coronal, final String sagittal)
		throws IOException
	{
		final OrthoImage image = OrthoImage.of(Scenes.volume(name, folder));
		final String[] expected = { axial, coronal, sagittal };
		for (final AnatomicalPlane which : AnatomicalPlane.values())
			assertEquals(expected[which.ordinal()].replaceAll(" +", " "), describe(image, which), name + " " + which);
	}

	private static String describe(final OrthoImage image, final AnatomicalPlane which) {
		final Plane plane = image.plane(which, Pixels.RAW);
		final Object pixels = new PlaneRenderer(image).render(new PlaneRequest(plane, 1, 0, 0, Slab.NONE, false));
		final int w = plane.width(), h = plane.height();
		final String corners = Arrays.stream(new int[] { 0, w - 1, w * (h - 1) })
			.mapToObj(i -> "" + (int) Scenes.at(pixels, i))
			.collect(Collectors.joining(" "));
		final Plane.Sides sides = plane.sides();
		return w + "x" + h + " " + corners + " " + sides.left() + " " + sides.right() + " " + sides.top() + " " +
			sides.bottom();
	}

	@ParameterizedTest
	@CsvSource({ "axial_asc", "axial_desc_instance", "axial_shuffled_instance", "sagittal", "coronal", "oblique30",
		"double_oblique", "prone_axial", "feetward_axial", "gantry_tilt_pos" })
	void everyPixelIsThatOfItsVoxelAndLiesWhereTheVolumeSays(final String name) throws IOException {
		final DicomVolume volume = Scenes.volume(name, folder);
		final OrthoModel model = new OrthoModel(OrthoImage.of(volume), Pixels.ISOTROPIC);
		for (final AnatomicalPlane which : AnatomicalPlane.values()) {
			final Plane plane = model.plane(which);
			final ImagePlus shown = Snapshots.of(model, which);
			for (int y = 0; y < plane.height(); y++)
				for (int x = 0; x < plane.width(); x++) {
					final Vector3 voxel = plane.toVoxel(x, y, model.slice(which));
					final Vector3 patient = model.image().toPatient(voxel).orElseThrow();
					model.moveToPatient(patient);
					assertEquals(0, model.cursorIn(which).minus(plane.toPixel(voxel)).norm(), 1e-9);
					assertEquals(0, volume.geometry().indexToPatient().apply(model.cursor()).minus(patient).norm(),
						1e-9);
					// half way between two voxels either may be shown
					if (isHalfway(voxel)) continue;
					assertEquals(1000 * model.voxel(2) + 10 * model.voxel(1) + model.voxel(0),
						shown.getProcessor().get(x, y), () -> name + " " + which + " " + voxel);
				}
		}
	}

	private static boolean isHalfway(final Vector3 voxel) {
		return Arrays.stream(voxel.toArray()).anyMatch(v -> Math.abs(v - Math.floor(v) - 0.5) < 1e-6);
	}
}
