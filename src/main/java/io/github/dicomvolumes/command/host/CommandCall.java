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

package io.github.dicomvolumes.command.host;

import java.util.Map;

import ij.IJ;

import org.scijava.Context;
import org.scijava.Contextual;
import org.scijava.MenuPath;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleException;
import org.scijava.module.ModuleRunner;
import org.scijava.module.process.PostprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.PluginService;

/** Runs our commands from outside of SciJava: from ImageJ's menu, or for a file that was dropped. */
public final class CommandCall {

	/** Of all our commands. */
	private static final String PACKAGE = "io.github.dicomvolumes.command.";

	private static Context ownContext;

	private CommandCall() {}

	/**
	 * Runs a command in this thread and returns when it is done. A thread of SciJava's would know neither the macro's
	 * options nor its active image.
	 *
	 * @param label the last element of the command's menu path
	 * @param answers what a person answered already, see {@link DicomCommand#setAnswers}
	 * @return with the outputs of the command
	 */
	public static Module run(final Context context, final String label, final Map<String, Object> answers) {
		return withOurClasses(() -> {
			final Module module = command(context, label).createModule();
			if (module.getDelegateObject() instanceof DicomCommand command) command.setAnswers(answers);
			final PluginService plugins = context.service(PluginService.class);
			new ModuleRunner(context, module, plugins.createInstancesOfType(PreprocessorPlugin.class),
				plugins.createInstancesOfType(PostprocessorPlugin.class)).run();
			return module;
		});
	}

	/** Work of SciJava's. */
	private interface Work<T> {

		T get() throws ModuleException;
	}

	/** SciJava looks for plugins where the thread's classes come from, and ImageJ's plugins folder is elsewhere. */
	private static <T> T withOurClasses(final Work<T> work) {
		final Thread thread = Thread.currentThread();
		final ClassLoader loader = thread.getContextClassLoader();
		thread.setContextClassLoader(CommandCall.class.getClassLoader());
		try {
			return work.get();
		}
		catch (final ModuleException exc) {
			throw new IllegalStateException(exc);
		}
		finally {
			thread.setContextClassLoader(loader);
		}
	}

	private static CommandInfo command(final Context context, final String label) {
		return context.service(CommandService.class)
			.getCommands()
			.stream()
			.filter(info -> info.getDelegateClassName().startsWith(PACKAGE) && label.equals(leaf(info.getMenuPath())))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("No command " + label));
	}

	private static String leaf(final MenuPath path) {
		return path == null || path.getLeaf() == null ? null : path.getLeaf().getName();
	}

	/** Gets Fiji's context; else our own, made when it is first needed. */
	public static synchronized Context context() {
		// imagej-legacy answers this call; without it there is no such class
		if (IJ.runPlugIn("net.imagej.legacy.LegacyService", "") instanceof Contextual legacy &&
			legacy.getContext() != null) return legacy.context();
		if (ownContext == null) ownContext = withOurClasses(() -> new Context(CommandService.class));
		return ownContext;
	}

	/** Whether a context is our own: ImageJ 1.x without SciJava around it. */
	public static synchronized boolean isPlainImageJ(final Context context) {
		return context == ownContext;
	}
}
