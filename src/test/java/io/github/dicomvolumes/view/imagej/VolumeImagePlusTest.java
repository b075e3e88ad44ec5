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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.io.FileSaver;
import ij.measure.Calibration;
import ij.measure.Measurements;
import ij.plugin.Duplicator;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ImageStatistics;
import ij.process.StackStatistics;
import ij.util.DicomTools;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.SyntheticCases;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.volume.DicomVolume;
import io.github.dicomvolumes.volume.ImportOptions;

class VolumeImagePlusTest {

	private static final SyntheticSeries.Values SIGNED = (k, r, c) -> 10 * r + c - 200;

	@TempDir
	Path folder;

	private DicomVolume volume;

	// -- Space --

	@Test
	void millimetres() throws IOException {
		final ImagePlus image = open(new SyntheticSeries("chest"));
		assertEquals("chest", image.getTitle());
		assertArrayEquals(new int[] { 16, 12, 1, 5, 1 }, image.getDimensions());
		assertFalse(image.getOpenAsHyperStack());
		assertCalibration(image, 0.5, 2, 3, "mm", "mm");
	}

	@Test
	void allDigitsOfTheSpacing() throws IOException {
		final ImagePlus image = open(new SyntheticSeries().pixelSpacing(0.564453125, 0.564453125).gap(1.0 / 3));
		assertEquals(0.564453125, image.getCalibration().pixelWidth);
		assertEquals(1.0 / 3, image.getCalibration().pixelDepth, 1e-9);
	}

	@Test
	void pixelsWhereTheSizeIsUnknown() throws IOException {
		assertCalibration(open(new SyntheticSeries().without(Tag.PIXEL_SPACING)), 1, 1, 3, "pixel", "mm");
	}

	@Test
	void pixelsWhereTheDistanceOfSlicesIsUnknown() throws IOException {
		assertCalibration(open(new SyntheticSeries().slices(1).without(Tag.SLICE_THICKNESS)), 0.5, 2, 1, "mm", "pixel");
	}

	private static void assertCalibration(final ImagePlus image, final double x, final double y, final double z,
		final String unit, final String zUnit)
	{
		final Calibration c = image.getCalibration();
		assertEquals(x + " " + y + " " + z + " " + unit + " " + unit + " " + zUnit, c.pixelWidth + " " + c.pixelHeight +
			" " + c.pixelDepth + " " + c.getXUnit() + " " + c.getYUnit() + " " + c.getZUnit());
	}

	// -- Values --

	@Test
	void hounsfieldUnitsOfUnsignedPixels() throws IOException {
		final ImagePlus image = open(new SyntheticSeries().rescale(1, -1024));
		assertEquals("HU", image.getCalibration().getValueUnit());
		assertEquals(-1001, image.getCalibration().getCValue(23));
		assertMeasured(image, -1024, 125 - 1024);
	}

	@Test
	void hounsfieldUnitsOfSignedPixels() throws IOException {
		final ImagePlus image = open(new SyntheticSeries().bits(16, 12, 11).signed().values(SIGNED).rescale(2, 10));
		assertEquals(-390, image.getCalibration().getCValue(-200 + 32_768));
		assertMeasured(image, -390, -140);
	}

	@Test
	void signedPixelsWithoutRescale() throws IOException {
		final ImagePlus image = open(new SyntheticSeries().modality("MR").bits(16, 12, 11).signed().values(SIGNED));
		assertTrue(image.getCalibration().isSigned16Bit());
		assertMeasured(image, -200, -75);
	}

	@Test
	void bytesWithAnIntercept() throws IOException {
		final ImagePlus image = open(
			new SyntheticSeries().modality("MR").bits(8).values((k, r, c) -> 10 * r + c).rescale(0.5, -1));
		assertEquals(8, image.getBitDepth());
		assertMeasured(image, -1, 61.5);
	}

	@Test
	void slopesThatDifferAreRealValuesInTheirUnit() throws IOException {
		final ImagePlus image = open(
			new SyntheticSeries().modality("PT").with(Tag.UNITS, "BQML").rescale(k -> 0.5 * (k + 1), 0));
		assertEquals(32, image.getBitDepth());
		assertEquals("Bq/ml", image.getCalibration().getValueUnit());
		assertFalse(image.getCalibration().calibrated());
		assertMeasured(image, 0, 62.5);
	}

	@Test
	void plainPixelsHaveNoFunction() throws IOException {
		final ImagePlus image = open(new SyntheticSeries());
		assertFalse(image.getCalibration().calibrated());
		assertMeasured(image, 0, 125);
	}

