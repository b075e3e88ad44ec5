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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.export.Judge;
import io.github.dicomvolumes.export.VolumeExport;
import io.github.dicomvolumes.export.image.ExportImage;
import io.github.dicomvolumes.volume.DicomVolume;
import io.github.dicomvolumes.volume.structures.Contour;
import io.github.dicomvolumes.volume.structures.MaskOutline;
import io.github.dicomvolumes.volume.structures.PlacedContour;
import io.github.dicomvolumes.volume.structures.PlaneMask;

import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.basictypeaccess.array.LongArray;
import net.imglib2.type.logic.BitType;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What dciodvfy, dcmdump, pydicom and plastimatch say of structure sets. */
class StructuresJudgesTest {

	private static final int WIDTH = 40, HEIGHT = 32, SLICES = 9;

	@TempDir
	private Path folder;
	private DicomVolume ct;

	@BeforeEach
	void open() throws IOException {
		final Path place = Files.createDirectory(folder.resolve("ct"));
		new SyntheticSeries("ct").size(WIDTH, HEIGHT)
			.slices(SLICES)
			.pixelSpacing(1.5, 1.25)
			.with(Tag.SLICE_THICKNESS, 3)
			.write(place);
		ct = DicomVolumes.open(place);
	}

	@ParameterizedTest
	@EnumSource
	void verifierFindsNoError(final Holes holes) throws IOException, InterruptedException {
		Judge.require("dciodvfy");
		Judge.require("dcmdump");
		final Path file = write(holes);
		assertEquals(List.of(), Judge.errors(file).stream().filter(error -> isOurs(error, holes)).toList());
		final String dump = Judge.run(List.of("dcmdump", file.toString()));
		assertTrue(dump.contains("ContourData") && !dump.contains("W:") && !dump.contains("E:"), dump);
	}

	/** Versions of the verifier that are older than the type CLOSEDPLANAR_XOR do not know it. */
	private static boolean isOurs(final String error, final Holes holes) {
		return holes == Holes.KEYHOLE || !error.contains("CLOSEDPLANAR_XOR");
	}

	@Test
	void pydicomReadsTheSamePoints() throws IOException, InterruptedException {
		Judge.requirePython("pydicom");
		final Path file = write(Holes.KEYHOLE);
		final String read = Judge.python(
			"""
			import sys, pydicom
			d = pydicom.dcmread(sys.argv[1])
			print(d.StructureSetLabel, d.StructureSetROISequence[0].ROIName, d.ROIContourSequence[0].ROIDisplayColor)
			print(len(d.ROIContourSequence[0].ContourSequence))
			c = d.ROIContourSequence[1].ContourSequence[0]
			print(c.ContourGeometricType, c.NumberOfContourPoints, [float(x) for x in c.ContourData])
			print(c.ContourImageSequence[0].ReferencedSOPInstanceUID)
			""", file.toString());
		assertEquals("""
						Contours ring [255, 128, 0]
						7
						POINT 1 [-5.0, -14.0, 36.0]
						%s
						""".formatted(ct.attributes(2, 0, 0).orElseThrow().orElse(Tag.SOP_INSTANCE_UID, "")), read);
	}

	/** Its mask of the contours around voxels is these voxels, at most those at borders are others. */
	@Test
	void plastimatchFillsTheSameVoxels() throws IOException, InterruptedException {
		Judge.require("plastimatch");
		final Path file = write(Holes.KEYHOLE), masks = folder.resolve("masks");
		final String said = Judge.run(List.of("plastimatch", "convert", "--input", file.toString(), "--referenced-ct",
			folder.resolve("ct").toString(), "--output-prefix", masks.toString(), "--prefix-format", "mha"));
		final Path mask = masks.resolve("ring.mha");
		assertTrue(Files.isRegularFile(mask), said);
		final byte[] bytes = Files.readAllBytes(mask);
		final String all = new String(bytes, StandardCharsets.ISO_8859_1);
		assertTrue(all.contains("DimSize = " + WIDTH + " " + HEIGHT + " " + SLICES) &&
			all.contains("ElementType = MET_UCHAR") && all.contains("CompressedData = False"), () -> said);
		final int start = all.indexOf("LOCAL\n") + "LOCAL\n".length();
		int inside = 0, different = 0;
		for (int z = 0; z < SLICES; z++)
			for (int y = 0; y < HEIGHT; y++)
				for (int x = 0; x < WIDTH; x++) {
					final boolean found = bytes[start + x + WIDTH * (y + HEIGHT * z)] != 0;
					if (isInside(x, y, z)) inside++;
					if (found == isInside(x, y, z)) continue;
					different++;
					assertTrue(isBorder(x, y, z), "voxel " + x + " " + y + " " + z);
				}
		assertTrue(inside > 1000 && different < inside / 10, different + " of " + inside);
	}

	/** A thick ring in slices 1 to 7, off the middle. */
	private static boolean isInside(final int x, final int y, final int z) {
		final double r = Math.hypot(x - 21, 1.1 * (y - 14));
		return z >= 1 && z <= 7 && r < 12 + z / 3.0 && r > 5;
	}

	private static boolean isBorder(final int x, final int y, final int z) {
		for (int dy = -1; dy <= 1; dy++)
			for (int dx = -1; dx <= 1; dx++)
				if (isInside(x + dx, y + dy, z) != isInside(x, y, z)) return true;
		return false;
	}

	private Path write(final Holes holes) throws IOException {
		final List<PlacedContour> ring = new ArrayList<>();
		for (int z = 0; z < SLICES; z++) {
			final ArrayImg<BitType, LongArray> image = ArrayImgs.bits(WIDTH, HEIGHT);
			for (int y = 0; y < HEIGHT; y++)
				for (int x = 0; x < WIDTH; x++)
					image.getAt(x, y).set(isInside(x, y, z));
			final PlaneMask mask = PlaneMask.of(image);
			if (mask.isEmpty()) continue;
			for (final MaskOutline outline : MaskOutline.of(mask))
				ring.add(
					new PlacedContour(Contour.Kind.CLOSEDPLANAR_XOR, z, centred(outline.x()), centred(outline.y())));
		}
		final List<PlacedContour> point = List
			.of(new PlacedContour(Contour.Kind.POINT, 2, new double[] { 4 }, new double[] { 4 }));
		final Path file = folder.resolve(holes + ".dcm");
		VolumeExport.structures(
			List.of(new DrawnStructure("ring", OptionalInt.of(0xFF8000), ring),
				new DrawnStructure("point", OptionalInt.empty(), point)),
			ExportImage.of(ct), file, StructuresOptions.DEFAULT.withHoles(holes));
		return file;
	}

	private static double[] centred(final int[] corners) {
		final double[] centred = new double[corners.length];
		for (int i = 0; i < corners.length; i++)
			centred[i] = corners[i] - 0.5;
		return centred;
	}
}
