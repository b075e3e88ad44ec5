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

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.SyntheticObjects;
import io.github.dicomvolumes.SyntheticObjects.SegmentFrame;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.data.Tag;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Segments of DICOM segmentations in a CT of 16 x 12 x 5 voxels; the segmentation has 10 x 7 of them, and no others.
 */
class SegmentationTest {

	@TempDir
	private Path folder;

	private List<SegmentStatistics> measure(final boolean isPartial, final String overlap, final List<String> names,
		final SegmentFrame... frames) throws IOException
	{
		new SyntheticSeries("ct").with(Tag.FRAME_OF_REFERENCE_UID, "1.2.3").write(folder.resolve("ct"));
		SyntheticObjects.segmentation("seg", "BINARY", overlap, names, frames)
			.with(Tag.FRAME_OF_REFERENCE_UID, "1.2.3")
			.write(folder.resolve("seg"));
		return SegmentStatistics.of(DicomVolumes.open(folder.resolve("ct")), DicomVolumes.open(folder.resolve("seg")),
			StatisticsOptions.DEFAULT.withPartial(isPartial));
	}

	/** They share voxels, so each has a channel of its own. */
	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void overlappingSegments(final boolean isPartial) throws IOException {
		final List<SegmentStatistics> all = measure(isPartial, "YES", List.of("a", "b"), new SegmentFrame(1, 30),
			new SegmentFrame(1, 33), new SegmentFrame(2, 30), new SegmentFrame(2, 33));
		assertEquals(2, all.size());
		for (int segment = 1; segment <= 2; segment++) {
			int count = 0;
			double sum = 0;
			for (int z = 0; z < 2; z++)
				for (int i = 0; i < 70; i++)
					if (SyntheticObjects.isSet(segment, 2 * (segment - 1) + z, i / 10, i % 10)) {
						count++;
						sum += 1000 * z + 10 * (i / 10) + i % 10;
					}
			final SegmentStatistics own = all.get(segment - 1);
			assertEquals(segment, own.segment().number());
			assertEquals(List.of("a", "b").get(segment - 1), own.segment().label());
			assertEquals(count, own.voxels(), 1e-9);
			assertEquals(sum, own.intensity().sum(), 1e-9);
			assertEquals(count * 0.003, own.millilitres(), 1e-9);
			assertEquals(0, own.outsideMillilitres());
		}
	}

	@Test
	void segmentWithoutFramesIsTold() throws IOException {
		final List<SegmentStatistics> all = measure(false, "NO", List.of("a", "none"), new SegmentFrame(1, 30),
			new SegmentFrame(1, 33));
		assertEquals(List.of("a", "none"), all.stream().map(each -> each.segment().label()).toList());
		assertEquals(List.of("no voxels"), all.get(1).notes());
	}
}
