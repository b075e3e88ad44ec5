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
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.Frame;
import java.awt.GraphicsEnvironment;
import java.awt.Label;
import java.awt.Window;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.dicomvolumes.SyntheticCases;
import io.github.dicomvolumes.SyntheticPet;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.export.file.DicomWriter;
import io.github.dicomvolumes.io.source.Source;
import io.github.dicomvolumes.view.plane.Plane;

/** The tables of the active image as macros see them, in every ImageJ. */
class TableMacroTest {

	/** ImageJ as Fiji patches it for running without windows. */
	@Nested
	class Headless extends Contract implements TestImageJ.Headless {}

	/** ImageJ as downloaded, with windows. */
	@Nested
	class Plain extends Contract implements TestImageJ.Plain {}

	@Test
	void plotHasAWindowOfItsKind(@TempDir final Path folder) throws IOException {
		assumeFalse(GraphicsEnvironment.isHeadless(), "needs a display");
		new SyntheticSeries("ct").write(folder);
		assertEquals("Plot",
			TestImageJ.plain()
				.value("close('*'); run('DICOM Folder...', 'folder=[" + folder +
					"]'); run('DICOM Plot Attribute...'); return getInfo('window.type');"));
	}

	@Test
	void macrosAndTheSaveMenuSeeWhatTheFilterShows(@TempDir final Path folder) throws Exception {
		assumeFalse(GraphicsEnvironment.isHeadless(), "needs a display");
		new SyntheticSeries("ct").write(folder);
		final TestImageJ ij = TestImageJ.plain();
		final String run = "run('DICOM Metadata Table'); return '' + Table.size;";
		final String all = ij.value("close('*'); run('DICOM Folder...', 'folder=[" + folder + "]');" + run);
		filter("pixelspacing");
		final Path csv = folder.resolve("shown.csv");
		assertEquals("1|2\\0.5", ij.value("selectWindow('DICOM Metadata'); Table.save('" + csv +
			"'); return '' + Table.size + '|' + Table.getString('Value', 0);"));
		assertEquals(2, Files.readAllLines(csv).size());
		filter("");
		assertEquals(all, ij.value("return '' + Table.size('DICOM Metadata');"));
		filter("pixelspacing");
		assertEquals(all, ij.value(run));
		EventQueue.invokeAndWait(() -> {});
		filter("uid");
		final Path saved = folder.resolve("saved.csv");
		final int rows = Integer.parseInt(ij.value("selectWindow('DICOM Metadata');" +
			"n = Table.size; saveAs('Text', '" + saved + "'); close('saved.csv'); return '' + n;"));
		assertTrue(rows > 1 && rows < Integer.parseInt(all));
		assertEquals(1 + rows, Files.readAllLines(saved).size());
	}

	/** ImageJ would open 7 columns in 500 pixels. */
	@Test
	void valuesOfTheMetadataTableAreInSight(@TempDir final Path folder) throws Exception {
		assumeFalse(GraphicsEnvironment.isHeadless(), "needs a display");
		new SyntheticSeries("ct").write(folder);
		final TestImageJ ij = TestImageJ.plain();
		ij.run("close('*'); if (isOpen('DICOM Metadata')) close('DICOM Metadata'); run('DICOM Folder...', 'folder=[" +
			folder + "]'); run('DICOM Metadata Table');");
		Dialogs.awaitScreen();
		final Window window = Arrays.stream(Window.getWindows())
			.filter(w -> w.isShowing() && w instanceof Frame frame && frame.getTitle().equals("DICOM Metadata"))
			.findFirst()
			.orElseThrow();
		assertTrue(window.getWidth() > 800, window.getWidth() + " pixels");
	}

	/** What the main window of ImageJ says. */
	private static String status(final Container window) {
		for (final Component component : window.getComponents()) {
			if (component instanceof Label label) return label.getText();
			if (component instanceof JLabel label) return label.getText();
			final String within = component instanceof Container inner ? status(inner) : "";
			if (!within.isEmpty()) return within;
		}
		return "";
	}

