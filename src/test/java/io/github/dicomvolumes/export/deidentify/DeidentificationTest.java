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
package io.github.dicomvolumes.export.deidentify;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.Encapsulated;
import io.github.dicomvolumes.SyntheticObjects;
import io.github.dicomvolumes.SyntheticObjects.SegmentFrame;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.SyntheticStructures;
import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Dictionary;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.TransferSyntax;
import io.github.dicomvolumes.data.VR;
import io.github.dicomvolumes.io.header.DicomFile;
import io.github.dicomvolumes.io.header.HeaderReaders;
import io.github.dicomvolumes.io.source.DiskSources;
import io.github.dicomvolumes.io.source.OpenSources;
import io.github.dicomvolumes.volume.DicomVolume;
import io.github.dicomvolumes.volume.structures.StructureSet;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a copy is: the same volumes, structures and references, under other names. */
class DeidentificationTest {

	private static final DeidentifyOptions STRICT = DeidentifyOptions.DEFAULT;

	@TempDir
	private Path temp;
	private Path from, to;

	@BeforeEach
	void folders() throws IOException {
		from = Files.createDirectory(temp.resolve("in"));
		to = temp.resolve("out");
	}

	private static int tag(final String keyword) {
		return Dictionary.tag(keyword);
	}

	private static List<Attributes> copies(final Path folder) throws IOException {
		return DeidentificationLawTest.files(folder).stream().map(DeidentificationTest::read).toList();
	}

	private static Attributes read(final Path file) {
		try {
			return HeaderReaders.BUILT_IN.read(DiskSources.of(file)).attributes();
		}
		catch (final IOException exc) {
			throw new AssertionError(exc);
		}
	}

	private Attributes onlyCopy(final SyntheticSeries series, final DeidentifyOptions options) throws IOException {
		series.slices(1).write(from);
		assertEquals(1, Deidentification.run(from, to, options).copied());
		return copies(to).get(0);
	}

	// -- The same objects --

	@Test
	void seriesSegmentationAndStructuresStillBelongTogether() throws IOException {
		final SyntheticSeries ct = new SyntheticSeries("ct").rescale(1, -1024);
		ct.write(from.resolve("a"));
		final Attributes image = Attributes.builder()
			.put(tag("ReferencedSOPClassUID"), "1.2.840.10008.5.1.4.1.1.2")
			.put(tag("ReferencedSOPInstanceUID"), ct.attributes(2).orElse(Tag.SOP_INSTANCE_UID, ""))
			.build();
		SyntheticObjects
			.segmentation("seg", "BINARY", "NO", List.of("liver"), new SegmentFrame(1, 30), new SegmentFrame(1, 33))
			.with(Tag.FRAME_OF_REFERENCE_UID, ct.uid(0))
			.with(tag("SourceImageSequence"), image)
			.write(from.resolve("b"));
		final Path structures = from.resolve("rs.dcm");
		new SyntheticStructures(ct)
			.add("PTV", new int[] { 255, 0, 0 }, SyntheticStructures.rectangle(-9, -16, -7, -10, 36))
			.naming(ct.uid(0), ct.seriesInstanceUid())
			.write(structures);
		Deidentification.run(from, to, STRICT);

		final Map<String, DicomVolume> before = byModality(from), after = byModality(to);
		assertEquals(before.keySet(), after.keySet());
		for (final String modality : before.keySet())
			assertSameVolume(before.get(modality), after.get(modality));
		final List<Attributes> copies = copies(to);
		final Attributes copied = only(copies, "RTSTRUCT");
		final StructureSet old = StructureSet.of(read(structures)), same = StructureSet.of(copied);
		assertEquals(old.structures().get(0).contours(), same.structures().get(0).contours());
		assertEquals(after.get("CT").attributes().orElse(Tag.FRAME_OF_REFERENCE_UID, ""),
			same.structures().get(0).frameOfReference());
		final String series = after.get("CT").attributes().orElse(Tag.SERIES_INSTANCE_UID, "");
		assertTrue(copied.toString().length() > 0 && text(copied).contains(series), "names its series");
		final String source = only(copies, "SEG").optional("SourceImageSequence[1]>ReferencedSOPInstanceUID")
			.orElseThrow()
			.text();
		assertTrue(copies.stream().anyMatch(c -> c.orElse(Tag.SOP_INSTANCE_UID, "").equals(source)),
			"its source is in the copy");
	}

