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

package io.github.dicomvolumes.archive;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

import io.github.dicomvolumes.measure.SegmentStatistics;
import io.github.dicomvolumes.measure.StatisticsOptions;
import io.github.dicomvolumes.measure.segment.MeasuredImage;
import io.github.dicomvolumes.measure.segment.SegmentLayer;
import io.github.dicomvolumes.measure.segment.Segments;
import io.github.dicomvolumes.measure.value.Intensity;
import io.github.dicomvolumes.volume.DicomVolume;
import io.github.dicomvolumes.work.Progress;

/** What is measured of a volume: of its segments if it is a segmentation, else of all its voxels. */
final class Statistics {

	private Statistics() {}

	/** A row for each segment, channel and time, see {@link OutcomeStore#SEGMENT}. */
	static List<Row> of(final DicomVolume volume) throws IOException {
		final MeasuredImage image = MeasuredImage.of(volume);
		final List<SegmentLayer> layers = volume.stack().segments().isEmpty() ? Segments.whole("")
			: Segments.of(image, image, false, Progress.NONE);
		final List<Row> rows = new ArrayList<>();
		for (final SegmentStatistics each : SegmentStatistics.of(image, layers, StatisticsOptions.DEFAULT))
			rows.add(row(each));
		return rows;
	}

	private static Row row(final SegmentStatistics each) {
		final Intensity values = each.intensity();
		return RowFactory.create(each.segment().number(), each.segment().label(), each.channel() + 1, each.time() + 1,
			each.voxels(), each.millilitres(), each.unit(), values.mean(), values.sd(), values.minimum(), values.p10(),
			values.median(), values.p90(), values.maximum(), values.sum(), values.entropy(),
			each.notes().toArray(String[]::new));
	}
}
