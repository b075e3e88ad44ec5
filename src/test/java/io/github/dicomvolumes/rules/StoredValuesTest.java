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
import static io.github.dicomvolumes.rules.Volumes.FLAT;
import static io.github.dicomvolumes.rules.Volumes.assertBase;
import static io.github.dicomvolumes.rules.Volumes.assertBaseGrid;
import static io.github.dicomvolumes.rules.Volumes.assertReal;
import static io.github.dicomvolumes.rules.Volumes.assertStored;
import static io.github.dicomvolumes.rules.Volumes.codes;
import static io.github.dicomvolumes.rules.Volumes.data;
import static io.github.dicomvolumes.rules.Volumes.finding;
import static io.github.dicomvolumes.rules.Volumes.real;
import static io.github.dicomvolumes.rules.Volumes.stored;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.pixels.DisplayRange;
import io.github.dicomvolumes.pixels.PlaneType;
import io.github.dicomvolumes.pixels.Window;
import io.github.dicomvolumes.series.Finding.Code;
import io.github.dicomvolumes.volume.DicomVolume;
import io.github.dicomvolumes.volume.ImportOptions;

/** R37, R38, R41, R42, R45: stored values, real values, padding, windows; of R44 what is read already. */
class StoredValuesTest {

	// -- R37: stored values --

	@RuleCases({ "overlay_high_bits", "highbit_15_stored12" })
	void otherBitsDoNotCount(final RuleCase files) throws IOException {
		final DicomVolume volume = files.volume();
		assertBaseGrid(volume);
		assertStored(volume, FLAT); // 0 to 125
		assertReal(volume, FLAT);
	}

	@RuleCases("signed12_in_16")
	void signIsThatOfTheStoredBits(final RuleCase files) throws IOException {
		final DicomVolume volume = files.volume();
		assertStored(volume, (k, r, c) -> FLAT.at(k, r, c) - 200); // -200 to -75
		assertReal(volume, (k, r, c) -> FLAT.at(k, r, c) - 200);
	}

	@RuleCases({ "explicit_be", "u32" })
	void wordsOfOtherKinds(final RuleCase files) throws IOException {
		assertBase(files.volume());
		assertReal(files.volume(), BASE);
	}

	@RuleCases({ "no_pixelrep", "no_spp" })
	void missingDescriptionIsAssumed(final RuleCase files) throws IOException {
		final DicomVolume volume = files.volume();
		assertBase(volume);
		assertEquals(List.of(Code.PIXEL_FORMAT), codes(volume));
		assertTrue(finding(volume, Code.PIXEL_FORMAT).text()
			.endsWith(" is missing; " + (files.name().equals("no_spp") ? 1 : 0) + " assumed."));
	}

	@Test
	void bitsStoredBeyondTheWordAreTheWord(@TempDir final Path folder) throws IOException {
		new SyntheticSeries().with(Tag.BITS_STORED, 17).without(Tag.HIGH_BIT).write(folder);
		assertBase(DicomVolumes.open(folder));
	}

	@Test
	void bytes(@TempDir final Path folder) throws IOException {
		new SyntheticSeries().bits(8).values((k, r, c) -> 40 * k + r + c).write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertStored(volume, (k, r, c) -> 40 * k + r + c); // up to 186
		assertEquals(PlaneType.UINT8, volume.plan().type());
	}

	@Test
	void signedBytes(@TempDir final Path folder) throws IOException {
		new SyntheticSeries().bits(8).signed().values((k, r, c) -> 40 * k + r + c - 100).write(folder);
		assertStored(DicomVolumes.open(folder), (k, r, c) -> 40 * k + r + c - 100);
	}

	@Test
	void signed32Bits(@TempDir final Path folder) throws IOException {
		new SyntheticSeries().bits(32).signed().values((k, r, c) -> BASE.at(k, r, c) - 100_000).write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertStored(volume, (k, r, c) -> BASE.at(k, r, c) - 100_000);
		assertTrue(volume.plan().reason().endsWith("some may be rounded"), "beyond 24 bits a float rounds");
	}

