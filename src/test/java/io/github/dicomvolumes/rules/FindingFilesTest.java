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
import static io.github.dicomvolumes.rules.Volumes.assertBaseGrid;
import static io.github.dicomvolumes.rules.Volumes.assertOrigin;
import static io.github.dicomvolumes.rules.Volumes.assertSize;
import static io.github.dicomvolumes.rules.Volumes.assertStored;
import static io.github.dicomvolumes.rules.Volumes.codes;
import static io.github.dicomvolumes.rules.Volumes.data;
import static io.github.dicomvolumes.rules.Volumes.files;
import static io.github.dicomvolumes.rules.Volumes.finding;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.SyntheticObjects;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.Uids;
import io.github.dicomvolumes.io.header.DicomFile;
import io.github.dicomvolumes.io.header.HeaderReader;
import io.github.dicomvolumes.io.header.HeaderReaders;
import io.github.dicomvolumes.io.scan.Scan;
import io.github.dicomvolumes.io.scan.Skipped;
import io.github.dicomvolumes.io.scan.Skipped.Reason;
import io.github.dicomvolumes.series.Finding.Code;
import io.github.dicomvolumes.series.catalog.SeriesCatalog;
import io.github.dicomvolumes.series.catalog.Stack;
import io.github.dicomvolumes.volume.DicomVolume;
import io.github.dicomvolumes.volume.ImportOptions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** R1 to R8: which files there are, which of them are images, and what is said about the others. */
class FindingFilesTest {

	// -- R1, R2, R5, R6: places and encodings --

	@RuleCases({ "axial_asc", "no_extension", "nested", "dicomdir_named_folder", "symlink_loop", "hidden_folders",
		"zipped", "gzipped", "implicit_le", "explicit_be", "deflated", "no_preamble", "ut_vr", "icon_and_sequences" })
	void isTheBaseCaseWhereverAndHoweverItIsWritten(final RuleCase files) throws IOException {
		final SeriesCatalog catalog = files.catalog();
		assertEquals(5, catalog.scan().examined());
		assertEquals(List.of(), catalog.skipped());
		assertEquals(1, catalog.stacks().size());
		final DicomVolume volume = DicomVolumes.open(files.place());
		assertBase(volume);
		assertEquals(4023, volume.stored().getAt(3, 2, 4).getRealDouble());
		assertEquals(List.of(), volume.report().findings());
	}

	@Test
	void filesAreVisitedInTheOrderOfTheirPaths(@TempDir final Path folder) throws IOException {
		new SyntheticSeries().fileNames(k -> List.of("b/2", "a/9", "c", "a/b/1", "B/1").get(k)).write(folder);
		final List<String> visited = DicomVolumes.scan(folder)
			.scan()
			.files()
			.stream()
			.map(f -> folder.relativize(Path.of(f.source().container())).toString().replace('\\', '/'))
			.toList();
		assertEquals(List.of("B/1", "a/9", "a/b/1", "b/2", "c"), visited);
	}

	/** As the design says, whatever R1 says. */
	@RuleCases("axial_asc")
	void oneFileStandsForItself(final RuleCase files) throws IOException {
		final DicomVolume volume = DicomVolumes.open(files.place().resolve("IM003"));
		assertSize(volume, 16, 12, 1);
		assertOrigin(volume, -10, -20, 36);
		assertStored(volume, (k, r, c) -> BASE.at(2, r, c));
	}

	@RuleCases("with_junk")
	void junkIsSkippedWithReasons(final RuleCase files) throws IOException {
		assertBase(files.volume());
		final List<Skipped> skipped = files.catalog().skipped();
		assertEquals(Set.of(".DS_Store", "empty.dcm", "notes.txt", "short.dcm"), names(skipped));
		assertEquals(4, skipped.size());
		for (final Skipped s : skipped)
			assertEquals(s.file().endsWith("short.dcm") ? Reason.DAMAGED : Reason.NOT_DICOM, s.reason(), s.toString());
		assertTrue(skipped.stream().noneMatch(s -> s.text().isBlank()));
		assertEquals("9 files examined, 1 volume; left out: 1 damaged, 3 not DICOM", files.catalog().summary());
	}

