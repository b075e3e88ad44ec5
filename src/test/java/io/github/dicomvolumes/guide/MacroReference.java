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

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.dicomvolumes.command.DicomFolder;
import io.github.dicomvolumes.data.NumberText;

import org.scijava.Context;
import org.scijava.ItemVisibility;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.ModuleItem;
import org.scijava.util.Types;

/**
 * Writes {@code docs/macro-reference.md} from the parameters of the commands. Descriptions that the parameters do not
 * have are in {@code keys.properties}.
 */
final class MacroReference {

	private static final String HEAD = """
										# Macro reference

										Written by a program from the commands themselves; do not edit it (`MacroReference` in `src/test`).

										```ijm
										run("DICOM Phantom (3D)");
										run("DICOM Planes Figure...", "axial=40 aspect=false");
										```

										- What is left out takes its default: never the value of the last time, never a dialog. In bold: has to be given.
										- Values with spaces go into `[brackets]`, those with brackets into `'quotes'`. `aspect` alone is `aspect=true`. Upper and lower case do not matter in keys and choices.
										- `&name` is the value of a macro variable.
										- A key or a choice that does not exist stops the macro, with a message that lists what there is.
										- Commands on an image take the active one. Numbers of slices begin with 0, as voxels do, except `slice`, which is ImageJ's.
										- *Asks* is yes if the dialog of the command asks for it.
										""";

	/** Commands of the tests have no page. */
	private static final String TEST = "DICOM Test";

	private final Properties descriptions = new Properties();

	private MacroReference() {
		try (InputStream in = MacroReference.class.getResourceAsStream("keys.properties")) {
			descriptions.load(in);
		}
		catch (final IOException exc) {
			throw new UncheckedIOException(exc);
		}
	}

	public static void main(final String... args) throws IOException {
		Files.writeString(GuidePage.DOCS.resolve("macro-reference.md"), text());
	}

	/** The page as it has to be. */
	static String text() {
		final var reference = new MacroReference();
		final List<String> parts = new ArrayList<>(List.of(HEAD));
		final List<CommandInfo> commands = commands();
		parts.add("| menu | command |\n|---|---|\n" +
			commands.stream().map(MacroReference::line).collect(Collectors.joining()));
		commands.forEach(command -> parts.add(reference.section(command)));
		return String.join("\n", parts);
	}

	/** All commands that a menu has, in the order of the menus. */
	static List<CommandInfo> commands() {
		final String ours = DicomFolder.class.getPackageName();
		try (Context context = new Context(CommandService.class)) {
			return context.service(CommandService.class)
				.getCommands()
				.stream()
				.filter(info -> info.getDelegateClassName().startsWith(ours) && !info.getMenuPath().isEmpty())
				.filter(info -> !label(info).startsWith(TEST))
				.sorted(Comparator.comparing((CommandInfo info) -> menu(info)).thenComparing(MacroReference::label))
				.toList();
		}
	}

	static String label(final CommandInfo command) {
		return command.getMenuPath().getLeaf().getName();
	}

	/** The inputs that a macro may give. */
	static List<ModuleItem<?>> keys(final CommandInfo command) {
		final List<ModuleItem<?>> keys = new ArrayList<>();
		for (final ModuleItem<?> item : command.inputs()) {
			final Class<?> type = Types.box(item.getType());
			if (item.getVisibility() != ItemVisibility.MESSAGE &&
				Stream.of(String.class, File.class, Boolean.class, Number.class)
					.anyMatch(given -> given.isAssignableFrom(type)))
				keys.add(item);
		}
		return keys;
	}

	static String key(final ModuleItem<?> item) {
		return item.getName().toLowerCase(Locale.ROOT);
	}

	private static String menu(final CommandInfo command) {
		return command.getMenuPath().getMenuString(false);
	}

	private static String line(final CommandInfo command) {
		return "| " + menu(command) + " | [" + label(command) + "](#" + GuidePage.anchor(label(command)) + ") |\n";
	}

	private String section(final CommandInfo command) {
		final List<ModuleItem<?>> keys = keys(command);
		final String head = "## " + label(command) + "\n\n";
		if (keys.isEmpty()) return head + "No keys.\n";
		return head + "| key | values | default | asks | |\n|---|---|---|---|---|\n" +
			keys.stream().map(item -> row(command, item)).collect(Collectors.joining());
	}

	private String row(final CommandInfo command, final ModuleItem<?> item) {
		final Object value = item.getDefaultValue();
		final String key = item.isRequired() && value == null ? "**`" + key(item) + "`**" : "`" + key(item) + "`";
		final boolean asks = item.getVisibility() == org.scijava.ItemVisibility.NORMAL;
		return "| " + key + " | " + values(item) + " | " + shown(value) + " | " + (asks ? "yes" : "") + " | " +
			description(command, item) + " |\n";
	}

	private static String values(final ModuleItem<?> item) {
		final Class<?> type = Types.box(item.getType());
		if (item.getChoices() != null && !item.getChoices().isEmpty())
			return item.getChoices().stream().map(choice -> code(choice.toString())).collect(Collectors.joining(", "));
		if (type == Boolean.class) return "`true`, `false`";
		if (type == File.class) return "path";
		if (type == String.class) return "text";
		final String number = type == Integer.class || type == Long.class ? "whole number" : "number";
		final Object min = item.getMinimumValue(), max = item.getMaximumValue();
		return number + (min == null ? "" : " from " + plain(min)) + (max == null ? "" : " to " + plain(max));
	}

	private static String plain(final Object value) {
		return value instanceof Double number ? NumberText.of(number) : String.valueOf(value);
	}

	/** A value as it has to be written in a macro. */
	private static String code(final String value) {
		return "`" + (value.contains(" ") ? "[" + value + "]" : value) + "`";
	}

	private static String shown(final Object value) {
		if (value == null || value.equals("")) return "nothing";
		return code(plain(value));
	}

	private String description(final CommandInfo command, final ModuleItem<?> item) {
		final String own = item.getDescription();
		if (own != null && !own.isBlank()) return own.replace("|", "/");
		final String particular = label(command).replaceAll("[^A-Za-z]", "") + "." + key(item);
		return descriptions.getProperty(particular, descriptions.getProperty(key(item), ""));
	}

	/** Keys of which nothing says what they are for. */
	static List<String> undescribed() {
		final var reference = new MacroReference();
		return commands().stream()
			.flatMap(command -> keys(command).stream()
				.filter(item -> reference.description(command, item).isEmpty())
				.map(item -> label(command) + ": " + key(item)))
			.toList();
	}
}
