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
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.dicomvolumes.SyntheticObjects;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.SyntheticStructures;
import io.github.dicomvolumes.data.Dictionary;
import io.github.dicomvolumes.data.Tag;

/**
 * DICOM Segment Statistics... and DICOM Dose Volume Histogram... as macros see them. The image is the base case: 16 x
 * 12 x 5 voxels of 0.5 x 2 x 3 mm, first at (-10, -20, 30) mm, 1000 z + 10 y + x.
 */
class SegmentStatisticsMacroTest {

	/** ImageJ as Fiji patches it for running without windows. */
	@Nested
	class Headless extends Contract implements TestImageJ.Headless {

		@Test
		void managerNeedsWindows() {
			assumeTrue(GraphicsEnvironment.isHeadless(), "there is a display");
			final String message = ij.value(run("segments=[ROI Manager]"));
			assertTrue(message.contains("use Overlay"), message);
		}
	}

	/** ImageJ as downloaded, with windows. */
	@Nested
	class Plain extends Contract implements TestImageJ.Plain {

		/** The one row is that of the two selections of one name, as the other has no area. */
		@Test
		void selectionsOfTheManagerByName() {
			assertEquals("1|lesion|8|0.024|2535.5",
				ij.value("roiManager('reset'); selectImage('CT'); setSlice(3);" +
					"makeRectangle(2, 3, 2, 2); Roi.setName('lesion 3'); roiManager('add'); setSlice(4);" +
					"makeRectangle(2, 3, 2, 2); Roi.setName('lesion 4'); roiManager('add');" +
					"makeLine(0, 0, 3, 3); Roi.setName('line'); roiManager('add');" + run("segments=[ROI Manager]") +
					"return '' + Table.size + '|' + Table.getString('Name', 0) + '|' + Table.get('Voxels', 0) + '|' +" +
					"Table.get('Volume (ml)', 0) + '|' + (Table.get('Mean (HU)', 0) - 2);"));
		}
	}

	/** In every mode. */
	abstract static class Contract implements TestImageJ.Any {

		@TempDir
		Path folder;

		TestImageJ ij;

		@BeforeEach
		void openImages() throws IOException {
			ij = emptied();
			open(new SyntheticSeries("CT").rescale(1, 0));
		}

		/** Label 2 in columns 2 to 5, rows 3 and 4 of slice 2, label 5 in one voxel. */
		private SyntheticSeries labels() {
			return new SyntheticSeries("labels").bits(8)
				.with(Tag.FRAME_OF_REFERENCE_UID, new SyntheticSeries("CT").uid(0))
				.values((k, r, c) -> k == 2 && r >= 3 && r <= 4 && c >= 2 && c <= 5 ? 2 : k + r + c == 0 ? 5 : 0);
		}

		@Test
		void labelsByTitle() throws IOException {
			open(labels());
			assertEquals("DICOM Segments|2|2|8|0.024|2038.5|2033|2045|5|0", ij.value("selectImage('CT');" +
				run("segments=labels save=[" + path("s.csv") + "]") + "return '' + " +
				(GraphicsEnvironment.isHeadless() ? "'DICOM Segments'" : "Table.title") +
				" + '|' + Table.size + '|' + Table.get('Segment', 0) + '|' + Table.get('Voxels', 0) + '|' +" +
				"Table.get('Volume (ml)', 0) + '|' + Table.get('Mean (HU)', 0) + '|' + (Table.get('Min (HU)', 0) + 1) + '|' +" +
				"Table.get('Max (HU)', 0) + '|' + Table.get('Segment', 1) + '|' + Table.get('Mean (HU)', 1);"));
			final List<String> saved = Files.readAllLines(folder.resolve("s.csv"));
			assertEquals(3, saved.size());
			assertTrue(saved.get(0).startsWith("Segment,Name,Channel,Time,Voxels,Volume (ml),Mean (HU),SD (HU),"));
			assertTrue(saved.get(2).endsWith("reaches the border of the image"), saved.get(2));
		}

