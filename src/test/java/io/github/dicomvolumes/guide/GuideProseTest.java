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

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What the pages say between their code: commands, menus, keys and numbers are those of the program. */
class GuideProseTest {

	private static final Pattern BOLD = Pattern.compile("\\*\\*((?:DICOM|NIfTI) [^*]+)\\*\\*"),
		RUN = Pattern.compile("\\brun\\(['\"]((?:DICOM|NIfTI) [^'\"]+)"), KEY = Pattern.compile("`([a-z]+)="),
		MENU = Pattern.compile("(?:File|Plugins) > [A-Z][\\w ]+? > (?:DICOM|NIfTI)[^,;:]{0,40}"),
		NUMBER = Pattern.compile("(?<![\\w.])-?\\d+(?:\\.\\d+)?(?!\\w)");

	private static final Set<String> COMPARED = Set.of("tutorial.md", "first-steps.md", "choosing-series.md",
		"geometry.md", "four-d.md", "compressed-and-colour.md", "orthogonal-views.md", "pet.md", "rt.md", "saving.md",
		"scripts.md", "headless.md", "java.md", "privacy.md", "faq.md", "opening.md", "measuring.md",
		"deidentification.md", "server.md", "archives.md");

	/** Examples of what to type, kinds of pixels, names of formats, and steps of the page. */
	private static final Pattern NOT_RESULTS = Pattern.compile("`[^`]*`|\\d+(?: or \\d+| and \\d+)?[- ]bits?\\b|" +
		"\\(\\d+ and \\d+ bits\\)|JPEG 2000|Jython 2\\.7|\\[step \\d+\\]|[Gg]roup 0002|UTF-16|\\(1128, N72L\\)|December 2020");

	/** Sections and paragraphs, with the table or list that follows, of what was measured or tried once. */
	private static final Pattern ONCE = Pattern
		.compile("(?sm)^## (?:When one machine|What it costs|Tried with).*?(?=^## |\\z)|" +
			"^[^\n|#]*(?:\n[^\n|#]+)*?(?:Measured with|Of a ball of|jar that the build made|tried by hand|S3 was not tried)" +
			"(?:[^\n]+\n)+(?:\n(?=[|-] )(?:[^\n]+\n)+)?");

	/** The choice of DICOM Options..., named as the project is. */
	private static final String PROJECT = "DICOM Volumes";

	/** "File > Import > DICOM Folder..." */
	private static final Set<String> MENUS = MacroReference.commands()
		.stream()
		.map(command -> command.getMenuPath().getMenuString().replaceAll("\\s*>\\s*", " > "))
		.collect(Collectors.toSet());
	private static final Set<String> LABELS = MacroReference.commands()
		.stream()
		.map(MacroReference::label)
		.collect(Collectors.toSet());

	@TestFactory
	Stream<DynamicTest> commandsAreThere() {
		return each(page -> {
			final List<String> named = Stream.of(BOLD, RUN)
				.flatMap(pattern -> pattern.matcher(page.text()).results())
				.map(found -> found.group(1))
				.filter(label -> !LABELS.contains(label) && !label.equals(PROJECT))
				.toList();
			assertEquals(List.of(), named);
		});
	}

	@TestFactory
	Stream<DynamicTest> menusLeadToThem() {
		return each(page -> {
			final String prose = String.join(" ", page.prose()).replaceAll("[*`\\[\\]]", "").replaceAll("\\s+", " ");
			final List<String> dead = MENU.matcher(prose)
				.results()
				.map(MatchResult::group)
				.filter(path -> MENUS.stream().noneMatch(path::startsWith))
				.toList();
			assertEquals(List.of(), dead);
		});
	}

	@TestFactory
	Stream<DynamicTest> keysAreThoseOfACommand() {
		final Set<String> keys = MacroReference.commands()
			.stream()
			.flatMap(command -> MacroReference.keys(command).stream())
			.map(MacroReference::key)
			.collect(Collectors.toSet());
		return each(page -> assertEquals(List.of(),
			KEY.matcher(String.join("\n", page.prose()))
				.results()
				.map(found -> found.group(1))
				.filter(key -> !keys.contains(key))
				.toList()));
	}

	/**
	 * Numbers of the pages where people compare them: each is in code of the page, or printed by it, or a constant of
	 * the program; or it was measured.
	 */
	@TestFactory
	Stream<DynamicTest> numbersAreThoseOfCodeOrProgram() {
		return GuidePage.all()
			.stream()
			.filter(page -> COMPARED.contains(page.toString()))
			.map(page -> DynamicTest.dynamicTest(page.toString(), () -> {
				final Set<Double> known = new HashSet<>();
				page.blocks().forEach(block -> known.addAll(numbers(block.code())));
				final List<String> unknown = ONCE.matcher(String.join("\n", page.prose()))
					.replaceAll("")
					.lines()
					.filter(line -> !line.startsWith("#"))
					.map(line -> line.replaceAll("\\]\\([^)]*\\)", "]").replaceFirst("^\\d+\\. ", ""))
					.map(line -> ProgramNumbers.without(page.toString(), line))
					.map(line -> NOT_RESULTS.matcher(line).replaceAll(""))
					.filter(line -> !known.containsAll(numbers(line)))
					.toList();
				assertEquals(List.of(), unknown);
			}));
	}

	/** A constant that changes is to be changed in the guide, too. */
	@TestFactory
	Stream<DynamicTest> constantsAreThoseOfTheProgram() {
		return ProgramNumbers.ALL.stream().map(number -> DynamicTest.dynamicTest(number.toString(), number::check));
	}

	private static List<Double> numbers(final String text) {
		return NUMBER.matcher(text).results().map(found -> Double.valueOf(found.group())).toList();
	}

	private static Stream<DynamicTest> each(final java.util.function.Consumer<GuidePage> test) {
		return GuidePage.all().stream().map(page -> DynamicTest.dynamicTest(page.toString(), () -> test.accept(page)));
	}
}
