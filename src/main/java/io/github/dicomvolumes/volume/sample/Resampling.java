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

package io.github.dicomvolumes.volume.sample;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import io.github.dicomvolumes.geometry.VolumeGeometry;
import io.github.dicomvolumes.work.Parallel;
import io.github.dicomvolumes.work.Progress;
import io.github.dicomvolumes.pixels.PlaneType;

/**
 * An image on another grid: its slices there, one at a time or all of them. Both lie in the same patient coordinate
 * system, which is for the caller to know.
 *
 * @param sampler of the image; what it gives outside, voxels of the grid have where the image is not
 * @param grid such as one of {@link TargetGrids}, or that of another volume
 */
public record Resampling(Sampler sampler, VolumeGeometry grid) {

	/** What progress calls it. */
	public static final String PHASE = "Resampling";

	public Resampling {
		Objects.requireNonNull(sampler, "sampler");
		Objects.requireNonNull(grid, "grid");
	}

	/** What the arrays of slices hold: {@link Sampler#type}. */
	public PlaneType type() {
		return sampler.type();
	}

	/**
	 * One slice, by several threads: a new array. Costs no more than its pixels, but of an image that is read when it
	 * is needed all slices that it crosses are read.
	 *
	 * @param slice of the grid, 0-based
	 */
	public Object plane(final int slice) {
		return sampler.plane(frame(Objects.checkIndex(slice, slices())));
	}

	/**
	 * All slices, in an order that asks for every slice of the image once, but for one in 64 MB twice.
	 *
	 * @return an array for each slice
	 * @throws java.util.concurrent.CancellationException if {@code progress} cancels it, or the calling thread is
	 *         interrupted
	 * @throws IOException never of its own, but as {@link Parallel}
	 */
	public List<Object> planes(final Progress progress) throws IOException {
		final List<PlaneFrame> frames = IntStream.range(0, slices()).mapToObj(this::frame).toList();
		final List<Part> parts = parts(frames);
		final Object[] planes = new Object[frames.size()];
		Parallel.forEach(planes.length, PHASE, progress.silent(), n -> planes[n] = sampler.newPlane(frames.get(n)));
		final long total = parts.stream().mapToLong(part -> part.frames.length).sum();
		long done = 0;
		for (final Part part : parts) {
			final Pass pass = sampler.pass(part.slices);
			Parallel.forEach(part.frames.length, PHASE, new Later(progress, done, total), n -> {
				final PlaneFrame frame = frames.get(part.frames[n]);
				pass.run(List.of(frame), false, new PlaneWriter(type(), planes[part.frames[n]], frame.width()));
			});
			done += part.frames.length;
		}
		progress.update(PHASE, total, total);
		return Arrays.asList(planes);
	}

	private int slices() {
		return Math.toIntExact(grid.slices());
	}

	private PlaneFrame frame(final int slice) {
		return PlaneFrame.ofSlice(grid, slice);
	}

	private List<Part> parts(final List<PlaneFrame> frames) {
		final List<Span> needed = frames.stream().map(sampler::slices).toList();
		final List<Part> parts = new ArrayList<>();
		for (final Span slices : sampler.parts(needed)) {
			final int[] those = IntStream.range(0, frames.size())
				.filter(n -> needed.get(n).from() < slices.to() && needed.get(n).to() > slices.from())
				.toArray();
			if (those.length > 0) parts.add(new Part(slices, those));
		}
		return parts;
	}

	/**
	 * What is done in one pass.
	 *
	 * @param slices of the image
	 * @param frames that need one of them, by their numbers
	 */
	private record Part(Span slices, int[] frames) {}

	/** Progress of one part among others. */
	private record Later(Progress all, long before, long total) implements Progress {

		@Override
		public void update(final String phase, final long done, final long ofPart) {
			all.update(phase, before + done, total);
		}

		@Override
		public boolean isCanceled() {
			return all.isCanceled();
		}
	}
}
