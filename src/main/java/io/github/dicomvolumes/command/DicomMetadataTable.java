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
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

import io.github.dicomvolumes.command.host.DicomCommand;
import io.github.dicomvolumes.command.input.ImportedVolume;
import io.github.dicomvolumes.command.input.PatientInput;
import io.github.dicomvolumes.command.input.ReaderInput;
import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.data.InputException;
import io.github.dicomvolumes.data.Disclosure;
import io.github.dicomvolumes.io.header.DicomFile;
import io.github.dicomvolumes.io.source.DiskSources;
import io.github.dicomvolumes.series.StackShape;
import io.github.dicomvolumes.series.catalog.Stack;
import io.github.dicomvolumes.series.object.Frame;
import io.github.dicomvolumes.view.imagej.Log;
import io.github.dicomvolumes.view.table.DataTable;
import io.github.dicomvolumes.view.table.MetadataTable;
import io.github.dicomvolumes.volume.DicomVolume;

import ij.ImagePlus;
import ij.io.OpenDialog;

import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/**
 * Plugins &gt; DICOM Volumes &gt; DICOM Metadata Table: every attribute of a slice of the active image, or of any DICOM
 * file, with or without an image in it.
 */
@Plugin(type = Command.class, menuPath = "Plugins>DICOM Volumes>DICOM Metadata Table")
public class DicomMetadataTable extends DicomCommand {

	@Parameter(required = false, persist = false)
	private ImagePlus image;

	/** Number of the slice in the stack, from 1; 0 is the current one. */
	@Parameter(min = "0", visibility = ItemVisibility.INVISIBLE, persist = false)
	private int slice = 0;

	/** Any DICOM file, also one without pixels, instead of the image. */
	@Parameter(required = false, visibility = ItemVisibility.INVISIBLE, persist = false)
	private File file;

	/** Of the file. */
	@Parameter(choices = { ReaderInput.BUILT_IN, ReaderInput.DCM4CHE }, visibility = ItemVisibility.INVISIBLE,
		persist = false, description = ReaderInput.DESCRIPTION)
	private String reader = ReaderInput.BUILT_IN;

	/** Null: as the image was imported. */
	@Parameter(choices = { PatientInput.SHOW, PatientInput.HIDE }, required = false,
		visibility = ItemVisibility.INVISIBLE, persist = false, description = PatientInput.DESCRIPTION)
	private String patient;

	@Parameter(required = false, visibility = ItemVisibility.INVISIBLE, persist = false)
	private File save;

	@Override
	protected Disclosure disclosure() {
		return PatientInput.of(patient, file == null ? image : null);
	}

	@Override
	protected List<File> given() {
		return Stream.of(file, save).filter(Objects::nonNull).toList();
	}

	@Override
	protected void execute() throws IOException {
		if (file == null && image == null) file = chosenFile();
		final Disclosure shown = PatientInput.of(patient, file == null ? image : null);
		PatientInput.record(this, shown);
		if (file != null) ReaderInput.record(this, reader);
		VolumeCommand.output(this, file != null ? ofFile(shown) : ofSlice(ImportedVolume.of(image), shown), save);
	}

	/** Asks a person for a file. */
	private File chosenFile() {
		if (!isPersonThere())
			throw new InputException("There is no image open; file=[path] shows the attributes of a file.");
		final OpenDialog dialog = ask(() -> new OpenDialog("A DICOM file"));
		if (dialog.getPath() == null) throw new CancellationException();
		return new File(dialog.getPath());
	}

	private DataTable ofFile(final Disclosure shown) throws IOException {
		final DicomFile read;
		try {
			read = ReaderInput.of(reader).read(DiskSources.of(file.toPath()));
		}
		catch (final DicomException exc) {
			throw exc.in(file.toString());
		}
		read.attributes().unknownText().ifPresent(Log::add);
		return MetadataTable.of(read, shown);
	}

	private DataTable ofSlice(final DicomVolume volume, final Disclosure shown) {
		final int n = slice == 0 ? image.getCurrentSlice() : slice;
		if (n > image.getStackSize())
			throw new InputException("slice=" + n + " is not allowed; there are " + image.getStackSize() + ".");
		final Stack stack = volume.stack();
		// whatever dimensions the image was given since
		final StackShape.Place place = stack.shape().ofStackIndex(n);
		final Frame frame = stack.frame(place.slice(), place.channel(), place.time())
			.orElseThrow(() -> new InputException("Slice " + n + " is missing: no file, no attributes."));
		return MetadataTable.of(volume.stack(), frame, shown);
	}
}
