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

package io.github.dicomvolumes.series.catalog;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.io.DicomFile;
import io.github.dicomvolumes.io.Parallel;
import io.github.dicomvolumes.io.Progress;
import io.github.dicomvolumes.io.Skipped;
import io.github.dicomvolumes.io.Source;

/**
 * Files that repeat the SOP Instance UID of another. The first in the order of paths counts; that another differs in
 * place or pixels is said, since then one of them carries a wrong UID.
 */
final class Duplicates {

	/** In the text of a duplicate that differs from the file that was kept. */
	static final String DIFFERENT = ", but another ";

	private final List<DicomFile> kept = new ArrayList<>();
	private final List<Skipped> dropped = new ArrayList<>();
	private final Map<DicomFile, List<Skipped>> byKept = new IdentityHashMap<>();

	/**
	 * @param progress hears of the comparison, and may cancel it
	 * @throws java.util.concurrent.CancellationException if it does
	 */
	Duplicates(final List<DicomFile> files, final Progress progress) throws IOException {
		final Map<String, DicomFile> byUid = new HashMap<>();
		final List<DicomFile> firsts = new ArrayList<>(), copies = new ArrayList<>();
		for (final DicomFile file : files) {
			final String uid = file.attributes().orElse(Tag.SOP_INSTANCE_UID, "");
			final DicomFile first = uid.isEmpty() ? null : byUid.putIfAbsent(uid, file);
			if (first == null) kept.add(file);
			else {
				firsts.add(first);
				copies.add(file);
			}
		}
		final String[] differences = new String[copies.size()];
		if (differences.length > 0) compare(firsts, copies, differences, progress);
		for (int i = 0; i < differences.length; i++) {
			final var duplicate = new Skipped(copies.get(i).source().name(), Skipped.Reason.DUPLICATE,
				"same SOP Instance UID as " + firsts.get(i).source().name() + differences[i]);
			dropped.add(duplicate);
			byKept.computeIfAbsent(firsts.get(i), k -> new ArrayList<>()).add(duplicate);
		}
	}

	private static void compare(final List<DicomFile> firsts, final List<DicomFile> copies, final String[] differences,
		final Progress progress) throws IOException
	{
		final List<Source> sources = Stream.concat(firsts.stream(), copies.stream()).map(DicomFile::source).toList();
		try (Closeable archives = Source.hold(sources)) {
			Parallel.forEach(differences.length, "Comparing duplicates", progress,
				i -> differences[i] = difference(firsts.get(i), copies.get(i)));
		}
	}

	/** The files without the duplicates, in the same order. */
	List<DicomFile> kept() {
		return kept;
	}

	/** All duplicates. */
	List<Skipped> dropped() {
		return dropped;
	}

	/** The duplicates of one file that was kept. */
	List<Skipped> of(final DicomFile file) {
		return byKept.getOrDefault(file, List.of());
	}

	private static String difference(final DicomFile a, final DicomFile b) {
		for (final int tag : new int[] { Tag.IMAGE_POSITION_PATIENT, Tag.IMAGE_ORIENTATION_PATIENT, Tag.PIXEL_SPACING,
			Tag.ROWS, Tag.COLUMNS })
			if (!Arrays.equals(a.attributes().doubles(tag), b.attributes().doubles(tag)))
				return DIFFERENT + Tag.describe(tag);
		try {
			return samePixels(a, b) ? "" : DIFFERENT + Tag.describe(Tag.PIXEL_DATA);
		}
		catch (final IOException exc) {
			return ", pixels not compared: " + exc.getMessage();
		}
	}

	private static boolean samePixels(final DicomFile a, final DicomFile b) throws IOException {
		if (a.pixelBytes() != b.pixelBytes()) return false;
		try (InputStream left = Channels.newInputStream(a.openPixels(0)); //
			InputStream right = Channels.newInputStream(b.openPixels(0)))
		{
			for (long todo = a.pixelBytes(); todo > 0; todo -= 1 << 16) {
				final int n = (int) Math.min(todo, 1 << 16);
				final byte[] bytes = left.readNBytes(n);
				if (!Arrays.equals(bytes, right.readNBytes(n))) return false;
				if (bytes.length < n) return true;
			}
			return true;
		}
	}
}
