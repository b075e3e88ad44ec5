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

package io.github.dicomvolumes.io;

import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.zip.ZipException;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.data.NoPlaceException;
import io.github.dicomvolumes.data.PixelStorage;
import io.github.dicomvolumes.data.Reasons;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.Uids;

/**
 * Reads the headers of all images at a place. The place is a folder, which is searched at any depth; a zip archive; a
 * DICOMDIR, which stands for the files it lists; or one other file, which stands for itself. No file stops the scan:
 * those that give no image are listed with the reason.
 */
public final class FolderScan {

	private static final int[] SERIES = { Tag.STUDY_DATE, Tag.MODALITY, Tag.SERIES_DESCRIPTION, Tag.STUDY_INSTANCE_UID,
		Tag.SERIES_INSTANCE_UID, Tag.SERIES_NUMBER, Tag.STUDY_DESCRIPTION, Tag.STUDY_ID, Tag.PATIENT_NAME,
		Tag.PATIENT_ID };

	private final HeaderReader reader;
	private final Progress progress;
	private final Limits limits;

	/** With the usual limits. */
	public FolderScan(final HeaderReader reader, final Progress progress) {
		this(reader, progress, Limits.DEFAULT);
	}

	/** @param limits of what the place may cost beyond what lies on disk */
	public FolderScan(final HeaderReader reader, final Progress progress, final Limits limits) {
		this.reader = reader.withLimits(limits);
		this.progress = progress;
		this.limits = limits;
	}

	/**
	 * Scans a place with all processors.
	 *
	 * @throws FileNotFoundException if there is nothing at the place
	 * @throws java.util.concurrent.CancellationException if the progress cancels it
	 */
	public Scan scan(final Path place) throws IOException {
		final SourceList found = list(place);
		return read(place, found.sources(), new ArrayList<>(found.skipped()));
	}

	/**
	 * Lists the files at a place without looking into them, but for a DICOMDIR.
	 *
	 * @throws FileNotFoundException if there is nothing at the place
	 * @throws java.util.concurrent.CancellationException if the progress cancels it
	 */
	public SourceList list(final Path place) throws IOException {
		if (!Files.exists(place)) throw new NoPlaceException("There is no file or folder " + place.toAbsolutePath());
		final var walk = new FolderWalk(progress);
		progress.update(FolderWalk.PHASE, 0, 1);
		if (Files.isDirectory(place)) walk.enter(place);
		else if (Files.isRegularFile(place)) walk.add(place);
		else throw new NoPlaceException(place.toAbsolutePath() +
			" is neither a file nor a folder but a device, a pipe or a socket; give a folder, a zip archive, a DICOMDIR or one file.");
		final List<Skipped> skipped = new ArrayList<>(walk.skipped());
		final List<Source> found = walk.sources();
		final boolean oneFile = found.size() == 1 && found.get(0) instanceof FileSource file &&
			file.path().equals(place);
		return new SourceList(oneFile ? withDirectoryResolved(found.get(0), skipped) : found, skipped);
	}

	private Scan read(final Path place, final List<Source> sources, final List<Skipped> skipped) throws IOException {
		final Examined[] results = new Examined[sources.size()];
		final var known = new KnownHeaders(limits);
		try (Closeable archives = ZipSource.hold(sources)) {
			Parallel.forEach(results.length, "Examining files", progress,
				i -> results[i] = examine(sources.get(i), known));
		}
		final List<DicomFile> files = new ArrayList<>();
		for (final Examined result : results)
			sort(result, files, skipped);
		return new Scan(place, files, skipped, limits);
	}

	/**
	 * Reads the headers of some sources in this thread, for programs that divide the work themselves.
	 *
	 * @param place that they are of
	 */
	public Scan readHere(final Path place, final List<Source> sources) throws IOException {
		final var known = new KnownHeaders(limits);
		final List<DicomFile> files = new ArrayList<>();
		final List<Skipped> skipped = new ArrayList<>();
		try (Closeable archives = ZipSource.hold(sources)) {
			for (final Source source : sources)
				sort(examine(source, known), files, skipped);
		}
		return new Scan(place, files, skipped, limits);
	}

	private static void sort(final Examined result, final List<DicomFile> files, final List<Skipped> skipped) {
		if (result instanceof DicomFile file) files.add(file);
		else if (result instanceof Skipped other) skipped.add(other);
	}

	/** The header of an image, or a {@link Skipped} for anything else. */
	private Examined examine(final Source source, final KnownHeaders known) {
		try {
			final DicomFile file = reader.read(source, known).readBy(reader);
			final String kind = otherThanImage(file);
			return kind == null ? file
				: new Skipped(source.name(), Skipped.Reason.NOT_AN_IMAGE, kind, series(file),
					Uids.plainName(sopClass(file)));
		}
		catch (final NotDicomException exc) {
			return new Skipped(source.name(), Skipped.Reason.NOT_DICOM, exc.getMessage());
		}
		catch (final DicomException exc) {
			return new Skipped(source.name(), Skipped.Reason.DAMAGED, exc.getMessage());
		}
		catch (final IOException exc) {
			if (exc instanceof ClosedByInterruptException)
				throw new CancellationException("Interrupted while reading " + source.name());
			return unreadable(source.name(), exc);
		}
		catch (final RuntimeException exc) { // a reader's bug must not stop the folder
			return new Skipped(source.name(), Skipped.Reason.DAMAGED, Reasons.of(exc));
		}
		catch (final OutOfMemoryError | StackOverflowError exc) { // nor a limit that was set too high
			return new Skipped(source.name(), Skipped.Reason.DAMAGED,
				"Java has not enough memory left for its header (" + exc +
					"); give it more, or read fewer files at once");
		}
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

	/** The files that a DICOMDIR lists; any other source is itself. */
	private List<Source> withDirectoryResolved(final Source source, final List<Skipped> skipped) throws IOException {
		final List<Source> listed = new ArrayList<>();
		final List<Skipped> missing = new ArrayList<>();
		Parallel.run(FolderWalk.PHASE, progress, i -> {
			try {
				final DicomFile file = reader.read(source);
				if (DirectoryFile.is(file)) listed.addAll(new DirectoryFile(file).sources(missing));
				else listed.add(source);
			}
			catch (final IOException | RuntimeException exc) {
				listed.add(source); // examined again, and reported then
			}
		});
		skipped.addAll(missing);
		return listed;
	}

	static Skipped unreadable(final String file, final Exception failure) {
		final Throwable cause = failure instanceof DirectoryIteratorException ? failure.getCause() : failure;
		return new Skipped(file, Skipped.Reason.UNREADABLE, whyUnreadable(cause));
	}

	private static String whyUnreadable(final Throwable cause) {
		if (cause instanceof NoSuchFileException) return "no such file (a link to nowhere?)";
		return cause instanceof ZipException ? "no readable archive: " + Reasons.of(cause) : Reasons.of(cause);
	}
}
