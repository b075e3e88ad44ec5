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

package io.github.dicomvolumes.io.scan;

import java.nio.file.DirectoryIteratorException;
import java.nio.file.NoSuchFileException;
import java.util.zip.ZipException;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Reasons;

/**
 * A file that gave no image, and why.
 *
 * @param file its path, in archives {@code archive.zip!entry}
 * @param reason the sort of reason, by which a summary counts
 * @param text the kind of object, or what is wrong at which byte
 * @param series the few attributes that name the series of a DICOM object without an image, with its Transfer Syntax
 *        UID; empty for all else
 * @param plainName what people call such objects, if the text names them by another name; else empty
 */
public record Skipped(String file, Reason reason, String text, Attributes series, String plainName) {

	/** A file whose kind has no other name. */
	public Skipped(final String file, final Reason reason, final String text, final Attributes series) {
		this(file, reason, text, series, "");
	}

	/** A file that belongs to no series. */
	public Skipped(final String file, final Reason reason, final String text) {
		this(file, reason, text, Attributes.EMPTY);
	}

	/** The text, with what people call such objects. */
	public String named() {
		return plainName.isEmpty() ? text : text + " (" + plainName + ")";
	}

	/** Something that the operating system does not let be read. */
	static Skipped unreadable(final String file, final Exception failure) {
		final Throwable cause = failure instanceof DirectoryIteratorException ? failure.getCause() : failure;
		return new Skipped(file, Skipped.Reason.UNREADABLE, whyUnreadable(cause));
	}

	private static String whyUnreadable(final Throwable cause) {
		if (cause instanceof NoSuchFileException) return "no such file (a link to nowhere?)";
		return cause instanceof ZipException ? "no readable archive: " + Reasons.of(cause) : Reasons.of(cause);
	}

	/** Why a file gives no image. */
	public enum Reason {
		/** Something else: text, thumbnails, an empty file. */
		NOT_DICOM("not DICOM"),
		/** DICOM without pixels: reports, structure sets, directories. */
		NOT_AN_IMAGE("DICOM without an image"),
		/** DICOM whose header cannot be parsed. */
		DAMAGED("damaged"),
		/** The operating system does not let it be read. */
		UNREADABLE("unreadable"),
		/** A directory file lists it, but it is not there. */
		MISSING("missing"),
		/** The same SOP Instance UID as another file. */
		DUPLICATE("duplicate"),
		/** There is not enough memory for it, now or with all others. */
		NO_MEMORY("too large for memory");

		private final String label;

		Reason(final String label) {
			this.label = label;
		}

		@Override
		public String toString() {
			return label;
		}
	}
}
