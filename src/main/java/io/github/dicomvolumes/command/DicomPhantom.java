package io.github.dicomvolumes.command;

import ij.IJ;
import ij.ImagePlus;

import java.io.IOException;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import io.github.dicomvolumes.view.imagej.VolumeImagePlus;
import io.github.dicomvolumes.volume.DicomVolume;
import io.github.dicomvolumes.volume.ImportOptions;

/**
 * File &gt; Open Samples &gt; DICOM Phantom (3D): a synthetic CT of a chest, written
 * as DICOM files and imported like any other folder.
 */
@Plugin(type = Command.class, menuPath = "File>Open Samples>DICOM Phantom (3D)")
public class DicomPhantom extends DicomCommand {

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus image;

	@Override
	protected void execute() throws IOException {
		final DicomVolume phantom = Phantoms.open(ImportOptions.DEFAULT.withProgress(
			progress()));
		IJ.log(phantom.report().toString());
		image = VolumeImagePlus.of(phantom);
	}
}
