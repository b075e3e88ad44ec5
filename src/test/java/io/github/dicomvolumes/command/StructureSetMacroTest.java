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

import static io.github.dicomvolumes.SyntheticStructures.contour;
import static io.github.dicomvolumes.SyntheticStructures.rectangle;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.ZipFile;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.SyntheticStructures;
import io.github.dicomvolumes.data.Attributes;

/**
 * DICOM Structure Set... as macros see it. Structures lie on the edges of voxels of the base case (first voxel centred
 * at (-10, -20, 30) mm, voxels of 0.5 x 2 x 3 mm).
 */
class StructureSetMacroTest {

	/** ImageJ as Fiji patches it for running without windows: an overlay, no ROI Manager. */
	@Nested
	class Headless extends Contract implements TestImageJ.Headless {}

	/** ImageJ as downloaded, with windows: the ROI Manager too. */
	@Nested
	class Plain extends Contract implements TestImageJ.Plain {

		@Test
		void roiManagerHasNamesGroupsAndSlices() throws IOException {
			twoStructures();
			ij.run("print('begin');");
			assertEquals("3|PTV 3|1|3|2 x 2|Cord 4|2|4", ij.value(open() + command("") +
				"n = roiManager('count'); roiManager('select', 0); getSelectionBounds(x, y, w, h);" +
				"first = Roi.getName + '|' + Roi.getGroup + '|' + getSliceNumber + '|' + w + ' x ' + h;" +
				"roiManager('select', 2); return '' + n + '|' + first + '|' + Roi.getName + '|' + Roi.getGroup + '|' + getSliceNumber;"));
			assertEquals("-1", ij.value("return '' + indexOf(getInfo('log'), 'LUT not found');"));
			assertEquals("6|4",
				ij.value(
					command("") + "roiManager('select', 5);" + "return '' + roiManager('count') + '|' + Roi.getGroup;"),
				"another run adds groups of its own");
		}

		@Test
		void batchModeHasAHiddenManager() throws IOException {
			twoStructures();
			assertEquals("3|Cord 4",
				ij.value("if (isOpen('ROI Manager')) { selectWindow('ROI Manager'); run('Close'); }" +
					"setBatchMode(true);" + open() + command("") +
					"roiManager('select', 2); return '' + roiManager('count') + '|' + Roi.getName;"));
		}
	}

	/** In every mode. */
	abstract static class Contract implements TestImageJ.Any {

		@TempDir
		Path folder;

		TestImageJ ij;
		private final SyntheticSeries series = new SyntheticSeries("structures");

		@BeforeEach
		void openSeries() throws IOException {
			ij = emptied();
			series.write(Files.createDirectory(folder.resolve("ct")));
		}

		@Test
		void squareOnKnownVoxels() throws IOException {
			// columns 2 to 5 and rows 3 and 4 of slice 3: 4 x 2 pixels of 1 mm2, whose mean is that of 2035 .. 2045
			write(new SyntheticStructures(series).add("PTV", new int[] { 255, 128, 0 },
				rectangle(-9.25, -15, -7.25, -11, 36)));
			assertEquals("1|PTV 3|3|1|8|2038.5|#ff8000|1|6", ij.value(open() + command("") +
				"n = Overlay.size; Overlay.activateSelection(0); Roi.getPosition(c, z, t); getStatistics(area, mean);" +
				"getSelectionBounds(x, y, w, h); toScaled(x, y);" +
				"return '' + n + '|' + Roi.getName + '|' + z + '|' + Roi.getGroup + '|' + area + '|' + mean + '|' +" +
				"Roi.getStrokeColor + '|' + x + '|' + y;"));
		}

		@Test
		void overlayAndPropertiesOfTwoStructures() throws IOException {
			twoStructures();
			assertEquals("3|PTV 3 (2)|1|Cord|2|Cord", ij.value(open() + command("") +
				"Overlay.activateSelection(1); name = Roi.getName; group = Roi.getGroup; n = Overlay.size;" +
				"names = split(Roi.getGroupNames, ','); Overlay.activateSelection(2); return '' + n + '|' + name + '|' + group + '|' +" +
				"Roi.getProperty('DICOM Structure') + '|' + Roi.getGroup + '|' + names[1];"));
			assertEquals("3", ij.value(command("") + "return '' + Overlay.size;"), "another run replaces the overlay");
		}

