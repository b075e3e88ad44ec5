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

import io.github.dicomvolumes.DicomVolumes;

import ij.IJ;
import ij.plugin.PlugIn;

import org.scijava.Context;
import org.scijava.Contextual;
import org.scijava.MenuPath;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.ModuleException;
import org.scijava.module.ModuleRunner;
import org.scijava.module.process.PostprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.PluginService;

/**
 * The way into our commands for ImageJ 1.x: {@code plugins.config} names this class with the label of a command as its
 * argument. Plain ImageJ knows commands no other way; Fiji comes here after Help &gt; Refresh Menus.
 */
public class ImageJCommand implements PlugIn {

	public static final String PROJECT_URL = "https://github.com/dicomvolumes/DICOM_Volumes";

	private static Context ownContext;

	/**
	 * Runs a command in this thread and returns when it is done. A thread of SciJava's would know neither the macro's
	 * options nor its active image.
	 *
	 * @param label the last element of the command's menu path
	 */
	@Override
	public void run(final String label) {
		DicomVolumes.prepare(); // while SciJava's context is made, which takes as long
		final Thread thread = Thread.currentThread();
		final ClassLoader loader = thread.getContextClassLoader();
		// SciJava looks for plugins here, and ImageJ's plugins folder is elsewhere
		thread.setContextClassLoader(getClass().getClassLoader());
		try {
			run(context(), label);
		}
		catch (final ModuleException exc) {
			throw new IllegalStateException(exc);
		}
		finally {
			thread.setContextClassLoader(loader);
		}
	}

	private static void run(final Context context, final String label) throws ModuleException {
		final CommandInfo command = context.service(CommandService.class)
			.getCommands()
			.stream()
			.filter(info -> isOurs(info) && label.equals(leaf(info.getMenuPath())))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("No command " + label));
		final PluginService plugins = context.service(PluginService.class);
		new ModuleRunner(context, command.createModule(), plugins.createInstancesOfType(PreprocessorPlugin.class),
			plugins.createInstancesOfType(PostprocessorPlugin.class)).run();
	}

	private static boolean isOurs(final CommandInfo info) {
		return info.getDelegateClassName().startsWith(ImageJCommand.class.getPackageName());
	}

	private static String leaf(final MenuPath path) {
		return path == null || path.getLeaf() == null ? null : path.getLeaf().getName();
	}

	/** Gets Fiji's context; else our own, made when it is first needed. */
	private static synchronized Context context() {
		// imagej-legacy answers this call; without it there is no such class
		if (IJ.runPlugIn("net.imagej.legacy.LegacyService", "") instanceof Contextual legacy &&
			legacy.getContext() != null) return legacy.context();
		if (ownContext == null) ownContext = new Context(CommandService.class);
		return ownContext;
	}
}
