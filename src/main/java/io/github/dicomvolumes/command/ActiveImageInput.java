package io.github.dicomvolumes.command;

import ij.ImagePlus;
import ij.WindowManager;
import ij.macro.Interpreter;

import org.scijava.Priority;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.Plugin;

/**
 * Gives the active image to commands that take one, in plain ImageJ too. It
 * comes before Fiji's ActiveImagePlusPreprocessor, which does not see the active
 * image of a batch mode macro because it runs in another thread.
 */
@Plugin(type = PreprocessorPlugin.class, priority = 2 * Priority.VERY_HIGH - 2)
public class ActiveImageInput extends InputPreprocessor {

	@Override
	void resolve(final Module module) {
		for (final ModuleItem<?> item : module.getInfo().inputs()) {
			if (item.getType() != ImagePlus.class || module.isInputResolved(item
				.getName())) continue;
			final ImagePlus image = activeImage();
			if (image == null && item.isRequired()) throw new IllegalArgumentException(
				"There is no image open.");
			set(module, item, image);
		}
	}

	private static ImagePlus activeImage() {
		final ImagePlus batch = Interpreter.isBatchMode() ? Interpreter
			.getLastBatchModeImage() : null;
		final ImagePlus ofThread = WindowManager.getTempCurrentImage();
		if (ofThread != null || batch == null) return WindowManager
			.getCurrentImage();
		return batch;
	}
}