		@Test
		void linesPointsAndHoles() throws IOException {
			write(new SyntheticStructures(series).add("holes", null, xor(-9.25, -7.25), xor(-8.75, -7.75))
				.add("line", null, contour("OPEN_PLANAR", -10, -20, 30, -8, -16, 30))
				.add("point", null, contour("POINT", -9, -16, 33)));
			assertEquals("3|4|polyline|point|2|2", ij.value(open() + command("") +
				"Overlay.activateSelection(0); getStatistics(area); Overlay.activateSelection(1); line = Roi.getType;" +
				"Overlay.activateSelection(2); Roi.getCoordinates(x, y);" +
				"return '' + Overlay.size + '|' + area + '|' + line + '|' + Roi.getType + '|' + x[0] + '|' + y[0];"));
		}

		@Test
		void archiveForTheRoiManager() throws IOException {
			twoStructures();
			final Path zip = folder.resolve("rois.zip");
			ij.value(open() + command("save=[" + path(zip) + "]"));
			try (ZipFile file = new ZipFile(zip.toFile())) {
				assertEquals("[PTV 3.roi, PTV 3 (2).roi, Cord 4.roi]",
					file.stream().map(e -> e.getName()).toList().toString());
			}
		}

		@Test
		void hiddenPatientHasStructuresWithoutNames() throws IOException {
			twoStructures();
			assertEquals("ROI 1 3|ROI 1", ij.value("run('DICOM Folder...', 'folder=[" + path(folder.resolve("ct")) +
				"] patient=Hide');" + command("") +
				"Overlay.activateSelection(0); return '' + Roi.getName + '|' + Roi.getProperty('DICOM Structure');"));
		}

		@Test
		void otherSpaceStopsTheMacro() throws IOException {
			write(new SyntheticStructures("1.2.3").add("PTV", null, rectangle(-9, -16, -7, -10, 36)));
			final String message = ij.value(open() + command("") + "return 'went on';");
			assertTrue(message.contains("drawn in another space"), message);
			assertEquals("0", ij.value("return '' + Overlay.size;"));
		}

		/** R63. */
		@Test
		void otherSpaceOfTheNamedSeriesIsDrawn() throws IOException {
			write(new SyntheticStructures("1.2.3").naming(series.uid(0), series.seriesInstanceUid())
				.add("PTV", null, rectangle(-9, -16, -7, -10, 36)));
			assertEquals("1", ij.value(open() + command("") + "return '' + Overlay.size;"));
		}

		/** The message of another space names both by their UIDs, that of an unreadable file its path. */
		@Test
		void failureOfHiddenPatientsNamesNobody() throws IOException {
			write(new SyntheticStructures("1.2.3").add("PTV", null, rectangle(-9, -16, -7, -10, 36)));
			final String hidden = open().replace("]');", "] patient=Hide');");
			final String instead = "The structure set cannot be drawn; imported with patient=Show the reason is told.";
			assertEquals(instead, ij.value(hidden + command("") + "return 'went on';"));
			Files.copy(folder.resolve("ct/IM001"), folder.resolve("rs.dcm"), StandardCopyOption.REPLACE_EXISTING);
			assertEquals(instead, ij.value("close('*');" + hidden + command("") + "return 'went on';"));
		}

		@Test
		void otherFileStopsTheMacro() throws IOException {
			Files.copy(folder.resolve("ct/IM001"), folder.resolve("rs.dcm"));
			final String message = ij.value(open() + command("") + "return 'went on';");
			assertTrue(message.contains("rs.dcm: ") && message.contains("no RT structure set but CT"), message);
		}

		void twoStructures() throws IOException {
			write(new SyntheticStructures(series)
				.add("PTV", new int[] { 255, 0, 0 }, rectangle(-9.25, -15, -8.25, -11, 36),
					rectangle(-7.25, -15, -6.25, -11, 36))
				.add("Cord", new int[] { 0, 255, 0 }, rectangle(-9, -16, -7, -10, 39)));
		}

		private static Attributes xor(final double left, final double right) {
			return contour("CLOSEDPLANAR_XOR", left, -17, 30, right, -17, 30, right, -13, 30, left, -13, 30);
		}

		private void write(final SyntheticStructures structures) throws IOException {
			structures.write(folder.resolve("rs.dcm"));
		}

		String open() {
			return "run('DICOM Folder...', 'folder=[" + path(folder.resolve("ct")) + "]');";
		}

		String command(final String options) {
			return "run('DICOM Structure Set...', 'file=[" + path(folder.resolve("rs.dcm")) + "] " + options + "');";
		}

		private static String path(final Path path) {
			return path.toString().replace('\\', '/');
		}
	}
}
