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

import static io.github.dicomvolumes.SyntheticObjects.enhanced;
import static io.github.dicomvolumes.SyntheticObjects.frameAt;
import static io.github.dicomvolumes.SyntheticObjects.groups;
import static io.github.dicomvolumes.SyntheticObjects.item;
import static io.github.dicomvolumes.data.Dictionary.tag;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.AttributesBuilder;
import io.github.dicomvolumes.data.Disclosure;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.series.catalog.SeriesCatalog;
import io.github.dicomvolumes.view.table.DataTable;
import io.github.dicomvolumes.view.table.SeriesTable;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One folder with a study as XA software of Siemens writes it: each time, direction and echo is a multi-frame file of
 * its own (R52), with an oblique orientation and times of each frame.
 */
class SiemensStudyTest {

	private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmss.SSSSSS");
	private static final LocalDateTime BEGIN = LocalDateTime.of(2024, 3, 14, 10, 0);

	/** Directions of rows and columns with their normal, LPS. */
	private record Orientation(double[] rowAndColumn, double[] normal) {}

	private static final Orientation SAGITTAL = new Orientation(new double[] { 0, 1, 0, 0, 0, -1 },
		new double[] { -1, 0, 0 });
	/** Axial, turned about x by 16.3 degrees. */
	private static final Orientation OBLIQUE = new Orientation(new double[] { 1, 0, 0, 0, 0.96, -0.28 },
		new double[] { 0, 0.28, 0.96 });

	private static final Attributes NOTHING = Attributes.builder().build();

	@TempDir
	Path folder;

	@Test
	void eachSeriesIsOneRow() throws IOException {
		writeStudy("petra");
		final SeriesCatalog catalog = DicomVolumes.scan(folder);
		assertEquals(List.of("AAHead_Scout 8 x 8 x 16 x 1 x 1", "t1_mprage 8 x 8 x 44 x 1 x 1",
			"func_rest 8 x 8 x 33 x 1 x 20", "dwi_b1000 8 x 8 x 10 x 21 x 1", "field_map 8 x 8 x 12 x 2 x 1"),
			rows(catalog));
		assertEquals(OptionalDouble.of(2), catalog.stacks().get(2).timeAxis().interval());
		final List<String> directions = catalog.stacks().get(3).channelAxis().labels();
		assertEquals("b = 0 s/mm2", directions.get(0));
		assertEquals("b = 1000 s/mm2, direction 0.6 0.8 0", directions.get(1));
		assertEquals(List.of("EchoTime 4.92 ms", "EchoTime 7.38 ms"), catalog.stacks().get(4).channelAxis().labels());
	}

	@Test
	void eachVoxelIsOfItsTimeAndDirection() throws IOException {
		writeStudy("petra");
		final List<Opened> volumes = Opened.all(folder).volumes();
		final Opened bold = volumes.get(2), diffusion = volumes.get(3);
		for (int t = 0; t < 20; t++)
			for (int z = 0; z < 33; z++)
				assertEquals(100 * t + z, bold.stored(3, 2, z, 0, t));
		for (int c = 0; c < 21; c++)
			for (int z = 0; z < 10; z++)
				assertEquals(100 * c + z, diffusion.stored(3, 2, z, c, 0));
	}

	@Test
	void rowsOfTwoStudiesSayWhichTheyAreOf() throws IOException {
		writeStudy("petra");
		writeStudy("zoe");
		final DataTable table = SeriesTable.of(DicomVolumes.scan(folder), Disclosure.SHOW);
		assertEquals(10, table.size());
		for (int row = 0; row < 10; row++)
			assertEquals(row < 5 ? "Syn^petra (petra)" : "Syn^zoe (zoe)", table.get("Patient", row));
		assertEquals(List.of("1", "2", "3", "4", "5", "1", "2", "3", "4", "5"),
			IntStream.range(0, 10).mapToObj(row -> table.get("SeriesNumber", row)).toList());
	}

	private static List<String> rows(final SeriesCatalog catalog) {
		final DataTable table = SeriesTable.of(catalog, Disclosure.SHOW);
		return IntStream.range(0, table.size())
			.mapToObj(row -> table.get("Description", row) + " " +
				Stream.of("Columns", "Rows", "Slices", "Channels", "Times")
					.map(column -> table.get(column, row))
					.collect(Collectors.joining(" x ")))
			.toList();
	}

	// -- The study --

