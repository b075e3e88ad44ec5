package io.github.dicomvolumes.io;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** One entry of a zip archive. */
record ZipSource(Path path, String entry) implements Source {

	/** The entries of an archive that are files, sorted by name. */
	static List<ZipSource> list(final Path archive) throws IOException {
		try (ZipFile zip = open(archive)) {
			return zip.stream().filter(e -> !e.isDirectory()).map(ZipEntry::getName).filter(
				name -> !name.contains("__MACOSX/")).sorted().map(name -> new ZipSource(archive,
					name)).toList();
		}
	}

	/** Opens an archive, with names in UTF-8 or, where they are none, in the IBM PC's set. */
	static ZipFile open(final Path archive) throws IOException {
		try {
			return new ZipFile(archive.toFile(), StandardCharsets.UTF_8);
		}
		catch (final ZipException exc) {
			if (!Charset.isSupported("IBM437")) throw exc;
			return new ZipFile(archive.toFile(), Charset.forName("IBM437"));
		}
	}

	@Override
	public String name() {
		return path + "!" + entry;
	}

	@Override
	public long length() throws IOException {
		try (ZipFile zip = open(path)) {
			return find(zip).getSize();
		}
	}

	@Override
	public ReadableByteChannel open(final long position) throws IOException {
		final ZipFile zip = open(path);
		try {
			final InputStream in = zip.getInputStream(find(zip));
			in.skipNBytes(position);
			return Channels.newChannel(new FilterInputStream(in) {

				@Override
				public void close() throws IOException {
					zip.close();
				}
			});
		}
		catch (final IOException exc) {
			zip.close();
			throw exc;
		}
	}

	private ZipEntry find(final ZipFile zip) throws IOException {
		final ZipEntry found = zip.getEntry(entry);
		if (found == null) throw new ZipException(name() + ": no such entry in the archive");
		return found;
	}
}