	@RuleCases({ "rgb_interleaved", "rgb_planar" })
	void colours(final RuleCase files) throws IOException {
		final DicomVolume volume = files.volume();
		assertBaseGrid(volume);
		assertTrue(volume.isColour());
		final var at = volume.colours().randomAccess();
		for (int k = 0; k < 5; k++)
			for (int r = 0; r < 12; r++)
				for (int c = 0; c < 16; c++) {
					final int v = 10 * r + c, rgb = v << 16 | (2 * v & 0xFF) << 8 | 3 * v & 0xFF;
					assertEquals(rgb, at.setPositionAndGet(c, r, k).get() & 0xFFFFFF);
				}
	}

	// -- R38: real values --

	@RuleCases("rescale_int8_trap")
	void smallValuesKeepTheirType(final RuleCase files) throws IOException {
		assertReal(files.volume(), (k, r, c) -> 200);
	}

	@RuleCases("rescale_first_slice_small")
	void typeIsNotThatOfTheFirstSlice(final RuleCase files) throws IOException {
		final DicomVolume volume = files.volume();
		assertReal(volume, (k, r, c) -> k == 0 ? 5 : 1000 * k);
		assertEquals("HU", volume.unit());
	}

	@RuleCases("rescale_per_slice")
	void slopesDifferBetweenSlices(final RuleCase files) throws IOException {
		final DicomVolume volume = files.volume();
		final double[] column = { 0, 1000, 3000, 6000, 10000 };
		for (int k = 0; k < 5; k++)
			assertEquals(column[k], real(volume, 0, 0, k));
		assertEquals(0.5 * 125, real(volume, 15, 11, 0));
		assertEquals(2.5 * 4125, real(volume, 15, 11, 4));
		assertEquals(PlaneType.FLOAT32, volume.plan().type());
		assertStored(volume, BASE);
		assertEquals(List.of(Code.VALUES), codes(volume));
	}

	@RuleCases("pet_tiny_slopes")
	void slopesDifferThoughTheyAreTiny(final RuleCase files) throws IOException {
		final DicomVolume volume = files.volume();
		assertEquals(2.05218e-4, real(volume, 0, 0, 4), 1e-10);
		assertEquals(1.02609e-8 * 125, real(volume, 15, 11, 0), 1e-12);
		assertStored(volume, BASE);
	}

	@RuleCases("intercept_only_missing_slope")
	void missingSlopeIsOne(final RuleCase files) throws IOException {
		final DicomVolume volume = files.volume();
		assertReal(volume, (k, r, c) -> BASE.at(k, r, c) - 1024); // -1024 to 3101
		assertStored(volume, BASE);
		assertTrue(finding(volume, Code.PIXEL_FORMAT).text().contains("(0028,1053) Rescale Slope is missing"));
	}

	@RuleCases("slope_zero")
	void slopeZeroIsOne(final RuleCase files) throws IOException {
		final DicomVolume volume = files.volume();
		assertReal(volume, BASE);
		assertTrue(finding(volume, Code.PIXEL_FORMAT).text().contains("(0028,1053) Rescale Slope is 0"));
	}

	@RuleCases({ "mixed_bits", "mixed_dtype" })
	void bitsAndSignsAreMadeOne(final RuleCase files) throws IOException {
		final boolean bits = files.name().equals("mixed_bits");
		assertReal(files.volume(), (k, r, c) -> bits && k > 2 ? FLAT.at(k, r, c) : BASE.at(k, r, c));
	}

	/** -1024 to 64511, which no 16-bit integer holds. */
	@Test
	void interceptBelowAFullWord(@TempDir final Path folder) throws IOException {
		new SyntheticSeries().rescale(1, -1024).values((k, r, c) -> k == 4 ? 65535 : k == 0 ? 0 : 32768).write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertReal(volume, (k, r, c) -> k == 4 ? 64511 : k == 0 ? -1024 : 31744);
		assertEquals("HU", volume.unit());
	}

	@RuleCases("intercept_only_missing_slope")
	void realValuesWhereTheyAreWanted(final RuleCase files) throws IOException {
		final DicomVolume volume = DicomVolumes.open(files.place(), ImportOptions.DEFAULT.withRealValues(true));
		assertEquals(PlaneType.FLOAT32, volume.plan().type());
		assertEquals(-1024f, ((float[]) volume.plane(0, 0, 0))[0]);
		assertReal(volume, (k, r, c) -> BASE.at(k, r, c) - 1024);
		assertStored(volume, BASE);
	}

