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

package io.github.dicomvolumes.volume;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.io.header.DicomFile;
import io.github.dicomvolumes.io.source.OpenSources;
import io.github.dicomvolumes.work.Parallel;
import io.github.dicomvolumes.work.Progress;
import io.github.dicomvolumes.pixels.PlanePlan;
import io.github.dicomvolumes.volume.read.FramePlane;
import io.github.dicomvolumes.volume.read.PlaneGroup;
import io.github.dicomvolumes.volume.read.PlaneReader;
import io.github.dicomvolumes.volume.read.Read;

/** Loads all planes of a volume into memory, in parallel, each into its own array. */
final class MemoryLoader {

	private final String name;
	private final PlaneCodings codings;
	private final PlanePlan plan;
	private final PixelFindings findings;
	private final OpenSources open;
	private final Object[] planes;
	/** Pixels of each plane that were read, from the first. */
	private final int[] pixelsRead;

	MemoryLoader(final String name, final PlaneCodings codings, final PlanePlan plan, final PixelFindings findings,
		final OpenSources open)
	{
		this.name = name;
		this.codings = codings;
		this.plan = plan;
		this.findings = findings;
		this.open = open;
		planes = new Object[codings.size()];
		pixelsRead = new int[codings.size()];
	}

	/**
	 * Loads.
	 *
	 * @return an array for each plane; what no file gave is filled
	 * @throws DicomException if no plane can be read, or Java's memory is too small
	 */
	Object[] load(final FillValue fill, final Progress progress) throws IOException {
		final long have = Runtime.getRuntime().maxMemory() >> 20;
		final long need = (long) planes.length * codings.pixels() * plan.type().bytesPerPixel() >> 20;
		if (need > have) throw tooLarge(need, "Java has " + have + " MB", null); // before anything is allocated
		try {
			read(progress);
			fillMissing(fill);
		}
		catch (final OutOfMemoryError exc) { // other volumes may fit
			throw tooLarge(need, "and more while they are decoded; of Java's " + have + " MB not so much is free", exc);
		}
		return planes;
	}

	private DicomException tooLarge(final long need, final String have, final OutOfMemoryError cause) {
		return new DicomException(String.format(
			"%s: %d planes of %d pixels need %d MB, %s; give it more (Edit > Options > Memory & Threads), or use " +
				"load=Virtual.",
			name, planes.length, codings.pixels(), need, have), cause);
	}

	private void read(final Progress progress) throws IOException {
		final PlaneReader reader = new PlaneReader(plan, open);
		final List<PlaneGroup> groups = codings.together();
		final FileChecks files = new FileChecks();
		Parallel.forEach(groups.size(), VolumeLoader.PHASE, progress, g -> read(reader, groups.get(g), files));
		for (final PlaneGroup group : groups)
			forgetIfChanged(group, files.changedWhileRead(group.first().frame().file()));
		findings.notes().addAll(reader.notes());
		requireSome();
	}

	private void read(final PlaneReader reader, final PlaneGroup group, final FileChecks files) {
		final DicomFile file = group.first().frame().file();
		try {
			files.before(file);
			final List<Read> read = reader.read(group);
			files.after(file);
			for (int i = 0; i < read.size(); i++)
				keep(group.planes().get(i), read.get(i));
		}
		catch (final IOException exc) {
			forget(group, PixelFindings.why(exc));
		}
	}

	/** @throws DicomException if no plane could be read */
	private void requireSome() throws DicomException {
		for (final Object plane : planes)
			if (plane != null) return;
		throw findings.nothing(name);
	}

	private void forgetIfChanged(final PlaneGroup group, final Optional<String> change) {
		if (change.isPresent()) forget(group, change.get());
	}

	/** @param why the planes of a group cannot be read */
	private void forget(final PlaneGroup group, final String why) {
		for (final FramePlane plane : group.planes()) {
			findings.unreadable(plane.number(), plane.frame(), why);
			planes[plane.number()] = null;
			pixelsRead[plane.number()] = 0;
		}
	}

	private void keep(final FramePlane plane, final Read read) {
		if (!read.problem().isEmpty()) findings.damaged(plane.number(), plane.frame(), read.problem());
		pixelsRead[plane.number()] = read.pixels();
		planes[plane.number()] = read.plane();
	}

	/** Fills what no file gave: whole slices and the ends of cut ones. */
	private void fillMissing(final FillValue fill) {
		for (int i = 0; i < planes.length; i++) {
			if (isComplete(i)) continue;
			final double value = fill.value(this::complete);
			if (planes[i] == null) planes[i] = plan.type().newPlane(codings.pixels());
			plan.type().fill(planes[i], pixelsRead[i], codings.pixels(), value);
		}
	}

	private Map<Integer, Object> complete() {
		return IntStream.range(0, planes.length)
			.filter(this::isComplete)
			.boxed()
			.collect(Collectors.toMap(n -> n, n -> planes[n]));
	}

	private boolean isComplete(final int i) {
		return planes[i] != null && pixelsRead[i] >= codings.pixels();
	}
}
