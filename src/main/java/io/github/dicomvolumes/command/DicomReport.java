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

package io.github.dicomvolumes.command;

import io.github.dicomvolumes.data.Disclosure;
import io.github.dicomvolumes.view.imagej.LaterFindings;
import io.github.dicomvolumes.view.table.DataTable;
import io.github.dicomvolumes.view.table.ReportTable;
import io.github.dicomvolumes.volume.DicomVolume;

import org.scijava.command.Command;
import org.scijava.plugin.Plugin;

/** Shows what was found and assumed when the active image was imported, as the table {@code DICOM Report}. */
@Plugin(type = Command.class, menuPath = "Plugins>DICOM Volumes>DICOM Report")
public class DicomReport extends VolumeCommand {

	@Override
	DataTable table(final DicomVolume volume, final Disclosure shown) {
		return ReportTable.of(volume, LaterFindings.of(image()), shown);
	}

	@Override
	String outcome(final DataTable table) {
		return table.rows().isEmpty() ? "Nothing to report: nothing was assumed, missing or left out"
			: super.outcome(table);
	}
}
