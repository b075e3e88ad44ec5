package io.github.dicomvolumes.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;

import org.junit.jupiter.api.Test;

class MacroOptionsTest {

	@Test
	void keysAndValues() {
		assertEquals(Map.of("folder", "/a [b] c", "series", "#2", "virtual", "true",
			"text", "it = [x", "empty", "", "none", ""), MacroOptions.parse(
				" Folder=[/a [b] c]  series=#2 virtual text='it = [x' empty=[] none= "));
	}

	@Test
	void nothing() {
		assertEquals(Map.of(), MacroOptions.parse(null));
		assertEquals(Map.of(), MacroOptions.parse("  "));
	}

	@Test
	void mistakes() {
		assertEquals("a=[b is not closed; it begins with [", message("a=[b"));
		assertEquals("a= is given twice: a=1 a=2", message("a=1 a=2"));
	}

	private static String message(final String options) {
		return assertThrows(IllegalArgumentException.class, () -> MacroOptions
			.parse(options)).getMessage();
	}
}
