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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.data.Dictionary;
import io.github.dicomvolumes.data.Disclosure;
import io.github.dicomvolumes.data.Tag;

class SliceValuesTest {

	private static final int CONTENT_DATE = Dictionary.tag("ContentDate"), CONTENT_TIME = Dictionary.tag("ContentTime"),
		CURRENT = Dictionary.tag("XRayTubeCurrent"), DATE_TIME = Dictionary.tag("AcquisitionDateTime");

	@TempDir
	private Path folder;

	@Test
	void attributeWithItsUnitAndAGapWhereASliceIsMissing() throws IOException {
		assertValues("XRayTubeCurrent", "X-Ray Tube Current (mA)",
			series().omit(2).each((k, slice) -> slice.put(CURRENT, Integer.toString(100 + k))), "xraytubecurrent", 100,
			101, Double.NaN, 103, 104);
	}

	@Test
	void sliceWithoutTheAttributeOrWithoutANumberIsAGap() throws IOException {
		assertValues("XRayTubeCurrent", "X-Ray Tube Current (mA)",
			series().with(CURRENT, "7").slice(1, slice -> slice.put(CURRENT, "none")).without(CURRENT, 3),
			"XRayTubeCurrent", 7, Double.NaN, 7, Double.NaN, 7);
	}

	@Test
	void ofSeveralValuesTheFirst() throws IOException {
		assertValues("PixelSpacing", "Pixel Spacing, first value (mm)", series().slices(2), "PixelSpacing", 2, 2);
	}

	@Test
	void columnOfTheSliceTable() throws IOException {
		assertValues("Gap", "Gap (mm)", series().omit(2), " gap", Double.NaN, 3, Double.NaN, 6, 3);
		assertValues("Slice", "Slice", series().omit(2), "Slice", 1, 2, Double.NaN, 4, 5);
	}

	@Test
	void columnInUnitsOfValue() throws IOException {
		assertValues("Intercept", "Intercept (HU)", series().slices(2).rescale(1, -1024), "Intercept", -1024, -1024);
	}

	@Test
	void timeOfDayCountsFromTheFirstSliceThatHasOne() throws IOException {
		assertValues("ContentTime", "Content Time (s since slice 2)",
			series().slices(4)
				.without(CONTENT_DATE)
				.each((k, slice) -> slice.put(CONTENT_TIME, "10590" + k + ".25"))
				.without(CONTENT_TIME, 0)
				.slice(3, slice -> slice.put(CONTENT_TIME, "11")),
			"ContentTime", Double.NaN, 0, 1, 58.75);
	}

	@Test
	void theDateOfATimeCarriesItOverMidnight() throws IOException {
		assertValues("ContentTime", "Content Time (s since slice 1)",
			series().slices(2)
				.each((k, slice) -> slice.put(CONTENT_DATE, "2024022" + (8 + k))
					.put(CONTENT_TIME, k == 0 ? "235959.5" : "000001")),
			"ContentTime", 0, 1.5);
	}

	@Test
	void dateAndTimeInItsZone() throws IOException {
		assertValues("AcquisitionDateTime", "Acquisition DateTime (s since slice 1)",
			series().slices(3)
				.each((k, slice) -> slice.put(DATE_TIME,
					k == 0 ? "20240229235959.900000+0000" : k == 1 ? "20240301010000.000000+0100" : "2024")),
			"AcquisitionDateTime", 0, 0.1, Double.NaN);
	}

	@Test
	void messagesSayWhatIsAllowed() throws IOException {
		series().each((k, slice) -> slice.put(CURRENT, Integer.toString(k))).write(folder);
		assertMessage("keyword=Foo is not allowed. Allowed are the columns Slice, ", "Foo");
		assertMessage("in this volume vary", "");
		assertMessage("XRayTubeCurrent", "File");
		assertMessage("Patient's Name is no number and no time (VR PN)", "PatientName");
		assertMessage("Heart Rate is in no slice of this volume", "HeartRate");
	}

	@Test
	void nothingNumeric() throws IOException {
		series().with(CURRENT, "none").write(folder);
		assertMessage("XRayTubeCurrent has no number or time in any slice", "XRayTubeCurrent");
	}

	@Test
	void arrayIsCloned() {
		final double[] values = { 1 };
		final SliceValues numbers = new SliceValues("Gap", "Gap (mm)", values);
		values[0] = 2;
		numbers.values()[0] = 3;
		assertEquals(1, numbers.values()[0]);
	}

	private static SyntheticSeries series() {
		return new SyntheticSeries("values").with(Tag.PATIENT_NAME, "Doe^Jane");
	}

	private void assertValues(final String name, final String axis, final SyntheticSeries series, final String keyword,
		final double... values) throws IOException
	{
		series.write(folder);
		final SliceValues numbers = SliceValues.of(DicomVolumes.open(folder), keyword, Disclosure.SHOW);
		assertEquals(name, numbers.name());
		assertEquals(axis, numbers.axis());
		assertArrayEquals(values, numbers.values(), 1e-9);
	}

	private void assertMessage(final String part, final String keyword) throws IOException {
		final var volume = DicomVolumes.open(folder);
		final String message = assertThrows(IllegalArgumentException.class,
			() -> SliceValues.of(volume, keyword, Disclosure.SHOW)).getMessage();
		assertTrue(message.contains(part), message);
	}
}
