package io.github.dicomvolumes.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.volume.ChestPhantom;
import io.github.dicomvolumes.volume.DicomVolume;
import io.github.dicomvolumes.volume.ImportOptions;

/** The chest phantom by way of files, which are gone afterwards. */
final class Phantoms {

	private Phantoms() {}

	static DicomVolume open(final ImportOptions options) throws IOException {
		final Path folder = Files.createTempDirectory("dicom-phantom");
		try {
			ChestPhantom.write(folder);
			return DicomVolumes.open(folder, options);
		}
		finally {
			delete(folder);
		}
	}

	private static void delete(final Path folder) throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			files.sorted(Comparator.reverseOrder()).forEach(file -> {
				try {
					Files.delete(file);
				}
				catch (final IOException exc) {
					throw new UncheckedIOException(exc);
				}
			});
		}
	}
}
