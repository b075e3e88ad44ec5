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

package io.github.dicomvolumes.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dicomvolumes.data.Dictionary.Entry;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

class DictionaryTest {

	// -- Elements as PS3.6 has them --

	@Test
	void elementsOfImages() {
		assertEntry(0x00280030, VR.DS, "2", "PixelSpacing", "Pixel Spacing", false);
		assertEntry(0x00100010, VR.PN, "1", "PatientName", "Patient's Name", false);
		assertEntry(0x00200032, VR.DS, "3", "ImagePositionPatient", "Image Position (Patient)", false);
		assertEntry(0x00200037, VR.DS, "6", "ImageOrientationPatient", "Image Orientation (Patient)", false);
		assertEntry(0x00081140, VR.SQ, "1", "ReferencedImageSequence", "Referenced Image Sequence", false);
		assertEntry(0x00080008, VR.CS, "2-n", "ImageType", "Image Type", false);
		assertEntry(0x52009230, VR.SQ, "1", "PerFrameFunctionalGroupsSequence", "Per-frame Functional Groups Sequence",
			false);
		assertEntry(0x7FE00008, VR.OF, "1", "FloatPixelData", "Float Pixel Data", false);
	}

	@Test
	void elementsOfCommandMetaInformationAndDirectory() {
		assertEntry(0x00000100, VR.US, "1", "CommandField", "Command Field", false);
		assertEntry(0x00020000, VR.UL, "1", "FileMetaInformationGroupLength", "File Meta Information Group Length",
			false);
		assertEntry(0x00020010, VR.UI, "1", "TransferSyntaxUID", "Transfer Syntax UID", false);
		assertEntry(0x00041500, VR.CS, "1-8", "ReferencedFileID", "Referenced File ID", false);
	}

	@Test
	void itemsAndDelimitersHaveNoVR() {
		assertEntry(0xFFFEE000, VR.UN, "1", "Item", "Item", false);
		assertEntry(0xFFFEE00D, VR.UN, "1", "ItemDelimitationItem", "Item Delimitation Item", false);
		assertEntry(0xFFFEE0DD, VR.UN, "1", "SequenceDelimitationItem", "Sequence Delimitation Item", false);
	}

	@Test
	void retiredElements() {
		assertEntry(0x00200030, VR.DS, "3", "ImagePosition", "Image Position", true);
		assertEntry(0x00080040, VR.US, "1", "DataSetType", "Data Set Type", true);
		assertEntry(0x00180061, VR.DS, "1", "", "", true);
	}

	@Test
	void choicesOfVRAreWhatImplicitLittleEndianMeans() {
		assertEntry(0x7FE00010, VR.OW, "1", "PixelData", "Pixel Data", false); // OB or OW
		assertEquals(VR.OW, Dictionary.vr(0x54001010)); // Waveform Data, OB or OW
		assertEquals(VR.US, Dictionary.vr(0x00280106)); // Smallest Image Pixel Value, US or SS
		assertEquals(VR.US, Dictionary.vr(0x00283006)); // LUT Data, US or OW
		assertEquals(VR.US, Dictionary.vr(0x00281200)); // Gray Lookup Table Data, US or SS or OW
	}

	@Test
	void pixelRepresentationDecidesBetweenUsAndSs() {
		assertTrue(Dictionary.isUsOrSs(0x00280120)); // Pixel Padding Value
		assertTrue(Dictionary.isUsOrSs(0x00281200)); // Gray Lookup Table Data
		assertFalse(Dictionary.isUsOrSs(0x00280103)); // Pixel Representation
		assertFalse(Dictionary.isUsOrSs(0x00283006)); // LUT Data
		assertFalse(Dictionary.isUsOrSs(0x00291010));
		assertEquals(26, Rows.read().stream().filter(row -> Dictionary.isUsOrSs(row.tag())).count());
	}

	// -- Elements that are not listed one by one --

	@Test
	void repeatingGroupsHaveTheTagAskedFor() {
		assertEntry(0x60003000, VR.OW, "1", "OverlayData", "Overlay Data", false);
		assertEntry(0x601E3000, VR.OW, "1", "OverlayData", "Overlay Data", false);
		assertEntry(0x60020050, VR.SS, "2", "OverlayOrigin", "Overlay Origin", false);
		assertEntry(0x50040005, VR.US, "1", "CurveDimensions", "Curve Dimensions", true);
		assertEntry(0x00203100, VR.CS, "1-n", "SourceImageIDs", "Source Image IDs", true);
		assertEntry(0x002031FF, VR.CS, "1-n", "SourceImageIDs", "Source Image IDs", true);
		assertEntry(0x10001231, VR.US, "3", "RunLengthTriplet", "Run Length Triplet", true);
		assertEntry(0x10101234, VR.US, "1-n", "ZonalMap", "Zonal Map", true);
		assertEntry(0x7F020010, VR.OW, "1", "VariablePixelData", "Variable Pixel Data", true);
	}

	@Test
	void elementsOfTheirOwnPrecedeRepeatingGroups() {
		assertEquals("PixelData", Dictionary.find(0x7FE00010).orElseThrow().keyword());
		assertEquals("TransformLabel", Dictionary.find(0x00280400).orElseThrow().keyword());
		assertEquals("RowsForNthOrderCoefficients", Dictionary.find(0x00280410).orElseThrow().keyword());
	}

