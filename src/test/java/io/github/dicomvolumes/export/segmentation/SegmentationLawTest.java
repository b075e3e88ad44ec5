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

package io.github.dicomvolumes.export.segmentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.export.VolumeExport;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.volume.Belonging;
import io.github.dicomvolumes.volume.DicomVolume;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Random labels come back voxel by voxel, in the same place. */
class SegmentationLawTest {

	private static final int IMAGES = 60;
	private static final double MM = 1e-6;

	@TempDir
	private Path folder;
	private int tilted, overlapping, compared, large;

	@ParameterizedTest
	@EnumSource
	void labelsAndPlacesComeBack(final SegmentationKind kind) throws IOException {
		final Random random = new Random(16);
		for (int n = 0; n < IMAGES; n++) {
			final int channels = n % 4 == 3 ? 3 : 1, segments = n % 7 == 6 ? 300 : 1 + random.nextInt(12);
			final RandomLabels labels = new RandomLabels(folder.resolve(kind + " " + n), segments, channels, random);
			if (kind == SegmentationKind.LABELMAP && labels.overlaps) continue;
			final Path file = folder.resolve(kind + "_" + n + ".dcm");
			VolumeExport.segmentation(labels.image, file,
				SegmentationOptions.DEFAULT.withKind(kind).withSegments(labels.described()));
			check(labels, DicomVolumes.open(file));
			if (labels.isTilted) tilted++;
			if (labels.overlaps) overlapping++;
			if (segments > 255) large++;
		}
		assertTrue(tilted > IMAGES / 6 && large > IMAGES / 20 && compared > 400 * IMAGES,
			tilted + " " + large + " " + compared);
		assertEquals(kind == SegmentationKind.BINARY, overlapping > IMAGES / 10);
	}

	private void check(final RandomLabels labels, final DicomVolume read) {
		assertEquals(labels.overlaps, read.stack().channels() > 1);
		assertEquals(labels.ct.attributes().orElse(Tag.STUDY_INSTANCE_UID, "?"),
			read.attributes().orElse(Tag.STUDY_INSTANCE_UID, ""));
		assertEquals(Belonging.Verdict.BELONGS, Belonging.of(read.stack().first().file().attributes())
			.verdict(labels.ct, read.attributes().orElse(Tag.FRAME_OF_REFERENCE_UID, "")));
		final long[] size = read.dimensions();
		for (int slice = 0; slice < labels.slices(); slice++)
			for (int y = 0; y < labels.image.grid().rows(); y++)
				for (int x = 0; x < labels.image.grid().columns(); x++) {
					final Vector3 place = labels.image.grid().indexToPatient().orElseThrow().apply(x, y, slice);
					final Vector3 at = read.geometry().patientToIndex().apply(place);
					final int[] index = { (int) Math.rint(at.x()), (int) Math.rint(at.y()), (int) Math.rint(at.z()) };
					final Set<Integer> expected = new TreeSet<>(), found = new TreeSet<>();
					for (int channel = 0; channel < labels.channels(); channel++)
						expected.add(labels.label(channel, slice, x, y));
					if (index[2] >= 0 && index[2] < size[2]) {
						assertEquals(0,
							read.geometry().indexToPatient().apply(index[0], index[1], index[2]).minus(place).norm(),
							MM);
						for (int channel = 0; channel < size[3]; channel++)
							found.add(value(read.plane(index[2], channel, 0), index[0] + (int) size[0] * index[1]));
					}
					expected.remove(0);
					found.remove(0);
					assertEquals(expected, found, () -> read + " at " + at);
					compared++;
				}
	}

	private static int value(final Object plane, final int i) {
		return plane instanceof byte[] bytes ? bytes[i] & 0xFF : ((short[]) plane)[i] & 0xFFFF;
	}
}
