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

package io.github.dicomvolumes.export.segmentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.command.TestImageJ;
import io.github.dicomvolumes.data.Dictionary;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.export.nifti.NiftiReader;
import io.github.dicomvolumes.volume.DicomVolume;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** DICOM Segmentation... and DICOM Labels from ROIs as macros see them. */
class SegmentationMacroTest {

	@Nested
	class Headless extends Contract implements TestImageJ.Headless {}

	@Nested
	class Plain extends Contract implements TestImageJ.Plain {}

	abstract static class Contract implements TestImageJ.Any {

		private static final String THRESHOLD = "run('Duplicate...', 'title=mask duplicate');" +
			"setThreshold(2000, 65535); setOption('BlackBackground', true); run('Convert to Mask', 'black');";

		@TempDir
		Path folder;

		TestImageJ ij;

		@BeforeEach
		void open() throws IOException {
			ij = emptied();
			new SyntheticSeries("CT").orientation(0.8, 0.6, 0, -0.36, 0.48, 0.8)
				.with(Tag.PATIENT_NAME, "Doe^Jane")
				.with(Tag.SERIES_NUMBER, 7)
				.write(Files.createDirectories(folder.resolve("CT")));
			ij.value("run('DICOM Folder...', 'folder=[" + path("CT") + "]'); rename('ct');");
		}

		@Test
		void thresholdBecomesASegment() throws IOException {
			assertEquals("done", ij.value(THRESHOLD + save("") + "return 'done';"));
			final DicomVolume read = DicomVolumes.open(folder.resolve("a.dcm"));
			assertEquals("Doe^Jane 1007 1 Segment 1",
				read.attributes().orElse(Tag.PATIENT_NAME, "") + " " + read.attributes().orElse(Tag.SERIES_NUMBER, "") +
					" " + read.stack().segments().get(0).number() + " " + read.stack().segments().get(0).label());
			// slices 2, 3 and 4 hold 1000 k + 10 row + column
			assertEquals(3, read.stack().slices());
			assertEquals("3",
				ij.value("close('*'); run('DICOM Folder...', 'folder=[" + path("a.dcm") + "]'); return '' + nSlices;"));
			assertEquals("1", ij.value("setSlice(2); getStatistics(a, mean, min, max); return '' + mean;"));
		}

		@Test
		void labelmapNamesCodesAndColours() throws IOException {
			Files.writeString(folder.resolve("labels.csv"),
				"label,name,type,colour\n" + "1,\"Liver, left\",SCT^10200004^Liver,#dd8265\n3,Milz,,\n");
			assertEquals("done",
				ij.value("newImage('labels', '8-bit black', 16, 12, 5); setSlice(2);" +
					"setPixel(3, 4, 1); setPixel(5, 6, 3); updateDisplay();" +
					save("of=ct kind=Labelmap labels=[" + path("labels.csv") + "] description=[my organs]") +
					"return 'done';"));
			final DicomVolume read = DicomVolumes.open(folder.resolve("a.dcm"));
			assertEquals("[Segment[number=1, label=Liver, left, rgb=14516837], Segment[number=3, label=Milz, rgb=-1]]",
				read.stack().segments().toString());
			assertEquals("Liver",
				read.attributes()
					.items(Tag.SEGMENT_SEQUENCE)
					.get(0)
					.items(Dictionary.tag("SegmentedPropertyTypeCodeSequence"))
					.get(0)
					.orElse(Dictionary.tag("CodeMeaning"), ""));
			assertEquals("my organs", read.name());
			final DicomVolume ct = DicomVolumes.open(folder.resolve("CT"));
			assertEquals(0,
				read.geometry()
					.indexToPatient()
					.apply(3, 4, 1)
					.minus(ct.geometry().indexToPatient().apply(3, 4, 1))
					.norm(),
				1e-6);
			assertEquals("1 3 0",
				read.stored().getAt(3, 4, 1) + " " + read.stored().getAt(5, 6, 1) + " " + read.stored().getAt(4, 4, 1));
		}

