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

package io.github.dicomvolumes.volume;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.SyntheticObjects;
import io.github.dicomvolumes.SyntheticObjects.SegmentFrame;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.series.catalog.Stack;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The estimate is what the volume takes when it is loaded. */
class MemoryEstimateTest {

	@TempDir
	Path folder;

	static Stream<SyntheticSeries> kinds() {
		return Stream.of(new SyntheticSeries(), new SyntheticSeries().bits(8), new SyntheticSeries().rgb(0),
			new SyntheticSeries().modality("PT").rescale(k -> k + 1, 0), new SyntheticSeries().bits(32),
			new SyntheticSeries().omit(2), SyntheticObjects.dose("dose", 0, 5, 10),
			new SyntheticSeries().positions(k -> new double[] { 0, 0, 3 * (k / 5) }).slices(20),
			SyntheticObjects.segmentation("seg", "BINARY", "NO", List.of("Liver", "Spleen"), new SegmentFrame(1, 0),
				new SegmentFrame(2, 0), new SegmentFrame(1, 3)));
	}

	@ParameterizedTest
	@MethodSource("kinds")
	void isWhatTheVolumeTakes(final SyntheticSeries kind) throws IOException {
		kind.write(folder);
		final Stack stack = DicomVolumes.scan(folder).stacks().get(0);
		for (final ValueChoice values : new ValueChoice[] { ValueChoice.CALIBRATED, ValueChoice.REAL }) {
			final DicomVolume volume = VolumeLoader.load(stack, "", ImportOptions.DEFAULT.withValues(values));
			long voxels = 1;
			for (final long size : volume.dimensions())
				voxels *= size;
			assertEquals(voxels * volume.plan().type().bytesPerPixel(), MemoryEstimate.bytes(stack, values));
		}
	}

	/** 16 x 12 x 5 of 2 bytes, of which the header of the middle one has another slope than the first. */
	@Test
	void slopeOfTheMiddleSliceCounts() throws IOException {
		new SyntheticSeries().rescale(k -> k == 2 ? 2 : 1, 0).write(folder);
		assertEquals(3840, MemoryEstimate.bytes(DicomVolumes.scan(folder).stacks().get(0), ValueChoice.CALIBRATED));
	}
}
