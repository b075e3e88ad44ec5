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

	/** The numbers of edition 2022a; a newer uids.txt changes them. */
	@Test
	void isComplete() throws IOException {
		final List<String[]> rows = readRows();
		assertEquals(454, rows.stream().map(columns -> columns[0]).distinct().count());
		assertEquals(47, rows.stream().filter(columns -> columns[3].equals("Transfer Syntax")).count());
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
			return new String(in.readAllBytes(), StandardCharsets.US_ASCII).lines().filter(line -> !line.startsWith("#"))
				.map(line -> line.split("\t")).collect(Collectors.toList());
		}
	}
}