	private static Attributes only(final List<Attributes> all, final String modality) {
		return all.stream().filter(a -> a.orElse(Tag.MODALITY, "").equals(modality)).findFirst().orElseThrow();
	}

	private static String text(final Attributes attributes) {
		final StringBuilder text = new StringBuilder(attributes.toString());
		attributes.elements()
			.stream()
			.filter(e -> e.vr() == VR.SQ)
			.forEach(e -> attributes.items(e.tag()).forEach(item -> text.append(text(item))));
		return text.toString();
	}

	private static Map<String, DicomVolume> byModality(final Path folder) throws IOException {
		final Map<String, DicomVolume> volumes = new TreeMap<>();
		for (final DicomVolume volume : DicomVolumes.openAll(folder))
			volumes.put(volume.attributes().orElse(Tag.MODALITY, ""), volume);
		return volumes;
	}

	private static void assertSameVolume(final DicomVolume one, final DicomVolume other) {
		assertArrayEquals(one.dimensions(), other.dimensions());
		assertEquals(one.geometry().toString(), other.geometry().toString());
		for (int z = 0; z < one.dimensions()[2]; z++)
			assertTrue(Arrays.deepEquals(new Object[] { one.plane(z, 0, 0) }, new Object[] { other.plane(z, 0, 0) }));
		assertEquals(one.line(0, 0, 0), other.line(0, 0, 0));
	}

	@Test
	void floatPixels() throws IOException {
		final byte[] pixels = new byte[4 * 16 * 12];
		pixels[5] = 66;
		new SyntheticSeries("float").slices(1)
			.without(Tag.PIXEL_DATA)
			.each((k, a) -> a.put(Tag.FLOAT_PIXEL_DATA, VR.OF, pixels))
			.write(from);
		Deidentification.run(from, to, STRICT);
		final DicomFile copy = HeaderReaders.BUILT_IN.read(DiskSources.of(DeidentificationLawTest.files(to).get(0)));
		assertEquals(Tag.FLOAT_PIXEL_DATA, copy.pixelData().tag());
		try (var channel = copy.openPixels(OpenSources.NONE, 0)) {
			assertArrayEquals(pixels, Channels.newInputStream(channel).readAllBytes());
		}
	}

	/** Compressed pixels with junk between the fragments and the end of the file. */
	@Test
	void junkBehindTheFragmentsIsNotCopied() throws IOException {
		final byte[] file = Encapsulated.rleFile(new SyntheticSeries("rle").attributes(0));
		final byte[] junk = "SECRET__".getBytes(StandardCharsets.US_ASCII);
		final byte[] bytes = Arrays.copyOf(file, file.length - 8 + junk.length); // in place of the delimiter
		System.arraycopy(junk, 0, bytes, file.length - 8, junk.length);
		Files.write(from.resolve("a"), bytes);
		assertEquals(1, Deidentification.run(from, to, STRICT).copied());
		final Path copy = DeidentificationLawTest.files(to).get(0);
		assertFalse(new String(Files.readAllBytes(copy), StandardCharsets.ISO_8859_1).contains("SECRET"));
		final byte[] pixels = DeidentificationLawTest.pixels(HeaderReaders.BUILT_IN.read(DiskSources.of(copy)));
		assertEquals(DicomVolumes.open(from).plane(0, 0, 0).getClass(), short[].class);
		assertArrayEquals((short[]) DicomVolumes.open(from).plane(0, 0, 0),
			(short[]) DicomVolumes.open(to).plane(0, 0, 0));
		assertEquals((byte) 0xDD, pixels[pixels.length - 6], "ends with a delimiter");
	}

