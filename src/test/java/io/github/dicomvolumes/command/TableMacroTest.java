package io.github.dicomvolumes.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.dicomvolumes.SyntheticCases;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.io.DicomWriter;

/** The tables of the active image as macros see them, in every ImageJ. */
class TableMacroTest {

	/** ImageJ as Fiji patches it for running without windows. */
	@Nested
	class Headless extends Contract {

		@Override
		TestImageJ imagej() {
			return TestImageJ.headless();
		}
	}

	/** ImageJ as downloaded, with windows. */
	@Nested
	class Plain extends Contract {

		@Override
		TestImageJ imagej() {
			assumeFalse(GraphicsEnvironment.isHeadless(), "needs a display");
			return TestImageJ.plain();
		}
	}

	/** What every ImageJ has to do. */
	abstract static class Contract {

		@TempDir
		Path folder;

		private TestImageJ ij;

		abstract TestImageJ imagej();

		@BeforeEach
		void closeAll() {
			ij = imagej();
			ij.run("close('*');");
		}

		/** The tutorial's chest CT, with small slices of the same field of view per pixel. */
		@Test
		void geometryOfTheTutorial() throws IOException {
			new SyntheticSeries("tutorial").slices(99).size(512, 512).pixelSpacing(0.564453125,
				0.564453125).bits(16, 12, 11).rescale(1, -1024).values((k, r, c) -> k).write(folder);
			final Path csv = folder.resolve("geometry.csv");
			assertEquals("3|99|3|1|297|512|0.564453125|5.314878892733564|289|positions|uniform", ij
				.value(open() + "run('DICOM Geometry Table', 'save=[" + csv + "]');" +
					"return '' + Table.size + '|' + Table.get('Slices', 0) + '|' + Table.get('Sampling', 0)" +
					" + '|' + Table.get('PixelAspectRatio', 0) + '|' + Table.get('FieldOfView', 0)" +
					" + '|' + Table.get('Slices', 1) + '|' + Table.getString('Sampling', 1)" +
					" + '|' + Table.getString('PixelAspectRatio', 2) + '|' + Table.get('FieldOfView', 2)" +
					" + '|' + Table.getString('Source', 0) + '|' + Table.getString('Verdict', 0);"));
			assertEquals("""
				Plane,Slices,Sampling,PixelAspectRatio,FieldOfView,Letters,Acquired,Source,Verdict,Missing,Tilt,Note
				Axial,99,3,1,297,LP,1,positions,uniform,,0,
				Coronal,512,0.564453125,5.314878892733564,289,LF,0,,,,,
				Sagittal,512,0.564453125,5.314878892733564,289,PF,0,,,,,
				""", Files.readString(csv));
		}

		@Test
		void aMacroRefusesABadSeries() throws IOException {
			SyntheticCases.write("missing_slice", folder);
			assertEquals("filled|4|1", ij.value(open() + "run('DICOM Geometry Table');" +
				"return '' + Table.getString('Verdict', 0) + '|' + Table.getString('Missing', 0)" +
				" + '|' + Table.get('Acquired', 0);"));
		}

		@Test
		void slicesWithPlaceGapAndLine() throws IOException {
			new SyntheticSeries("pet").modality("PT").rescale(k -> 0.5 * (k + 1), 0).omit(2).write(
				folder);
			assertEquals("5|4|39|6|2|missing, filled|IM004", ij.value(open() +
				"run('DICOM Slice Table'); file = Table.getString('File', 3);" +
				"return '' + Table.size + '|' + Table.get('InstanceNumber', 3) + '|' +" +
				"Table.get('PositionZ', 3) + '|' + Table.get('Gap', 3) + '|' + Table.get('Slope', 3)" +
				" + '|' + Table.getString('Note', 2) + '|' + File.getName(file);"));
		}

		@Test
		void metadataSayWhatVaries() throws IOException {
			new SyntheticSeries("metadata").write(folder);
			final String find = "function row(keyword) { for (i = 0; i < Table.size; i++)" +
				" if (Table.getString('Keyword', i) == keyword) return i; exit('no ' + keyword); }";
			assertEquals("3|5|1.2.840.10008.1.2.1|0028,0030|2\\0.5|2|DS|", ij.value(open() +
				"run('DICOM Metadata Table', 'slice=3');" +
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
			final var item = Attributes.builder().put(
				Tag.SOP_INSTANCE_UID, "1.2.3").build();
			new DicomWriter().write(Attributes.builder().put(
				Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.481.5").put(Tag.MODALITY, "RTPLAN").put(
					0x00081140, List.of(item, item)).build(), file);
			assertEquals("0008,1140[2]>0008,0018|1.2.3", ij.value(
				"run('DICOM Metadata Table', 'file=[" + file + "]'); n = Table.size - 1;" +
					"return '' + Table.getString('Tag', n) + '|' + Table.getString('Value', n);"));
		}

		@Test
		void failuresAreClear() throws IOException {
			assertTrue(ij.value("run('DICOM Metadata Table');").contains("no image open"));
			assertTrue(ij.value("run('DICOM Slice Table');").contains("no image open"));
			assertTrue(ij.value("newImage('plain', '8-bit', 9, 9, 1); run('DICOM Geometry Table');")
				.contains("\"plain\" was not opened by"));
			new SyntheticSeries("few").slices(2).write(folder);
			assertTrue(ij.value(open() + "run('DICOM Metadata Table', 'slice=3');").contains(
				"slice=3 is not allowed; there are 2"));
		}

		private String open() {
			return "run('DICOM Folder...', 'folder=[" + folder + "]');";
		}
	}
}
