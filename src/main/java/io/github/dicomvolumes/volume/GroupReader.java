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

import io.github.dicomvolumes.pixels.FrameCoding;
import io.github.dicomvolumes.pixels.PlanePlan;
import io.github.dicomvolumes.series.object.Frame;

/**
 * Reads the planes of a volume from their files: those together that are tiles of the same frame of a file, see
 * {@link Tiles#together}, any other alone. Used by several threads at once.
 */
final class GroupReader {

	private final PlaneCodings codings;
	private final PlanePlan plan;
	private final PlaneReader reader;

	/** Takes what was read. */
	@FunctionalInterface
	interface Sink {

		/**
		 * @param pixels new array of the plan's type
		 * @param read how much of it was read; the rest is unspecified
		 */
		void plane(int plane, Object pixels, PlaneReader.Read read);
	}

	GroupReader(final PlaneCodings codings, final PlanePlan plan) {
		this.codings = codings;
		this.plan = plan;
		reader = new PlaneReader(plan);
	}

	/** What was wrong with the files, as sentences for people. */
	Iterable<String> notes() {
		return reader.notes();
	}

	/**
	 * Reads planes.
	 *
	 * @param group numbers of planes that belong together and have a coding, at least one
	 */
	void read(final List<Integer> group, final Sink sink) throws IOException {
		final int first = group.get(0);
		if (codings.frame(first).tile().isPresent()) readTiles(group, sink);
		else {
			final Object plane = newPlane(codings.coding(first));
			sink.plane(first, plane, reader.read(codings.frame(first), codings.coding(first), plane));
		}
	}

	private void readTiles(final List<Integer> tiles, final Sink sink) throws IOException {
		final Frame frame = codings.frame(tiles.get(0));
		final FrameCoding whole = Tiles.ofPlane(frame, codings.coding(tiles.get(0)));
		final Object mosaic = newPlane(whole);
		final PlaneReader.Read read = reader.read(frame, whole, mosaic);
		for (final int i : tiles) {
			final FrameCoding coding = codings.coding(i);
			final Object plane = newPlane(coding);
			final int pixels = Tiles.cut(mosaic, whole.format().columns(), read.pixels(),
				codings.frame(i).tile().orElseThrow(), plane);
			final boolean untouched = pixels == coding.format().pixels() && read.pixels() < whole.format().pixels();
			sink.plane(i, plane, new PlaneReader.Read(pixels, untouched ? "" : read.problem()));
		}
	}

	/** Whether some rows of a plane can be read without the others. */
	boolean readsRows(final int plane) throws IOException {
		return codings.frame(plane).tile().isEmpty() && reader.readsRows(codings.frame(plane), codings.coding(plane));
	}

	/**
	 * Reads some rows of a plane that {@link #readsRows}.
	 *
	 * @param into array of the plan's type
	 * @param at where the first pixel goes
	 * @return pixels that are complete, from the first
	 */
	int readRows(final int plane, final int firstRow, final int rows, final Object into, final int at)
		throws IOException
	{
		final FrameCoding coding = codings.coding(plane);
		final FrameCoding part = coding.withSize(coding.format().columns(), rows);
		final long skip = part.format().frameBytes() / rows * firstRow;
		final Object pixels = newPlane(part);
		final int read = reader.readPart(codings.frame(plane), coding, skip, part, pixels).pixels();
		System.arraycopy(pixels, 0, into, at, part.format().pixels());
		return read;
	}

	private Object newPlane(final FrameCoding coding) {
		return plan.type().newPlane(coding.format().pixels());
	}
}
