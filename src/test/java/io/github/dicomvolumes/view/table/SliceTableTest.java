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

package io.github.dicomvolumes.view.table;

import static io.github.dicomvolumes.SyntheticObjects.item;
import static io.github.dicomvolumes.SyntheticObjects.segmentation;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.SyntheticObjects;
import io.github.dicomvolumes.SyntheticObjects.SegmentFrame;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Disclosure;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.volume.DicomVolume;

/** The lines and notes of slices of special objects. */
class SliceTableTest {

	@TempDir
	private Path folder;

	/** The line is the one that the values are on, wherever the files have it. */
	@Test
	void linesAreThoseOfTheValues() throws IOException {
		final DicomVolume mapped = open(new SyntheticSeries().modality("MR")
			.each((k, a) -> a.put(Tag.REAL_WORLD_VALUE_MAPPING_SEQUENCE,
				List.of(Attributes.builder()
					.put(Tag.REAL_WORLD_VALUE_SLOPE, 0.5 + k)
					.put(Tag.REAL_WORLD_VALUE_INTERCEPT, 5)
					.build()))));
		assertEquals(1.5 * 1012 + 5, mapped.values().getAt(2, 1, 1).get());
		assertEquals(List.of("0.5", "1.5", "2.5", "3.5", "4.5"), column(mapped, "Slope"));
		assertEquals("5", column(mapped, "Intercept").get(0));
	}

	@Test
	void dosesHaveTheirScaling() throws IOException {
		assertEquals(List.of("0.001", "0.001"), column(open(SyntheticObjects.dose("d", 0, 5)), "Slope"));
	}

	@Test
	void tablesHaveNoLine() throws IOException {
		final DicomVolume volume = open(new SyntheticSeries().slices(1)
			.with(Tag.MODALITY_LUT_SEQUENCE,
				Attributes.builder()
					.putAll(item(Tag.LUT_DESCRIPTOR, 3, 0, 16))
					.putAll(item(Tag.LUT_DATA, 7, 8, 9))
					.build()));
		assertEquals(9, volume.values().getAt(5, 1, 0).get(), "the table goes to 2");
		assertEquals(List.of(""), column(volume, "Slope"));
	}

	@Test
	void planesWithoutSegmentAreNotMissing() throws IOException {
		final DicomVolume volume = open(segmentation("s", "BINARY", "NO", List.of("Liver"), new SegmentFrame(1, 30),
			new SegmentFrame(1, 33), new SegmentFrame(1, 39)));
		assertEquals(List.of("", "", "no segment", ""), column(volume, "Note"));
		assertEquals("uniform", GeometryTable.verdict(volume.stack()));
		assertEquals("", GeometryTable.of(volume).get("Missing", 0));
	}

	private DicomVolume open(final SyntheticSeries series) throws IOException {
		series.write(folder);
		return DicomVolumes.open(folder);
	}

	private static List<String> column(final DicomVolume volume, final String name) {
		final DataTable table = SliceTable.of(volume, Disclosure.SHOW);
		return IntStream.range(0, table.size()).mapToObj(row -> table.get(name, row)).toList();
	}
}
