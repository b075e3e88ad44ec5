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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Dictionary;
import io.github.dicomvolumes.data.Element;
import io.github.dicomvolumes.data.VR;
import io.github.dicomvolumes.io.source.DiskSources;

/** Our reader and pydicom see the same attributes, at any depth. Runs where both pydicom and its test files are. */
class PydicomComparisonTest {

	private static final Path PYTHON = Path.of("/usr/bin/python3");
	private static final Path DATA = Path.of("../shared/data");

	/** Where we differ on purpose: file name, then what a difference begins with, then why. */
	private static final List<Known> KNOWN = List.of(
		new Known("DICOMDIR-nooffset", "(0004,1220)", "the length of the last item reaches beyond the end of the file"),
		new Known("rtplan_truncated.dcm", "(300A,012C)", "cut; pydicom gives what comes before"),
		new Known("priv_SQ.dcm", "3F031001",
			"a private sequence of defined length in implicit " + "VR: we look into it, pydicom keeps its bytes"),
		new Known("chrX1.dcm", "00100010", "pydicom drops the empty third component of the name"),
		new Known("chrX2.dcm", "00100010", "pydicom drops the empty third component of the name"));

	private record Known(String file, String difference, String why) {}

	@Test
	void sameAttributes(@TempDir final Path temp) throws Exception {
		assumeTrue(Files.isExecutable(PYTHON) && Files.isDirectory(DATA.resolve("pydicom")));
		final List<Path> files = new ArrayList<>();
		for (final String folder : List.of("pydicom", "pydicom-data", "pydicom-charsets"))
			try (Stream<Path> walk = Files.walk(DATA.resolve(folder))) {
				walk.filter(Files::isRegularFile).sorted().forEach(files::add);
			}
		final Map<Path, Map<String, String[]>> theirs = pydicom(files, temp);
		final List<String> differences = new ArrayList<>();
		int compared = 0;
		for (final Path file : files) {
			final Map<String, String[]> expected = theirs.get(file);
			if (expected.isEmpty()) continue;
			final DicomFile ours;
			try {
				ours = HeaderReaders.BUILT_IN.read(DiskSources.of(file));
			}
			catch (final NotDicomException exc) {
				continue; // pydicom takes anything when forced
			}
			catch (final IOException exc) {
				add(file, exc.getMessage(), differences);
				continue;
			}
			compared++;
			final Map<String, Element> actual = new TreeMap<>();
			flatten(ours.attributes(), "", actual);
			for (final String difference : differences(expected, actual))
				add(file, difference, differences);
		}
		assertTrue(compared > 150, compared + " files were compared");
		assertEquals("", String.join("\n", differences));
	}

	private static void add(final Path file, final String difference, final List<String> differences) {
		final String name = file.getFileName().toString();
		final boolean known = KNOWN.stream().anyMatch(k -> name.equals(k.file) && difference.startsWith(k.difference));
		if (!known) differences.add(name + " " + difference);
	}

	private static List<String> differences(final Map<String, String[]> expected, final Map<String, Element> actual) {
		final List<String> differences = new ArrayList<>();
		expected.forEach((path, columns) -> {
			final Element ours = actual.get(path);
			if (ours == null) differences.add(path + " is missing");
			else if (!sameVR(columns[1], columns[2], ours))
				differences.add(path + " is " + ours.vr() + ", not " + columns[1]);
			else if (ours.vr() == VR.SQ ? ours.itemCount() != Integer.parseInt(columns[3])
				: !ours.isLeftInFile() && !columns[3].equals("?") && !bytes(ours).equals(columns[3] + " " + columns[4]))
				differences.add(path + " has " + bytes(ours) + ", not " + columns[3] + " " + columns[4]);
			else if (ours.vr().isText() && !normal(ours.text()).equals(normal(columns[5])))
				differences.add(path + " says " + ours.text() + ", not " + columns[5]);
		});
		for (final String path : actual.keySet())
			// the script stops before the pixels
			if (!expected.containsKey(path) && !path.startsWith("7FE000")) differences.add(path + " is too much");
		return differences;
	}

