package io.github.dicomvolumes.io;

import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipException;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.Uids;

/**
 * Reads the headers of all images at a place. The place is a folder, which is
 * searched at any depth; a zip archive; a DICOMDIR, which stands for the files it
 * lists; or one other file, which stands for itself. No file stops the scan:
 * those that give no image are listed with the reason.
 */
public final class FolderScan {

	private static final String DIRECTORY_STORAGE = "1.2.840.10008.1.3.10";

	private final HeaderReader reader;
	private final Progress progress;

	public FolderScan(final HeaderReader reader, final Progress progress) {
		this.reader = reader;
		this.progress = progress;
	}

	/**
	 * Scans a place with all processors.
	 *
	 * @throws FileNotFoundException if there is nothing at the place
	 * @throws java.util.concurrent.CancellationException if the progress says so
	 */
	public Scan scan(final Path place) throws IOException {
		if (!Files.exists(place)) throw new FileNotFoundException("There is no file or folder " +
			place.toAbsolutePath());
		final var walk = new FolderWalk(progress);
		progress.update("Listing files", 0, 1);
		if (Files.isDirectory(place)) walk.enter(place);
		else walk.add(place);
		final List<Skipped> skipped = new ArrayList<>(walk.skipped());
		final boolean oneFile = Files.isRegularFile(place) && walk.sources().size() == 1;
		final List<Source> sources = oneFile ? withDirectoryResolved(walk.sources().get(0),
			skipped) : walk.sources();
		return read(place, sources, skipped);
	}

	private Scan read(final Path place, final List<Source> sources,
		final List<Skipped> skipped) throws IOException
	{
		final Object[] results = new Object[sources.size()];
		try (Closeable archives = Source.hold(sources)) {
			Parallel.forEach(results.length, "Examining files", progress, i -> results[i] =
				examine(sources.get(i)));
		}
		final List<DicomFile> files = new ArrayList<>();
		for (final Object result : results)
			if (result instanceof DicomFile file) files.add(file);
			else skipped.add((Skipped) result);
		return new Scan(place, files, skipped);
	}

	/** The header of an image, or a {@link Skipped} for anything else. */
	private Object examine(final Source source) {
		try {
			final DicomFile file = reader.read(source);
			final String kind = otherThanImage(file);
			return kind == null ? file : new Skipped(source.name(),
				Skipped.Reason.NOT_AN_IMAGE, kind);
		}
		catch (final NotDicomException exc) {
			return new Skipped(source.name(), Skipped.Reason.NOT_DICOM, exc.getMessage());
		}
		catch (final DicomException exc) {
			return new Skipped(source.name(), Skipped.Reason.DAMAGED, exc.getMessage());
		}
		catch (final IOException exc) {
			return unreadable(source.name(), exc);
		}
	}

	/** What an object without an image is, by what it contains; null for images. */
	private static String otherThanImage(final DicomFile file) {
		final Attributes attributes = file.attributes();
		if (file.pixelData() != null && attributes.contains(Tag.ROWS) && attributes.contains(
			Tag.COLUMNS)) return null;
		final String uid = attributes.orElse(Tag.SOP_CLASS_UID, file.metaInformation().orElse(
			Tag.MEDIA_STORAGE_SOP_CLASS_UID, ""));
		final String kind = uid.isEmpty() ? "" : Uids.name(uid) + ", ";
		return kind + (file.pixelData() == null ? "no pixel data"
			: "(0028,0010) Rows or (0028,0011) Columns is missing");
	}

	/** The files that a DICOMDIR lists (PS3.10 8.6); any other source is itself. */
	private List<Source> withDirectoryResolved(final Source source,
		final List<Skipped> skipped)
	{
		final DicomFile file;
		try {
			file = reader.read(source);
		}
		catch (final IOException exc) {
			return List.of(source); // examined again, and reported then
		}
		if (!DIRECTORY_STORAGE.equals(file.metaInformation().orElse(
			Tag.MEDIA_STORAGE_SOP_CLASS_UID, ""))) return List.of(source);
		final List<Source> listed = new ArrayList<>();
		for (final Attributes entry : file.attributes().items(Tag.DIRECTORY_RECORD_SEQUENCE)) {
			final List<String> names = entry.strings(Tag.REFERENCED_FILE_ID);
			if (names.isEmpty()) continue;
			final Path path = resolve(source.path().toAbsolutePath().getParent(), names);
			if (path != null) listed.add(new FileSource(path));
			else skipped.add(new Skipped(String.join("/", names), Skipped.Reason.MISSING,
				"listed in " + source.name() + " but not there"));
		}
		return listed;
	}

	/** Follows the components of a file ID, whose case disks change; null if there is no such file. */
	private static Path resolve(final Path folder, final List<String> names) {
		Path path = folder;
		for (final String name : names) {
			if (name.isEmpty() || name.equals("..") || name.contains("/")) return null;
			final Path exact = path.resolve(name);
			if (Files.exists(exact)) {
				path = exact;
				continue;
			}
			try (var children = Files.list(path)) {
				final Path parent = path;
				path = children.filter(c -> c.getFileName().toString().equalsIgnoreCase(name))
					.findFirst().orElse(null);
				if (path == null || parent.equals(path)) return null;
			}
			catch (final IOException exc) {
				return null;
			}
		}
		return Files.isRegularFile(path) ? path : null;
	}

	static Skipped unreadable(final String file, final Exception failure) {
		final Throwable cause = failure instanceof DirectoryIteratorException ? failure
			.getCause() : failure;
		final String text = cause instanceof AccessDeniedException ? "permission denied"
			: cause instanceof NoSuchFileException ? "no such file (a link to nowhere?)"
				: cause instanceof ZipException ? "no readable archive: " + cause.getMessage()
					: cause instanceof FileSystemException fs && fs.getReason() != null ? fs
						.getReason() : String.valueOf(cause.getMessage());
		return new Skipped(file, Skipped.Reason.UNREADABLE, text);
	}
}