		@Test
		void importedSegmentationKeepsNamesAndReferences() throws IOException {
			ij.value(THRESHOLD + save("labels=[" + csv("label,name,colour\n1,Bone,#102030\n") + "]"));
			final String again = "run('DICOM Folder...', 'folder=[" + path("a.dcm") +
				"]'); run('DICOM Segmentation...', " + "'file=[" + path("b.dcm") + "]'); return 'done';";
			assertEquals("done", ij.value(again), "with the CT open");
			final DicomVolume first = DicomVolumes.open(folder.resolve("a.dcm")),
				second = DicomVolumes.open(folder.resolve("b.dcm"));
			final int referenced = Dictionary.tag("ReferencedSeriesSequence");
			assertEquals(first.attributes().items(referenced), second.attributes().items(referenced));
			assertEquals(first.attributes().items(Tag.SEGMENT_SEQUENCE),
				second.attributes().items(Tag.SEGMENT_SEQUENCE));
			assertEquals("Bone", second.stack().segments().get(0).label());
			assertEquals("done", ij.value("close('*');" + again.replace("b.dcm", "c.dcm")), "alone");
			final DicomVolume third = DicomVolumes.open(folder.resolve("c.dcm"));
			assertEquals(first.attributes().items(referenced), third.attributes().items(referenced));
			assertEquals(first.attributes().items(Tag.SEGMENT_SEQUENCE),
				third.attributes().items(Tag.SEGMENT_SEQUENCE));
		}

		private String csv(final String text) throws IOException {
			Files.writeString(folder.resolve("labels.csv"), text);
			return path("labels.csv");
		}

		@Test
		void roisBecomeLabels() throws IOException {
			assertEquals("2|1|8|2|0|4|Labels of ct", ij.value(
				"makeRectangle(2, 3, 4, 2); Roi.setPosition(2); Roi.setStrokeColor('red'); Roi.setName('A'); Overlay.addSelection;" +
					"setSlice(3); makePolygon(8, 1, 10, 1, 10, 3, 8, 3); Roi.setPosition(3); Roi.setName('B 3'); Overlay.addSelection;" +
					"setSlice(4); makeRectangle(0, 0, 1, 1); Roi.setPosition(4); Roi.setName('B 4'); Overlay.addSelection; run('Select None');" +
					"run('DICOM Labels from ROIs'); Stack.getStatistics(v, m, min, max);" +
					"setSlice(2); getRawStatistics(n, mean2); getHistogram(0, h, 256); setSlice(3); getHistogram(0, h3, 256);" +
					"return '' + max + '|' + (h[1] > 0) + '|' + h[1] + '|' + (h3[2] / 2) + '|' + h3[1] + '|' + h3[2] + '|' + getTitle;"));
			assertEquals("done", ij.value(save("") + "return 'done';"));
			final DicomVolume read = DicomVolumes.open(folder.resolve("a.dcm"));
			assertEquals("[A, B]", read.stack().segments().stream().map(s -> s.label()).toList().toString());
			assertEquals(0xFF0000, read.stack().segments().get(0).rgb());
		}

		@Test
		void overlappingRoisAreChannels() throws IOException {
			assertEquals("2",
				ij.value("makeRectangle(2, 3, 4, 2); Roi.setPosition(2); Roi.setName('A'); Overlay.addSelection;" +
					"makeRectangle(3, 3, 4, 2); Roi.setPosition(2); Roi.setName('B'); Overlay.addSelection; run('Select None');" +
					"run('DICOM Labels from ROIs'); getDimensions(w, h, c, z, t); return '' + c;"));
			assertEquals("Voxels have labels in several channels, which a labelmap cannot say; take kind=Binary.",
				ij.value(save("kind=Labelmap")));
			assertEquals("done", ij.value(save("") + "return 'done';"));
			final DicomVolume read = DicomVolumes.open(folder.resolve("a.dcm"));
			assertEquals(2, read.stack().channels());
			assertEquals("YES", read.attributes().orElse(Tag.SEGMENTS_OVERLAP, ""));
		}