	/** Anything can stand in an offset table, and in fragments of no frame. */
	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void junkAmongTheItemsIsNotCopied(final boolean isTable) throws IOException {
		final Attributes one = new SyntheticSeries("rle").attributes(0);
		final byte[] frame = Encapsulated.rle(one.optional(Tag.PIXEL_DATA).orElseThrow().bytes(), 1, 2),
			junk = "SECRET__".getBytes(StandardCharsets.US_ASCII);
		Files.write(from.resolve("a"), Encapsulated.file(one, Encapsulated.RLE, isTable ? junk : Encapsulated.NO_TABLE,
			isTable ? List.of(frame) : List.of(frame, junk)));
		assertEquals(1, Deidentification.run(from, to, STRICT).copied());
		final byte[] copy = Files.readAllBytes(DeidentificationLawTest.files(to).get(0));
		assertFalse(new String(copy, StandardCharsets.ISO_8859_1).contains("SECRET"));
		assertArrayEquals((short[]) DicomVolumes.open(from).plane(0, 0, 0),
			(short[]) DicomVolumes.open(to).plane(0, 0, 0));
	}

	@Test
	void offsetTableStays() throws IOException {
		final Attributes two = new SyntheticSeries("two").frames(2).attributes(0);
		final byte[] file = Encapsulated.file(two, Encapsulated.JPEG_BASELINE, Encapsulated.table(0, 12),
			List.of(new byte[] { 1, 2, 3, 4 }, new byte[] { 5, 6 }));
		Files.write(from.resolve("a"), file);
		Deidentification.run(from, to, STRICT);
		final byte[] copy = Files.readAllBytes(DeidentificationLawTest.files(to).get(0));
		assertArrayEquals(Arrays.copyOfRange(file, file.length - 46, file.length),
			Arrays.copyOfRange(copy, copy.length - 46, copy.length));
	}

	/** Streams may follow each other within a fragment. */
	@Test
	void fewerFragmentsThanFrames() throws IOException {
		final Attributes two = new SyntheticSeries("two").frames(2).attributes(0);
		final byte[] file = Encapsulated.file(two, Encapsulated.JPEG_BASELINE, Encapsulated.NO_TABLE,
			List.of(new byte[] { 1, 2, 3, 4 }));
		Files.write(from.resolve("a"), file);
		assertEquals(1, Deidentification.run(from, to, STRICT).copied());
		final byte[] copy = Files.readAllBytes(DeidentificationLawTest.files(to).get(0));
		assertArrayEquals(Arrays.copyOfRange(file, file.length - 28, file.length),
			Arrays.copyOfRange(copy, copy.length - 28, copy.length));
	}

	@Test
	void bytesBehindTheLastPixelBecomeZeros() throws IOException {
		final SyntheticSeries series = new SyntheticSeries("long");
		final byte[] pixels = series.pixels(0);
		final byte[] longer = Arrays.copyOf(pixels, pixels.length + 8);
		System.arraycopy("SECRET__".getBytes(StandardCharsets.US_ASCII), 0, longer, pixels.length, 8);
		series.slices(1).each((k, a) -> a.put(Tag.PIXEL_DATA, VR.OW, longer)).write(from);
		Deidentification.run(from, to, STRICT);
		final DicomFile copy = HeaderReaders.BUILT_IN.read(DiskSources.of(DeidentificationLawTest.files(to).get(0)));
		assertArrayEquals(Arrays.copyOf(pixels, pixels.length + 8), DeidentificationLawTest.pixels(copy));
	}

	// -- Names, dates, options --

