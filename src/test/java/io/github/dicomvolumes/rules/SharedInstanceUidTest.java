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

import static io.github.dicomvolumes.rules.Volumes.BASE;
import static io.github.dicomvolumes.rules.Volumes.assertBase;
import static io.github.dicomvolumes.rules.Volumes.assertSizes;
import static io.github.dicomvolumes.rules.Volumes.assertStored;
import static io.github.dicomvolumes.rules.Volumes.codes;
import static io.github.dicomvolumes.rules.Volumes.data;
import static io.github.dicomvolumes.rules.Volumes.files;
import static io.github.dicomvolumes.rules.Volumes.finding;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.data.Dictionary;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.io.scan.Skipped;
import io.github.dicomvolumes.io.scan.Skipped.Reason;
import io.github.dicomvolumes.series.Finding.Code;
import io.github.dicomvolumes.series.catalog.SeriesCatalog;
import io.github.dicomvolumes.volume.DicomVolume;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** R7 and R66: which files are an image once more, and which only share its SOP Instance UID. */
class SharedInstanceUidTest {

	@TempDir
	Path folder;

	@Test
	void oneUidForAllSlices() throws IOException {
		new SyntheticSeries().with(Tag.SOP_INSTANCE_UID, "1.2.3").write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertBase(volume);
		assertEquals(List.of(Code.UID_NOT_UNIQUE), codes(volume));
		assertTrue(Code.UID_NOT_UNIQUE.isWarning());
		assertEquals(
			"(0008,0018) SOP Instance UID is not unique: 5 files have that of another image; each counts as an " +
				"image of its own",
			finding(volume, Code.UID_NOT_UNIQUE).text());
		assertEquals(List.of(), DicomVolumes.scan(folder).skipped());
	}

	@Test
	void oneUidForEachPair() throws IOException {
		new SyntheticSeries().slices(6).each((k, a) -> a.put(Tag.SOP_INSTANCE_UID, "1.2." + k / 2)).write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertSizes(volume, 16, 12, 6, 1, 1);
		assertStored(volume, BASE);
		assertTrue(volume.report().has(Code.UID_NOT_UNIQUE));
	}

	/** Slices of air have equal pixels; without Instance Numbers only the places are left. */
	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void slicesAlikeAreNoDuplicates(final boolean areAlike) throws IOException {
		final var series = new SyntheticSeries().with(Tag.SOP_INSTANCE_UID, "1.2.3");
		if (areAlike) series.values((k, r, c) -> 0).write(folder);
		else series.without(Tag.INSTANCE_NUMBER).fileNames("%d").write(folder);
		assertSizes(DicomVolumes.open(folder), 16, 12, 5, 1, 1);
	}

	@Test
	void repeatsShareTheirUidToo() throws IOException {
		for (int t = 0; t < 3; t++) {
			final int time = t;
			new SyntheticSeries().with(Tag.SOP_INSTANCE_UID, "1.2.3")
				.with(Tag.TEMPORAL_POSITION_IDENTIFIER, t + 1)
				.values((k, r, c) -> 100L * time + k)
				.instanceNumbers(k -> 5 * time + k + 1)
				.write(folder);
		}
		assertSizes(DicomVolumes.open(folder), 16, 12, 5, 1, 3);
	}

	@Test
	void sizesMayDiffer() throws IOException {
		new SyntheticSeries().slices(6).only(0, 1, 2).with(Tag.SOP_INSTANCE_UID, "1.2.3").write(folder);
		new SyntheticSeries().only(3, 4, 5).size(8, 8).with(Tag.SOP_INSTANCE_UID, "1.2.3").write(folder);
		assertEquals(2, DicomVolumes.openAll(folder).size());
	}

	/** Anonymisers count the images of each series anew. */
	@Test
	void uidsUniqueInTheirSeriesOnly() throws IOException {
		for (int number = 1; number <= 2; number++)
			new SyntheticSeries().series(number)
				.fileNames("S" + number + "_%d")
				.each((k, a) -> a.put(Tag.SOP_INSTANCE_UID, "1.2." + (k + 1)))
				.damage(3, bytes -> Arrays.copyOf(bytes, bytes.length - 100))
				.write(folder);
		final List<DicomVolume> volumes = DicomVolumes.openAll(folder);
		assertEquals(2, volumes.size());
		for (final DicomVolume volume : volumes) {
			assertSizes(volume, 16, 12, 5, 1, 1);
			assertFalse(volume.report().has(Code.MISSING_SLICES), volume.report().toString());
			assertTrue(volume.report().has(Code.TRUNCATED), "a cut slice is a slice where no other is");
		}
	}

