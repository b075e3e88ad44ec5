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

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.io.header.DicomFile;
import io.github.dicomvolumes.io.scan.Skipped;
import io.github.dicomvolumes.series.index.Id;

/**
 * 64 bits that stand for a series: for its UID, or where that is missing for study, number and modality, as grouping
 * has it. Two series that happen to have the same key are grouped by one task, and stay two.
 */
final class SeriesKey {

	/** Into so many parts the files of a folder are divided that are no images. */
	private static final int PARTS = 16;

	private SeriesKey() {}

	/** Of the series of an image. */
	static long of(final DicomFile file) {
		return of(file.attributes());
	}

	static long of(final Attributes header) {
		final String uid = header.orElse(Tag.SERIES_INSTANCE_UID, "");
		return Id.hash(uid.isEmpty()
			? "none\0" + header.orElse(Tag.STUDY_INSTANCE_UID, "") + "\0" + header.orElse(Tag.SERIES_NUMBER, "") +
				"\0" + header.orElse(Tag.MODALITY, "")
			: "uid\0" + uid);
	}

	/** Of a file that is no image: of its folder, and a part of that, as folders of a million such files exist. */
	static long of(final Skipped file) {
		final String name = file.file();
		final int end = Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\'));
		return Id.hash("folder\0" + name.substring(0, Math.max(0, end)) + "\0" + Math.floorMod(name.hashCode(), PARTS));
	}
}
