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

package io.github.dicomvolumes.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.command.TestImageJ;
import io.github.dicomvolumes.data.Tag;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The templates of Fiji's script editor are those of the guide, and do what they say. */
class ScriptTemplatesTest {

	private static final Path TEMPLATES = Path.of("src/main/resources/script_templates/DICOM_Volumes");
	private static final Pattern PARAMETER = Pattern.compile("#@ \\w+ \\(.*\\) (\\w+)");

	@TempDir
	static Path folder;

	private static GuideFiles files;

	@BeforeAll
	static void write() throws IOException {
		files = GuideFiles.write(folder);
	}

	@TestFactory
	Stream<DynamicTest> templatesRun() throws IOException {
		return templates().stream()
			.map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> run(file)));
	}

	/** A person's folder may have times, and more than three axes. */
	@Test
	void templatesTakeTimes() throws IOException {
		final Path study = Files.createDirectories(folder.resolve("times"));
		new SyntheticSeries("Times").slices(6)
			.each((k, a) -> a.put(Tag.IMAGE_POSITION_PATIENT, 0, 0, k % 3)
				.put(Tag.TEMPORAL_POSITION_IDENTIFIER, 1 + k / 3))
			.write(study);
		assertEquals("Times", runGroovy(Files.readString(TEMPLATES.resolve("Measure_DICOM_Folder.groovy"))
			.replace("folder.toPath()", "java.nio.file.Path.of(\"/data/times\")")));
	}

	private static List<Path> templates() throws IOException {
		try (Stream<Path> all = Files.list(TEMPLATES)) {
			return all.filter(Files::isRegularFile).sorted().toList();
		}
	}

	private static void run(final Path file) throws Exception {
		final String name = file.getFileName().toString(), code = Files.readString(file);
		switch (name.substring(name.lastIndexOf('.') + 1)) {
			case "ijm" -> runMacro(code);
			case "groovy" -> assertEquals("Chest Phantom", runGroovy(code));
			case "py" -> runPython(code);
			default -> throw new IllegalStateException("no test for " + name);
		}
	}

	private static void runMacro(final String code) {
		final TestImageJ ij = TestImageJ.headless();
		ij.value("close('*');");
		assertEquals("3",
			ij.value(files.placed(withFolder(code, "folder = \"/data/chest\";")) + "\nreturn '' + nImages;"));
	}

	/** @return the title of the image */
	private static String runGroovy(final String code) {
		assumeTrue(GroovyBlocks.isThere(), "needs Groovy, which Maven's test class path has");
		final TestImageJ ij = TestImageJ.headless();
		ij.value("close('*');");
		final String placed = files.placed(withFolder(code, "folder = new File(\"/data/chest\")"));
		assertEquals("done",
			String.valueOf(ij.call("ij.IJ", "runPlugIn", GroovyScript.class.getName(), placed + "\nreturn 'done'")));
		return ij.value("return getTitle;");
	}

	private static String withFolder(final String code, final String line) {
		final Matcher parameter = PARAMETER.matcher(code);
		assertTrue(parameter.find(), "a template asks for a folder");
		assertEquals("folder", parameter.group(1));
		return parameter.replaceFirst(Matcher.quoteReplacement(line));
	}

	/** Lists all series of a study, and opens those of the modality. */
	private static void runPython(final String code) {
		assumeTrue(JythonScript.isThere(), "needs Jython, which Maven's test class path has");
		final TestImageJ ij = TestImageJ.headless();
		ij.value("close('*');");
		final String placed = files
			.placed(code.replaceFirst("#@ File .*", "from java.io import File\nfolder = File('/data/study')")
				.replaceFirst("#@ String .*", "modality = 'CT'"));
		assertEquals("""
						#1 CT: 3 slices, [0.5, 2.0, 3.0]
						#2 CT: 12 slices, [0.5, 2.0, 3.0]
						#3 CT: 9 slices, [0.5, 2.0, 3.0]
						""", String.valueOf(ij.call("ij.IJ", "runPlugIn", JythonScript.class.getName(), placed)));
		assertEquals("3", ij.value("return '' + nImages;"));
	}

	/** The one text is in two places; this holds them together. */
	@Test
	void templatesAreBlocksOfTheGuide() throws IOException {
		final Map<String, String> blocks = new TreeMap<>(), all = new TreeMap<>();
		for (final CodeBlock block : GuidePage.of(GuidePage.DOCS.resolve("scripts.md")).blocks())
			block.template().ifPresent(name -> blocks.put(name, block.code() + "\n"));
		for (final Path file : templates())
			all.put(file.getFileName().toString(), Files.readString(file));
		assertEquals(all, blocks);
	}

	/** Jython is Python 2: print with brackets and one argument, no text with f"". */
	@Test
	void pythonIsOfBothVersions() throws IOException {
		for (final Path file : templates())
			if (file.toString().endsWith(".py")) for (final String line : Files.readAllLines(file))
				assertTrue(!line.matches(".*\\bf\".*|.*print [^(].*|.*-> .*"), file + ": " + line);
	}
}