	/** These are DICOM, but no images: the summary names the object. */
	@ParameterizedTest
	@CsvSource({ "ExplVR_LitEndNoMeta.dcm, RT Ion Plan Storage", "ExplVR_BigEndNoMeta.dcm, RT Ion Plan Storage",
		"meta_missing_tsyntax.dcm, Rows", "no_meta_group_length.dcm, RT Image Storage",
		"UN_sequence.dcm, CT Image Storage", "nested_priv_SQ.dcm, Rows" })
	void incompleteFilesAreRecognised(final String name, final String kind) throws IOException {
		final List<Skipped> skipped = DicomVolumes.scan(data("pydicom").resolve(name)).skipped();
		assertEquals(1, skipped.size());
		assertEquals(Reason.NOT_AN_IMAGE, skipped.get(0).reason());
		assertTrue(skipped.get(0).text().contains(kind), skipped.get(0).text());
	}

	@Test
	void gzippedFileOfAnotherWriter() throws IOException {
		final DicomVolume zipped = DicomVolumes.open(data("pydicom/zipMR.gz"));
		final DicomVolume plain = DicomVolumes.open(data("pydicom/MR_small.dcm"));
		assertSize(zipped, 64, 64, 1);
		assertStored(zipped, (k, r, c) -> (long) plain.stored().getAt(c, r, k).getRealDouble());
	}

	/** R6: the header pass leaves the pixels in the file. */
	@Test
	void headersAreReadWithoutThePixels(@TempDir final Path folder) throws IOException {
		new SyntheticSeries().size(1024, 1024).slices(4).write(folder); // 2 MB each
		final var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
		final var allocated = new AtomicLong();
		final HeaderReader measured = (source, open) -> {
			final long before = threads.getCurrentThreadAllocatedBytes();
			try {
				return HeaderReaders.BUILT_IN.read(source);
			}
			finally {
				allocated.addAndGet(threads.getCurrentThreadAllocatedBytes() - before);
			}
		};
		final Scan scan = DicomVolumes.scan(folder, ImportOptions.DEFAULT.withReader(measured)).scan();
		assertEquals(4, scan.files().size());
		assertTrue(allocated.get() < 4 << 18, () -> allocated + " bytes allocated for 4 headers");
		for (final DicomFile file : scan.files())
			assertEquals(2 << 20, file.pixelData().length());
	}

	// -- R3, R4: other objects --

	@RuleCases("non_images")
	void otherObjectsAreCountedByKind(final RuleCase files) throws IOException {
		assertBase(files.volume());
		final SeriesCatalog catalog = files.catalog();
		assertEquals(Set.of("IM002_RS", "IM003_SR", "IM004_INDEX"), names(catalog.skipped()));
		for (final String kind : List.of("1 RT Structure Set Storage", "1 Basic Text SR Storage",
			"1 Media Storage Directory Storage"))
			assertTrue(catalog.summary().contains(kind), catalog.summary());
		for (final String kind : List.of("(RT structure set)", "(structured report)", "(DICOMDIR)"))
			assertTrue(catalog.summary().contains(kind), catalog.summary());
	}

	@Test
	void seriesWithoutImagesAreNeverChosenAndItIsSaidWhy(@TempDir final Path folder) throws IOException {
		SyntheticObjects.withoutImage("1.2.840.10008.5.1.4.1.1.104.1", "DOC", 7, "letter 3-4", folder.resolve("A1"));
		final var nothing = assertThrows(DicomException.class, () -> DicomVolumes.open(folder));
		assertTrue(nothing.getMessage().startsWith("No DICOM images in " + folder), nothing.getMessage());
		new SyntheticSeries("T1-weighted").series(3).write(folder);
		final SeriesCatalog catalog = DicomVolumes.scan(folder);
		assertEquals(1, catalog.select("all").size());
		assertEquals(catalog.stacks(), catalog.select("3")); // also part of the letter's description
		for (final String selector : List.of("7", "Letter", Uids.ofName("series7"), "-")) {
			final var failure = assertThrows(IllegalArgumentException.class, () -> catalog.select(selector));
			assertTrue(failure.getMessage()
				.startsWith("No series \"" + selector + "\" in " + folder +
					" that is an image: it is Encapsulated PDF Storage, no pixel data, 1 file; there are #1 (3, T1-weighted)."),
				failure.getMessage());
		}
	}

