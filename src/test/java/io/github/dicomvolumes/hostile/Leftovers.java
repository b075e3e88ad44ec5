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

package io.github.dicomvolumes.hostile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.dicomvolumes.OpenFiles;

/** What must not be left when all volumes are closed: open files, threads, temporary files. */
final class Leftovers {

	private static final Path TEMPORARY = Path.of(System.getProperty("java.io.tmpdir"));

	/** One for all volumes, two seconds after it had something to do. */
	private static final String ENDS_BY_ITSELF = "DICOM Volumes read-ahead";

	private final Path folder;
	private final Set<String> before;

	/** @param folder in which mutants are written */
	Leftovers(final Path folder) throws IOException {
		this.folder = folder;
		before = now();
	}

	/** What was not there at first; looks twice, as others may use the temporary folder, too. */
	Set<String> look() throws IOException {
		final Set<String> left = added();
		if (left.isEmpty()) return left;
		try {
			Thread.sleep(500);
		}
		catch (final InterruptedException exc) {
			Thread.currentThread().interrupt();
		}
		left.retainAll(added());
		return left;
	}

	private Set<String> added() throws IOException {
		final Set<String> added = now();
		added.removeAll(before);
		return added;
	}

	private Set<String> now() throws IOException {
		final Set<String> found = new TreeSet<>();
		OpenFiles.below(folder).forEach(file -> found.add("open: " + folder.relativize(file)));
		OpenFiles.below(TEMPORARY)
			.stream()
			.filter(file -> file.toString().contains("dicom"))
			.forEach(file -> found.add("open: " + file));
		Thread.getAllStackTraces()
			.keySet()
			.stream()
			.map(Thread::getName)
			.filter(name -> name.startsWith("DICOM Volumes") && !name.equals(ENDS_BY_ITSELF))
			.forEach(name -> found.add("thread: " + name));
		try (Stream<Path> files = Files.list(TEMPORARY)) {
			found.addAll(files.map(file -> file.getFileName().toString())
				.filter(name -> name.startsWith("dicom") && name.endsWith(".tmp"))
				.map(name -> "file: " + name)
				.collect(Collectors.toSet()));
		}
		return found;
	}
}
