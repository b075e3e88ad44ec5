package io.github.dicomvolumes.command;

import org.scijava.command.Command;
import org.scijava.plugin.Plugin;

import io.github.dicomvolumes.view.table.DataTable;
import io.github.dicomvolumes.view.table.SliceTable;
import io.github.dicomvolumes.volume.DicomVolume;

/**
 * Plugins &gt; DICOM Volumes &gt; DICOM Slice Table: file, place, gap and values of each
 * slice.
 */
@Plugin(type = Command.class, menuPath = "Plugins>DICOM Volumes>DICOM Slice Table")
public class DicomSliceTable extends VolumeCommand {

	@Override
	DataTable table(final DicomVolume volume) {
		return SliceTable.of(volume);
	}
}