	/** ImageJ's status line, which it clears itself when it shows an image. */
	@Test
	void importEndsWithWhatCameOfIt(@TempDir final Path folder) throws IOException {
		assumeFalse(GraphicsEnvironment.isHeadless(), "needs a display");
		new SyntheticSeries("ct").write(folder);
		final TestImageJ ij = TestImageJ.plain();
		ij.run("close('*'); run('DICOM Folder...', 'folder=[" + folder + "]');");
		final String status = status((Container) ij.call("ij.IJ", "getInstance"));
		assertTrue(status.matches("1 volume, 0\\.1 MB in \\d+\\.\\d s"), status);
	}

	/** Writes into the field above the metadata table. */
	private static void filter(final String text) throws Exception {
		EventQueue.invokeAndWait(() -> {
			for (final Window window : Window.getWindows())
				if (window.isShowing() && window instanceof Frame frame && frame.getTitle().equals("DICOM Metadata"))
					field(frame).setText(text);
		});
	}

	private static JTextField field(final Frame frame) {
		return Arrays.stream(frame.getComponents())
			.filter(JPanel.class::isInstance)
			.flatMap(panel -> Arrays.stream(((JPanel) panel).getComponents()))
			.filter(JTextField.class::isInstance)
			.map(JTextField.class::cast)
			.findFirst()
			.orElseThrow();
	}

	/** What every ImageJ has to do. */
	abstract static class Contract implements TestImageJ.Any {

		@TempDir
		Path folder;

		private TestImageJ ij;

		@BeforeEach
		void closeAll() {
			ij = emptied();
		}

		/** The tutorial's chest CT, with small slices of the same field of view per pixel. */
		/** The log has what to look at; the table has all. */
		@Test
		void reportIsATableAndTheLogIsShort(@TempDir final Path folder) throws IOException {
			new SyntheticSeries("ct").slices(6).omit(3).with(Tag.SPACING_BETWEEN_SLICES, 9).write(folder);
			ij.run("run('DICOM Folder...', 'folder=[" + folder + "]'); run('DICOM Report');");
			assertEquals("3 warning MISSING_SLICES note SPACING_DISAGREES",
				ij.value("return '' + Table.size + ' ' + Table.getString('Kind', 0) + ' ' + " +
					"Table.getString('Code', 0) + ' ' + Table.getString('Kind', 1) + ' ' + Table.getString('Code', 1);"));
			assertEquals("slice 4 of 6 is missing; filled to keep the grid of 3 mm",
				ij.value("return '' + Table.getString('Text', 0);"));
		}

		/** What was chosen is a preset with a name, in the image and in the report. */
		@Test
		void windowHasAName(@TempDir final Path folder) throws IOException {
			final var ct = new SyntheticSeries("ct").rescale(1, -1024);
			assertEquals("Soft tissue: -160 to 240 HU|WINDOW_CHOSEN|the files have no window; the image opens with " +
				"Soft tissue: -160 to 240 HU", window(ct, folder.resolve("ct")));
			final String mr = window(new SyntheticSeries("mr").modality("MR"), folder.resolve("mr"));
			assertTrue(mr.matches("Nearly all values: \\d+ to \\d+\\|WINDOW_CHOSEN.*"), mr);
			final String pet = window(SyntheticPet.of("70"), folder.resolve("pet"));
			assertTrue(pet.matches("PET: 0 to [\\d.]+ Bq/ml, inverted\\|WINDOW_CHOSEN.*"), pet);
			final var named = ct.with(Tag.WINDOW_CENTER, 40)
				.with(Tag.WINDOW_WIDTH, 400)
				.with(Tag.WINDOW_CENTER_WIDTH_EXPLANATION, "LUNG");
			assertTrue(window(named, folder.resolve("named")).startsWith("File: LUNG: -160 to 239 HU|"));
		}

		private String window(final SyntheticSeries series, final Path folder) throws IOException {
			series.write(folder);
			return ij.value("close('*'); run('DICOM Folder...', 'folder=[" + folder + "]');" +
				"window = Property.get('DICOM First Window'); run('DICOM Report'); code = ''; text = '';" +
				"if (Table.size > 0) { code = Table.getString('Code', Table.size - 1);" +
				"text = Table.getString('Text', Table.size - 1); } return window + '|' + code + '|' + text;");
		}

