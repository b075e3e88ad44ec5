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

package io.github.dicomvolumes.volume.structures;

import static io.github.dicomvolumes.SyntheticStructures.contour;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.dicomvolumes.SyntheticStructures;
import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.data.Dictionary;
import io.github.dicomvolumes.data.Disclosure;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.VR;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.io.header.HeaderReaders;
import io.github.dicomvolumes.io.source.DiskSources;

/** What is read of RT structure sets, good and broken. */
class StructureSetTest {

	@Test
	void namesColoursAndContours() throws DicomException {
		final StructureSet set = read(
			new SyntheticStructures("1.2.3")
				.add("PTV", new int[] { 255, 128, 0 }, contour("CLOSED_PLANAR", 0, 0, 5, 1, 0, 5, 1, 2, 5),
					contour("POINT", 7, 8, 9))
				.add("Cord", null));
		assertEquals("plan 1", set.label());
		final Structure ptv = set.structures().get(0);
		assertEquals(new Structure(1, "PTV", OptionalInt.of(0xFF8000), "1.2.3", ptv.contours()), ptv);
		assertEquals(new Contour(Contour.Kind.CLOSED_PLANAR,
			List.of(new Vector3(0, 0, 5), new Vector3(1, 0, 5), new Vector3(1, 2, 5))), ptv.contours().get(0));
		assertEquals(new Contour(Contour.Kind.POINT, List.of(new Vector3(7, 8, 9))), ptv.contours().get(1));
		assertEquals(new Structure(2, "Cord", OptionalInt.empty(), "1.2.3", List.of()), set.structures().get(1));
		assertEquals(List.of(), set.problems());
	}

	@Test
	void closedContourThatRepeatsItsFirstPoint() throws DicomException {
		assertEquals(3, onlyContour(contour("CLOSED_PLANAR", 0, 0, 5, 1, 0, 5, 1, 2, 5, 0, 0, 5)).points().size());
		assertEquals(4, onlyContour(contour("OPEN_PLANAR", 0, 0, 5, 1, 0, 5, 1, 2, 5, 0, 0, 5)).points().size());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { //
		"CLOSED_PLANAR | 1\\2\\3\\4       | has 4 numbers; it must have three for each point", //
		"CLOSED_PLANAR | ''               | has 0 numbers", //
		"CLOSED_PLANAR | 1\\2\\x          | is no number in point 1", //
		"POINT         | 1\\2\\NaN        | is no number in point 1", //
		"POINT         | 1\\2\\1e999      | is no number in point 1", //
		"CLOSED_PLANAR | 1\\2\\3\\4\\5\\3 | CLOSED_PLANAR with 2 points; it must have 3 or more", //
		"OPEN_PLANAR   | 1\\2\\3          | OPEN_PLANAR with 1 points", //
		"SPIRAL        | 1\\2\\3          | Contour Geometric Type is SPIRAL", //
		"''            | 1\\2\\3          | Contour Geometric Type is missing" })
	void brokenContourCostsItselfOnly(final String type, final String data, final String problem)
		throws DicomException
	{
		final Attributes broken = Attributes.builder()
			.put(tag("ContourGeometricType"), type)
			.put(tag("ContourData"), data)
			.build();
		final StructureSet set = read(
			new SyntheticStructures("1.2.3").add("PTV", null, broken, contour("POINT", 1, 2, 3), broken));
		assertEquals(1, set.structures().get(0).contours().size());
		assertEquals(1, set.problems().size());
		final String sentence = set.problems().get(0);
		assertTrue(sentence.startsWith("PTV: 2 times left out, as ") && sentence.contains(problem), sentence);
	}

	@Test
	void countOfPointsThatIsWrong() throws DicomException {
		final StructureSet set = read(new SyntheticStructures("1.2.3").add("PTV", null,
			Attributes.builder().put(tag("NumberOfContourPoints"), 2).putAll(contour("POINT", 1, 2, 3)).build()));
		assertEquals(
			List.of("PTV: left out, as (3006,0046) Number of Contour Points is 2, but (3006,0050) Contour Data has 1"),
			set.problems());
	}

	@Test
	void manyDifferentProblemsAreAFewSentences() throws DicomException {
		final Attributes[] broken = new Attributes[1000];
		Arrays.setAll(broken, i -> contour("TYPE" + i, 1, 2, 3));
		final StructureSet set = read(new SyntheticStructures("1.2.3").add("PTV", null, broken));
		assertEquals(9, set.problems().size());
		assertEquals("PTV: 992 times left out for other reasons", set.problems().get(8));
	}

