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

package io.github.dicomvolumes.view.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.dicomvolumes.data.Element;
import io.github.dicomvolumes.data.Disclosure;
import io.github.dicomvolumes.io.header.HeaderReaders;
import io.github.dicomvolumes.io.source.DiskSources;

/**
 * The metadata table and dcmdump see the same attributes with the same VR and value, at any depth. Runs where both
 * dcmtk and pydicom's test files are.
 */
class DcmdumpComparisonTest {

	private static final Path DATA = Path.of("../shared/data/pydicom");

	/** Indented by its depth: (0028,0030) DS [0.5\0.5] # 8, 2 PixelSpacing */
	private static final Pattern LINE = Pattern
		.compile("( *)\\((\\p{XDigit}{4},\\p{XDigit}{4})\\) (\\S\\S) (.*?) *# +(u/l|\\d+), *\\d+ [^#]*");

	/** Where we differ on purpose: the end of a file's name, what a difference begins with, and why. */
	private static final List<Known> KNOWN = List.of(
		new Known("", "FFFC,FFFC is missing", "the header is read up to the pixel data; this is padding behind them"),
		new Known("priv_SQ.dcm", "3F03,1001",
			"a private sequence of defined length in implicit VR: we look into it, dcmdump keeps its bytes"),
		new Known("meta_missing_tsyntax.dcm", "0001,0001[1]>0001,0002 says Row[vr=UN, value=9 bytes",
			"an odd length: dcmdump adds a byte"),
		new Known("nested_priv_SQ.dcm", "0001,0001[1]>0001,0002 says Row[vr=UN, value=9 bytes",
			"an odd length: dcmdump adds a byte"));

	private record Known(String file, String difference, String why) {}

	private static final String PIXELS = "7FE0,0010";

	/** An attribute as one of the two shows it. */
	private record Row(String vr, String value, String length) {}

	@Test
	void sameRows(@TempDir final Path temp) throws Exception {
		assumeTrue(Files.isDirectory(DATA));
		final List<Path> files;
		try (Stream<Path> walk = Files.walk(DATA)) {
			files = walk.filter(Files::isRegularFile).sorted().toList();
		}
		final Map<String, Map<String, Row>> theirs = dcmdump(files, temp);
		final List<String> differences = new ArrayList<>();
		int compared = 0;
		for (final Path file : files) {
			final Map<String, Row> expected = theirs.getOrDefault(file.toString(), Map.of());
			final Map<String, Row> actual;
			try {
				actual = ours(file);
			}
			catch (final IOException exc) {
				continue; // the other test looks at these
			}
			if (expected.isEmpty()) continue;
			compared++;
			for (final String difference : differences(expected, actual))
				if (KNOWN.stream()
					.noneMatch(k -> file.toString().endsWith(k.file) && difference.startsWith(k.difference)))
					differences.add(file.getFileName() + " " + difference);
		}
		assertTrue(compared > 140, compared + " files were compared");
		assertEquals("", String.join("\n", differences));
	}

	/** Files of other kinds are among the test files, and broken ones. */
	@Test
	void whatCannotBeReadGivesOneClearMessage() throws IOException {
		assumeTrue(Files.isDirectory(DATA));
		final Map<String, Set<String>> messages = new TreeMap<>();
		try (Stream<Path> walk = Files.walk(DATA)) {
			for (final Path file : walk.filter(Files::isRegularFile).toList()) {
				try {
					ours(file);
				}
				catch (final IOException exc) {
					messages.computeIfAbsent(exc.getMessage(), m -> new TreeSet<>()).add(file.getFileName().toString());
				}
			}
		}
		assertEquals(Map.of("not DICOM",
			Set.of("LICENSE", "README", "README.txt", "crayons.icc", "no_meta.dcm", "rtplan.dump", "rtstruct.dump",
				"test1.json", "test_PN.json"),
			"(0004,1220) Directory Record Sequence at byte 384 is cut: the file ends at byte 11092.",
			Set.of("DICOMDIR-nooffset"),
			"(300A,012C) Isocenter Position at byte 2092 is cut: the file ends at byte 2129.",
			Set.of("rtplan_truncated.dcm")), messages);
	}

	private static List<String> differences(final Map<String, Row> expected, final Map<String, Row> actual) {
		final List<String> differences = new ArrayList<>();
		expected.forEach((path, row) -> {
			final Row ours = actual.get(path);
			if (ours == null) differences.add(path + " is missing: " + row);
			else if (!sameVR(path, row.vr, ours.vr)) differences.add(path + " is " + ours + ", not " + row);
			else if (!sameValue(path, row, ours)) differences.add(path + " says " + ours + ", not " + row);
		});
		actual.forEach(
			(path, row) -> { if (!expected.containsKey(path)) differences.add(path + " is too much: " + row); });
		return differences;
	}

	private static boolean sameVR(final String path, final String theirs, final String ours) {
		if (path.equals(PIXELS)) return Set.of("OB", "OW").contains(ours); // dcmdump calls all fragments OB
		return switch (theirs) {
			case "up" -> ours.equals("UL"); // an offset in a DICOMDIR, for dcmtk's own use
			case "??" -> ours.equals("UN"); // none is written, or one that does not exist
			default -> ours.equals(theirs);
		};
	}

