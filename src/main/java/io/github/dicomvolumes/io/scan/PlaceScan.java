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

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.data.MemoryLimitException;
import io.github.dicomvolumes.data.NoPlaceException;
import io.github.dicomvolumes.data.PixelStorage;
import io.github.dicomvolumes.data.Reasons;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.Uids;
import io.github.dicomvolumes.io.header.DicomFile;
import io.github.dicomvolumes.io.header.HeaderReader;
import io.github.dicomvolumes.io.header.KnownHeaders;
import io.github.dicomvolumes.io.header.NotDicomException;
import io.github.dicomvolumes.io.source.Limits;
import io.github.dicomvolumes.io.source.OpenSources;
import io.github.dicomvolumes.io.source.Source;
import io.github.dicomvolumes.work.Parallel;
import io.github.dicomvolumes.work.Progress;

/**
 * Reads the headers of all images at a place. No file stops the scan: those that give no image are listed with the
 * reason.
 */
public final class PlaceScan {

	private static final int[] SERIES = { Tag.STUDY_DATE, Tag.MODALITY, Tag.SERIES_DESCRIPTION, Tag.STUDY_INSTANCE_UID,
		Tag.SERIES_INSTANCE_UID, Tag.SERIES_NUMBER, Tag.STUDY_DESCRIPTION, Tag.STUDY_ID, Tag.PATIENT_NAME,
		Tag.PATIENT_ID };

	private final HeaderReader reader;
	private final Progress progress;
	private final Limits limits;

	/** With the usual limits. */
	public PlaceScan(final HeaderReader reader, final Progress progress) {
		this(reader, progress, Limits.DEFAULT);
	}

	/** @param limits of what the place may cost beyond what lies on disk */
	public PlaceScan(final HeaderReader reader, final Progress progress, final Limits limits) {
		this.reader = reader.withLimits(limits);
		this.progress = progress;
		this.limits = limits;
	}

	/**
	 * Scans a place with all processors.
	 *
	 * @throws io.github.dicomvolumes.data.NoPlaceException if there is nothing at the place
	 * @throws java.util.concurrent.CancellationException if the progress cancels it
	 */
	public Scan scan(final Place place) throws IOException {
		final HeaderReader its = place.reader(reader);
		final SourceList found = place.list(its, progress);
		final List<Source> sources = found.sources();
		final Object[] examined = new Object[sources.size()];
		try (OpenSources open = new OpenSources(limits)) {
			final var known = new KnownHeaders(limits, open);
			Parallel.forEach(examined.length, "Examining files", progress,
				i -> examined[i] = examine(sources.get(i), its, known));
		}
		return scan(place, examined, found.skipped());
	}

	/**
	 * Reads the headers of some sources in this thread, for programs that divide the work themselves.
	 *
	 * @param place that they are of
	 */
	public Scan scanHere(final Place place, final List<Source> sources) throws IOException {
		final HeaderReader its = place.reader(reader);
		final Object[] examined = new Object[sources.size()];
		try (OpenSources open = new OpenSources(limits)) {
			final var known = new KnownHeaders(limits, open);
			for (int i = 0; i < examined.length; i++)
				examined[i] = examine(sources.get(i), its, known);
		}
		return scan(place, examined, List.of());
	}

	/** @param examined files with images, and others */
	private Scan scan(final Place place, final Object[] examined, final List<Skipped> unlisted) {
		final List<DicomFile> images = new ArrayList<>();
		final List<Skipped> others = new ArrayList<>(unlisted);
		for (final Object one : examined)
			if (one instanceof DicomFile image) images.add(image);
			else others.add((Skipped) one);
		return new Scan(place, images, others, limits);
	}

	/**
	 * Reads the header of a source.
	 *
	 * @param its of the place
	 * @return a {@link DicomFile} with an image, or else a {@link Skipped}
	 */
	private Object examine(final Source source, final HeaderReader its, final KnownHeaders known) {
		try {
			final DicomFile file = its.read(source, known).readBy(its);
			final String kind = otherThanImage(file);
			if (kind == null) return file;
			return new Skipped(source.name(), Skipped.Reason.NOT_AN_IMAGE, kind, series(file),
				Uids.plainName(sopClass(file)));
		}
		catch (final NotDicomException exc) {
			return new Skipped(source.name(), Skipped.Reason.NOT_DICOM, exc.getMessage());
		}
		catch (final DicomException exc) {
			return new Skipped(source.name(), reason(exc), exc.getMessage());
		}
		catch (final IOException exc) {
			if (exc instanceof ClosedByInterruptException)
				throw new CancellationException("Interrupted while reading " + source.name());
			return Skipped.unreadable(source.name(), exc);
		}
		catch (final RuntimeException exc) { // a reader's bug must not stop the folder
			return new Skipped(source.name(), Skipped.Reason.DAMAGED, Reasons.of(exc));
		}
		catch (final OutOfMemoryError | StackOverflowError exc) { // nor a limit that was set too high
			return new Skipped(source.name(), reason(exc), "Java has not enough memory left for its header (" + exc +
				"); give it more, or read fewer files at once");
		}
	}

	/** Memory that does not suffice is no damage, but that of values within each other without end is. */
	private static Skipped.Reason reason(final Throwable exc) {
		final boolean isLimit = exc instanceof MemoryLimitException || exc.getCause() instanceof MemoryLimitException;
		return isLimit || exc instanceof OutOfMemoryError ? Skipped.Reason.NO_MEMORY : Skipped.Reason.DAMAGED;
	}

	/** What an object without an image is, by what it contains; null for images. */
	private static String otherThanImage(final DicomFile file) {
		final Attributes attributes = file.attributes();
		if (file.pixelData() != null && attributes.contains(Tag.ROWS) && attributes.contains(Tag.COLUMNS)) return null;
		final String uid = sopClass(file);
		return (uid.isEmpty() ? "" : Uids.name(uid) + ", ") + whatIsMissing(file);
	}

	private static String whatIsMissing(final DicomFile file) {
		if (file.pixelData() != null) return "(0028,0010) Rows or (0028,0011) Columns is missing";
		if (file.transferSyntax().pixels() != PixelStorage.ELSEWHERE) return "no pixel data";
		return "no pixel data: " + Tag.describe(Tag.TRANSFER_SYNTAX_UID) + " is " + file.transferSyntax() +
			", whose pixels a server has (" + Tag.describe(Tag.PIXEL_DATA_PROVIDER_URL) +
			"); export the images with their pixels";
	}

	private static String sopClass(final DicomFile file) {
		return file.attributes()
			.orElse(Tag.SOP_CLASS_UID, file.metaInformation().orElse(Tag.MEDIA_STORAGE_SOP_CLASS_UID, ""));
	}

	/** What names the series of an object, of which a folder may hold many thousands. */
	private static Attributes series(final DicomFile file) {
		final Attributes all = file.attributes();
		if (!all.contains(Tag.SERIES_INSTANCE_UID) && !all.contains(Tag.MODALITY)) return Attributes.EMPTY;
		final var few = Attributes.builder(all.order(), all.charset());
		for (final int tag : SERIES)
			all.optional(tag).filter(e -> e.vr().isText()).ifPresent(e -> few.put(tag, e.vr(), e.bytes()));
		return few.put(Tag.TRANSFER_SYNTAX_UID, file.transferSyntax().uid()).build();
	}
}
