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

package io.github.dicomvolumes.command.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.export.image.ExportImage;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.pixels.PlaneType;
import io.github.dicomvolumes.pixels.Rescale;
import io.github.dicomvolumes.view.imagej.VolumeImagePlus;
import io.github.dicomvolumes.volume.DicomVolume;

import ij.IJ;
import ij.ImagePlus;
import ij.measure.Calibration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageToExportTest {

	private final ImagePlus image = IJ.createImage("ramp", "8-bit ramp", 256, 1, 1);

	/** What is no line becomes real values. */
	@Test
	void calibrationByATable() {
		image.getCalibration().setFunction(Calibration.UNCALIBRATED_OD, null, "OD");
		final ExportImage exported = ImageToExport.of(image);
		assertEquals(PlaneType.FLOAT32, exported.type());
		assertEquals(new Rescale(1, 0, "OD"), exported.line());
		assertEquals(image.getCalibration().getCValue(100), ((float[]) exported.planes().plane(0, 0, 0))[100]);
		assertEquals(100, Byte.toUnsignedInt((byte) image.getProcessor().get(100, 0)));
	}

	/** ImageJ's own for signed 16 bits, a signed CT, an unsigned one, none. */
	@ParameterizedTest
	@CsvSource({ "-32768, 1, INT16, 0", "-33792, 1, INT16, -1024", "-1024, 1, UINT16, -1024",
		"-1024, 0.5, UINT16, -1024", "65536, -2, INT16, 0" })
	void linesOf16Bits(final double intercept, final double slope, final PlaneType type, final double expected) {
		final ImagePlus shorts = IJ.createImage("shorts", 2, 2, 1, 16);
		shorts.getCalibration().setFunction(Calibration.STRAIGHT_LINE, new double[] { intercept, slope }, "HU");
		final ExportImage exported = ImageToExport.of(shorts);
		assertEquals(type, exported.type());
		assertEquals(new Rescale(slope, expected, "HU"), exported.line());
		assertEquals(PlaneType.UINT16, ImageToExport.of(IJ.createImage("shorts", 2, 2, 1, 16)).type());
	}

	@ParameterizedTest
	@CsvSource({ "mm, 2, true", "cm, 20, true", "\u00b5m, 0.002, true", "micron, 0.002, true", "inch, 50.8, true",
		"pixel, 2, false", "furlong, 2, false" })
	void unitsOfLength(final String unit, final double mm, final boolean isMetric) {
		image.getCalibration().pixelWidth = 2;
		image.getCalibration().pixelHeight = 3;
		image.getCalibration().setUnit(unit);
		final var grid = ImageToExport.of(image).grid();
		assertEquals(isMetric, grid.isMetric());
		assertEquals(new Vector3(mm, mm * 1.5, mm / 2), grid.spacing());
		assertEquals(Optional.empty(), grid.indexToPatient());
	}

	@Test
	void unitsOfTime() {
		assertEquals(OptionalDouble.empty(), ImageToExport.of(image).grid().timeStep());
		image.getCalibration().frameInterval = 1500;
		image.getCalibration().setTimeUnit("msec");
		assertEquals(OptionalDouble.of(1.5), ImageToExport.of(image).grid().timeStep());
	}

	@Test
	void imageOfAVolumeIsTheVolume(@TempDir final Path folder) throws Exception {
		new SyntheticSeries("ct").signed().rescale(2, -1024).write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		final ImagePlus shown = VolumeImagePlus.of(volume);
		shown.setDisplayRange(32768, 32868);
		final ExportImage exported = ImageToExport.of(shown);
		assertSame(volume, exported.volume().orElseThrow());
		assertEquals(ExportImage.of(volume).grid(), exported.grid());
		assertEquals(volume.plan().line(), exported.line());
		assertEquals(-824, exported.display().orElseThrow().high());
		assertSame(volume.plane(1, 0, 0), exported.planes().plane(1, 0, 0));

		shown.getCalibration().setFunction(Calibration.STRAIGHT_LINE, new double[] { 0, 3 }, "g");
		final ExportImage calibrated = ImageToExport.of(shown);
		assertTrue(calibrated.volume().isPresent());
		assertEquals(new Rescale(3, 0, "g"), calibrated.line());
		assertEquals(PlaneType.UINT16, calibrated.type(), "values that somebody calibrated anew");

		shown.getStack().deleteLastSlice();
		shown.setStack(shown.getStack());
		assertFalse(ImageToExport.of(shown).volume().isPresent());
		assertEquals(exported.grid().indexToPatient(), ImageToExport.of(shown).grid().indexToPatient());
	}
}
