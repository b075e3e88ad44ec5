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
package io.github.dicomvolumes.hostile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.series.Finding;
import io.github.dicomvolumes.series.Finding.Code;
import io.github.dicomvolumes.series.catalog.SeriesCatalog;
import io.github.dicomvolumes.volume.DicomVolume;
import io.github.dicomvolumes.volume.ImportOptions;
import io.github.dicomvolumes.volume.ImportResult;

/** Says which files are whole: by what they give where nothing else lies. */
final class Wholeness {

	private static final Set<Code> DAMAGE = Set.of(Code.TRUNCATED, Code.UNREADABLE_SLICE);

	private final Path folder;

	/** @param folder an empty one */
	Wholeness(final Path folder) {
		this.folder = folder;
	}

	/**
	 * Whether a file gives volumes where it lies alone, all of which load, and in whose reports is nothing of planes
	 * that are cut, damaged or unreadable nor of fewer frames than Number of Frames (0028,0008) says. Of an archive
	 * that is so if one file in it does, whatever lies beside.
	 */
	boolean isWhole(final Mutant mutant) throws IOException {
		final Path file = Files.write(folder.resolve(mutant.name()), mutant.bytes());
		try {
			final SeriesCatalog catalog = DicomVolumes.scan(folder);
			if (catalog.stacks().isEmpty()) return false;
			final ImportResult result = DicomVolumes.load(catalog, ImportOptions.DEFAULT);
			return result.failures().isEmpty() && result.volumes().stream().noneMatch(Wholeness::isDamaged);
		}
		catch (final IOException | IllegalArgumentException exc) {
			return false;
		}
		finally {
			Files.delete(file);
		}
	}

	private static boolean isDamaged(final DicomVolume volume) {
		final List<Finding> findings = volume.report().findings();
		return findings.stream()
			.anyMatch(finding -> DAMAGE.contains(finding.code()) ||
				finding.code() == Code.FEWER_IMAGES && finding.text().startsWith(Tag.describe(Tag.NUMBER_OF_FRAMES)));
	}
}
