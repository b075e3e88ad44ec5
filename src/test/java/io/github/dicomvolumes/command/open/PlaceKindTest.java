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

package io.github.dicomvolumes.command.open;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import io.github.dicomvolumes.SyntheticObjects;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.TransferSyntax;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What decides who opens a place: what is there, and whether ImageJ reads it right. */
class PlaceKindTest {

	@TempDir
	private Path folder;

	@Test
	void sliceIsForImageJ() throws IOException {
		assertEquals(PlaceKind.SLICE_FOR_IMAGEJ, kind(new SyntheticSeries()));
		assertEquals(PlaceKind.SLICE_FOR_IMAGEJ, kind(new SyntheticSeries().signed()));
		assertEquals(PlaceKind.SLICE_FOR_IMAGEJ, kind(new SyntheticSeries().bits(8)));
		assertEquals(PlaceKind.SLICE_FOR_IMAGEJ,
			kind(new SyntheticSeries().syntax(TransferSyntax.IMPLICIT_LITTLE_ENDIAN)));
		assertEquals(PlaceKind.SLICE_FOR_IMAGEJ, kind(new SyntheticSeries().rescale(2, -1024)));
		assertEquals(PlaceKind.SLICE_FOR_IMAGEJ, kind(new SyntheticSeries().bits(16, 12, 11)));
	}

	/** Each would be another picture or a message. */
	@ParameterizedTest(name = "{0}")
	@MethodSource
	void notForImageJ(final String why, final SyntheticSeries series) throws IOException {
		assertEquals(PlaceKind.VOLUMES, kind(series));
	}

	static Stream<Arguments> notForImageJ() {
		return Stream.of( //
			Arguments.of("big endian", new SyntheticSeries().syntax(TransferSyntax.EXPLICIT_BIG_ENDIAN)),
			Arguments.of("deflated", new SyntheticSeries().syntax(TransferSyntax.DEFLATED_LITTLE_ENDIAN)),
			Arguments.of("signs of 12 bits", new SyntheticSeries().bits(16, 12, 11).signed()),
			Arguments.of("bits at the top", new SyntheticSeries().bits(16, 12, 15)),
			Arguments.of("8 bits with a sign", new SyntheticSeries().bits(8).signed()),
			Arguments.of("32 bits", new SyntheticSeries().bits(32)),
			Arguments.of("colour", new SyntheticSeries().bits(8).rgb(0)),
			Arguments.of("a table of values", new SyntheticSeries().with(Tag.MODALITY_LUT_SEQUENCE, Attributes.EMPTY)),
			Arguments.of("a mapping",
				new SyntheticSeries().with(Tag.REAL_WORLD_VALUE_MAPPING_SEQUENCE, Attributes.EMPTY)),
			Arguments.of("a slope of nothing", new SyntheticSeries().rescale(0, 0)),
			Arguments.of("an overlay", new SyntheticSeries().with(0x60000010, 6.0)),
			Arguments.of("a bit above the values", new SyntheticSeries().bits(16, 12, 11).words((x, y, k) -> 1 << 12)),
			Arguments.of("cut in the pixels",
				new SyntheticSeries().damage(0, bytes -> Arrays.copyOf(bytes, bytes.length - 2))),
			Arguments.of("two frames", SyntheticObjects.cine("cine", 2)),
			Arguments.of("one frame of an enhanced image",
				SyntheticObjects.enhanced("enhanced", 1, SyntheticObjects.sharedAxial(),
					k -> SyntheticObjects.frameAt(0, 0, k, Attributes.EMPTY))),
			Arguments.of("tiles", SyntheticObjects.mosaic("mosaic", 4, SyntheticObjects.mosaicCsa(2, 4, 0, 0, 1))),
			Arguments.of("no image", new SyntheticSeries().without(Tag.ROWS)),
			Arguments.of("without a preamble",
				new SyntheticSeries().damage(0, bytes -> Arrays.copyOfRange(bytes, 132, bytes.length))),
			Arguments.of("a preamble of TIFF", new SyntheticSeries().damage(0, bytes -> {
				bytes[0] = bytes[1] = 'I';
				return bytes;
			})),
			Arguments.of("cut in the header", new SyntheticSeries().damage(0, bytes -> Arrays.copyOf(bytes, 500))));
	}

	private PlaceKind kind(final SyntheticSeries series) throws IOException {
		final Path file = folder.resolve("file");
		Files.write(file, series.toBytes(0));
		return PlaceKind.of(file);
	}

	@Test
	void foldersAndArchivesAreVolumesIfTheyHoldDicom() throws IOException {
		final Path deep = Files.createDirectories(folder.resolve("a/b/c"));
		Files.writeString(folder.resolve("a/readme.txt"), "text");
		assertEquals(PlaceKind.NO_DICOM, PlaceKind.of(folder));
		new SyntheticSeries().slices(1).write(deep);
		assertEquals(PlaceKind.VOLUMES, PlaceKind.of(folder));
		assertEquals(PlaceKind.VOLUMES,
			PlaceKind.of(new SyntheticSeries().writeZip(Files.createDirectory(folder.resolve("z")).resolve("a.zip"))));
	}

	@Test
	void whatIsNoDicomIsLeftAlone() throws IOException {
		final Path text = Files.writeString(folder.resolve("text.dcm"), "text".repeat(100));
		final Path archive = folder.resolve("rois.zip"), notZip = Files.writeString(folder.resolve("a.zip"), "text");
		try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
			zip.putNextEntry(new ZipEntry("1.roi"));
			zip.write("Iout".getBytes());
		}
		for (final Path path : new Path[] { text, archive, notZip, folder.resolve("nothing") })
			assertEquals(PlaceKind.NO_DICOM, PlaceKind.of(path), path::toString);
	}

	/** A disk full of other things is not read to its end. */
	@Test
	void onlyTheFirstFilesAreLookedAt() throws IOException {
		final Path first = Files.createDirectories(folder.resolve("many"));
		for (int i = 0; i < 100; i++)
			Files.writeString(first.resolve("t" + i), "text");
		assertEquals(PlaceKind.NO_DICOM, PlaceKind.of(folder));
		Files.delete(first.resolve("t1"));
		Files.write(first.resolve("dicom"), new SyntheticSeries().toBytes(0));
		assertEquals(PlaceKind.VOLUMES, PlaceKind.of(folder));
	}
}
