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

package io.github.dicomvolumes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/**
 * Every package says what it is, which packages of ours it may import (with those below them) and who uses it: "May
 * import ...; used by ....", and that is true. {@link ArchitectureTest} says what may never be imported.
 */
class PackageInfoTest {

	private static final String BASE = "io.github.dicomvolumes";
	private static final Pattern COMMENT = Pattern.compile("/\\*\\*(.*)\\*/\\s*package", Pattern.DOTALL);
	private static final Pattern BOUNDARY = Pattern.compile("May import (.*?); used by (.*?)\\.( |$)");
	private static final Pattern NAME = Pattern.compile("\\{@code ([\\w.]+)}");

	/** Folders of the sources. */
	List<Path> sources() {
		return List.of(Path.of("src/main/java"));
	}

	@Test
	void everyPackageSaysWhatItIs() throws IOException {
		assertEquals(List.of(), packages().stream().filter(name -> !isSaid(name)).toList());
	}

	/** In a sentence besides the one on its boundary. */
	private boolean isSaid(final String name) {
		return BOUNDARY.matcher(comment(name)).replaceFirst("").matches(".*[\\w)}]\\. .*");
	}

	@Test
	void packagesImportWhatTheySay() throws IOException {
		assertEquals("", packages().stream().map(name -> untold(name, 1, imports(name))).collect(Collectors.joining()));
	}

	@Test
	void packagesAreUsedByThoseTheyName() throws IOException {
		assertEquals("", packages().stream().map(name -> untold(name, 2, users(name))).collect(Collectors.joining()));
	}

	/** A line if some packages are not among those that a package-info names; "all" names everything. */
	private String untold(final String name, final int group, final Set<String> others) {
		final Matcher boundary = BOUNDARY.matcher(comment(name));
		if (!boundary.find()) return name + " has no sentence \"May import ...; used by ....\"\n";
		final String told = boundary.group(group);
		if (told.startsWith("all ") || told.equals("all") || told.startsWith("its inner packages")) return "";
		final List<String> names = NAME.matcher(told).results().map(result -> result.group(1)).toList();
		final List<String> untold = others.stream()
			.filter(other -> names.stream().noneMatch(known -> isWithin(other, known)))
			.filter(other -> !told.contains("its inner packages") || !isWithin(other, name))
			.filter(other -> !other.isEmpty() || !told.contains("the facade"))
			.toList();
		return untold.isEmpty() ? "" : name + (group == 1 ? " imports " : " is used by ") + untold + "\n";
	}

	private static boolean isWithin(final String inner, final String outer) {
		return inner.equals(outer) || inner.startsWith(outer + ".");
	}

	private static Set<String> imports(final String name) {
		return ArchitectureTest.OURS.stream()
			.filter(type -> shortName(type).equals(name))
			.flatMap(type -> type.getDirectDependenciesFromSelf().stream())
			.map(dependency -> dependency.getTargetClass())
			.filter(PackageInfoTest::isOurs)
			.map(PackageInfoTest::shortName)
			.filter(other -> !other.equals(name))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static Set<String> users(final String name) {
		return ArchitectureTest.OURS.stream()
			.map(PackageInfoTest::shortName)
			.distinct()
			.filter(other -> imports(other).contains(name))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static boolean isOurs(final JavaClass type) {
		return isWithin(type.getPackageName(), BASE);
	}

	/** Without the part that all have; empty for the facade's. */
	private static String shortName(final JavaClass type) {
		return type.getPackageName().replaceFirst("^" + Pattern.quote(BASE) + "\\.?", "");
	}

	/** What is said of a package, in one line; empty if nothing. */
	private String comment(final String name) {
		final String file = (BASE + "." + name).replaceFirst("\\.$", "").replace('.', '/') + "/package-info.java";
		return sources().stream()
			.map(folder -> folder.resolve(file))
			.filter(Files::exists)
			.map(PackageInfoTest::text)
			.collect(Collectors.joining());
	}

	private static String text(final Path file) {
		try {
			final Matcher comment = COMMENT.matcher(Files.readString(file));
			return comment.find() ? comment.group(1).replaceAll("\\s+\\*?\\s*", " ") : "";
		}
		catch (final IOException exc) {
			throw new UncheckedIOException(exc);
		}
	}

	/** Those that have classes, by their short names. */
	private List<String> packages() throws IOException {
		final Set<String> names = new TreeSet<>();
		for (final Path folder : sources())
			try (Stream<Path> files = Files.walk(folder)) {
				files.filter(file -> file.toString().endsWith(".java"))
					.map(file -> folder.relativize(file.getParent()).toString().replaceAll("[/\\\\]", "."))
					.map(name -> name.equals(BASE) ? "" : name.substring(BASE.length() + 1))
					.forEach(names::add);
			}
		assertTrue(names.size() > sources().size(), names.toString());
		return List.copyOf(names);
	}
}