	@Test
	void contourOfAMillionPoints() throws DicomException {
		final StringBuilder text = new StringBuilder();
		for (int i = 0; i < 1_000_000; i++)
			text.append(i > 0 ? "\\" : "").append(i % 100).append("\\1\\2");
		final Attributes large = Attributes.builder()
			.put(tag("ContourGeometricType"), "CLOSED_PLANAR")
			.put(tag("ContourData"), VR.DS, text.toString().getBytes(StandardCharsets.US_ASCII))
			.build();
		assertEquals(1_000_000, onlyContour(large).points().size());
	}

	@Test
	void contourThatWasLeftInTheFileIsSaid() throws DicomException {
		final Attributes large = Attributes.builder()
			.put(tag("ContourGeometricType"), "CLOSED_PLANAR")
			.putLeftInFile(tag("ContourData"), VR.DS, 20_000_000)
			.build();
		final StructureSet set = read(new SyntheticStructures("1.2.3").add("PTV", null, large));
		assertTrue(set.problems().get(0).contains("is 20000000 bytes, too many"), set.problems().get(0));
	}

	@Test
	void contoursOfAnUnknownStructureHaveItsNumber() throws DicomException {
		final Attributes set = new SyntheticStructures("1.2.3").add("PTV", null, contour("POINT", 1, 2, 3))
			.toAttributes();
		final Attributes nameless = Attributes.builder()
			.put(tag("StructureSetROISequence"), List.of())
			.put(tag("ReferencedFrameOfReferenceSequence"),
				List.of(Attributes.builder().put(Tag.FRAME_OF_REFERENCE_UID, "9.8.7").build()))
			.putAll(set)
			.build();
		final Structure structure = StructureSet.of(nameless).structures().get(0);
		assertEquals("ROI 1", structure.name());
		assertEquals("9.8.7", structure.frameOfReference());
	}

	@Test
	void namesCanBeHidden() throws DicomException {
		final StructureSet set = StructureSet
			.of(new SyntheticStructures("1.2.3").add("Smith", null, contour("POINT", 1, 2), contour("POINT", 1, 2, 3))
				.toAttributes(), Disclosure.HIDE);
		assertEquals("structure set", set.label());
		assertEquals("ROI 1", set.structures().get(0).name());
		assertTrue(set.problems().get(0).startsWith("ROI 1: left out, as"), set.problems().get(0));
	}

	@Test
	void otherFilesAreRefused() {
		final Attributes ct = Attributes.builder().put(Tag.MODALITY, "CT").build();
		assertEquals("(3006,0020) Structure Set ROI Sequence is missing; the file is no RT structure set but CT.",
			assertThrows(DicomException.class, () -> StructureSet.of(ct)).getMessage());
	}

	@Test
	void throughAFile(@TempDir final Path folder) throws IOException {
		final SyntheticStructures structures = new SyntheticStructures("1.2.3").add("PTV", new int[] { 1, 2, 3 },
			contour("OPEN_PLANAR", 0.5, -0.25, 1e-3, 2, 3, 1e-3));
		assertEquals(StructureSet.of(structures.toAttributes()), StructureSet
			.of(HeaderReaders.BUILT_IN.read(DiskSources.of(structures.write(folder.resolve("rs.dcm")))).attributes()));
	}

	/** As dcmdump shows it: implicit little endian without meta information, three structures. */
	@Test
	void sampleOfPydicom() throws IOException {
		final Path file = Path.of("../shared/data/pydicom/rtstruct.dcm");
		assumeTrue(Files.exists(file));
		final StructureSet set = StructureSet.of(HeaderReaders.BUILT_IN.read(DiskSources.of(file)).attributes());
		assertEquals("sep30", set.label());
		assertEquals("[patient 3 dca078, Isocenter 1 1 ff40ff, Isocenter 2 1 ff40ff]",
			set.structures()
				.stream()
				.map(s -> s.name() + " " + s.contours().size() + " " + Integer.toHexString(s.colour().getAsInt()))
				.toList()
				.toString());
		assertEquals("1.2.826.0.1.3680043.8.498.2010020400001.2", set.structures().get(0).frameOfReference());
		assertEquals(new Vector3(200, -150, -200), set.structures().get(0).contours().get(0).points().get(2));
		assertEquals(4, set.structures().get(0).contours().get(0).points().size(), "the fifth repeats the first");
		assertEquals(List.of(), set.problems());
	}

	private static StructureSet read(final SyntheticStructures structures) throws DicomException {
		return StructureSet.of(structures.toAttributes());
	}

	private static Contour onlyContour(final Attributes contour) throws DicomException {
		final StructureSet set = read(new SyntheticStructures("1.2.3").add("PTV", null, contour));
		assertEquals(List.of(), set.problems());
		return set.structures().get(0).contours().get(0);
	}

	private static int tag(final String keyword) {
		return Dictionary.tag(keyword);
	}
}
