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

import static io.github.dicomvolumes.rules.Volumes.finding;
import static io.github.dicomvolumes.rules.Volumes.real;
import static io.github.dicomvolumes.rules.Volumes.stored;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.SyntheticObjects;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.AttributesBuilder;
import io.github.dicomvolumes.data.VR;
import io.github.dicomvolumes.pixels.PlaneType;
import io.github.dicomvolumes.series.Finding.Code;
import io.github.dicomvolumes.volume.DicomVolume;
import io.github.dicomvolumes.volume.ImportOptions;
import io.github.dicomvolumes.volume.ValueChoice;

/** R62: what Philips displays, DV = RS * SV + RI, and what it measured, FP = DV / (RS * SS). RS is 2, RI 100, SS 4. */
class PhilipsScaleTest {

	private static final ImportOptions PRECISE = ImportOptions.DEFAULT.withValues(ValueChoice.PHILIPS_PRECISE);

	@TempDir
	private Path folder;

	@Test
	void displayedByDefaultAndBothAreNamed() throws IOException {
		philips(4, -50).write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertEquals(2 * 4023 + 100, real(volume, 3, 2, 4));
		assertEquals(
			"Philips has two scales: displayed values are 2 * stored + 100, precise ones 0.25 * stored + 12.5 by " +
				"(2005,100E) scale slope 4.0; the displayed ones are used, values=[Philips precise] takes the others",
			finding(volume, Code.VALUES).text());
		assertTrue(volume.report().warnings().isEmpty(), volume.report().note());
	}

	/** FP = (2 * SV + 100) / (2 * 4), which is (SV + 50) / 4. */
	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void preciseOnRequest(final boolean virtual) throws IOException {
		philips(4, -50).write(folder);
		final DicomVolume volume = DicomVolumes.open(folder, PRECISE.withVirtual(virtual));
		assertEquals((4023 + 50) / 4.0, real(volume, 3, 2, 4));
		assertEquals(4023, stored(volume, 3, 2, 4));
		assertEquals(PlaneType.UINT16, volume.plan().type(), "one line fits all slices");
		assertEquals("", volume.unit());
		assertTrue(finding(volume, Code.VALUES).text().endsWith("; the precise ones are used"));
	}

	/** Series that are displayed with other slopes have the same precise values. */
	@Test
	void slopesMayDifferBetweenSlices() throws IOException {
		philips(4, 0).rescale(k -> k + 1, 0).write(folder);
		final DicomVolume volume = DicomVolumes.open(folder, PRECISE);
		for (int k = 0; k < 5; k++)
			assertEquals((1000 * k + 23) / 4.0, real(volume, 3, 2, k));
		assertEquals(PlaneType.FLOAT32, DicomVolumes.open(folder).plan().type());
	}

	@Test
	void aScaleInterceptThatContradictsIsSaid() throws IOException {
		philips(4, 7).write(folder);
		final DicomVolume volume = DicomVolumes.open(folder, PRECISE);
		assertEquals((4023 + 50) / 4.0, real(volume, 3, 2, 4));
		assertTrue(finding(volume, Code.VALUES).text()
			.endsWith("; (2005,100D) scale intercept is 7, by slope and intercept it is -50, which is used"));
	}

	@Test
	void enhancedImagesHaveItInASequenceOfEachFrame() throws IOException {
		SyntheticObjects
			.enhanced("e", 3, SyntheticObjects.sharedAxial(),
				k -> text(Attributes.builder(), 0x20050014, "Philips MR Imaging DD 005")
					.put(0x2005140F, List.of(scale(k + 1, 0).build()))
					.putAll(SyntheticObjects.frameAt(0, 0, 3 * k, Attributes.EMPTY))
					.build())
			.rescale(2, 0)
			.write(folder);
		final DicomVolume volume = DicomVolumes.open(folder, PRECISE);
		for (int k = 0; k < 3; k++)
			assertEquals((float) ((1000 * k + 23) / (k + 1.0)), real(volume, 3, 2, k));
	}

	/** Never two scales in one volume. */
	@Test
	void withoutItInOneSliceNoSliceIsScaled() throws IOException {
		philips(4, -50).without(0x2005100E, 2).write(folder);
		final DicomVolume volume = DicomVolumes.open(folder, PRECISE);
		assertEquals(2 * 4023 + 100, real(volume, 3, 2, 4));
		assertEquals(
			"values=[Philips precise] needs the scale slope (2005,100E) of \"Philips MR Imaging DD 001\" " +
				"in all slices; 1 do not have it, so all values are as slope and intercept say",
			finding(volume, Code.PIXEL_FORMAT).text());
	}

	@Test
	void othersHaveNone() throws IOException {
		new SyntheticSeries().modality("MR")
			.each((k, a) -> text(a, 0x20050010, "SOMEBODY ELSE").put(0x2005100E, VR.FL, 4))
			.write(folder);
		assertFalse(DicomVolumes.open(folder).report().note().contains("Philips"));
		final DicomVolume volume = DicomVolumes.open(folder, PRECISE);
		assertEquals(4023, real(volume, 3, 2, 4));
		assertTrue(finding(volume, Code.PIXEL_FORMAT).text().contains("none has it"));
	}

	private static SyntheticSeries philips(final double slope, final double intercept) {
		return new SyntheticSeries().modality("MR")
			.rescale(2, 100)
			.each((k, a) -> a.putAll(scale(slope, intercept).build()));
	}

	private static AttributesBuilder scale(final double slope, final double intercept) {
		return text(Attributes.builder(), 0x20050010, "Philips MR Imaging DD 001").put(0x2005100D, VR.FL, intercept)
			.put(0x2005100E, VR.FL, slope);
	}

	private static AttributesBuilder text(final AttributesBuilder attributes, final int tag, final String text) {
		return attributes.put(tag, VR.LO, text.getBytes());
	}
}
