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
package io.github.dicomvolumes.export.deidentify;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/** The table that leads back from the copy to the source, as CSV: Kind, Old, New. */
final class IdentifierTable {

	private final Writer out;

	private IdentifierTable(final Writer out) {
		this.out = out;
	}

	/**
	 * Writes the table.
	 *
	 * @param patients ID and name of each patient, by the new ID
	 * @param files the old names of the files, by the new ones
	 */
	static void write(final Path file, final Set<OldPatient> patients, final Replacements replacements,
		final Map<String, String> files, final DateRule dates, final MadeFiles made) throws IOException
	{
		made.writePrivate(file, stream -> {
			final Writer writer = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
			final var table = new IdentifierTable(writer);
			table.row("Kind", "Old", "New");
			for (final OldPatient patient : patients) {
				final String pseudonym = replacements.pseudonym(patient.key());
				table.row("PatientID", patient.id(), pseudonym);
				table.row("PatientName", patient.name(), pseudonym);
				if (dates == DateRule.SHIFT)
					table.row("DaysShifted", patient.id(), "-" + replacements.daysBack(patient.key()));
			}
			for (final var uid : replacements.uids())
				table.row("UID", uid.getKey(), uid.getValue());
			for (final var path : files.entrySet())
				table.row("File", path.getValue(), path.getKey());
			writer.flush();
		});
	}

	private void row(final String... cells) throws IOException {
		for (int i = 0; i < cells.length; i++)
			out.write((i == 0 ? "" : ",") + '"' + cells[i].replace("\"", "\"\"") + '"');
		out.write("\r\n");
	}
}
