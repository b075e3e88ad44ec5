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

import java.awt.dnd.DropTargetDragEvent;
import java.io.File;

import io.github.dicomvolumes.command.host.CommandCall;

import ij.IJ;
import ij.gui.Toolbar;
import ij.plugin.DragAndDrop;

import org.scijava.Context;

/**
 * What ImageJ 1.x does with files that are dropped on its window, but for those that we open. Plain ImageJ only: in
 * Fiji {@link PlaceReader} does it.
 */
public final class WindowDrop extends DragAndDrop {

	private static boolean isInstalled;

	private volatile boolean isVirtual;

	/** Takes the place of ImageJ's own, once, unless a macro runs: a command that a person starts comes here. */
	public static void installForPerson(final Context context) {
		if (!IJ.isMacro()) install(context);
	}

	/** Takes the place of ImageJ's own, once, if there is a window and it is plain ImageJ's. */
	static synchronized void install(final Context context) {
		if (isInstalled || IJ.getInstance() == null || !CommandCall.isPlainImageJ(context)) return;
		isInstalled = true;
		new WindowDrop().run("");
	}

	/** The right end of the window is for virtual stacks, as ImageJ says in its status line. */
	@Override
	public void dragOver(final DropTargetDragEvent event) {
		super.dragOver(event);
		isVirtual = IJ.getInstance().getWidth() - event.getLocation().x <= Toolbar.getButtonSize() * 4 / 3;
	}

	@Override
	public void dragEnter(final DropTargetDragEvent event) {
		super.dragEnter(event);
		isVirtual = false;
	}

	@Override
	public void openFile(final File file) {
		final Context context = CommandCall.context();
		if (file != null && OpenedBy.isOurs(context, file.toPath())) OpenedPlace.open(context, file, isVirtual);
		else super.openFile(file);
	}
}
