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
import static io.github.dicomvolumes.io.header.ByteBuilder.UNDEFINED;
import static io.github.dicomvolumes.io.header.ByteBuilder.little;
import static io.github.dicomvolumes.io.header.ByteBuilder.part10;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;

import org.junit.jupiter.api.Test;

import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.io.dcm4che.Dcm4cheReader;

/** The reader on dcm4che does the same; what is overridden here are its differences, all about damaged files. */
class Dcm4cheReaderTest extends Part10ReaderTest {

	private static final int REFERENCED_IMAGES = 0x00081140;

	@Override
	HeaderReader reader() {
		return new Dcm4cheReader();
	}

	/** dcm4che takes the VR of its dictionary instead. */
	@Override
	@Test
	void noValueRepresentationIsNamedWithItsByte() throws IOException {
		assertEquals("Doe",
			read(part10(EXPLICIT).element(Tag.MODALITY, "CS", "CT").element(Tag.PATIENT_NAME, "??", "Doe "))
				.attributes()
				.orElse(Tag.PATIENT_NAME, ""));
	}

	/** dcm4che looks for the end of the item only, and finds the end of the file. */
	@Override
	@Test
	void missingItemDelimiterBeforeTheEndOfTheSequence() {
		final ByteBuilder file = part10(EXPLICIT).longHeader(REFERENCED_IMAGES, "SQ", UNDEFINED)
			.tag(Tag.ITEM)
			.u32(UNDEFINED)
			.element(Tag.MODALITY, "CS", "MR")
			.endSequence()
			.image();
		final var exc = assertThrows(DicomException.class, () -> read(file));
		assertTrue(exc.getMessage().contains("is cut: the file ends at byte " + file.size()), exc.getMessage());
	}

	/** dcm4che tells it only where the sequence is UN; here it takes value and length for a tag of its own. */
	@Override
	@Test
	void implicitItemsInAnExplicitDataSet() {
		final var exc = assertThrows(DicomException.class,
			() -> read(part10(EXPLICIT).longHeader(REFERENCED_IMAGES, "SQ", UNDEFINED)
				.openItem(little().implicit(Tag.MODALITY, "MR"))
				.endSequence()
				.image()));
		assertTrue(exc.getMessage().startsWith("(524D,FFFE)"), exc.getMessage()); // 'M' 'R' before the delimiter
	}

	private DicomFile read(final ByteBuilder file) throws IOException {
		return reader().read(file.source());
	}
}
