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

package io.github.dicomvolumes.view.help;

import java.awt.Dialog;
import java.awt.EventQueue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.github.dicomvolumes.series.Finding;
import io.github.dicomvolumes.view.imagej.GuiScale;

import ij.Prefs;

/**
 * The pages of the guide, by their names without ".md": as they are packed in the jar, without pictures, each with a
 * link to itself on the web.
 */
public final class Guide {

	/** The page that leads to all others. */
	public static final String INDEX = "README";

	/** The pages on choosing series, on servers, and on the orthogonal views. */
	public static final String SERIES = "choosing-series", SERVER = "server", ARCHIVES = "archives",
		VIEWS = "orthogonal-views";

	/** Where the project is. */
	public static final String REPOSITORY = "https://github.com/dicomvolumes/DICOM_Volumes";

	private static final String WEB = REPOSITORY + "/blob/main/docs/";
	private static final String PACKED = "/io/github/dicomvolumes/docs/";

	private static final Pattern PAGE = Pattern.compile("\\]\\(([\\w-]+)\\.md");

	/** Pixels of the text at 100 %. */
	private static final int WIDTH = 540;

	private static final String SAVING = "saving", PRIVACY = "privacy", GEOMETRY = "geometry", MEASURING = "measuring",
		RT = "rt", STEPS = "first-steps", TUTORIAL = "tutorial", OPENING = "opening";

	/** The page of each command, by its label. */
	private static final Map<String, String> PAGES = Map.ofEntries( //
		Map.entry("DICOM Folder...", STEPS), //
		Map.entry("DICOM Recent...", OPENING), //
		Map.entry("DICOM Options...", OPENING), //
		Map.entry("DICOM Server...", SERVER), //
		Map.entry("DICOM Series Table...", SERIES), //
		Map.entry("DICOM Phantom (3D)", STEPS), //
		Map.entry("DICOM Metadata Table", TUTORIAL), //
		Map.entry("DICOM Slice Table", GEOMETRY), //
		Map.entry("DICOM Geometry Table", GEOMETRY), //
		Map.entry("DICOM Report", GEOMETRY), //
		Map.entry("DICOM Plot Attribute...", "four-d"), //
		Map.entry("DICOM Orthogonal Views", VIEWS), //
		Map.entry("DICOM Planes Figure...", TUTORIAL), //
		Map.entry("DICOM Reslice...", VIEWS), //
		Map.entry("DICOM Resample...", VIEWS), //
		Map.entry("DICOM SUV...", "pet"), //
		Map.entry("DICOM Structure Set...", RT), //
		Map.entry("DICOM Segment Statistics...", MEASURING), //
		Map.entry("DICOM Dose Volume Histogram...", MEASURING), //
		Map.entry("DICOM Labels from ROIs", SAVING), //
		Map.entry("DICOM Series...", SAVING), //
		Map.entry("DICOM Segmentation...", SAVING), //
		Map.entry("DICOM Contours...", SAVING), //
		Map.entry("NIfTI Volume...", SAVING), //
		Map.entry("DICOM De-identify Folder...", PRIVACY), //
		Map.entry("DICOM Guide", INDEX));

	private Guide() {}

	/** The page that explains a command; {@link #INDEX} if none does. */
	public static String page(final String command) {
		return PAGES.getOrDefault(command, INDEX);
	}

	/** Whether a page is known to explain a command. */
	static boolean explains(final String command) {
		return PAGES.containsKey(command);
	}

	/**
	 * What a person or a macro asks for by a finding code, the label of a command, or a page with or without an anchor,
	 * as links have it; in upper or lower case. Empty if there is no such thing.
	 */
	public static Optional<GuidePlace> find(final String wanted) {
		final String name = wanted.strip();
		final Optional<GuidePlace> finding = GuidePlace.in(name.toUpperCase(Locale.ROOT));
		if (finding.isPresent()) return finding;
		final Optional<String> command = PAGES.keySet()
			.stream()
			.filter(label -> label.replace("...", "").equalsIgnoreCase(name.replace("...", "")))
			.findFirst();
		if (command.isPresent()) return command.map(label -> GuidePlace.of(page(label)));
		final String[] parts = name.split("#", 2);
		final String file = parts[0].replaceFirst("\\.md$", "");
		return pages().stream()
			.filter(page -> page.equalsIgnoreCase(file))
			.findFirst()
			.map(page -> new GuidePlace(page, parts.length > 1 ? parts[1] : ""))
			.filter(place -> place.anchor().isEmpty() || html(place.page(), "").contains(named(place.anchor())));
	}

