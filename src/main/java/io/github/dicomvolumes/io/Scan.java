package io.github.dicomvolumes.io;

import java.nio.file.Path;
import java.util.List;

/**
 * What was found at a place: the headers of all images in the order of their
 * paths, and every other file with the reason why it is none.
 *
 * @param place the folder, archive or file that was scanned
 */
public record Scan(Path place, List<DicomFile> files, List<Skipped> skipped) {

	public Scan {
		files = List.copyOf(files);
		skipped = List.copyOf(skipped);
	}

	/** How many files were looked at. */
	public int examined() {
		return files.size() + skipped.size();
	}
}
