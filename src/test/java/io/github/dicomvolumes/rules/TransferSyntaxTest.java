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

import static io.github.dicomvolumes.rules.Volumes.assertBase;
import static io.github.dicomvolumes.rules.Volumes.assertSize;
import static io.github.dicomvolumes.rules.Volumes.assertStored;
import static io.github.dicomvolumes.rules.Volumes.codes;
import static io.github.dicomvolumes.rules.Volumes.data;
import static io.github.dicomvolumes.rules.Volumes.finding;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.Encapsulated;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.data.Element;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.TransferSyntax;
import io.github.dicomvolumes.export.file.DicomWriter;
import io.github.dicomvolumes.pixels.codec.CodecFixture;
import io.github.dicomvolumes.series.Finding.Code;
import io.github.dicomvolumes.series.catalog.SeriesCatalog;
import io.github.dicomvolumes.volume.DicomVolume;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** R56, R68(h) and (i): transfer syntaxes that archives still hold, and files that are in another than they declare. */
class TransferSyntaxTest {

	private static final String EXPLICIT = "1.2.840.10008.1.2.1";
	private static final TransferSyntax GE_PRIVATE = TransferSyntax.of("1.2.840.113619.5.2");

	@TempDir
	private Path folder;

	// -- GE private (R56) --

	@Test
	void gePrivateSyntaxHasBigEndianPixels() throws IOException {
		final SyntheticSeries series = new SyntheticSeries().slices(3).values((k, r, c) -> 300).syntax(GE_PRIVATE);
		final byte[] bytes = series.toBytes(0);
		assertEquals(0x01, bytes[bytes.length - 2]);
		assertEquals(0x2C, bytes[bytes.length - 1]);
		series.write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertSize(volume, 16, 12, 3);
		assertStored(volume, (k, r, c) -> 300);
		assertEquals("", volume.report().note());
	}

	@Test
	void gePrivateSyntaxWithOtherPixels() throws IOException {
		new SyntheticSeries().signed()
			.bits(16, 12, 11)
			.values((k, r, c) -> 10 * r + c - 300)
			.syntax(GE_PRIVATE)
			.write(folder);
		assertStored(DicomVolumes.open(folder), (k, r, c) -> 10 * r + c - 300);
		final Path bytes = Files.createDirectory(folder.resolve("bytes"));
		new SyntheticSeries().bits(8).values((k, r, c) -> 10 * r + c).syntax(GE_PRIVATE).write(bytes);
		assertStored(DicomVolumes.open(bytes), (k, r, c) -> 10 * r + c);
	}

	@Test
	void gePrivateSyntaxOfTheSamples() throws IOException {
		final DicomVolume volume = DicomVolumes.open(data("scanners/ge_private_ts"));
		assertSize(volume, 16, 16, 3);
		assertStored(volume, (k, r, c) -> 300 + k);
	}

	// -- What is not read is named --

	@ParameterizedTest
	@CsvSource({ "110, JPEG XL Lossless", "111, JPEG XL JPEG Recompression", "112, JPEG XL" })
	void jpegXlIsNamed(final String syntax, final String name) throws IOException {
		final byte[] file = Encapsulated.file(new SyntheticSeries().attributes(0), "1.2.840.10008.1.2.4." + syntax,
			Encapsulated.NO_TABLE, List.of(new byte[100]));
		Files.write(folder.resolve("a"), file);
		final String message = assertThrows(DicomException.class, () -> DicomVolumes.open(folder)).getMessage();
		assertTrue(message.contains("(0002,0010) Transfer Syntax UID is " + name), message);
	}

	@ParameterizedTest
	@CsvSource({ "94, JPIP Referenced", "95, JPIP Referenced Deflate", "204, JPIP HTJ2K Referenced",
		"205, JPIP HTJ2K Referenced Deflate" })
	void syntaxesWithoutPixelsAreNamed(final String syntax, final String name) throws IOException {
		new SyntheticSeries().without(Tag.PIXEL_DATA)
			.with(Tag.PIXEL_DATA_PROVIDER_URL, "https://example.org/1")
			.syntax(TransferSyntax.of("1.2.840.10008.1.2.4." + syntax))
			.write(folder);
		final SeriesCatalog catalog = DicomVolumes.scan(folder);
		assertEquals(0, catalog.stacks().size());
		assertTrue(catalog.summary()
			.contains("5 CT Image Storage, no pixel data: (0002,0010) Transfer Syntax UID is " + name +
				", whose pixels a server has ((0028,7FE0) Pixel Data Provider URL)"),
			catalog.summary());
	}

	@Test
	void uncompressedFragmentsAreRead() throws IOException {
		final SyntheticSeries series = new SyntheticSeries();
		for (final int k : series.sliceNumbers())
			Files.write(folder.resolve(series.fileName(k)), Encapsulated.file(series.attributes(k),
				"1.2.840.10008.1.2.1.98", Encapsulated.NO_TABLE, List.of(series.pixels(k))));
		assertBase(DicomVolumes.open(folder));
	}

	// -- Raw pixels of undefined length (R68 h) --