	private void writeStudy(final String patient) throws IOException {
		new Series(patient, 1, "AAHead_Scout", "M", 1, 16, 0).write(SAGITTAL, file -> NOTHING, folder);
		new Series(patient, 2, "t1_mprage", "M", 1, 44, 0).write(SAGITTAL, file -> NOTHING, folder);
		new Series(patient, 3, "func_rest", "FMRI", 20, 33, 2).write(OBLIQUE, file -> NOTHING, folder);
		new Series(patient, 4, "dwi_b1000", "DIFFUSION", 21, 10, 4.1).write(OBLIQUE,
			file -> groups(tag("MRDiffusionSequence"), diffusion(file)), folder);
		new Series(patient, 5, "field_map", "M", 2, 12, 0.6).write(OBLIQUE, file -> {
			final double milliseconds = file == 0 ? 4.92 : 7.38;
			return groups(tag("MREchoSequence"), item(tag("EffectiveEchoTime"), milliseconds));
		}, folder);
	}

	/** The first image has no direction; those of the others turn about z, beginning with (0.6, 0.8, 0). */
	private static Attributes diffusion(final int file) {
		if (file == 0) return Attributes.builder()
			.put(tag("DiffusionDirectionality"), "NONE")
			.put(Tag.DIFFUSION_B_VALUE, 0)
			.build();
		final double angle = Math.atan2(0.8, 0.6) + 0.1 * (file - 1);
		final Attributes direction = item(Tag.DIFFUSION_GRADIENT_ORIENTATION, Math.cos(angle), Math.sin(angle), 0);
		return Attributes.builder()
			.put(tag("DiffusionDirectionality"), "DIRECTIONAL")
			.put(Tag.DIFFUSION_B_VALUE, 1000)
			.put(Tag.DIFFUSION_GRADIENT_DIRECTION_SEQUENCE, List.of(direction))
			.build();
	}

	/**
	 * A series of 8 x 8 pixels.
	 *
	 * @param sort the third value of the Image Type
	 * @param frames of each file, 3.6 mm apart; frame k of file f holds 100 f + k
	 * @param seconds from a file to the next; 0 if there is one only
	 */
	private record Series(String patient, int number, String name, String sort, int files, int frames, double seconds) {

		void write(final Orientation orientation, final IntFunction<Attributes> groupsOfFile, final Path folder)
			throws IOException
		{
			final Attributes shared = groups(tag("PlaneOrientationSequence"),
				item(Tag.IMAGE_ORIENTATION_PATIENT, orientation.rowAndColumn), tag("PixelMeasuresSequence"),
				item(Tag.PIXEL_SPACING, 3.3, 3.3));
			enhanced(patient, frames, shared, k -> NOTHING).series(number)
				.slices(files)
				.size(8, 8)
				.values((k, r, c) -> 100L * (k / frames) + k % frames)
				.fileNames(patient + "_" + number + "_%d")
				.with(Tag.SERIES_DESCRIPTION, name)
				.with(Tag.IMAGE_TYPE, "ORIGINAL", "PRIMARY", sort, "NONE")
				.with(tag("Manufacturer"), "Siemens Healthineers")
				.each((file, a) -> a.put(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE,
					frames(file, orientation.normal, groupsOfFile.apply(file))))
				.write(folder);
		}

		private List<Attributes> frames(final int file, final double[] normal, final Attributes more) {
			return IntStream.range(0, frames).mapToObj(k -> {
				final Attributes place = frameAt(3.6 * k * normal[0], 3.6 * k * normal[1], 3.6 * k * normal[2],
					content(file, k));
				return Attributes.builder().putAll(place).putAll(more).build();
			}).toList();
		}

		/** Even slices were taken before odd ones. */
		private Attributes content(final int file, final int k) {
			final double time = seconds * file + 0.05 * (k / 2) + k % 2 * 0.05 * ((frames + 1) / 2);
			final AttributesBuilder content = Attributes.builder()
				.put(Tag.FRAME_ACQUISITION_DATE_TIME, DATE_TIME.format(BEGIN.plusNanos(Math.round(time * 1e9))))
				.put(Tag.STACK_ID, "1")
				.put(Tag.IN_STACK_POSITION_NUMBER, k + 1);
			if (files <= 2) return content.put(Tag.DIMENSION_INDEX_VALUES, 1, k + 1).build();
			return content.put(tag("TemporalPositionIndex"), file + 1)
				.put(Tag.DIMENSION_INDEX_VALUES, 1, k + 1, file + 1)
				.build();
		}
	}
}
