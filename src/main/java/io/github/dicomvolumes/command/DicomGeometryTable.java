package io.github.dicomvolumes.command;

import org.scijava.command.Command;
import org.scijava.plugin.Plugin;

import io.github.dicomvolumes.view.table.DataTable;
import io.github.dicomvolumes.view.table.GeometryTable;
import io.github.dicomvolumes.volume.DicomVolume;

/**
 * Plugins &gt; DICOM Volumes &gt; DICOM Geometry Table: sampling, pixel aspect ratio and
 * field of view of each plane, and whether to trust the spacing.
 */
@Plugin(type = Command.class, menuPath = "Plugins>DICOM Volumes>DICOM Geometry Table")
public class DicomGeometryTable extends VolumeCommand {

	@Override
	DataTable table(final DicomVolume volume) {
		return GeometryTable.of(volume);
	}
}
