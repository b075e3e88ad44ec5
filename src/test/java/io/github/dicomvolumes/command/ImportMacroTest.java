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

package io.github.dicomvolumes.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.github.dicomvolumes.SyntheticCases;
import io.github.dicomvolumes.SyntheticObjects;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.TransferSyntax;
import io.github.dicomvolumes.data.VR;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The import commands as macros see them, in every ImageJ. */
class ImportMacroTest {

	/** ImageJ as Fiji patches it for running without windows. */
	@Nested
	class Headless extends Contract implements TestImageJ.Headless {}

	/** ImageJ as downloaded, with windows. */
	@Nested
	class Plain extends Contract implements TestImageJ.Plain {}

	/** What every ImageJ has to do. */
	abstract static class Contract implements TestImageJ.Any {

		@TempDir
		Path folder;

		private TestImageJ ij;

		@BeforeEach
		void closeAll() {
			ij = emptied();
		}

		@Test
		void volumeIsCalibratedInSpaceAndValue() throws IOException {
			new SyntheticSeries("chest").rescale(1, -1024).write(folder);
			assertEquals("chest|16|12|5|0.5|2|3|mm|2999|4023",
				ij.value(open("") + "getDimensions(w, h, c, s, t); getVoxelSize(x, y, z, unit); setSlice(5);" +
					"return getTitle + '|' + w + '|' + h + '|' + s + '|' + x + '|' + y + '|' + z + '|' + unit" +
					" + '|' + getValue(3, 2) + '|' + getPixel(3, 2);"));
		}

		@Test
		void negativeStoredValuesAreRight() throws IOException {
			SyntheticCases.write("signed12_in_16", folder);
			assertEquals("-177|-200",
				ij.value(open("") + "setSlice(5); return '' + getValue(3, 2) + '|' + getValue(0, 0);"));
		}

		@Test
		void virtualVolumeIsTheSame() throws IOException {
			new SyntheticSeries("chest").rescale(1, -1024).write(folder);
			assertEquals("1|16|12|5|3|2999|0", ij.value(open("load=Virtual cache=1") +
				"virtual = is('Virtual Stack'); getDimensions(w, h, c, s, t); getVoxelSize(x, y, z, unit);" +
				"setSlice(5); hu = getValue(3, 2); run('DICOM Reslice...', 'plane=Coronal pixels=Raw load=Virtual');" +
				"setSlice(3);" +
				"return '' + virtual + '|' + w + '|' + h + '|' + s + '|' + z + '|' + hu + '|' + getValue(4, 3);"));
		}

		@Test
		void macroStopsAtASliceThatCannotBeReadAnyMore() throws IOException {
			final var series = new SyntheticSeries("chest").size(512, 512); // two of them fill the cache
			for (final String where : List.of("", "run('DICOM Reslice...', 'plane=Axial load=Virtual');")) {
				series.write(folder);
				final String said = ij
					.value(open("load=Virtual cache=1") + "setSlice(1); setSlice(2);" + where + "File.delete('" +
						path(folder.resolve("IM004")) + "'); setSlice(4); return 'went on with ' + getPixel(3, 2);");
				assertTrue(said.contains("IM004: no such file any more"), said);
			}
		}

		/** R62: of files of others it is said, and they are calibrated. */
		@Test
		void preciseValuesOfPhilips() throws IOException {
			new SyntheticSeries("mr").modality("MR")
				.rescale(2, 0)
				.each((k, a) -> a.put(0x20050010, VR.LO, "Philips MR Imaging DD 001".getBytes())
					.put(0x2005100E, VR.FL, 4))
				.write(folder);
			for (final String load : List.of("", " load=Virtual"))
				assertEquals("1005.75", ij.value(
					open("values=[Philips precise]" + load) + "setSlice(5); return '' + d2s(getValue(3, 2), 2);"));
			assertEquals("8046", ij.value(open("") + "setSlice(5); return '' + getValue(3, 2);"));
		}

		@Test
		void realValuesOnRequest() throws IOException {
			new SyntheticSeries("real").rescale(1, -1024).write(folder);
			assertEquals("32|2999",
				ij.value(open("values=[Real (32-bit)]") + "setSlice(5); return '' + bitDepth + '|' + getPixel(3, 2);"));
		}

		@Test
		void coloursAreRgb() throws IOException {
			SyntheticCases.write("rgb_planar", folder);
			assertEquals("24|5", ij.value(open("") + "return '' + bitDepth + '|' + nSlices;"));
		}

