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

package io.github.dicomvolumes.io.header;

import static io.github.dicomvolumes.io.header.ByteBuilder.EXPLICIT;
import static io.github.dicomvolumes.io.header.ByteBuilder.little;
import static io.github.dicomvolumes.io.header.ByteBuilder.part10;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.TransferSyntax;
import io.github.dicomvolumes.data.VR;
import io.github.dicomvolumes.export.file.DicomWriter;
import io.github.dicomvolumes.io.source.DiskSources;

/** Text in files of every character set, also those of pydicom where they are. */
class CharacterSetFilesTest {

	private static final Path FILES = Path.of("../shared/data/pydicom-charsets");
	private static final String IN_ITEM = "RequestedProcedureCodeSequence[1]>PatientName";

	@ParameterizedTest
	@CsvSource({ "chrArab, PatientName, قباني^لنزار", "chrFren, PatientName, Buc^Jérôme",
		"chrFrenMulti, PatientName, Buc^Jérôme", "chrGerm, PatientName, Äneas^Rüdiger",
		"chrGreek, PatientName, Διονυσιος", "chrHbrw, PatientName, שרון^דבורה", "chrRuss, PatientName, Люкceмбypг",
		"chrI2, PatientName, Hong^Gildong=洪^吉洞=홍^길동", "chrH31, PatientName, Yamada^Tarou=山田^太郎=やまだ^たろう",
		"chrH32, PatientName, ﾔﾏﾀﾞ^ﾀﾛｳ=山田^太郎=やまだ^たろう", "chrJapMulti, PatientName, やまだ^たろう",
		"chrJapMultiExplicitIR6, PatientName, やまだ^たろう", "chrKoreanMulti, PatientName, 김희중",
		"chrX1, PatientName, Wang^XiaoDong=王^小東=", "chrX2, PatientName, Wang^XiaoDong=王^小东=",
		"chrSQEncoding, " + IN_ITEM + ", ﾔﾏﾀﾞ^ﾀﾛｳ=山田^太郎=やまだ^たろう",
		"chrSQEncoding1, " + IN_ITEM + ", ﾔﾏﾀﾞ^ﾀﾛｳ=山田^太郎=やまだ^たろう" })
	void names(final String file, final String path, final String name) throws IOException {
		assumeTrue(Files.isDirectory(FILES));
		final Attributes attributes = HeaderReaders.BUILT_IN.read(DiskSources.of(FILES.resolve(file + ".dcm")))
			.attributes();
		assertEquals(name, attributes.optional(path).orElseThrow().text());
	}

	/** An item's own character set holds for the item and those inside it, and no further (PS3.3 C.12.1.1.2). */
	@Test
	void perItem() throws IOException {
		final byte[] utf8 = "é".getBytes(StandardCharsets.UTF_8);
		final var inner = little().item(little().element(Tag.STUDY_DESCRIPTION, "LO", utf8));
		final var own = little().element(Tag.SPECIFIC_CHARACTER_SET, "CS", "ISO_IR 192")
			.element(Tag.STUDY_DESCRIPTION, "LO", utf8)
			.longElement(0x00081140, "SQ", inner.bytes());
		final var items = little().item(own).item(little().element(Tag.STUDY_DESCRIPTION, "LO", "\u00B1 "));
		final Attributes attributes = HeaderReaders.BUILT_IN
			.read(part10(EXPLICIT).element(Tag.SPECIFIC_CHARACTER_SET, "CS", "ISO_IR 101")
				.longElement(0x00081115, "SQ", items.bytes())
				.element(Tag.PATIENT_NAME, "PN", "\u00B1 ")
				.image()
				.source())
			.attributes();
		final List<String> paths = List.of("0008,1115[1]>StudyDescription",
			"0008,1115[1]>0008,1140[1]>StudyDescription", "0008,1115[2]>StudyDescription", "PatientName");
		assertEquals(List.of("é", "é", "ą", "ą"),
			paths.stream().map(p -> attributes.optional(p).orElseThrow().text()).toList());
	}

	@ParameterizedTest
	@CsvSource({ "ISO_IR 100, Bérénice", "ISO_IR 192, Bérénice=山田=😀", "GB18030, 王^乗", "\\ISO 2022 IR 87, a^山田=山" })
	void whatIsWrittenIsRead(final String terms, final String name) throws IOException {
		for (final var syntax : List.of(TransferSyntax.EXPLICIT_LITTLE_ENDIAN, TransferSyntax.IMPLICIT_LITTLE_ENDIAN,
			TransferSyntax.EXPLICIT_BIG_ENDIAN))
		{
			final Attributes attributes = Attributes.builder()
				.put(Tag.SPECIFIC_CHARACTER_SET, terms)
				.put(Tag.SOP_CLASS_UID, "1.2")
				.put(Tag.PATIENT_NAME, name)
				.put(Tag.ROWS, 1)
				.put(Tag.COLUMNS, 1)
				.put(Tag.BITS_ALLOCATED, 8)
				.put(Tag.PIXEL_DATA, VR.OB, (byte) 1, (byte) 2)
				.build();
			final byte[] file = new DicomWriter(syntax, true, false).toBytes(attributes);
			assertEquals(name,
				HeaderReaders.BUILT_IN.read(ByteBuilder.source(file)).attributes().orElse(Tag.PATIENT_NAME, ""));
		}
	}
}
