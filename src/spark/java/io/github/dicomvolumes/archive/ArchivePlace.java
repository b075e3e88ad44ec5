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
import java.io.Serializable;
import java.nio.file.Files;
import java.util.Locale;

import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;

import io.github.dicomvolumes.io.scan.LocalPlace;
import io.github.dicomvolumes.io.scan.Place;
import io.github.dicomvolumes.io.source.NamedSources;

/**
 * The place of an archive, for all processes that work on it.
 *
 * @param name an absolute path, a URI of one of Hadoop's file systems, or one of these after an @ for what a text lists
 * @param broadcast what Hadoop has to know of its file systems
 */
record ArchivePlace(String name, Broadcast<SerializableConfiguration> broadcast) implements Serializable {

	/** @param given as a user writes it: a path without a scheme is one of this machine */
	static ArchivePlace of(final JavaSparkContext context, final String given) throws IOException {
		final Configuration configuration = context.hadoopConfiguration();
		final String place = given.startsWith(ListedPlace.MARK)
			? ListedPlace.MARK + absolute(given.substring(ListedPlace.MARK.length()), configuration)
			: absolute(given, configuration);
		return new ArchivePlace(place, context.broadcast(new SerializableConfiguration(configuration)));
	}

	private static String absolute(final String place, final Configuration configuration) throws IOException {
		if (!isUri(place)) return java.nio.file.Path.of(place).toAbsolutePath().normalize().toString();
		final Path path = new Path(place);
		if (isLocal(path)) return local(path).toAbsolutePath().normalize().toString();
		return path.getFileSystem(configuration).makeQualified(path).toString();
	}

	/** Whether it begins with a scheme; one letter is a drive of Windows. */
	static boolean isUri(final String place) {
		return place.matches("[A-Za-z][A-Za-z0-9+.-]+:/.*");
	}

	static boolean isLocal(final Path path) {
		return path.toUri().getScheme() == null || path.toUri().getScheme().equals("file");
	}

	static java.nio.file.Path local(final Path path) {
		return java.nio.file.Path.of(path.toUri().getPath());
	}

	/** What is there. */
	Place open() {
		if (name.startsWith(ListedPlace.MARK))
			return new ListedPlace(listed(name.substring(ListedPlace.MARK.length())), configuration());
		return isUri(name) ? new HadoopPlace(new Path(name), configuration())
			: new LocalPlace(java.nio.file.Path.of(name));
	}

	private static Path listed(final String list) {
		return isUri(list) ? new Path(list) : new Path(java.nio.file.Path.of(list).toUri());
	}

	/** Where sources lie that are on no disk. */
	NamedSources sources() {
		return new HadoopSources(configuration(), HadoopSources.OF_PIXELS);
	}

	/** The same for who reads no more than their headers. */
	NamedSources headers() {
		return new HadoopSources(configuration(), HadoopSources.OF_HEADERS);
	}

	/** What Hadoop has to know of its file systems. */
	Configuration configuration() {
		return broadcast.value().value();
	}

	/** Whether the files are those that a DICOMDIR lists, on a disk. */
	boolean isListed() {
		return !name.startsWith(ListedPlace.MARK) && !isUri(name) && !name.toLowerCase(Locale.ROOT).endsWith(".zip") &&
			Files.isRegularFile(java.nio.file.Path.of(name));
	}

	@Override
	public String toString() {
		return name;
	}
}