		@Test
		void reportSaysWhichSlicesAreDamaged(@TempDir final Path folder) throws IOException {
			final var series = new SyntheticSeries("ct").slices(6);
			for (final int k : new int[] { 1, 3, 4 })
				series.damage(k, bytes -> Arrays.copyOf(bytes, bytes.length - 30));
			series.write(folder);
			ij.run("run('DICOM Folder...', 'folder=[" + folder + "]');");
			final String row = "return '' + Table.getString('Code', 0) + '|' + Table.get('Files', 0) + '|' +" +
				" Table.getString('Slices', 0) + '|' + Table.getString('Details', 0);";
			final String shown = ij.value("run('DICOM Report');" + row);
			assertTrue(shown.startsWith("TRUNCATED|3|2, 4-5|") && shown.contains("IM"), shown);
			assertEquals("TRUNCATED|3|2, 4-5|(hidden)", ij.value("run('DICOM Report', 'patient=Hide');" + row));
		}

		@Test
		void guideKnowsOnlyPlacesThatAreThere() {
			assertEquals("done",
				ij.value("setBatchMode(true); run('DICOM Guide', 'page=GANTRY_TILT'); return 'done';"));
			final String message = ij.eval("run('DICOM Guide', 'page=TILTED');");
			assertTrue(message.startsWith("page=TILTED is no finding code, no command and no page"), message);
		}

		@Test
		void geometryOfTheTutorial() throws IOException {
			new SyntheticSeries("tutorial").slices(99)
				.size(512, 512)
				.pixelSpacing(0.564453125, 0.564453125)
				.bits(16, 12, 11)
				.rescale(1, -1024)
				.values((k, r, c) -> k)
				.write(folder);
			final Path csv = folder.resolve("geometry.csv");
			assertEquals("3|99|3|1|297|512|0.564453125|5.314878892733564|289|positions|uniform",
				ij.value(open() + "run('DICOM Geometry Table', 'save=[" + csv + "]');" +
					"return '' + Table.size + '|' + Table.get('Slices', 0) + '|' + Table.get('Sampling', 0)" +
					" + '|' + Table.get('PixelAspectRatio', 0) + '|' + Table.get('FieldOfView', 0)" +
					" + '|' + Table.get('Slices', 1) + '|' + Table.getString('Sampling', 1)" +
					" + '|' + Table.getString('PixelAspectRatio', 2) + '|' + Table.get('FieldOfView', 2)" +
					" + '|' + Table.getString('Source', 0) + '|' + Table.getString('Verdict', 0);"));
			assertEquals(
				"""
				Plane,Slices,Sampling,PixelAspectRatio,FieldOfView,Letters,Acquired,Source,Verdict,Missing,Tilt,Note
				Axial,99,3,1,297,LP,1,positions,uniform,,0,
				Coronal,512,0.564453125,5.314878892733564,289,LF,0,,,,,
				Sagittal,512,0.564453125,5.314878892733564,289,PF,0,,,,,
				""", Files.readString(csv));
		}

		@Test
		void aMacroRefusesABadSeries() throws IOException {
			SyntheticCases.write("missing_slice", folder);
			assertEquals("filled|4|1",
				ij.value(open() + "run('DICOM Geometry Table');" +
					"return '' + Table.getString('Verdict', 0) + '|' + Table.getString('Missing', 0)" +
					" + '|' + Table.get('Acquired', 0);"));
		}

		@Test
		void slicesWithPlaceGapAndLine() throws IOException {
			new SyntheticSeries("pet").modality("PT").rescale(k -> 0.5 * (k + 1), 0).omit(2).write(folder);
			assertEquals("5|4|39|6|2|missing, filled|IM004",
				ij.value(open() + "run('DICOM Slice Table'); file = Table.getString('File', 3);" +
					"return '' + Table.size + '|' + Table.get('InstanceNumber', 3) + '|' +" +
					"Table.get('PositionZ', 3) + '|' + Table.get('Gap', 3) + '|' + Table.get('Slope', 3)" +
					" + '|' + Table.getString('Note', 2) + '|' + File.getName(file);"));
		}

