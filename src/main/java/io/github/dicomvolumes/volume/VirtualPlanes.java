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
import java.io.UncheckedIOException;
import java.lang.ref.Cleaner;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.io.source.OpenSources;
import io.github.dicomvolumes.pixels.PlanePlan;
import io.github.dicomvolumes.series.object.Frame;
import io.github.dicomvolumes.volume.read.FramePlane;
import io.github.dicomvolumes.volume.read.PlaneGroup;
import io.github.dicomvolumes.volume.read.PlaneReader;
import io.github.dicomvolumes.volume.read.Read;

/**
 * Planes that are read when they are asked for. Those that were used last are kept, bounded in bytes; while neighbours
 * are asked for one after the other, the next ones are read ahead.
 * <p>
 * Files are read, not mapped: docs/performance.md says what mapping would gain, and what it costs when a file is cut or
 * has to be deleted meanwhile.
 * </p>
 */
final class VirtualPlanes implements PlaneArrays {

	/** Closes what is open when nobody has the planes any more. */
	private static final Cleaner CLEANER = Cleaner.create();

	/** One thread at a time reads planes whose numbers are equal modulo this. */
	private static final int LOCKS = 64;
	/**
	 * Planes that are read at most to find one that is whole: of so many one is, or the file is made to keep us busy.
	 */
	private static final int MOST_TRIED = 64;

	private final PlaneCodings codings;
	private final PlanePlan plan;
	private final FillValue fill;
	private final PixelFindings findings;
	private final PlaneReader reader;
	private final int columns;
	/**
	 * Of each plane those that are read with it, and itself; null where no frame can be read, as is known or was found.
	 */
	private final PlaneGroup[] groups;
	private final PlaneCache cache;
	private final ReadAhead ahead;
	private final Object[] locks = new Object[LOCKS];

	private final Cleaner.Cleanable opened;

	/**
	 * Opens planes without reading one.
	 *
	 * @param findings hears what is found now, and later when planes are read
	 * @param open is closed with these planes, or when nobody has them any more
	 */
	VirtualPlanes(final PlaneCodings codings, final PlanePlan plan, final FillValue fill, final ImportOptions options,
		final PixelFindings findings, final OpenSources open)
	{
		this.codings = codings;
		this.plan = plan;
		this.fill = fill;
		this.findings = findings;
		columns = codings.columns();
		reader = new PlaneReader(plan, open);
		groups = new PlaneGroup[codings.size()];
		for (final PlaneGroup group : codings.together())
			for (final FramePlane plane : group.planes())
				groups[plane.number()] = group;
		final long planeBytes = (long) codings.pixels() * plan.type().bytesPerPixel();
		cache = new PlaneCache((int) Math.max(1, Math.min(codings.size(), options.cacheBytes() / planeBytes)));
		ahead = new ReadAhead(codings.size(), cache.most(), this::fetch);
		for (int i = 0; i < LOCKS; i++)
			locks[i] = new Object();
		opened = CLEANER.register(this, () -> close(open));
	}

	@Override
	public void close() {
		opened.clean();
	}

	@Override
	public int size() {
		return groups.length;
	}

	@Override
	public boolean isVirtual() {
		return true;
	}

	@Override
	public Object get(final int plane) {
		try {
			final Object pixels = cachedOrRead(plane);
			ahead.asked(plane);
			return pixels;
		}
		catch (final OutOfMemoryError exc) {
			throw noMemory(plane, exc);
		}
	}

	@Override
	public void rows(final int plane, final int firstRow, final int rows, final Object into, final int at) {
		final Object kept = cache.get(plane);
		final PlaneGroup group = groups[plane];
		final int pixels = rows * columns;
		try {
			if (kept != null) System.arraycopy(kept, firstRow * columns, into, at, pixels);
			else if (group == null) plan.type().fill(into, at, at + pixels, fillValue());
			else if (group.planes().size() > 1 || !readRows(group.first(), firstRow, rows, into, at))
				System.arraycopy(get(plane), firstRow * columns, into, at, pixels);
		}
		catch (final OutOfMemoryError exc) {
			throw noMemory(plane, exc);
		}
	}

	@Override
	public String problem(final int plane) {
		return findings.problem(plane);
	}

	/** @return whether rows of a plane that is read alone can be read without the others */
	private boolean readRows(final FramePlane alone, final int firstRow, final int rows, final Object into,
		final int at)
	{
		try {
			check(alone.number());
			final OptionalInt read = reader.readRows(alone, firstRow, rows, into, at);
			if (read.isEmpty()) return false;
			final int end = at + rows * columns;
			if (at + read.getAsInt() < end) plan.type().fill(into, at + read.getAsInt(), end, fillValue());
			return true;
		}
		catch (final DicomException exc) {
			return false; // reading the whole plane will say why
		}
		catch (final IOException exc) {
			throw failure(alone.frame(), exc);
		}
	}

