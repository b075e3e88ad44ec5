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

package io.github.dicomvolumes.archive;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an index consists of after one of its runs: files that are not named here do not count. A run writes new files
 * and then, at once, a new manifest.
 *
 * <pre>
 * version 2
 * place /data/archive
 * reader built-in
 * files 200000 0123456789abcdef0123456789abcdef
 * headers new-2f...
 * replaced new-71...
 * table Run=3/StudyYear=2020/part-....parquet
 * </pre>
 *
 * @param run the number of the run that wrote it, from 1 on
 * @param place that was indexed
 * @param reader of the headers
 * @param files how many there are, and what stands for the present state of all; empty if some could not be read, or an
 *        older version wrote it
 * @param headers batches of the {@link HeaderStore}
 * @param replaced batches that this run has written again without what is gone; a kill may have left them
 * @param table files of the {@link VolumeStore}
 */
record Manifest(int run, String place, String reader, String files, List<String> headers, List<String> replaced,
	List<String> table)
{

	private static final String FOLDER = "manifests", VERSION = "version 2";

	Manifest {
		headers = List.copyOf(headers);
		replaced = List.copyOf(replaced);
		table = List.copyOf(table);
	}

	/** That of the last run that was completed; empty if none was. */
	static Optional<Manifest> last(final Storage storage) throws IOException {
		final List<Integer> runs = runs(storage);
		return runs.isEmpty() ? Optional.empty() : Optional.of(read(storage, runs.get(runs.size() - 1)));
	}

	/** Completes a run. */
	void write(final Storage storage) throws IOException {
		final List<String> lines = new ArrayList<>(
			List.of(VERSION, "place " + place, "reader " + reader, "files " + files));
		headers.forEach(batch -> lines.add("headers " + batch));
		replaced.forEach(batch -> lines.add("replaced " + batch));
		table.forEach(file -> lines.add("table " + file));
		storage.write(name(run), String.join("\n", lines) + "\n");
	}

	/** Removes all others. */
	void deleteOthers(final Storage storage) throws IOException {
		for (final String name : storage.list(FOLDER))
			if (!name(run).endsWith("/" + name)) storage.delete(FOLDER + "/" + name);
	}

	private static String name(final int run) {
		return FOLDER + "/%09d".formatted(run);
	}

	private static List<Integer> runs(final Storage storage) throws IOException {
		return storage.list(FOLDER).stream().filter(n -> n.matches("\\d{9}")).map(Integer::valueOf).sorted().toList();
	}

	private static Manifest read(final Storage storage, final int run) throws IOException {
		final List<String> lines = storage.read(name(run)).lines().toList();
		if (!lines.get(0).equals(VERSION))
			throw new IOException(storage.at(name(run)) + " was written by another version; index into a new folder");
		return new Manifest(run, all(lines, "place").get(0), all(lines, "reader").get(0),
			String.join("", all(lines, "files")), all(lines, "headers"), all(lines, "replaced"), all(lines, "table"));
	}

	private static List<String> all(final List<String> lines, final String key) {
		return lines.stream()
			.filter(line -> line.startsWith(key + " "))
			.map(line -> line.substring(key.length() + 1))
			.toList();
	}
}
