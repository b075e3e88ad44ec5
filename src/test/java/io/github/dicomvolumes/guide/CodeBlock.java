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

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A code block of a page between two lines of backquotes. A line that prints may say in a comment at its end what is
 * printed: {@code print(nSlices);  // 72}.
 *
 * @param line of the page where the code begins, from 1
 * @param language what the first line of backquotes says, such as "ijm"; empty if it says nothing
 * @param note the text of an HTML comment on the line above the block, which readers do not see; empty if there is none
 */
record CodeBlock(int line, String language, String note, String code) {

	/** The arguments of a printing statement, and what it prints. */
	private static final Pattern PRINTS = Pattern
		.compile("^(\\s*)(?:System\\.out\\.println|println|print)\\s*\\((.*)\\);?\\s+// (.*)$", Pattern.MULTILINE);

	/** What looks as if it printed what the comment says. */
	private static final Pattern SEEMS_TO_PRINT = Pattern.compile("\\b(?:print|println)\\s*\\(.*\\)\\W*//.*");

	/** Notes: why a block is not run at all, that it has to have windows, and which template it is. */
	private static final String NOT_RUN = "not run", WINDOWS = "windows", TEMPLATE = "script template ";

	/** Whether the note says why it is not run, or the block is. */
	boolean isExplained() {
		return isRun() || template().isPresent() || note.startsWith(NOT_RUN + ": ");
	}

	/** With the others of its page: a template is run by itself. */
	boolean isRun() {
		return !note.startsWith(NOT_RUN) && template().isEmpty();
	}

	/** The name of the file that has the same text, among the templates of Fiji's script editor. */
	Optional<String> template() {
		return note.startsWith(TEMPLATE) ? Optional.of(note.substring(TEMPLATE.length())) : Optional.empty();
	}

	boolean needsWindows() {
		return note.equals(WINDOWS);
	}

	/** What the block says that it prints, line by line. */
	List<String> printed() {
		final List<String> printed = new ArrayList<>();
		final Matcher prints = PRINTS.matcher(code);
		while (prints.find())
			printed.add(prints.group(3).strip());
		return printed;
	}

	/** Lines that a reader takes for such, but which are written so that no test compares them. */
	List<String> unread() {
		return code.lines()
			.filter(line -> SEEMS_TO_PRINT.matcher(line).find() && !PRINTS.matcher(line).matches())
			.toList();
	}

	/** The code with other statements in place of those that say what they print. */
	String withPrinting(final java.util.function.UnaryOperator<String> statement) {
		return PRINTS.matcher(code)
			.replaceAll(print -> Matcher.quoteReplacement(print.group(1) + statement.apply(print.group(2))));
	}
}