	private Object cachedOrRead(final int plane) {
		Object pixels = cache.get(plane);
		if (pixels != null) return pixels;
		final PlaneGroup group = groups[plane];
		if (group == null) return filled();
		synchronized (locks[group.first().number() % LOCKS]) {
			pixels = cache.get(plane); // another thread may have read it meanwhile
			return pixels == null ? read(plane, group) : pixels;
		}
	}

	/** Reads ahead; whoever asks for the plane will hear what is wrong. */
	private void fetch(final int plane) {
		try {
			cachedOrRead(plane);
		}
		catch (final RuntimeException | OutOfMemoryError exc) {
			return;
		}
	}

	private Object read(final int plane, final PlaneGroup group) {
		Object wanted = null;
		try {
			check(plane);
			final List<Read> read = reader.read(group);
			for (int i = 0; i < read.size(); i++) {
				keep(group.planes().get(i), read.get(i));
				if (group.planes().get(i).number() == plane) wanted = read.get(i).plane();
			}
			reader.notes().forEach(findings.notes()::add);
		}
		catch (final DicomException exc) { // as in a volume in memory, a slice that cannot be decoded is blank
			refuse(group, exc);
			wanted = filled();
			cache.put(plane, wanted);
		}
		catch (final IOException exc) {
			throw failure(group.first().frame(), exc);
		}
		return wanted;
	}

	/** Planes that cannot be decoded once are not tried again, but those for which there was no memory. */
	private void refuse(final PlaneGroup group, final DicomException why) {
		for (final FramePlane unread : group.planes()) {
			findings.unreadable(unread.number(), unread.frame(), why.getMessage());
			if (!(why.getCause() instanceof OutOfMemoryError)) groups[unread.number()] = null;
		}
	}

	private void keep(final FramePlane plane, final Read read) {
		if (read.pixels() < codings.pixels())
			plan.type().fill(read.plane(), read.pixels(), codings.pixels(), fillValue());
		if (!read.problem().isEmpty()) findings.damaged(plane.number(), plane.frame(), read.problem());
		cache.put(plane.number(), read.plane());
	}

	/** What was known of a file when the volume was opened must still hold. */
	private void check(final int plane) {
		final Frame frame = codings.frame(plane);
		try {
			frame.file().source().checkUnchanged();
		}
		catch (final IOException exc) {
			throw failure(frame, exc);
		}
	}

	private static RuntimeException failure(final Frame frame, final IOException exc) {
		return new UncheckedIOException(new DicomException(
			frame + ": " + PixelFindings.why(exc) +
				". A virtual volume needs its files as they were; import the folder again, or with load=[In memory].",
			exc));
	}

	private RuntimeException noMemory(final int plane, final OutOfMemoryError exc) {
		return new UncheckedIOException(new DicomException(codings.first() + ", plane " + (plane + 1) +
			": Java has not enough free memory to read it. Close other images, or give Java more memory (Edit > " +
			"Options > Memory & Threads).", exc));
	}

	private Object filled() {
		final Object pixels = plan.type().newPlane(codings.pixels());
		plan.type().fill(pixels, 0, codings.pixels(), fillValue());
		return pixels;
	}

	/**
	 * Padding, else the least value of a whole plane near to the middle, or of the first: looking at all would mean to
	 * read all.
	 */
	private double fillValue() {
		return fill.value(() -> {
			int tried = 0;
			for (int n = 0; n < groups.length && tried < MOST_TRIED; n++) { // the middle, one before, one after, ...
				final int plane = groups.length / 2 + (n % 2 == 0 ? n / 2 : -(n + 1) / 2);
				if (!mayBeWhole(plane)) continue;
				tried++;
				final Object whole = whole(plane);
				if (whole != null) return Map.of(plane, whole);
			}
			final Object first = mayBeWhole(0) ? whole(0) : null;
			return first == null ? Map.of() : Map.of(0, first);
		});
	}

	private boolean mayBeWhole(final int plane) {
		return plane < groups.length && groups[plane] != null && findings.problem(plane).isEmpty();
	}

	/** A plane that has all its pixels; null if it has not. */
	private Object whole(final int plane) {
		final PlaneGroup group = groups[plane];
		if (group == null) return null;
		try {
			check(plane);
			final List<Read> read = reader.read(group);
			for (int i = 0; i < read.size(); i++)
				if (group.planes().get(i).number() == plane && read.get(i).pixels() == codings.pixels())
					return read.get(i).plane();
			return null;
		}
		catch (final DicomException exc) {
			refuse(group, exc);
			return null;
		}
		catch (final IOException exc) {
			throw failure(codings.frame(plane), exc);
		}
	}

	private static void close(final OpenSources open) {
		try {
			open.close();
		}
		catch (final IOException exc) {
			return; // nothing is lost: they were only read
		}
	}
}
