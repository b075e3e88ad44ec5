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

import java.io.File;
import java.io.IOException;
import java.util.List;

import io.github.dicomvolumes.command.host.DicomCommand;
import io.github.dicomvolumes.command.input.ImportedVolume;
import io.github.dicomvolumes.data.Disclosure;
import io.github.dicomvolumes.data.Listing;
import io.github.dicomvolumes.view.table.DataTable;
import io.github.dicomvolumes.view.table.TableOutput;
import io.github.dicomvolumes.volume.DicomVolume;

import org.scijava.ItemVisibility;
import org.scijava.plugin.Parameter;

/** A command that shows a table of the volume in the active image, and may save it. */
abstract class VolumeCommand extends ReportCommand {

	@Parameter(required = false, visibility = ItemVisibility.INVISIBLE, persist = false)
	private File save;

	/** The table of a volume. */
	abstract DataTable table(DicomVolume volume, Disclosure shown);

	@Override
	protected List<File> given() {
		return save == null ? List.of() : List.of(save);
	}

	@Override
	protected void execute() throws IOException {
		final Disclosure shown = recorded();
		final DataTable table = table(ImportedVolume.of(image()), shown);
		output(this, table, save);
		setOutcome(outcome(table));
	}

	/** What came of the command. */
	String outcome(final DataTable table) {
		return rows(table);
	}

	/**
	 * Shows a table, which is what came of a command.
	 *
	 * @param save null if the table is only shown
	 */
	static void output(final DicomCommand command, final DataTable table, final File save) throws IOException {
		command.setOutcome(rows(table));
		if (save != null) TableOutput.save(table, save.toPath());
		TableOutput.show(table);
	}

	private static String rows(final DataTable table) {
		return table.title() + ": " + Listing.count(table.rows().size(), "row");
	}
}
