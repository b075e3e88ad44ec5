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
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

class UidsTest {

	@Test
	void registeredNames() {
		assertEquals("Implicit VR Little Endian", Uids.name("1.2.840.10008.1.2"));
		assertEquals("RLE Lossless", Uids.name("1.2.840.10008.1.2.5"));
		assertEquals("JPEG 2000 Image Compression (Lossless Only)", Uids.name("1.2.840.10008.1.2.4.90"));
		assertEquals("CT Image Storage", Uids.name("1.2.840.10008.5.1.4.1.1.2"));
		assertEquals("Enhanced MR Image Storage", Uids.name("1.2.840.10008.5.1.4.1.1.4.1"));
		assertEquals("Segmentation Storage", Uids.name("1.2.840.10008.5.1.4.1.1.66.4"));
	}

	@Test
	void retiredUidsHaveNames() {
		assertEquals("Explicit VR Big Endian", Uids.name("1.2.840.10008.1.2.2"));
		assertEquals("Nuclear Medicine Image Storage", Uids.name("1.2.840.10008.5.1.4.1.1.5"));
	}

	@Test
	void unknownUidsAreTheirOwnNames() {
		for (final String uid : List.of("1.2.3", "", "1.2.840.10008.1.2 "))
			assertEquals(uid, Uids.name(uid));
	}

	@Test
	void uidsWithoutNameAreTheirOwnNames() {
		assertEquals("1.2.840.10008.5.1.4.1.1.40", Uids.name("1.2.840.10008.5.1.4.1.1.40"));
	}

	/** Of what later editions added, the transfer syntaxes: the table of series names them. */
	@Test
	void syntaxesOfLaterEditionsHaveNames() {
		assertEquals("High-Throughput JPEG 2000 Image Compression (Lossless Only)",
			Uids.name("1.2.840.10008.1.2.4.201"));
		assertEquals("High-Throughput JPEG 2000 with RPCL Options Image Compression (Lossless Only)",
			Uids.name("1.2.840.10008.1.2.4.202"));
		assertEquals("High-Throughput JPEG 2000 Image Compression", Uids.name("1.2.840.10008.1.2.4.203"));
		assertEquals("Deflated Image Frame Compression", Uids.name("1.2.840.10008.1.2.8.1"));
	}

	/** The numbers of edition 2022a and nine transfer syntaxes; a newer uids.txt changes them. */
	@Test
	void isComplete() throws IOException {
		final List<String[]> rows = readRows();
		assertEquals(463, rows.stream().map(columns -> columns[0]).distinct().count());
		assertEquals(56, rows.stream().filter(columns -> columns[3].equals("Transfer Syntax")).count());
		assertEquals(289, rows.stream().filter(columns -> columns[3].equals("SOP Class")).count());
		assertEquals(75, rows.stream().filter(columns -> columns.length == 5).count());
	}

	@Test
	void everyRowIsFound() throws IOException {
		for (final String[] columns : readRows()) {
			assertTrue(columns[0].matches("1\\.2\\.840\\.10008(\\.\\d+)+"), columns[0]);
			assertEquals(columns[2].isEmpty() ? columns[0] : columns[2], Uids.name(columns[0]));
		}
	}

	private static List<String[]> readRows() throws IOException {
		try (var in = Uids.class.getResourceAsStream("uids.txt")) {
			return new String(in.readAllBytes(), StandardCharsets.US_ASCII).lines()
				.filter(line -> !line.startsWith("#"))
				.map(line -> line.split("\t"))
				.collect(Collectors.toList());
		}
	}
}
