package io.github.dicomvolumes.io;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** One gzipped file; its bytes are those inside. */
record GzipSource(Path path) implements Source {

	@Override
	public String name() {
		return path.toString();
	}

	@Override
	public long length() {
		return -1;
	}

	@Override
	public ReadableByteChannel open(final long position) throws IOException {
		final InputStream file = Files.newInputStream(path);
		try {
			final InputStream in = new GZIPInputStream(new BufferedInputStream(file));
			in.skipNBytes(position);
			return Channels.newChannel(in);
		}
		catch (final IOException exc) {
			file.close();
			throw exc;
		}
	}
}
