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

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** A folder of one of Hadoop's file systems: a local one, HDFS, or what an object store calls so. */
final class Storage {

	/** File systems in which a folder is moved whole or not at all. */
	private static final Set<String> MOVE_FOLDERS = Set.of("file", "hdfs");

	private final FileSystem files;
	private final Path root;

	/** @param folder a path, or a URI such as {@code s3a://bucket/index}; need not exist */
	Storage(final String folder, final Configuration configuration) throws IOException {
		final Path given = new Path(folder);
		files = given.getFileSystem(configuration);
		root = files.makeQualified(given);
	}

	/** What Spark calls a file or folder in it. */
	String at(final String name) {
		return new Path(root, name).toString();
	}

	/** The names of what is directly in a folder, sorted; empty if there is no such folder. */
	List<String> list(final String folder) throws IOException {
		try {
			return Arrays.stream(files.listStatus(new Path(root, folder)))
				.map(FileStatus::getPath)
				.map(Path::getName)
				.sorted()
				.toList();
		}
		catch (final FileNotFoundException exc) {
			return List.of();
		}
	}

	/** All files below a folder, as they are called from there, sorted; empty if there is no such folder. */
	List<String> listAll(final String folder) throws IOException {
		final List<String> all = new ArrayList<>();
		if (exists(folder)) listAll(new Path(root, folder), "", all);
		all.sort(null);
		return all;
	}

	/** Folder by folder: all at once, Hadoop asks a disk for the permissions of each file by starting a program. */
	private void listAll(final Path folder, final String prefix, final List<String> all) throws IOException {
		for (final FileStatus child : files.listStatus(folder)) {
			final String name = prefix + child.getPath().getName();
			if (child.isDirectory()) listAll(child.getPath(), name + "/", all);
			else all.add(name);
		}
	}

	@Override
	public String toString() {
		return root.toString();
	}

	boolean exists(final String name) throws IOException {
		return files.exists(new Path(root, name));
	}

	/** Removes a file, or a folder with all that is in it; nothing if it is not there. */
	void delete(final String name) throws IOException {
		files.delete(new Path(root, name), true);
	}

	/** The text of a file. */
	String read(final String name) throws IOException {
		try (FSDataInputStream in = files.open(new Path(root, name))) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	/** The folder if it is on a disk of this machine; empty if it is elsewhere. */
	Optional<java.nio.file.Path> local() {
		return files.getScheme().equals("file") ? Optional.of(java.nio.file.Path.of(root.toUri().getPath()))
			: Optional.empty();
	}

	/**
	 * Whether a file or folder that was {@linkplain #upload uploaded} is there whole. Nobody knows that of a folder in
	 * an object store, which moves its files one by one.
	 */
	boolean isWhole(final String name) throws IOException {
		try {
			return files.getFileStatus(new Path(root, name)).isFile() || MOVE_FOLDERS.contains(files.getScheme());
		}
		catch (final FileNotFoundException exc) {
			return false;
		}
	}

	/**
	 * Copies what is directly in a local folder, each file whole or not at all, and where a file system moves folders
	 * at once, each folder too.
	 *
	 * @param last what says, once it is there, that all is
	 */
	void upload(final java.nio.file.Path folder, final String last) throws IOException {
		final List<java.nio.file.Path> children = new ArrayList<>(children(folder));
		children.sort(Comparator.comparing(child -> child.endsWith(last)));
		for (final java.nio.file.Path child : children) {
			final Path part = new Path(root, "_" + UUID.randomUUID());
			copy(child, part);
			final Path whole = new Path(root, child.getFileName().toString());
			files.delete(whole, true);
			if (!files.rename(part, whole)) throw new IOException(whole + " cannot be written");
		}
	}

	/** As any writer does: what Hadoop has for files of a disk, some stores that are like S3 do not understand. */
	private void copy(final java.nio.file.Path from, final Path to) throws IOException {
		if (java.nio.file.Files.isDirectory(from)) {
			for (final java.nio.file.Path child : children(from))
				copy(child, new Path(to, child.getFileName().toString()));
			return;
		}
		try (FSDataOutputStream out = files.create(to, false)) {
			java.nio.file.Files.copy(from, out);
		}
	}

	private static List<java.nio.file.Path> children(final java.nio.file.Path folder) throws IOException {
		try (Stream<java.nio.file.Path> children = java.nio.file.Files.list(folder)) {
			return children.sorted().toList();
		}
	}

	/** Writes a small file, which may be there; who reads it meanwhile may find it empty. */
	void overwrite(final String name, final String text) throws IOException {
		if (local().isPresent()) {
			final java.nio.file.Path file = local().get().resolve(name);
			java.nio.file.Files.createDirectories(file.getParent());
			java.nio.file.Files.writeString(file, text);
			return;
		}
		try (FSDataOutputStream out = files.create(new Path(root, name), true)) {
			out.write(text.getBytes(StandardCharsets.UTF_8));
		}
	}

	/** What writes a file. */
	interface Writing {

		void to(OutputStream out) throws IOException;
	}

	/** Writes a file, whole or not at all; one that is there is removed just before. */
	void replace(final String name, final Writing writing) throws IOException {
		final Path whole = new Path(root, name), part = new Path(root, "_" + UUID.randomUUID());
		try (FSDataOutputStream out = files.create(part, false)) {
			writing.to(out);
		}
		files.delete(whole, false);
		if (!files.rename(part, whole)) throw new IOException(whole + " cannot be written");
	}

	/**
	 * Writes a new file, which is there whole or not at all.
	 *
	 * @throws IOException if it is there already
	 */
	void write(final String name, final String text) throws IOException {
		final Path whole = new Path(root, name);
		final Path part = new Path(whole.getParent(), "_" + UUID.randomUUID());
		try (FSDataOutputStream out = files.create(part, false)) {
			out.write(text.getBytes(StandardCharsets.UTF_8));
		}
		if (files.exists(whole) || !files.rename(part, whole)) {
			files.delete(part, false);
			throw new IOException(whole + " cannot be written: it is there already. Does another index run?");
		}
	}
}