		/** The macro that we ship: the same segment as DICOM and as NIfTI. */
		@Test
		void exampleSegmentsByThreshold() throws IOException {
			final Path out = Files.createDirectory(folder.resolve("out"));
			ij.value(Files.readString(Path.of("macros/Threshold_to_Segmentation.ijm"))
				.replace("getArgument()", "\"" + path("CT") + ";" + path("out") + "\"")
				.replace("threshold = 200", "threshold = 2050"));
			final DicomVolume segment = DicomVolumes.open(out.resolve("bone.dcm")),
				ct = DicomVolumes.open(folder.resolve("CT"));
			assertEquals("Bone by threshold Bone", segment.name() + " " + segment.stack().segments().get(0).label());
			final NiftiReader nifti = NiftiReader.read(out.resolve("bone.nii.gz"));
			final int first = 5 - segment.stack().slices();
			int inside = 0;
			for (int z = 0; z < 5; z++)
				for (int y = 0; y < 12; y++)
					for (int x = 0; x < 16; x++) {
						final boolean isInside = ct.values().getAt(x, y, z).get() >= 2050;
						if (isInside) inside++;
						assertEquals(isInside ? 255 : 0, nifti.value(x, y, z, 0, 0));
						assertEquals(isInside ? 1 : 0, z < first ? 0 : segment.values().getAt(x, y, z - first).get());
					}
			assertEquals(6 + 7 * 16 + 2 * 16 * 12, inside);
		}

		@Test
		void imagesThatWereNeverDicomNeedAPlace() {
			assertEquals(
				"The place of the image in the patient is not known; name the volume that it belongs to, which " +
					"has the same size.",
				ij.value("newImage('labels', '8-bit black', 16, 12, 5); setPixel(1, 1, 1);" + save("")));
			assertTrue(ij.value("newImage('labels', '8-bit black', 16, 12, 4); setPixel(1, 1, 1);" + save("of=ct"))
				.contains("16 x 12 x 4 voxels, the volume that it belongs to 16 x 12 x 5"));
		}

		/** As from a TIFF file: the place is known, the files are not. */
		@Test
		void placeWithoutFilesMakesANewStudy() throws IOException {
			assertEquals("done", ij.value(THRESHOLD + "close('ct');" +
				save("patientname=[Roe^Richard] patientid=R1 number=5") + "return 'done';"));
			final DicomVolume read = DicomVolumes.open(folder.resolve("a.dcm"));
			assertEquals("Roe^Richard R1 5", read.attributes().orElse(Tag.PATIENT_NAME, "") + " " +
				read.attributes().orElse(Tag.PATIENT_ID, "") + " " + read.attributes().orElse(Tag.SERIES_NUMBER, ""));
		}

		@Test
		void badInputsSayWhatIsAllowed() throws IOException {
			assertEquals("file= is missing; it must be the DICOM file to write.",
				ij.value(THRESHOLD + "run('DICOM Segmentation...');"));
			ij.value(save(""));
			assertEquals(folder.resolve("a.dcm") + " is there already, and stays as it is; overwrite=true replaces it.",
				ij.value(save("") + "return 'went on';"));
			assertEquals("done", ij.value(save("overwrite") + "return 'done';"));
			assertEquals("The image has no labels: all voxels are 0.", ij.value(
				"setThreshold(300, 400); run('Select All'); run('Clear', 'stack'); run('Set...', 'value=0 stack');" +
					save("overwrite")));
			assertTrue(ij.value("selectWindow('ct'); run('32-bit');" + save("overwrite")).contains("32-bit values"));
			assertTrue(ij.value("run('RGB Color');" + save("overwrite")).contains("colours"));
			assertTrue(ij.value(THRESHOLD + save("overwrite of=nothing")).contains("not the title of an open image"));
			assertTrue(
				ij.value(save("overwrite labels=[" + csv("label,nam\n1,x\n") + "]")).contains("has a column nam;"));
			assertTrue(ij.value(save("overwrite labels=[" + csv("label,name\n1,x\n70000,y\n") + "]"))
				.contains("line 3: label 70000 must be"));
			assertFalse(ij.value(save("overwrite number=x") + "return 'went on';").contains("went on"));
		}

		private String save(final String options) {
			return "run('DICOM Segmentation...', 'file=[" + path("a.dcm") + "] " + options + "');";
		}

		private String path(final String name) {
			return folder.resolve(name).toString().replace('\\', '/');
		}
	}
}