	/** Whether two ways to write a value mean the same. */
	private static boolean sameValue(final String path, final Row theirs, final Row ours) {
		final String text = theirs.value;
		if (path.equals(PIXELS) && !ours.value.equals("fragments"))
			return ours.value.equals(theirs.length + " bytes, left in the file");
		if (text.equals("(no value available)")) return ours.value.isEmpty();
		if (text.equals("(not loaded)")) return ours.value.startsWith(theirs.length + " bytes");
		if (text.startsWith("(PixelSequence ")) return ours.value.equals("fragments");
		if (text.startsWith("[")) return sameText(unquoted(text.substring(1, text.length() - 1)), ours.value);
		return switch (theirs.vr) {
			case "SQ" -> text.endsWith("#=" + ours.value.replaceFirst(" items?$", "") + ")");
			case "OB", "OW", "UN", "??" -> sameBytes(text, theirs.length, ours.value);
			case "AT" -> text.toUpperCase(Locale.ROOT).equals(ours.value);
			case "FL", "FD", "OF" -> sameNumbers(theirs.vr.equals("FD"), text.split("\\\\"), ours.value.split("\\\\"));
			default -> text.equals(ours.value) ||
				ours.value.endsWith("...") && text.startsWith(ours.value.substring(0, ours.value.length() - 3));
		};
	}

	/** Text without padding, on one line, cut where the table cuts it. */
	private static boolean sameText(final String theirs, final String ours) {
		final String line = theirs.replace("\r\n", " ")
			.replaceAll("[\t-\r]", " ")
			.replaceAll("[ \0]*\\\\ *", "\\\\")
			.replace('\0', ' ')
			.strip();
		final boolean cut = line.length() > Element.DISPLAY_LENGTH;
		return ours.replaceAll(" *\\\\ *", "\\\\")
			.equals(cut ? line.substring(0, Element.DISPLAY_LENGTH - 3) + "..." : line);
	}

	/** 0a\1b or, by words, 1b0a of the little endian 0A 1B. */
	private static boolean sameBytes(final String theirs, final String length, final String ours) {
		if (!ours.startsWith(length + (length.equals("1") ? " byte: " : " bytes: "))) return false;
		final String hex = theirs.toUpperCase(Locale.ROOT).replace("\\", "");
		final StringBuilder swapped = new StringBuilder();
		for (int i = 0; i + 4 <= hex.length(); i += 4)
			swapped.append(hex, i + 2, i + 4).append(hex, i, i + 2);
		final String bytes = ours.substring(ours.indexOf(':') + 1).replaceAll("[ .]", "");
		return hex.startsWith(bytes) || swapped.toString().startsWith(bytes);
	}

	/** dcmdump gives nine digits of a float, which are enough, and 17 of a double, of which the last may be wrong. */
	private static boolean sameNumbers(final boolean isDouble, final String[] theirs, final String[] ours) {
		if (theirs.length != ours.length) return false;
		for (int i = 0; i < ours.length; i++) {
			final double number = Double.parseDouble(theirs[i]);
			if (isDouble ? Math.abs(Double.parseDouble(ours[i]) - number) > Math.ulp(number)
				: Float.parseFloat(ours[i]) != (float) number) return false;
		}
		return true;
	}

	/** The text of what dcmdump writes as markup: {@code &#233;} for a byte, {@code &amp;}. */
	private static String unquoted(final String markup) {
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		final Matcher parts = Pattern.compile("&#(\\d+);|&(\\w+);|[^&]+").matcher(markup);
		while (parts.find()) {
			if (parts.group(1) != null) bytes.write(Integer.parseInt(parts.group(1)));
			else bytes.writeBytes((parts.group(2) == null ? parts.group()
				: Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'").get(parts.group(2)))
				.getBytes(StandardCharsets.ISO_8859_1));
		}
		return bytes.toString(StandardCharsets.ISO_8859_1);
	}

	private static Map<String, Row> ours(final Path file) throws IOException {
		final DataTable table = MetadataTable.of(HeaderReaders.BUILT_IN.read(DiskSources.of(file)), Disclosure.SHOW);
		return IntStream.range(0, table.size())
			.boxed()
			.collect(Collectors.toMap(i -> table.get("Tag", i),
				i -> new Row(table.get("VR", i), table.get("Value", i), ""), (a, b) -> a, LinkedHashMap::new));
	}

	/** Per file the rows by path. */
	private static Map<String, Map<String, Row>> dcmdump(final List<Path> files, final Path temp) throws Exception {
		final Path out = temp.resolve("out");
		final List<String> command = new ArrayList<>(
			List.of("dcmdump", "-q", "+F", "-M", "+R", "64", "+L", "-Un", "+Qn", "+uc"));
		files.forEach(file -> command.add(file.toString()));
		final Process process;
		try {
			process = new ProcessBuilder(command).redirectOutput(out.toFile())
				.redirectError(ProcessBuilder.Redirect.DISCARD)
				.start();
		}
		catch (final IOException exc) {
			assumeTrue(false, "dcmdump is not installed");
			return Map.of();
		}
		assertTrue(process.waitFor(1, TimeUnit.MINUTES));
		final Map<String, Map<String, Row>> result = new LinkedHashMap<>();
		Map<String, Row> rows = Map.of();
		final String[] paths = new String[200];
		final int[] items = new int[200];
		for (final String line : Files.readAllLines(out, StandardCharsets.ISO_8859_1)) {
			if (line.startsWith("# dcmdump (")) {
				rows = new LinkedHashMap<>();
				result.put(line.substring(line.indexOf(": ") + 2), rows);
			}
			final Matcher parts = LINE.matcher(line);
			if (!parts.matches()) continue;
			final int depth = parts.group(1).length() / 2;
			final String tag = parts.group(2).toUpperCase(Locale.ROOT), vr = parts.group(3);
			if (vr.equals("na") && tag.equals("FFFE,E000")) items[depth]++;
			if (vr.equals("na") || vr.equals("pi")) continue;
			paths[depth] = (depth == 0 ? "" : paths[depth - 2] + "[" + items[depth - 1] + "]>") + tag;
			items[depth + 1] = 0;
			rows.put(paths[depth], new Row(vr, parts.group(4), parts.group(5)));
		}
		return result;
	}
}