		/** A segmentation has names, and is the only image of labels; its second segment has no voxels. */
		@Test
		void onlySegmentationThatIsOpen() throws IOException {
			open(SyntheticObjects
				.segmentation("seg", "BINARY", "NO", List.of("liver", "none"), new SyntheticObjects.SegmentFrame(1, 30),
					new SyntheticObjects.SegmentFrame(1, 33))
				.with(Tag.FRAME_OF_REFERENCE_UID, new SyntheticSeries("CT").uid(0)));
			assertEquals("2|liver|47|none|NaN|no voxels",
				ij.value("selectImage('CT');" + run("") +
					"return '' + Table.size + '|' + Table.getString('Name', 0) + '|' + Table.get('Voxels', 0) + '|' +" +
					"Table.getString('Name', 1) + '|' + parseFloat(Table.getString('Mean (HU)', 1)) + '|' +" +
					"Table.getString('Note', 1);"));
			assertEquals("|", ij.value("selectImage('CT');" + run("patient=Hide") +
				"return '' + Table.getString('Name', 0) + '|' + Table.getString('Name', 1);"));
		}

		@Test
		void rangeOfValues() {
			assertEquals("1|threshold|192|2063.5|1",
				ij.value(run("min=2000 max=2999") +
					"return '' + Table.size + '|' + Table.getString('Name', 0) + '|' + Table.get('Voxels', 0) + '|' +" +
					"(Table.get('Mean (HU)', 0) + 1) + '|' + Table.get('Parts', 0);"));
		}

		/** Whatever labels are open, those of other patients too. */
		@Test
		void wholeImage() throws IOException {
			open(labels().with(Tag.FRAME_OF_REFERENCE_UID, "1.2.3"));
			assertEquals("image|960|threshold|192",
				ij.value("selectImage('CT');" + run("segments=[Whole image]") +
					"t = Table.getString('Name', 0) + '|' + Table.get('Voxels', 0); selectImage('CT');" +
					run("segments=[Whole image] min=2000 max=2999") +
					"return t + '|' + Table.getString('Name', 0) + '|' + Table.get('Voxels', 0);"));
			assertEquals("image|2.88", ij.value("selectImage('CT');" + dose("segments=[whole image]") +
				"return '' + Table.getString('Name', 0) + '|' + Table.get('Volume (ml)', 0);"));
		}

		@Test
		void selectionsOfTheOverlay() {
			assertEquals("2|a|b|4", ij.value("selectImage('CT'); makeRectangle(1, 1, 2, 2); Roi.setName('a');" +
				"Overlay.addSelection; Overlay.setPosition(2); makeOval(4, 4, 4, 4); Roi.setName('b');" +
				"Overlay.addSelection; Overlay.setPosition(3);" + run("segments=Overlay") +
				"return '' + Table.size + '|' + Table.getString('Name', 0) + '|' + Table.getString('Name', 1) + '|' +" +
				"Table.get('Voxels', 0);"));
		}

		@Test
		void structuresOfAFile() throws IOException {
			structures();
			assertEquals("1|PTV|8|2037.5|0.024",
				ij.value(run("structures=[" + path("rs.dcm") + "]") +
					"return '' + Table.size + '|' + Table.getString('Name', 0) + '|' + Table.get('Voxels', 0) + '|' +" +
					"(Table.get('Mean (HU)', 0) - 1) + '|' + Table.get('Volume (ml)', 0);"));
		}

		@Test
		void figureHasASliceForEachSegment() throws IOException {
			open(labels());
			assertEquals("CT [Segments]|24|2|5", ij.value("selectImage('CT');" + run("segments=labels figure") +
				"t = getTitle + '|' + bitDepth + '|' + nSlices; setSlice(2); return t + '|' + Property.getSliceLabel;"));
		}

		@Test
		void curvesOverTime() throws IOException {
			ij.value("close('*');");
			final SyntheticSeries series = new SyntheticSeries("pet").modality("PT")
				.slices(8)
				.positions(k -> new double[] { 0, 0, 3 * (k % 2) })
				.values((k, r, c) -> 100 * (1 + k / 2))
				.each((k, a) -> a.put(Tag.ACQUISITION_TIME, "12000" + k / 2)
					.put(Dictionary.tag("ActualFrameDuration"), 1000 + 0.0));
			open(series);
			assertEquals("4|192|4", ij.value(run(
				"min=1 curves save=[" + path("s.csv") + "] savecurves=[" + path("c.csv") + "]") +
				"return '' + Table.size + '|' + parseInt(Table.getString('Voxels', 0)) / 2 + '|' + Table.get('Time', 3);"),
				"the table that a macro asks is that of segments");
			assertTrue(Files.readString(folder.resolve("s.csv")).startsWith("Segment,Name,Channel,Time,Voxels,"));
			final List<String> saved = Files.readAllLines(folder.resolve("c.csv"));
			assertEquals("Segment,Name,Channel,Time,Seconds (s),Mean,SD,Max,AreaUnderCurve (s),TimeToPeak (s)",
				saved.get(0));
			assertEquals(5, saved.size());
			assertEquals("1,threshold,1,1,0.5,100,0,100,750,3.5", saved.get(1));
			assertEquals("1,threshold,1,4,3.5,400,0,400,750,3.5", saved.get(4));
			if (!GraphicsEnvironment.isHeadless()) assertEquals("4|3.5", ij.value(
				"return '' + Table.size('DICOM Curves') +" + "'|' + Table.get('TimeToPeak (s)', 0, 'DICOM Curves');"));
		}

