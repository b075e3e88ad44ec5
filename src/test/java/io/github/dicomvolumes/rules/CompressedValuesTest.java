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

import static io.github.dicomvolumes.rules.Volumes.storedAt;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.Encapsulated;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.data.Disclosure;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.VR;
import io.github.dicomvolumes.pixels.codec.CodecFixture;
import io.github.dicomvolumes.pixels.codec.FrameShape;
import io.github.dicomvolumes.view.table.SeriesTable;
import io.github.dicomvolumes.volume.DicomVolume;
import io.github.dicomvolumes.volume.ImportOptions;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the samples of every codec mean: sign, bits and colour (R37, R44); the streams are the decoders' fixtures. */
class CompressedValuesTest {

	private static final String SYNTAX = "1.2.840.10008.1.2.";

	@TempDir
	private Path folder;

	/** Streams without signs, of a data set whose values are signed at Bits Stored. */
	@ParameterizedTest
	@CsvSource({ "5, rle, grey16.rle", "4.51, jpeg, extended-12.jpg", "4.53, jpeg, spectral-12.jpg",
		"4.55, jpeg, progressive-12.jpg", "4.57, jpeg, lossless-4.jpg", "4.70, jpeg, lossless-1.jpg",
		"4.80, jpegls, grey12.jls", "4.81, jpegls, near3-grey12.jls", "4.90, jpeg2000, unsigned16.j2k",
		"4.201, jpeg2000, ht-unsigned16.jhc", "8.1, deflated, grey16.deflate" })
	void codesAreSignExtended(final String syntax, final String family, final String name) throws IOException {
		final CodecFixture fixture = fixture(family, name);
		final DicomVolume volume = open(fixture, syntax, series(fixture).signed());
		final int unused = Integer.SIZE - fixture.shape().bitsStored();
		boolean negative = false;
		for (int i = 0; i < fixture.shape().columns() * fixture.shape().rows(); i++) {
			final int value = word(fixture, i) << unused >> unused;
			assertEquals(value, stored(volume, fixture, i), name + ", pixel " + i);
			negative |= value < 0;
		}
		assertTrue(negative, "negative values");
	}

	/** Lossless JPEG of negative values has the 16 bits of their codes. */
	@ParameterizedTest
	@CsvSource({ "5, rle, grey16s.rle, 1", "4.57, jpeg, lossless-16s.jpg, 1", "4.90, jpeg2000, signed16.j2k, 1",
		"4.201, jpeg2000, ht-signed16.jhc, 1", "4.90, jpeg2000, signed16.j2k, 0" })
	void signsOfStreamsAreKept(final String syntax, final String family, final String name, final int representation)
		throws IOException
	{
		final CodecFixture fixture = fixture(family, name);
		final DicomVolume volume = open(fixture, syntax,
			series(fixture).with(Tag.PIXEL_REPRESENTATION, representation));
		for (int i = 0; i < fixture.shape().columns() * fixture.shape().rows(); i++)
			assertEquals((short) word(fixture, i), stored(volume, fixture, i), name + ", pixel " + i);
	}

	/** 16 bits: channels, also where the codec's transform is undone. */
	@ParameterizedTest
	@CsvSource({ "5, rle, rgb16.rle, RGB", "4.57, jpeg, lossless-rgb16.jpg, RGB",
		"4.80, jpegls, colour16-line.jls, RGB", "4.80, jpegls, colour16-none.jls, RGB",
		"4.90, jpeg2000, rgb16.j2k, YBR_RCT", "4.90, jpeg2000, rgb16.j2k, RGB",
		"4.91, jpeg2000, rgb16-irreversible.j2k, YBR_ICT" })
	void deepColoursAreChannels(final String syntax, final String family, final String name, final String photometric)
		throws IOException
	{
		final CodecFixture fixture = fixture(family, name);
		final DicomVolume volume = open(fixture, syntax,
			series(fixture).with(Tag.PHOTOMETRIC_INTERPRETATION, photometric));
		assertEquals(3, volume.dimensions()[3]);
		for (int i = 0; i < fixture.shape().columns() * fixture.shape().rows(); i++)
			for (int c = 0; c < 3; c++)
				assertEquals(word(fixture, 3 * i + c),
					storedAt(volume, i % fixture.shape().columns(), i / fixture.shape().columns(), 0, c, 0),
					fixture.tolerance(), name + ", pixel " + i + ", channel " + c);
	}

