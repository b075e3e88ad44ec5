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

package io.github.dicomvolumes.export.structures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.command.TestImageJ;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** DICOM Contours... as macros see it: what DICOM Structure Set... reads is what was drawn. */
class ContoursMacroTest {

	@Nested
	class Headless extends Contract implements TestImageJ.Headless {}

	@Nested
	class Plain extends Contract implements TestImageJ.Plain {

		@Test
		void roiManagerCountsMoreThanTheOverlay() {
			assertEquals("1|PTV 3", ij.value("roiManager('reset');" + rectangle("A", 2) +
				"setSlice(3); makeRectangle(4, 4, 3, 3); Roi.setPosition(3); Roi.setName('PTV'); roiManager('add');" +
				"run('Select None');" + save("") + "Overlay.remove; roiManager('reset');" + load() +
				"n = Overlay.size; Overlay.activateSelection(0); return '' + n + '|' + Roi.getName;"));
			ij.value("roiManager('reset');");
		}
	}

	abstract static class Contract implements TestImageJ.Any {

		/** Tells type, points, bounds, slice and colour of each selection of the overlay. */
		private static final String TELL = "text = ''; for (i = 0; i < Overlay.size; i++) { Overlay.activateSelection(i);" +
			"Roi.getCoordinates(x, y); Roi.getPosition(c, z, t); getStatistics(area);" +
			"text += Roi.getName + ' ' + Roi.getType + ' ' + x.length + ' ' + d2s(x[0], 6) + ' ' + d2s(y[0], 6) + ' ' + z + ' ' + d2s(area, 6) + ' ' + Roi.getStrokeColor + ';'; } return text;";

		@TempDir
		Path folder;

		TestImageJ ij;

		@BeforeEach
		void open() throws IOException {
			ij = emptied();
			new SyntheticSeries("CT").orientation(0.8, 0.6, 0, -0.36, 0.48, 0.8)
				.write(Files.createDirectories(folder.resolve("CT")));
			ij.value("run('DICOM Folder...', 'folder=[" + path("CT") + "]');");
		}

		@Test
		void everySortOfSelectionComesBack() {
			final String before = ij.value(rectangle("PTV", 2) + "setSlice(3); makePolygon(1.5, 2, 9, 2.25, 7, 8); " +
				add("PTV", 3) + "setSlice(4); makeSelection('freehand', newArray(1, 5, 9, 4), newArray(1, 2, 7, 9));" +
				add("Cord", 4) + "setSlice(1); makeLine(1, 2, 7, 8);" + add("line", 1) +
				"makeSelection('polyline', newArray(1, 5.5, 9), newArray(1, 2, 7));" + add("line 2", 1) +
				"makePoint(3, 4);" + add("point", 1) + "run('Select None');" + TELL);
			final String after = ij.value(save("label=[my plan]") + "Overlay.remove;" + load() + TELL);
			assertEquals(before.replace("PTV rectangle", "PTV 2 polygon")
				.replace("PTV polygon", "PTV 3 polygon")
				.replace("Cord freehand", "Cord 4 polygon")
				.replace("line line", "line 1 polyline")
				.replace("line 2 polyline", "line 2 1 polyline")
				.replace("point point", "point 1 point"), after);
			assertEquals(6, after.split(";").length);
		}

		@ParameterizedTest
		@ValueSource(strings = { "Keyhole", "Separate" })
		void holesComeBack(final String holes) {
			final String composite = "makeRectangle(1, 1, 9, 9); setKeyDown('alt'); makeRectangle(3, 4, 2, 3); setKeyDown('none');";
			assertEquals("75", ij.value("setSlice(2);" + composite + add("ring", 2) +
				"Overlay.activateSelection(0); getRawStatistics(n); return '' + n;"));
			assertEquals("1|75|ring 2|" + (holes.equals("Keyhole") ? "polygon" : "composite"), ij.value(save(
				"holes=" + holes) + "Overlay.remove;" + load() +
				"n = Overlay.size; Overlay.activateSelection(0); getRawStatistics(pixels); return '' + n + '|' + pixels + '|' + Roi.getName + '|' + Roi.getType;"));
		}

		/** Partly overlapping ones of a name are one area; one within another stays and is a hole. */
		@Test
		void severalOfAStructureOnASlice() {
			assertEquals("1|28", ij.value(rectangle("A", 2, "0, 0, 4, 4") + rectangle("A", 2, "2, 2, 4, 4") + save("") +
				"Overlay.remove;" + load() +
				"n = Overlay.size; Overlay.activateSelection(0); getRawStatistics(pixels); return '' + n + '|' + pixels;"));
			assertEquals("2",
				ij.value("Overlay.remove;" + rectangle("A", 2, "0, 0, 8, 8") + rectangle("A", 2, "2, 2, 3, 3") +
					save("overwrite rois=Overlay") + "Overlay.remove;" + load() + "return '' + Overlay.size;"));
			assertEquals("55", ij.value(
				"run('DICOM Labels from ROIs', 'rois=Overlay'); setSlice(2); getHistogram(0, h, 256); return '' + h[1];"));
		}

		@Test
		void selectionCountsWhereNothingElseIs() {
			assertEquals("ROI 4 polygon 4 5.000000 5.000000 4 4.000000 yellow;",
				ij.value("setSlice(4); makeRectangle(5, 5, 2, 2);" + save("") + "run('Select None');" + load() + TELL));
		}

		@Test
		void badInputsSayWhatIsAllowed() {
			final String message = ij.value(save("") + "return 'went on';");
			assertTrue(message.startsWith("There are no ROIs: neither in the ROI Manager nor in the overlay of"),
				message);
			assertTrue(ij.value(
				"makeRectangle(1, 1, 2, 2); Roi.setName('lost'); Roi.setPosition(0); Overlay.addSelection; run('Select None');" +
					save("") + "return 'went on';")
				.contains("1 of 1 ROIs is on no slice"));
			assertEquals("DICOM Contours...: holes=Round is not allowed; it must be one of Keyhole, Separate.",
				ij.value("Overlay.remove;" + rectangle("A", 2) + save("holes=Round")));
			assertEquals("The ROIs are lines and points; labels are made of areas.", ij.value(
				"Overlay.remove; setSlice(1); makePoint(3, 4);" + add("p", 1) + "run('DICOM Labels from ROIs');"));
			assertEquals(
				"The place of the image in the patient is not known; name the volume that it belongs to, which " +
					"has the same size.",
				ij.value("newImage('plain', '8-bit black', 16, 12, 5);" + rectangle("A", 2) + save("")));
		}

		static String rectangle(final String name, final int slice) {
			return rectangle(name, slice, "2, 3, 4, 2");
		}

		private static String rectangle(final String name, final int slice, final String bounds) {
			return "setSlice(" + slice + "); makeRectangle(" + bounds + ");" + add(name, slice) + "run('Select None');";
		}

		private static String add(final String name, final int slice) {
			return "Roi.setName('" + name + "'); Roi.setPosition(" + slice +
				"); Roi.setStrokeColor('#ff8000'); Overlay.addSelection;";
		}

		String save(final String options) {
			return "run('DICOM Contours...', 'file=[" + path("a.dcm") + "] " + options + "');";
		}

		String load() {
			return "run('DICOM Structure Set...', 'file=[" + path("a.dcm") + "]');";
		}

		private String path(final String name) {
			return folder.resolve(name).toString().replace('\\', '/');
		}
	}
}
