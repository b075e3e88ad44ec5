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

package io.github.dicomvolumes.view.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Disclosure;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.volume.DicomVolume;

import net.imagej.ImgPlus;
import net.imagej.axis.Axes;
import net.imagej.axis.CalibratedAxis;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.ShortType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;

class VolumeImgPlusTest {

	private static final int REFERENCED_IMAGES = 0x00081140, REFERENCED_UID = 0x00081155;

	@TempDir
	Path folder;

	private DicomVolume volume;

	@Test
	void theTutorialsCaseHasMillimetresAndHounsfieldUnits() throws IOException {
		final ImgPlus<? extends RealType<?>> image = image(new SyntheticSeries("chest").slices(99)
			.size(512, 512)
			.pixelSpacing(0.564453125, 0.564453125)
			.origin(-144.5, -144.5, -300)
			.bits(16, 12, 11)
			.values((k, r, c) -> k == 50 && r == 300 && c == 200 ? 1064 : 24)
			.rescale(1, -1024)
			.with(Tag.RESCALE_TYPE, "HU")
			.shuffledInstanceNumbers(99));
		assertAxes(image, "X 0.564453125 mm, Y 0.564453125 mm, Z 3.0 mm");
		assertArrayEquals(new long[] { 512, 512, 99 }, image.dimensionsAsLongArray());
		assertEquals(-1000, value(image, 0, 0, 0));
		assertEquals(40, value(image, 200, 300, 50));
		assertTrue(image.firstElement() instanceof FloatType);
		assertEquals("chest", image.getName());
		assertEquals(folder.toString(), Path.of(image.getSource()).getParent().toString());
		final double[] affine = (double[]) image.getProperties().get(VolumeImgPlus.INDEX_TO_PATIENT);
		assertArrayEquals(new double[] { 0.564453125, 0, 0, -144.5 }, Arrays.copyOf(affine, 4), 1e-12);
		assertSame(volume, image.getProperties().get(VolumeImgPlus.VOLUME));
	}

	@Test
	void unsignedValuesThatAreRealShareTheirArrays() throws IOException {
		final ImgPlus<? extends RealType<?>> image = image(
			new SyntheticSeries().modality("MR").rescale(1, 0).values((k, r, c) -> 100 * k + c));
		assertTrue(image.firstElement() instanceof UnsignedShortType);
		assertEquals(203, value(image, 3, 0, 2));
		((short[]) volume.plane(2, 0, 0))[3] = 7;
		assertEquals(7, value(image, 3, 0, 2));
	}

	@Test
	void signedValuesAreNotShifted() throws IOException {
		final ImgPlus<? extends RealType<?>> image = image(
			new SyntheticSeries().modality("MR").signed().rescale(1, 0).values((k, r, c) -> c - 200));
		assertTrue(image.firstElement() instanceof ShortType);
		assertEquals(-197, value(image, 3, 0, 0));
		((short[]) volume.plane(0, 0, 0))[3] += 5; // 32768 more than the value
		assertEquals(-192, value(image, 3, 0, 0));
	}

	@Test
	void timesAreSeconds() throws IOException {
		final ImgPlus<? extends RealType<?>> image = image(
			times(new SyntheticSeries()).with(Tag.TEMPORAL_RESOLUTION, 2500));
		assertAxes(image, "X 0.5 mm, Y 2.0 mm, Z 3.0 mm, Channel 1.0 null, Time 2.5 s");
		assertArrayEquals(new long[] { 16, 12, 2, 1, 3 }, image.dimensionsAsLongArray());
		assertEquals(volume.values().getAt(4, 5, 1, 0, 2).get(), value(image, 4, 5, 1, 0, 2));
	}

	@Test
	void unequalTimesKeepTheirSeconds() throws IOException {
		final ImgPlus<? extends RealType<?>> image = image(
			times(new SyntheticSeries()).each((k, a) -> a.put(Tag.TEMPORAL_POSITION_IDENTIFIER, 1 + k / 2)
				.put(Tag.ACQUISITION_DATE, "20240101")
				.put(Tag.ACQUISITION_TIME, new String[] { "100000", "100001", "100010" }[k / 2])));
		final CalibratedAxis time = image.axis(image.dimensionIndex(Axes.TIME));
		assertEquals("s", time.unit());
		assertArrayEquals(new double[] { 0, 1, 10 },
			new double[] { time.calibratedValue(0), time.calibratedValue(1), time.calibratedValue(2) });
	}

