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

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.Locale;

import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.io.header.DicomFile;
import io.github.dicomvolumes.io.header.HeaderReaders;
import io.github.dicomvolumes.io.scan.LocalPlace;
import io.github.dicomvolumes.io.header.NotDicomException;
import io.github.dicomvolumes.io.source.DiskSources;
import io.github.dicomvolumes.work.Progress;
import io.github.dicomvolumes.io.source.Source;

/** What is at a place that a person wants to open, as far as it decides who opens it. */
public enum PlaceKind {

	/** Nothing of DICOM, or nothing among the first files. */
	NO_DICOM,
	/** One file with one slice, which ImageJ reads as well. */
	SLICE_FOR_IMAGEJ,
	/** A folder, an archive or a DICOMDIR, or one file that ImageJ does not read or reads wrongly. */
	VOLUMES;

	/** How many files are looked at to find one of DICOM, and how deep: a folder may be a whole disk. */
	private static final int FILES = 100, DEPTH = 8;

	/** Looks at a place; costs some milliseconds, whatever its size. */
	public static PlaceKind of(final Path place) {
		if (Files.isDirectory(place)) return new Search().finds(place) ? VOLUMES : NO_DICOM;
		if (!Files.isRegularFile(place)) return NO_DICOM;
		if (place.toString().toLowerCase(Locale.ROOT).endsWith(".zip"))
			return isArchiveOfDicom(place) ? VOLUMES : NO_DICOM;
		try {
			final DicomFile file = HeaderReaders.BUILT_IN.read(DiskSources.of(place));
			return ImageJReader.readsRight(file) ? SLICE_FOR_IMAGEJ : VOLUMES;
		}
		catch (final IOException | RuntimeException exc) {
			return isDamaged(exc) ? VOLUMES : NO_DICOM;
		}
	}

	private static boolean isArchiveOfDicom(final Path archive) {
		try {
			return new LocalPlace(archive).list(HeaderReaders.BUILT_IN, Progress.NONE)
				.sources()
				.stream()
				.limit(FILES)
				.anyMatch(PlaceKind::isDicom);
		}
		catch (final IOException exc) {
			return false;
		}
	}

	private static boolean isDicom(final Source source) {
		try {
			HeaderReaders.BUILT_IN.read(source);
			return true;
		}
		catch (final IOException | RuntimeException exc) {
			return isDamaged(exc);
		}
	}

	/** Whether the bytes are of DICOM all the same: our message will say what is wrong. */
	private static boolean isDamaged(final Exception exc) {
		return exc instanceof DicomException && !(exc instanceof NotDicomException);
	}

	/** Looks at the first files of a folder, at some depth, until one is of DICOM. */
	private static final class Search extends SimpleFileVisitor<Path> {

		private int seen;
		private boolean found;

		boolean finds(final Path folder) {
			try {
				Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), DEPTH, this);
			}
			catch (final IOException exc) {
				return found;
			}
			return found;
		}

		@Override
		public FileVisitResult visitFile(final Path file, final BasicFileAttributes attributes) {
			if (!attributes.isRegularFile()) return FileVisitResult.CONTINUE;
			found = isDicom(DiskSources.of(file));
			return found || ++seen == FILES ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
		}

		@Override
		public FileVisitResult visitFileFailed(final Path file, final IOException exc) {
			return FileVisitResult.CONTINUE;
		}

		@Override
		public FileVisitResult postVisitDirectory(final Path folder, final IOException exc) {
			return FileVisitResult.CONTINUE;
		}
	}
}
