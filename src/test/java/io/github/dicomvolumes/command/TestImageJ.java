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

import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.awt.GraphicsEnvironment;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

import net.imagej.patcher.LegacyEnvironment;

/**
 * An ImageJ 1.x with this project's commands, separate from the classes of the test: {@link #headless()} is ImageJ as
 * Fiji patches it, {@link #plain()} is ImageJ itself and needs a display. Talk to it through macros. Both are made once
 * and shared by all tests.
 */
public final class TestImageJ {

	/** A test that has to pass in every ImageJ: its nested classes say in which. */
	public interface Any {

		TestImageJ imagej();

		/** The same, with no image open and nothing in the ROI Manager, which counts for more than an overlay. */
		default TestImageJ emptied() {
			final TestImageJ ij = imagej();
			ij.value("close('*');");
			if (!GraphicsEnvironment.isHeadless()) ij.value("roiManager('reset');");
			return ij;
		}
	}

	/** In ImageJ as Fiji patches it for running without windows. */
	public interface Headless extends Any {

		@Override
		default TestImageJ imagej() {
			return headless();
		}
	}

	/** In ImageJ as downloaded, with windows. */
	public interface Plain extends Any {

		@Override
		default TestImageJ imagej() {
			return plain();
		}
	}

	private static TestImageJ headless;
	private static TestImageJ plain;

	private final ClassLoader loader;

	private TestImageJ(final ClassLoader loader) {
		this.loader = loader;
	}

	/** ImageJ without windows, as in {@code fiji --headless}. */
	public static synchronized TestImageJ headless() {
		if (headless == null) headless = patched();
		return headless;
	}

	/** ImageJ with windows, as downloaded, and no dialog; without a display the test is skipped. */
	public static synchronized TestImageJ plain() {
		assumeFalse(GraphicsEnvironment.isHeadless(), "needs a display");
		if (plain == null) plain = unpatched();
		Dialogs.cancelAll();
		return plain;
	}

	/**
	 * Runs a macro.
	 *
	 * @return what the macro returns, null if nothing or if a command stopped it
	 */
	public String run(final String macro) {
		return (String) inMacro(() -> call("ij.IJ", "runMacro", macro));
	}

	/**
	 * Runs a macro without ever opening a message box.
	 *
	 * @return the message of the error that stopped the macro, or its output
	 */
	public String eval(final String macro) {
		return (String) inMacro(() -> call("ij.Macro", "eval", macro));
	}

	/**
	 * Runs a macro without ever opening a message box.
	 *
	 * @return what the macro returns, or the message of the error that stopped it
	 */
	public String value(final String macro) {
		return (String) inMacro(() -> {
			final Class<?> type = loader.loadClass("ij.macro.Interpreter");
			final Object interpreter = type.getConstructor().newInstance();
			type.getMethod("setIgnoreErrors", boolean.class).invoke(interpreter, true);
			final Object value = type.getMethod("run", String.class, String.class).invoke(interpreter, macro, "");
			final Object error = type.getMethod("getErrorMessage").invoke(interpreter);
			return error == null ? value : error;
		});
	}

	/** Calls a static method of an ImageJ class with strings as arguments. */
	public Object call(final String className, final String method, final String... args) {
		return inImageJ(() -> {
			final Class<?>[] types = new Class<?>[args.length];
			Arrays.fill(types, String.class);
			final Method m = loader.loadClass(className).getMethod(method, types);
			return m.invoke(null, (Object[]) args);
		});
	}

	/** Sets a static field of an ImageJ class and returns what it was. */
	public Object field(final String className, final String name, final Object value) {
		return inImageJ(() -> {
			final Field field = loader.loadClass(className).getField(name);
			final Object before = field.get(null);
			field.set(null, value);
			return before;
		});
	}

	/**
	 * Runs a macro when all that a person has chosen is over or asks something. ImageJ knows one macro at a time, in
	 * whichever thread, and a macro that asks for the active image while another thread makes its window (it is active
	 * before the image has it) ends by an exception, after which ImageJ would take it for running for ever.
	 */
	private Object inMacro(final Callable<Object> macro) {
		return inImageJ(() -> {
			Dialogs.awaitEndOrQuestion();
			try {
				return macro.call();
			}
			finally {
				final Class<?> type = loader.loadClass("ij.macro.Interpreter");
				final Object left = type.getMethod("getInstance").invoke(null);
				if (left != null) type.getMethod("abortMacro").invoke(left);
			}
		});
	}

	private Object inImageJ(final Callable<Object> call) {
		final Thread thread = Thread.currentThread();
		final ClassLoader saved = thread.getContextClassLoader();
		thread.setContextClassLoader(loader);
		try {
			return call.call();
		}
		catch (final InvocationTargetException exc) {
			throw new IllegalStateException(exc.getCause());
		}
		catch (final Exception exc) {
			throw new IllegalStateException(exc);
		}
		finally {
			thread.setContextClassLoader(saved);
		}
	}

	private static TestImageJ patched() {
		try {
			final LegacyEnvironment environment = new LegacyEnvironment(null, true);
			environment.disableIJ1PluginDirs();
			environment.addPluginClasspath(classPath().filter(file -> !isImageJ(file)).toArray(File[]::new));
			environment.applyPatches();
			return new TestImageJ(environment.getClassLoader());
		}
		catch (final ClassNotFoundException exc) {
			throw new IllegalStateException(exc);
		}
	}

	private static TestImageJ unpatched() {
		try {
			final List<URL> urls = new ArrayList<>();
			for (final File file : classPath().toList())
				urls.add(file.toURI().toURL());
			final ClassLoader loader = new URLClassLoader(urls.toArray(URL[]::new),
				ClassLoader.getPlatformClassLoader());
			System.setProperty("plugins.dir", pluginsFolder().toString());
			loader.loadClass("ij.ImageJ").getConstructor().newInstance();
			return new TestImageJ(loader);
		}
		catch (final ReflectiveOperationException | MalformedURLException exc) {
			throw new IllegalStateException(exc);
		}
		finally {
			System.clearProperty("plugins.dir");
		}
	}

	/** Makes a folder with plugins/x_.jar for each plugins.config, for the menus. */
	private static Path pluginsFolder() {
		try {
			final Path folder = Files.createTempDirectory("imagej");
			final Path plugins = Files.createDirectory(folder.resolve("plugins"));
			int n = 0;
			for (final File file : classPath().toList()) {
				final Path config = file.toPath().resolve("plugins.config");
				if (!Files.exists(config)) continue;
				final Path jar = plugins.resolve("menus_" + n++ + ".jar");
				try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
					out.putNextEntry(new ZipEntry("plugins.config"));
					Files.copy(config, out);
				}
			}
			return folder;
		}
		catch (final IOException exc) {
			throw new IllegalStateException(exc);
		}
	}

	private static Stream<File> classPath() {
		return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator)).map(File::new);
	}

	private static boolean isImageJ(final File file) {
		return file.getName().matches("ij(1-patcher)?-.*\\.jar");
	}
}
