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

package io.github.dicomvolumes.export.nifti;

import static io.github.dicomvolumes.data.Dictionary.tag;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.regex.Pattern;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.SyntheticCases;
import io.github.dicomvolumes.SyntheticObjects;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.data.Canaries;
import io.github.dicomvolumes.data.Disclosure;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.VR;
import io.github.dicomvolumes.export.VolumeExport;
import io.github.dicomvolumes.export.image.ExportImage;
import io.github.dicomvolumes.volume.DicomVolume;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SidecarTest {

	@TempDir
	private Path folder;

	/** Two echoes of 10 and 20 ms. */
	@Test
	void namesAndUnitsAreThoseOfBids() throws IOException {
		final Path place = SyntheticCases.write("multi_echo", folder);
		assertEquals("""
						{
							"Modality": "MR",
							"Manufacturer": "SYNTH",
							"SeriesNumber": 1,
							"ImageType": ["ORIGINAL", "PRIMARY", "AXIAL"],
							"PatientPosition": "HFS",
							"EchoTime": [0.01, 0.02],
							"EchoNumber": [1, 2],
							"SliceThickness": 3,
							"ImageOrientationPatientDICOM": [1, 0, 0, 0, 1, 0],
							"ConversionSoftware": "DICOM Volumes"
						}
						""", sidecar(DicomVolumes.open(place), Disclosure.HIDE));
	}

	@Test
	void secondsAndUnit() throws IOException {
		new SyntheticSeries("ct").rescale(1, -1024)
			.with(Tag.REPETITION_TIME, 2435.37)
			.with(tag("InversionTime"), "900")
			.with(tag("KVP"), "120")
			.write(folder);
		final String json = sidecar(DicomVolumes.open(folder), Disclosure.HIDE);
		for (final String line : List.of("\"RepetitionTime\": 2.43537,", "\"InversionTime\": 0.9,", "\"KVP\": 120,",
			"\"Units\": \"HU\","))
			assertTrue(json.contains("\t" + line + "\n"), json);
	}

	/** The scanner counts from left to right; the slices of the volume run the other way. */
	@Test
	void timesOfAMosaicAreInTheOrderOfTheSlices() throws IOException {
		final Map<String, List<String>> tags = new LinkedHashMap<>();
		tags.put("NumberOfImagesInMosaic", List.of("5"));
		tags.put("SliceNormalVector", List.of("1", "0", "0"));
		tags.put("MosaicRefAcqTimes", List.of("0", "1450", "482.5", "1932.5", "967.5"));
		SyntheticObjects.mosaic("m", 5, SyntheticObjects.csa(2, tags)).orientation(0, 1, 0, 0, 0, -1).write(folder);
		final String json = sidecar(DicomVolumes.open(folder), Disclosure.HIDE);
		assertTrue(json.contains("\"SliceTiming\": [0.9675, 1.9325, 0.4825, 1.45, 0],"), json);
	}

	/** Two volumes of four slices, 2 s apart; slices alternate. */
	@Test
	void timesOfSingleSlices() throws IOException {
		final int[] order = { 0, 2, 1, 3 };
		times(k -> "12000" + "%.3f".formatted(2 * (k / 4) + order[k % 4] * 0.4).replace(',', '.')).write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertEquals(2, volume.dimensions()[4]);
		final String json = sidecar(volume, Disclosure.HIDE);
		assertTrue(json.contains("\"SliceTiming\": [0, 0.8, 0.4, 1.2],"), json);
	}

	/** GE's timer, in seconds since the scan began. */
	@Test
	void timerOfTheScanner() throws IOException {
		times(k -> "12000" + 2 * (k / 4)).each((k, a) -> a.put(0x00210010, VR.LO, "GEMS_RELA_01".getBytes())
			.put(0x0021105E, VR.DS, (2 * (k / 4) + k % 4 * 0.25 + "").getBytes())).write(folder);
		final String json = sidecar(DicomVolumes.open(folder), Disclosure.HIDE);
		assertTrue(json.contains("\"SliceTiming\": [0, 0.25, 0.5, 0.75],"), json);
	}

	/** All slices of a time have one time: that is no order. */
	@Test
	void equalTimesAreNoTiming() throws IOException {
		times(k -> "12000" + 2 * (k / 4)).write(folder);
		assertFalse(sidecar(DicomVolumes.open(folder), Disclosure.HIDE).contains("SliceTiming"));
	}

	/** Slices that take longer than the step to the next time are not in an order within one. */
	@Test
	void timesBeyondTheStepAreNoTiming() throws IOException {
		times(k -> "12000" + "%.1f".formatted(2 * (k / 4) + k % 4 * 0.9).replace(',', '.')).write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertEquals(2, volume.stack().timeAxis().interval().getAsDouble(), 1e-9);
		assertFalse(sidecar(volume, Disclosure.HIDE).contains("SliceTiming"));
	}

	@Test
	void unevenTimesAreListed() throws IOException {
		times(k -> "12000" + new int[] { 0, 2, 7 }[k / 4]).slices(12).with(Tag.REPETITION_TIME, 2000).write(folder);
		final String json = sidecar(DicomVolumes.open(folder), Disclosure.HIDE);
		assertTrue(json.contains("\t\"VolumeTiming\": [0, 2, 7],\n\t\"RepetitionTimeExcitation\": 2,\n"), json);
		assertFalse(json.contains("\"RepetitionTime\""), json);
	}

	private static SyntheticSeries times(final IntFunction<String> time) {
		return new SyntheticSeries("times").modality("MR")
			.slices(8)
			.positions(k -> new double[] { -10, -20, 30 + 3 * (k % 4) })
			.fileNames(k -> "T" + k / 4 + "Z" + k % 4)
			.each((k, a) -> a.put(Tag.ACQUISITION_TIME, time.apply(k)));
	}

	@Test
	void segmentsHaveNames() throws IOException {
		SyntheticObjects
			.segmentation("s", "BINARY", "NO", List.of("Liver", "Spleen"), new SyntheticObjects.SegmentFrame(2, 30),
				new SyntheticObjects.SegmentFrame(1, 33))
			.write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		final String json = sidecar(volume, Disclosure.SHOW);
		assertTrue(json.contains("\"SegmentLabels\": [\"1 Liver\", \"2 Spleen\"]"), json);
		assertEquals(1002, NiftiReader.of(new NiftiHeader(ExportImage.of(volume)).toBytes()).intent());
	}

	/** All that the confidentiality profile names, and more. */
	@Test
	void nothingIdentifiesThePatientUnlessAskedFor() throws IOException {
		new SyntheticSeries("canaries").each((k, a) -> Canaries.put(a, k)).write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		final Pattern canary = Pattern.compile(Canaries.PATTERN);
		final String hidden = sidecar(volume, Disclosure.HIDE), shown = sidecar(volume, Disclosure.SHOW);
		assertFalse(canary.matcher(hidden).find(), hidden);
		assertTrue(canary.matcher(shown).results().count() > 10, shown);
		for (final String name : List.of("PatientName", "SeriesInstanceUID", "AcquisitionTime", "SeriesDescription"))
			assertTrue(shown.contains("\"" + name + "\"") && !hidden.contains("\"" + name + "\""), name);
	}

	@Test
	void textIsEscaped() {
		final Map<String, Object> members = new LinkedHashMap<>();
		members.put("a \"quote\"", "back\\slash\n\u0001 \u00e4 \ud83d\ude00");
		members.put("list", List.of(1.0, -0.5, List.of("x", 1e-9)));
		assertEquals("{\n\t\"a \\\"quote\\\"\": \"back\\\\slash\\u000a\\u0001 \u00e4 \\ud83d\\ude00\",\n" +
			"\t\"list\": [1, -0.5, [\"x\", 1.0E-9]]\n}\n", Json.of(members));
		assertThrows(IllegalArgumentException.class, () -> Json.of(Map.of("a", Double.NaN)));
	}

	private String sidecar(final DicomVolume volume, final Disclosure disclosure) throws IOException {
		final Path file = folder.resolve("out.nii");
		VolumeExport.nifti(volume, file, NiftiOptions.DEFAULT.withPatient(disclosure).withOverwrite(true));
		return Files.readString(folder.resolve("out.json"));
	}
}
