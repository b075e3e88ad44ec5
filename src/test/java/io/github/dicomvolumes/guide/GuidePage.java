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

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page of the guide, or of the project: its code blocks, links and anchors. */
record GuidePage(Path file, List<String> lines) {

	static final Path DOCS = Path.of("docs");

	private static final Pattern FENCE = Pattern.compile("```(\\w*)"), NOTE = Pattern.compile("<!-- (.*) -->");
	private static final Pattern LINK = Pattern.compile("(!?)\\[[^\\]]*\\]\\(([^)\\s]+)\\)");
	private static final Pattern HEADING = Pattern.compile("#+ (.*)"),
		ID = Pattern.compile("<a (?:id|name)=\"([^\"]*)\"");

	/** A link of a page; pictures are links, too. */
	record Link(int line, boolean isPicture, String target) {}

	/** All pages of the guide, and those of the project in the folder above. */
	static List<GuidePage> all() {
		return Stream.of(Path.of(""), DOCS).flatMap(GuidePage::pages).toList();
	}

	private static Stream<GuidePage> pages(final Path folder) {
		try (Stream<Path> files = Files.list(folder)) {
			return files.filter(file -> file.toString().endsWith(".md")).sorted().map(GuidePage::of).toList().stream();
		}
		catch (final IOException exc) {
			throw new UncheckedIOException(exc);
		}
	}

	/** Whether it belongs to the guide. */
	boolean isOfGuide() {
		return DOCS.equals(file.getParent());
	}

	static GuidePage of(final Path file) {
		try {
			return new GuidePage(file, Files.readAllLines(file));
		}
		catch (final IOException exc) {
			throw new UncheckedIOException(exc);
		}
	}

	List<CodeBlock> blocks() {
		final List<CodeBlock> blocks = new ArrayList<>();
		String language = null;
		int first = 0;
		for (int i = 0; i < lines.size(); i++) {
			final Matcher fence = FENCE.matcher(lines.get(i));
			if (!fence.matches()) continue;
			if (language == null) {
				language = fence.group(1);
				first = i + 1;
				continue;
			}
			final Matcher note = NOTE.matcher(first < 2 ? "" : lines.get(first - 2));
			blocks.add(new CodeBlock(first + 1, language, note.matches() ? note.group(1) : "",
				String.join("\n", lines.subList(first, i))));
			language = null;
		}
		if (language != null) throw new IllegalStateException(file + ": the block of line " + first + " has no end");
		return blocks;
	}

	/** The lines outside of code blocks; those within are empty, so that numbers of lines stay. */
	List<String> prose() {
		final List<String> prose = new ArrayList<>();
		boolean isCode = false;
		for (final String line : lines) {
			final boolean isFence = FENCE.matcher(line).matches();
			prose.add(isCode || isFence || line.startsWith("    ") ? "" : line);
			if (isFence) isCode = !isCode;
		}
		return prose;
	}

	/** Also those whose text goes on in the next line. */
	List<Link> links() {
		final String prose = String.join("\n", prose()).replaceAll("`[^`\n]*`", "");
		return LINK.matcher(prose)
			.results()
			.map(link -> new Link(1 + (int) prose.substring(0, link.start()).chars().filter(c -> c == '\n').count(),
				!link.group(1).isEmpty(), link.group(2)))
			.toList();
	}

	/** What can be linked to within the page, as GitHub names headings. */
	Set<String> anchors() {
		final Set<String> anchors = new HashSet<>();
		for (final String line : prose()) {
			final Matcher heading = HEADING.matcher(line), id = ID.matcher(line);
			if (heading.matches()) anchors.add(anchor(heading.group(1)));
			while (id.find())
				anchors.add(id.group(1));
		}
		return anchors;
	}

	/** "DICOM Folder..." becomes "dicom-folder". */
	static String anchor(final String heading) {
		return heading.strip().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-');
	}

	String text() {
		return String.join("\n", lines);
	}

	@Override
	public String toString() {
		return file.getFileName().toString();
	}
}
