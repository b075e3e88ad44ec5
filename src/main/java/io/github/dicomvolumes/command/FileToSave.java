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
import java.util.Locale;
import java.util.concurrent.CancellationException;

import io.github.dicomvolumes.command.host.DicomCommand;
import io.github.dicomvolumes.data.InputException;
import io.github.dicomvolumes.export.image.Exported;

import ij.ImagePlus;
import ij.io.SaveDialog;

/**
 * The DICOM file that a command writes: a macro's, or one that a person is asked for.
 *
 * @param overwrite whether it may be replaced
 */
record FileToSave(File file, boolean overwrite) {

	private static final String ENDING = ".dcm";

	/** Writes a file. */
	@FunctionalInterface
	interface Writing {

		Exported to(FileToSave file) throws IOException;
	}

	/**
	 * Writes, and says in the log what was written.
	 *
	 * @param file null if a person is to be asked
	 * @throws InputException if there is none and nobody can be asked, or if it is there already
	 */
	static void write(final DicomCommand command, final ImagePlus image, final File file, final boolean overwrite,
		final Writing writing) throws IOException
	{
		final FileToSave target = file == null ? ask(command, image) : new FileToSave(file, overwrite);
		Saving.run(command, image, target.file(), () -> writing.to(target));
	}

	/** ImageJ records the file by the first word of the dialog's title. */
	private static FileToSave ask(final DicomCommand command, final ImagePlus image) {
		if (!command.isPersonThere()) throw new InputException("file= is missing; it must be the DICOM file to write.");
		final SaveDialog dialog = command.ask(() -> new SaveDialog("File (.dcm)", name(image), ENDING));
		if (dialog.getFileName() == null) throw new CancellationException();
		final File chosen = new File(dialog.getDirectory(), dialog.getFileName());
		if (chosen.exists()) command.record("overwrite", "true"); // the dialog has asked
		return new FileToSave(chosen, chosen.exists());
	}

	/** The title of the image as the name of a file. */
	static String name(final ImagePlus image) {
		final String title = image.getTitle().replaceAll("[^\\p{L}\\p{N} ._()+-]", "_");
		return title.toLowerCase(Locale.ROOT).endsWith(".tif") ? title.substring(0, title.length() - 4) : title;
	}
}