	@Test
	void unknownTimesHaveNoUnit() throws IOException {
		final ImgPlus<? extends RealType<?>> image = image(times(new SyntheticSeries()));
		assertNull(image.axis(image.dimensionIndex(Axes.TIME)).unit());
	}

	@Test
	void coloursAreAChannelEach() throws IOException {
		final ImgPlus<? extends RealType<?>> image = image(new SyntheticSeries().rgb(0).values((k, r, c) -> 0x010203));
		assertAxes(image, "X 0.5 mm, Y 2.0 mm, Z 3.0 mm, Channel 1.0 null");
		assertTrue(image.firstElement() instanceof UnsignedByteType);
		assertEquals(3, image.getCompositeChannelCount());
		for (int channel = 0; channel < 3; channel++)
			assertEquals(channel + 1, value(image, 2, 2, 2, channel));
	}

	@Test
	void unknownSizesArePixels() throws IOException {
		assertAxes(image(new SyntheticSeries().slices(1).without(Tag.PIXEL_SPACING).without(Tag.SLICE_THICKNESS)),
			"X 1.0 pixel, Y 1.0 pixel, Z 1.0 pixel");
	}

	@Test
	void windowIsTheDisplayRange() throws IOException {
		final ImgPlus<? extends RealType<?>> image = image(
			new SyntheticSeries().with(Tag.WINDOW_CENTER, 40).with(Tag.WINDOW_WIDTH, 400));
		assertEquals(volume.displayRange().low(), image.getChannelMinimum(0));
		assertEquals(volume.displayRange().high(), image.getChannelMaximum(0));
	}

	@Test
	void attributesAreProperties() throws IOException {
		final ImgPlus<? extends RealType<?>> image = image(withReference().with(Tag.PATIENT_NAME, "Doe^Jane"));
		assertEquals("CT", image.getProperties().get("Modality"));
		assertEquals("2\\0.5", image.getProperties().get("PixelSpacing"));
		assertEquals("Doe^Jane", image.getProperties().get("PatientName"));
		assertEquals("1.2.3", image.getProperties().get("ReferencedImageSequence[1]>ReferencedSOPInstanceUID"));
	}

	@Test
	void hiddenPatientDataStayHidden() throws IOException {
		image(withReference().series(3).with(Tag.PATIENT_NAME, "Doe^Jane"));
		final ImgPlus<? extends RealType<?>> image = VolumeImgPlus.of(volume, Disclosure.HIDE);
		assertEquals("CT series 3", image.getName());
		assertEquals(Disclosure.HIDDEN, image.getSource());
		assertEquals("CT", image.getProperties().get("Modality"));
		assertEquals(Disclosure.HIDDEN, image.getProperties().get("PatientName"));
		assertEquals(Disclosure.HIDDEN,
			image.getProperties().get("ReferencedImageSequence[1]>ReferencedSOPInstanceUID"));
		assertFalse(image.getProperties().toString().contains("Jane"));
		assertNull(image.getProperties().get(VolumeImgPlus.VOLUME));
	}

	/** Three times of two slices. */
	private static SyntheticSeries times(final SyntheticSeries series) {
		return series.modality("MR")
			.positions(k -> new double[] { 0, 0, 3 * (k % 2) })
			.slices(6)
			.each((k, a) -> a.put(Tag.TEMPORAL_POSITION_IDENTIFIER, 1 + k / 2));
	}

	private static SyntheticSeries withReference() {
		return new SyntheticSeries().with(REFERENCED_IMAGES, Attributes.builder().put(REFERENCED_UID, "1.2.3").build());
	}

	private ImgPlus<? extends RealType<?>> image(final SyntheticSeries series) throws IOException {
		series.write(folder);
		volume = DicomVolumes.open(folder);
		return VolumeImgPlus.of(volume);
	}

	private static double value(final ImgPlus<? extends RealType<?>> image, final long... position) {
		return image.getAt(position).getRealDouble();
	}

	private static void assertAxes(final ImgPlus<?> image, final String expected) {
		final StringBuilder actual = new StringBuilder();
		for (int d = 0; d < image.numDimensions(); d++) {
			final CalibratedAxis axis = image.axis(d);
			assertEquals(0, axis.calibratedValue(0));
			actual.append(d == 0 ? "" : ", ")
				.append(axis.type().getLabel())
				.append(' ')
				.append(axis.calibratedValue(1))
				.append(' ')
				.append(axis.unit());
		}
		assertEquals(expected, actual.toString());
	}
}
