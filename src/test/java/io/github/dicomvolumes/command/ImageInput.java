package io.github.dicomvolumes.command;

import ij.ImagePlus;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Takes the active image and returns one named after it. */
@Plugin(type = Command.class, menuPath = "Plugins>DICOM Volumes>" +
	ImageInput.LABEL)
public class ImageInput extends DicomCommand {

	static final String LABEL = "DICOM Test Image";

	@Parameter
	private ImagePlus image;

	@Parameter
	private int slice = 0;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus result;

	@Override
	protected void execute() {
		result = image.duplicate();
		result.setTitle("of " + image.getTitle());
	}
}
