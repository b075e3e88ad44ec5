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

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

import io.github.dicomvolumes.data.Reasons;
import io.github.dicomvolumes.io.header.HeaderReader;
import io.github.dicomvolumes.io.scan.LocalPlace;
import io.github.dicomvolumes.io.scan.Place;
import io.github.dicomvolumes.io.scan.Skipped;
import io.github.dicomvolumes.io.scan.SourceList;
import io.github.dicomvolumes.io.source.DiskSources;
import io.github.dicomvolumes.io.source.SourceState;
import io.github.dicomvolumes.work.Progress;

/**
 * What a text file lists, so that nobody has to list an object store again: a path or URI a line, of a file or a
 * folder, relative ones to the folder of the list. A file's line may go on with its length and what changes with its
 * bytes, an ETag or a time, as an inventory says them; then the store is not asked for these.
 *
 * <pre>
 * s3a://bucket/archive/IM0001
 * s3a://bucket/archive/IM0002 TAB 526336 TAB 9b2cf535f27731c974343645a3985328
 * /data/more
 * </pre>
 *
 * @param list the text, in UTF-8
 */
record ListedPlace(Path list, Configuration configuration) implements Place {

	/** What such a place begins with on a command line. */
	static final String MARK = "@";

	@Override
	public String name() {
		return MARK + list;
	}

	@Override
	public String title() {
		return list.getName();
	}

	@Override
	public SourceList list(final HeaderReader reader, final Progress progress) throws IOException {
		final HadoopWalk walk = new HadoopWalk(configuration);
		final List<Path> others = new ArrayList<>();
		for (final String line : lines())
			try {
				add(line.split("\t"), walk, others, reader, progress);
			}
			catch (final IllegalArgumentException exc) { // no path, or no number
				walk.add(new Skipped(line, Skipped.Reason.UNREADABLE, Reasons.of(exc)));
			}
		walk.enter(others);
		return walk.found();
	}

	private List<String> lines() throws IOException {
		try (
			var in = new BufferedReader(
				new InputStreamReader(list.getFileSystem(configuration).open(list), StandardCharsets.UTF_8));
			Stream<String> all = in.lines())
		{
			return all.map(String::strip).filter(line -> !line.isEmpty()).distinct().toList();
		}
	}

	/** @param others takes what is still to be asked for */
	private void add(final String[] parts, final HadoopWalk walk, final List<Path> others, final HeaderReader reader,
		final Progress progress) throws IOException
	{
		final boolean isAbsolute = ArchivePlace.isUri(parts[0]) || parts[0].startsWith("/");
		final Path path = new Path(isAbsolute ? parts[0] : list.getParent() + "/" + parts[0]);
		if (ArchivePlace.isLocal(path)) addLocal(ArchivePlace.local(path), walk, reader, progress);
		else if (parts.length < 3 || HadoopSources.isArchive(path)) others.add(path);
		else walk.add(HadoopSources.of(path.getFileSystem(configuration), path,
			new SourceState(Long.parseLong(parts[1].strip()), parts[2].strip())));
	}

	private static void addLocal(final java.nio.file.Path path, final HadoopWalk walk, final HeaderReader reader,
		final Progress progress) throws IOException
	{
		if (Files.isRegularFile(path) && !DiskSources.isArchive(path))
			DiskSources.in(path, Files.readAttributes(path, BasicFileAttributes.class)).forEach(walk::add);
		else if (!Files.exists(path))
			walk.add(new Skipped(path.toString(), Skipped.Reason.MISSING, "no such file or folder"));
		else {
			final SourceList found = new LocalPlace(path).list(reader, progress);
			found.sources().forEach(walk::add);
			found.skipped().forEach(walk::add);
		}
	}
}
