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

package io.github.dicomvolumes.view.picker;

import java.awt.Component;
import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.UnsupportedFlavorException;
import java.awt.dnd.DnDConstants;
import java.awt.dnd.DropTarget;
import java.awt.dnd.DropTargetAdapter;
import java.awt.dnd.DropTargetDragEvent;
import java.awt.dnd.DropTargetDropEvent;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** Takes the first of the files or folders that a person drops on a component. */
final class DroppedPlace extends DropTargetAdapter {

	private final Consumer<File> then;

	private DroppedPlace(final Consumer<File> then) {
		this.then = then;
	}

	/** Lets a component take files. One within it that takes drops itself needs this, too. */
	static void on(final Component component, final Consumer<File> then) {
		component.setDropTarget(new DropTarget(component, DnDConstants.ACTION_COPY, new DroppedPlace(then)));
	}

	@Override
	public void dragEnter(final DropTargetDragEvent event) {
		if (!event.isDataFlavorSupported(DataFlavor.javaFileListFlavor)) event.rejectDrag();
	}

	@Override
	public void drop(final DropTargetDropEvent event) {
		event.acceptDrop(DnDConstants.ACTION_COPY);
		File place = null;
		try {
			final Object files = event.getTransferable().getTransferData(DataFlavor.javaFileListFlavor);
			if (files instanceof List<?> list && !list.isEmpty()) place = (File) list.get(0);
		}
		catch (final UnsupportedFlavorException | IOException exc) {
			place = null; // text, or a source that went away
		}
		event.dropComplete(place != null);
		if (place != null) then.accept(place);
	}
}
