package io.github.dicomvolumes.data;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The character sets that Specific Character Set (0008,0005) names (PS3.3
 * C.12.1.1.2). Those that switch by escape sequences within a value are read as
 * their first set.
 */
public final class CharacterSets {

	/**
	 * Where none is named. The standard says ASCII (ISO-IR 6); Latin-1 agrees with
	 * it and shows, rather than loses, the bytes of files that break the rule.
	 */
	public static final Charset DEFAULT = StandardCharsets.ISO_8859_1;

	private CharacterSets() {}

	/** The character set of the values of Specific Character Set, the default for unknown ones. */
	public static Charset of(final List<String> terms) {
		final String term = terms.isEmpty() ? "" : terms.get(0).replace("ISO 2022 IR ",
			"ISO_IR ");
		final String name = switch (term) {
			case "ISO_IR 101" -> "ISO-8859-2";
			case "ISO_IR 109" -> "ISO-8859-3";
			case "ISO_IR 110" -> "ISO-8859-4";
			case "ISO_IR 144" -> "ISO-8859-5";
			case "ISO_IR 127" -> "ISO-8859-6";
			case "ISO_IR 126" -> "ISO-8859-7";
			case "ISO_IR 138" -> "ISO-8859-8";
			case "ISO_IR 148" -> "ISO-8859-9";
			case "ISO_IR 203" -> "ISO-8859-15";
			case "ISO_IR 13" -> "Shift_JIS";
			case "ISO_IR 166" -> "TIS-620";
			case "ISO_IR 192" -> "UTF-8";
			case "GB18030" -> "GB18030";
			case "GBK" -> "GBK";
			default -> "ISO-8859-1";
		};
		return Charset.isSupported(name) ? Charset.forName(name) : DEFAULT;
	}
}
