package io.github.dicomvolumes.io;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipFile;

/** Where the bytes of one DICOM file come from: a file, an entry of a zip archive, or a gzipped file. */
public interface Source {

	/** What people call it: the path, in archives {@code archive.zip!entry}. */
	String name();

	/** The file on disk: for an entry, its archive. */
	Path path();

	/** Bytes from the first to the last, -1 if that is not known before reading them. */
	long length() throws IOException;

	/**
	 * Opens the bytes from a position on. A plain file gives a
	 * {@link java.nio.channels.SeekableByteChannel}; others are read from their
	 * start, so that positions should ascend.
	 *
	 * @param position 0-based
	 */
	ReadableByteChannel open(long position) throws IOException;

	/**
	 * Keeps the archives of some sources open, so that opening entry after entry
	 * does not read the archive's index each time: the JDK shares the index among
	 * all that have the same archive open.
	 */
	static Closeable hold(final Collection<? extends Source> sources) throws IOException {
		final Set<Path> archives = new HashSet<>();
		for (final Source source : sources)
			if (source instanceof ZipSource) archives.add(source.path());
		final List<ZipFile> open = new ArrayList<>();
		for (final Path archive : archives)
			open.add(ZipSource.open(archive));
		return () -> {
			for (final ZipFile zip : open)
				zip.close();
		};
	}
}