	private static String named(final String anchor) {
		return "<a name=\"" + anchor + "\">";
	}

	/** The names of all pages, as the index has them. */
	public static List<String> pages() {
		return Stream.concat(Stream.of(INDEX), PAGE.matcher(text(INDEX)).results().map(link -> link.group(1)))
			.distinct()
			.toList();
	}

	/** What may explain why a command, by its label, failed: of those that open files, why nothing opens. */
	public static GuidePlace ofFailure(final String command) {
		return switch (command) {
			case "DICOM Folder...", "DICOM Series Table..." -> new GuidePlace("faq", "nothing-opens");
			default -> GuidePlace.of(page(command));
		};
	}

	/** What explains a table, by its title: the findings where it has notes about them. */
	public static GuidePlace ofTable(final String title) {
		return switch (title) {
			case "DICOM Report" -> GuidePlace.findings();
			case "DICOM Series" -> GuidePlace.of(SERIES);
			case "DICOM Metadata" -> new GuidePlace(TUTORIAL, "3-metadata");
			case "DICOM Geometry", "DICOM Slices" -> GuidePlace.of(GEOMETRY);
			case "DICOM Segments", "DICOM Curves" -> GuidePlace.of(MEASURING);
			case "DICOM DVH", "DICOM DVH curves" -> new GuidePlace(MEASURING, "dose");
			case "DICOM De-identified" -> GuidePlace.of(PRIVACY);
			default -> GuidePlace.of(INDEX);
		};
	}

	/** Where a page is on the web, with its pictures. */
	public static String web(final String page) {
		return web(GuidePlace.of(page));
	}

	/** Where a place is on the web. */
	public static String web(final GuidePlace place) {
		return WEB + place;
	}

	/** A link to the paragraph on a finding, for windows that {@link #show(String, String)} opens. */
	public static String link(final Finding.Code code) {
		return "<a href='" + HelpWindow.OTHER_PAGE + GuidePlace.of(code) + "'>" + code + "</a>";
	}

	/**
	 * A page as HTML.
	 *
	 * @param others what links to other pages begin with
	 */
	static String html(final String page, final String others) {
		return framed(
			"<p><a href='" + web(page) + "'>This page on the web, with pictures</a> | <a href='" + others + INDEX +
				".md'>All pages</a></p>" + new MarkdownPage(text(page), others, REPOSITORY + "/tree/main/").toHtml());
	}

	/** A page with a body. */
	private static String framed(final String body) {
		final double scale = Prefs.getGuiScale();
		return "<html>" + (scale > 1 ? large(scale) : "") + "<body style='width: " + GuiScale.pixels(WIDTH) + "px'>" +
			body + "</body></html>";
	}

	/** The sizes of ImageJ's HTML windows, which they have at any scale of the user interface, for one above 1. */
	private static String large(final double scale) {
		return String.format(Locale.ROOT,
			"<head><style>body, td, li {font-size: %.1fpt} h1 {font-size: %.1fpt} h2, h3 {font-size: %.1fpt} " +
				"code, pre {font-size: %.1fpt}</style></head>",
			11.5 * scale, 18 * scale, 15 * scale, 12 * scale);
	}

	/** Shows a page in a window that may stay open. May be called by any thread. */
	public static void show(final String page) {
		show(GuidePlace.of(page));
	}

	/**
	 * Shows a place in a window that may stay open, the one that is open if there is one. May be called by any thread.
	 */
	public static void show(final GuidePlace place) {
		EventQueue.invokeLater(() -> HelpWindow.open(place, null));
	}

	/** Shows a page in front of a dialog that keeps all other windows waiting, and returns when it is closed. */
	public static void show(final String page, final Dialog owner) {
		show(GuidePlace.of(page), owner);
	}

	/** Shows a place in front of a dialog that keeps all other windows waiting, and returns when it is closed. */
	public static void show(final GuidePlace place, final Dialog owner) {
		HelpWindow.open(place, owner);
	}

	/** Shows a text of ours, in which {@linkplain #link links} lead to the guide, in a window that may stay open. */
	public static void show(final String title, final String body) {
		EventQueue.invokeLater(() -> HelpWindow.open(title, framed(body)));
	}

	/** @throws IllegalArgumentException if there is no such page */
	private static String text(final String page) {
		try (InputStream in = Guide.class.getResourceAsStream(PACKED + page + ".md")) {
			if (in == null) throw new IllegalArgumentException("There is no page " + page + " in the guide.");
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (final IOException exc) {
			throw new UncheckedIOException(exc);
		}
	}
}