	/** As written; where nothing or UN was written, what either dictionary says or a sequence. */
	private static boolean sameVR(final String written, final String understood, final Element ours) {
		return written.equals(ours.vr().name()) || (written.equals("--") || written.equals("UN")) &&
			(ours.vr() == VR.SQ || ours.vr() == Dictionary.vr(ours.tag()) || understood.equals(ours.vr().name()) ||
				ours.vr() == VR.SS && Dictionary.isUsOrSs(ours.tag()));
	}

	private static String bytes(final Element element) {
		final byte[] bytes = element.bytes();
		return bytes.length + " " +
			(bytes.length == 0 ? "-" : HexFormat.of().formatHex(bytes, 0, Math.min(48, bytes.length)));
	}

	/** Without padding; numbers as numbers, for pydicom prints those it has parsed. */
	private static String normal(final String text) {
		final StringBuilder sb = new StringBuilder();
		for (final String part : text.split("\\\\", -1)) {
			try {
				sb.append(Double.parseDouble(part));
			}
			catch (final NumberFormatException exc) {
				sb.append(part.replace('\0', ' ').strip());
			}
			sb.append('\\');
		}
		return sb.toString();
	}

	private static void flatten(final Attributes attributes, final String prefix, final Map<String, Element> all) {
		for (final Element element : attributes.elements()) {
			final String path = prefix + String.format("%08X", element.tag());
			all.put(path, element);
			for (int i = 0; i < element.itemCount(); i++)
				flatten(attributes.items(element.tag()).get(i), path + "[" + i + "]>", all);
		}
	}

	/** Per file the columns by path of tags; empty for a file that pydicom refuses. */
	private static Map<Path, Map<String, String[]>> pydicom(final List<Path> files, final Path temp) throws Exception {
		final Path script = temp.resolve("dump.py"), in = temp.resolve("in"), out = temp.resolve("out");
		try (var resource = PydicomComparisonTest.class.getResourceAsStream("dump.py")) {
			Files.copy(resource, script);
		}
		Files.write(in, files.stream().map(Path::toString).toList());
		final Process process = new ProcessBuilder(PYTHON.toString(), script.toString()).redirectInput(in.toFile())
			.redirectOutput(out.toFile())
			.redirectError(ProcessBuilder.Redirect.DISCARD)
			.start();
		assumeTrue(process.waitFor(2, TimeUnit.MINUTES) && process.exitValue() == 0,
			"python3-pydicom is not installed");
		final Map<Path, Map<String, String[]>> result = new LinkedHashMap<>();
		Map<String, String[]> current = Map.of();
		for (final String line : Files.readAllLines(out, StandardCharsets.UTF_8)) {
			if (line.startsWith("file ")) result.put(Path.of(line.substring(5)), current = new LinkedHashMap<>());
			else if (!line.startsWith("refused ")) {
				final String[] columns = line.split("\t", 6);
				columns[5] = unescape(columns[5]);
				current.put(columns[0], columns);
			}
		}
		return result;
	}

	/** The text of a JSON string. */
	private static String unescape(final String json) {
		final StringBuilder sb = new StringBuilder();
		for (int i = 1; i < json.length() - 1; i++) {
			if (json.charAt(i) != '\\') {
				sb.append(json.charAt(i));
				continue;
			}
			final char c = json.charAt(++i);
			if (c == 'u') {
				sb.append((char) Integer.parseInt(json.substring(i + 1, i + 5), 16));
				i += 4;
			}
			else sb.append(switch (c) {
				case 'n' -> '\n';
				case 'r' -> '\r';
				case 't' -> '\t';
				case 'b' -> '\b';
				case 'f' -> '\f';
				default -> c;
			});
		}
		return sb.toString();
	}
}
