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

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

/** The blocks of the guide that are no macro, Groovy or Java, which {@link GuideTest} runs. */
class OtherBlocksTest {

	/** Why a block is run by no test of the pages: none besides these. */
	private static final Map<String, String> NOT_RUN = Map.of( //
		"server.md ijm", "not run: needs a server; ServerPageTest runs it with one", //
		"server.md java", "not run: needs a server; ServerPageTest runs it with one", //
		"archives.md text", "not run: a list of a reader's own files; HadoopPlaceTest reads such lists");

	private static final Pattern RUN = Pattern.compile("commands\\.run\\(\"([\\w.]+)\", True, \"(\\w+)\"");
	private static final Pattern OUTPUT = Pattern.compile("getOutput\\(\"(\\w+)\"\\)");

	@TempDir
	static Path folder;

	private static GuideFiles files;

	@BeforeAll
	static void write() throws IOException {
		files = GuideFiles.write(folder);
		Files.createDirectories(folder.resolve("programs"));
	}

	@TestFactory
	Stream<DynamicTest> commandsOfTheShellDoWhatTheySay() throws IOException {
		final var lines = new CommandLines(files);
		return each("sh", block -> {
			assumeTrue(ShellBlocks.isThere(), "needs bash");
			final List<List<String>> calls = new ShellBlocks(Files.createTempDirectory(folder, "programs")).run(block);
			assertTrue(!calls.isEmpty(), "calls nothing");
			for (final List<String> call : calls)
				lines.check(call);
		});
	}

	/** As those that blocks name: with one folder, or with another one for what they write. */
	@TestFactory
	Stream<DynamicTest> everyMacroRuns() throws IOException {
		final var lines = new CommandLines(files);
		try (Stream<Path> macros = Files.list(Path.of("macros"))) {
			return macros.sorted().toList().stream().map(macro -> DynamicTest.dynamicTest(macro.toString(), () -> {
				final String name = macro.getFileName().toString();
				final boolean hasTwo = Files.readString(macro).contains("split(getArgument()");
				lines.check(List.of("fiji", "--headless", "-macro", macro.toString(),
					hasTwo ? "/data/study;/data/" + name.replace(".ijm", "") : "/data/study"));
			}));
		}
	}

	@TestFactory
	Stream<DynamicTest> coordinatesAreThoseOfTheProject() {
		return each("xml", block -> {
			final Element dependency = Pom.parsed(block.code());
			assertEquals("dependency", dependency.getTagName());
			for (final String name : List.of("groupId", "artifactId", "version"))
				assertEquals(Pom.read().own(name), Pom.child(dependency, name).getTextContent());
		});
	}

	/** Templates are run by Jython; other Python calls a command of the addition for Fiji, which its profile tests. */
	@TestFactory
	Stream<DynamicTest> pythonNamesWhatIsThere() {
		return each("python", block -> {
			if (block.template().isPresent()) return;
			final Matcher run = RUN.matcher(block.code()), output = OUTPUT.matcher(block.code());
			assertTrue(run.find() && output.find(), block.code());
			final String code = Files.readString(Path.of("src/fiji/java", run.group(1).replace('.', '/') + ".java"));
			assertTrue(Pattern.compile("type = ItemIO\\.OUTPUT\\)\\s+private \\w+ " + output.group(1) + ";")
				.matcher(code)
				.find(), output.group());
			assertTrue(code.contains("extends DicomFolder "), "has other inputs");
			final Class<?> inputs = Class.forName("io.github.dicomvolumes.command.DicomFolder");
			assertEquals(File.class, inputs.getDeclaredField(run.group(2)).getType());
		});
	}

	/** A block of another kind, or a reason of another kind, needs a test here. */
	@Test
	void everyBlockHasATestOrAReason() {
		final Map<String, String> reasons = new TreeMap<>();
		for (final GuidePage page : GuidePage.all())
			for (final CodeBlock block : page.blocks()) {
				final boolean isText = block.language().equals("text");
				if (block.template().isEmpty() && (isText || !block.isRun()))
					reasons.put(page + " " + block.language(), block.note());
			}
		assertEquals(new TreeMap<>(NOT_RUN), reasons);
	}

	@FunctionalInterface
	private interface Check {

		void of(CodeBlock block) throws Exception;
	}

	private static Stream<DynamicTest> each(final String language, final Check check) {
		return GuidePage.all()
			.stream()
			.flatMap(page -> page.blocks()
				.stream()
				.filter(block -> block.language().equals(language))
				.map(block -> DynamicTest.dynamicTest(page + " line " + block.line(), () -> check.of(block))));
	}
}
