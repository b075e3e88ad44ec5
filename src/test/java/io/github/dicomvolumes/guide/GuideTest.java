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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Dialog;
import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.github.dicomvolumes.command.Dialogs;
import io.github.dicomvolumes.command.TestImageJ;
import io.github.dicomvolumes.series.Finding;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Walks every page of the guide: links, anchors and pictures are there, code blocks run and print what they say, and
 * the reference is complete.
 */
class GuideTest {

	/** What an ImageJ runs, and checks. */
	private static final Set<String> MACROS = Set.of("ijm", "csv");

	/** A number in bold is a result, not one of the reader's choice. */
	private static final Pattern RESULT = Pattern.compile("\\*\\*(-?\\d[\\d.]*)\\*\\*");

	/** The block that runs now, which can end Java: ImageJ without windows does so where an image is missing. */
	private static volatile String running;

	@TempDir
	static Path folder;

	private static GuideFiles files;

	@BeforeAll
	static void write() throws IOException {
		files = GuideFiles.write(folder);
		Runtime.getRuntime().addShutdownHook(new Thread(() -> {
			if (running != null) System.err.println("Java was ended by " + running + ", which found no image");
		}));
	}

	// -- Links --

	@TestFactory
	Stream<DynamicTest> linksLeadSomewhere() {
		return GuidePage.all().stream().map(page -> DynamicTest.dynamicTest(page.toString(), () -> {
			final List<String> dead = new ArrayList<>();
			for (final GuidePage.Link link : page.links())
				if (!isThere(page, link)) dead.add("line " + link.line() + ": " + link.target());
			assertEquals(List.of(), dead);
		}));
	}

	private static boolean isThere(final GuidePage page, final GuidePage.Link link) {
		final String target = link.target();
		if (target.startsWith("https://")) return true;
		final int hash = target.indexOf('#');
		final String path = hash < 0 ? target : target.substring(0, hash);
		final Path base = page.file().toAbsolutePath();
		final Path file = path.isEmpty() ? base : base.resolveSibling(path).normalize();
		if (!Files.exists(file)) return false;
		return hash < 0 || GuidePage.of(file).anchors().contains(target.substring(hash + 1));
	}

	@Test
	void everyPageIsListedInTheIndex() {
		final Set<String> linked = new HashSet<>();
		GuidePage.of(GuidePage.DOCS.resolve("README.md")).links().forEach(link -> linked.add(link.target()));
		for (final GuidePage page : GuidePage.all())
			assertTrue(!page.isOfGuide() || page.toString().equals("README.md") || linked.contains(page.toString()),
				page + " is not in the index");
	}

	@Test
	void everyPictureIsSmallAndShown() throws IOException {
		final Set<Path> shown = new TreeSet<>();
		for (final GuidePage page : GuidePage.all())
			for (final GuidePage.Link link : page.links())
				if (link.isPicture()) shown.add(page.file().toAbsolutePath().resolveSibling(link.target()).normalize());
		try (Stream<Path> all = Files.walk(GuidePage.DOCS)) {
			for (final Path picture : all.filter(file -> file.toString().endsWith(".png")).toList()) {
				assertTrue(shown.contains(picture.toAbsolutePath().normalize()), picture + " is in no page");
				assertTrue(Files.size(picture) < 150_000, picture + " is too large");
			}
		}
	}

	// -- Code --

	@TestFactory
	Stream<DynamicTest> macrosPrintWhatTheySay() {
		return pages("ijm").map(page -> DynamicTest.dynamicTest(page.toString(), () -> {
			final var macros = new MacroBlocks(TestImageJ.headless(), files);
			for (final CodeBlock block : page.blocks())
				if (MACROS.contains(block.language()) && block.isRun()) inBlock(page, block, () -> macros.run(block));
		}));
	}

	/** The same in ImageJ as downloaded, which needs a display. */
	@TestFactory
	Stream<DynamicTest> macrosPrintTheSameInPlainImageJ() {
		return pages("ijm").map(page -> DynamicTest.dynamicTest(page.toString(), () -> {
			final Path own = Files.createTempDirectory(folder, "plain");
			final var macros = new MacroBlocks(TestImageJ.plain(), GuideFiles.write(own));
			for (final CodeBlock block : page.blocks())
				if (MACROS.contains(block.language()) && block.isRun()) inBlock(page, block, () -> macros.run(block));
			EventQueue.invokeAndWait(() -> Dialogs.of("DICOM Volumes: help").forEach(Dialog::dispose));
		}));
	}

