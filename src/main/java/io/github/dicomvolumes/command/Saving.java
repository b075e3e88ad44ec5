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
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.github.dicomvolumes.command.host.DicomCommand;
import io.github.dicomvolumes.command.input.PatientInput;
import io.github.dicomvolumes.data.ByteSize;
import io.github.dicomvolumes.data.InputException;
import io.github.dicomvolumes.data.Listing;
import io.github.dicomvolumes.export.image.Exported;
import io.github.dicomvolumes.view.imagej.Log;

import ij.ImagePlus;

/** What all commands that write an image to files do around it. */
final class Saving {

	private Saving() {}

	/** Writes files. */
	@FunctionalInterface
	interface Writing {

		Exported run() throws IOException;
	}

	/**
	 * Writes, and says in the log what was written.
	 *
	 * @param target file or folder
	 * @throws InputException if a file is there already and is not to be replaced
	 * @throws IOException if a file cannot be written; or a slice read, which tells names only if the image does
	 */
	static void run(final DicomCommand command, final ImagePlus image, final File target, final Writing writing)
		throws IOException
	{
		run(command, image, "written to " + target, writing);
	}

	/** @param done what the log says of it after its summary */
	static void run(final DicomCommand command, final ImagePlus image, final String done, final Writing writing)
		throws IOException
	{
		try {
			final Exported exported = writing.run();
			Log.add("\"" + image.getTitle() + "\" as " + exported.summary() + ", " + done);
			command.setOutcome(Listing.count(exported.files().size(), "file") + ", " + ByteSize.text(size(exported)));
			Log.addAll("  note: ", exported.notes());
		}
		catch (final FileAlreadyExistsException exc) {
			throw new InputException(exc.getFile() + " " + exc.getReason() + ".");
		}
		catch (final UncheckedIOException exc) { // of a slice: what fails in writing names the file
			PatientInput.reading(image, () -> { throw exc; });
		}
	}

	private static long size(final Exported exported) throws IOException {
		long bytes = 0;
		for (final Path file : exported.files())
			bytes += Files.size(file);
		return bytes;
	}
}
