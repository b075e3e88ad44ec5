package io.github.dicomvolumes.command;

import ij.IJ;
import ij.ImagePlus;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Has every kind of input, writes down what it got, and fails on demand. */
@Plugin(type = Command.class, menuPath = "Plugins>DICOM Volumes>" +
	EveryInput.LABEL)
public class EveryInput extends DicomCommand {

	static final String LABEL = "DICOM Test Inputs...";
	/** Class loaders share system properties, but not our classes. */
	static final String RECEIVED = "dicomvolumes.test.received";

	@Parameter(label = "Folder to read", style = "directory", required = false)
	private File folder;

	@Parameter
	private String series = "";

	@Parameter(choices = { "In memory", "Virtual" })
	private String load = "In memory";

	@Parameter
	private boolean aspect = true;

	@Parameter(min = "0", max = "5")
	private int images = 1;

	@Parameter
	private double angle = 0.5;

	@Parameter(choices = { "nothing", "IOException", "bug", "cancel" })
	private String fail = "nothing";

	@Parameter(type = ItemIO.OUTPUT)
	private List<ImagePlus> results;

	@Override
	protected void execute() throws Exception {
		System.setProperty(RECEIVED, String.join("|", String.valueOf(folder),
			series, load, "" + aspect, "" + images, "" + angle));
		progress().update("Testing", 1, 2);
		switch (fail) {
			case "IOException" -> throw new IOException("IM_1 is broken.");
			case "bug" -> throw new NullPointerException("oops");
			case "cancel" -> throw new CancellationException();
			default -> results = new ArrayList<>();
		}
		for (int i = 1; i <= images; i++)
			results.add(IJ.createImage("result " + i, "8-bit black", 4, 3, 2));
	}
}
