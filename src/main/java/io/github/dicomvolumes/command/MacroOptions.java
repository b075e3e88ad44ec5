package io.github.dicomvolumes.command;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Takes the second argument of a macro's {@code run("DICOM Folder...",
 * "folder=[/my data] series=all virtual")} apart. ImageJ and SciJava search
 * each key as text and so find {@code x=} inside another value; this reads the
 * options from left to right.
 */
final class MacroOptions {

	private final String text;
	private int position;

	private MacroOptions(final String text) {
		this.text = text;
	}

	/**
	 * Gets keys (lower case) and values in their order. A bare key has the value
	 * "true". A value may stand in [brackets], which nest, or in 'single quotes'.
	 *
	 * @param options null means none
	 * @throws IllegalArgumentException if a bracket or quote is not closed or a
	 *           key comes twice
	 */
	static Map<String, String> parse(final String options) {
		return new MacroOptions(options == null ? "" : options).parse();
	}

	private Map<String, String> parse() {
		final Map<String, String> result = new LinkedHashMap<>();
		for (skipSpaces(); position < text.length(); skipSpaces()) {
			final String key = word("= ").toLowerCase(Locale.ROOT);
			final boolean bare = position == text.length() || text.charAt(
				position) == ' ';
			if (!bare) position++; // the equals sign
			if (result.put(key, bare ? "true" : value(key)) != null)
				throw new IllegalArgumentException(key + "= is given twice: " + text
					.strip());
		}
		return result;
	}

	private void skipSpaces() {
		while (position < text.length() && text.charAt(position) == ' ')
			position++;
	}

	private String word(final String ends) {
		final int start = position;
		while (position < text.length() && ends.indexOf(text.charAt(position)) < 0)
			position++;
		return text.substring(start, position);
	}

	private String value(final String key) {
		final char first = position < text.length() ? text.charAt(position) : ' ';
		if (first != '[' && first != '\'') return word(" ");
		final int start = position++;
		for (int depth = 1; position < text.length(); position++) {
			final char c = text.charAt(position);
			if (c == '[' && first == '[') depth++;
			else if (c == (first == '[' ? ']' : '\'')) depth--;
			if (depth == 0) return text.substring(start + 1, position++);
		}
		throw new IllegalArgumentException(key + "=" + text.substring(start)
			.strip() + " is not closed; it begins with " + first);
	}
}