	@ParameterizedTest
	@ValueSource(strings = { EXPLICIT, "1.2.840.10008.1.2.4.50" })
	void rawPixelsOfUndefinedLength(final String syntax) throws IOException {
		final SyntheticSeries series = new SyntheticSeries();
		for (final int k : series.sliceNumbers()) {
			final var pixels = new ByteArrayOutputStream();
			pixels.writeBytes(series.pixels(k));
			if (k % 2 == 0) pixels.writeBytes(Encapsulated.items(Encapsulated.NO_TABLE, List.of()));
			Files.write(folder.resolve(series.fileName(k)),
				Encapsulated.file(series.attributes(k), syntax, -1, pixels.toByteArray()));
		}
		final DicomVolume volume = DicomVolumes.open(folder);
		assertBase(volume);
		assertEquals(List.of(Code.ODD_HEADER), codes(volume));
		assertTrue(
			finding(volume, Code.ODD_HEADER).text().startsWith("(7FE0,0010) Pixel Data has an undefined length"));
	}

	@Test
	void framesOfUndefinedLength() throws IOException {
		final SyntheticSeries series = new SyntheticSeries().slices(1).frames(4).modality("US");
		Files.write(folder.resolve("a"), Encapsulated.file(series.attributes(0), EXPLICIT, -1, series.pixels(0)));
		final DicomVolume volume = DicomVolumes.open(folder);
		assertEquals(4, volume.dimensions()[4]);
		assertEquals(3000 + 10 * 11 + 15, Volumes.storedAt(volume, 15, 11, 0, 0, 3));
	}

	// -- Compressed streams under native syntaxes (R68 i) --

	@ParameterizedTest
	@CsvSource({ "jpeg, JPEG, " + EXPLICIT, "jpegls, JPEG-LS, " + EXPLICIT, "jpeg2000, JPEG 2000, " + EXPLICIT,
		"jpegls, JPEG-LS, 1.2.840.10008.1.2" })
	void nativeSyntaxWithStream(final String family, final String name, final String syntax) throws IOException {
		final CodecFixture fixture = CodecFixture.of(family)
			.stream()
			.filter(f -> f.shape().samplesPerPixel() == 1 && f.tolerance() == 0 && f.shape().bitsAllocated() == 16)
			.findFirst()
			.orElseThrow();
		final int columns = fixture.shape().columns(), rows = fixture.shape().rows();
		final int bits = fixture.shape().bitsStored();
		final SyntheticSeries series = new SyntheticSeries().size(columns, rows)
			.bits(16, bits, bits - 1)
			.values((k, r, c) -> value(fixture, r, c));
		final byte[] data = fixture.data();
		final byte[] stream = Arrays.copyOf(data, data.length + (data.length & 1));
		assertTrue(stream.length < 2 * columns * rows, fixture.toString());
		// first one without the fault, so that the others are read by its header
		Files.write(folder.resolve("0"), series.toBytes(0));
		Files.write(folder.resolve("1"), Encapsulated.file(series.attributes(1), EXPLICIT, stream.length, stream));
		Files.write(folder.resolve("2"),
			Encapsulated.file(series.attributes(2), EXPLICIT, Encapsulated.NO_TABLE, List.of(stream)));
		Files.write(folder.resolve("3"), withoutItems(series, 3, syntax, stream));
		Files.write(folder.resolve("4"), Encapsulated.file(series.attributes(4), EXPLICIT, -1, stream));
		final DicomVolume volume = DicomVolumes.open(folder);
		assertStored(volume, (k, r, c) -> value(fixture, r, c));
		assertTrue(codes(volume).stream().allMatch(code -> code == Code.ODD_HEADER), codes(volume).toString());
		assertTrue(
			volume.report()
				.findings()
				.get(0)
				.text()
				.endsWith(", but the pixel data are a " + name + " stream, and are read as that"),
			volume.report().note());
	}

	private static byte[] withoutItems(final SyntheticSeries series, final int k, final String syntax,
		final byte[] stream)
	{
		final var attributes = Attributes.builder();
		for (final Element element : series.attributes(k).elements())
			if (element.tag() == Tag.PIXEL_DATA) attributes.put(Tag.PIXEL_DATA, element.vr(), stream);
			else attributes.put(element.tag(), element.vr(), element.bytes());
		return new DicomWriter(TransferSyntax.of(syntax), true, false).toBytes(attributes.build());
	}

	private static int value(final CodecFixture fixture, final int r, final int c) {
		final int i = 2 * (r * fixture.shape().columns() + c);
		return fixture.expected()[i] & 0xFF | (fixture.expected()[i + 1] & 0xFF) << 8;
	}

	// -- VRs that do not exist (R68 h) --

	@Test
	void oddVrsOfTheSamples() throws IOException {
		final DicomVolume volume = DicomVolumes.open(data("scanners/odd_vr"));
		assertSize(volume, 16, 12, 3);
		assertStored(volume, Volumes.BASE);
		assertEquals("(0018,1030) Protocol Name has VR \"RE\", which does not exist (PS3.5 6.2); it is read as LO",
			finding(volume, Code.ODD_HEADER).text());
	}
}