	@Test
	void everyGroupHasALength() {
		for (final int tag : new int[] { 0x00080000, 0x00090000, 0x10100000, 0x60000000, 0x7FE00000 })
			assertEntry(tag, VR.UL, "1", "GroupLength", "Group Length", true);
	}

	@Test
	void privateCreators() {
		assertEntry(0x00090010, VR.LO, "1", "PrivateCreator", "Private Creator", false);
		assertEntry(0x7FE100FF, VR.LO, "1", "PrivateCreator", "Private Creator", false);
		assertEntry(0x60010022, VR.LO, "1", "PrivateCreator", "Private Creator", false);
	}

	@Test
	void otherPrivateAndUnknownElementsAreNotFound() {
		for (final int tag : new int[] { 0x0009000F, 0x00090100, 0x00291010, 0x60013000, 0x50013000, 0x00280036,
			0x60003001, 0xFFFEE001, 0xFFFFFFFF })
		{
			assertEquals(Optional.empty(), Dictionary.find(tag));
			assertEquals(VR.UN, Dictionary.vr(tag));
		}
	}

	// -- Keywords --

	@Test
	void tagsByKeyword() {
		assertEquals(0x00280030, Dictionary.tag("PixelSpacing"));
		assertEquals(0xFFFEE000, Dictionary.tag("Item"));
		assertEquals(0x60003000, Dictionary.tag("OverlayData"));
		assertEquals(0x00280410, Dictionary.tag("RowsForNthOrderCoefficients"));
	}

	@Test
	void unknownKeywords() {
		for (final String keyword : List.of("", "pixelSpacing", "Pixel Spacing", "GroupLength", "PrivateCreator"))
			assertTrue(Dictionary.findTag(keyword).isEmpty(), keyword);
		final var e = assertThrows(IllegalArgumentException.class, () -> Dictionary.tag("PixelSpacings"));
		assertTrue(e.getMessage().contains("PixelSpacings"));
	}

	// -- The whole dictionary --

	/** The numbers of edition 2022a; a newer dictionary.txt changes them. */
	@Test
	void isComplete() {
		final var rows = Rows.read();
		assertEquals(4904, rows.stream().filter(row -> !row.repeats()).count());
		assertEquals(88, rows.stream().filter(Row::repeats).count());
		assertEquals(6, rows.stream().filter(row -> row.keyword().isEmpty()).count());
		assertEquals(4986, rows.stream().map(Row::keyword).filter(keyword -> !keyword.isEmpty()).distinct().count());
		assertEquals(488, rows.stream().filter(row -> row.columns().length == 6).count());
	}

	@Test
	void singleTagsAscendAndPrecedePatterns() {
		final var rows = Rows.read();
		for (int i = 1; i < 4904; i++) {
			assertFalse(rows.get(i).repeats());
			assertTrue(Integer.compareUnsigned(rows.get(i - 1).tag(), rows.get(i).tag()) < 0, rows.get(i).columns()[0]);
		}
	}

	@Test
	void everyRowIsFoundByItsTag() {
		for (final Row row : Rows.read()) {
			final String[] columns = row.columns();
			final var entry = Dictionary.find(row.tag()).orElseThrow();
			assertEquals(columns[2], entry.vm());
			assertEquals(row.keyword(), entry.keyword());
			assertEquals(columns[4], entry.name());
			assertEquals(columns.length == 6, entry.retired());
		}
	}

	@Test
	void everyVRIsOneOfTheAlternativesOfItsRow() {
		for (final Row row : Rows.read()) {
			final VR vr = Dictionary.vr(row.tag());
			assertNotNull(vr, row.columns()[0]);
			assertEquals(vr, Dictionary.find(row.tag()).orElseThrow().vr());
			final List<String> alternatives = List.of(row.columns()[1].replace("NONE", "UN").split(" or "));
			assertTrue(alternatives.contains(vr.name()), row.columns()[0]);
		}
	}

	@Test
	void everyKeywordLeadsToItsTag() {
		for (final Row row : Rows.read()) {
			if (row.keyword().isEmpty()) continue;
			final int tag = Dictionary.tag(row.keyword());
			assertEquals(row.keyword(), Dictionary.find(tag).orElseThrow().keyword());
			if (!row.repeats()) assertEquals(row.tag(), tag);
		}
	}

	private static void assertEntry(final int tag, final VR vr, final String vm, final String keyword,
		final String name, final boolean retired)
	{
		assertEquals(Optional.of(new Entry(tag, vr, vm, keyword, name, retired)), Dictionary.find(tag));
		assertEquals(vr, Dictionary.vr(tag));
	}

	/** A row of dictionary.txt, parsed without the code under test. */
	private record Row(String[] columns) {

		boolean repeats() {
			return columns[0].contains("x");
		}

		/** In a repeating group one that no element of its own has: 6002,3000, 0028,0420, 1010,2222. */
		int tag() {
			return Integer.parseUnsignedInt(columns[0].replace('x', '2'), 16) & (repeats() ? 0xFFFEFFFF : -1);
		}

		String keyword() {
			return columns[3];
		}
	}

	private static final class Rows {

		static List<Row> read() {
			try (var in = Dictionary.class.getResourceAsStream("dictionary.txt")) {
				return new String(in.readAllBytes(), StandardCharsets.US_ASCII).lines()
					.filter(line -> !line.startsWith("#"))
					.map(line -> new Row(line.split("\t")))
					.collect(Collectors.toList());
			}
			catch (IOException e) {
				throw new AssertionError(e);
			}
		}
	}
}
