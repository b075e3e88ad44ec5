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

import static io.github.dicomvolumes.rules.Volumes.assertStored;
import static io.github.dicomvolumes.rules.Volumes.data;
import static io.github.dicomvolumes.rules.Volumes.finding;
import static io.github.dicomvolumes.rules.Volumes.real;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.VR;
import io.github.dicomvolumes.pixels.FrameCoding;
import io.github.dicomvolumes.pixels.RealWorldValueMapping;
import io.github.dicomvolumes.series.Finding;
import io.github.dicomvolumes.series.Finding.Code;
import io.github.dicomvolumes.series.object.Frame;
import io.github.dicomvolumes.volume.DicomVolume;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** R39 Modality LUT and R40 Real World Value Mapping. */
class ValueTablesTest {

	@TempDir
	private Path folder;

	// -- Modality LUT (PS3.3 C.11.1) --

	@Test
	void tableReplacesSlopeAndIntercept() throws IOException {
		new SyntheticSeries().slices(1)
			.values((k, r, c) -> 10 * r + c)
			.rescale(2, -1024)
			.each((k, b) -> b.put(Tag.MODALITY_LUT_SEQUENCE, List.of(lut(20, 16, "OD", 500, 400, 100, 60000))))
			.write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertEquals(500, real(volume, 0, 0, 0)); // 0, before the first entry
		assertEquals(400, real(volume, 1, 2, 0)); // 21
		assertEquals(60000, real(volume, 3, 2, 0)); // 23
		assertEquals(60000, real(volume, 15, 11, 0)); // 125, beyond the last
		assertEquals("OD", volume.unit());
		assertTrue(finding(volume, Code.VALUES).text().contains("a table gives the real values"));
		assertEquals(22, volume.stored().getAt(2, 2, 0).getRealDouble());
	}

	@Test
	void firstValueCanBeNegative() throws IOException {
		new SyntheticSeries().slices(1)
			.signed()
			.values((k, r, c) -> 10 * r + c - 50)
			.each((k, b) -> b.put(Tag.MODALITY_LUT_SEQUENCE, List.of(lut(-2 & 0xFFFF, 16, "US", 7, 8, 9))))
			.write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertEquals(8, real(volume, 9, 4, 0)); // -1
		assertEquals("", volume.unit());
	}

	@Test
	void tableOfBytesMayBePacked() throws IOException {
		final Attributes packed = Attributes.builder()
			.put(Tag.LUT_DESCRIPTOR, VR.US, 4, 0, 8)
			.put(Tag.LUT_DATA, VR.OW, new byte[] { 10, 20, 30, 40 })
			.build();
		new SyntheticSeries().slices(1)
			.values((k, r, c) -> c)
			.each((k, b) -> b.put(Tag.MODALITY_LUT_SEQUENCE, List.of(packed)))
			.write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertEquals(30, real(volume, 2, 0, 0));
		assertEquals(40, real(volume, 5, 0, 0));
	}

	@Test
	void brokenTableIsNotedAndTheLineUsed() throws IOException {
		final Attributes broken = Attributes.builder()
			.put(Tag.LUT_DESCRIPTOR, VR.US, 4, 0, 16)
			.put(Tag.LUT_DATA, VR.OW, new byte[6])
			.build();
		new SyntheticSeries().slices(1)
			.values((k, r, c) -> c)
			.rescale(2, -1024)
			.each((k, b) -> b.put(Tag.MODALITY_LUT_SEQUENCE, List.of(broken)))
			.write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertEquals(-1020, real(volume, 2, 0, 0));
		assertTrue(
			finding(volume, Code.PIXEL_FORMAT).text().startsWith("(0028,3000) Modality LUT Sequence has 3 entries"));
	}

	/** Signed 12 bits say the attributes, up to 4095 say the words: the table clamps them. */
	@Test
	void realTableAgreesWithPydicom() throws IOException {
		final DicomVolume volume = DicomVolumes.open(data("pydicom-data/mlut_18.dcm"));
		double sum = 0, min = Double.POSITIVE_INFINITY, max = 0;
		for (final float value : (float[]) volume.plane(0, 0, 0)) {
			sum += value;
			min = Math.min(min, value);
			max = Math.max(max, value);
		}
		assertEquals(0, min);
		assertEquals(65535, max, 15);
		assertEquals(62046.2078, sum / (512 * 512), 1e-3);
	}

	/** A table can be half a megabyte: a thousand slices must not each keep their own. */
	@Test
	void equalTablesAreKeptOnce() throws IOException {
		new SyntheticSeries().slices(3)
			.values((k, r, c) -> c)
			.each((k, b) -> b.put(Tag.MODALITY_LUT_SEQUENCE, List.of(lut(0, 16, "OD", 5, k < 2 ? 6 : 7))))
			.write(folder);
		final List<FrameCoding> codings = DicomVolumes.scan(folder)
			.stacks()
			.get(0)
			.frames()
			.stream()
			.map(ValueTablesTest::coding)
			.toList();
		assertNotSame(codings.get(0).table().get(), codings.get(1).table().get());
		final FrameCoding second = codings.get(1).sharing(codings.get(0)), third = codings.get(2).sharing(second);
		assertSame(codings.get(0).table().get(), second.table().get());
		assertEquals(7, third.real(1));
	}

