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

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns what the guide uses of Markdown into what Swing knows of HTML: headings, paragraphs, lists of one level,
 * tables, code, bold and italic text, and links. Pictures are left out.
 */
final class MarkdownPage {

	private static final Pattern HEADING = Pattern.compile("(#+) (.*)"), ITEM = Pattern.compile("(?:- |\\d+\\. )(.*)"),
		PICTURE = Pattern.compile("!\\[[^\\]]*\\]\\([^)]*\\)"), COMMENT = Pattern.compile("<!--.*-->"),
		LINK = Pattern.compile("\\[([^\\]]*)\\]\\(([^)\\s]*)\\)"), CODE = Pattern.compile("`([^`]*)`"),
		BOLD = Pattern.compile("\\*\\*([^*]+)\\*\\*"), ITALIC = Pattern.compile("\\*([^*\\s][^*]*)\\*"),
		ANCHOR = Pattern.compile("<a id=\"(\\w+)\"></a>");

	private final List<String> lines;
	private final String web, repository;
	private final StringBuilder html = new StringBuilder();
	/** Lines of a paragraph or an item that may go on. */
	private final List<String> open = new ArrayList<>();
	private String tag = "p";
	private boolean isTable;
	/** Of HTML, "ul" or "ol"; empty outside of lists. */
	private String list = "";

	/**
	 * @param web where other pages are, ending with a slash
	 * @param repository where the folder above them is
	 */
	MarkdownPage(final String text, final String web, final String repository) {
		lines = text.lines().toList();
		this.web = web;
		this.repository = repository;
	}

	String toHtml() {
		boolean isCode = false;
		for (final String line : lines) {
			if (line.strip().startsWith("```")) {
				if (!isCode) end();
				html.append(isCode ? "</pre>\n" : "<pre>");
				isCode = !isCode;
			}
			else if (isCode) html.append(escaped(line)).append('\n');
			else add(COMMENT.matcher(PICTURE.matcher(line).replaceAll("")).replaceAll(""));
		}
		end();
		endList();
		return html.toString();
	}

	private void add(final String line) {
		final Matcher heading = HEADING.matcher(line), item = ITEM.matcher(line);
		if (line.isBlank()) {
			end();
			return;
		}
		if (line.startsWith("|")) {
			addRow(line);
			return;
		}
		if (heading.matches()) {
			end();
			endList();
			final int level = Math.min(3, heading.group(1).length());
			html.append("<h" + level + "><a name=\"" + anchor(heading.group(2)) + "\">" + inline(heading.group(2)) +
				"</a></h" + level + ">\n");
			return;
		}
		if (item.matches()) {
			end();
			if (list.isEmpty()) {
				list = Character.isDigit(line.charAt(0)) ? "ol" : "ul";
				html.append('<' + list + ">\n");
			}
			tag = "li";
			open.add(item.group(1));
			return;
		}
		if (open.isEmpty() && !line.startsWith(" ")) endList();
		open.add(line.strip());
	}

	private void addRow(final String line) {
		if (!isTable) {
			end();
			endList();
			html.append("<table border='0' cellspacing='4'>\n");
			isTable = true;
		}
		if (line.matches("[|\\- :]*-[|\\- :]*")) return; // below the head
		if (line.matches("[| ]*")) return; // a head that says nothing
		html.append("<tr>");
		for (final String cell : line.replaceAll("^\\||\\|\\s*$", "").split("\\|", -1))
			html.append("<td valign='top'>").append(inline(cell.strip())).append("</td>");
		html.append("</tr>\n");
	}

	/** Ends the paragraph, item or table. */
	private void end() {
		if (isTable) html.append("</table>\n");
		isTable = false;
		if (!open.isEmpty())
			html.append('<' + tag + '>').append(inline(String.join(" ", open))).append("</" + tag + ">\n");
		open.clear();
		tag = "p";
	}

	private void endList() {
		if (!list.isEmpty()) html.append("</" + list + ">\n");
		list = "";
	}

	/** Text between pieces of code, which stay as they are. */
	private String inline(final String text) {
		final Matcher code = CODE.matcher(text);
		final List<String> pieces = new ArrayList<>();
		final String without = code.replaceAll(found -> {
			pieces.add("<code>" + escaped(found.group(1)) + "</code>");
			return "\u0000" + (pieces.size() - 1) + "\u0000";
		});
		String marked = escaped(ANCHOR.matcher(without).replaceAll("\u0001$1\u0001"));
		marked = LINK.matcher(marked)
			.replaceAll(link -> Matcher
				.quoteReplacement("<a href=\"" + target(link.group(2)) + "\">" + link.group(1) + "</a>"));
		marked = ITALIC.matcher(BOLD.matcher(marked).replaceAll("<b>$1</b>")).replaceAll("<i>$1</i>");
		marked = marked.replaceAll("\u0001(\\w+)\u0001", "<a name=\"$1\"></a>");
		for (int i = 0; i < pieces.size(); i++)
			marked = marked.replace("\u0000" + i + "\u0000", pieces.get(i));
		return marked;
	}

	private String target(final String link) {
		if (link.startsWith("#") || link.startsWith("http")) return link;
		return link.startsWith("../") ? repository + link.substring(3) : web + link;
	}

	/** As GitHub names headings. */
	private static String anchor(final String heading) {
		return heading.strip().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-');
	}

	private static String escaped(final String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
	}
}