	@ParameterizedTest
	@CsvSource({ "A,100", "Z,100", "A,384", "Z,1" })
	void wholeFileWins(final String name, final int lacking) throws IOException {
		final var series = new SyntheticSeries();
		series.write(folder);
		series.only(2)
			.fileNames(k -> name)
			.damage(2, bytes -> Arrays.copyOf(bytes, bytes.length - lacking))
			.write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertBase(volume);
		assertEquals(List.of("IM001", "IM002", "IM003", "IM004", "IM005"), files(volume));
		assertEquals("1 duplicate ignored, damaged", finding(volume, Code.DUPLICATES).text());
		final Skipped skipped = DicomVolumes.scan(folder).skipped().get(0);
		assertEquals(Reason.DAMAGED, skipped.reason());
		assertTrue(skipped.text().endsWith("IM003, but cut, " + (384 - lacking) + " bytes of its pixel data are there"),
			skipped.text());
	}

	@Test
	void cutFileOfAnotherSeriesTakesNothing() throws IOException {
		final var series = new SyntheticSeries();
		series.write(folder);
		new SyntheticSeries("other").only(2)
			.fileNames("A")
			.with(Tag.SOP_INSTANCE_UID, series.attributes(2).orElse(Tag.SOP_INSTANCE_UID, ""))
			.damage(2, bytes -> Arrays.copyOf(bytes, bytes.length - 100))
			.write(folder);
		assertBase(DicomVolumes.openAll(folder).get(0));
		assertEquals(1, DicomVolumes.scan(folder).stacks().size());
	}

	/** What changes the geometry of a copy is damage, whatever its name. */
	@ParameterizedTest
	@CsvSource({ "A,Rows,6", "Z,Rows,6", "A,Columns,8", "A,Rows,24", "A,BitsAllocated,8", "A,RescaleSlope,7",
		"A,PixelSpacing,3\\3", "A,ImageOrientationPatient,0\\1\\0\\1\\0\\0", "A,ImagePositionPatient,-10\\-20\\37.3",
		"Z,ImagePositionPatient,-10\\-20\\48", "A,ImagePositionPatient,-15\\-20\\36",
		"A,PhotometricInterpretation,PALETTE COLOR", "A,Modality,MR", "A,FrameOfReferenceUID,1.2" })
	void alteredCopyIsLeftOutAndNamed(final String name, final String keyword, final String value) throws IOException {
		final int tag = Dictionary.tag(keyword);
		final var series = new SyntheticSeries().rescale(1, -1024);
		series.write(folder);
		final var altered = series.only(2).fileNames(k -> name);
		final String[] values = value.split("\\\\");
		if (tag >>> 16 == 0x28 && values.length == 1 && Character.isDigit(value.charAt(0)) && tag < 0x00281000)
			altered.with(tag, Double.parseDouble(value));
		else altered.with(tag, values);
		altered.write(folder);
		final List<DicomVolume> volumes = DicomVolumes.openAll(folder);
		assertEquals(1, volumes.size());
		assertBase(volumes.get(0));
		assertEquals(List.of("IM001", "IM002", "IM003", "IM004", "IM005"), files(volumes.get(0)));
		final SeriesCatalog catalog = DicomVolumes.scan(folder);
		assertEquals(1, catalog.skipped().size());
		assertTrue(catalog.skipped().get(0).text().contains("IM003"), catalog.skipped().toString());
	}

	@Test
	void manyFilesOfOneUidAreLinear() throws IOException {
		final int n = 10_000;
		new SyntheticSeries().slices(n).size(2, 2).gap(0.01).with(Tag.SOP_INSTANCE_UID, "1.2.3").write(folder);
		final SeriesCatalog catalog = assertTimeoutPreemptively(Duration.ofSeconds(60),
			() -> DicomVolumes.scan(folder));
		assertEquals(n, catalog.stacks().stream().mapToLong(s -> s.frames().size()).sum());
		assertEquals(List.of(), catalog.skipped());
	}

	// -- The shared data --

	@ParameterizedTest
	@CsvSource({ "scanners/one_instance_uid,6", "scanners/duplicate_cut_first,5", "hostile/sop_all_equal,5",
		"hostile/sop_collision,5", "hostile/dup,5" })
	void sharedData(final String place, final int slices) throws IOException {
		final Path files = data(place);
		assumeTrue(Files.isDirectory(files));
		final DicomVolume volume = DicomVolumes.open(files);
		assertEquals(slices, volume.dimensions()[2], volume.report().toString());
		assertEquals(slices, volume.stack().frames().size(), volume.report().toString());
		assertFalse(volume.report().has(Code.TRUNCATED), volume.report().toString());
		assertFalse(volume.report().has(Code.UNREADABLE_SLICE), volume.report().toString());
	}
}