	private static FrameCoding coding(final Frame frame) {
		try {
			return FrameCoding.of(frame.attributes(), frame.file().transferSyntax(), Tag.PIXEL_DATA, note -> {});
		}
		catch (final IOException exc) {
			throw new UncheckedIOException(exc);
		}
	}

	// -- Real World Value Mapping (PS3.3 C.7.6.16.2.11) --

	@Test
	void mappingIsUsedWhereThereIsNoLine() throws IOException {
		new SyntheticSeries().modality("MR")
			.each((k, b) -> b.put(Tag.REAL_WORLD_VALUE_MAPPING_SEQUENCE, List.of(mapping(0.1, 5, "mm2/s"))))
			.write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertEquals(0.1 * 4023 + 5, real(volume, 3, 2, 4), 1e-4);
		assertEquals("mm2/s", volume.unit());
		assertStored(volume, Volumes.BASE);
	}

	@Test
	void mappingIsOfferedBesideALine() throws IOException {
		new SyntheticSeries().modality("MR")
			.rescale(2, 0)
			.each((k, b) -> b.put(Tag.REAL_WORLD_VALUE_MAPPING_SEQUENCE, List.of(mapping(0.1, 5, "mm2/s"))))
			.write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertEquals(8046, real(volume, 3, 2, 4));
		assertEquals(
			"(0040,9096) Real World Value Mapping Sequence offers ADC: 0.1 * stored + 5 mm2/s; slope and intercept" +
				" are used.",
			finding(volume, Code.PIXEL_FORMAT).text());
		final RealWorldValueMapping offered = RealWorldValueMapping.of(volume.attributes()).get(0);
		assertEquals(List.of(0.0, 4095.0), List.of(offered.first(), offered.last()));
	}

	/** One for each slice, which may be thousands. */
	@Test
	void mappingsOfSlicesDoNotFillTheReport() throws IOException {
		new SyntheticSeries().slices(30)
			.modality("MR")
			.rescale(2, 0)
			.each((k, b) -> b.put(Tag.REAL_WORLD_VALUE_MAPPING_SEQUENCE, List.of(mapping(0.1 + k, 5, "mm2/s"))))
			.write(folder);
		final List<Finding> notes = DicomVolumes.open(folder)
			.report()
			.findings()
			.stream()
			.filter(f -> f.code() == Code.PIXEL_FORMAT)
			.toList();
		assertEquals(9, notes.size());
		assertEquals("22 more such notes", notes.get(8).text());
		assertEquals(22, notes.get(8).files().size());
	}

	@Test
	void mappingCanBeATable() throws IOException {
		final Attributes item = Attributes.builder()
			.putAll(mapping(1, 0, "1"))
			.put(Tag.REAL_WORLD_VALUE_LUT_DATA, VR.FD, 0.5, 0.25, 0.125)
			.build();
		new SyntheticSeries().slices(1)
			.modality("MR")
			.values((k, r, c) -> c)
			.each((k, b) -> b.put(Tag.REAL_WORLD_VALUE_MAPPING_SEQUENCE, List.of(item)))
			.write(folder);
		assertEquals(0.25, real(DicomVolumes.open(folder), 1, 0, 0));
	}

	@Test
	void uselessMappingIsNone() throws IOException {
		new SyntheticSeries().modality("MR")
			.each((k, b) -> b.put(Tag.REAL_WORLD_VALUE_MAPPING_SEQUENCE, List.of(mapping(Double.NaN, 5, "mm2/s"))))
			.write(folder);
		assertEquals(4023, real(DicomVolumes.open(folder), 3, 2, 4));
	}

	private static Attributes lut(final int first, final int bits, final String type, final int... entries) {
		final byte[] data = new byte[2 * entries.length];
		for (int i = 0; i < entries.length; i++) {
			data[2 * i] = (byte) entries[i];
			data[2 * i + 1] = (byte) (entries[i] >> 8);
		}
		return Attributes.builder()
			.put(Tag.LUT_DESCRIPTOR, VR.US, entries.length, first, bits)
			.put(Tag.MODALITY_LUT_TYPE, type)
			.put(Tag.LUT_DATA, VR.OW, data)
			.build();
	}

	private static Attributes mapping(final double slope, final double intercept, final String unit) {
		return Attributes.builder()
			.put(Tag.MEASUREMENT_UNITS_CODE_SEQUENCE, List.of(Attributes.builder().put(Tag.CODE_VALUE, unit).build()))
			.put(Tag.LUT_LABEL, "ADC")
			.put(Tag.REAL_WORLD_VALUE_FIRST_VALUE_MAPPED, VR.US, 0)
			.put(Tag.REAL_WORLD_VALUE_LAST_VALUE_MAPPED, VR.US, 4095)
			.put(Tag.REAL_WORLD_VALUE_INTERCEPT, VR.FD, intercept)
			.put(Tag.REAL_WORLD_VALUE_SLOPE, VR.FD, slope)
			.build();
	}
}
