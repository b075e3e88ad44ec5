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

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.pixels.FrameCoding;
import io.github.dicomvolumes.pixels.PlanePlan;
import io.github.dicomvolumes.series.catalog.Stack;
import io.github.dicomvolumes.series.object.Frame;
import io.github.dicomvolumes.volume.read.FrameReaders;

/** How much memory the pixels of a stack take once they are loaded, as far as a few of its headers tell. */
public final class MemoryEstimate {

	/** Bytes of a pixel where no header can be read. */
	private static final int UNKNOWN = 2;

	private MemoryEstimate() {}

	/**
	 * Bytes of all planes in memory. Looks at the headers of the first, the middle and the last frame, and reads no
	 * file: slopes that differ elsewhere only are not seen.
	 */
	public static long bytes(final Stack stack, final ValueChoice values) {
		final long pixels = stack.geometry().columns() * stack.geometry().rows();
		return pixels * stack.shape().planes() * bytesPerPixel(stack, values);
	}

	private static int bytesPerPixel(final Stack stack, final ValueChoice values) {
		final List<Frame> frames = stack.frames();
		final int last = frames.size() - 1;
		final List<FrameCoding> codings = new ArrayList<>();
		for (final int i : IntStream.of(0, last / 2, last).distinct().toArray()) {
			try {
				codings.add(FrameReaders.of(frames.get(i)).coding(note -> {}));
			}
			catch (final DicomException exc) {
				continue; // loading will say why
			}
		}
		try {
			return codings.isEmpty() ? UNKNOWN
				: PlanePlan.of(codings, values == ValueChoice.REAL).type().bytesPerPixel();
		}
		catch (final IllegalArgumentException exc) { // frames that do not fit together
			return UNKNOWN;
		}
	}
}
