package io.github.dicomvolumes.io;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Tag;

/**
 * The files that a DICOMDIR lists (PS3.10 8.6). File IDs are in upper case;
 * disks and copies change that, so that case does not count.
 */
final class DirectoryFile {

	private static final String DIRECTORY_STORAGE = "1.2.840.10008.1.3.10";

	private final DicomFile file;
	private final Path folder;
	/** Names in lower case, per folder, so that each folder is listed once. */
	private final Map<Path, Map<String, Path>> children = new HashMap<>();

	DirectoryFile(final DicomFile file) {
		this.file = file;
		folder = file.source().path().toAbsolutePath().getParent();
	}

	/** Whether a file is a DICOMDIR, whatever its name. */
	static boolean is(final DicomFile file) {
		return DIRECTORY_STORAGE.equals(file.metaInformation().orElse(
			Tag.MEDIA_STORAGE_SOP_CLASS_UID, ""));
	}

	/** The listed files that are there, sorted by path, each once; adds the others to a list. */
	List<Source> sources(final List<Skipped> missing) {
		final TreeSet<Path> found = new TreeSet<>();
		for (final Attributes entry : file.attributes().items(Tag.DIRECTORY_RECORD_SEQUENCE)) {
			final List<String> names = entry.strings(Tag.REFERENCED_FILE_ID);
			if (names.isEmpty()) continue;
			final Path path = resolve(names);
			if (path != null) found.add(path);
			else missing.add(new Skipped(String.join("/", names), Skipped.Reason.MISSING,
				"listed in " + file.source().name() + " but not there"));
		}
		return found.stream().<Source> map(FileSource::new).toList();
	}

	/** Follows the components of a file ID; null if there is no such file. */
	private Path resolve(final List<String> names) {
		Path path = folder;
		for (final String name : names) {
			if (name.isEmpty() || name.equals("..") || name.contains("/")) return null;
			path = child(path, name);
			if (path == null) return null;
		}
		return Files.isRegularFile(path) ? path : null;
	}

	private Path child(final Path parent, final String name) {
		try {
			final Path exact = parent.resolve(name);
			if (Files.exists(exact)) return exact;
		}
		catch (final InvalidPathException exc) {
			return null;
		}
		return children.computeIfAbsent(parent, DirectoryFile::list).get(name.toLowerCase(
			Locale.ROOT));
	}

	private static Map<String, Path> list(final Path folder) {
		final Map<String, Path> byName = new HashMap<>();
		try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
			for (final Path child : stream)
				byName.merge(child.getFileName().toString().toLowerCase(Locale.ROOT), child, (a,
					b) -> a.compareTo(b) < 0 ? a : b);
		}
		catch (final IOException | DirectoryIteratorException exc) {
			return Map.of(); // its files count as missing
		}
		return byName;
	}
}