		@Test
		void oneTimeHasNoCurves() {
			final String message = ij.value(run("min=1 savecurves=[" + path("c.csv") + "]"));
			assertTrue(message.contains("savecurves=c.csv: \"CT\" has one time only"), message);
			assertEquals("1", ij.value(run("min=1 curves") + "return '' + Table.size;"));
		}

		@Test
		void whatIsMissingIsNamed() {
			final String none = ij.value(run(""));
			assertTrue(none.startsWith("Which segments?") && none.contains("no image of labels is open"), none);
			assertEquals("segments=x is not the title of an open image; open are: [CT].", ij.value(run("segments=x")));
			assertTrue(ij.value(run("min=5 max=2")).contains("min must not be greater"));
			assertTrue(ij.value(run("min=x")).contains("min=x is not allowed"));
			assertTrue(ij.value(run("bins=0 min=1")).contains("bins=0 is not allowed"));
		}

		@Test
		void labelsOfAnotherPatientAreRefused() throws IOException {
			open(labels().with(Tag.FRAME_OF_REFERENCE_UID, "1.2.3"));
			final String message = ij.value("selectImage('CT');" + run("segments=labels") + "return 'went on';");
			assertTrue(message.contains("different (0020,0052) Frame of Reference UIDs"), message);
		}

		/** A dose of 1 Gy in slice 0, 2 Gy in slice 1 and so on; the structure is in slice 2. */
		@Test
		void doseVolumeHistogram() throws IOException {
			ij.value("close('*');");
			open(SyntheticObjects.dose("dose", 0, 3, 6, 9, 12)
				.values((k, r, c) -> 1000 * (1 + k))
				.with(Tag.FRAME_OF_REFERENCE_UID, new SyntheticSeries("CT").uid(0)));
			structures();
			final String result = ij.value(dose("structures=[" + path("rs.dcm") + "] levels=[2.9 4] save=[" +
				path("dvh.csv") + "] curves=[" + path("curves.csv") + "]") +
				"return '' + Table.size + '|' + Table.getString('Name', 0) + '|' + d2s(Table.get('Volume (ml)', 0), 3) + '|' +" +
				"d2s(Table.get('D50 (Gy)', 0), 1) + '|' + d2s(Table.get('V2.9 (%)', 0), 0) + '|' + Table.get('V4 (%)', 0) + '|' +" +
				"nImages + '|' + getTitle;");
			assertEquals("1|PTV|0.024|3.0|60|0|3|DVH of dose", result);
			final List<String> curves = Files.readAllLines(folder.resolve("curves.csv"));
			assertEquals("Dose (Gy),PTV (%),PTV (ml/Gy)", curves.get(0));
			assertEquals(502, curves.size());
		}

		private void structures() throws IOException {
			new SyntheticStructures(new SyntheticSeries("CT"))
				.add("PTV", new int[] { 255, 128, 0 }, SyntheticStructures.rectangle(-9.25, -15, -7.25, -11, 36))
				.write(folder.resolve("rs.dcm"));
		}

		private void open(final SyntheticSeries series) throws IOException {
			final Path files = Files.createTempDirectory(folder, "series");
			series.write(files);
			ij.value("run('DICOM Folder...', 'folder=[" + files.toString().replace('\\', '/') + "]');");
		}

		String path(final String name) {
			return folder.resolve(name).toString().replace('\\', '/');
		}

		static String run(final String options) {
			return "run('DICOM Segment Statistics...', '" + options + "');";
		}

		private static String dose(final String options) {
			return "run('DICOM Dose Volume Histogram...', '" + options + "');";
		}
	}
}
