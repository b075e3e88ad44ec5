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

package io.github.dicomvolumes;

import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

import io.github.dicomvolumes.io.header.HeaderReader;
import io.github.dicomvolumes.io.scan.LocalPlace;
import io.github.dicomvolumes.io.scan.Place;
import io.github.dicomvolumes.io.scan.SourceList;
import io.github.dicomvolumes.io.source.LazyChannel;
import io.github.dicomvolumes.io.source.Source;
import io.github.dicomvolumes.work.Progress;

/**
 * A folder of plain files that counts how often each is opened, and how many bytes are read: what no result tells, as
 * it is the same, only later, if files are read again and again.
 */
public final class CountedFiles implements Place {

	/** Hears of a file before it is opened. */
	@FunctionalInterface
	public interface Listener {

		void opens(String file) throws IOException;
	}

	private final LocalPlace folder;
	private final Listener listener;
	private final Map<String, Integer> opened = new TreeMap<>();
	private long bytes;

	public CountedFiles(final Path folder) {
		this(folder, file -> {});
	}

	public CountedFiles(final Path folder, final Listener listener) {
		this.folder = new LocalPlace(folder);
		this.listener = listener;
	}

	@Override
	public String name() {
		return folder.name();
	}

	@Override
	public String title() {
		return folder.title();
	}

	@Override
	public SourceList list(final HeaderReader reader, final Progress progress) throws IOException {
		final SourceList found = folder.list(reader, progress);
		return new SourceList(found.sources().stream().map(this::counted).toList(), found.skipped());
	}

	private Source counted(final Source source) {
		final String file = Path.of(source.name()).getFileName().toString();
		return SourceInstead.like(source, position -> {
			listener.opens(file);
			synchronized (this) {
				opened.merge(file, 1, Integer::sum);
			}
			return counted((SeekableByteChannel) source.open(position));
		});
	}

	private ReadableByteChannel counted(final SeekableByteChannel channel) throws IOException {
		return new LazyChannel(channel.position(), channel.size(), (into, position) -> {
			final int n = channel.position(position).read(into);
			synchronized (this) {
				bytes += Math.max(n, 0);
			}
			return n;
		}, channel);
	}

	/** How often each file was opened since this was asked last, by its name. */
	public synchronized Map<String, Integer> opened() {
		final Map<String, Integer> result = Map.copyOf(opened);
		opened.clear();
		return result;
	}

	/** The bytes that were read since this was asked last. */
	public synchronized long bytes() {
		final long result = bytes;
		bytes = 0;
		return result;
	}
}