	@Test
	void slopeOfRealMr() throws IOException {
		final DicomVolume volume = DicomVolumes.open(data("pydicom-data/MR2_UNCI.dcm"));
		assertEquals(3.774114, volume.plan().line().slope());
		final double stored = stored(volume, 512, 512, 0);
		assertTrue(stored > 0);
		assertEquals((float) (3.774114 * stored + 6.1e-5), real(volume, 512, 512, 0), 1e-4);
	}

	// -- R41: padding --

	@RuleCases("signed_padding")
	void paddingStaysButDoesNotCount(final RuleCase files) throws IOException {
		final DicomVolume volume = files.volume();
		assertStored(volume, (k, r, c) -> r == 0 ? -2000 : 10L * r + c - 100);
		assertReal(volume, (k, r, c) -> r == 0 ? -3024 : 10L * r + c - 1124);
		assertEquals(new DisplayRange(-1114, -999), volume.rangeOfValues().orElseThrow());
	}

	@RuleCases("padding_range")
	void paddingCanBeARange(final RuleCase files) throws IOException {
		final DicomVolume volume = files.volume();
		assertBase(volume);
		assertEquals(16, volume.rangeOfValues().orElseThrow().low()); // 0 to 15 do not count
	}

	// -- R42: inverted display --

	@RuleCases({ "monochrome1", "presentation_inverse" })
	void invertedDisplayKeepsTheValues(final RuleCase files) throws IOException {
		final DicomVolume volume = files.volume();
		assertBase(volume);
		assertReal(volume, BASE);
		assertTrue(volume.isShownInverted());
	}

	@RuleCases("axial_asc")
	void ordinaryDisplayIsNotInverted(final RuleCase files) throws IOException {
		assertFalse(files.volume().isShownInverted());
	}

	@Test
	void realRadiographIsInverted() throws IOException {
		assertTrue(DicomVolumes.open(data("pydicom/dicomdirtests/77654033/CR1")).isShownInverted());
	}

	// -- R45: windows --

	@RuleCases("window_presets")
	void firstPresetOfTheMiddleSlice(final RuleCase files) throws IOException {
		final DicomVolume volume = files.volume();
		assertEquals(List.of(new Window(452, 790, "WIDE", Window.Function.LINEAR),
			new Window(200, 443, "NARROW", Window.Function.LINEAR)), volume.windows());
		assertEquals(new DisplayRange(57, 846), volume.displayRange()); // 452 - 0.5 -+ 789 / 2
	}

	@RuleCases("window_unequal")
	void unequalListsAreIgnoredWithANote(final RuleCase files) throws IOException {
		final DicomVolume volume = files.volume();
		assertEquals(List.of(), volume.windows());
		assertEquals(new DisplayRange(0, 4125), volume.displayRange());
		assertTrue(finding(volume, Code.PIXEL_FORMAT).text().contains("(0028,1050) Window Center has 2 values"));
	}

	@Test
	void windowFunctions(@TempDir final Path folder) throws IOException {
		final var series = new SyntheticSeries().with(Tag.WINDOW_CENTER, 100)
			.with(Tag.WINDOW_WIDTH, 50)
			.rescale(1, -1024);
		series.with(Tag.VOI_LUT_FUNCTION, "LINEAR_EXACT").write(folder);
		assertEquals(new DisplayRange(75, 125), DicomVolumes.open(folder).displayRange(), "in real values");
		series.with(Tag.VOI_LUT_FUNCTION, "LINEAR").write(folder);
		assertEquals(new DisplayRange(75, 124), DicomVolumes.open(folder).displayRange());
		series.with(Tag.WINDOW_WIDTH, 0.5).write(folder);
		final DicomVolume narrow = DicomVolumes.open(folder);
		assertEquals(new DisplayRange(-160, 240), narrow.displayRange(), "as of any CT");
		assertTrue(finding(narrow, Code.PIXEL_FORMAT).text().contains("(0028,1051) Window Width is 0.5"));
	}

	@Test
	void presetsOfRealMr() throws IOException {
		final DicomVolume volume = DicomVolumes.open(data("pydicom/examples_overlay.dcm"));
		assertEquals(List.of(450.0, 200.0), volume.windows().stream().map(Window::center).toList());
		assertEquals(List.of(790.0, 443.0), volume.windows().stream().map(Window::width).toList());
		assertEquals(new DisplayRange(55, 844), volume.displayRange());
	}
}
