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

package io.github.dicomvolumes.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.Macro;
import ij.WindowManager;
import ij.macro.Interpreter;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;
import org.scijava.module.ModuleItem;
import org.scijava.prefs.PrefService;
import org.scijava.thread.ThreadService;

/** The commands in a real SciJava context, as a script or Java calls them. */
class ContextTest {

	private static final Context CONTEXT = new Context();

	private final CommandService commands = CONTEXT.service(CommandService.class);

	@AfterAll
	static void dispose() {
		CONTEXT.dispose();
	}

	@Test
	void scriptGivesSomeInputsAndGetsTheOutput() throws Exception {
		final CommandModule module = run(Map.of("folder", new File("/data"), "images", 2));
		assertEquals(new File("/data") + "||In memory|true|2|0.5", System.getProperty(EveryInput.RECEIVED));
		final List<?> images = (List<?>) module.getOutput("results");
		assertEquals("result 2", ((ImagePlus) images.get(1)).getTitle());
	}

	/** As Python's None. */
	@Test
	void nullIsNoValue() throws Exception {
		final Map<String, Object> inputs = new HashMap<>(Map.of("folder", new File("/data")));
		inputs.put("series", null);
		inputs.put("load", null);
		run(inputs);
		assertEquals(new File("/data") + "||In memory|true|1|0.5", System.getProperty(EveryInput.RECEIVED));
	}

	/** SciJava would remember what macros and scripts give, and titles of images, which may have names. */
	@Test
	void sciJavaRemembersNoInput() throws Exception {
		final Set<String> remembered = new TreeSet<>();
		for (final CommandInfo command : commands.getCommands()) {
			if (!command.getDelegateClassName().startsWith(getClass().getPackageName())) continue;
			for (final ModuleItem<?> item : command.inputs())
				if (item.isPersisted() && item.getType() != Context.class)
					remembered.add(command.getTitle() + " " + item.getName());
		}
		assertEquals(Set.of(), remembered);
		final PrefService prefs = CONTEXT.service(PrefService.class);
		prefs.remove(EveryInput.class, "load"); // a person in another test
		run(Map.of("load", "Virtual"));
		assertNull(prefs.get(EveryInput.class, "load"));
	}

	@Test
	void failureLeavesACancelledModuleAndOneMessage() throws Exception {
		assertTrue(run(Map.of("fail", "IOException")).isCanceled());
		assertEquals("IM_1 is broken.", IJ.getErrorMessage());
		assertFalse(run(Map.of()).isCanceled());
	}

	/**
	 * As in Fiji, where a macro and its commands are in different threads, and those of the commands are used again.
	 */
	@Test
	void activeImageIsThatOfTheCallingThread() throws Exception {
		final ImagePlus first = IJ.createImage("first", 4, 3, 1, 8), second = IJ.createImage("second", 4, 3, 1, 8);
		Interpreter.batchMode = true;
		try {
			for (final ImagePlus image : List.of(first, second, first)) {
				WindowManager.setTempCurrentImage(image);
				final Object result = commands.run(ImageInput.class, true).get().getOutput("result");
				assertEquals("of " + image.getTitle(), ((ImagePlus) result).getTitle());
			}
			assertEquals("there is none",
				CONTEXT.service(ThreadService.class)
					.run(() -> WindowManager.getTempCurrentImage() == null ? "there is none"
						: WindowManager.getTempCurrentImage().getTitle())
					.get());
		}
		finally {
			Interpreter.batchMode = false;
			WindowManager.setTempCurrentImage(null);
		}
	}

	/** A macro that still has options answers the dialog with the message itself, and nobody sees it. */
	@Test
	void failureTakesTheOptionsFromTheCallingThread() throws Exception {
		final AtomicReference<String> left = new AtomicReference<>();
		final Thread macro = new Thread(() -> {
			Macro.setOptions("key=value");
			try {
				left.set("before " + Macro.getOptions());
				run(Map.of("fail", "IOException"));
				left.set("after " + Macro.getOptions());
			}
			catch (final Exception exc) {
				left.set(exc.toString());
			}
		}, "Run$_macro");
		macro.start();
		macro.join();
		assertEquals("after null", left.get());
	}

	/** Fails if the annotation processor of SciJava did not run, too. */
	@Test
	void pluginsConfigHasTheSameMenusAsTheCommands() throws IOException {
		final Set<String> commandMenus = commands.getCommands()
			.stream()
			.filter(info -> info.getDelegateClassName().startsWith(getClass().getPackageName()) &&
				!info.getMenuPath().isEmpty())
			.map(ContextTest::pluginsConfigLine)
			.collect(Collectors.toCollection(TreeSet::new));
		final Set<String> configMenus = new TreeSet<>();
		for (final String file : List.of("plugins.config", "src/test/resources/plugins.config"))
			for (final String line : Files.readAllLines(Path.of(file)))
				if (!line.isBlank() && !line.startsWith("#")) configMenus.add(line);
		assertEquals(String.join("\n", commandMenus), String.join("\n", configMenus));
		assertNotNull(commands.getCommand(EveryInput.class));
	}

	private static String pluginsConfigLine(final CommandInfo info) {
		final String label = info.getMenuPath().getLeaf().getName();
		final String menu = info.getMenuPath().getMenuString(false).replace(" > ", ">");
		return menu + ", \"" + label + "\", " + ImageJCommand.class.getName() + "(\"" + label + "\")";
	}

	private CommandModule run(final Map<String, Object> inputs) throws Exception {
		return commands.run(EveryInput.class, true, inputs).get();
	}
}
