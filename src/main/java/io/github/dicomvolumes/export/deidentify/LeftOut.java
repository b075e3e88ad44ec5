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

import io.github.dicomvolumes.io.scan.Skipped;

/**
 * A file that was not copied.
 *
 * @param file its path, in archives {@code archive.zip!entry}; it may name a patient
 * @param text what exactly is the matter; it may have values of the file
 */
public record LeftOut(String file, Reason reason, String text) {

	/** Why a file is not copied, in words that name nobody. */
	public enum Reason {
		NOT_DICOM("not DICOM"), //
		DIRECTORY("a DICOMDIR, which lists names"), //
		DAMAGED("damaged: it cannot be read to its end"), //
		UNREADABLE("unreadable"), //
		MISSING("listed in a DICOMDIR but missing"), //
		UNKNOWN_KIND("a private or unknown kind of object, of which nobody can say what is in it"), //
		DOCUMENT("a document, report or voice, which may say anything"), //
		BURNED_IN("its pixels may show names; burned=Keep copies it"), //
		TOO_LARGE("has a value too large to be looked through");

		private final String label;

		Reason(final String label) {
			this.label = label;
		}

		@Override
		public String toString() {
			return label;
		}
	}

	static LeftOut of(final Skipped skipped) {
		return new LeftOut(skipped.file(), switch (skipped.reason()) {
			case NOT_DICOM -> Reason.NOT_DICOM;
			case MISSING -> Reason.MISSING;
			case UNREADABLE -> Reason.UNREADABLE;
			default -> Reason.DAMAGED;
		}, skipped.text());
	}
}
