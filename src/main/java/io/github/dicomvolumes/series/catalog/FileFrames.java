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

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import io.github.dicomvolumes.data.Reasons;
import io.github.dicomvolumes.io.header.DicomFile;
import io.github.dicomvolumes.io.source.Limits;
import io.github.dicomvolumes.work.Parallel;
import io.github.dicomvolumes.work.Progress;
import io.github.dicomvolumes.io.scan.Skipped;
import io.github.dicomvolumes.series.group.Group;
import io.github.dicomvolumes.series.object.Frame;
import io.github.dicomvolumes.series.object.Frames;

/** Makes the frames of files; a file whose frames cannot be told, or are too many, is skipped. */
final class FileFrames {

	private final Limits limits;
	private final List<Skipped> skipped;

	/** @param skipped takes files without frames */
	FileFrames(final Limits limits, final List<Skipped> skipped) {
		this.limits = limits;
		this.skipped = skipped;
	}

	/** The frames of all files, in their order. */
	List<Frame> of(final List<DicomFile> all, final Progress progress) throws IOException {
		final List<DicomFile> files = withinLimits(all);
		final List<List<Frame>> found = new ArrayList<>(Collections.nCopies(files.size(), List.of()));
		final Skipped[] failures = new Skipped[files.size()];
		Parallel.forEach(files.size(), Group.PHASE, progress.silent(), i -> {
			final String name = files.get(i).source().name();
			try {
				found.set(i, Frames.of(files.get(i), limits));
			}
			catch (final IOException exc) {
				failures[i] = new Skipped(name, Skipped.Reason.UNREADABLE, Reasons.of(exc));
			}
			catch (final RuntimeException exc) { // what no rule foresaw costs this file only
				failures[i] = new Skipped(name, Skipped.Reason.DAMAGED,
					"its frames could not be placed: " + Reasons.of(exc));
			}
		});
		final List<Frame> frames = new ArrayList<>(files.size());
		for (int i = 0; i < failures.length; i++) {
			if (failures[i] != null) skipped.add(failures[i]);
			frames.addAll(found.get(i));
		}
		return Collections.unmodifiableList(frames);
	}

	/** Leaves out the files that have most frames, until all others together do not have too many. */
	private List<DicomFile> withinLimits(final List<DicomFile> files) {
		long declared = 0;
		for (final DicomFile file : files)
			if (file.frames() > 1) declared += file.frames();
		if (declared <= limits.allFrames()) return files;
		final int[] counts = files.stream().mapToInt(this::count).toArray();
		final int[] fewestFirst = IntStream.range(0, counts.length)
			.boxed()
			.sorted(Comparator.comparingInt(i -> counts[i]))
			.mapToInt(Integer::intValue)
			.toArray();
		final boolean[] fits = new boolean[counts.length];
		long sum = 0;
		for (final int i : fewestFirst) {
			if (counts[i] > 1) sum += counts[i];
			fits[i] = counts[i] <= 1 || sum <= limits.allFrames();
			if (!fits[i]) skipped.add(new Skipped(files.get(i).source().name(), Skipped.Reason.NO_MEMORY,
				"its " + counts[i] + " frames would be more than " + limits.allFrames() + " of all files together " +
					"(Limits.allFrames); import it alone, or give Java more memory"));
		}
		return IntStream.range(0, fits.length).filter(i -> fits[i]).mapToObj(files::get).toList();
	}

	private int count(final DicomFile file) {
		try {
			return Frames.count(file, limits);
		}
		catch (final IOException exc) {
			return 1; // asking for its frames will say why
		}
	}
}