	/** Minimum and maximum of the first slice, as Analyze &gt; Measure and Set Measurements have them. */
	private static void assertMeasured(final ImagePlus image, final double min, final double max) {
		image.setSlice(1);
		final ImageStatistics statistics = image.getStatistics(Measurements.MIN_MAX + Measurements.MEAN);
		assertEquals(min, statistics.min, 1e-9);
		assertEquals(max, statistics.max, 1e-9);
		image.setRoi(3, 2, 1, 1);
		assertEquals(image.getProcessor().getPixelValue(3, 2), image.getStatistics().mean, 1e-9);
		image.deleteRoi();
	}

	@Test
	void statisticsOfTheWholeStack() throws IOException {
		final ImagePlus image = open(new SyntheticSeries().rescale(1, -1024));
		final ImageStatistics statistics = new StackStatistics(image);
		assertEquals(-1024, statistics.min);
		assertEquals(4125 - 1024, statistics.max);
	}

	// -- Display --

	@Test
	void windowInRawNumbers() throws IOException {
		SyntheticCases.write("window_presets", folder);
		assertRange(show(), 452 - 0.5 - 394.5, 452 - 0.5 + 394.5);
	}

	@Test
	void windowInRealUnitsBecomesRawNumbers() throws IOException {
		assertRange(
			open(new SyntheticSeries().rescale(2, -1000).with(Tag.WINDOW_CENTER, 100.5).with(Tag.WINDOW_WIDTH, 201)),
			500, 600);
	}

	@Test
	void windowOfSignedPixels() throws IOException {
		assertRange(open(new SyntheticSeries().bits(16, 12, 11)
			.signed()
			.values(SIGNED)
			.with(Tag.WINDOW_CENTER, -99.5)
			.with(Tag.WINDOW_WIDTH, 101)), -150 + 32_768, -50 + 32_768);
	}

	@Test
	void windowOfRealValues() throws IOException {
		new SyntheticSeries().rescale(2, -1000)
			.with(Tag.WINDOW_CENTER, 100.5)
			.with(Tag.WINDOW_WIDTH, 201)
			.write(folder);
		volume = DicomVolumes.open(folder, ImportOptions.DEFAULT.withRealValues(true));
		assertRange(VolumeImagePlus.of(volume), 0, 200);
	}

	/** Real values fall as stored ones rise: the raw range ascends and the table is inverted. */
	@Test
	void negativeSlope() throws IOException {
		final ImagePlus image = open(new SyntheticSeries().modality("MR")
			.rescale(-2, 1000)
			.with(Tag.WINDOW_CENTER, 100.5)
			.with(Tag.WINDOW_WIDTH, 201));
		assertRange(image, 400, 500);
		assertTrue(image.isInvertedLut());
		assertShown(image, 400, 255);
		assertShown(image, 500, 0);
		assertEquals(954, image.getCalibration().getCValue(23));
	}

	@Test
	void monochrome1ShowsLowWhite() throws IOException {
		final ImagePlus image = open(new SyntheticSeries().with(Tag.PHOTOMETRIC_INTERPRETATION, "MONOCHROME1")
			.with(Tag.WINDOW_CENTER, 100.5)
			.with(Tag.WINDOW_WIDTH, 201));
		assertTrue(image.isInvertedLut());
		assertRange(image, 0, 200);
		for (int slice = 1; slice <= 5; slice++) {
			image.setSlice(slice);
			assertTrue(image.isInvertedLut());
		}
		assertShown(image, 0, 255);
		assertShown(image, 200, 0);
	}

	@Test
	void monochrome1WithNegativeSlopeIsPlain() throws IOException {
		final ImagePlus image = open(
			new SyntheticSeries().with(Tag.PHOTOMETRIC_INTERPRETATION, "MONOCHROME1").rescale(-1, 0));
		assertFalse(image.isInvertedLut());
	}

	@Test
	void monochrome1InBytes() throws IOException {
		final ImagePlus image = open(new SyntheticSeries().bits(8)
			.values((k, r, c) -> 10 * r + c)
			.with(Tag.PHOTOMETRIC_INTERPRETATION, "MONOCHROME1")
			.with(Tag.WINDOW_CENTER, 50.5)
			.with(Tag.WINDOW_WIDTH, 101));
		assertTrue(image.isInvertedLut());
		assertRange(image, 0, 100);
		image.setSlice(4);
		assertTrue(image.isInvertedLut());
		assertEquals(23, image.getProcessor().get(3, 2));
		assertEquals(23, image.getCalibration().getCValue(image.getProcessor().get(3, 2)));
	}

