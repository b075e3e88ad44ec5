package io.github.dicomvolumes.io;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A plain file. */
record FileSource(Path path) implements Source {

	@Override
	public String name() {
		return path.toString();
	}

	@Override
	public long length() throws IOException {
		return Files.size(path);
	}

	@Override
	public ReadableByteChannel open(final long position) throws IOException {
		final FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
		if (position > 0) channel.position(position);
		return channel;
	}
}