		@Test
		void monochrome1IsShownInvertedWithItsValues() throws IOException {
			SyntheticCases.write("monochrome1", folder);
			assertEquals("1|4023",
				ij.value(open("") + "setSlice(5); return '' + is('Inverting LUT') + '|' + getPixel(3, 2);"));
		}

		@Test
		void largestIsTheDefaultAndOthersAreNamed() throws IOException {
			final var series = new SyntheticSeries("study");
			series.series(1).with(Tag.SERIES_DESCRIPTION, "small").slices(3).write(folder);
			series.series(2).with(Tag.SERIES_DESCRIPTION, "large").fileNames("L%03d").slices(4).write(folder);
			assertEquals("large", onlyTitle(""));
			assertEquals("small", onlyTitle("series=1"));
			assertEquals("small", onlyTitle("series=SMA"));
			assertEquals("large", onlyTitle("series=#2"));
			assertEquals("2", ij.value("close('*');" + open("series=all") + "return '' + nImages;"));
		}

		private String onlyTitle(final String options) {
			return ij.value(
				"close('*');" + open(options) + "if (nImages != 1) exit('images: ' + nImages); return getTitle;");
		}

		@Test
		void batchModeSeesTheImageAndTitlesAreUnique() throws IOException {
			new SyntheticSeries("twice").write(folder);
			assertEquals("2|twice-1|5", ij.value(
				"setBatchMode(true);" + open("") + open("") + "return '' + nImages + '|' + getTitle + '|' + nSlices;"));
		}

		@Test
		void missingSlicesAsTheMacroWants() throws IOException {
			SyntheticCases.write("missing_slice", folder);
			assertEquals("6", ij.value(open("") + "return '' + nSlices;"));
			assertEquals("5", ij.value(open("missing=close") + "return '' + nSlices;"));
			assertEquals("2|2",
				ij.value("close('*');" + open("missing=Split") + "return '' + nImages + '|' + nSlices;"));
		}

		@Test
		void headersAreWhereImageJHasThem() throws IOException {
			new SyntheticSeries("header").write(folder);
			assertEquals("2\\0.5|4|IM004",
				ij.value(open("") + "setSlice(4); lines = split(Property.getSliceLabel, '\\n');" +
					"return String.trim(Property.getDicomTag('0028,0030')) + '|'" +
					" + String.trim(Property.getDicomTag('0020,0013')) + '|' + lines[0];"));
			assertTrue(ij.value(open("") + "return getMetadata('Info');").contains("0008,0060  Modality: CT\n"));
		}

		@Test
		void seriesTableIsReadWithoutATitle() throws IOException {
			new SyntheticSeries("first").ofOneStudy()
				.series(1)
				.slices(3)
				.with(Tag.PIXEL_SPACING, "0.564453125", "0.564453125")
				.write(folder);
			new SyntheticSeries("second").ofOneStudy().series(2).fileNames("L%03d").write(folder);
			final Path csv = folder.resolve("series.csv");
			assertEquals("2|#2|first|0.564453125|5|true",
				ij.value("run('DICOM Series Table...', 'folder=[" + path(folder) + "] save=[" + path(csv) + "]');" +
					"return '' + Table.size + '|' + Table.getString('Series', 1) + '|' +" +
					"Table.getString('Description', 0) + '|' + Table.getString('SpacingX', 0) + '|' +" +
					"Table.get('Slices', 1) + '|' + (Table.get('SpacingY', 0) == 0.564453125);")
					.replace("|1", "|true"));
			final List<String> lines = Files.readAllLines(csv);
			assertEquals(
				"Series,Modality,SeriesNumber,Description,Columns,Rows,Slices,Channels," +
					"Times,SpacingX,SpacingY,SpacingZ,Plane,Letters,TransferSyntax,Note,SeriesInstanceUID",
				lines.get(0));
			assertTrue(lines.get(1).startsWith("#1,CT,1,first,16,12,3,1,1,0.564453125,0.564453125,3,Axial,LPH,"),
				lines.get(1));
			assertEquals(3, lines.size());
		}

		@Test
		void failureStopsTheMacroWithOneMessage() {
			final String message = ij
				.value("run('DICOM Folder...', 'folder=[" + path(folder) + "]'); return 'went on';");
			assertTrue(message.contains("No DICOM images in " + folder), message);
			final String missing = ij
				.value("run('DICOM Folder...', 'folder=[" + path(folder) + "/none]'); return 'went on';");
			assertTrue(missing.contains("There is no file or folder"), missing);
		}

