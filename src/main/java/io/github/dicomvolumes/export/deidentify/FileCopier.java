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
import java.nio.file.Path;
import java.util.Map;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.TransferSyntax;
import io.github.dicomvolumes.export.file.DicomWriter;
import io.github.dicomvolumes.export.file.StreamedElement;
import io.github.dicomvolumes.io.header.DicomFile;
import io.github.dicomvolumes.io.header.HeaderReaders;
import io.github.dicomvolumes.io.pixels.EncapsulatedPixels;
import io.github.dicomvolumes.io.header.HeaderReader;
import io.github.dicomvolumes.io.source.OpenSources;

/** Writes the copies of single files. Thread-safe. */
final class FileCopier {

	private static final HeaderReader READER = HeaderReaders.BUILT_IN.withLargeValues();

	private final DeidentifyOptions options;
	private final Replacements replacements;
	private final Map<PatientKey, Identifiers> identifiers;
	private final MadeFiles made;
	private final OpenSources open;

	FileCopier(final DeidentifyOptions options, final Replacements replacements,
		final Map<PatientKey, Identifiers> identifiers, final MadeFiles made, final OpenSources open)
	{
		this.options = options;
		this.replacements = replacements;
		this.identifiers = identifiers;
		this.made = made;
		this.open = open;
	}

	/**
	 * Copies a file.
	 *
	 * @throws SourceException if the source cannot be read, or not be copied
	 * @throws IOException if the copy cannot be written
	 */
	void copy(final SurveyedFile surveyed, final Path to) throws IOException {
		final DicomFile file;
		final Attributes cleaned;
		final StreamedElement pixels;
		try {
			file = READER.read(surveyed.source(), open);
			if (!SurveyedFile.of(surveyed.source(), file.attributes()).equals(surveyed) ||
				Suitability.of(file, options.keepsBurnedIn()).isPresent())
				throw new DicomException("The file was changed while it was copied.");
			cleaned = withIdentity(cleaner(surveyed.patient(), file.attributes()).clean(file.attributes(),
				ProfileClaims.of(options, replacements.pseudonym(surveyed.patient()))), file);
			pixels = file.pixelData() == null ? null : PixelCopy.of(file, open, made::isOver);
			surveyed.source().checkUnchanged();
		}
		catch (final IOException exc) {
			throw new SourceException(exc);
		}
		made.makeFolder(to.getParent());
		final var writer = new DicomWriter(syntax(file));
		made.write(to, out -> {
			if (pixels == null) writer.write(cleaned, out);
			else writer.write(cleaned, pixels, out);
		});
	}

	private DataSetCleaner cleaner(final PatientKey patient, final Attributes dataSet) {
		final boolean removesDates = options.dates() != DateRule.KEEP;
		final var shift = new DateShift(options.dates() == DateRule.SHIFT ? replacements.daysBack(patient) : 0);
		return new DataSetCleaner(ElementRules.of(options.dates(), options.keep(), dataSet),
			new ValueCleaner(new TextCleaner(identifiers.get(patient), removesDates), replacements::uid, shift));
	}

	/** Some files name what they are only in the group that is written anew. */
	private Attributes withIdentity(final Attributes cleaned, final DicomFile file) {
		if (cleaned.contains(Tag.SOP_CLASS_UID) && cleaned.contains(Tag.SOP_INSTANCE_UID)) return cleaned;
		final String uid = file.metaInformation().orElse(Tag.MEDIA_STORAGE_SOP_INSTANCE_UID, "");
		final var builder = Attributes.builder(cleaned.order(), cleaned.charset())
			.putAll(cleaned)
			.put(Tag.SOP_CLASS_UID, Suitability.sopClass(file));
		if (!uid.isEmpty()) builder.put(Tag.SOP_INSTANCE_UID, replacements.uid(uid));
		return builder.build();
	}

	/** The syntax of the file, or if its bytes contradict that, the one that they are in. */
	private TransferSyntax syntax(final DicomFile file) throws IOException {
		final TransferSyntax actual = file.transferSyntax(), declared = TransferSyntax.of(actual.uid());
		final boolean isAsDeclared = actual.explicitVR() == declared.explicitVR() &&
			actual.bigEndian() == declared.bigEndian();
		final boolean hasItems = file.pixelData() != null && EncapsulatedPixels.isEncapsulated(file, open);
		if (isAsDeclared || declared.encapsulated() && hasItems) return declared;
		if (actual.bigEndian()) return TransferSyntax.EXPLICIT_BIG_ENDIAN;
		return actual.explicitVR() ? TransferSyntax.EXPLICIT_LITTLE_ENDIAN : TransferSyntax.IMPLICIT_LITTLE_ENDIAN;
	}
}
