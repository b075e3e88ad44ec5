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

package io.github.dicomvolumes.command.input;

import java.io.File;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import org.scijava.ItemVisibility;
import org.scijava.module.ModuleItem;
import org.scijava.util.NumberUtils;
import org.scijava.util.Types;
import org.scijava.widget.Button;

import io.github.dicomvolumes.data.InputException;
import io.github.dicomvolumes.data.NumberText;

/**
 * The value of a command's input as text, as macros and dialogs give it. Understands texts, texts with choices,
 * booleans, numbers and files.
 */
public final class InputText {

	private static final Set<Class<?>> INTEGERS = Set.of(Byte.class, Short.class, Integer.class, Long.class);

	private InputText() {}

	/** Whether a person is asked for this input; those that are invisible are for macros only. */
	static boolean isAsked(final ModuleItem<?> item) {
		return isGiven(item) && item.getVisibility() == ItemVisibility.NORMAL;
	}

	/** Whether a macro may give this input (no service, no image, no message). */
	static boolean isGiven(final ModuleItem<?> item) {
		if (item.getVisibility() == ItemVisibility.MESSAGE) return false;
		final Class<?> type = Types.box(item.getType());
		return type == String.class || type == Boolean.class || type == File.class ||
			Number.class.isAssignableFrom(type);
	}

	/** Whether this is the Help button of SciJava's dialogs, which is no input. */
	static boolean isButton(final ModuleItem<?> item) {
		return item.getType() == Button.class;
	}

	/** Whether dialogs show this, but it is no input: a message, or the Help button. */
	static boolean isShownOnly(final ModuleItem<?> item) {
		return isButton(item) || item.getVisibility() == ItemVisibility.MESSAGE;
	}

	/** Gets the key of an input in a macro. */
	static String key(final ModuleItem<?> item) {
		return item.getName().toLowerCase(Locale.ROOT);
	}

	/**
	 * Converts text to a value of the input's type; an empty text is no file.
	 *
	 * @throws IllegalArgumentException naming key, value and what is allowed
	 */
	static Object parse(final ModuleItem<?> item, final String text) {
		final Class<?> type = Types.box(item.getType());
		if (type == Boolean.class) return choice(item, text, List.of("true", "false")).equals("true");
		if (type == File.class) return text.isEmpty() ? null : new File(text);
		if (type != String.class) return number(item, text, type);
		final List<String> choices = choices(item);
		return choices.isEmpty() ? text : choice(item, text, choices);
	}

	/** Gets the allowed texts, or none if every text is allowed. */
	static List<String> choices(final ModuleItem<?> item) {
		final List<?> choices = item.getChoices();
		return choices == null ? List.of() : choices.stream().map(String::valueOf).toList();
	}

	private static String choice(final ModuleItem<?> item, final String text, final List<String> choices) {
		return choices.stream()
			.filter(text::equalsIgnoreCase)
			.findFirst()
			.orElseThrow(() -> bad(item, text,
				choices.stream()
					.map(c -> c.isEmpty() || c.contains(" ") ? "[" + c + "]" : c)
					.collect(Collectors.joining(", "))));
	}

	private static Number number(final ModuleItem<?> item, final String text, final Class<?> type) {
		final boolean whole = INTEGERS.contains(type);
		final double min = bound(item.getMinimumValue(), Double.NEGATIVE_INFINITY);
		final double max = bound(item.getMaximumValue(), Double.POSITIVE_INFINITY);
		final double value;
		try {
			value = Double.parseDouble(text);
		}
		catch (final NumberFormatException exc) {
			throw bad(item, text, range(whole, min, max));
		}
		// NaN fails the first comparison
		if (!(value >= min && value <= max) || whole && value != Math.rint(value))
			throw bad(item, text, range(whole, min, max));
		return NumberUtils.toNumber(whole ? (Object) Math.round(value) : value, type);
	}

	private static double bound(final Object bound, final double none) {
		return bound instanceof Number n ? n.doubleValue() : none;
	}

	private static String range(final boolean whole, final double min, final double max) {
		final StringBuilder range = new StringBuilder(whole ? "a whole number" : "a number");
		for (final double bound : new double[] { min, max }) {
			if (Double.isInfinite(bound)) continue;
			range.append(bound == min ? " from " : " to ");
			range.append(NumberText.exact(bound));
		}
		return range.toString();
	}

	private static IllegalArgumentException bad(final ModuleItem<?> item, final String text, final String allowed) {
		return new InputException(key(item) + "=" + text + " is not allowed; it must be " +
			(allowed.contains(",") ? "one of " : "") + allowed + ".");
	}

	/** Lists the keys of some inputs. */
	static String keys(final List<ModuleItem<?>> items) {
		return items.isEmpty() ? "none" : items.stream().map(InputText::key).collect(Collectors.joining(", "));
	}
}