		@Test
		void metadataSayWhatVaries() throws IOException {
			new SyntheticSeries("metadata").write(folder);
			final String find = "function row(keyword) { for (i = 0; i < Table.size; i++)" +
				" if (Table.getString('Keyword', i) == keyword) return i; exit('no ' + keyword); }";
			assertEquals("3|5|1.2.840.10008.1.2.1|0028,0030|2\\0.5|2|DS|",
				ij.value(open() + "run('DICOM Metadata Table', 'slice=3');" +
					"return '' + Table.get('Value', row('InstanceNumber')) + '|' +" +
					"Table.get('Varies', row('ImagePositionPatient')) + '|' +" +
					"Table.getString('Value', row('TransferSyntaxUID')) + '|' +" +
					"Table.getString('Tag', row('PixelSpacing')) + '|' +" +
					"Table.getString('Value', row('PixelSpacing')) + '|' +" +
					"Table.get('VM', row('PixelSpacing')) + '|' + Table.getString('VR', row('PixelSpacing'))" +
					" + '|' + Table.getString('Varies', row('PixelSpacing'));" + find));
		}

		@Test
		void metadataOfAFileWithoutPixelsAndWithoutAnImage() throws IOException {
			final Path file = folder.resolve("plan");
			final var item = Attributes.builder().put(Tag.SOP_INSTANCE_UID, "1.2.3").build();
			new DicomWriter().write(Attributes.builder()
				.put(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.481.5")
				.put(Tag.MODALITY, "RTPLAN")
				.put(0x00081140, List.of(item, item))
				.build(), file);
			assertEquals("0008,1140[2]>0008,0018|1.2.3",
				ij.value("run('DICOM Metadata Table', 'file=[" + file + "]'); n = Table.size - 1;" +
					"return '' + Table.getString('Tag', n) + '|' + Table.getString('Value', n);"));
		}

		@Test
		void failuresAreClear() throws IOException {
			assertTrue(ij.value("run('DICOM Metadata Table');").contains("no image open"));
			assertTrue(ij.value("run('DICOM Slice Table');").contains("no image open"));
			final Path text = Files.writeString(folder.resolve("read.me"), "DICOM it is not, this text.".repeat(9));
			assertTrue(ij.value("run('DICOM Metadata Table', 'file=[" + text + "]');").contains(text + ": not DICOM"));
			Files.delete(text);
			assertTrue(ij.value("newImage('plain', '8-bit', 9, 9, 1); run('DICOM Geometry Table');")
				.contains("\"plain\" was not opened by"));
			new SyntheticSeries("few").slices(2).write(folder);
			assertTrue(ij.value(open() + "run('DICOM Metadata Table', 'slice=3');")
				.contains("slice=3 is not allowed; there are 2"));
		}

		@Test
		void plotOfAnAttribute() throws IOException {
			new SyntheticSeries("pet").modality("PT").rescale(k -> 0.5 * (k + 1), 0).omit(2).write(folder);
			assertEquals("RescaleSlope of pet|5|1|0.5|NaN|2.5",
				ij.value(open() + "run('DICOM Plot Attribute...', 'keyword=RescaleSlope'); Plot.getValues(x, y);" +
					"return getTitle + '|' + x.length + '|' + x[0] + '|' + y[0] + '|' + y[2] + '|' + y[4];"));
			assertEquals("2|Gap of pet", ij.value("close('*'); setBatchMode(true);" + open() +
				"run('DICOM Plot Attribute...'); return '' + nImages + '|' + getTitle;"));
		}

		/** A line along the frame is not seen, and equal gaps are what is hoped for. */
		@Test
		void plotOfEqualValuesIsInTheMiddle() throws IOException {
			new SyntheticSeries("ct").rescale(1, 0).write(folder);
			final String limits = "Plot.getLimits(xMin, xMax, yMin, yMax); return '' + yMin + '|' + yMax;";
			assertEquals("0|6", ij.value(open() + "run('DICOM Plot Attribute...'); " + limits));
			assertEquals("-1|1", ij.value(
				"close('*');" + open() + "run('DICOM Plot Attribute...', 'keyword=RescaleIntercept');" + limits));
		}

		@Test
		void plotThatCannotBeStopsTheMacro() throws IOException {
			new SyntheticSeries("ct").write(folder);
			assertTrue(ij.value("run('DICOM Plot Attribute...');").contains("no image open"));
			final String message = ij
				.value(open() + "run('DICOM Plot Attribute...', 'keyword=Foo'); return 'went on';");
			assertTrue(message.contains("keyword=Foo is not allowed. Allowed are the columns Slice, "), message);
		}

		private String open() {
			return "run('DICOM Folder...', 'folder=[" + folder + "]');";
		}
	}
}
