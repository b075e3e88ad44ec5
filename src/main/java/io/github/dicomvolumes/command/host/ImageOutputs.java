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

import io.github.dicomvolumes.data.ByteSize;
import io.github.dicomvolumes.data.Listing;
import io.github.dicomvolumes.view.imagej.FirstLook;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.macro.Interpreter;

import java.util.List;

import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPostprocessorPlugin;
import org.scijava.module.process.PostprocessorPlugin;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.ui.UIService;

/**
 * Shows the images that a command of DICOM Volumes returns, exactly once and as ImageJ's own commands do: in a window,
 * or in a macro's batch mode. Outside a macro and without any user interface they are only returned.
 * <p>
 * Comes before SciJava's DisplayPostprocessor (VERY_LOW), which shows nothing in a macro without windows, and marks the
 * outputs so that it leaves them alone.
 */
@Plugin(type = PostprocessorPlugin.class)
public class ImageOutputs extends AbstractPostprocessorPlugin {

	@Parameter(required = false)
	private UIService uiService;

	@Override
	public void process(final Module module) {
		if (!(module.getDelegateObject() instanceof DicomCommand command)) return;
		for (final ModuleItem<?> item : module.getInfo().outputs()) {
			final List<ImagePlus> images = images(module.getOutput(item.getName()));
			if (images.isEmpty()) continue;
			command.setOutcomeIfNone(count(images));
			if (isShown()) {
				images.forEach(this::show);
				if (command.isPersonThere()) images.forEach(FirstLook::at);
				images.forEach(command::shown);
				if (command.isFirstActive()) activate(images.get(0));
			}
			command.showOutcome();
			module.resolveOutput(item.getName());
		}
	}

	/** "2 images, 49.5 MB", as long as they are in memory. */
	private static String count(final List<ImagePlus> images) {
		final boolean isVirtual = images.stream().anyMatch(image -> image.getStack().isVirtual());
		final long bytes = images.stream()
			.mapToLong(
				image -> (long) image.getWidth() * image.getHeight() * image.getStackSize() * image.getBytesPerPixel())
			.sum();
		return Listing.count(images.size(), isVirtual ? "virtual image" : "image") + ", " + ByteSize.text(bytes);
	}

	private boolean isShown() {
		return IJ.isMacro() || IJ.getInstance() != null || uiService != null && uiService.isVisible();
	}

	private static List<ImagePlus> images(final Object output) {
		if (output instanceof ImagePlus image) return List.of(image);
		if (!(output instanceof List<?> list)) return List.of();
		return list.stream().filter(ImagePlus.class::isInstance).map(ImagePlus.class::cast).toList();
	}

	/** Shows an image under a title that no other has. */
	private void show(final ImagePlus image) {
		image.setTitle(unique(image.getTitle()));
		image.show();
		activate(image);
	}

	/** In batch mode ImageJ remembers the active image of each thread, so all that wait for this one have to know. */
	private void activate(final ImagePlus image) {
		if (!Interpreter.isBatchMode()) return;
		Interpreter.activateImage(image);
		final List<Thread> callers = CallingThreads.of(context());
		// another command may be next in a thread of SciJava
		WindowManager.setTempCurrentImage(callers.isEmpty() ? image : null);
		callers.forEach(thread -> WindowManager.setTempCurrentImage(thread, image));
	}

	/** ImageJ's way to a title that no image has, also in batch mode: "Chest-1". */
	private static String unique(final String title) {
		String unique = title;
		for (int i = 1; WindowManager.getImage(unique) != null; i++)
			unique = title + "-" + i;
		return unique;
	}
}
