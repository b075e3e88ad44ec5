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

package io.github.dicomvolumes.view.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;

import ij.ImagePlus;
import ij.process.ByteProcessor;
import ij.util.DicomTools;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Dictionary;
import io.github.dicomvolumes.data.Disclosure;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.VR;

class HeaderTextTest {

	private static final int REFERENCED_SERIES = Dictionary.tag("ReferencedSeriesSequence");

	@Test
	void oneLineForEachElementInImageJsForm() {
		assertEquals("""
						0008,0060  Modality: CT
						0028,0010  Rows: 12
						0028,0030  Pixel Spacing: 2\\0.5
						""", text(
			Attributes.builder().put(Tag.ROWS, 12).put(Tag.PIXEL_SPACING, 2, 0.5).put(Tag.MODALITY, "CT").build()));
	}

	@Test
	void nestedLinesAreMarkedAndComeLast() {
		final Attributes series = Attributes.builder().put(Tag.SERIES_INSTANCE_UID, "1.1").build();
		final Attributes image = Attributes.builder()
			.put(REFERENCED_SERIES, List.of(series))
			.put(Tag.SERIES_NUMBER, 4)
			.build();
		assertEquals("""
						0020,000E  Series Instance UID: 1.2
						0008,1140  Referenced Image Sequence:\s
						0020,0011  >Series Number: 4
						0008,1115  >Referenced Series Sequence:\s
						0020,000E  >>Series Instance UID: 1.1
						""",
			text(Attributes.builder()
				.put(Tag.SERIES_INSTANCE_UID, "1.2")
				.put(Dictionary.tag("ReferencedImageSequence"), List.of(image))
				.build()));
	}

	/** ImageJ skips one nested line, not two. */
	@Test
	void severalNestedElementsDoNotHideTheOneThatIsMeant() {
		final Attributes a = Attributes.builder().put(Tag.SERIES_INSTANCE_UID, "1.1").build();
		final Attributes b = Attributes.builder().put(Tag.SERIES_INSTANCE_UID, "1.2").build();
		final Attributes c = Attributes.builder().put(Tag.SERIES_INSTANCE_UID, "1.3").build();
		assertEquals("2.2", found(
			Attributes.builder().put(REFERENCED_SERIES, List.of(a, b, c)).put(Tag.SERIES_INSTANCE_UID, "2.2").build(),
			"0020,000E"));
	}

	/** Frame Increment Pointer of nuclear medicine comes before what it points to. */
	@Test
	void addressesAreNotTakenForTags() {
		final Attributes pointer = Attributes.builder()
			.put(Dictionary.tag("FrameIncrementPointer"), VR.AT, new byte[] { 0x54, 0, 0x10, 0, 0x54, 0, 0x20, 0 })
			.put(Dictionary.tag("EnergyWindowVector"), 3)
			.build();
		assertEquals("(0054, 0010)\\(0054, 0020)", found(pointer, "0028,0009"));
		assertEquals("3", found(pointer, "0054,0010"));
	}

	@Test
	void valueOfSeveralLinesIsOneLine() {
		final Attributes text = Attributes.builder()
			.put(Dictionary.tag("PatientComments"), VR.LT,
				"a\r\n0028,0030  Pixel Spacing: 9\nb".getBytes(StandardCharsets.US_ASCII))
			.build();
		assertEquals("0010,4000  Patient Comments: a 0028,0030  Pixel Spacing: 9 b\n", text(text));
	}

	@Test
	void longValuesAndBytesAreShort() {
		final String text = text(Attributes.builder()
			.put(Dictionary.tag("PatientComments"), VR.LT, "x".repeat(5000).getBytes(StandardCharsets.US_ASCII))
			.put(0x00091001, VR.UN, new byte[300])
			.putLeftInFile(Tag.PIXEL_DATA, VR.OW, 384)
			.build());
		assertTrue(text.lines().allMatch(line -> line.length() < 1100), text);
		assertTrue(text.contains("x".repeat(900)), text);
		assertTrue(text.contains("0009,1001  Private Tag: 300 bytes: 00 00 "), text);
		assertTrue(text.contains("7FE0,0010  Pixel Data: 384 bytes, left in the file\n"), text);
	}

	@Test
	void hiddenValuesKeepTheirLine() {
		final Attributes image = Attributes.builder().put(Tag.SOP_INSTANCE_UID, "1.2.3").put(Tag.ROWS, 4).build();
		final Attributes person = Attributes.builder().put(Tag.ROWS, 5).put(Tag.MODALITY, "").build();
		assertEquals("""
						0010,0010  Patient's Name: (hidden)
						0010,0020  Patient ID:\s
						0028,0010  Rows: 12
						0008,1140  Referenced Image Sequence:\s
						0008,0018  >SOP Instance UID: (hidden)
						0028,0010  >Rows: (hidden)
						0040,A07A  Participant Sequence:\s
						0008,0060  >Modality:\s
						0028,0010  >Rows: (hidden)
						""",
			HeaderText.of(Attributes.builder()
				.put(Tag.PATIENT_NAME, "Doe^Jane")
				.put(Tag.PATIENT_ID, "")
				.put(Tag.ROWS, 12)
				.put(Dictionary.tag("ReferencedImageSequence"), List.of(image))
				.put(0x0040A07A, List.of(person))
				.build(), Disclosure.HIDE));
	}

	private static String text(final Attributes attributes) {
		return HeaderText.of(attributes, Disclosure.SHOW);
	}

	/** As macros find it, in an image of one slice. */
	private static String found(final Attributes attributes, final String tag) {
		final ImagePlus image = new ImagePlus("", new ByteProcessor(1, 1));
		image.setProperty("Info", text(attributes));
		return DicomTools.getTag(image, tag).trim();
	}
}