	@Test
	void rangeOfMonochrome1InRealValues() throws IOException {
		new SyntheticSeries().with(Tag.PHOTOMETRIC_INTERPRETATION, "MONOCHROME1")
			.rescale(-2, 1000)
			.with(Tag.WINDOW_CENTER, 100.5)
			.with(Tag.WINDOW_WIDTH, 201)
			.write(folder);
		final ImagePlus image = VolumeImagePlus
			.of(DicomVolumes.open(folder, ImportOptions.DEFAULT.withRealValues(true)));
		assertTrue(image.isInvertedLut());
		assertRange(image, 0, 200);
	}

	@Test
	void rangeOfOneValue() throws IOException {
		final ImagePlus image = open(new SyntheticSeries().values((k, r, c) -> 7));
		assertRange(image, 7, 7);
	}

	private static void assertRange(final ImagePlus image, final double min, final double max) {
		for (int slice = image.getStackSize(); slice >= 1; slice--) {
			image.setSlice(slice);
			assertEquals(min, image.getDisplayRangeMin(), 0.5, "slice " + slice);
			assertEquals(max, image.getDisplayRangeMax(), 0.5, "slice " + slice);
		}
	}

	/** The grey, 0 black to 255 white, in which a raw number appears. */
	private static void assertShown(final ImagePlus image, final int raw, final int grey) {
		final var one = image.getProcessor().createProcessor(1, 1);
		one.set(raw);
		one.setMinAndMax(image.getDisplayRangeMin(), image.getDisplayRangeMax());
		final var shown = new ColorProcessor(one.createImage());
		assertEquals(grey, shown.get(0) & 0xFF, 2);
	}

	// -- Header --

	@Test
	void tagsAreFoundByImageJ() throws IOException {
		final ImagePlus image = open(new SyntheticSeries("header"));
		assertEquals("2\\0.5", DicomTools.getTag(image, "0028,0030").trim());
		for (int slice = 1; slice <= 5; slice++) {
			image.setSlice(slice);
			assertEquals(slice, Integer.parseInt(DicomTools.getTag(image, "0020,0013").trim()));
			assertEquals(30 + 3 * (slice - 1),
				Double.parseDouble(DicomTools.getTag(image, "0020,0032").split("\\\\")[2].trim()));
		}
		assertNull(DicomTools.getTag(image, "0018,0022"));
		assertEquals(3, DicomTools.getVoxelDepth(image.getStack()));
		assertTrue(image.getInfoProperty().contains("0008,0060  Modality: CT\n"), image.getInfoProperty());
	}

	@Test
	void oneSliceHasItsHeader() throws IOException {
		final ImagePlus image = open(new SyntheticSeries("single").slices(1));
		assertEquals("2\\0.5", DicomTools.getTag(image, "0028,0030").trim());
		assertEquals("IM001", image.getStack().getShortSliceLabel(1));
	}

	@Test
	void labelsAreFileNames() throws IOException {
		final ImagePlus image = open(new SyntheticSeries().fileNames("a/b/%03d.dcm"));
		final ImageStack stack = image.getStack();
		assertEquals("003.dcm", stack.getShortSliceLabel(3));
		assertTrue(stack.getSliceLabel(3).startsWith("003.dcm\n0008,0008  Image Type: "), stack.getSliceLabel(3));
		assertEquals(stack.getSliceLabel(3), stack.getSliceLabels()[2]);
		assertEquals("00", stack.getShortSliceLabel(3, 2));
	}

	@Test
	void missingSlicesSaySo() throws IOException {
		SyntheticCases.write("missing_slice", folder);
		final ImageStack stack = show().getStack();
		assertEquals("missing", stack.getSliceLabel(4));
		assertEquals("missing", stack.getShortSliceLabel(4));
		assertEquals("5", tag(stack, 5, "0020,0013"));
	}

	@Test
	void labelsStayWithTheirSlices() throws IOException {
		final ImagePlus image = open(new SyntheticSeries());
		final ImageStack stack = image.getStack();
		stack.deleteSlice(2);
		image.setStack(stack);
		assertNumbers(image.getStack(), 1, 3, 4, 5);
		stack.addSlice("mine", new ByteProcessor(16, 12).convertToShort(false), 1);
		assertEquals("mine", stack.getSliceLabel(2));
		assertEquals("3", tag(stack, 3, "0020,0013"));
		stack.setSliceLabel("renamed", 3);
		assertEquals("renamed", stack.getSliceLabel(3));
		stack.setSliceLabel(null, 3);
		assertNull(stack.getSliceLabel(3));
		stack.deleteLastSlice();
		assertEquals("4", tag(stack, 4, "0020,0013"));
	}