	@TestFactory
	Stream<DynamicTest> scriptsPrintWhatTheySay() {
		return pages("groovy").map(page -> DynamicTest.dynamicTest(page.toString(), () -> {
			assumeTrue(GroovyBlocks.isThere(), "needs Groovy, which Maven's test class path has");
			final var scripts = new GroovyBlocks(TestImageJ.headless(), files);
			for (final CodeBlock block : page.blocks())
				if (block.language().equals("groovy") && block.isRun()) inBlock(page, block, () -> scripts.run(block));
		}));
	}

	@TestFactory
	Stream<DynamicTest> javaPrintsWhatItSays() {
		return pages("java").map(page -> DynamicTest.dynamicTest(page.toString(), () -> {
			final List<CodeBlock> blocks = page.blocks().stream().filter(b -> b.language().equals("java")).toList();
			final Path classes = Files.createTempDirectory(folder, "classes");
			new JavaBlocks(files, classes).run(blocks.stream().filter(CodeBlock::needsWindows).toList(),
				!GraphicsEnvironment.isHeadless());
			new JavaBlocks(files, classes).run(blocks.stream().filter(b -> b.isRun() && !b.needsWindows()).toList(),
				true);
		}));
	}

	private static Stream<GuidePage> pages(final String language) {
		return GuidePage.all()
			.stream()
			.filter(page -> page.blocks().stream().anyMatch(block -> block.language().equals(language)));
	}

	/** Says which block it is that fails. */
	private static void inBlock(final GuidePage page, final CodeBlock block, final Runnable run) {
		running = page + " line " + block.line();
		try {
			run.run();
			running = null;
		}
		catch (final AssertionError | RuntimeException exc) {
			running = null;
			throw new AssertionError(page + " line " + block.line() + ": " + exc.getMessage(), exc);
		}
	}

	/** What readers would take for code of a page, but no test would run: indented, too. */
	@Test
	void everyBlockHasALanguageThatIsKnown() {
		for (final GuidePage page : GuidePage.all()) {
			for (final CodeBlock block : page.blocks()) {
				final String where = page + " line " + block.line() + ": ";
				assertTrue(
					Set.of("ijm", "groovy", "java", "csv", "sh", "text", "xml", "python").contains(block.language()),
					where + block.language());
				assertTrue(block.isExplained(), where + "does not say why it is not run");
				assertEquals(List.of(), block.unread(),
					where + "the comment at the end needs a blank before and after //");
			}
			for (final String line : page.prose())
				assertFalse(line.contains("```") || line.contains("~~~") || line.matches("\\s{4}.*\\brun\\(.*"),
					page + ": " + line);
		}
	}

	/** Numbers that the prose states about results are printed by a block of the same page. */
	@Test
	void numbersInBoldAreResults() {
		for (final GuidePage page : GuidePage.all()) {
			final Set<String> printed = new HashSet<>();
			for (final CodeBlock block : page.blocks()) {
				block.printed().forEach(line -> printed.addAll(List.of(line.split("[ ,\\[\\]]+"))));
				if (block.language().equals("csv")) printed.addAll(List.of(block.code().split("[,\n]")));
			}
			if (printed.isEmpty()) continue;
			for (final String line : page.prose()) {
				final Matcher result = RESULT.matcher(line);
				while (result.find())
					assertTrue(printed.contains(result.group(1)),
						page + ": " + result.group() + " is not among " + printed);
			}
		}
	}

	// -- Reference --

	@Test
	void referenceIsWhatTheCommandsSay() throws IOException {
		assertEquals(MacroReference.text(), Files.readString(GuidePage.DOCS.resolve("macro-reference.md")),
			"run the main method of MacroReference");
		assertEquals(List.of(), MacroReference.undescribed(),
			"describe them in their parameters, or in keys.properties");
	}

	@Test
	void everyFindingIsExplained() {
		final Set<String> anchors = GuidePage.of(GuidePage.DOCS.resolve("geometry.md")).anchors();
		final String text = GuidePage.of(GuidePage.DOCS.resolve("geometry.md")).text();
		for (final Finding.Code code : Finding.Code.values()) {
			assertTrue(anchors.contains(code.name()), code + " has no anchor in geometry.md");
			final String kind = code.isWarning() ? "warning" : "note";
			assertTrue(text.contains("**`" + code + "`** (" + kind + ")."), code + " is a " + kind);
		}
	}
}
