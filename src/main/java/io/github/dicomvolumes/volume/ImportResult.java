package io.github.dicomvolumes.volume;

import java.util.List;

/**
 * What an import gave.
 *
 * @param volumes those that were loaded, at least one
 * @param failures one message for each volume that was asked for but could not
 *          be loaded
 */
public record ImportResult(List<DicomVolume> volumes, List<String> failures) {

	public ImportResult {
		volumes = List.copyOf(volumes);
		failures = List.copyOf(failures);
	}
}
