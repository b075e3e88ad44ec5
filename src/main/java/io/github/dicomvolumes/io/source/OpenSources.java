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

package io.github.dicomvolumes.io.source;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What is open while many sources, or many positions of some, are read: archives, and files that are unpacked once for
 * all their frames. One piece of work owns it and closes it: a scan, a volume. It is handed to all that read; used by
 * several threads.
 * <p>
 * Whoever goes on to read when it is closed opens each source by itself, which only costs time.
 * </p>
 */
public final class OpenSources implements Closeable {

	/** Archives that are kept open whatever the system allows, and at most. */
	private static final int FEW_ARCHIVES = 8, MOST_ARCHIVES = 256;

	/** Keeps nothing open: for those who read one position of one source. */
	public static final OpenSources NONE = new OpenSources(0, true);

	private final long unpackedBytes;
	/** By the names of archives. */
	private final Map<String, OpenArchive> archives = new HashMap<>();
	private final Map<Source, UnpackedFile> unpacked = new HashMap<>();
	private int mostArchives = FEW_ARCHIVES;
	private boolean isClosed;

	/** @param limits of what one file may be unpacked to */
	public OpenSources(final Limits limits) {
		this(limits.unpackedBytes(), false);
	}

	private OpenSources(final long unpackedBytes, final boolean isClosed) {
		this.unpackedBytes = unpackedBytes;
		this.isClosed = isClosed;
	}

	/**
	 * Opens a source, see {@link Source#open}; of an archive the index is read once only. Of very many archives some
	 * are opened again and again, which costs time but leaves file handles to all else.
	 */
	public ReadableByteChannel open(final Source source, final long position) throws IOException {
		if (!(source instanceof ZipSource entry)) return source.open(position);
		final OpenArchive archive = kept(archives, entry.container(),
			() -> new OpenArchive(entry.path(), entry.names()));
		return archive == null ? source.open(position) : archive.open(entry.entry(), position);
	}

	/**
	 * Opens what is in a source that will be asked for other positions too. Where it can only be read from its first
	 * byte on, each byte is unpacked once, as far as anybody has asked, see {@link UnpackedFile}.
	 *
	 * @param direct opens it without that
	 */
	public ReadableByteChannel openUnpacked(final Source source, final long position, final Opening direct)
		throws IOException
	{
		final UnpackedFile file = kept(unpacked, source, () -> new UnpackedFile(source, unpackedBytes));
		return file == null ? direct.at(position) : file.open(position, direct);
	}

	/** One that is there already, or a new one; null if no more may be kept. */
	private synchronized <K, F extends SharedFile> F kept(final Map<K, F> files, final K key, final Supplier<F> maker) {
		if (isClosed) return null;
		final F known = files.get(key);
		if (known != null || !mayKeepMore(files)) return known;
		final F made = maker.get();
		files.put(key, made);
		return made;
	}

	private boolean mayKeepMore(final Map<?, ?> files) {
		if (files != archives || archives.size() < mostArchives) return true;
		if (archives.size() == FEW_ARCHIVES)
			mostArchives = Math.min(MOST_ARCHIVES, FEW_ARCHIVES + FileHandles.free() / 4);
		return archives.size() < mostArchives;
	}

	/** Does not wait for threads that read: the last one of each file closes it. */
	@Override
	public synchronized void close() throws IOException {
		isClosed = true;
		for (final OpenArchive archive : archives.values())
			archive.end();
		for (final UnpackedFile file : unpacked.values())
			file.end();
		archives.clear();
		unpacked.clear();
	}
}
