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

package io.github.dicomvolumes.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import io.github.dicomvolumes.export.VolumeExport;
import io.github.dicomvolumes.export.image.Exported;
import io.github.dicomvolumes.export.nifti.NiftiOptions;
import io.github.dicomvolumes.export.series.SeriesOptions;
import io.github.dicomvolumes.volume.DicomVolume;

/** What volumes are converted to. */
enum Format {

	/** A compressed NIfTI file, and a sidecar that identifies nobody. */
	NIFTI(".nii.gz") {

		@Override
		Exported write(final DicomVolume volume, final Path target) throws IOException {
			return VolumeExport.nifti(volume, target, NiftiOptions.DEFAULT.withOverwrite(true));
		}
	},
	/** A folder with a new DICOM series. */
	DICOM("") {

		@Override
		Exported write(final DicomVolume volume, final Path target) throws IOException {
			return VolumeExport.dicom(volume, target, SeriesOptions.DEFAULT.withOverwrite(true));
		}
	},
	/** Rows of statistics, and no files. */
	STATISTICS("") {

		@Override
		Exported write(final DicomVolume volume, final Path target) {
			return new Exported("", List.of(), List.of());
		}
	};

	private final String ending;

	Format(final String ending) {
		this.ending = ending;
	}

	/** @throws IllegalArgumentException if there is none of the name */
	static Format named(final String name) {
		return Arrays.stream(values())
			.filter(format -> format.toString().equals(name))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("Volumes cannot be converted to " + name + ", but to " +
				Arrays.stream(values()).map(Format::toString).collect(Collectors.joining(", ")) + "."));
	}

	/** What the file or folder of a volume is called. */
	String name(final String volume) {
		return volume + ending;
	}

	/** Writes a volume, whole or not at all. */
	abstract Exported write(DicomVolume volume, Path target) throws IOException;

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}
}