	@Test
	void sameSecretGivesTheSameNamesAndDays() throws IOException {
		final Path secret = temp.resolve("secret"), other = temp.resolve("other");
		new SyntheticSeries("x").write(from);
		final DeidentifyOptions shifted = STRICT.withDates(DateRule.SHIFT);
		Deidentification.run(from, temp.resolve("a"), shifted.withSecret(secret));
		Deidentification.run(from, temp.resolve("b"), shifted.withSecret(secret));
		Deidentification.run(from, temp.resolve("c"), shifted.withSecret(other));
		Deidentification.run(from, temp.resolve("d"), shifted);
		assertEquals(copies(temp.resolve("a")), copies(temp.resolve("b")));
		assertEquals(64, Files.readString(secret).strip().length());
		if (Files.getFileStore(secret).supportsFileAttributeView("posix"))
			assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)));
		for (final String name : List.of("c", "d"))
			for (final int tag : new int[] { Tag.PATIENT_ID, Tag.SOP_INSTANCE_UID, Tag.STUDY_DATE })
				assertNotEquals(copies(temp.resolve("a")).get(0).optional(tag),
					copies(temp.resolve(name)).get(0).optional(tag), Tag.describe(tag));
	}

	@Test
	void datesAreRemovedShiftedOrKept() throws IOException {
		final SyntheticSeries series = new SyntheticSeries("x").slices(1)
			.with(tag("PatientBirthDate"), "19700412")
			.with(Tag.ACQUISITION_DATE, "20200103")
			.with(Tag.ACQUISITION_DATE_TIME, "20200103101112.5+0100");
		series.write(from);
		final Attributes removed = copy(STRICT, "a"), shifted = copy(STRICT.withDates(DateRule.SHIFT), "b"),
			kept = copy(STRICT.withDates(DateRule.KEEP), "c");
		assertEquals("", removed.orElse(Tag.STUDY_DATE, ""));
		assertEquals("20200101", kept.orElse(Tag.STUDY_DATE, ""));
		final var day = shifted.optional(Tag.STUDY_DATE).orElseThrow().date().orElseThrow();
		assertTrue(day.isBefore(LocalDate.of(2020, 1, 1)));
		assertEquals(day.plusDays(2), shifted.optional(Tag.ACQUISITION_DATE).orElseThrow().date().orElseThrow());
		assertTrue(shifted.orElse(Tag.ACQUISITION_DATE_TIME, "").endsWith("101112.5+0100"));
		for (final Attributes copy : List.of(removed, shifted, kept))
			assertEquals("", copy.orElse(tag("PatientBirthDate"), ""));
		assertEquals("REMOVED", removed.orElse(tag("LongitudinalTemporalInformationModified"), ""));
		assertEquals("MODIFIED", shifted.orElse(tag("LongitudinalTemporalInformationModified"), ""));
		assertEquals("UNMODIFIED", kept.orElse(tag("LongitudinalTemporalInformationModified"), ""));
	}

	private Attributes copy(final DeidentifyOptions options, final String name) throws IOException {
		Deidentification.run(from, temp.resolve(name), options);
		return copies(temp.resolve(name)).get(0);
	}

	@Test
	void descriptionsAreKeptWithoutNames() throws IOException {
		final SyntheticSeries series = new SyntheticSeries("x").with(Tag.PATIENT_NAME, "Doe^Jane^Li")
			.with(tag("ReferringPhysicianName"), "Freud^Sigmund")
			.with(Tag.SERIES_DESCRIPTION, "Liver of JANE, sent by Dr. Sigmund Freud on 3.4.2021");
		final Attributes copy = onlyCopy(series, STRICT.withKeep(EnumSet.of(Retained.DESCRIPTIONS)));
		assertEquals("Liver of , sent by Dr. on", copy.orElse(Tag.SERIES_DESCRIPTION, ""));
		assertFalse(copy.contains(tag("SeriesDescriptionCodeSequence")));
	}

	/** Each is worth one code (PS3.16 CID 7050). */
	@Test
	void copyTellsWhatWasDone() throws IOException {
		final Attributes copy = onlyCopy(new SyntheticSeries("x"),
			STRICT.withDates(DateRule.SHIFT).withKeep(EnumSet.allOf(Retained.class)));
		assertEquals("YES", copy.orElse(tag("PatientIdentityRemoved"), ""));
		assertEquals("DICOM Volumes: PS3.15 basic profile", copy.orElse(tag("DeidentificationMethod"), ""));
		assertEquals(List.of("113100", "113105", "113107", "113108", "113109", "113111"),
			copy.items(tag("DeidentificationMethodCodeSequence"))
				.stream()
				.map(i -> i.orElse(Tag.CODE_VALUE, ""))
				.toList());
	}

	@Test
	void whatIsKeptBeyondTheProfile() throws IOException {
		final SyntheticSeries series = new SyntheticSeries("x").with(tag("PatientAge"), "044Y")
			.with(tag("PatientWeight"), 70)
			.with(tag("DeviceSerialNumber"), "SN5")
			.each((k, a) -> a.put(0x20050010, VR.LO, "Philips MR Imaging DD 001".getBytes())
				.put(0x2005100E, VR.FL, 4)
				.put(0x20051001, VR.FL, 4)
				.put(0x00290010, VR.LO, "SIEMENS CSA HEADER".getBytes())
				.put(0x00291010, VR.OB, new byte[4]));
		series.slices(1).write(from);
		final int[] all = { tag("PatientAge"), tag("PatientWeight"), tag("DeviceSerialNumber"), 0x20050010,
			0x2005100E };
		final Attributes strict = copy(STRICT, "a"),
			kept = copy(STRICT.withKeep(EnumSet.complementOf(EnumSet.of(Retained.DESCRIPTIONS))), "b");
		for (final int tag : all) {
			assertFalse(strict.contains(tag), Tag.describe(tag));
			assertTrue(kept.contains(tag), Tag.describe(tag));
		}
		for (final int tag : new int[] { 0x20051001, 0x00290010, 0x00291010 })
			assertFalse(kept.contains(tag), Tag.describe(tag));
	}

	/** What is no number, date or age has no place where one must stand. */
	@Test
	void textInPlaceOfNumbersIsLost() throws IOException {
		final Attributes copy = onlyCopy(
			new SyntheticSeries("x").with(tag("PatientAge"), "old")
				.with(tag("KVP"), "about 120")
				.with(Tag.SLICE_THICKNESS, " 3.0E+00 ")
				.with(Tag.ACQUISITION_DATE, "Monday"),
			STRICT.withDates(DateRule.KEEP).withKeep(EnumSet.of(Retained.CHARACTERISTICS)));
		for (final int tag : new int[] { tag("PatientAge"), tag("KVP"), Tag.ACQUISITION_DATE }) {
			assertTrue(copy.contains(tag), Tag.describe(tag));
			assertEquals("", copy.orElse(tag, ""), Tag.describe(tag));
		}
		assertEquals(3, copy.number(Tag.SLICE_THICKNESS).orElseThrow());
	}

	/** A patient called Head: the part of the body stays, as a word of the standard, and the text does not. */
	@Test
	void patientCalledLikeAWordOfTheStandard() throws IOException {
		final Attributes copy = onlyCopy(new SyntheticSeries("x").with(Tag.PATIENT_NAME, "Head^Axial")
			.with(tag("BodyPartExamined"), "HEAD")
			.with(tag("ManufacturerModelName"), "Head Scanner"), STRICT);
		assertEquals("HEAD", copy.orElse(tag("BodyPartExamined"), ""));
		assertEquals("AXIAL", copy.strings(Tag.IMAGE_TYPE).get(2));
		assertEquals("Scanner", copy.orElse(tag("ManufacturerModelName"), ""));
	}

	/** What one file tells of the patient is not in another file of the patient either. */
	@Test
	void nameIsInAnotherFile() throws IOException {
		new SyntheticSeries("x").slices(2)
			.slice(0, a -> a.put(Tag.PATIENT_NAME, "Qzxvwkj^Anna"))
			.slice(1, a -> a.put(Tag.PATIENT_NAME, "").put(tag("ManufacturerModelName"), "of Qzxvwkj"))
			.write(from);
		Deidentification.run(from, to, STRICT);
		assertEquals(2, copies(to).size());
		assertEquals("of", copies(to).get(1).orElse(tag("ManufacturerModelName"), ""));
	}

	@Test
	void textInOtherCharacterSets() throws IOException {
		final Attributes copy = onlyCopy(
			new SyntheticSeries("x").each((k, a) -> a.put(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 192")
				.put(Tag.PATIENT_NAME, "Müller^Zoë=山田^太郎")
				.put(tag("ManufacturerModelName"), "Gerät für 山田 und Muller und ZOË")),
			STRICT);
		assertEquals("Gerät für und und", copy.orElse(tag("ManufacturerModelName"), ""));
	}

	@Test
	void patientsAreToldApartByIssuerToo() throws IOException {
		new SyntheticSeries("x").slices(1).with(tag("IssuerOfPatientID"), "A").write(from.resolve("a"));
		new SyntheticSeries("x").slices(1).with(tag("IssuerOfPatientID"), "B").write(from.resolve("b"));
		final DeidentifyReport report = Deidentification.run(from, to, STRICT);
		assertEquals(2, report.patients());
	}

	@Test
	void tableLeadsBack() throws IOException {
		final Path table = temp.resolve("table.csv");
		new SyntheticSeries("x").slices(1).with(Tag.PATIENT_NAME, "Doe^\"Jane\"").write(from);
		Deidentification.run(from, to, STRICT.withTable(table).withDates(DateRule.SHIFT));
		final List<String> lines = Files.readAllLines(table);
		final String pseudonym = copies(to).get(0).orElse(Tag.PATIENT_ID, "");
		assertEquals("\"Kind\",\"Old\",\"New\"", lines.get(0));
		assertTrue(lines.contains("\"PatientName\",\"Doe^\"\"Jane\"\"\",\"" + pseudonym + "\""), lines::toString);
		assertTrue(lines.stream().anyMatch(l -> l.startsWith("\"DaysShifted\",\"x\",\"-")), lines::toString);
		assertTrue(lines.stream().anyMatch(l -> l.startsWith("\"UID\",") && l.contains("2.25.")), lines::toString);
		assertTrue(lines.stream().anyMatch(l -> l.startsWith("\"File\",") && l.contains("000001.dcm")),
			lines::toString);
	}

	@Test
	void enhancedObjectsKeepWhatTheyRequire() throws IOException {
		final Attributes copy = onlyCopy(SyntheticObjects
			.enhanced("e", 2, SyntheticObjects.sharedAxial(),
				k -> SyntheticObjects.frameAt(0, 0, 3 * k,
					Attributes.builder().put(tag("FrameAcquisitionDateTime"), "20200101101112").build()))
			.with(Tag.CONTENT_DATE, "20200101")
			.with(tag("DeviceSerialNumber"), "SN5"), STRICT);
		assertEquals("19000101", copy.orElse(Tag.CONTENT_DATE, ""));
		assertEquals("REMOVED", copy.orElse(tag("DeviceSerialNumber"), ""));
	}

	/** What a user has to know of a copy. */
	@Test
	void notesOfTheReport() throws IOException {
		SyntheticObjects.mosaic("m", 4, SyntheticObjects.mosaicCsa(2, 4, 0, 0, 1)).write(from);
		final DeidentifyReport report = Deidentification.run(from, to,
			STRICT.withBurnedIn(true).withKeep(EnumSet.of(Retained.DESCRIPTIONS)));
		assertEquals(4, report.notes().size(), report.notes()::toString);
		for (final String word : List.of("faces", "drawn into pixels", "Descriptions", "mosaics"))
			assertTrue(report.notes().stream().anyMatch(note -> note.contains(word)), word);
	}

	@Test
	void zipArchiveAndCompressedFile() throws IOException {
		new SyntheticSeries("zip").syntax(TransferSyntax.EXPLICIT_BIG_ENDIAN).writeZip(from.resolve("a.zip"));
		assertEquals(5, Deidentification.run(from.resolve("a.zip"), to, STRICT).copied());
		assertEquals(5, copies(to).size());
		assertArrayEquals(new long[] { 16, 12, 5, 1, 1 }, DicomVolumes.open(to).dimensions());
	}
}