	@Test
	void filesetWithoutPixelsIsNoImagesAndNoTrace() {
		final Path place = data("pydicom/dicomdirtests/TINY_ALPHA");
		for (final Path path : List.of(place, place.resolve("DICOMDIR"))) {
			final var failure = assertThrows(DicomException.class, () -> DicomVolumes.open(path));
			assertTrue(failure.getMessage().startsWith("No DICOM images in " + path), failure.getMessage());
			assertTrue(failure.getMessage().contains("50 CT Image Storage, no pixel data"), failure.getMessage());
			assertTrue(failure.getMessage().lines().count() < 20, failure.getMessage());
		}
	}

	@RuleCases("dicomdir")
	void directoryFileIsTheListOfItsFiles(final RuleCase files) throws IOException {
		assertBase(files.volume());
		final List<Skipped> skipped = files.catalog().skipped();
		assertEquals(1, skipped.size());
		assertEquals(Reason.MISSING, skipped.get(0).reason());
		assertEquals("IMAGES/IM006", skipped.get(0).file());
	}

	/** Directories of seven kinds lie in the folder; the series are those of the subfolders. */
	@Test
	void directoriesInAFolderAreIgnored() throws IOException {
		final Path place = data("pydicom/dicomdirtests");
		final Set<Set<Path>> expected = stacks(DicomVolumes.scan(place.resolve("77654033")));
		expected.addAll(stacks(DicomVolumes.scan(place.resolve("98892001"))));
		expected.addAll(stacks(DicomVolumes.scan(place.resolve("98892003"))));
		final SeriesCatalog catalog = DicomVolumes.scan(place);
		assertEquals(expected, stacks(catalog));
		assertEquals(31, catalog.scan().files().size());
		final List<Skipped> directories = catalog.skipped()
			.stream()
			.filter(s -> Path.of(s.file()).getParent().equals(place) && s.file().contains("DICOMDIR"))
			.toList();
		assertEquals(7, directories.size());
		for (final Skipped s : directories) // the sequence of one has a wrong length
			assertEquals(s.file().endsWith("-nooffset") ? Reason.DAMAGED : Reason.NOT_AN_IMAGE, s.reason(), s.file());
	}

	// -- R7: duplicates --

	@RuleCases("duplicate_exact")
	void exactDuplicateIsIgnored(final RuleCase files) throws IOException {
		final DicomVolume volume = files.volume();
		assertBase(volume);
		assertEquals(List.of(Code.DUPLICATES), codes(volume));
		assertEquals("1 duplicate ignored", finding(volume, Code.DUPLICATES).text());
		final List<Skipped> skipped = files.catalog().skipped();
		assertEquals(List.of(Reason.DUPLICATE), skipped.stream().map(Skipped::reason).toList());
		assertFalse(skipped.get(0).text().contains("but"), skipped.get(0).text());
	}

	@RuleCases("duplicate_other_pixels")
	void duplicateWithOtherPixelsIsSaid(final RuleCase files) throws IOException {
		final DicomVolume volume = files.volume();
		assertBase(volume); // IM003 comes before OTHER_IM003
		final String file = finding(volume, Code.DUPLICATES_DIFFER).files().get(0);
		assertTrue(file.contains("OTHER_IM003") && file.contains("another (7FE0,0010)"), file);
	}

	@Test
	void duplicateAtAnotherPlaceIsSaid(@TempDir final Path folder) throws IOException {
		final var series = new SyntheticSeries();
		series.write(folder);
		series.only(2).positions(k -> new double[] { -10, -20, 99 }).fileNames("MOVED").write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertBase(volume);
		final String file = finding(volume, Code.DUPLICATES_DIFFER).files().get(0);
		assertTrue(file.contains("MOVED") && file.contains("(0020,0032)"), file);
	}

