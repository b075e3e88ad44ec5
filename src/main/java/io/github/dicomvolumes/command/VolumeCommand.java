package io.github.dicomvolumes.command;

import ij.ImagePlus;

import java.io.File;
import java.io.IOException;

import org.scijava.ItemVisibility;
import org.scijava.plugin.Parameter;

import io.github.dicomvolumes.view.imagej.VolumeImagePlus;
import io.github.dicomvolumes.view.table.DataTable;
import io.github.dicomvolumes.view.table.TableOutput;
import io.github.dicomvolumes.volume.DicomVolume;

/** A command that shows a table of the volume in the active image, and may save it. */
abstract class VolumeCommand extends DicomCommand {

	@Parameter
	private ImagePlus image;

	@Parameter(required = false, visibility = ItemVisibility.INVISIBLE, persist = false)
	private File save;

	/** The table of a volume. */
	abstract DataTable table(DicomVolume volume);

	@Override
	protected void execute() throws IOException {
		output(table(volume(image)), save);
	}

	/**
	 * The volume that an image shows.
	 *
	 * @throws IllegalArgumentException if it shows none
	 */
	static DicomVolume volume(final ImagePlus image) {
		return VolumeImagePlus.volume(image).orElseThrow(() -> new IllegalArgumentException(
			"\"" + image.getTitle() +
				"\" was not opened by File > Import > DICOM Folder..., or is a copy: its DICOM files are not known."));
	}

	/** @param save null if the table is only shown */
	static void output(final DataTable table, final File save) throws IOException {
		if (save != null) TableOutput.save(table, save.toPath());
		TableOutput.show(table);
	}
}
