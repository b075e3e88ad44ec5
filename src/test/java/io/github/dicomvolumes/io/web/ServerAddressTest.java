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

package io.github.dicomvolumes.io.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dicomvolumes.data.InputException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The address of a server in the ways in which people type it. */
class ServerAddressTest {

	@ParameterizedTest
	@ValueSource(strings = { "http://pacs:8042/dicom-web", " http://pacs:8042/dicom-web/ ",
		"http://pacs:8042/dicom-web///", "http://pacs:8042/dicom-web/studies", "http://pacs:8042/dicom-web/series/" })
	void theRootIsTaken(final String typed) {
		assertEquals("http://pacs:8042/dicom-web", ServerAddress.of(typed).toString());
		assertEquals("http://pacs:8042/dicom-web/studies", ServerAddress.of(typed).resource("studies").toString());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
		value = { "''|is missing", "//|is missing", "127.0.0.1:8042/dicom-web|begins with https:// or http://",
			"localhost:8042|begins with https:// or http://", "pacs.example.org|begins with https:// or http://",
			"https:/pacs/x|begins with https:// or http://", "https://|begins with https:// or http://",
			"ftp://pacs/x|begins with https:// or http://", "\"http://pacs/x\"|begins with https:// or http://",
			"http://pacs/dicom web|a character that addresses have not (number 18)", "http://pacs/x?y=1|no ? and no #",
			"http://pacs/x#y|no ? and no #", "http://my_pacs:8042/x|The name of the server in its address",
			"http://pr\u00e4sidium.example/x|The name of the server in its address",
			"http://pacs:99999/x|the port 99999; ports end at 65535",
			"http://alice:s3cret@pacs/x|no user and no password",
			"http://alice:s3cret@my_pacs/x|no user and no password", "http://alice:s3:cret@pacs/x|" })
	void whatIsNoAddressIsTold(final String typed, final String told) {
		final String message = assertThrows(InputException.class, () -> ServerAddress.of(typed)).getMessage();
		assertTrue(told == null || message.contains(told), message);
		assertFalse(message.contains("s3"), message);
	}
}
