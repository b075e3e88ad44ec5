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

package io.github.dicomvolumes.guide;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Constants of the program that the guide names: what a page says, and the lines of the source that say the same. */
final class ProgramNumbers {

	private static final String SOURCES = "src/main/java/io/github/dicomvolumes/",
		SPARK = "src/spark/java/io/github/dicomvolumes/archive/";

	/** What is said, by page. */
	static final List<Said> ALL = List.of( //
		said("first-steps.md", "Java 17", "pom.xml", "<scijava.jvm.version>17<"), //
		said("first-steps.md", "ImageJ](https://imagej.net/ij/) 1.54", "README.md", "plain ImageJ 1.54"), //
		said("first-steps.md", "press 5 for a lung", SOURCES + "view/ortho/window/Preset.java", "ct('5', \"Lung\""), //
		said("orthogonal-views.md", "1 2 3 4 5 | CT: brain, abdomen, mediastinum, bone, lung",
			SOURCES + "view/ortho/window/Preset.java", "ct('1', \"Brain\"", "ct('2', \"Abdomen\"",
			"ct('3', \"Mediastinum\"", "ct('4', \"Bone\"", "ct('5', \"Lung\""), //
		said("orthogonal-views.md", "multiples of 15 degrees", SOURCES + "view/ortho/window/MouseMoves.java",
			"SNAP = 15;"), //
		said("orthogonal-views.md", "closer to the axis of the body than 45",
			SOURCES + "view/resample/SampledGrid.java", "normal.z() * normal.z() > most ? FRONT : HEAD"), //
		said("orthogonal-views.md", "| 0 |", SOURCES + "view/ortho/window/Preset.java", "'0'"), //
		said("geometry.md", "1 to 10 %", SOURCES + "geometry/Gaps.java", "NEARLY_UNIFORM = 0.1;"), //
		said("geometry.md", "within 1 %", SOURCES + "geometry/SliceSpacing.java", "UNIFORM = 0.01;"), //
		said("choosing-series.md", "at most 512 MB", SOURCES + "volume/sample/PlaneBlocks.java",
			"MOST_BYTES = 1L << 29;"), //
		said("opening.md", "the last ten places", SOURCES + "command/open/RecentPlaces.java", "MOST = 10;"), //
		said("saving.md", "0 is none; 255 in a mask is segment 1", SOURCES + "export/segmentation/LabelPlanes.java",
			"labels[0] == 0xFF"), //
		said("faq.md", "400/40", SOURCES + "volume/FirstWindow.java", "Width 400, centre 40 HU",
			"new DisplayRange(-160, 240)"), //
		said("faq.md", "press 0, or 1 to 5", SOURCES + "view/ortho/window/Preset.java", "by the keys 1 to 5"), //
		said("pet.md", "0 to the 99.5th percentile", SOURCES + "volume/FirstWindow.java", "PET_PERCENTILE = 99.5;"), //
		said("pet.md", "SUV from 0 to 5", SOURCES + "volume/FirstWindow.java", "SUV = new DisplayRange(0, 5);"), //
		said("opening.md", "ImageJ 1.54", "README.md", "plain ImageJ 1.54"), //
		said("opening.md", "first 100 files", SOURCES + "command/open/PlaceKind.java", "FILES = 100"), //
		said("measuring.md", "at 4 x 4 x 4 points in each voxel", SOURCES + "measure/segment/PartialLayer.java",
			"POINTS = 4;"), //
		said("measuring.md", "at 0.5, with the grid", SOURCES + "measure/shape/MarchingCubes.java",
			"isolevel 0.5 of 0 and 1"), //
		said("measuring.md", "(26 neighbours)", SOURCES + "measure/shape/Parts.java", "(26 neighbours)"), //
		said("measuring.md",
			"a sphere of 1 ml around a voxel of the segment: of voxels whose centres are within 6.2 mm",
			SOURCES + "measure/value/Peaks.java", "RADIUS = Math.cbrt(3000 / (4 * Math.PI));"), //
		said("measuring.md", "at or above 41 % and 50 % of SUVmax, SUV 2.5 and 4.0",
			SOURCES + "measure/SegmentStatistics.java", "new Threshold(0.41, true), new Threshold(0.5, true)",
			"new Threshold(2.5, false), new Threshold(4, false)"), //
		said("measuring.md", "0.5 MB each for every thread, of 32 bits 5 MB",
			SOURCES + "measure/value/FloatSelection.java", "at most 10 times 0.5 MB for each segment and thread"), //
		said("measuring.md", "about 200 000 points", SOURCES + "measure/DoseSampling.java", "LEAST = 200_000"), //
		said("measuring.md", "`D98` is the dose that 98 %", SOURCES + "measure/DoseVolumeHistogram.java",
			"at least: D98 for 98."), //
		said("measuring.md", "fewer than 1000", SOURCES + "measure/DoseSampling.java", "FEW = 1000;"), //
		said("deidentification.md", "(PS3.15 Table E.1-1,", SOURCES + "data/ConfidentialityProfile.java",
			"(PS3.15 Table E.1-1)"), //
		said("deidentification.md", "edition 2024b",
			"src/main/resources/io/github/dicomvolumes/data/confidentiality.txt", "edition 2024b"), //
		said("deidentification.md", "Words of five letters or more", SOURCES + "export/deidentify/Identifiers.java",
			"LONG = 5;"), //
		said("deidentification.md", "more than 32 MiB besides", SOURCES + "io/header/HeaderReader.java",
			"LARGE_VALUE_BYTES = 32 << 20;"), //
		said("deidentification.md", "1 to 3650 days", SOURCES + "export/deidentify/Secret.java", "MOST_DAYS = 3650;"), //
		said("deidentification.md", "PS3.15 Table E.3.10-1", SOURCES + "export/deidentify/SafePrivate.java",
			"PS3.15 Table E.3.10-1"), //
		said("server.md", "More than 20,000 studies", SOURCES + "io/web/Paging.java", "MOST = 20_000;"), //
		said("server.md", "object by object, six at once", SOURCES + "io/web/WebClient.java", "CONNECTIONS = 6;"), //
		said("server.md", "up to three times", SOURCES + "io/web/Patience.java",
			"new Patience(Duration.ofSeconds(15), Duration.ofSeconds(120),\n\t\tDuration.ofSeconds(60), 3,"), //
		said("server.md", "busy servers (429, 503)", SOURCES + "io/web/Refusal.java",
			"case 429, 503 -> \"the server is busy"), //
		said("archives.md", "Java 17 and Maven", "pom.xml", "<scijava.jvm.version>17<"), //
		said("archives.md", "`Affine` (12", SOURCES + "geometry/Affine.java",
			"return new double[] { i.x(), j.x(), " +
				"k.x(), origin.x(), i.y(), j.y(), k.y(), origin.y(), i.z(), j.z(), k.z(),\n\t\t\torigin.z() };"), //
		said("archives.md", "changes every 10 seconds", SPARK + "RunLock.java",
			"new Pulse(Duration.ofSeconds(10), Duration.ofSeconds(90)"), //
		said("archives.md", "watches the file for 90 seconds", SPARK + "RunLock.java", "Duration.ofSeconds(90)"), //
		said("archives.md", "stood still for more than 90 seconds", SPARK + "RunLock.java", "Duration.ofSeconds(90)"), //
		said("archives.md", "eighth of Java's memory", SOURCES + "series/index/ArchiveIndex.java", "PART = 8;"), //
		said("archives.md", "4.1 line, on Scala 2.13 and Java 17 or 21 (Hadoop does not run on Java 24", "pom.xml",
			"<spark.version>4.1.", "spark-sql_2.13"), //
		said("archives.md", "by the driver, 32 at a time", SPARK + "HadoopWalk.java", "THREADS = 32;"), //
		said("archives.md", "an id of 128 bits", SOURCES + "series/index/Id.java", "record Id(long high, long low)"), //
		said("archives.md", "a million files becomes 100 parts", SPARK + "IndexOptions.java",
			"int filesPerTask, int filesPerBatch", "10_000, 500_000"));

	private ProgramNumbers() {}

	/** A line of a page without what the program's constants say there. */
	static String without(final String page, final String line) {
		String rest = line;
		for (final Said said : ALL)
			if (said.page().equals(page)) rest = rest.replace(said.text().replaceAll("\\]\\([^)]*\\)", "]"), "");
		return rest;
	}

	private static Said said(final String page, final String text, final String source, final String... code) {
		return new Said(page, text, Path.of(source), List.of(code));
	}

	/**
	 * @param text of the page, in one line
	 * @param code in the source
	 */
	record Said(String page, String text, Path source, List<String> code) {

		void check() throws IOException {
			assertTrue(Files.readString(GuidePage.DOCS.resolve(page)).contains(text), page + " does not say " + text);
			final String there = Files.readString(source);
			code.forEach(one -> assertTrue(there.contains(one), source + " has no " + one));
		}
	}
}