	@Test
	void sortingTakesLabelsAlong() throws IOException {
		final ImageStack stack = open(new SyntheticSeries()).getStack();
		final ImageStack reversed = new ImageStack(16, 12);
		for (int n = stack.size(); n > 0; n = stack.size()) { // as ImageJ's own commands do
			reversed.addSlice(stack.getSliceLabel(n), stack.getProcessor(n));
			stack.deleteLastSlice();
		}
		assertNumbers(reversed, 5, 4, 3, 2, 1);
		assertEquals(0, stack.size());
	}

	@Test
	void duplicatesKeepLabelsCalibrationAndInfo() throws IOException {
		final ImagePlus image = open(new SyntheticSeries().rescale(1, -1024));
		image.setSlice(2);
		for (final ImagePlus copy : new ImagePlus[] { image.duplicate(), image.crop("stack") }) {
			assertNumbers(copy.getStack(), 1, 2, 3, 4, 5);
			assertCalibration(copy, 0.5, 2, 3, "mm", "mm");
			assertEquals(-1001, copy.getCalibration().getCValue(23));
			assertTrue(VolumeImagePlus.volume(copy).isEmpty());
		}
		assertNumbers(image.getStack().duplicate(), 1, 2, 3, 4, 5);
		assertNumbers(image.getStack().convertToFloat(), 1, 2, 3, 4, 5);
		assertNumbers(image.getStack().crop(2, 2, 1, 4, 4, 3), 2, 3, 4);
		assertNumbers(new Duplicator().run(image, 2, 2).getStack(), 2);
	}

	@Test
	void tiffKeepsLabelsAndCalibration() throws IOException {
		final ImagePlus image = open(
			new SyntheticSeries().bits(16, 12, 11).signed().values(SIGNED).rescale(2, 10).without(Tag.PIXEL_SPACING));
		final Path file = folder.resolve("saved.tif");
		assertTrue(new FileSaver(image).saveAsTiffStack(file.toString()));
		final ImagePlus reopened = IJ.openImage(file.toString());
		assertCalibration(reopened, 1, 1, 3, "pixel", "mm");
		assertNumbers(reopened.getStack(), 1, 2, 3, 4, 5);
		assertEquals("HU", reopened.getCalibration().getValueUnit());
		assertMeasured(reopened, -390, -140);
		assertEquals(image.getInfoProperty(), reopened.getInfoProperty());
		assertEquals(image.getDisplayRangeMax(), reopened.getDisplayRangeMax());
	}

	@Test
	void tiffInMillimetres() throws IOException {
		final ImagePlus image = open(new SyntheticSeries().rescale(1, -1024));
		final Path file = folder.resolve("saved.tif");
		assertTrue(new FileSaver(image).saveAsTiffStack(file.toString()));
		final ImagePlus reopened = IJ.openImage(file.toString());
		assertCalibration(reopened, 0.5, 2, 3, "mm", "mm");
		assertMeasured(reopened, -1024, 125 - 1024);
	}

	// -- The volume behind an image --

	@Test
	void imageKnowsItsVolume() throws IOException {
		final ImagePlus image = open(new SyntheticSeries());
		assertSame(volume, VolumeImagePlus.volume(image).get());
		assertTrue(VolumeImagePlus.volume(new ImagePlus("other", new ByteProcessor(2, 2))).isEmpty());
		image.getStack().deleteSlice(2);
		image.setStack(image.getStack());
		assertTrue(VolumeImagePlus.volume(image).isEmpty(), "slice 2 would be another one");
	}

	@Test
	void croppedImageIsNotTheVolume() throws IOException {
		final ImagePlus image = open(new SyntheticSeries());
		image.setStack(image.getStack().crop(4, 4, 0, 8, 8, 5));
		assertTrue(VolumeImagePlus.volume(image).isEmpty());
	}

	// -- Helpers --

	private ImagePlus open(final SyntheticSeries series) throws IOException {
		series.write(folder);
		return show();
	}

	private ImagePlus show() throws IOException {
		volume = DicomVolumes.open(folder);
		return VolumeImagePlus.of(volume);
	}

	private static void assertNumbers(final ImageStack stack, final int... instanceNumbers) {
		assertEquals(instanceNumbers.length, stack.size());
		for (int n = 1; n <= stack.size(); n++)
			assertEquals(Integer.toString(instanceNumbers[n - 1]), tag(stack, n, "0020,0013"));
	}

	private static String tag(final ImageStack stack, final int slice, final String tag) {
		final String label = stack.getSliceLabel(slice);
		final int start = label.indexOf("\n" + tag);
		return label.substring(label.indexOf(':', start) + 1, label.indexOf('\n', start + 1)).trim();
	}
}
