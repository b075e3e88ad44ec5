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

package io.github.dicomvolumes.command.open;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.util.StringJoiner;
import java.util.concurrent.CompletableFuture;

import net.imagej.patcher.EssentialLegacyHooks;

import ij.IJ;
import ij.macro.Interpreter;
import ij.plugin.DragAndDrop;
import ij.plugin.FolderOpener;

/**
 * Stands for imagej-legacy in an ImageJ that was patched as Fiji patches it: notes at each place where SciJava is asked
 * about a file whether a person asked.
 */
public final class FijiDoors extends EssentialLegacyHooks {

	private final StringJoiner asked = new StringJoiner(", ");

	/**
	 * Opens a file in all ways that there are while a macro runs elsewhere, and says which of them count as a person's.
	 */
	public static String open() throws ReflectiveOperationException, IOException {
		final File folder = Files.createTempDirectory("doors").toFile();
		final File file = Files.writeString(folder.toPath().resolve("picture"), "x").toFile();
		final Field hooks = IJ.class.getField("_hooks");
		final Object before = hooks.get(null);
		final FijiDoors doors = new FijiDoors();
		hooks.set(null, doors);
		final var macro = CompletableFuture
			.runAsync(() -> new Interpreter().run("while (File.exists('" + file + "')) wait(20);"));
		try {
			while (Interpreter.getInstance() == null)
				Thread.sleep(20);
			new DragAndDrop().openFile(file);
			IJ.runPlugIn("ij.plugin.Commands", "open");
			final Constructor<?> recent = Class.forName("ij.RecentOpener").getDeclaredConstructor(String.class);
			recent.setAccessible(true);
			recent.newInstance(file.getPath());
			synchronized (doors) {
				while (!doors.asked.toString().contains("recent"))
					doors.wait(5000);
			}
			IJ.run("Open...", "");
			IJ.open(file.getPath());
			IJ.openImage(file.getPath());
			FolderOpener.open(folder.getPath());
		}
		catch (final InterruptedException exc) {
			throw new IOException(exc);
		}
		finally {
			hooks.set(null, before);
			Files.delete(file.toPath());
			macro.join();
			Files.delete(folder.toPath());
		}
		return doors.asked.toString();
	}

	private synchronized Object note(final String door) {
		asked.add(door + " " + AskedByHand.inThisThread());
		notifyAll();
		return Boolean.TRUE;
	}

	@Override
	public Object interceptDragAndDropFile(final File file) {
		return note("drop");
	}

	@Override
	public Object interceptRunPlugIn(final String className, final String argument) {
		return argument.equals("open") ? note("open...") : null;
	}

	@Override
	public Object interceptOpenRecent(final String path) {
		return note("recent");
	}

	@Override
	public Object interceptFileOpen(final String path) {
		return note("open");
	}

	@Override
	public Object interceptOpenImage(final String path, final int slice) {
		note("image");
		return null;
	}
}
