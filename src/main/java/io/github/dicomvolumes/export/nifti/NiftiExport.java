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

package io.github.dicomvolumes.export.nifti;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.github.dicomvolumes.data.InputException;
import io.github.dicomvolumes.export.image.ExportImage;
import io.github.dicomvolumes.export.image.Exported;
import io.github.dicomvolumes.io.source.AllOrNothing;

/** Writes images as NIfTI files. */
public final class NiftiExport {

	/** What progress calls it. */
	public static final String PHASE = "Writing NIfTI";

	private static final String NII = ".nii", COMPRESSED = ".nii.gz", JSON = ".json";

	private NiftiExport() {}

	/**
	 * Writes an image, and if its attributes are known a sidecar.
	 *
	 * @see io.github.dicomvolumes.export.VolumeExport#nifti
	 */
	public static Exported write(final ExportImage image, final Path file, final NiftiOptions options)
		throws IOException
	{
		final String ending = ending(file.toString());
		final Optional<Path> sidecar = image.volume()
			.filter(volume -> options.hasSidecar())
			.map(volume -> sidecar(file, ending));
		options.overwriting().check(file);
		if (sidecar.isPresent()) options.overwriting().check(sidecar.get());
		final NiftiHeader header = new NiftiHeader(image);
		final NiftiWriter writer = new NiftiWriter(image, header, options.progress());
		final Optional<String> json = sidecar
			.map(path -> Sidecar.of(image, image.volume().orElseThrow(), options.disclosure()));
		AllOrNothing.write(file, out -> {
			if (ending.equals(COMPRESSED)) writer.writeCompressed(out);
			else writer.write(out);
			out.flush(); // all is on the disk, and the sidecar can come last
			if (sidecar.isPresent()) AllOrNothing.write(sidecar.get(), text -> write(json.orElseThrow(), text));
		});
		final List<Path> files = new ArrayList<>(List.of(file));
		sidecar.ifPresent(files::add);
		final List<String> notes = new ArrayList<>(header.notes());
		if (options.hasSidecar() && sidecar.isEmpty())
			notes.add("the DICOM files of the image are not known, so there is no sidecar");
		return new Exported(header.summary(), files, notes);
	}

	private static Path sidecar(final Path file, final String ending) {
		final String name = file.getFileName().toString();
		return file.resolveSibling(name.substring(0, name.length() - ending.length()) + JSON);
	}

	/** Whether the name of a file has an ending of NIfTI files. */
	public static boolean isNifti(final String file) {
		final String lower = file.toLowerCase(Locale.ROOT);
		return lower.endsWith(COMPRESSED) || lower.endsWith(NII);
	}

	private static String ending(final String file) {
		if (isNifti(file)) return file.toLowerCase(Locale.ROOT).endsWith(NII) ? NII : COMPRESSED;
		throw new InputException("file=" + file + " is not allowed; it must end with .nii or .nii.gz.");
	}

	private static void write(final String text, final OutputStream out) throws IOException {
		out.write(text.getBytes(StandardCharsets.UTF_8));
	}
}
