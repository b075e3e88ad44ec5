package io.github.dicomvolumes.command;

import ij.IJ;

import java.io.File;
import java.io.IOException;

import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.FileWidget;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.series.SeriesCatalog;
import io.github.dicomvolumes.view.table.SeriesTable;
import io.github.dicomvolumes.volume.ImportOptions;

/**
 * File &gt; Import &gt; DICOM Series Table...: lists the volumes of a folder,
 * without loading any.
 */
@Plugin(type = Command.class, menuPath = "File>Import>DICOM Series Table...")
public class DicomSeriesTable extends DicomCommand {

	@Parameter(label = "Folder", style = FileWidget.DIRECTORY_STYLE,
		description = "A folder, searched at any depth; also a zip archive, a DICOMDIR or one file")
	private File folder;

	@Parameter(required = false, visibility = ItemVisibility.INVISIBLE, persist = false)
	private File save;

	@Override
	protected void execute() throws IOException {
		final SeriesCatalog catalog = DicomVolumes.scan(folder.toPath(), ImportOptions.DEFAULT
			.withProgress(progress()));
		if (catalog.stacks().isEmpty()) throw new DicomException(catalog.nothing());
		IJ.log(catalog.scan().place() + ": " + catalog.summary());
		VolumeCommand.output(SeriesTable.of(catalog), save);
	}
}
