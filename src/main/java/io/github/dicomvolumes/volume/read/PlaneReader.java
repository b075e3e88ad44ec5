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

package io.github.dicomvolumes.volume.read;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.io.source.OpenSources;
import io.github.dicomvolumes.pixels.FrameCoding;
import io.github.dicomvolumes.pixels.PlanePlan;

/**
 * Reads the planes of a volume from their files. Used by several threads at once; each borrows one workspace.
 * <p>
 * Methods throw a {@link DicomException} if a frame cannot be read, whatever the reason; the message does not name the
 * frame. Any other {@link IOException} means that the file cannot be read, an {@link OutOfMemoryError} that there is no
 * memory for such planes, and a {@link java.util.concurrent.CancellationException} that the thread was interrupted.
 * </p>
 */
public final class PlaneReader {

	private final PlanePlan plan;
	private final PixelFiles files;
	/** Guarded by itself. */
	private final Deque<Workspace> free = new ArrayDeque<>();

	/**
	 * @param plan what the planes of the volume hold
	 * @param open by which files are opened
	 */
	public PlaneReader(final PlanePlan plan, final OpenSources open) {
		this.plan = plan;
		files = new PixelFiles(open);
	}

	/** What was wrong with the files, as sentences for people. */
	public Collection<String> notes() {
		return files.notes();
	}

	/**
	 * Reads planes.
	 *
	 * @return what was read of each plane of the group, in new arrays, in their order
	 */
	public List<Read> read(final PlaneGroup group) throws IOException {
		final FramePlane first = group.first();
		return with(first, (pixels, workspace) -> {
			final Read read = first.reader().read(first.coding(), pixels, workspace);
			final List<Read> parts = new ArrayList<>(group.planes().size());
			for (final FramePlane plane : group.planes())
				parts.add(plane.reader().partOf(read, plane.coding(), plan));
			return parts;
		});
	}

	/**
	 * Reads some rows of a plane, if that is possible without the others.
	 *
	 * @param firstRow 0-based
	 * @param into array of the plan's type
	 * @param at where the first pixel goes
	 * @return pixels that are complete, from the first; empty if the rows cannot be read without the others
	 */
	public OptionalInt readRows(final FramePlane plane, final int firstRow, final int rows, final Object into,
		final int at) throws IOException
	{
		final Optional<Read> read = with(plane,
			(pixels, workspace) -> plane.reader().readRows(plane.coding(), pixels, firstRow, rows, workspace));
		if (read.isEmpty()) return OptionalInt.empty();
		System.arraycopy(read.get().plane(), 0, into, at, rows * plane.coding().format().columns());
		return OptionalInt.of(read.get().pixels());
	}

	/** What is done with the pixels of a file. */
	@FunctionalInterface
	private interface Reading<T> {

		T of(FilePixels pixels, Workspace workspace) throws IOException;
	}

	private <T> T with(final FramePlane plane, final Reading<T> reading) throws IOException {
		final Workspace borrowed = borrow();
		final Workspace workspace = borrowed == null ? new Workspace(plan) : borrowed;
		final FrameCoding inFile = plane.reader().inFile(plane.coding());
		try {
			return Guard.reading(plane.frame(), () -> reading.of(files.of(plane.reader().file(), inFile), workspace));
		}
		catch (final OutOfMemoryError exc) {
			if (!Workspace.hasRoomFor(plan, inFile)) throw exc;
			throw new DicomException("it needs more memory than its size explains (" + exc + ").", exc);
		}
		finally {
			giveBack(workspace);
		}
	}

	/** Null if there is none. */
	private Workspace borrow() {
		synchronized (free) {
			return free.poll();
		}
	}

	private void giveBack(final Workspace workspace) {
		synchronized (free) {
			free.push(workspace);
		}
	}
}
