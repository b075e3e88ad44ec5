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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.data.Reasons;
import io.github.dicomvolumes.io.source.OpenSources;
import io.github.dicomvolumes.pixels.PlanePlan;
import io.github.dicomvolumes.pixels.Window;
import io.github.dicomvolumes.series.Finding;
import io.github.dicomvolumes.series.catalog.Decoding;
import io.github.dicomvolumes.series.catalog.Stack;
import io.github.dicomvolumes.series.object.Frame;

/** Makes a volume of a stack: all pixels in memory, or virtual, read when they are asked for. */
public final class VolumeLoader {

	/** What this class can load. */
	public static final Decoding DECODING = new Decoding() {

		@Override
		public Optional<String> unsupported(final Stack stack) {
			return VolumeLoader.unsupported(stack);
		}

		@Override
		public Optional<String> unreadable(final Stack stack) {
			return VolumeLoader.unreadable(stack);
		}
	};

	/** What progress calls it. */
	public static final String PHASE = "Loading data";

	private VolumeLoader() {}

	/**
	 * Loads a stack.
	 *
	 * @param name of the volume
	 * @throws DicomException if none of its frames can be read
	 * @throws CancellationException if the progress says so
	 */
	public static DicomVolume load(final Stack stack, final String name, final ImportOptions options)
		throws IOException
	{
		final Optional<String> unsupported = stack.unsupported();
		if (unsupported.isPresent()) throw new DicomException(
			name + " (" + stack.first().name() + "): " + unsupported.get() + " [" + Finding.Code.NOT_YET + "]");
		final OpenSources open = new OpenSources(options.limits());
		boolean isKept = false;
		try {
			final DicomVolume volume = load(stack, name, options, open);
			isKept = volume.isVirtual();
			return volume;
		}
		finally {
			if (!isKept) open.close();
		}
	}

	/** @param open that virtual planes close */
	private static DicomVolume load(final Stack stack, final String name, final ImportOptions options,
		final OpenSources open) throws IOException
	{
		final PixelFindings pixels = new PixelFindings();
		final PlaneCodings codings = PlaneCodings.of(stack, name, pixels, open, options.progress());
		codings.choose(options.values());
		final PlanePlan plan = codings.plan(options.values() == ValueChoice.REAL);
		final PixelLengths lengths = new PixelLengths(codings, pixels);
		lengths.check();
		PlaneSizes.check(codings, plan, options.limits());
		final FillValue fill = new FillValue(stack, codings, plan);
		final PlaneArrays planes = options.isVirtual() ? new VirtualPlanes(codings, plan, fill, options, pixels, open)
			: new MemoryPlanes(new MemoryLoader(name, codings, plan, pixels, open).load(fill, options.progress()),
				(int) stack.geometry().columns());
		lengths.findSurplus();
		final Optional<Frame> middle = stack.middle();
		if (middle.isPresent()) Window.of(middle.get().attributes(), pixels.notes()::add);
		final Supplier<List<Finding>> findings = () -> all(stack, pixels.all(plan));
		return new DicomVolume(name, stack, plan, codings.toArray(), planes, findings);
	}

	private static List<Finding> all(final Stack stack, final List<Finding> ofPixels) {
		final List<Finding> all = new ArrayList<>(stack.findings());
		all.addAll(ofPixels);
		return all;
	}

	/** Why the first frame of a stack cannot be read whole; empty if it can. Reads it. */
	private static Optional<String> unreadable(final Stack stack) {
		try (DicomVolume volume = load(stack, stack.first().name(), ImportOptions.DEFAULT.withVirtual(true))) {
			volume.plane(0, 0, 0);
			return Optional.of(volume.problem(0, 0, 0)).filter(problem -> !problem.isEmpty());
		}
		catch (final IOException | UncheckedIOException exc) {
			return Optional.of(Reasons.of(exc));
		}
	}

	/** Why the frames of a stack cannot be decoded; empty if at least one can. */
	public static Optional<String> unsupported(final Stack stack) {
		return PlaneCodings.unsupported(stack);
	}
}