	@RuleCases("duplicate_pos_diff_uid")
	void imageAtATakenPositionIsNoSliceOfTheVolume(final RuleCase files) throws IOException {
		final List<DicomVolume> volumes = files.volumes();
		assertEquals(2, volumes.size());
		assertBase(volumes.get(0));
		assertEquals("IM003", files(volumes.get(0)).get(2));
		assertEquals(List.of("DUP"), files(volumes.get(1)));
		assertOrigin(volumes.get(1), -10, -20, 36);
		for (final DicomVolume volume : volumes)
			assertTrue(finding(volume, Code.SPLIT).text().contains("position taken twice"));
	}

	// -- R8: isolation --

	@RuleCases({ "truncated_header", "bad_vl" })
	void damagedFileIsSkippedAndItsSliceMissing(final RuleCase files) throws IOException {
		final DicomVolume volume = files.volume();
		assertBaseGrid(volume);
		assertStored(volume, k -> k != 2, BASE);
		assertStored(volume, k -> k == 2, (k, r, c) -> 0);
		assertEquals(java.util.Arrays.asList("IM001", "IM002", null, "IM004", "IM005"), files(volume));
		assertEquals(List.of(Code.MISSING_SLICES), codes(volume));
		final List<Skipped> skipped = files.catalog().skipped();
		assertEquals(1, skipped.size());
		assertEquals(Reason.DAMAGED, skipped.get(0).reason());
		assertTrue(skipped.get(0).file().endsWith("IM003"));
		assertTrue(skipped.get(0).text().matches(".*\\([0-9A-F]{4},[0-9A-F]{4}\\) .* at byte \\d+ .*"),
			skipped.get(0).text());
	}

	@RuleCases("no_instance_number")
	void instanceNumbersAreNotNeeded(final RuleCase files) throws IOException {
		assertBase(files.volume());
	}

	@RuleCases("ipp_garbage")
	void garbageInPositionLeavesTheOthers(final RuleCase files) throws IOException {
		final List<DicomVolume> volumes = files.volumes()
			.stream()
			.sorted((a, b) -> Long.compare(b.dimensions()[2], a.dimensions()[2]))
			.toList();
		assertEquals(2, volumes.size());
		final DicomVolume volume = volumes.get(0), lost = volumes.get(1);
		assertSize(volume, 16, 12, 4);
		assertStored(volume, k -> k != 2, BASE);
		assertTrue(codes(volume).contains(Code.MISSING_SLICES));
		assertEquals(List.of("IM002"), files(lost));
		assertStored(lost, (k, r, c) -> BASE.at(2, r, c));
		assertTrue(finding(lost, Code.NO_POSITION).text().contains("(0020,0032) Image Position (Patient) is x\\y\\z"));
	}

	@RuleCases("unreadable_file")
	void unreadableFileIsSkipped(final RuleCase files) throws IOException {
		assumeFalse(Files.isReadable(files.place().resolve("IM003")), "running as root");
		assertUnreadable(files.catalog());
	}

	/** The same for who may read everything. */
	@RuleCases("axial_asc")
	void fileThatCannotBeReadIsSkipped(final RuleCase files) throws IOException {
		final HeaderReader reader = (source, open) -> {
			if (source.name().endsWith("IM003")) throw new AccessDeniedException(source.name());
			return HeaderReaders.BUILT_IN.read(source);
		};
		assertUnreadable(DicomVolumes.scan(files.place(), ImportOptions.DEFAULT.withReader(reader)));
	}

	/** A bug in a reader costs one file. */
	@RuleCases("axial_asc")
	void readerThatFailsLosesOneFile(final RuleCase files) throws IOException {
		final HeaderReader reader = (source, open) -> {
			if (source.name().endsWith("IM003")) throw new IllegalStateException("bug");
			return HeaderReaders.BUILT_IN.read(source);
		};
		final SeriesCatalog catalog = DicomVolumes.scan(files.place(), ImportOptions.DEFAULT.withReader(reader));
		assertEquals(4, catalog.scan().files().size());
		assertEquals(Set.of("IM003"), names(catalog.skipped()));
	}

