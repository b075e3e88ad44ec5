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

package io.github.dicomvolumes.io.dcm4che;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Element;
import io.github.dicomvolumes.data.VR;
import io.github.dicomvolumes.io.header.DicomFile;
import io.github.dicomvolumes.io.header.HeaderReader;
import io.github.dicomvolumes.io.header.HeaderReaders;
import io.github.dicomvolumes.io.header.NotDicomException;
import io.github.dicomvolumes.io.source.DiskSources;

/** Both readers see the same in every sample file, at any depth. */
class ReaderComparisonTest {

	private static final Path DATA = Path.of("../shared/data");

	@Test
	void sameAttributes() throws IOException {
		assumeTrue(Files.isDirectory(DATA.resolve("pydicom")));
		final List<String> differences = new ArrayList<>();
		int compared = 0;
		for (final String folder : List.of("pydicom", "pydicom-data", "pydicom-charsets", "nih", "synth"))
			try (Stream<Path> walk = Files.walk(DATA.resolve(folder))) {
				for (final Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
					final Map<String, String> builtIn = contents(HeaderReaders.BUILT_IN, file),
						dcm4che = contents(new Dcm4cheReader(), file);
					if (builtIn.size() > 1) compared++;
					final Set<String> paths = new TreeSet<>(builtIn.keySet());
					paths.addAll(dcm4che.keySet());
					for (final String path : paths) {
						final String expected = builtIn.getOrDefault(path, "absent"),
							actual = dcm4che.getOrDefault(path, "absent");
						if (expected.equals(actual)) continue;
						differences
							.add(file.getFileName() + " " + path + ": built-in " + expected + ", dcm4che " + actual);
					}
				}
			}
		assertTrue(compared > 1000, compared + " files were compared");
		assertEquals("", String.join("\n", differences));
	}

	/** Everything that a reader tells of a file, by the path of tags; only "failure" if it refuses the file. */
	private static Map<String, String> contents(final HeaderReader reader, final Path path) throws IOException {
		final Map<String, String> contents = new TreeMap<>();
		final DicomFile file;
		try {
			file = reader.read(DiskSources.of(path));
		}
		catch (final IOException exc) {
			contents.put("failure", exc instanceof NotDicomException ? "not DICOM" : "damaged");
			return contents;
		}
		contents.put("pixels", String.valueOf(file.pixelData()));
		contents.put("syntax", file.transferSyntax().uid() + " " + file.transferSyntax());
		flatten(file.metaInformation(), "", contents);
		flatten(file.attributes(), "", contents);
		return contents;
	}

	private static void flatten(final Attributes attributes, final String prefix, final Map<String, String> contents) {
		for (final Element element : attributes.elements()) {
			final String path = prefix + String.format("%08X", element.tag());
			contents.put(path,
				element.vr() + " " +
					(element.vr() == VR.SQ ? element.itemCount() + " items"
						: element.length() + " bytes " + element.text() + " " +
							HexFormat.of().formatHex(littleEndian(element, attributes.order()))));
			for (int i = 0; i < element.itemCount(); i++)
				flatten(attributes.items(element.tag()).get(i), path + "[" + i + "]>", contents);
		}
	}

	/** Numbers may come in either order, as long as it is known. */
	private static byte[] littleEndian(final Element element, final ByteOrder order) {
		final byte[] bytes = element.bytes();
		final int size = element.vr().wordSize();
		if (order == ByteOrder.LITTLE_ENDIAN) return bytes;
		for (int i = 0; i + size <= bytes.length; i += size)
			for (int a = i, b = i + size - 1; a < b; a++, b--) {
				final byte swapped = bytes[a];
				bytes[a] = bytes[b];
				bytes[b] = swapped;
			}
		return bytes;
	}
}
