package io.github.dicomvolumes.command;

import ij.ImagePlus;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import io.github.dicomvolumes.view.table.SlicePlot;
import io.github.dicomvolumes.view.table.SliceValues;

/**
 * Plugins &gt; DICOM Volumes &gt; DICOM Plot Attribute...: draws a number that each
 * slice of the active image has, such as the gap or the tube current.
 */
@Plugin(type = Command.class, menuPath = "Plugins>DICOM Volumes>DICOM Plot Attribute...")
public class DicomPlotAttribute extends DicomCommand {

	@Parameter
	private ImagePlus image;

	@Parameter(label = "Keyword", description = "A DICOM keyword such as RescaleSlope, " +
		"AcquisitionTime or XRayTubeCurrent; or a column of the DICOM Slices table such as Gap")
	private String keyword = "Gap";

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus plot;

	@Override
	protected void execute() {
		plot = SlicePlot.of(SliceValues.of(VolumeCommand.volume(image), keyword), image
			.getTitle());
	}
}
