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

package io.github.dicomvolumes.command.open;

import java.nio.file.Path;

import io.github.dicomvolumes.command.input.Choices;
import io.github.dicomvolumes.data.Labelled;

import org.scijava.Context;
import org.scijava.prefs.PrefService;

/** Who opens DICOM files and folders that a person drops on ImageJ's window or opens with File &gt; Open... */
enum OpenedBy implements Labelled {

	/** Single slices by ImageJ where it reads them right; folders, archives and all other files by us. */
	WHO_READS_RIGHT(OpenedBy.RIGHT_LABEL) {

		@Override
		boolean isOurs(final PlaceKind kind) {
			return kind == PlaceKind.VOLUMES;
		}
	},
	/** All by us. */
	DICOM_VOLUMES(OpenedBy.OURS_LABEL) {

		@Override
		boolean isOurs(final PlaceKind kind) {
			return kind != PlaceKind.NO_DICOM;
		}
	},
	/** As without us. */
	IMAGEJ(OpenedBy.IMAGEJ_LABEL) {

		@Override
		boolean isOurs(final PlaceKind kind) {
			return false;
		}
	};

	/** The input of {@link DicomOptions}, under which a person's choice is remembered. */
	static final String KEY = "opened";

	/** As annotations need them. */
	static final String RIGHT_LABEL = "ImageJ if it reads them right, else DICOM Volumes", OURS_LABEL = "DICOM Volumes",
		IMAGEJ_LABEL = "ImageJ";

	private final String label;

	OpenedBy(final String label) {
		this.label = label;
	}

	/** Whether we open what is at a place. */
	abstract boolean isOurs(PlaceKind kind);

	/** Whether a person wants us to open a place. */
	static boolean isOurs(final Context context, final Path place) {
		final PlaceKind kind = PlaceKind.of(place);
		return kind != PlaceKind.NO_DICOM && chosen(context).isOurs(kind);
	}

	/** What a person chose last. */
	static OpenedBy chosen(final Context context) {
		final PrefService prefs = context.getService(PrefService.class);
		final String label = prefs == null ? null : prefs.get(OpenedBy.class, KEY);
		return Choices.labels(OpenedBy.class).contains(label) ? Choices.of(OpenedBy.class, KEY, label)
			: WHO_READS_RIGHT;
	}

	@Override
	public String label() {
		return label;
	}
}