	/** What makes no sense in one file, and once stopped or could stop the grouping of all. */
	@ParameterizedTest
	@ValueSource(strings = { "position 1e13", "position 1e308", "no rows", "rows 0", "columns -1", "magnification",
		"aspect ratio", "tiny spacing", "huge spacing", "frames", "negative frames" })
	void absurdFileLeavesTheOthers(final String what, @TempDir final Path folder) throws IOException {
		new SyntheticSeries("good").write(folder);
		final var bad = new SyntheticSeries("bad").slices(1).fileNames("BAD");
		switch (what) {
			case "position 1e13" -> bad.with(Tag.IMAGE_POSITION_PATIENT, "1e13\\0\\0");
			case "position 1e308" ->
				bad.slices(2).fileNames("BAD%d").with(Tag.IMAGE_POSITION_PATIENT, "1e308\\1e308\\-1e308");
			case "no rows" -> bad.with(Tag.ROWS, new double[0]);
			case "rows 0" -> bad.with(Tag.ROWS, 0);
			case "columns -1" -> bad.each((k, a) -> a.put(Tag.COLUMNS, io.github.dicomvolumes.data.VR.SS, -1));
			case "magnification" -> bad.modality("DX")
				.with(Tag.IMAGER_PIXEL_SPACING, 0.2, 0.2)
				.with(Tag.DISTANCE_SOURCE_TO_DETECTOR, 1000)
				.with(Tag.DISTANCE_SOURCE_TO_PATIENT, "1e-320");
			case "aspect ratio" -> bad.without(Tag.PIXEL_SPACING).with(Tag.PIXEL_ASPECT_RATIO, "1e-300\\1e300");
			case "tiny spacing" -> bad.slices(3).fileNames("BAD%d").with(Tag.PIXEL_SPACING, "1e-320\\1e-320");
			case "huge spacing" -> bad.slices(3)
				.fileNames("BAD%d")
				.with(Tag.PIXEL_SPACING, "1e308\\1e308")
				.with(Tag.SLICE_THICKNESS, "1e308");
			case "frames" -> bad.with(Tag.NUMBER_OF_FRAMES, Integer.MAX_VALUE);
			default -> bad.with(Tag.NUMBER_OF_FRAMES, -3);
		}
		bad.write(folder);
		final SeriesCatalog catalog = DicomVolumes.scan(folder);
		final List<Stack> good = catalog.select("good");
		assertEquals(1, good.size());
		assertBase(DicomVolumes.load(catalog, good, ImportOptions.DEFAULT).volumes().get(0));
		final boolean told = catalog.skipped().stream().anyMatch(s -> s.file().contains("BAD")) || catalog.stacks()
			.stream()
			.filter(s -> s.first().name().contains("BAD"))
			.allMatch(s -> s.unsupported().isPresent() || s.findings().stream().anyMatch(f -> f.code().isWarning()));
		assertTrue(told || what.endsWith(" spacing") || what.startsWith("negative"), () -> "not a word about " + what);
	}

	private static void assertUnreadable(final SeriesCatalog catalog) throws IOException {
		assertEquals(1, catalog.skipped().size());
		assertEquals(Reason.UNREADABLE, catalog.skipped().get(0).reason());
		assertTrue(catalog.skipped().get(0).file().endsWith("IM003"));
		assertEquals("permission denied", catalog.skipped().get(0).text());
		final DicomVolume volume = DicomVolumes.load(catalog, ImportOptions.DEFAULT).volumes().get(0);
		assertBaseGrid(volume);
		assertStored(volume, k -> k != 2, BASE);
		assertTrue(finding(volume, Code.MISSING_SLICES).text().startsWith("slice 3 of 5 is missing"));
	}

	private static Set<String> names(final List<Skipped> skipped) {
		return skipped.stream()
			.map(s -> Path.of(s.file()).getFileName().toString())
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static Set<Set<Path>> stacks(final SeriesCatalog catalog) {
		return catalog.stacks()
			.stream()
			.map(s -> s.frames().stream().map(f -> Path.of(f.file().source().container())).collect(Collectors.toSet()))
			.collect(Collectors.toCollection(java.util.HashSet::new));
	}
}
