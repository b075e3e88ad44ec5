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

package io.github.dicomvolumes.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.SyntheticCases;
import io.github.dicomvolumes.series.catalog.SeriesCatalog;
import io.github.dicomvolumes.volume.DicomVolume;
import io.github.dicomvolumes.volume.ImportOptions;
import io.github.dicomvolumes.volume.ImportResult;

/**
 * The files of a case, written when they are asked for and deleted when the test is over, or those of that name in
 * data/synth.
 */
final class RuleCase implements AutoCloseable {

	static final Path SYNTH = Path.of("../shared/data/synth");

	private final String name;
	private final boolean given;
	private Path folder;
	private Path place;

	RuleCase(final String name, final boolean given) {
		this.name = name;
		this.given = given;
	}

	/** Where data/synth has the case. */
	Path givenPlace() {
		return SYNTH.resolve(name.equals("zipped") ? "zipped.zip" : name);
	}

	String name() {
		return name;
	}

	/** What to scan. */
	Path place() throws IOException {
		if (place != null) return place;
		if (given) {
			assumeTrue(Files.exists(givenPlace()), () -> givenPlace() + " is not there");
			return place = givenPlace();
		}
		folder = Files.createTempDirectory("rules");
		try {
			return place = SyntheticCases.write(name, folder);
		}
		catch (final UnsupportedOperationException exc) {
			assumeTrue(false, () -> "not possible on this file system: " + name);
			throw exc;
		}
	}

	SeriesCatalog catalog() throws IOException {
		return DicomVolumes.scan(place());
	}

	/** All volumes in the order of the series table. */
	List<DicomVolume> volumes() throws IOException {
		final ImportResult all = DicomVolumes.load(catalog(), ImportOptions.DEFAULT.withSeries("all"));
		assertEquals(List.of(), all.failures(), name);
		return all.volumes();
	}

	/** The volume of a case that has no other. */
	DicomVolume volume() throws IOException {
		final List<DicomVolume> all = volumes();
		assertEquals(1, all.size(), () -> "volumes: " + all);
		return all.get(0);
	}

	@Override
	public void close() throws IOException {
		if (folder == null) return;
		final List<Path> paths;
		try (var walk = Files.walk(folder)) { // does not follow links
			paths = walk.sorted(Comparator.reverseOrder()).toList();
		}
		for (final Path path : paths)
			Files.delete(path);
	}

	@Override
	public String toString() {
		return name + (given ? " in data/synth" : "");
	}
}