		@Test
		void escapeStopsTheImportAndTheMacro() throws IOException {
			new SyntheticSeries("stopped").write(folder);
			assertNull(ij.run("setKeyDown('esc');" + open("") + "return 'went on';"));
			assertEquals("0", ij.value("setKeyDown('none'); return '' + nImages;"));
			assertEquals("1", ij.value(open("") + "return '' + nImages;"));
		}

		@Test
		void wrongSeriesListsTheRightOnes() throws IOException {
			new SyntheticSeries("only").write(folder);
			final String message = ij.value(open("series=other") + "return 'went on';");
			assertTrue(message.contains("No series \"other\"") && message.contains("#1 (1, only)"), message);
		}

		@Test
		void aFolderWithoutImagesIsListedButNotOpened() throws IOException {
			SyntheticObjects.withoutImage("1.2.840.10008.5.1.4.1.1.104.1", "DOC", 4, "letter",
				folder.resolve("letter"));
			assertEquals("1|-|DOC", ij.value("run('DICOM Series Table...', 'folder=[" + path(folder) + "]');" +
				"return '' + Table.size + '|' + Table.getString('Series', 0) + '|' + Table.getString('Modality', 0);"));
			final String message = ij.value(open("") + "return 'went on';");
			assertTrue(message.contains("1 Encapsulated PDF Storage, no pixel data"), message);
		}

		@Test
		void phantomIsAnOrdinaryVolume() {
			assertEquals("Chest Phantom|192|72|1.75|4|mm",
				ij.value("run('DICOM Phantom (3D)'); getVoxelSize(x, y, z, unit);" +
					"return getTitle + '|' + getWidth + '|' + nSlices + '|' + x + '|' + z + '|' + unit;"));
			final double air = Double.parseDouble(ij.value("run('DICOM Phantom (3D)'); return '' + getValue(2, 2);"));
			assertEquals(-1000, air, 15);
		}

		@Test
		void macrosThatWeShipRun() throws IOException {
			final Path in = Files.createDirectory(folder.resolve("in dicom"));
			final Path out = Files.createDirectory(folder.resolve("out"));
			new SyntheticSeries("one series").ofOneStudy().series(1).write(in);
			new SyntheticSeries("another").ofOneStudy().series(2).slices(3).fileNames("A%d").write(in);
			SyntheticObjects.cine("film", 3)
				.ofOneStudy()
				.series(3)
				.syntax(TransferSyntax.of("1.2.840.10008.1.2.4.103"))
				.fileNames("film/%d")
				.write(in);
			SyntheticObjects.withoutImage("1.2.840.10008.5.1.4.1.1.104.1", "DOC", 4, "letter", in.resolve("letter"));
			assertNull(ij.value(macro("Every_Series_to_TIFF.ijm", in + ";" + out)));
			assertTrue(Files.isRegularFile(out.resolve("series.csv")));
			try (var files = Files.list(out)) {
				assertEquals(2, files.filter(f -> f.toString().endsWith(".tif")).count());
			}
			assertNull(ij.value(macro("Every_Series_to_CSV.ijm", in + ";" + out)));
			for (final String table : List.of("metadata", "slices", "geometry"))
				assertTrue(Files.readString(out.resolve("002_" + table + ".csv")).lines().count() > 3, table);
			assertNull(ij.value("close('*');" + macro("Import_DICOM_Folder.ijm", in.toString())));
			assertEquals("one series", ij.value("return getTitle;"));
		}

		/** A macro of ours with its argument, as -macro runs it. */
		private static String macro(final String name, final String argument) throws IOException {
			return Files.readString(Path.of("macros", name))
				.replace("getArgument()", "\"" + argument.replace('\\', '/') + "\"");
		}

		private String open(final String options) {
			return "run('DICOM Folder...', 'folder=[" + path(folder) + "] " + options + "');";
		}

		private static String path(final Path path) {
			return path.toString().replace('\\', '/');
		}
	}

	@Test
	void nothingIsLeftOfAFailure(@TempDir final Path folder) {
		final TestImageJ ij = TestImageJ.headless();
		ij.value("close('*');");
		assertNull(ij.run("run('DICOM Folder...', 'folder=[" + folder + "]'); return 'went on';"));
		assertEquals("0", ij.value("return '' + nImages;"));
	}
}
