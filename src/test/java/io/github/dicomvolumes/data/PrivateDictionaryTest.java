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

package io.github.dicomvolumes.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import org.junit.jupiter.api.Test;

class PrivateDictionaryTest {

	@Test
	void inWhicheverBlock() {
		for (final int tag : new int[] { 0x00291008, 0x00291108, 0x0029FF08 }) {
			assertEquals(Optional.of(new Dictionary.Entry(tag, VR.CS, "1", "", "CSA Image Header Type", false)),
				PrivateDictionary.find("SIEMENS CSA HEADER", tag));
			assertEquals(VR.CS, PrivateDictionary.vr("SIEMENS CSA HEADER", tag));
		}
	}

	@Test
	void theCommonCreators() {
		assertEquals(VR.IS, PrivateDictionary.vr("SIEMENS MR HEADER", 0x0019100C)); // b-value
		assertEquals(VR.IS, PrivateDictionary.vr("GEMS_PARM_01", 0x00431039)); // b-value
		assertEquals(VR.FL, PrivateDictionary.vr("Philips Imaging DD 001", 0x20011003)); // b-value
		assertEquals(VR.DS, PrivateDictionary.vr("Philips PET Private Group", 0x70531000)); // SUV factor
	}

	@Test
	void unknown() {
		assertEquals(Optional.empty(), PrivateDictionary.find("NOBODY", 0x00291008));
		assertEquals(VR.UN, PrivateDictionary.vr("SIEMENS CSA HEADER", 0x002910FE));
		assertEquals(VR.UN, PrivateDictionary.vr("SIEMENS CSA HEADER", 0x00311008));
		assertEquals(VR.UN, PrivateDictionary.vr("", 0));
	}

	/** Every row can be found under its creator and has a VR. */
	@Test
	void everyRow() throws IOException {
		final String text;
		try (var in = PrivateDictionary.class.getResourceAsStream("private.txt")) {
			text = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
		}
		assertFalse(text.indexOf('\uFFFD') >= 0, "not ASCII");
		String creator = null;
		int creators = 0, rows = 0;
		for (final String line : text.split("\n")) {
			if (line.startsWith("#")) continue;
			if (line.startsWith("[")) {
				creator = line.substring(1, line.length() - 1);
				assertEquals(creator.strip(), creator);
				creators++;
				continue;
			}
			rows++;
			final String[] columns = line.split("\t", -1);
			assertTrue(columns.length == 4 || columns.length == 3, line);
			assertNotNull(VR.of(columns[1].charAt(0), columns[1].charAt(1)), line);
			final int tag = Integer.parseUnsignedInt(columns[0].replace('x', '1'), 16);
			assertTrue(PrivateDictionary.find(creator, tag).isPresent(), creator + " " + line);
		}
		assertEquals(420, creators);
		assertEquals(8339, rows);
	}
}