	/**
	 * Colours that are red, green and blue after decoding stay as they are, whatever the data set says: a transform of
	 * the codec, ids of the components, or an Adobe segment. The others are converted once.
	 */
	@ParameterizedTest
	@CsvSource({ "4.90, jpeg2000, rgb8.j2k, YBR_RCT, RGB", "4.90, jpeg2000, rgb8-plain.j2k, RGB, RGB",
		"4.91, jpeg2000, rgb8-irreversible.j2k, YBR_ICT, RGB", "4.201, jpeg2000, ht-rgb8.jhc, YBR_RCT, RGB",
		"4.203, jpeg2000, ht-rgb8-irreversible.jhc, YBR_ICT, RGB", "4.80, jpegls, colour-sample.jls, RGB, RGB",
		"4.80, jpegls, colour-line.jls, YBR_FULL, YBR", "4.80, jpegls, hp1.jls, YBR_FULL, RGB",
		"4.50, jpeg, baseline-rgb.jpg, RGB, RGB", "4.50, jpeg, baseline-444.jpg, YBR_FULL, YBR",
		"4.50, jpeg, baseline-422.jpg, YBR_FULL_422, YBR", "4.50, jpeg, sampling-2x2.jpg, YBR_PARTIAL_420, YBR",
		"4.50, jpeg, sampling-2x2.jpg, RGB, YBR", "4.70, jpeg, lossless-rgb.jpg, RGB, RGB",
		"5, rle, rgb8.rle, RGB, RGB", "5, rle, rgb8.rle, YBR_FULL, YBR", "8.1, deflated, rgb8.deflate, RGB, RGB" })
	void coloursAreConvertedOnce(final String syntax, final String family, final String name, final String photometric,
		final String decoded) throws IOException
	{
		final CodecFixture fixture = fixture(family, name);
		final DicomVolume volume = open(fixture, syntax,
			series(fixture).with(Tag.PHOTOMETRIC_INTERPRETATION, photometric));
		final byte[] samples = fixture.expected();
		for (int i = 0; i < fixture.shape().columns() * fixture.shape().rows(); i++) {
			final int argb = volume.colours()
				.getAt(i % fixture.shape().columns(), i / fixture.shape().columns(), 0)
				.get();
			final double a = samples[3 * i] & 0xFF, b = (samples[3 * i + 1] & 0xFF) - 128,
				c = (samples[3 * i + 2] & 0xFF) - 128;
			final double[] rgb = decoded.equals("RGB") ? new double[] { a, b + 128, c + 128 }
				: new double[] { a + 1.402 * c, a - 0.344136 * b - 0.714136 * c, a + 1.772 * b };
			for (int k = 0; k < 3; k++)
				assertEquals(Math.max(0, Math.min(255, rgb[k])), argb >> 16 - 8 * k & 0xFF,
					fixture.tolerance() + (decoded.equals("RGB") ? 0 : 0.6), name + ", pixel " + i + ", colour " + k);
		}
	}

	/** A series whose slices are all compressed in different ways is one volume, in memory and virtual. */
	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void syntaxesMayDifferWithinASeries(final boolean virtual) throws IOException {
		final List<String> syntaxes = List.of("4.57", "4.80", "4.90", "4.201", "4.57", "4.91");
		final List<CodecFixture> fixtures = List.of(fixture("jpeg", "lossless-3.jpg"), fixture("jpegls", "grey12.jls"),
			fixture("jpeg2000", "lrcp.j2k"), fixture("jpeg2000", "ht.jhc"), fixture("jpeg", "lossless-7.jpg"),
			fixture("jpeg2000", "irreversible.j2k"));
		final SyntheticSeries series = new SyntheticSeries().slices(6).size(37, 29).bits(16, 12, 11);
		for (int k = 0; k < 6; k++)
			Files.write(folder.resolve("IM" + k), Encapsulated.file(series.attributes(k), SYNTAX + syntaxes.get(k),
				Encapsulated.NO_TABLE, List.of(fixtures.get(k).data())));
		final DicomVolume volume = DicomVolumes.open(folder, ImportOptions.DEFAULT.withVirtual(virtual));
		for (int k = 0; k < 6; k++)
			for (int i = 0; i < 37 * 29; i++)
				assertEquals(word(fixtures.get(k), i), Volumes.stored(volume, i % 37, i / 37, k),
					fixtures.get(k).tolerance(), fixtures.get(k) + ", pixel " + i);
		final String named = SeriesTable.of(DicomVolumes.scan(folder), Disclosure.SHOW).get("TransferSyntax", 0);
		assertEquals(5, named.split("; ").length, named);
		assertTrue(named.startsWith("JPEG Lossless") && named.contains("High-Throughput JPEG 2000"), named);
	}

	private DicomVolume open(final CodecFixture fixture, final String syntax, final SyntheticSeries series)
		throws IOException
	{
		Files.write(folder.resolve("IM1"),
			Encapsulated.file(series.attributes(0), SYNTAX + syntax, Encapsulated.NO_TABLE, List.of(fixture.data())));
		return DicomVolumes.open(folder);
	}

	private static SyntheticSeries series(final CodecFixture fixture) {
		final FrameShape shape = fixture.shape();
		final SyntheticSeries series = new SyntheticSeries().slices(1).size(shape.columns(), shape.rows());
		if (shape.samplesPerPixel() == 3) series.rgb(0);
		return shape.bitsAllocated() == 8 ? series
			: series.each((k, b) -> b.put(Tag.BITS_ALLOCATED, VR.US, 16)
				.put(Tag.BITS_STORED, VR.US, shape.bitsStored())
				.put(Tag.HIGH_BIT, VR.US, shape.bitsStored() - 1));
	}

	private static CodecFixture fixture(final String family, final String name) {
		return CodecFixture.of(family).stream().filter(f -> f.name().equals(name)).findFirst().orElseThrow();
	}

	private static double stored(final DicomVolume volume, final CodecFixture fixture, final int pixel) {
		return Volumes.stored(volume, pixel % fixture.shape().columns(), pixel / fixture.shape().columns(), 0);
	}

	/** Two bytes of what must come out. */
	private static int word(final CodecFixture fixture, final int sample) {
		return fixture.expected()[2 * sample] & 0xFF | (fixture.expected()[2 * sample + 1] & 0xFF) << 8;
	}
}
